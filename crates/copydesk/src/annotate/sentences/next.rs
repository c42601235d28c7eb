//! What follows a mark: how the next word begins, and what opens it.

use memchr::memchr2;

use crate::letters::{RUN, leading_run};

/// The longest word that is looked at.
const LONGEST: usize = 40;

/// What opens what comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opener {
    None,
    Quote,
    Bracket,
    Dash,
    /// A bullet, an asterisk, a currency sign, a handle.
    Sign,
}

/// How the first character behind it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    Upper,
    Lower,
    Digit,
    /// A letter of a script that has one case.
    Caseless,
    None,
}

/// What comes next.
#[derive(Clone, Copy, Debug)]
pub(super) struct Next<'t> {
    pub(super) opener: Opener,
    /// Where they stand.
    pub(super) start: usize,
    pub(super) letter: Letter,
    /// The letters that stand together there.
    pub(super) word: &'t str,
    /// What stands behind them.
    pub(super) rest: &'t str,
}

/// How far a bracket may close that stands inside a sentence.
const ASIDE: usize = 200;

/// How many marks may open a sentence.
const OPENERS: usize = 6;

impl<'t> Next<'t> {
    pub(super) fn at(content: &'t str, at: usize) -> Self {
        let mut rest = &content[at..];
        let length = leading_run(rest.as_bytes());
        // Most are a word of ASCII letters.
        if (1..RUN).contains(&length) && rest.as_bytes().get(length).is_none_or(u8::is_ascii) {
            let (word, rest) = rest.split_at(length);
            let letter = if word.as_bytes()[0].is_ascii_uppercase() { Letter::Upper } else { Letter::Lower };
            return Self { opener: Opener::None, start: at, letter, word, rest };
        }
        let mut opener = Opener::None;
        for _ in 0..OPENERS {
            let Some(c) = rest.chars().next() else { break };
            let found = match c {
                // An arrow.
                '»' if rest['»'.len_utf8()..].starts_with(' ') => Opener::Sign,
                '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' | '‹' | '›' | '`' | '「' | '『' => {
                    Opener::Quote
                }
                // `,,Niemand`
                ',' if rest.starts_with(",,")
                    || opener == Opener::Quote && content[..content.len() - rest.len()].ends_with(',') =>
                {
                    Opener::Quote
                }
                '(' | '[' | '{' => Opener::Bracket,
                '-' | '–' | '—' => Opener::Dash,
                '*' | '#' | '@' | '$' | '£' | '€' | '•' | '¿' | '¡' | '<' | '>' | '_' | '…' | '.' | '~' | '=' | '+'
                | '&' | '/' | '|' => Opener::Sign,
                ' ' if opener == Opener::Dash => opener,
                ' ' | '\u{a0}' | '\u{202f}' if content[..content.len() - rest.len()].ends_with(['“', '«']) => opener,
                _ if !c.is_ascii() && !c.is_alphanumeric() && !c.is_whitespace() => Opener::Sign,
                _ => break,
            };
            if !matches!(opener, Opener::Quote | Opener::Bracket) {
                opener = found;
            }
            rest = &rest[c.len_utf8()..];
        }
        let start = content.len() - rest.len();
        let (word, rest) = rest.split_at(letters(rest));
        let letter = match word.chars().next().or_else(|| rest.chars().next()) {
            Some(c) if c.is_uppercase() => Letter::Upper,
            Some(c) if c.is_lowercase() => Letter::Lower,
            Some(c) if c.is_numeric() => Letter::Digit,
            Some(c) if c.is_alphabetic() => Letter::Caseless,
            _ => Letter::None,
        };
        Self { opener, start, letter, word, rest }
    }

    /// Whether it is the mark of an item: `(b)`, `(iii)`.
    pub(super) fn is_marker(&self) -> bool {
        let roman = || self.word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
        self.opener == Opener::Bracket
            && self.rest.starts_with(')')
            && (self.word.len() == 1 || self.word.len() <= 4 && roman())
    }

    /// Whether it is a bracket inside the sentence: `the musical Viva! (2004), and`.
    pub(super) fn is_aside(&self) -> bool {
        if self.opener != Opener::Bracket {
            return false;
        }
        let reach = self.rest.as_bytes();
        let Some(close) = memchr2(b')', b']', &reach[..reach.len().min(ASIDE)]) else { return false };
        let ended = close > 0 && matches!(reach[close - 1], b'.' | b'?' | b'!');
        let behind = self.rest[close + 1..].trim_start().chars().next();
        // `[W]e asked`
        let letter = close <= 1 && self.rest[close + 1..].starts_with(char::is_alphabetic);
        !ended && !letter && behind.is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ';'))
    }

    /// Whether it is a whole word in the form of one that begins a sentence: `The`, `I`.
    pub(super) fn is_word(&self) -> bool {
        let mut letters = self.word.chars();
        let form = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
        let whole = self.word.len() > 1 || matches!(self.word, "I" | "A");
        let ends = self.rest.chars().next().is_none_or(|c| matches!(c, ' ' | ',' | '\'' | '’'));
        form && whole && (ends || self.rest.starts_with(". "))
    }

    /// Whether its first letter is small and another is not: `iPhone`.
    pub(super) fn is_brand(&self) -> bool {
        self.letter == Letter::Lower && self.word.chars().skip(1).take(5).any(char::is_uppercase)
    }
}

/// How many bytes of letters stand first.
fn letters(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len().min(LONGEST) {
        if bytes[at].is_ascii_alphabetic() {
            at += 1;
        } else if bytes[at] < 0x80 {
            break;
        } else {
            match text[at..].chars().next() {
                Some(c) if c.is_alphabetic() => at += c.len_utf8(),
                _ => break,
            }
        }
    }
    at
}
