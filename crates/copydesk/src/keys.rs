//! Words as numbers: a word is read once, and then compared with many words at once, or looked up in a table of words that is made at
//! compile time.

use crate::letters;
use crate::masks::BLOCK;

/// A word as one number, whatever the case of its ASCII letters: its bytes, and how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key(u128);

/// No word of a list has more bytes.
const LONGEST: usize = 15;

impl Key {
    /// No word: what is longer than any word of a list, too.
    const NONE: Self = Self(0);

    /// The key of a word of a list, in small letters.
    pub(crate) const fn listed(word: &str) -> Self {
        let bytes = word.as_bytes();
        assert!(bytes.len() <= LONGEST, "a word of a list is longer than the longest");
        let (mut key, mut at) = ((bytes.len() as u128) << 120, 0);
        while at < bytes.len() {
            assert!(!bytes[at].is_ascii_uppercase(), "a word of a list is in small letters");
            key |= (bytes[at] as u128) << (8 * at);
            at += 1;
        }
        Self(key)
    }

    /// The key of a word of the text.
    pub(crate) fn of(word: &[u8]) -> Self {
        let count = word.len();
        let (low, high) = match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
            _ if count > LONGEST => return Self::NONE,
            // Both eights together cover the word; what the second has of the first is moved out.
            (Some(first), Some(last)) => {
                let rest = u64::from_le_bytes(*last).checked_shr(8 * (16 - count as u32)).unwrap_or(0);
                (u64::from_le_bytes(*first), rest)
            }
            _ => (up_to_seven(word), 0),
        };
        let (low, high) = (letters::lowered(low), if high == 0 { 0 } else { letters::lowered(high) });
        Self(u128::from(low) | u128::from(high) << 64 | (count as u128) << 120)
    }

    /// The word of ASCII letters that a text begins with: how many there are, and its key. None where the word is longer than any of a list,
    /// or the text too short to be read at one stroke.
    pub(crate) fn leading(text: &[u8]) -> Option<(usize, Self)> {
        /// The bit that makes a capital small, in each of sixteen letters.
        const SMALL: u128 = u128::from_le_bytes([0x20; 16]);
        let bytes = text.first_chunk::<16>()?;
        let count = letters::leading_run(bytes);
        if count > LONGEST {
            return None;
        }
        let word = (u128::from_le_bytes(*bytes) | SMALL) & !(u128::MAX << (8 * count));
        Some((count, Self(word | (count as u128) << 120)))
    }

    /// The word of small ASCII letters that a text ends with: how many there are, and its key, which is none where the word is longer than
    /// any of a list, or there is no word.
    pub(crate) fn small_trailing(text: &[u8]) -> (usize, Self) {
        let count = letters::small_trailing_run(text);
        let key = match text.last_chunk::<16>() {
            Some(bytes) if (1..=LONGEST).contains(&count) => {
                Self(u128::from_le_bytes(*bytes) >> (8 * (16 - count)) | (count as u128) << 120)
            }
            Some(_) => Self::NONE,
            None => Self::of(&text[text.len() - count..]),
        };
        (count, key)
    }

    /// The key of a word of the text, whatever the case of its letters, those outside of ASCII among them.
    pub(crate) fn of_any(word: &str) -> Self {
        if word.is_ascii() {
            return Self::of(word.as_bytes());
        }
        let (mut bytes, mut count) = ([0; LONGEST], 0);
        for c in word.chars().flat_map(char::to_lowercase) {
            let end = count + c.len_utf8();
            let Some(place) = bytes.get_mut(count..end) else { return Self::NONE };
            c.encode_utf8(place);
            count = end;
        }
        Self::of(&bytes[..count])
    }

    const fn spread(self) -> u64 {
        let (low, high) = (self.0 as u64, (self.0 >> 64) as u64);
        spread(low ^ high.rotate_left(29))
    }

    /// One bit of 64, by which most keys are told from those of a few words.
    pub(crate) const fn bit(self) -> u64 {
        1 << (self.spread() >> 58)
    }

    /// The bits of all these.
    pub(crate) const fn bits(keys: &[Self]) -> u64 {
        let (mut bits, mut at) = (0, 0);
        while at < keys.len() {
            bits |= keys[at].bit();
            at += 1;
        }
        bits
    }
}

