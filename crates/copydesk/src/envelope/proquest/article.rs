//! One document: what is above its text, the text, and what is below.

use crate::blocks::{FurnitureKind, Role, Sheet};
use crate::envelope::fields::{self, Labelled, Target};
use crate::envelope::wire;
use crate::header::FieldKind;
use crate::span::TextSpan;

use super::{labels, origin, pictures, separators, tail};

/// The words of a link to the page of the database.
const LINK: &str = "ProQuest document link";

/// Rows in which the text of a document must begin.
const HEAD: usize = 60;

pub(super) fn label(sheet: &mut Sheet<'_>) {
    let text = sheet.filled().take(HEAD).find(|&row| {
        let field = labels::read(labels::ABOVE_TEXT, sheet.content(row));
        field.is_some_and(|field| field.target == Target::Body)
    });
    let body = text.map(|row| label_text(sheet, row));
    let end = tail::start(sheet, body.unwrap_or(0));
    if body.is_none() && end == sheet.rows.len() {
        return;
    }
    label_head(sheet, text.unwrap_or(end), text.is_some());
    pictures::label(sheet, body.unwrap_or(end), end);
    tail::label(sheet, end);
}

/// Cuts the label off the first paragraph, and says where the text begins.
fn label_text(sheet: &mut Sheet<'_>, row: usize) -> usize {
    let line = sheet.content(row);
    let Some(field) = labels::read(labels::ABOVE_TEXT, line) else { return row };
    if !field.value.is_empty() {
        sheet.cut(row, sheet.span_of(field.value).start());
    }
    fields::read(sheet, row, Labelled { value: &field.value[..0], ..field });
    row + 1
}

/// Labels what is above the text, or, where there is none, above the data of the database.
fn label_head(sheet: &mut Sheet<'_>, end: usize, text_below: bool) {
    let mut rows = sheet.filled().take_while(|&row| row < end).collect::<Vec<_>>().into_iter().peekable();
    while rows.next_if(|&row| separators::is_rule_line(sheet.content(row))).is_some() {}
    if let Some(row) = rows.next_if(|&row| count(sheet.content(row)).is_some())
        && let Some((name, value)) = count(sheet.content(row))
    {
        sheet.label(row, Role::Field);
        wire::labelled(sheet, name, value, Some(FieldKind::Identifier));
    }
    let opens =
        |line: &str| labels::read(labels::ABOVE_TEXT, line).is_some() || separators::is_address(line) || line == LINK;
    if let Some(row) = rows.next_if(|&row| !opens(sheet.content(row))) {
        sheet.label(row, Role::Headline);
        // Some files have the label that the database has below the text.
        let title = sheet.content(row).strip_prefix("Title: ").map(|title| sheet.span_of(title.trim_start()));
        sheet.fields.headline = Some(title.unwrap_or(sheet.rows[row].content));
    }
    while let Some(row) = rows.next() {
        let line = sheet.content(row);
        if separators::is_address(line) {
            // The way to the page through a library: the site's, not the article's.
            sheet.label_furniture(row, FurnitureKind::Other);
            labels::read_unlabelled(sheet, row, FieldKind::Url);
            continue;
        }
        if line == LINK {
            sheet.label_furniture(row, FurnitureKind::Navigation);
            continue;
        }
        let Some(mut field) = labels::read(labels::ABOVE_TEXT, line) else {
            // A citation, in pages. What stands between the title and the text is no part of it.
            if text_below {
                let target = Target::Extra(None);
                fields::read(sheet, row, Labelled { name: &line[..0], value: line, target, terms: None });
            }
            continue;
        };
        sheet.label(row, Role::Field);
        // An abstract may have paragraphs; what else goes on has no blank line between.
        let long = matches!(field.target, Target::Extra(Some(_)));
        while let Some(more) =
            rows.next_if(|&row| !opens(sheet.content(row)) && (long || !sheet.content(row - 1).is_empty()))
        {
            let from = sheet.span_of(field.value).start();
            field.value = sheet.slice(TextSpan::new(from, sheet.rows[more].content.end())).trim_start();
            sheet.label(more, Role::Field);
        }
        match (field.name, field.target) {
            (_, Target::Byline) => {
                pictures::credit(sheet, field);
            }
            (_, Target::Extra(None)) => origin::place(sheet, field),
            _ => fields::place(sheet, field),
        }
    }
}

/// `Document 1 of 500`: the word, and the number.
fn count(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(' ').filter(|(name, _)| *name == "Document")?;
    let (number, of) = value.split_once(" of ")?;
    (wire::is_number(number) && wire::is_number(of)).then_some((name, value))
}
