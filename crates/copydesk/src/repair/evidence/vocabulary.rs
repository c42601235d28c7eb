//! The document's own words: which of them it has joined, or with a hyphen.
//!
//! Only the words in question are looked up: their hashes are sorted, and the text is read once. No word of the document is stored.

use memchr::memchr_iter;

use crate::keys::spread;
use crate::letters::{BLOCK, ascii_letters, letters};

use super::words;

/// No word that is asked for has fewer bytes: what is made of two halves has five letters, and four where it is asked for in the singular.
const SHORTEST: usize = 4;

/// Hashes of words, sorted.
#[derive(Default)]
pub(crate) struct Vocabulary(Vec<u64>);

impl Vocabulary {
    /// Those of the wanted words that stand in the text as words.
    pub(crate) fn of(text: &str, mut wanted: Vec<u64>) -> Self {
        wanted.sort_unstable();
        wanted.dedup();
        if wanted.is_empty() {
            return Self::default();
        }
        let mut found = vec![false; wanted.len()];
        let mut begins = Begins([0; Begins::BITS / 64]);
        wanted.iter().for_each(|&word| begins.add(first_four(word)));
        each_word(text, &begins, |word| {
            if let Ok(at) = wanted.binary_search(&hash(word.bytes())) {
                found[at] = true;
            }
        });
        let mut found = found.into_iter();
        wanted.retain(|_| found.next() == Some(true));
        Self(wanted)
    }

    /// Adds a word.
    pub(crate) fn extend(&mut self, words: impl Iterator<Item = u64>) {
        self.0.extend(words);
        self.0.sort_unstable();
    }

    pub(crate) fn has(&self, word: u64) -> bool {
        self.0.binary_search(&word).is_ok()
    }

    /// Whether the joined word stands there, alone or in the other number.
    pub(crate) fn has_joined(&self, left: &str, right: &str) -> bool {
        self.has_any(&joined(left, right))
    }

    /// Whether one of these words stands there.
    pub(crate) fn has_any(&self, joined: &Joined) -> bool {
        joined.iter().flatten().any(|&word| self.has(word))
    }
}

/// How the wanted words begin: a bit for what their first four bytes are spread to, whatever the case of those that are ASCII letters.
struct Begins([u64; Self::BITS / 64]);

impl Begins {
    const BITS: usize = 4096;

    fn place(first: [u8; 4]) -> usize {
        const SMALL: u32 = 0x2020_2020;
        (spread(u64::from(u32::from_le_bytes(first) | SMALL)) >> (64 - Self::BITS.ilog2())) as usize
    }

    fn add(&mut self, first: [u8; 4]) {
        let place = Self::place(first);
        self.0[place / 64] |= 1 << (place % 64);
    }

    fn has(&self, first: [u8; 4]) -> bool {
        let place = Self::place(first);
        self.0[place / 64] >> (place % 64) & 1 == 1
    }
}

/// Calls with each word of four bytes and more that may begin as one of these.
///
/// A word may begin behind every byte that is no ASCII letter. What is beyond ASCII is letters and marks, and is looked at character by
/// character only where the first bytes may be those of a wanted word.
fn each_word(text: &str, begins: &Begins, mut with: impl FnMut(&str)) {
    let bytes = text.as_bytes();
    let mut before = 0;
    for (index, block) in bytes.chunks(BLOCK).enumerate() {
        let ascii = ascii_letters(block);
        let letters = letters(block);
        // What goes on in the next block may be long enough.
        let goes_on = |by: u32| letters >> by | !(u64::MAX >> by);
        let mut starts = letters & !(ascii << 1 | before) & goes_on(1) & goes_on(2) & goes_on(3);
        before = ascii >> (BLOCK - 1);
        while starts != 0 {
            let at = index * BLOCK + starts.trailing_zeros() as usize;
            starts &= starts - 1;
            if let Some(&first) = bytes[at..].first_chunk()
                && begins.has(first)
                && let Some(word) = word_at(text, at)
            {
                with(word);
            }
        }
    }
}

/// The word that begins at `at`, if one does and it has four bytes.
fn word_at(text: &str, at: usize) -> Option<&str> {
    let goes_on = |byte: Option<&u8>| byte.is_some_and(|byte| !byte.is_ascii());
    let inside = goes_on(at.checked_sub(1).map(|before| &text.as_bytes()[before]))
        && (!text.is_char_boundary(at) || text[..at].ends_with(char::is_alphabetic));
    if inside {
        return None;
    }
    let plain = text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let rest = &text[at + plain..];
    let more = if goes_on(rest.as_bytes().first()) {
        rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())
    } else {
        0
    };
    (plain + more >= SHORTEST).then(|| &text[at..at + plain + more])
}

/// The word that two halves make, and the same in the other number; none where they make none.
pub(crate) type Joined = [Option<u64>; 2];

pub(crate) fn joined(left: &str, right: &str) -> Joined {
    let right = words::without_possessive(right);
    let plain = |half: &str| half.bytes().all(|byte| byte.is_ascii_alphabetic());
    let letters = |half: &str| !half.is_empty() && (plain(half) || half.chars().all(char::is_alphabetic));
    if !letters(left) || !letters(right) || left.len() + right.len() < 5 {
        return [None; 2];
    }
    let all = || left.bytes().chain(right.bytes());
    let other = match right.strip_suffix('s') {
        Some(one) => hash(left.bytes().chain(one.bytes())),
        None => hash(all().chain(*b"s")),
    };
    [Some(hash(all())), Some(other)]
}

/// The words on both sides of a hyphen, as a compound, whatever their case.
pub(crate) fn pair(text: &str, left_end: usize, right_start: usize) -> Option<u64> {
    let left = words::word_before(text, left_end).rsplit('-').next()?;
    let right = words::word_after(text, right_start).split('-').next()?;
    (!left.is_empty() && !right.is_empty()).then(|| compound(left, right))
}

/// Two words as a compound.
pub(crate) fn compound(left: &str, right: &str) -> u64 {
    hash(left.bytes().chain(*b"-").chain(right.bytes()))
}

/// The compounds that the text has, each with its hyphen.
pub(crate) fn compounds(text: &str) -> impl Iterator<Item = u64> {
    memchr_iter(b'-', text.as_bytes()).filter_map(|at| pair(text, at, at + 1))
}

/// A word's hash, with its first four bytes as the last four: one look at them spares most words the rest.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    let (mut hash, mut start) = (0xcbf2_9ce4_8422_2325_u64, 0);
    for (at, byte) in bytes.enumerate() {
        let byte = byte.to_ascii_lowercase();
        if at < SHORTEST {
            start |= u64::from(byte) << (8 * at);
        }
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash << 32 | start
}

/// The first four bytes of a word that has this hash.
fn first_four(hash: u64) -> [u8; 4] {
    (hash as u32).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_stand_there() {
        let foreign =
            Vocabulary::of("l’élection, der Überfall", joined("élec", "tion").into_iter().flatten().collect());
        assert!(foreign.has_joined("élec", "tion") && !foreign.has_joined("fall", "s"));
        let text = "The discussions were long. Underwater, the keeper’s wall.";
        let wanted = || joined("discus", "sion").into_iter().chain(joined("water", "wall")).flatten().collect();
        let vocabulary = Vocabulary::of(text, wanted());
        assert!(vocabulary.has_joined("discus", "sion") && vocabulary.has_joined("dis", "cussions’"));
        assert!(!vocabulary.has_joined("un", "der") && !vocabulary.has_joined("wat", "er"));
    }
}
