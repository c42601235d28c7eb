//! Counts the function words of a sample. Every document goes through here, so it is the one place of the language where speed matters:
//! byte by byte with a branch at each word's end, it took three quarters of the time of a whole parse.
//!
//! So nothing here branches on what the text says: letters become bits, 64 at a time; the edges of the words are where a bit differs from
//! the one before; and a word is compared with all of its bucket at once.

use super::Language;

/// How many words of each language were seen, and how many words in all.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) languages: [u32; Language::ALL.len()],
    pub(super) words: u32,
}

const BLOCK: usize = 64;

impl Counts {
    /// Adds the words of `bytes`, which may start and end inside a word or a character.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        let mut last = 0;
        let mut start = None;
        // In a row as wide as a register, so that a word is added to all languages at once; a sample is far too short for one to overflow.
        let mut counts = [0; LANES];
        for (index, block) in bytes.chunks(BLOCK).enumerate() {
            let letters = letters(block);
            let mut edges = letters ^ (letters << 1 | last);
            last = letters >> 63;
            while edges != 0 {
                let at = index * BLOCK + edges.trailing_zeros() as usize;
                edges &= edges - 1;
                match start.take() {
                    None => start = Some(at),
                    // In the last block, what follows the end is no letter either, so a word that reaches the end may be done here.
                    Some(start) => {
                        self.words += 1;
                        add_word(&mut counts, key_at(bytes, start, at));
                    }
                }
            }
        }
        if let Some(start) = start {
            self.words += 1;
            add_word(&mut counts, key_at(bytes, start, bytes.len()));
        }
        for (count, more) in self.languages.iter_mut().zip(counts) {
            *count += u32::from(more);
        }
    }
}

/// Eight counts of 16 bits, of which the languages take six.
const LANES: usize = 8;

fn add_word(counts: &mut [u16; LANES], key: u64) {
    for (count, one) in counts.iter_mut().zip(SPREAD[usize::from(TABLE.get(key))]) {
        *count = count.wrapping_add(one);
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;

/// A bit for each byte that is a letter: ASCII letters, and all bytes of other characters. Past the end there are none.
fn letters(block: &[u8]) -> u64 {
    let mut padded = [0; BLOCK];
    let block = match block.first_chunk::<BLOCK>() {
        Some(block) => block,
        None => {
            padded[..block.len()].copy_from_slice(block);
            &padded
        }
    };
    let (eights, _) = block.as_chunks::<8>();
    eights.iter().enumerate().fold(0, |bits, (index, eight)| bits | letters_of_eight(*eight) << (8 * index))
}

/// The same for eight bytes at once, each in its own eighth of a word: no sum carries over into the next.
const fn letters_of_eight(eight: [u8; 8]) -> u64 {
    let bytes = u64::from_le_bytes(eight);
    let lower = (bytes | (0x20 * ONES)) & !HIGH;
    let from_a = lower + (0x80 - b'a' as u64) * ONES;
    let past_z = lower + (0x7f - b'z' as u64) * ONES;
    let high = (from_a & !past_z | bytes) & HIGH;
    // Gathers the eight high bits into one byte.
    (high >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// The word as a number, in lower case as far as it is ASCII (other function words begin in lower case anyway in running text); 0 for a
/// word that is too long to be in the table.
fn key_at(bytes: &[u8], start: usize, end: usize) -> u64 {
    let length = (end - start).min(8);
    let short = u64::from(end - start == length);
    let word = match bytes[start..].first_chunk::<8>() {
        Some(eight) => u64::from_le_bytes(*eight) & (u64::MAX >> (64 - 8 * length)),
        None => {
            let mut eight = [0; 8];
            eight[..length].copy_from_slice(&bytes[start..start + length]);
            u64::from_le_bytes(eight)
        }
    };
    // 0x20 in every byte that is ASCII and there: what a letter lacks to be in lower case.
    let lower = word | (!word & HIGH) >> 2 & (u64::MAX >> (64 - 8 * length));
    // Long words are as common as short ones, in no order that a branch could be foreseen in.
    lower * short
}

const fn key(word: &[u8]) -> u64 {
    assert!(word.len() <= 8, "a function word has at most eight bytes");
    let mut eight = [0; 8];
    let mut i = 0;
    while i < word.len() {
        eight[i] = word[i];
        i += 1;
    }
    u64::from_le_bytes(eight)
}

/// From a set of languages, one bit each, to what it adds to their counts.
static SPREAD: [[u16; LANES]; 1 << Language::ALL.len()] = {
    let mut spread = [[0; LANES]; 1 << Language::ALL.len()];
    let mut set = 0;
    while set < spread.len() {
        let mut language = 0;
        while language < Language::ALL.len() {
            spread[set][language] = set as u16 >> language & 1;
            language += 1;
        }
        set += 1;
    }
    spread
};

/// A table from a word to the languages that have it, built at compile time. A word's bucket is looked through whole, so that finding and
/// not finding take the same time.
static TABLE: WordTable = WordTable::new();

const BUCKETS: usize = 512;
const WIDTH: usize = 2;

struct WordTable {
    keys: [[u64; WIDTH]; BUCKETS],
    languages: [[u8; WIDTH]; BUCKETS],
}

impl WordTable {
    const fn new() -> Self {
        let mut table = Self { keys: [[0; WIDTH]; BUCKETS], languages: [[0; WIDTH]; BUCKETS] };
        let mut l = 0;
        while l < Language::ALL.len() {
            let words = Language::ALL[l].function_words();
            let mut w = 0;
            while w < words.len() {
                let key = key(words[w].as_bytes());
                let bucket = bucket(key);
                let mut place = 0;
                while table.keys[bucket][place] != 0 && table.keys[bucket][place] != key {
                    place += 1;
                    assert!(place < WIDTH, "a bucket is full: choose another multiplier");
                }
                table.keys[bucket][place] = key;
                table.languages[bucket][place] |= 1 << l;
                w += 1;
            }
            l += 1;
        }
        table
    }

    /// The languages that have this word, one bit each.
    fn get(&self, key: u64) -> u8 {
        let bucket = bucket(key);
        let mut languages = 0;
        for (known, has) in self.keys[bucket].iter().zip(self.languages[bucket]) {
            languages |= if *known == key { has } else { 0 };
        }
        languages
    }
}

const fn bucket(key: u64) -> usize {
    (key.wrapping_mul(0x78E5_1061_7311_D8A3) >> 55) as usize % BUCKETS
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
            for (language, count) in Language::ALL.iter().zip(&mut counts.languages) {
                *count += u32::from(language.function_words().iter().any(|known| known.as_bytes() == lower));
            }
        }
        counts
    }

    #[test]
    fn counts_what_one_counts_plainly() {
        let text = "The of AND\u{e0}à a, été@the[of`und{que}~ über-het 2o3 antidisestablishment o é\n\
                    den dem.des/das\u{7f}die\0für—eine “la” y un ya plus; foi são não MAIS Até.";
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
    fn tells_letters_from_all_other_bytes() {
        for byte in 0..=u8::MAX {
            let mut eight = [b'-'; 8];
            eight[3] = byte;
            let letter = byte.is_ascii_alphabetic() || byte >= 0x80;
            assert_eq!(letters_of_eight(eight), u64::from(letter) << 3, "{byte:#x}");
        }
    }
}
