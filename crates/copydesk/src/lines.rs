//! Lines: cut points at `\n`, `\r\n` and a lone `\r`.

use std::ops::Range;

use memchr::memchr2;

use crate::masks::{blocks, places};

/// The lines of a text. Empty text has none; text after the last line end is a line too.
///
/// Other Unicode line separators stay inside a line: flattened news text uses them as stray characters, not as line ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// Where they start.
    pub(crate) starts: Vec<u32>,
    /// The numbers of the lines that are more than a line end. Half of the lines of most texts are not, and need no further look.
    pub(crate) filled: Vec<u32>,
}

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        let mut lines = Self::default();
        let bytes = text.as_bytes();
        lines.begin(bytes);
        for (start, block) in blocks(bytes, b' ') {
            for end in places(start, block.are_either(b'\n', b'\r')) {
                if is_end(bytes, end) {
                    lines.add(bytes, end + 1);
                }
            }
        }
        lines
    }

    /// Forgets the lines of another text, and has the first one of this.
    pub(crate) fn begin(&mut self, text: &[u8]) {
        self.starts.clear();
        self.filled.clear();
        self.add(text, 0);
    }

    /// Adds the line that starts at `start`. What a text ends with begins no line.
    #[inline(always)]
    pub(crate) fn add(&mut self, text: &[u8], start: usize) {
        let Some(first) = text.get(start) else { return };
        if !matches!(first, b'\n' | b'\r') {
            self.filled.push(self.starts.len() as u32);
        }
        self.starts.push(start as u32);
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// How many bytes the longest has, with its end.
    pub(crate) fn longest(&self, text: &str) -> usize {
        let longest = self.starts.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or(0) as usize;
        longest.max(self.starts.last().map_or(0, |&last| text.len() - last as usize))
    }

    /// The number and the range of each line that is more than its end.
    pub(crate) fn filled(&self, text: &str) -> impl Iterator<Item = (usize, Range<usize>)> {
        self.filled.iter().map(|&number| (number as usize, self.range(text, number as usize)))
    }

    /// From its start to the start of the next line. The last line ends with the text.
    pub(crate) fn range(&self, text: &str, number: usize) -> Range<usize> {
        let start = |number: usize| self.starts.get(number).map_or(text.len(), |&start| start as usize);
        start(number)..start(number + 1)
    }
}

/// Whether the `\n` or `\r` at `at` ends a line, and not the one behind it.
#[inline(always)]
pub(crate) fn is_end(text: &[u8], at: usize) -> bool {
    text[at] == b'\n' || text.get(at + 1) != Some(&b'\n')
}

/// The lines of `text` without their ends, as [`Lines`] has them, each looked for when it is asked for. `str::lines` knows no lone `\r`.
pub(crate) fn of(text: &str) -> impl Iterator<Item = &str> {
    inclusive(text).map(|line| line.trim_end_matches(['\n', '\r']))
}

/// A line without the white space at either end. Once their ASCII spaces are gone, most lines begin and end with an ASCII character.
pub(crate) fn trimmed(line: &str) -> &str {
    let bytes = line.as_bytes();
    let end = bytes.iter().rposition(says).map_or(0, |last| last + 1);
    let start = bytes[..end].iter().position(says).unwrap_or(0);
    match bytes[start..end] {
        [first, .., last] if first.is_ascii() && last.is_ascii() => &line[start..end],
        _ => line[start..end].trim(),
    }
}

/// A line without the white space at its end, in the same way.
pub(crate) fn trimmed_end(line: &str) -> &str {
    let bytes = line.as_bytes();
    let end = bytes.iter().rposition(says).map_or(0, |last| last + 1);
    match bytes[..end] {
        [.., last] if last.is_ascii() => &line[..end],
        _ => line[..end].trim_end(),
    }
}

/// A line without the white space at its beginning, in the same way.
pub(crate) fn trimmed_start(line: &str) -> &str {
    let bytes = line.as_bytes();
    let start = bytes.iter().position(says).unwrap_or(bytes.len());
    match bytes[start..] {
        [first, ..] if first.is_ascii() => &line[start..],
        _ => line[start..].trim_start(),
    }
}

/// Whether a byte is no white space of ASCII.
fn says(byte: &u8) -> bool {
    !matches!(byte, b'\t'..=b'\r' | b' ')
}

/// The lines of `text` with their ends.
pub(crate) fn inclusive(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let bytes = rest.as_bytes();
        let end = match memchr2(b'\n', b'\r', bytes) {
            Some(at) if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') => at + 2,
            Some(at) => at + 1,
            None if rest.is_empty() => return None,
            None => rest.len(),
        };
        let (line, after) = rest.split_at(end);
        rest = after;
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_trimmed_is_white() {
        for line in [
            "",
            "\n",
            " ",
            "a",
            "a b\r\n",
            " a\n",
            "a \n",
            "\u{a0}a",
            "“a”\n",
            "a\u{2003}\n\r\n",
            "\t\n",
            "a\u{1f}\n",
            "\u{b}a\u{c}",
        ] {
            assert_eq!(trimmed(line), line.trim(), "{line:?}");
            assert_eq!(trimmed_end(line), line.trim_end(), "{line:?}");
            assert_eq!(trimmed_start(line), line.trim_start(), "{line:?}");
        }
    }

    #[test]
    fn lines_end_in_three_ways() {
        for text in ["", "one", "one\ntwo", "one\r\n\r\ntwo\r", "one\rtwo\n\rthree\n"] {
            let mut at = 0;
            let lines = Lines::of(text);
            for (number, line) in inclusive(text).enumerate() {
                assert_eq!(lines.range(text, number), at..at + line.len());
                at += line.len();
            }
            assert_eq!((at, inclusive(text).count()), (text.len(), lines.count()));
            let filled = lines.filled(text).map(|(_, range)| of(&text[range]).next());
            assert!(filled.eq(of(text).filter(|line| !line.is_empty()).map(Some)), "{text:?}");
            assert_eq!(lines.longest(text), inclusive(text).map(str::len).max().unwrap_or(0));
        }
        assert_eq!(of("one\r\n\r\ntwo\rthree").collect::<Vec<_>>(), ["one", "", "two", "three"]);
    }
}
