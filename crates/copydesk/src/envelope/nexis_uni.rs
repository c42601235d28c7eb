//! # nexis-uni
//!
//! An export of Nexis Uni (Lexis Advance): the plain text, or the main part of the DOCX file, whose text has the same lines.
//!
//! **Grammar**: a cover, which may be missing, then the articles, each with `End of Document` as its last line.
//!
//! | part | lines |
//! |---|---|
//! | cover | `User Name:` · `Date and Time:` · `Job Number:` · `Documents (N)` · for each `1. Title` · `Client/Matter:` · `Search Terms:` · `Search Type:` · `Narrowed by:` · a table with `Sources: …` |
//! | header | headline, with the deck after ` ; ` · the vendor's name, if any · publication · date, with time and edition · copyright · `Section:` `Length:` `Byline:` `Highlight:` `Dateline:`, each with a no-break space after the colon |
//! | body | `Body` alone on its line · one paragraph a line |
//! | tail | `Notes` · `Graphic` and captions · `Classification` and index terms (`FERRIES (93%); HARBOURS (78%)`) · `Load-Date:` · `End of Document` |
//!
//! The labels are a closed list, in the language of the person who downloads. In a DOCX file, bookmarks mark where an article, its body and
//! its index terms begin. A converter of such files puts blank lines everywhere, wraps paragraphs, and leaves `[]` for a picture, which is
//! furniture.
//!
//! One paper's `Byline:` continues with the headline, or has lost the name before it. Another's byline runs into the first paragraph
//! (`By Ana RuizOslo: The ferry …`). If headline or place show the seam, the part before it is read. Otherwise the author is unknown, and
//! the doubt is noted.
//!
//! **Evidence**: the line `Body` with a length a few lines above it (1,742 of 1,743 articles had both), the bookmarks, or the last line
//! with a length near the top. In each of nine DOCX files, bookmarks, bodies and last lines were equal in number.
//!
//! **Example**
//!
//! ```text
//! Ferry returns to the north quay
//! Harbour Gazette (Northport)
//! November 24, 2023 Friday 6:36 PM EST
//!
//!
//! Copyright 2023 Harbour Press All Rights Reserved
//! Section: NEWS; Pg. 4
//! Length: 212 words
//! Byline: Ana Ruiz
//! Body
//!
//!
//! The ferry came back on Monday, a year after it had left for the dock.
//!
//! Load-Date: November 25, 2023
//!
//!
//! End of Document
//! ```
//!
//! **Leaves alone** a body line that looks like a field (`Mayor: We sail on Monday.`), the word `Body` or `Notes` inside it, and an article
//! that ends with the words *end of document* and has no length.

mod byline;
mod cover;
mod files;
mod header;
mod labels;
mod tail;

use crate::blocks::{FurnitureKind, Role, Sheet};
use crate::decode::Mark;

use super::{Envelope, Part};
use labels::Head;

/// An export of Nexis Uni.
pub static ENVELOPE: Envelope = Envelope {
    name: "nexis-uni",
    wrapping: crate::repair::Wrapping::Unknown,
    page: include_str!("nexis_uni.rs"),
    recognise: files::recognise,
    split: Some(files::split),
    label,
};

/// What a converter leaves of a picture without words: the logo of the paper, above the headline and below the rights.
const PICTURE: &str = "[]";

/// How many filled rows a header has at most.
const HEADER: usize = 40;

fn label(sheet: &mut Sheet<'_>) {
    match sheet.part {
        Part::Cover => cover::label(sheet),
        Part::Article => label_article(sheet),
        Part::Separator | Part::Footer => {}
    }
}

fn label_article(sheet: &mut Sheet<'_>) {
    let pictures: Vec<usize> = sheet.filled().filter(|&row| sheet.content(row) == PICTURE).collect();
    for row in pictures {
        sheet.label_furniture(row, FurnitureKind::Other);
    }
    let rows: Vec<usize> = sheet.filled().filter(|&row| sheet.content(row) != PICTURE).take(HEADER).collect();
    let is_body =
        |&row: &usize| labels::head(sheet.content(row)) == Some(Head::Body) || sheet.is_marked(row, Mark::Body);
    let length = rows.iter().position(|&row| labels::is_length(sheet.content(row)));
    let body = rows.iter().position(is_body);
    let (header, below) = match (body, length) {
        (Some(body), _) => (&rows[..body], body + 1),
        // Without its head the body begins below the last field.
        (None, Some(length)) => {
            let fields = rows[length..].iter().take_while(|&&row| labels::field(sheet.content(row)).is_some()).count();
            (&rows[..length + fields], length + fields)
        }
        (None, None) => return,
    };
    if let Some(body) = body {
        sheet.label(rows[body], Role::Field);
    }
    header::label(sheet, header);
    if let Some(&first) = rows.get(below) {
        tail::label(sheet, first, body.is_some());
        let open = sheet.filled().find(|&row| row >= first && sheet.is_open(row));
        if let Some(open) = open {
            byline::cut_glued(sheet, open);
        }
    }
    // Last, because it moves all rows below.
    header::cut_deck(sheet);
}
