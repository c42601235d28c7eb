//! What is between the last paragraph and the data of the database: captions, and the credit.

use crate::blocks::{Role, Sheet, bylines};
use crate::envelope::fields::{self, Labelled, Target};
use crate::header::{BylineStatus, FieldKind};

use super::labels;

/// The heading of the captions in older exports.
const HEADING: &str = "Illustration";
/// Lines that a caption may go on for.
const LINES: usize = 4;

/// Labels the captions and the credit, which are the last rows before `end`, and reads the credit.
pub(super) fn label(sheet: &mut Sheet<'_>, from: usize, end: usize) {
    let start = start(sheet, from, end);
    label_address(sheet, from, start);
    for row in start..end {
        let line = sheet.content(row);
        if line == HEADING {
            sheet.label(row, Role::Field);
        } else if let Some(field) = labels::read(labels::PICTURES, line) {
            if field.target == Target::Extra(Some(FieldKind::Credit)) {
                let role = if credit(sheet, field) { Role::Byline } else { Role::Field };
                sheet.label(row, role);
            } else {
                sheet.label(row, Role::Caption);
                fields::place(sheet, field);
            }
        } else if !line.is_empty() {
            sheet.label(row, Role::Caption);
        }
    }
}

/// The reporter's address, alone below the last paragraph.
fn label_address(sheet: &mut Sheet<'_>, from: usize, end: usize) {
    let Some(last) = (from..end).rev().find(|&row| !sheet.content(row).is_empty()) else { return };
    let host = sheet.content(last).split_once('@').map_or("", |(_, host)| host);
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    if host.contains('.') && host.chars().all(plain) && !sheet.content(last).contains(char::is_whitespace) {
        sheet.label(last, Role::AuthorNote);
    }
}

/// The first of these rows: from the end upwards, labels with no more than a few lines below each. A credit has one line.
fn start(sheet: &Sheet<'_>, from: usize, end: usize) -> usize {
    let (mut start, mut below) = (end, 0);
    for row in (from..end).rev() {
        let line = sheet.content(row);
        if line.is_empty() {
            continue;
        }
        let labelled = labels::read(labels::PICTURES, line);
        let credit = labelled.is_some_and(|field| field.target == Target::Extra(Some(FieldKind::Credit)));
        match () {
            () if line == HEADING || labelled.is_some() && !(credit && below > 0) => (start, below) = (row, 0),
            () if below == LINES => break,
            () => below += 1,
        }
    }
    start
}

/// Reads a credit or an author: the byline, if it is clear whom it names or that it names nobody. Says whether it is the byline.
pub(super) fn credit(sheet: &mut Sheet<'_>, field: Labelled<'_>) -> bool {
    let value = field.value.trim_end_matches([';', ' ']);
    if sheet.fields.byline.status == BylineStatus::Unknown && !value.is_empty() {
        let span = sheet.span_of(value);
        let read = bylines::read_index(sheet, span);
        let read = read.or_else(|| bylines::is_clear(sheet, span).then(|| bylines::read_field(sheet, span)));
        if let Some(read) = read.filter(|read| read.status == BylineStatus::Named) {
            sheet.fields.byline = read;
            return true;
        }
    }
    fields::place(sheet, Labelled { target: Target::Extra(Some(FieldKind::Credit)), ..field });
    false
}