/// What has a key, or can be read as one.
pub(crate) trait Keyed {
    fn key(&self) -> Key;
}

impl Keyed for [u8] {
    fn key(&self) -> Key {
        Key::of(self)
    }
}

impl Keyed for str {
    fn key(&self) -> Key {
        Key::of(self.as_bytes())
    }
}

impl<T: Keyed + ?Sized> Keyed for &T {
    fn key(&self) -> Key {
        (**self).key()
    }
}

/// The first eight bytes of a word as a number: those of a shorter one, and zeros.
pub(crate) const fn first_eight(word: &[u8]) -> u64 {
    match word.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => up_to_seven(word),
    }
}

/// Spreads the bits of a number over a hash of it, of which the upper ones are the best.
pub(crate) const fn spread(number: u64) -> u64 {
    number.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The bytes of a short word as a number.
const fn up_to_seven(word: &[u8]) -> u64 {
    match (word.first_chunk::<4>(), word.last_chunk::<4>(), word) {
        (Some(first), Some(last), _) => {
            u32::from_le_bytes(*first) as u64 | (u32::from_le_bytes(*last) as u64) << (8 * (word.len() - 4))
        }
        (_, _, [one, two, three]) => *one as u64 | (*two as u64) << 8 | (*three as u64) << 16,
        (_, _, [one, two]) => *one as u64 | (*two as u64) << 8,
        (_, _, [one]) => *one as u64,
        _ => 0,
    }
}

/// Words, and what each of them is.
#[derive(Debug)]
pub(crate) struct Words<T: 'static> {
    pub(crate) slots: &'static Table<[(Key, T)]>,
}

/// Slots with a word each, or none.
#[derive(Debug)]
pub(crate) struct Table<S: ?Sized> {
    /// A bit for what each word's key is spread to: most words that are none of these are told without a look at the slots, which are far
    /// from the processor where a text has asked many tables.
    seen: [u64; SEEN / 64],
    slots: S,
}

const SEEN: usize = 1024;

impl Table<()> {
    /// The bit of a spread key, and the first of its slots, if there are so many.
    const fn places(spread: u64, slots: usize) -> (usize, usize) {
        ((spread >> 54) as usize % SEEN, (spread >> 40) as usize & (slots - 1))
    }
}

impl<T: Copy> Words<T> {
    /// What the word is, whatever the case of its letters.
    pub(crate) fn get(&self, word: impl Keyed) -> Option<T> {
        self.find(word.key())
    }

    /// What the word of this key is.
    pub(crate) fn find(&self, key: Key) -> Option<T> {
        let Table { seen, slots } = self.slots;
        // A power of two, for which no division is needed.
        let (bit, mut at) = Table::places(key.spread(), slots.len());
        if seen[bit / 64] >> (bit % 64) & 1 == 0 {
            return None;
        }
        loop {
            let (known, value) = slots[at];
            if known == Key::NONE {
                return None;
            }
            if known == key {
                return Some(value);
            }
            at = (at + 1) & (slots.len() - 1);
        }
    }

    /// What the words are, in no order.
    #[cfg(test)]
    pub(crate) fn values(&self) -> impl Iterator<Item = T> {
        self.slots.slots.iter().filter(|(key, _)| *key != Key::NONE).map(|&(_, value)| value)
    }

    /// Whether the word is one of them, whatever the case of its letters.
    pub(crate) fn has(&self, word: impl Keyed) -> bool {
        self.get(word).is_some()
    }
}

