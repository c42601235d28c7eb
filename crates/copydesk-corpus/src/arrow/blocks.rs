//! `blocks`: what each block of the text is.

use arrow_array::ArrayRef;
use arrow_array::builder::{Int32Builder, StringBuilder};
use arrow_schema::{ArrowError, DataType, Field, Fields};
use copydesk::{Document, FurnitureKind};

use super::column::{self, Lists, Spans, string};

#[derive(Default)]
pub(super) struct Blocks {
    rows: Lists,
    roles: StringBuilder,
    kinds: StringBuilder,
    sources: Spans,
    texts: Spans,
    continues: Int32Builder,
}

impl Blocks {
    pub(super) fn field() -> Field {
        column::list("blocks", DataType::Struct(Self::fields()))
    }

    fn fields() -> Fields {
        Fields::from(vec![
            string("role"),
            string("kind").with_nullable(true),
            column::span("source"),
            column::span("text"),
            column::index("continues").with_nullable(true),
        ])
    }

    pub(super) fn push(&mut self, document: &Document) {
        for block in document.blocks() {
            self.roles.append_value(block.role().name());
            self.kinds.append_option(block.kind().map(FurnitureKind::name));
            self.sources.source(block.source());
            self.texts.text(block.text());
            self.continues.append_option(block.continues().map(|index| index as i32));
        }
        self.rows.close(self.sources.len());
    }

    pub(super) fn none(&mut self) {
        self.rows.none();
    }

    pub(super) fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        let columns: Vec<ArrayRef> = vec![
            column::strings(&mut self.roles),
            column::strings(&mut self.kinds),
            self.sources.finish(None)?,
            self.texts.finish(None)?,
            column::numbers(&mut self.continues),
        ];
        self.rows.finish(column::structs(Self::fields(), columns, None)?)
    }
}
