//! Many texts in one call, and every article of a file.

use std::path::PathBuf;

use std::sync::{Arc, Mutex, PoisonError};

use copydesk::Source;
use copydesk_corpus::Parts;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyList, PyMemoryView, PyString};

use crate::document::{Document, kept};
use crate::errors::{Failure, Kind, guarded};
use crate::settings::{Names, Settings};
use crate::source;
use crate::workers::Workers;

/// The most bytes of text that are parsed before Python is asked whether it was interrupted: about a tenth of a second.
const GROUP: usize = 8 << 20;

/// What becomes of a text that cannot be parsed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnError {
    Raise,
    Return,
}

impl FromPyObject<'_, '_> for OnError {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        match &*object.extract::<String>()? {
            "raise" => Ok(Self::Raise),
            "return" => Ok(Self::Return),
            other => {
                let reason = format!("`{other}` is nothing to do with errors; there are raise, return");
                Err(Failure::new(Kind::UnknownName, reason).into())
            }
        }
    }
}

/// A text to parse, and the object that it is.
struct Given {
    source: Source,
    object: Option<Py<PyAny>>,
}

/// Parses many texts, each as one article, outside the GIL: a list of documents, in the order of the texts.
///
/// `ids` are their names. `threads` is the number of threads, 0 for one per core. A text that cannot be parsed raises; an item that is not
/// text raises before any work is done. With `errors="return"`, the list has the exception in its place, and the others are parsed.
#[pyfunction]
#[pyo3(
    signature = (texts, *, ids = None, threads = 1, errors = OnError::Raise, envelope = None, language = None,
        repairs = Some(Names("safe".into())), layers = None, profile = None),
    text_signature = "(texts, *, ids=None, threads=1, errors='raise', envelope=None, language=None, repairs='safe', layers='none', profile=None)"
)]
#[allow(clippy::too_many_arguments)]
pub(crate) fn parse_batch<'py>(
    py: Python<'py>,
    texts: &Bound<'py, PyAny>,
    ids: Option<Vec<String>>,
    threads: isize,
    errors: OnError,
    envelope: Option<&str>,
    language: Option<&str>,
    repairs: Option<Names>,
    layers: Option<Names>,
    profile: Option<PathBuf>,
) -> PyResult<Bound<'py, PyList>> {
    let settings = Settings::new(envelope, language, repairs, layers, profile.as_deref())?;
    let workers = Workers::new(threads)?;
    let texts = given(texts, errors)?;
    if ids.as_ref().is_some_and(|ids| ids.len() != texts.len()) {
        let reason = format!("{} ids for {} texts", ids.map_or(0, |ids| ids.len()), texts.len());
        return Err(Failure::new(Kind::InvalidInput, reason).into());
    }
    let documents = PyList::empty(py);
    let mut ids = ids.into_iter().flatten();
    let mut rest = &texts[..];
    while !rest.is_empty() {
        let (group, others) = rest.split_at(group(rest, workers.count()));
        rest = others;
        let parse = |text: &Result<Given, Failure>| match text {
            Ok(given) => guarded(|| settings.options.parse(&given.source)),
            Err(failure) => Err(failure.clone()),
        };
        let parsed = py.detach(|| workers.map(group, parse));
        for (document, text) in parsed.into_iter().zip(group) {
            let index = documents.len();
            let id = ids.next().unwrap_or_default();
            match document {
                Ok(document) => {
                    let object = text.as_ref().ok().and_then(|given| given.object.as_ref());
                    let object = object.map(|object| object.clone_ref(py));
                    documents.append(Document::new(document, id, Arc::clone(&settings), object))?;
                }
                Err(failure) if errors == OnError::Return => {
                    documents.append(PyErr::from(failure.at(index)).into_value(py))?;
                }
                Err(failure) => return Err(failure.at(index).into()),
            }
        }
        py.check_signals()?;
    }
    Ok(documents)
}

