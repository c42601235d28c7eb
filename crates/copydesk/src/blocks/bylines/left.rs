//! What a template leaves of a byline whose name is lost: `By`, and below it the article.

use super::HEADER_ROWS;
use crate::blocks::{FurnitureKind, Sheet};

const WORDS: [&str; 5] = ["by", "door", "par", "por", "von"];

/// Labels it, where no byline was found.
pub(super) fn label(sheet: &mut Sheet<'_>) {
    let is_left = |&index: &usize| {
        let line = sheet.content(index);
        let word = line.strip_suffix(':').unwrap_or(line);
        sheet.is_open(index) && WORDS.iter().any(|left| word.eq_ignore_ascii_case(left)) && sheet.next(index).is_some()
    };
    let left = sheet.of_article().take(HEADER_ROWS).find(is_left);
    if let Some(row) = left {
        sheet.label_furniture(row, FurnitureKind::Other);
    }
}
