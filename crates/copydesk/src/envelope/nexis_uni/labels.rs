//! The words of the form: a closed list, so that a speaker or a topic before a colon stays text.

use super::super::fields::{Labelled, Target};
use super::super::values::Terms;
use crate::data::{Entry, data};
use crate::header::FieldKind;

static ENTRIES: &[Entry] = data!("../../../data/nexis_uni.toml");

/// No label is longer.
const LONGEST: usize = 24;

/// What a line of its own begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    Body,
    Graphic,
    Notes,
    Classification,
    End,
}

/// The head that the line is.
pub(super) fn head(line: &str) -> Option<Head> {
    let line = line.trim();
    match named("heads.", line)? {
        "body" => Some(Head::Body),
        "graphic" => Some(Head::Graphic),
        "notes" => Some(Head::Notes),
        "classification" => Some(Head::Classification),
        _ => Some(Head::End),
    }
}

/// The labelled field that the line is, and whether the form's own no-break space stands behind its colon.
pub(super) fn field(line: &str) -> Option<(Labelled<'_>, bool)> {
    let (name, value) = split(line)?;
    let target = Target::named(named("fields.", name)?)?;
    let terms = match target {
        Target::Extra(Some(kind)) if kind.is_index() => Some(Terms::Scored("nexis")),
        _ => None,
    };
    Some((Labelled { name, value: value.trim(), target, terms }, value.starts_with('\u{a0}')))
}

/// The field of a cover that the line is: `Job Number: 7`, `Documents (67)`.
pub(super) fn cover(line: &str) -> Option<Labelled<'_>> {
    let line = line.trim();
    let counted = || {
        let (name, value) = line.strip_suffix(')')?.split_once(" (")?;
        let count = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
        count.then(|| named("count.", name)).flatten().map(|kind| (name, value, kind))
    };
    let labelled = || {
        let (name, value) = split(line)?;
        named("cover.", name).map(|kind| (name, value.trim(), kind))
    };
    let (name, value, kind) = counted().or_else(labelled)?;
    Some(Labelled { name, value, target: Target::named(kind)?, terms: None })
}

/// The word of a cover's table that the line is: `Content Type`, `Narrowed by`.
pub(super) fn is_cover_word(line: &str) -> bool {
    named("cover.", line.trim()).is_some()
}

/// Whether the line says how long the article is.
pub(super) fn is_length(line: &str) -> bool {
    let length = Target::Extra(Some(FieldKind::Length));
    field(line.trim())
        .is_some_and(|(field, _)| field.target == length && field.value.starts_with(|c: char| c.is_ascii_digit()))
}

/// The words before a colon, and what is behind it.
fn split(line: &str) -> Option<(&str, &str)> {
    let colon = line.bytes().take(LONGEST).position(|byte| byte == b':')?;
    Some((&line[..colon], &line[colon + 1..]))
}

/// What the data says of a name, in the sections that begin so.
fn named(sections: &str, name: &str) -> Option<&'static str> {
    if name.is_empty() || name.len() > LONGEST {
        return None;
    }
    let entry = ENTRIES.iter().find(|entry| entry.name == name && entry.section.starts_with(sections))?;
    Some(entry.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_understood() {
        for entry in ENTRIES {
            let known = match entry.section.split_once('.') {
                Some(("fields" | "cover" | "count", _)) => Target::named(entry.value).is_some(),
                Some(("heads", _)) => {
                    head(entry.name).is_some_and(|head| (head == Head::End) == (entry.value == "end"))
                }
                _ => false,
            };
            assert!(known && entry.name.len() <= LONGEST, "{entry:?}");
        }
    }

    #[test]
    fn only_the_words_of_the_form_are_labels() {
        assert!(is_length("Length:\u{a0}355 words") && is_length("Länge: 306 Wörter"));
        assert!(!is_length("Length: short") && !is_length("LENGTH: 355 words"));
        assert!(field("Mayor: We sail on Monday.").is_none());
        let documents = cover("Documents (67)").map(|field| (field.name, field.value));
        assert_eq!(documents, Some(("Documents", "67")));
        assert!(cover("Documents (draft)").is_none());
    }
}
