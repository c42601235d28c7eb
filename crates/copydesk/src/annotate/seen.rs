//! The places of a few marks, found 64 bytes at a time: the caller branches at the marks, not at every byte.

use crate::masks::{BLOCK, Block};

/// Gives a bit for each byte of a block at which it sees something; the byte behind the block is known too.
pub(super) type Look = fn(&Block, u8) -> u64;

/// What stands behind a text.
const FILLING: u8 = b' ';

/// The places of a text at which something is seen, in order.
pub(super) struct Seen<'t> {
    bytes: &'t [u8],
    look: Look,
    /// Where the block begins that was looked at last.
    base: usize,
    /// What was seen there and is not passed yet.
    bits: u64,
}

impl<'t> Seen<'t> {
    pub(super) fn of(bytes: &'t [u8], look: Look) -> Self {
        let mut seen = Self { bytes, look, base: 0, bits: 0 };
        seen.look_at(0);
        seen
    }

    /// The first place that is left.
    pub(super) fn first(&mut self) -> Option<usize> {
        while self.bits == 0 {
            let next = self.base + BLOCK;
            if next >= self.bytes.len() {
                return None;
            }
            self.look_at(next);
        }
        Some(self.base + self.bits.trailing_zeros() as usize)
    }

    /// Passes over what stands before a place.
    pub(super) fn skip_to(&mut self, at: usize) {
        if at >= self.base + BLOCK {
            self.look_at(at - at % BLOCK);
        }
        self.bits &= u64::MAX << at.saturating_sub(self.base);
    }

    fn look_at(&mut self, base: usize) {
        self.base = base;
        let rest = self.bytes.get(base..).unwrap_or_default();
        self.bits = match (rest.first_chunk(), self.bytes.last_chunk()) {
            (Some(block), _) => (self.look)(&Block::of(block), rest.get(BLOCK).copied().unwrap_or(FILLING)),
            // The last block again, of which some was looked at: nothing is copied.
            (None, Some(last)) => {
                let seen = (self.look)(&Block::of(last), FILLING);
                seen.checked_shr((BLOCK - rest.len()) as u32).unwrap_or(0)
            }
            (None, None) => (self.look)(&Block::of_few(rest, FILLING), FILLING),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_seen_wherever_blocks_end() {
        let text: Vec<u8> = (0..400_u32).map(|at| if at * at % 7 == 2 || at % 64 < 2 { b'x' } else { b'-' }).collect();
        let plain: Vec<usize> = (0..text.len()).filter(|&at| text[at] == b'x').collect();
        for from in 0..=text.len() {
            let mut seen = Seen::of(&text, |block, _| block.are(b'x'));
            seen.skip_to(from);
            let mut found = Vec::new();
            while let Some(at) = seen.first() {
                found.push(at);
                seen.skip_to(at + 1);
            }
            assert!(plain.iter().filter(|&&at| at >= from).eq(&found), "from {from}");
        }
        assert_eq!(Seen::of(b"", |_, _| 0).first(), None);
    }
}
