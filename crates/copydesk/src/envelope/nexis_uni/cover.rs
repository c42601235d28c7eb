//! The cover: who requested what, and the list of titles.

use crate::blocks::{Role, Sheet};

use super::super::fields;
use super::labels;

/// Labels every row of a cover. Each title of the list repeats how it was searched for, which is said once.
pub(super) fn label(sheet: &mut Sheet<'_>) {
    let rows: Vec<usize> = sheet.filled().collect();
    let mut said: Vec<(&str, &str)> = Vec::new();
    for row in rows {
        let content = sheet.content(row);
        match labels::cover(content) {
            Some(field) => {
                sheet.label(row, Role::Field);
                let new = said.iter().rev().take(REPEATED).all(|&known| known != (field.name, field.value));
                if new && !field.value.is_empty() {
                    said.push((field.name, field.value));
                    fields::place(sheet, field);
                }
            }
            None if is_item(content) => sheet.label(row, Role::ListItem),
            None if labels::is_cover_word(content) => sheet.label(row, Role::Field),
            None => sheet.label(row, Role::Unknown),
        }
    }
}

/// How many fields back a field may be said again.
const REPEATED: usize = 8;

/// `12. Ferry returns to the north quay`
fn is_item(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    (1..=5).contains(&digits) && line[digits..].starts_with('.')
}
