//! The marks that can end a sentence, found without looking at anything else.

use memchr::{memchr, memchr2, memchr3};

use crate::annotate::seen::Seen;
use crate::masks::Block;
use crate::phrase::Phrase;

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

/// What a text has beside `.`, `?` and `!`, so that blocks are not searched for what the whole has not. Most have none of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kinds {
    ellipsis: bool,
    full: bool,
    /// Quotation marks that open and close: straight and curly ones.
    pub(super) quotes: bool,
}

static ELLIPSIS: Phrase = Phrase::new("…", 2);

impl Kinds {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        if text.is_ascii() {
            return Self { ellipsis: false, full: false, quotes: memchr(b'"', bytes).is_some() };
        }
        let ellipsis = ELLIPSIS.find(bytes).is_some();
        Self { ellipsis, full: has_full(text), quotes: memchr2(b'"', 0x9c, bytes).is_some() }
    }
}

/// The marks of a text in order.
pub(super) struct Marks<'t> {
    content: &'t str,
    seen: Seen<'t>,
    /// The next mark of a script that has marks of its own; the length of the text where there is none any more.
    full: usize,
}

impl<'t> Marks<'t> {
    pub(super) fn of(content: &'t str, kinds: Kinds) -> Self {
        let seen = Seen::of(content.as_bytes(), if kinds.ellipsis { all_marks } else { plain_marks });
        let full = if kinds.full && has_full(content) { 0 } else { content.len() };
        let mut marks = Self { content, seen, full };
        if full == 0 {
            marks.full = marks.next_full(0);
        }
        marks
    }

    /// The first mark from `from` on.
    pub(super) fn next(&mut self, from: usize) -> Option<(usize, Mark)> {
        if self.full < from {
            self.full = self.next_full(from);
        }
        self.seen.skip_to(from);
        loop {
            let at = self.seen.first().unwrap_or(self.content.len());
            if self.full < at {
                let len = self.content[self.full..].chars().next().map_or(1, char::len_utf8);
                return Some((self.full, Mark::Full(len)));
            }
            let rest = &self.content.as_bytes()[at..];
            match rest {
                [] => return None,
                [b'\n', ..] => return Some((at, Mark::Line)),
                // Another character that begins with the same byte.
                [0xe2, second, third, ..] if [*second, *third] != [0x80, 0xa6] => self.seen.skip_to(at + 1),
                _ => return Some((at, Mark::Stop)),
            }
        }
    }

    fn next_full(&self, from: usize) -> usize {
        let rest = &self.content[from.min(self.content.len())..];
        rest.find(is_full).map_or(self.content.len(), |at| from + at)
    }
}

fn plain_marks(block: &Block, _behind: u8) -> u64 {
    block.are_one_of([b'.', b'\n', b'?', b'!'])
}

/// The same with what the ellipsis begins with.
fn all_marks(block: &Block, _behind: u8) -> u64 {
    block.are_one_of([b'.', b'\n', b'?', b'!', 0xe2])
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
