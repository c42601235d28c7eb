//! `fields`: where the fields of the header were read, each under its name; date and page also in a standard form.

use std::fmt::Write as _;

use arrow_array::ArrayRef;
use arrow_array::builder::StringBuilder;
use arrow_schema::{ArrowError, Field, Fields};
use copydesk::{Document, HEADER_FIELDS};

use super::column::{self, Presence, Spans};

/// The fields that have a value beside their place.
const DATE: &str = "date";
const PAGE: &str = "page";

#[derive(Default)]
pub(super) struct HeaderFields {
    rows: Presence,
    /// Of each field whether the row has it, and where.
    places: [(Presence, Spans); HEADER_FIELDS.len()],
    dates: StringBuilder,
    pages: StringBuilder,
}

impl HeaderFields {
    pub(super) fn field() -> Field {
        column::structure("fields", Self::fields())
    }

    fn fields() -> Fields {
        HEADER_FIELDS.into_iter().map(|name| column::structure(name, Self::parts(name)).with_nullable(true)).collect()
    }

    fn parts(name: &str) -> Fields {
        let value = [DATE, PAGE].contains(&name).then(|| column::string("value").with_nullable(true));
        [column::span("source")].into_iter().chain(value).collect()
    }

    pub(super) fn push(&mut self, document: &Document) {
        self.rows.push(true);
        let mut found = document.fields().peekable();
        for (name, (rows, spans)) in HEADER_FIELDS.into_iter().zip(&mut self.places) {
            let place = found.next_if(|(other, _)| *other == name);
            rows.push(place.is_some());
            match place {
                Some((_, span)) => spans.source(span),
                None => spans.none(),
            }
        }
        // What is written before is part of the next value.
        match document.date().and_then(|date| date.value) {
            Some(date) if write!(self.dates, "{date}").is_ok() => self.dates.append_value(""),
            _ => self.dates.append_null(),
        }
        self.pages.append_option(document.page().and_then(|page| page.value));
    }

    pub(super) fn none(&mut self) {
        self.rows.push(false);
        for (rows, spans) in &mut self.places {
            rows.push(false);
            spans.none();
        }
        self.dates.append_null();
        self.pages.append_null();
    }

    pub(super) fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        let mut columns = Vec::with_capacity(HEADER_FIELDS.len());
        for (name, (rows, spans)) in HEADER_FIELDS.into_iter().zip(&mut self.places) {
            let mut parts = vec![spans.finish(None)?];
            if name == DATE {
                parts.push(column::strings(&mut self.dates));
            }
            if name == PAGE {
                parts.push(column::strings(&mut self.pages));
            }
            columns.push(column::structs(Self::parts(name), parts, rows.finish())?);
        }
        column::structs(Self::fields(), columns, self.rows.finish())
    }
}
