//! The data of the database below an article.

use std::ops::Range;

use crate::blocks::{Role, Sheet};
use crate::envelope::fields::{self, Labelled, Target};
use crate::header::FieldKind;

use super::labels;

/// Rows that the value of a label may go on for.
const LINES: usize = 3;

/// Whether a row has a blank line above, or there are none from `from` on.
fn is_apart(sheet: &Sheet<'_>, from: usize) -> impl Fn(usize) -> bool {
    let has_blank = (from..sheet.rows.len()).any(|row| sheet.content(row).is_empty());
    move |row| !has_blank || row == 0 || sheet.content(row - 1).is_empty()
}

/// Where it starts: from the end upwards, rows that begin with a label, have a blank line above and come once.
pub(super) fn start(sheet: &Sheet<'_>, from: usize) -> usize {
    let is_apart = is_apart(sheet, from);
    let (mut start, mut below) = (sheet.rows.len(), 0);
    let mut seen: Vec<Vec<u8>> = Vec::new();
    for row in (from..sheet.rows.len()).rev() {
        let line = sheet.content(row);
        if line.is_empty() {
            continue;
        }
        match labels::read(labels::BELOW_TEXT, line).filter(|_| is_apart(row)) {
            Some(field) => {
                let name = field.name.bytes().filter(|byte| *byte != b' ').collect();
                if seen.contains(&name) {
                    break;
                }
                seen.push(name);
                (start, below) = (row, 0);
            }
            None if below == LINES => break,
            None => below += 1,
        }
    }
    start
}

/// Labels the rows from `start` on, and reads them.
pub(super) fn label(sheet: &mut Sheet<'_>, start: usize) {
    let fields = collect(sheet, start);
    let place = fields.iter().find(|(_, field)| field.target == Target::Extra(Some(FieldKind::PublicationPlace)));
    let place = place.map_or("", |(_, field)| field.value);
    for (rows, field) in fields {
        // What was said above the text is said here again: that is no second headline.
        if is_taken(sheet, field.target) {
            sheet.label(rows.start, Role::Field);
        }
        if field.target == Target::Publication {
            publication(sheet, rows.start, field, place);
        } else {
            fields::read(sheet, rows.start, field);
        }
        for row in rows.skip(1).filter(|&row| !sheet.content(row).is_empty()).collect::<Vec<_>>() {
            sheet.label(row, Role::Field);
        }
    }
}

fn is_taken(sheet: &Sheet<'_>, target: Target) -> bool {
    match target {
        Target::Headline => sheet.fields.headline.is_some(),
        Target::Publication => sheet.fields.publication.is_some(),
        Target::Date => sheet.fields.date.is_some(),
        Target::Page => sheet.fields.page.is_some(),
        _ => false,
    }
}

/// The labels with their values, which go on to the next label.
fn collect<'t>(sheet: &Sheet<'t>, start: usize) -> Vec<(Range<usize>, Labelled<'t>)> {
    let mut fields: Vec<(Range<usize>, Labelled<'t>)> = Vec::new();
    let is_apart = is_apart(sheet, start);
    for row in start..sheet.rows.len() {
        let line = sheet.content(row);
        if line.is_empty() {
            continue;
        }
        let apart = || row == start || is_apart(row);
        let field = labels::read(labels::BELOW_TEXT, line).or_else(|| unknown(line)).filter(|_| apart());
        match (field, fields.last_mut()) {
            (Some(field), _) => fields.push((row..row + 1, field)),
            (None, Some((rows, last))) => {
                rows.end = row + 1;
                let from = sheet.span_of(last.value).start();
                last.value = &sheet.text[from as usize..sheet.rows[row].content.end() as usize];
            }
            (None, None) => {}
        }
    }
    fields
}

/// A label that is not in the list, among those that are.
fn unknown(line: &str) -> Option<Labelled<'_>> {
    let (name, value) = line.split_once(": ")?;
    let short = name.len() <= 30 && name.starts_with(char::is_uppercase);
    let plain = name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '/' | '-'));
    (short && plain).then(|| Labelled { name, value: value.trim(), target: Target::Extra(None), terms: None })
}

/// `The Harbour Gazette (Online); Northport, N.S.`: the newspaper, and where it appears.
fn publication(sheet: &mut Sheet<'_>, row: usize, field: Labelled<'_>, place: &str) {
    let (title, town) = field.value.split_once(';').unwrap_or((field.value, ""));
    let (title, town) = (title.trim(), town.trim());
    if town.is_empty() && title == place {
        sheet.label(row, Role::Field);
        fields::place(sheet, Labelled { target: Target::Extra(None), ..field });
        return;
    }
    let before = sheet.fields.publication;
    fields::read(sheet, row, Labelled { value: title, ..field });
    if !town.is_empty() && before.is_none() {
        let kind = Target::Extra(Some(FieldKind::PublicationPlace));
        fields::place(sheet, Labelled { name: &town[..0], value: town, target: kind, terms: None });
    }
}
