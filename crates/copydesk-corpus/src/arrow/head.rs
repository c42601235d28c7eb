//! The plain strings at the head of a row: what the row is, and the fields of the header, verbatim.

use arrow_array::ArrayRef;
use arrow_array::builder::StringBuilder;
use arrow_schema::Field;
use copydesk::write::SCHEMA;
use copydesk::{Document, Language};

use super::column;
use super::schema::OFFSET_UNIT;

const NAMES: [&str; 13] = [
    "schema",
    "id",
    "offset_unit",
    "envelope",
    "language",
    "publication",
    "edition",
    "section",
    "page",
    "date",
    "kicker",
    "headline",
    "deck",
];

#[derive(Default)]
pub(super) struct Head {
    columns: [StringBuilder; NAMES.len()],
}

impl Head {
    /// Every row says what it is; the rest is not there where there is no document.
    pub(super) fn fields() -> impl Iterator<Item = Field> {
        NAMES.into_iter().map(|name| column::string(name).with_nullable(name != "schema"))
    }

    pub(super) fn push(&mut self, id: Option<&str>, document: &Document) {
        self.write([
            Some(SCHEMA),
            id,
            Some(OFFSET_UNIT),
            Some(document.envelope().name()),
            document.language().map(Language::code),
            document.publication(),
            document.edition(),
            document.section(),
            document.page().map(|page| page.text),
            document.date().map(|date| date.text),
            document.kicker(),
            document.headline(),
            document.deck(),
        ]);
    }

    pub(super) fn none(&mut self, id: Option<&str>) {
        let mut values = [None; NAMES.len()];
        values[0] = Some(SCHEMA);
        values[1] = id;
        self.write(values);
    }

    fn write(&mut self, values: [Option<&str>; NAMES.len()]) {
        for (column, value) in self.columns.iter_mut().zip(values) {
            column.append_option(value);
        }
    }

    pub(super) fn finish(&mut self) -> impl Iterator<Item = ArrayRef> + '_ {
        self.columns.iter_mut().map(|column| column::strings(column))
    }
}
