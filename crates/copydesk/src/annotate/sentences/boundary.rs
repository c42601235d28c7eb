//! Whether a mark ends a sentence.

use memchr::{memchr, memmem, memrchr};

use crate::language::Language;

use super::around::{Closers, Letter, Next, Opener, Run, raised, references, skip_space, word_before};
use super::lists::next_item;
use super::words::{Abbreviation, Lists, Word};

/// What is known when a mark is looked at.
#[derive(Clone, Copy)]
pub(super) struct Place<'t> {
    pub(super) content: &'t str,
    /// Where the sentence begins that the mark may end.
    pub(super) start: usize,
    pub(super) lists: Lists,
    pub(super) language: Option<Language>,
    /// Whether the block has quotation marks.
    pub(super) quotes: bool,
}

/// What the word before a stop is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    /// A word like any other.
    Word,
    /// The same in small letters, long enough to be no abbreviation that the lists miss.
    Plain,
    /// The same in upper case, short enough for an abbreviation that the lists miss.
    Short,
    /// A number.
    Digits,
    /// A number or a letter that begins the sentence: the mark of a list, or an initial.
    Marker,
    /// A letter: an initial, mostly.
    Initial,
    /// Letters with stops between: `U.S`
    Dotted,
    Known(Abbreviation),
}

/// How far a quotation may close that is a part of its sentence.
const EMBEDDED: usize = 160;

/// How far back the mark is looked for that opened a quotation.
const QUOTED: usize = 2048;

/// How many bytes of marks may stand before the first word of a sentence.
const OPENING: usize = 8;

/// An unknown abbreviation is not longer.
const SHORT: usize = 4;

/// A line of prose that is shorter was not wrapped.
const WRAPPED: usize = 60;

/// How many words a sentence has at most that is no more than a time: `At 5 a.m. Mr. Doe left.`
const TIME_ALONE: usize = 5;

