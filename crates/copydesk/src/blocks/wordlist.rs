//! Word lists: sorted data in lower case, looked up without regard to case and without making a string.
//!
//! Nearly every word looked up is in none of the lists, and its first eight bytes show it. They are looked up in a set of bits made from
//! the list at compile time. Only a word that passes is searched for.

use std::cmp::Ordering;

use crate::keys::{first_eight, spread};
use crate::letters;

/// Words, sorted.
pub(crate) struct List {
    words: &'static [&'static str],
    index: Index,
}

impl List {
    pub(crate) const fn of(words: &'static [&'static str]) -> Self {
        let (mut index, mut at) = (Index::NONE, 0);
        while at < words.len() {
            index.add(words[at]);
            at += 1;
        }
        Self { words, index: index.summed() }
    }

    pub(crate) fn words(&self) -> &'static [&'static str] {
        self.words
    }
}

/// Words, sorted, and what each of them stands for.
pub(crate) struct Table<T: 'static> {
    entries: &'static [(&'static str, T)],
    index: Index,
}

impl<T> Table<T> {
    pub(crate) const fn of(entries: &'static [(&'static str, T)]) -> Self {
        let (mut index, mut at) = (Index::NONE, 0);
        while at < entries.len() {
            index.add(entries[at].0);
            at += 1;
        }
        Self { entries, index: index.summed() }
    }
}

#[cfg(test)]
impl<T> Table<T> {
    pub(crate) fn is_in_order(&self) -> bool {
        is_in_order(&self.entries.iter().map(|entry| entry.0).collect::<Vec<_>>())
    }
}

/// Whether `word` is in the list.
pub(crate) fn has(list: &List, word: &str) -> bool {
    list.index.find(list.words, word, |entry| entry).is_some()
}

/// What the table gives for `word`.
pub(crate) fn get<T: Copy>(table: &Table<T>, word: &str) -> Option<T> {
    table.index.find(table.entries, word, |entry| entry.0).map(|entry| entry.1)
}

/// Where a word of a sorted list can be.
struct Index {
    beginnings: Beginnings,
    /// Where the words that begin with each byte begin.
    starts: [u16; 257],
}

impl Index {
    const NONE: Self = Self { beginnings: Beginnings([0; Beginnings::NUMBERS]), starts: [0; 257] };

    const fn add(&mut self, word: &str) {
        self.beginnings.add(word);
        self.starts[word.as_bytes()[0] as usize + 1] += 1;
    }

    /// Once all words are counted by their first bytes.
    const fn summed(mut self) -> Self {
        let mut byte = 0;
        while byte < 256 {
            self.starts[byte + 1] += self.starts[byte];
            byte += 1;
        }
        self
    }

    /// The entry for `word`.
    fn find<'l, E>(&self, entries: &'l [E], word: &str, name: impl Fn(&E) -> &'static str) -> Option<&'l E> {
        if !self.beginnings.may_have(word) {
            return None;
        }
        let Some(plain) = Plain::of(word) else {
            return entries.binary_search_by(|entry| compare(name(entry), word)).ok().map(|at| &entries[at]);
        };
        let first = usize::from(*plain.bytes().first()?);
        let entries = &entries[usize::from(self.starts[first])..usize::from(self.starts[first + 1])];
        let found = entries.binary_search_by(|entry| name(entry).as_bytes().cmp(plain.bytes()));
        found.ok().map(|at| &entries[at])
    }
}

/// The first eight bytes of words, as a set of bits.
struct Beginnings([u64; Self::NUMBERS]);

impl Beginnings {
    const NUMBERS: usize = 64;
    const fn add(&mut self, word: &str) {
        let place = Self::place(first_eight(word.as_bytes()));
        self.0[place / 64] |= 1 << (place % 64);
    }

    /// Whether a word of the list may begin so. A word with a full stop, which does not count, or with a letter beyond ASCII may.
    fn may_have(&self, word: &str) -> bool {
        let beginning = first_eight(word.as_bytes());
        let stops = beginning ^ (ONES * b'.' as u64);
        let place = Self::place(letters::lowered(beginning));
        (stops.wrapping_sub(ONES) & !stops | beginning) & HIGH != 0 || self.0[place / 64] >> (place % 64) & 1 == 1
    }

    const fn place(beginning: u64) -> usize {
        (spread(beginning) >> 52) as usize
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;

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

#[cfg(test)]
mod tests {
    use super::*;

    static LIST: List = List::of(&["dc", "fla", "montréal", "north dakota", "são paulo", "w va", "éire"]);

    #[test]
    fn words_are_found_in_any_spelling() {
        for word in LIST.words() {
            assert!(has(&LIST, word) && has(&LIST, &word.to_uppercase()), "{word}");
        }
        assert!(has(&LIST, "D.C.") && has(&LIST, "W. Va.") && has(&LIST, "Fla.") && has(&LIST, "North Dakota."));
        for other in ["", ".", "d", "dcs", "flat", "north dakotas", "Montreal", "W Vb", "eire"] {
            assert!(!has(&LIST, other), "{other}");
        }
        let table = Table::of(&[("apr", 4), ("märz", 3)]);
        assert_eq!((get(&table, "Apr."), get(&table, "MÄRZ"), get(&table, "Apron")), (Some(4), Some(3), None));
    }

    #[test]
    fn hardly_any_other_word_is_searched_for() {
        let others = ["harbour", "Norhaven", "the", "of", "ferry", "quay", "Monday", "x", "council"];
        assert!(others.iter().all(|other| !LIST.index.beginnings.may_have(other)));
    }
}
