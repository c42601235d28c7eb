//! Word lists: sorted data in lower case, looked up without regard to case and without making a string.

use std::cmp::Ordering;

/// Whether `word` is in the list.
pub(crate) fn has(list: &[&str], word: &str) -> bool {
    list.binary_search_by(|entry| compare(entry, word)).is_ok()
}

/// What the list gives for `word`.
pub(crate) fn get<T: Copy>(list: &[(&str, T)], word: &str) -> Option<T> {
    list.binary_search_by(|(entry, _)| compare(entry, word)).ok().map(|index| list[index].1)
}

/// Full stops do not count, so that `D.C.` and `DC`, `Fla.` and `Fla` are one entry.
fn compare(entry: &str, word: &str) -> Ordering {
    if word.is_ascii() {
        // Bytes of UTF-8 are in the order of their characters.
        let lower = word.bytes().filter(|&byte| byte != b'.').map(|byte| byte.to_ascii_lowercase());
        return entry.bytes().cmp(lower);
    }
    entry.chars().cmp(word.chars().filter(|&c| c != '.').flat_map(char::to_lowercase))
}

/// Whether a list is in order and in the form that the look-up needs.
#[cfg(test)]
pub(crate) fn is_in_order(list: &[&str]) -> bool {
    list.windows(2).all(|pair| pair[0] < pair[1])
        && list.iter().all(|entry| !entry.contains('.') && entry.to_lowercase() == **entry)
}
