//! The marks that can end a sentence, found without looking at anything else.

use memchr::{memchr, memchr2, memchr3, memmem};

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

impl Kinds {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        if text.is_ascii() {
            return Self { ellipsis: false, full: false, quotes: memchr(b'"', bytes).is_some() };
        }
        let ellipsis = memmem::find(bytes, "…".as_bytes()).is_some();
        Self { ellipsis, full: has_full(text), quotes: memchr2(b'"', 0x9c, bytes).is_some() }
    }
}

/// The marks of a text in order.
pub(super) struct Marks<'t> {
    content: &'t str,
    /// The next `.`, `?` or `!`, and the next of the others; the length of the text where there is none any more.
    plain: Option<usize>,
    other: Option<usize>,
    ellipsis: usize,
    line: usize,
    full: usize,
}

impl<'t> Marks<'t> {
    pub(super) fn of(content: &'t str, kinds: Kinds) -> Self {
        let ellipsis = if kinds.ellipsis { 0 } else { content.len() };
        let full = if kinds.full && has_full(content) { 0 } else { content.len() };
        Self { content, plain: None, other: None, ellipsis, line: 0, full }
    }

    /// The first mark from `from` on.
    pub(super) fn next(&mut self, from: usize) -> Option<(usize, Mark)> {
        let (content, len) = (self.content, self.content.len());
        let plain = match self.plain.filter(|plain| *plain >= from) {
            Some(plain) => plain,
            None => {
                let rest = content.as_bytes().get(from..).unwrap_or(&[]);
                *self.plain.insert(memchr3(b'.', b'?', b'!', rest).map_or(len, |at| from + at))
            }
        };
        let other = match self.other.filter(|other| *other >= from) {
            Some(other) => other,
            None => self.next_other(from),
        };
        if plain.min(other) >= len {
            return None;
        }
        let mark = match other {
            _ if plain < other => Mark::Stop,
            at if at == self.full => Mark::Full(content[at..].chars().next().map_or(1, char::len_utf8)),
            at if at == self.line => Mark::Line,
            _ => Mark::Stop,
        };
        Some((plain.min(other), mark))
    }

    fn next_other(&mut self, from: usize) -> usize {
        if self.ellipsis <= from {
            self.ellipsis = self.next_ellipsis(from);
        }
        if self.line <= from {
            self.line = self.next_line(from);
        }
        if self.full <= from {
            self.full = self.next_full(from);
        }
        *self.other.insert(self.ellipsis.min(self.line).min(self.full))
    }

    fn next_ellipsis(&self, from: usize) -> usize {
        let bytes = self.content.as_bytes();
        let mut at = from;
        // The last byte of the ellipsis stands in few other characters.
        while let Some(found) = bytes.get(at..).and_then(|rest| memchr(0xa6, rest)) {
            let last = at + found;
            if last >= from + 2 && bytes[last - 2] == 0xe2 && bytes[last - 1] == 0x80 {
                return last - 2;
            }
            at = last + 1;
        }
        bytes.len()
    }

    fn next_line(&self, from: usize) -> usize {
        let rest = self.content.as_bytes().get(from..).unwrap_or(&[]);
        memchr(b'\n', rest).map_or(self.content.len(), |at| from + at)
    }

    fn next_full(&self, from: usize) -> usize {
        let rest = &self.content[from.min(self.content.len())..];
        rest.find(is_full).map_or(self.content.len(), |at| from + at)
    }
}

/// The full stop, question and exclamation marks of Chinese and Japanese, the danda, and those of Arabic and Urdu.
fn is_full(c: char) -> bool {
    matches!(c, '。' | '．' | '｡' | '！' | '？' | '।' | '॥' | '؟' | '۔')
}

/// Whether the text has characters that begin with the bytes of these marks. Most have none, and are not read by character.
fn has_full(content: &str) -> bool {
    let bytes = content.as_bytes();
    memchr3(0xe0, 0xe3, 0xef, bytes).is_some() || memchr3(0xd8, 0xdb, 0xef, bytes).is_some()
}
