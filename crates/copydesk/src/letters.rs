//! Which bytes are letters, 64 at a time, one bit each: word readers branch where words begin or end, not at every byte.

use fearless_simd::prelude::*;
use fearless_simd::{mask8x16, u8x16};

use crate::masks::{Block, Least, least};

pub(crate) use crate::masks::BLOCK;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;

/// A bit for each byte of at most [`BLOCK`] that is a letter: ASCII letters, and all bytes of other characters. Past the end there are none.
pub(crate) fn letters(block: &[u8]) -> u64 {
    let block = Block::of_few(block, 0);
    block.are_letters() | block.are_beyond()
}

/// The same for ASCII letters alone.
pub(crate) fn ascii_letters(block: &[u8]) -> u64 {
    Block::of_few(block, 0).are_letters()
}

/// The same as [`char::is_alphanumeric`], but immediate for the dashes, quotation marks and spaces of running text, and for invisible
/// characters: for each of these, the library's table takes five hundred instructions.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    const PUNCTUATION: std::ops::RangeInclusive<char> = '\u{2000}'..='\u{206f}';
    !PUNCTUATION.contains(&c) && c.is_alphanumeric()
}

/// Eight bytes with their ASCII letters in small ones.
pub(crate) const fn lowered(eight: u64) -> u64 {
    eight | ascii_of_eight(eight.to_le_bytes()) >> 2
}

/// How many ASCII letters eight bytes begin with.
pub(crate) const fn leading(eight: [u8; 8]) -> usize {
    (!ascii_of_eight(eight) & HIGH).trailing_zeros() as usize / 8
}

/// How many bits of eight bytes belong to the ASCII letters at their beginning.
pub(crate) const fn leading_bits(eight: u64) -> u32 {
    // That of the first other byte's highest bit, or 64.
    (!ascii_of_eight(eight.to_le_bytes()) & HIGH).trailing_zeros() & !7
}

/// A block of a text and the bytes after it, as far as words that begin in the block may reach.
pub(crate) const WINDOW: usize = BLOCK + 8;

/// A block of a text with what follows it, and zeros behind the end.
#[inline(always)]
pub(crate) fn window<'w>(text: &'w [u8], filled: &'w mut [u8; WINDOW]) -> &'w [u8; WINDOW] {
    match text.first_chunk() {
        Some(window) => window,
        None => {
            filled[..text.len()].copy_from_slice(text);
            filled
        }
    }
}

/// The words that begin in a block, by their first letters.
pub(crate) struct Firsts<'w> {
    window: &'w [u8; WINDOW],
    /// Which bytes are ASCII letters, in the block and behind it.
    letters: (u64, u64),
    /// Which belong to other characters, the same.
    beyond: (u64, u64),
}

impl<'w> Firsts<'w> {
    /// Of a block of which it is known which bytes are letters.
    #[inline(always)]
    pub(crate) fn of<S: Simd>(window: &'w [u8; WINDOW], block: &Block<S>, letters: u64) -> Self {
        let behind = window.last_chunk().map_or(0, |eight| u64::from_le_bytes(*eight));
        let letters = (letters, bits_of(ascii_of_eight(behind.to_le_bytes())));
        Self { window, letters, beyond: (block.are_beyond(), bits_of(behind & HIGH)) }
    }

    /// The ASCII letters at a place of the block, eight at most, with these bits; and 1 if a character outside of ASCII follows them, else
    /// 0.
    #[inline(always)]
    pub(crate) fn at(&self, at: u32, bits: u64) -> (u64, u64) {
        /// So many first bytes of eight.
        static FIRST: [u64; 9] = {
            let (mut first, mut count) = ([0; 9], 1);
            while count <= 8 {
                first[count] = u64::MAX >> (64 - 8 * count);
                count += 1;
            }
            first
        };
        let at = at % BLOCK as u32;
        let from = |(block, behind): (u64, u64)| block >> at | behind << 1 << (BLOCK as u32 - 1 - at);
        let count = (!from(self.letters) | 1 << 8).trailing_zeros();
        let eight = self.window[at as usize..].first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight));
        // Most texts have next to none.
        let beyond = if self.beyond == (0, 0) { 0 } else { from(self.beyond) >> count & 1 };
        ((eight | bits) & FIRST[count as usize], beyond)
    }
}

