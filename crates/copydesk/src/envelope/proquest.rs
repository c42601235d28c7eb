//! # proquest
//!
//! An export of the database ProQuest, as text or as a page: title, where the article appeared, the text after `Full text:`, then index
//! terms and data of the database. Some come as a forwarded mail, with `>` before every line, which decoding removes.
//!
//! **Grammar**
//!
//! | line | holds |
//! |---|---|
//! | 60 underscores | before every document, and before the footer |
//! | `Document 1 of 500` | in some files |
//! | the title | one line |
//! | `Author:` `Publication info:` | in some; `Harbour Gazette ; Northport [Northport]08 May 2010: A.2.`, or the date alone |
//! | a URL, `Abstract:`, `Links:` | |
//! | `Full text: …` | the first paragraph on the same line, then one on each line |
//! | `CAPTION:` `CREDIT:`, `Illustration` | after the last paragraph |
//! | `Subject:` `Title:` `Publication title:` … `Database:` | one label on a line, blank lines between, always in this order |
//! | `Contact us at:` … | the footer, once |
//!
//! A credit is the byline if it names somebody, or says that nobody is named. An unclear one (three names without a mark between) is only a
//! credit. An HTML page has the same labels on lines without blank ones, an anchor before each document, and a citation above the labels,
//! which is kept as a field. Authors may be written as in an index, `Hale, Jon; Ruiz, Ana`. A publication title that is only the place of
//! publication is a gap of the export, not a newspaper's name.
//!
//! ```text
//! ____________________________________________________________
//!
//! Ferry returns to the north quay
//!
//! Publication info: Harbour Gazette ; Northport [Northport]08 May 2010: A.2.
//!
//! Abstract: None available.
//!
//! Full text: The ferry came back on Monday …
//! It sails four times a day.
//! CREDIT: Nora Quill
//!
//! Subject: Ferries; Harbours
//!
//! Publication title: Harbour Gazette; Northport
//!
//! ProQuest document ID: 1234567
//! ```
//!
//! **Evidence**: a line that begins with `Full text:`, one of the labels that belong above it, and two of those that belong below it. One
//! label in a hundred documents has lost a space (`Placeof publication:`) and is read as if it had not.
//!
//! **Leaves alone** a line of underscores inside an article, after which no document begins; `Document 3 of the inquiry`; titles with a
//! colon (`Nora Quill: …`); and lines of the text that begin like a label: labels count only above the text and, after a blank line, below
//! it.

mod article;
mod labels;
mod origin;
mod pictures;
mod separators;
mod tail;

use crate::blocks::{Role, Sheet};
use crate::repair::Wrapping;

use super::{Envelope, Part};

/// A text export of the database ProQuest.
pub static ENVELOPE: Envelope = Envelope {
    name: "proquest",
    wrapping: Wrapping::Unknown,
    page: include_str!("proquest.rs"),
    recognise: |decoded, edges| edges.may_begin_with(FULL_TEXT) && recognise(&decoded.text),
    split: Some(separators::split),
    label,
};

/// The label of the text.
const FULL_TEXT: &str = "Full text:";

/// Bytes within which the first text of an export begins, and its labels end.
const HEAD: usize = 24 << 10;
const TAIL: usize = 1 << 20;

fn recognise(text: &str) -> bool {
    let bytes = text.as_bytes();
    let head = &bytes[..bytes.len().min(HEAD)];
    let Some(at) = labels::line(head, FULL_TEXT) else { return false };
    let above = labels::ABOVE.iter().any(|label| labels::line(&head[..at], label).is_some());
    let below = &bytes[at..bytes.len().min(at + TAIL)];
    above && labels::BELOW.iter().filter(|label| labels::line(below, label).is_some()).take(2).count() == 2
}

fn label(sheet: &mut Sheet<'_>) {
    match sheet.part {
        Part::Article => article::label(sheet),
        Part::Footer => label_footer(sheet),
        Part::Cover => label_cover(sheet),
        Part::Separator => {}
    }
}

/// Labels the head of the mail that passed an export on.
fn label_cover(sheet: &mut Sheet<'_>) {
    for row in sheet.filled().collect::<Vec<_>>() {
        sheet.label(row, Role::Field);
    }
}

fn label_footer(sheet: &mut Sheet<'_>) {
    for row in sheet.filled().collect::<Vec<_>>() {
        let line = sheet.content(row);
        if let Some(field) = labels::read(labels::FOOTER, line) {
            super::fields::read(sheet, row, field);
        } else if line.contains('©') {
            labels::read_unlabelled(sheet, row, crate::header::FieldKind::Copyright);
        } else {
            sheet.label(row, Role::Field);
        }
    }
}
