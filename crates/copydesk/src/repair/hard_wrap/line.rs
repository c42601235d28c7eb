//! The lines of a text that may be wrapped, and their widths.

use std::ops::Range;

use crate::lines::{Lines, trimmed_end, trimmed_start};
use crate::masks::{blocks, moved, places};

use super::MARGIN;

/// What is held against a margin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// Lines as they are.
    Lines,
    /// The parts of lines that were put together where a paragraph ended, with spaces in its place.
    Parts,
}

/// What stands between the parts of such a line.
pub(super) const PARAGRAPH_END: &str = "  ";
/// By how much the first line of a paragraph was indented, before the parts were put together.
pub(super) const INDENT: usize = 5;

/// One line, without its line end and the white space before that.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    pub(super) number: usize,
    pub(super) content: &'t str,
    /// Where its content starts and ends in the text.
    pub(super) start: u32,
    pub(super) end: u32,
    /// In characters, with the indent; of its last part.
    pub(super) width: usize,
    /// Of its longest part.
    pub(super) longest: usize,
    pub(super) indent: usize,
}

impl<'t> Line<'t> {
    fn of(text: &'t str, number: usize, range: Range<usize>, measure: Measure) -> Self {
        let start = range.start as u32;
        let line = trimmed_end(&text[range]);
        let content = trimmed_start(line);
        let indent = line.len() - content.len();
        let whole = width_of(line);
        let (width, longest) = match measure {
            Measure::Lines => (whole, whole),
            Measure::Parts => {
                let (longest, last) = parts(line);
                // A line that is no longer than a margin has spaces of another kind: `HARBIN  (Agency)`.
                (if whole > *MARGIN.start() { last } else { whole }, longest)
            }
        };
        Self { number, content, start: start + indent as u32, end: start + line.len() as u32, width, longest, indent }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.content.is_empty()
    }

    /// Whether it stands right below a line that says something.
    pub(super) fn is_below(&self, above: &Self) -> bool {
        above.number + 1 == self.number && !above.is_blank()
    }

    /// Whether it is longer than a wrapped line can be, and could have been broken.
    pub(super) fn is_too_long(&self) -> bool {
        self.longest > *MARGIN.end() && self.content.contains(' ')
    }
}

/// How wide the longest part of a line is, and the last one.
fn parts(line: &str) -> (usize, usize) {
    const { assert!(PARAGRAPH_END.len() == 2, "what follows looks for pairs of spaces") };
    let (mut longest, mut free, mut end) = (0, 0, 0);
    let mut before = 0;
    for (start, block) in blocks(line.as_bytes(), b'-') {
        let spaces = block.are(b' ');
        for second in places(start, spaces & moved(spaces, before, 1)) {
            end = second + 1;
            if second > free {
                longest = longest.max(width_of(&line[free..second - 1]));
                free = end;
            }
        }
        before = spaces;
    }
    (longest.max(width_of(&line[free..])), width_of(&line[end..]))
}

pub(super) fn width_of(line: &str) -> usize {
    if line.is_ascii() { line.len() } else { line.chars().count() }
}

/// The lines, without those that are nothing but their end.
pub(super) fn each_line<'t>(text: &'t str, lines: &Lines, measure: Measure) -> impl Iterator<Item = Line<'t>> {
    lines.filled(text).map(move |(number, range)| Line::of(text, number, range, measure))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_those_between_pairs_of_spaces() {
        for line in
            ["", "one", "one two", "one  two", "one   two", "one    two", "  one", "é  zwölf  a b   c", "   ", "a  "]
        {
            for shift in (0..70).map(|length| "x".repeat(length)) {
                let line = format!("{shift}{line}");
                let longest = line.split(PARAGRAPH_END).map(width_of).max().unwrap();
                let last = line.rsplit(PARAGRAPH_END).next().map(width_of).unwrap();
                assert_eq!(parts(&line), (longest, last), "{line:?}");
            }
        }
    }
}
