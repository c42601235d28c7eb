//! Which of 64 bytes lie in a range, as a bit for each: the first look of what reads a text and branches only where something begins.

use crate::letters::{BLOCK, gather_ones};

/// 64 bytes.
pub(super) struct Block([u8; BLOCK]);

impl Block {
    /// The bytes at a place of a text; past its end there are zeros.
    pub(super) fn at(bytes: &[u8], at: usize) -> Self {
        let rest = bytes.get(at..).unwrap_or_default();
        Self(rest.first_chunk().copied().unwrap_or_else(|| {
            let mut padded = [0; BLOCK];
            padded[..rest.len()].copy_from_slice(rest);
            padded
        }))
    }

    /// The bytes with the bit set that tells small letters from capitals.
    pub(super) fn lowered(&self) -> Self {
        let mut lowered = self.0;
        lowered.iter_mut().for_each(|byte| *byte |= 0x20);
        Self(lowered)
    }

    /// Which of the bytes are `first` or one of those that follow it, `count` in all.
    pub(super) fn within(&self, first: u8, count: u8) -> u64 {
        let mut flags = [0; BLOCK];
        // The compiler makes such a loop one of vectors, but not `map` of an array.
        for (flag, byte) in flags.iter_mut().zip(&self.0) {
            *flag = u8::from(byte.wrapping_sub(first) < count);
        }
        let (eights, _) = flags.as_chunks::<8>();
        eights.iter().rev().fold(0, |bits, eight| bits << 8 | gather_ones(u64::from_le_bytes(*eight)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_a_range_have_their_bits() {
        for byte in 0..=u8::MAX {
            let mut text = [b'-'; BLOCK + 1];
            text[36] = byte;
            let bit = |is: bool| u64::from(is) << 35;
            let block = Block::at(&text, 1);
            assert_eq!(block.within(b'A', 26), bit(byte.is_ascii_uppercase()), "{byte:#x}");
            assert_eq!(block.lowered().within(b'a', 26), bit(byte.is_ascii_alphabetic()), "{byte:#x}");
            assert_eq!(block.within(0xC2, 62), bit(byte >= 0xC2), "{byte:#x}");
        }
    }

    #[test]
    fn past_the_end_are_zeros() {
        assert_eq!(Block::at(b"xAyB", 1).within(b'A', 26), 0b101);
        assert_eq!((Block::at(b"ab", 1).within(0, 1), Block::at(b"ab", 7).within(0, 1)), (u64::MAX << 1, u64::MAX));
    }
}
