//! Where words, numbers and characters outside of ASCII begin: 64 bytes at a time, so that what looks for numbers and dates branches at
//! these places and not at every byte.

/// How many bytes are looked at together.
const BLOCK: usize = 64;

/// The places in a text at which a word of ASCII letters, a number, or a character outside of ASCII begins.
pub(super) struct Beginnings<'t> {
    bytes: &'t [u8],
    /// Where the bytes begin that were looked at last.
    base: usize,
    /// Those of their beginnings that are not given yet.
    bits: u64,
}

impl<'t> Beginnings<'t> {
    pub(super) fn of(bytes: &'t [u8]) -> Self {
        Self { bytes, base: 0, bits: beginnings(bytes, Before::Other) }
    }

    /// Goes on at a place, as if the text began there.
    pub(super) fn skip_to(&mut self, at: usize) {
        if at - self.base >= BLOCK {
            self.base = at;
            self.bits = beginnings(self.bytes.get(at..).unwrap_or_default(), Before::Other);
            return;
        }
        self.bits &= u64::MAX << (at - self.base);
        if self.bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || is_lead(*byte)) {
            self.bits |= 1 << (at - self.base);
        }
    }
}

impl Iterator for Beginnings<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.bits == 0 {
            let base = self.base + BLOCK;
            let rest = self.bytes.get(base..).filter(|rest| !rest.is_empty())?;
            self.base = base;
            self.bits = beginnings(rest, Before::of(self.bytes[base - 1]));
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

/// Whether a character outside of ASCII begins with the byte.
const fn is_lead(byte: u8) -> bool {
    byte >= 0xC2
}

/// A bit for each byte of a block at which something begins.
fn beginnings(block: &[u8], before: Before) -> u64 {
    let mut padded = [0; BLOCK];
    let block = match block.first_chunk::<BLOCK>() {
        Some(block) => block,
        None => {
            padded[..block.len()].copy_from_slice(block);
            &padded
        }
    };
    let letters = bits(block, |byte| (byte | 0x20).wrapping_sub(b'a') < 26);
    let digits = bits(block, |byte| byte.wrapping_sub(b'0') < 10);
    let leads = bits(block, is_lead);
    let words = letters & !(letters << 1 | u64::from(before == Before::Letter));
    let numbers = digits & !(digits << 1 | u64::from(before == Before::Digit));
    words | numbers | leads
}

/// A bit for each byte of this kind. The compiler makes the first loop one of vectors, and the second gathers eight bits with one product.
fn bits(block: &[u8; BLOCK], is: impl Fn(u8) -> bool) -> u64 {
    let kinds = block.map(|byte| u8::from(is(byte)));
    let (eights, _) = kinds.as_chunks::<8>();
    eights
        .iter()
        .rev()
        .fold(0, |bits, eight| bits << 8 | u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_other_characters_begin() {
        let of = |text: &str| Beginnings::of(text.as_bytes()).collect::<Vec<_>>();
        assert_eq!(of("The 12 B52s, été"), [0, 4, 7, 8, 10, 13, 15, 16]);
        assert_eq!(of(""), [0; 0]);
        let long = format!("{} {}9", "a".repeat(100), "b".repeat(27));
        assert_eq!(of(&long), [0, 101, 128]);
    }

    #[test]
    fn what_is_skipped_to_is_a_beginning() {
        let text = format!("{} end", "word ".repeat(40));
        let mut beginnings = Beginnings::of(text.as_bytes());
        beginnings.skip_to(2);
        assert_eq!((beginnings.next(), beginnings.next()), (Some(2), Some(5)));
        beginnings.skip_to(199);
        assert_eq!((beginnings.next(), beginnings.next()), (Some(201), None));
        beginnings.skip_to(text.len());
        assert_eq!(beginnings.next(), None);
    }
}
