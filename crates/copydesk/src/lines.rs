//! Lines: cut points at `\n`, `\r\n` and a lone `\r`.

use memchr::memchr2;

use crate::masks::{blocks, places};

/// Where the lines of `text` start. Empty text has no lines; text after the last line end is a line too.
///
/// Other Unicode line separators stay inside a line: flattened news text uses them as stray characters, not as line ends.
pub(crate) fn starts(text: &[u8]) -> Vec<u32> {
    let mut starts = Vec::with_capacity(text.len() / 64 + 1);
    starts.push(0);
    for (start, block) in blocks(text, b' ') {
        for end in places(start, block.are_either(b'\n', b'\r')) {
            if is_end(text, end) {
                starts.push(end as u32 + 1);
            }
        }
    }
    // What a text ends with begins no line.
    starts.pop_if(|last| *last as usize == text.len());
    starts
}

/// Whether the `\n` or `\r` at `at` ends a line, and not the one behind it.
#[inline(always)]
pub(crate) fn is_end(text: &[u8], at: usize) -> bool {
    text[at] == b'\n' || text.get(at + 1) != Some(&b'\n')
}

/// Whether the line that starts at `start` is its end and nothing else. Half of the lines of most texts are, and need no further look.
#[inline(always)]
pub(crate) fn is_bare(text: &str, start: u32) -> bool {
    matches!(text.as_bytes().get(start as usize), Some(b'\n' | b'\r'))
}

/// The lines of `text` without their ends, as [`starts`] has them, each looked for when it is asked for. `str::lines` knows no lone `\r`.
pub(crate) fn of(text: &str) -> impl Iterator<Item = &str> {
    inclusive(text).map(|line| line.trim_end_matches(['\n', '\r']))
}

/// A line without the white space at either end. Most lines begin and end with a character of ASCII, when its spaces are gone.
pub(crate) fn trimmed(line: &str) -> &str {
    let bytes = line.as_bytes();
    let says = |byte: &u8| !matches!(byte, b'\t'..=b'\r' | b' ');
    let end = bytes.iter().rposition(says).map_or(0, |last| last + 1);
    let start = bytes[..end].iter().position(says).unwrap_or(0);
    match bytes[start..end] {
        [first, .., last] if first.is_ascii() && last.is_ascii() => &line[start..end],
        _ => line[start..end].trim(),
    }
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
        }
    }

    #[test]
    fn lines_end_in_three_ways() {
        for text in ["", "one", "one\ntwo", "one\r\n\r\ntwo\r", "one\rtwo\n\rthree\n"] {
            let mut at = 0;
            for (line, start) in inclusive(text).zip(starts(text.as_bytes())) {
                assert_eq!(at, start as usize);
                at += line.len();
            }
            assert_eq!((at, inclusive(text).count()), (text.len(), starts(text.as_bytes()).len()));
        }
        assert_eq!(of("one\r\n\r\ntwo\rthree").collect::<Vec<_>>(), ["one", "", "two", "three"]);
    }
}
