//! The maps between source and text.

use crate::letters::{ceil_char_boundary, floor_char_boundary};
use crate::span::{SourceSpan, TextSpan};

use super::Document;

impl Document {
    /// Where a source span lies in the text. An edge inside a repair moves outwards to the repair's edge, one inside a character to the
    /// character's.
    #[must_use]
    pub fn to_text(&self, span: SourceSpan) -> TextSpan {
        let (found, text) = (self.0.pieces().to_text(span), self.text());
        let start = floor_char_boundary(text, found.start() as usize) as u32;
        let end = if found.is_empty() { start } else { ceil_char_boundary(text, found.end() as usize) as u32 };
        TextSpan::new(start, end)
    }

    /// Where a text span came from. An edge inside a repair moves outwards to the repair's edge.
    #[must_use]
    pub fn to_source(&self, span: TextSpan) -> SourceSpan {
        self.0.pieces().to_source(span)
    }

    /// Where in the text something that ends at this offset of the source is marked: behind its last character that is no space.
    #[must_use]
    pub fn mark_after(&self, source_end: u32) -> u32 {
        // The end of the byte before, not the start of the byte at `source_end`: a repair may lie between the two.
        let end = self.to_text(SourceSpan::new(source_end.saturating_sub(1), source_end)).end();
        self.text()[..end as usize].trim_end_matches(' ').len() as u32
    }
}
