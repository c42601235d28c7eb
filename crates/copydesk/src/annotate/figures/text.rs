//! A block's content with what is needed to read it from any place, forwards and backwards. Every look ends nearby.

use std::cell::Cell;

use crate::keys::Key;
use crate::language::Language;
use crate::letters;

use super::word::Word;

/// The most bytes of a word; what is longer is no word that any list has.
const WORD: usize = 32;

/// The most bytes of white space between two words of one figure. A table sets its columns further apart.
const GAP: usize = 3;

/// The content of a block, its language, and whether it is set like a title.
pub(super) struct Text<'t> {
    pub(super) content: &'t str,
    pub(super) bytes: &'t [u8],
    pub(super) language: Option<Language>,
    /// Whether most words have a capital, so that a capital says nothing.
    pub(super) is_title: bool,
    before: Recent<'t>,
    after: Recent<'t>,
}

/// How many words are remembered on either side.
const RECENT: usize = 16;

/// The words that were read last and where they begin, by the places that they were asked for: what reads a number asks for its neighbours
/// again and again.
struct Recent<'t>([Cell<(u32, u32, Word<'t>)>; RECENT]);

impl<'t> Recent<'t> {
    fn none() -> Self {
        Self([const { Cell::new((u32::MAX, 0, Word::NONE)) }; RECENT])
    }

    fn get(&self, at: usize, read: impl FnOnce() -> (usize, Word<'t>)) -> (usize, Word<'t>) {
        let (known, start, word) = self.0[at % RECENT].get();
        if known as usize == at {
            return (start as usize, word);
        }
        let (start, word) = read();
        self.put(at, start, word);
        (start, word)
    }

    fn put(&self, at: usize, start: usize, word: Word<'t>) {
        self.0[at % RECENT].set((at as u32, start as u32, word));
    }
}

impl<'t> Text<'t> {
    pub(super) fn new(content: &'t str, language: Option<Language>, is_title: bool) -> Self {
        let (before, after) = (Recent::none(), Recent::none());
        Self { content, bytes: content.as_bytes(), language, is_title, before, after }
    }

    pub(super) fn is_english(&self) -> bool {
        self.language == Some(Language::English)
    }

    pub(super) fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    /// The byte before a place; 0 at the start.
    pub(super) fn before(&self, at: usize) -> u8 {
        at.checked_sub(1).map_or(0, |at| self.bytes[at])
    }

    pub(super) fn starts(&self, at: usize, with: &str) -> bool {
        self.byte(at) == with.as_bytes()[0] && self.bytes[at..].starts_with(with.as_bytes())
    }

    pub(super) fn ends(&self, at: usize, with: &str) -> bool {
        self.before(at) == with.as_bytes()[with.len() - 1] && self.bytes[..at].ends_with(with.as_bytes())
    }

    /// Past the white space at a place, if that is not much.
    pub(super) fn past_gap(&self, at: usize) -> usize {
        // Nearly always one space, or none.
        let first = at + usize::from(self.byte(at) == b' ');
        if matches!(self.byte(first), b'!'..=b'~') {
            return first;
        }
        let mut end = at;
        while end - at < GAP {
            match space(&self.bytes[end..]) {
                0 => break,
                width => end += width,
            }
        }
        end
    }

    /// Where the white space before a place begins.
    pub(super) fn before_gap(&self, at: usize) -> usize {
        let last = at - usize::from(self.before(at) == b' ');
        if matches!(self.before(last), b'!'..=b'~') {
            return last;
        }
        let mut start = at;
        while at - start < GAP {
            match space_before(&self.bytes[..start]) {
                0 => break,
                width => start -= width,
            }
        }
        start
    }

    /// Where the word that begins here ends; the place itself where none does.
    pub(super) fn word_end(&self, at: usize) -> usize {
        let mut end = at;
        while let Some(eight) = self.bytes[end..].first_chunk() {
            let count = letters::leading(*eight);
            end += count;
            match eight.get(count) {
                Some(0x80..) => break,
                None if end - at < WORD => {}
                _ => return end,
            }
        }
        while end - at < WORD {
            match letter(&self.bytes[end..]) {
                0 => break,
                width => end += width,
            }
        }
        end
    }

    /// The word that begins here; empty where none does.
    pub(super) fn word(&self, at: usize) -> Word<'t> {
        match self.next_word(at) {
            (start, word) if start == at => word,
            _ => Word::NONE,
        }
    }

    /// The word after the white space at a place; empty where there is none.
    pub(super) fn next_word(&self, at: usize) -> (usize, Word<'t>) {
        self.after.get(at, || {
            let start = self.past_gap(at);
            let word = self.read(start);
            // Asked for by where it begins, too.
            if start != at {
                self.after.put(start, start, word);
            }
            (start, word)
        })
    }

