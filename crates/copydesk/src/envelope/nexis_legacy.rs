//! # nexis-legacy
//!
//! Articles of LexisNexis and Nexis.com, downloaded as text or as a page: a cover, then each article with its number, its fields above and
//! below the body, and the owner's notice.
//!
//! **Grammar**
//!
//! | part | lines |
//! |---|---|
//! | cover | `Download Request: …` (`Printopdracht: …`) · `Time Of Request: …` · `Send To:` and an address · `Terms: …`, wrapped · `Source: …` · `Project ID: …` |
//! | article | `3 of 40 DOCUMENTS` (`FOCUS - 3 of 40 DOCUMENTS`, `Dokument 3 von 40`, `Document 3 de 40`, `3 de 40 DOCUMENTO(S)`) · head · fields · body · fields · notice |
//! | head | notice, or at the end · publication · date, with a time, an edition on the same line or below, a second date in other words · headline, with a deck after `;` at a line end · or the headline above the date · or no headline |
//! | fields | `LABEL: value`, wrapped, with a blank line between any two; the known ones include a headline (`HEADLINE:`, `KOP:`, `TITRE:`), and `BODY:` (`TEXT:`, `TEKST:`), the last |
//! | notice | `Copyright 2010 Harbour Press`, wrapped · `All Rights Reserved` |
//!
//! Number, notices, publication and dates are centred on the page; headline, fields and body are at its left. Labels are a closed list in
//! five languages (`data/nexis.toml`). Fields below the body are read from the end backwards, so a label in the middle of a body is not
//! one. A broadcast has its show, anchors and guests. A website's article has its address, and its length without a label. An HTML page has
//! the same lines, none of them centred, and an anchor before each article.
//!
//! **Evidence** of the decoded text alone, any of:
//!
//! - a cover or a number among the first lines;
//! - two labels of the database at the end (`LOAD-DATE:`, `LANGUAGE:`, `PUBLICATION-TYPE:` and their like in other languages);
//! - one such label, and one that belongs above the body (`LENGTH:`, `BYLINE:`).
//!
//! Of 161 articles of one download, 158 had a headline as a field and 157 `BODY:`. In other downloads none has either.
//!
//! **Example**
//!
//! ```text
//!                                1 of 2 DOCUMENTS
//!
//!                                Harbour Gazette
//!
//!                             January 11, 2010 Monday
//!                                  Final Edition
//!
//! Ferry returns to the north quay;
//! Half the town saw it in
//!
//! BYLINE: Nora Quill
//!
//! SECTION: NEWS; Pg. 3
//!
//! LENGTH: 355 words
//!
//! The ferry came back on Monday, a year after it had left for the dock.
//!
//! LOAD-DATE: January 11, 2010
//!
//! LANGUAGE: ENGLISH
//!
//!                        Copyright 2010 Harbour Press Ltd.
//!                              All Rights Reserved
//! ```
//!
//! **Leaves alone**
//!
//! - body lines that look like labels: speakers of a transcript (`OLSEN: Good evening.`), codes of a desk (`MID: Calm on the coast`),
//!   `ANNOUNCER:`, `FLASH:`, and `LENGTH: 19.43 meters` among the measures of a ship;
//! - `1 of 10 DOCUMENTS` inside a paragraph;
//! - a label without a fixed place, which is no evidence: an article that ends with `LANGUAGE: French` alone is not of this form.

mod article;
mod blocks;
mod cover;
mod files;
mod head;
mod labels;

use crate::blocks::Sheet;

use super::{Envelope, Part};

/// Articles of LexisNexis and Nexis.com as text.
pub static ENVELOPE: Envelope = Envelope {
    name: "nexis-legacy",
    wrapping: crate::repair::Wrapping::Expected,
    page: include_str!("nexis_legacy.rs"),
    recognise: files::recognise,
    split: Some(files::split),
    label,
};

fn label(sheet: &mut Sheet<'_>) {
    match sheet.part {
        Part::Cover => cover::label(sheet),
        _ => article::label(sheet),
    }
}
