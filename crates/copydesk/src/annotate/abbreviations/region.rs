//! A block, as the search for definitions sees it.

use crate::language::Language;
use crate::span::TextSpan;

/// A block.
pub(super) struct Region<'t> {
    pub(super) content: &'t str,
    /// Where it stands in the text.
    pub(super) offset: u32,
    /// Its number.
    pub(super) block: u32,
    /// `None` where it is not known.
    pub(super) language: Option<Language>,
    /// Whether it is a headline or the like, where every word may have a capital.
    pub(super) title: bool,
}

/// What introduces a short form in brackets: `(hereafter NHB)`. Lower case.
const INTRODUCTIONS: [&str; 20] = [
    "or the",
    "or",
    "the",
    "a",
    "an",
    "hereafter",
    "hereinafter",
    "also known as",
    "known as",
    "also called",
    "called",
    "abbreviated as",
    "abbreviated",
    "a.k.a.",
    "aka",
    "termed",
    "i.e.,",
    "i.e.",
    "short",
    "acronym",
];

impl Region<'_> {
    /// Whether what introduces a short form is English, or may be.
    pub(super) fn is_english(&self) -> bool {
        matches!(self.language, None | Some(Language::English))
    }

    /// A stretch of the block as a span of the text.
    pub(super) fn span(&self, range: &std::ops::Range<usize>) -> TextSpan {
        TextSpan::new(self.offset + range.start as u32, self.offset + range.end as u32)
    }

    /// A stretch without the white space, quotation marks and stops around it, and without the words that introduce it.
    pub(super) fn unwrapped(&self, start: usize, end: usize) -> (usize, usize) {
        let mut text = self.content[start..end].trim_start();
        // Where something is introduced, there is a word before it.
        if self.is_english() && text.bytes().any(|byte| matches!(byte, b' ' | b':')) {
            while let Some(rest) = INTRODUCTIONS.iter().find_map(|words| introduced(text, words)) {
                text = rest;
            }
        }
        let text = text.trim_start_matches(['"', '“', '‘', '\'', '«', '„', '”', '`']).trim_start();
        let start = end - text.len();
        let text = text.trim_end();
        let bare = text.trim_end_matches(['"', '”', '“', '’', '\'', '»', ',']);
        let stop = bare.trim_end_matches('.');
        // The last stop of initials is theirs: `N.H.B.`
        let initials = bare.len() == stop.len() + 1 && stop.len() >= 3 && stop.as_bytes()[stop.len() - 2] == b'.';
        let kept = if initials { bare } else { stop };
        (start, start + kept.trim_end_matches(['"', '”', '’', '\'', ' ']).len())
    }
}

/// What follows these words, if the text begins with them.
fn introduced<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let head = text.get(..words.len())?;
    let rest = &text[words.len()..];
    (head.eq_ignore_ascii_case(words) && rest.starts_with([' ', ':'])).then(|| rest.trim_start_matches([' ', ':']))
}
