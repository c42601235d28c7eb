//! # missing-space
//!
//! **Sees** a word directly after the comma, closing bracket or closing quotation mark that ends another: `the quay,led by`,
//! `the council (NHC)said`, `“the old yard”is`.
//!
//! **Does**: inserts a space if the document shows three places of this kind, two of them clear. A comma between two words is clear if the
//! second is in lower case, and possible if it is in upper case. A closing bracket is clear after initials or several words. A closing
//! quotation mark is clear if its pair opened on the same line.
//!
//! **Leaves alone**
//!
//! - a full stop (see `lost-break`), and a quotation mark or bracket after one: the end of a paragraph may be lost there;
//! - lists without any space (`a,b,c`);
//! - figures, single letters and chemical names (`N,N-dimethyl`);
//! - `(re)build`, `(s)he`, `(at)`;
//! - datelines (`(ABC)The`);
//! - words with a capital inside; addresses, handles, code.
//!
//! **Evidence**: e-paper text has 179 places in 30 articles. One broadcaster's pages have 231 in 63, after links. In five other English
//! sets, 19 in a thousand articles have one each.

use crate::letters::floor_char_boundary;
use crate::note::NoteKind;

use super::words::{in_code, starts_lower, starts_upper, word_after, word_before};
use super::{Article, Family, Finding, Outcome, Reading, Risk, Rule, RuleKind, Spot, Tally, words};

/// The rule `missing-space`.
pub(crate) static RULE: Rule = Rule {
    name: "missing-space",
    page: include_str!("missing_space.rs"),
    kind: RuleKind::Repair { family: Family::Glued, find, decide },
};

const fn finding(name: &'static str, reading: Reading, replacement: &'static str) -> Finding {
    let message = "a word right behind a mark: a space may be missing";
    Finding { name, reading, replacement, note: NoteKind::AmbiguousSpace, message }
}

static COMMA: Finding = finding("comma", Reading::Clear, ", ");
static NAMES: Finding = finding("names", Reading::Ambiguous, ", ");
static BRACKET: Finding = finding("bracket", Reading::Clear, ") ");
static WORD: Finding = finding("bracket", Reading::Ambiguous, ") ");
static QUOTE: Finding = finding("quote", Reading::Clear, "” ");

/// How far the mark that opens may be from the one that closes.
const REACH: usize = 240;

fn find(article: &Article<'_>, spots: &mut Vec<Spot>) {
    if !article.has_rules() {
        return;
    }
    let text = article.text;
    let bytes = text.as_bytes();
    for at in article.suspects.gaps.iter().map(|&at| at as usize) {
        if at < 2 || !bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let (start, finding) = match bytes[at] {
            b',' => (at, comma(text, at)),
            b')' => (at, bracket(article, at)),
            0x9d if text[..at + 1].ends_with('”') => (at - 2, quote(text, at - 2)),
            _ => continue,
        };
        if let Some(finding) = finding
            && !is_token(text, start, at + 1)
            && !in_code(text, start, at + 1)
        {
            spots.push(Spot { start: start as u32, end: at as u32 + 1, rule: &RULE, finding });
        }
    }
}

/// Whether what stands around the mark without a space is more than two words: an address, a handle, a list.
fn is_token(text: &str, start: usize, end: usize) -> bool {
    const LONGEST: usize = 64;
    let floor = floor_char_boundary(text, start.saturating_sub(LONGEST));
    let ceiling = floor_char_boundary(text, end + LONGEST);
    let before = text[floor..start].rsplit(char::is_whitespace).next().unwrap_or("");
    let after = text[end..ceiling].split(char::is_whitespace).next().unwrap_or("");
    let listed = |token: &str| token.trim_end_matches(|c: char| !c.is_alphanumeric()).contains([',', ';', '|', '=']);
    let address = |token: &str| {
        token.contains(['/', '@', '\\', '_', '#', '<', '>', '&'])
            || token.bytes().zip(token.bytes().skip(1)).any(|(stop, next)| stop == b'.' && next.is_ascii_alphanumeric())
    };
    listed(before) || listed(after) || address(before) || address(after)
}

fn comma(text: &str, at: usize) -> Option<&'static Finding> {
    let (left, right) = (word_before(text, at), word_after(text, at + 1));
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_alphabetic)
            && letters.clone().next().is_some()
            && letters.all(|c| c.is_lowercase() || matches!(c, '-' | '’' | '\''))
    };
    let initials = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
    let whole = |token: &str| word(token) || initials(token);
    let stands = text[..at].ends_with(char::is_alphanumeric)
        && (whole(left) || left.len() > 1 && left.bytes().all(|b| b.is_ascii_digit()) && starts_lower(right));
    if !stands || !(whole(right) || right == "a") {
        return None;
    }
    Some(if starts_lower(right) && (right.len() > 1 || right == "a") { &COMMA } else { &NAMES })
}

fn bracket(article: &Article<'_>, at: usize) -> Option<&'static Finding> {
    let text = article.text;
    let window = &text[floor_char_boundary(text, at.saturating_sub(REACH))..at];
    let open = window.rfind(['(', ')', '\n'])?;
    // A space behind the bracket is `spaced-bracket`'s, and changes nothing here.
    let content = window[open..].strip_prefix('(')?.trim_start_matches(' ');
    let right = word_after(text, at + 1);
    let stands = window[..open].ends_with(' ') && starts_lower(right) && right.len() > 1;
    if !stands || content.is_empty() || content.ends_with(['.', '!', '?']) || content.ends_with(' ') {
        return None;
    }
    let initials = content.len() > 1 && content.chars().all(char::is_uppercase);
    if initials || content.contains(' ') {
        return Some(&BRACKET);
    }
    let link =
        words::SUSPENDING.has(right) || matches!(right, "from" | "is" | "was" | "with" | "in" | "for" | "on" | "by");
    (article.is_english() && content.chars().nth(2).is_some() && content.chars().all(char::is_alphabetic) && link)
        .then_some(&WORD)
}

fn quote(text: &str, at: usize) -> Option<&'static Finding> {
    let window = &text[floor_char_boundary(text, at.saturating_sub(REACH))..at];
    let open = window.rfind(['“', '”', '\n'])?;
    let content = window[open..].strip_prefix('“')?;
    let ends = content.ends_with(|c: char| c.is_alphanumeric() || c == ',');
    let right = word_after(text, at + '”'.len_utf8());
    // `“yard”s`: an ending.
    let word = right.chars().nth(1).is_some() && (starts_lower(right) || content.ends_with(',') && starts_upper(right));
    (ends && word).then_some(&QUOTE)
}

fn decide(spot: &Spot, tally: &Tally) -> Outcome {
    match spot.finding.reading {
        Reading::Clear | Reading::Ambiguous if tally.glued_are_damage() => Outcome::Repair(Risk::Safe),
        Reading::Clear => Outcome::Repair(Risk::Likely),
        _ => Outcome::Repair(Risk::All),
    }
}
