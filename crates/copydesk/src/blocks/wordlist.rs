//! Word lists: sorted data in lower case, looked up without regard to case and without making a string.

use std::cmp::Ordering;

/// Whether `word` is in the list.
pub(crate) fn has(list: &[&str], word: &str) -> bool {
    match Plain::of(word) {
        Some(plain) => list.binary_search_by(|entry| entry.as_bytes().cmp(plain.bytes())).is_ok(),
        None => list.binary_search_by(|entry| compare(entry, word)).is_ok(),
    }
}

/// What the list gives for `word`.
pub(crate) fn get<T: Copy>(list: &[(&str, T)], word: &str) -> Option<T> {
    let found = match Plain::of(word) {
        Some(plain) => list.binary_search_by(|(entry, _)| entry.as_bytes().cmp(plain.bytes())),
        None => list.binary_search_by(|(entry, _)| compare(entry, word)),
    };
    found.ok().map(|index| list[index].1)
}

/// A short word of ASCII letters in the form of the lists. Bytes of UTF-8 are in the order of their characters.
struct Plain {
    bytes: [u8; Self::LONGEST],
    len: usize,
}

impl Plain {
    const LONGEST: usize = 32;

    fn of(word: &str) -> Option<Self> {
        if word.len() > Self::LONGEST || !word.is_ascii() {
            return None;
        }
        let mut plain = Self { bytes: [0; Self::LONGEST], len: 0 };
        for byte in word.bytes().filter(|&byte| byte != b'.') {
            plain.bytes[plain.len] = byte.to_ascii_lowercase();
            plain.len += 1;
        }
        Some(plain)
    }

    fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// Full stops do not count, so that `D.C.` and `DC`, `Fla.` and `Fla` are one entry.
fn compare(entry: &str, word: &str) -> Ordering {
    entry.chars().cmp(word.chars().filter(|&c| c != '.').flat_map(char::to_lowercase))
}

/// Whether a list is in order and in the form that the look-up needs.
#[cfg(test)]
pub(crate) fn is_in_order(list: &[&str]) -> bool {
    list.windows(2).all(|pair| pair[0] < pair[1])
        && list.iter().all(|entry| !entry.contains('.') && entry.to_lowercase() == **entry)
}
