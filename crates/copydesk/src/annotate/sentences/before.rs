//! The word before a mark, and its kind.

use super::boundary::Place;
use super::words::{Abbreviation, Lists};
use crate::annotate::elision;
use crate::keys::Key;
use crate::letters::{RUN, small_trailing_run};

/// The word before a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before<'t> {
    pub(super) start: usize,
    /// Empty where there is none, and where it is too long.
    pub(super) word: &'t str,
    /// Whether it is known to be small ASCII letters and nothing else, as most words are.
    small: bool,
}

/// The longest word that is looked at.
const LONGEST: usize = 40;

impl<'t> Before<'t> {
    /// The word that ends at a mark, or at the spaces before it, not before `floor`. Stops and apostrophes inside it belong to it; hyphens
    /// and dashes do not.
    pub(super) fn at(content: &'t str, floor: usize, mark: usize) -> Self {
        let bytes = content.as_bytes();
        let small = small_trailing_run(&bytes[floor..mark]);
        let start = mark - small;
        if small > 0 && (start == floor || bytes[start - 1] == b' ') {
            return Self { start, word: &content[start..mark], small: true };
        }
        let mut end = mark;
        while end > floor && bytes[end - 1] == b' ' {
            end -= 1;
        }
        let mut start = end;
        while start > floor {
            if end - start > LONGEST {
                return Self { start: end, word: "", small: false };
            }
            let byte = bytes[start - 1];
            let inside = match byte {
                b'.' => true,
                b'\'' => start >= 2 && bytes[start - 2].is_ascii_alphabetic(),
                0..=0x7f => byte.is_ascii_alphanumeric(),
                _ => {
                    let lead = lead_before(content, floor, start);
                    let apostrophe = content[lead..].starts_with('’');
                    if bytes[lead] == 0xe2 && !(apostrophe && lead > floor && bytes[lead - 1].is_ascii_alphabetic())
                        || content[lead..].starts_with(['\u{a0}', '«', '»'])
                    {
                        break;
                    }
                    start = lead;
                    continue;
                }
            };
            if !inside {
                break;
            }
            start -= 1;
        }
        Self { start, word: &content[start..end], small: false }
    }
}

/// Where the character begins that ends at `end`.
fn lead_before(content: &str, floor: usize, end: usize) -> usize {
    let mut lead = end - 1;
    while lead > floor && !content.is_char_boundary(lead) {
        lead -= 1;
    }
    lead
}

/// What the word before a stop is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// A word like any other.
    Word,
    /// The same in small letters, long enough to be no abbreviation that the lists miss.
    Plain,
    /// The same in upper case, short enough for an abbreviation that the lists miss.
    Short,
    /// A number.
    Digits,
    /// A number or a letter that begins the sentence: the mark of a list, or an initial.
    Marker,
    /// A letter: an initial, mostly.
    Initial,
    /// Letters with stops between: `U.S`
    Dotted,
    /// An abbreviation of the lists.
    Known(Abbreviation),
}

/// How many bytes of marks may stand before the first word of a sentence.
const OPENING: usize = 8;

/// A word in small letters that is no shorter is no abbreviation that the lists miss.
const PLAIN: usize = 3;

/// An unknown abbreviation is not longer.
const SHORT: usize = 4;

