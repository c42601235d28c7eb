//! # one-line
//!
//! A whole article, or a whole web page, on one line: somebody joined its lines with spaces.
//!
//! **Grammar** of a page: the page's title with the site's name, the menu, a breadcrumb sign, the headline, who wrote it, a source in
//! brackets, time and date; the body; notes in brackets, comments, titles of other articles, the site's own links and rights.
//!
//! The line is cut where its beginning or its end clearly belongs to the page. Each part has its role: `headline`, `byline`, `date`,
//! `copyright`, `author-note`, `furniture`. The rest is one paragraph. Where paragraphs ended cannot be known, and no end is invented.
//!
//! | cut | what makes it certain |
//! |---|---|
//! | headline | the line begins with it and a site's name, and it comes again after a breadcrumb sign (`>>`) or before a date with a time |
//! | byline, source, date | they directly follow such a headline |
//! | `(Web editor: NAMES)`, `(For the latest news, follow us …)` | they end the line, or the foot begins after them |
//! | foot | `Add your comment`, `Related reading`, `Most read` and their like after the end of a sentence, with three more of them up to the end |
//! | rights | `© 2024 Harbour Gazette. All rights reserved.` at the end |
//! | pleas | a last sentence whose words are a plea |
//!
//! **Evidence**: the whole text is one line of at least 400 bytes, with three sentence ends.
//!
//! **Leaves alone** a single paragraph of a few sentences; a first sentence that may be a headline; titles between sentences; a date in the
//! text. A wrong cut is worse than furniture that stays in.

mod foot;
mod head;

use crate::blocks::{FurnitureKind, Role, Sheet, bylines, dates};
use crate::header::{BylineFields, BylineStatus};
use crate::masks::{blocks, moved, places};
use crate::span::TextSpan;

use super::{Envelope, values};

/// A whole article on one line.
pub static ENVELOPE: Envelope = Envelope {
    name: "one-line",
    wrapping: crate::repair::Wrapping::Unknown,
    page: include_str!("one_line.rs"),
    recognise: |decoded, edges| edges.first().len() == 1 && is_one_line(&decoded.text),
    split: None,
    label,
};

/// A shorter line is a paragraph.
const SHORTEST: usize = 400;
/// So many sentences end in it.
const SENTENCES: usize = 3;

fn is_one_line(text: &str) -> bool {
    let text = text.trim();
    text.len() >= SHORTEST
        && memchr::memchr2(b'\n', b'\r', text.as_bytes()).is_none()
        && spaces_after_marks(text.as_bytes()).filter(|&at| ends_sentence(&text[..at])).nth(SENTENCES - 2).is_some()
}

/// The spaces, and the full stops of Chinese, behind what a sentence may end with.
fn spaces_after_marks(text: &[u8]) -> impl Iterator<Item = usize> {
    let mut before = 0;
    blocks(text, 0).flat_map(move |(start, block)| {
        let beyond = block.are_beyond();
        let marks = block.are_one_of([b'.', b'!', b'?', b'"', b'\'', b')', b']']) | beyond;
        let ends = (block.are(b' ') | block.are(CHINESE_STOP[0])) & moved(marks, before, 1);
        before = marks;
        places(start, ends).filter(|&at| text[at] == b' ' || text[at..].starts_with(CHINESE_STOP))
    })
}

const CHINESE_STOP: &[u8] = "。".as_bytes();

/// Whether a sentence may end here.
fn ends_sentence(before: &str) -> bool {
    let end = before.trim_end_matches(['"', '”', '’', '\'', ')', ']', '】']);
    end.ends_with(['.', '!', '?', '。', '…'])
}

/// A part of the line from `start` on, up to the next one.
#[derive(Clone, Copy)]
struct Part<'t> {
    text: &'t str,
    what: What,
}

#[derive(Clone, Copy, PartialEq)]
enum What {
    Furniture(FurnitureKind),
    Headline,
    Byline,
    Date,
    /// The article's text.
    Body,
    AuthorNote,
    Copyright,
}

