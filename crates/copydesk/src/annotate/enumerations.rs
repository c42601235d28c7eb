//! # enumerations
//!
//! Series of items that the text counts off, each after a mark of its own.
//!
//! **A row** is one series, from its first mark to the end of its last item. `items` are its members in order, without their marks.
//! `markers` are the marks, one for each; a list item without one has an empty span at its beginning. `kind` says what counts them:
//!
//! - *ordinal*: `first, …; second, …; third, …`;
//! - *contrast*: `on the one hand … on the other`;
//! - *letter*: `(a) … (b) …`, also `(i) … (ii)`;
//! - *number*: `1) … 2) …`;
//! - *list*: consecutive list items, one in each block.
//!
//! `block` is the number of the first item's block, and `last` that of the last item's. A series that counts paragraphs runs over several
//! blocks; an item does so only if its paragraph was cut in the middle of a sentence. An item ends at the next mark or at the end of its
//! block; in running text, the last one ends with its sentence.
//!
//! Words count only in their own language, at the beginning of a clause, from *first* on and without a gap.
//!
//! **Leaves alone** a first without a second, and a second without a first; counting words that begin no clause
//! (`the first, second and third quarters`, `she came second,`); `the first reason … the second`; brackets that hold an age, a score or a
//! source, and those that close an earlier one.

mod brackets;
mod items;
mod lists;
mod words;

use crate::span::TextSpan;

use super::{Annotated, Layer, Record, Table};

/// Series.
pub static LAYER: Layer =
    Layer { name: Enumeration::NAME, page: include_str!("enumerations.rs"), columns: Enumeration::COLUMNS, annotate };

crate::category! {
    /// How the items of a series are counted.
    pub enum EnumerationKind {
        /// `first … second … third`.
        Ordinal = "ordinal",
        /// `on the one hand … on the other`.
        Contrast = "contrast",
        /// `(a) … (b)`, `(i) … (ii)`.
        Letter = "letter",
        /// `(1) … (2)`, `1) … 2)`.
        Number = "number",
        /// One block for each item.
        List = "list",
    }
}

crate::record! {
    /// A series.
    pub struct Enumeration as "enumerations" {
        /// How its items are counted.
        pub kind: EnumerationKind,
        /// The items, without their markers.
        pub items: Vec<TextSpan>,
        /// The markers, one for each item.
        pub markers: Vec<TextSpan>,
        /// The number of the first item's block.
        pub block: u32,
        /// The number of the last item's block.
        pub last: u32,
    }
}

impl crate::Document {
    /// The enumerated series. Empty if the layer was not requested.
    pub fn enumerations(&self) -> impl Iterator<Item = Enumeration> + '_ {
        self.layer()
    }
}

/// A block.
struct Region<'t> {
    block: u32,
    content: &'t str,
    span: TextSpan,
}

impl Region<'_> {
    /// The number of the block among these that has this place of the text in it.
    fn at(regions: &[Self], place: usize) -> Option<usize> {
        let after = regions.partition_point(|region| region.span.start() as usize <= place);
        after.checked_sub(1).filter(|&index| place < regions[index].span.end() as usize)
    }

    /// A stretch of the block as a span of the text.
    fn span(&self, start: usize, end: usize) -> TextSpan {
        TextSpan::new(self.span.start() + start as u32, self.span.start() + end as u32)
    }
}

/// A mark, in bytes of its block's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Marker {
    /// The number of the block among those that are looked at.
    region: usize,
    start: usize,
    end: usize,
}

fn annotate(annotated: &Annotated<'_>) -> Table {
    let mut regions = Vec::with_capacity(annotated.blocks.len());
    regions.extend(annotated.blocks().map(|(block, _, span, content)| Region { block, content, span }));
    let mut series = Vec::new();
    if let Some(language) = annotated.language {
        words::find(annotated.text, &regions, language, &mut series);
    }
    brackets::find(annotated.text, &regions, annotated.language, &mut series);
    lists::find(annotated, &mut series);
    series.sort_by_key(|row: &Enumeration| (row.text.start(), std::cmp::Reverse(row.text.end())));
    let mut table = Table::of::<Enumeration>();
    series.into_iter().for_each(|row| table.push(row));
    table
}
