//! The words on either side of a place in a block.

use crate::letters::{ceil_char_boundary, floor_char_boundary};
use crate::repair::halves::is_known;

use super::gazetteer::is_letter;

/// The longest word that is read, in bytes; what is longer is none.
const LONGEST: usize = 40;
/// How far to either side the capitals of a title are counted.
const WINDOW: usize = 120;

/// What stands directly before or after a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside<'t> {
    /// A word, with a space between.
    Word(Word<'t>),
    /// A comma, and a space after it.
    Comma,
    /// What joins it to another word: a hyphen, a stroke, an ampersand.
    Joined,
    /// A mark that something begins or ends with, or the edge of the block.
    Edge,
    /// What makes it a part of something that is no running text: `@`, `#`, `_`, a digit.
    Glued,
}

/// A word in a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    pub(super) start: usize,
}

impl<'t> Word<'t> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it begins with a capital.
    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    pub(super) fn is_all_capitals(&self) -> bool {
        let mut letters = self.text.chars().filter(|letter| letter.is_alphabetic());
        self.text.len() > 1 && letters.all(char::is_uppercase)
    }

    /// Whether it is a common word of English.
    pub(super) fn is_common(&self) -> bool {
        is_known(self.text.trim_end_matches('.'))
    }
}

const fn is_inside(byte: u8) -> bool {
    is_letter(byte) || byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'\'' | b'&' | 0xe2)
}

/// What stands before `at`.
pub(super) fn before(content: &str, at: usize) -> Beside<'_> {
    let bytes = content.as_bytes();
    let Some(&last) = at.checked_sub(1).and_then(|last| bytes.get(last)) else { return Beside::Edge };
    match last {
        b' ' | b'\n' => {}
        b'-' | b'/' | b'&' => return Beside::Joined,
        b'@' | b'#' | b'_' | b'0'..=b'9' => return Beside::Glued,
        // A sentence that lost its space, and not an address.
        b'.' if at > 1 && !bytes[at - 2].is_ascii_lowercase() => return Beside::Glued,
        b'\'' if at > 1 && is_letter(bytes[at - 2]) => return Beside::Glued,
        0x80.. if content[..at].ends_with('–') || content[..at].ends_with('’') => return Beside::Joined,
        _ => return Beside::Edge,
    }
    let end = at - 1;
    match end.checked_sub(1).map(|last| bytes[last]) {
        Some(b',') => Beside::Comma,
        _ => word_ending(content, end).map_or(Beside::Edge, Beside::Word),
    }
}

/// The word that ends at `end`, with a full stop only if it is its own.
pub(super) fn word_ending(content: &str, end: usize) -> Option<Word<'_>> {
    let bytes = content.as_bytes();
    let mut start = end;
    while start > 0 && end - start < LONGEST && is_inside(bytes[start - 1]) {
        start -= 1;
    }
    let start = ceil_char_boundary(content, start);
    let mut text = &content[start..end];
    // A closing quotation mark, a dash or an ellipsis is no part of a word.
    if !text.is_ascii() {
        let cut = text.char_indices().rev().find(|(_, letter)| "“”‘—–…•".contains(*letter));
        text = cut.map_or(text, |(at, letter)| &text[at + letter.len_utf8()..]);
    }
    if text.ends_with('’') || text.ends_with(['-', '\'']) {
        return None;
    }
    let text = text.trim_start_matches(['\'', '-', '.', '&']);
    let is_word = !text.is_empty() && text.strip_suffix('.').is_none_or(is_shortened);
    is_word.then_some(Word { text, start: end - text.len() })
}

/// Whether a full stop after the word is its own: an initial, a title, `U.S.`.
fn is_shortened(stem: &str) -> bool {
    stem.chars().count() == 1 && stem != "I"
        || stem.contains('.')
        || super::words::is_title(stem) && stem.len() <= 4
        || matches!(stem, "Mr" | "Mrs" | "Ms" | "Dr" | "St" | "Rev" | "Capt" | "Prof" | "Judge" | "No" | "vs")
}

/// What stands after `at`.
pub(super) fn after(content: &str, at: usize) -> Beside<'_> {
    let bytes = content.as_bytes();
    match bytes.get(at) {
        Some(b' ') => {}
        Some(b',') if bytes.get(at + 1) == Some(&b' ') => return Beside::Comma,
        Some(b'-' | b'/' | b'&') => return Beside::Joined,
        Some(b'@' | b'_') => return Beside::Glued,
        Some(b'.') if bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase) => return Beside::Glued,
        _ if content[at..].starts_with('–') => return Beside::Joined,
        _ => return Beside::Edge,
    }
    word_at(content, at + 1).map_or(Beside::Edge, Beside::Word)
}

/// The word that begins at `start`.
pub(super) fn word_at(content: &str, start: usize) -> Option<Word<'_>> {
    let bytes = content.as_bytes();
    if !bytes.get(start).is_some_and(|&byte| is_letter(byte)) {
        return None;
    }
    let mut end = start;
    while end < bytes.len() && end - start < LONGEST && is_inside(bytes[end]) {
        end += 1;
    }
    let end = floor_char_boundary(content, end);
    let text = &content[start..end];
    let cut = if text.is_ascii() { None } else { text.find(['“', '”', '—', '–', '…', '•']) };
    let text = cut.map_or(text, |cut| &text[..cut]);
    let stem = text.trim_end_matches(['.', '-', '\'', '’', '‘']);
    let text = if text.len() == stem.len() + 1 && text.ends_with('.') && is_shortened(stem) { text } else { stem };
    let text = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text);
    (!text.is_empty()).then_some(Word { text, start })
}

/// Whether the words around a place are written with capitals, as those of a title are, so that a capital says nothing.
pub(super) fn is_title_case(content: &str, start: usize, end: usize) -> bool {
    let bytes = content.as_bytes();
    let from = bytes[start.saturating_sub(WINDOW)..start].iter().rposition(|&byte| byte == b'\n');
    let from = from.map_or(start.saturating_sub(WINDOW), |at| start.saturating_sub(WINDOW) + at + 1);
    let to = (end + WINDOW).min(bytes.len());
    let to = bytes[end..to].iter().position(|&byte| byte == b'\n').map_or(to, |at| end + at);
    let (mut capitals, mut small) = (0, 0);
    for word in bytes[from..to].split(|byte| !byte.is_ascii_alphabetic()) {
        if word.len() >= 4 {
            match word[0].is_ascii_uppercase() {
                true => capitals += 1,
                false => small += 1,
            }
        }
    }
    capitals >= 3 && small * 3 <= capitals
}
