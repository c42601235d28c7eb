//! Changes with the words around them; those that stand close together are shown together.

use copydesk::{Document, Note, Repair, SourceSpan, TextSpan};

/// A repair or a note, and where it is.
pub(super) struct Change<'d> {
    pub(super) source: SourceSpan,
    pub(super) text: TextSpan,
    /// The line of the file or record in which it begins, from 1.
    pub(super) line: u64,
    pub(super) what: What<'d>,
}

pub(super) enum What<'d> {
    Repair(Repair<'d>),
    Note(&'d Note),
}

/// Changes that are shown in one line of text.
pub(super) struct Hunk<'c, 'd> {
    pub(super) changes: &'c [Change<'d>],
    /// The changes and the words around them.
    pub(super) text: TextSpan,
}

/// No context is longer, whatever has no spaces, in bytes.
const LONGEST: usize = 160;
/// Changes further apart than this are not shown together, in bytes: in hard-wrapped text each line end is one.
const FULL: u32 = 400;

/// The changes, with up to `words` words on either side on the same line.
pub(super) fn hunks<'c, 'd>(document: &Document, changes: &'c [Change<'d>], words: usize) -> Vec<Hunk<'c, 'd>> {
    let mut hunks: Vec<Hunk<'c, 'd>> = Vec::new();
    let (mut first, mut free_from) = (0, 0);
    for (index, change) in changes.iter().enumerate() {
        let around = context(document.text(), change.text, words);
        match hunks.last_mut() {
            Some(hunk) if around.start() <= hunk.text.end() && change.text.start() >= free_from && !is_full(hunk) => {
                hunk.changes = &changes[first..=index];
                hunk.text = TextSpan::new(hunk.text.start(), around.end().max(hunk.text.end()));
            }
            _ => {
                first = index;
                hunks.push(Hunk { changes: &changes[index..=index], text: around });
            }
        }
        free_from = change.text.end();
    }
    hunks
}

fn is_full(hunk: &Hunk<'_, '_>) -> bool {
    hunk.text.len() > FULL
}

/// The span with the words around it.
pub(super) fn context(text: &str, span: TextSpan, words: usize) -> TextSpan {
    let (start, end) = (span.start() as usize, span.end() as usize);
    let before = &text[floor(text, start.saturating_sub(LONGEST), start)..start];
    let after = &text[end..floor(text, (end + LONGEST).min(text.len()), text.len())];
    let left = reach(before.char_indices().rev().map(|(at, c)| (before.len() - at, c)), words);
    let right = reach(after.char_indices().map(|(at, c)| (at + c.len_utf8(), c)), words);
    TextSpan::new((start - left) as u32, (end + right) as u32)
}

/// How far so many words reach, in bytes: each character comes with the bytes up to its far edge.
fn reach(characters: impl Iterator<Item = (usize, char)>, words: usize) -> usize {
    let (mut seen, mut inside, mut reach) = (0, false, 0);
    for (edge, c) in characters {
        match c {
            '\n' | '\r' => break,
            c if c.is_whitespace() => inside = false,
            _ => {
                // What touches the change is the rest of its own word.
                if !inside && edge > c.len_utf8() {
                    seen += 1;
                }
                if seen > words {
                    break;
                }
                inside = true;
                reach = edge;
            }
        }
    }
    reach
}

fn floor(text: &str, mut at: usize, limit: usize) -> usize {
    while at < limit && !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Counts lines up to places that are asked for in order.
pub(super) struct LineCounter<'s> {
    bytes: &'s [u8],
    at: usize,
    lines: u64,
}

impl<'s> LineCounter<'s> {
    pub(super) fn new(bytes: &'s [u8]) -> Self {
        Self { bytes, at: 0, lines: 0 }
    }

    /// The line that this offset is in, from 1.
    pub(super) fn line_of(&mut self, offset: u32) -> u64 {
        let to = offset as usize;
        if to > self.at {
            self.lines += self.bytes[self.at..to].iter().filter(|&&byte| byte == b'\n').count() as u64;
            self.at = to;
        }
        self.lines + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(text: &str, change: &str, words: usize) -> String {
        let start = text.find(change).unwrap() as u32;
        let span = context(text, TextSpan::new(start, start + change.len() as u32), words);
        text[span.start() as usize..span.end() as usize].to_owned()
    }

    #[test]
    fn context_is_words_on_the_same_line() {
        let text = "One line.\nThe fall in the year-on-year figure is over, they said.\nThe next.";
        assert_eq!(around(text, "-on-", 2), "in the year-on-year figure is");
        assert_eq!(around(text, "-on-", 0), "year-on-year");
        assert_eq!(around(text, "-on-", 40), "The fall in the year-on-year figure is over, they said.");
        assert_eq!(around(text, " in ", 1), "The fall in the year-on-year");
        assert_eq!(around("東".repeat(300).as_str(), "東", 3).chars().count(), 1 + LONGEST.div_ceil(3));
    }

    #[test]
    fn lines_are_counted_from_one() {
        let mut lines = LineCounter::new(b"a\nb\n\nc");
        assert_eq!([0, 1, 2, 2, 5].map(|offset| lines.line_of(offset)), [1, 1, 2, 2, 4]);
    }
}
