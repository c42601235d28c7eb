//! The form with field codes: `HD⇥Ferry returns`, `LP⇥NORTHPORT - The ferry …`.

use crate::blocks::{Role, Sheet};
use crate::header::FieldKind;
use crate::phrase::Phrase;
use crate::span::TextSpan;

use super::super::edges::Edges;
use super::super::fields::{self, Labelled, Target};
use super::super::values::Terms;
use super::lines;
use crate::data::Entry;

/// How a code is set off from its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// `HD⇥…`, as the service writes it.
    Tab,
    /// `HD|…|`, from a table.
    Bar,
    /// Alone on its line, from a table of another program.
    Alone,
}

/// How many lines below a headline are looked at for the codes of a header, and how many codes it must have.
const HEADER_LINES: usize = 40;
const HEADER_CODES: usize = 3;
/// How many fields may stand before the headline: section and column.
const ABOVE: usize = 3;
/// What a header is sure to have some of.
const HEADER: &[&str] = &["WC", "PD", "ET", "SN", "SC", "ED", "PG", "LA", "CY", "LP"];
/// What stands above a headline.
const BEFORE: &[&str] = &["SE", "CLM"];

/// The code of a headline.
static HEADLINE: Phrase = Phrase::new("HD", 0);

/// The style of the first headline, if it has the codes of a header below it.
fn style(text: &str) -> Option<Style> {
    headlines(text).map(|(_, style)| style).next()
}

/// Whether the text is of this form.
pub(super) fn recognise(text: &str, edges: &Edges<'_>) -> bool {
    edges.has_initial(b'H') && style(text).is_some()
}

/// Where the lines of headlines begin, each with the codes of a header below it.
fn headlines(text: &str) -> impl Iterator<Item = (usize, Style)> + '_ {
    HEADLINE.places(text.as_bytes()).filter_map(move |at| {
        let start = line_start(text, at)?;
        let style = style_of(&text[at..], "HD")?;
        let below = crate::lines::of(&text[at..])
            .skip(1)
            .take(HEADER_LINES)
            .map(|line| line.trim_start_matches([' ', '\u{a0}']));
        // The next headline has a header of its own.
        let below = below.take_while(|line| style_of(line, "HD") != Some(style));
        let codes = below.filter(|line| HEADER.iter().any(|code| style_of(line, code) == Some(style)));
        (codes.take(HEADER_CODES).count() == HEADER_CODES).then_some((start, style))
    })
}

/// Where the line begins, if there is only blank space on it before `at`. No code stands far inside its line.
fn line_start(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let blank = bytes[..at].iter().rev().take(16).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let start = at - blank;
    (start == 0 || matches!(bytes[start - 1], b'\n' | b'\r')).then_some(start)
}

/// How the code is set off, if the line begins with it.
fn style_of(line: &str, code: &str) -> Option<Style> {
    let rest = line.strip_prefix(code)?;
    match rest.bytes().next() {
        Some(b'\t') => Some(Style::Tab),
        Some(b'|') => Some(Style::Bar),
        None | Some(b'\n' | b'\r') => Some(Style::Alone),
        _ => None,
    }
}

/// Where the articles start: at their headlines, or at the section or column right above.
pub(super) fn starts(text: &str) -> Vec<usize> {
    headlines(text).map(|(headline, style)| above(text, headline, style)).collect()
}

/// Where the fields right above a headline begin.
fn above(text: &str, headline: usize, style: Style) -> usize {
    let mut start = headline;
    // The value of a code that is alone stands on the line below it.
    let mut at = headline;
    for _ in 0..if style == Style::Alone { 2 * ABOVE } else { ABOVE } {
        let Some(before) = text[..at].strip_suffix('\n') else { break };
        at = before.rfind('\n').map_or(0, |end| end + 1);
        let line = before[at..].trim_start_matches([' ', '\u{a0}', '\u{feff}']);
        if BEFORE.iter().any(|code| style_of(line, code) == Some(style)) {
            start = at;
        } else if style != Style::Alone || line.trim().is_empty() {
            break;
        }
    }
    start
}

/// The reading of one article.
struct Reader<'s, 't> {
    sheet: &'s mut Sheet<'t>,
    style: Style,
    /// Where the article ends.
    limit: u32,
    /// Where the codes below the body begin, an offset of the text.
    tail: u32,
    /// The codes so far.
    seen: Vec<&'static str>,
}

/// Labels the fields of an article, which ends at `limit`, and says whether it has any.
pub(super) fn label(sheet: &mut Sheet<'_>, limit: u32) -> bool {
    let Some(style) = style(sheet.text) else { return false };
    let mut reader = Reader { sheet, style, limit, tail: 0, seen: Vec::new() };
    reader.tail = reader.tail();
    let mut row = 0;
    while row < reader.sheet.rows.len() {
        row = match reader.code(row) {
            None => row + 1,
            Some(entry) => {
                reader.seen.push(entry.name);
                if entry.value == "body" { reader.body(row, entry) } else { reader.field(row, entry) }
            }
        };
    }
    true
}

