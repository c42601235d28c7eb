//! Text of several styles, broken into lines of one width.

use anstyle::Style;
use copydesk::write::is_unprintable;
use unicode_width::UnicodeWidthChar as _;

use crate::printable::push_printable;

/// Whether a stretch of text may be broken at its spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Breaks {
    AtSpaces,
    Nowhere,
}

/// Collects styled text into lines no wider than `width`.
pub(super) struct Wrap {
    width: usize,
    lines: Vec<String>,
    line: String,
    line_width: usize,
    /// The spaces after the line so far; they vanish where it is broken.
    spaces: usize,
    word: String,
    word_width: usize,
    /// The style that `word` ends in.
    style: Style,
}

impl Wrap {
    pub(super) fn new(width: usize) -> Self {
        Self {
            width: width.max(1),
            lines: Vec::new(),
            line: String::new(),
            line_width: 0,
            spaces: 0,
            word: String::new(),
            word_width: 0,
            style: Style::new(),
        }
    }

    /// Appends text. Line ends in it are white space like any other; unprintable characters are escaped.
    pub(super) fn push(&mut self, text: &str, style: Style, breaks: Breaks) {
        for c in text.chars() {
            if breaks == Breaks::AtSpaces && matches!(c, ' ' | '\n' | '\r') {
                self.end_word();
                self.spaces += 1;
                continue;
            }
            if self.style != style {
                self.set_style(style);
            }
            let before = self.word.len();
            push_printable(c, &mut self.word);
            let width = if is_unprintable(c) { self.word.len() - before } else { c.width().unwrap_or(0) };
            self.word_width += width;
            if self.word_width >= self.width {
                self.end_word();
            }
        }
    }

    /// The lines, without the end of the last.
    pub(super) fn finish(mut self) -> Vec<String> {
        self.end_word();
        if !self.line.is_empty() {
            self.lines.push(self.line);
        }
        self.lines
    }

    fn set_style(&mut self, style: Style) {
        self.word.push_str(&format!("{}{}", self.style.render_reset(), style.render()));
        self.style = style;
    }

    /// Sets the word on the line, or on the next where there is no room. No style reaches over the end of a word, so that none reaches
    /// into the margin.
    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        if self.style != Style::new() {
            self.set_style(Style::new());
        }
        if self.line_width > 0 && self.line_width + self.spaces + self.word_width > self.width {
            self.lines.push(std::mem::take(&mut self.line));
            self.line_width = 0;
            self.spaces = 0;
        }
        if self.line_width > 0 {
            self.line.extend(std::iter::repeat_n(' ', self.spaces));
            self.line_width += self.spaces;
        }
        self.spaces = 0;
        self.line.push_str(&self.word);
        self.line_width += self.word_width;
        self.word.clear();
        self.word_width = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anstyle::AnsiColor;

    fn wrap(text: &str, width: usize) -> Vec<String> {
        let mut wrap = Wrap::new(width);
        wrap.push(text, Style::new(), Breaks::AtSpaces);
        wrap.finish()
    }

    #[test]
    fn breaks_at_spaces_and_through_long_words() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("one\r\ntwo", 80), ["one  two"]);
        assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("東京東京東", 4), ["東京", "東京", "東"]);
        assert_eq!(wrap("a\u{1b}b", 80), ["a\\u{1b}b"]);
        assert!(wrap("  ", 8).is_empty());
    }

    #[test]
    fn a_style_ends_with_its_line() {
        let red = AnsiColor::Red.on_default();
        let mut wrap = Wrap::new(5);
        wrap.push("one ", Style::new(), Breaks::AtSpaces);
        wrap.push("twothree", red, Breaks::AtSpaces);
        let lines = wrap.finish();
        assert!(lines.len() > 1);
        assert!(lines.iter().all(|line| !line.contains("\x1b[31m") || line.ends_with("\x1b[0m")), "{lines:?}");
    }
}
