//! The words before a bracket, and the parts into which hyphens and slashes divide them.

use crate::annotate::elision;
use crate::keys::{Words, words};

/// A run of letters and digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether a hyphen, a slash or the like stands before it, and no space.
    pub(super) joined: bool,
    /// Whether it is a small word: `of`, `and`.
    pub(super) small: bool,
}

/// What passing over a word costs, in hundredths.
const PASSED: i32 = 55;
/// Behind a hyphen.
const PASSED_JOINED: i32 = 15;
/// A small word.
const PASSED_SMALL: i32 = 30;

/// A place in the window: a byte of one of its parts.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    pub(super) part: u8,
    pub(super) part_start: bool,
    /// Whether it is a capital.
    pub(super) capital: bool,
    /// Whether it is a capital behind a small letter, or where letters and digits meet.
    pub(super) capital_edge: bool,
}

/// The parts of a window.
#[derive(Default)]
pub(super) struct Parts {
    /// In lower case, without accents; the second bytes of characters are 0.
    folded: Vec<u8>,
    places: Vec<Place>,
    parts: Vec<Part>,
    /// What passing over the parts before each costs.
    passed: Vec<i32>,
    /// Where the first part that counts begins.
    from: usize,
}

impl Parts {
    /// Reads a window, of which the last `most` parts count.
    pub(super) fn read(&mut self, window: &str, most: usize) {
        let bytes = window.as_bytes();
        self.folded.clear();
        self.places.clear();
        self.parts.clear();
        self.passed.clear();
        self.folded.resize(bytes.len(), 0);
        self.places.resize(bytes.len(), Place::default());
        let mut at = 0;
        while at < bytes.len() {
            let (folded, width) = fold(bytes, at);
            self.folded[at] = folded;
            self.places[at].capital = bytes[at].is_ascii_uppercase() || width == 2 && is_capital(bytes, at);
            if folded == 0 {
                at += width;
                continue;
            }
            let before = at.checked_sub(1).map(|before| bytes[before]);
            let goes_on = self.parts.last().is_some_and(|part| part.end == at);
            if goes_on {
                let last = self.parts.len() - 1;
                self.parts[last].end = at + width;
                let place = &mut self.places[at];
                let digit = |byte: u8| byte.is_ascii_digit();
                let edge = before.is_some_and(|before| digit(before) != digit(bytes[at]));
                place.capital_edge = edge || place.capital && before.is_some_and(|before| !before.is_ascii_uppercase());
            } else if is_elision(bytes, at) && self.cut_article(bytes) {
                // That of `l'Office` is a word of its own, and a small one.
                self.parts.push(Part { start: at, end: at + width, joined: false, small: false });
                self.places[at].part_start = true;
            } else if is_elision(bytes, at) && !self.parts.is_empty() {
                // The `s` of a genitive belongs to the word before.
                let last = self.parts.len() - 1;
                self.parts[last].end = at + width;
            } else {
                let joined = before.is_some_and(|before| !before.is_ascii_whitespace() && !opens(bytes, at));
                self.parts.push(Part { start: at, end: at + width, joined, small: false });
                self.places[at].part_start = true;
            }
            self.places[at].part = (self.parts.len() - 1).min(255) as u8;
            at += width;
        }
        let drop = self.parts.len().saturating_sub(most.min(MOST));
        self.parts.drain(..drop);
        self.from = self.parts.first().map_or(bytes.len(), |part| part.start);
        for place in &mut self.places[self.from..] {
            place.part = place.part.wrapping_sub(drop.min(255) as u8);
        }
        let mut sum = 0;
        for part in &mut self.parts {
            let word = &self.folded[part.start..part.end];
            part.small |= is_small(word) || LINKS.get(word).is_some();
            self.passed.push(sum);
            sum += match part {
                Part { small: true, .. } => PASSED_SMALL,
                Part { joined: true, .. } => PASSED_JOINED,
                _ => PASSED,
            };
        }
        self.passed.push(sum);
    }

    /// Whether the last part is an article cut short; it is then a small word.
    fn cut_article(&mut self, bytes: &[u8]) -> bool {
        let Some(last) = self.parts.last_mut() else { return false };
        let is_cut = elision::is_cut_short(&bytes[last.start..last.end]);
        last.small |= is_cut;
        is_cut
    }

    pub(super) fn len(&self) -> usize {
        self.parts.len()
    }

    pub(super) fn part(&self, part: u8) -> Part {
        self.parts[usize::from(part)]
    }

    /// The bytes that count.
    pub(super) fn places(&self) -> std::ops::Range<usize> {
        self.from..self.folded.len()
    }

    pub(super) fn place(&self, at: usize) -> Place {
        self.places[at]
    }

    pub(super) fn byte(&self, at: usize) -> u8 {
        self.folded[at]
    }

    /// What passing over everything before a part costs.
    pub(super) fn passed_before(&self, part: u8) -> i32 {
        self.passed[usize::from(part)]
    }

    /// The same, with the part itself.
    pub(super) fn passed_up_to(&self, part: u8) -> i32 {
        self.passed[usize::from(part) + 1]
    }

    /// What passing over the parts behind one costs, up to another.
    pub(super) fn passed(&self, part: u8, to: usize) -> i32 {
        self.passed[to] - self.passed_up_to(part)
    }

