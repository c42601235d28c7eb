//! The rows of a layer, stored in order of place.

use std::borrow::Cow;

use crate::span::TextSpan;

use super::cells::Cells;
use super::column::{Column, ColumnType, Put, Value};
use super::record::Record;

/// Why a row cannot be added to a table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RowError {
    /// It lies before the last row.
    #[error("a row that starts at {start} comes after one that starts at {last}: rows come in order of place")]
    Order {
        /// Where the row starts.
        start: u32,
        /// Where the last one does.
        last: u32,
    },
    /// It has more or fewer values than the table has columns.
    #[error("the row has {values} values; the table has {columns} columns")]
    Width {
        /// The number of values.
        values: usize,
        /// The number of columns.
        columns: usize,
    },
    /// A value is not of its column's type, or is missing in a column that is not nullable.
    #[error("the value of `{column}` is not of the column's type")]
    Type {
        /// The column's name.
        column: String,
    },
}

/// The rows of one layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    name: Cow<'static, str>,
    columns: Cow<'static, [Column]>,
    spans: Vec<TextSpan>,
    /// As many for each row as there are columns.
    cells: Cells,
}

impl Table {
    /// An empty table for these records.
    #[must_use]
    pub fn of<R: Record>() -> Self {
        Self::new(R::NAME, R::COLUMNS)
    }

    /// An empty table with these columns, apart from `text`, the span that every row has.
    #[must_use]
    pub fn new(name: impl Into<Cow<'static, str>>, columns: impl Into<Cow<'static, [Column]>>) -> Self {
        Self { name: name.into(), columns: columns.into(), spans: Vec::new(), cells: Cells::default() }
    }

    /// Reserves room for this many more rows.
    pub(crate) fn reserve(&mut self, rows: usize) {
        self.spans.reserve(rows);
        self.cells.reserve(rows * self.columns.len());
    }

    /// Appends a record. Records come in order of place.
    ///
    /// # Panics
    /// If it lies before the last one, or if the table was made for other columns.
    pub fn push<R: Record>(&mut self, record: R) {
        assert!(self.holds::<R>(), "the table was made for other records");
        self.push_span(record.span());
        record.store(&mut self.cells);
    }

    /// Appends a row of values, one for each column, for tables without a record type.
    ///
    /// # Errors
    /// [`RowError`] if it lies before the last row or does not fit the columns. Nothing is appended in that case.
    pub fn push_row(&mut self, text: TextSpan, values: &[Value<'_>]) -> Result<(), RowError> {
        if let Some(last) = self.spans.last().filter(|last| last.start() > text.start()) {
            return Err(RowError::Order { start: text.start(), last: last.start() });
        }
        if values.len() != self.columns.len() {
            return Err(RowError::Width { values: values.len(), columns: self.columns.len() });
        }
        for (column, value) in self.columns.iter().zip(values) {
            let fits = if *value == Value::Null { column.nullable } else { takes(&column.kind, value) };
            if !fits {
                return Err(RowError::Type { column: column.name.clone().into_owned() });
            }
        }
        self.spans.push(text);
        for (column, value) in self.columns.iter().zip(values) {
            push(&mut self.cells, &column.kind, value);
        }
        Ok(())
    }

    /// Whether its columns are those of these records.
    #[must_use]
    pub fn holds<R: Record>(&self) -> bool {
        std::ptr::eq(&*self.columns, R::COLUMNS) || *self.columns == *R::COLUMNS
    }

    /// The layer's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The columns apart from `text`.
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

    /// The row with this number.
    #[must_use]
    pub fn row(&self, index: usize) -> Option<RowView<'_>> {
        (index < self.spans.len()).then_some(RowView { table: self, row: index })
    }

    fn value(&self, row: usize, column: usize) -> Value<'_> {
        self.cells.get(row * self.columns.len() + column, &self.columns[column].kind)
    }

    /// Begins a row, whose values are then put in one by one, in the order of the columns. Rows come in order of place.
    pub(crate) fn begin(&mut self, text: TextSpan) -> NewRow<'_> {
        self.push_span(text);
        NewRow { columns: self.columns.iter(), cells: &mut self.cells }
    }

    #[inline]
    fn push_span(&mut self, span: TextSpan) {
        assert!(self.spans.last().is_none_or(|last| last.start() <= span.start()), "rows come in order of place");
        if self.spans.len() == self.spans.capacity() {
            self.reserve(self.spans.len().max(ROWS));
        }
        self.spans.push(span);
    }
}

