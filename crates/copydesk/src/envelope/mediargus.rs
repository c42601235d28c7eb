//! # mediargus
//!
//! An export of the Belgian press database Mediargus: a numbered list of the articles, with where each appeared and how it begins, followed
//! by the articles.
//!
//! **Grammar**
//!
//! | part | lines |
//! |---|---|
//! | list | `1. Title` · `De Haven, woensdag 30 november 2011, p. 23, 853w.` · how it begins; two blank lines; the next |
//! | article | `30-11-2011, p.23` · who wrote it, or in which editions or supplement it appeared · title · deck · the title again · text · `© Owner` |
//!
//! Five or more blank lines separate articles; three are enough. Some newspapers' articles have the title twice. What is above it is then
//! the byline, and what is between is the deck. Only the list names the newspaper, so articles of the second part have none. In a file
//! without a second part, each beginning in the list is an article. Some files have a `?` before the first number, left of a byte order
//! mark.
//!
//! ```text
//! 1. Veer vaart weer
//!
//! De Haven, woensdag 30 november 2011, p. 23, 853w.
//!
//! De veerboot is terug na een jaar in het dok …
//!
//! 30-11-2011, p.23
//!
//! Nora Kwil
//!
//! Veer vaart weer
//!
//! De veerboot is terug na een jaar in het dok …
//!
//!  © Havenpers
//! ```
//!
//! **Evidence**: the first line is a numbered title, and the next says where it appeared: newspaper, weekday and date, page, words. Or the
//! first line is date and page in figures, and the last names the owner.
//!
//! **Leaves alone** a numbered list without such a line after it. A date and page inside an article, without the blank lines and the
//! owner's line before. `Artikel zonder titel`, which the database writes when there is no title, is not a title.

mod article;

use crate::blocks::{FurnitureKind, Role, Sheet};
use crate::decode::Decoded;
use crate::header::FieldKind;
use crate::repair::Wrapping;

use super::edges::Edges;
use super::fields::{self, Labelled, Target};
use super::wire;
use super::{Envelope, Part, values};

/// An export of the Belgian press database Mediargus.
pub static ENVELOPE: Envelope = Envelope {
    name: "mediargus",
    wrapping: Wrapping::Unknown,
    page: include_str!("mediargus.rs"),
    recognise,
    split: Some(split),
    label,
};

/// The longest line of either kind.
const LONGEST: usize = 160;
/// Blank lines before an article.
const GAP: usize = 3;
/// What the database writes for a title where there is none.
const UNTITLED: &[&str] = &["Artikel zonder titel", "Article sans titre"];

fn recognise(_: &Decoded<'_>, edges: &Edges<'_>) -> bool {
    let Some(first) = edges.first().first() else { return false };
    if numbered(first).is_some() {
        return edges.first().get(1).is_some_and(|line| Place::read(line).is_some());
    }
    article::opening(first).is_some() && edges.last().first().is_some_and(|last| last.starts_with('©'))
}

/// A numbered title: the number with its full stop, and the title.
fn numbered(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches(['?', '\u{feff}', '\u{fffd}']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, title) = line.split_at_checked(digits + 1)?;
    ((1..=6).contains(&digits) && number.ends_with('.') && title.starts_with(' ')).then(|| (number, title.trim()))
}

/// Where an article stood: `De Haven, woensdag 30 november 2011, p. 23, 853w.`
struct Place<'t> {
    publication: &'t str,
    date: &'t str,
    page: &'t str,
    words: &'t str,
}

impl<'t> Place<'t> {
    fn read(line: &'t str) -> Option<Self> {
        if line.len() > LONGEST {
            return None;
        }
        let (rest, words) = match line.rsplit_once(", ") {
            Some((rest, words)) if words.trim_end_matches('.').strip_suffix('w').is_some_and(wire::is_number) => {
                (rest, words)
            }
            _ => (line, ""),
        };
        let (rest, page) =
            rest.rsplit_once(", ").filter(|(_, page)| page.starts_with("p.") || page.starts_with("pp."))?;
        let (publication, date) = rest.rsplit_once(", ")?;
        // The weekday may be set off from the day.
        let (publication, date) = match publication.rsplit_once(", ") {
            Some((before, weekday)) if !date.contains("dag ") && weekday.ends_with("dag") => {
                (before, &rest[before.len() + 2..])
            }
            _ => (publication, date),
        };
        let dated = values::date(date, None).is_some() && date.split(' ').count() == 4;
        (dated && !publication.is_empty()).then_some(Self { publication, date, page, words })
    }
}

