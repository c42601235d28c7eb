//! The invariants that a document alone is enough to check.

use crate::document::Document;
use crate::span::{SourceSpan, TextSpan};

/// An invariant that a document violates. If a document made by copydesk has one, that is a bug in copydesk.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Violation {
    /// Invariant 1: the pieces do not cover the source, in order and without gaps.
    #[error("cover: piece {piece} starts at {found} of the source, not at {expected}")]
    Cover {
        /// The number of the piece.
        piece: usize,
        /// Where it should start.
        expected: u32,
        /// Where it starts.
        found: u32,
    },
    /// Invariant 1: the pieces do not make up the text, in order.
    #[error("cover: piece {piece} starts at {found} of the text, not at {expected}")]
    Text {
        /// The number of the piece.
        piece: usize,
        /// Where it should start.
        expected: u32,
        /// Where it starts.
        found: u32,
    },
    /// Invariant 2: a piece covers nothing, or it has no rule and differs from its source.
    #[error("cause: the piece at {source_span:?} covers nothing, or has no rule and differs from its source")]
    Cause {
        /// The piece's place.
        source_span: SourceSpan,
    },
    /// Invariant 3: the lines or blocks do not cover the source, in order.
    #[error("anchors: {what} {index} starts at {found}, not at {expected}")]
    Partition {
        /// `line` or `block`.
        what: &'static str,
        /// Its number.
        index: usize,
        /// Where it should start.
        expected: u32,
        /// Where it starts.
        found: u32,
    },
    /// Invariant 3: a block starts inside a piece.
    #[error("anchors: the block at {0} starts inside a piece")]
    Torn(u32),
    /// Invariant 3: an annotation, a block's content or a note lies outside of what it is anchored in.
    #[error("anchors: {what} at {start}..{end} lies outside")]
    Outside {
        /// What lies outside.
        what: &'static str,
        /// Its start.
        start: u32,
        /// Its end.
        end: u32,
    },
    /// The source cannot be rebuilt from the text and the repairs.
    #[error("lossless: the source is not recovered from text and repairs")]
    Lossless,
    /// Invariant 6: the repaired text, parsed again, is repaired again.
    #[error("stable: the repaired text is repaired again at {0:?}")]
    RepairedAgain(TextSpan),
    /// Invariant 6: the repaired text, parsed again, has other blocks.
    #[error("stable: block {index} of the repaired text is {found}, not {expected}")]
    OtherBlock {
        /// The block's number.
        index: usize,
        /// What it is in the document.
        expected: String,
        /// What it is when the repaired text is parsed.
        found: String,
    },
    /// Invariant 7: two parses of the same bytes differ.
    #[error("same: two parses differ in their {0}")]
    Different(&'static str),
    /// Without repairs, the text is not the decoded source.
    #[error("none: without repairs, the text is not the decoded source")]
    NotDecoded,
}

impl Document {
    /// Checks invariants 1 to 3, and that the source can be rebuilt from the text and the repairs.
    ///
    /// # Errors
    /// The first [`Violation`] found.
    pub fn check(&self) -> Result<(), Violation> {
        self.check_pieces()?;
        self.check_blocks()?;
        self.check_anchors()?;
        if self.recovered_source() == self.source_bytes() { Ok(()) } else { Err(Violation::Lossless) }
    }

    /// The bytes of the source, rebuilt from the text and the replaced bytes of the repairs.
    #[must_use]
    pub fn recovered_source(&self) -> Vec<u8> {
        let text = self.text().as_bytes();
        let mut source = Vec::with_capacity(self.range().len() as usize);
        let mut at = 0;
        for repair in self.repairs() {
            source.extend_from_slice(&text[at..repair.text().start() as usize]);
            source.extend_from_slice(repair.before());
            at = repair.text().end() as usize;
        }
        source.extend_from_slice(&text[at..]);
        source
    }

    fn check_pieces(&self) -> Result<(), Violation> {
        let text = self.text();
        let (mut source_at, mut text_at) = (self.range().start(), 0);
        for (number, piece) in self.pieces().enumerate() {
            if piece.source.start() != source_at {
                return Err(Violation::Cover { piece: number, expected: source_at, found: piece.source.start() });
            }
            if piece.text.start() != text_at {
                return Err(Violation::Text { piece: number, expected: text_at, found: piece.text.start() });
            }
            let same = self.source().slice(piece.source) == &text.as_bytes()[piece.text.range()];
            if piece.source.is_empty() || piece.rules.is_empty() && !same {
                return Err(Violation::Cause { source_span: piece.source });
            }
            (source_at, text_at) = (piece.source.end(), piece.text.end());
        }
        let pieces = self.pieces().len();
        if source_at != self.range().end() {
            return Err(Violation::Cover { piece: pieces, expected: self.range().end(), found: source_at });
        }
        if text_at as usize != text.len() {
            return Err(Violation::Text { piece: pieces, expected: text.len() as u32, found: text_at });
        }
        Ok(())
    }

    fn check_blocks(&self) -> Result<(), Violation> {
        self.check_partition("line", self.lines())?;
        self.check_partition("block", self.blocks().map(|block| block.source()))?;
        let mut pieces = self.pieces().peekable();
        let mut last = 0;
        for block in self.blocks() {
            while pieces.next_if(|piece| piece.source.start() < block.source().start()).is_some() {}
            if pieces.peek().is_some_and(|piece| piece.source.start() != block.source().start()) {
                return Err(Violation::Torn(block.source().start()));
            }
            let content = block.text();
            if content.start() < last || content.end() as usize > self.text().len() {
                return Err(outside("block content", content.start(), content.end()));
            }
            last = content.end();
        }
        Ok(())
    }

    fn check_partition(&self, what: &'static str, spans: impl Iterator<Item = SourceSpan>) -> Result<(), Violation> {
        let mut at = self.range().start();
        let mut count = 0;
        for (index, span) in spans.enumerate() {
            if span.start() != at || span.is_empty() {
                return Err(Violation::Partition { what, index, expected: at, found: span.start() });
            }
            at = span.end();
            count = index + 1;
        }
        if at == self.range().end() {
            Ok(())
        } else {
            Err(Violation::Partition { what, index: count, expected: self.range().end(), found: at })
        }
    }

    fn check_anchors(&self) -> Result<(), Violation> {
        for note in self.notes() {
            if !self.range().covers(note.source) {
                return Err(outside("note", note.source.start(), note.source.end()));
            }
        }
        for (name, span) in self.fields() {
            if !self.range().covers(span) {
                return Err(outside(name, span.start(), span.end()));
            }
        }
        for extra in self.extras() {
            if !self.range().covers(extra.source) {
                return Err(outside("extra", extra.source.start(), extra.source.end()));
            }
        }
        let text = self.text();
        for table in self.layers().iter() {
            let mut last = 0;
            for row in table.rows() {
                let span = row.text();
                let on_characters =
                    text.is_char_boundary(span.start() as usize) && text.is_char_boundary(span.end() as usize);
                if !on_characters || span.start() < last {
                    return Err(outside("annotation", span.start(), span.end()));
                }
                last = span.start();
            }
        }
        Ok(())
    }
}

fn outside(what: &'static str, start: u32, end: u32) -> Violation {
    Violation::Outside { what, start, end }
}
