//! A sieve before tables of phrases: the first letters of a line tell, for nearly every line, that it begins with none of them.
//!
//! Every line is held against several hundred phrases, by half a dozen families. A few letters hashed into a set of bits answer for a
//! whole table at once; the table itself is read only for the lines that pass. The sets are made from the tables at compile time, so
//! that the two cannot differ. A sieve may let a line pass that begins with no phrase; it never holds back one that does.

use super::wording::{Wording, begins};
use crate::keys::{first_eight, spread};
use crate::letters;
use crate::masks::{blocks, moved, places};

/// A phrase is held by this many of its first letters; a shorter one by three, two or one.
const LETTERS: usize = 6;

/// The beginnings of one or more tables of phrases, in the spelling of `wording`.
pub(super) struct Sieve {
    long: Bits,
    short: Bits,
}

impl Sieve {
    pub(super) const fn of(phrases: &[&str]) -> Self {
        Self { long: Bits([0; WORDS]), short: Bits([0; WORDS]) }.and(phrases)
    }

    /// The same sieve, for one more table.
    pub(super) const fn and(mut self, phrases: &[&str]) -> Self {
        let mut i = 0;
        while i < phrases.len() {
            self.add(phrases[i].as_bytes());
            i += 1;
        }
        self
    }

    /// The same sieve, for one more table that says something for each phrase.
    pub(super) const fn and_keys<T: Copy>(mut self, table: &[(&str, T)]) -> Self {
        let mut i = 0;
        while i < table.len() {
            self.add(table[i].0.as_bytes());
            i += 1;
        }
        self
    }

    const fn add(&mut self, phrase: &[u8]) {
        match phrase.len() {
            LETTERS.. => self.long.add(key(first_eight(phrase), LETTERS)),
            3.. => self.short.add(key(first_eight(phrase), 3)),
            letters => self.short.add(key(first_eight(phrase), letters)),
        }
    }

    /// Whether a line of this wording may begin with one of the phrases.
    pub(super) fn passes(&self, wording: &Wording) -> bool {
        self.passes_bytes(wording.bytes())
    }

    /// Whether one of the phrases, each of which begins with a letter, may stand somewhere in the line as words of its own.
    pub(super) fn finds(&self, wording: &Wording) -> bool {
        self.starts(wording, |_| true)
    }

    /// Whether one of these phrases, which the sieve is of and each of which begins with a letter, stands somewhere in the line as words of
    /// its own.
    pub(super) fn finds_any(&self, wording: &Wording, phrases: &[&str]) -> bool {
        self.starts(wording, |bytes| phrases.iter().any(|phrase| begins(bytes, phrase)))
    }

    /// Whether the line is so from a word on with which one of the phrases may begin.
    fn starts(&self, wording: &Wording, is: impl Fn(&[u8]) -> bool) -> bool {
        let bytes = wording.bytes();
        let mut before = 0;
        blocks(bytes, 0).any(|(start, block)| {
            let small = block.are_past(b'`') & !block.are_past(b'z');
            let figures = block.are_past(b'/') & !block.are_past(b'9');
            let words = small | figures | block.are_beyond();
            let starts = words & !moved(words, before, 1);
            before = words;
            places(start, starts).any(|at| self.passes_bytes(&bytes[at..]) && is(&bytes[at..]))
        })
    }

    /// Whether a line that begins so may begin with one of the phrases.
    pub(super) fn passes_head(&self, head: Head) -> bool {
        let [long, three, two, one] = head.keys;
        head.open | self.short.has(three) | self.short.has(two) | self.short.has(one) | self.long.has(long)
    }

    /// The same for a line of which the head is not kept.
    pub(super) fn passes_line(&self, content: &str) -> bool {
        self.passes_head(Head::of(content))
    }

    /// The same for words in that spelling.
    pub(super) fn passes_bytes(&self, bytes: &[u8]) -> bool {
        self.passes_head(Head::worded(bytes))
    }
}

/// How a line begins, as far as a sieve asks: it is read once for all of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    /// The places of its first letters in the sets: of as many as a long phrase is held by, then of three, two and one.
    keys: [u16; 4],
    /// The first letters are not known, so that the line passes everywhere.
    open: bool,
}

impl Head {
    /// How nothing begins.
    pub(super) const NONE: Self = Self { keys: [key(0, LETTERS), key(0, 3), key(0, 2), key(0, 1)], open: false };

    pub(super) fn of(content: &str) -> Self {
        const GLANCE: usize = 32;
        // Plain letters are their own wording, but for their case.
        if let Some(eight) = content.as_bytes().first_chunk()
            && let Some(lower) = letters::plain_lower(*eight, true)
        {
            return Self::worded(&lower);
        }
        let wording = Wording::of_beginning(content, GLANCE);
        let open = wording.bytes().len() < LETTERS && content.len() > GLANCE;
        Self { open, ..Self::worded(wording.bytes()) }
    }

    fn worded(bytes: &[u8]) -> Self {
        let head = first_eight(bytes);
        Self { keys: [key(head, LETTERS), key(head, 3), key(head, 2), key(head, 1)], open: false }
    }
}

/// A set of 4,096 bits: the largest table fills one in five of them.
struct Bits([u64; WORDS]);

const WORDS: usize = 64;

impl Bits {
    const fn add(&mut self, key: u16) {
        self.0[key as usize / 64] |= 1 << (key % 64);
    }

    const fn has(&self, key: u16) -> bool {
        self.0[key as usize / 64] >> (key % 64) & 1 == 1
    }
}

/// The first `letters` bytes of a head as a place in the set.
const fn key(head: u64, letters: usize) -> u16 {
    let kept = head & ((1 << (8 * letters)) - 1);
    (spread(kept | (letters as u64) << 56) >> 52) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    static PHRASES: &[&str] = &["to", "©", "*", "poll", "the post", "über den autor", "click here"];
    static SIEVE: Sieve = Sieve::of(PHRASES);

    #[test]
    fn lets_every_phrase_pass_in_every_spelling() {
        for phrase in PHRASES {
            for line in
                [(*phrase).to_owned(), phrase.to_uppercase(), format!("{phrase} and more"), format!("\u{200b}{phrase}")]
            {
                assert!(SIEVE.passes_line(&line), "{line}");
                assert!(SIEVE.passes(&Wording::of(&line)), "{line}");
            }
        }
        assert!(SIEVE.passes_line("The  Post") && SIEVE.passes_line("The\u{a0}post"));
    }

    #[test]
    fn finds_phrases_inside() {
        let finds = |line: &str| SIEVE.finds(&Wording::of(line));
        assert!(finds("Please click here.") && finds("A POLL") && finds("(the post office)"));
        assert!(!finds("A number of Clicking heels") && !finds(""));
        let any = |line: &str| SIEVE.finds_any(&Wording::of(line), &["to", "poll", "click here"]);
        assert!(any("Please click here.") && any("A POLL") && !any("(the post office)") && !any("Clicking a polls"));
    }

    #[test]
    fn holds_other_lines_back() {
        for line in ["The mayor said", "Clicking", "On Monday", "“We are", "x", ""] {
            assert!(!SIEVE.passes_line(line), "{line}");
        }
    }
}
