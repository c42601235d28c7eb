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
    // The last sentence of each block that has one, for those that go on from it.
    let mut last: Vec<(u32, u32)> = Vec::new();
    for (block, _, span, content) in annotated.blocks() {
        ends(content, annotated.language, &mut ends_of);
        let unfinished = |from: u32| {
            let row = last[last.binary_search_by_key(&from, |(block, _)| *block).ok()?].1;
            let before = &annotated.text[annotated.blocks[from as usize].content.range()];
            (!ends_a_sentence(before)).then_some(row)
        };
        let mut continues = annotated.blocks[block as usize].continues.and_then(unfinished);
        let mut start = 0;
        for &end in &ends_of {
            let text = TextSpan::new(span.start() + start as u32, span.start() + end);
            table.push(Sentence { text, block, continues: continues.take() });
            start = skip_space(content, end as usize);
        }
        if let Some(row) = (table.len() as u32).checked_sub(1).filter(|_| !ends_of.is_empty()) {
            last.push((block, row));
        }
    }
    table
}

/// Whether the text ends with the end of a sentence.
fn ends_a_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']).ends_with(['.', '?', '!', '…', '。'])
}
