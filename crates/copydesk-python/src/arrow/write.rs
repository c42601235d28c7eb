//! Documents and batches of them, as files.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use arrow_array::RecordBatch;
use arrow_schema::{Schema, SchemaRef};
use copydesk::write::Writer as DocumentWriter;
use copydesk_corpus::arrow::{Rows as ArrowRows, schema};
use copydesk_corpus::output::{Encoder, NewFile, Pack, lines};
use copydesk_corpus::run::{RowForm, Rows};
use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3_arrow::input::AnyRecordBatch;

use crate::document::Document;
use crate::errors::{Failure, Kind, guarded};

use super::{BATCH_BYTES, BATCH_ROWS, readable};

/// The forms, and how the names of their files end.
static FORMS: [(&str, &[&str]); 2] = [("jsonl", &[".jsonl", ".ndjson"]), ("parquet", &[".parquet", ".pq"])];

/// The file that `write` writes. It appears under its name when kept, and is removed if dropped before.
#[pyclass(frozen, module = "copydesk", name = "_Writer")]
pub(crate) struct Writer(Mutex<Option<Writing>>);

struct Writing {
    path: PathBuf,
    form: RowForm,
    pack: Pack,
    /// The file until it is begun: Parquet says at its head what columns there are, which the first batch tells.
    file: Option<NewFile>,
    begun: Option<Encoder<NewFile>>,
    /// The columns of what came first.
    schema: Option<SchemaRef>,
    /// Documents that are no batch yet.
    documents: ArrowRows,
    /// How many things to write have come.
    items: u64,
    rows: u64,
}

#[pymethods]
impl Writer {
    #[new]
    #[pyo3(signature = (path, form = None), text_signature = "(path, form=None)")]
    fn create(path: PathBuf, form: Option<&str>) -> PyResult<Self> {
        let (form, pack) = named(&path, form)?;
        // A link leads to what is meant.
        let there = path.canonicalize().unwrap_or_else(|_| path.clone());
        // To rename a file over a device would replace the device.
        if there.metadata().is_ok_and(|metadata| !metadata.is_file()) {
            return Err(invalid(format!("`{}` is there, and is no file that can be replaced", path.display())).into());
        }
        let file = NewFile::create(&there).map_err(|error| unwritten(&path, &error))?;
        Ok(Self(Mutex::new(Some(Writing {
            path,
            form,
            pack,
            file: Some(file),
            begun: None,
            schema: None,
            documents: ArrowRows::new(),
            items: 0,
            rows: 0,
        }))))
    }

    /// Adds a document, a batch, or all batches of a stream.
    fn write(&self, py: Python<'_>, item: &Bound<'_, PyAny>) -> PyResult<()> {
        if let Ok(document) = item.cast::<Document>() {
            let document = document.get();
            return py.detach(|| self.with(|writing| writing.document(document)));
        }
        if !item.hasattr("__arrow_c_array__")? && !item.hasattr("__arrow_c_stream__")? {
            let kind = item.get_type().qualname()?;
            let reason =
                format!("what is written has the Arrow PyCapsule interface, or is a Document; `{kind}` is neither");
            return Err(Failure::new(Kind::InvalidInput, reason).into());
        }
        let mut batches = readable(|| item.extract::<AnyRecordBatch>()?.into_reader())??;
        // A stream without a batch has columns too.
        self.with(|writing| writing.table(&batches.schema()))?;
        // The producer may need the GIL on another thread.
        while let Some(batch) = py.detach(|| readable(|| batches.next()))? {
            let batch = batch.map_err(|error| invalid(format!("the data cannot be read: {error}")))?;
            py.detach(|| self.with(|writing| writing.batch(&batch)))?;
            py.check_signals()?;
        }
        Ok(())
    }

    /// Finishes the file, gives it its name, and returns its number of rows.
    fn keep(&self, py: Python<'_>) -> PyResult<u64> {
        py.detach(|| self.with(Writing::end))
    }