    fn read(&self, at: usize) -> Word<'t> {
        match Key::leading(&self.bytes[at..]) {
            Some((count, key)) if self.byte(at + count) < 0x80 => Word::with_key(&self.content[at..at + count], key),
            _ => Word::of(&self.content[at..self.word_end(at)]),
        }
    }

    /// The word that ends here, and where it begins.
    pub(super) fn word_before(&self, at: usize) -> (usize, Word<'t>) {
        match Key::trailing(&self.bytes[..at]) {
            Some((count, key)) if self.before(at - count) < 0x80 => {
                (at - count, Word::with_key(&self.content[at - count..at], key))
            }
            _ => {
                let start = self.word_start(at);
                (start, Word::of(&self.content[start..at]))
            }
        }
    }

    fn word_start(&self, at: usize) -> usize {
        let mut start = at;
        while let Some(eight) = self.bytes[..start].last_chunk() {
            let count = letters::trailing(*eight);
            start -= count;
            match eight.iter().rev().nth(count) {
                Some(0x80..) => break,
                None if at - start < WORD => {}
                _ => return start,
            }
        }
        while at - start < WORD {
            match letter_before(&self.bytes[..start]) {
                0 => break,
                width => start -= width,
            }
        }
        start
    }

    /// The word before the white space before a place, and where it begins.
    pub(super) fn last_word(&self, at: usize) -> (usize, Word<'t>) {
        self.before.get(at, || self.word_before(self.before_gap(at)))
    }

    /// Whether neither a letter nor a digit stands here.
    pub(super) fn is_edge(&self, at: usize) -> bool {
        !self.byte(at).is_ascii_digit() && letter(&self.bytes[at.min(self.bytes.len())..]) == 0
    }

    /// Whether neither a letter nor a digit ends here.
    pub(super) fn is_edge_before(&self, at: usize) -> bool {
        !self.before(at).is_ascii_digit() && letter_before(&self.bytes[..at]) == 0
    }

    /// Where `phrase` (lower case, words with single spaces between) ends if it stands here, whatever its letters' case: a space is any
    /// small gap or a hyphen, and its words may have the plural's `s`.
    pub(super) fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut end = at;
        let phrase = phrase.as_bytes();
        for &byte in phrase {
            if byte == b' ' {
                // `60,000 sq. ft.`
                if self.byte(end) == b'.' && end - at == 2 {
                    end += 1;
                }
                if self.byte(end) | 0x20 == b's' && self.is_edge(end + 1) {
                    end += 1;
                }
                let next = if self.byte(end) == b'-' { end + 1 } else { self.past_gap(end) };
                if next == end {
                    return None;
                }
                end = next;
            } else if self.byte(end) == byte || byte.is_ascii_lowercase() && self.byte(end) | 0x20 == byte {
                end += 1;
            } else {
                return None;
            }
        }
        if !self.is_edge(end) && self.byte(end) | 0x20 == b's' {
            end += 1;
        }
        self.is_edge(end).then_some(end)
    }
}

/// The width of the white space that begins here.
fn space(bytes: &[u8]) -> usize {
    match bytes {
        [b' ' | b'\n' | b'\t' | b'\r', ..] => 1,
        [0xC2, 0xA0, ..] => 2,
        // Thin, figure and narrow no-break spaces.
        [0xE2, 0x80, 0x87 | 0x89 | 0xAF, ..] => 3,
        _ => 0,
    }
}

fn space_before(bytes: &[u8]) -> usize {
    match bytes {
        [.., b' ' | b'\n' | b'\t' | b'\r'] => 1,
        [.., 0xC2, 0xA0] => 2,
        [.., 0xE2, 0x80, 0x87 | 0x89 | 0xAF] => 3,
        _ => 0,
    }
}

/// The width of the letter that begins here. Outside of ASCII what is no punctuation and no sign of the common kinds is a letter.
fn letter(bytes: &[u8]) -> usize {
    match bytes {
        [b'a'..=b'z' | b'A'..=b'Z', ..] => 1,
        [0xC3, 0x97 | 0xB7, ..] => 0,
        [0xC3..=0xDF, _, ..] => 2,
        // Marks and signs: U+2000 to U+2FFF, the marks of Chinese, and full-width ones.
        [0xE2, ..] | [0xE3, 0x80, ..] | [0xEF, 0xBC..=0xBF, ..] => 0,
        [0xE0..=0xEF, _, _, ..] => 3,
        _ => 0,
    }
}

fn letter_before(bytes: &[u8]) -> usize {
    let [.., last] = bytes else { return 0 };
    let width = match last {
        b'a'..=b'z' | b'A'..=b'Z' => return 1,
        0x80..=0xBF => bytes.iter().rev().take(3).take_while(|byte| (0x80..=0xBF).contains(*byte)).count() + 1,
        _ => return 0,
    };
    let start = bytes.len().saturating_sub(width);
    if letter(&bytes[start..]) == width { width } else { 0 }
}

/// Whether the word begins with a capital.
pub(super) fn is_capital(word: Word<'_>) -> bool {
    word.as_bytes().first().is_some_and(u8::is_ascii_uppercase)
        || word.chars().next().is_some_and(|first| !first.is_ascii() && first.is_uppercase())
}
