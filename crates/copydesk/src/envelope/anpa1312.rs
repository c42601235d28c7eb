//! # anpa1312
//!
//! A news wire story in the format ANPA 1312: two lines of codes, lines for the newsroom that begin with `^`, the body, a stamp. Control
//! characters frame its parts.
//!
//! **Grammar**
//!
//! | line | holds |
//! |---|---|
//! | SYN SYN SOH `W2870` US `asian` | the service's letter and the story's number · for whom it is |
//! | `f l` DC3 DC1 ` BC-PORT--Ferries 1stLd-Writethru   11-13 1049` | priority · category · keyword · version · month and day · words; DC2 for tables |
//! | STX `^BC-PORT--Ferries Return, 1st Ld-Writethru,466<` | the slug, with version and words |
//! | `^Ferry returns to the north quay<` | the headline |
//! | `^AP Photo XNP101<` `^Eds: …<` `^EDITOR'S NOTE _ …<` | pictures, notes to editors |
//! | `^By NORA QUILL=` `^Associated Press=` | the byline, and for whom they write |
//! | TAB and three blanks | a paragraph |
//! | BS `…;…;…` DLE | a row of a table |
//! | ETX `AP-WF-11-13-13 1509GMT<` | the wire, the date and the time; then FF and EOT |
//!
//! Further lines with `^` are headings inside the body, or items of a list of headlines. Codes, slug, version, pictures and notes become
//! extras, in order. The date is read from the stamp, because the header's date has no year.
//!
//! ```text
//! ␖␖␁W2870␟asian
//! f l␓␑ BC-PORT--Ferries     11-13 1049
//! ␂^BC-PORT--Ferries Return,466<
//! ^Ferry returns to the north quay<
//! ^By NORA QUILL=
//! ^Associated Press=
//!     NORTHPORT (AP) _ The ferry came back on Monday …
//!     ␃AP-WF-11-13-13 1509GMT<
//! ```
//!
//! **Evidence**: SOH, a letter, four digits and US among the first characters. A file may hold several stories.
//!
//! **Leaves alone** the body: quotes made of two backticks, dashes made of `_`, and fractions made of a bracket are the wire's own.

mod headings;

use crate::blocks::{Role, Sheet};
use crate::decode::Decoded;
use crate::header::FieldKind;
use crate::repair::Wrapping;

use super::wire::{self, HEADING, Stamp, TEXT, TEXT_END};
use super::{Envelope, Part};

/// A story of a news wire in the form ANPA 1312.
pub static ENVELOPE: Envelope = Envelope {
    name: "anpa1312",
    wrapping: Wrapping::Unknown,
    page: include_str!("anpa1312.rs"),
    recognise: |decoded, _| {
        let start = &decoded.text.as_bytes()[..decoded.text.len().min(OPENING)];
        memchr::memchr_iter(HEADING as u8, start).any(|at| is_heading(&decoded.text, at))
    },
    split: Some(split),
    label,
};

/// Characters among which the first header must begin.
const OPENING: usize = 64;
/// Idle, which fills the line before a header.
const IDLE: u8 = 0x16;
/// Unit separator, between a story's number and for whom it is.
const UNIT: char = '\u{1f}';
/// The control characters between category and keyword, of which this one says that tables follow.
const TABULAR: char = '\u{12}';
/// Start and end of a table's row.
const ROW: char = '\u{8}';

/// Whether `W2870` US follows the start of a heading.
fn is_heading(text: &str, at: usize) -> bool {
    let bytes = &text.as_bytes()[at + 1..];
    bytes.len() > 5
        && bytes[0].is_ascii_alphabetic()
        && bytes[1..5].iter().all(u8::is_ascii_digit)
        && bytes[5] == UNIT as u8
}

/// A story starts at each heading, with the idle characters before it.
fn split(decoded: &Decoded<'_>) -> Vec<(Part, u32)> {
    let bytes = decoded.text.as_bytes();
    let starts = memchr::memchr_iter(HEADING as u8, bytes).filter(|&at| is_heading(&decoded.text, at));
    let with_idle = |at: usize| at - bytes[..at].iter().rev().take(8).take_while(|&&byte| byte == IDLE).count();
    starts.map(|at| (Part::Article, with_idle(at) as u32)).collect()
}

