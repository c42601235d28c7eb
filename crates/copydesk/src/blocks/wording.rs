//! How a line is worded: its beginning or end in one spelling, to compare it with tables of phrases.
//!
//! The spelling has lower case, single spaces, straight quotes and plain hyphens. It is held in a buffer of fixed size: however long the
//! line is, at most [`REACH`] bytes of it are read.

use memchr::memchr_iter;

use crate::letters;

/// What is read of a line at most. Longer than every line that a table decides on as a whole.
const REACH: usize = 360;

/// A line, or the beginning of a long one, in one spelling.
pub(super) struct Wording {
    bytes: [u8; REACH],
    len: usize,
}

impl Wording {
    /// The wording of the line, or of as much of its beginning as is read.
    pub(super) fn of(content: &str) -> Self {
        let mut wording = Self { bytes: [0; REACH], len: 0 };
        let bytes = content.as_bytes();
        let mut at = 0;
        while at < bytes.len() && wording.len < REACH {
            if let Some(sixteen) = bytes[at..].first_chunk()
                && wording.push_plain(*sixteen, letters::plain_lower_of_sixteen)
            {
                at += sixteen.len();
                continue;
            }
            if let Some(eight) = bytes[at..].first_chunk()
                && wording.push_plain(*eight, letters::plain_lower)
            {
                at += eight.len();
                continue;
            }
            // Up to the character for which there is more to do.
            let graphic = bytes[at..].iter().zip(&mut wording.bytes[wording.len..]);
            let graphic = graphic.take_while(|(byte, _)| byte.is_ascii_graphic());
            let count = graphic.map(|(byte, place)| *place = byte.to_ascii_lowercase()).count();
            (at, wording.len) = (at + count, wording.len + count);
            if at == bytes.len() || wording.len == REACH {
                break;
            }
            let Some(c) = content[at..].chars().next().filter(|&c| wording.push(c)) else { break };
            at += c.len_utf8();
        }
        if wording.len > 0 && wording.bytes[wording.len - 1] == b' ' {
            wording.len -= 1;
        }
        wording
    }

    /// The wording of the first `most` bytes, where a character ends.
    pub(super) fn of_beginning(content: &str, most: usize) -> Self {
        Self::of(&content[..letters::floor_char_boundary(content, most)])
    }

    /// Adds some bytes at once if they are ASCII words with single spaces between them, as nearly all text is.
    fn push_plain<const N: usize>(&mut self, bytes: [u8; N], plain: fn([u8; N], bool) -> Option<[u8; N]>) -> bool {
        let spaced = self.len == 0 || self.bytes[self.len - 1] == b' ';
        let Some(room) = self.bytes[self.len..].first_chunk_mut() else { return false };
        let Some(lower) = plain(bytes, spaced) else { return false };
        *room = lower;
        self.len += N;
        true
    }

    fn push(&mut self, c: char) -> bool {
        match c {
            '’' | '‘' | '´' | '`' => self.push_bytes(b"'"),
            '“' | '”' | '„' | '«' | '»' | '‹' | '›' => self.push_bytes(b"\""),
            '‐' | '‑' | '–' | '—' | '―' => self.push_bytes(b"-"),
            _ if is_unseen(c) => true,
            _ if c.is_whitespace() => self.len == 0 || self.bytes[self.len - 1] == b' ' || self.push_bytes(b" "),
            _ => c.to_lowercase().all(|c| self.push_bytes(c.encode_utf8(&mut [0; 4]).as_bytes())),
        }
    }

    fn push_bytes(&mut self, bytes: &[u8]) -> bool {
        let Some(room) = self.bytes.get_mut(self.len..self.len + bytes.len()) else { return false };
        room.copy_from_slice(bytes);
        self.len += bytes.len();
        true
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    /// Whether it begins with the phrase, and the phrase ends where a word does.
    pub(super) fn begins(&self, phrase: &str) -> bool {
        begins(self.bytes(), phrase)
    }

    /// Whether it begins with the letters of the phrase, wherever the last word ends.
    pub(super) fn begins_so(&self, phrase: &str) -> bool {
        let bytes = self.bytes();
        bytes.first() == phrase.as_bytes().first() && bytes.starts_with(phrase.as_bytes())
    }

    /// Whether it ends with the phrase.
    pub(super) fn ends(&self, phrase: &str) -> bool {
        let bytes = self.bytes();
        bytes.ends_with(phrase.as_bytes()) && {
            let before = bytes[..bytes.len() - phrase.len()].last();
            !phrase.starts_with(|c: char| c.is_alphanumeric()) || before.is_none_or(|&byte| !is_word(byte))
        }
    }

    /// Whether the phrase stands somewhere in it as words of its own.
    pub(super) fn has(&self, phrase: &str) -> bool {
        self.place(phrase).is_some()
    }

    /// Where the phrase stands in it as words of its own.
    pub(super) fn place(&self, phrase: &str) -> Option<usize> {
        let bytes = self.bytes();
        let first = *phrase.as_bytes().first()?;
        let is_word_start =
            |at: usize| at == 0 || !phrase.starts_with(char::is_alphanumeric) || !is_word(bytes[at - 1]);
        memchr_iter(first, bytes).find(|&at| begins(&bytes[at..], phrase) && is_word_start(at))
    }

    /// Whether one of the phrases stands in it.
    pub(super) fn has_any(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.has(phrase))
    }

