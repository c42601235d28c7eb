//! # lost-quote
//!
//! Places where a space or a question mark replaces an apostrophe, a quotation mark or a dash. The family gives no role and repairs
//! nothing: it notes (`lost-quote`) what may have stood there.
//!
//! **Sees** what a program that knew only ASCII leaves behind:
//!
//! - a free `s` or `t` in English: `Ada Lund s last ferry`, `it s late`, `they didn t wait`;
//! - a question mark inside a word: `the harbour?s roof`, `they didn?t wait`;
//! - a question mark between two words in lower case: `evacuated ? so it is late`, `the old?very old?quay`.
//!
//! **Leaves alone** a question mark before upper case, which ends a sentence, with or without a space (see `lost-break`); addresses and
//! their queries; an `s` or `t` after a single letter, a figure, or a word that cannot own anything; tables, fields and furniture.
//!
//! **Evidence**: eleven articles of two Californian papers have lost every mark to a space. In a set of satire the dash is a question mark
//! throughout. The text does not say which mark it was: a dash, a comma or a quotation mark may have stood in the same place.

use crate::language::Language;
use crate::letters::floor_char_boundary;
use crate::note::NoteKind;
use crate::span::TextSpan;

use super::lost_text::is_text;
use super::{Family, Sheet};

pub(super) static FAMILY: Family = Family { name: "lost-quote", page: include_str!("lost_quote.rs"), label };

const FREE_S: &str = "a free “s”: an apostrophe may be gone before it (’s)";
const FREE_T: &str = "a free “t”: an apostrophe may be gone before it (’t)";
const INSIDE: &str = "a question mark inside a word: it may stand for an apostrophe (’)";
const BETWEEN: &str =
    "a question mark between words in lower case: it may stand for a dash (–), a quotation mark (“, ”) or a comma";

/// What is cut off its `’t`.
#[rustfmt::skip]
const NEGATED: &[&str] = &[
    "aren", "couldn", "didn", "doesn", "don", "hadn", "hasn", "haven", "isn", "shouldn", "wasn", "weren", "wouldn",
];

/// What is cut off its `’s` before any word.
const CONTRACTED: &[&str] = &["he", "it", "let", "she", "that", "there", "what", "who"];

/// Words that own nothing, or that a free letter is named by.
#[rustfmt::skip]
const NO_OWNERS: &[&str] = &[
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "letter", "model", "of", "on", "or", "plural", "series", "size",
    "the", "to", "type", "with",
];

/// Words that nobody owns.
#[rustfmt::skip]
const NOT_OWNED: &[&str] = &[
    "and", "are", "as", "at", "but", "by", "for", "from", "has", "have", "in", "is", "of", "on", "or", "that", "the", "to", "was",
    "were", "when", "which", "who", "will", "with",
];

fn label(sheet: &mut Sheet<'_>) {
    let text = sheet.text;
    let mut places = Vec::new();
    if sheet.language == Some(Language::English) {
        for (free, message) in [(" s ", FREE_S), (" t ", FREE_T)] {
            let found = free_letters(text, &sheet.scan.losses.letters, free).filter(|&at| is_cut_off(text, at, free));
            places.extend(found.map(|at| (at, at + 2, message)));
        }
    }
    if sheet.language.is_some_and(Language::has_rules) {
        places.extend(sheet.scan.losses.questions.iter().filter_map(|&at| question(text, at as usize)));
    }
    places.sort_unstable_by_key(|&(start, ..)| start);
    let mut row = 0;
    let mut looked = None;
    for (start, end, message) in places {
        while sheet.rows.get(row + 1).is_some_and(|next| next.start as usize <= start) {
            row += 1;
        }
        let content = sheet.rows[row].content;
        let inside = content.start() as usize <= start && end <= content.end() as usize;
        // A row with many places is looked at once.
        let (_, running) = looked.filter(|&(at, _)| at == row).unwrap_or_else(|| (row, is_text(sheet, row)));
        looked = Some((row, running));
        if inside && running {
            sheet.note(NoteKind::LostQuote, TextSpan::new(start as u32, end as u32), message);
        }
    }
}

/// The places of this letter between two spaces, of which one has no space in common with the one before it.
fn free_letters<'t>(text: &'t str, letters: &'t [u32], free: &'static str) -> impl Iterator<Item = usize> {
    let mut after = 0;
    letters.iter().map(|&at| at as usize).filter(move |&at| {
        let is_free = at >= after && text[at..].starts_with(free);
        after = if is_free { at + free.len() } else { after };
        is_free
    })
}

/// Whether the letter between the spaces at `at` is the rest of a word before it.
fn is_cut_off(text: &str, at: usize, free: &str) -> bool {
    let (last, next) = (last_word(&text[..at]), first_word(&text[at + free.len()..]));
    let has = |list: &[&str], word: &str| list.iter().any(|known| word.eq_ignore_ascii_case(known));
    let follows = next.len() > 1 && next.starts_with(|c: char| c.is_ascii_lowercase());
    if free == " t " {
        return has(NEGATED, last) && follows;
    }
    let owns = last.chars().count() > 2
        && last.ends_with(|c: char| c.is_lowercase())
        && !has(NO_OWNERS, last)
        && !has(NOT_OWNED, next);
    follows && (has(CONTRACTED, last) || owns)
}

/// The place of a question mark that ends no question.
fn question(text: &str, at: usize) -> Option<(usize, usize, &'static str)> {
    let (before, after) = (&text[..at], &text[at + 1..]);
    let next = first_word(after.strip_prefix(' ').unwrap_or(after));
    let (spaced_before, spaced_after) = (before.ends_with(' '), after.starts_with(' '));
    let last = last_word(before.strip_suffix(' ').unwrap_or(before));
    let small = |word: &str| word.starts_with(|c: char| c.is_ascii_lowercase());
    let lower_end = last.ends_with(|c: char| c.is_ascii_lowercase()) && last.len() > 1;
    if !lower_end || !small(next) || is_address(before, after) {
        return None;
    }
    if !spaced_before && !spaced_after {
        let ending = matches!(next, "s" | "t" | "ll" | "re" | "ve" | "d" | "m");
        let ends = !after[next.len()..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '=' | '&'));
        return match (ending, ends && next.len() > 1) {
            (true, _) if ends => Some((at, at + 1, INSIDE)),
            (false, true) => Some((at, at + 1, BETWEEN)),
            _ => None,
        };
    }
    (spaced_before && spaced_after && next.len() > 1).then_some((at, at + 1, BETWEEN))
}

/// Whether the token around the mark is an address: `watch?v=`.
fn is_address(before: &str, after: &str) -> bool {
    const LONGEST: usize = 96;
    let left = &before[floor_char_boundary(before, before.len().saturating_sub(LONGEST))..];
    let left = left.rsplit(char::is_whitespace).next().unwrap_or("");
    let right = &after[..floor_char_boundary(after, LONGEST)];
    let right = right.split(char::is_whitespace).next().unwrap_or("");
    left.contains(['/', '@', '=', '&', '.', '_']) || right.contains(['/', '@', '=', '&', '_'])
}

fn last_word(text: &str) -> &str {
    let length: usize = text.chars().rev().take(48).take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
    let word = &text[text.len() - length..];
    // Behind an apostrophe or a figure it is no word.
    if text[..text.len() - length].ends_with(['\'', '’', '-']) { "" } else { word }
}

fn first_word(text: &str) -> &str {
    let end = text.bytes().take(48).take_while(u8::is_ascii_alphabetic).count();
    &text[..end]
}