fn label(sheet: &mut Sheet<'_>) {
    let Some(first) = sheet.filled().next() else { return };
    wire::cut_at_lines(sheet, first);
    let heading = sheet.content(first);
    let Some(at) = heading.find(HEADING).filter(|&at| is_heading(heading, at)) else { return };
    let (number, service) = heading[at + 1..].split_once(UNIT).unwrap_or((&heading[at + 1..], ""));
    sheet.label(first, Role::Field);
    wire::extra(sheet, number, Some(FieldKind::Identifier));
    wire::extra(sheet, service, None);

    let text = sheet.filled().take(4).find(|&row| sheet.content(row).starts_with(TEXT));
    let codes = sheet.filled().nth(1).filter(|&row| text.is_none_or(|text| row < text));
    let tabular = codes.is_some_and(|row| label_codes(sheet, row));
    if let Some(text) = text {
        headings::label(sheet, text, tabular);
    }
    let Some(end) = sheet.filled().rev().find(|&row| sheet.content(row).starts_with(TEXT_END)) else { return };
    if let Some(stamp) = read_stamp(sheet.content(end)) {
        wire::label_stamp(sheet, end, &stamp);
    }
    for row in sheet.filled().filter(|&row| row > end).collect::<Vec<_>>() {
        wire::label_end(sheet, row);
    }
}

/// Labels the second line, and says whether the story has tables.
fn label_codes(sheet: &mut Sheet<'_>, row: usize) -> bool {
    wire::cut_at_lines(sheet, row);
    let line = sheet.content(row);
    sheet.label(row, Role::Field);
    let (priority, rest) = line.split_at(line.find(' ').unwrap_or(line.len()));
    let rest = rest.trim_start();
    let category = rest.split(|c: char| c == ' ' || c.is_control()).next().unwrap_or_default();
    let keywords = rest[category.len()..].trim_start_matches(|c: char| c == ' ' || c.is_control());
    wire::extra(sheet, priority, Some(FieldKind::Priority));
    wire::extra(sheet, category, Some(FieldKind::Category));
    let (before, words) = last_word(keywords);
    let (before, day) = last_word(before);
    let dated = wire::is_number(words) && day.split('-').count() == 2 && day.split('-').all(wire::is_number);
    let keywords = if dated { before } else { keywords };
    let keyword = keywords.split(' ').next().unwrap_or_default();
    wire::extra(sheet, keyword, Some(FieldKind::Slug));
    wire::extra(sheet, keywords[keyword.len()..].trim_start(), Some(FieldKind::Version));
    if dated {
        wire::extra(sheet, day, None);
        wire::extra(sheet, words, Some(FieldKind::Length));
    }
    line.contains(TABULAR)
}

/// The text before the last word, and that word.
fn last_word(text: &str) -> (&str, &str) {
    let text = text.trim_end();
    let (before, word) = text.split_at(text.rfind(' ').map_or(0, |at| at + 1));
    (before.trim_end(), word)
}

/// `AP-WF-11-13-13 1509GMT<`.
fn read_stamp(line: &str) -> Option<Stamp<'_>> {
    let line = line.trim_matches(|c: char| c.is_control() || matches!(c, ' ' | '<'));
    let (before, time) = line.split_once(' ')?;
    let at = before.find(|c: char| c.is_ascii_digit())?;
    let (wire, date) = before.split_at(at);
    let mut parts = date.split('-');
    let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
    let clock = time.len() >= 4 && wire::is_number(time.get(..4)?) && parts.next().is_none();
    if !clock || ![month, day, year].into_iter().all(wire::is_number) {
        return None;
    }
    let value = wire::date(wire::year(year), wire::month(month), day);
    let wire = Some(wire.trim_end_matches('-')).filter(|wire| !wire.is_empty());
    Some(Stamp { wire, date, value, time })
}
