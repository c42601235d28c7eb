//! The lines above the body: titles, publication, date, rights, and the labelled fields.

use crate::blocks::{Role, Sheet};
use crate::header::{BylineStatus, FieldKind};

use super::super::fields::{self, Labelled, Target};
use super::super::values;
use super::{byline, labels};

/// How many rows stand above the date: headline, deck, vendor, publication.
const TITLES: usize = 6;
/// No edition and no date is longer.
const SHORT: usize = 80;
/// What the vendor of web pages writes above the publication.
const VENDORS: &[&str] = &["Newstex Blogs", "Newstex Newswires", "Newstex Web Blogs"];
/// What a line says that holds the rights, at its beginning or its end.
const RIGHTS: (&[&str], &[&str]) = (
    &["Copyright ", "(c) ", "© "],
    &["All Rights Reserved", "Alle Rechte vorbehalten", "Tous droits réservés", "Alle rechten voorbehouden"],
);

/// Labels the rows of a header.
pub(super) fn label(sheet: &mut Sheet<'_>, rows: &[usize]) {
    let is_below = |&row: &usize| is_rights(sheet.content(row)) || labels::field(sheet.content(row)).is_some();
    // A headline may begin with a word that is a label below.
    let titles = rows.iter().skip(1).position(is_below).map_or(rows.len(), |place| place + 1);
    let date = rows[..titles].iter().take(TITLES).skip(1).position(|&row| is_date(sheet.content(row)));
    let (titles, below) = match date.map(|date| date + 1) {
        Some(date) => {
            label_date(sheet, rows[date]);
            (&rows[..date], &rows[date + 1..])
        }
        // `Winter 2023`: no day of the calendar, but the line of the date.
        None if titles > 2 && has_year(sheet.content(rows[titles - 1])) => {
            let row = rows[titles - 1];
            sheet.label(row, Role::Date);
            sheet.fields.date = Some((sheet.rows[row].content, None));
            (&rows[..titles - 1], &rows[titles..])
        }
        None => rows.split_at(titles),
    };
    label_titles(sheet, titles);
    label_below(sheet, below);
}

/// Headline and publication, and what is between.
fn label_titles(sheet: &mut Sheet<'_>, rows: &[usize]) {
    let [headline, between @ .., publication] = rows else {
        rows.iter().for_each(|&row| sheet.label(row, Role::Unknown));
        return;
    };
    let (headline, publication) = (*headline, *publication);
    sheet.label(publication, Role::Publication);
    sheet.fields.publication = Some(sheet.rows[publication].content);
    sheet.label(headline, Role::Headline);
    let content = sheet.content(headline);
    let (title, deck) = split_deck(content).unwrap_or((content.trim_end_matches([';', ' ']), None));
    sheet.fields.headline = Some(sheet.span_of(title));
    sheet.fields.deck = deck.map(|deck| sheet.span_of(deck));
    for &row in between {
        let content = sheet.content(row);
        if VENDORS.contains(&content) {
            let field = Labelled { name: &content[..0], value: content, target: Target::Extra(None), terms: None };
            fields::read(sheet, row, field);
        } else if row == between[0] && sheet.content(headline).ends_with(';') {
            sheet.label(row, Role::Deck);
            sheet.fields.deck = sheet.fields.deck.or(Some(sheet.rows[row].content));
        } else {
            sheet.label(row, Role::Unknown);
        }
    }
}

/// `Ferry returns ; Town stood on the quay`: headline and deck. A semicolon with a space behind it alone is the headline's own.
fn split_deck(line: &str) -> Option<(&str, Option<&str>)> {
    let at = line.match_indices(';').map(|(at, _)| at).find(|&at| {
        let (before, after) = (&line[..at], &line[at + 1..]);
        let bare = after.starts_with(char::is_alphabetic);
        before.ends_with(' ') && after.starts_with(' ') || bare && before.ends_with(|c: char| !c.is_whitespace())
    })?;
    let (title, deck) = (line[..at].trim_end(), line[at + 1..].trim_start());
    (!title.is_empty() && !deck.is_empty()).then_some((title, Some(deck)))
}

