//! The marks that can end a sentence, found without looking at anything else.

use memchr::{memchr, memchr3};

use crate::language::Language;

/// A mark that can end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `.`, `?`, `!`, `…`: what stands around them decides.
    Stop,
    /// A mark of a script that ends sentences with a mark of its own, and with this length.
    Full(usize),
}

/// The marks of a text in order.
pub(super) struct Marks<'t> {
    content: &'t str,
    /// The next of each kind; the length of the text where there is none any more.
    plain: Option<usize>,
    ellipsis: usize,
    full: usize,
}

impl<'t> Marks<'t> {
    pub(super) fn of(content: &'t str, language: Option<Language>) -> Self {
        let mut marks = Self { content, plain: None, ellipsis: 0, full: 0 };
        marks.ellipsis = marks.next_ellipsis(0);
        marks.full = if has_full(content, language) { marks.next_full(0) } else { content.len() };
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
        if self.full < from {
            self.full = self.next_full(from);
        }
        let first = plain.min(self.ellipsis).min(self.full);
        if first >= len {
            return None;
        }
        if first == self.full {
            let length = content[first..].chars().next().map_or(1, char::len_utf8);
            return Some((first, Mark::Full(length)));
        }
        Some((first, Mark::Stop))
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

    fn next_full(&self, from: usize) -> usize {
        let rest = &self.content[from.min(self.content.len())..];
        rest.find(is_full).map_or(self.content.len(), |at| from + at)
    }
}

/// The full stop, question and exclamation marks of Chinese and Japanese, the danda, and those of Arabic and Urdu.
fn is_full(c: char) -> bool {
    matches!(c, '。' | '．' | '｡' | '！' | '？' | '।' | '॥' | '؟' | '۔')
}

/// Whether these marks are looked for: in the languages that have them, and where the language is not known and such letters are there.
fn has_full(content: &str, language: Option<Language>) -> bool {
    match language {
        Some(Language::Japanese | Language::Chinese | Language::Korean) => true,
        Some(Language::Arabic | Language::Urdu | Language::Bengali) => true,
        Some(_) => false,
        None => content.bytes().any(|byte| matches!(byte, 0xd8..=0xdf | 0xe0 | 0xe3..=0xef)),
    }
}
