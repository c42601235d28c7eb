//! # factiva
//!
//! Articles from Factiva: a file with field codes, or a page (as HTML or flattened to text) in which the position of a line identifies its
//! field.
//!
//! **Grammar**
//!
//! - *Codes*: `HD⇥headline`, one on a line, with or without blanks before it: `SE` section, `HD` headline, `BY` byline, `CR` credit, `WC`
//!   words, `PD` date, `ET` time, `SN` publication, `SC` its code, `ED` edition, `PG` page, `LA` language, `CY` copyright; `LP` and `TD`,
//!   followed by the body in paragraphs with blank lines between; then `CO`, `IN`, `NS`, `RE` and others with index terms
//!   (`usa : United States | namz : North America`), `PUB` publisher, `AN` the document number. A code may also be alone on a line, with
//!   the value below, or in a table row: `HD|headline|`.
//! - *Places*: column · section · headline · author · credit · `355 words` · date · `21:13` · publication · code · edition · page · volume
//!   · language · copyright · body · publisher · `Document HARBG00020240517ek5h0001v`. Only the words, the date and the publication are
//!   always there. The labels are in the language in which the service was used, not in that of the article: `877 Wörter`, `9 Januar 1993`,
//!   `Englisch`. On a page, markup marks the headline, the author and the paragraphs of the body.
//! - At the end of a file, `Search Summary`, followed by the search.
//!
//! **Evidence** of the decoded text, any of:
//!
//! - a line `HD` with three other header codes below it;
//! - a line with a document number: the publication's code filled up to eight places, a day of eight digits and a serial;
//! - among the first lines, a number of words with a date below it, followed by a language with a copyright below it.
//!
//! In five pages all 334 articles had the number. In 319 the headline could also be identified without markup, and in none was it another
//! line.
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
//! **Leaves alone** codes that are not on the list, header codes below the body, a repeated code, and a code with body text below: `FLASH⇥`
//! is text. Without markup, copydesk does not guess at a line above the words that may be a section or a headline, or a headline or a name.
//! A line above the document number is the publisher only if it ends like a company name (`AG`, `Inc.`).

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
