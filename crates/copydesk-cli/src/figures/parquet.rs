//! The table as Parquet: compressed with zstd, written a batch of rows at a time.
//!
//! Every column can be null. Text is UTF-8, numbers are 64-bit integers. A decimal stays text, since what newspapers count needs more
//! digits than a column of decimals of one scale has; the nearest double of `value` is beside it, as `value_float`. The metadata of the
//! file has `copydesk.table`, `copydesk.schema`, `copydesk.version` and `copydesk.offset_unit`.

use std::mem;
use std::sync::Arc;

use copydesk::OffsetUnit;
use copydesk::write::SCHEMA;
use parquet::basic::{Compression, LogicalType, Repetition, Type as PhysicalType, ZstdLevel};
use parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::{Type, TypePtr};

use crate::output::Output;

use super::columns::{Cell, Column, Kind};

/// A batch is written when it has so many rows, or so many bytes of text: what is held in memory does not grow with the corpus.
const BATCH_ROWS: usize = 1 << 16;
const BATCH_BYTES: usize = 64 << 20;

pub(super) struct Parquet {
    writer: SerializedFileWriter<Output>,
    columns: Vec<Values>,
    rows: usize,
    bytes: usize,
}

/// The values of a column in this batch, and for each row whether it has one, as 1 or 0.
struct Values {
    values: Physical,
    levels: Vec<i16>,
    /// The same once more as a float.
    float: Option<Vec<f64>>,
}

enum Physical {
    Text(Vec<ByteArray>),
    Number(Vec<i64>),
}

impl Parquet {
    pub(super) fn new(out: Output, columns: &[Column]) -> anyhow::Result<Self> {
        let metadata = [
            ("copydesk.table", "figures"),
            ("copydesk.schema", SCHEMA),
            ("copydesk.version", env!("CARGO_PKG_VERSION")),
            ("copydesk.offset_unit", OffsetUnit::Byte.name()),
        ];
        let metadata = metadata.map(|(key, value)| KeyValue::new(key.to_owned(), value.to_owned()));
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_created_by(concat!("copydesk ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_key_value_metadata(Some(metadata.into()))
            .build();
        let writer = SerializedFileWriter::new(out, schema(columns)?, Arc::new(properties)).map_err(unwritten)?;
        Ok(Self { writer, columns: columns.iter().map(|column| Values::of(column.kind)).collect(), rows: 0, bytes: 0 })
    }

    pub(super) fn row(&mut self, row: &[Cell<'_>]) -> anyhow::Result<()> {
        for (column, cell) in self.columns.iter_mut().zip(row) {
            self.bytes += column.push(cell);
        }
        self.rows += 1;
        if self.rows >= BATCH_ROWS || self.bytes >= BATCH_BYTES {
            self.write_batch().map_err(unwritten)?;
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> anyhow::Result<Output> {
        if self.rows > 0 {
            self.write_batch().map_err(unwritten)?;
        }
        self.writer.into_inner().map_err(unwritten)
    }

    fn write_batch(&mut self) -> Result<(), ParquetError> {
        (self.rows, self.bytes) = (0, 0);
        let mut batch = self.writer.next_row_group()?;
        for column in &mut self.columns {
            let levels = mem::take(&mut column.levels);
            match &mut column.values {
                Physical::Text(values) => write::<ByteArrayType>(&mut batch, &mem::take(values), &levels)?,
                Physical::Number(values) => write::<Int64Type>(&mut batch, &mem::take(values), &levels)?,
            }
            if let Some(floats) = &mut column.float {
                write::<DoubleType>(&mut batch, &mem::take(floats), &levels)?;
            }
        }
        batch.close()?;
        Ok(())
    }
}

impl Values {
    fn of(kind: Kind) -> Self {
        let values = match kind {
            Kind::Text | Kind::Decimal => Physical::Text(Vec::new()),
            Kind::Number => Physical::Number(Vec::new()),
        };
        Self { values, levels: Vec::new(), float: (kind == Kind::Decimal).then(Vec::new) }
    }

    /// Puts in a cell; how many bytes it takes.
    fn push(&mut self, cell: &Cell<'_>) -> usize {
        let (there, bytes) = match (&mut self.values, cell) {
            (Physical::Text(values), Cell::Text(text)) => {
                if let Some(floats) = &mut self.float {
                    // A decimal is one that Rust reads as well.
                    floats.push(text.parse().unwrap_or(f64::NAN));
                }
                // The rows of an article say the same of it: one copy is shared.
                let last = values.last().filter(|last| last.data() == text.as_bytes());
                let (value, bytes) = match last {
                    Some(last) => (last.clone(), 0),
                    None => (ByteArray::from(&**text), text.len()),
                };
                values.push(value);
                (1, bytes)
            }
            (Physical::Number(values), Cell::Number(number)) => {
                values.push(i64::from(*number));
                (1, 0)
            }
            _ => (0, 0),
        };
        self.levels.push(there);
        bytes
    }
}

/// Writes the next column of a batch.
fn write<T: DataType>(
    batch: &mut SerializedRowGroupWriter<'_, Output>,
    values: &[T::T],
    levels: &[i16],
) -> Result<(), ParquetError> {
    let next = batch.next_column()?;
    let mut column = next.ok_or_else(|| ParquetError::General("the schema has too few columns".into()))?;
    column.typed::<T>().write_batch(values, Some(levels), None)?;
    column.close()
}

fn schema(columns: &[Column]) -> anyhow::Result<TypePtr> {
    let field = |name: &str, physical, logical| {
        let field = Type::primitive_type_builder(name, physical);
        Ok(Arc::new(field.with_repetition(Repetition::OPTIONAL).with_logical_type(logical).build()?))
    };
    let mut fields = Vec::new();
    for Column { name, kind } in columns {
        fields.push(match kind {
            Kind::Text | Kind::Decimal => field(name, PhysicalType::BYTE_ARRAY, Some(LogicalType::String)),
            Kind::Number => field(name, PhysicalType::INT64, None),
        });
        if *kind == Kind::Decimal {
            fields.push(field(&format!("{name}_float"), PhysicalType::DOUBLE, None));
        }
    }
    let fields = fields.into_iter().collect::<Result<_, ParquetError>>()?;
    Ok(Arc::new(Type::group_type_builder("figures").with_fields(fields).build()?))
}

fn unwritten(error: ParquetError) -> anyhow::Error {
    anyhow::Error::from(error).context("the output cannot be written")
}
