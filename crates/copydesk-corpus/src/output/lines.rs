//! Rows of Arrow as JSON lines.
//!
//! The line of a document is byte for byte the one that the writer `jsonl` writes. Keys that JSON leaves out where a row has null are left
//! out, and the record's other fields stay verbatim. A table with other columns keeps every column, null or not.

use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::{Array, RecordBatch, StructArray};
use arrow_cast::cast;
use arrow_json::writer::{
    Encoder, EncoderFactory, EncoderOptions, LineDelimited, NullableEncoder, WriterBuilder, make_encoder,
};
use arrow_schema::{ArrowError, DataType, Field, FieldRef};
use serde_json::value::RawValue;

use crate::run::Rows;

/// What is left out where it is null: a child of a struct, by both their names. Of a struct without a second name, every child.
const LEFT_OUT: &[(&str, Option<&str>)] =
    &[("fields", None), ("layers", None), ("date", Some("value")), ("page", Some("value")), ("error", Some("offset"))];
/// The same of the structs in a list, whatever the list calls them.
const LEFT_OUT_OF_ITEMS: &str = "before_base64";
/// What a row of documents has besides the document.
const ERROR: &str = "error";
const INPUT: &str = "input";

/// The rows of a batch, each on a line of its own.
///
/// # Errors
/// If a column holds what JSON cannot say.
pub fn lines(batch: &RecordBatch) -> Result<Rows, ArrowError> {
    let is_documents = ["schema", "part", "blocks", ERROR].iter().all(|name| batch.column_by_name(name).is_some());
    let mut builder = WriterBuilder::new().with_explicit_nulls(true);
    if is_documents {
        builder = builder.with_encoder_factory(Arc::new(Documents));
    }
    let mut lines = builder.build::<_, LineDelimited>(Vec::new());
    lines.write(batch)?;
    lines.finish()?;
    Ok(Rows::Written { bytes: lines.into_inner(), count: batch.num_rows() as u64 })
}

/// Encodes structs as documents have them.
#[derive(Debug)]
struct Documents;

impl EncoderFactory for Documents {
    fn make_default_encoder<'a>(
        &self,
        field: &'a FieldRef,
        array: &'a dyn Array,
        options: &'a EncoderOptions,
    ) -> Result<Option<NullableEncoder<'a>>, ArrowError> {
        let DataType::Struct(fields) = array.data_type() else { return Ok(None) };
        let array: &StructArray = array.as_struct();
        let is_row = field.name().is_empty();
        let mut children = Vec::new();
        for (child, column) in fields.iter().zip(array.columns()) {
            let encoder = match child.name().as_str() {
                INPUT if is_row => Input::encoder(column)?,
                _ => make_encoder(child, column.as_ref(), options)?,
            };
            children.push(Child { key: key(child), if_null: IfNull::of(field, child), encoder });
        }
        // As the header's fields are in JSON.
        if field.name() == "fields" {
            children.sort_by(|one, other| one.key.cmp(&other.key));
        }
        let error = if is_row { array.column_by_name(ERROR) } else { None };
        let encoder = Struct { children, error: error.map(AsRef::as_ref) };
        Ok(Some(NullableEncoder::new(Box::new(encoder), array.nulls().cloned())))
    }
}

/// The key of a child, with its colon.
fn key(child: &Field) -> String {
    serde_json::Value::from(child.name().as_str()).to_string() + ":"
}

/// What becomes of a child that is null.
#[derive(Clone, Copy, PartialEq, Eq)]
enum IfNull {
    LeftOut,
    Null,
}

impl IfNull {
    fn of(parent: &Field, child: &Field) -> Self {
        let (parent, child) = (parent.name().as_str(), child.name().as_str());
        let of_row = parent.is_empty() && [ERROR, INPUT].contains(&child);
        let named = |(one, other): &(&str, Option<&str>)| *one == parent && other.is_none_or(|other| other == child);
        if of_row || child == LEFT_OUT_OF_ITEMS || LEFT_OUT.iter().any(named) { Self::LeftOut } else { Self::Null }
    }
}

struct Child<'a> {
    key: String,
    if_null: IfNull,
    encoder: NullableEncoder<'a>,
}

/// A struct as a JSON object.
struct Struct<'a> {
    children: Vec<Child<'a>>,
    /// The errors of rows. A row that is one has nothing else.
    error: Option<&'a dyn Array>,
}

