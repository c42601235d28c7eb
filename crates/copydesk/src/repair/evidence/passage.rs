//! Passages in another language: a quotation, a poem, an article in two languages.
//!
//! The document's language gates the rules. A rule made for English must not touch the German sentence that an English article quotes.

use crate::language::{self, Language};

use super::super::Article;

/// A paragraph with more bytes than this, white space apart, is not looked at: what is that long decides the document's language itself.
/// White space is not counted because repairs take it away, and a passage must be the same before and after.
const PASSAGE: usize = 1024;

/// How far the search for the lines of one paragraph goes, in bytes: beyond, the paragraph is long whatever its white space.
const REACH: u32 = 4 * PASSAGE as u32;

/// The language of the passage around a place. Places are asked for in order, so that one answer is kept and used again.
pub(crate) struct Passages<'a, 't> {
    article: &'a Article<'t>,
    last: Option<((usize, usize), Option<Language>)>,
}

impl<'a, 't> Passages<'a, 't> {
    pub(crate) fn new(article: &'a Article<'t>) -> Self {
        Self { article, last: None }
    }

    /// Whether the passage around `at` is clearly in another language than the document.
    pub(crate) fn is_foreign(&mut self, at: u32) -> bool {
        let paragraph = self.paragraph(at);
        let language = match self.last {
            Some((known, language)) if known == paragraph => language,
            _ => self.language(paragraph),
        };
        self.last = Some((paragraph, language));
        language.is_some_and(|language| Some(language) != self.article.language)
    }

    fn language(&self, (start, end): (usize, usize)) -> Option<Language> {
        let passage = &self.article.text.as_bytes()[start..end];
        let content = || passage.iter().filter(|byte| !byte.is_ascii_whitespace());
        if passage.len() > PASSAGE && content().take(PASSAGE + 1).count() > PASSAGE {
            return None;
        }
        // Nearly all passages are in the document's language, and say so at once.
        let known = self.article.language.filter(|&language| language::begins_in(passage, language));
        known.or_else(|| language::detect_all(passage))
    }

    /// The line, with those that it may go on from or into: what becomes of the break must not change the language of either.
    fn paragraph(&self, at: u32) -> (usize, usize) {
        let Article { breaks, lines, text, .. } = *self.article;
        let line = |at: u32| {
            let next = lines.starts.partition_point(|&start| start <= at);
            let start = next.checked_sub(1).map_or(0, |line| lines.starts[line]);
            (start, lines.starts.get(next).map_or(text.len() as u32, |&next| next))
        };
        let (mut start, mut end) = line(at);
        let mut before = breaks.partition_point(|&(_, end)| end <= at);
        let mut after = before;
        // A paragraph is cut a few times at most; what is long is not looked at anyway.
        while before > 0 && breaks[before - 1].1 >= start && end - start <= REACH {
            before -= 1;
            start = line(breaks[before].0).0;
        }
        while after < breaks.len() && breaks[after].0 < end && end - start <= REACH {
            end = line(breaks[after].1).1;
            after += 1;
        }
        (start as usize, end as usize)
    }
}
