//! Whether a mark ends a sentence.

use crate::blocks::datelines::starts_with_dateline;
use crate::language::Language;

use super::around::{Closers, Run, references, skip_space, smiley};
use super::before::{Before, Left};
use super::lists::next_item;
use super::next::{Letter, Next, Opener};
use super::words::{Abbreviation, Lists, Word};

/// What is known when a mark is looked at.
#[derive(Clone, Copy)]
pub(super) struct Place<'t> {
    pub(super) content: &'t str,
    /// Where the sentence begins that the mark may end.
    pub(super) start: usize,
    pub(super) lists: Lists,
    pub(super) language: Option<Language>,
    /// Whether a quotation mark stands in the sentence before the mark.
    pub(super) quotes: bool,
}

/// How many words a sentence has at most that is no more than a time: `At 5 a.m. Mr. Doe left.`
const TIME_ALONE: usize = 5;

impl Place<'_> {
    /// Where the sentence ends that this run of marks ends, if it ends one, and where the next one begins.
    pub(super) fn end(&self, run: Run) -> Option<(usize, usize)> {
        let (closers, end, next) = self.behind(run.end);
        if next >= self.content.len() {
            return None;
        }
        if let Some(behind) = self.picture_credit(next) {
            return Some(behind);
        }
        if next == end {
            return self.glued(run, closers);
        }
        let follows = Next::at(self.content, next);
        if !self.ends(run, closers, follows)
            || (run.strong || run.dots > 1) && follows.is_aside()
            || self.is_embedded(run, closers)
        {
            return None;
        }
        if run.omission {
            // The first stop is the sentence's; the others stand for what is left out before the next one.
            return Some((run.start + 1, skip_space(self.content, run.start + 1)));
        }
        Some((end, next))
    }

    /// Where a picture's credit ends that stands behind its caption, and where the dateline begins that follows: `(Plume/Jo Roe) NORHAVEN,`.
    fn picture_credit(&self, at: usize) -> Option<(usize, usize)> {
        const LONGEST: usize = 80;
        let bytes = &self.content.as_bytes()[at..];
        if bytes.first() != Some(&b'(') {
            return None;
        }
        let length = bytes.iter().take(LONGEST).position(|&byte| byte == b')')?;
        let end = at + length + 1;
        let next = skip_space(self.content, end);
        let agency = bytes[..length].contains(&b'/');
        (agency && starts_with_dateline(&self.content[next..], self.language)).then_some((end, next))
    }

    /// What closes behind a mark, where that ends with what belongs to it, and where the next thing begins.
    fn behind(&self, mark_end: usize) -> (Closers, usize, usize) {
        // Behind most nothing closes: a space and a word follow, or a letter.
        let space = match self.content.as_bytes().get(mark_end..) {
            Some([next, ..]) if next.is_ascii_alphanumeric() => Some(0),
            Some([b' ', next, ..]) if next.is_ascii_alphanumeric() => Some(1),
            _ => None,
        };
        if let Some(space) = space {
            return (Closers { end: mark_end, quote: false, bracket: false }, mark_end, mark_end + space);
        }
        let closers = Closers::after(self.content, mark_end, self.language);
        let closers = self.stray(closers).unwrap_or(closers);
        let end = smiley(self.content, references(self.content, closers.end));
        (closers, end, skip_space(self.content, end))
    }

    /// The same after a mark that ends sentences whatever stands around it, and ends at `end`.
    pub(super) fn full(&self, end: usize) -> Option<(usize, usize)> {
        let end = Closers::after(self.content, end, self.language).end;
        let next = skip_space(self.content, end);
        // The particle behind a Japanese quotation, and a comma, go on with the sentence.
        let goes_on = self.content[end..].starts_with(['と', '、', '，', ',']);
        (next < self.content.len() && !goes_on).then_some((end, next))
    }

    fn ends(&self, run: Run, closers: Closers, next: Next<'_>) -> bool {
        if run.strong {
            return self.strong(run, closers, next);
        }
        match run.dots {
            1 => self.stop(run, closers, next),
            3 => self.ellipsis(run, closers, next),
            _ => !matches!(next.letter, Letter::Lower | Letter::None),
        }
    }

    fn stop(&self, run: Run, closers: Closers, next: Next<'_>) -> bool {
        let before = Before::at(self.content, self.start, run.start);
        if is_doubled(before.word) && is_doubled(next.word) && next.rest.starts_with('.') {
            return false;
        }
        if is_old_money(before.word) && matches!(next.letter, Letter::Digit | Letter::Lower) {
            return false;
        }
        let left = self.left(before);
        match left {
            Left::Digits if next.letter == Letter::Upper && self.is_in_lineup(before, next) => false,
            Left::Marker | Left::Known(Abbreviation::Title | Abbreviation::Before) => false,
            Left::Known(Abbreviation::Number) => !is_number(next) && self.plain_stop(Left::Word, closers, next),
            Left::Known(Abbreviation::Time) if !closers.quote && self.follows_number(before) => self.time(run, next),
            Left::Short if closers.bracket && self.is_alone(before) => false,
            Left::Word if next.letter == Letter::Lower && self.is_behind_code(run) => false,
            // `Hauptstr. 5`.
            Left::Word | Left::Plain
                if next.letter == Letter::Digit
                    && self.language == Some(Language::German)
                    && before.word.ends_with("str") =>
            {
                false
            }
            Left::Word | Left::Short | Left::Plain | Left::Digits => self.plain_stop(left, closers, next),
            Left::Known(Abbreviation::Measure) if self.follows_number(before) => next.letter == Letter::Upper,
            Left::Known(Abbreviation::List) => next.letter == Letter::Upper && next.opener != Opener::Bracket,
            Left::Known(Abbreviation::Place) if closers.bracket => false,
            _ if closers.quote => next.letter == Letter::Upper,
            _ => self.open(next),
        }
    }

    /// Whether a number is that of a player, in a list where the next one behind a comma, or the first behind a colon, has one too:
    /// `The team: 1. Doe (Norhaven), 3. Roe, 9. Hale`.
    fn is_in_lineup(&self, before: Before<'_>, next: Next<'_>) -> bool {
        /// Bytes of a name and what is in brackets behind it, at most.
        const NAME: usize = 60;
        let number = |text: &str| matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
        if !number(before.word) {
            return false;
        }
        let list = &self.content[self.start..before.start];
        if list.ends_with(", ") {
            let (first, _) = list.split_once(". ").unwrap_or((list, ""));
            return number(first.rsplit(' ').next().unwrap_or(first));
        }
        let mut behind = next.rest.as_bytes().iter().take(NAME).skip_while(|&&byte| byte != b',').skip(1);
        let digits = behind.by_ref().skip(1).take_while(|byte| byte.is_ascii_digit()).count();
        list.ends_with(": ") && matches!(digits, 1 | 2)
    }

    /// Whether the stop follows a bracket without a word, such as the code of a share: `Plume Inc. ( PLM.N ). has said`. Before a small
    /// letter, the stop is a comma gone wrong.
    fn is_behind_code(&self, run: Run) -> bool {
        const CODE: usize = 24;
        let bytes = &self.content.as_bytes()[self.start..run.start];
        let Some((b')', inner)) = bytes.split_last() else { return false };
        let open = inner.iter().rev().take(CODE).position(|&byte| byte == b'(');
        open.is_some_and(|length| {
            let code = &inner[inner.len() - length..];
            code.iter().any(u8::is_ascii_uppercase) && !code.iter().any(u8::is_ascii_lowercase)
        })
    }

    /// After a word that is no abbreviation.
    fn plain_stop(&self, left: Left, closers: Closers, next: Next<'_>) -> bool {
        match next.letter {
            Letter::Upper if left == Left::Digits && self.has_ordinals() => self.starts(next),
            // The state of a dateline, cut short in a way that no list has: `Ma. – A`
            Letter::Upper if next.opener == Opener::Dash => left != Left::Short && !self.ends_place(next.start),
            Letter::Upper | Letter::Digit | Letter::Caseless => true,
            Letter::Lower => !closers.quote && self.small_start(left, closers, next),
            Letter::None => next.opener == Opener::Sign,
        }
    }

    /// Whether a paragraph begins with a place and a stop before the dash, as Swiss papers set their datelines: `Glarus. – Der Landrat …`.
    fn ends_place(&self, next: usize) -> bool {
        const LONGEST: usize = 48;
        self.start == 0
            && next <= LONGEST
            && !self.content[..next].trim_end().trim_end_matches(['-', '–', '—']).contains(['-', '–', '—', '('])
            && starts_with_dateline(self.content, self.language)
    }

    /// Whether a sentence begins with a small letter: in careless writing, or with a name written so, an address, or a list's mark. Of 32
    /// such places in eleven million characters of English news, all after a word that no list has as an abbreviation are ends.
    fn small_start(&self, left: Left, closers: Closers, next: Next<'_>) -> bool {
        if next.is_brand() || next.word.starts_with("http") || matches!(next.word, "www" | "pic") {
            return true;
        }
        let starter = || self.lists.is(next.word, Word::Starter);
        if next.is_marker() {
            return true;
        }
        if closers.bracket && (left == Left::Plain || next.opener != Opener::None) {
            return false;
        }
        if next.word.len() == 1 && next.rest.starts_with(['.', ')']) {
            return next_item(self.content, next.start).is_some();
        }
        match (left, self.language) {
            _ if next.opener == Opener::Bracket => true,
            (Left::Plain, Some(Language::English)) => true,
            (Left::Plain, None) => starter(),
            (Left::Digits | Left::Word, Some(Language::English)) => starter(),
            _ => false,
        }
    }

    /// Whether a number with a stop is an ordinal: `am 5. Mai`.
    fn has_ordinals(&self) -> bool {
        matches!(self.language, Some(Language::German | Language::Danish | Language::Norwegian | Language::Finnish))
    }

    /// After an abbreviation that may end a sentence.
    fn open(&self, next: Next<'_>) -> bool {
        match (next.letter, next.opener) {
            (Letter::Upper, Opener::Quote) => true,
            (Letter::Upper, Opener::None | Opener::Sign) => self.starts(next),
            _ => false,
        }
    }

    /// After a time of day.
    fn time(&self, run: Run, next: Next<'_>) -> bool {
        if next.letter != Letter::Upper || next.opener == Opener::Bracket {
            return false;
        }
        let day = self.lists.is(next.word, Word::Day) || self.is_place_time(next) || is_zone(next.word);
        let month = || self.lists.abbreviation(next.word) == Some(Abbreviation::Month);
        let alone = || {
            // What is longer than this is no sentence of a few words.
            const SHORT: usize = 160;
            let before = &self.content[self.start..run.start];
            let mut words = before.split_ascii_whitespace();
            before.len() <= SHORT
                && words.next().is_some_and(|word| self.lists.is(word, Word::Adverbial))
                && words.take(TIME_ALONE).count() < TIME_ALONE
        };
        !day && !month() && !alone()
    }

    /// Whether it is the time of a place: `5 p.m. New York time`.
    fn is_place_time(&self, next: Next<'_>) -> bool {
        const WORDS: usize = 2;
        let mut words = next.rest.split_ascii_whitespace().take(WORDS);
        words.any(|word| word.trim_end_matches(['.', ',', ')']) == "time") && !self.lists.is(next.word, Word::Starter)
    }

    /// Whether the next word begins sentences and no name.
    pub(super) fn starts(&self, next: Next<'_>) -> bool {
        let stop = next.rest.starts_with('.');
        let whole = !next.rest.starts_with(['-', '.']);
        let title = || stop && self.lists.abbreviation(next.word) == Some(Abbreviation::Title);
        self.lists.is(next.word, Word::Starter) && (whole && !is_title(next.rest) || title())
    }

    fn strong(&self, run: Run, closers: Closers, next: Next<'_>) -> bool {
        let bytes = self.content.as_bytes();
        let before = run.start.checked_sub(1).map(|at| bytes[at]);
        if closers.bracket && matches!(before, Some(b'(' | b'[')) || before == Some(b':') {
            return false;
        }
        let word = Before::at(self.content, self.start, run.start).word;
        match next.letter {
            Letter::Upper => {
                let exclaimed = run.end - run.start == 1 && self.lists.is(word, Word::Exclaimed);
                !(exclaimed && !self.starts(next) || closers.quote && self.is_attribution(next))
            }
            Letter::Digit | Letter::Caseless => true,
            // A name or a title in upper case goes on: `Yahoo! said`, `Which? found`. So does a sentence with a reporting verb.
            Letter::Lower => {
                let second = next.rest.split_ascii_whitespace().next().unwrap_or("");
                let said =
                    [next.word, second].iter().any(|word| self.lists.is(word.trim_end_matches('.'), Word::Speech));
                let small = word.chars().next().is_none_or(|first| !first.is_uppercase()) || run.end - run.start > 1;
                next.is_brand()
                    || self.language == Some(Language::English)
                        && closers.end == run.end
                        && run.dots == 0
                        && !before.is_some_and(|byte| byte.is_ascii_whitespace())
                        && next.opener == Opener::None
                        && small
                        && !said
            }
            Letter::None => next.opener == Opener::Sign,
        }
    }

    /// After an ellipsis. One that stands apart is a pause as often as an end.
    fn ellipsis(&self, run: Run, closers: Closers, next: Next<'_>) -> bool {
        let apart = run.start > 0 && self.content.as_bytes()[run.start - 1].is_ascii_whitespace();
        match next.letter {
            Letter::Upper if closers.bracket => false,
            Letter::Upper if closers.quote => true,
            Letter::Upper => next.word != "I" && (!apart || self.starts(next)),
            Letter::Caseless => true,
            _ => false,
        }
    }
}