impl<'t> Reader<'_, 't> {
    /// Whether the row is of the article, and not blank.
    fn is_open(&self, row: usize) -> bool {
        self.sheet.is_open(row) && self.sheet.rows[row].start < self.limit
    }

    /// Where the last codes begin below which there is no other text, but the lines of a value.
    fn tail(&self) -> u32 {
        let mut tail = None;
        let mut blank = true;
        for row in 0..self.sheet.rows.len() {
            if self.sheet.content(row).is_empty() {
                blank = true;
                continue;
            }
            if !self.is_open(row) {
                continue;
            }
            match self.code(row) {
                Some(entry) if entry.value == "body" => tail = None,
                Some(entry) => {
                    tail = tail.or(Some(self.sheet.rows[row].start));
                    if entry.name == "AN" {
                        break;
                    }
                }
                None if blank && !lines::is_service(self.sheet.content(row)) => tail = None,
                None => {}
            }
            blank = false;
        }
        tail.unwrap_or(u32::MAX)
    }

    /// The code that the row begins with. No code comes twice; below the body there are neither those of the header, nor any with more
    /// of the body below.
    fn code(&self, row: usize) -> Option<&'static Entry> {
        let content = self.sheet.content(row);
        if !content.starts_with(|c: char| c.is_ascii_uppercase()) || !self.is_open(row) {
            return None;
        }
        let entry = lines::section("codes").find(|entry| {
            let Some(rest) = content.strip_prefix(entry.name) else { return false };
            match self.style {
                // The tab of a field without a value is no part of the row's content.
                Style::Tab => {
                    let after = || self.sheet.text[self.sheet.rows[row].content.end() as usize..].starts_with('\t');
                    rest.starts_with('\t') || rest.is_empty() && after()
                }
                Style::Bar => rest.starts_with('|'),
                Style::Alone => rest.is_empty(),
            }
        })?;
        let header = [HEADER, BEFORE, &["HD", "BY"]].iter().any(|codes| codes.contains(&entry.name));
        let below = self.seen.iter().any(|code| matches!(*code, "LP" | "TD"));
        let early = header || self.sheet.rows[row].start < self.tail;
        let misplaced = below && early && entry.value != "body";
        (!misplaced && !self.seen.contains(&entry.name)).then_some(entry)
    }

    /// The value on the code's own row.
    fn own_value(&self, row: usize, entry: &Entry) -> &'t str {
        let rest = &self.sheet.content(row)[entry.name.len()..];
        rest.trim_start_matches(['\t', '|', ' ']).trim_end_matches('|').trim_end()
    }

    /// Labels the code before the first words of the body; what is below it is the body until the next code. Gives the row after it.
    fn body(&mut self, row: usize, entry: &'static Entry) -> usize {
        let value = self.own_value(row, entry);
        if value.is_empty() {
            self.sheet.label(row, Role::Field);
            return row + 1;
        }
        let at = self.sheet.span_of(value).start();
        self.sheet.cut(row, at);
        self.sheet.label(row, Role::Field);
        if self.style == Style::Bar {
            self.end_cell(row + 1);
        }
        row + 1
    }

    /// Cuts off the bar that ends a cell; it may stand paragraphs below.
    fn end_cell(&mut self, row: usize) {
        let is_end = |&row: &usize| self.sheet.content(row).ends_with('|') || self.code(row).is_some();
        let Some(end) = (row..self.sheet.rows.len()).find(is_end) else { return };
        let content = self.sheet.content(end);
        if !content.ends_with('|') || self.code(end).is_some() {
            return;
        }
        let bar = self.sheet.rows[end].content.end() - 1;
        let alone = content[..content.len() - 1].trim_end().is_empty();
        if !alone {
            self.sheet.cut(end, bar);
        }
        self.sheet.label(end + usize::from(!alone), Role::Field);
    }

    /// Reads a field with its value, which goes on to the next code or blank row; gives the row after it.
    fn field(&mut self, row: usize, entry: &'static Entry) -> usize {
        let Some(target) = Target::named(entry.value) else { return row + 1 };
        let own = self.own_value(row, entry);
        let is_more = |row: &usize| self.is_open(*row) && self.code(*row).is_none();
        let end = (row + 1..self.sheet.rows.len()).take_while(is_more).last().map_or(row + 1, |last| last + 1);
        let mut value = own;
        if end > row + 1 {
            let last = self.sheet.rows[end - 1].content.end();
            let start = self.sheet.rows[row + 1].content.start();
            let start = if own.is_empty() { start } else { self.sheet.span_of(own).start() };
            value = self.sheet.slice(TextSpan::new(start, last)).trim_end_matches('|').trim_end();
        }
        let terms = match target {
            Target::Extra(Some(
                FieldKind::Organization
                | FieldKind::Industry
                | FieldKind::Subject
                | FieldKind::Location
                | FieldKind::Keyword,
            )) => Some(Terms::Coded("factiva")),
            _ => None,
        };
        // A code alone on its row is not what it names.
        let first = if self.style == Style::Alone { Role::Field } else { target.labelled_role() };
        self.sheet.label(row, first);
        (row + 1..end).for_each(|row| self.sheet.label(row, target.role()));
        let name = &self.sheet.content(row)[..entry.name.len()];
        // `Document HARBG…` is a number with its word.
        let value = lines::accession(value).unwrap_or(value);
        fields::place(self.sheet, Labelled { name, value, target, terms });
        end
    }
}
