//! Files of articles, as batches of documents.

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use arrow_array::RecordBatch;
use arrow_schema::ArrowError;
use copydesk::Document;
use copydesk_corpus::arrow::schema;
use copydesk_corpus::{Directories, FileForm, Inputs, Parts, PassedOver, RECORD_LIMIT, Reading, Record, Unreadable};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use pyo3_arrow::error::PyArrowResult;
use pyo3_arrow::ffi::to_schema_pycapsule;

use crate::batch::WhichParts;
use crate::errors::{Failure, Kind, guarded};
use crate::settings::{Names, Settings};
use crate::workers::Workers;

use super::BATCH_BYTES;
use super::batches::{Batches, Builders};
use super::table::{ArrowBatch, stream};

/// Iterates over the batches of `read`. A library that takes Arrow streams takes it whole. Files are opened one by one, and at most one batch for each thread is in memory.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Reader {
    state: Mutex<State>,
    settings: Arc<Settings>,
    parts: Parts,
    passed_over: PassedOver,
    batch_size: usize,
    threads: isize,
    builders: Builders,
}

struct State {
    inputs: Inputs,
    /// Made, and not yet given.
    ready: VecDeque<Result<RecordBatch, Failure>>,
}

/// A record as far as it came.
type Read = Result<Record, Unreadable>;

#[pymethods]
impl Reader {
    #[new]
    #[pyo3(
        signature = (paths, *, form = "auto", text_field = "text".into(), id_field = "id".into(),
            parts = WhichParts(Parts::Article), record_limit = None, batch_size = 1024, threads = 1, envelope = None, language = None,
            repairs = Some(Names("safe".into())), layers = None, profile = None),
        text_signature = "(paths, *, form='auto', text_field='text', id_field='id', parts='article', record_limit=None, batch_size=1024, threads=1, envelope=None, language=None, repairs='safe', layers='none', profile=None)"
    )]
    #[allow(clippy::too_many_arguments)]
    fn open(
        paths: Vec<PathBuf>,
        form: &str,
        text_field: String,
        id_field: String,
        parts: WhichParts,
        record_limit: Option<u64>,
        batch_size: usize,
        threads: isize,
        envelope: Option<&str>,
        language: Option<&str>,
        repairs: Option<Names>,
        layers: Option<Names>,
        profile: Option<PathBuf>,
    ) -> PyResult<Self> {
        let settings = Settings::new(envelope, language, repairs, layers, profile.as_deref())?;
        let form = FileForm::named(form).ok_or_else(|| {
            let known: Vec<&str> = FileForm::ALL.iter().map(|form| form.name()).collect();
            Failure::new(Kind::UnknownName, format!("no form is called `{form}`; there are {}", known.join(", ")))
        })?;
        if batch_size == 0 {
            return Err(Failure::new(Kind::InvalidInput, "a batch has one row at least").into());
        }
        // A number of threads that there cannot be is said here.
        Workers::new(threads.min(1))?;
        let record_limit = record_limit.unwrap_or(RECORD_LIMIT);
        let reading = Reading { form, text_field, id_field, record_limit, ..Reading::default() };
        let inputs = Inputs::new(paths, reading, Directories::Read);
        let passed_over = inputs.passed_over();
        let state = State { inputs, ready: VecDeque::new() };
        Ok(Self {
            state: Mutex::new(state),
            settings,
            parts: parts.0,
            passed_over,
            batch_size,
            threads,
            builders: Builders::default(),
        })
    }

    /// What was skipped so far because it is not a record, and how often: empty files, hidden files in archives, web archive records without text.
    #[getter]
    fn passed_over(&self) -> BTreeMap<&'static str, u64> {
        self.passed_over.counts().into_iter().collect()
    }

    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<ArrowBatch>> {
        py.check_signals()?;
        // The lock is taken outside the GIL: whoever holds it may be waiting for the GIL.
        Ok(py.detach(|| self.next_batch())?.map(ArrowBatch::new))
    }

    /// What has not been read yet, as a stream: `pyarrow.RecordBatchReader.from_stream(reader)`, `polars.DataFrame(reader)`.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        slf: Py<Self>,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyArrowResult<Bound<'py, PyCapsule>> {
        let batches = std::iter::from_fn(move || slf.get().next_batch().transpose());
        let batches = batches.map(|batch| batch.map_err(|failure| ArrowError::ExternalError(failure.reason.into())));
        stream(py, &schema(), batches, requested_schema)
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyArrowResult<Bound<'py, PyCapsule>> {
        to_schema_pycapsule(py, schema().as_ref())
    }

    fn __repr__(&self) -> String {
        format!("<copydesk.Reader: batches of up to {} records>", self.batch_size)
    }
}

impl Reader {
    fn next_batch(&self) -> Result<Option<RecordBatch>, Failure> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        self.fill(&mut state)?;
        state.ready.pop_front().transpose()
    }

    /// Makes the next batches, unless there are some, or nothing is left to read.
    fn fill(&self, state: &mut State) -> Result<(), Failure> {
        if !state.ready.is_empty() {
            return Ok(());
        }
        // For each call anew: a process that is forked between two calls has no threads but its own.
        let workers = Workers::new(self.threads)?;
        while state.ready.is_empty() {
            let mut groups = Vec::new();
            while groups.len() < workers.count() {
                let group = self.group(&mut state.inputs);
                if group.is_empty() {
                    break;
                }
                groups.push(group);
            }
            if groups.is_empty() {
                return Ok(());
            }
            // A group that came to nothing takes no other with it.
            for batches in workers.map(&groups, |group| self.batches(group)) {
                match batches {
                    Ok(batches) => state.ready.extend(batches.into_iter().map(Ok)),
                    Err(failure) => state.ready.push_back(Err(failure)),
                }
            }
        }
        Ok(())
    }

    /// The records of one batch.
    fn group(&self, inputs: &mut Inputs) -> Vec<Read> {
        let mut group = Vec::new();
        let mut bytes = 0;
        while group.len() < self.batch_size && bytes < BATCH_BYTES {
            let Some(read) = inputs.next() else { break };
            bytes += read.as_ref().map_or(0, |record| record.source.len() as usize);
            group.push(read);
        }
        group
    }

    fn batches(&self, group: &[Read]) -> Result<Vec<RecordBatch>, Failure> {
        let mut batches = self.builders.take();
        for read in group {
            match read {
                Ok(record) => self.record(record, &mut batches)?,
                Err(unreadable) => batches.unreadable(unreadable)?,
            }
        }
        self.builders.finish(batches)
    }

    /// Adds every document of a record, and an error if there is none, or if it came to nothing on the way.
    fn record(&self, record: &Record, batches: &mut Batches) -> Result<(), Failure> {
        let error = |batches: &mut Batches, reason: &str| batches.unreadable(&record.unreadable(reason.to_owned()));
        let documents =
            guarded(|| copydesk_corpus::documents(&record.source, &record.id, &self.settings.options, self.parts));
        let mut documents = match documents {
            Ok(documents) => documents,
            Err(failure) => return error(batches, &failure.reason),
        };
        let mut written = 0;
        loop {
            let next: Result<Option<(String, Document)>, Failure> = guarded(|| documents.next());
            match next {
                Ok(Some((id, document))) => batches.document_of(record, &id, &document)?,
                Ok(None) if written == 0 => return error(batches, "holds no article"),
                Ok(None) => return Ok(()),
                Err(failure) => return error(batches, &failure.reason),
            }
            written += 1;
        }
    }
}