/// The slots of [`Words`], which are filled at compile time.
pub(crate) struct Slots<T, const COUNT: usize> {
    pub(crate) slots: Table<[(Key, T); COUNT]>,
    taken: usize,
}

impl<T: Copy, const COUNT: usize> Slots<T, COUNT> {
    /// Empty slots, with a value that stands for none.
    pub(crate) const fn new(none: T) -> Self {
        assert!(COUNT.is_power_of_two(), "a table has a power of two of slots");
        Self { slots: Table { seen: [0; SEEN / 64], slots: [(Key::NONE, none); COUNT] }, taken: 0 }
    }

    /// With a word; one that is there already keeps what it is.
    pub(crate) const fn with(mut self, word: &str, value: T) -> Self {
        let key = Key::listed(word);
        let (bit, mut at) = Table::places(key.spread(), COUNT);
        while self.slots.slots[at].0.0 != Key::NONE.0 {
            if self.slots.slots[at].0.0 == key.0 {
                return self;
            }
            at = (at + 1) % COUNT;
        }
        self.slots.slots[at] = (key, value);
        self.slots.seen[bit / 64] |= 1 << (bit % 64);
        self.taken += 1;
        assert!(
            2 * self.taken <= COUNT,
            "half of the slots stay empty, so that what is no word is soon seen to be none"
        );
        self
    }

    /// With these words, all of which are the same.
    pub(crate) const fn with_all(mut self, words: &[&str], value: T) -> Self {
        let mut at = 0;
        while at < words.len() {
            self = self.with(words[at], value);
            at += 1;
        }
        self
    }
}

/// How many slots a table of so many words needs.
pub(crate) const fn slots_for(words: usize) -> usize {
    (2 * words + 1).next_power_of_two()
}

/// The words that a table may have, by their first three letters: a look that is cheap enough for every word of a text. A number for each two
/// letters, with a bit for each third.
pub(crate) struct FirstLetters([u32; 1024]);

/// The bytes of a block of a text, and those that tell of a word that begins with its last.
const WINDOW: usize = BLOCK + 3;

impl FirstLetters {
    pub(crate) const fn new() -> Self {
        Self([0; 1024])
    }

    /// With a word. What it has not of three letters may be any.
    pub(crate) const fn with(self, word: &str) -> Self {
        self.with_bytes(word.as_bytes())
    }

    pub(crate) const fn with_bytes(mut self, word: &[u8]) -> Self {
        let (mut second, seconds) = Self::letters(word, 1);
        while second < seconds {
            let (mut third, thirds) = Self::letters(word, 2);
            while third < thirds {
                self.0[(word[0] as usize & 31) << 5 | second as usize] |= 1 << third;
                third += 1;
            }
            second += 1;
        }
        self
    }

    /// From where to where the letter at a place goes: of a shorter word, it is any.
    const fn letters(word: &[u8], at: usize) -> (u8, u8) {
        if at < word.len() { (word[at] & 31, (word[at] & 31) + 1) } else { (0, 32) }
    }

    /// Whether a word of the table may begin with these bytes.
    #[cfg(test)]
    pub(crate) fn may_begin(&self, bytes: [u8; 3]) -> bool {
        self.among(1, &bytes) == 1
    }

    /// Of places in the block that a text begins with, a bit for each, those at which a word of the table may begin.
    pub(crate) fn among(&self, places: u64, text: &[u8]) -> u64 {
        match text.first_chunk() {
            Some(window) => self.among_all(places, window),
            None => {
                let mut window = [0; WINDOW];
                window[..text.len()].copy_from_slice(text);
                self.among_all(places, &window)
            }
        }
    }

    #[inline]
    fn among_all(&self, mut places: u64, window: &[u8; WINDOW]) -> u64 {
        let mut found = 0;
        // Without a branch on what the table says: the processor cannot foresee it.
        while places != 0 {
            let at = places.trailing_zeros() as usize % BLOCK;
            let [one, two, three] = [window[at], window[at + 1], window[at + 2]];
            let thirds = self.0[(one as usize & 31) << 5 | two as usize & 31];
            found |= u64::from(thirds >> (three & 31) & 1) << at;
            places &= places - 1;
        }
        found
    }
}

