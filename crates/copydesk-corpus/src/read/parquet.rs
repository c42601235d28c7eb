//! Parquet files: the text and the id from a column each; the other columns are passed through as JSON.
//!
//! Row groups are read one after another, each a few rows at a time. If one is damaged, the rest of it is one error, and reading continues
//! with the next.

use std::fs::File;
use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::{Array as _, ArrayRef, RecordBatch};
use arrow_cast::cast;
use arrow_json::writer::{LineDelimited, WriterBuilder};
use arrow_schema::{ArrowError, DataType};
use copydesk::Source;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};

use crate::guard::guarded;
use crate::reading::{OtherFields, Reading};
use crate::record::{Place, Record, Unreadable};

use super::opened::Opened;
use super::passed_over::PassedOver;
use super::{FileForm, Records, only, there_are, too_long};

pub(super) static PARQUET: FileForm = FileForm { name: "parquet", ends: &[".parquet", ".pq"], open };

/// How many rows are read at once.
const ROWS: usize = 256;

const NO_JSON: &str = "batches of rows of Parquet with columns that cannot be said in JSON";

fn open(opened: &mut Opened, reading: &Reading) -> Records {
    let file = match opened.seekable().and_then(|file| Ok((file.metadata()?.len(), file))) {
        Ok((0, _)) => return Box::new(std::iter::empty()),
        Ok((_, file)) => file,
        Err(error) => return only(opened.place().error(format!("cannot be read: {error}"))),
    };
    let metadata = flat(guarded(|| ArrowReaderMetadata::load(&file, ArrowReaderOptions::new())));
    let metadata = match metadata {
        Ok(metadata) => metadata,
        Err(reason) => return only(opened.place().error(format!("is no Parquet file that can be read: {reason}"))),
    };
    match Columns::of(&metadata, reading) {
        Ok(columns) => Box::new(Rows {
            file: opened.file.clone(),
            source: Arc::new(file),
            metadata,
            columns,
            limit: reading.record_limit,
            passed_over: opened.passed_over.clone(),
            group: 0,
            batches: None,
            batch: None,
            number: 0,
            group_end: 0,
        }),
        Err(reason) => only(opened.place().error(reason)),
    }
}

/// What a call that can panic on damaged bytes came to.
fn flat<T, E: ToString>(result: Result<Result<T, E>, String>) -> Result<T, String> {
    result.and_then(|result| result.map_err(|error| error.to_string()))
}

/// Which columns are read.
struct Columns {
    text: String,
    id: Option<String>,
    /// The numbers of these, and of the others if they are to be kept.
    read: Vec<usize>,
}

impl Columns {
    fn of(metadata: &ArrowReaderMetadata, reading: &Reading) -> Result<Self, String> {
        let fields = metadata.schema().fields();
        let Some((text, field)) = fields.find(&reading.text_field) else {
            let known: Vec<String> = fields.iter().map(|field| format!("`{}`", field.name())).collect();
            return Err(format!("has no column `{}`{}", reading.text_field, there_are(&known)));
        };
        if !is_text(field.data_type()) {
            return Err(format!("its column `{}` is {}, not of strings", field.name(), field.data_type()));
        }
        let id = fields.find(&reading.id_field).map(|(id, _)| id);
        let read = match reading.other_fields {
            OtherFields::Keep => (0..fields.len()).collect(),
            OtherFields::Drop => std::iter::once(text).chain(id).collect(),
        };
        let id = id.map(|_| reading.id_field.clone());
        Ok(Self { text: reading.text_field.clone(), id, read })
    }
}

/// Whether a column holds texts. Bytes are taken as they are: what they are is read off them.
fn is_text(kind: &DataType) -> bool {
    match kind {
        DataType::Dictionary(_, values) => is_text(values),
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        DataType::Binary | DataType::LargeBinary | DataType::BinaryView => true,
        _ => false,
    }
}

/// The records of one file.
struct Rows {
    file: String,
    source: Arc<File>,
    metadata: ArrowReaderMetadata,
    columns: Columns,
    /// How many bytes a text may have.
    limit: u64,
    passed_over: PassedOver,
    /// The row group to come.
    group: usize,
    /// What is left of the row group that is being read.
    batches: Option<ParquetRecordBatchReader>,
    batch: Option<Batch>,
    /// The number of the row read last, from 1, and that of the last one of the row group.
    number: u64,
    group_end: u64,
}

/// Rows that have been read.
struct Batch {
    texts: ArrayRef,
    ids: Option<ArrayRef>,
    others: Vec<Box<str>>,
    next: usize,
}

