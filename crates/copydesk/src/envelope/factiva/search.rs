//! What surrounds the articles: the service's own lines, and the search that found them.

use memchr::memmem;

use crate::blocks::{FurnitureKind, Role, Sheet};
use crate::header::FieldKind;

use super::super::fields::{self, Labelled, Target};
use super::lines;

/// What the search at the end of an export begins with.
const HEAD: &str = "Search Summary";

/// Where the search stands, after `from`.
pub(super) fn find(text: &str, from: usize) -> Option<usize> {
    let at = from + memmem::rfind(&text.as_bytes()[from..], HEAD.as_bytes())?;
    let line = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let mut below = crate::lines::of(&text[at + HEAD.len()..]);
    let alone = text[line..at].trim().is_empty() && below.next().is_none_or(|rest| rest.trim().is_empty());
    let row = below.map(str::trim).find(|line| !line.is_empty());
    (alone && row.is_some_and(|row| entry(row).is_some())).then_some(line)
}

/// Labels a cover or a footer.
pub(super) fn label(sheet: &mut Sheet<'_>) {
    let rows: Vec<usize> = sheet.filled().collect();
    label_rows(sheet, &rows);
}

/// Labels rows around the articles: those of the search are fields, the rest belongs to the service.
pub(super) fn label_rows(sheet: &mut Sheet<'_>, rows: &[usize]) {
    let search = rows.iter().position(|&row| sheet.content(row) == HEAD);
    let mut at = 0;
    while at < rows.len() {
        let row = rows[at];
        at += 1;
        let content = sheet.content(row);
        if lines::is_copyright(content) {
            let target = Target::Extra(Some(FieldKind::Copyright));
            fields::read(sheet, row, Labelled { name: &content[..0], value: content, target, terms: None });
        } else if search.is_some_and(|search| search < at - 1)
            && let Some((name, mut value, target)) = entry(content)
        {
            if value.is_empty()
                && let Some(&next) = rows.get(at).filter(|&&next| entry(sheet.content(next)).is_none())
            {
                value = sheet.content(next);
                sheet.label(next, Role::Field);
                at += 1;
            }
            fields::read(sheet, row, Labelled { name, value, target, terms: None });
        } else {
            sheet.label_furniture(row, FurnitureKind::Navigation);
        }
    }
}

/// A row of the search: its name, and the value behind it or below.
fn entry(content: &str) -> Option<(&str, &str, Target)> {
    lines::section("search").find_map(|entry| {
        let value =
            content.strip_prefix(entry.name).filter(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))?;
        Some((&content[..entry.name.len()], value.trim(), Target::named(entry.value)?))
    })
}
