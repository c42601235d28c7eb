//! # hyphen-space
//!
//! **Sees** a hyphen with a space before it and a letter after it: `the Tehran -backed group`, `quinta -feira`, `souligne -t-elle`.
//!
//! **Does**: removes the space if the two words can only be a compound, and the document shows three places of the family of spaces before
//! marks (counted as in `spaced-punctuation`), or of the family of spaces after `-` and `(`. Clear cases are:
//!
//! - a second half that begins no clause (`-elect`; `-led` between a name and a noun);
//! - a bound prefix (`pre -emptive`), a number and its unit, a chain (`father -in-law`);
//! - two names between an article and a noun;
//! - a pair that fills a bracket (`(D -Mass.)`);
//! - the same compound closed elsewhere in the document;
//! - the days of the week and `ex` in Portuguese;
//! - verb clitics with `t` in French, where the space is the error.
//!
//! **Leaves alone** hanging hyphens (`goods and -services`), and every language but English, Portuguese and French: elsewhere asides and
//! suspended hyphens look the same. It also leaves a dash typed with one space, an aside that another hyphen closes, options (`-v`),
//! signatures after a stop, negative numbers, lists, hashtags, code and addresses.
//!
//! **Evidence**: 38 hits in seven English sets: 9 damage, 6 strays, 20 badly typed dashes, 3 unclear. So the default is to leave and note.

use memchr::memmem;

use crate::language::Language;
use crate::letters::floor_char_boundary;
use crate::note::NoteKind;

use super::compound;
use super::listed::Listed;
use super::words::{self, has, in_address, in_code, starts_lower, starts_upper, word_after, word_before};
use super::{Article, Family, Finding, Outcome, Reading, Risk, Rule, RuleKind, Spot, Tally};

/// The rule `hyphen-space`.
pub(crate) static RULE: Rule = Rule {
    name: "hyphen-space",
    page: include_str!("hyphen_space.rs"),
    kind: RuleKind::Repair { family: Family::Marks, find, decide },
};

const fn finding(name: &'static str, reading: Reading, message: &'static str) -> Finding {
    Finding { name, reading, replacement: "-", note: NoteKind::AmbiguousHyphen, message }
}

const COMPOUND: &str = "a space before the hyphen of what reads as a compound";
static CHAIN: Finding = finding("chain", Reading::Clear, COMPOUND);
static PREFIX: Finding = finding("prefix", Reading::Clear, COMPOUND);
static NUMBER: Finding = finding("unit", Reading::Clear, COMPOUND);
static FINAL: Finding = finding("compound", Reading::Clear, COMPOUND);
static ATTRIBUTE: Finding = finding("attribute", Reading::Clear, COMPOUND);
static BRACKET: Finding = finding("bracket", Reading::Clear, COMPOUND);
static ATTESTED: Finding = finding("attested", Reading::Clear, COMPOUND);
static WEEKDAY: Finding = finding("weekday", Reading::Clear, COMPOUND);
static CLITIC: Finding = finding("clitic", Reading::Clear, "a space before the hyphen of a clitic");
static WORDS: Finding = finding("words", Reading::Doubtful, "a space and a hyphen that may be a dash or a compound");
static OPENED: Finding = finding("aside", Reading::Correct, "a dash that another one closes");

/// How many pairs are looked up in the whole text: each look-up reads all of it.
const LOOKUPS: usize = 16;

/// How far the hyphen that closes an aside may be.
const ASIDE: usize = 120;

/// Prefixes that are no words. A dash stands behind a word.
#[rustfmt::skip]
const BOUND: &[&str] = &[
    "anti", "ex", "multi", "neo", "non", "pre", "pro", "pseudo", "quasi", "semi", "socio", "ultra",
];

/// Second halves that begin no clause, whatever stands before them, if a noun follows.
#[rustfmt::skip]
const SECOND: &[&str] = &[
    "aligned", "averse", "backed", "based", "born", "bound", "controlled", "designate", "driven", "elect", "funded", "held",
    "led", "linked", "occupied", "owned", "ravaged", "related", "ridden", "sized", "speaking", "sponsored", "style", "torn",
];

