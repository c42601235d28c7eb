//! Where words that matter, numbers and characters outside of ASCII begin: 64 bytes at a time, so that what looks for numbers and dates
//! branches at these places and not at every byte.

use crate::keys::FirstLetters;
use crate::letters::BLOCK;
use crate::masks::Block;

/// The places in a text at which a number or a character outside of ASCII begins, or a word of ASCII letters that may be one of a table.
pub(super) struct Beginnings<'t> {
    bytes: &'t [u8],
    words: &'t FirstLetters,
    /// Where the bytes begin that were looked at last.
    base: usize,
    /// Those of their beginnings that are not given yet.
    bits: u64,
}

impl<'t> Beginnings<'t> {
    pub(super) fn of(bytes: &'t [u8], words: &'t FirstLetters) -> Self {
        let mut beginnings = Self { bytes, words, base: 0, bits: 0 };
        beginnings.look(0, Before::Other);
        beginnings
    }

    /// Goes on at a place, as if the text began there.
    pub(super) fn skip_to(&mut self, at: usize) {
        if at - self.base >= BLOCK {
            self.look(at, Before::Other);
            return;
        }
        self.bits &= u64::MAX << (at - self.base);
        if self.bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || is_lead(*byte)) {
            self.bits |= 1 << (at - self.base);
        }
    }

    /// Looks at the block that begins at `base`.
    fn look(&mut self, base: usize, before: Before) {
        self.base = base;
        let rest = self.bytes.get(base..).unwrap_or_default();
        let block = Block::of_few(rest, 0);
        let letters = block.are_letters();
        let digits = block.are_between(b'0', b'9');
        let words = letters & !(letters << 1 | u64::from(before == Before::Letter));
        let numbers = digits & !(digits << 1 | u64::from(before == Before::Digit));
        self.bits = numbers | block.are_past(LEAD - 1) | self.words.among(words, rest);
    }
}

impl Iterator for Beginnings<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.bits == 0 {
            let base = self.base + BLOCK;
            if base >= self.bytes.len() {
                return None;
            }
            self.look(base, Before::of(self.bytes[base - 1]));
        }
        let at = self.base + self.bits.trailing_zeros() as usize;
        self.bits &= self.bits - 1;
        Some(at)
    }
}

/// What stands before a block.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Letter,
    Digit,
    Other,
}

impl Before {
    fn of(byte: u8) -> Self {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => Self::Letter,
            b'0'..=b'9' => Self::Digit,
            _ => Self::Other,
        }
    }
}

/// The first of the bytes that a character outside of ASCII begins with.
const LEAD: u8 = 0xC2;

/// Whether a character outside of ASCII begins with the byte.
const fn is_lead(byte: u8) -> bool {
    byte >= LEAD
}

#[cfg(test)]
mod tests {
    use super::*;

    static WORDS: FirstLetters = FirstLetters::new().with("the").with("end").with("ti");

    #[test]
    fn words_numbers_and_other_characters_begin() {
        let of = |text: &str| Beginnings::of(text.as_bytes(), &WORDS).collect::<Vec<_>>();
        assert_eq!(of("The 12 B52s, été it"), [0, 4, 8, 13, 16]);
        assert_eq!(of(""), [0; 0]);
        let long = format!("{} {}9 {}the ti", "a".repeat(100), "b".repeat(27), "-".repeat(60));
        assert_eq!(of(&long), [128, 190, 194]);
    }

    #[test]
    fn what_is_skipped_to_is_a_beginning() {
        let text = format!("{} end", "the ".repeat(49));
        let mut beginnings = Beginnings::of(text.as_bytes(), &WORDS);
        beginnings.skip_to(2);
        assert_eq!((beginnings.next(), beginnings.next()), (Some(2), Some(4)));
        beginnings.skip_to(195);
        assert_eq!((beginnings.next(), beginnings.next()), (Some(197), None));
        beginnings.skip_to(text.len());
        assert_eq!(beginnings.next(), None);
    }
}
