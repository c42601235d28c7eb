//! Words as numbers: a word is read once, and then compared with many words at once or looked up in a table made at compile time.

use crate::letters;

/// A word as one number, whatever the case of its ASCII letters: its bytes and their number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key(u128);

/// No word of a list has more bytes.
const LONGEST: usize = 15;

/// The bit that makes a capital small, in each of sixteen letters.
const SMALL: u128 = u128::from_le_bytes([0x20; 16]);

/// So many first bytes of sixteen.
static FIRST: [u128; LONGEST + 1] = {
    let (mut first, mut count) = ([0; LONGEST + 1], 1);
    while count <= LONGEST {
        first[count] = u128::MAX >> (128 - 8 * count);
        count += 1;
    }
    first
};

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
        let Some((low, high)) = halves(word) else { return Self::NONE };
        let (low, high) = (letters::lowered(low), if high == 0 { 0 } else { letters::lowered(high) });
        Self(u128::from(low) | u128::from(high) << 64 | (word.len() as u128) << 120)
    }

    /// The word of ASCII letters at the beginning of a text: its length and its key. None if the word is longer than any of a list, or if
    /// the text is too short to be read at once.
    pub(crate) fn leading(text: &[u8]) -> Option<(usize, Self)> {
        let bytes = text.first_chunk::<16>()?;
        let count = letters::leading_run(bytes);
        if count > LONGEST {
            return None;
        }
        let word = (u128::from_le_bytes(*bytes) | SMALL) & FIRST[count];
        Some((count, Self(word | (count as u128) << 120)))
    }

    /// The word of ASCII letters that a text ends with, in the same way.
    pub(crate) fn trailing(text: &[u8]) -> Option<(usize, Self)> {
        let bytes = text.last_chunk::<16>()?;
        let count = letters::trailing_run(bytes);
        if !(1..=LONGEST).contains(&count) {
            return (count == 0).then_some((0, Self::NONE));
        }
        let word = (u128::from_le_bytes(*bytes) | SMALL) >> (8 * (16 - count));
        Some((count, Self(word | (count as u128) << 120)))
    }

    /// The word of small ASCII letters at the end of a text: its length and its key. The key is none if the word is longer than any of a
    /// list, or if there is no word.
    #[inline(always)]
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

    /// The key of a word of the text, whatever the case of its letters, including those outside of ASCII.
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

/// A word as one number, as its letters are written; 0 for none, and for what is longer than any word of a list.
pub(crate) const fn exact(word: &[u8]) -> u128 {
    match halves(word) {
        Some((low, high)) => low as u128 | (high as u128) << 64 | (word.len() as u128) << 120,
        None => 0,
    }
}

/// The first eight bytes of a word and the rest, if it is no longer than the words of a list.
const fn halves(word: &[u8]) -> Option<(u64, u64)> {
    match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        _ if word.len() > LONGEST => None,
        // Together both cover the word; the second is shifted by what overlaps the first.
        (Some(first), Some(last)) => match u64::from_le_bytes(*last).checked_shr(8 * (16 - word.len() as u32)) {
            Some(rest) => Some((u64::from_le_bytes(*first), rest)),
            None => Some((u64::from_le_bytes(*first), 0)),
        },
        _ => Some((up_to_seven(word), 0)),
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
pub(crate) struct Words<T: 'static, const SEEN: usize = FEW> {
    pub(crate) slots: &'static Table<[(Key, T)], SEEN>,
}

/// Slots with a word each, or none.
#[derive(Debug)]
pub(crate) struct Table<S: ?Sized, const SEEN: usize> {
    /// A bit for the spread key of each word. For most other words it gives the answer without a look at the slots, which are far from the
    /// processor after a text has asked many tables.
    seen: [u64; SEEN],
    slots: S,
}

/// So many times 64 bits are enough for some hundred words. A larger table asks for more: at most one in eight of its bits may be set.
const FEW: usize = 16;

