//! Two steps of decoding, one after the other, as one.

use std::borrow::Cow;

use super::{DecodeEdit, Decoded};

/// What a step makes of the text, and its edits: `source` counts in the text that it was given.
pub(crate) struct Step {
    pub(crate) text: String,
    pub(crate) edits: Vec<DecodeEdit>,
    pub(crate) marks: Vec<(u32, super::Mark)>,
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
            });
            to_source = i64::from(kept.source.end) - i64::from(kept.text.end);
        }
        let (mut start, mut end, mut rules) = (edit.source.start, edit.source.end, edit.rules);
        let mut source_start = shift(start, to_source);
        while let Some(taken) = before.next_if(|taken| taken.text.start < end) {
            if taken.text.start <= start {
                (start, source_start) = (taken.text.start, taken.source.start);
            }
            end = end.max(taken.text.end);
            rules = rules.union(taken.rules);
            to_source = i64::from(taken.source.end) - i64::from(taken.text.end);
        }
        let text_end = edit.text.end + (end - edit.source.end);
        edits.push(DecodeEdit {
            source: source_start..shift(end, to_source),
            text: shift(start, to_text)..text_end,
            rules,
        });
        to_text = i64::from(text_end) - i64::from(end);
    }
    for kept in before {
        edits.push(DecodeEdit {
            source: kept.source.clone(),
            text: shift(kept.text.start, to_text)..shift(kept.text.end, to_text),
            rules: kept.rules,
        });
    }
    Decoded { text: Cow::Owned(second.text), edits, marks: second.marks }
}
