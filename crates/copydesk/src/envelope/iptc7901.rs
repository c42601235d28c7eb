//! # iptc7901
//!
//! A news wire story in the format IPTC 7901: a header of codes, a slug, the headline, the body, notes for the newsroom, a stamp. Control
//! characters frame its parts.
//!
//! **Grammar**
//!
//! | line | holds |
//! |---|---|
//! | SOH `eca062 4 i 211 ccccb   dpa 061` | source and number · priority · category · words · options · agency and number |
//! | `Harbour/Ferries/` | the slug, on one line or two |
//! | STX `1ST LEAD` | the version, a line in capitals; it may be missing |
//! | `Ferry returns =` | the headline |
//! | `By Nora Quill, dpa =` | the byline; `=` ends the last line of these |
//! | paragraphs | hard-wrapped, a blank line between |
//! | `# dpa NOTEBOOK` | from here on notes for the newsroom: `- Reporting by: …`, telephone numbers, and a line of signs |
//! | ETX `131137 GMT Nov 13` | day, hour and minute, zone, month and year; then DEL and EOT |
//!
//! The codes, the slug, the version, the notes and the signs become extras, in order. The date is read from the stamp. The notebook, which
//! is not for publication, says who reported and edited the story: that is a credit, not a byline.
//!
//! ```text
//! ␁eca062 4 i 211 ccccb   dpa 061
//!
//! Harbour/Ferries/
//! ␂1ST LEAD
//! Ferry returns to the north quay
//! By Nora Quill, dpa =
//!
//!    Northport (dpa) - The ferry came back on Monday …
//!
//! ␃131137 GMT Nov 13
//! ```
//!
//! **Evidence**: SOH as the first character other than white space, followed by a header of this kind. A file may hold several stories.
//!
//! **Leaves alone** the body: its line breaks, its dateline, its quotes. A headline in capitals that stands alone is not a version line.

use crate::blocks::{Role, Sheet, bylines};
use crate::decode::Decoded;
use crate::header::{BylineStatus, FieldKind};
use crate::repair::Wrapping;
use crate::span::TextSpan;

use super::fields::{self, Labelled, Target};
use super::wire::{self, HEADING, Stamp, TEXT, TEXT_END};
use super::{Envelope, Part};

/// A story of a news wire in the form IPTC 7901.
pub static ENVELOPE: Envelope = Envelope {
    name: "iptc7901",
    wrapping: Wrapping::Expected,
    page: include_str!("iptc7901.rs"),
    recognise: |decoded, _| Header::of(&decoded.text).is_some(),
    split: Some(split),
    label,
};

/// The longest header line.
const HEADER: usize = 90;
/// The width of a full line; the last of a paragraph, which nothing follows, may have any.
const FULL: usize = 45;
const WIDTH: usize = 84;
/// Lines that a headline and what stands with it may take.
const HEADLINES: usize = 8;
/// Words of a line that says which version of a story this is.
const VERSIONS: &[&str] = &[
    "ADD",
    "ADDS",
    "ADVISORY",
    "ANALYSIS",
    "BACKGROUND",
    "CORRECTED",
    "CORRECTION",
    "EXTRA",
    "FACTBOX",
    "FEATURE",
    "FLASH",
    "INTERVIEW",
    "KILL",
    "LEAD",
    "NEWSFLASH",
    "PREVIEW",
    "PROFILE",
    "REFILE",
    "REPEAT",
    "ROUNDUP",
    "SUMMARY",
    "TAKE",
    "UPDATE",
    "URGENT",
    "WRAP",
];

/// The codes at the start.
struct Header<'t> {
    number: &'t str,
    priority: &'t str,
    category: &'t str,
    words: &'t str,
    /// Options, agency and its number.
    rest: &'t str,
}

impl<'t> Header<'t> {
    fn of(text: &'t str) -> Option<Self> {
        Self::read(wire::line_at(text.trim_start(), 0))
    }

