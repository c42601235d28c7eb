//! Bit masks: a text 64 bytes at a time, and for each question about a byte one bit for each of them.
//!
//! A stage asks for the few masks that it needs, joins them with the operations of numbers, and looks at the text only where a bit is left.
//! A question costs about 20 instructions for the 64 bytes, what joins two masks one: few and coarse questions, and another look at what
//! they leave, are cheaper than exact ones. A place is told by bytes beside it through [`moved`]: a mask is moved on, so that what stands
//! behind a place is met at the last byte that tells of it.
//!
//! Sixteen bytes are held against a byte at once, by what every processor of the kind has (SSE2, NEON); where there is nothing of the sort
//! the answers are the same.

use wide::u8x16;

/// How many bytes are looked at together: a bit of a mask for each.
pub(crate) const BLOCK: usize = 64;

/// The bytes of a block, of which the first is that of the lowest bit.
pub(crate) struct Block([u8x16; BLOCK / LANES]);

const LANES: usize = 16;

impl Block {
    #[inline(always)]
    pub(crate) fn of(bytes: &[u8; BLOCK]) -> Self {
        let (sixteens, _) = bytes.as_chunks::<LANES>();
        let lane = |at: usize| u8x16::new(sixteens[at]);
        Self([lane(0), lane(1), lane(2), lane(3)])
    }

    /// A block of fewer bytes, and the filling behind them.
    #[inline]
    pub(crate) fn of_few(bytes: &[u8], filling: u8) -> Self {
        match bytes.first_chunk() {
            Some(block) => Self::of(block),
            None => {
                let mut block = [filling; BLOCK];
                block[..bytes.len()].copy_from_slice(bytes);
                Self::of(&block)
            }
        }
    }

    /// Which bytes are this one.
    #[inline(always)]
    pub(crate) fn are(&self, byte: u8) -> u64 {
        self.mask(|lane| lane.cmp_eq(all(byte)))
    }

    /// Which are one of these two.
    #[inline(always)]
    pub(crate) fn are_either(&self, one: u8, other: u8) -> u64 {
        self.mask(|lane| lane.cmp_eq(all(one)) | lane.cmp_eq(all(other)))
    }

    /// Which are one of these.
    #[inline(always)]
    pub(crate) fn are_one_of<const COUNT: usize>(&self, bytes: [u8; COUNT]) -> u64 {
        self.mask(|lane| bytes.into_iter().fold(all(0), |found, byte| found | lane.cmp_eq(all(byte))))
    }

    /// Which are this one, as far as some of their bits go.
    #[inline(always)]
    pub(crate) fn are_like(&self, byte: u8, bits: u8) -> u64 {
        self.mask(|lane| (lane & all(bits)).cmp_eq(all(byte)))
    }

    /// Which come after this one, those of characters beyond ASCII among them.
    #[inline(always)]
    pub(crate) fn are_past(&self, byte: u8) -> u64 {
        debug_assert!(byte < u8::MAX);
        self.mask(|lane| lane.max(all(byte + 1)).cmp_eq(lane))
    }

    /// Which are these two or stand between them.
    #[inline(always)]
    pub(crate) fn are_between(&self, first: u8, last: u8) -> u64 {
        self.mask(|lane| lane.max(all(first)).cmp_eq(lane) & lane.min(all(last)).cmp_eq(lane))
    }

    /// Which are letters of ASCII.
    #[inline(always)]
    pub(crate) fn are_letters(&self) -> u64 {
        self.mask(|lane| {
            let small = lane | all(0x20);
            small.max(all(b'a')).cmp_eq(small) & small.min(all(b'z')).cmp_eq(small)
        })
    }

    /// Which belong to characters beyond ASCII.
    #[inline(always)]
    pub(crate) fn are_beyond(&self) -> u64 {
        self.mask(|lane| lane)
    }

    /// The bytes bit by bit: the lowest bit of each, the second, up to the highest. What asks for many single bytes makes them of these,
    /// with an operation or two for each.
    #[inline(always)]
    pub(crate) fn planes(&self) -> [u64; 8] {
        let mut lanes = self.0;
        let mut planes = [0; 8];
        for plane in planes.iter_mut().rev() {
            *plane = Self(lanes).mask(|lane| lane);
            // What is doubled has its next bit in the highest place.
            lanes = lanes.map(|lane| lane + lane);
        }
        planes
    }

    #[inline(always)]
    fn mask(&self, of: impl Fn(u8x16) -> u8x16) -> u64 {
        let bits = |lane: usize| u64::from(of(self.0[lane]).move_mask() as u32);
        bits(0) | bits(1) << 16 | bits(2) << 32 | bits(3) << 48
    }
}

#[inline(always)]
fn all(byte: u8) -> u8x16 {
    u8x16::new([byte; LANES])
}

/// At least so many bytes of filling stand behind a text, so that what is told by what follows it is told at the end of the text too.
const FILLING: usize = 4;

