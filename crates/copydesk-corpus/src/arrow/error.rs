//! `error`: why there is no document.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{Int64Builder, StringBuilder};
use arrow_schema::{ArrowError, DataType, Field, Fields};

use super::column::{self, Presence, string};

#[derive(Default)]
pub(super) struct Errors {
    rows: Presence,
    files: StringBuilder,
    records: Int64Builder,
    offsets: Int64Builder,
    reasons: StringBuilder,
}

impl Errors {
    pub(super) fn field() -> Field {
        column::structure("error", Self::fields())
    }

    fn fields() -> Fields {
        let number = |name| Field::new(name, DataType::Int64, true);
        Fields::from(vec![string("file").with_nullable(true), number("record"), number("offset"), string("reason")])
    }

    pub(super) fn push(&mut self, file: Option<&str>, record: Option<u64>, offset: Option<u64>, reason: &str) {
        let signed = |number: Option<u64>| number.and_then(|number| i64::try_from(number).ok());
        self.rows.push(true);
        self.files.append_option(file);
        self.records.append_option(signed(record));
        self.offsets.append_option(signed(offset));
        self.reasons.append_value(reason);
    }

    pub(super) fn none(&mut self) {
        self.rows.push(false);
        self.files.append_null();
        self.records.append_null();
        self.offsets.append_null();
        self.reasons.append_value("");
    }

    pub(super) fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        let columns: Vec<ArrayRef> = vec![
            column::strings(&mut self.files),
            Arc::new(self.records.finish()),
            Arc::new(self.offsets.finish()),
            column::strings(&mut self.reasons),
        ];
        column::structs(Self::fields(), columns, self.rows.finish())
    }
}
