//! Whether what happens at a bare weekday or month has happened or is to come: by the nearest word that says so.

use crate::keys::{Words, one_of, words};

use super::tokens::{word_before, word_end};
use crate::language::Language;

/// Before the article's date, or after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
}

/// How far is looked for a word that says so, in bytes: before the expression, and after it.
const BACK: usize = 120;
const ON: usize = 80;

/// Words of what is to come.
#[rustfmt::skip]
static FUTURE: Words<()> = words!(64, [
    "will",
    "would",
    "shall",
    "scheduled",
    "slated",
    "planned",
    "plans",
    "planning",
    "upcoming",
    "hopes",
    "intends",
    "ahead",
    "until",
    "expects",
]);

/// Verbs whose past tense does not end in `ed`.
#[rustfmt::skip]
static PAST: Words<()> = words!(256, [
    "was", "were", "had", "said", "did", "told", "made", "came", "went", "took", "began", "fell", "rose", "held",
    "met", "lost", "left", "got", "gave", "found", "saw", "led", "sent", "spoke", "wrote", "struck", "became", "ran",
    "paid", "sold", "bought", "kept", "brought", "broke", "drew", "grew", "knew", "stood", "sat", "shot", "built",
    "heard", "hit", "hung", "laid", "lay", "meant", "put", "quit", "since", "sank", "slid", "sought", "spent", "swept",
    "thought", "threw", "tore", "wore", "woke", "felt", "flew", "fought", "drove", "died", "chose", "caught", "beat",
    "been", "cut", "dropped",
]);

/// Verbs of the past that, with `to` and another verb behind them, tell of what is to come: `agreed to meet in December`.
#[rustfmt::skip]
static INTENT: Words<()> = words!(64, [
    "agreed", "asked", "decided", "invited", "ordered", "planned", "pledged", "promised", "told", "urged", "vowed",
]);

/// What ends like one and is none.
#[rustfmt::skip]
static NO_PAST: Words<()> = words!(64, [
    "bleed", "breed", "creed", "exceed", "feed", "greed", "indeed", "need", "proceed", "seed", "speed", "succeed",
    "weed", "united",
]);

/// The direction that the words around `start..end` give. The nearest before it in the sentence decides, else the nearest after it.
pub(super) fn direction(content: &str, start: usize, end: usize, language: Option<Language>) -> Option<Direction> {
    if language != Some(Language::English) {
        return None;
    }
    let bytes = content.as_bytes();
    let mut at = start;
    while at > 0 && start - at < BACK {
        let last = at;
        while at > 0 && start - at < BACK && bytes[at - 1].is_ascii_alphabetic() {
            at -= 1;
        }
        if at == last {
            if ends_sentence(bytes, at - 1) {
                break;
            }
            at -= 1;
        } else if let Some(direction) = of_word(&content[at..last], &bytes[..at], &bytes[last..]) {
            return Some(direction);
        }
    }
    // `Before the end of May` is more often to come than what the next verb says of another thing.
    if one_of!(word_before(content, start), ["by", "before", "until", "till"]) {
        return None;
    }
    let mut at = end;
    while at < bytes.len() && at < end + ON {
        let next = word_end(bytes, at);
        if next == at {
            if ends_sentence(bytes, at) {
                break;
            }
            at += 1;
            continue;
        }
        if let Some(direction) = content.get(at..next).and_then(|word| of_word(word, &bytes[..at], &bytes[next..])) {
            return Some(direction);
        }
        at = next;
    }
    None
}

fn ends_sentence(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'!' | b'?' | b';' => true,
        b'.' => bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace) && at > 2 && bytes[at - 2].is_ascii_alphabetic(),
        b'\n' => bytes.get(at + 1).is_some_and(|&byte| matches!(byte, b'\n' | b'\r')),
        _ => false,
    }
}

fn of_word(word: &str, before: &[u8], after: &[u8]) -> Option<Direction> {
    match word {
        // `Expected to open`, but `more than expected`; `due on Monday`, but `due to`; `won't`.
        "expected" => return after.starts_with(b" to ").then_some(Direction::Future),
        "due" => return (!after.starts_with(b" to ")).then_some(Direction::Future),
        "won" if after.starts_with(b"'t") || after.starts_with("’t".as_bytes()) => return Some(Direction::Future),
        "won" => return Some(Direction::Past),
        _ => {}
    }
    if FUTURE.has(word) || INTENT.has(word) && after.starts_with(b" to ") {
        return Some(Direction::Future);
    }
    let past = word.len() > 3
        && word.ends_with("ed")
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && !NO_PAST.has(word);
    // `Will be required`, `to be held`.
    if (past || word == "held") && before.ends_with(b" be ") {
        return Some(Direction::Future);
    }
    (past || PAST.has(word)).then_some(Direction::Past)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, word: &str) -> Option<Direction> {
        let start = text.find(word).unwrap();
        direction(text, start, start + word.len(), Some(Language::English))
    }

    #[test]
    fn the_nearest_word_decides() {
        assert_eq!(of("The mayor said on Monday it will snow.", "Monday"), Some(Direction::Past));
        assert_eq!(of("The mayor said the ferry will sail on Monday.", "Monday"), Some(Direction::Future));
        assert_eq!(of("On Monday the harbour closed.", "Monday"), Some(Direction::Past));
        assert_eq!(of("It rained. Monday is dry.", "Monday"), None);
        assert_eq!(of("The two agreed to meet in December.", "December"), Some(Direction::Future));
        assert_eq!(of("The two agreed in December.", "December"), Some(Direction::Past));
    }
}