    fn read(line: &'t str) -> Option<Self> {
        let line = line.strip_prefix(HEADING).filter(|line| line.len() <= HEADER)?;
        let mut rest = line;
        let mut word = || {
            rest = rest.trim_start();
            let (word, after) = rest.split_at(rest.find(' ').unwrap_or(rest.len()));
            rest = after;
            word
        };
        let (number, priority, category, words) = (word(), word(), word(), word());
        let letters = number.bytes().take_while(u8::is_ascii_alphabetic).count();
        let codes = wire::is_number(&number[letters..])
            && letters > 0
            && priority.len() == 1
            && (1..=3).contains(&category.len())
            && category.bytes().all(|byte| byte.is_ascii_alphabetic())
            && wire::is_number(words);
        codes.then(|| Self { number, priority, category, words, rest: rest.trim() })
    }
}

/// A story starts at each header.
fn split(decoded: &Decoded<'_>) -> Vec<(Part, u32)> {
    let text = &*decoded.text;
    let starts = memchr::memchr_iter(HEADING as u8, text.as_bytes());
    let starts = starts.filter(|&at| wire::short_line_at(text, at, HEADER + 1).and_then(Header::read).is_some());
    starts.map(|at| (Part::Article, at as u32)).collect()
}

fn label(sheet: &mut Sheet<'_>) {
    let Some(first) = sheet.filled().next() else { return };
    wire::cut_at_lines(sheet, first);
    let Some(header) = Header::read(sheet.content(first)) else { return };
    label_header(sheet, first, &header);
    let Some(text) = label_slugs(sheet, first) else { return };
    let body = label_headlines(sheet, text);
    join_paragraphs(sheet, body);
    label_end(sheet, body, header.rest);
}

fn label_header(sheet: &mut Sheet<'_>, row: usize, header: &Header<'_>) {
    sheet.label(row, Role::Field);
    wire::extra(sheet, header.number, Some(FieldKind::Identifier));
    wire::extra(sheet, header.priority, Some(FieldKind::Priority));
    wire::extra(sheet, header.category, Some(FieldKind::Category));
    wire::extra(sheet, header.words, Some(FieldKind::Length));
    // `ccccb   dpa 061`: the agency is the word before the last number.
    let number = header.rest.rsplit(' ').next().filter(|number| wire::is_number(number));
    let before = number.map_or(header.rest, |number| header.rest[..header.rest.len() - number.len()].trim_end());
    let agency = before.rsplit(' ').next().unwrap_or_default();
    wire::extra(sheet, before[..before.len() - agency.len()].trim_end(), None);
    wire::extra(sheet, agency, Some(FieldKind::Publisher));
    if let Some(number) = number {
        wire::extra(sheet, number, Some(FieldKind::Identifier));
    }
}

/// Labels the lines between header and text, and finds the row with which the text starts.
fn label_slugs(sheet: &mut Sheet<'_>, header: usize) -> Option<usize> {
    let text = sheet.filled().filter(|&row| row > header).take(4).find(|&row| sheet.content(row).contains(TEXT))?;
    wire::cut_at_lines(sheet, text);
    let text = sheet.filled().filter(|&row| row >= text).take(4).find(|&row| sheet.content(row).contains(TEXT))?;
    let at = sheet.content(text).find(TEXT).unwrap_or_default();
    let cut = at > 0 && !sheet.content(text)[..at].trim().is_empty();
    if cut {
        sheet.cut(text, sheet.rows[text].content.start() + at as u32);
    }
    let text = text + usize::from(cut);
    for row in sheet.filled().filter(|&row| header < row && row < text).collect::<Vec<_>>() {
        let slug = sheet.content(row);
        sheet.label(row, Role::Field);
        wire::extra(sheet, slug, Some(FieldKind::Slug));
    }
    Some(text)
}

