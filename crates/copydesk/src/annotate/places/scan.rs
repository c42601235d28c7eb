//! Where a name may begin: at a capital that no letter or digit stands before, 64 bytes at a time.

use crate::keys::FirstLetters;
use crate::masks::{BLOCK, Block};

use super::gazetteer::is_letter;

/// The places in a text at which a word begins with a capital, or with a letter of two bytes, that may be the first of a name.
pub(super) struct Capitals<'t> {
    bytes: &'t [u8],
    names: &'t FirstLetters,
    /// Where the block begins that was looked at last.
    base: usize,
    /// Its places that are not passed yet.
    bits: u64,
}

impl<'t> Capitals<'t> {
    pub(super) fn of(bytes: &'t [u8], names: &'t FirstLetters) -> Self {
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
        self.bits = self.names.among(capitals(&Block::of_few(rest, b' ')), rest);
    }
}

/// Which of 64 bytes can begin a name: a capital with neither a letter of ASCII nor a digit before it among them, or the first
/// byte of a letter of two.
fn capitals(block: &Block) -> u64 {
    let inside = block.are_letters() | block.are_between(b'0', b'9');
    (block.are_between(b'A', b'Z') | block.are_between(0xc3, 0xcf)) & !(inside << 1)
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

    static NAMES: FirstLetters = FirstLetters::new().with("Quay").with("\u{c5}re").with("U");

    #[test]
    fn capitals_that_begin_a_word_are_given() {
        let of = |text: &str, from: usize| {
            let mut capitals = Capitals::of(text.as_bytes(), &NAMES);
            std::iter::from_fn(|| capitals.next(from)).collect::<Vec<_>>()
        };
        assert_eq!(of("Quay QUAI McQuay 2Quay quay Oslo U.S.", 0), [0, 5, 33]);
        assert_eq!(of("\u{c5}re \u{e9}Quay \u{201c}Quay\u{201d}", 0), [0, 15]);
        assert_eq!(of("Quay Quay", 1), [5]);
        let long = format!("{}Quay {}Quay", "-".repeat(70), "x".repeat(60));
        assert_eq!(of(&long, 0), [70]);
    }
}
