//! Where a figure may begin: every digit, sign of a fraction and number word, and as little as possible of everything else.

use super::numbers;
use super::text::Text;
use super::{currencies, friends};

/// A place that a number begins at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A digit, or the sign of a fraction.
    Digits(usize),
    /// A word that may be one for a number.
    Word(usize),
}

const OTHER: u8 = 0;
const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const SIGN: u8 = 3;

/// The bytes that matter. Those of letters outside of ASCII are letters, so that no word begins in the middle of one.
static CLASSES: [u8; 256] = {
    let mut classes = [OTHER; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | 0xC4..=0xDF | 0xE0 | 0xE1 | 0xE4..=0xEE => LETTER,
            b'0'..=b'9' => DIGIT,
            0xC2 | 0xE2 => SIGN,
            _ => OTHER,
        };
        byte += 1;
    }
    classes
};

/// The next place at which a number may begin.
pub(super) fn next(text: &Text<'_>, mut at: usize) -> Option<Place> {
    let bytes = text.bytes;
    let english = text.is_english();
    while let Some(&byte) = bytes.get(at) {
        match CLASSES[byte as usize] {
            LETTER => {
                let start = at;
                while at < bytes.len() && CLASSES[bytes[at] as usize] == LETTER {
                    at += 1;
                }
                if at < bytes.len() && bytes[at].is_ascii_digit() {
                    // `Rs200` and `USD115` are amounts; `F16` and `x86` are names.
                    if at - start <= 4 && currencies::before(text, at).is_some() {
                        return Some(Place::Digits(at));
                    }
                    at = past_name(bytes, at);
                } else if english
                    && at - start >= 3
                    && numbers::may_begin(byte, bytes[start + 1], bytes[start + 2])
                    && text.is_edge_before(start)
                {
                    return Some(Place::Word(start));
                }
            }
            DIGIT => return Some(Place::Digits(at)),
            SIGN if super::numerals::sign(text, at).is_some() => return Some(Place::Digits(at)),
            _ => at += 1,
        }
    }
    None
}

/// Past the letters and digits of a name, and its decimals: `J1149.5`.
fn past_name(bytes: &[u8], mut at: usize) -> usize {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    while at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || bytes[at] == b'.' && digit(at - 1) && digit(at + 1))
    {
        at += 1;
    }
    at
}

/// The number that begins right here, after a currency's sign or letters if it has them.
pub(super) fn here(text: &Text<'_>, at: usize) -> Option<Place> {
    let byte = text.byte(at);
    if byte.is_ascii_digit() {
        return Some(Place::Digits(at));
    }
    if byte.is_ascii_alphabetic() {
        let word = text.word(at);
        let end = at + word.len();
        if text.byte(end) == b'$' || friends::is_money_word(word) {
            let digits = text.past_gap(end + usize::from(text.byte(end) == b'$'));
            return text.byte(digits).is_ascii_digit().then_some(Place::Digits(digits));
        }
        return (text.is_english() && numbers::part(word).is_some()).then_some(Place::Word(at));
    }
    let mut end = at;
    if matches!(byte, b'$' | b'-' | b'.') {
        end += 1;
    } else if byte >= 0x80 {
        end += text.content[at..].chars().next().map_or(1, char::len_utf8);
    } else {
        return None;
    }
    let digits = text.past_gap(end);
    text.byte(digits).is_ascii_digit().then_some(Place::Digits(digits))
}