impl Encoder for Struct<'_> {
    fn encode(&mut self, row: usize, out: &mut Vec<u8>) {
        let is_error = self.error.is_some_and(|error| error.is_valid(row));
        let mut mark = b'{';
        for child in &mut self.children {
            let is_null = child.encoder.is_null(row);
            if is_null && (is_error || child.if_null == IfNull::LeftOut) {
                continue;
            }
            out.push(mark);
            mark = b',';
            out.extend_from_slice(child.key.as_bytes());
            if is_null {
                out.extend_from_slice(b"null");
            } else {
                child.encoder.encode(row, out);
            }
        }
        if mark == b'{' {
            out.push(mark);
        }
        out.push(b'}');
    }
}

/// What else a record held: JSON, which stands as it is.
struct Input(arrow_array::StringViewArray);

impl Input {
    fn encoder<'a>(column: &dyn Array) -> Result<NullableEncoder<'a>, ArrowError> {
        let strings = cast(column, &DataType::Utf8View)?.as_string_view().clone();
        let nulls = strings.nulls().cloned();
        Ok(NullableEncoder::new(Box::new(Self(strings)), nulls))
    }
}

impl Encoder for Input {
    fn encode(&mut self, row: usize, out: &mut Vec<u8>) {
        let input = self.0.value(row);
        // A column of that name that came from elsewhere may hold anything.
        match serde_json::from_str::<&RawValue>(input) {
            Ok(json) if !json.get().contains('\n') => out.extend_from_slice(json.get().as_bytes()),
            _ => out.extend_from_slice(serde_json::Value::from(input).to_string().as_bytes()),
        }
    }
}

#[cfg(test)]
mod tests {
    use copydesk::write::Writer;
    use copydesk::{LAYERS, Options, Source};

    use super::*;
    use crate::arrow;
    use crate::record::{Place, Record, Unreadable};
    use crate::run::{Batch, Job, RowForm};
    use crate::{Parts, documents};

    const TEXTS: [&[u8]; 4] = [
        b"Harbour Gazette\n\nMonday, 7 June 2021\n\nFerry returns\n\nBy Ana Reyes\n\nThe ferry is back, said Jon Hale of www.ferry.example.\n",
        b"caf\xe9 \xf0\x9f\n",
        b"",
        b"It rose 12 percent \"over- night\", to $ 5 million ( US).\n",
    ];

    fn items() -> Vec<Result<Record, Unreadable>> {
        let place = |number: usize| Place { file: "a.jsonl".into(), record: Some(number as u64), offset: None };
        let record = |(number, text): (usize, &&'static [u8])| {
            let fields = (number % 2 == 0).then(|| "{\"n\":1.50,\"x\":[null]}".into());
            Ok(Record { id: format!("r{number}"), place: place(number), source: Source::new(*text).unwrap(), fields })
        };
        let mut items: Vec<_> = TEXTS.iter().enumerate().map(record).collect();
        let unreadable = |offset, fields: Option<&str>| Unreadable {
            id: "bad".into(),
            place: Place { offset, ..place(9) },
            reason: "has no field `text`".into(),
            fields: fields.map(Into::into),
        };
        items.extend([Err(unreadable(Some(7), Some("{\"n\":2}"))), Err(unreadable(None, None))]);
        items
    }

    #[test]
    fn a_line_is_what_the_writer_writes() {
        for options in [Options::new(), Options::new().layers(LAYERS)] {
            let rows = RowForm::Written(Writer::named("jsonl").unwrap());
            let batch = Batch { items: items(), ends_shard: None };
            let made = Job { options: options.clone(), parts: Parts::Article, rows }.make(&batch);
            let Rows::Written { bytes: expected, .. } = made.rows else { panic!() };
            let mut rows = arrow::Rows::new();
            for item in &batch.items {
                match item {
                    Ok(record) => {
                        for (id, document) in documents(&record.source, &record.id, &options, Parts::Article) {
                            rows.document_of(record, &id, &document).unwrap();
                        }
                    }
                    Err(unreadable) => rows.unreadable(unreadable).unwrap(),
                }
            }
            let Rows::Written { bytes, count } = lines(&rows.finish().unwrap()).unwrap() else { panic!() };
            assert_eq!(String::from_utf8(bytes).unwrap(), String::from_utf8(expected).unwrap());
            assert_eq!(count, 6);
        }
    }

    #[test]
    fn of_another_table_every_column_is_there() {
        let names = Arc::new(arrow_array::StringArray::from(vec![Some("{\"a\"}"), None]));
        let batch = RecordBatch::try_from_iter([("input", names as arrow_array::ArrayRef)]).unwrap();
        let Rows::Written { bytes, .. } = lines(&batch).unwrap() else { panic!() };
        assert_eq!(String::from_utf8(bytes).unwrap(), "{\"input\":\"{\\\"a\\\"}\"}\n{\"input\":null}\n");
    }
}
