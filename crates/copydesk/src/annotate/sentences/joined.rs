//! Sentences without a space between them, and line ends: where a break was lost, or is one too many.

use super::around::{Closers, Run, raised, skip_space};
use super::before::{Before, Left};
use super::boundary::Place;
use super::next::{Letter, Next, Opener};
use super::words::{Abbreviation, Word};

/// The least right margin of wrapped lines. A line to which the next word would still have been put ends because its writer ended it.
const WRAPPED: usize = 60;

/// The bytes of the longest quotation mark.
const LONGEST_MARK: usize = 3;

/// How far back an address is looked for.
const ADDRESS: usize = 64;

impl Place<'_> {
    /// At the end of a line inside a block.
    pub(super) fn line(&self, at: usize) -> Option<(usize, usize)> {
        let end = self.content[..at].trim_end().len();
        let next = skip_space(self.content, at);
        if end <= self.start || next >= self.content.len() {
            return None;
        }
        let blank = memchr::memchr_iter(b'\n', &self.content.as_bytes()[end..next]).count() > 1;
        let line = at - self.content[..at].rfind('\n').map_or(0, |before| before + 1);
        let follows = Next::at(self.content, next);
        let mark = follows.word.len() <= 1
            && follows.rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')']);
        let begins = match follows.letter {
            Letter::Upper => line + 1 + follows.word.len() < WRAPPED,
            Letter::Digit if follows.opener == Opener::Bracket => line < WRAPPED,
            Letter::Lower | Letter::Digit => mark,
            _ => follows.opener == Opener::Sign && !self.content[next..].starts_with('.'),
        };
        (blank || begins || follows.opener == Opener::Sign && follows.letter == Letter::Upper).then_some((end, next))
    }

    /// A sentence right behind the stop: a space is lost, or the raised type of a note's number.
    pub(super) fn glued(&self, run: Run, closers: Closers) -> Option<(usize, usize)> {
        let bytes = self.content.as_bytes();
        let last = *bytes.get(run.start.checked_sub(1)?)?;
        if run.dots > 1 || last.is_ascii_whitespace() {
            return None;
        }
        // `0.5`, `U.S.`, `www.norhaven.example`: most marks between letters or digits are part of what they stand in.
        let digits = !run.strong && last.is_ascii_digit() && bytes[run.end].is_ascii_digit();
        if digits || closers.end == run.end && bytes[run.end].is_ascii_lowercase() {
            return None;
        }
        let before = Before::at(self.content, self.start, run.start);
        let left = self.left(before);
        if !run.strong && closers.end == run.end && bytes[run.end].is_ascii_digit() {
            return if left == Left::Plain || last == b')' { self.note(run) } else { None };
        }
        let next = Next::at(self.content, closers.end);
        let known = || self.lists.is(next.word, Word::Starter) || self.lists.is(before.word, Word::Day);
        let begins = match next.opener {
            Opener::None if !closers.quote => {
                next.is_word()
                    && (left == Left::Plain || matches!(left, Left::Word | Left::Short | Left::Digits) && known())
            }
            // A quotation mark or a bracket can stand beside a word in an address or a formula; a whole sentence ends in a word.
            Opener::None | Opener::Bracket => {
                next.letter == Letter::Upper && matches!(left, Left::Plain | Left::Digits)
            }
            _ => false,
        };
        if !begins || self.is_address(run.start) || closers.quote && closers.end - run.end > LONGEST_MARK {
            return None;
        }
        // A quotation mark belongs to the sentence that left one open, or else to the next one.
        let opens = closers.quote && self.open_quote(run.start).is_none();
        let end = if opens { run.end } else { closers.end };
        Some((end, end))
    }

    /// At the number of a note: `in the town.3 No one came`. Where a month follows, the number is a day's: `of the seat.4 Nov 2020`.
    fn note(&self, run: Run) -> Option<(usize, usize)> {
        let end = raised(self.content, run.end)?;
        let next = skip_space(self.content, end);
        let follows = Next::at(self.content, next);
        let month = self.lists.abbreviation(follows.word) == Some(Abbreviation::Month);
        if month || self.lists.is(follows.word, Word::Day) {
            return Some((run.end, run.end));
        }
        (follows.letter == Letter::Upper).then_some((end, next))
    }

    /// Whether what stands before the mark without a space is an address or code.
    fn is_address(&self, mark: usize) -> bool {
        let before = self.content.as_bytes()[..mark].iter().rev().take(ADDRESS);
        before
            .take_while(|byte| !byte.is_ascii_whitespace())
            .any(|byte| matches!(byte, b'/' | b'@' | b'\\' | b'_' | b'#'))
    }
}