/// The high bits of eight bytes, as the bits of one.
const fn bits_of(high: u64) -> u64 {
    (high >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// How many ASCII letters eight bytes end with.
pub(crate) const fn trailing(eight: [u8; 8]) -> usize {
    (!ascii_of_eight(eight) & HIGH).leading_zeros() as usize / 8
}

/// How many ASCII letters a text begins with. A longer run counts as [`RUN`].
pub(crate) fn leading_run(bytes: &[u8]) -> usize {
    match bytes.first_chunk::<RUN>() {
        Some(run) => {
            let letters = within(sixteen(*run) | 0x20, b'a', b'z').to_bitmask();
            // A bit behind the last, which is that of no letter.
            (!letters).trailing_zeros() as usize
        }
        None => bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count(),
    }
}

/// How many ASCII letters a text ends with. A longer run counts as [`RUN`].
pub(crate) fn trailing_run(bytes: &[u8]) -> usize {
    run_at_end(bytes, 0x20, u8::is_ascii_alphabetic)
}

/// The last place up to `at` where a character begins or the text ends. The standard library has it from Rust 1.91 on.
pub(crate) fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The first place from `at` on where a character begins, or the text ends.
pub(crate) fn ceil_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// How many small ASCII letters a text ends with. A longer run counts as [`RUN`].
pub(crate) fn small_trailing_run(bytes: &[u8]) -> usize {
    run_at_end(bytes, 0, u8::is_ascii_lowercase)
}

/// How many bytes a text ends with that are small letters once these bits are set; `is_letter` tells the same of one.
#[inline(always)]
fn run_at_end(bytes: &[u8], with: u8, is_letter: impl Fn(&u8) -> bool) -> usize {
    match bytes.last_chunk::<RUN>() {
        Some(run) => {
            let letters = within(sixteen(*run) | with, b'a', b'z').to_bitmask();
            (!(letters << (u64::BITS as usize - RUN))).leading_zeros() as usize
        }
        None => bytes.iter().rev().take_while(|byte| is_letter(byte)).count(),
    }
}

/// How many digits a text begins with. A longer run counts as [`RUN`].
pub(crate) fn leading_digits(bytes: &[u8]) -> usize {
    match bytes.first_chunk::<RUN>() {
        Some(run) => {
            let digits = within(sixteen(*run), b'0', b'9').to_bitmask();
            (!digits).trailing_zeros() as usize
        }
        None => bytes.iter().take_while(|byte| byte.is_ascii_digit()).count(),
    }
}

/// The longest run that is counted.
pub(crate) const RUN: usize = 16;

#[inline(always)]
fn sixteen(bytes: [u8; RUN]) -> u8x16<Least> {
    u8x16::load_array(least(), bytes)
}

/// Which bytes are these two or stand between them.
#[inline(always)]
fn within(bytes: u8x16<Least>, first: u8, last: u8) -> mask8x16<Least> {
    // What comes before the first is far behind the last one, when the first is zero.
    (bytes - first).simd_le(last - first)
}

/// The high bit of each byte that is an ASCII letter. Each byte is in its own eighth of a word: no sum carries over into the next.
const fn ascii_of_eight(eight: [u8; 8]) -> u64 {
    let bytes = u64::from_le_bytes(eight);
    let lower = (bytes | (0x20 * ONES)) & !HIGH;
    let from_a = lower + (0x80 - b'a' as u64) * ONES;
    let past_z = lower + (0x7f - b'z' as u64) * ONES;
    from_a & !past_z & !bytes & HIGH
}

/// Eight bytes in lower case, if they are ASCII words with single spaces between them, and no space is first where one stands before.
pub(crate) fn plain_lower(eight: [u8; 8], space_before: bool) -> Option<[u8; 8]> {
    let bytes = u64::from_le_bytes(eight);
    // Each of these has the high bit of a byte that is beyond ASCII, or the last of it, or one of the controls.
    let unprinted = bytes | bytes.wrapping_add(ONES) | !(bytes | HIGH).wrapping_sub(u64::from(b' ') * ONES);
    let other = bytes ^ (u64::from(b' ') * ONES);
    let spaces = !((other & !HIGH) + !HIGH) & HIGH;
    let doubled = spaces & (spaces << 8 | u64::from(space_before) << 7);
    if unprinted & HIGH | doubled != 0 {
        return None;
    }
    let from_a = bytes + (0x80 - u64::from(b'A')) * ONES;
    let past_z = bytes + (0x7f - u64::from(b'Z')) * ONES;
    Some((bytes | (from_a & !past_z & HIGH) >> 2).to_le_bytes())
}

/// The same for sixteen bytes.
pub(crate) fn plain_lower_of_sixteen(bytes: [u8; RUN], space_before: bool) -> Option<[u8; RUN]> {
    let bytes = sixteen(bytes);
    let spaces = bytes.simd_eq(b' ').to_bitmask();
    let doubled = spaces & (spaces << 1 | u64::from(space_before));
    let plain = within(bytes, b' ', b'~').to_bitmask() == 0xffff && doubled == 0;
    plain.then(|| within(bytes, b'A', b'Z').select(bytes | 0x20, bytes).to_array())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_are_those_of_the_library() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn plain_words_in_lower_case() {
        let is_plain = |bytes: &[u8], space: bool| {
            let before = if space { b' ' } else { b'-' };
            let doubled = [&[before], bytes].concat().windows(2).any(|pair| pair == b"  ");
            bytes.iter().all(|byte| (b' '..=b'~').contains(byte)) && !doubled
        };
        for byte in 0..=u8::MAX {
            for place in 0..RUN {
                for space in [false, true] {
                    let mut sixteen = *b"A zZ @[`Qu ay{ 9";
                    sixteen[place] = byte;
                    let lower = is_plain(&sixteen, space).then(|| sixteen.map(|byte| byte.to_ascii_lowercase()));
                    assert_eq!(plain_lower_of_sixteen(sixteen, space), lower, "{sixteen:?} {space}");
                    let (eights, _) = sixteen.as_chunks::<8>();
                    let lower = is_plain(&eights[0], space).then(|| eights[0].map(|byte| byte.to_ascii_lowercase()));
                    assert_eq!(plain_lower(eights[0], space), lower, "{sixteen:?} {space}");
                }
            }
        }
    }

    #[test]
    fn first_letters_are_the_same_wherever_a_word_begins() {
        for word in ["q", "Quay", "quayside", "harbourmaster", "q\u{e9}", "quaysid\u{e9}", "quay9"] {
            let ascii = word.bytes().take_while(u8::is_ascii_alphabetic).count();
            let mut eight = [0; 8];
            eight[..ascii.min(8)].copy_from_slice(&word.as_bytes()[..ascii.min(8)]);
            for place in 0..BLOCK {
                let text = format!("{}{word}", "-".repeat(place));
                let mut filled = [0; WINDOW];
                let window = window(text.as_bytes(), &mut filled);
                let block = Block::of_few(&window[..BLOCK], 0);
                let firsts = Firsts::of(window, &block, block.are_letters());
                let beyond = u64::from(ascii < 8 && !word.is_ascii());
                assert_eq!(firsts.at(place as u32, 0), (u64::from_le_bytes(eight), beyond), "{word} {place}");
            }
        }
    }

    #[test]
    fn runs_of_letters_at_either_end() {
        for length in 0..=RUN {
            let long = format!("{}9{}", "Quayside".repeat(4), "q".repeat(length));
            assert_eq!(small_trailing_run(long.as_bytes()), length);
            assert_eq!(small_trailing_run(&long.as_bytes()[RUN * 2..]), length);
            assert_eq!(trailing_run(long.to_uppercase().as_bytes()), length);
            assert_eq!(trailing_run(&long.as_bytes()[RUN * 2..]), length);
            let long = format!("{}\u{e9}{}", "Q".repeat(length), "harbour wall and quay");
            assert_eq!(leading_run(long.as_bytes()), length);
            assert_eq!(leading_run(&long.as_bytes()[..length + 2]), length);
        }
        assert_eq!(small_trailing_run(b"the harbour wall of Norhaven Q"), 0);
        assert_eq!((leading_run(&[b'a'; 40]), leading_digits(&[b'7'; 40])), (RUN, RUN));
        for length in 0..RUN {
            let long = format!("{}/{}", "059".repeat(6).get(..length).unwrap_or(""), "on the quay of Norhaven");
            assert_eq!(leading_digits(long.as_bytes()), length);
            assert_eq!(leading_digits(&long.as_bytes()[..length]), length);
        }
    }

    #[test]
    fn tells_letters_from_all_other_bytes() {
        for byte in 0..=u8::MAX {
            let mut block = [b'-'; BLOCK];
            block[35] = byte;
            let ascii = u64::from(byte.is_ascii_alphabetic()) << 35;
            assert_eq!(ascii_letters(&block), ascii, "{byte:#x}");
            assert_eq!(letters(&block), ascii | u64::from(byte >= 0x80) << 35, "{byte:#x}");
        }
        assert_eq!((letters(b"a b"), letters(b"")), (0b101, 0));
        assert_eq!((leading(*b"Ab3defgh"), trailing(*b"Ab3defgh"), leading(*b"abcdefgh")), (2, 5, 8));
        assert_eq!((bits_of(HIGH), bits_of(0x8000_0080_0000_8080)), (0xff, 0b1001_0011));
        let bits = |eight: &[u8; 8]| leading_bits(u64::from_le_bytes(*eight));
        assert_eq!((bits(b"Ab3defgh"), bits(b"abcdefgh"), bits(b"\xc3bcdefgh")), (16, 64, 0));
        assert_eq!(lowered(u64::from_le_bytes(*b"A@[Zz\xc3\x89 ")), u64::from_le_bytes(*b"a@[zz\xc3\x89 "));
    }
}
