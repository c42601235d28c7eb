//! The columns of a row, in order.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_schema::{Schema, SchemaRef};
use copydesk::OffsetUnit;
use copydesk::write::SCHEMA;

use super::blocks::Blocks;
use super::byline::{Bylines, Datelines};
use super::column::string;
use super::error::Errors;
use super::extras::{Extras, Notes};
use super::fields::HeaderFields;
use super::head::Head;
use super::layers::LayerColumns;
use super::repairs::Repairs;
use super::texts::Texts;

/// The unit of every offset.
pub(super) const OFFSET_UNIT: &str = OffsetUnit::Byte.name();

/// The schema of every batch that [`Rows`](super::Rows) gives.
#[must_use]
pub fn schema() -> SchemaRef {
    let [text, body] = Texts::fields();
    let columns = [
        Bylines::field(),
        Datelines::field(),
        string("part"),
        Extras::field(),
        HeaderFields::field(),
        text,
        body,
        Blocks::field(),
        Repairs::field(),
        Notes::field(),
        LayerColumns::field(),
        Errors::field(),
        string("input"),
    ];
    // A row is a document or an error, so that each of them can be null.
    let columns = columns.map(|column| column.with_nullable(true));
    let metadata = [
        ("copydesk.schema", SCHEMA),
        ("copydesk.version", env!("CARGO_PKG_VERSION")),
        ("copydesk.offset_unit", OFFSET_UNIT),
    ];
    let metadata: HashMap<_, _> = metadata.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    Arc::new(Schema::new_with_metadata(Head::fields().chain(columns).collect::<Vec<_>>(), metadata))
}