fn label(sheet: &mut Sheet<'_>) {
    let mut filled = sheet.filled();
    let (Some(row), None) = (filled.next(), filled.next()) else { return };
    drop(filled);
    let line = sheet.content(row);
    let head = head::read(line);
    let body = &line[head.end..];
    let foot = foot::read(body);
    let mut parts = head.parts;
    parts.push(Part { text: &body[..foot.start], what: What::Body });
    parts.extend(foot.parts);
    parts.retain(|part| !part.text.trim().is_empty());
    for (place, part) in parts.iter().enumerate().skip(1) {
        let at = sheet.span_of(part.text.trim_start()).start();
        sheet.cut(row + place - 1, at);
    }
    for (place, part) in parts.iter().enumerate() {
        label_part(sheet, row + place, part.what);
    }
    if let Some(site) = head.publication {
        sheet.fields.publication = Some(sheet.span_of(site));
    }
    let begins = parts.iter().position(|part| !matches!(part.what, What::Furniture(_))).unwrap_or(0);
    let ends = parts.iter().rposition(|part| part.what == What::Body).unwrap_or(0);
    sheet.article = row + begins..row + ends.max(begins) + 1;
}

fn label_part(sheet: &mut Sheet<'_>, row: usize, what: What) {
    let span = sheet.rows[row].content;
    match what {
        What::Furniture(kind) => sheet.label_furniture(row, kind),
        What::Headline => {
            sheet.label(row, Role::Headline);
            sheet.fields.headline = Some(span);
        }
        What::Byline => label_byline(sheet, row, span),
        What::Date => {
            sheet.label(row, Role::Date);
            let language = sheet.language;
            let content = sheet.content(row);
            let stamp = content.rsplit(')').next().unwrap_or(content).trim_start();
            let value = values::date(stamp, language);
            sheet.fields.date = Some((sheet.span_of(stamp), value));
        }
        What::Body => sheet.label(row, Role::Paragraph),
        What::AuthorNote => sheet.label(row, Role::AuthorNote),
        What::Copyright => sheet.label(row, Role::Copyright),
    }
}

/// `By Ana Ruiz`, `( Reuters )`: what stands in the byline's place.
fn label_byline(sheet: &mut Sheet<'_>, row: usize, span: TextSpan) {
    sheet.label(row, Role::Byline);
    let content = sheet.slice(span);
    let (names, source) = match content.split_once('(') {
        Some((names, source)) if !names.is_empty() => (names.trim(), Some(source.trim_matches([')', ' ']))),
        _ => (content.trim_matches(['(', ')', ' ']), None),
    };
    let names = sheet.span_of(names);
    // The house has its brackets, so that what stands between commas is names.
    let read = if source.is_some() { bylines::read_names(sheet, names) } else { bylines::read(sheet, names) };
    if read.status == BylineStatus::Named && !read.authors.is_empty() {
        let source = source.filter(|source| !source.is_empty()).map(|source| sheet.span_of(source));
        sheet.fields.byline = BylineFields { text: Some(span), ..read };
        for author in sheet.fields.byline.authors.iter_mut() {
            author.affiliation = author.affiliation.or(source);
        }
    }
}

/// The shortest beginning that is a date with its year, with the time of day behind it.
fn leading_date(text: &str) -> Option<&str> {
    const WORDS: usize = 8;
    let ends = text.match_indices(' ').map(|(at, _)| at).chain([text.len()]).take(WORDS);
    let mut found = None;
    for end in ends {
        let head = text[..end].trim_end();
        let reading = dates::read(head, None).filter(|reading| reading.is_line() && reading.value().is_some());
        match (reading, found) {
            (Some(_), None) => found = Some(head),
            // `November 18, 2020 14:20 GMT` goes on as long as its words are those of a time.
            (Some(_), Some(before)) if is_clock(&head[str::len(before)..]) => found = Some(head),
            (_, Some(before)) => return Some(before),
            (None, None) => {}
        }
    }
    found
}

fn is_clock(word: &str) -> bool {
    let word = word.trim();
    word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit())
        || matches!(word, "am" | "pm" | "AM" | "PM" | "a.m." | "p.m." | "GMT" | "EST" | "EDT" | "ET" | "BST" | "Uhr")
}