impl Place<'_> {
    /// Where the sentence ends that this run of marks ends, if it ends one, and where the next one begins.
    pub(super) fn end(&self, run: Run) -> Option<(usize, usize)> {
        let closers = Closers::after(self.content, run.end);
        let closers = self.stray(closers).unwrap_or(closers);
        let end = smiley(self.content, references(self.content, closers.end));
        let next = skip_space(self.content, end);
        if next >= self.content.len() {
            return None;
        }
        if next == end {
            return self.glued(run, closers);
        }
        let follows = Next::at(self.content, next);
        if !self.ends(run, closers, follows)
            || !follows.is_marker() && follows.is_aside()
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

    /// A closing quotation mark with a space on either side: `on them. " On`
    fn stray(&self, closers: Closers) -> Option<Closers> {
        let bytes = self.content.as_bytes().get(closers.end..)?;
        let len = match bytes {
            [b' ', b'"', b' ', ..] => 2,
            [b' ', b'\'', b'\'', b' ', ..] => 3,
            _ => return None,
        };
        let mark = &self.content[closers.end + 1..closers.end + len];
        let before = &self.content[self.start..closers.end];
        let open = before.rfind(mark).is_some_and(|at| at == 0 || before.as_bytes()[at - 1].is_ascii_whitespace());
        open.then_some(Closers { end: closers.end + len, quote: true, ..closers })
    }

    /// The same after a mark that ends sentences whatever stands around it, and ends at `end`.
    pub(super) fn full(&self, end: usize) -> Option<(usize, usize)> {
        let end = Closers::after(self.content, end).end;
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
        let word = word_before(self.content, self.start, run.start);
        let left = self.left(word);
        match left {
            Left::Marker | Left::Known(Abbreviation::Title | Abbreviation::Before) => false,
            Left::Known(Abbreviation::Number) => !is_number(next) && self.plain_stop(Left::Word, closers, next),
            Left::Known(Abbreviation::Time) if !closers.quote && self.follows_number(word) => self.time(run, next),
            Left::Short if closers.bracket && self.is_alone(word) => false,
            Left::Word | Left::Short | Left::Plain | Left::Digits => self.plain_stop(left, closers, next),
            Left::Known(Abbreviation::Measure) if self.follows_number(word) => next.letter == Letter::Upper,
            Left::Known(Abbreviation::List) => next.letter == Letter::Upper && next.opener != Opener::Bracket,
            Left::Known(Abbreviation::Place) if closers.bracket => false,
            _ if closers.quote => next.letter == Letter::Upper,
            _ => self.open(next),
        }
    }

    fn left(&self, word: &str) -> Left {
        let Some(first) = word.chars().next() else { return Left::Word };
        let at = word.as_ptr() as usize - self.content.as_ptr() as usize;
        let is_first = || at <= self.start + OPENING && !self.content[self.start..at].contains(char::is_alphanumeric);
        if first.is_ascii_digit() && word.bytes().all(|byte| byte.is_ascii_digit()) {
            return if word.len() <= 3 && is_first() { Left::Marker } else { Left::Digits };
        }
        if word.len() == first.len_utf8() {
            // `S&P`, `I/B/E/S`
            let last = self.content[..at].ends_with(['&', '/']);
            return if last {
                Left::Word
            } else if is_first() {
                Left::Marker
            } else {
                Left::Initial
            };
        }
        if word.contains('.') {
            return match self.dotted(word) {
                // `P.S.`
                Left::Dotted if is_first() => Left::Marker,
                dotted => dotted,
            };
        }
        let known = if word.len() <= Lists::LONGEST { self.lists.abbreviation(word) } else { None };
        match known {
            Some(known) => Left::Known(known),
            // `kl`, `pkt`: no word of these languages is without a vowel.
            None if self.language != Some(Language::English) && has_no_vowel(word) => Left::Known(Abbreviation::Open),
            None if word.len() >= 3 && word.chars().all(|c| c.is_lowercase() || matches!(c, '\'' | '’')) => {
                Left::Plain
            }
            None if word.len() <= SHORT && first.is_uppercase() => Left::Short,
            None => Left::Word,
        }
    }

    fn dotted(&self, word: &str) -> Left {
        let letters = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ':');
        if let Some(known) = self.lists.abbreviation(letters) {
            return Left::Known(known);
        }
        let part = |part: &str| !part.is_empty() && part.len() <= 3 && part.chars().all(char::is_alphabetic);
        let single = |part: &str| part.chars().nth(1).is_none();
        // Behind a lost space the word before is part of it: `he said.U.S. officials`.
        let mut last = letters.rsplit('.');
        let initials = letters.contains('.') && last.by_ref().take(2).all(|part| !part.is_empty() && single(part));
        if initials || letters.contains('.') && letters.split('.').all(part) && letters.split('.').any(single) {
            Left::Dotted
        } else {
            Left::Word
        }
    }

    /// Whether the word stands in brackets by itself: `(Res.)`
    fn is_alone(&self, word: &str) -> bool {
        let start = word.as_ptr() as usize - self.content.as_ptr() as usize;
        start > self.start + 1 && self.content[..start].ends_with(['(', '['])
    }

    /// Whether a number stands before the word, as before a measure.
    fn follows_number(&self, word: &str) -> bool {
        let start = word.as_ptr() as usize - self.content.as_ptr() as usize;
        let digit = |c: char| c.is_ascii_digit();
        word.starts_with(digit) || self.content[self.start..start].trim_end().ends_with(digit)
    }

    /// After a word that is no abbreviation.
    fn plain_stop(&self, left: Left, closers: Closers, next: Next<'_>) -> bool {
        match next.letter {
            Letter::Upper if left == Left::Digits && self.has_ordinals() => self.starts(next),
            // The state of a dateline, cut short in a way that no list has: `Ma. – A`
            Letter::Upper if next.opener == Opener::Dash => left != Left::Short,
            Letter::Upper | Letter::Digit | Letter::Caseless => true,
            Letter::Lower => !closers.quote && self.small_start(left, closers, next),
            Letter::None => next.opener == Opener::Sign,
        }
    }

    /// Whether a sentence begins with a small letter: in careless writing, or with a name that is written so, an address, a list's mark. Of
    /// 32 such places in eleven million characters of English news, those after a word that no list has as an abbreviation are all ends.
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
            (Left::Plain, Some(Language::English)) => true,
            (Left::Plain, None) => starter(),
            (Left::Digits | Left::Word, Some(Language::English)) => next.opener == Opener::Bracket || starter(),
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
        let day = self.lists.is(next.word, Word::Day) || next.rest.starts_with(" time") || is_zone(next.word);
        let month = || self.lists.abbreviation(next.word) == Some(Abbreviation::Month);
        let mut words = self.content[self.start..run.start].split_ascii_whitespace();
        let adverbial = words.next().is_some_and(|word| self.lists.is(word, Word::Adverbial));
        let alone = || adverbial && words.take(TIME_ALONE).count() < TIME_ALONE;
        !day && !month() && !alone()
    }

    /// Whether the next word begins sentences and no name.
    fn starts(&self, next: Next<'_>) -> bool {
        let stop = next.rest.starts_with('.');
        let whole = !next.rest.starts_with(['-', '.']);
        (whole && !is_title(next.rest) || stop && self.lists.abbreviation(next.word) == Some(Abbreviation::Title))
            && self.lists.is(next.word, Word::Starter)
    }

    fn strong(&self, run: Run, closers: Closers, next: Next<'_>) -> bool {
        let bytes = self.content.as_bytes();
        let before = run.start.checked_sub(1).map(|at| bytes[at]);
        if closers.bracket && matches!(before, Some(b'(' | b'[')) || before == Some(b':') {
            return false;
        }
        let word = word_before(self.content, self.start, run.start);
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

    /// Whether a name and a word of speaking follow: `“Is it?” Jane Doe asked.`
    fn is_attribution(&self, next: Next<'_>) -> bool {
        const WORDS: usize = 4;
        let mut words = next.rest.split_ascii_whitespace().take(WORDS);
        if next.opener != Opener::None || self.starts(next) && !self.lists.is(next.word, Word::Exclaimed) {
            return false;
        }
        loop {
            let Some(word) = words.next() else { return false };
            let bare = word.trim_end_matches(['.', ',', ':']);
            if self.lists.is(bare, Word::Speech) {
                // What is said comes behind it: that is the next sentence.
                return !(word.ends_with([',', ':'])
                    && words.next().is_some_and(|word| word.starts_with(['"', '“', '\''])));
            }
            if !word.chars().next().is_some_and(|c| c.is_uppercase() || c == '.' || c == '-' || c == '’' || c == '\'')
            {
                return false;
            }
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

    /// Whether the mark stands in a quotation that is a part of its sentence: it began inside the sentence, and the sentence goes on
    /// behind it. `The sign read “Stop. Go home” in red.`
    fn is_embedded(&self, run: Run, closers: Closers) -> bool {
        if closers.quote || !self.quotes {
            return false;
        }
        let Some(open) = self.open_quote(run.start) else { return false };
        if open == self.start {
            return false;
        }
        let straight = self.content.as_bytes()[open] == b'"';
        let rest = &self.content.as_bytes()[run.end..];
        let reach = &rest[..rest.len().min(EMBEDDED)];
        let close = if straight { memchr(b'"', reach) } else { memmem::find(reach, "”".as_bytes()) };
        let Some(close) = close.map(|close| run.end + close) else { return false };
        if self.content.as_bytes()[close - 1].is_ascii_whitespace() {
            return false;
        }
        let ended = self.content[..close].ends_with(['.', '?', '!', '…']);
        let comma = self.content[..close].ends_with(',');
        let behind = &self.content[close + if straight { 1 } else { "”".len() }..];
        let goes_on = || behind.trim_start().chars().next().is_some_and(char::is_lowercase);
        !comma && (!ended && behind.starts_with([',', ';']) || goes_on())
    }

    /// Where the quotation mark stands that the sentence has left open at `at`, if it has. A straight one opens where a space or an opening
    /// mark is before it.
    fn open_quote(&self, at: usize) -> Option<usize> {
        let floor = self.start.max(at.saturating_sub(QUOTED));
        let bytes = &self.content.as_bytes()[floor..at];
        let straight = memrchr(b'"', bytes).map(|found| floor + found).filter(|&found| {
            let before = self.content[self.start..found].chars().next_back();
            before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '‘' | '\''))
        });
        // The last byte of a curly mark stands in few other characters.
        let curly = || {
            let open = memrchr(0x9c, bytes)?.checked_sub(2)?;
            bytes[open..].starts_with("“".as_bytes()).then_some(floor + open)
        };
        let open = straight.or_else(curly)?;
        memrchr(0x9d, &bytes[open - floor..]).is_none().then_some(open)
    }

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
            Letter::Upper => line < WRAPPED,
            Letter::Digit if follows.opener == Opener::Bracket => line < WRAPPED,
            Letter::Lower | Letter::Digit => mark,
            _ => follows.opener == Opener::Sign && !self.content[next..].starts_with('.'),
        };
        (blank || begins || follows.opener == Opener::Sign && follows.letter == Letter::Upper).then_some((end, next))
    }

    /// A sentence right behind the stop: a space is lost, or the raised type of a note's number.
    fn glued(&self, run: Run, closers: Closers) -> Option<(usize, usize)> {
        let content = self.content;
        let apart = run.start == 0 || content.as_bytes()[run.start - 1].is_ascii_whitespace();
        if run.dots > 1 || apart {
            return None;
        }
        let word = word_before(content, self.start, run.start);
        let plain = matches!(self.left(word), Left::Plain);
        let bytes = content.as_bytes();
        if !run.strong && !closers.bracket && bytes[run.end].is_ascii_digit() {
            let closed = run.start > 0 && bytes[run.start - 1] == b')';
            let end = raised(content, run.end).filter(|_| plain || closed)?;
            let next = skip_space(content, end);
            let follows = Next::at(content, next);
            if self.lists.abbreviation(follows.word) == Some(Abbreviation::Month)
                || self.lists.is(follows.word, Word::Day)
            {
                // `of the seat.4 Nov 2020`
                return Some((run.end, run.end));
            }
            return (follows.letter == Letter::Upper).then_some((end, next));
        }
        let next = Next::at(content, closers.end);
        let mut letters = next.word.chars();
        let small = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
        let whole = next.word.len() > 1 || matches!(next.word, "I" | "A");
        let follows =
            next.rest.chars().next().is_none_or(|c| matches!(c, ' ' | ',' | '\'' | '’')) || next.rest.starts_with(". ");
        let known = matches!(self.left(word), Left::Word | Left::Short | Left::Digits)
            && (self.lists.is(next.word, Word::Starter) || self.lists.is(word, Word::Day));
        let address = || {
            let before = content[..run.start].bytes().rev().take(64).take_while(|byte| !byte.is_ascii_whitespace());
            before.into_iter().any(|byte| matches!(byte, b'/' | b'@' | b'\\' | b'_' | b'#'))
        };
        let digits = matches!(self.left(word), Left::Digits);
        if closers.quote {
            // The mark belongs to the sentence that left one open, or else to the next one.
            let begins = next.letter == Letter::Upper && next.opener == Opener::None && (plain || digits) && !address();
            let open = self.open_quote(run.start).is_some();
            let end = if open { closers.end } else { run.end };
            return (begins && closers.end - run.end <= 3).then_some((end, end));
        }
        if next.opener == Opener::Bracket {
            return (next.letter == Letter::Upper && (plain || digits) && !address())
                .then_some((closers.end, closers.end));
        }
        let glued = next.opener == Opener::None && small && whole && follows && (plain || known) && !address();
        glued.then_some((closers.end, closers.end))
    }
}

/// Whether a word of small letters has consonants alone.
fn has_no_vowel(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase() && !matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'))
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

/// Where a smiley ends that stands behind a sentence; it belongs to it.
fn smiley(content: &str, end: usize) -> usize {
    const SMILEYS: [&str; 6] = [" :)", " :-)", " ;)", " ;-)", " :D", " :("];
    let found = SMILEYS.iter().find(|smiley| content[end..].starts_with(**smiley));
    end + found.map_or(0, |smiley| smiley.len())
}

/// Whether what follows is a number: figures, or a Roman one.
fn is_number(next: Next<'_>) -> bool {
    let roman = next.word.len() > 1 && next.word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C'));
    next.letter == Letter::Digit || next.opener == Opener::None && roman
}
