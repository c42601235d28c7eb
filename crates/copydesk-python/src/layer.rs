//! Rows of layers: out of a document's tables, and from mappings into a table of one's own.

use copydesk::{Column, ColumnType, RowError, Table, TextSpan, Value};
use pyo3::exceptions::PyAttributeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyInt, PyString, PyTuple};

use crate::document::Document;
use crate::errors::{Failure, Kind};
use crate::values::{self, SpanArgument};

/// One row of a layer: its span `text`, the string there as `content`, and each column of the layer as an attribute.
#[pyclass(frozen, subclass, module = "copydesk")]
pub(crate) struct Row {
    layer: Py<PyString>,
    /// `text`, `content`, and the columns.
    names: Py<PyTuple>,
    values: Py<PyTuple>,
}

impl Row {
    pub(crate) fn new(py: Python<'_>, document: &Document, table: &Table, index: usize) -> PyResult<Self> {
        let row = table.row(index).ok_or_else(|| PyAttributeError::new_err("there is no such row"))?;
        let span = |span: TextSpan| values::span(py, document.text_span(span));
        let mut names = vec![PyString::intern(py, "text"), PyString::intern(py, "content")];
        let mut found = vec![span(row.text())?, PyString::new(py, document.inner.slice(row.text())).into_any()];
        for (column, value) in table.columns().iter().zip(row.values()) {
            names.push(PyString::intern(py, &column.name));
            found.push(match value {
                Value::Index(index) => index.into_pyobject(py)?.into_any(),
                Value::String(string) => PyString::new(py, string).into_any(),
                Value::Category(word) => PyString::intern(py, word).into_any(),
                Value::Span(place) => span(place)?,
                Value::Mention(place, name) => values::mention(py, span(place)?, name)?,
                Value::Spans(places) => {
                    let places: Vec<_> = places.iter().map(|place| span(*place)).collect::<PyResult<_>>()?;
                    PyTuple::new(py, places)?.into_any()
                }
                _ => py.None().into_bound(py),
            });
        }
        Ok(Self {
            layer: PyString::intern(py, table.name()).unbind(),
            names: PyTuple::new(py, names)?.unbind(),
            values: PyTuple::new(py, found)?.unbind(),
        })
    }

    fn key<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, [self.layer.bind(py).as_any(), self.names.bind(py).as_any(), self.values.bind(py).as_any()])
    }
}

#[pymethods]
impl Row {
    #[new]
    fn restore(layer: Py<PyString>, names: &Bound<'_, PyTuple>, values: &Bound<'_, PyTuple>) -> Result<Self, Failure> {
        if names.len() < 2 || names.len() != values.len() {
            return Err(Failure::new(Kind::InvalidRow, "a row has a value for each name, `text` and `content` first"));
        }
        Ok(Self { layer, names: names.clone().unbind(), values: values.clone().unbind() })
    }

    /// The place in the text, in code points.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.values.bind(py).get_item(0)
    }

    /// The string at that place.
    #[getter]
    fn content<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.values.bind(py).get_item(1)
    }

    fn __getattr__<'py>(&self, name: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyAny>> {
        let py = name.py();
        match self.names.bind(py).index(name) {
            Ok(index) => self.values.bind(py).get_item(index),
            Err(_) => Err(PyAttributeError::new_err(format!("a row of `{}` has no column `{name}`", self.layer))),
        }
    }

    fn __dir__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let names = py.import(intern!(py, "builtins"))?.call_method1("dir", (py.get_type::<Self>(),))?;
        names.call_method1(intern!(py, "extend"), (&self.names,))?;
        Ok(names)
    }

    /// The row as a dictionary.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let row = PyDict::new(py);
        for (name, value) in self.names.bind(py).iter().zip(self.values.bind(py).iter()) {
            row.set_item(name, value)?;
        }
        Ok(row)
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        let py = other.py();
        match other.cast::<Self>() {
            Ok(other) => self.key(py)?.eq(other.get().key(py)?),
            Err(_) => Ok(false),
        }
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.key(py)?.hash()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let mut fields = Vec::new();
        for (name, value) in self.names.bind(py).iter().zip(self.values.bind(py).iter()) {
            fields.push(format!("{name}={}", value.repr()?));
        }
        Ok(format!("<copydesk.Row of {}: {}>", self.layer, fields.join(", ")))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        (py.get_type::<Self>(), self.key(py)?).into_pyobject(py)
    }
}

/// A table of the rows that a user gives, as mappings.
pub(crate) fn table(document: &Document, name: String, rows: &Bound<'_, PyAny>) -> PyResult<Table> {
    let rows: Vec<Bound<'_, PyAny>> = rows.try_iter()?.collect::<PyResult<_>>()?;
    let rows: Vec<GivenRow> =
        rows.iter().enumerate().map(|(index, row)| GivenRow::read(document, row, index)).collect::<PyResult<_>>()?;
    let mut sorted: Vec<&GivenRow> = rows.iter().collect();
    sorted.sort_by_key(|row| (row.text.start(), row.text.end()));
    let names: Vec<&str> = rows.first().map_or_else(Vec::new, |row| row.names());
    let columns = names.iter().map(|name| column(&rows, name)).collect::<Result<Vec<_>, Failure>>()?;
    let mut table = Table::new(name, columns);
    for row in sorted {
        if row.names() != names {
            let reason =
                format!("its columns are {}, those of the first row {}", row.names().join(", "), names.join(", "));
            return Err(Failure::new(Kind::InvalidRow, reason).at(row.index).into());
        }
        let values: Vec<Value<'_>> = row.values.iter().map(|(_, value)| value.view()).collect();
        table.push_row(row.text, &values).map_err(|error| failure(&error).at(row.index))?;
    }
    Ok(table)
}

