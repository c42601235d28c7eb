//! # spaced-digits
//!
//! **Sees** a space inside a number, after the comma or point that groups or divides it: `for £30, 000`, `R$ 2, 5 milhões`,
//! `Rs 1. 55 crore`, `1,55, 280 quintals`, `on Feb 26, 2 009`.
//!
//! **Does**: removes the space if the document shows three places of this kind, or clear damage of the families of spaces after or before
//! marks. Clear cases are:
//!
//! - a currency sign, and a last group that begins no number (`000`), or that another group or the end of the clause follows;
//! - a currency sign, one or two decimals and a magnitude word, in languages that write decimals so;
//! - a number in Indian grouping that is incomplete without what follows;
//! - a month, a day, and a year cut after its first digit.
//!
//! Without a sign, a magnitude word makes the place possible: it is closed only beside three.
//!
//! **Leaves alone** a figure that a noun follows (`it costs $2. 5 million people pay it`), unless its zeros show that it is not a number of
//! its own; every language but English and Portuguese; and everything else: dates and years (`October 7, 203 people`; `In 2008, 1,385`),
//! ages, scores, prices and pieces in a list (`R$ 30, 6 unid.`), sections, addresses, telephone numbers, groups that a language separates
//! by a space (`2 000`).
//!
//! **Evidence**: of 27 to 100 hits of a digit, a comma, a space and a digit in each of eight English sets, two were damage. In Portuguese
//! articles, all 35 with a currency sign and a magnitude word were. Without the word, only `00` was.

use crate::language::Language;
use crate::note::NoteKind;

use super::words::{self, in_address, in_code, starts_lower, word_after, word_before};
use super::{Article, Family, Finding, Outcome, Reading, Risk, Rule, RuleKind, Spot, Tally};

/// The rule `spaced-digits`.
pub(crate) static RULE: Rule = Rule {
    name: "spaced-digits",
    page: include_str!("spaced_digits.rs"),
    kind: RuleKind::Repair { family: Family::Digits, find, decide },
};

const fn finding(name: &'static str, reading: Reading, replacement: &'static str) -> Finding {
    let message = "a space inside what may be one number";
    Finding { name, reading, replacement, note: NoteKind::AmbiguousSpace, message }
}

static GROUP: Finding = finding("group", Reading::Clear, ",");
static MAYBE_GROUP: Finding = finding("group", Reading::Ambiguous, ",");
static DECIMAL: Finding = finding("decimal", Reading::Clear, ",");
static MAYBE_DECIMAL: Finding = finding("decimal", Reading::Ambiguous, ",");
static POINT: Finding = finding("decimal", Reading::Clear, ".");
static YEAR: Finding = finding("year", Reading::Clear, "2");

/// The longest number that is read.
const LONGEST: usize = 24;

fn find(article: &Article<'_>, spots: &mut Vec<Spot>) {
    use Language::{English, Portuguese};
    if !matches!(article.language, Some(English | Portuguese)) {
        return;
    }
    let text = article.text;
    let bytes = text.as_bytes();
    for at in article.suspects.gaps.iter().map(|&at| at as usize) {
        if !matches!(bytes[at], b',' | b'.') || at == 0 || !bytes[at - 1].is_ascii_digit() {
            continue;
        }
        let Some(place) = Place::at(text, at) else { continue };
        let found = if article.is_english() { place.read_english() } else { place.read_portuguese() };
        let Some((finding, start)) = found else { continue };
        if !in_address(text, at, place.end) && !in_code(text, at, place.end) {
            let end = if start == at { place.figure } else { start + 2 };
            spots.push(Spot { start: start as u32, end: end as u32, rule: &RULE, finding });
        }
    }
}

/// A comma or a point between two figures, with spaces behind it.
struct Place<'t> {
    text: &'t str,
    at: usize,
    /// The figures before, with their own commas and points.
    left: &'t str,
    /// Where the figures behind start.
    figure: usize,
    /// The figures behind, without commas and points.
    right: &'t str,
    /// Where they end.
    end: usize,
}