fn find(article: &Article<'_>, spots: &mut Vec<Spot>) {
    use Language::{English, French, Portuguese};
    if !matches!(article.language, Some(English | Portuguese | French)) {
        return;
    }
    let text = article.text;
    let bytes = text.as_bytes();
    let (first, mut lookups) = (spots.len(), 0);
    for at in article.suspects.gaps.iter().map(|&at| at as usize) {
        let spaced = bytes[at] == b'-' && at >= 2 && bytes[at - 1] == b' ';
        // A dash, as nearly all of them are, has no letter behind it.
        if !spaced || !bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphabetic() || !next.is_ascii()) {
            continue;
        }
        let Some(place) = Place::at(text, at) else { continue };
        let finding = match article.language {
            Some(Language::English) => place.read_english(),
            Some(Language::Portuguese) => place.read_portuguese(),
            _ => place.read_french(),
        };
        let Some(mut finding) = finding else { continue };
        if finding.reading != Reading::Clear {
            lookups += 1;
            if lookups <= LOOKUPS && place.is_attested() {
                finding = &ATTESTED;
            } else if place.is_aside() {
                finding = &OPENED;
            }
        }
        spots.push(Spot { start: at as u32 - 1, end: at as u32 + 1, rule: &RULE, finding });
    }
    attest(text, &mut spots[first..]);
}

/// What is closed in one place of the document is attested in the others: a second parse must not know more than the first.
fn attest(text: &str, spots: &mut [Spot]) {
    let pair = |spot: &Spot| (word_before(text, spot.start as usize), word_after(text, spot.end as usize));
    for index in 0..spots.len().min(LOOKUPS) {
        if spots[index].finding.reading != Reading::Clear
            && spots.iter().any(|other| other.finding.reading == Reading::Clear && pair(other) == pair(&spots[index]))
        {
            spots[index].finding = &ATTESTED;
        }
    }
}

/// A hyphen with a space before it and letters on both sides.
struct Place<'t> {
    text: &'t str,
    at: usize,
    /// The word before, with what hyphens join to it.
    left: &'t str,
    /// The words behind that hyphens join, whether `spaced-hyphen` closes their gaps or not.
    run: &'t str,
    /// The first of them.
    right: &'t str,
}

impl<'t> Place<'t> {
    fn at(text: &'t str, at: usize) -> Option<Self> {
        let left = compound::run_before(text, at - 1);
        let run = compound::run_after(text, at + 1);
        let before = &text[..at - 1 - left.len()];
        let after = &text[at + 1 + run.len()..];
        let stands = left.ends_with(char::is_alphanumeric)
            && text[at + 1..].starts_with(char::is_alphabetic)
            // A sign of its own kind: `#north -south`.
            && !before.ends_with(['#', '@', '-', '–', '—', '+', '='])
            && !after.starts_with(['-', '=', '/'])
            && !in_address(text, at - 1, at + 1)
            && !in_code(text, at - 1, at + 1);
        let right = run.split('-').next().unwrap_or(run);
        // An option: `tar -x`.
        let word = right.chars().nth(1).is_some() || run.starts_with("t-");
        (stands && word).then_some(Self { text, at, left, run, right })
    }

