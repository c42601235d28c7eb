//! Where a figure may begin: every digit, fraction sign and number word, and as little else as possible.

use crate::annotate::beginnings::Walk;

use super::text::Text;
use super::{currencies, friends, numbers, numerals};

/// A place that a number begins at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A digit, or the sign of a fraction.
    Digits(usize),
    /// A word that may be one for a number.
    Word(usize),
}

/// The next place at which a number may begin; `from` is where the search began, or was taken up again.
pub(super) fn next(text: &Text<'_>, beginnings: &mut Walk<'_>, mut from: usize) -> Option<Place> {
    while let Some(at) = beginnings.next() {
        match text.bytes[at] {
            b'0'..=b'9' => {
                let letters = text.bytes[from..at].iter().rev().take(LETTERS + 1);
                let letters = letters.take_while(|byte| byte.is_ascii_alphabetic()).count();
                // `Rs200` and `USD115` are amounts; `F16` and `x86` are names.
                if letters == 0 || letters <= LETTERS && currencies::before(text, at).is_some() {
                    return Some(Place::Digits(at));
                }
                from = past_name(text.bytes, at);
                beginnings.skip_to(from);
            }
            0xC2 | 0xE2 if numerals::sign(text, at).is_some() => return Some(Place::Digits(at)),
            b'a'..=b'z' | b'A'..=b'Z' if text.is_english() => {
                if let Some(word) = numbers::first_at(text, at)
                    && text.is_edge_before(at)
                    && !text.byte(at + word.len()).is_ascii_digit()
                {
                    return Some(Place::Word(at));
                }
            }
            _ => {}
        }
    }
    None
}

/// The most letters of a currency that stand right before an amount.
const LETTERS: usize = 4;

/// Past the letters and digits of a name, and its decimals and groups: `J1149.5`, `K1,500`.
fn past_name(bytes: &[u8], mut at: usize) -> usize {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let joins = |at: usize| matches!(bytes[at], b'.' | b',') && digit(at - 1) && digit(at + 1);
    while at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || joins(at)) {
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
        if text.byte(end) == b'$' || friends::is_money_word(&word) {
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
