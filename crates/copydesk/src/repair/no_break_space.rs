//! # no-break-space
//!
//! **Sees** spaces at which no line may break (U+00A0, U+202F, U+2007), and zero-width characters that allow or forbid a break, join
//! letters or turn the direction (U+200B to U+200F, U+202A to U+202E, U+2060 to U+2069, U+FEFF inside a text).
//!
//! **Does**: turns a no-break space between two words in lower case into a normal space; in other languages than English both must have at
//! least four letters. If the text has three clear places of this rule, the same happens to those beside a capital, after a comma or the
//! end of a sentence, and around brackets and quotations. Zero-width characters are removed between letters of one word in Latin script,
//! and beside a space, a mark or the edge of a line. The repair is `safe` if the text has three characters that belong to its form, counted
//! over all character rules; otherwise it is `likely`, and the place is noted (`stray-character`).
//!
//! **Leaves alone**
//!
//! - a space that convention keeps from breaking: before `:` `;` `!` `?` `%` and inside `« »` (French), between a number and its unit,
//!   inside a number, beside a currency sign or a dash, after `§`, an initial, a title or another short word (Russian, Czech, Polish),
//!   after the label of a field;
//! - two or more together, or one beside another space, which are layout;
//! - one after `Â` or `Ã`, of which it is the other half;
//! - joiners and direction marks in emoji and in scripts that need them (Arabic, Hebrew, the scripts of India, Thai and all east of it);
//! - two or more zero-width characters between two letters, or one before a capital, where a space may be lost: those are noted;
//! - addresses; other wide and thin spaces, which are somebody's style.
//!
//! **Evidence**: 325 of 900 web articles had 4,483 no-break spaces. Half of them were between two words in lower case, wherever a writing
//! program or a link put them. One database has one after the colon of each label. Of 44 places with zero-width characters in Latin script,
//! 38 were beside a space, a mark or a line's edge, five inside a word, and at one a space was lost.

use memchr::{memchr_iter, memchr2_iter};

use crate::language::Language;
use crate::letters::floor_char_boundary;

use super::characters::{Becomes, Case, Counts, Unseen, decide as decide_all, is_first_byte, is_unseen, may_be_spelt};
use super::control::is_control;
use super::ligature;
use super::words::in_address;
use super::{Characters, Outcome, Pass, Place, Reading, Risk, Rule, RuleKind};

/// The rule `no-break-space`.
pub(crate) static RULE: Rule = Rule {
    name: "no-break-space",
    page: include_str!("no_break_space.rs"),
    kind: RuleKind::Characters { pass: Pass::Shapes, find, decide },
};

static BETWEEN_WORDS: Case = Case {
    name: "between-words",
    reading: Reading::Clear,
    message: Some("a space that does not break, between two words like any other"),
};
static IN_TEXT: Case = Case { name: "in-text", reading: Reading::Ambiguous, message: None };
static IN_WORD: Case = Case {
    name: "in-word",
    reading: Reading::Clear,
    message: Some("a character without width inside a word: a search does not find the word"),
};
static IDLE: Case =
    Case { name: "idle", reading: Reading::Clear, message: Some("a character without width, where it does nothing") };
static JOINER: Case = Case {
    name: "joiner",
    reading: Reading::Style,
    message: Some("a joiner of letters inside a word: a typesetter’s, or left by a page"),
};
static BETWEEN_LETTERS: Case = Case {
    name: "between-letters",
    reading: Reading::Doubtful,
    message: Some("a character without width, where a space may be lost"),
};

/// A word with fewer letters may be one that is kept from its neighbour by convention.
const WORD: usize = 4;
/// How far a word is looked at.
const REACH: usize = 64;

fn find(characters: &Characters<'_>, places: &mut Vec<Place>) {
    if characters.seen.shapes {
        find_spaces(characters, places);
        find_widthless(characters, places);
    }
}

fn find_spaces(characters: &Characters<'_>, places: &mut Vec<Place>) {
    let text = characters.text;
    let mut unseen = Unseen::new(text);
    for start in memchr2_iter(0xc2, 0xe2, text.as_bytes()) {
        let Some(space @ ('\u{a0}' | '\u{2007}' | '\u{202f}')) = text[start..].chars().next() else { continue };
        let end = start + space.len_utf8();
        // Layout, and there may be a page full of it.
        if text[end..].starts_with([' ', '\u{a0}']) {
            continue;
        }
        // One byte of a letter that was read as Windows-1252.
        let half = text[..start].ends_with(is_first_byte);
        let (before, after) = unseen.around(start, end);
        if !half
            && let Some(case) = read(&text[..before], &text[after..], characters.language)
            && !in_address(text, start, end)
        {
            places.push(Place { start, end, rule: &RULE, case, becomes: Becomes::Text(" ") });
        }
    }
}

