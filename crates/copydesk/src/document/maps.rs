//! The maps between source and text.

use crate::letters::{ceil_char_boundary, floor_char_boundary};
use crate::span::{SourceSpan, TextSpan};

use super::Document;

impl Document {
    /// Maps a source span to the text. An edge inside a repair or a character moves outwards, to the edge of the repair or the
    /// character.
    #[must_use]
    pub fn to_text(&self, span: SourceSpan) -> TextSpan {
        let (found, text) = (self.0.pieces().to_text(span), self.text());
        let start = floor_char_boundary(text, found.start() as usize) as u32;
        let end = if found.is_empty() { start } else { ceil_char_boundary(text, found.end() as usize) as u32 };
        TextSpan::new(start, end)
    }

    /// Maps a text span to the source. An edge inside a repair moves outwards to the edge of the repair.
    #[must_use]
    pub fn to_source(&self, span: TextSpan) -> SourceSpan {
        self.0.pieces().to_source(span)
    }

    /// Where to put a mark in the text for something that ends at this source offset: after its last non-space character.
    #[must_use]
    pub fn mark_after(&self, source_end: u32) -> u32 {
        // The end of the byte before, not the start of the byte at `source_end`: a repair may lie between the two.
        let end = self.to_text(SourceSpan::new(source_end.saturating_sub(1), source_end)).end();
        self.text()[..end as usize].trim_end_matches(' ').len() as u32
    }
}
