//! Quotations: where one was opened, whether it is part of its sentence, and whether the words after it say who speaks.

use memchr::{memchr, memrchr, memrchr_iter};

use crate::language::Language;
use crate::phrase::Phrase;

use super::around::{Closers, Run};
use super::boundary::Place;
use super::next::{Next, Opener};
use super::words::Word;

/// How far a quotation may close that is a part of its sentence.
const EMBEDDED: usize = 160;

/// How far back the mark is looked for that opened a quotation.
const QUOTED: usize = 2048;

/// A curly mark that closes, told by its last byte: the others are those of other marks too.
static CLOSING: Phrase = Phrase::new("”", 2);

impl Place<'_> {
    /// A closing quotation mark with a space on either side: `on them. " On`
    pub(super) fn stray(&self, closers: Closers) -> Option<Closers> {
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

    /// The place of the quotation mark that the sentence has left open at `at`, if any. A straight one opens if a space or an opening mark
    /// is before it.
    pub(super) fn open_quote(&self, at: usize) -> Option<usize> {
        let floor = self.start.max(at.saturating_sub(QUOTED));
        let bytes = &self.content.as_bytes()[floor..at];
        let straight = memrchr(b'"', bytes).map(|found| floor + found).filter(|&found| {
            let before = self.content[self.start..found].chars().next_back();
            before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '‘' | '\''))
        });
        let open = straight.or_else(|| last_curly(bytes, "“").map(|open| floor + open))?;
        last_curly(&bytes[open - floor..], "”").is_none().then_some(open)
    }

    /// Whether the mark is in a quotation that is part of its sentence: the quotation began inside the sentence, and the sentence goes on
    /// after it. `The sign read “Stop. Go home” in red.`
    pub(super) fn is_embedded(&self, run: Run, closers: Closers) -> bool {
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
        let close = if straight { memchr(b'"', reach) } else { CLOSING.find(reach) };
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

    /// Whether a name and a word of speaking follow: `“Is it?” Jane Doe asked.`
    pub(super) fn is_attribution(&self, next: Next<'_>) -> bool {
        const WORDS: usize = 5;
        let mut words = next.rest.split_ascii_whitespace().take(WORDS);
        // `“Really?” I said.`: of the words that begin sentences, this one has a capital anywhere.
        let is_i = || {
            self.language == Some(Language::English)
                && next.word == "I"
                && next.rest.starts_with(' ')
                && self.content[self.start..].starts_with(['"', '“', '\'', '‘'])
        };
        if next.opener != Opener::None || self.starts(next) && !is_i() {
            return false;
        }
        loop {
            let Some(word) = words.next() else { return false };
            let bare = word.trim_end_matches(['.', ',', ':']);
            if self.lists.is(bare, Word::Speech) {
                if word.ends_with('.') {
                    return true;
                }
                // What is said comes behind it, and not before: that is the next sentence.
                let quoted = |next: &str| word.ends_with([',', ':']) && next.starts_with(['"', '“', '\'']);
                return !words.next().is_some_and(|next| quoted(next) || self.lists.is(next, Word::Clause));
            }
            if !word.chars().next().is_some_and(|c| c.is_uppercase() || c == '.' || c == '-' || c == '’' || c == '\'')
            {
                return false;
            }
        }
    }
}

/// Where the last of these marks stands. Its last byte is that of other characters too: `Ü` and `Ý`, and Greek and Cyrillic capitals.
fn last_curly(bytes: &[u8], mark: &str) -> Option<usize> {
    let last = mark.len() - 1;
    let mut places = memrchr_iter(mark.as_bytes()[last], bytes).filter_map(|at| at.checked_sub(last));
    places.find(|&at| bytes[at..].starts_with(mark.as_bytes()))
}
