//! What is beside a place, as the reader sees it: without invisible characters.

/// Whether Unicode keeps the code point from ever being a character: U+FFFE and its like.
pub(crate) fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

/// Whether the character takes no room: soft hyphens, zero-width spaces and joiners, marks of direction.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

/// Whether it is a space inside a line, of any kind.
pub(crate) fn is_white(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\n' | '\r')
}

/// Whether it is what the first byte of a character of two bytes in UTF-8 becomes in the code pages of Windows: in that of the west, for
/// the scripts that are met so (Latin, Greek, Cyrillic, Hebrew, Arabic), in those of the middle and the east of Europe.
pub(crate) fn is_first_byte(c: char) -> bool {
    matches!(c, '\u{c2}'..='\u{c5}' | '\u{ce}'..='\u{d1}' | '\u{d7}'..='\u{db}' | 'Ă' | 'Ĺ' | 'Г' | 'Р' | 'С')
}

/// The runs of characters that are not seen. Places are asked for in order, and each run is walked through once.
pub(crate) struct Unseen<'t> {
    text: &'t str,
    last: (usize, usize),
}

impl<'t> Unseen<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, last: (0, 0) }
    }

    /// The characters that are seen before `start` and after `end`, two edges of one place. One value is asked for places that are seen, or
    /// for places that are not.
    pub(crate) fn beside(&mut self, start: usize, end: usize) -> (Option<char>, Option<char>) {
        let (from, to) = self.around(start, end);
        (self.text[..from].chars().next_back(), self.text[to..].chars().next())
    }

    /// The place with the characters around it that are not seen.
    pub(crate) fn around(&mut self, start: usize, end: usize) -> (usize, usize) {
        // Inside the run that was walked through last: the same edges.
        if self.last.0 < start && end <= self.last.1 && self.is_unseen_from(start) {
            return self.last;
        }
        let from = self.text[..start].trim_end_matches(is_unseen).len();
        let to = self.text.len() - self.text[end..].trim_start_matches(is_unseen).len();
        self.last = (from, to);
        (from, to)
    }

    fn is_unseen_from(&self, start: usize) -> bool {
        self.text[start..].chars().next().is_some_and(is_unseen)
    }
}

/// How far a reference or an escape goes, with characters between that are not seen.
const SPELLING: usize = 64;

/// Whether the place may be part of a reference or an escape that something in it breaks: `&am\u{ad}p;`. What is taken out there, or what
/// becomes a letter or a digit there, would make one that a second parse reads.
pub(crate) fn may_be_spelt(text: &str, at: usize) -> bool {
    let mut tail = text[..at].chars().rev().take(SPELLING).take_while(|&c| c.is_ascii_graphic() || is_unseen(c));
    tail.any(|c| matches!(c, '&' | '\\'))
}

/// The words that places lie in, as far as white space goes, and whether they are addresses. Places are asked for in order.
pub(crate) struct Addresses<'t> {
    text: &'t str,
    start: usize,
    looked: usize,
}

/// How much of a word is looked at.
const BEGINNING: usize = 96;

impl<'t> Addresses<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, start: 0, looked: 0 }
    }

    /// Whether an address begins before `at` and goes on to it.
    pub(crate) fn covers(&mut self, at: usize) -> bool {
        let between = &self.text[self.looked.min(at)..at];
        if let Some((space, c)) = between.char_indices().rfind(|(_, c)| c.is_whitespace()) {
            self.start = self.looked.min(at) + space + c.len_utf8();
        }
        self.looked = at;
        let word = &self.text.as_bytes()[self.start..at.min(self.start + BEGINNING)];
        let has = |part: &[u8]| word.windows(part.len()).any(|found| found.eq_ignore_ascii_case(part));
        has(b"://") || has(b"www.") || has(b"mailto:") || has(b"@") || has(b"?") && has(b"=")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noncharacters_stand_in_one_block_and_at_the_end_of_every_plane() {
        for c in ['\u{fdd0}', '\u{fdef}', '\u{fffe}', '\u{ffff}', '\u{1fffe}', '\u{10ffff}'] {
            assert!(is_noncharacter(c), "{c:?}");
        }
        assert!(!['\u{fdcf}', '\u{fdf0}', '\u{fffd}', '\u{fefe}', 'a'].into_iter().any(is_noncharacter));
    }
}