impl Place<'_> {
    /// Where a sentence ends with the full stop at `mark`, and where the next one begins, in the usual case: the word before is in small
    /// letters, or longer with a capital, and no abbreviation; and a capital comes next. Most sentences end so, and nothing else has to be
    /// read. A quotation mark may come between if it closes right after the stop, or opens while none is open in the sentence.
    #[inline(always)]
    pub(super) fn plain_end(&self, mark: usize) -> Option<(usize, usize)> {
        let bytes = self.content.as_bytes();
        let (end, next, first) = match bytes[mark..] {
            [b'.', b' ', b'"', first, ..] if !self.quotes => (mark + 1, mark + 2, first),
            [b'.', b' ', 0xe2, 0x80, 0x9c, first, ..] | [b'.', b' ', first, ..] => (mark + 1, mark + 2, first),
            [b'.', b'"', b' ', first, ..] => (mark + 2, mark + 3, first),
            [b'.', 0xe2, 0x80, 0x9d, b' ', first, ..] => (mark + 4, mark + 5, first),
            _ => return None,
        };
        if !first.is_ascii_uppercase() || self.lists.is_empty() {
            return None;
        }
        let (small, key) = Key::small_trailing(&bytes[self.start..mark]);
        let start = mark - small;
        let begins = |start: usize| start == self.start || bytes[start - 1] == b' ';
        let plain = (PLAIN..RUN).contains(&small)
            && if begins(start) {
                small > Lists::LONGEST || !self.lists.has_small(key)
            } else {
                // A name: long enough for none that the lists miss.
                (SHORT..RUN).contains(&small)
                    && bytes[start - 1].is_ascii_uppercase()
                    && begins(start - 1)
                    && (small >= Lists::LONGEST || self.lists.abbreviation(&self.content[start - 1..mark]).is_none())
            };
        // Behind a quotation mark the sentence may be a part of what is quoted.
        let closed = || end > mark + 1 || !self.quotes || self.open_quote(mark).is_none();
        (plain && closed()).then_some((end, next))
    }

    /// Whether a mark stands before a small letter, or a full stop between two digits: `a.m.`, `0.5`. It ends nothing.
    pub(super) fn is_inside(&self, mark: usize) -> bool {
        let bytes = self.content.as_bytes();
        match bytes[mark..] {
            [b'.' | b'?' | b'!', b'a'..=b'z', ..] => true,
            [b'.', b'0'..=b'9', ..] => mark > 0 && bytes[mark - 1].is_ascii_digit(),
            _ => false,
        }
    }

    /// What the word before a stop is.
    pub(super) fn left(&self, before: Before<'_>) -> Left {
        let Before { start: at, word, small } = before;
        if small && word.len() > 1 {
            return self.listed(word).unwrap_or(if word.len() >= PLAIN { Left::Plain } else { Left::Word });
        }
        let Some(first) = word.chars().next() else { return Left::Word };
        let is_first = || at <= self.start + OPENING && !self.content[self.start..at].contains(char::is_alphanumeric);
        if first.is_ascii_digit() && word.bytes().all(|byte| byte.is_ascii_digit()) {
            return if word.len() <= 3 && is_first() { Left::Marker } else { Left::Digits };
        }
        if word.len() == first.len_utf8() {
            // `S&P`, `I/B/E/S`, `pre-K`
            let joined = |text: &str| {
                text.ends_with(['&', '/'])
                    || text.strip_suffix('-').is_some_and(|text| text.ends_with(char::is_lowercase))
            };
            return match is_first() {
                _ if joined(&self.content[..at]) => Left::Word,
                true => Left::Marker,
                false => Left::Initial,
            };
        }
        if word.bytes().any(|byte| byte == b'.') {
            return match self.dotted(word) {
                // `P.S.`
                Left::Dotted if is_first() => Left::Marker,
                dotted => dotted,
            };
        }
        self.listed(elision::without(word)).unwrap_or_else(|| match word.len() {
            PLAIN.. if is_small(word) => Left::Plain,
            ..=SHORT if first.is_uppercase() => Left::Short,
            _ => Left::Word,
        })
    }

    /// The abbreviation that a word without stops is.
    fn listed(&self, word: &str) -> Option<Left> {
        let known = if word.len() <= Lists::LONGEST { self.lists.abbreviation(word) } else { None };
        // `kl`, `pkt`: without a list, what has no vowel is taken for an abbreviation.
        let unlisted = || (self.lists.is_empty() && has_no_vowel(word)).then_some(Abbreviation::Open);
        known.or_else(unlisted).map(Left::Known)
    }

    /// What letters with stops between are: a known abbreviation, initials, or an address.
    fn dotted(&self, word: &str) -> Left {
        let letters = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ':');
        if let Some(known) = self.lists.abbreviation(letters) {
            return Left::Known(known);
        }
        let part = |part: &str| !part.is_empty() && part.len() <= 3 && part.chars().all(char::is_alphabetic);
        let single = |part: &str| part.chars().nth(1).is_none();
        // Behind a lost space the word before is part of it: `he said.U.S. officials`.
        let mut last = letters.rsplit('.');
        let initials = letters.contains('.') && last.by_ref().take(2).all(|part| !part.is_empty() && single(part));
        if initials || letters.contains('.') && letters.split('.').all(part) && letters.split('.').any(single) {
            Left::Dotted
        } else {
            Left::Word
        }
    }

    /// Whether the word stands in brackets by itself: `(Res.)`
    pub(super) fn is_alone(&self, before: Before<'_>) -> bool {
        before.start > self.start + 1 && self.content[..before.start].ends_with(['(', '['])
    }

    /// Whether a number stands before the word, as before a measure.
    pub(super) fn follows_number(&self, before: Before<'_>) -> bool {
        let digit = |c: char| c.is_ascii_digit();
        before.word.starts_with(digit) || self.content[self.start..before.start].trim_end().ends_with(digit)
    }
}

/// Whether all letters of a word are small.
fn is_small(word: &str) -> bool {
    word.chars().all(|c| c.is_lowercase() || matches!(c, '\'' | '’'))
}

/// Whether a word of small letters has consonants alone.
fn has_no_vowel(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase() && !matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'))
}
