//! Repairs against gold: texts that others labelled, where they are (`COPYDESK_CORPUS`/gold/repair).
//!
//! Two sets. *Mojibake*: short texts, well-formed ones and ones whose characters were decoded wrongly; the former must stay as they are, the
//! latter are to be noted, for copydesk repairs no mojibake. *White space*: lines of papers as two extractors gave them, aligned with the
//! correct lines, which differ in nothing but white space.

pub mod abbreviations;
pub mod dates;
pub mod figures;
pub mod places;
pub mod quotations;
pub mod sentences;

use std::path::Path;

use anyhow::{Context, Result, ensure};
use copydesk::{Options, Risk, Source};
use serde::Deserialize;

use crate::damage::reading::{self, Edit};
use crate::damage::{Damage, Damaged, Kind};

/// A text that was decoded wrongly, or looks so, and how it should be.
#[derive(Clone, Debug, Deserialize)]
pub struct Case {
    /// What it is an example of.
    pub label: String,
    /// The text as found.
    pub original: String,
    /// The text with its characters right, where more than that was changed in `fixed`.
    #[serde(rename = "fixed-encoding")]
    fixed_encoding: Option<String>,
    fixed: String,
}

impl Case {
    /// The text with its characters right.
    #[must_use]
    pub fn well_formed(&self) -> &str {
        self.fixed_encoding.as_deref().unwrap_or(&self.fixed)
    }

    /// Whether the text as found is well-formed.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.original == self.well_formed()
    }
}

/// The risks at which the well-formed texts of a file are read. What is right once its encoding is may still have an entity or a ligature in
/// it, which `likely` repairs.
#[must_use]
pub fn risks(file: &str) -> &'static [Risk] {
    if file == "negative" { &[Risk::Safe, Risk::Likely] } else { &[Risk::Safe] }
}

/// The files of the first set.
pub const MOJIBAKE: [&str; 5] = ["negative", "in-the-wild", "synthetic", "known-failures", "language-names"];

/// The cases of a file; none where the folder has no such file.
///
/// # Errors
/// If the file cannot be read.
pub fn cases(folder: &Path, file: &str) -> Result<Option<Vec<Case>>> {
    let path = folder.join("gold/repair/ftfy").join(format!("{file}.json"));
    if !path.is_file() {
        return Ok(None);
    }
    let text = std::fs::read_to_string(&path)?;
    Ok(Some(serde_json::from_str(&text).with_context(|| path.display().to_string())?))
}

/// What came of the cases of one file.
#[derive(Clone, Debug, Default)]
pub struct Mojibake {
    /// Well-formed texts that were read, each at every risk asked for.
    pub well_formed: usize,
    /// Of these, changed: label, risk, rules.
    pub changed: Vec<String>,
    /// Of these, noted as mojibake.
    pub noted_well_formed: usize,
    /// Texts with mojibake.
    pub mojibake: usize,
    /// Of these, noted.
    pub noted: usize,
    /// Of these, changed.
    pub repaired: Vec<String>,
}

impl Mojibake {
    /// Reads the cases.
    ///
    /// # Errors
    /// If one is too long to be a source.
    pub fn of(cases: &[Case], risks: &[Risk]) -> Result<Self> {
        let mut result = Self::default();
        for case in cases {
            result.well_formed += 1;
            let mut noted = false;
            for &risk in risks {
                let (rules, seen) = rules(case.well_formed(), risk)?;
                noted |= seen;
                if !rules.is_empty() {
                    result.changed.push(format!("{}: {} at {}", case.label, rules.join(", "), risk.name()));
                }
            }
            result.noted_well_formed += usize::from(noted);
            if !case.is_negative() {
                let (rules, noted) = rules(&case.original, Risk::Safe)?;
                result.mojibake += 1;
                result.noted += usize::from(noted);
                if !rules.is_empty() {
                    result.repaired.push(format!("{}: {}", case.label, rules.join(", ")));
                }
            }
        }
        Ok(result)
    }
}

