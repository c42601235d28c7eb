//! The marks that can end a sentence, found without a look at anything else.

use fearless_simd::{Level, Simd, dispatch};
use memchr::{memchr2, memchr3};

use crate::masks::{Collected, blocks_by, places};

/// A mark that can end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `.`, `?`, `!`, `…`: what stands around them decides.
    Stop,
    /// The end of a line.
    Line,
    /// A mark of a script that ends sentences with a mark of its own, and with this length.
    Full(usize),
}

/// Where a text has marks: one pass over all of it, 64 bytes at a time.
#[derive(Debug)]
pub(super) struct Found {
    /// `.`, `?`, `!`, `…` and line ends, in order.
    marks: Collected,
    /// Straight quotation marks, and what may be curly ones that open, in order; of those the last byte.
    quotes: Collected,
    /// Whether there may be marks of other scripts. Most texts have none, and are not read by character.
    full: bool,
}

/// A text has a mark in so many bytes, or fewer.
const APART: usize = 40;

/// A text has a quotation mark in so many bytes, or fewer: in most texts.
const QUOTED: usize = 160;

impl Found {
    pub(super) fn of(text: &str) -> Self {
        let room = |apart: usize| Collected::with_room(text.len() / apart);
        let mut found = Self { marks: room(APART), quotes: room(QUOTED), full: false };
        dispatch!(Level::new(), simd => found.look(simd, text.as_bytes()));
        found
    }

    #[inline(always)]
    fn look<S: Simd>(&mut self, simd: S, bytes: &[u8]) {
        for (start, block) in blocks_by(simd, bytes, b' ') {
            let marks = block.are_one_of(*b".\n?!");
            // The ellipsis is told by its last byte, which few texts have: dashes and curly quotation marks begin as it does.
            let last = block.are(ELLIPSIS[2]);
            if last == 0 {
                self.marks.add(start, marks);
            } else {
                let all = places(start, marks | last);
                let all =
                    all.filter_map(|at| if bytes[at] == ELLIPSIS[2] { ellipsis(&bytes[..=at]) } else { Some(at) });
                all.for_each(|at| self.marks.push(at));
            }
            self.quotes.add(start, block.are_either(b'"', 0x9c));
            // Quotation marks, dashes and the letters of western Europe begin with lower bytes, or with this one.
            if block.are_past(0xc3) & !block.are(ELLIPSIS[0]) != 0 {
                // The bytes with which the marks of other scripts begin.
                self.full |= block.are_one_of([0xd8, 0xdb, 0xe0, 0xe3, 0xef]) != 0;
            }
        }
    }

    /// From the first one on.
    pub(super) fn marks(&self) -> Marks<'_> {
        let Self { marks, quotes, full } = self;
        Marks { marks: marks.all(), quotes: quotes.all(), may_be_full: *full, start: 0, content: "", full: 0 }
    }
}

const ELLIPSIS: [u8; 3] = [0xe2, 0x80, 0xa6];

/// Where the ellipsis begins that a text ends with, if it does.
fn ellipsis(text: &[u8]) -> Option<usize> {
    text.strip_suffix(&ELLIPSIS).map(<[u8]>::len)
}

/// The marks of a text in order, part after part.
pub(super) struct Marks<'f> {
    /// Those that are not passed yet, as offsets of the text.
    marks: &'f [u32],
    quotes: &'f [u32],
    may_be_full: bool,
    /// Where the part starts in the text, and what it says.
    start: usize,
    content: &'f str,
    /// The next mark of a script that has marks of its own; the length of the part where there is none any more.
    full: usize,
}

impl<'f> Marks<'f> {
    /// Goes on to a part of the text, which stands behind those before.
    pub(super) fn enter(&mut self, start: usize, content: &'f str) {
        (self.start, self.content, self.full) = (start, content, content.len());
        if self.may_be_full && has_full(content) {
            self.full = self.next_full(0);
        }
    }

    /// The part.
    pub(super) fn content(&self) -> &'f str {
        self.content
    }

    /// The first mark of the part from `from` on.
    #[inline]
    pub(super) fn next(&mut self, from: usize) -> Option<(usize, Mark)> {
        if self.full < from {
            self.full = self.next_full(from);
        }
        let at = first_from(&mut self.marks, self.start + from).map_or(usize::MAX, |at| at - self.start);
        if self.full < at.min(self.content.len()) {
            let len = self.content[self.full..].chars().next().map_or(1, char::len_utf8);
            return Some((self.full, Mark::Full(len)));
        }
        let byte = self.content.as_bytes().get(at)?;
        Some((at, if *byte == b'\n' { Mark::Line } else { Mark::Stop }))
    }

    /// Whether a quotation mark stands between two places. Those before the first are passed over.
    pub(super) fn are_quotes_in(&mut self, from: usize, to: usize) -> bool {
        first_from(&mut self.quotes, self.start + from).is_some_and(|quote| quote < self.start + to)
    }

    fn next_full(&self, from: usize) -> usize {
        let rest = &self.content[from.min(self.content.len())..];
        rest.find(is_full).map_or(self.content.len(), |at| from + at)
    }
}

/// The first of the places from `from` on. What stands before it is passed over.
#[inline]
fn first_from(places: &mut &[u32], from: usize) -> Option<usize> {
    while let [first, rest @ ..] = *places {
        if *first as usize >= from {
            return Some(*first as usize);
        }
        *places = rest;
    }
    None
}

/// The full stop, question and exclamation marks of Chinese and Japanese, the danda, and those of Arabic and Urdu.
fn is_full(c: char) -> bool {
    matches!(c, '。' | '．' | '｡' | '！' | '？' | '।' | '॥' | '؟' | '۔')
}

/// Whether the text has characters that begin with the bytes of these marks. Most have none, and are not read by character.
fn has_full(content: &str) -> bool {
    let bytes = content.as_bytes();
    memchr3(0xe0, 0xe3, 0xef, bytes).is_some() || memchr2(0xd8, 0xdb, bytes).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::masks::BLOCK;

    #[test]
    fn marks_of_every_kind_wherever_they_stand() {
        let text = "One. “Two?” \"Three!\"\nFour… Five—six 。";
        for shift in (0..BLOCK + 9).map(|length| "x".repeat(length)) {
            let text = format!("{shift}{text}");
            let found = Found::of(&text);
            let mut marks = found.marks();
            marks.enter(0, &text);
            let mut from = 0;
            let all = std::iter::from_fn(|| {
                let (at, mark) = marks.next(from)?;
                from = at + 1;
                while !text.is_char_boundary(from) {
                    from += 1;
                }
                Some((&text[at..from], mark))
            });
            let (stop, line, full) = (Mark::Stop, Mark::Line, Mark::Full("。".len()));
            let expected = [(".", stop), ("?", stop), ("!", stop), ("\n", line), ("…", stop), ("。", full)];
            assert_eq!(all.collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn parts_are_entered_one_after_the_other() {
        let text = "A. “B” C. D. E";
        let found = Found::of(text);
        let mut marks = found.marks();
        marks.enter(3, &text[3..]);
        let (stop, end) = (text.find("C.").unwrap() - 3 + 1, text.find("D.").unwrap() - 3 + 1);
        assert_eq!(marks.next(0), Some((stop, Mark::Stop)));
        assert!(marks.are_quotes_in(0, stop) && !marks.are_quotes_in(stop, end));
        assert_eq!((marks.next(stop + 1), marks.next(end + 1)), (Some((end, Mark::Stop)), None));
        marks.enter(text.len() - 1, "E");
        assert_eq!(marks.next(0), None);
    }
}
