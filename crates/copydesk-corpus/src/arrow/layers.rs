//! `layers`: the rows of each registered layer, from the columns that it declares.

use arrow_array::builder::{Int32Builder, StringBuilder};
use arrow_array::{ArrayRef, new_empty_array};
use arrow_schema::{ArrowError, DataType, Field, Fields};
use copydesk::{ColumnType, LAYERS, Layer, Layers, Table, Value};

use super::column::{self, Lists, Presence, Spans};

pub(super) struct LayerColumns {
    fields: Fields,
    rows: Presence,
    layers: Vec<Annotations>,
}

/// The rows of one layer.
struct Annotations {
    layer: &'static Layer,
    fields: Fields,
    rows: Lists,
    texts: Spans,
    /// One for each column of the layer.
    columns: Vec<Option<Cells>>,
    /// The rows of a batch that has none of the layer, as most have that was not asked for.
    none: ArrayRef,
}

/// The values of a column, by its type.
enum Cells {
    Index(Int32Builder),
    String(StringBuilder),
    Span(Spans, Presence),
    Spans(Spans, Lists),
    Mention(Spans, StringBuilder, Presence),
}

impl Default for LayerColumns {
    fn default() -> Self {
        let layers: Vec<_> = LAYERS.iter().map(|layer| Annotations::new(layer)).collect();
        let rows = |layer: &Annotations| column::list(layer.layer.name(), DataType::Struct(layer.fields.clone()));
        let fields = layers.iter().map(|layer| rows(layer).with_nullable(true)).collect();
        Self { fields, rows: Presence::default(), layers }
    }
}

impl LayerColumns {
    pub(super) fn field() -> Field {
        column::structure("layers", Self::default().fields)
    }

    pub(super) fn push(&mut self, layers: &Layers) {
        self.rows.push(true);
        for layer in &mut self.layers {
            match table(layer.layer, layers) {
                Some(table) => layer.push(table),
                None => layer.rows.none(),
            }
        }
    }

    pub(super) fn none(&mut self) {
        self.rows.push(false);
        for layer in &mut self.layers {
            layer.rows.none();
        }
    }

    pub(super) fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        let columns = self.layers.iter_mut().map(Annotations::finish).collect::<Result<_, _>>()?;
        column::structs(self.fields.clone(), columns, self.rows.finish())
    }
}

/// The table of a registered layer, if the document has it: a user's own table may have its name and other columns.
pub(super) fn table<'d>(layer: &Layer, layers: &'d Layers) -> Option<&'d Table> {
    layers.get(layer.name()).filter(|table| table.columns() == layer.columns())
}

impl Annotations {
    fn new(layer: &'static Layer) -> Self {
        let columns: Vec<_> = layer.columns().iter().map(|column| Cells::of(&column.kind)).collect();
        let known = layer.columns().iter().zip(&columns).filter_map(|(column, cells)| {
            Some(Field::new(&*column.name, cells.as_ref()?.data_type(), column.nullable))
        });
        let fields: Fields = [column::span("text")].into_iter().chain(known).collect();
        let none = new_empty_array(&DataType::Struct(fields.clone()));
        Self { layer, fields, rows: Lists::default(), texts: Spans::default(), columns, none }
    }

    fn push(&mut self, table: &Table) {
        for row in table.rows() {
            self.texts.text(row.text());
            for (cells, value) in self.columns.iter_mut().zip(row.values()) {
                if let Some(cells) = cells {
                    cells.push(&value);
                }
            }
        }
        self.rows.close(self.texts.len());
    }

    fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        if self.texts.len() == 0 {
            return self.rows.finish(self.none.clone());
        }
        let mut columns = vec![self.texts.finish(None)?];
        for cells in self.columns.iter_mut().flatten() {
            columns.push(cells.finish()?);
        }
        self.rows.finish(column::structs(self.fields.clone(), columns, None)?)
    }
}

impl Cells {
    /// `None` for a type that this form does not know yet: its column is left out, which the tests of parity with JSON report for every
    /// registered layer, and may be added later, where a guess could not be taken back.
    fn of(kind: &ColumnType) -> Option<Self> {
        match kind {
            ColumnType::Index => Some(Self::Index(Int32Builder::default())),
            ColumnType::String | ColumnType::Category(_) => Some(Self::String(StringBuilder::default())),
            ColumnType::Span => Some(Self::Span(Spans::default(), Presence::default())),
            ColumnType::Spans => Some(Self::Spans(Spans::default(), Lists::default())),
            ColumnType::Mention => Some(Self::Mention(Spans::default(), StringBuilder::default(), Presence::default())),
            _ => None,
        }
    }

