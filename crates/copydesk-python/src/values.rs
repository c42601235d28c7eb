//! The values that a document is made of, as the named tuples of `copydesk/_types.py`.

use copydesk::{Block, Byline, DateField, Dateline, Extra, Note, Repair, SourceSpan};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyList, PyTuple, PyType};

use crate::errors::{Failure, Kind};

/// A span as it is given: two numbers, as a tuple (`Span` is one) or, as JSON has it, a list.
pub(crate) struct SpanArgument(pub(crate) (u32, u32));

impl<'py> FromPyObject<'_, 'py> for SpanArgument {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let wrong = || Failure::new(Kind::InvalidSpan, "a span is two numbers from 0 to 4294967295");
        if !object.is_instance_of::<PyTuple>() && !object.is_instance_of::<PyList>() || object.len()? != 2 {
            return Err(wrong().into());
        }
        let edge = |index: usize| object.get_item(index)?.extract::<u32>();
        Ok(Self((edge(0).map_err(|_| wrong())?, edge(1).map_err(|_| wrong())?)))
    }
}

/// Makes a value of one class of `copydesk._types`.
macro_rules! make {
    ($py:expr, $name:literal, $arguments:expr) => {{
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        CLASS.import($py, "copydesk._types", $name)?.call1($arguments)
    }};
}

pub(crate) fn span(py: Python<'_>, (start, end): (u32, u32)) -> PyResult<Bound<'_, PyAny>> {
    make!(py, "Span", (start, end))
}

/// What a layer's row speaks of, with its name.
pub(crate) fn mention<'py>(py: Python<'py>, text: Bound<'py, PyAny>, name: &str) -> PyResult<Bound<'py, PyAny>> {
    make!(py, "Mention", (text, name))
}

/// A span of the source, which counts bytes in Python as everywhere.
pub(crate) fn source_span(py: Python<'_>, source: SourceSpan) -> PyResult<Bound<'_, PyAny>> {
    span(py, (source.start(), source.end()))
}

/// A block, whose span of the text is given in code points.
pub(crate) fn block<'py>(py: Python<'py>, block: Block<'_>, text: (u32, u32)) -> PyResult<Bound<'py, PyAny>> {
    let kind = block.kind().map(copydesk::FurnitureKind::name);
    let (source, text) = (source_span(py, block.source())?, span(py, text)?);
    let role = block.role().name();
    make!(py, "Block", (block.index(), role, kind, source, text, block.continues(), block.content()))
}

/// A repair, whose span of the text is given in code points.
pub(crate) fn repair<'py>(py: Python<'py>, repair: Repair<'_>, text: (u32, u32)) -> PyResult<Bound<'py, PyAny>> {
    let rules = PyTuple::new(py, repair.rules().names().collect::<Vec<_>>())?;
    let evidence = PyTuple::new(py, repair.evidence().iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let (source, text) = (source_span(py, repair.source())?, span(py, text)?);
    let before = PyBytes::new(py, repair.before());
    make!(py, "Repair", (rules, repair.risk().name(), evidence, source, text, before, repair.after()))
}

pub(crate) fn note<'py>(py: Python<'py>, note: &Note) -> PyResult<Bound<'py, PyAny>> {
    make!(py, "Note", (note.kind.name(), source_span(py, note.source)?, &*note.message))
}

pub(crate) fn byline<'py>(py: Python<'py>, byline: &Byline<'_>) -> PyResult<Bound<'py, PyAny>> {
    let mut authors = Vec::with_capacity(byline.authors.len());
    for author in &byline.authors {
        let fields = (author.name, author.role, author.affiliation, author.place, author.email);
        authors.push(make!(py, "Author", fields)?);
    }
    make!(py, "Byline", (byline.status.name(), byline.text, PyTuple::new(py, authors)?))
}

pub(crate) fn dateline<'py>(py: Python<'py>, dateline: &Dateline<'_>) -> PyResult<Bound<'py, PyAny>> {
    make!(py, "Dateline", (dateline.text, dateline.place, dateline.agency, dateline.date))
}

pub(crate) fn date<'py>(py: Python<'py>, date: &DateField<'_>) -> PyResult<Bound<'py, PyAny>> {
    let value = match date.value {
        // A year before 1 is none of Python's.
        Some(value) if value.year() >= 1 => {
            let class = py.import(intern!(py, "datetime"))?.getattr(intern!(py, "date"))?;
            Some(class.call1((value.year(), value.month(), value.day()))?)
        }
        _ => None,
    };
    make!(py, "DateField", (date.text, value))
}

pub(crate) fn extra<'py>(py: Python<'py>, extra: &Extra<'_>) -> PyResult<Bound<'py, PyAny>> {
    let kind = extra.kind.map(copydesk::FieldKind::name);
    let mut terms = Vec::with_capacity(extra.terms.len());
    for term in &extra.terms {
        terms.push(make!(py, "Term", (term.scheme, term.code, term.name, term.score))?);
    }
    let terms = PyTuple::new(py, terms)?;
    make!(py, "Extra", (extra.name, extra.value, source_span(py, extra.source)?, kind, extra.parsed, terms))
}
