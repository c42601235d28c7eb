//! Where a layer's rows live: by column, sorted by place.

use std::borrow::Cow;

use crate::span::TextSpan;

use super::column::{Column, ColumnType, Value};
use super::record::Record;

/// The values of one column.
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(hidden)]
pub enum ColumnData {
    Index(Vec<Option<u32>>),
    String(Vec<Option<String>>),
    Category { words: Cow<'static, [&'static str]>, values: Vec<Option<u8>> },
    Span(Vec<Option<TextSpan>>),
    Spans(Vec<Option<Vec<TextSpan>>>),
}

impl ColumnData {
    fn new(kind: &ColumnType) -> Self {
        match kind {
            ColumnType::Index => Self::Index(Vec::new()),
            ColumnType::String => Self::String(Vec::new()),
            ColumnType::Category(words) => Self::Category { words: words.clone(), values: Vec::new() },
            ColumnType::Span => Self::Span(Vec::new()),
            ColumnType::Spans => Self::Spans(Vec::new()),
        }
    }

    pub(crate) fn push_null(&mut self) {
        match self {
            Self::Index(values) => values.push(None),
            Self::String(values) => values.push(None),
            Self::Category { values, .. } => values.push(None),
            Self::Span(values) => values.push(None),
            Self::Spans(values) => values.push(None),
        }
    }

    fn get(&self, row: usize) -> Value<'_> {
        match self {
            Self::Index(values) => values[row].map_or(Value::Null, Value::Index),
            Self::String(values) => values[row].as_deref().map_or(Value::Null, Value::String),
            Self::Category { words, values } => {
                values[row].map_or(Value::Null, |index| Value::Category(words[index as usize]))
            }
            Self::Span(values) => values[row].map_or(Value::Null, Value::Span),
            Self::Spans(values) => values[row].as_deref().map_or(Value::Null, Value::Spans),
        }
    }
}

/// The rows of one layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    name: Cow<'static, str>,
    columns: Cow<'static, [Column]>,
    spans: Vec<TextSpan>,
    data: Vec<ColumnData>,
}

impl Table {
    /// An empty table for these records.
    #[must_use]
    pub fn of<R: Record>() -> Self {
        Self::new(R::NAME, R::COLUMNS)
    }

    /// An empty table with these columns beside `text`, the span that every row has.
    #[must_use]
    pub fn new(name: impl Into<Cow<'static, str>>, columns: impl Into<Cow<'static, [Column]>>) -> Self {
        let columns = columns.into();
        let data = columns.iter().map(|column| ColumnData::new(&column.kind)).collect();
        Self { name: name.into(), columns, spans: Vec::new(), data }
    }

    /// Appends a record. Records come in order of place.
    ///
    /// # Panics
    /// If it lies before the last one, or if the table was made for other columns.
    pub fn push<R: Record>(&mut self, record: R) {
        assert!(self.holds::<R>(), "the table was made for other records");
        record.store(self);
    }

    /// Whether its columns are those of these records.
    #[must_use]
    pub fn holds<R: Record>(&self) -> bool {
        *self.columns == *R::COLUMNS
    }

    /// The layer's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The columns beside `text`.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The rows, in order of place.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = RowView<'_>> {
        (0..self.spans.len()).map(|row| RowView { table: self, row })
    }

    #[doc(hidden)]
    pub fn push_span(&mut self, span: TextSpan) {
        assert!(self.spans.last().is_none_or(|last| last.start() <= span.start()), "rows come in order of place");
        self.spans.push(span);
    }

    #[doc(hidden)]
    pub fn column_mut(&mut self, column: usize) -> &mut ColumnData {
        &mut self.data[column]
    }
}

/// One row of a layer, by column.
#[derive(Clone, Copy, Debug)]
pub struct RowView<'t> {
    table: &'t Table,
    row: usize,
}

impl<'t> RowView<'t> {
    /// The place in the text.
    #[must_use]
    pub fn text(&self) -> TextSpan {
        self.table.spans[self.row]
    }

    /// The values, in the order of the columns.
    pub fn values(&self) -> impl Iterator<Item = Value<'t>> + use<'t> {
        let (table, row) = (self.table, self.row);
        table.data.iter().map(move |column| column.get(row))
    }

    /// The value of the column of this name.
    #[must_use]
    pub fn get(&self, column: &str) -> Option<Value<'t>> {
        let index = self.table.columns.iter().position(|known| known.name == column)?;
        Some(self.table.data[index].get(self.row))
    }
}

/// The layers of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layers {
    tables: Vec<Table>,
}

impl Layers {
    /// The layers, in the order in which they were made.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Table> {
        self.tables.iter()
    }

    /// The layer of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name == name)
    }

    /// Puts a layer in, in place of one of the same name.
    pub(crate) fn insert(&mut self, table: Table) {
        match self.tables.iter_mut().find(|known| known.name == table.name) {
            Some(known) => *known = table,
            None => self.tables.push(table),
        }
    }
}
