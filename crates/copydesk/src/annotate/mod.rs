//! Stage 5: layers, stand-off annotations over the frozen text.
//!
//! A layer declares its columns once, as the fields of a record ([`record!`](crate::record)). From that declaration come the table that
//! stores it, the typed rows, the accessor on [`Document`](crate::Document), the JSON rows, the JSON Schema, the Arrow columns and the rows
//! of Python's stub.

pub mod abbreviations;
mod beginnings;
mod cells;
mod column;
pub mod dates;
mod elision;
pub mod enumerations;
pub mod figures;
pub mod links;
#[cfg(feature = "places")]
pub mod places;
pub mod quotations;
mod record;
mod seen;
pub mod sentences;
mod strings;
mod table;

use std::borrow::Cow;

use crate::blocks::Role;
use crate::document::{BlockCuts, Document};
use crate::language::{self, Language};
use crate::names::UnknownName;
use crate::registry::registered;
use crate::span::TextSpan;

use beginnings::Beginnings;
#[doc(hidden)]
pub use cells::Cells;
pub use column::{Category, Cell, Column, ColumnType, Mention, Value};
pub(crate) use column::{Named, Written};
pub use record::Record;
pub use table::{Layers, RowError, RowView, Table};

/// Every layer, in order.
pub static LAYERS: &[&Layer] = &[
    &links::LAYER,
    &sentences::LAYER,
    &quotations::LAYER,
    &abbreviations::LAYER,
    &enumerations::LAYER,
    &figures::LAYER,
    &dates::LAYER,
    #[cfg(feature = "places")]
    &places::LAYER,
];

/// A kind of annotation.
pub struct Layer {
    pub(crate) name: &'static str,
    /// The file that holds the layer; its module doc is the page.
    pub(crate) page: &'static str,
    pub(crate) columns: &'static [Column],
    pub(crate) annotate: fn(&Annotated<'_>) -> Table,
}

registered! {
    Layer in LAYERS: "layer",
    name: "Its name, as in the JSON output.",
    page: "Its page: what a row is, and what is left out. Markdown.",
}

impl Layer {
    /// Its columns, apart from `text`, the span that every row has.
    #[must_use]
    pub fn columns(&self) -> &'static [Column] {
        self.columns
    }

    /// The layers selected by words: `none`, `all`, or names separated by commas.
    ///
    /// # Errors
    /// [`UnknownName`] for the first unknown name.
    pub fn choose(names: &str) -> Result<Vec<&'static Self>, UnknownName> {
        let unknown = |name| {
            let known = LAYERS.iter().map(|layer| layer.name);
            UnknownName::new("layer", name, ["all", "none"].into_iter().chain(known))
        };
        match names {
            "none" => Ok(Vec::new()),
            "all" => Ok(LAYERS.to_vec()),
            names => names.split(',').map(|name| Self::named(name).ok_or_else(|| unknown(name))).collect(),
        }
    }
}

/// How much of a text layers run over, in whole blocks: as much as a long book. A text of amounts takes a hundred times its length as rows,
/// so a hundred megabytes could ask for ten gigabytes.
const ANNOTATED: usize = 1 << 22;

/// What a layer may look at: the frozen text and its blocks, the language, the article's date and where it was published.
pub(crate) struct Annotated<'t> {
    pub(crate) text: &'t str,
    /// The blocks that layers run over, including blank ones and furniture: all, except in a very long text.
    pub(crate) blocks: BlockCuts<'t>,
    /// `None` where it is not known.
    pub(crate) language: Option<Language>,
    /// `None` where the article does not say it.
    pub(crate) date: Option<jiff::civil::Date>,
    /// `None` where the article does not say it.
    pub(crate) publication: Option<&'t str>,
    /// Where words that matter begin in the contents of the blocks; empty where no layer that runs looks for them.
    beginnings: Beginnings,
}

impl<'t> Annotated<'t> {
    /// For a document whose language may be unknown, and these layers. A short text is then read in the language of its few words.
    pub(crate) fn new(
        text: &'t str,
        blocks: BlockCuts<'t>,
        language: Option<Language>,
        date: Option<jiff::civil::Date>,
        publication: Option<&'t str>,
        layers: &[&'static Layer],
    ) -> Self {
        let within = blocks.partition_point(|content| content.end() as usize <= ANNOTATED);
        let language = language.or_else(|| language::of_short(text));
        let (blocks, _) = blocks.split_at(within);
        let mut annotated = Self { text, blocks, language, date, publication, beginnings: Beginnings::default() };
        if Beginnings::are_wanted(layers) {
            let contents = annotated.blocks().map(|(.., content)| content);
            annotated.beginnings = Beginnings::of(contents, language, text.len());
        }
        annotated
    }

    /// The blocks that layers run over, each with its number and its content.
    pub(crate) fn blocks(&self) -> impl Iterator<Item = (u32, Role, TextSpan, &'t str)> + '_ {
        let annotated = self.blocks.iter().enumerate().filter(|(_, block)| block.role.is_annotated());
        annotated.map(|(index, block)| (index as u32, block.role, block.content, &self.text[block.content.range()]))
    }

    /// The number and the content of the block that layers run over and that contains this stretch of the text, if there is one.
    pub(crate) fn block_with(&self, stretch: std::ops::Range<usize>) -> Option<(u32, TextSpan)> {
        let after = self.blocks.partition_point(|content| content.start() as usize <= stretch.start);
        let index = after.checked_sub(1)?;
        let block = self.blocks.at(index);
        let inside = block.role.is_annotated() && stretch.end <= block.content.end() as usize;
        inside.then_some((index as u32, block.content))
    }
}

impl Document {
    fn annotated(&self, layers: &[&'static Layer]) -> Annotated<'_> {
        let date = self.date().and_then(|date| date.value);
        Annotated::new(self.text(), self.cuts(), self.language(), date, self.publication(), layers)
    }

    /// The rows of a layer. If the layer was not requested with the parse, it is made now, with the same result, because the text never
    /// changes.
    #[must_use]
    pub fn annotate(&self, layer: &'static Layer) -> Cow<'_, Table> {
        match self.layers().get(layer.name) {
            Some(table) => Cow::Borrowed(table),
            None => Cow::Owned((layer.annotate)(&self.annotated(&[layer]))),
        }
    }

    /// Runs layers over many documents, one layer at a time, and adds them to those the documents have. The result is the same as if you
    /// had parsed each document with [`Options::layers`](crate::Options::layers).
    ///
    /// For a few dozen articles at once this is faster than one by one, because the code of one layer stays in the processor's caches.
    /// A document that is shared with a clone is copied.
    pub fn annotate_all(documents: &mut [Self], layers: &[&'static Layer]) {
        let mut made: Vec<Layers> = documents.iter().map(|document| document.layers().clone()).collect();
        let annotated: Vec<Annotated<'_>> = documents.iter().map(|document| document.annotated(layers)).collect();
        run(&annotated, layers, &mut made);
        drop(annotated);
        for (document, made) in documents.iter_mut().zip(made) {
            document.put_layers(made);
        }
    }
}

/// Runs layers, each over all texts before the next, and puts what they find into the tables of each.
pub(crate) fn run(annotated: &[Annotated<'_>], layers: &[&'static Layer], tables: &mut [Layers]) {
    for layer in layers {
        for (annotated, tables) in annotated.iter().zip(&mut *tables) {
            tables.insert((layer.annotate)(annotated));
        }
    }
}