    fn data_type(&self) -> DataType {
        match self {
            Self::Index(_) => DataType::Int32,
            Self::String(_) => DataType::Utf8,
            Self::Span(..) => Spans::data_type(),
            Self::Spans(..) => DataType::new_list(Spans::data_type(), false),
            Self::Mention(..) => DataType::Struct(mention()),
        }
    }

    fn push(&mut self, value: &Value<'_>) {
        match (self, value) {
            (Self::Index(cells), Value::Index(index)) => cells.append_value(*index as i32),
            (Self::String(cells), Value::String(string)) => cells.append_value(string),
            (Self::String(cells), Value::Category(word)) => cells.append_value(word),
            (Self::Span(spans, rows), Value::Span(span)) => {
                spans.text(*span);
                rows.push(true);
            }
            (Self::Spans(spans, rows), Value::Spans(values)) => {
                for span in *values {
                    spans.text(*span);
                }
                rows.close(spans.len());
            }
            (Self::Mention(spans, names, rows), Value::Mention(span, name)) => {
                spans.text(*span);
                names.append_value(name);
                rows.push(true);
            }
            // A null; a table holds no values of another type than its column's.
            (Self::Index(cells), _) => cells.append_null(),
            (Self::String(cells), _) => cells.append_null(),
            (Self::Span(spans, rows), _) => {
                spans.none();
                rows.push(false);
            }
            (Self::Spans(_, rows), _) => rows.none(),
            (Self::Mention(spans, names, rows), _) => {
                spans.none();
                names.append_value("");
                rows.push(false);
            }
        }
    }

    fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        match self {
            Self::Index(cells) => Ok(column::numbers(cells)),
            Self::String(cells) => Ok(column::strings(cells)),
            Self::Span(spans, rows) => spans.finish(rows.finish()),
            Self::Spans(spans, rows) => rows.finish(spans.finish(None)?),
            Self::Mention(spans, names, rows) => {
                column::structs(mention(), vec![spans.finish(None)?, column::strings(names)], rows.finish())
            }
        }
    }
}

/// The fields of a mention.
fn mention() -> Fields {
    [column::span("text"), Field::new("name", DataType::Utf8, false)].into_iter().collect()
}

#[cfg(test)]
mod tests {
    use arrow_array::Array;
    use copydesk::TextSpan;

    use super::*;

    #[test]
    fn every_type_of_column_takes_its_values_and_nulls() -> Result<(), ArrowError> {
        let spans = [TextSpan::new(1, 2), TextSpan::new(4, 8)];
        let cases = [
            (ColumnType::Index, Value::Index(7), "[7]"),
            (ColumnType::String, Value::String("seven"), "seven"),
            (ColumnType::Category(["url"].as_slice().into()), Value::Category("url"), "url"),
            (ColumnType::Span, Value::Span(spans[1]), "[4, 8]"),
            (ColumnType::Spans, Value::Spans(&spans), "[1, 2][4, 8]"),
            (ColumnType::Mention, Value::Mention(spans[1], "seven"), "[4, 8]seven"),
        ];
        for (kind, value, expected) in cases {
            let mut cells = Cells::of(&kind).expect("a type of this version");
            for value in [&Value::Null, &value, &Value::Null] {
                cells.push(value);
            }
            let data_type = cells.data_type();
            let array = cells.finish()?;
            assert_eq!((array.len(), array.null_count(), array.data_type()), (3, 2, &data_type), "{kind:?}");
            assert_eq!(leaves(&array.slice(1, 1)), expected, "{kind:?}");
        }
        Ok(())
    }

    /// The strings and numbers of an array, whatever they are wrapped in.
    fn leaves(array: &dyn Array) -> String {
        use arrow_array::cast::AsArray as _;
        use arrow_array::types::Int32Type;
        match array.data_type() {
            DataType::Int32 => format!("{:?}", &array.as_primitive::<Int32Type>().values()[..]),
            DataType::Utf8 => array.as_string::<i32>().value(0).to_owned(),
            DataType::List(_) => {
                let lists = array.as_list::<i32>();
                (0..lists.len()).map(|row| leaves(&lists.value(row))).collect()
            }
            DataType::Struct(_) => array.as_struct().columns().iter().map(|column| leaves(column)).collect(),
            other => format!("{other}"),
        }
    }
}
