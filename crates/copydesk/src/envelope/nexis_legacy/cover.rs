//! The cover of a download: what was requested, when, by whom, and which sources were searched.

use crate::blocks::{Role, Sheet};
use crate::envelope::fields::{self, Labelled, Target};
use crate::header::FieldKind;

use super::labels;

/// Labels the rows of a cover. What has no label is a field without name.
pub(super) fn label(sheet: &mut Sheet<'_>) {
    cut_labels(sheet);
    let mut found: Vec<Labelled<'_>> = Vec::new();
    let mut above = None;
    for row in sheet.filled().collect::<Vec<_>>() {
        let text = sheet.text;
        let set_off = above.is_none_or(|above| above + 1 < row);
        above = Some(row);
        let line = sheet.content(row);
        let open = found.last().is_some_and(|field| field.value.is_empty());
        let searched = found.last().is_some_and(|field| field.target == Target::Extra(Some(FieldKind::SearchTerms)));
        let other = |(name, value)| Labelled { name, value, target: Target::Extra(None), terms: None };
        let field = labels::cover_field(line).or_else(|| {
            // Terms may have colons; a name and an address have none.
            labels::split(line).filter(|_| set_off || !searched).map(other)
        });
        match (field, found.last_mut()) {
            (Some(field), _) => found.push(field),
            (None, Some(last)) if !set_off || open => {
                let start = if open { line } else { last.value };
                last.value = between(text, start, line);
            }
            (None, _) => found.push(other((&line[..0], line))),
        }
        sheet.label(row, Role::Field);
    }
    for field in found {
        fields::place(sheet, field);
    }
}

/// The text from the start of one slice to the end of another one.
fn between<'t>(text: &'t str, first: &str, last: &str) -> &'t str {
    let start = first.as_ptr() as usize - text.as_ptr() as usize;
    let end = last.as_ptr() as usize - text.as_ptr() as usize + last.len();
    text.get(start..end).unwrap_or_default()
}

/// A cover has a dozen labels. A cut moves all rows below it, and a file may hold nothing else.
const CUTS: usize = 256;

/// Search terms are wrapped, so that the lines around them may look as if they were, too: each label begins a row.
fn cut_labels(sheet: &mut Sheet<'_>) {
    let (mut row, mut cuts) = (0, 0);
    while row < sheet.rows.len() && cuts < CUTS {
        let content = sheet.content(row);
        let mut ends = content.match_indices(['\n', '\r']).map(|(at, _)| at + 1);
        if let Some(at) = ends.find(|&at| labels::cover_field(&content[at..]).is_some()) {
            let at = sheet.rows[row].content.start() + at as u32;
            sheet.cut(row, at);
            cuts += 1;
        }
        row += 1;
    }
}
