//! The form with field codes: `HD⇥Ferry returns`, `LP⇥NORTHPORT - The ferry …`.

use memchr::memmem;

use crate::blocks::{Role, Sheet};
use crate::header::FieldKind;
use crate::span::TextSpan;

use super::super::data::Entry;
use super::super::fields::{self, Labelled, Target};
use super::super::values::Terms;
use super::lines;

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

/// The style of the first headline, if it has the codes of a header below it.
fn style(text: &str) -> Option<Style> {
    headlines(text).map(|(_, style)| style).next()
}

/// Whether the text is of this form.
pub(super) fn recognise(text: &str) -> bool {
    style(text).is_some()
}

/// Where the lines of headlines begin, each with the codes of a header below it.
fn headlines(text: &str) -> impl Iterator<Item = (usize, Style)> + '_ {
    memmem::find_iter(text.as_bytes(), "HD").filter_map(move |at| {
        let start = line_start(text, at)?;
        let style = style_of(&text[at..], "HD")?;
        let below = text[at..].lines().skip(1).take(HEADER_LINES).map(|line| line.trim_start_matches([' ', '\u{a0}']));
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

/// Where the search stands that an export ends with, after `from`.
pub(super) fn footer(text: &str, from: usize) -> Option<usize> {
    let rest = &text[from..];
    let at = memmem::rfind(rest.as_bytes(), "Search Summary".as_bytes())?;
    line_start(text, from + at)
}

/// A field: its rows, its code, and what it says.
struct Field {
    rows: std::ops::Range<usize>,
    name: TextSpan,
    value: TextSpan,
}

/// Labels the fields of an article, and says whether it has any.
pub(super) fn label(sheet: &mut Sheet<'_>) -> bool {
    let Some(style) = style(sheet.text) else { return false };
    let mut seen: Vec<&str> = Vec::new();
    let mut row = 0;
    while row < sheet.rows.len() {
        let Some(entry) = code(sheet, row, style, &seen) else {
            row += 1;
            continue;
        };
        seen.push(entry.name);
        row =
            if entry.value == "body" { body(sheet, row, entry, style) } else { field(sheet, row, entry, style, &seen) };
    }
    true
}

/// The code that the row begins with. No code comes twice, and those of the header not below the body.
fn code(sheet: &Sheet<'_>, row: usize, style: Style, seen: &[&str]) -> Option<&'static Entry> {
    let content = sheet.content(row);
    if !content.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let entry = lines::section("codes").find(|entry| {
        let Some(rest) = content.strip_prefix(entry.name) else { return false };
        match style {
            // The blank of a field without a value is no part of the row's content.
            Style::Tab => {
                let after = || sheet.text[sheet.rows[row].content.end() as usize..].starts_with('\t');
                rest.starts_with('\t') || rest.is_empty() && after()
            }
            Style::Bar => rest.starts_with('|'),
            Style::Alone => rest.is_empty(),
        }
    })?;
    let header =
        HEADER.contains(&entry.name) || BEFORE.contains(&entry.name) || entry.name == "HD" || entry.name == "BY";
    let below = seen.iter().any(|code| matches!(*code, "LP" | "TD"));
    (!seen.contains(&entry.name) && !(header && below)).then_some(entry)
}

/// The value on the code's own row.
fn own_value<'t>(sheet: &Sheet<'t>, row: usize, entry: &Entry) -> &'t str {
    let rest = &sheet.content(row)[entry.name.len()..];
    rest.trim_start_matches(['\t', '|', ' ']).trim_end_matches('|').trim_end()
}

/// Labels the code before the body's first words; what is below it is the body until the next code.
fn body(sheet: &mut Sheet<'_>, row: usize, entry: &'static Entry, style: Style) -> usize {
    let value = own_value(sheet, row, entry);
    if value.is_empty() {
        sheet.label(row, Role::Field);
        return row + 1;
    }
    let at = sheet.span_of(value).start();
    sheet.cut(row, at);
    sheet.label(row, Role::Field);
    if style == Style::Bar {
        // The bar that ends the cell may stand paragraphs below.
        let end = (row + 1..sheet.rows.len())
            .find(|&row| sheet.content(row).ends_with('|') || code(sheet, row, style, &[entry.name]).is_some());
        if let Some(end) = end.filter(|&end| sheet.content(end).ends_with('|')) {
            if sheet.content(end).len() > 1 {
                let bar = sheet.rows[end].content.end() - 1;
                sheet.cut(end, bar);
                sheet.label(end + 1, Role::Field);
            } else {
                sheet.label(end, Role::Field);
            }
        }
    }
    row + 1
}

/// Reads a field with its value, which goes on to the next code or blank row; gives the row after it.
fn field(sheet: &mut Sheet<'_>, row: usize, entry: &'static Entry, style: Style, seen: &[&str]) -> usize {
    let field = find(sheet, row, entry, style, seen);
    let Some(target) = Target::named(entry.value) else { return row + 1 };
    let value = sheet.slice(field.value);
    // `Document HARBG…` is a number with its word.
    let value = lines::accession(value).unwrap_or(value);
    let name = sheet.slice(field.name);
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
    for row in field.rows.clone() {
        // A code alone on its row is not what it names.
        let role = if style == Style::Alone && row == field.rows.start { Role::Field } else { target.role() };
        sheet.label(row, role);
    }
    fields::place(sheet, Labelled { name, value, target, terms });
    field.rows.end
}

fn find(sheet: &Sheet<'_>, row: usize, entry: &'static Entry, style: Style, seen: &[&str]) -> Field {
    let content = sheet.content(row);
    let name = sheet.span_of(&content[..entry.name.len()]);
    let own = sheet.span_of(own_value(sheet, row, entry));
    let is_more = |row: &usize| !sheet.content(*row).is_empty() && code(sheet, *row, style, seen).is_none();
    let end = (row + 1..sheet.rows.len()).take_while(is_more).last().map_or(row + 1, |last| last + 1);
    let value = if end == row + 1 {
        own
    } else {
        let last = sheet.content(end - 1).trim_end_matches('|').trim_end();
        let start = if own.is_empty() { sheet.rows[row + 1].content.start() } else { own.start() };
        TextSpan::new(start, sheet.span_of(last).end().max(start))
    };
    Field { rows: row..end, name, value }
}
