//! Counts the function words of a sample. Every document goes through here, so this is where language detection must be fast: reading byte
//! by byte, with a branch at each word's end, took three quarters of the time of a whole parse.
//!
//! So nothing here branches on the text. Letters become bits, 64 at a time. A word ends where a bit is set and the next is not. The eight
//! bytes before that hold all of a word that is short enough to be known, and it is compared with its whole bucket at once.

use crate::letters::{BLOCK, letters};

use super::words::{LONGEST, NEIGHBOURS, WORDED, function_words};

/// The languages, and after them their neighbours.
const ROWS: usize = WORDED.len() + 1;

/// How many words of each language were seen, and how many words in all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) languages: [u32; ROWS],
    pub(super) words: u32,
}

const fn words_of(row: usize) -> &'static [&'static str] {
    if row < WORDED.len() { function_words(WORDED[row]) } else { NEIGHBOURS }
}

/// So few blocks have fewer words than a byte can count.
const BLOCKS: usize = 7;

impl Counts {
    /// Adds the words of `bytes`, which may start and end inside a word or a character.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        let mut last = 0;
        for (index, blocks) in bytes.chunks(BLOCK * BLOCKS).enumerate() {
            let mut lanes = Lanes::default();
            for (block, chunk) in blocks.chunks(BLOCK).enumerate() {
                let letters = letters(chunk);
                // The letters of this block with the last eight of the one before below them.
                let behind = u128::from(letters) << 8 | u128::from(last);
                let mut ends = !letters & (letters << 1 | last >> 7);
                self.words += ends.count_ones();
                last = letters >> (BLOCK - 8);
                // A third of all words are too long to be looked up.
                ends &= !ends_of_long(behind);
                while ends != 0 {
                    let end = ends.trailing_zeros();
                    ends &= ends - 1;
                    let at = (index * BLOCKS + block) * BLOCK + end as usize;
                    lanes.add(TABLE.get(key_before(bytes, at, (behind >> end) as u8)));
                }
            }
            lanes.drain(&mut self.languages);
        }
        // In a last block that is not full, what follows the end is no letter, so that the last word is done.
        if bytes.len().is_multiple_of(BLOCK) && last >> 7 == 1 {
            self.words += 1;
            let mut lanes = Lanes::default();
            lanes.add(TABLE.get(key_before(bytes, bytes.len(), last as u8)));
            lanes.drain(&mut self.languages);
        }
    }
}

/// Where words end that have more letters than any word of the table: the bit of the byte behind. `letters` has eight from before the block.
const fn ends_of_long(letters: u128) -> u64 {
    const { assert!(LONGEST == 6, "what follows is for runs of seven") };
    let pairs = letters & letters << 1;
    let fours = pairs & pairs << 2;
    ((fours & fours << 3) >> 7) as u64
}

/// A count for each language, a byte for each, so that a word is added to all at once.
#[derive(Default)]
struct Lanes([u64; 2]);

/// Bits that can be spread at once: with an eighth, two of the shifted copies would meet.
const SPREAD: usize = 7;

impl Lanes {
    /// Adds one to each language of the set.
    fn add(&mut self, languages: u64) {
        const COPIES: u64 = 0x0002_0408_1020_4081;
        const MASK: u64 = (1 << SPREAD) - 1;
        self.0[0] += (languages & MASK).wrapping_mul(COPIES) & ONES;
        self.0[1] += (languages >> SPREAD).wrapping_mul(COPIES) & ONES;
    }

