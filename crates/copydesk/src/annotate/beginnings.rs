//! Where numbers, words that matter and characters outside of ASCII begin, for all layers that look for them.
//!
//! One pass over a block's content, 64 bytes at a time. It knows a word by its first eight letters, without a branch. So the search for
//! figures and dates branches only at words that may be theirs, not at every word.

use fearless_simd::{Level, Simd, dispatch};

use crate::keys::{first_eight, spread};
use crate::language::Language;
use crate::letters::{Firsts, WINDOW, leading_bits, window};
use crate::masks::{BLOCK, Block};

use super::{Layer, dates, figures};

/// What a beginning may be one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// A number in digits or words, or a character outside of ASCII.
    Figure,
    /// A number in digits, a word that a date can be built on, or a character outside of ASCII.
    Date,
}

/// The beginnings in the contents of a text's blocks.
#[derive(Debug, Default)]
pub(super) struct Beginnings {
    /// Of each [block](Block) of the contents, one after the other: a bit for each byte at which something may begin.
    masks: Vec<Masks>,
    /// Where those of each content begin.
    starts: Vec<u32>,
}

/// By what may begin.
type Masks = [u64; 2];

impl Beginnings {
    /// Whether one of these layers looks for them.
    pub(super) fn are_wanted(layers: &[&'static Layer]) -> bool {
        layers.iter().any(|layer| [figures::LAYER.name, dates::LAYER.name].contains(&layer.name))
    }

    /// Of these contents, which have about so many bytes.
    pub(super) fn of<'t>(contents: impl Iterator<Item = &'t str>, language: Option<Language>, length: usize) -> Self {
        let words = words(language);
        let mut beginnings = Self { masks: Vec::with_capacity(length / BLOCK + 8), starts: Vec::with_capacity(8) };
        dispatch!(Level::new(), simd => beginnings.read_all(simd, contents, words));
        beginnings
    }

    #[inline(always)]
    fn read_all<'t, S: Simd>(&mut self, simd: S, contents: impl Iterator<Item = &'t str>, words: &Words) {
        for content in contents {
            self.starts.push(self.masks.len() as u32);
            self.read(simd, content.as_bytes(), words);
        }
    }

    #[inline(always)]
    fn read<S: Simd>(&mut self, simd: S, bytes: &[u8], words: &Words) {
        // Whether the block before ends with a letter, and with a digit.
        let (mut letter, mut digit) = (0, 0);
        for base in (0..bytes.len()).step_by(BLOCK) {
            let mut filled = [0; WINDOW];
            let window = window(&bytes[base..], &mut filled);
            let block = Block::of_few_by(simd, &window[..BLOCK], 0);
            let letters = block.are_letters();
            let digits = block.are_between(b'0', b'9');
            let others = digits & !(digits << 1 | digit) | block.are_past(LEAD - 1);
            let (figures, dates) =
                words.among(letters & !(letters << 1 | letter), &Firsts::of(window, &block, letters));
            self.masks.push([figures | others, dates | others]);
            (letter, digit) = (letters >> (BLOCK - 1), digits >> (BLOCK - 1));
        }
    }

    /// Those of one kind in the content of this number, which has these bytes.
    pub(super) fn walk<'b>(&'b self, content: usize, bytes: &'b [u8], of: Of) -> Walk<'b> {
        let from = self.starts[content] as usize;
        let masks = &self.masks[from..from + bytes.len().div_ceil(BLOCK)];
        Walk { bytes, masks, of, block: 0, bits: masks.first().map_or(0, |masks| masks[of as usize]) }
    }
}

/// The beginnings of one kind in a content, in order.
#[derive(Debug)]
pub(super) struct Walk<'b> {
    bytes: &'b [u8],
    masks: &'b [Masks],
    of: Of,
    /// The block that is looked at.
    block: usize,
    /// Those of its beginnings that are not given yet.
    bits: u64,
}

impl Walk<'_> {
    /// Skips everything before a place, as if the text began there. Places come in order.
    pub(super) fn skip_to(&mut self, at: usize) {
        self.block = at / BLOCK;
        let bits = self.masks.get(self.block).map_or(0, |masks| masks[self.of as usize]);
        self.bits = bits & u64::MAX << (at % BLOCK);
        if self.bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || is_lead(*byte)) {
            self.bits |= 1 << (at % BLOCK);
        }
    }
}

impl Iterator for Walk<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.bits == 0 {
            self.bits = self.masks.get(self.block + 1)?[self.of as usize];
            self.block += 1;
        }
        let at = self.block * BLOCK + self.bits.trailing_zeros() as usize;
        self.bits &= self.bits - 1;
        Some(at)
    }
}

/// What words may be, by their first eight letters, two bits for each; a few other words share them. It is small enough to stay near the
/// processor while a text is read.
#[derive(Debug)]
pub(super) struct Words([u8; 1 << (Self::BITS - 2)]);

impl Words {
    const BITS: u32 = 14;

    pub(super) const fn new() -> Self {
        Self([0; 1 << (Self::BITS - 2)])
    }

    /// With a word, which is in small letters.
    pub(super) const fn put(&mut self, word: &str, of: Of) {
        self.put_key(listed(word.as_bytes()).0, of);
    }

