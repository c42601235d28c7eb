//! Places that are seen 64 bytes at a time, so that what looks for a few marks branches where they stand and not at every byte.

use crate::letters::BLOCK;

/// A block of a text, and the byte behind it.
pub(super) type Block = [u8; BLOCK + 1];

/// The places of a text at which something is seen, in order.
pub(super) struct Seen<'t> {
    bytes: &'t [u8],
    /// Gives a bit for each byte of a block at which it sees something.
    look: fn(&Block) -> u64,
    /// Where the block begins that was looked at last.
    base: usize,
    /// What was seen there and is not passed yet.
    bits: u64,
}

impl<'t> Seen<'t> {
    pub(super) fn of(bytes: &'t [u8], look: fn(&Block) -> u64) -> Self {
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
        let mut padded = [0; BLOCK + 1];
        let block = rest.first_chunk().unwrap_or_else(|| {
            padded[..rest.len()].copy_from_slice(rest);
            &padded
        });
        self.bits = (self.look)(block);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::beginnings::bits;

    #[test]
    fn places_are_seen_wherever_blocks_end() {
        let text: Vec<u8> = (0..400_u32).map(|at| if at * at % 7 == 2 || at % 64 < 2 { b'x' } else { b'-' }).collect();
        let plain: Vec<usize> = (0..text.len()).filter(|&at| text[at] == b'x').collect();
        for from in 0..=text.len() {
            let mut seen = Seen::of(&text, |block| bits(block, |byte| byte == b'x'));
            seen.skip_to(from);
            let mut found = Vec::new();
            while let Some(at) = seen.first() {
                found.push(at);
                seen.skip_to(at + 1);
            }
            assert!(plain.iter().filter(|&&at| at >= from).eq(&found), "from {from}");
        }
        assert_eq!(Seen::of(b"", |_| 0).first(), None);
    }
}
