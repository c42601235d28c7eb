//! What stands between the last paragraph and the data of the database: captions, and the credit.

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
    for row in start(sheet, from, end)..end {
        let line = sheet.content(row);
        if line == HEADING {
            sheet.label(row, Role::Field);
        } else if let Some(field) = labels::read(labels::PICTURES, line) {
            if field.target == Target::Extra(Some(FieldKind::Credit)) {
                sheet.label(row, Role::Field);
                credit(sheet, field);
            } else {
                sheet.label(row, Role::Caption);
                fields::place(sheet, field);
            }
        } else if !line.is_empty() {
            sheet.label(row, Role::Caption);
        }
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

/// Reads a credit or an author: the byline, if it is clear whom it names or that it names nobody.
pub(super) fn credit(sheet: &mut Sheet<'_>, field: Labelled<'_>) {
    let value = field.value.trim_end_matches([';', ' ']);
    if sheet.fields.byline.status == BylineStatus::Unknown && !value.is_empty() {
        let span = sheet.span_of(value);
        let read = bylines::read_index(sheet, span).unwrap_or_else(|| bylines::read_field(sheet, span));
        if read.status == BylineStatus::Named {
            sheet.fields.byline = read;
            return;
        }
    }
    fields::place(sheet, Labelled { target: Target::Extra(Some(FieldKind::Credit)), ..field });
}