/// Whether a value can be put into a column; a string of a category only where it is one of its words.
fn takes(kind: &ColumnType, value: &Value<'_>) -> bool {
    match (kind, value) {
        (ColumnType::Category(words), Value::String(word) | Value::Category(word)) => words.contains(word),
        (ColumnType::Index, Value::Index(_))
        | (ColumnType::String, Value::String(_) | Value::Category(_))
        | (ColumnType::Span, Value::Span(_))
        | (ColumnType::Spans, Value::Spans(_))
        | (ColumnType::Mention, Value::Mention(..)) => true,
        _ => false,
    }
}

/// Puts in a value that the column [takes], or none.
fn push(cells: &mut Cells, kind: &ColumnType, value: &Value<'_>) {
    match (kind, value) {
        (ColumnType::Category(words), Value::String(word) | Value::Category(word)) => {
            match words.iter().position(|known| known == word) {
                Some(place) => cells.push_number(place as u32),
                None => cells.push_null(),
            }
        }
        (_, Value::Null) => cells.push_null(),
        (_, Value::Index(index)) => cells.push_number(*index),
        (_, Value::String(string)) => cells.push_string(|strings| strings.push_str(string)),
        (_, Value::Category(word)) => cells.push_string(|strings| strings.push_str(word)),
        (_, Value::Span(span)) => cells.push_span(*span),
        (_, Value::Spans(spans)) => cells.push_spans(spans),
        (_, Value::Mention(text, name)) => cells.push_mention(*text, name),
    }
}

/// A table with any rows has room for so many: most articles have no more.
const ROWS: usize = 16;

/// A row that gets its values.
pub(crate) struct NewRow<'t> {
    /// Those that have no value yet.
    columns: std::slice::Iter<'t, Column>,
    cells: &'t mut Cells,
}

impl NewRow<'_> {
    /// Puts in the value of the next column, which is of its type.
    pub(crate) fn put<P: Put>(mut self, value: P) -> Self {
        if let Some(column) = self.columns.next() {
            debug_assert_eq!(column.kind, P::COLUMN, "a value goes into a column of its type");
            value.put(self.cells);
        }
        self
    }
}

impl Drop for NewRow<'_> {
    fn drop(&mut self) {
        debug_assert_eq!(self.columns.len(), 0, "a row has a value for each column");
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
        (0..table.columns.len()).map(move |column| table.value(row, column))
    }

    /// The value of the column with this name.
    #[must_use]
    pub fn get(&self, column: &str) -> Option<Value<'t>> {
        let index = self.table.columns.iter().position(|known| known.name == column)?;
        Some(self.table.value(self.row, index))
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

    /// The layer with this name.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_values_are_checked() {
        let column = |name: &'static str, kind, nullable| Column { name: name.into(), kind, nullable, doc: "".into() };
        let words = ColumnType::Category(Cow::Borrowed(&["town", "river"]));
        let columns = vec![column("kind", words, false), column("entry", ColumnType::String, true)];
        let mut table = Table::new("mentions", columns);
        let span = TextSpan::new(4, 8);
        table.push_row(span, &[Value::String("river"), Value::Null]).unwrap();
        assert_eq!(table.rows().next().unwrap().get("kind"), Some(Value::Category("river")));
        let wrong_type = |column: &str| Err(RowError::Type { column: column.into() });
        assert_eq!(table.push_row(span, &[Value::String("lake"), Value::Null]), wrong_type("kind"));
        assert_eq!(table.push_row(span, &[Value::Null, Value::Null]), wrong_type("kind"));
        assert_eq!(table.push_row(span, &[Value::String("town"), Value::Index(1)]), wrong_type("entry"));
        assert_eq!(table.push_row(span, &[]), Err(RowError::Width { values: 0, columns: 2 }));
        let before = TextSpan::new(3, 8);
        let row = [Value::String("town"), Value::String("N-17")];
        assert_eq!(table.push_row(before, &row), Err(RowError::Order { start: 3, last: 4 }));
        assert_eq!(table.len(), 1);
    }
}
