//! What can be a short form, and whether a human reader would read it that way.

use super::align::{self, Reading};
use super::parts::is_small;

/// The longest short form, in bytes.
pub(super) const LONGEST: usize = 12;

/// Whether this has the shape of a short form: one word or two, with a letter.
pub(super) fn is_short(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len())
        && text.chars().next().is_some_and(char::is_alphanumeric)
        && text.chars().any(char::is_alphabetic)
        && text.split_ascii_whitespace().count() <= 2
        && !text.contains([':', '(', '\n'])
        && !is_instrument(text)
}

/// The code of a share (`F.N`, `BMWG.DE`): a stop, and the letters of an exchange behind it. Initials have a stop after the last letter too.
fn is_instrument(text: &str) -> bool {
    let Some((code, exchange)) = text.rsplit_once('.') else { return false };
    (1..=2).contains(&exchange.len())
        && exchange.bytes().all(|byte| byte.is_ascii_uppercase())
        && code.bytes().last().is_some_and(|byte| byte.is_ascii_alphanumeric())
}

/// The capitals of a short form.
pub(super) fn capitals(text: &str) -> usize {
    text.chars().filter(|c| c.is_uppercase()).count()
}

/// Whether an occurrence of a word elsewhere is certain to be a use: with two capitals, or a capital and a number. A single letter or an
/// ordinary word is not.
pub(super) fn is_telling(text: &str) -> bool {
    capitals(text) >= 2 || capitals(text) == 1 && text.bytes().any(|byte| byte.is_ascii_digit())
}

/// How sure a definition's form is: what a reading of it may cost, in hundredths of what it may in brackets behind the long form.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// `Norhaven Harbour Board (NHB)`.
    Behind,
    /// `NHB (Norhaven Harbour Board)`, `NHB = Norhaven Harbour Board`.
    Before,
    /// `the Norhaven Harbour Board, or NHB,`.
    Beside,
}

impl Form {
    fn share(self) -> i32 {
        match self {
            Self::Behind => 100,
            Self::Before => 75,
            Self::Beside => 40,
        }
    }
}

/// What a reading costs at most, for each letter, where the short form has no capital but its first: `aa` for `amino acid`, but no
/// `left` for anything.
const PLAIN: i32 = 25;

/// The most letters of one. `[Norhaven’s]` is a word that somebody put in.
const PLAIN_LETTERS: usize = 4;

/// Whether it is a word that nothing can define, however it is read: in small letters but for the first.
pub(super) fn is_plain_word(short: &str) -> bool {
    is_plain(short) && is_word(short) && short.chars().filter(|c| c.is_alphanumeric()).count() > 1
}

/// Whether it has no capital and no digit behind the first letter.
fn is_plain(short: &str) -> bool {
    !short.chars().skip(1).any(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether it is a word like others.
fn is_word(short: &str) -> bool {
    short.chars().count() > PLAIN_LETTERS && short.chars().all(|c| c.is_alphabetic() || c == '\'' || c == '’')
}

/// Whether the reading of `short` as `long` is a definition.
pub(super) fn defines(short: &str, long: &str, reading: Reading, form: Form) -> bool {
    let letters = short.chars().filter(|c| c.is_alphanumeric()).count();
    if long.len() <= short.len() || is_party(short) && !long.starts_with(short.get(..3).unwrap_or(short)) {
        return false;
    }
    let words = long.split_ascii_whitespace();
    if words.clone().count() > (letters + 5).min(2 * letters) {
        return false;
    }
    if is_instrument(long) {
        return false;
    }
    // A long form that has the short one in it as a word is no explanation.
    let word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    if long.split(|c| !word(c)).any(|known| known == short) || short.contains(' ') && long.contains(short) {
        return false;
    }
    if is_person(long) {
        return false;
    }
    if letters == 1 {
        let lower = long.bytes().all(|byte| byte.is_ascii_lowercase());
        return capitals(short) == 1 && lower && long.len() >= SINGLE && reading.cost == 0;
    }
    if is_plain(short) && (is_word(short) || is_function_word(short) || reading.cost > PLAIN * letters as i32) {
        return false;
    }
    reading.cost <= align::limit(letters) * form.share() / 100
}

/// The shortest word that a single letter stands for.
const SINGLE: usize = 6;

/// A title in small letters and names behind it: `minister Dora Moor (DEM)` has a party in the brackets.
fn is_person(long: &str) -> bool {
    let mut words = long.split_ascii_whitespace();
    let title = words.next().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_lowercase()));
    title && words.clone().count() >= 2 && words.all(|word| word.starts_with(char::is_uppercase))
}

/// A party and a state, or the beginning of one: `R-Ohio`, `D-Calif.`
fn is_party(short: &str) -> bool {
    matches!(short.as_bytes(), [b'R' | b'D' | b'I', b'-', first, second, ..] if first.is_ascii_uppercase() && second.is_ascii_lowercase())
}

/// Whether it is a small word, however it is written.
fn is_function_word(short: &str) -> bool {
    let mut lower = [0; LONGEST];
    let Some(lower) = lower.get_mut(..short.len()) else { return false };
    lower.copy_from_slice(short.as_bytes());
    lower.make_ascii_lowercase();
    is_small(lower) || WORDS.binary_search_by(|word| word.as_bytes().cmp(lower)).is_ok()
}

/// Small words that stand in brackets and are no short form, beside those that names are made with; sorted.
const WORDS: &[&str] = &[
    "are", "be", "but", "he", "her", "his", "i", "if", "is", "it", "its", "me", "my", "no", "not", "she", "sic", "so",
    "up", "us", "was", "we",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_shares_and_words_are_no_short_forms() {
        assert!(WORDS.windows(2).all(|pair| pair[0] < pair[1]));
        for short in ["NHB", "N.H.B.", "NH&B", "UN-Women", "aa", "G20", "WP.29"] {
            assert!(is_short(short), "{short}");
        }
        for other in ["N.L", "NHBG.DE", "005930.KS", "2024", "", "-", "NYSE: N", "the whole board", "Norhavenharbour"] {
            assert!(!is_short(other), "{other}");
        }
    }
}
