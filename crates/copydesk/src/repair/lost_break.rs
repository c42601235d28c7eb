//! # lost-break
//!
//! **Sees** a sentence that begins where another ends, without a space between: `in a survey.Paris was next`. A database leaves this when
//! it takes paragraphs out of a page and drops the line ends between them.
//!
//! **Does**: inserts a line end after the stop if the document has at least three such places. The repair is `likely`, because a space may
//! be lost and not a paragraph end. At the risk `safe` each place is noted, whatever their number.
//!
//! **Leaves alone** single tokens: a name with a stop in it (`One.Tel`, `Change.org`, `TheStar.News`), initials, abbreviations (`P.T.I.`,
//! `Ph.D`, `e.V.`), addresses and code. A stop after a word that begins in upper case does not count, because names are written like that.
//!
//! **Evidence**: of 470 articles of one Indian paper, 418 have such places, about 2,300 together. Those read are paragraph ends. In German
//! texts, three of a thousand articles have one.

use crate::note::NoteKind;

use super::words::{has, in_address, in_code, word_after, word_before};
use super::{Article, Family, Finding, Outcome, Reading, Risk, Rule, RuleKind, Spot, Tally};

/// The rule `lost-break`.
pub(crate) static RULE: Rule = Rule {
    name: "lost-break",
    page: include_str!("lost_break.rs"),
    kind: RuleKind::Repair { family: Family::Stops, find, decide },
};

const fn finding(replacement: &'static str) -> Finding {
    Finding {
        name: "glued-sentences",
        reading: Reading::Clear,
        replacement,
        note: NoteKind::LostBreak,
        message: "two sentences without a space between: a line end, or a space, is lost",
    }
}

static STOPS: [(u8, Finding); 3] = [(b'.', finding(".\n")), (b'!', finding("!\n")), (b'?', finding("?\n"))];

/// Words that are cut short by a stop, and stand before names.
const SHORTENED: &[&str] =
    &["al", "approx", "ca", "cf", "dr", "eg", "etc", "ie", "jr", "mr", "mrs", "ms", "no", "nr", "sr", "st", "vs"];

fn find(article: &Article<'_>, spots: &mut Vec<Spot>) {
    let text = article.text;
    let bytes = text.as_bytes();
    for at in article.suspects.stops.iter().map(|&at| at as usize) {
        // Nearly all of them have a capital or a figure before them.
        let ends = |last: u8| last.is_ascii_lowercase() || last == b'-' || last >= 0x80;
        if at == 0 || !ends(bytes[at - 1]) || !is_glued(text, at) {
            continue;
        }
        let Some((_, finding)) = STOPS.iter().find(|(stop, _)| *stop == bytes[at]) else { continue };
        spots.push(Spot { start: at as u32, end: at as u32 + 1, rule: &RULE, finding });
    }
}

/// Whether the stop at `at` ends one sentence and has the next one behind it.
fn is_glued(text: &str, at: usize) -> bool {
    let (left, right) = (word_before(text, at), word_after(text, at + 1));
    let small = |word: &str| {
        word.chars().nth(1).is_some()
            && word.chars().all(|c| c.is_lowercase() || matches!(c, '-' | '’'))
            && !has(SHORTENED, word)
    };
    let mut letters = right.chars();
    let begins = letters.next().is_some_and(char::is_uppercase) && letters.all(|c| c.is_lowercase() || c == '’');
    // `I` and `A` are words; another letter alone is an initial.
    let whole = right.chars().count() > 1 || matches!(right, "I" | "A");
    let end = at + 1 + right.len();
    let follows = text[end..].chars().next().is_some_and(|c| matches!(c, ' ' | ',' | '-'));
    small(left) && begins && whole && follows && !in_address(text, at, end) && !in_code(text, at, end)
}

fn decide(_spot: &Spot, tally: &Tally) -> Outcome {
    if tally.stops_are_damage() { Outcome::Repair(Risk::Likely) } else { Outcome::Note }
}