    /// Whether a number of these digits stands here.
    pub(super) fn has_number(&self, at: usize, digits: &[u8]) -> bool {
        let digit = |at: usize| self.folded.get(at).is_some_and(u8::is_ascii_digit);
        self.folded[at..].starts_with(digits) && !digit(at + digits.len()) && !(at > 0 && digit(at - 1))
    }

    /// Whether a word for the number stands here: `Seven` for `7`.
    pub(super) fn is_number_word(&self, at: usize, digits: &[u8]) -> bool {
        let place = self.places[at];
        if !place.part_start {
            return false;
        }
        let part = self.part(place.part);
        let word = &self.folded[part.start..part.end];
        NUMBERS
            .iter()
            .any(|(number, words)| number.as_bytes() == digits && words.iter().any(|known| known.as_bytes() == word))
    }
}

/// The most parts that are looked at; a place counts them in one byte.
const MOST: usize = 96;

/// The byte in lower case and without an accent, and how many bytes the character has; 0 for what is no letter or digit.
pub(super) fn fold(bytes: &[u8], at: usize) -> (u8, usize) {
    match bytes[at] {
        byte @ (b'a'..=b'z' | b'0'..=b'9') => (byte, 1),
        byte @ b'A'..=b'Z' => (byte.to_ascii_lowercase(), 1),
        0xC3 => match bytes.get(at + 1) {
            Some(&second @ 0x80..=0xBF) => (LATIN[usize::from(second - 0x80)], 2),
            _ => (0, 1),
        },
        // Of other letters none is known; they hold a word together.
        0xC4..=0xDF if bytes.len() > at + 1 => (OTHER, 2),
        0xE0.. => (0, if bytes[at] >= 0xF0 { 4 } else { 3 }.min(bytes.len() - at)),
        _ => (0, 1),
    }
}

/// A letter that no letter of a short form is.
const OTHER: u8 = 1;

/// The letters from U+00C0 on; 0 for the signs of multiplication and division.
const LATIN: [u8; 64] = *b"aaaaaaaceeeeiiiidnooooo\0ouuuuytsaaaaaaaceeeeiiiidnooooo\0ouuuuyty";

fn is_capital(bytes: &[u8], at: usize) -> bool {
    bytes[at] == 0xC3 && matches!(bytes.get(at + 1), Some(0x80..=0x9E))
}

/// Whether an apostrophe stands before, and a word before that.
fn is_elision(bytes: &[u8], at: usize) -> bool {
    let straight = at >= 2 && bytes[at - 1] == b'\'' && bytes[at - 2].is_ascii_alphanumeric();
    straight || at >= 4 && bytes[..at].ends_with("’".as_bytes()) && bytes[at - 4].is_ascii_alphanumeric()
}

/// Whether a mark that opens something stands before, and white space or nothing before that.
fn opens(bytes: &[u8], at: usize) -> bool {
    let before = &bytes[..at];
    let marks = [&b"\""[..], b"'", b"(", b"[", "“".as_bytes(), "‘".as_bytes(), "«".as_bytes(), "„".as_bytes()];
    marks
        .iter()
        .any(|mark| before.strip_suffix(*mark).is_some_and(|rest| rest.last().is_none_or(u8::is_ascii_whitespace)))
}

/// Whether a short form may leave out a lower-case word: the articles, conjunctions and prepositions of names in the languages of the
/// envelopes, and what says only that a name is a company's.
pub(super) fn is_small(word: &[u8]) -> bool {
    SMALL.get(word).is_some()
}

static SMALL: Words<()> = words!(
    128,
    [
        "a", "ag", "an", "and", "as", "at", "by", "co", "corp", "da", "das", "de", "del", "der", "des", "di", "do",
        "dos", "du", "e", "et", "for", "from", "fur", "gmbh", "group", "holding", "holdings", "in", "inc", "la", "le",
        "les", "llc", "los", "ltd", "nv", "of", "on", "or", "plc", "sa", "se", "spa", "the", "to", "und", "with", "y",
    ]
);

/// Small words of Dutch and Italian, which a name with a short form beside it is made with as well.
static LINKS: Words<()> = words!(16, ["dei", "della", "delle", "en", "het", "van", "voor"]);

/// Numbers that news writes as a digit in the short form: `G7`, `3D`.
const NUMBERS: &[(&str, &[&str])] = &[
    ("1", &["one", "first"]),
    ("2", &["two", "second"]),
    ("3", &["three", "third"]),
    ("4", &["four", "fourth"]),
    ("5", &["five", "fifth"]),
    ("6", &["six", "sixth"]),
    ("7", &["seven", "seventh"]),
    ("8", &["eight", "eighth"]),
    ("9", &["nine", "ninth"]),
    ("10", &["ten", "tenth"]),
    ("20", &["twenty"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_and_slashes_make_parts_and_apostrophes_none() {
        let mut parts = Parts::default();
        parts.read("“People’s coal-to-gas/Öl Bank's", 20);
        let text = "“People’s coal-to-gas/Öl Bank's";
        let found: Vec<_> = parts.parts.iter().map(|part| (&text[part.start..part.end], part.joined)).collect();
        let expected =
            [("People’s", false), ("coal", false), ("to", true), ("gas", true), ("Öl", true), ("Bank's", false)];
        assert_eq!(found, expected);
    }
}
