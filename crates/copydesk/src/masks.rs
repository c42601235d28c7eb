//! Bit masks: a text 64 bytes at a time, with one bit per byte for each question asked about the bytes.
//!
//! A stage asks for the few masks it needs, combines them with bit operations, and looks at the text only where a bit is left. A question
//! costs some 20 instructions for the 64 bytes if 16 are compared together; combining two masks costs one. So a few coarse questions, and a
//! second look at what they leave, are cheaper than exact ones. To test the bytes beside a place, [`moved`] shifts a mask forward: what
//! comes after the place is then met at the last byte that tells of it.
//!
//! As many bytes are compared at once as the processor allows. What goes over a whole text asks for that at run time ([`wherever`]), and
//! gets the 32 of AVX2 or the 64 of AVX-512. What looks at a block here and there uses the 16 that every processor of its kind has (SSE2,
//! NEON). Without any of these, the answers are the same.

use fearless_simd::prelude::*;
use fearless_simd::{i8x64, mask8x64, u8x64};

/// How many bytes are looked at together: a bit of a mask for each.
pub(crate) const BLOCK: usize = 64;

/// What every processor that this is built for can do, without asking it.
#[cfg(all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2", target_feature = "fxsr"))]
mod least {
    pub(crate) use fearless_simd::Sse2 as Least;

    #[inline(always)]
    pub(crate) fn least() -> Least {
        fearless_simd::Level::baseline().as_sse2().expect("the build says that SSE2 is there")
    }
}
#[cfg(all(target_arch = "aarch64", target_feature = "neon"))]
mod least {
    pub(crate) use fearless_simd::Neon as Least;

    #[inline(always)]
    pub(crate) fn least() -> Least {
        fearless_simd::Level::baseline().as_neon().expect("the build says that NEON is there")
    }
}
#[cfg(not(any(
    all(any(target_arch = "x86", target_arch = "x86_64"), target_feature = "sse2", target_feature = "fxsr"),
    all(target_arch = "aarch64", target_feature = "neon"),
)))]
mod least {
    pub(crate) use fearless_simd::Fallback as Least;

    #[inline(always)]
    pub(crate) fn least() -> Least {
        Least::new()
    }
}

pub(crate) use least::{Least, least};

/// What a processor may be able to do, for tests: each gives nothing where it cannot.
#[cfg(test)]
pub(crate) const LEVELS: [fn(fearless_simd::Level) -> Option<fearless_simd::Level>; 4] = {
    use fearless_simd::Level;
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    {
        [
            |level| level.as_sse2().map(Level::Sse2),
            |level| level.as_sse4_2().map(Level::Sse4_2),
            |level| level.as_avx2().map(Level::Avx2),
            |level| level.as_avx512().map(Level::Avx512),
        ]
    }
    #[cfg(not(any(target_arch = "x86", target_arch = "x86_64")))]
    {
        [Some, |_| None, |_| None, |_| None]
    }
};

/// The bytes of a block, of which the first is that of the lowest bit.
pub(crate) struct Block<S: Simd = Least>(u8x64<S>);

impl Block {
    #[inline(always)]
    pub(crate) fn of(bytes: &[u8; BLOCK]) -> Self {
        Self::by(least(), bytes)
    }

    /// A block of fewer bytes, and the filling behind them.
    #[inline]
    pub(crate) fn of_few(bytes: &[u8], filling: u8) -> Self {
        Self::of_few_by(least(), bytes, filling)
    }
}

impl<S: Simd> Block<S> {
    /// A block, looked at by what the processor can.
    #[inline(always)]
    pub(crate) fn by(simd: S, bytes: &[u8; BLOCK]) -> Self {
        Self(u8x64::load_array_ref(simd, bytes))
    }

    /// The same of fewer bytes, and the filling behind them.
    #[inline(always)]
    pub(crate) fn of_few_by(simd: S, bytes: &[u8], filling: u8) -> Self {
        match bytes.first_chunk() {
            Some(block) => Self::by(simd, block),
            None => {
                let mut block = [filling; BLOCK];
                block[..bytes.len()].copy_from_slice(bytes);
                Self::by(simd, &block)
            }
        }
    }

