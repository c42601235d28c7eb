//! Text of a source, made fit for a terminal and for a line of its own.

use std::borrow::Cow;
use std::fmt::Write as _;

use copydesk::write::is_unprintable;

/// Appends the character, or the escape that stands for it: `\t`, `\u{1b}`.
pub(crate) fn push_printable(c: char, out: &mut String) {
    if is_unprintable(c) {
        let _ = write!(out, "{}", c.escape_default());
    } else {
        out.push(c);
    }
}

/// The text with every unprintable character escaped.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unprintable) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    text.chars().for_each(|c| push_printable(c, &mut out));
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reaches_the_terminal_raw() {
        assert_eq!(printable("a\u{1b}[2J\tb\u{202e}c\n"), "a\\u{1b}[2J\\tb\\u{202e}c\\n");
        assert_eq!(printable("Zürich — 東京"), "Zürich — 東京");
    }
}
