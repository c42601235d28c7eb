//! A break inside a compound or inside a word.

use crate::language::Language;
use crate::note::NoteKind;

use super::super::halves::{Attested, Halves, keeps_hyphen, suspends};
use super::super::vocabulary::{Vocabulary, joined};
use super::super::words::{self, starts_lower, starts_upper};
use super::super::{Article, Finding, Reading};
use super::paragraph::Block;
use super::{LOOKUPS, stands_together};

const fn finding(name: &'static str, reading: Reading, replacement: &'static str, message: &'static str) -> Finding {
    Finding { name, reading, replacement, note: NoteKind::AmbiguousBreak, message }
}

/// Inside a word, after a hyphen: the one finding whose spot takes that hyphen in.
pub(super) static WORD: Finding = finding("word", Reading::Clear, "", "a break inside a word, after a hyphen");
pub(super) static SPLIT: Finding = finding("split-word", Reading::Clear, "", "a break inside a word");
static COMPOUND: Finding = finding("compound", Reading::Clear, "", "a break after the hyphen of a compound");
static SUSPENDED: Finding = finding("suspended", Reading::Clear, " ", "a break after a suspended hyphen");
static LEFT: Finding =
    finding("hyphen", Reading::Doubtful, "", "a break after a hyphen: of a word, of a compound, or a dash");

/// Whether the neighbours allow no other reading.
pub(super) fn is_certain(found: &Finding) -> bool {
    [&WORD, &SPLIT].iter().any(|certain| std::ptr::eq(*certain, found))
}

/// Whether a paragraph ends in a word and a hyphen.
pub(super) fn hyphen(content: &str) -> bool {
    content.strip_suffix('-').is_some_and(|stem| stem.ends_with(char::is_alphanumeric))
}

/// What a break after a hyphen is. `None` where the hyphen is a dash for all that is known.
pub(super) fn read_hyphen(
    article: &Article<'_>,
    first: &Block<'_>,
    second: &Block<'_>,
    lookups: &mut usize,
) -> Option<&'static Finding> {
    let language = article.language?;
    let left = words::word_before(first.content, first.content.len() - 1);
    let right = words::word_after(second.content, 0);
    let (left, right) = (left.rsplit('-').next().unwrap_or(left), right.split('-').next().unwrap_or(right));
    if left.is_empty() || right.is_empty() {
        return None;
    }
    if suspends(language, right) {
        return Some(&SUSPENDED);
    }
    let (mut attested, mut closed) = (Attested::No, false);
    if *lookups < LOOKUPS {
        *lookups += 1;
        let text = article.text;
        let words = Vocabulary::of(text, joined(left, right).into_iter().flatten().collect());
        attested = if words.has_joined(left, right) { Attested::Joined } else { Attested::No };
        closed = stands_together(text, left, "-", right, first.end as usize - 1);
    }
    let halves = Halves::of(language, left, right, attested);
    if closed {
        return Some(&COMPOUND);
    }
    if halves == Halves::Word && starts_lower(right) {
        return Some(&WORD);
    }
    if language != Language::English || words::CLAUSE_STARTS.has(right) || words::NEVER_FIRST.has(left) {
        return None;
    }
    let tail = words::FINALS.has(right) || words::UNITS.has(right);
    let compound = halves == Halves::Compound
        && if starts_lower(right) {
            tail || words::FIRSTS.has(left) || keeps_hyphen(left)
        } else {
            let rest = &second.content[words::word_after(second.content, 0).len()..];
            let next = words::word_after(rest, rest.len() - rest.trim_start_matches(' ').len());
            let names = starts_upper(left) && starts_upper(right) && left.chars().any(char::is_lowercase);
            names && starts_lower(next) && !words::SPEAKS.has(next)
        };
    Some(if compound { &COMPOUND } else { &LEFT })
}

/// Whether two halves without a hyphen are one word: `Spee` and `d`.
pub(super) fn is_split_word(left: &str, right: &str) -> bool {
    left.len() > 1 && Halves::are_one_word(left, right)
}
