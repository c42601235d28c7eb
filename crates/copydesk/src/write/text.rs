//! # text
//!
//! What one reads: headline, deck and body, a blank line between blocks, parts of one paragraph put together. Furniture, fields,
//! captions and notes are left out.

use crate::document::Document;

use super::Writer;

pub(super) static WRITER: Writer = Writer { name: "text", page: include_str!("text.rs"), shows_layers: false, write };

fn write(document: &Document, _id: &str) -> String {
    let mut text = String::new();
    for part in [document.headline(), document.deck()].into_iter().flatten() {
        text.push_str(part);
        text.push_str("\n\n");
    }
    text.push_str(&document.body());
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}