/// Labels versions, headline and byline, which stand together, and says where the body starts.
fn label_headlines(sheet: &mut Sheet<'_>, text: usize) -> usize {
    let block = |sheet: &Sheet<'_>| (text..sheet.rows.len()).take_while(|&row| !sheet.content(row).is_empty()).count();
    for row in (text..text + block(sheet)).rev() {
        wire::cut_at_lines(sheet, row);
    }
    cut_byline(sheet, text + block(sheet) - 1);
    let lines = block(sheet);
    if lines > HEADLINES {
        return text;
    }
    let mut rows: Vec<usize> = (text..text + lines).collect();
    if sheet.content(text).trim_matches(TEXT).trim().is_empty() {
        sheet.label(text, Role::Field);
        rows.remove(0);
    }
    while rows.len() > 1 && is_version(bare(sheet.content(rows[0]))) {
        sheet.label(rows[0], Role::Field);
        wire::extra(sheet, bare(sheet.content(rows[0])), Some(FieldKind::Version));
        rows.remove(0);
    }
    if rows.len() > 1
        && let Some(&last) = rows.last()
        && bare(sheet.content(last)).starts_with("By ")
    {
        let value = bare(sheet.content(last));
        fields::read(sheet, last, Labelled { name: &value[..0], value, target: Target::Byline, terms: None });
        rows.pop();
    }
    let headline = rows.first().zip(rows.last()).map(|(&first, &last)| {
        let (start, end) = (bare(sheet.content(first)), bare(sheet.content(last)));
        (sheet.span_of(start).start(), sheet.span_of(end).end())
    });
    if let Some((start, end)) = headline.filter(|(start, end)| start < end) {
        sheet.fields.headline = Some(TextSpan::new(start, end));
    }
    rows.iter().for_each(|&row| sheet.label(row, Role::Headline));
    text + lines
}

/// Makes one row of the lines of each paragraph of the body. The form breaks lines wherever they are full, so that it need not be asked
/// whether most of them are.
fn join_paragraphs(sheet: &mut Sheet<'_>, body: usize) {
    let text = sheet.text;
    let rest = sheet.take_rows(body);
    let mut in_body = true;
    for row in rest {
        let line = &text[row.content.range()];
        in_body &= !line.starts_with(['#', TEXT_END]);
        let marked = line.starts_with(['-', '*', '+', '>', '|']) || row.content.start() - row.start > 1;
        match sheet.rows.last_mut() {
            Some(above) if in_body && !marked && is_full(&text[above.content.range()]) && !line.is_empty() => {
                above.stretch(text, row.content.end());
            }
            _ => sheet.rows.push(row),
        }
    }
    sheet.article = 0..sheet.rows.len();
}

/// Whether the last line of a row is one that a word more would not have fitted on.
fn is_full(above: &str) -> bool {
    let last = above.rsplit(['\n', '\r']).next().unwrap_or_default();
    (FULL..=WIDTH).contains(&last.chars().count())
}

/// Cuts a byline off a headline whose line end was taken for a wrap: `… at last By Nora Quill, dpa =`. An agency must sign it, or the
/// headline be one whose words are small, or any headline in capitals might name an author.
fn cut_byline(sheet: &mut Sheet<'_>, row: usize) {
    let content = sheet.content(row);
    let Some(at) = content.rfind(" By ").filter(|_| content.ends_with('=')) else { return };
    let span = sheet.span_of(bare(&content[at..]));
    let read = bylines::read_field(sheet, span);
    let signed = read.authors.iter().any(|author| author.affiliation.is_some());
    let words = content[..at].split(' ');
    let small = words.clone().filter(|word| word.starts_with(char::is_lowercase)).count();
    let named = read.status == BylineStatus::Named && !read.authors.is_empty() && bylines::is_clear(sheet, span);
    if named && (signed || small * 2 > words.count()) {
        sheet.cut(row, sheet.rows[row].content.start() + at as u32);
    }
}

/// A line of the header without the marks that frame it.
fn bare(line: &str) -> &str {
    line.trim_start_matches(TEXT).trim().trim_end_matches('=').trim_end()
}

