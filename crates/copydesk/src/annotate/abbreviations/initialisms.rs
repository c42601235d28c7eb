//! The words of a block that contain two capitals in a row: where a short form may be used.

use std::ops::Range;

use crate::annotate::seen::Seen;
use crate::masks::{BLOCK, Block};

/// The words with two capitals on end, in order.
pub(super) fn words(content: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut words = Words::of(content);
    std::iter::from_fn(move || words.next_in(0..content.len()))
}

/// The same of the blocks of a text, which is read once.
pub(super) struct Words<'t> {
    bytes: &'t [u8],
    /// Where two capitals on end begin.
    pairs: Seen<'t>,
}

/// The longest word, in bytes; what is longer is looked at in pieces and is no short form.
const LONGEST: usize = 24;

impl<'t> Words<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self { bytes: text.as_bytes(), pairs: Seen::of(text.as_bytes(), pairs) }
    }

    /// The next word of a block. The blocks come in order, and each is asked for until it has no more.
    pub(super) fn next_in(&mut self, block: Range<usize>) -> Option<Range<usize>> {
        let bytes = &self.bytes[..block.end];
        let mut from = block.start;
        self.pairs.skip_to(from);
        loop {
            let pair = self.pairs.first().filter(|pair| pair + 1 < block.end)?;
            let letter = |byte: &&u8| byte.is_ascii_alphanumeric();
            let before = bytes[from..pair].iter().rev().take(LONGEST).take_while(letter).count();
            let mut end = pair + bytes[pair..].iter().take(LONGEST).take_while(letter).count();
            // `Q&A`, `AT&T`.
            if bytes.get(end) == Some(&b'&') && bytes.get(end + 1).is_some_and(u8::is_ascii_uppercase) {
                end += 1 + bytes[end + 1..].iter().take(LONGEST).take_while(letter).count();
            }
            from = end;
            self.pairs.skip_to(end);
            let start = pair - before;
            // A letter with an accent on either side: the word is another one.
            let accented = |at: usize| bytes.get(at).is_some_and(|byte| (0xC3..0xE0).contains(byte));
            let glued = start >= block.start + 2 && accented(start - 2) || accented(end);
            if !glued && end - start < LONGEST {
                return Some(start..end);
            }
        }
    }
}

/// A bit for each byte of a block at which two ASCII capitals on end begin.
fn pairs(block: &Block, behind: u8) -> u64 {
    let capitals = block.are_between(b'A', b'Z');
    let last = u64::from(behind.is_ascii_uppercase()) << (BLOCK - 1);
    capitals & (capitals >> 1 | last)
}

/// Whether the word is part of a share's or an index's code: `F.N`, `.HSI`.
pub(super) fn is_code(content: &str, word: &Range<usize>) -> bool {
    let bytes = content.as_bytes();
    let exchange = bytes.get(word.end) == Some(&b'.') && {
        let letters = bytes[word.end + 1..].iter().take(3).take_while(|byte| byte.is_ascii_uppercase()).count();
        (1..=2).contains(&letters) && !bytes.get(word.end + 1 + letters).is_some_and(u8::is_ascii_lowercase)
    };
    exchange || word.start > 0 && bytes[word.start - 1] == b'.' && (word.start == 1 || bytes[word.start - 2] == b' ')
}

/// A word without the `s` of a plural: `ETFs`.
pub(super) fn singular(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(rest) if rest.ends_with(|c: char| c.is_ascii_uppercase()) => rest,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_two_capitals() {
        let text = "The NHB’s men, IPOs, AT&T, an MNH-led team, aMNHb, École and ÉNA: a Q. or PwC but not Pwc; MN";
        let found: Vec<_> = words(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["NHB", "IPOs", "AT&T", "MNH", "aMNHb", "MN"]);
        assert_eq!(singular("IPOs"), "IPO");
        assert_eq!(singular("Mess"), "Mess");
    }

    #[test]
    fn pairs_stand_wherever_two_capitals_do() {
        let mut state = 7_u32;
        let mut block = [0; BLOCK + 1];
        for _ in 0..400 {
            for byte in &mut block {
                state = state.wrapping_mul(1_103_515_245).wrapping_add(12345);
                *byte = b"aZAz@[ \x7f"[(state >> 16) as usize % 8];
            }
            let seen = pairs(&Block::of_few(&block, 0), block[BLOCK]);
            for at in 0..BLOCK {
                let pair = block[at].is_ascii_uppercase() && block[at + 1].is_ascii_uppercase();
                assert_eq!(seen >> at & 1 == 1, pair, "at {at}");
            }
        }
    }
}
