//! # spaced-punctuation
//!
//! **Sees** one space between a word and the comma or stop that belongs to it: `the ferry , which is old`, `left the quay . Nobody waved`.
//! An extractor that sets links apart leaves it after each of them; tokenised text has it everywhere.
//!
//! **Does**: removes the space if the document shows six places, or three places of the family of spaces before marks, two of them before
//! other marks. `hyphen-space`, `spaced-apostrophe` and `spaced-quote` are of that family. A comma or full stop between words is clear.
//! Colons, semicolons, question and exclamation marks do not count, because some typists write so. They are closed beside clear places;
//! otherwise they are not even noted. Colons and semicolons are closed inside running text only.
//!
//! **Leaves alone**
//!
//! - two spaces, and one after an article or a preposition: the text of a link may be lost, and only the space shows it;
//! - French before `;` `:` `!` `?`;
//! - a name between double spaces, which is a vendor's template;
//! - an ellipsis (`. . .`), a single letter before the mark, a figure on both sides;
//! - a mark after an address (`see example.org .`), or before a letter or a digit (`.com`, `.22`);
//! - an emoticon, a ticker's bracket, code;
//! - a question mark, if others in the document precede lower case: there it stands for a lost dash.
//!
//! **Evidence**: half of the articles of one broadcaster's pages have such places, all after links. In 37 % of Portuguese articles they are
//! damage too. In eight other sets of English articles, one in fifty has any, and most have one.

use crate::language::Language;
use crate::letters::floor_char_boundary;
use crate::note::NoteKind;

use super::words::{has, in_address, in_code, word_before};
use super::{Article, Family, Finding, Outcome, Reading, Risk, Rule, RuleKind, Spot, Tally};

/// The rule `spaced-punctuation`.
pub(crate) static RULE: Rule = Rule {
    name: "spaced-punctuation",
    page: include_str!("spaced_punctuation.rs"),
    kind: RuleKind::Repair { family: Family::Marks, find, decide },
};

const fn finding(name: &'static str, reading: Reading, mark: &'static str) -> Finding {
    let message = "a space before a mark that belongs to the word before it";
    Finding { name, reading, replacement: mark, note: NoteKind::AmbiguousSpace, message }
}

static COMMA: Finding = finding("comma", Reading::Clear, ",");
static STOP: Finding = finding("stop", Reading::Clear, ".");
static SEMICOLON: Finding = finding("semicolon", Reading::Style, ";");
static COLON: Finding = finding("colon", Reading::Style, ":");
static QUESTION: Finding = finding("question", Reading::Style, "?");
static EXCLAMATION: Finding = finding("exclamation", Reading::Style, "!");
static LOST: Finding = Finding {
    name: "open",
    reading: Reading::Doubtful,
    replacement: ",",
    note: NoteKind::LostText,
    message: "a space before a mark, behind a word that leads on: words may be gone",
};

/// What the names of a template are looked for in: a name and the spaces before it.
const NAME: usize = 40;

fn find(article: &Article<'_>, spots: &mut Vec<Spot>) {
    if !article.has_rules() {
        return;
    }
    let text = article.text;
    let bytes = text.as_bytes();
    let marks = || article.suspects.gaps.iter().map(|&at| at as usize).filter(|&at| at > 1 && bytes[at - 1] == b' ');
    // `the price ? and it is high ? was paid`: then a question mark before upper case may be a dash as well.
    let dashes = || {
        marks().any(|at| bytes[at] == b'?' && matches!(bytes[at + 1..], [b' ', next, ..] if next.is_ascii_lowercase()))
    };
    let mut has_dashes = None;
    for at in marks() {
        let Some(finding) = read(article, at) else { continue };
        if bytes[at] == b'?' && *has_dashes.get_or_insert_with(dashes) {
            continue;
        }
        spots.push(Spot { start: at as u32 - 1, end: at as u32 + 1, rule: &RULE, finding });
    }
}

/// What the mark at `at` looks like, which has a space before it.
fn read(article: &Article<'_>, at: usize) -> Option<&'static Finding> {
    let text = article.text;
    let finding = match text.as_bytes()[at] {
        b',' => &COMMA,
        b'.' => &STOP,
        b';' => &SEMICOLON,
        b':' => &COLON,
        b'?' => &QUESTION,
        b'!' => &EXCLAMATION,
        _ => return None,
    };
    let french = article.language == Some(Language::French);
    let (before, after) = (&text[..at - 1], &text[at + 1..]);
    if finding.reading == Reading::Style && french || !goes_on(after, finding.replacement) || !is_said(before) {
        return None;
    }
    let last = word_before(text, at - 1);
    let figures = last.ends_with(|c: char| c.is_ascii_digit())
        && after.trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit());
    // An initial, or a variable; no letter behind an apostrophe, whether `spaced-apostrophe` closes it or not.
    let initial =
        last.len() == 1 && last.chars().all(char::is_alphabetic) && !before[..before.len() - 1].ends_with(['\'', '’']);
    let english = article.is_english();
    if figures
        || initial
        || is_address(before)
        || in_address(text, at - 1, at)
        || in_code(text, at - 1, at + 1)
        || is_argument(text, at)
        || matches!(finding.replacement, ";" | ":") && !is_in_running_text(text, at)
        || english && is_template(before, after)
    {
        return None;
    }
    if leads_on(article.language, last) {
        // Where `lost-text` is sure it says so itself.
        let sure = finding.replacement == "," && matches!(last, "the" | "The" | "an" | "An");
        return (!sure && finding.reading == Reading::Clear).then_some(&LOST);
    }
    Some(finding)
}

