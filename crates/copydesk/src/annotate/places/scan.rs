//! Where a name may begin: at a capital with no letter or digit before it. Reads 64 bytes at a time.

use crate::keys::spread;
use crate::letters::{Firsts, WINDOW, lowered, window};
use crate::masks::{BLOCK, Block};

use super::gazetteer::is_letter;

/// The places in a text at which a word begins with a capital, or with a letter of two bytes, that may be the first of a name.
pub(super) struct Capitals<'t> {
    bytes: &'t [u8],
    names: &'t Names,
    /// Where the block begins that was looked at last.
    base: usize,
    /// Its places that are not passed yet.
    bits: u64,
}

impl<'t> Capitals<'t> {
    pub(super) fn of(bytes: &'t [u8], names: &'t Names) -> Self {
        let mut capitals = Self { bytes, names, base: 0, bits: 0 };
        capitals.look_at(0);
        capitals
    }

    /// The next of these places that is not before `from`.
    pub(super) fn next(&mut self, from: usize) -> Option<usize> {
        if from >= self.base + BLOCK {
            self.look_at(from - from % BLOCK);
        }
        self.bits &= u64::MAX << from.saturating_sub(self.base);
        loop {
            while self.bits == 0 {
                let next = self.base + BLOCK;
                if next >= self.bytes.len() {
                    return None;
                }
                self.look_at(next);
            }
            let at = self.base + self.bits.trailing_zeros() as usize;
            self.bits &= self.bits - 1;
            if !is_inside(self.bytes, at) {
                return Some(at);
            }
        }
    }

    fn look_at(&mut self, base: usize) {
        self.base = base;
        let rest = self.bytes.get(base..).unwrap_or_default();
        let mut filled = [0; WINDOW];
        let window = window(rest, &mut filled);
        let block = Block::of_few(&window[..BLOCK], 0);
        self.bits = self.names.among(capitals(&block), &Firsts::of(window, &block, block.are_letters()));
    }
}

/// Names, by the first eight bytes of their first words: nearly all other words are told by them.
#[derive(Debug)]
pub(super) struct Names([u64; 1 << (Self::BITS - 6)]);

impl Names {
    const BITS: u32 = 16;

    pub(super) const fn new() -> Self {
        Self([0; 1 << (Self::BITS - 6)])
    }

    /// Puts in a name, by the first eight bytes of its first word. A word in capitals may be any name that has the same letters.
    pub(super) const fn put(&mut self, word: u64) {
        let place = Self::place(lowered(word) & !0xff | word & 0xff);
        self.0[place / 64] |= 1 << (place % 64);
    }

    const fn place(word: u64) -> usize {
        (spread(word) >> (u64::BITS - Self::BITS)) as usize
    }

    /// Of places in a block, those at which one of the names may begin: all where a letter outside of ASCII is among the first of the word.
    #[inline]
    fn among(&self, mut places: u64, firsts: &Firsts<'_>) -> u64 {
        /// The bit that makes a capital small, in each of eight letters but the first.
        const SMALL: u64 = u64::from_le_bytes([0, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20]);
        let mut found = 0;
        // Without a branch on what the table says: the processor cannot foresee it.
        while places != 0 {
            let at = places.trailing_zeros();
            let (word, beyond) = firsts.at(at, SMALL);
            let place = Self::place(word);
            found |= (self.0[place / 64] >> (place % 64) & 1 | beyond) << at;
            places &= places - 1;
        }
        found
    }
}

/// Which of 64 bytes can begin a name: a capital without another before it, or the first byte of a letter of two. What else stands before
/// it is looked at where a name may begin.
fn capitals(block: &Block) -> u64 {
    let capitals = block.are_between(b'A', b'Z');
    let letters = if block.are_beyond() == 0 { 0 } else { block.are_between(0xc3, 0xcf) };
    letters | capitals & !(capitals << 1)
}

/// Whether a letter or a digit stands before. The end of a quotation mark or a dash looks like that of a letter.
fn is_inside(bytes: &[u8], at: usize) -> bool {
    let Some(&last) = at.checked_sub(1).and_then(|last| bytes.get(last)) else { return false };
    match last {
        0x80..=0xbf => {
            let start = bytes[at.saturating_sub(4)..at].iter().rev().find(|&&byte| byte >= 0xc0);
            start.is_some_and(|&start| is_letter(start))
        }
        _ => is_letter(last) || last.is_ascii_digit(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static NAMES: Names = {
        let mut names = Names::new();
        names.put(u64::from_le_bytes(*b"Quay\0\0\0\0"));
        names.put(u64::from_le_bytes(*b"McGrove\0"));
        names.put(u64::from_le_bytes(*b"U\0\0\0\0\0\0\0"));
        names
    };

    #[test]
    fn capitals_that_begin_a_word_are_given() {
        let of = |text: &str, from: usize| {
            let mut capitals = Capitals::of(text.as_bytes(), &NAMES);
            std::iter::from_fn(|| capitals.next(from)).collect::<Vec<_>>()
        };
        assert_eq!(of("Quay QUAI McQuay 2Quay quay Quays U.S.", 0), [0, 34]);
        assert_eq!(of("QUAY McGrove MCGROVE Mcgrove", 0), [0, 5, 13, 21]);
        assert_eq!(of("\u{c5}re \u{e9}Quay \u{201c}Quay\u{201d}", 0), [0, 5, 15]);
        assert_eq!(of("Quay Quay", 1), [5]);
        let long = format!("{}Quay {}Quay", "-".repeat(70), "x".repeat(60));
        assert_eq!(of(&long, 0), [70]);
    }
}
