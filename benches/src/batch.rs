//! Many texts to batches of Arrow rows, as the Python package has them from a column: the parser and the builder of rows are kept, and the
//! rows share the texts that were not changed.

use std::hint::black_box;

use arrow_buffer::Buffer;
use bytes::Bytes;
use copydesk::{Parser, Source};
use copydesk_corpus::arrow::Rows;

/// The most bytes of text in a batch, as in the Python package.
const BYTES: usize = 4 << 20;

/// What is kept from one text to the next.
pub struct Batches {
    parser: Parser,
    rows: Rows,
    /// What the texts lie in.
    texts: Buffer,
}

impl Batches {
    /// Ready for texts that lie in this memory.
    #[must_use]
    pub fn over(texts: Bytes) -> Self {
        Self { parser: Parser::default(), rows: Rows::new(), texts: texts.into() }
    }

    /// Parses each text and adds its row; returns the number of blocks.
    ///
    /// # Panics
    /// If a batch cannot be made.
    pub fn run<'s>(&mut self, sources: impl Iterator<Item = &'s Source>) -> usize {
        let mut blocks = 0;
        for source in sources {
            blocks += self.add(source);
            if self.rows.text_bytes() >= BYTES {
                self.finish();
            }
        }
        self.finish();
        blocks
    }

    /// Parses a text and adds its row; the number of blocks. Nobody but the parser needs the document.
    ///
    /// # Panics
    /// If there is no room for it.
    pub fn add(&mut self, source: &Source) -> usize {
        let document = self.parser.parse_lent(source);
        self.rows.document_in(None, document, &self.texts).expect("a batch is finished long before it is full");
        document.blocks().len()
    }

    /// Makes the batch of what was added, if there is anything.
    ///
    /// # Panics
    /// If that fails.
    pub fn finish(&mut self) {
        if !self.rows.is_empty() {
            black_box(self.rows.finish().expect("columns that fit together"));
        }
    }
}