/// The bit of a spread key, in so many numbers of 64 bits, and the first of its slots, out of so many.
const fn places(spread: u64, seen: usize, slots: usize) -> (usize, usize) {
    let bits = 64 * seen;
    ((spread >> (u64::BITS - bits.ilog2())) as usize % bits, (spread >> 40) as usize & (slots - 1))
}

impl<T: Copy, const SEEN: usize> Words<T, SEEN> {
    /// What the word is, whatever the case of its letters.
    pub(crate) fn get(&self, word: impl Keyed) -> Option<T> {
        self.find(word.key())
    }

    /// What the word of this key is.
    pub(crate) fn find(&self, key: Key) -> Option<T> {
        let Table { seen, slots } = self.slots;
        // A power of two, for which no division is needed.
        let (bit, mut at) = places(key.spread(), SEEN, slots.len());
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
pub(crate) struct Slots<T, const COUNT: usize, const SEEN: usize = FEW> {
    pub(crate) slots: Table<[(Key, T); COUNT], SEEN>,
    taken: usize,
}

impl<T: Copy, const COUNT: usize> Slots<T, COUNT> {
    /// Empty slots, with a value that stands for none.
    pub(crate) const fn new(none: T) -> Self {
        Self::with_seen(none)
    }
}

impl<T: Copy, const COUNT: usize, const SEEN: usize> Slots<T, COUNT, SEEN> {
    /// The same with so many times 64 bits for what the words are spread to.
    pub(crate) const fn with_seen(none: T) -> Self {
        assert!(COUNT.is_power_of_two() && SEEN.is_power_of_two(), "a table has a power of two of slots and of bits");
        Self { slots: Table { seen: [0; SEEN], slots: [(Key::NONE, none); COUNT] }, taken: 0 }
    }

    /// With a word; one that is there already keeps what it is.
    pub(crate) const fn with(mut self, word: &str, value: T) -> Self {
        let (at, is_new) = self.place(Key::listed(word));
        if is_new {
            self.slots.slots[at].1 = value;
        }
        self
    }

    /// The slot of a word, which is taken from now on, and whether the word is new.
    const fn place(&mut self, key: Key) -> (usize, bool) {
        let (bit, mut at) = places(key.spread(), SEEN, COUNT);
        while self.slots.slots[at].0.0 != Key::NONE.0 {
            if self.slots.slots[at].0.0 == key.0 {
                return (at, false);
            }
            at = (at + 1) % COUNT;
        }
        self.slots.slots[at].0 = key;
        self.slots.seen[bit / 64] |= 1 << (bit % 64);
        self.taken += 1;
        assert!(
            2 * self.taken <= COUNT,
            "half of the slots stay empty, so that what is no word is soon seen to be none"
        );
        (at, true)
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

impl<const COUNT: usize> Slots<u32, COUNT> {
    /// Adds bits to those of a word.
    pub(crate) const fn add(&mut self, word: &str, bits: u32) {
        let (at, _) = self.place(Key::listed(word));
        self.slots.slots[at].1 |= bits;
    }
}

/// How many slots a table of so many words needs.
pub(crate) const fn slots_for(words: usize) -> usize {
    (2 * words + 1).next_power_of_two()
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
            assert_eq!(Key::trailing(text.to_uppercase().as_bytes()), Some((end, Key::listed(&word[..end]))));
        }
        assert_eq!(Key::small_trailing(b"abcdefghijklmnopq"), (16, Key::NONE));
        assert_eq!(
            (Key::small_trailing(b"and so on to the end."), Key::small_trailing(b"")),
            ((0, Key::NONE), (0, Key::NONE))
        );
        assert_eq!((Key::leading(b"abcdefghijklmnop "), Key::leading(b"too short")), (None, None));
        assert_eq!((Key::trailing(b"A abcdefghijklmnop"), Key::trailing(b"too short")), (None, None));
        assert_eq!(Key::trailing(b"and so on to the end."), Some((0, Key::NONE)));
        assert_eq!((Key::of_any("ÉTÉ"), Key::of_any("ÜBERÄNDERUNGÖ")), (Key::listed("été"), Key::NONE));
        assert_eq!(Key::of_any("The"), Key::listed("the"));
    }
}
