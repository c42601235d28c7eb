//! The lines above the text: publication, place, headline, author.

use crate::blocks::{Role, Sheet, bylines, dates};
use crate::decode::Mark;
use crate::envelope::fields::{self, Labelled, Target};
use crate::envelope::values;
use crate::header::{BylineStatus, FieldKind};

/// The longest line that says where an article stood.
const LONGEST: usize = 240;
/// How many commas a section may have.
const COMMAS: usize = 6;
/// Rows above the text.
const HEAD: usize = 12;

/// The words for words.
const WORDS: &[&str] = &["Wörter", "mot", "mots", "palabras", "word", "words"];

/// Where an article stood.
#[derive(Debug, PartialEq, Eq)]
struct Place<'t> {
    section: &'t str,
    date: &'t str,
    /// What follows the date.
    rest: &'t str,
}

impl<'t> Place<'t> {
    /// `Ports, lundi 9 septembre 2024 548 mots, p. 11`: the first part that begins with a date is one.
    fn read(line: &'t str) -> Option<Self> {
        if line.len() > LONGEST || !line.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let starts = std::iter::once(0).chain(line.match_indices(", ").map(|(at, comma)| at + comma.len()));
        starts.take(COMMAS).find_map(|at| {
            let (date, rest, _) = values::date_and_rest(&line[at..], None)?;
            let section = line[..at].trim_end_matches([',', ' ']);
            Some(Self { section, date: date.trim_end_matches([',', ' ']), rest })
        })
    }
}

/// Labels the rows above the text and those of the text itself, as far as markup or their place says what they are.
pub(super) fn label(sheet: &mut Sheet<'_>, rows: &[usize]) {
    let &[first, second, ..] = rows else { return };
    let Some(place) = Place::read(sheet.content(second)) else { return };
    label_publication(sheet, first);
    label_place(sheet, second, &place);
    let Some(text) = rows.iter().position(|&row| sheet.is_marked(row, Mark::Body)) else { return };
    let head = rows.get(2..text.min(HEAD)).unwrap_or_default();
    let headline = head.iter().position(|&row| sheet.is_marked(row, Mark::Headline));
    let Some(headline) = headline else { return };
    if let Some((&kicker, sections)) = head[..headline].split_last() {
        sections.iter().for_each(|&row| read(sheet, row, Target::Extra(None)));
        read(sheet, kicker, Target::Kicker);
    }
    read(sheet, head[headline], Target::Headline);
    for &row in &head[headline + 1..] {
        let target = match () {
            () if sheet.is_marked(row, Mark::Deck) => Target::Deck,
            () if sheet.is_marked(row, Mark::Author) || is_named(sheet, row) => Target::Byline,
            () => Target::Extra(None),
        };
        read(sheet, row, target);
    }
}

/// Whether the row names somebody.
fn is_named(sheet: &Sheet<'_>, row: usize) -> bool {
    bylines::read_field(sheet, sheet.rows[row].content).status == BylineStatus::Named
}

/// Reads a row as a field that has no label.
fn read(sheet: &mut Sheet<'_>, row: usize, target: Target) {
    let value = sheet.content(row);
    fields::read(sheet, row, Labelled { name: &value[..0], value, target, terms: None });
}

/// `Le Quai, no. 4312`.
fn label_publication(sheet: &mut Sheet<'_>, row: usize) {
    sheet.label(row, Role::Publication);
    let line = sheet.content(row);
    let (title, issue) = line.split_once(", no. ").map_or((line, ""), |(title, issue)| (title.trim_end(), issue));
    put(sheet, title, Target::Publication);
    put(sheet, issue, Target::Extra(None));
}

fn label_place(sheet: &mut Sheet<'_>, row: usize, place: &Place<'_>) {
    sheet.label(row, Role::Date);
    put(sheet, place.section, Target::Section);
    put(sheet, place.date, Target::Date);
    for part in place.rest.split(", ").map(str::trim).filter(|part| !part.is_empty()) {
        let counted = part.rsplit(' ').next().is_some_and(|word| WORDS.contains(&word));
        let page = part.strip_prefix("p. ").or_else(|| part.strip_prefix("pp. "));
        match page {
            _ if counted => put(sheet, part, Target::Extra(Some(FieldKind::Length))),
            Some(page) if dates::page_reference(part).is_none() => put(sheet, page, Target::Page),
            Some(_) => put(sheet, part, Target::Page),
            None => put(sheet, part, Target::Extra(None)),
        }
    }
}

fn put(sheet: &mut Sheet<'_>, value: &str, target: Target) {
    fields::place(sheet, Labelled { name: &value[..0], value, target, terms: None });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_a_date_behind_its_section() {
        let read = |line| Place::read(line).map(|place| (place.section, place.date, place.rest));
        assert_eq!(read("Économie, mardi 14 mars 2006, p. 16"), Some(("Économie", "mardi 14 mars 2006", "p. 16")));
        assert_eq!(
            read("Ports, quais, lundi 9 septembre 2024 548 mots, p. 11"),
            Some(("Ports, quais", "lundi 9 septembre 2024", "548 mots, p. 11"))
        );
        assert_eq!(
            read("News, Wednesday, January 4, 2023 548 words, p. A1"),
            Some(("News", "Wednesday, January 4, 2023", "548 words, p. A1"))
        );
        assert_eq!(read("jeudi 2 février 2023"), Some(("", "jeudi 2 février 2023", "")));
        assert_eq!(read("Le bac revient, un an après"), None);
    }
}
