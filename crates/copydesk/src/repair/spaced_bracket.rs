//! # spaced-bracket
//!
//! **Sees** an opening bracket with a space after it, if its closing bracket has none before it:
//! `Shanghai Cooperation Organization ( SCO)`.
//!
//! It also sees the reverse, a space only before the closing bracket: `(the old quay )`.
//!
//! **Does**: removes the space. The asymmetry is the clear sign of damage. An opening bracket is repaired if the document shows three
//! places of the family of spaces after `-` and `(`, counted as in `spaced-hyphen`; otherwise it is left and noted. A closing bracket does
//! not count, because vendors' templates have such. It is closed if the document also has two clear spaces after `-` and `(`, or two before
//! marks (see `spaced-punctuation`).
//!
//! **Leaves alone**
//!
//! - brackets with a space on both sides, which are templates and house style (`( ABC.N )`, `[ The Ledger ]`);
//! - brackets glued to a word (code), and emoticons (`:(`);
//! - brackets that hold a stock ticker, or do not close on the line;
//! - a closing bracket after a ticker, at the end of a vendor's credits (`(Reporting by …`), or after content with double spaces.
//!
//! **Evidence**: in e-paper text, 9 of 10 hits of the asymmetric form were damage. A wire template with symmetric spaces had 975 hits in
//! one export and no damage. The rule runs in the languages that the language gate knows, which all set both brackets tight.

use memchr::memchr2_iter;

use crate::letters::floor_char_boundary;
use crate::note::NoteKind;

use super::words::in_code;
use super::{Article, Family, Finding, Outcome, Reading, Risk, Rule, RuleKind, Spot, Tally};

/// The rule `spaced-bracket`.
pub(crate) static RULE: Rule = Rule {
    name: "spaced-bracket",
    page: include_str!("spaced_bracket.rs"),
    kind: RuleKind::Repair { family: Family::Spaces, find, decide },
};

const fn finding(name: &'static str, reading: Reading, replacement: &'static str, message: &'static str) -> Finding {
    Finding { name, reading, replacement, note: NoteKind::AmbiguousSpace, message }
}

static ROUND: Finding =
    finding("tight-close", Reading::Clear, "(", "a space after an opening bracket that closes tight");
static SQUARE: Finding =
    finding("tight-close", Reading::Clear, "[", "a space after an opening bracket that closes tight");
static CUT: Finding =
    finding("tight-close", Reading::Ambiguous, "(", "a space after an opening bracket that closes in the next block");
static TICKER: Finding = finding("ticker", Reading::Doubtful, "(", "a space before a stock ticker in brackets");
static OPEN: Finding =
    finding("open", Reading::Doubtful, "(", "a space after an opening bracket that does not close nearby");

static CLOSE_ROUND: Finding =
    finding("tight-open", Reading::Style, ")", "a space before a closing bracket that opens tight");
static CLOSE_SQUARE: Finding =
    finding("tight-open", Reading::Style, "]", "a space before a closing bracket that opens tight");

/// How the credits of a news agency begin.
const CREDITS: [&str; 5] = ["Additional", "Compiled by", "Editing by", "Reporting by", "Writing by"];

/// How far the closing bracket may be. Asides in news text are shorter; a longer look would cost time in a text of opening brackets.
const ASIDE: usize = 160;

fn find(article: &Article<'_>, spots: &mut Vec<Spot>) {
    if !article.has_rules() {
        return;
    }
    let bytes = article.text.as_bytes();
    for at in article.suspects.brackets.iter().map(|&at| at as usize) {
        let close = if bytes[at] == b'(' { b')' } else { b']' };
        if let Some(finding) = read(article.text, at, close) {
            spots.push(Spot { start: at as u32, end: at as u32 + 2, rule: &RULE, finding });
        }
    }
    find_closing(article, spots);
}

/// Closing brackets with a space before them. Where one of them has a space behind its opening bracket too, they are a template's.
fn find_closing(article: &Article<'_>, spots: &mut Vec<Spot>) {
    // Nearly all text has no gap at all, and is not read again.
    if article.suspects.gaps.is_empty() {
        return;
    }
    let bytes = article.text.as_bytes();
    let first = spots.len();
    for close in memchr2_iter(b')', b']', bytes).filter(|&close| close > 0 && bytes[close - 1] == b' ') {
        let at = close - 1;
        let (open, finding) = if bytes[close] == b')' { ('(', &CLOSE_ROUND) } else { ('[', &CLOSE_SQUARE) };
        match opening(article.text, at, open) {
            Some(content) if content.starts_with(' ') => {
                spots.truncate(first);
                return;
            }
            Some(content) if closes_tight(article.text, close, content) => {
                spots.push(Spot { start: at as u32, end: at as u32 + 2, rule: &RULE, finding });
            }
            _ => {}
        }
    }
}

