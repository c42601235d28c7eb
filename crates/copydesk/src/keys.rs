//! Short words as numbers, and compiled tables of them: a word is looked up in a few instructions, whatever the number of words.

use std::iter;

const ONES: u128 = u128::MAX / 0xff;
const HIGH: u128 = 0x80 * ONES;

/// A short word in lower case: its bytes as one number, the first lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key(u128);

impl Key {
    /// A longer word has none.
    pub(crate) const LONGEST: usize = 16;

    /// Of a word of a list, which is in lower case.
    pub(crate) const fn packed(word: &str) -> Self {
        let bytes = word.as_bytes();
        assert!(!bytes.is_empty() && bytes.len() <= Self::LONGEST, "no word of a list is longer");
        let (mut packed, mut at) = (0, 0);
        while at < bytes.len() {
            packed |= (bytes[at] as u128) << (8 * at);
            at += 1;
        }
        Self(packed)
    }

    /// Of any word, whatever its case; none if it is too long.
    pub(crate) fn of(word: &str) -> Option<Self> {
        let packed = pack(word.as_bytes())?;
        if packed & HIGH == 0 {
            return Some(Self(lower(packed)));
        }
        let (mut bytes, mut len) = ([0; Self::LONGEST], 0);
        for c in word.chars().flat_map(char::to_lowercase) {
            let end = len + c.len_utf8();
            c.encode_utf8(bytes.get_mut(len..end)?);
            len = end;
        }
        Some(Self(u128::from_le_bytes(bytes)))
    }

    /// Of a word without accents.
    pub(crate) fn of_ascii(word: &[u8]) -> Option<Self> {
        pack(word).map(|packed| Self(lower(packed)))
    }

    const fn slot(self) -> usize {
        let mixed = (self.0 as u64) ^ ((self.0 >> 64) as u64).rotate_left(29);
        (mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - SLOTS.ilog2())) as usize
    }
}

/// The bytes as one number, read in two halves that overlap.
fn pack(bytes: &[u8]) -> Option<u128> {
    let len = bytes.len();
    let halves = |first: u64, last: u64, half: usize| u128::from(first) | u128::from(last) << (8 * (len - half));
    match bytes {
        [] => None,
        [first] => Some((*first).into()),
        [first, second] => Some(halves((*first).into(), (*second).into(), 1)),
        [first, second, third] => Some(halves(u16::from_le_bytes([*first, *second]).into(), (*third).into(), 1)),
        _ if len < 8 => {
            let (first, last) = (bytes.first_chunk()?, bytes.last_chunk()?);
            Some(halves(u32::from_le_bytes(*first).into(), u32::from_le_bytes(*last).into(), 4))
        }
        _ if len <= Key::LONGEST => {
            let (first, last) = (bytes.first_chunk()?, bytes.last_chunk()?);
            Some(halves(u64::from_le_bytes(*first), u64::from_le_bytes(*last), 8))
        }
        _ => None,
    }
}

/// All ASCII capitals made small. Each byte is in its own sixteenth of the number: no sum carries over into the next.
const fn lower(packed: u128) -> u128 {
    let low = packed & !HIGH;
    let from_a = low + (0x80 - b'A' as u128) * ONES;
    let past_z = low + (0x7f - b'Z' as u128) * ONES;
    packed | (from_a & !past_z & !packed & HIGH) >> 2
}

/// More than twice the words of the longest list.
const SLOTS: usize = 1024;

/// Words and what they say.
#[derive(Debug)]
pub(crate) struct Keyed<T: 'static> {
    entries: &'static [(Key, T)],
    /// Places of the entries by their keys, from 1; 0 for none.
    places: [u16; SLOTS],
}

impl<T: Copy> Keyed<T> {
    pub(crate) const fn of(entries: &'static [(Key, T)]) -> Self {
        assert!(entries.len() < SLOTS / 2, "half of the slots are free");
        let (mut places, mut at) = ([0; SLOTS], 0);
        while at < entries.len() {
            let mut slot = entries[at].0.slot();
            while places[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            places[slot] = at as u16 + 1;
            at += 1;
        }
        Self { entries, places }
    }

    pub(crate) fn get(&self, key: Key) -> Option<T> {
        let slots = iter::successors(Some(key.slot()), |slot| Some((slot + 1) % SLOTS));
        let mut found = slots.map_while(|slot| self.entries.get(usize::from(self.places[slot]).wrapping_sub(1)));
        found.find(|entry| entry.0 == key).map(|entry| entry.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_the_word_in_small_letters() {
        let words = ["a", "no", "the", "said", "harbour", "quayside", "lighthouse", "straightforward", "@[`{a.k.a"];
        for word in words {
            assert_eq!(Key::of(word), Some(Key::packed(word)), "{word}");
            assert_eq!(Key::of(&word.to_uppercase()), Some(Key::packed(word)), "{word}");
        }
        assert_eq!(Key::of("ÉTÉ"), Some(Key::packed("été")));
        assert_eq!(Key::of(""), None);
        assert_eq!(Key::of("straightforwardly"), None);
    }

    #[test]
    fn every_word_of_a_table_is_found_and_no_other() {
        static WORDS: Keyed<u8> = Keyed::of(&[(Key::packed("quay"), 1), (Key::packed("quays"), 2)]);
        assert_eq!(WORDS.get(Key::packed("quays")), Some(2));
        assert_eq!(WORDS.get(Key::packed("quay")), Some(1));
        assert_eq!(WORDS.get(Key::packed("qua")), None);
    }
}