/// The sources of all texts. Those that are none raise here, if they are to, before anything is parsed.
fn given(texts: &Bound<'_, PyAny>, errors: OnError) -> PyResult<Vec<Result<Given, Failure>>> {
    let one_text = texts.is_instance_of::<PyString>() || texts.is_instance_of::<PyBytes>();
    if one_text || texts.is_instance_of::<PyByteArray>() || texts.is_instance_of::<PyMemoryView>() {
        let reason = "texts are given as a list or another iterable; `parse` takes one text";
        return Err(Failure::new(Kind::InvalidInput, reason).into());
    }
    let mut sources = Vec::with_capacity(texts.len().unwrap_or(0));
    for (index, text) in texts.try_iter()?.enumerate() {
        let text = text?;
        match source::source(&text) {
            Ok(source) => sources.push(Ok(Given { source, object: kept(&text) })),
            Err(failure) if errors == OnError::Raise => return Err(failure.at(index).into()),
            Err(failure) => sources.push(Err(failure)),
        }
    }
    Ok(sources)
}

/// How many of the texts are parsed in one go.
fn group(texts: &[Result<Given, Failure>], threads: usize) -> usize {
    let mut bytes = 0;
    let full = texts.iter().position(|text| {
        bytes += text.as_ref().map_or(0, |given| given.source.len() as usize);
        bytes > GROUP * threads
    });
    full.map_or(texts.len(), |last| last + 1)
}

/// Which parts of a file are given.
pub(crate) struct WhichParts(pub(crate) Parts);

impl FromPyObject<'_, '_> for WhichParts {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let name: String = object.extract()?;
        let unknown = || {
            let known: Vec<&str> = Parts::ALL.iter().map(|parts| parts.name()).collect();
            Failure::new(Kind::UnknownName, format!("no parts are called `{name}`; there are {}", known.join(", ")))
        };
        Ok(Self(Parts::named(&name).ok_or_else(unknown)?))
    }
}

/// Iterates over the articles of an export. With `parts="all"`, it also returns what surrounds them.
///
/// Each document is named `id`, with `#2` and so on if there are several.
#[pyfunction]
#[pyo3(
    signature = (source, *, id = "", parts = WhichParts(Parts::Article), envelope = None, language = None,
        repairs = Some(Names("safe".into())), layers = None, profile = None),
    text_signature = "(source, *, id='', parts='article', envelope=None, language=None, repairs='safe', layers='none', profile=None)"
)]
#[allow(clippy::too_many_arguments)]
pub(crate) fn documents(
    source: &Bound<'_, PyAny>,
    id: &str,
    parts: WhichParts,
    envelope: Option<&str>,
    language: Option<&str>,
    repairs: Option<Names>,
    layers: Option<Names>,
    profile: Option<PathBuf>,
) -> PyResult<Documents> {
    let settings = Settings::new(envelope, language, repairs, layers, profile.as_deref())?;
    let (read, same) = source::opened(source)?;
    let given = if same { kept(source) } else { None };
    let documents =
        source.py().detach(|| guarded(|| copydesk_corpus::documents(&read, id, &settings.options, parts.0)))?;
    Ok(Documents { rest: Mutex::new(Some(Box::new(documents))), settings, given })
}

/// The documents that are to come, each with its name.
type Numbered = Box<dyn Iterator<Item = (String, copydesk::Document)> + Send>;

/// Iterates over the documents of a file, and parses each on request.
#[pyclass(frozen, module = "copydesk")]
pub(crate) struct Documents {
    /// None after a defect: what comes then cannot be relied upon.
    rest: Mutex<Option<Numbered>>,
    settings: Arc<Settings>,
    given: Option<Py<PyAny>>,
}

#[pymethods]
impl Documents {
    fn __repr__(&self) -> &'static str {
        "<copydesk.Documents: an iterator of documents>"
    }

    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Document>> {
        // The lock is taken outside the GIL: whoever holds it may be waiting for the GIL.
        let next = py.detach(|| {
            let mut rest = self.rest.lock().unwrap_or_else(PoisonError::into_inner);
            let Some(documents) = rest.as_mut() else { return Ok(None) };
            let next = guarded(|| documents.next());
            if next.is_err() {
                *rest = None;
            }
            next
        })?;
        let given = || self.given.as_ref().map(|given| given.clone_ref(py));
        Ok(next.map(|(id, document)| Document::new(document, id, Arc::clone(&self.settings), given())))
    }
}
