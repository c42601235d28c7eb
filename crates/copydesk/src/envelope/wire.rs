//! What the news wire formats share: fields without labels, lines framed by control characters, the stamp that ends a story.

use jiff::civil::Date;

use crate::blocks::{Role, Sheet, dates};
use crate::header::FieldKind;

use super::fields::{self, Labelled, Target};

/// Start of heading: the wire's own header follows.
pub(super) const HEADING: char = '\u{1}';
/// Start of text.
pub(super) const TEXT: char = '\u{2}';
/// End of text: the stamp follows.
pub(super) const TEXT_END: char = '\u{3}';

/// When a story was sent.
pub(super) struct Stamp<'t> {
    /// The wire that sent it, where it says so.
    pub(super) wire: Option<&'t str>,
    /// As it stands.
    pub(super) date: &'t str,
    pub(super) value: Option<Date>,
    /// With its zone.
    pub(super) time: &'t str,
}

/// Labels the row of the stamp, and reads the header's date from it.
pub(super) fn label_stamp(sheet: &mut Sheet<'_>, row: usize, stamp: &Stamp<'_>) {
    sheet.label(row, Role::Field);
    if sheet.fields.date.is_none() {
        sheet.fields.date = Some((sheet.span_of(stamp.date), stamp.value));
    }
    extra(sheet, stamp.time, Some(FieldKind::Time));
    if let Some(wire) = stamp.wire {
        extra(sheet, wire, None);
    }
}

/// The year that two digits mean. No wire of this kind sent anything before 1970.
pub(super) fn year(digits: &str) -> Option<i16> {
    let year: i16 = digits.parse().ok().filter(|_| is_number(digits))?;
    match digits.len() {
        2 => Some(if year < 70 { 2000 + year } else { 1900 + year }),
        4 => Some(year),
        _ => None,
    }
}

/// The day of the calendar of these parts.
pub(super) fn date(year: Option<i16>, month: Option<i8>, day: &str) -> Option<Date> {
    Date::new(year?, month?, day.parse().ok()?).ok()
}

/// `Nov`, `Okt`, or its number.
pub(super) fn month(word: &str) -> Option<i8> {
    if is_number(word) { word.parse().ok().filter(|month| (1..=12).contains(month)) } else { dates::month(word) }
}

pub(super) fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A field that is told by its place.
pub(super) fn extra(sheet: &mut Sheet<'_>, value: &str, kind: Option<FieldKind>) {
    labelled(sheet, &value[..0], value, kind);
}

/// A field that has a label.
pub(super) fn labelled(sheet: &mut Sheet<'_>, name: &str, value: &str, kind: Option<FieldKind>) {
    let value = value.trim();
    if !value.is_empty() {
        fields::place(sheet, Labelled { name, value, target: Target::Extra(kind), terms: None });
    }
}

/// The most lines of a header. A cut moves all rows below it, and what begins as a header may be a million lines in one row.
const HEADER_LINES: usize = 64;

/// Cuts the row at each of its line ends: a header has a field on each line, however long they are.
pub(super) fn cut_at_lines(sheet: &mut Sheet<'_>, row: usize) {
    let last = row + HEADER_LINES;
    let mut row = row;
    while row < last
        && let Some(end) = sheet.content(row).find(['\n', '\r'])
    {
        let at = sheet.rows[row].content.start() + end as u32;
        sheet.cut(row, at);
        row += 1;
    }
}

/// Labels what ends the transmission: rows of control characters alone.
pub(super) fn label_end(sheet: &mut Sheet<'_>, row: usize) {
    if sheet.content(row).chars().all(|c| c.is_control() || c.is_whitespace()) {
        sheet.label(row, Role::Field);
    }
}

/// The line that begins at `at`, if it ends within so many bytes: where many may begin in one long line, its end is not looked for from each.
pub(super) fn short_line_at(text: &str, at: usize, most: usize) -> Option<&str> {
    let rest = &text.as_bytes()[at..];
    let seen = &rest[..rest.len().min(most + 1)];
    let end = memchr::memchr2(b'\n', b'\r', seen).or_else(|| (rest.len() <= most).then_some(rest.len()))?;
    Some(&text[at..at + end])
}

/// The line that begins at `at`.
pub(super) fn line_at(text: &str, at: usize) -> &str {
    let end = memchr::memchr2(b'\n', b'\r', &text.as_bytes()[at..]).map_or(text.len(), |end| at + end);
    &text[at..end]
}
