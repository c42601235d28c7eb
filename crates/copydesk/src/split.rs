//! Words of a text, cut at an ASCII byte or at white space.
//!
//! The standard library cuts at any pattern, and is ready for every script at every character. For a headline, that takes longer than the
//! look at its words. Here a table classifies the ASCII bytes.

/// The words between single spaces, as `split(' ')` has them.
pub(crate) fn at_spaces(text: &str) -> AtSpaces<'_> {
    AtSpaces { rest: Some(text) }
}

/// What [`at_spaces`] gives.
#[derive(Clone)]
pub(crate) struct AtSpaces<'t> {
    rest: Option<&'t str>,
}

impl<'t> Iterator for AtSpaces<'t> {
    type Item = &'t str;

    #[inline]
    fn next(&mut self) -> Option<&'t str> {
        let rest = self.rest?;
        let Some(end) = rest.bytes().position(|byte| byte == b' ') else { return self.rest.take() };
        self.rest = Some(&rest[end + 1..]);
        Some(&rest[..end])
    }
}

/// The first word before a space, or all of the text.
pub(crate) fn first_word(text: &str) -> &str {
    at_spaces(text).next().unwrap_or(text)
}

/// The last word behind a space, or all of the text.
pub(crate) fn last_word(text: &str) -> &str {
    let start = text.bytes().rposition(|byte| byte == b' ').map_or(0, |space| space + 1);
    &text[start..]
}

/// The last word behind white space of any script, or all of the text.
pub(crate) fn last_of_any(text: &str) -> &str {
    let is_white = |byte: u8| matches!(byte, b'\t'..=b'\r' | b' ');
    match text.bytes().rposition(|byte| is_white(byte) || !byte.is_ascii()) {
        Some(at) if !text.as_bytes()[at].is_ascii() => text.rsplit(char::is_whitespace).next().unwrap_or(text),
        Some(space) => &text[space + 1..],
        None => text,
    }
}

/// Which bytes stand between words.
pub(crate) struct Between([Stands; 256]);

/// Where a byte stands.
#[derive(Clone, Copy, PartialEq)]
enum Stands {
    Inside,
    Between,
    /// White space beyond ASCII may begin with it, and with no other byte.
    Unclear,
}

impl Between {
    /// White space and these marks.
    pub(crate) const fn white_and(marks: &[u8]) -> Self {
        Self::nothing().and(b"\t\n\x0b\x0c\r ").and(marks)
    }

    /// Everything but letters.
    pub(crate) const fn all_but_letters() -> Self {
        let (mut between, mut byte) = (Self::nothing(), 0);
        while byte < 128 {
            if !(byte as u8).is_ascii_alphabetic() {
                between.0[byte] = Stands::Between;
            }
            byte += 1;
        }
        between
    }

    const fn nothing() -> Self {
        let mut between = [Stands::Inside; 256];
        between[0xc2] = Stands::Unclear;
        between[0xe1] = Stands::Unclear;
        between[0xe2] = Stands::Unclear;
        between[0xe3] = Stands::Unclear;
        Self(between)
    }

    const fn and(mut self, bytes: &[u8]) -> Self {
        let mut at = 0;
        while at < bytes.len() {
            self.0[bytes[at] as usize] = Stands::Between;
            at += 1;
        }
        self
    }
}

/// The words that are not empty, between white space of any script and the marks of the table.
pub(crate) fn words<'t>(text: &'t str, between: &'static Between) -> Words<'t> {
    Words { text, at: 0, between }
}

/// What [`words`] gives.
#[derive(Clone)]
pub(crate) struct Words<'t> {
    text: &'t str,
    at: usize,
    between: &'static Between,
}

impl Words<'_> {
    /// The length of what stands between words at `at`, where a byte is, or 0.
    #[inline]
    fn between_at(&self, at: usize, byte: u8) -> usize {
        match self.between.0[byte as usize] {
            Stands::Inside => 0,
            Stands::Between => 1,
            Stands::Unclear => self.text[at..].chars().next().filter(|c| c.is_whitespace()).map_or(0, char::len_utf8),
        }
    }
}

impl<'t> Iterator for Words<'t> {
    type Item = &'t str;

    #[inline]
    fn next(&mut self) -> Option<&'t str> {
        let bytes = self.text.as_bytes();
        let mut start = self.at;
        while let Some(&byte) = bytes.get(start) {
            match self.between_at(start, byte) {
                0 => break,
                length => start += length,
            }
        }
        let mut end = start;
        while let Some(&byte) = bytes.get(end)
            && self.between_at(end, byte) == 0
        {
            end += 1;
        }
        self.at = end;
        (end > start).then(|| &self.text[start..end])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 9] = [
        "",
        " ",
        "a",
        "a b",
        "  The  ferry;is (back)\t/ now ",
        "\u{a0}é\u{2003}à\u{3000}ß ",
        "one\u{85}two\u{1680}three\u{1f}four",
        "“a”, — b…",
        "a\nb\r\nc\u{b}d\u{c}e",
    ];

    #[test]
    fn words_are_cut_as_elsewhere() {
        static WHITE: Between = Between::white_and(b"");
        static MARKS: Between = Between::white_and(b";,()/");
        let is_between = |c: char| c.is_whitespace() || ";,()/".contains(c);
        for text in TEXTS {
            assert!(at_spaces(text).eq(text.split(' ')), "{text:?}");
            assert_eq!(Some(first_word(text)), text.split(' ').next(), "{text:?}");
            assert_eq!(Some(last_word(text)), text.rsplit(' ').next(), "{text:?}");
            assert_eq!(Some(last_of_any(text)), text.rsplit(char::is_whitespace).next(), "{text:?}");
            assert!(words(text, &WHITE).eq(text.split_whitespace()), "{text:?}");
            assert!(words(text, &MARKS).eq(text.split(is_between).filter(|word| !word.is_empty())), "{text:?}");
        }
    }

    #[test]
    fn white_space_begins_with_few_bytes() {
        let white = ('\u{80}'..=char::MAX).filter(|c| c.is_whitespace());
        for c in white {
            let first = c.encode_utf8(&mut [0; 4]).as_bytes()[0];
            assert!(matches!(first, 0xc2 | 0xe1..=0xe3), "{c:?}");
        }
    }
}