/// Whether a word is one of a few, whatever the case of its letters.
macro_rules! one_of {
    ($word:expr, [$($known:literal),+ $(,)?] $(,)?) => {{
        const KEYS: &[$crate::keys::Key] = &[$($crate::keys::Key::listed($known)),+];
        const BITS: u64 = $crate::keys::Key::bits(KEYS);
        let key = $crate::keys::Keyed::key(&$word);
        BITS & key.bit() != 0 && KEYS.contains(&key)
    }};
}
pub(crate) use one_of;

/// Words that are one of a kind, as a table of this many slots.
macro_rules! words {
    ($slots:literal, [$($known:literal),+ $(,)?]) => {
        $crate::keys::Words { slots: &$crate::keys::Slots::<(), $slots>::new(()).with_all(&[$($known),+], ()).slots }
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;

    static SOME: Words<u8> = Words {
        slots: &Slots::<u8, 16>::new(0).with("a", 1).with("twelve", 12).with_all(&["fifteen", "éclair"], 15).slots,
    };

    #[test]
    fn words_are_found_whatever_their_case() {
        assert_eq!((SOME.get("a"), SOME.get("TWELVE")), (Some(1), Some(12)));
        assert_eq!((SOME.get("éCLAIR"), SOME.get(&b"Fifteen"[..])), (Some(15), Some(15)));
        assert_eq!((SOME.get(""), SOME.get("twelv"), SOME.get("twelve\0")), (None, None, None));
        assert!(one_of!("THE", ["a", "the"]) && !one_of!("they", ["a", "the"]));
    }

    #[test]
    fn a_word_has_the_same_key_in_a_list_and_in_a_text() {
        let word = "abcdefghijklmno";
        for end in 0..=word.len() {
            assert_eq!(Key::of(word[..end].to_uppercase().as_bytes()), Key::listed(&word[..end]));
        }
        assert_eq!(Key::of(b"abcdefghijklmnop"), Key::NONE);
        for end in 1..=word.len() {
            let text = format!("{}, and a long word", &word[..end].to_uppercase());
            assert_eq!(Key::leading(text.as_bytes()), Some((end, Key::listed(&word[..end]))));
        }
        for end in 1..=word.len() {
            let text = format!("A long text, and {}", &word[..end]);
            assert_eq!(Key::small_trailing(text.as_bytes()), (end, Key::listed(&word[..end])));
            assert_eq!(Key::small_trailing(&word.as_bytes()[..end]), (end, Key::listed(&word[..end])));
        }
        assert_eq!(Key::small_trailing(b"abcdefghijklmnopq"), (16, Key::NONE));
        assert_eq!(
            (Key::small_trailing(b"and so on to the end."), Key::small_trailing(b"")),
            ((0, Key::NONE), (0, Key::NONE))
        );
        assert_eq!((Key::leading(b"abcdefghijklmnop "), Key::leading(b"too short")), (None, None));
        assert_eq!((Key::of_any("ÉTÉ"), Key::of_any("ÜBERÄNDERUNGÖ")), (Key::listed("été"), Key::NONE));
        assert_eq!(Key::of_any("The"), Key::listed("the"));
    }

    #[test]
    fn first_letters_tell_most_words_from_those_of_a_table() {
        static LETTERS: FirstLetters = FirstLetters::new().with("twelve").with("am");
        assert!([b"Twe", b"am ", b"am-"].into_iter().all(|bytes| LETTERS.may_begin(*bytes)));
        assert!([b"the", b"a  ", b"\0\0\0"].into_iter().all(|bytes| !LETTERS.may_begin(*bytes)));
    }
}
