//! What characters a text may have. For nearly every article, the one pass over all bytes shows that the rules on characters have nothing
//! to do.

use fearless_simd::Simd;

use crate::masks::{Block, places};

/// What a text may have in it; before a look, nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

    /// Looks at a block that has characters beyond ASCII.
    #[inline(always)]
    pub(crate) fn look_beyond_ascii<S: Simd>(&mut self, bytes: &[u8], start: usize, block: &Block<S>) {
        let at = |index: usize| bytes.get(index).copied().unwrap_or(0);
        for lead in places(start, block.are(0xe2)) {
            match (at(lead + 1), at(lead + 2)) {
                (0x80, 0x87 | 0x8b..=0x8f | 0xaa..=0xaf) | (0x81, 0xa0..) => self.shapes = true,
                (0x80, 0xa8 | 0xa9) => self.controls = true,
                _ => {}
            }
        }
        for lead in places(start, block.are_either(0xc2, 0xef)) {
            match (bytes[lead], at(lead + 1)) {
                (0xc2, 0x80..=0x9f) | (0xef, 0xb7) => self.controls = true,
                (0xc2, 0xa0 | 0xad) | (0xef, 0xac | 0xbb) => self.shapes = true,
                (0xef, 0xbf) => {
                    self.controls |= at(lead + 2) >= 0xbe;
                    self.strange = true;
                }
                (0xef, 0x80..=0xa3 | 0xbd | 0xbe) => self.strange = true,
                _ => {}
            }
        }
        self.letters |= block.are(0xc3) != 0;
        self.strange |= block.are(0xee) != 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::Scan;

    fn seen(text: &str) -> Seen {
        Scan::of(text).seen
    }

    #[test]
    fn nothing_is_seen_in_clean_text() {
        assert_eq!(seen("“The ferry” – it’s back… € 5,\r\n\ta£1 for «all»"), Seen::default());
        assert_eq!(seen(""), Seen::default());
    }

    #[test]
    fn what_is_there_is_seen() {
        for text in ["\u{a0}", "\u{ad}", "\u{2007}", "\u{200b}", "\u{202f}", "\u{2060}", "\u{feff}", "ﬁ"] {
            assert!(seen(text).shapes, "{text:?}");
        }
        for text in ["\u{1}", "\u{b}", "\u{c}", "\u{1f}", "\u{7f}", "\u{92}", "\u{85}", "\u{2028}", "\u{fffe}"] {
            assert!(seen(text).controls, "{text:?}");
        }
        assert!(seen("R&amp;D").codes && seen("\\xa0").codes);
        assert!(seen("é").letters && seen("\u{fffd}\u{e000}").strange);
    }
}
