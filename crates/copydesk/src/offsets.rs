//! Bytes to code points and back, for languages that count differently from Rust.
//!
//! Offsets are bytes everywhere in the core. Python counts code points, so that a span can slice a `str`. [`CodePoints`] converts both
//! ways. ASCII text needs no table. For other text, a table holds the number of code points before every 256th byte.

use crate::span::TextSpan;

/// How far apart the counted places are, in bytes: one `u32` for each is 1/64 of the text, and at most this much is counted per question.
const STRIDE: usize = 256;

/// The unit of text offsets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OffsetUnit {
    /// Bytes of UTF-8, as in Rust.
    #[default]
    Byte,
    /// Unicode code points, as in Python.
    CodePoint,
}

impl OffsetUnit {
    /// Its name, as in the JSON output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Byte => "byte",
            Self::CodePoint => "code-point",
        }
    }
}

/// The code points of a text, counted once.
#[derive(Clone, Debug)]
pub struct CodePoints {
    /// The code points that begin before each [`STRIDE`]th byte; none for text that is ASCII.
    counts: Vec<u32>,
}

impl CodePoints {
    /// Counts the code points of a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { counts: Vec::new() };
        }
        let mut counts = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut before = 0;
        for stretch in text.as_bytes().chunks(STRIDE) {
            counts.push(before);
            before += starts(stretch);
        }
        Self { counts }
    }

    /// The number of code points that begin before the byte `offset` of `text`, which must be the counted text.
    ///
    /// # Panics
    /// If the offset lies outside the text.
    #[must_use]
    pub fn of_byte(&self, text: &str, offset: u32) -> u32 {
        if self.counts.is_empty() {
            return offset;
        }
        let offset = offset as usize;
        // The end of the text may be the end of the last stretch.
        let stretch = (offset / STRIDE).min(self.counts.len() - 1);
        self.counts[stretch] + starts(&text.as_bytes()[stretch * STRIDE..offset])
    }

    /// The byte of `text` at which code point number `offset` begins. If `offset` is the number of code points, it is the length of
    /// `text`; beyond that, `None`.
    #[must_use]
    pub fn to_byte(&self, text: &str, offset: u32) -> Option<u32> {
        if self.counts.is_empty() {
            return (offset as usize <= text.len()).then_some(offset);
        }
        let stretch = self.counts.partition_point(|&before| before <= offset) - 1;
        let mut left = offset - self.counts[stretch];
        let from = stretch * STRIDE;
        for (index, &byte) in text.as_bytes()[from..].iter().enumerate() {
            if is_start(byte) {
                if left == 0 {
                    return Some((from + index) as u32);
                }
                left -= 1;
            }
        }
        (left == 0).then_some(text.len() as u32)
    }

    /// A span of `text` in code points.
    ///
    /// # Panics
    /// If it lies outside the text.
    #[must_use]
    pub fn span(&self, text: &str, span: TextSpan) -> (u32, u32) {
        (self.of_byte(text, span.start()), self.of_byte(text, span.end()))
    }
}

/// Whether a code point begins with this byte of UTF-8.
const fn is_start(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

fn starts(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&byte| u32::from(is_start(byte))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_at_every_character() {
        let long = "Ärger um die Fähre – 東京 \u{1f6a2} e\u{301} ".repeat(40);
        for text in ["", "plain", "é", "\u{1f6a2}", long.as_str(), &"é".repeat(128), &"a".repeat(600)] {
            let points = CodePoints::new(text);
            let mut count = 0;
            for (byte, _) in text.char_indices() {
                assert_eq!(points.of_byte(text, byte as u32), count);
                assert_eq!(points.to_byte(text, count), Some(byte as u32));
                count += 1;
            }
            assert_eq!(points.of_byte(text, text.len() as u32), count);
            assert_eq!(points.to_byte(text, count), Some(text.len() as u32));
            assert_eq!(points.to_byte(text, count + 1), None);
            assert_eq!(points.to_byte(text, u32::MAX), None);
            assert_eq!(points.span(text, TextSpan::new(0, text.len() as u32)), (0, count));
        }
    }
}