/// Whether what follows a mark is what follows a mark of its kind in a text.
fn goes_on(after: &str, mark: &str) -> bool {
    // Behind a colon a bracket makes a face.
    let rest = match mark {
        ":" | ";" => after,
        _ => after.trim_start_matches(['"', '”', '’', '»', ')']),
    };
    let Some(next) = rest.chars().next() else { return true };
    if !next.is_whitespace() {
        return false;
    }
    let Some(then) = rest.trim_start().chars().next() else { return true };
    match mark {
        "," | ";" | ":" => !matches!(then, ',' | '.' | ';' | ':' | '!' | '?'),
        _ => {
            next == '\n' && then != '.'
                || then.is_uppercase()
                || matches!(then, '"' | '“' | '‘' | '«' | '(' | '[' | '¿' | '¡')
        }
    }
}

/// Whether a word, or what closes one, ends here.
fn is_said(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        Some(c) if c.is_alphanumeric() => true,
        // `( ABC )`: a template.
        Some(')' | ']') => back.next().is_some_and(|c| !c.is_whitespace()),
        Some('"' | '”' | '’' | '»' | '%') => true,
        _ => false,
    }
}

/// Whether an address or a code ends here, which a mark must not be taken for a part of: `news-2020.html`, `.DJI`.
fn is_address(before: &str) -> bool {
    let window = &before[floor_char_boundary(before, before.len().saturating_sub(NAME))..];
    let token = window.rsplit(char::is_whitespace).next().unwrap_or(window);
    token.starts_with('.')
        || token.bytes().zip(token.bytes().skip(1)).any(|(stop, next)| stop == b'.' && next.is_ascii_lowercase())
}

/// Whether the mark stands inside a line of text: databases set the parts of a field off so (`Harbour Gazette ; Port Alder`, `uk : Scotland`).
fn is_in_running_text(text: &str, at: usize) -> bool {
    const LINE: usize = 100;
    const LABEL: usize = 40;
    let bytes = text.as_bytes();
    let before =
        bytes[at.saturating_sub(LINE)..at].iter().rev().take_while(|byte| !matches!(byte, b'\n' | b'\r')).count();
    let after = bytes[at..].iter().take(LINE).take_while(|byte| !matches!(byte, b'\n' | b'\r')).count();
    before > LABEL && before + after >= LINE
}

/// `fix('a , b')`: an argument of a call.
fn is_argument(text: &str, at: usize) -> bool {
    const CALL: usize = 64;
    let window = &text.as_bytes()[floor_char_boundary(text, at.saturating_sub(CALL))..at];
    window.windows(3).any(|w| w[0].is_ascii_alphanumeric() && w[1] == b'(' && matches!(w[2], b'\'' | b'"'))
}

/// `by  Ana Reyes ,  Jo Lund ; editing by`: links in a vendor's template, each in spaces of its own.
fn is_template(before: &str, after: &str) -> bool {
    if after.starts_with("  ") {
        return true;
    }
    let window = &before[floor_char_boundary(before, before.len().saturating_sub(NAME))..];
    window.rfind("  ").is_some_and(|gap| {
        let name = window[gap..].trim_start();
        let particle = |word: &str| {
            matches!(word, "al" | "da" | "de" | "del" | "der" | "di" | "dos" | "du" | "el" | "van" | "von")
        };
        !name.is_empty() && name.split(' ').all(|word| word.starts_with(char::is_uppercase) || particle(word))
    })
}

/// Whether words must follow the word, so that a mark behind it shows a loss.
fn leads_on(language: Option<Language>, word: &str) -> bool {
    #[rustfmt::skip]
    let words: &[&str] = match language {
        Some(Language::English) => &[
            "a", "against", "an", "and", "at", "between", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to",
            "with",
        ],
        Some(Language::German) => &["das", "dem", "den", "der", "des", "die", "ein", "eine", "einem", "einen", "einer", "im", "und", "von", "zum", "zur"],
        Some(Language::Dutch) => &["de", "een", "en", "het", "met", "van"],
        Some(Language::Spanish) => &["con", "de", "del", "el", "en", "la", "las", "los", "por", "un", "una", "y"],
        Some(Language::Portuguese) => &["a", "ao", "as", "com", "da", "das", "de", "do", "dos", "e", "em", "na", "no", "o", "os", "por", "um", "uma"],
        Some(Language::French) => &["au", "aux", "avec", "de", "des", "du", "et", "la", "le", "les", "par", "pour", "un", "une"],
        _ => &[],
    };
    has(words, word)
}

fn decide(spot: &Spot, tally: &Tally) -> Outcome {
    match spot.finding.reading {
        Reading::Clear if tally.points_are_damage() => Outcome::Repair(Risk::Safe),
        Reading::Clear => Outcome::Repair(Risk::Likely),
        Reading::Style if tally.points_are_damage() => Outcome::Repair(Risk::Safe),
        Reading::Style if tally.marks_vouch() => Outcome::Repair(Risk::Likely),
        Reading::Style => Outcome::Leave,
        _ => Outcome::Note,
    }
}
