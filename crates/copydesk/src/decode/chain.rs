//! Combines two successive steps of decoding into one.

use std::borrow::Cow;
use std::ops::Range;

use crate::repair::Rule;

use super::{DecodeEdit, Decoded, Mark, Why};

/// What a step makes of the text, and its edits: `source` counts in the text that it was given.
pub(crate) struct Step {
    pub(crate) text: String,
    pub(crate) edits: Vec<DecodeEdit>,
    pub(crate) marks: Vec<(u32, Mark)>,
}

impl Step {
    /// Writes `text` in place of a range of what the step was given.
    pub(super) fn edit(&mut self, source: Range<usize>, text: &str, rule: &'static Rule) {
        if source.is_empty() {
            return;
        }
        let start = self.text.len() as u32;
        self.text.push_str(text);
        let end = self.text.len() as u32;
        self.edits.push(DecodeEdit::new(source.start as u32..source.end as u32, start..end, rule));
    }

    /// Checks that the edits make the text of what the step was given.
    #[cfg(test)]
    pub(super) fn check(&self, source: &str) {
        let (mut made, mut at) = (String::new(), 0);
        for edit in &self.edits {
            assert!(edit.source.start as usize >= at && edit.source.start < edit.source.end, "{source:?}");
            made.push_str(&source[at..edit.source.start as usize]);
            assert_eq!(made.len(), edit.text.start as usize, "{source:?}");
            made.push_str(&self.text[edit.text.start as usize..edit.text.end as usize]);
            at = edit.source.end as usize;
        }
        made.push_str(&source[at..]);
        assert_eq!(made, self.text, "{source:?}");
    }
}

/// The text after one more step.
///
/// An edit of the second step that touches characters that an edit of the first step made takes that edit in: the two become one, with
/// the rules of both.
pub(crate) fn chain<'s>(first: Decoded<'s>, step: impl FnOnce(&str) -> Step) -> Decoded<'s> {
    let second = step(&first.text);
    if first.edits.is_empty() {
        return Decoded { text: Cow::Owned(second.text), edits: second.edits, marks: second.marks };
    }
    let mut edits: Vec<DecodeEdit> = Vec::with_capacity(first.edits.len() + second.edits.len());
    let mut before = first.edits.iter().peekable();
    // How far the first text is ahead of the source, and the second text of the first, up to here.
    let (mut to_source, mut to_text) = (0_i64, 0_i64);
    let shift = |offset: u32, by: i64| (i64::from(offset) + by) as u32;
    for edit in second.edits {
        while let Some(kept) = before.next_if(|kept| kept.text.end <= edit.source.start) {
            edits.push(DecodeEdit {
                source: kept.source.clone(),
                text: shift(kept.text.start, to_text)..shift(kept.text.end, to_text),
                rules: kept.rules,
                why: kept.why.clone(),
            });
            to_source = i64::from(kept.source.end) - i64::from(kept.text.end);
        }
        let (mut start, mut end, mut rules, mut why) = (edit.source.start, edit.source.end, edit.rules, edit.why);
        let mut source_start = shift(start, to_source);
        while let Some(taken) = before.next_if(|taken| taken.text.start < end) {
            if taken.text.start <= start {
                (start, source_start) = (taken.text.start, taken.source.start);
            }
            end = end.max(taken.text.end);
            rules = rules.union(taken.rules);
            why = graver(why, taken.why.clone());
            to_source = i64::from(taken.source.end) - i64::from(taken.text.end);
        }
        let text_end = edit.text.end + (end - edit.source.end);
        edits.push(DecodeEdit {
            source: source_start..shift(end, to_source),
            text: shift(start, to_text)..text_end,
            rules,
            why,
        });
        to_text = i64::from(text_end) - i64::from(end);
    }
    for kept in before {
        edits.push(DecodeEdit {
            source: kept.source.clone(),
            text: shift(kept.text.start, to_text)..shift(kept.text.end, to_text),
            rules: kept.rules,
            why: kept.why.clone(),
        });
    }
    Decoded { text: Cow::Owned(second.text), edits, marks: second.marks }
}

/// Of two reasons for one edit the one with the higher risk.
fn graver(one: Option<Box<Why>>, other: Option<Box<Why>>) -> Option<Box<Why>> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if other.0 > one.0 { other } else { one }),
        (one, other) => one.or(other),
    }
}

/// The places that markup spoke of, after a step with these edits. A place inside an edit moves to its start.
pub(crate) fn moved(marks: Vec<(u32, Mark)>, edits: &[DecodeEdit]) -> Vec<(u32, Mark)> {
    let mut edits = edits.iter().peekable();
    let mut by = 0_i64;
    let marks = marks.into_iter().map(|(at, mark)| {
        while let Some(edit) = edits.next_if(|edit| edit.source.end <= at) {
            by = i64::from(edit.text.end) - i64::from(edit.source.end);
        }
        let at = edits.peek().filter(|edit| edit.source.start < at).map_or(at, |edit| edit.source.start);
        ((i64::from(at) + by) as u32, mark)
    });
    marks.collect()
}
