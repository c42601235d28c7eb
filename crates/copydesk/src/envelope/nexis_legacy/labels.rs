//! The labels of fields, a closed list by language, and the lines that make up a download.

use crate::data::{Entry, data};
use crate::envelope::fields::{Labelled, Target};
use crate::envelope::values::{self, Terms};
use crate::header::FieldKind;
use crate::lines::trimmed;

static ENTRIES: &[Entry] = data!("../../../data/nexis.toml");

/// The longest label: `Tijdstip printopdracht`.
const LABEL: usize = 24;

/// The field that a line begins with, if its label is on the list and its value can be one of that label's. The value is the rest of
/// the line.
///
/// A line of a body may begin with capitals and a colon, too: a speaker (`OLSEN: …`), a desk's code, a flash. None of them is on the list.
pub(super) fn field(line: &str) -> Option<Labelled<'_>> {
    // Most lines begin with a capital and small letters; a label has three letters at least.
    if let [_, b'a'..=b'z', ..] | [b'a'..=b'z', ..] | [_, _, b'a'..=b'z', ..] = line.as_bytes() {
        return None;
    }
    let (name, value) = split(line)?;
    if name.chars().any(char::is_lowercase) {
        return None;
    }
    let target = named("fields", name)?;
    fits(target, value).then_some(Labelled { name, value, target, terms: terms(target) })
}

/// The field of a cover that a line begins with.
pub(super) fn cover_field(line: &str) -> Option<Labelled<'_>> {
    let (name, value) = split(line)?;
    let target = named("cover", name)?;
    Some(Labelled { name, value, target, terms: None })
}

/// `Download Request: Selected Items: 1-10`: the first line of a cover.
pub(super) fn is_request(line: &str) -> bool {
    let count = Target::Extra(Some(FieldKind::DocumentCount));
    cover_field(line).is_some_and(|field| field.target == count && field.value.contains(|c: char| c.is_ascii_digit()))
}

/// What stands before the first colon of a line, if it can be a label, and what stands after it.
pub(super) fn split(line: &str) -> Option<(&str, &str)> {
    // A letter of two bytes may be cut in two here; the colon is found before it or not at all.
    let head = &line.as_bytes()[..line.len().min(LABEL + 2)];
    let (name, rest) = line.split_at(memchr::memchr(b':', head)?);
    let value = &rest[1..];
    // `12:30` and `http://` are no labels.
    let set_off = value.is_empty() || value.starts_with(char::is_whitespace);
    (name.len() >= 3 && set_off && name.starts_with(char::is_alphabetic)).then(|| (name.trim_end(), value.trim()))
}

fn named(sections: &str, name: &str) -> Option<Target> {
    let of = |entry: &&Entry| entry.name == name && entry.section.starts_with(sections);
    Target::named(ENTRIES.iter().find(of)?.value)
}

/// Whether the value is one that such a field has: `LENGTH: 19.43 meters` and `UPDATE: the road is open` belong to a body.
fn fits(target: Target, value: &str) -> bool {
    const SHORT: usize = 80;
    match target {
        Target::Extra(Some(kind @ (FieldKind::Length | FieldKind::LoadDate))) => {
            value.is_empty() || values::parsed(kind, value, None).is_some()
        }
        Target::Extra(Some(FieldKind::Language | FieldKind::PublicationType | FieldKind::PublicationCode)) => {
            value.len() <= SHORT
        }
        _ => true,
    }
}

/// The index terms of this vendor have their weights in brackets.
fn terms(target: Target) -> Option<Terms> {
    let indexed = matches!(target, Target::Extra(Some(kind)) if kind.is_index());
    indexed.then_some(Terms::Scored("nexis"))
}

/// Whether a label says where a field stands in the database, and thus whose form a text has.
pub(super) fn is_of_database(field: &Labelled<'_>) -> bool {
    matches!(
        field.target,
        Target::Extra(Some(
            FieldKind::LoadDate
                | FieldKind::Language
                | FieldKind::PublicationType
                | FieldKind::PublicationCode
                | FieldKind::DocumentType
        ))
    ) && !field.value.is_empty()
}