impl<'t> Place<'t> {
    fn at(text: &'t str, at: usize) -> Option<Self> {
        let bytes = text.as_bytes();
        let number = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b',' | b'.');
        let length = bytes[..at].iter().rev().take(LONGEST).take_while(|byte| number(byte)).count();
        let spaces = bytes[at + 1..].iter().take(3).take_while(|&&byte| byte == b' ').count();
        let figure = at + 1 + spaces;
        let digits = bytes[figure..].iter().take(LONGEST).take_while(|byte| byte.is_ascii_digit()).count();
        let left = &text[at - length..at];
        (left.starts_with(|c: char| c.is_ascii_digit()) && digits > 0 && spaces < 3).then(|| Self {
            text,
            at,
            left,
            figure,
            right: &text[figure..figure + digits],
            end: figure + digits,
        })
    }

    fn before(&self) -> &'t str {
        &self.text[..self.at - self.left.len()]
    }

    fn after(&self) -> &'t str {
        &self.text[self.end..]
    }

    fn is_comma(&self) -> bool {
        self.text.as_bytes()[self.at] == b','
    }

    /// Whether a currency sign stands before the number, with or without a space.
    fn has_sign(&self) -> bool {
        let before = self.before().strip_suffix(' ').unwrap_or(self.before());
        before.ends_with(['$', '£', '€', '¥', '₹'])
            || ["Rs", "Rs."]
                .iter()
                .any(|sign| before.strip_suffix(sign).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
    }

    /// The word behind the number, in lower case.
    fn unit(&self) -> &'t str {
        let after = self.after().strip_prefix(' ').unwrap_or("");
        let letters = after.chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
        &after[..letters]
    }

    /// Whether the number before is one to three digits and groups of three.
    fn is_grouped(&self) -> bool {
        let mut groups = self.left.split(',');
        groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && !first.contains('.'))
            && groups.all(|group| group.len() == 3 && !group.contains('.'))
    }

    /// Whether the number before has groups of two only, and so waits for its last one.
    fn is_cut_lakh(&self) -> bool {
        let Some((first, pairs)) = self.left.split_once(',') else { return false };
        (1..=2).contains(&first.len())
            && !first.starts_with('0')
            && !first.contains('.')
            && pairs.split(',').all(|pair| pair.len() == 2 && !pair.contains('.'))
    }

    /// Whether the clause ends behind the number.
    fn ends_clause(&self) -> bool {
        let after = self.after();
        let mut rest = after.chars();
        match rest.next() {
            None | Some(')' | '\n' | ';') => true,
            Some('.') => rest.next().is_none_or(char::is_whitespace),
            _ => false,
        }
    }

    fn read_english(&self) -> Option<(&'static Finding, usize)> {
        const MAGNITUDES: &[&str] = &["billion", "crore", "crores", "lakh", "lakhs", "million", "trillion"];
        if !self.is_comma() {
            let decimals =
                self.right.len() <= 2 && self.left.bytes().all(|byte| byte.is_ascii_digit()) && self.left.len() <= 3;
            let unit = self.unit();
            let counted = counts(self.after().get(1 + unit.len()..).unwrap_or(""));
            let sure = decimals && self.has_sign() && MAGNITUDES.contains(&unit) && !counted;
            return sure.then_some((&POINT, self.at));
        }
        if let Some(start) = self.cut_year() {
            return Some((&YEAR, start));
        }
        if self.right.len() != 3 {
            return None;
        }
        // `1,55, 280`: a number in the Indian grouping has its last group of three yet to come.
        if self.is_cut_lakh() && !self.before().ends_with(|c: char| c.is_alphanumeric() || c == '-') {
            return Some((&GROUP, self.at));
        }
        if !self.has_sign() || !self.is_grouped() {
            return None;
        }
        let more = matches!(self.after().as_bytes(), [b',', a, b, c, ..] if [a, b, c].iter().all(|byte| byte.is_ascii_digit()));
        let sure = self.right.starts_with('0') || more || self.ends_clause();
        match sure {
            true => Some((&GROUP, self.at)),
            false => (!counts(self.after())).then_some((&MAYBE_GROUP, self.at)),
        }
    }

    /// `Feb 26, 2 009`: where the year begins.
    fn cut_year(&self) -> Option<usize> {
        const MONTHS: &[&str] = &["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let before = self.before().strip_suffix(' ')?.trim_end_matches('.');
        let word = word_before(before, before.len());
        let month = MONTHS.iter().any(|month| word.starts_with(month));
        let rest = self.after().as_bytes();
        let year = matches!(rest, [b' ', b'0', b'0' | b'1' | b'2', c, ..] if c.is_ascii_digit());
        let ends = rest
            .get(4)
            .is_none_or(|byte| !byte.is_ascii_alphanumeric() && !matches!(byte, b',' | b'.' | b' ') || *byte == b'\n')
            || matches!(rest.get(4..6), Some([b',' | b'.', b' ' | b'\n']));
        (month && self.left.len() <= 2 && self.right == "2" && year && ends).then_some(self.figure)
    }

    fn read_portuguese(&self) -> Option<(&'static Finding, usize)> {
        const MAGNITUDES: &[&str] =
            &["bi", "bilhão", "bilhões", "mi", "mil", "milhão", "milhões", "trilhão", "trilhões"];
        let whole = self.left.split('.').all(|group| (1..=3).contains(&group.len()) && !group.contains(','));
        if !self.is_comma() || !whole {
            return None;
        }
        let magnitude = MAGNITUDES.contains(&self.unit());
        let found = match (self.has_sign(), self.right.len()) {
            (true, 1 | 2) if magnitude => &DECIMAL,
            (true, 2) if self.right == "00" && !self.after().starts_with([',', '.']) => &DECIMAL,
            (true, 2) if self.right == "00" && self.ends_clause() => &DECIMAL,
            (false, 1 | 2) if magnitude => &MAYBE_DECIMAL,
            _ => return None,
        };
        Some((found, self.at))
    }
}

/// Whether a noun follows that the figures before may count, in a clause of their own: `the fare is $2. 5 million people paid it`.
fn counts(after: &str) -> bool {
    let word = after.strip_prefix(' ').map_or("", |after| word_after(after, 0));
    starts_lower(word) && !words::CLAUSE_STARTS.has(word) && !words::AFTER_PARTICIPLE.has(word)
}

fn decide(spot: &Spot, tally: &Tally) -> Outcome {
    let damage = tally.digits_are_damage() || tally.spaces_vouch() || tally.marks_vouch();
    match spot.finding.reading {
        Reading::Clear if damage => Outcome::Repair(Risk::Safe),
        Reading::Clear => Outcome::Repair(Risk::Likely),
        Reading::Ambiguous if tally.digits_are_damage() => Outcome::Repair(Risk::Safe),
        _ => Outcome::Repair(Risk::All),
    }
}