/// The rules that change a text, and whether mojibake is noted in it.
fn rules(text: &str, risk: Risk) -> Result<(Vec<String>, bool)> {
    let document = Options::new().repairs(risk).parse(&Source::new(text.as_bytes().to_vec())?);
    let rules = document.repairs().map(|repair| repair.rules().names().collect::<Vec<_>>().join("+")).collect();
    Ok((rules, document.notes().iter().any(|note| note.kind.name() == "mojibake")))
}

/// The collections of the second set.
pub const WHITE_SPACE: [&str; 2] = ["arXiv.pdftotext", "ACL"];

/// How many lines make a document.
const LINES: usize = 200;

/// The documents of a collection with the truth about their white space; none where the folder has no such collection.
///
/// # Errors
/// If a file cannot be read, or two lines differ in more than white space.
pub fn documents(folder: &Path, collection: &str) -> Result<Option<Vec<Damaged>>> {
    let folder = folder.join("gold/repair/whitespace").join(collection);
    if !folder.is_dir() {
        return Ok(None);
    }
    let corrupt = std::fs::read_to_string(folder.join("corrupt.txt"))?;
    let correct = std::fs::read_to_string(folder.join("correct.txt"))?;
    let (corrupt, correct): (Vec<&str>, Vec<&str>) = (corrupt.lines().collect(), correct.lines().collect());
    ensure!(corrupt.len() == correct.len(), "{collection}: the files have not as many lines");
    let mut documents = Vec::new();
    for (corrupt, correct) in corrupt.chunks(LINES).zip(correct.chunks(LINES)) {
        let mut document = Damaged::none("");
        for (corrupt, correct) in corrupt.iter().zip(correct) {
            let base = document.text.len();
            align(corrupt, correct, base, &mut document.damages).with_context(|| format!("{collection}: {correct}"))?;
            document.text.push_str(corrupt);
            document.text.push('\n');
        }
        documents.push(document);
    }
    Ok(Some(documents))
}

/// The white space of one line that is too much or too little. The lines are the same but for that.
fn align(corrupt: &str, correct: &str, base: usize, damages: &mut Vec<Damage>) -> Result<()> {
    let (mut at, mut rest) = (0, correct);
    loop {
        let space = |text: &str| text.len() - text.trim_start().len();
        let (here, there) = (space(&corrupt[at..]), space(rest));
        let edge = at == 0 || at + here == corrupt.len();
        if (here == 0) != (there == 0) && !edge {
            let kind = if here == 0 { Kind::MissingSpace } else { class(corrupt, at, at + here) };
            let (start, end) = (base + at, base + at + here);
            damages.push(Damage { kind, spot: damages.len(), start, end, clean: rest[..there].to_owned() });
        }
        at += here;
        rest = &rest[there..];
        let (Some(one), Some(other)) = (corrupt[at..].chars().next(), rest.chars().next()) else {
            ensure!(at == corrupt.len() && rest.is_empty(), "one line is longer");
            return Ok(());
        };
        ensure!(one == other, "the lines differ at byte {at}");
        at += one.len_utf8();
        rest = &rest[other.len_utf8()..];
    }
}

/// The classes of white space that are counted.
pub const CLASSES: [Kind; 3] = [Kind::Hyphen, Kind::Bracket, Kind::Punctuation];

/// What the white space `start..end` stands beside; double space for what is none of the classes.
fn class(text: &str, start: usize, end: usize) -> Kind {
    let last = text[..start].chars().next_back().unwrap_or(' ');
    let next = text[end..].chars().next().unwrap_or(' ');
    match (last, next) {
        ('-', _) | (_, '-') => Kind::Hyphen,
        ('(' | '[', _) | (_, ')' | ']') => Kind::Bracket,
        (_, ',' | '.' | ';' | ':' | '!' | '?') => Kind::Punctuation,
        _ => Kind::DoubleSpace,
    }
}

/// Who is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Copydesk, with the repairs up to a risk.
    Copydesk(Risk),
    /// A script of four lines: a space goes after `-` and before it, between letters; after an opening bracket and before a closing one;
    /// before a mark.
    Script,
}

