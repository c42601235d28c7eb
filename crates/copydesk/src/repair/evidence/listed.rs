//! The word lists as one table: one lookup says which lists have the word.

use crate::keys::{Slots, Words};

use super::words::LISTS;

/// A list of words, in small letters as far as they are ASCII.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List {
    place: u32,
    words: &'static [&'static str],
}

impl List {
    /// The list with this place among all.
    pub(super) const fn of(place: u32, words: &'static [&'static str]) -> Self {
        Self { place, words }
    }

    /// Whether it has the word, whatever its case.
    pub(crate) fn has(self, word: &str) -> bool {
        Listed::of(word).is(self)
    }

    #[cfg(test)]
    pub(super) const fn words(self) -> &'static [&'static str] {
        self.words
    }

    const fn bit(self) -> u32 {
        1 << self.place
    }
}

/// Which lists have a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed(u32);

impl Listed {
    /// Those that have this word, whatever its case.
    pub(crate) fn of(word: &str) -> Self {
        Self(TABLE.get(word).unwrap_or(0))
    }

    /// Whether this list has it.
    pub(crate) fn is(self, list: List) -> bool {
        self.is_any([list])
    }

    /// Whether one of these has it.
    pub(crate) fn is_any<const COUNT: usize>(self, lists: [List; COUNT]) -> bool {
        self.0 & lists.iter().fold(0, |bits, list| bits | list.bit()) != 0
    }
}

static TABLE: Words<u32> = Words { slots: &table().slots };

/// As many as twice the words, and the next power of two.
const SLOTS: usize = 2048;

const fn table() -> Slots<u32, SLOTS> {
    let mut table = Slots::new(0);
    let mut list = 0;
    while list < LISTS.len() {
        assert!(LISTS[list].place as usize == list, "the place of a list is its own");
        let mut at = 0;
        while at < LISTS[list].words.len() {
            table.add(LISTS[list].words[at], LISTS[list].bit());
            at += 1;
        }
        list += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::super::words::{CLAUSE_STARTS, FIRSTS, PARTICLES};
    use super::*;

    #[test]
    fn a_word_may_be_in_several_lists() {
        let back = Listed::of("Back");
        assert!(back.is(FIRSTS) && back.is(PARTICLES) && !back.is(CLAUSE_STARTS));
        assert!(CLAUSE_STARTS.has("didn’t") && CLAUSE_STARTS.has("DIDN’T"));
        assert!(
            !CLAUSE_STARTS.has("")
                && !CLAUSE_STARTS.has("particularlyy")
                && !CLAUSE_STARTS.has("incomprehensibilities")
        );
        for list in LISTS {
            assert!(list.words.iter().all(|word| list.has(word)));
        }
    }
}
