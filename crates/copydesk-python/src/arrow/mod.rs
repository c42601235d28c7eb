//! Columns of texts in, tables of documents out, through the Arrow PyCapsule interface.

mod batches;
mod read;
mod table;
mod texts;
mod write;

use std::path::PathBuf;

use arrow_array::RecordBatch;
use copydesk::{Document, Parser, Source};
use copydesk_corpus::{Layering, arrow};
use pyo3::prelude::*;
use pyo3_arrow::input::AnyArray;

use crate::errors::{Failure, Kind, guarded};
use crate::settings::{Names, Settings};
use crate::workers::Workers;
use batches::Builders;
use texts::Texts;

pub(crate) use read::Reader;
pub(crate) use table::{ArrowBatch, ArrowTable};
pub(crate) use write::Writer;

/// The most bytes of text of one batch that is made, and the most rows: large enough that nobody feels the edges, small enough that
/// threads have something to share.
const BATCH_BYTES: usize = 4 << 20;
const BATCH_ROWS: usize = 1 << 14;

/// The least that is worth giving to another thread, in bytes of text: about a millisecond.
const SHARE_BYTES: usize = 1 << 17;

/// Parses a column of texts, each as one article, outside the GIL: a table with one row for each text, in order.
///
/// `data` is anything with the Arrow PyCapsule interface: a table, a record batch or a stream of them with a column `column`, or an array
/// of strings. Texts are read in place, and the table shares those that were not changed. A row without a text is an empty row. If a text
/// cannot be parsed, the column `error` says why. `id_column` names the column with the ids. `threads` is the number of threads, 0 for one
/// per core. The other options are those of `parse`.
#[pyfunction]
#[pyo3(
    signature = (data, column = "text", *, id_column = None, threads = 1, envelope = None, language = None,
        repairs = Some(Names("safe".into())), layers = None, profile = None),
    text_signature = "(data, column='text', *, id_column=None, threads=1, envelope=None, language=None, repairs='safe', layers='none', profile=None)"
)]
#[allow(clippy::too_many_arguments)]
pub(crate) fn parse_arrow(
    py: Python<'_>,
    data: &Bound<'_, PyAny>,
    column: &str,
    id_column: Option<&str>,
    threads: isize,
    envelope: Option<&str>,
    language: Option<&str>,
    repairs: Option<Names>,
    layers: Option<Names>,
    profile: Option<PathBuf>,
) -> PyResult<ArrowTable> {
    let settings = Settings::new(envelope, language, repairs, layers, profile.as_deref())?;
    let workers = Workers::new(threads)?;
    if !data.hasattr("__arrow_c_array__")? && !data.hasattr("__arrow_c_stream__")? {
        let reason = "the data has no Arrow PyCapsule interface (`__arrow_c_array__` or `__arrow_c_stream__`); \
                      a list of texts goes to `parse_batch`";
        return Err(Failure::new(Kind::InvalidInput, reason).into());
    }
    let mut chunks = readable(|| data.extract::<AnyArray>()?.into_reader())??;
    // A column that is not there is wrong however many chunks there are.
    texts::check(&chunks.field(), column, id_column)?;
    let builders = Builders::default();
    let mut made = Vec::new();
    let mut row = 0;
    // The producer may need the GIL on another thread.
    while let Some(chunk) = py.detach(|| readable(|| chunks.next()))? {
        let chunk =
            chunk.map_err(|error| Failure::new(Kind::InvalidInput, format!("the data cannot be read: {error}")))?;
        let texts = readable(|| Texts::new(&chunk, column, id_column))??;
        let ranges = ranges(&texts, workers.count());
        for group in ranges.chunks(workers.count() * 2) {
            let batches =
                py.detach(|| workers.map(group, |range| parse(&texts, range.clone(), row, &settings, &builders)));
            for batch in batches {
                made.extend(batch?);
            }
            py.check_signals()?;
        }
        row += texts.len();
    }
    Ok(ArrowTable::new(arrow::schema(), made))
}

/// Reads foreign data. Where it contradicts itself, the libraries that read it panic.
fn readable<T>(read: impl FnOnce() -> T) -> Result<T, Failure> {
    guarded(read).map_err(|failure| {
        let reason = failure.reason.trim_start_matches("defect of copydesk: ");
        Failure::new(Kind::InvalidInput, format!("the data contradicts itself: {reason}"))
    })
}

/// The rows of each batch. Where there are several threads, each gets some batches, so that none waits long for the last.
fn ranges(texts: &Texts, threads: usize) -> Vec<std::ops::Range<usize>> {
    let bytes: usize = (0..texts.len()).map(|row| texts.length(row)).sum();
    let most = if threads > 1 { (bytes / (threads * 4)).clamp(SHARE_BYTES, BATCH_BYTES) } else { BATCH_BYTES };
    let mut ranges = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for row in 0..texts.len() {
        bytes += texts.length(row);
        if bytes >= most || row + 1 - start >= BATCH_ROWS {
            ranges.push(start..row + 1);
            (start, bytes) = (row + 1, 0);
        }
    }
    if start < texts.len() {
        ranges.push(start..texts.len());
    }
    ranges
}

/// The batches of some rows; `before` is the number of rows in earlier chunks.
fn parse(
    texts: &Texts,
    rows: std::ops::Range<usize>,
    before: usize,
    settings: &Settings,
    builders: &Builders,
) -> Result<Vec<RecordBatch>, Failure> {
    let mut batches = builders.take();
    let (options, layers) = settings.options.clone().without_layers();
    let mut parser = Parser::new(options);
    let source = |row| texts.get(row).map(|text| Ok(Source::new(text?)?)).transpose();
    let mut add = |row, made: Result<Option<&Document>, &str>| {
        let id = texts.id(row);
        let id = id.as_deref();
        match made {
            Ok(Some(document)) => batches.document(id, document, texts.buffer(row)),
            Ok(None) => batches.null(id),
            Err(reason) => batches.error(id, None, Some((before + row + 1) as u64), reason),
        }
    };
    if layers.is_empty() {
        for row in rows {
            // Nobody but the row needs the document.
            let parsed = source(row).and_then(|source| source.map(|it| guarded(|| parser.parse_lent(&it))).transpose());
            add(row, parsed.as_ref().map(|document| *document).map_err(|failure| &*failure.reason))?;
        }
        return builders.finish(batches);
    }
    let mut waiting = Layering::new(layers);
    for row in rows.clone() {
        let parsed = source(row).and_then(|source| source.map(|it| guarded(|| parser.parse(&it))).transpose());
        // What failed waits in its place among the documents.
        let (failed, document) = match parsed {
            Ok(document) => (None, document),
            Err(failure) => (Some(failure.reason), None),
        };
        waiting.push((row, failed), document);
        if !waiting.is_full() && row + 1 < rows.end {
            continue;
        }
        for ((row, failed), layered) in waiting.finish() {
            let made = failed.map_or(layered, Err);
            add(row, made.as_ref().map(Option::as_ref).map_err(String::as_str))?;
        }
    }
    builders.finish(batches)
}
