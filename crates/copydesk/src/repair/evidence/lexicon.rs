//! Common English words, to tell one word from two: `discus- sions` from `long- term`.
//!
//! The list is the project's own, written by hand: 5,936 words, 46 kB, and no names of persons. Inflected forms are
//! found by their endings. Measured on 400 clean wire articles that were set anew in narrow columns: of the words that a line had cut, 98 in
//! a hundred are told with the list and as many without; of the compounds, 92 with it, and 65 without any list, for which `larger- than` is as
//! little two words as `dis- cuss`. It also makes nine joins of ten certain where endings alone make seven of ten.

use super::words;

/// One word in a line, sorted.
static WORDS: &str = include_str!("../../../data/words/english.txt");

/// The longest word that is looked up.
const LONGEST: usize = 32;

/// Whether the list has the word, or a word that this is a form of.
pub(crate) fn is_known(word: &str) -> bool {
    let word = words::without_possessive(word);
    if word.len() > LONGEST || !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return false;
    }
    let mut lower = [0; LONGEST + 1];
    for (to, from) in lower.iter_mut().zip(word.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    let len = word.len();
    has(&lower[..len]) || ENDINGS.iter().any(|ending| is_form(&mut lower, len, ending))
}

/// Endings of forms and of words made from others, and whether an `e` may have been lost before them.
const ENDINGS: &[(&str, Stem)] = &[
    ("s", Stem::Whole),
    ("es", Stem::Whole),
    ("ed", Stem::Changed),
    ("d", Stem::Whole),
    ("ing", Stem::Changed),
    ("ly", Stem::Whole),
    ("edly", Stem::Long),
    ("ingly", Stem::Long),
    ("ably", Stem::Long),
    ("er", Stem::Changed),
    ("ers", Stem::Changed),
    ("est", Stem::Changed),
    ("r", Stem::Whole),
    ("rs", Stem::Whole),
    ("al", Stem::Changed),
    ("ally", Stem::Changed),
    ("ment", Stem::Whole),
    ("ments", Stem::Whole),
    ("ness", Stem::Whole),
    ("able", Stem::Changed),
    ("less", Stem::Whole),
    ("ful", Stem::Whole),
    ("ity", Stem::Changed),
    ("ive", Stem::Changed),
    ("ion", Stem::Changed),
    ("ions", Stem::Changed),
    ("y", Stem::Changed),
    ("ship", Stem::Whole),
    ("ism", Stem::Changed),
    ("ist", Stem::Changed),
    ("ists", Stem::Changed),
    ("ic", Stem::Changed),
    ("ise", Stem::Changed),
    ("ize", Stem::Changed),
    ("ised", Stem::Changed),
    ("ized", Stem::Changed),
    ("ising", Stem::Changed),
    ("izing", Stem::Changed),
];

/// What an ending does to the stem before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stem {
    Whole,
    /// It may take an `e` away (`notic-ing`), or double the last letter (`stopp-ed`).
    Changed,
    /// The same; a short one is more often a fragment: `leg-edly`.
    Long,
}

/// Whether the word, less this ending, is in the list. The place after the word is free for one more letter.
fn is_form(word: &mut [u8; LONGEST + 1], len: usize, &(ending, change): &(&str, Stem)) -> bool {
    let last = ending.as_bytes()[ending.len() - 1];
    let Some(stem) = len
        .checked_sub(ending.len())
        .filter(|&stem| stem >= 3 && word[len - 1] == last && word[stem..len] == *ending.as_bytes())
    else {
        return false;
    };
    if change == Stem::Long && stem < 5 {
        return false;
    }
    if has(&word[..stem]) {
        return true;
    }
    let replaced = |word: &mut [u8; LONGEST + 1], at: usize, letter: u8| {
        let before = std::mem::replace(&mut word[at], letter);
        let found = has(&word[..=at]);
        word[at] = before;
        found
    };
    let from_y = word[stem - 1] == b'i' && !matches!(ending, "s" | "d" | "r" | "rs") && !ending.starts_with('i');
    if from_y && replaced(word, stem - 1, b'y') {
        return true;
    }
    let doubled = stem > 3 && word[stem - 1] == word[stem - 2];
    change != Stem::Whole && (replaced(word, stem, b'e') || doubled && has(&word[..stem - 1]))
}

