//! Passages in another language: a quotation, a poem, an article in two languages.
//!
//! The document's language gates the rules; a rule made for English must not touch the German sentence that an English article quotes.

use crate::language::{self, Language};

use super::super::Article;

/// A line up to this length is judged whole; a longer one in parts of this length, so that each byte is read once or twice.
const PART: usize = 1024;
/// How far a part reaches into its neighbours.
const MARGIN: usize = 128;

/// The language of the passage around a place. Places are asked for in order, so that one answer is kept and used again.
pub(crate) struct Passages<'a, 't> {
    article: &'a Article<'t>,
    last: Option<(usize, usize, Option<Language>)>,
}

impl<'a, 't> Passages<'a, 't> {
    pub(crate) fn new(article: &'a Article<'t>) -> Self {
        Self { article, last: None }
    }

    /// Whether the passage around `at` is clearly in another language than the document.
    pub(crate) fn is_foreign(&mut self, at: u32) -> bool {
        let (start, end) = self.part(at);
        let language = match self.last {
            Some((known, known_end, language)) if (known, known_end) == (start, end) => language,
            _ => language::detect_bytes(&self.article.text.as_bytes()[start..end]),
        };
        self.last = Some((start, end, language));
        language.is_some_and(|language| Some(language) != self.article.language)
    }

    fn part(&self, at: u32) -> (usize, usize) {
        let (start, end) = self.paragraph(at);
        if end - start <= PART {
            return (start, end);
        }
        let part = start + (at as usize - start) / PART * PART;
        (part.saturating_sub(MARGIN).max(start), (part + PART + MARGIN).min(end))
    }

    /// The line, with those that it may go on from or into: what becomes of the break must not change the language of either.
    fn paragraph(&self, at: u32) -> (usize, usize) {
        let Article { breaks, lines, text, .. } = *self.article;
        let line = |at: u32| {
            let next = lines.partition_point(|&start| start <= at);
            let start = next.checked_sub(1).map_or(0, |line| lines[line]);
            (start, lines.get(next).map_or(text.len() as u32, |&next| next))
        };
        let (mut start, mut end) = line(at);
        let mut before = breaks.partition_point(|&(_, end)| end <= at);
        let mut after = before;
        // A paragraph is cut a few times at most; what is longer than a part is judged in parts anyway.
        while before > 0 && breaks[before - 1].1 >= start && end - start <= PART as u32 {
            before -= 1;
            start = line(breaks[before].0).0;
        }
        while after < breaks.len() && breaks[after].0 < end && end - start <= PART as u32 {
            end = line(breaks[after].1).1;
            after += 1;
        }
        (start as usize, end as usize)
    }
}
