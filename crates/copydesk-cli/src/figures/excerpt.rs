//! Text that is said again in many rows, cut to a length.
//!
//! A block without a full stop is one sentence, and can hold as many figures as it is long: with the whole of it in every row the table
//! would grow with the square of the text.

use std::borrow::Cow;
use std::ops::Range;

/// How many bytes are kept on either side of a place. Few sentences have as many altogether.
const AROUND: usize = 1000;

/// What stands for text that is left out.
const LEFT_OUT: &str = "…";

/// A text, or what stands around a place in it where it is too long to be said again and again.
pub(super) fn excerpt(text: &str, place: Range<usize>) -> Cow<'_, str> {
    if text.len() <= 2 * AROUND {
        return Cow::Borrowed(text);
    }
    let start = boundary(text, place.start.saturating_sub(AROUND));
    let end = boundary(text, text.len().min(place.end + AROUND));
    let mark = |cut| if cut { LEFT_OUT } else { "" };
    Cow::Owned([mark(start > 0), &text[start..end], mark(end < text.len())].concat())
}

/// A text, or how it begins where it is too long.
pub(super) fn opening(text: &str) -> Cow<'_, str> {
    excerpt(text, 0..0)
}

/// The edge of a character at this byte or before it.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_short_is_whole() {
        assert_eq!(excerpt("It cost $5.", 8..10), "It cost $5.");
        assert_eq!(excerpt("", 0..0), "");
    }

    #[test]
    fn what_is_long_is_cut_around_the_place() {
        let text = "é".repeat(5000);
        for at in (0..text.len()).step_by(2) {
            let cut = excerpt(&text, at..at + 2);
            assert!(cut.len() <= 2 * AROUND + 2 + 2 * LEFT_OUT.len() + 1, "{}", cut.len());
            assert_eq!(cut.starts_with(LEFT_OUT), at > AROUND);
            assert_eq!(cut.ends_with(LEFT_OUT), at + 2 + AROUND < text.len());
        }
        assert!(opening(&text).starts_with('é') && opening(&text).ends_with(LEFT_OUT));
    }
}