    fn drain(self, counts: &mut [u32; ROWS]) {
        let [low, high] = self.0.map(u64::to_le_bytes);
        for (count, more) in counts.iter_mut().zip(low[..SPREAD].iter().chain(&high)) {
            *count += u32::from(*more);
        }
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;

/// The word that ends at `end` as a number, in lower case as far as it is ASCII (other function words begin in lower case anyway in
/// running text). `letters` has a bit for each of the eight bytes before the end. Of a word that is longer than eight bytes it is the
/// last eight, which are too many for the table as well.
fn key_before(bytes: &[u8], end: usize, letters: u8) -> u64 {
    let word = match bytes[..end].last_chunk::<8>() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => {
            let mut eight = [0; 8];
            eight[8 - end..].copy_from_slice(&bytes[..end]);
            u64::from_le_bytes(eight)
        }
    };
    // 0x20 in every byte that is ASCII: what a letter lacks to be in lower case.
    let lower = word | (!word & HIGH) >> 2;
    // At least one byte is a letter, since a word ends here.
    lower >> ((64 - letters.leading_ones() * 8) & 63)
}

const fn key(word: &[u8]) -> u64 {
    assert!(word.len() <= LONGEST, "a function word is short");
    let mut eight = [0; 8];
    let mut i = 0;
    while i < word.len() {
        eight[i] = word[i];
        i += 1;
    }
    u64::from_le_bytes(eight)
}

/// A table from a word to the languages that have it, built at compile time. A word's bucket is looked through whole, so that finding and
/// not finding take the same time.
static TABLE: WordTable = WordTable::new();

const BUCKETS: usize = 1024;
const WIDTH: usize = 2;
/// Bits of an entry that are languages; above them is the word.
const SET: u32 = 64 - 8 * LONGEST as u32;

struct WordTable([[u64; WIDTH]; BUCKETS]);

impl WordTable {
    const fn new() -> Self {
        let mut table = [[0; WIDTH]; BUCKETS];
        let mut row = 0;
        while row < ROWS {
            let words = words_of(row);
            let mut w = 0;
            while w < words.len() {
                let key = key(words[w].as_bytes());
                let bucket = &mut table[bucket(key)];
                let mut place = 0;
                while bucket[place] != 0 && bucket[place] >> SET != key {
                    place += 1;
                    assert!(place < WIDTH, "a bucket is full: choose another multiplier");
                }
                bucket[place] |= key << SET | 1 << row;
                w += 1;
            }
            row += 1;
        }
        Self(table)
    }

    /// The languages that have this word, one bit each.
    fn get(&self, key: u64) -> u64 {
        let mut languages = 0;
        for entry in self.0[bucket(key)] {
            // All ones where the two are the same. With `if`, a branch comes out of it that nobody can foresee.
            let other = (entry >> SET) ^ key;
            let same = ((other | other.wrapping_neg()) >> 63).wrapping_sub(1);
            languages |= entry & ((1 << SET) - 1) & same;
        }
        languages
    }
}

const _: () = assert!(ROWS <= SET as usize && ROWS <= 2 * SPREAD);

const fn bucket(key: u64) -> usize {
    (key.wrapping_mul(0x8680_A827_EA55_8629) >> 54) as usize % BUCKETS
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same, byte by byte.
    fn plainly(bytes: &[u8]) -> Counts {
        let mut counts = Counts::default();
        let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0x80;
        for word in bytes.split(|byte| !is_letter(byte)).filter(|word| !word.is_empty()) {
            counts.words += 1;
            let lower: Vec<u8> = word.iter().map(u8::to_ascii_lowercase).collect();
            for (row, count) in counts.languages.iter_mut().enumerate() {
                *count += u32::from(words_of(row).iter().any(|known| known.as_bytes() == lower));
            }
        }
        counts
    }

    #[test]
    fn counts_what_one_counts_plainly() {
        let text = "The of AND\u{e0}à a, été@the[of`und{que}~ über-het 2o3 antidisestablishment o é\n\
                    den dem.des/das\u{7f}die\0für—eine “la” y un ya plus; foi são não MAIS Até å mellom \
                    eivät vielä kuin; è più; också över, ikke af.";
        let bytes = text.repeat(3).into_bytes();
        for start in 0..80 {
            for end in (bytes.len() - 140..=bytes.len()).chain(start..start + 80) {
                let mut counts = Counts::default();
                counts.add(&bytes[start..end]);
                assert_eq!(counts, plainly(&bytes[start..end]), "{start}..{end}");
            }
        }
    }

    #[test]
    fn no_count_runs_over() {
        for text in ["i ".repeat(4000), "of the ".repeat(1000)] {
            let mut counts = Counts::default();
            counts.add(text.as_bytes());
            assert_eq!(counts, plainly(text.as_bytes()));
        }
    }

    #[test]
    fn every_word_is_in_the_table() {
        for row in 0..ROWS {
            for word in words_of(row) {
                assert!(TABLE.get(key(word.as_bytes())) >> row & 1 == 1, "{word}");
            }
        }
    }
}
