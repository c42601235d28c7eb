//! Whether a name is a part of a longer one: of a person's, `Jack London`, or of an institution's, `Bank of China`.
//!
//! In running text a capital directly before or after a name belongs to it, save where a sentence begins, and titles, days and points of the
//! compass. Where all words have capitals, as in a title, only one that is no common word does.

use std::ops::Range;

use super::around::{self, Beside, Word};
use super::gazetteer::{Kind, Name};
use super::words;

/// How many words of a longer name are read to either side.
const WORDS: usize = 6;

/// What the neighbours make of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// It stands alone.
    None,
    /// A part of the name that stands in this range.
    Of(Range<usize>),
    /// A part of a person's name.
    Person,
}

/// A name in a block, and what stands on both sides.
pub(super) struct Place<'t> {
    pub(super) content: &'t str,
    pub(super) span: Range<usize>,
    pub(super) name: Name,
    pub(super) before: Beside<'t>,
    pub(super) after: Beside<'t>,
    /// Whether the name of another place ends directly before it, or begins directly after it.
    pub(super) has_place_before: bool,
    pub(super) has_place_after: bool,
}

impl Place<'_> {
    /// What longer name it is a part of.
    pub(super) fn part(&self) -> Part {
        let is_demonym = self.name.senses().all(|sense| sense.kind == Kind::Demonym);
        let counts = |word: &Word<'_>| {
            !(word.is_common() && around::is_title_case(self.content, self.span.start, self.span.end))
        };
        let left = match self.before {
            Beside::Word(word) if !self.has_place_before && !is_demonym => self.left(word, &counts),
            _ => Left::None,
        };
        let right = match self.after {
            Beside::Word(word) if !self.has_place_after && is_of_name(&word) && counts(&word) => Some(word),
            _ => None,
        };
        match (left, right) {
            (Left::None, None) => Part::None,
            (Left::Person, _) => Part::Person,
            (Left::Word, _) | (_, Some(_)) if self.is_person(right) => Part::Person,
            (left, right) => {
                let start = if left == Left::None { self.span.start } else { self.start(self.span.start) };
                let end = right.map_or(self.span.end, |word| self.end(word));
                Part::Of(start..end)
            }
        }
    }

    /// Whether capitals beside it make it a person's name: it is one elsewhere, and none of them names an institution.
    fn is_person(&self, right: Option<Word<'_>>) -> bool {
        self.name.is_persons() && !right.is_some_and(|word| self.is_institution(word))
    }

    fn left(&self, word: Word<'_>, counts: &impl Fn(&Word<'_>) -> bool) -> Left {
        if !word.is_capital() {
            return match self.head(word) {
                Some(head) if !self.begins_sentence(&head) || words::is_institution(head.text) => Left::Of,
                _ => Left::None,
            };
        }
        if words::is_honorific(word.text) && self.name.is_persons() {
            return Left::Person;
        }
        let is_initial = word.text.len() == 2 && word.text.ends_with('.');
        if is_initial {
            return Left::Word;
        }
        let is_none = words::is_title(word.text)
            || words::is_part(word.text)
            || words::is_date(word.text)
            || words::is_where(word.text)
            || !counts(&word)
            || self.begins_sentence(&word) && word.is_common();
        if is_none { Left::None } else { Left::Word }
    }

    /// The word that *of* or *at* belongs to: `Bank` of `Bank of China`.
    fn head(&self, word: Word<'_>) -> Option<Word<'_>> {
        let mut link = word;
        if link.text == "the" {
            link = match around::before(self.content, link.start) {
                Beside::Word(word) => word,
                _ => return None,
            };
        }
        if !matches!(link.text, "of" | "at") {
            return None;
        }
        match around::before(self.content, link.start) {
            Beside::Word(head) if head.is_capital() && (link.text == "of" || head.text == "University") => {
                (!words::is_head_of_place(head.text) && !words::is_date(head.text)).then_some(head)
            }
            _ => None,
        }
    }

    fn begins_sentence(&self, word: &Word<'_>) -> bool {
        !matches!(around::before(self.content, word.start), Beside::Word(_) | Beside::Comma | Beside::Joined)
    }

    /// Whether one of the words from here on makes it an institution's name.
    fn is_institution(&self, word: Word<'_>) -> bool {
        let mut next = Some(word);
        for _ in 0..WORDS {
            match next {
                Some(word) if words::is_institution(word.text) => return true,
                Some(word) if word.is_capital() => next = next_word(self.content, &word),
                _ => return false,
            }
        }
        false
    }

    /// Where the longer name begins.
    fn start(&self, from: usize) -> usize {
        let (mut start, mut at) = (from, from);
        for _ in 0..WORDS {
            let Beside::Word(word) = around::before(self.content, at) else { break };
            at = word.start;
            if word.is_capital() {
                if words::is_date(word.text) || words::is_where(word.text) || word.text == "The" {
                    break;
                }
                start = at;
            } else if !words::is_link(word.text) {
                break;
            }
        }
        start
    }

    /// Where the longer name ends.
    fn end(&self, first: Word<'_>) -> usize {
        let (mut end, mut next) = (first.end(), next_word(self.content, &first));
        for _ in 0..WORDS {
            match next {
                Some(word) if is_of_name(&word) => end = word.end(),
                Some(word) if matches!(word.text, "of" | "for") => {}
                _ => break,
            }
            next = next.and_then(|word| next_word(self.content, &word));
        }
        end
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Left {
    None,
    /// A word of the same name: `Air China`.
    Word,
    /// What a name is *of*.
    Of,
    /// A title that only a person has.
    Person,
}

/// Whether a word goes on with the name before it.
fn is_of_name(word: &Word<'_>) -> bool {
    word.is_capital() && word.text != "I" && !words::is_title(word.text) && !words::is_date(word.text)
}

/// The word after this one, with a space between.
fn next_word<'t>(content: &'t str, word: &Word<'_>) -> Option<Word<'t>> {
    match around::after(content, word.end()) {
        Beside::Word(word) => Some(word),
        _ => None,
    }
}
