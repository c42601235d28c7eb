//! `extras` and `notes`: labelled fields without a place of their own, and doubts.

use arrow_array::ArrayRef;
use arrow_array::builder::StringBuilder;
use arrow_schema::{ArrowError, DataType, Field, Fields};
use copydesk::{Extra, Note};

use super::column::{self, Lists, Spans, string};

#[derive(Default)]
pub(super) struct Extras {
    rows: Lists,
    names: StringBuilder,
    values: StringBuilder,
    sources: Spans,
}

impl Extras {
    pub(super) fn field() -> Field {
        column::list("extras", DataType::Struct(Self::fields()))
    }

    fn fields() -> Fields {
        Fields::from(vec![string("name"), string("value"), column::span("source")])
    }

    pub(super) fn push<'d>(&mut self, extras: impl Iterator<Item = Extra<'d>>) {
        for extra in extras {
            self.names.append_value(extra.name);
            self.values.append_value(extra.value);
            self.sources.source(extra.source);
        }
        self.rows.close(self.sources.len());
    }

    pub(super) fn none(&mut self) {
        self.rows.none();
    }

    pub(super) fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        let columns: Vec<ArrayRef> =
            vec![column::strings(&mut self.names), column::strings(&mut self.values), self.sources.finish(None)?];
        self.rows.finish(column::structs(Self::fields(), columns, None)?)
    }
}

#[derive(Default)]
pub(super) struct Notes {
    rows: Lists,
    kinds: StringBuilder,
    sources: Spans,
    messages: StringBuilder,
}

impl Notes {
    pub(super) fn field() -> Field {
        column::list("notes", DataType::Struct(Self::fields()))
    }

    fn fields() -> Fields {
        Fields::from(vec![string("kind"), column::span("source"), string("message")])
    }

    pub(super) fn push(&mut self, notes: &[Note]) {
        for note in notes {
            self.kinds.append_value(note.kind.name());
            self.sources.source(note.source);
            self.messages.append_value(&note.message);
        }
        self.rows.close(self.sources.len());
    }

    pub(super) fn none(&mut self) {
        self.rows.none();
    }

    pub(super) fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        let columns: Vec<ArrayRef> =
            vec![column::strings(&mut self.kinds), self.sources.finish(None)?, column::strings(&mut self.messages)];
        self.rows.finish(column::structs(Self::fields(), columns, None)?)
    }
}