impl Reader {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::Copydesk(Risk::Safe), Self::Copydesk(Risk::Likely), Self::Copydesk(Risk::All), Self::Script];

    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Copydesk(risk) => risk.name(),
            Self::Script => "four lines",
        }
    }

    fn read(self, document: &Damaged) -> Vec<Edit> {
        match self {
            Self::Copydesk(risk) => reading::copydesk_up_to(risk)(document).edits,
            Self::Script => script(&document.text),
        }
    }
}

fn script(text: &str) -> Vec<Edit> {
    let spaces = text.match_indices(' ');
    let closes = |at: usize| {
        let mut before = text[..at].chars().rev();
        let mut after = text[at + 1..].chars();
        let [last, left] = [before.next(), before.next()].map(|mark| mark.unwrap_or(' '));
        let [next, right] = [after.next(), after.next()].map(|mark| mark.unwrap_or(' '));
        last == '-' && left.is_alphanumeric() && next.is_alphanumeric()
            || next == '-' && last.is_alphanumeric() && right.is_alphanumeric()
            || matches!(last, '(' | '[')
            || matches!(next, ')' | ']')
            || matches!(next, ',' | '.' | ';' | ':')
    };
    let edits = spaces.filter(|(at, _)| closes(*at));
    edits.map(|(at, _)| Edit { start: at, end: at + 1, after: String::new(), rule: "script".to_owned() }).collect()
}

/// What one reader did to one class of white space.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// White space that does not belong.
    pub put: usize,
    /// Of that, taken away.
    pub found: usize,
    /// Changes that are right.
    pub right: usize,
    /// Changes that are not.
    pub wrong: usize,
}

/// The scores of a reader, by [`CLASSES`].
#[must_use]
pub fn score(documents: &[Damaged], reader: Reader) -> [Score; CLASSES.len()] {
    let mut scores = [Score::default(); CLASSES.len()];
    let place = |kind: Kind| CLASSES.iter().position(|class| *class == kind);
    for document in documents {
        let mut found = vec![false; document.damages.len()];
        for edit in reader.read(document) {
            let undone = undone(document, &edit);
            let changed = &document.text[edit.start..edit.end];
            let Some(from) = changed.find(char::is_whitespace).map(|from| edit.start + from) else { continue };
            let to = from + document.text[from..].len() - document.text[from..].trim_start().len();
            let Some(index) = place(class(&document.text, from, to)) else { continue };
            if undone.is_empty() {
                scores[index].wrong += 1;
            } else {
                scores[index].right += 1;
                found[undone].fill(true);
            }
        }
        for (damage, hit) in document.damages.iter().zip(found) {
            if let Some(index) = place(damage.kind) {
                scores[index].put += 1;
                scores[index].found += usize::from(hit);
            }
        }
    }
    scores
}

/// The damages that an edit undoes. The gold is of white space alone and keeps every hyphen, that of a divided word too: a word that is
/// joined without its hyphen has lost its space rightly.
fn undone(document: &Damaged, edit: &Edit) -> std::ops::Range<usize> {
    let undone = document.undone(edit.start, edit.end, &edit.after);
    if undone.is_empty() && edit.after.is_empty() && document.text[edit.start..edit.end].starts_with('-') {
        return document.undone(edit.start, edit.end, "-");
    }
    undone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_aligned_by_what_is_no_white_space() {
        let mut damages = Vec::new();
        align("so- called ( a ) b ,c", "so-called (a) b, c", 0, &mut damages).unwrap();
        let kinds: Vec<_> = damages.iter().map(|damage| (damage.kind, damage.start, damage.end)).collect();
        let (hyphen, bracket, mark, missing) = (Kind::Hyphen, Kind::Bracket, Kind::Punctuation, Kind::MissingSpace);
        assert_eq!(kinds, [(hyphen, 3, 4), (bracket, 12, 13), (bracket, 14, 15), (mark, 18, 19), (missing, 20, 20)]);
        assert!(align("abc", "abd", 0, &mut damages).is_err());
        let document = Damaged { text: "so- called ( a ) b ,c".to_owned(), damages };
        let [hyphens, brackets, marks] = score(&[document], Reader::Script);
        assert_eq!((hyphens.found, brackets.found, marks.found), (1, 2, 1));
        assert_eq!(hyphens.wrong + brackets.wrong + marks.wrong, 0);
    }
}