/// `1ST LEAD`, `EXTRA`.
fn is_version(line: &str) -> bool {
    line.len() <= 40
        && !line.chars().any(char::is_lowercase)
        && line.split([' ', '-', ':', ',']).any(|word| VERSIONS.contains(&word))
}

/// Labels the notebook, the signs and the stamp.
fn label_end(sheet: &mut Sheet<'_>, body: usize, source: &str) {
    let stamp = |sheet: &Sheet<'_>| (body..sheet.rows.len()).find(|&row| sheet.content(row).starts_with(TEXT_END));
    let Some(end) = stamp(sheet) else { return };
    let heading = |line: &str| line.starts_with('#') && line.to_ascii_lowercase().contains("notebook");
    let notes = (body..end).find(|&row| heading(sheet.content(row)));
    // Notes are one on a line.
    (notes.unwrap_or(end)..end).rev().for_each(|row| wire::cut_at_lines(sheet, row));
    let Some(end) = stamp(sheet) else { return };
    if let Some(read) = read_stamp(sheet.content(end)) {
        wire::label_stamp(sheet, end, &read);
    }
    let mut editors = false;
    for row in notes.unwrap_or(end)..end {
        if is_signs(sheet.content(row), source) {
            sheet.label(row, Role::Field);
            wire::extra(sheet, sheet.content(row), Some(FieldKind::Credit));
        } else {
            editors = label_note(sheet, row, editors);
        }
    }
    for row in sheet.filled().filter(|&row| row > end).collect::<Vec<_>>() {
        wire::label_end(sheet, row);
    }
}

/// `dpa wsz jln`: the signs of those who worked on it, after the agency that the header names.
fn is_signs(line: &str, source: &str) -> bool {
    let small = line.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b' ' | b'/' | b'-'));
    let agency = line.split(' ').next().unwrap_or_default();
    small && line.len() <= 40 && !agency.is_empty() && source.split(' ').any(|word| word == agency)
}

/// Labels one line of the notebook. Says whether what follows are notes to editors.
fn label_note(sheet: &mut Sheet<'_>, row: usize, editors: bool) -> bool {
    let line = sheet.content(row);
    if line.is_empty() {
        return editors;
    }
    if let Some(heading) = line.strip_prefix('#') {
        sheet.label(row, Role::Field);
        return heading.to_ascii_lowercase().contains("editors");
    }
    let item = line.trim_start_matches(['-', ' ']);
    let editors_only = item.starts_with("The following information is not ");
    match item.split_once(':') {
        Some((name, value)) if name.len() <= 30 && value.starts_with(' ') => {
            let credit = matches!(name, "Reporting by" | "Editing by");
            sheet.label(row, if credit { Role::AuthorNote } else { Role::Field });
            wire::labelled(sheet, name, value, credit.then_some(FieldKind::Credit));
        }
        _ if item.chars().any(char::is_alphanumeric) && (editors || editors_only || line.starts_with('-')) => {
            sheet.label(row, if editors_only { Role::Disclaimer } else { Role::Field });
            wire::extra(sheet, item, Some(FieldKind::EditorNote));
        }
        _ => {}
    }
    editors
}

/// `131137 GMT Nov 13`.
fn read_stamp(line: &str) -> Option<Stamp<'_>> {
    let line = line.trim_matches(|c: char| c.is_control() || c == ' ');
    let mut words = line.split(' ');
    let (clock, zone, month, year) = (words.next()?, words.next()?, words.next()?, words.next()?);
    if clock.len() != 6 || !wire::is_number(clock) || words.next().is_some() {
        return None;
    }
    let value = wire::date(wire::year(year), wire::month(month), &clock[..2]);
    value.map(|value| Stamp {
        wire: None,
        date: line,
        value: Some(value),
        time: &line[2..clock.len() + 1 + zone.len()],
    })
}
