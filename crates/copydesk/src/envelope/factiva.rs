//! # factiva
//!
//! Articles from Factiva: a file with field codes, or a page on which a field is told by its place, as HTML or flattened to text.
//!
//! **Grammar**
//!
//! - *Codes*: `HD⇥headline`, one on a line, with or without blanks before it: `SE` section, `HD` headline, `BY` byline, `CR` credit,
//!   `WC` words, `PD` date, `ET` time, `SN` publication, `SC` its code, `ED` edition, `PG` page, `LA` language, `CY` copyright; `LP` and
//!   `TD`, below which the body stands in paragraphs with blank lines between; then `CO`, `IN`, `NS`, `RE` and others with index terms
//!   (`usa : United States | namz : North America`), `PUB` publisher, `AN` the document's number. Also alone on a line, with the value
//!   below, and as the row of a table: `HD|headline|`.
//! - *Places*: column · section · headline · author · credit · `355 words` · date · `21:13` · publication · code · edition · page ·
//!   volume · language · copyright · body · publisher · `Document HARBG00020240517ek5h0001v`. Only the words, the date and the
//!   publication are always there. The labels are in the language in which the service was used, whatever that of the article is:
//!   `877 Wörter`, `9 Januar 1993`, `Englisch`. On a page, markup says which line is the headline, which the author, and what is a
//!   paragraph of the body.
//! - At the end of a file, `Search Summary` and below it what was searched for.
//!
//! **Evidence** of the decoded text: a line `HD` with three other codes of a header below it; or a line with a document's number, which
//! is the publication's code filled up to eight places, a day of eight digits and a serial; or, among the first lines, a number of words
//! with a date below it and then a language with a copyright below it. In five pages all 334 articles had the number; in 319 the headline
//! could also be told without markup, and in none was it another line.
//!
//! **Example**
//!
//! ```text
//! Region
//! Ferry returns to the north quay
//! By Nora Quill
//! 355 words
//! 17 May 2024
//! Harbour Gazette
//! HARBG
//! 4
//! English
//! © 2024 Harbour Press AG
//! ```
//!
//! **Leaves alone** codes that are not on the list, those of a header below the body, one that has been there, and one with text of the
//! body below: `FLASH⇥` is text. Without markup, a line above the words that may be a section or a headline, or a headline or a name, is not
//! guessed at; a line above the document's number is the publisher only if it ends as a house's name does (`AG`, `Inc.`).

mod codes;
mod lines;
mod positional;
mod search;

use crate::blocks::Sheet;
use crate::decode::{Decoded, Mark};
use crate::repair::Wrapping;

use super::{Envelope, Part};

/// Articles from Factiva.
pub static ENVELOPE: Envelope = Envelope {
    name: "factiva",
    wrapping: Wrapping::Unknown,
    page: include_str!("factiva.rs"),
    recognise: |decoded, edges| codes::recognise(&decoded.text, edges) || positional::recognise(&decoded.text, edges),
    split: Some(split),
    label,
};

fn split(decoded: &Decoded<'_>) -> Vec<(Part, u32)> {
    let text = &*decoded.text;
    let mut starts = codes::starts(text);
    let mut end = None;
    if starts.is_empty() {
        (starts, end) = positional::starts(decoded);
    } else if let Some(&last) = starts.last() {
        end = search::find(text, last);
    }
    let mut parts = Vec::with_capacity(starts.len() + 2);
    let first = starts.first().copied().unwrap_or(0);
    if !text[..first].trim().is_empty() {
        parts.push((Part::Cover, 0));
    }
    parts.extend(starts.into_iter().map(|start| (Part::Article, start as u32)));
    parts.extend(end.filter(|&end| !text[end..].trim().is_empty()).map(|end| (Part::Footer, end as u32)));
    parts
}

fn label(sheet: &mut Sheet<'_>) {
    if sheet.part != Part::Article {
        search::label(sheet);
        return;
    }
    let mut rows: Vec<usize> = sheet.filled().collect();
    // A file with one article that was not taken apart has what stands around it, too.
    if let Some(start) = rows.iter().position(|&row| sheet.is_marked(row, Mark::Article)) {
        let article = rows.split_off(start);
        search::label_rows(sheet, &rows);
        rows = article;
    }
    let ends = |&row: &usize| sheet.is_marked(row, Mark::ArticleEnd);
    let end = rows.iter().skip(1).position(ends).map(|end| end + 1);
    let end = end.or_else(|| {
        let search = search::find(sheet.text, 0)?;
        Some(rows.partition_point(|&row| (sheet.rows[row].content.start() as usize) < search))
    });
    let around = end.map(|end| rows.split_off(end)).unwrap_or_default();
    let limit = around.first().map_or(sheet.text.len() as u32, |&row| sheet.rows[row].start);
    // Where another article follows, this is not one document.
    let more = around.iter().any(|&row| sheet.is_marked(row, Mark::Article));
    if !codes::label(sheet, limit) {
        positional::label(sheet, &rows);
    }
    if !more {
        let around: Vec<usize> = sheet.filled().filter(|&row| sheet.rows[row].start >= limit).collect();
        search::label_rows(sheet, &around);
    }
    positional::label_service(sheet);
}
