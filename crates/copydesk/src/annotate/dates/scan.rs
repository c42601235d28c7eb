//! Where an expression may stand: a pass over the bytes that looks closer only at words of the right length and first letters, and at digits
//! of certain shapes. The rest of the text costs no more than this pass.

use super::digits;
use super::vocabulary::{Kind, Vocabulary};

/// What a byte is to the pass.
const OTHER: u8 = 0;
const LETTER: u8 = 1;
const DIGIT: u8 = 2;
/// The rest of a letter of two bytes.
const REST: u8 = 4;

static CLASSES: [u8; 256] = {
    let mut classes = [OTHER; 256];
    let mut byte = 0;
    while byte < 256 {
        let b = byte as u8;
        if b.is_ascii_alphabetic() || b >= 0xc3 && b <= 0xc5 {
            classes[byte] = LETTER;
        } else if b.is_ascii_digit() {
            classes[byte] = DIGIT;
        } else if b >= 0x80 && b <= 0xbf {
            classes[byte] = REST;
        }
        byte += 1;
    }
    classes
};

/// The next place, from `from` on, that an expression can be built on, and where it ends.
pub(super) fn next(bytes: &[u8], mut from: usize, vocabulary: &Vocabulary) -> Option<(usize, usize)> {
    while let Some(&byte) = bytes.get(from) {
        match CLASSES[usize::from(byte)] {
            LETTER => {
                let letters =
                    bytes[from..].iter().take_while(|&&byte| CLASSES[usize::from(byte)] & (LETTER | REST) != 0);
                let end = from + letters.count();
                let word = &bytes[from..end];
                let is_anchor = vocabulary.may_anchor(word) && vocabulary.is_anchor(word);
                if is_anchor {
                    return Some((from, end));
                }
                from = end;
                // `Q1`, `FY2010`; the digits of `B12` are no number.
                if bytes.get(from).is_some_and(u8::is_ascii_digit) {
                    let start = end;
                    while bytes.get(from).is_some_and(u8::is_ascii_alphanumeric) {
                        from += 1;
                    }
                    let word = start - end_of_back(bytes, start);
                    if word <= 2 && digits::lettered(bytes, start - word, start).is_some() {
                        return Some((start - word, from));
                    }
                }
            }
            DIGIT => {
                let mut end = from + 1;
                while bytes.get(end).is_some_and(u8::is_ascii_digit) {
                    end += 1;
                }
                if is_shaped(bytes, from, end) {
                    return Some((from, end));
                }
                from = end;
                // What is joined to a number is none: `747s`, `B2B`. But a unit may be: `30min`.
            }
            _ => from += 1,
        }
    }
    None
}

/// Where the letters begin that end at `end`; no more than three are looked at.
fn end_of_back(bytes: &[u8], end: usize) -> usize {
    let mut start = end;
    while start > 0 && end - start < 3 && bytes[start - 1].is_ascii_alphabetic() {
        start -= 1;
    }
    start
}

/// Whether digits have the shape of a year, a time, a decade or a date in numbers.
fn is_shaped(bytes: &[u8], start: usize, end: usize) -> bool {
    let next = |offset: usize| bytes.get(end + offset).copied().unwrap_or(b' ');
    match (end - start, next(0)) {
        (1 | 2, b':') => next(1).is_ascii_digit(),
        (1 | 2, b'/' | b'-' | b'.') if next(1).is_ascii_digit() => {
            matches!(digits::read(bytes, start), Some((_, Kind::Numeric, _))) || is_half(bytes, end)
        }
        (2, b's') if !next(1).is_ascii_alphanumeric() => bytes[start] != b'1',
        // `The 5th`.
        (1 | 2, b's' | b'n' | b'r' | b't') => bytes[..start].ends_with(b"the ") && !next(2).is_ascii_alphanumeric(),
        (1 | 2, _) => is_half(bytes, end),
        (4, _) => bytes[start] <= b'2',
        _ => false,
    }
}

/// `am`, `pm`, `a.m.`, `p. m.` after the number that ends at `end`, minutes and a space allowed between.
fn is_half(bytes: &[u8], mut end: usize) -> bool {
    if bytes.get(end) == Some(&b'.') {
        end += 1;
        while bytes.get(end).is_some_and(u8::is_ascii_digit) {
            end += 1;
        }
    }
    end += usize::from(bytes.get(end) == Some(&b' '));
    let half = matches!(bytes.get(end), Some(b'a' | b'p' | b'A' | b'P'));
    half && match bytes.get(end + 1) {
        Some(b'm' | b'M') => !bytes.get(end + 2).is_some_and(u8::is_ascii_alphabetic),
        Some(b'.') => matches!(bytes.get(end + 2), Some(b'm' | b'M')),
        _ => false,
    }
}
