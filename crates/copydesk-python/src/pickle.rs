//! Pickles: a document is its stretch of the source, and what it was parsed with.
//!
//! It is parsed again when it is unpickled. The same bytes and options give the same document in one version of copydesk, so nothing
//! that a document consists of need be stored, and no pickle can hold one that contradicts itself. Another version may read the text
//! otherwise, and is refused.

use std::sync::Arc;

use copydesk::{Column, ColumnType, Decoding, Envelope, Part, Source, Table, TextSpan, Value};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyTuple};

use crate::document::{Document, kept};
use crate::errors::{Failure, Kind, guarded};
use crate::settings::{Names, Settings};
use crate::source::bytes;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A layer of the user's own: its name, its columns (name, type, whether there can be none), its rows. Offsets are bytes.
pub(crate) type OwnLayer = (String, Vec<(String, String, bool)>, Vec<(u32, u32, Vec<StoredValue>)>);

/// A value of a row: a number, a string, a span, several spans, or none.
#[derive(FromPyObject, IntoPyObject)]
pub(crate) enum StoredValue {
    Index(u32),
    String(String),
    Span((u32, u32)),
    Spans(Vec<(u32, u32)>),
    #[pyo3(transparent)]
    Null(Option<u32>),
}

/// What was asked for: envelope, language, repairs, layers, the file and the text of a profile.
pub(crate) type Asked = (String, Option<String>, String, String, Option<(String, String)>);

pub(crate) fn reduce<'py>(document: &Document, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
    let inner = &document.inner;
    let settings = &document.settings;
    let restore = py.import(intern!(py, "copydesk._copydesk"))?.getattr(intern!(py, "_restore"))?;
    let asked: Asked = (
        inner.envelope().name().into(),
        settings.language.map(|language| language.code().into()),
        settings.repairs.clone(),
        settings.layers.clone(),
        settings.profile.clone(),
    );
    let own: Vec<OwnLayer> = document.own.iter().filter_map(|name| inner.layers().get(name)).map(store).collect();
    let source = PyBytes::new(py, inner.source_bytes());
    let place = (inner.range().start(), inner.part().name(), inner.decoding().to_string());
    let state = (VERSION, source, place, &document.id, asked, own);
    (restore, state).into_pyobject(py)
}

/// Rebuilds a document from its pickle.
#[pyfunction]
pub(crate) fn _restore(
    version: &str,
    source: &Bound<'_, PyAny>,
    place: (u32, String, String),
    id: String,
    asked: Asked,
    own: Vec<OwnLayer>,
) -> PyResult<Document> {
    if version != VERSION {
        let reason = format!(
            "the document was pickled by copydesk {version}, and this is {VERSION}, which may read it otherwise: \
             parse its source again (to keep documents, write them with to_json)"
        );
        return Err(Failure::new(Kind::VersionMismatch, reason).into());
    }
    let (base, part, decoding) = place;
    let (envelope, language, repairs, layers, profile) = asked;
    let settings =
        Settings::with_profile(None, language.as_deref(), Some(Names(repairs)), Some(Names(layers)), profile)?;
    let envelope = Envelope::find(&envelope).map_err(Failure::from)?;
    let part = Part::ALL
        .iter()
        .copied()
        .find(|known| known.name() == part)
        .ok_or_else(|| Failure::new(Kind::UnknownName, format!("no part is called `{part}`")))?;
    let decoding: Decoding = decoding.parse().map_err(Failure::from)?;
    let whole = Source::part(bytes(source)?, base).map_err(Failure::from)?;
    let options = settings.options.clone().envelope(envelope).decoding(decoding).part(part);
    let parsed = source.py().detach(|| guarded(|| options.parse(&whole)))?;
    let mut document = Document::new(parsed, id, Arc::clone(&settings), kept(source));
    for layer in own {
        document = document.with_table(source.py(), load(&document, layer)?);
    }
    Ok(document)
}

fn store(table: &Table) -> OwnLayer {
    let columns = table.columns().iter().map(|column| {
        let kind = match column.kind {
            ColumnType::Index => "index",
            ColumnType::Span => "span",
            ColumnType::Spans => "spans",
            _ => "string",
        };
        (column.name.clone().into_owned(), kind.to_owned(), column.nullable)
    });
    let pair = |span: &TextSpan| (span.start(), span.end());
    let value = |value| match value {
        Value::Index(index) => StoredValue::Index(index),
        Value::String(string) => StoredValue::String(string.to_owned()),
        Value::Category(word) => StoredValue::String(word.to_owned()),
        Value::Span(span) => StoredValue::Span(pair(&span)),
        Value::Spans(spans) => StoredValue::Spans(spans.iter().map(pair).collect()),
        _ => StoredValue::Null(None),
    };
    let rows = table.rows().map(|row| (row.text().start(), row.text().end(), row.values().map(value).collect()));
    (table.name().to_owned(), columns.collect(), rows.collect())
}

/// The table of a stored layer. A pickle can say anything: what does not fit the text is refused.
fn load(document: &Document, (name, columns, rows): OwnLayer) -> Result<Table, Failure> {
    let text = document.inner.text();
    let span = |(start, end): (u32, u32)| {
        let fits = start <= end && text.is_char_boundary(start as usize) && text.is_char_boundary(end as usize);
        fits.then(|| TextSpan::new(start, end)).ok_or_else(|| Failure::new(Kind::InvalidSpan, "no span of the text"))
    };
    let columns: Vec<Column> = columns
        .into_iter()
        .map(|(name, kind, nullable)| {
            let kind = match kind.as_str() {
                "index" => ColumnType::Index,
                "span" => ColumnType::Span,
                "spans" => ColumnType::Spans,
                _ => ColumnType::String,
            };
            Column { name: name.into(), kind, nullable, doc: "".into() }
        })
        .collect();
    let mut table = Table::new(name, columns);
    for (start, end, values) in rows {
        let mut spans: Vec<Vec<TextSpan>> = Vec::new();
        for value in &values {
            spans.push(match value {
                StoredValue::Span(place) => vec![span(*place)?],
                StoredValue::Spans(places) => places.iter().copied().map(span).collect::<Result<_, _>>()?,
                _ => Vec::new(),
            });
        }
        let values: Vec<Value<'_>> = values
            .iter()
            .zip(&spans)
            .map(|(value, spans)| match value {
                StoredValue::Index(index) => Value::Index(*index),
                StoredValue::String(string) => Value::String(string),
                StoredValue::Span(_) => Value::Span(spans[0]),
                StoredValue::Spans(_) => Value::Spans(spans),
                StoredValue::Null(_) => Value::Null,
            })
            .collect();
        let fits = table.push_row(span((start, end))?, &values);
        fits.map_err(|error| Failure::new(Kind::InvalidRow, error))?;
    }
    Ok(table)
}
