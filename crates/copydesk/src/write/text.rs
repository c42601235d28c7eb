//! # text
//!
//! What one reads: headline, deck, byline and body, a blank line between blocks, parts of one paragraph put together. A byline that names
//! nobody, such as a lone `-`, furniture, fields, captions and notes are left out.

use crate::document::Document;
use crate::header::BylineStatus;

use super::Writer;

pub(super) static WRITER: Writer = Writer { name: "text", page: include_str!("text.rs"), shows_layers: false, write };

fn write(document: &Document, _id: &str) -> String {
    let mut text = String::new();
    let byline = document.byline();
    let byline = byline.text.filter(|_| byline.status == BylineStatus::Named);
    for part in [document.headline(), document.deck(), byline].into_iter().flatten() {
        text.push_str(part);
        text.push_str("\n\n");
    }
    text.push_str(&document.body());
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}
