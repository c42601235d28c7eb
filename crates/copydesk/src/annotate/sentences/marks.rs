//! The marks that can end a sentence, found without looking at anything else.

use memchr::{memchr, memchr3};

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

/// The marks of a text in order.
pub(super) struct Marks<'t> {
    content: &'t str,
    /// The next of each kind; the length of the text where there is none any more.
    plain: Option<usize>,
    ellipsis: usize,
    line: usize,
    full: usize,
}

impl<'t> Marks<'t> {
    pub(super) fn of(content: &'t str) -> Self {
        let mut marks = Self { content, plain: None, ellipsis: 0, line: 0, full: 0 };
        marks.ellipsis = marks.next_ellipsis(0);
        marks.line = marks.next_line(0);
        marks.full = if has_full(content) { marks.next_full(0) } else { content.len() };
        marks
    }

    /// The first mark from `from` on.
    pub(super) fn next(&mut self, from: usize) -> Option<(usize, Mark)> {
        let (content, len) = (self.content, self.content.len());
        if self.plain.is_none_or(|plain| plain < from) {
            let found = memchr3(b'.', b'?', b'!', &content.as_bytes()[from.min(len)..]);
            self.plain = Some(found.map_or(len, |at| from + at));
        }
        let plain = self.plain.unwrap_or(len);
        if self.ellipsis < from {
            self.ellipsis = self.next_ellipsis(from);
        }
        if self.line < from {
            self.line = self.next_line(from);
        }
        if self.full < from {
            self.full = self.next_full(from);
        }
        let first = plain.min(self.ellipsis).min(self.line).min(self.full);
        if first >= len {
            return None;
        }
        if first == self.full {
            let length = content[first..].chars().next().map_or(1, char::len_utf8);
            return Some((first, Mark::Full(length)));
        }
        Some((first, if first == self.line { Mark::Line } else { Mark::Stop }))
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
