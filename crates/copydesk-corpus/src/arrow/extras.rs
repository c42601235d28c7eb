//! `extras` and `notes`: labelled fields without a place in the header, and doubts.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{ArrayBuilder as _, StringBuilder, UInt8Builder};
use arrow_schema::{ArrowError, DataType, Field, Fields};
use copydesk::{Extra, FieldKind, Note, Term};

use super::column::{self, Lists, Spans, string};

#[derive(Default)]
pub(super) struct Extras {
    rows: Lists,
    names: StringBuilder,
    values: StringBuilder,
    sources: Spans,
    kinds: StringBuilder,
    parsed: StringBuilder,
    terms: Terms,
}

/// The index terms of each extra.
#[derive(Default)]
struct Terms {
    rows: Lists,
    schemes: StringBuilder,
    codes: StringBuilder,
    names: StringBuilder,
    scores: UInt8Builder,
}

impl Terms {
    fn fields() -> Fields {
        Fields::from(vec![
            string("scheme"),
            string("code").with_nullable(true),
            string("name"),
            Field::new("score", DataType::UInt8, true),
        ])
    }

    fn push(&mut self, terms: &[Term<'_>]) {
        for term in terms {
            self.schemes.append_value(term.scheme);
            self.codes.append_option(term.code);
            self.names.append_value(term.name);
            self.scores.append_option(term.score);
        }
        self.rows.close(self.scores.len());
    }

    fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        let scores: ArrayRef = Arc::new(self.scores.finish());
        let columns = vec![
            column::strings(&mut self.schemes),
            column::strings(&mut self.codes),
            column::strings(&mut self.names),
            scores,
        ];
        self.rows.finish(column::structs(Self::fields(), columns, None)?)
    }
}

impl Extras {
    pub(super) fn field() -> Field {
        column::list("extras", DataType::Struct(Self::fields()))
    }

    fn fields() -> Fields {
        Fields::from(vec![
            string("name"),
            string("value"),
            column::span("source"),
            string("kind").with_nullable(true),
            string("parsed").with_nullable(true),
            column::list("terms", DataType::Struct(Terms::fields())),
        ])
    }

    pub(super) fn push<'d>(&mut self, extras: impl Iterator<Item = Extra<'d>>) {
        for extra in extras {
            self.names.append_value(extra.name);
            self.values.append_value(extra.value);
            self.sources.source(extra.source);
            self.kinds.append_option(extra.kind.map(FieldKind::name));
            self.parsed.append_option(extra.parsed);
            self.terms.push(&extra.terms);
        }
        self.rows.close(self.sources.len());
    }

    pub(super) fn none(&mut self) {
        self.rows.none();
    }

    pub(super) fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        let columns: Vec<ArrayRef> = vec![
            column::strings(&mut self.names),
            column::strings(&mut self.values),
            self.sources.finish(None)?,
            column::strings(&mut self.kinds),
            column::strings(&mut self.parsed),
            self.terms.finish()?,
        ];
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