/// Where the words begin whose first two letters are these, by [`key`]; a word of one letter stands before the others.
const STARTS: [u16; KEYS + 1] = starts();
const KEYS: usize = 26 * 27;

/// Where words of the first two letters of a word stand in [`STARTS`].
const fn key(first: u8, second: Option<u8>) -> usize {
    let second = match second {
        Some(letter) => (letter - b'a') as usize + 1,
        None => 0,
    };
    (first - b'a') as usize * 27 + second
}

const fn starts() -> [u16; KEYS + 1] {
    let words = WORDS.as_bytes();
    assert!(words.len() <= u16::MAX as usize, "an offset fits two bytes");
    let mut starts = [0; KEYS + 1];
    let (mut at, mut filled) = (0, 0);
    while at < words.len() {
        let second = if at + 1 < words.len() && words[at + 1] != b'\n' { Some(words[at + 1]) } else { None };
        let key = key(words[at], second);
        while filled <= key {
            starts[filled] = at as u16;
            filled += 1;
        }
        while at < words.len() && words[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    while filled <= KEYS {
        starts[filled] = words.len() as u16;
        filled += 1;
    }
    starts
}

/// A bit for each word, by the hash of its letters: of the words that are asked for, nine in ten are fragments that are not there.
static BITS: [u64; BIT_WORDS] = bits();
const BIT_WORDS: usize = 1 << 11;

const fn bits() -> [u64; BIT_WORDS] {
    let words = WORDS.as_bytes();
    let mut bits = [0; BIT_WORDS];
    let (mut at, mut hash) = (0, SEED);
    while at < words.len() {
        if words[at] == b'\n' {
            bits[(hash >> 6) as usize % BIT_WORDS] |= 1 << (hash % 64);
            hash = SEED;
        } else {
            hash = step(hash, words[at]);
        }
        at += 1;
    }
    if hash != SEED {
        bits[(hash >> 6) as usize % BIT_WORDS] |= 1 << (hash % 64);
    }
    bits
}

const SEED: u32 = 0x811c_9dc5;

const fn step(hash: u32, letter: u8) -> u32 {
    // The upper bits are brought down: the lower ones alone depend on the last letters too little.
    let hash = (hash ^ letter as u32).wrapping_mul(0x0100_0193);
    hash ^ hash >> 15
}

/// Whether a line of the list is the word, which is in lower case.
fn has(word: &[u8]) -> bool {
    let Some(&first) = word.first() else { return false };
    let hash = word.iter().fold(SEED, |hash, &letter| step(hash, letter));
    if BITS[(hash >> 6) as usize % BIT_WORDS] >> (hash % 64) & 1 == 0 {
        return false;
    }
    let key = key(first, word.get(1).copied());
    let lines = &WORDS.as_bytes()[STARTS[key] as usize..STARTS[key + 1] as usize];
    lines.split(|&byte| byte == b'\n').any(|line| line == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_in_lower_case() {
        let words: Vec<&str> = WORDS.lines().collect();
        for pair in words.windows(2) {
            assert!(pair[0] < pair[1], "{} before {}", pair[0], pair[1]);
        }
        assert!(words.iter().all(|word| has(word.as_bytes()) && word.bytes().all(|byte| byte.is_ascii_lowercase())));
    }

    #[test]
    fn forms_are_known_and_fragments_are_not() {
        for word in ["discussions", "allegedly", "stopped", "noticing", "cities", "Monday's", "happier", "a", "zone"] {
            assert!(is_known(word), "{word}");
        }
        for word in ["sions", "legedly", "discus", "tion", "ment", "al", "ing", "ately", "", "zz", "longterm"] {
            assert!(!is_known(word), "{word}");
        }
    }
}