/// The blocks of a text, each with the offset at which it starts. The last is filled up with `filling`.
#[inline]
pub(crate) fn blocks(text: &[u8], filling: u8) -> Blocks<'_> {
    Blocks { text, filling, start: 0 }
}

/// What [`blocks`] gives.
pub(crate) struct Blocks<'t> {
    text: &'t [u8],
    filling: u8,
    start: usize,
}

impl Iterator for Blocks<'_> {
    type Item = (usize, Block);

    #[inline(always)]
    fn next(&mut self) -> Option<(usize, Block)> {
        let start = self.start;
        let rest = self.text.get(start..).unwrap_or_default();
        if start >= self.text.len() + FILLING {
            return None;
        }
        self.start += BLOCK;
        let block = match rest.first_chunk() {
            Some(block) => Block::of(block),
            None => Block::of_few(rest, self.filling),
        };
        Some((start, block))
    }
}

/// The mask with its bits so many bytes further on: those that leave the block before come in.
#[inline]
pub(crate) const fn moved(mask: u64, before: u64, by: u32) -> u64 {
    mask << by | before >> (BLOCK as u32 - by)
}

/// The offsets of the bits of a block's mask, in order.
#[inline]
pub(crate) fn places(start: usize, mask: u64) -> Places {
    Places { start, mask }
}

/// What [`places`] gives.
pub(crate) struct Places {
    start: usize,
    mask: u64,
}

impl Iterator for Places {
    type Item = usize;

    #[inline(always)]
    fn next(&mut self) -> Option<usize> {
        if self.mask == 0 {
            return None;
        }
        let place = self.start + self.mask.trailing_zeros() as usize;
        self.mask &= self.mask - 1;
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use std::array;

    use super::*;

    /// Bytes without an order, the same each time.
    fn dice(mut state: u64) -> [u8; BLOCK] {
        array::from_fn(|_| {
            state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
            (state >> 56) as u8
        })
    }

    fn mask(bytes: &[u8; BLOCK], is: impl Fn(u8) -> bool) -> u64 {
        bytes.iter().enumerate().fold(0, |mask, (at, &byte)| mask | u64::from(is(byte)) << at)
    }

    #[test]
    fn every_mask_is_that_of_its_bytes() {
        let ordered: [[u8; BLOCK]; 4] = array::from_fn(|of| array::from_fn(|at| (of * BLOCK + at) as u8));
        for bytes in (0..64).map(dice).chain(ordered).chain([[0; BLOCK], [0xff; BLOCK], [b' '; BLOCK]]) {
            let block = Block::of(&bytes);
            assert_eq!(block.are_letters(), mask(&bytes, |it| it.is_ascii_alphabetic()), "{bytes:?}");
            assert_eq!(block.are_beyond(), mask(&bytes, |it| !it.is_ascii()), "{bytes:?}");
            for (bit, plane) in block.planes().into_iter().enumerate() {
                assert_eq!(plane, mask(&bytes, |it| it >> bit & 1 == 1), "{bit} {bytes:?}");
            }
            for byte in 0..=u8::MAX {
                let other = byte.rotate_left(3);
                let like = byte & other;
                assert_eq!(block.are(byte), mask(&bytes, |it| it == byte), "{byte} {bytes:?}");
                assert_eq!(block.are_either(byte, other), mask(&bytes, |it| it == byte || it == other), "{bytes:?}");
                let either = block.are_one_of([b'-', byte, other]);
                assert_eq!(either, mask(&bytes, |it| it == b'-' || it == byte || it == other), "{bytes:?}");
                assert_eq!(block.are_between(byte, other), mask(&bytes, |it| byte <= it && it <= other), "{bytes:?}");
                assert_eq!(block.are_like(like, other), mask(&bytes, |it| it & other == like), "{bytes:?}");
                if byte < u8::MAX {
                    assert_eq!(block.are_past(byte), mask(&bytes, |it| it > byte), "{byte} {bytes:?}");
                }
            }
        }
    }

    #[test]
    fn blocks_end_with_the_filling() {
        for length in 0..3 * BLOCK {
            let text = vec![b'x'; length];
            let blocks: Vec<_> =
                blocks(&text, b' ').map(|(at, block)| (at, block.are(b'x'), block.are(b' '))).collect();
            assert_eq!(blocks.len(), (length + FILLING).div_ceil(BLOCK));
            for (index, &(at, letters, spaces)) in blocks.iter().enumerate() {
                let bits = length.saturating_sub(index * BLOCK).min(BLOCK) as u32;
                assert_eq!((at, letters.count_ones(), letters ^ spaces), (index * BLOCK, bits, u64::MAX));
            }
        }
    }

    #[test]
    fn bits_move_on_from_block_to_block() {
        assert_eq!(moved(0b101, 1 << 63, 1), 0b1011);
        assert_eq!(moved(0, 0b111 << 61, 3), 0b111);
        assert_eq!(places(64, 1 | 1 << 9 | 1 << 63).collect::<Vec<_>>(), [64, 73, 127]);
    }
}
