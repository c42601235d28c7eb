//! What columns are built from: fields, and arrays for which arrow-array has no plain builder.
//!
//! Its builders of lists and structs hold their children as trait objects, and look them up for every value. Here a list is its offsets,
//! and a struct is its validity. Their children are columns of their own, put together once per batch.

use std::sync::Arc;

use arrow_array::builder::{ArrayBuilder as _, Int32Builder, StringBuilder};
use arrow_array::{ArrayRef, Int32Array, ListArray, StructArray};
use arrow_buffer::{NullBuffer, NullBufferBuilder, OffsetBuffer};
use arrow_schema::{ArrowError, DataType, Field, FieldRef, Fields};
use copydesk::{SourceSpan, TextSpan};

/// A field of strings.
pub(super) fn string(name: &str) -> Field {
    Field::new(name, DataType::Utf8, false)
}

/// A field of numbers of rows.
pub(super) fn index(name: &str) -> Field {
    Field::new(name, DataType::Int32, false)
}

/// A field of spans.
pub(super) fn span(name: &str) -> Field {
    Field::new(name, Spans::data_type(), false)
}

/// A field of lists.
pub(super) fn list(name: &str, item: DataType) -> Field {
    Field::new(name, DataType::List(item_of(item)), false)
}

/// A field of structs.
pub(super) fn structure(name: &str, fields: impl Into<Fields>) -> Field {
    Field::new(name, DataType::Struct(fields.into()), false)
}

fn item_of(item: DataType) -> FieldRef {
    Arc::new(Field::new_list_field(item, false))
}

/// Structs of these columns.
pub(super) fn structs(
    fields: Fields,
    columns: Vec<ArrayRef>,
    nulls: Option<NullBuffer>,
) -> Result<ArrayRef, ArrowError> {
    Ok(Arc::new(StructArray::try_new(fields, columns, nulls)?))
}

/// What a batch has of something; the list goes on empty, with as much memory as this took, and a little more: batches of a run are alike,
/// and growing a column from nothing copies it over and over.
pub(super) fn taken<T>(list: &mut Vec<T>) -> Vec<T> {
    let next = Vec::with_capacity(with_slack(list.len()));
    std::mem::replace(list, next)
}

/// A column of strings; the builder goes on as a list does ([`taken`]).
pub(super) fn strings(builder: &mut StringBuilder) -> ArrayRef {
    let (rows, bytes) = (builder.len(), builder.values_slice().len());
    let column = Arc::new(builder.finish());
    *builder = StringBuilder::with_capacity(with_slack(rows), with_slack(bytes));
    column
}

/// A column of numbers, likewise.
pub(super) fn numbers(builder: &mut Int32Builder) -> ArrayRef {
    let next = Int32Builder::with_capacity(with_slack(builder.len()));
    Arc::new(std::mem::replace(builder, next).finish())
}

fn with_slack(size: usize) -> usize {
    size + size / 8
}

/// Which values are there and which are null.
pub(super) struct Presence(NullBufferBuilder);

impl Default for Presence {
    fn default() -> Self {
        Self(NullBufferBuilder::new(0))
    }
}

impl Presence {
    pub(super) fn push(&mut self, there: bool) {
        self.0.append(there);
    }

    pub(super) fn finish(&mut self) -> Option<NullBuffer> {
        let rows = self.0.len();
        std::mem::replace(&mut self.0, NullBufferBuilder::new(with_slack(rows))).finish()
    }
}

/// Spans, each `[start, end]`.
///
/// Lists of two, and not fixed-size lists: in the place of a null, Parquet gives those back with no items, and its readers fail on them
/// (pyarrow 26); other engines, such as Spark, have no such type.
#[derive(Default)]
pub(super) struct Spans {
    edges: Vec<i32>,
}

impl Spans {
    pub(super) fn data_type() -> DataType {
        DataType::List(item_of(DataType::Int32))
    }

    pub(super) fn len(&self) -> usize {
        self.edges.len() / 2
    }

    pub(super) fn source(&mut self, span: SourceSpan) {
        self.push(span.start(), span.end());
    }

    pub(super) fn text(&mut self, span: TextSpan) {
        self.push(span.start(), span.end());
    }

    /// What stands in the place of a null.
    pub(super) fn none(&mut self) {
        self.push(0, 0);
    }

    fn push(&mut self, start: u32, end: u32) {
        // A source has at most a gigabyte, and a text that an Arrow string cannot hold gets no row.
        self.edges.extend([start as i32, end as i32]);
    }

    pub(super) fn finish(&mut self, nulls: Option<NullBuffer>) -> Result<ArrayRef, ArrowError> {
        let edges = taken(&mut self.edges);
        let offsets: Vec<i32> = (0..=edges.len() as i32).step_by(2).collect();
        let edges = Arc::new(Int32Array::from(edges));
        Ok(Arc::new(ListArray::try_new(item_of(DataType::Int32), OffsetBuffer::new(offsets.into()), edges, nulls)?))
    }
}

/// Where the list of each row ends in the column of items.
#[derive(Default)]
pub(super) struct Lists {
    ends: Vec<i32>,
    rows: Presence,
}

impl Lists {
    /// The row's list is what was pushed since the last one; there are so many items now.
    pub(super) fn close(&mut self, items: usize) {
        self.ends.push(items as i32);
        self.rows.push(true);
    }

    /// The row has no list.
    pub(super) fn none(&mut self) {
        self.ends.push(self.ends.last().copied().unwrap_or(0));
        self.rows.push(false);
    }

    pub(super) fn finish(&mut self, items: ArrayRef) -> Result<ArrayRef, ArrowError> {
        let mut offsets = Vec::with_capacity(self.ends.len() + 1);
        offsets.push(0);
        offsets.append(&mut self.ends);
        let item = item_of(items.data_type().clone());
        Ok(Arc::new(ListArray::try_new(item, OffsetBuffer::new(offsets.into()), items, self.rows.finish())?))
    }
}
