//! # drop-cap
//!
//! **Sees** the large first letter of an article apart from its word: `W E have long waited`, or on its own line above the rest,
//! `T ⏎ hat India is not averse`.
//!
//! **Does**: joins the letter to its word. An article has only one such letter, so nothing else in the document can confirm it: the repair
//! is `likely`, and at `safe` the place is noted (`split-word`). The line must be running text, and the join needs proof. Either letter and
//! rest together are a common English word and the rest alone is not, or together they are a word that sentences begin with and the letter
//! is not a word itself.
//!
//! **Leaves alone** an article or a pronoun before a word in capitals (`A US official`, `A MAN was shot`, `I URGE`, `O PMDB tem`,
//! `Y DC Comics`); initials (`A S Byatt`); a letter that marks an item or an answer; every language but English.
//!
//! **Evidence**: of 190 lines that begin with one capital, a space and a word in capitals, none was a drop cap.

use crate::note::NoteKind;

use super::halves::{is_known, joined_is_known};
use super::words::{self, starts_lower};
use super::{Article, Family, Finding, Outcome, Reading, Risk, Rule, RuleKind, Spot, Tally};

/// The rule `drop-cap`.
pub(crate) static RULE: Rule = Rule {
    name: "drop-cap",
    page: include_str!("drop_cap.rs"),
    kind: RuleKind::Repair { family: Family::Breaks, find, decide },
};

static DROPPED: Finding = Finding {
    name: "one-word",
    reading: Reading::Style,
    replacement: "",
    note: NoteKind::SplitWord,
    message: "a first letter apart from its word",
};

/// The shortest line that is running text, in bytes.
const RUNNING: usize = 40;

fn find(article: &Article<'_>, spots: &mut Vec<Spot>) {
    if !article.is_english() {
        return;
    }
    let bytes = article.text.as_bytes();
    for (number, range) in article.lines.filled(article.text) {
        let (start, end) = (range.start, range.end);
        let [first, second, ..] = bytes[start..] else { continue };
        if !first.is_ascii_uppercase() || !matches!(second, b' ' | b'\n' | b'\r') {
            continue;
        }
        let alone = article.text[start + 1..end].trim().is_empty();
        let (rest, line_end) =
            if alone { (end, article.lines.range(article.text, number + 1).end) } else { (start + 2, end) };
        let read: fn(&str, &str) -> bool = if alone { is_above } else { is_beside };
        if line_end.saturating_sub(rest) >= RUNNING && read(&article.text[start..=start], &article.text[rest..line_end])
        {
            spots.push(Spot { start: start as u32 + 1, end: rest as u32, rule: &RULE, finding: &DROPPED });
        }
    }
}

fn decide(_spot: &Spot, _tally: &Tally) -> Outcome {
    Outcome::Repair(Risk::Likely)
}

/// `W E have long waited`: the rest is in capitals, on the same line.
fn is_beside(letter: &str, rest: &str) -> bool {
    /// Words of two letters that no initials are.
    const SHORT: [(&str, &str); 7] =
        [("W", "E"), ("H", "E"), ("M", "Y"), ("B", "Y"), ("I", "N"), ("O", "N"), ("S", "O")];
    let word = words::word_after(rest, 0);
    let shouted = word.bytes().all(|byte| byte.is_ascii_uppercase());
    let Some(after) = rest[word.len()..].strip_prefix(' ').filter(|_| shouted && !word.is_empty()) else {
        return false;
    };
    let running = after.split(' ').any(starts_lower);
    match word.len() {
        1 => SHORT.contains(&(letter, word)) && starts_lower(after),
        _ => running && is_one_word(letter, word),
    }
}

/// `T ⏎ hat India is not averse`: the rest is on the next line.
fn is_above(letter: &str, rest: &str) -> bool {
    let word = words::word_after(rest, 0);
    let running = rest[word.len()..].starts_with([' ', ',']) && rest.trim_end().contains(' ');
    let plain = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
    running && plain && is_one_word(letter, word)
}

/// Whether letter and rest are one word and not two.
fn is_one_word(letter: &str, rest: &str) -> bool {
    let article = matches!(letter, "A" | "I" | "O");
    if !joined_is_known(letter, rest) {
        return false;
    }
    if is_known(rest) {
        // `T HE`, `W HEN`: the rest is a word too, but the letter is none.
        let mut joined = [0; 16];
        let len = 1 + rest.len();
        return !article && len <= joined.len() && {
            joined[0] = letter.as_bytes()[0];
            joined[1..len].copy_from_slice(rest.as_bytes());
            std::str::from_utf8(&joined[..len]).is_ok_and(|joined| words::CLAUSE_STARTS.has(joined))
        };
    }
    !article || rest.len() > 2
}