/// How a space between these two texts is read; `None` where it is as it should be.
fn read(before: &str, after: &str, language: Option<Language>) -> Option<&'static Case> {
    let (left, right) = (before.chars().next_back()?, after.chars().next()?);
    // A quotation in another script is no English.
    let english = language == Some(Language::English) && left.is_ascii() && right.is_ascii();
    let french = language == Some(Language::French);
    match (left, right) {
        (left, right) if left.is_alphabetic() && right.is_alphabetic() => {
            if left.is_uppercase() || right.is_uppercase() {
                return (english || length_before(before) >= WORD).then_some(&IN_TEXT);
            }
            // `à Paris`, `v Praze`; English keeps none of its short words.
            (english || length_before(before) >= WORD && length_after(after) >= WORD).then_some(&BETWEEN_WORDS)
        }
        ('.', right) if right.is_uppercase() || matches!(right, '“' | '‘') => {
            // A sentence ends in a word; `Mr.`, `No.` and initials end in less.
            (length_before(&before[..before.len() - 1]) >= WORD && !french).then_some(&IN_TEXT)
        }
        (',' | ')' | ']', right) if right.is_alphabetic() => Some(&IN_TEXT),
        ('”' | '’', right) if right.is_alphabetic() && !french => Some(&IN_TEXT),
        (left, '(' | '[') if left.is_alphabetic() => Some(&IN_TEXT),
        (left, '“' | '‘') if (left.is_alphabetic() || left == ',') && !french => Some(&IN_TEXT),
        _ => None,
    }
}

/// How many letters the word has that the text ends in, as far as it matters. A word that a hyphen and a space, or a line end, cut in two
/// is a long one: another rule may join it.
fn length_before(text: &str) -> usize {
    let from = floor_char_boundary(text, text.len().saturating_sub(REACH));
    let word = text[from..].trim_end_matches(|c: char| c.is_alphabetic() || is_unseen(c));
    let cut = word.trim_end().len() < word.len() && word.trim_end().ends_with(['-', '\u{ad}']);
    if cut { WORD } else { length(&text[from + word.len()..]) }
}

/// How many letters the word has that the text begins with, likewise.
fn length_after(text: &str) -> usize {
    let to = floor_char_boundary(text, REACH);
    let rest = text[..to].trim_start_matches(|c: char| c.is_alphabetic() || is_unseen(c));
    let cut = rest.strip_prefix(['-', '\u{ad}']).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    if cut { WORD } else { length(&text[..to - rest.len()]) }
}

fn length(word: &str) -> usize {
    word.chars().filter(|&c| !is_unseen(c)).map(|c| ligature::letters(c).map_or(1, str::len)).sum()
}

/// Zero-width spaces and joiners, the marks of direction, the mark of byte order.
fn is_widthless(c: char) -> bool {
    is_unseen(c) && c != '\u{ad}'
}

fn find_widthless(characters: &Characters<'_>, places: &mut Vec<Place>) {
    let text = characters.text;
    let mut unseen = Unseen::new(text);
    // Looked for when the first mark of direction is met.
    let mut right_to_left = None;
    let mut after = 0;
    for start in memchr2_iter(0xe2, 0xef, text.as_bytes()) {
        if start < after || !text[start..].starts_with(is_widthless) {
            continue;
        }
        let end = text.len() - text[start..].trim_start_matches(is_widthless).len();
        after = end;
        let run = &text[start..end];
        let (left, right) = unseen.beside(start, end);
        // Between two controls it keeps them apart: together they would be read anew.
        if [left, right].into_iter().flatten().any(|c| needs_joiners(c) || is_control(c))
            || in_address(text, start, end)
            || may_be_spelt(text, start)
            || run.chars().any(is_direction) && *right_to_left.get_or_insert_with(|| has_right_to_left(text))
        {
            continue;
        }
        let case = match (left, right) {
            // Taken out, it would leave two spaces, and no trace of what stood between them.
            (Some(' ' | '\u{a0}'), Some(' ' | '\u{a0}')) => continue,
            (Some(left), Some(right)) if left.is_alphanumeric() && right.is_alphanumeric() => {
                if run.chars().all(is_direction) {
                    &IN_WORD
                } else if run.chars().nth(1).is_some() || !is_one_word(left, right) {
                    &BETWEEN_LETTERS
                } else if run.starts_with(['\u{200c}', '\u{200d}']) {
                    &JOINER
                } else {
                    &IN_WORD
                }
            }
            _ => &IDLE,
        };
        places.push(Place { start, end, rule: &RULE, case, becomes: Becomes::Text("") });
    }
}

/// Whether two letters may be of one word, by their case.
fn is_one_word(left: char, right: char) -> bool {
    left.is_alphabetic() && right.is_alphabetic() && (left.is_uppercase() || !right.is_uppercase())
}

/// Whether characters without width have a meaning beside this one: in scripts with joined or unspaced letters, and among emoji.
fn needs_joiners(c: char) -> bool {
    matches!(u32::from(c), 0x0590..=0x1dff | 0x2190..=0x2bff | 0x2e80..=0xfaff | 0xfb07..=0xfefe | 0x1_0000..)
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether any letter of the text runs from right to left.
fn has_right_to_left(text: &str) -> bool {
    // Hebrew, Arabic and their neighbours, and the forms of their letters.
    let letters = (0xd6..=0xdf_u8).any(|lead| memchr::memchr(lead, text.as_bytes()).is_some());
    letters
        || memchr_iter(0xef, text.as_bytes())
            .any(|at| text[at..].starts_with(|c| ('\u{fb1d}'..'\u{feff}').contains(&c)))
}

fn decide(place: &Place, counts: &Counts) -> Outcome {
    match place.case.reading {
        Reading::Ambiguous if counts.own_are_damage(&RULE) => Outcome::Repair(Risk::Safe),
        Reading::Ambiguous => Outcome::Leave,
        Reading::Style => Outcome::Repair(Risk::Likely),
        _ => decide_all(place, counts),
    }
}