/// The articles behind the list, or those of the list where there are no others.
fn split(decoded: &Decoded<'_>) -> Vec<(Part, u32)> {
    let text = &*decoded.text;
    let (mut listed, mut articles) = (Vec::new(), Vec::new());
    let (mut at, mut blank, mut number) = (0, GAP, 0_u32);
    let (mut before, mut waiting): (&str, Option<(u32, u32)>) = ("", None);
    for line in crate::lines::inclusive(text) {
        let content = line.trim();
        let start = at;
        at += line.len();
        if content.is_empty() {
            blank += 1;
            continue;
        }
        if let Some((found, start)) = waiting.take()
            && Place::read(content).is_some()
        {
            number = found;
            listed.push((Part::Article, start));
        }
        let found = numbered(content).and_then(|(found, _)| found.trim_end_matches('.').parse::<u32>().ok());
        waiting = found.filter(|&found| articles.is_empty() && found > number).map(|found| (found, start as u32));
        let follows = articles.is_empty() || before.starts_with('©');
        if blank >= GAP && follows && article::opening(content).is_some() {
            articles.push((Part::Article, start as u32));
        }
        (blank, before) = (0, content);
    }
    if articles.is_empty() {
        return listed;
    }
    if !listed.is_empty() {
        articles.insert(0, (Part::Cover, 0));
    }
    articles
}

fn label(sheet: &mut Sheet<'_>) {
    let filled = sheet.filled_rows();
    let Some(&first) = filled.first() else { return };
    if sheet.part == Part::Cover {
        label_list(sheet, &filled);
    } else if article::opening(sheet.content(first)).is_some() {
        article::label(sheet, &filled);
    } else if let Some(&second) = filled.get(1) {
        label_beginning(sheet, first, second);
    }
}

/// Labels the list: titles and places are fields under their number, and the beginnings of the articles belong to other documents.
fn label_list(sheet: &mut Sheet<'_>, filled: &[usize]) {
    let mut number = None;
    for (index, &row) in filled.iter().enumerate() {
        let line = sheet.content(row);
        let next = filled.get(index + 1).map_or("", |&next| sheet.content(next));
        if let Some((found, title)) = numbered(line).filter(|_| Place::read(next).is_some()) {
            number = Some(found.trim_end_matches('.'));
            sheet.label(row, Role::Field);
            wire::labelled(sheet, found.trim_end_matches('.'), title, None);
        } else if let Some(name) = number.filter(|_| Place::read(line).is_some()) {
            sheet.label(row, Role::Field);
            wire::labelled(sheet, name, line, None);
        } else {
            sheet.label_furniture(row, FurnitureKind::Related);
        }
    }
}

/// Labels an article of which only the title, the place and the beginning are there.
fn label_beginning(sheet: &mut Sheet<'_>, first: usize, second: usize) {
    let Some((_, title)) = numbered(sheet.content(first)) else { return };
    let Some(place) = Place::read(sheet.content(second)) else { return };
    if UNTITLED.contains(&title) || title.is_empty() {
        sheet.label(first, Role::Field);
    } else {
        sheet.label(first, Role::Headline);
        sheet.fields.headline = Some(sheet.span_of(title));
    }
    sheet.label(second, Role::Publication);
    let name = &place.publication[..0];
    for (value, target) in [
        (place.publication, Target::Publication),
        (place.date, Target::Date),
        (place.page, Target::Page),
        (place.words, Target::Extra(Some(FieldKind::Length))),
    ] {
        fields::place(sheet, Labelled { name, value, target, terms: None });
    }
}
