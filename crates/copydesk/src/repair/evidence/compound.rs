//! A hyphen followed by a space, and the run of words that hyphens join on both sides of it.
//!
//! The run is the same whether its other gaps are open or closed: `year- on- year` and `year-on- year` have the same words before and
//! after. Otherwise, repairing one gap would change the reading of the next, and a second parse would repair more than the first.

use super::super::Article;
use super::listed::Listed;
use super::words::{self, WORD_LIMIT};
use crate::letters::floor_char_boundary;

/// One gap of a compound, or of what looks like one.
pub(crate) struct Gap<'t> {
    pub(crate) text: &'t str,
    breaks: &'t [(u32, u32)],
    /// Where the hyphen stands.
    pub(crate) at: usize,
    /// The word on the left, up to the next hyphen.
    pub(crate) left: &'t str,
    /// The word on the right, up to the next hyphen.
    pub(crate) right: &'t str,
    /// Which lists have the two.
    pub(crate) left_is: Listed,
    pub(crate) right_is: Listed,
    /// Whether more words are joined on that side.
    pub(crate) more_left: bool,
    pub(crate) more_right: bool,
    start: usize,
    end: usize,
}

impl<'t> Gap<'t> {
    /// The gap at a hyphen and a space, if it has a letter or digit on both sides.
    pub(crate) fn at(article: &Article<'t>, at: usize) -> Option<Self> {
        let text = article.text;
        let edges = text[..at].ends_with(char::is_alphanumeric) && text[at + 2..].starts_with(char::is_alphanumeric);
        if !edges {
            return None;
        }
        let before = run_before(text, at);
        let after = run_after(text, at + 2);
        let left = before.rsplit('-').next().unwrap_or(before).trim_start();
        let right = after.split('-').next().unwrap_or(after);
        (!left.is_empty() && !right.is_empty()).then_some(Self {
            text,
            breaks: article.breaks,
            at,
            left,
            right,
            left_is: Listed::of(left),
            right_is: Listed::of(right),
            more_left: left.len() < before.len(),
            more_right: right.len() < after.len(),
            start: at - before.len(),
            end: at + 2 + after.len(),
        })
    }

    /// The text before the run.
    pub(crate) fn before(&self) -> &'t str {
        &self.text[..self.start]
    }

    /// The text after the run.
    pub(crate) fn after(&self) -> &'t str {
        &self.text[self.end..]
    }

    /// What stands before the run and one space, or before the break at which the paragraph may have been cut there: what becomes of the
    /// break must not change the reading.
    pub(crate) fn words_before(&self) -> Option<&'t str> {
        let at_break = || self.breaks.binary_search_by_key(&(self.start as u32), |&(_, end)| end).ok();
        self.before().strip_suffix(' ').or_else(|| Some(&self.text[..self.breaks[at_break()?].0 as usize]))
    }

    /// What stands after the run, likewise.
    pub(crate) fn words_after(&self) -> Option<&'t str> {
        let at_break = || self.breaks.binary_search_by_key(&(self.end as u32), |&(start, _)| start).ok();
        self.after().strip_prefix(' ').or_else(|| Some(&self.text[self.breaks[at_break()?].1 as usize..]))
    }

    /// The first word after the run, up to a hyphen of its own.
    pub(crate) fn next_word(&self) -> &'t str {
        let run = run_after(self.words_after().unwrap_or(""), 0);
        run.split('-').next().unwrap_or(run)
    }

    /// The line up to the hyphen, if it begins not far from it and is no continuation of the line above.
    pub(crate) fn line_start(&self) -> Option<&'t str> {
        let floor = floor_char_boundary(self.text, self.at.saturating_sub(WORD_LIMIT));
        let window = &self.text[floor..self.at];
        let start = match window.rfind(['\n', '\r']) {
            Some(end) => &window[end + 1..],
            None if floor == 0 => window,
            None => return None,
        };
        let start = start.trim_start();
        let content = (self.at - start.len()) as u32;
        self.breaks.binary_search_by_key(&content, |&(_, end)| end).is_err().then_some(start)
    }
}

/// The run of words that ends at `end`: words that hyphens join, each with or without a space after it.
pub(crate) fn run_before(text: &str, end: usize) -> &str {
    let (mut start, mut budget) = (end, WORD_LIMIT);
    while let Some(c) = text[..start].chars().next_back() {
        let step = c.len_utf8();
        if words::is_word_char(c) && step <= budget {
            budget -= step;
            start -= step;
        } else if c == ' ' && start < end && joins(&text[..start - 1]) {
            start -= 1;
        } else {
            break;
        }
    }
    text[start..end].trim_start_matches(|c| words::is_joint(c) || c == ' ')
}

/// The run of words that starts at `start`, likewise.
pub(crate) fn run_after(text: &str, start: usize) -> &str {
    let (mut end, mut budget) = (start, WORD_LIMIT);
    while let Some(c) = text[end..].chars().next() {
        let step = c.len_utf8();
        if words::is_word_char(c) && step <= budget {
            budget -= step;
            end += step;
        } else if c == ' ' && joins(&text[start..end]) && text[end + 1..].starts_with(char::is_alphanumeric) {
            end += 1;
        } else {
            break;
        }
    }
    text[start..end].trim_end_matches(|c| words::is_joint(c) || c == ' ')
}

/// Whether the text ends in a word and a hyphen.
fn joins(text: &str) -> bool {
    text.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_the_same_open_and_closed() {
        for text in ["of the middle- of- the- fairway golfer", "of the middle-of- the-fairway golfer"] {
            let at = text.find("the-").unwrap();
            assert_eq!(run_before(text, at + 3).replace(' ', ""), "middle-of-the", "{text}");
            let at = text.find("mid").unwrap();
            assert_eq!(run_after(text, at).replace(' ', ""), "middle-of-the-fairway", "{text}");
        }
    }
}
