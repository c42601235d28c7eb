//! What a template leaves of a byline whose name is lost: `By`, with the article right below.

use super::HEADER_ROWS;
use crate::blocks::furniture_groups::is_long;
use crate::blocks::{FurnitureKind, Sheet};
use crate::language::Language;

/// The word that a byline begins with. Each counts only in the language in which it is no other word: in English, `Par` is golf's, and
/// `Door` a door.
fn word(language: Language) -> Option<&'static str> {
    match language {
        Language::English => Some("by"),
        Language::Dutch => Some("door"),
        Language::French => Some("par"),
        Language::Portuguese | Language::Spanish => Some("por"),
        Language::German => Some("von"),
        _ => None,
    }
}

/// Labels such a row as furniture if no byline was found. A short line below it might be the name.
pub(super) fn label(sheet: &mut Sheet<'_>) {
    let Some(by) = sheet.language.and_then(word) else { return };
    let is_left = |&index: &usize| {
        let line = sheet.content(index);
        let alone = line.strip_suffix(':').unwrap_or(line).eq_ignore_ascii_case(by);
        alone && sheet.is_open(index) && sheet.next(index).is_some_and(|below| is_long(sheet, below))
    };
    let left = sheet.of_article().take(HEADER_ROWS).find(is_left);
    if let Some(row) = left {
        sheet.label_furniture(row, FurnitureKind::Other);
    }
}