impl Batch {
    fn of(batch: &RecordBatch, columns: &Columns, passed_over: &PassedOver) -> Result<Self, ArrowError> {
        let column = |name: &str, kind: &DataType| match batch.column_by_name(name) {
            Some(column) => cast(column, kind).map(Some),
            None => Ok(None),
        };
        let texts = column(&columns.text, &DataType::BinaryView)?
            .ok_or_else(|| ArrowError::SchemaError(format!("no column `{}`", columns.text)))?;
        let ids = match &columns.id {
            // An id that is no string and no number is none.
            Some(id) => column(id, &DataType::Utf8).unwrap_or_default(),
            None => None,
        };
        let is_other = |name: &String| *name != columns.text && Some(name) != columns.id.as_ref();
        let schema = batch.schema();
        let others: Vec<usize> =
            schema.fields().iter().enumerate().filter(|(_, field)| is_other(field.name())).map(|(at, _)| at).collect();
        let others = if others.is_empty() { Ok(Vec::new()) } else { objects(&batch.project(&others)?) };
        let others = others.unwrap_or_else(|_| {
            passed_over.count(NO_JSON);
            Vec::new()
        });
        Ok(Self { texts, ids, others, next: 0 })
    }

    fn row(&mut self) -> Option<Row> {
        let at = self.next;
        if at >= self.texts.len() {
            return None;
        }
        self.next += 1;
        let id = self.ids.as_ref().filter(|ids| ids.is_valid(at)).map(|ids| ids.as_string::<i32>().value(at));
        Some(Row {
            id: id.filter(|id| !id.is_empty()).map(str::to_owned),
            text: self.texts.is_valid(at).then(|| self.texts.as_binary_view().value(at).to_vec()),
            fields: self.others.get_mut(at).map(std::mem::take),
        })
    }
}

/// What is in a row.
struct Row {
    id: Option<String>,
    text: Option<Vec<u8>>,
    fields: Option<Box<str>>,
}

/// Rows as JSON objects.
fn objects(batch: &RecordBatch) -> Result<Vec<Box<str>>, ArrowError> {
    let mut lines = WriterBuilder::new().with_explicit_nulls(true).build::<_, LineDelimited>(Vec::new());
    lines.write(batch)?;
    lines.finish()?;
    let lines = String::from_utf8(lines.into_inner()).map_err(|error| ArrowError::JsonError(error.to_string()))?;
    Ok(lines.lines().map(Into::into).collect())
}

impl Rows {
    /// Opens the next row group; false if there is none.
    fn open_group(&mut self) -> Result<bool, String> {
        let groups = self.metadata.metadata().row_groups();
        let Some(group) = groups.get(self.group) else { return Ok(false) };
        self.number = self.group_end;
        self.group_end += u64::try_from(group.num_rows()).unwrap_or_default();
        self.group += 1;
        let file = self.source.try_clone().map_err(|error| error.to_string())?;
        let columns = ProjectionMask::roots(self.metadata.parquet_schema(), self.columns.read.iter().copied());
        let (metadata, group) = (self.metadata.clone(), self.group - 1);
        self.batches = Some(flat(guarded(|| {
            let builder = ParquetRecordBatchReaderBuilder::new_with_metadata(file, metadata);
            builder.with_row_groups(vec![group]).with_projection(columns).with_batch_size(ROWS).build()
        }))?);
        Ok(true)
    }

    /// Reads the next batch; false at the end of the file.
    fn read_batch(&mut self) -> Result<bool, String> {
        loop {
            if let Some(batches) = &mut self.batches {
                if let Some(batch) = guarded(|| batches.next())? {
                    let batch = batch.map_err(|error| error.to_string())?;
                    let (columns, passed_over) = (&self.columns, &self.passed_over);
                    self.batch = Some(flat(guarded(|| Batch::of(&batch, columns, passed_over)))?);
                    return Ok(true);
                }
                self.batches = None;
            }
            if !self.open_group()? {
                return Ok(false);
            }
        }
    }

    fn record(&self, row: Row) -> Result<Record, Unreadable> {
        let Row { id, text, fields } = row;
        let place = self.place();
        let id = id.unwrap_or_else(|| place.id());
        let text = text.ok_or_else(|| format!("its field `{}` is null, not a string", self.columns.text));
        let within = |text: Vec<u8>| if text.len() as u64 > self.limit { Err(too_long(self.limit)) } else { Ok(text) };
        match text.and_then(within).and_then(|text| Source::new(text).map_err(|error| error.to_string())) {
            Ok(source) => Ok(Record { id, place, source, fields }),
            Err(reason) => Err(Unreadable { id, place, reason, fields }),
        }
    }

    fn place(&self) -> Place {
        Place { file: self.file.clone(), record: Some(self.number), offset: None }
    }
}

impl Iterator for Rows {
    type Item = Result<Record, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(row) = self.batch.as_mut().and_then(Batch::row) {
                self.number += 1;
                return Some(self.record(row));
            }
            self.batch = None;
            match self.read_batch() {
                Ok(true) => {}
                Ok(false) => return None,
                Err(reason) => {
                    self.batches = None;
                    self.number += 1;
                    let (place, left) = (self.place(), self.group_end.saturating_sub(self.number) + 1);
                    self.number = self.group_end;
                    let reason = format!("row group {} is damaged, {left} rows of it are lost: {reason}", self.group);
                    return Some(Err(place.error(reason)));
                }
            }
        }
    }
}