    /// Which bytes are this one.
    #[inline(always)]
    pub(crate) fn are(&self, byte: u8) -> u64 {
        self.is(byte).to_bitmask()
    }

    /// Which are one of these two.
    #[inline(always)]
    pub(crate) fn are_either(&self, one: u8, other: u8) -> u64 {
        (self.is(one) | self.is(other)).to_bitmask()
    }

    /// Which are one of these.
    #[inline(always)]
    pub(crate) fn are_one_of<const COUNT: usize>(&self, bytes: [u8; COUNT]) -> u64 {
        let none = mask8x64::splat(self.0.token(), false);
        bytes.into_iter().fold(none, |found, byte| found | self.is(byte)).to_bitmask()
    }

    /// Which are this one, as far as some of their bits go.
    #[inline(always)]
    pub(crate) fn are_like(&self, byte: u8, bits: u8) -> u64 {
        (self.0 & bits).simd_eq(byte).to_bitmask()
    }

    /// Which come after this one, those of characters beyond ASCII among them.
    #[inline(always)]
    pub(crate) fn are_past(&self, byte: u8) -> u64 {
        debug_assert!(byte < u8::MAX);
        self.0.simd_ge(byte + 1).to_bitmask()
    }

    /// Which are these two or stand between them.
    #[inline(always)]
    pub(crate) fn are_between(&self, first: u8, last: u8) -> u64 {
        (self.0.simd_ge(first) & self.0.simd_le(last)).to_bitmask()
    }

    /// Which are letters of ASCII.
    #[inline(always)]
    pub(crate) fn are_letters(&self) -> u64 {
        // What comes before the first letter is far behind the last one, when the first is zero.
        ((self.0 | 0x20) - b'a').simd_le(b'z' - b'a').to_bitmask()
    }

    /// Which belong to characters beyond ASCII.
    #[inline(always)]
    pub(crate) fn are_beyond(&self) -> u64 {
        highest(self.0)
    }

    /// The bytes bit by bit: the lowest bit of each, the second, up to the highest. A search for many single bytes combines these, with an
    /// operation or two for each.
    #[inline(always)]
    pub(crate) fn planes(&self) -> [u64; 8] {
        let mut bytes = self.0;
        let mut planes = [0; 8];
        for plane in planes.iter_mut().rev() {
            *plane = highest(bytes);
            // What is doubled has its next bit in the highest place.
            bytes = bytes + bytes;
        }
        planes
    }

    #[inline(always)]
    fn is(&self, byte: u8) -> mask8x64<S> {
        self.0.simd_eq(byte)
    }
}

/// The highest bit of each byte.
#[inline(always)]
fn highest<S: Simd>(bytes: u8x64<S>) -> u64 {
    // It is the sign of the byte, which a processor hands out as it is.
    bytes.bitcast::<i8x64<S>>().simd_lt(0).to_bitmask()
}

/// At least so many bytes of filling stand behind a text. So what the next bytes decide is also decided at the end of the text.
const FILLING: usize = 4;

/// The blocks of a text, each with the offset at which it starts. The last is filled up with `filling`.
#[inline]
pub(crate) fn blocks(text: &[u8], filling: u8) -> Blocks<'_> {
    blocks_by(least(), text, filling)
}

/// The same, looked at by what the processor can.
#[inline(always)]
pub(crate) fn blocks_by<S: Simd>(simd: S, text: &[u8], filling: u8) -> Blocks<'_, S> {
    Blocks { simd, text, filling, start: 0 }
}

/// What [`blocks`] gives.
pub(crate) struct Blocks<'t, S: Simd = Least> {
    simd: S,
    text: &'t [u8],
    filling: u8,
    start: usize,
}

impl<S: Simd> Iterator for Blocks<'_, S> {
    type Item = (usize, Block<S>);

    #[inline(always)]
    fn next(&mut self) -> Option<(usize, Block<S>)> {
        let start = self.start;
        let rest = self.text.get(start..).unwrap_or_default();
        if start >= self.text.len() + FILLING {
            return None;
        }
        self.start += BLOCK;
        let block = match rest.first_chunk() {
            Some(block) => Block::by(self.simd, block),
            None => Block::of_few_by(self.simd, rest, self.filling),
        };
        Some((start, block))
    }
}