    /// With a word and its plural's `s`.
    pub(super) const fn put_plural(&mut self, word: &str, of: Of) {
        let (key, bits) = listed(word.as_bytes());
        let s = if bits < u64::BITS { (b's' as u64) << bits } else { 0 };
        self.put_key(key | s, of);
    }

    const fn put_key(&mut self, key: u64, of: Of) {
        let place = Self::place(key);
        self.0[place / 4] |= 1 << (place % 4 * 2 + of as usize);
    }

    const fn place(key: u64) -> usize {
        (spread(key) >> (u64::BITS - Self::BITS)) as usize
    }

    /// Of words that begin at these places, those that may be figures and those that may be dates. Where a letter outside of ASCII follows,
    /// a word may be either.
    #[inline]
    fn among(&self, mut places: u64, firsts: &Firsts<'_>) -> (u64, u64) {
        /// The bit that makes a capital small, in each of eight letters.
        const SMALL: u64 = u64::from_le_bytes([0x20; 8]);
        let (mut figures, mut dates) = (0, 0);
        // Without a branch on what the table says: the processor cannot foresee it.
        while places != 0 {
            let at = places.trailing_zeros();
            let (word, beyond) = firsts.at(at, SMALL);
            let place = Self::place(word);
            let of = u64::from(self.0[place / 4] >> (place % 4 * 2));
            figures |= (of >> Of::Figure as u8 & 1 | beyond) << at;
            dates |= (of >> Of::Date as u8 & 1 | beyond) << at;
            places &= places - 1;
        }
        (figures, dates)
    }
}

/// The ASCII letters that a word of a list begins with, eight at most, and how many bits they have.
const fn listed(word: &[u8]) -> (u64, u32) {
    let bits = leading_bits(first_eight(word));
    let letters = if bits == 0 { 0 } else { u64::MAX >> (u64::BITS - bits) };
    (first_eight(word) & letters, bits)
}

/// The words that begin figures and dates in a language.
fn words(language: Option<Language>) -> &'static Words {
    macro_rules! words {
        ($language:ident) => {{
            static WORDS: Words = {
                let mut words = Words::new();
                if matches!(Language::$language, Language::English) {
                    figures::put_beginnings(&mut words);
                }
                dates::put_beginnings(Language::$language, &mut words);
                words
            };
            &WORDS
        }};
    }
    static NONE: Words = Words::new();
    match language {
        Some(Language::English) => words!(English),
        Some(Language::German) => words!(German),
        Some(Language::Dutch) => words!(Dutch),
        Some(Language::French) => words!(French),
        Some(Language::Spanish) => words!(Spanish),
        Some(Language::Portuguese) => words!(Portuguese),
        Some(Language::Italian) => words!(Italian),
        _ => &NONE,
    }
}

/// The first of the bytes that a character outside of ASCII begins with.
const LEAD: u8 = 0xC2;

/// Whether a character outside of ASCII begins with the byte.
const fn is_lead(byte: u8) -> bool {
    byte >= LEAD
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::masks::least;

    static WORDS: Words = {
        let mut words = Words::new();
        words.put("the", Of::Figure);
        words.put("end", Of::Figure);
        words.put("thousandfold", Of::Figure);
        words.put_plural("third", Of::Date);
        words
    };

    fn read(text: &str) -> Beginnings {
        let mut beginnings = Beginnings { masks: Vec::new(), starts: vec![0] };
        beginnings.read(least(), text.as_bytes(), &WORDS);
        beginnings
    }

    fn all(text: &str, of: Of) -> Vec<usize> {
        read(text).walk(0, text.as_bytes(), of).collect()
    }

    #[test]
    fn words_numbers_and_other_characters_begin() {
        assert_eq!(all("The 12 B52s, été THIRDS third", Of::Figure), [0, 4, 8, 13, 15, 16]);
        assert_eq!(all("The 12 B52s, THIRDS thirds third", Of::Date), [4, 8, 13, 20]);
        assert_eq!(all("Thousandfold thousand thousands", Of::Figure), [0, 13, 22]);
        assert_eq!(all("", Of::Figure), [0; 0]);
        // What a letter outside of ASCII follows may be any word.
        assert_eq!(all("fünf", Of::Date), [0, 1]);
        let long = format!("{} {}9 {}the ti", "a".repeat(100), "b".repeat(27), "-".repeat(60));
        assert_eq!(all(&long, Of::Figure), [128, 190]);
    }

    #[test]
    fn what_is_skipped_to_is_a_beginning() {
        let text = format!("{} end", "the ".repeat(49));
        let beginnings = read(&text);
        let mut walk = beginnings.walk(0, text.as_bytes(), Of::Figure);
        walk.skip_to(2);
        assert_eq!((walk.next(), walk.next()), (Some(2), Some(4)));
        walk.skip_to(67);
        assert_eq!(walk.next(), Some(68));
        walk.skip_to(195);
        assert_eq!((walk.next(), walk.next()), (Some(197), None));
        walk.skip_to(text.len());
        assert_eq!((walk.next(), walk.next()), (None, None));
    }
}
