//! One look at all bytes, which tells of nearly every article that there is nothing for the rules on characters in it.

use memchr::{memchr, memchr3_iter};

/// What a text may have in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    /// An ampersand or a backslash.
    pub(crate) codes: bool,
    /// A control character, a separator of lines, or what is no character.
    pub(crate) controls: bool,
    /// A soft hyphen, a space that does not break, a character that is not seen, or a ligature.
    pub(crate) shapes: bool,
    /// A letter that the bytes of UTF-8 begin with when they are read as Windows-1252.
    pub(crate) letters: bool,
    /// A character that stands for none: of private use, the replacement character, or a narrow letter of Japanese.
    pub(crate) strange: bool,
}

impl Seen {
    /// Where nobody has looked, everything may be there.
    pub(crate) const UNKNOWN: Self = Self { codes: true, controls: true, shapes: true, letters: true, strange: true };

    pub(crate) fn of(bytes: &[u8]) -> Self {
        let (mut high, mut controls) = (0_u8, 0_u8);
        // Without branches, so that many bytes are looked at together. From the tab to the carriage return, what is no line end is looked
        // for below.
        for &byte in bytes {
            let signed = byte as i8;
            let tab_to_return = (signed > 0x08) & (signed < 0x0e);
            high |= byte;
            controls |= u8::from((0..0x20).contains(&signed) & !tab_to_return | (byte == 0x7f));
        }
        let codes = memchr::memchr2(b'&', b'\\', bytes).is_some();
        let mut seen = Self { codes, controls: controls != 0, shapes: false, letters: false, strange: false };
        seen.controls |= memchr::memchr2(0x0b, 0x0c, bytes).is_some();
        if high >= 0x80 {
            seen.look_beyond_ascii(bytes);
        }
        seen
    }

    fn look_beyond_ascii(&mut self, bytes: &[u8]) {
        let at = |index: usize| bytes.get(index).copied().unwrap_or(0);
        for lead in memchr3_iter(0xc2, 0xe2, 0xef, bytes) {
            let (second, third) = (at(lead + 1), at(lead + 2));
            match (bytes[lead], second) {
                (0xc2, 0x80..=0x9f) => self.controls = true,
                (0xc2, 0xa0 | 0xad) => self.shapes = true,
                (0xe2, 0x80) => match third {
                    0x87 | 0x8b..=0x8f | 0xaa..=0xaf => self.shapes = true,
                    0xa8 | 0xa9 => self.controls = true,
                    _ => {}
                },
                (0xe2, 0x81) => self.shapes |= third >= 0xa0,
                (0xef, 0xac | 0xbb) => self.shapes = true,
                (0xef, 0xb7) => self.controls = true,
                (0xef, 0xbf) => {
                    self.controls |= third >= 0xbe;
                    self.strange = true;
                }
                (0xef, 0x80..=0xa3 | 0xbd | 0xbe) => self.strange = true,
                _ => {}
            }
        }
        self.letters = memchr(0xc3, bytes).is_some();
        self.strange |= memchr(0xee, bytes).is_some();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_seen_in_clean_text() {
        let nothing = Seen { codes: false, controls: false, shapes: false, letters: false, strange: false };
        assert_eq!(Seen::of("“The ferry” – it’s back… € 5,\r\n\ta£1 for «all»".as_bytes()), nothing);
        assert_eq!(Seen::of(b""), nothing);
    }

    #[test]
    fn what_is_there_is_seen() {
        for text in ["\u{a0}", "\u{ad}", "\u{2007}", "\u{200b}", "\u{202f}", "\u{2060}", "\u{feff}", "ﬁ"] {
            assert!(Seen::of(text.as_bytes()).shapes, "{text:?}");
        }
        for text in ["\u{1}", "\u{b}", "\u{c}", "\u{1f}", "\u{7f}", "\u{92}", "\u{85}", "\u{2028}", "\u{fffe}"] {
            assert!(Seen::of(text.as_bytes()).controls, "{text:?}");
        }
        assert!(Seen::of(b"R&amp;D").codes && Seen::of(b"\\xa0").codes);
        assert!(Seen::of("é".as_bytes()).letters && Seen::of("\u{fffd}\u{e000}".as_bytes()).strange);
    }
}