    /// What the table says for a phrase that it begins with. The table is sorted.
    pub(super) fn opening<T: Copy>(&self, table: &[(&str, T)]) -> Option<T> {
        let head = first_pair(self.bytes());
        debug_assert!(table.iter().all(|(phrase, _)| phrase.len() > 1), "no phrase is a letter alone");
        let from = table.partition_point(|(phrase, _)| first_pair(phrase.as_bytes()) < head);
        let alike = table[from..].iter().take_while(|(phrase, _)| first_pair(phrase.as_bytes()) == head);
        alike.filter(|(phrase, _)| self.begins(phrase)).last().map(|&(_, what)| what)
    }

    /// Whether it begins with one of the phrases. They are sorted by their first letters.
    pub(super) fn opens_with(&self, phrases: &[&str]) -> bool {
        debug_assert!(phrases.is_sorted_by_key(|phrase| phrase.as_bytes()[0]), "{phrases:?}");
        let Some(&first) = self.bytes().first() else { return false };
        let from = phrases.partition_point(|phrase| phrase.as_bytes()[0] < first);
        phrases[from..].iter().take_while(|phrase| phrase.as_bytes()[0] == first).any(|phrase| self.begins(phrase))
    }

    /// What the table says for the line as a whole, without what stands around its words. The table is sorted.
    pub(super) fn alone<T: Copy>(&self, table: &[(&str, T)]) -> Option<T> {
        debug_assert!(table.is_sorted_by_key(|(phrase, _)| *phrase));
        let words = self.bare();
        table.binary_search_by(|(phrase, _)| phrase.as_bytes().cmp(words)).ok().map(|at| table[at].1)
    }

    /// The line without what stands around its words.
    fn bare(&self) -> &[u8] {
        let bytes = self.up_to_last_word();
        let start = bytes.iter().position(|&byte| is_word(byte)).unwrap_or(bytes.len());
        match &bytes[start..] {
            bare @ [first, ..] if !first.is_ascii() => {
                trimmed(bare, |bare| bare.trim_start_matches(|c: char| !c.is_alphanumeric()))
            }
            bare => bare,
        }
    }

    /// The line without what stands behind its last word.
    pub(super) fn up_to_last_word(&self) -> &[u8] {
        let bytes = self.bytes();
        let end = bytes.iter().rposition(|&byte| is_word(byte)).map_or(0, |last| last + 1);
        match &bytes[..end] {
            words @ [.., last] if !last.is_ascii() => {
                trimmed(words, |words| words.trim_end_matches(|c: char| !c.is_alphanumeric()))
            }
            words => words,
        }
    }
}

/// The first two bytes, in the order of texts.
fn first_pair(bytes: &[u8]) -> u16 {
    bytes.first_chunk().map_or(0, |pair| u16::from_be_bytes(*pair))
}

/// The same by characters: what is beyond ASCII may be a sign as well as a letter.
fn trimmed(bytes: &[u8], trim: fn(&str) -> &str) -> &[u8] {
    std::str::from_utf8(bytes).map_or(&[], |words| trim(words).as_bytes())
}

#[inline]
pub(super) fn begins(bytes: &[u8], phrase: &str) -> bool {
    // The first bytes decide nearly always; they spare the call that compares the rest.
    bytes.first() == phrase.as_bytes().first()
        && phrase.as_bytes().get(1).is_none_or(|second| bytes.get(1) == Some(second))
        && bytes.starts_with(phrase.as_bytes())
        && (!phrase.ends_with(char::is_alphanumeric) || bytes.get(phrase.len()).is_none_or(|&next| !is_word(next)))
}

/// Whether a character is invisible, and so no part of a wording.
pub(super) const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}')
}

/// Bytes beyond ASCII are taken for letters: quotes and dashes are plain by now.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// Whether the content has a year of four digits, 1900 to 2099.
pub(super) fn has_year(content: &[u8]) -> bool {
    content.windows(4).enumerate().any(|(at, digits)| {
        (digits.starts_with(b"19") || digits.starts_with(b"20"))
            && digits.iter().all(u8::is_ascii_digit)
            && !content.get(at + 4).is_some_and(u8::is_ascii_digit)
            && (at == 0 || !content[at - 1].is_ascii_digit())
    })
}

/// Whether the word is an address on the web.
pub(super) fn is_address(word: &str) -> bool {
    let bytes = word.as_bytes();
    let scheme = |scheme: &[u8]| bytes.len() > scheme.len() && bytes[..scheme.len()].eq_ignore_ascii_case(scheme);
    scheme(b"http://") || scheme(b"https://") || scheme(b"www.")
}

#[cfg(test)]
mod tests {
    use super::{Wording, has_year, is_address};

    #[test]
    fn one_spelling() {
        assert_eq!(Wording::of("  READ\u{a0} More —\tEditor’s  “Pick” ").bytes(), b"read more - editor's \"pick\"");
        assert_eq!(Wording::of(&"é".repeat(1000)).bytes().len(), super::REACH);
        assert_eq!(Wording::of_beginning("äää", 3).bytes(), "ä".as_bytes());
    }

    #[test]
    fn phrases_are_words() {
        let wording = Wording::of("Related articles from the archive");
        assert!(wording.begins("related articles"));
        assert!(!wording.begins("related article"));
        assert!(wording.has("from the") && !wording.has("rom the") && wording.ends("archive"));
        static TABLE: &[(&str, u8)] = &[("read more", 1), ("share", 2)];
        assert_eq!(Wording::of("» Read more …").alone(TABLE), Some(1));
        assert_eq!(Wording::of("Read less").alone(TABLE), None);
    }

    #[test]
    fn years_and_addresses() {
        assert!(has_year(b"(c) 2018 Daily") && !has_year(b"20180") && !has_year(b"120 18"));
        assert!(is_address("HTTP://x.org") && !is_address("http"));
    }
}
