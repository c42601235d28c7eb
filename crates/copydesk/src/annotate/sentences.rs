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
mod words;

use crate::language::Language;
use crate::span::TextSpan;

use super::{Annotated, Layer, Record, Table};
use around::{Run, skip_space};
use boundary::Place;
use marks::{Mark, Marks};
use words::Lists;

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

/// Where the sentences of one block's content end, each behind the marks that close it; the next one begins behind the white space that
/// follows. The last end is that of the content. What was in `out` before is gone.
pub(crate) fn ends(content: &str, language: Option<Language>, out: &mut Vec<u32>) {
    out.clear();
    let whole = content.trim_end().len();
    let lists = Lists::of(language);
    let mut start = skip_space(content, 0);
    let mut item = lists::next_item(content, start);
    let mut marks = Marks::of(content, language);
    let mut from = start;
    let mut cut = |end: usize, next: usize, start: &mut usize, item: &mut Option<usize>| {
        out.push(end as u32);
        *start = next;
        *item = lists::next_item(content, next);
    };
    while let Some((at, mark)) = marks.next(from) {
        while let Some(next) = item.filter(|&next| next <= at) {
            cut(content[..next].trim_end().len(), next, &mut start, &mut item);
        }
        let place = Place { content, start, lists, language };
        let found = match mark {
            Mark::Full(len) => {
                from = at + len;
                place.full(from)
            }
            Mark::Stop => {
                let run = Run::at(content, at);
                from = run.end;
                place.end(run)
            }
        };
        if let Some((end, next)) = found {
            cut(end, next, &mut start, &mut item);
            from = from.max(next);
        }
    }
    while let Some(next) = item {
        cut(content[..next].trim_end().len(), next, &mut start, &mut item);
    }
    if start < whole {
        out.push(whole as u32);
    }
}
