//! How the look of a heading differs from that of a sentence: how it ends, how its words are capitalised, how many there are.
//!
//! Headlines and crossheads look the same and differ only in position, so both families ask here.

use memchr::memrchr;

use crate::letters::floor_char_boundary;
use crate::masks::blocks;

/// Lengths of a deck in bytes.
pub(super) const DECK: std::ops::RangeInclusive<usize> = 30..=300;

/// How a row ends, closing quotes and brackets set aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum End {
    /// A full stop, in any script.
    Stop,
    Question,
    Exclamation,
    /// Three dots: cut off, or left hanging.
    Ellipsis,
    /// A mark after which the sentence goes on: comma, colon, semicolon, dash.
    Pause,
    /// A letter, a digit or any other sign.
    #[default]
    Open,
}

impl End {
    /// Whether a sentence may end so.
    pub(super) fn ends_sentence(self) -> bool {
        matches!(self, Self::Stop | Self::Question | Self::Exclamation | Self::Ellipsis)
    }
}

/// How the words of a row are capitalised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Case {
    /// Every letter is a capital.
    Capitals,
    /// Nearly every long word starts with a capital.
    Title,
    /// The first word starts with a capital.
    Sentence,
    /// The first word does not.
    #[default]
    Lower,
}

/// The shape of a short row.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TitleShape {
    pub(super) words: usize,
    pub(super) case: Case,
    pub(super) end: End,
}

impl TitleShape {
    /// Reads a row that is known to be short: it is looked at whole.
    pub(super) fn of(content: &str) -> Self {
        let mut counts = Counts::default();
        if content.is_ascii() {
            counts.add_ascii(content.as_bytes());
        } else {
            content.split_whitespace().for_each(|word| counts.add(word));
        }
        Self { words: counts.words, case: counts.case(), end: end(content) }
    }
}

/// Words of this many letters and more start with a capital in a title: articles and prepositions below do not.
const LONG_WORD: usize = 4;

#[derive(Debug, Default)]
struct Counts {
    words: usize,
    /// Whether the first word begins with a capital or a digit.
    first: bool,
    long: usize,
    long_capital: usize,
    upper: usize,
    lower: usize,
}

impl Counts {
    /// Adds the words of a row that is ASCII, as nearly all are.
    fn add_ascii(&mut self, content: &[u8]) {
        // A word that goes on in the next block: whether it begins with a capital, and its letters so far.
        let mut begun: Option<(bool, usize)> = None;
        for (_, block) in blocks(content, b' ') {
            let (upper, lower) = (block.are_between(b'A', b'Z'), block.are_between(b'a', b'z'));
            let white = block.are(b' ') | block.are_between(b'\t', b'\r');
            let letters = upper | lower;
            self.upper += upper.count_ones() as usize;
            self.lower += lower.count_ones() as usize;
            let mut left = letters | block.are_between(b'0', b'9');
            let mut from = 0;
            while begun.is_some() || left != 0 {
                let (capital, before) = begun.take().unwrap_or_else(|| {
                    from = left.trailing_zeros();
                    (lower >> from & 1 == 0, 0)
                });
                let word = (white >> from << from).trailing_zeros();
                let behind = u64::MAX.checked_shl(word).unwrap_or(0);
                let len = before + (letters & !behind & u64::MAX << from).count_ones() as usize;
                if behind == 0 {
                    begun = Some((capital, len));
                    break;
                }
                self.add_word(capital, len);
                left &= behind;
                from = word;
            }
        }
        if let Some((capital, len)) = begun {
            self.add_word(capital, len);
        }
    }

    fn add(&mut self, word: &str) {
        let mut letters = word.chars().skip_while(|c| !c.is_alphanumeric()).peekable();
        let Some(&initial) = letters.peek() else { return };
        let mut len = 0;
        for letter in letters.filter(|c| c.is_alphabetic()) {
            len += 1;
            self.upper += usize::from(letter.is_uppercase());
            self.lower += usize::from(letter.is_lowercase());
        }
        self.add_word(initial.is_uppercase() || initial.is_numeric(), len);
    }

    fn add_word(&mut self, capital: bool, len: usize) {
        self.first |= self.words == 0 && capital;
        self.words += 1;
        if len >= LONG_WORD {
            self.long += 1;
            self.long_capital += usize::from(capital);
        }
    }

    fn case(&self) -> Case {
        match () {
            () if !self.first => Case::Lower,
            () if self.upper >= 2 && self.lower == 0 => Case::Capitals,
            // One small word in five is the share that house styles with small `from` and `with` come to.
            () if self.long > 0 && self.long_capital * 5 >= self.long * 4 => Case::Title,
            () => Case::Sentence,
        }
    }
}

/// So many bytes, or a few more, are looked at for what closes a row behind its last mark.
const CLOSING: usize = 64;

