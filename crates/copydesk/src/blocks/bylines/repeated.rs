//! A byline in the text that repeats an author of the header's field: `Von Ana Ruiz`, `door ana ruiz`, `Door Ana Ruiz en Jon Hale`.

use super::intros::without_any_intro;
use super::{LONGEST_BARE, authors, named, names};
use crate::blocks::{Role, Sheet};
use crate::header::AuthorFields;
use crate::span::TextSpan;

/// How many open rows at the top may hold it. What one reads first may stand above it.
const ROWS: usize = 3;

/// Labels such a line. If it names more authors than the field does, they all are the authors, because a database's index may have only the
/// first of several.
pub(super) fn label(sheet: &mut Sheet<'_>) {
    let open = sheet.of_article().filter(|&index| sheet.is_open(index)).take(ROWS);
    let Some(row) = open.into_iter().find(|&index| repeats(sheet, sheet.content(index))) else { return };
    let names = without_any_intro(sheet.content(row));
    let reading = authors::read(names, sheet.language);
    let known = &sheet.fields.byline.authors;
    let is_among = |author: &AuthorFields<TextSpan>| {
        reading.authors.iter().any(|read| names::is_same(read.name, sheet.slice(author.name)))
    };
    if reading.whole && reading.authors.len() > known.len() && known.iter().all(is_among) {
        sheet.fields.byline = named(sheet, sheet.span_of(sheet.content(row)), &reading.authors);
    }
    sheet.label(row, Role::Byline);
}

/// Whether a line begins as a byline does, and its names with that of a known author. Capitals do not matter, because the field's may be
/// those of an index.
fn repeats(sheet: &Sheet<'_>, line: &str) -> bool {
    const BEHIND: &[&str] = &[" / ", ", ", " & ", " and ", " en ", " und ", " et ", " y ", " e "];
    if line.len() > LONGEST_BARE {
        return false;
    }
    let names = without_any_intro(line);
    let begins = |author: &AuthorFields<TextSpan>| {
        let name = sheet.slice(author.name);
        names.get(..name.len()).is_some_and(|begun| names::is_same(begun, name))
            && (names.len() == name.len() || BEHIND.iter().any(|mark| names[name.len()..].starts_with(mark)))
    };
    names.len() < line.len() && sheet.fields.byline.authors.iter().any(begins)
}