    /// Removes the file, unless it was kept.
    fn drop(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

impl Writer {
    /// Goes on with the file. The lock is taken outside the GIL: whoever holds it may be waiting for the GIL.
    fn with<T>(&self, work: impl FnOnce(&mut Writing) -> PyResult<T>) -> PyResult<T> {
        let mut writing = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        work(writing.as_mut().ok_or_else(|| invalid("the file is closed".into()))?)
    }
}

impl Writing {
    fn document(&mut self, document: &Document) -> PyResult<()> {
        self.items += 1;
        self.rows += 1;
        if let RowForm::Written(writer) = self.form {
            let bytes = guarded(|| writer.write(&document.inner, &document.id))?.into_bytes();
            return self.add(&Rows::Written { bytes, count: 1 });
        }
        if self.documents.is_empty() {
            self.check(&schema())?;
        }
        if self.documents.document(Some(&document.id), &document.inner).is_err() {
            self.close_documents()?;
            self.documents.document(Some(&document.id), &document.inner).map_err(defect)?;
        }
        let is_full = self.documents.text_bytes() >= BATCH_BYTES || self.documents.len() >= BATCH_ROWS;
        if is_full { self.close_documents() } else { Ok(()) }
    }

    /// Makes a batch of the documents that are none yet.
    fn close_documents(&mut self) -> PyResult<()> {
        if self.documents.is_empty() {
            return Ok(());
        }
        let batch = self.documents.finish().map_err(defect)?;
        self.add(&Rows::Arrow(vec![batch]))
    }

    /// Begins with a table of these columns.
    fn table(&mut self, schema: &SchemaRef) -> PyResult<()> {
        self.items += 1;
        self.close_documents()?;
        Ok(self.check(schema)?)
    }

    fn batch(&mut self, batch: &RecordBatch) -> PyResult<()> {
        let rows = match self.form {
            RowForm::Parquet => Rows::Arrow(vec![batch.clone()]),
            RowForm::Written(_) => readable(|| lines(batch))?
                .map_err(|error| invalid(format!("batch {} cannot be written: {error}", self.items)))?,
        };
        self.rows += batch.num_rows() as u64;
        self.add(&rows)
    }

    /// Whether what comes has the columns of what came first.
    fn check(&mut self, schema: &SchemaRef) -> Result<(), Failure> {
        let first = self.schema.get_or_insert_with(|| schema.clone());
        difference(first, schema).map_or(Ok(()), |difference| {
            Err(invalid(format!("batch {} has other columns than the first: {difference}", self.items)))
        })
    }

    fn add(&mut self, rows: &Rows) -> PyResult<()> {
        let path = self.path.clone();
        self.begin()?.rows(rows).map_err(|error| unwritten(&path, &error))
    }

    /// The file, begun if it is not.
    fn begin(&mut self) -> PyResult<&mut Encoder<NewFile>> {
        if let Some(file) = self.file.take() {
            let begun = match self.form {
                RowForm::Parquet => Encoder::parquet(file, self.schema.clone().unwrap_or_else(schema)),
                form @ RowForm::Written(_) => Encoder::new(file, form, self.pack),
            };
            self.begun = Some(begun.map_err(|error| unwritten(&self.path, &error))?);
        }
        self.begun.as_mut().ok_or_else(|| invalid("the file is closed".into()).into())
    }

    fn end(&mut self) -> PyResult<u64> {
        self.close_documents()?;
        self.begin()?;
        let kept = self.begun.take().map(|begun| begun.finish().and_then(NewFile::keep));
        kept.transpose().map_err(|error| unwritten(&self.path, &error))?;
        Ok(self.rows)
    }
}

/// The form of a file, by the name that is given to it or by its own, and how it is packed.
fn named(path: &Path, form: Option<&str>) -> Result<(RowForm, Pack), Failure> {
    let name = path.to_string_lossy();
    let pack = Pack::of_file(&name);
    let unpacked = &name[..name.len() - pack.end().len()];
    let by_name = |(_, ends): &&(&str, &[&str])| ends.iter().any(|end| unpacked.ends_with(end));
    let found = match form {
        Some(form) => FORMS.iter().find(|(name, _)| *name == form).ok_or_else(|| {
            let known = FORMS.map(|(name, _)| name).join(", ");
            Failure::new(Kind::UnknownName, format!("no form is called `{form}`; there are {known}"))
        })?,
        None => FORMS.iter().find(by_name).ok_or_else(|| {
            let ends: Vec<&str> = FORMS.iter().flat_map(|(_, ends)| ends.iter().copied()).collect();
            let packs = "with .gz or .zst behind it if it is packed";
            invalid(format!(
                "the name says no form: `{name}`; it can end in {} ({packs}), or name a `form`",
                ends.join(", ")
            ))
        })?,
    };
    match DocumentWriter::named(found.0) {
        Some(writer) => Ok((RowForm::Written(writer), pack)),
        None if pack != Pack::Plain => {
            Err(invalid(format!("Parquet packs its columns itself: `{name}` is not packed once more")))
        }
        None => Ok((RowForm::Parquet, pack)),
    }
}

/// What keeps batches of two schemas from being in one file.
fn difference(first: &Schema, other: &Schema) -> Option<String> {
    if first.fields().len() != other.fields().len() {
        return Some(format!("{} and not {}", other.fields().len(), first.fields().len()));
    }
    let mut pairs = first.fields().iter().zip(other.fields());
    let (one, other) = pairs.find(|(one, other)| one.name() != other.name() || one.data_type() != other.data_type())?;
    if one.name() != other.name() {
        return Some(format!("`{}` in the place of `{}`", other.name(), one.name()));
    }
    Some(format!("`{}` holds {}, not {}", one.name(), other.data_type(), one.data_type()))
}

fn invalid(reason: String) -> Failure {
    Failure::new(Kind::InvalidInput, reason)
}

fn defect(error: impl ToString) -> Failure {
    Failure::new(Kind::Defect, error)
}

/// Why a file cannot be written, as Python has it: `FileNotFoundError`, `PermissionError` and their like, with the file's name.
fn unwritten(path: &Path, error: &io::Error) -> PyErr {
    let name = path.to_string_lossy().into_owned();
    match error.raw_os_error() {
        Some(number) => {
            // Without the number, which Python says by itself.
            let reason = error.to_string();
            let reason = reason.split(" (os error").next().unwrap_or_default().to_owned();
            PyOSError::new_err((number, reason, name))
        }
        None => PyOSError::new_err(format!("{name} cannot be written: {error}")),
    }
}