/// What stands in the bracket that closes behind the space at `at`, if it opens nearby on its line and behind no word.
fn opening(text: &str, at: usize, open: char) -> Option<&str> {
    let close = if open == '(' { ')' } else { ']' };
    let window = &text[floor_char_boundary(text, at.saturating_sub(ASIDE))..at];
    let start = window.rfind([open, close, '\n'])?;
    let content = window[start..].strip_prefix(open)?;
    let before = &window[..start];
    (before.is_empty() || before.ends_with([' ', '\n', '"', '“'])).then_some(content)
}

/// Whether the closing bracket at `at`, which has a space before it, ends an aside whose opening bracket stands tight.
fn closes_tight(text: &str, at: usize, content: &str) -> bool {
    let last = content.rsplit([' ', ':']).next().unwrap_or(content);
    let ticker = content.contains(':') && !last.chars().any(char::is_lowercase);
    let ends = content.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '!' | '?' | '%' | '"' | '”'));
    let after = &text[at + 1..];
    let next = after.chars().next();
    // A space before the mark behind it as well: the links of a template.
    let apart = after.strip_prefix(' ').is_some_and(|rest| rest.starts_with([',', '.', ';', ':', '!', '?']));
    ends && !ticker
        && content.starts_with(|c: char| !c.is_whitespace())
        && !content.contains("  ")
        && !CREDITS.iter().any(|credit| content.starts_with(credit))
        && !apart
        && next.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | '"' | '”'))
        && !in_code(text, at - 1, at + 1)
}

/// What the bracket at `at` looks like; `None` where it is as it should be.
fn read(text: &str, at: usize, close: u8) -> Option<&'static Finding> {
    let bytes = text.as_bytes();
    let free = at == 0 || matches!(bytes[at - 1], b' ' | b'\t' | b'\n' | b'\r' | b'"') || !bytes[at - 1].is_ascii();
    let next = text[at + 2..].chars().next()?;
    if !free || !(next.is_alphanumeric() || matches!(next, '$' | '£' | '€' | '“' | '‘' | '"')) {
        return None;
    }
    let limit = floor_char_boundary(text, at + 2 + ASIDE);
    let aside = &bytes[at + 2..limit];
    let stop = memchr::memchr2(close, bytes[at], aside);
    let finding = match stop {
        Some(stop) if aside[stop] == close => {
            let content = &text[at + 2..at + 2 + stop];
            // A space before the closing bracket too: a template.
            if content.ends_with(char::is_whitespace) {
                return None;
            }
            // The text of a link, which a template puts there.
            if matches!(content.split(' ').next(), Some("here" | "link" | "HERE")) {
                return None;
            }
            let ticker = content.contains('.')
                && content.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'.');
            match (ticker, close) {
                (true, _) => &TICKER,
                (false, b')') if memchr::memchr(b'\n', content.as_bytes()).is_some() => &CUT,
                (false, b')') => &ROUND,
                (false, _) => &SQUARE,
            }
        }
        _ if close == b')' => &OPEN,
        // Square brackets that stay open are lists of links and editor's marks.
        _ => return None,
    };
    // Asked last: most brackets that are met here are a template's.
    (!in_code(text, at, at + 2)).then_some(finding)
}

fn decide(spot: &Spot, tally: &Tally) -> Outcome {
    match spot.finding.reading {
        Reading::Clear if tally.spaces_are_damage() => Outcome::Repair(Risk::Safe),
        Reading::Ambiguous if tally.spaces_are_damage() && !tally.has_dashes() => Outcome::Repair(Risk::Safe),
        Reading::Clear => Outcome::Repair(Risk::Likely),
        Reading::Style if tally.spaces_vouch() || tally.marks_vouch() => Outcome::Repair(Risk::Safe),
        Reading::Style => Outcome::Repair(Risk::All),
        _ => Outcome::Note,
    }
}