fn failure(error: &RowError) -> Failure {
    Failure::new(Kind::InvalidRow, error)
}

/// A row as it was given.
struct GivenRow {
    index: usize,
    text: TextSpan,
    /// By name, so that the order of the keys does not matter.
    values: Vec<(String, GivenValue)>,
}

/// A value as it was given.
enum GivenValue {
    Null,
    Index(u32),
    String(String),
    Span(TextSpan),
    Spans(Vec<TextSpan>),
}

impl GivenRow {
    fn read(document: &Document, row: &Bound<'_, PyAny>, index: usize) -> PyResult<Self> {
        let wrong = |reason: String| Failure::new(Kind::InvalidRow, reason).at(index);
        if !row.hasattr(intern!(row.py(), "items"))? {
            return Err(wrong("a row is a mapping from column to value".into()).into());
        }
        let items = row.call_method0(intern!(row.py(), "items"))?;
        let mut text = None;
        let mut values = Vec::new();
        for item in items.try_iter()? {
            let (name, value): (String, Bound<'_, PyAny>) = item?.extract()?;
            let bad =
                || wrong(format!("`{name}` is {}, not str, int, a span, several spans or None", describe(&value)));
            let span = |span: SpanArgument| document.span_of(span.0).map_err(|failure| failure.at(index));
            if name == "text" {
                text = Some(span(value.extract().map_err(|_| wrong("`text` is no span".into()))?)?);
            } else if value.is_none() {
                values.push((name, GivenValue::Null));
            } else if value.is_instance_of::<PyBool>() {
                return Err(bad().into());
            } else if let Ok(string) = value.cast::<PyString>() {
                values.push((name, GivenValue::String(string.to_str()?.to_owned())));
            } else if value.is_instance_of::<PyInt>() {
                values.push((name.clone(), GivenValue::Index(value.extract().map_err(|_| bad())?)));
            } else if let Ok(place) = value.extract::<SpanArgument>() {
                values.push((name, GivenValue::Span(span(place)?)));
            } else {
                let places: Vec<SpanArgument> = value.extract().map_err(|_| bad())?;
                let places = places.into_iter().map(span).collect::<Result<_, _>>()?;
                values.push((name, GivenValue::Spans(places)));
            }
        }
        values.sort_by(|one, other| one.0.cmp(&other.0));
        let text = text.ok_or_else(|| wrong("has no `text`, the span that it is about".into()))?;
        Ok(Self { index, text, values })
    }

    fn names(&self) -> Vec<&str> {
        self.values.iter().map(|(name, _)| name.as_str()).collect()
    }
}

impl GivenValue {
    fn kind(&self) -> Option<ColumnType> {
        match self {
            Self::Null => None,
            Self::Index(_) => Some(ColumnType::Index),
            Self::String(_) => Some(ColumnType::String),
            Self::Span(_) => Some(ColumnType::Span),
            Self::Spans(_) => Some(ColumnType::Spans),
        }
    }

    fn view(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Null,
            Self::Index(index) => Value::Index(*index),
            Self::String(string) => Value::String(string),
            Self::Span(span) => Value::Span(*span),
            Self::Spans(spans) => Value::Spans(spans),
        }
    }
}

/// Whether this can be the name of an attribute, and is none of Python's own or of a protocol's (`__array__`, `_repr_png_`).
fn is_attribute(name: &str) -> bool {
    let mut characters = name.chars();
    characters.next().is_some_and(char::is_alphabetic) && characters.all(|c| c.is_alphanumeric() || c == '_')
}

/// Checks that a layer of the user's own can be called so: as an attribute that the document does not have yet.
pub(crate) fn check_name(py: Python<'_>, name: &str) -> PyResult<()> {
    if !is_attribute(name) || py.get_type::<Document>().hasattr(name)? {
        return Err(Failure::new(Kind::InvalidRow, format!("no layer of your own can be called `{name}`")).into());
    }
    Ok(())
}

/// A column of the type of its first value that is one; a row with a value of another type is refused when it is put in.
fn column(rows: &[GivenRow], name: &str) -> Result<Column, Failure> {
    let values =
        || rows.iter().flat_map(|row| &row.values).filter(|(column, _)| column == name).map(|(_, value)| value);
    if matches!(name, "content" | "to_dict") || !is_attribute(name) {
        return Err(Failure::new(Kind::InvalidRow, format!("no column can be called `{name}`")));
    }
    Ok(Column {
        name: name.to_owned().into(),
        kind: values().find_map(GivenValue::kind).unwrap_or(ColumnType::String),
        nullable: values().any(|value| matches!(value, GivenValue::Null)),
        doc: "".into(),
    })
}

fn describe(value: &Bound<'_, PyAny>) -> String {
    value.get_type().name().map_or_else(|_| "?".into(), |name| name.to_string())
}
