//! Where an expression may be built. One pass over the bytes looks closer only at words of the right length and first letters, and at
//! digits of certain shapes. The rest of the text costs no more than this pass.

use crate::annotate::beginnings::Walk;

use super::abroad;
use super::digits;
use super::hours;
use super::tokens::word_end;
use super::vocabulary::{Kind, Vocabulary};

/// The next place that an expression can be built on, and where it ends. `from` is where the search began, or was taken up again.
pub(super) fn next(
    bytes: &[u8],
    beginnings: &mut Walk<'_>,
    mut from: usize,
    vocabulary: &Vocabulary,
) -> Option<(usize, usize)> {
    while let Some(at) = beginnings.next() {
        if bytes[at].is_ascii_digit() {
            let found = match letters_before(bytes, from, at) {
                0 => {
                    let end = past(bytes, at, u8::is_ascii_digit);
                    // A number that is joined to letters is none: `747s`, `B2B`. But a unit may follow: `30min`.
                    is_shaped(bytes, at, end).then_some((at, end))
                }
                // `Q1`, `FY2010`. The digits of `B12` are no number.
                _ => {
                    from = past(bytes, at, u8::is_ascii_alphanumeric);
                    beginnings.skip_to(from);
                    let letters = letters_before(bytes, 0, at);
                    let named = letters <= 2 && digits::lettered(bytes, at - letters, at).is_some();
                    named.then_some((at - letters, from))
                }
            };
            if found.is_some() {
                return found;
            }
        } else if !is_inside(bytes, from, at) {
            let end = word_end(bytes, at);
            if vocabulary.is_anchor(&bytes[at..end]) {
                return Some((at, end));
            }
        }
    }
    None
}

fn past(bytes: &[u8], at: usize, is: impl Fn(&u8) -> bool) -> usize {
    at + bytes[at..].iter().take_while(|byte| is(byte)).count()
}

/// How many letters stand right before a number, from `from` on. No more than three are looked at.
fn letters_before(bytes: &[u8], from: usize, at: usize) -> usize {
    bytes[from..at].iter().rev().take(3).take_while(|byte| byte.is_ascii_alphabetic()).count()
}

/// Whether a word goes on here: behind a letter that is not ASCII, or with such a letter behind an ASCII one.
fn is_inside(bytes: &[u8], from: usize, at: usize) -> bool {
    match bytes[from..at] {
        [.., 0xc3..=0xc5, 0x80..=0xbf] => true,
        [.., last] => last.is_ascii_alphabetic() && !bytes[at].is_ascii_alphabetic(),
        [] => false,
    }
}

/// Whether digits have the shape of a year, a time, a decade or a date in numbers.
fn is_shaped(bytes: &[u8], start: usize, end: usize) -> bool {
    let next = |offset: usize| bytes.get(end + offset).copied().unwrap_or(b' ');
    match (end - start, next(0)) {
        (1 | 2, b':') => next(1).is_ascii_digit(),
        (1 | 2, b'/' | b'-' | b'.') if next(1).is_ascii_digit() => {
            matches!(digits::read(bytes, start, false), Some((_, Kind::Numeric, _)))
                || is_half(bytes, end)
                || next(0) == b'.' && hours::follows_cue(bytes, start)
        }
        (1 | 2, b'h') => next(1).is_ascii_digit() || !next(1).is_ascii_alphanumeric(),
        (2, b's') if !next(1).is_ascii_alphanumeric() => bytes[start] != b'1',
        // `The 5th`.
        (1 | 2, b's' | b'n' | b'r' | b't') => bytes[..start].ends_with(b"the ") && !next(2).is_ascii_alphanumeric(),
        // `80er Jahre`, `anos 80`.
        (2, b'e') => ["er Jahre", "er-Jahre"].iter().any(|years| bytes[end..].starts_with(years.as_bytes())),
        (2, _) if bytes[end - 1] == b'0' && abroad::follows_years(bytes, start) => true,
        (1 | 2, _) => is_half(bytes, end),
        (4, _) => bytes[start] <= b'2',
        _ => false,
    }
}

/// Whether `am`, `pm`, `a.m.` or the like follows the number that ends at `end`. Minutes and a space may stand between.
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