    fn after(&self) -> &'t str {
        &self.text[self.at + 1 + self.run.len()..]
    }

    fn before(&self) -> &'t str {
        &self.text[..self.at - 1 - self.left.len()]
    }

    /// The word before the left one, if a space is between.
    fn word_before(&self) -> &'t str {
        let before = self.before();
        before.strip_suffix(' ').map_or("", |before| word_before(before, before.len()))
    }

    /// The word behind the run, if a space is between.
    fn next_word(&self) -> &'t str {
        self.after().strip_prefix(' ').map_or("", |after| word_after(after, 0))
    }

    /// Whether another hyphen closes what this one opens, or this one closes what another one opened.
    fn is_aside(&self) -> bool {
        let after = self.after();
        let ahead = &after[..floor_char_boundary(after, ASIDE)];
        let ahead = ahead.split('\n').next().unwrap_or(ahead);
        let before = self.before();
        let behind = &before[floor_char_boundary(before, before.len().saturating_sub(ASIDE))..];
        let behind = behind.rsplit('\n').next().unwrap_or(behind);
        [ahead, behind].iter().any(|side| side.contains("- ") || side.contains("-, ") || side.contains(" - "))
    }

    /// `(D -Mass.)`: the pair fills the bracket.
    fn fills_bracket(&self) -> bool {
        let after = self.after();
        let after = after.strip_prefix('.').unwrap_or(after);
        self.before().trim_end_matches(' ').ends_with('(')
            && starts_upper(self.left)
            && starts_upper(self.right)
            && self.left.len() <= 8
            && !self.left.chars().any(char::is_lowercase)
            && after.trim_start_matches(' ').starts_with(')')
    }

    /// Whether a noun follows, as far as its first letter and its not being a function word show.
    fn leads_to_noun(&self) -> bool {
        let next = self.next_word();
        starts_lower(next) && !is_function(next) && !words::AFTER_PARTICIPLE.has(next) && !words::SPEAKS.has(next)
    }

    fn read_english(&self) -> Option<&'static Finding> {
        let Self { left, run, right, .. } = *self;
        let first = left.rsplit('-').next().unwrap_or(left).trim_start();
        if words::SUSPENDING.has(left) || is_function(left) && !has(BOUND, left) {
            return None;
        }
        if self.fills_bracket() {
            return Some(&BRACKET);
        }
        if has(BOUND, left) && !is_function(right) {
            return Some(&PREFIX);
        }
        let chain = run.len() > right.len() && words::MIDDLES.has(right) && starts_lower(right);
        let digits = left.bytes().all(|byte| byte.is_ascii_digit());
        if digits && words::UNITS.has(right) && left.len() < 5 {
            return Some(&NUMBER);
        }
        if chain
            && !matches!(right, "a" | "an" | "no" | "not" | "you" | "your" | "my" | "our" | "their" | "his" | "her")
        {
            return Some(&CHAIN);
        }
        if is_function(right) {
            return None;
        }
        let office = matches!(right, "elect" | "designate");
        let named = starts_upper(first) && self.leads_to_noun();
        if has(SECOND, right) && run.len() == right.len() && (office || named) {
            return Some(&FINAL);
        }
        if starts_upper(right) {
            let article = matches!(self.word_before(), "a" | "an" | "the" | "A" | "An" | "The");
            if !starts_upper(first) || first.len() < 2 || right.len() < 2 {
                return Some(&WORDS);
            }
            return Some(if article && self.leads_to_noun() { &ATTRIBUTE } else { &WORDS });
        }
        Some(&WORDS)
    }

    fn read_portuguese(&self) -> Option<&'static Finding> {
        const DAYS: &[&str] = &["quarta", "quinta", "segunda", "sexta", "terca"];
        let day = has(DAYS, self.left) || matches!(self.left, "terça" | "Terça");
        if day && matches!(self.run, "feira" | "feiras") {
            return Some(&WEEKDAY);
        }
        if matches!(self.left, "ex" | "Ex") && starts_lower(self.right) {
            return Some(&PREFIX);
        }
        if self.fills_bracket() {
            return Some(&BRACKET);
        }
        (starts_upper(self.left) && starts_upper(self.right)).then_some(&WORDS)
    }

    fn read_french(&self) -> Option<&'static Finding> {
        let clitic = self
            .run
            .strip_prefix("t-")
            .is_some_and(|pronoun| matches!(pronoun, "il" | "ils" | "elle" | "elles" | "on"));
        let fixed = matches!((self.left, self.run), ("peut", "être") | ("c'est" | "c’est", "à-dire"))
            || matches!(self.left, "celui" | "celle" | "ceux" | "celles") && matches!(self.run, "ci" | "là");
        if clitic && starts_lower(self.left) {
            return Some(&CLITIC);
        }
        fixed.then_some(&CHAIN)
    }

    /// Whether the document has the compound closed elsewhere, or with the space on the other side.
    fn is_attested(&self) -> bool {
        let (left, right) = (self.left, self.run);
        let text = self.text;
        memmem::find_iter(text.as_bytes(), left).any(|start| {
            let rest = text[start + left.len()..].strip_prefix('-');
            let rest =
                rest.map(|rest| rest.strip_prefix(' ').unwrap_or(rest)).and_then(|rest| rest.strip_prefix(right));
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                && !text[..start].ends_with(char::is_alphanumeric)
        })
    }
}

/// A word that begins a clause, or cannot be the first half of a compound.
fn is_function(word: &str) -> bool {
    Listed::of(word).is_any([words::CLAUSE_STARTS, words::NEVER_FIRST])
}

fn decide(spot: &Spot, tally: &Tally) -> Outcome {
    let damage = tally.marks_are_damage() || tally.spaces_are_damage();
    match spot.finding.reading {
        Reading::Clear if damage => Outcome::Repair(Risk::Safe),
        Reading::Clear => Outcome::Repair(Risk::Likely),
        Reading::Correct => Outcome::Leave,
        _ => Outcome::Note,
    }
}
