//! # spaced-apostrophe
//!
//! **Sees** a space before an apostrophe that belongs to the word before it: `the town ’s quay`, `they did n't`, `we 're late`. Links set
//! apart leave it after a name; tokenised text has it everywhere.
//!
//! **Does**: removes the space if the document shows three places of the family of spaces before marks, counted as in `spaced-punctuation`.
//! A free apostrophe after a plural (`the years ' work`) does not count, and is closed only beside clear damage.
//!
//! **Leaves alone** an opening quotation mark (`said 'so'`), `the '90s`, `rock 'n' roll`, `'s-Hertogenbosch`; an `'s` after an article or a
//! preposition; more than one free mark in a line, as they may be a pair of quotation marks; code; every language but English.
//!
//! **Evidence**: one in eight articles of a British paper, each time after the name of a link; 75 % of a tokenised set. Of 1,163 other
//! English articles read, one had it, three times.

use crate::letters::floor_char_boundary;
use crate::note::NoteKind;

use super::words::{has, in_code, word_before};
use super::{Article, Family, Finding, Outcome, Reading, Risk, Rule, RuleKind, Spot, Tally};

/// The rule `spaced-apostrophe`.
pub(crate) static RULE: Rule = Rule {
    name: "spaced-apostrophe",
    page: include_str!("spaced_apostrophe.rs"),
    kind: RuleKind::Repair { family: Family::Marks, find, decide },
};

const fn finding(name: &'static str, reading: Reading, replacement: &'static str) -> Finding {
    let message = "a space before an apostrophe that belongs to the word before it";
    Finding { name, reading, replacement, note: NoteKind::AmbiguousSpace, message }
}

/// By the mark: straight, curly.
static POSSESSIVE: [Finding; 2] =
    [finding("possessive", Reading::Clear, "'"), finding("possessive", Reading::Clear, "’")];
static CONTRACTED: [Finding; 2] =
    [finding("contraction", Reading::Clear, "'"), finding("contraction", Reading::Clear, "’")];
static PLURAL: [Finding; 2] = [finding("plural", Reading::Ambiguous, "'"), finding("plural", Reading::Ambiguous, "’")];
static NEGATED: Finding = finding("contraction", Reading::Clear, "n");

/// Before `n’t`. `can’t` and `won’t` are cut in front of their second n.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "ai", "are", "ca", "could", "did", "do", "does", "had", "has", "have", "is", "must", "need", "should", "was", "were", "wo",
    "would",
];

/// Before `’re`, `’ve`, `’ll`, `’d`, `’m`.
const PRONOUNS: &[&str] =
    &["he", "here", "how", "i", "it", "she", "that", "there", "they", "we", "what", "where", "who", "you"];

/// Behind these an `’s` is the start of a word.
const OPEN: &[&str] = &["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

/// How far the line is looked at for another free mark.
const REACH: usize = 240;

fn find(article: &Article<'_>, spots: &mut Vec<Spot>) {
    if !article.is_english() || article.suspects.gaps.is_empty() {
        return;
    }
    let text = article.text;
    let bytes = text.as_bytes();
    let before = |at: usize| at > 1 && bytes[at - 1] == b' ';
    for at in article.suspects.gaps.iter().map(|&at| at as usize).filter(|&at| before(at)) {
        let (mark, curly) = match bytes[at..] {
            [b'\'', ..] => ("'", 0),
            [0xe2, 0x80, 0x99, ..] => ("’", 1),
            _ => continue,
        };
        if let Some(findings) = read(text, at, mark) {
            let end = (at + mark.len()) as u32;
            spots.push(Spot { start: at as u32 - 1, end, rule: &RULE, finding: &findings[curly] });
        }
    }
    for &at in &article.suspects.cut {
        let cut = &text[at as usize..];
        let Some(rest) = cut.strip_prefix(" n't").or_else(|| cut.strip_prefix(" n’t")) else { continue };
        if !rest.starts_with(char::is_alphanumeric) && has(VERBS, word_before(text, at as usize)) {
            spots.push(Spot { start: at, end: at + 2, rule: &RULE, finding: &NEGATED });
        }
    }
}

/// What the apostrophe at `at` looks like, which has a space before it.
fn read(text: &str, at: usize, mark: &str) -> Option<&'static [Finding; 2]> {
    let last = word_before(text, at - 1);
    let after = &text[at + mark.len()..];
    let letters = after.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (ending, rest) = after.split_at(letters);
    let ends = rest
        .chars()
        .next()
        .is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '?' | '!' | ')' | '"' | '”'));
    if last.is_empty() || !ends || in_code(text, at - 1, at + mark.len()) {
        return None;
    }
    match ending {
        "s" if !has(OPEN, last) && !last.ends_with(['\'', '’']) => Some(&POSSESSIVE),
        "re" | "ve" | "ll" | "d" | "m" if has(PRONOUNS, last) => Some(&CONTRACTED),
        "" if last.ends_with('s') && goes_on(rest) && is_alone(text, at, mark) => Some(&PLURAL),
        _ => None,
    }
}

/// A noun follows, as far as its first letter shows.
fn goes_on(rest: &str) -> bool {
    rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))
}

/// Whether no other mark in the line may be the other half of a pair.
fn is_alone(text: &str, at: usize, mark: &str) -> bool {
    let window = |start: usize, end: usize| &text[floor_char_boundary(text, start)..floor_char_boundary(text, end)];
    let before = window(at.saturating_sub(REACH), at);
    let before = before.rsplit('\n').next().unwrap_or(before);
    let after = window(at + mark.len(), at + mark.len() + REACH);
    let after = after.split('\n').next().unwrap_or(after);
    // An apostrophe between letters is none, and neither is one that will be: what becomes of it must not change the reading here.
    let free = |text: &str| {
        text.match_indices(['\'', '’', '‘']).any(|(at, mark)| {
            let rest = &text[at + mark.len()..];
            let ending = &rest[..rest.bytes().take_while(u8::is_ascii_alphabetic).count()];
            let inside = text[..at].ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
            let cut = text[..at].ends_with(' ') && matches!(ending, "s" | "re" | "ve" | "ll" | "d" | "m");
            !inside && !cut
        })
    };
    !free(before) && !free(after)
}

fn decide(spot: &Spot, tally: &Tally) -> Outcome {
    match spot.finding.reading {
        Reading::Clear | Reading::Ambiguous if tally.marks_are_damage() => Outcome::Repair(Risk::Safe),
        Reading::Clear => Outcome::Repair(Risk::Likely),
        _ => Outcome::Repair(Risk::All),
    }
}