/// How a row ends: a look at its last characters.
pub(super) fn end(content: &str) -> End {
    // How nearly every row ends.
    match content.as_bytes() {
        [.., last, b'.'] if last.is_ascii_lowercase() => return End::Stop,
        [.., last] if last.is_ascii_alphanumeric() => return End::Open,
        _ => {}
    }
    let content = without_sign(content);
    let content = &content[floor_char_boundary(content, content.len().saturating_sub(CLOSING))..];
    // Most of them are of ASCII, and passed over as bytes.
    let closes = |byte: &u8| matches!(byte, b'"' | b'\'' | b')' | b']' | b'*' | b'_' | b' ');
    let plain = content.bytes().rev().take_while(closes).count();
    let body = content[..content.len() - plain]
        .trim_end_matches(['"', '\'', '”', '’', '»', '“', ')', ']', '*', '_', ' ', '\u{a0}']);
    let Some(last) = body.chars().next_back() else { return End::Open };
    match last {
        '…' => End::Ellipsis,
        '.' if body.ends_with("..") => End::Ellipsis,
        '.' if ends_with_initials(body) => End::Open,
        '.' | '。' | '।' | '۔' | '．' => End::Stop,
        '?' | '？' | '؟' => End::Question,
        '!' | '！' => End::Exclamation,
        ',' | ';' | ':' | '-' | '–' | '—' | '،' | '：' | '，' => End::Pause,
        _ => End::Open,
    }
}

/// A row without the sign of its author behind its last stop: `… at the port. (kpo)`, `… am Hafen. (dpa/lhr)`.
fn without_sign(content: &str) -> &str {
    const LONGEST: usize = 14;
    let Some(inner) = content.strip_suffix(')') else { return content };
    let end = inner.len().saturating_sub(LONGEST + 1);
    let Some(open) = memrchr(b'(', &inner.as_bytes()[end..]).map(|open| end + open) else { return content };
    let (Some(before), sign) = (inner[..open].strip_suffix(' '), &inner[open + 1..]) else { return content };
    let is_sign = sign.chars().all(|c| c.is_alphabetic() || matches!(c, '/' | '.'));
    let stopped = before.ends_with(['.', '!', '?', '»', '«', '“', '”', '"', '…']);
    if is_sign && stopped { before } else { content }
}

/// `U.S.`, `D.C.`: a stop that belongs to the word.
fn ends_with_initials(body: &str) -> bool {
    let bytes = body.as_bytes();
    let [.., first, b'.', second, b'.'] = bytes else { return false };
    first.is_ascii_uppercase() && second.is_ascii_uppercase()
}

/// A few words that are capitalised as a name is: a newspaper's, an office's.
pub(super) fn is_title_like(text: &str) -> bool {
    const WORDS: usize = 6;
    text.split(' ').count() <= WORDS && is_capitalised(text)
}

/// Whether every word begins with a capital, small words apart.
pub(super) fn is_capitalised(text: &str) -> bool {
    const LONGEST: usize = 60;
    const SMALL: &[&str] = &[
        "of", "the", "and", "de", "la", "for", "del", "der", "die", "das", "do", "da", "y", "&", "-", "on", "in", "di",
        "du", "des", "della", "delle", "van", "dos", "los", "las", "le", "les", "und", "et",
    ];
    text.chars().next().is_some_and(char::is_alphanumeric)
        && text.len() <= LONGEST
        && text.split(' ').filter(|word| !word.is_empty()).all(|word| {
            let dotted = word.chars().skip(1).any(|c| c == '.');
            let capital = |c: char| c.is_uppercase() || c.is_ascii_digit();
            SMALL.contains(&word) || word.strip_prefix('(').unwrap_or(word).starts_with(capital) || dotted
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_has_small_words_of_its_own() {
        for title in
            ["Harbour Gazette", "Office of the Mayor", "Puertos y Barcos", "Gazette (Late Edition)", "24 Hours"]
        {
            assert!(is_title_like(title), "{title}");
        }
        for other in ["", "Office of the mayor", "Harbour gazette", "(Late Edition)", "A B C D E F G"] {
            assert!(!is_title_like(other), "{other}");
        }
    }

    #[test]
    fn ascii_is_read_as_any_text() {
        for content in [
            "A Harbour Without Boats",
            "  9 to 5, (so) 'Tis",
            "- -- ...",
            "",
            "mcX\u{b}IV\tx1y 1960s\u{1f}B",
            "U.S. Q3",
            "A row of words that goes on behind the first block of sixty-four bytes, and on",
            "Words whose last letter is that with which a block of them ends now",
            "AndAWordThatIsSoLongThatItFillsABlockOfThemAllByItselfAsNoOtherDoes",
        ] {
            let (mut one, mut other) = (Counts::default(), Counts::default());
            one.add_ascii(content.as_bytes());
            content.split_whitespace().for_each(|word| other.add(word));
            assert_eq!(format!("{one:?}"), format!("{other:?}"), "{content:?}");
        }
    }
}