/// Cuts headline and deck apart where they share a row.
pub(super) fn cut_deck(sheet: &mut Sheet<'_>) {
    let Some(deck) = sheet.fields.deck else { return };
    let shared = |&row: &usize| {
        let content = sheet.rows[row].content;
        sheet.rows[row].role == Some(Role::Headline) && content.start() < deck.start() && deck.start() < content.end()
    };
    let row = sheet.filled().take(TITLES).find(shared);
    if let Some(row) = row {
        sheet.cut(row, deck.start());
        sheet.label(row + 1, Role::Deck);
    }
}

fn is_date(line: &str) -> bool {
    line.bytes().any(|byte| byte.is_ascii_digit()) && values::date_and_rest(line, None).is_some()
}

/// `November 5, 2002 Tuesday Final Edition`
fn label_date(sheet: &mut Sheet<'_>, row: usize) {
    sheet.label(row, Role::Date);
    let content = sheet.content(row);
    let Some((date, rest, _)) = values::date_and_rest(content, None) else { return };
    sheet.fields.date = Some((sheet.span_of(date), values::date(date, sheet.language)));
    // A time zone that is not known is no edition.
    let zone = rest.len() <= 5 && rest.bytes().all(|byte| byte.is_ascii_uppercase());
    if !rest.is_empty() && !zone {
        let target = if rest.contains("orrection") { Target::Extra(None) } else { Target::Edition };
        fields::place(sheet, Labelled { name: &rest[..0], value: rest, target, terms: None });
    }
}

/// A year of four digits in a short line.
fn has_year(line: &str) -> bool {
    line.len() <= SHORT
        && line.split(|c: char| !c.is_ascii_digit()).any(|word| word.len() == 4 && word.starts_with(['1', '2']))
}

fn is_rights(line: &str) -> bool {
    RIGHTS.0.iter().any(|begin| line.starts_with(begin))
        || RIGHTS.1.iter().any(|end| line.trim_end_matches('.').ends_with(end))
}

/// `Final Edition`, on a line of its own.
fn is_edition(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    line.len() <= SHORT
        && ["edition", "édition", "edición", "edición", "ausgabe", "editie"]
            .iter()
            .any(|word| last.to_lowercase() == *word)
}

/// Rights and fields.
fn label_below(sheet: &mut Sheet<'_>, rows: &[usize]) {
    let mut last = None;
    for &row in rows {
        let content = sheet.content(row);
        if is_rights(content) {
            let target = Target::Extra(Some(FieldKind::Copyright));
            fields::read(sheet, row, Labelled { name: &content[..0], value: content, target, terms: None });
            last = None;
        } else if let Some((field, _)) = labels::field(content) {
            last = Some(field.target);
            label_field(sheet, row, field);
        } else if last.is_none() && is_edition(content) {
            let field = Labelled { name: &content[..0], value: content, target: Target::Edition, terms: None };
            fields::read(sheet, row, field);
        } else {
            // A deck of several lines.
            sheet.label(row, if last == Some(Target::Deck) { Role::Deck } else { Role::Unknown });
        }
    }
}

fn label_field(sheet: &mut Sheet<'_>, row: usize, field: Labelled<'_>) {
    match field.target {
        Target::Byline if sheet.fields.byline.status == BylineStatus::Unknown => {
            let headline = sheet.fields.headline.map(|span| sheet.slice(span)).unwrap_or_default();
            let whole = sheet.fields.deck.map(|deck| {
                let start = sheet.fields.headline.map_or(deck.start(), |headline| headline.start().min(deck.start()));
                &sheet.text[start as usize..deck.end() as usize]
            });
            byline::read(sheet, row, field, &[whole.unwrap_or(headline), headline]);
        }
        Target::Section => {
            sheet.label(row, Role::Section);
            let (section, version) = split_version(field.value);
            fields::place(sheet, Labelled { value: section, ..field });
            if let Some((name, value)) = version {
                fields::place(sheet, Labelled { name, value, target: Target::Extra(None), terms: None });
            }
        }
        _ => fields::read(sheet, row, field),
    }
}

/// `POLITICS; Version:28`: the section, and the number that a web page's state has.
fn split_version(value: &str) -> (&str, Option<(&str, &str)>) {
    let found = value.rsplit_once(';').and_then(|(section, version)| {
        let (name, number) = version.trim().split_once(':')?;
        let number = number.trim();
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        (name == "Version" && is_number).then_some((section.trim_end(), Some((name, number))))
    });
    found.unwrap_or((value, None))
}
