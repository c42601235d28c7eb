//! The lines at the edges of a text, which identify nearly every channel.
//!
//! Each envelope looks at some of the first lines and some of the last. They are found once, for all envelopes.

use memchr::{memchr2, memrchr2};

use crate::lines::{Lines, trimmed};
use crate::reuse::emptied;

/// So many lines are kept at either edge; no envelope asks for more.
const LINES: usize = 80;

/// The lines at the edges of a text that are not blank, trimmed.
pub(crate) struct Edges<'t> {
    text: &'t str,
    /// From the first on.
    first: Vec<&'t str>,
    /// From the last on.
    last: Vec<&'t str>,
    /// A bit for each byte of ASCII that a line begins with, white space apart.
    initials: u128,
    /// Whether these are all lines that are not blank, as they are of most articles.
    all: bool,
}

/// What the lines of a text are listed in, and those of the next one.
#[derive(Debug, Default)]
pub(crate) struct EdgeSpace {
    first: Vec<&'static str>,
    last: Vec<&'static str>,
}

impl EdgeSpace {
    /// Takes the lists back.
    pub(super) fn put(&mut self, edges: Edges<'_>) {
        (self.first, self.last) = (emptied(edges.first), emptied(edges.last));
    }
}

impl<'t> Edges<'t> {
    pub(super) fn of(text: &'t str, lines: &Lines, space: &mut EdgeSpace) -> Self {
        let EdgeSpace { first, last } = std::mem::take(space);
        let (mut first, mut last): (Vec<&'t str>, Vec<&'t str>) = (first, last);
        first.reserve(lines.filled.len().min(LINES));
        let mut initials = 0;
        let mut all = true;
        for (_, range) in lines.filled(text) {
            let line = trimmed(&text[range]);
            let Some(initial) = line.as_bytes().first() else { continue };
            if initial.is_ascii() {
                initials |= 1 << initial;
            }
            all = first.len() < LINES;
            if all {
                first.push(line);
            }
        }
        // The lines of most texts are these; the last ones are not looked for again.
        if all {
            last.extend(first.iter().rev());
        } else {
            last.extend(backwards(text).take(LINES));
        }
        Self { text, first, last, initials, all }
    }

    /// Whether any line of the text begins with this byte of ASCII, white space apart.
    pub(super) fn has_initial(&self, byte: u8) -> bool {
        self.initials >> byte & 1 == 1
    }

    /// Whether any line of the text begins with a small letter of ASCII, white space apart.
    pub(super) fn has_small_initial(&self) -> bool {
        const SMALL: u128 = (1 << 26) - 1;
        self.initials >> b'a' & SMALL != 0
    }

    /// Whether a line may begin with these words, the first a letter of ASCII, white space apart: where not all lines are known, their
    /// initials say so.
    pub(super) fn may_begin_with(&self, words: &str) -> bool {
        let initial = words.as_bytes().first().is_some_and(|&initial| self.has_initial(initial));
        initial && (!self.all || self.first.iter().any(|line| line.starts_with(words)))
    }

    /// The first lines, from the first on.
    pub(super) fn first(&self) -> &[&'t str] {
        &self.first
    }

    /// The last lines, from the last on.
    pub(super) fn last(&self) -> &[&'t str] {
        &self.last
    }

    /// The first lines, as far as they begin among the first `bytes`.
    pub(super) fn first_within(&self, bytes: usize) -> impl Iterator<Item = &'t str> {
        self.first.iter().copied().take_while(move |line| self.offset(line) <= bytes)
    }

    /// The last lines, as far as they end among the last `bytes`.
    pub(super) fn last_within(&self, bytes: usize) -> impl Iterator<Item = &'t str> {
        self.last.iter().copied().take_while(move |line| self.text.len() - self.offset(line) - line.len() <= bytes)
    }

    fn offset(&self, line: &str) -> usize {
        line.as_ptr() as usize - self.text.as_ptr() as usize
    }
}

/// The lines that are not blank, from the first on, trimmed.
pub(super) fn forwards(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    let lines = std::iter::from_fn(move || {
        let text = rest?;
        let end = memchr2(b'\n', b'\r', text.as_bytes());
        rest = end.map(|end| &text[end + 1..]);
        Some(text[..end.unwrap_or(text.len())].trim())
    });
    lines.filter(|line| !line.is_empty())
}

/// The same from the last on.
pub(super) fn backwards(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    let lines = std::iter::from_fn(move || {
        let text = rest?;
        let end = memrchr2(b'\n', b'\r', text.as_bytes());
        rest = end.map(|end| &text[..end]);
        Some(text[end.map_or(0, |end| end + 1)..].trim())
    });
    lines.filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_edges_of_texts_short_and_long() {
        let of = |text: &'static str| Edges::of(text, &Lines::of(text), &mut EdgeSpace::default());
        let edges = of("\r\n one \n\ntwo\rthree  ");
        assert_eq!((edges.first(), edges.last()), (&["one", "two", "three"][..], &["three", "two", "one"][..]));
        assert!(of("").first().is_empty() && of(" \n").last().is_empty());
        let text: String = (0..200).map(|line| format!("line {line}\n\n")).collect();
        let edges = Edges::of(&text, &Lines::of(&text), &mut EdgeSpace::default());
        assert_eq!((edges.first().len(), edges.first()[79]), (LINES, "line 79"));
        assert_eq!((edges.last().len(), edges.last()[79]), (LINES, "line 120"));
        assert_eq!((edges.first_within(12).count(), edges.last_within(12).count()), (2, 2));
        assert!(edges.has_initial(b'l') && !edges.has_initial(b'i') && of("a\n\r\n\u{a0}B").has_initial(b'B'));
        assert!(
            edges.has_small_initial() && !of("One\n{two}\n`").has_small_initial() && of("One\nz").has_small_initial()
        );
        assert!(edges.may_begin_with("lines of it") && !edges.may_begin_with("other"));
        let few = of("a\n Body of it");
        assert!(few.may_begin_with("Body") && few.may_begin_with("a") && !few.may_begin_with("of"));
        assert!(forwards(&text).take(LINES).eq(edges.first().iter().copied()));
    }
}
