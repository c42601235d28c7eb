//! A line that may be half of a paragraph: where its sentence stops, how it begins, and what may have followed it.

use crate::language::Language;
use crate::letters::floor_char_boundary;
use crate::lines::{self, Lines};

use super::super::words::{self, starts_lower, starts_upper};
use super::{FIRST_HALF, RUNNING, SECOND_HALF};

/// One line that is not blank.
#[derive(Clone, Copy)]
pub(super) struct Block<'t> {
    pub(super) content: &'t str,
    pub(super) start: u32,
    pub(super) end: u32,
    /// Whether a blank line stands before it.
    pub(super) after_blank: bool,
    /// The block that its paragraph begins with: itself, unless it goes on from the ones before.
    pub(super) head: &'t str,
}

pub(super) struct Blocks<'t> {
    pub(super) text: &'t str,
    pub(super) lines: &'t Lines,
}

impl<'t> Blocks<'t> {
    pub(super) fn iter(&self) -> impl Iterator<Item = Block<'t>> {
        let text = self.text;
        // The number of the line below the last one that says something.
        let mut below = 0;
        self.lines.filled(text).filter_map(move |(number, range)| {
            let start = range.start as u32;
            let line = &text[range];
            let content = lines::trimmed(line);
            if content.is_empty() {
                return None;
            }
            let start = start + (content.as_ptr() as usize - line.as_ptr() as usize) as u32;
            let after_blank = std::mem::replace(&mut below, number + 1) != number;
            Some(Block { content, start, end: start + content.len() as u32, after_blank, head: content })
        })
    }
}

/// Whether the last word is followed by no stop. A year ends signatures and captions; another number needs what it counts.
pub(super) fn stops_in_sentence(content: &str) -> bool {
    let is_year = || matches!(words::word_before(content, content.len()).as_bytes(), [b'1' | b'2', _, _, _]);
    match content.chars().next_back() {
        Some(c) if c.is_alphabetic() || matches!(c, ',' | ';') => true,
        Some(c) => c.is_ascii_digit() && !is_year(),
        None => false,
    }
}

/// Whether a paragraph is running text, from its first words and its last one: no list item, label or address.
pub(super) fn is_running(head: &str, tail: &str) -> bool {
    let marked = head.starts_with(['-', '*', '•', '–', '—', '●', '■', '[', '(', '@', '#']);
    let spaces = head.bytes().take(2 * FIRST_HALF).filter(|&byte| byte == b' ').count();
    let small = || first_words(head).filter(|word| starts_lower(word)).nth(2).is_some();
    !marked && spaces >= 7 && small() && !words::in_address(tail, tail.len(), tail.len())
}

/// The first words of a paragraph, as far as a cap: it may be the head of many halves, and be looked at for each.
fn first_words(head: &str) -> impl Iterator<Item = &str> {
    let end = floor_char_boundary(head, 4 * FIRST_HALF);
    head[..end].split(' ').take(16)
}

pub(super) fn ends_sentence(content: &str) -> bool {
    content.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']).ends_with(['.', '!', '?', '…', ':'])
}

/// `iPhone`, `van der Berg`: names that begin in lower case.
pub(super) fn begins_name(content: &str, word: &str) -> bool {
    let particle = |word: &str| {
        matches!(
            word,
            "al" | "bin"
                | "da"
                | "de"
                | "del"
                | "della"
                | "den"
                | "der"
                | "di"
                | "dos"
                | "du"
                | "el"
                | "ibn"
                | "la"
                | "le"
                | "van"
                | "von"
        )
    };
    let mut after = content.split(' ').skip(1).skip_while(|word| particle(word));
    particle(word) && after.next().is_some_and(starts_upper) || word.chars().skip(1).any(char::is_uppercase)
}

/// Whether the first half ends in a word that no sentence ends with. Languages that write nouns small or large give no other cue.
pub(super) fn ends_open(language: Option<Language>, left: &str) -> bool {
    match language {
        Some(Language::English) => words::NEVER_FIRST.has(left),
        Some(Language::Dutch) => {
            matches!(left, "de" | "het" | "een" | "van" | "en" | "voor" | "met" | "naar" | "zijn" | "dat")
        }
        Some(Language::Spanish) => {
            matches!(left, "el" | "la" | "los" | "las" | "de" | "del" | "y" | "con" | "para" | "un" | "una" | "su")
        }
        Some(Language::Portuguese) => {
            matches!(left, "o" | "a" | "os" | "as" | "de" | "do" | "da" | "dos" | "das" | "e" | "com" | "um" | "uma")
        }
        Some(Language::French) => {
            matches!(left, "le" | "la" | "les" | "de" | "du" | "des" | "et" | "avec" | "pour" | "un" | "une")
        }
        _ => false,
    }
}

/// Whether a name may have stood between the halves: `Jamaica’s ¶ stormed to a personal best`, `a report by ¶ on Tuesday`.
pub(super) fn hides_loss(left: &str, right: &str) -> bool {
    let possessive = left.ends_with("'s") || left.ends_with("’s") || left.ends_with("s'") || left.ends_with("s’");
    possessive || stands_before_name(left) && stands_behind_name(right)
}

fn stands_before_name(word: &str) -> bool {
    joins_names(word) || matches!(word, "to" | "between" | "against" | "the" | "a" | "an")
}

fn stands_behind_name(word: &str) -> bool {
    let is_verb =
        matches!(word, "was" | "is" | "were" | "are" | "has" | "had" | "have" | "will" | "would" | "said" | "says");
    let is_link = matches!(word, "but" | "who" | "which" | "that" | "after" | "before" | "when" | "while");
    joins_names(word) || is_verb || is_link
}

/// Words that stand on either side of a name.
fn joins_names(word: &str) -> bool {
    matches!(word, "of" | "by" | "with" | "from" | "in" | "on" | "at" | "for" | "and" | "or")
}

/// Whether the second paragraph goes on in the sentence in which the first one stops, whatever stands between.
pub(crate) fn goes_on(language: Option<Language>, first: &str, second: &str) -> bool {
    let left = words::word_before(first, first.len());
    let right = words::word_after(second, 0);
    let long =
        first.len() >= FIRST_HALF && (second.len() >= RUNNING || second.len() >= SECOND_HALF && ends_sentence(second));
    long && starts_lower(second)
        && !starts_lower(first)
        && stops_in_sentence(first)
        && !first.ends_with(';')
        && is_running(first, first)
        && !words::in_address(second, 0, right.len())
        && !begins_name(second, right)
        && (language == Some(Language::English) || ends_open(language, left))
        && !hides_loss(left, right)
}
