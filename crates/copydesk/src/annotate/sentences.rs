//! # sentences
//!
//! The sentences of the running text.
//!
//! **A row** is one sentence, with the marks that close it. `block` is the number of the block it stands in; no sentence crosses a block.
//! Where a block goes on from an earlier one whose last sentence is unfinished, `continues` is the number of that sentence's row.
//!
//! **Leaves alone** what is no running text: bylines, tables, furniture.

mod around;
mod boundary;
mod lists;
mod marks;
mod split;
mod words;

use crate::span::TextSpan;

use super::{Annotated, Layer, Record, Table};
use around::skip_space;

pub(crate) use split::ends;

/// The sentences of the running text.
pub static LAYER: Layer =
    Layer { name: Sentence::NAME, page: include_str!("sentences.rs"), columns: Sentence::COLUMNS, annotate };

crate::record! {
    /// A sentence.
    pub struct Sentence as "sentences" {
        /// The number of the block it stands in.
        pub block: u32,
        /// The number of the row it goes on from, where something stands between its parts.
        pub continues: Option<u32>,
    }
}

impl crate::Document {
    /// The sentences; none if the layer was not asked for.
    pub fn sentences(&self) -> impl Iterator<Item = Sentence> + '_ {
        self.layer()
    }
}

fn annotate(annotated: &Annotated<'_>) -> Table {
    let mut table = Table::of::<Sentence>();
    let mut ends_of = Vec::new();
    for (block, _, span, content) in annotated.blocks() {
        ends(content, annotated.language, &mut ends_of);
        let mut start = 0;
        for &end in &ends_of {
            let text = TextSpan::new(span.start() + start as u32, span.start() + end);
            table.push(Sentence { text, block, continues: None });
            start = skip_space(content, end as usize);
        }
    }
    table
}
