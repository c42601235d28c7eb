//! Merges the edits of decoding and of repair into one partition of the source.
//!
//! Decoding goes from the source to the decoded text, and repair from there to the final text. Where a repair touches decoded characters,
//! both become one piece with the rules of both.

use std::borrow::Cow;

use crate::decode::{DecodeEdit, Decoded};
use crate::pieces::{Change, PieceBuilder, PieceTable};
use crate::repair::Edit;
use crate::span::SourceSpan;

/// Makes the pieces of `range` of a source, which was decoded to `decoded` and then edited.
pub(crate) fn compose(range: SourceSpan, decoded: &Decoded<'_>, edits: &[Edit], pieces: &mut PieceTable) {
    let map = DecodeMap { base: range.start(), edits: &decoded.edits };
    let mut builder = pieces.begin(range);
    let mut decodes = decoded.edits.iter().peekable();
    for edit in edits {
        while let Some(decode) = decodes.next_if(|decode| decode.text.end <= edit.start) {
            keep_decoded(&mut builder, range.start(), decode, &decoded.text);
        }
        let mut start = edit.start;
        let mut end = edit.end;
        let (mut rules, mut risk) = (edit.rules, edit.risk);
        // Decoded characters that the edit touches belong to its piece, whole.
        while let Some(decode) = decodes.next_if(|decode| decode.text.start < end) {
            start = start.min(decode.text.start);
            end = end.max(decode.text.end);
            rules = rules.union(decode.rules);
            risk = risk.max(decode.risk());
        }
        let before = &decoded.text[start as usize..edit.start as usize];
        let after = &decoded.text[edit.end as usize..end as usize];
        let text: Cow<'static, str> = if before.is_empty() && after.is_empty() {
            Cow::Borrowed(edit.text)
        } else {
            Cow::Owned(format!("{before}{}{after}", edit.text))
        };
        builder.keep_to(map.source(start));
        // What was taken away behind it is a piece of its own.
        builder.change_to(map.source_before(end), Change { rules, risk, evidence: &edit.evidence, text });
    }
    for decode in decodes {
        keep_decoded(&mut builder, range.start(), decode, &decoded.text);
    }
    builder.finish();
}

fn keep_decoded(builder: &mut PieceBuilder<'_>, base: u32, decode: &DecodeEdit, text: &str) {
    builder.keep_to(base + decode.source.start);
    let text = &text[decode.text.start as usize..decode.text.end as usize];
    // Nearly every edit becomes one of these; a static string spares an allocation for each.
    let text = ["", "\n", " ", "\u{fffd}"]
        .into_iter()
        .find(|known| *known == text)
        .map_or_else(|| Cow::Owned(text.to_owned()), Cow::Borrowed);
    builder.change_to(
        base + decode.source.end,
        Change { rules: decode.rules, risk: decode.risk(), evidence: decode.evidence(), text },
    );
}

/// Where offsets of the decoded text lie in the source.
pub(crate) struct DecodeMap<'d> {
    pub(crate) base: u32,
    pub(crate) edits: &'d [DecodeEdit],
}

impl DecodeMap<'_> {
    /// The source offset of a decoded offset that is not inside an edit. It is before what was removed there, so that the tag that opens an
    /// article belongs to the article.
    pub(crate) fn source_before(&self, offset: u32) -> u32 {
        let before = self.edits.partition_point(|edit| edit.text.start < offset);
        match before.checked_sub(1).map(|index| &self.edits[index]) {
            Some(edit) => self.base + edit.source.end + (offset - edit.text.end.min(offset)),
            None => self.base + offset,
        }
    }

    /// The source of a stretch of the decoded text. If the stretch begins or ends inside an edit, the whole edit is included.
    pub(crate) fn span(&self, start: u32, end: u32) -> SourceSpan {
        let inside = |offset: u32| {
            let after = self.edits.partition_point(|edit| edit.text.end <= offset);
            self.edits.get(after).filter(|edit| edit.text.start < offset)
        };
        let start = inside(start).map_or_else(|| self.source(start), |edit| self.base + edit.source.start);
        let end = inside(end).map_or_else(|| self.source(end), |edit| self.base + edit.source.end);
        SourceSpan::new(start, end.max(start))
    }

    /// The source offset of a decoded offset that does not lie inside an edit.
    pub(crate) fn source(&self, offset: u32) -> u32 {
        let before = self.edits.partition_point(|edit| edit.text.end <= offset);
        match before.checked_sub(1).map(|index| &self.edits[index]) {
            Some(edit) => self.base + edit.source.end + (offset - edit.text.end),
            None => self.base + offset,
        }
    }
}