/// Whether a word is an amount of shillings or pence: `7s. 6d. each`.
fn is_old_money(word: &str) -> bool {
    let [digits @ .., b's' | b'd'] = word.as_bytes() else { return false };
    matches!(digits.len(), 1 | 2) && digits.iter().all(u8::is_ascii_digit)
}

/// Whether a word is the initial of a plural, as Spanish writes it twice: `EE. UU.`, `CC. OO.`
fn is_doubled(word: &str) -> bool {
    matches!(word.as_bytes(), [first @ b'A'..=b'Z', second] if first == second)
}

/// Whether words in upper case follow, as in a title: `U.S. To Delay All Flights`.
fn is_title(rest: &str) -> bool {
    const WORDS: usize = 3;
    let mut words = rest.split_ascii_whitespace();
    let upper = words.by_ref().take(WORDS).filter(|word| word.chars().next().is_some_and(char::is_uppercase)).count();
    upper == WORDS
}

/// Whether a word is a time zone: `EDT`, `AEST`.
fn is_zone(word: &str) -> bool {
    matches!(word.len(), 2..=5) && word.ends_with('T') && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether what follows is a number: figures, or a Roman one.
fn is_number(next: Next<'_>) -> bool {
    let roman = next.word.len() > 1 && next.word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C'));
    next.letter == Letter::Digit || next.opener == Opener::None && roman
}
