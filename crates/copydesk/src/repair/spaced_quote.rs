//! # spaced-quote
//!
//! **Sees** a space inside quotation marks: `he said " it is late " and left`, `the “ old ” quay`.
//!
//! **Does**: removes the space if the document shows three places of the family of spaces before marks, counted as in `spaced-punctuation`.
//! A curly mark shows its side, so a space on its inner side is clear. Straight marks are counted along the line. Their number must be
//! even; the first of each pair must look like an opening mark or like nothing, the second like a closing mark or like nothing. A pair with
//! spaces on both inner sides is clear. A pair with one needs others, and without them is not even noted.
//!
//! **Leaves alone** any line where the pairing is in doubt; two spaces, or nothing between the marks, where the quoted words may be lost;
//! inches (`a 12 " pipe`); guillemets; code; doubled single marks; every language but English, Portuguese, Spanish and Dutch. French sets
//! its marks with spaces, and in German `“` closes.
//!
//! **Evidence**: 23 % of a set of Portuguese articles have it, most of them one pair. The English sets have ten places in two thousand
//! articles, half of them with a missing mark.

use crate::language::Language;
use crate::note::NoteKind;

use super::words::in_code;
use super::{Article, Family, Finding, Outcome, Reading, Risk, Rule, RuleKind, Spot, Tally};

/// The rule `spaced-quote`.
pub(crate) static RULE: Rule = Rule {
    name: "spaced-quote",
    page: include_str!("spaced_quote.rs"),
    kind: RuleKind::Repair { family: Family::Marks, find, decide },
};

const fn finding(reading: Reading, replacement: &'static str) -> Finding {
    let message = "a space on the inner side of a quotation mark";
    Finding { name: "inner-side", reading, replacement, note: NoteKind::AmbiguousSpace, message }
}

static OPENING: Finding = finding(Reading::Clear, "“");
static CLOSING: Finding = finding(Reading::Clear, "”");
static PAIR: Finding = finding(Reading::Clear, "\"");
static HALF: Finding = finding(Reading::Ambiguous, "\"");

fn find(article: &Article<'_>, spots: &mut Vec<Spot>) {
    use Language::{Dutch, English, Portuguese, Spanish};
    if !matches!(article.language, Some(English | Portuguese | Spanish | Dutch)) {
        return;
    }
    let text = article.text;
    let bytes = text.as_bytes();
    let mut straight_to = 0;
    for at in article.suspects.gaps.iter().map(|&at| at as usize) {
        match bytes[at..] {
            // The last byte of `“`.
            [0x9c, b' ', ..]
                if at >= 2
                    && bytes[at - 2..at] == [0xe2, 0x80]
                    && is_word_at(&text[at + 2..])
                    && closes(&text[at + 2..]) =>
            {
                spots.push(Spot { start: at as u32 - 2, end: at as u32 + 2, rule: &RULE, finding: &OPENING });
            }
            [0xe2, 0x80, 0x9d, ..]
                if at > 1
                    && bytes[at - 1] == b' '
                    && is_end_at(&text[..at - 1])
                    && is_free(&text[at + 3..])
                    && opens(&text[..at - 1]) =>
            {
                spots.push(Spot { start: at as u32 - 1, end: at as u32 + 3, rule: &RULE, finding: &CLOSING });
            }
            [b'"', ..] if at >= straight_to => straight_to = read_line(text, at, spots),
            _ => {}
        }
    }
}

/// Whether a word begins here.
fn is_word_at(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric)
}

/// Whether what can be quoted ends here.
fn is_end_at(text: &str) -> bool {
    text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '!' | '?' | '…' | ')' | '%'))
}

/// Whether no word begins right behind the mark.
fn is_free(after: &str) -> bool {
    !after.starts_with(char::is_alphanumeric)
}

/// How far the other mark of a pair may be.
const REACH: usize = 512;

/// Whether a quotation that begins here is closed on its line before another one opens.
fn closes(text: &str) -> bool {
    let next = text.char_indices().take(REACH).map(|(_, c)| c).find(|c| matches!(c, '“' | '”' | '\n'));
    next == Some('”')
}

/// Whether a quotation that ends here was opened on its line.
fn opens(text: &str) -> bool {
    let last = text.chars().rev().take(REACH).find(|c| matches!(c, '“' | '”' | '\n'));
    last == Some('“')
}

/// Reads the straight marks of the line around `at`, and says where the line ends.
fn read_line(text: &str, at: usize, spots: &mut Vec<Spot>) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    let line = &text[start..end];
    let first = spots.len();
    let mut opened = None;
    for mark in memchr::memchr_iter(b'"', line.as_bytes()) {
        let (before, after) = (&line[..mark], &line[mark + 1..]);
        let tight_before = before
            .ends_with(|c: char| !c.is_whitespace() && !matches!(c, '(' | '[' | '—' | '–' | '‘' | '“' | '-' | '/'));
        let tight_after = after.starts_with(|c: char| {
            !c.is_whitespace() && !matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '—' | '–')
        });
        // An inch, or a second.
        let measure = before.trim_end_matches(' ').ends_with(|c: char| c.is_ascii_digit()) && opened.is_none();
        let wrong_side = match opened {
            None => tight_before,
            Some(_) => tight_after,
        };
        if wrong_side || measure || line.len() > 128 * REACH {
            spots.truncate(first);
            return end;
        }
        let Some(open) = opened.replace(mark) else { continue };
        opened = None;
        pair(line, start, (open, mark), spots);
    }
    if opened.is_some() || spots.len() > first && in_code(text, at, at + 1) {
        spots.truncate(first);
    }
    end
}

/// The spaces inside a pair of straight marks.
fn pair(line: &str, start: usize, (open, close): (usize, usize), spots: &mut Vec<Spot>) {
    let content = &line[open + 1..close];
    let after_open = content.strip_prefix(' ').is_some_and(is_word_at);
    let before_close = content.strip_suffix(' ').is_some_and(is_end_at);
    let finding = if after_open && before_close { &PAIR } else { &HALF };
    let spot = |at: usize| Spot { start: at as u32, end: at as u32 + 2, rule: &RULE, finding };
    if after_open {
        spots.push(spot(start + open));
    }
    // One letter between two spaces is one spot's space on either side.
    if before_close {
        spots.push(spot(start + close - 1));
    }
}

fn decide(spot: &Spot, tally: &Tally) -> Outcome {
    match spot.finding.reading {
        Reading::Clear | Reading::Ambiguous if tally.marks_are_damage() => Outcome::Repair(Risk::Safe),
        Reading::Clear => Outcome::Repair(Risk::Likely),
        _ => Outcome::Leave,
    }
}
