//! The head of an export that no envelope knows and that has a label on each row: `Title: …`, `Paper: …`, `Date: …`.

use memchr::memchr;

use super::super::opening_words::{LABELS, SECTION_LABELS};
use super::super::{Role, Sheet};
use crate::keys::{Key, Words, words};

/// How many rows a head has at most, and at least.
const MOST: usize = 10;
const FEWEST: usize = 3;
/// The longest label, with its colon.
const LABEL: usize = 24;

#[rustfmt::skip]
static HEADLINES: Words<()> = words!(32, ["headline", "title", "titel", "titre", "titolo", "título", "überschrift"]);
#[rustfmt::skip]
static PAPERS: Words<()> = words!(32, [
    "bron", "fonte", "fuente", "journal", "krant", "medio", "newspaper", "paper", "publication", "quelle", "source", "zeitung",
]);
/// Other labels of such heads; those of sections and the most common ones are elsewhere.
#[rustfmt::skip]
static OTHERS: Words<()> = words!(64, [
    "auteur", "autor", "autore", "data", "datum", "edition", "fecha", "length", "page", "pages", "pagina", "página", "publisher",
    "section", "seite", "words", "word count",
]);

/// Labels the rows of such a head, which has the title and the date. Says whether there is one. The details of a book have no date.
pub(super) fn label(sheet: &mut Sheet<'_>) -> bool {
    let count = sheet.of_article().take(MOST).take_while(|&row| labelled(sheet.content(row)).is_some()).count();
    if count < FEWEST {
        return false;
    }
    let rows: Vec<usize> = sheet.of_article().take(count).collect();
    let has = |names: &Words<()>| {
        rows.iter().copied().find(|&row| {
            let name = labelled(sheet.content(row)).map(|(name, _)| name);
            sheet.is_open(row) && name.is_some_and(|name| names.find(Key::of_any(name)).is_some())
        })
    };
    let dated = rows.iter().any(|&row| sheet.rows[row].role == Some(Role::Date));
    let (headline, paper, section) = (has(&HEADLINES), has(&PAPERS), has(&SECTION_LABELS));
    let Some(headline) = headline.filter(|_| dated) else { return false };
    let value = |row: usize| labelled(sheet.content(row)).map(|(_, value)| sheet.span_of(value));
    let (title, name, part) = (value(headline), paper.and_then(value), section.and_then(value));
    let found = [(Some(headline), Role::Headline), (paper, Role::Publication), (section, Role::Section)];
    for (row, role) in found {
        row.into_iter().for_each(|row| sheet.label(row, role));
    }
    sheet.fields.headline = title;
    sheet.fields.publication = sheet.fields.publication.or(name);
    sheet.fields.section = sheet.fields.section.or(part);
    rows.into_iter().for_each(|row| sheet.label(row, Role::Field));
    true
}

/// A label that such heads have, and what stands behind it.
fn labelled(content: &str) -> Option<(&str, &str)> {
    let head = &content.as_bytes()[..content.len().min(LABEL)];
    let colon = memchr(b':', head)?;
    let (name, value) = (content[..colon].trim(), content[colon + 1..].trim());
    let known = [&LABELS, &SECTION_LABELS, &HEADLINES, &PAPERS, &OTHERS];
    (!value.is_empty() && known.iter().any(|words| words.find(Key::of_any(name)).is_some())).then_some((name, value))
}