/// The mask with its bits moved on by so many bytes: the bits that left the block before come in.
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

/// The offsets of the bits of many blocks, in order. A block's first few are always written, even if it has fewer: a branch on their number
/// cannot be predicted.
#[derive(Debug)]
pub(crate) struct Collected {
    /// Those that count, and behind them what was written too much.
    offsets: Vec<u32>,
    len: usize,
}

impl Collected {
    /// So many bits of a block cost no branch.
    const FEW: usize = 4;

    /// With room for so many, and more where they come.
    pub(crate) fn with_room(room: usize) -> Self {
        Self { offsets: vec![0; room + BLOCK], len: 0 }
    }

    /// Adds those of the block that starts at `start`.
    #[inline(always)]
    pub(crate) fn add(&mut self, start: usize, mask: u64) {
        if self.offsets.len() < self.len + BLOCK {
            self.offsets.resize(2 * self.offsets.len(), 0);
        }
        let out = &mut self.offsets[self.len..][..BLOCK];
        let (few, more) = out.split_at_mut(Self::FEW);
        let mut places = mask;
        let mut write = |out: &mut u32| {
            *out = start as u32 + places.trailing_zeros();
            places &= places.wrapping_sub(1);
        };
        few.iter_mut().for_each(&mut write);
        let count = mask.count_ones() as usize;
        if count > Self::FEW {
            more[..count - Self::FEW].iter_mut().for_each(&mut write);
        }
        self.len += count;
    }

    /// Adds one more.
    pub(crate) fn push(&mut self, offset: usize) {
        self.add(offset, 1);
    }

    /// All, in order.
    pub(crate) fn all(&self) -> &[u32] {
        &self.offsets[..self.len]
    }
}

#[cfg(test)]
mod tests {
    use std::array;

    use fearless_simd::{Level, dispatch};

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
            for level in LEVELS.into_iter().filter_map(|of| of(Level::new())) {
                dispatch!(level, simd => check(&Block::by(simd, &bytes), &bytes));
            }
            check(&Block::of(&bytes), &bytes);
        }
    }

    fn check<S: Simd>(block: &Block<S>, bytes: &[u8; BLOCK]) {
        assert_eq!(block.are_letters(), mask(bytes, |it| it.is_ascii_alphabetic()), "{bytes:?}");
        assert_eq!(block.are_beyond(), mask(bytes, |it| !it.is_ascii()), "{bytes:?}");
        for (bit, plane) in block.planes().into_iter().enumerate() {
            assert_eq!(plane, mask(bytes, |it| it >> bit & 1 == 1), "{bit} {bytes:?}");
        }
        for byte in 0..=u8::MAX {
            let other = byte.rotate_left(3);
            let like = byte & other;
            assert_eq!(block.are(byte), mask(bytes, |it| it == byte), "{byte} {bytes:?}");
            assert_eq!(block.are_either(byte, other), mask(bytes, |it| it == byte || it == other), "{bytes:?}");
            let either = block.are_one_of([b'-', byte, other]);
            assert_eq!(either, mask(bytes, |it| it == b'-' || it == byte || it == other), "{bytes:?}");
            assert_eq!(block.are_between(byte, other), mask(bytes, |it| byte <= it && it <= other), "{bytes:?}");
            assert_eq!(block.are_like(like, other), mask(bytes, |it| it & other == like), "{bytes:?}");
            if byte < u8::MAX {
                assert_eq!(block.are_past(byte), mask(bytes, |it| it > byte), "{byte} {bytes:?}");
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

    #[test]
    fn the_bits_of_many_blocks_are_collected_in_order() {
        let masks = [0, 1, u64::MAX, 1 << 63, 0b1111, 0b1_1111, 0, u64::MAX, 0x8000_0000_0000_0001];
        for room in [0, 3, 400] {
            let mut collected = Collected::with_room(room);
            let mut expected: Vec<u32> = Vec::new();
            for (index, mask) in masks.into_iter().enumerate() {
                collected.add(index * BLOCK, mask);
                expected.extend(places(index * BLOCK, mask).map(|at| at as u32));
            }
            collected.push(1000);
            expected.push(1000);
            assert_eq!(collected.all(), expected);
        }
    }
}
