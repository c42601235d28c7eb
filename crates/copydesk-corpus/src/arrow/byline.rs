//! `byline` and `dateline`: who wrote it, and where and when it was filed.

use arrow_array::ArrayRef;
use arrow_array::builder::StringBuilder;
use arrow_schema::{ArrowError, DataType, Field, Fields};
use copydesk::{Dateline, Document};

use super::column::{self, Lists, Presence, string};

#[derive(Default)]
pub(super) struct Bylines {
    rows: Presence,
    statuses: StringBuilder,
    texts: StringBuilder,
    authors: Lists,
    /// Of each author the name, role, affiliation, place and address.
    parts: [StringBuilder; 5],
    count: usize,
}

impl Bylines {
    pub(super) fn field() -> Field {
        column::structure("byline", Self::fields())
    }

    fn fields() -> Fields {
        let authors = column::list("authors", DataType::Struct(Self::author()));
        Fields::from(vec![string("status"), string("text").with_nullable(true), authors])
    }

    fn author() -> Fields {
        ["name", "role", "affiliation", "place", "email"]
            .into_iter()
            .map(|name| string(name).with_nullable(name != "name"))
            .collect()
    }

    pub(super) fn push(&mut self, document: &Document) {
        let (status, text, authors) = document.byline_parts();
        self.rows.push(true);
        self.statuses.append_value(status.name());
        self.texts.append_option(text);
        self.count += authors.len();
        for author in authors {
            let values = [Some(author.name), author.role, author.affiliation, author.place, author.email];
            for (column, value) in self.parts.iter_mut().zip(values) {
                column.append_option(value);
            }
        }
        self.authors.close(self.count);
    }

    pub(super) fn none(&mut self) {
        self.rows.push(false);
        self.statuses.append_value("");
        self.texts.append_null();
        self.authors.close(self.count);
    }

    pub(super) fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        self.count = 0;
        let parts = self.parts.iter_mut().map(|column| column::strings(column)).collect();
        let authors = self.authors.finish(column::structs(Self::author(), parts, None)?)?;
        let columns: Vec<ArrayRef> =
            vec![column::strings(&mut self.statuses), column::strings(&mut self.texts), authors];
        column::structs(Self::fields(), columns, self.rows.finish())
    }
}

#[derive(Default)]
pub(super) struct Datelines {
    rows: Presence,
    /// Of each dateline its text, place, agency and date.
    parts: [StringBuilder; 4],
}

impl Datelines {
    pub(super) fn field() -> Field {
        column::structure("dateline", Self::fields())
    }

    fn fields() -> Fields {
        let nullable = |name| matches!(name, "agency" | "date");
        ["text", "place", "agency", "date"].into_iter().map(|name| string(name).with_nullable(nullable(name))).collect()
    }

    pub(super) fn push(&mut self, dateline: Option<Dateline<'_>>) {
        self.rows.push(dateline.is_some());
        let values = match dateline {
            Some(dateline) => [Some(dateline.text), Some(dateline.place), dateline.agency, dateline.date],
            None => [Some(""), Some(""), None, None],
        };
        for (column, value) in self.parts.iter_mut().zip(values) {
            column.append_option(value);
        }
    }

    pub(super) fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        let parts = self.parts.iter_mut().map(|column| column::strings(column)).collect();
        column::structs(Self::fields(), parts, self.rows.finish())
    }
}
