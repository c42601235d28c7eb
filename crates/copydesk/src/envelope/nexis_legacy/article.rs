//! One article: the head, the fields above the body, the body, the fields below it, the owner's notice.

use crate::blocks::{Role, Sheet};
use crate::envelope::fields::{self, Labelled, Target};
use crate::header::FieldKind;

use super::blocks::Blocks;
use super::{head, labels};

/// Blocks that the value of one field takes, at the most: captions, a correction.
const VALUE: usize = 8;

pub(super) fn label(sheet: &mut Sheet<'_>) {
    let mut page = Blocks::of(sheet);
    if page.len() == 0 {
        return;
    }
    let mut at = head::read(&mut page);
    while at < page.len() {
        let Some(found) = page.field(at) else { break };
        if found.target == Target::Body {
            body(&mut page, at, found);
            at += 1;
            break;
        }
        at += field(&mut page, at, found);
    }
    let tail = tail(&page, at);
    at = tail;
    while at < page.len() {
        match page.field(at) {
            Some(found) => at += field(&mut page, at, found),
            None => {
                let rows = page.rows(at);
                if labels::is_code(page.first(at)) {
                    page.place_extra(rows, None);
                } else {
                    head::notice(&mut page, rows);
                }
                at += 1;
            }
        }
    }
    page.finish();
}

/// `BODY:` and its kin: the body may begin on the same line.
fn body(page: &mut Blocks<'_, '_>, block: usize, field: Labelled<'_>) {
    let row = page.rows(block).start;
    page.sheet.label(row, Role::Field);
    if !field.value.is_empty() {
        page.cut(row, field.value);
    }
}

/// Reads the fields of a block: one, or one on each of its lines. Returns how many blocks they take.
fn field<'t>(page: &mut Blocks<'_, 't>, block: usize, first: Labelled<'t>) -> usize {
    let rows = page.rows(block);
    let mut found = first;
    let mut start = rows.start;
    for row in rows.start + 1..rows.end {
        if let Some(next) = labels::field(page.line(row)).filter(|next| next.target != Target::Body) {
            one(page, start..row, found);
            (found, start) = (next, row);
        }
    }
    let more = more(page, block, &found);
    let last = page.rows(block + more).end;
    one(page, start..last, found);
    more + 1
}

/// How many blocks a field's value goes on: below a label that stands alone, and for captions up to the next label.
fn more(page: &Blocks<'_, '_>, block: usize, field: &Labelled<'_>) -> usize {
    let end = page.len();
    let limit = (block + 1 + VALUE).min(end);
    let is_plain = |block: usize| {
        page.field(block).is_none() && !labels::is_copyright(page.first(block)) && !labels::is_rights(page.first(block))
    };
    let plain = (block + 1..limit).take_while(|&block| is_plain(block)).count();
    // What follows must be a label, or the body would be a value.
    let closed = block + 1 + plain < end.min(block + 1 + VALUE);
    match field.target {
        Target::Extra(Some(FieldKind::Graphic)) if closed => plain,
        _ if takes_block(field) && plain == 1 && closed => 1,
        _ => 0,
    }
}

/// Labels that may stand alone above their value.
fn takes_block(field: &Labelled<'_>) -> bool {
    field.value.is_empty()
        && (field.target == Target::Deck
            || matches!(field.target, Target::Extra(None | Some(FieldKind::Graphic | FieldKind::Abstract))))
}

/// Reads one field. A headline, a deck and captions are cut off from their labels, to be read as what they are.
fn one<'t>(page: &mut Blocks<'_, 't>, rows: std::ops::Range<usize>, field: Labelled<'t>) {
    let value = page.until(field.value, rows.end - 1);
    let field = Labelled { value, ..field };
    let value = value.trim_start();
    let role = match field.target {
        Target::Headline if !value.is_empty() => {
            page.place_headline(rows, field.name, value);
            return;
        }
        Target::Deck => Role::Deck,
        Target::Extra(Some(FieldKind::Graphic)) => Role::Caption,
        _ => {
            page.place(rows, Labelled { value, ..field });
            return;
        }
    };
    if value.is_empty() {
        page.place(rows, Labelled { value, ..field });
        return;
    }
    fields::place(page.sheet, Labelled { value, ..field });
    page.label_from(rows, value, role, "");
}

/// The first block of the fields below the body: from there on all are fields or the owner's notice.
fn tail(page: &Blocks<'_, '_>, body: usize) -> usize {
    let mut start = page.len();
    while start > body {
        let block = start - 1;
        let first = page.first(block);
        let closes = page.field(block).is_some_and(|field| !matches!(field.target, Target::Body | Target::Headline))
            || labels::is_copyright(first)
            || labels::is_rights(first);
        // A code that has lost its label, between fields that have theirs.
        let code = || {
            start < page.len()
                && block > body
                && page.rows(block).len() == 1
                && labels::is_code(first)
                && page.field(block - 1).is_some_and(|field| labels::is_of_database(&field))
        };
        if closes || code() {
            start = block;
            continue;
        }
        // The second block of a value.
        let label = (body..block).rev().take(VALUE).find(|&above| page.field(above).is_some());
        let Some(label) =
            label.filter(|&label| page.field(label).is_some_and(|field| label + more(page, label, &field) >= block))
        else {
            break;
        };
        start = label;
    }
    start
}