/// `GUAR1`: one word that is a code.
pub(super) fn is_code(line: &str) -> bool {
    const LONGEST: usize = 12;
    (2..=LONGEST).contains(&line.len())
        && line.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && line.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether a label stands before a body of this form.
pub(super) fn is_of_head(field: &Labelled<'_>) -> bool {
    matches!(field.target, Target::Section | Target::Byline | Target::Headline | Target::Extra(Some(FieldKind::Length)))
        && !field.value.is_empty()
}

/// The words for documents, with which an article's number ends.
const DOCUMENTS: &[&str] = &[
    "DOCUMENT",
    "DOCUMENT(S)",
    "DOCUMENTEN",
    "DOCUMENTO",
    "DOCUMENTO(S)",
    "DOCUMENTOS",
    "DOCUMENTS",
    "DOKUMENT",
    "DOKUMENTE",
    "DOKUMENTEN",
];
/// Those with which it begins, and what is then between its numbers. `Document 1 of 500` is another vendor's.
const NUMBERED: &[(&str, &str)] = &[
    ("Document", "de"),
    ("DOCUMENT", "DE"),
    ("Document", "van"),
    ("Documento", "de"),
    ("DOCUMENTO", "DE"),
    ("Dokument", "von"),
    ("DOKUMENT", "VON"),
];

/// `1 of 10 DOCUMENTS`, `FOCUS - 3 of 12 DOCUMENTS`, `Dokument 3 von 12`, `2 DE 40 DOCUMENTO(S)`: where an article starts.
pub(super) fn is_number(line: &str) -> bool {
    const LONGEST: usize = 60;
    // Most lines end in a small letter or a full stop.
    if matches!(line.as_bytes(), [.., b'a'..=b'z' | b'.']) {
        return false;
    }
    let line = trimmed(line);
    if line.len() > LONGEST || !line.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let line = line.strip_prefix("FOCUS").map_or(line, |rest| rest.trim_start_matches([' ', '-', '\u{a0}']));
    let mut words = line.split_whitespace();
    let Some(four) = words.next().zip(words.next()).zip(words.next()).zip(words.next()) else { return false };
    let (((first, second), third), fourth) = four;
    let number = |word: &str| word.len() <= 7 && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
    let between = |word: &str| ["of", "von", "de", "van", "sur"].iter().any(|of| of.eq_ignore_ascii_case(word));
    words.next().is_none()
        && (number(first) && between(second) && number(third) && DOCUMENTS.contains(&fourth)
            || NUMBERED.contains(&(first, third)) && number(second) && number(fourth))
}

/// `Copyright 2010 Harbour Gazette Ltd.`, `© 2010 …`: the first line of a notice.
pub(super) fn is_copyright(line: &str) -> bool {
    const LONGEST: usize = 300;
    let after =
        ["Copyright", "COPYRIGHT", "(Copyright", "©", "(c)", "(C)"].iter().find_map(|word| line.strip_prefix(word));
    let Some(after) = after.filter(|_| line.len() <= LONGEST) else { return false };
    let after = after.trim_start_matches([' ', ',', '(', 'c', 'C', ')', '©', '\u{a0}']);
    let year = after.bytes().take_while(u8::is_ascii_digit).count() == 4;
    year || after.starts_with("by ") || after.is_empty()
}

/// `All Rights Reserved` and its kin, on a line of their own.
pub(super) fn is_rights(line: &str) -> bool {
    const LONGEST: usize = 90;
    let folded = || line.to_lowercase();
    line.len() <= LONGEST
        && line.contains(['R', 'r', 'D', 'd'])
        && [
            "rights reserved",
            "rechte vorbehalten",
            "droits réservés",
            "droits reserves",
            "droits reservés",
            "derechos reservados",
            "rechten voorbehouden",
        ]
        .iter()
        .any(|claim| folded().contains(claim))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_understood_and_stands_once() {
        for (at, entry) in ENTRIES.iter().enumerate() {
            assert!(Target::named(entry.value).is_some(), "{entry:?}");
            assert!(entry.name.len() <= LABEL, "{entry:?}");
            let kind = |section: &str| section.split('.').next().unwrap_or_default().to_owned();
            let same = |other: &&Entry| other.name == entry.name && kind(other.section) == kind(entry.section);
            assert!(!ENTRIES[..at].iter().any(|other| same(&other)), "{entry:?} is there twice");
        }
    }

    #[test]
    fn only_the_closed_list_is_a_label() {
        assert_eq!(field("LENGTH: 409  words").map(|field| field.value), Some("409  words"));
        assert_eq!(field("LÄNGE: 306 Wörter").map(|field| field.name), Some("LÄNGE"));
        for line in
            ["MID: Calm on the coast", "OLSEN: Good evening.", "Length: 12 words", "LENGTH: 19.43 meters", "BODY"]
        {
            assert!(field(line).is_none(), "{line}");
        }
        assert!(field("UPDATE: the road is open again").is_none());
        assert!(field("UPDATE: 2. September 2011").is_some());
    }

    #[test]
    fn a_number_is_a_line_of_its_own() {
        for line in [
            "                               1 of 10 DOCUMENTS",
            "1 of 1 DOCUMENT",
            "FOCUS - 3 OF 12 DOCUMENTS",
            "Dokument 234 von 456",
            "Document 3 de 12",
            "2 de 40 DOCUMENTO(S)",
            "3 de 12 DOCUMENTOS",
        ] {
            assert!(is_number(line), "{line}");
        }
        for line in
            ["1 of 10 documents", "Document 1 of 500", "He saw 1 of 10 DOCUMENTS", "1 of 10 DOCUMENTS were", "2 of 3"]
        {
            assert!(!is_number(line), "{line}");
        }
    }

    #[test]
    fn a_notice_has_a_year() {
        assert!(is_copyright("Copyright 2009 Harbour Press Ltd., All"));
        assert!(is_copyright("Copyright © 2008 Pilots' Association"));
        assert!(!is_copyright("Copyright law protects the author"));
        assert!(is_rights("Alle Rechte Vorbehalten"));
        assert!(!is_rights(
            "The rights reserved for fishermen were sold, the council of the harbour town said on Monday, for a penny each."
        ));
    }
}
