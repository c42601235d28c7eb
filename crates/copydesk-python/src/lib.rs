//! copydesk for Python: the parser of the core crate as the extension module `copydesk._copydesk`.
//!
//! The package is documented in `python/copydesk/` and, for what is implemented here, in the docstrings. Parsing runs outside the GIL.
//! Offsets become code points once, when Python asks for them; nothing becomes a Python object before that.

mod arrow;
mod batch;
mod document;
mod errors;
mod items;
mod layer;
mod pickle;
mod settings;
mod source;
mod values;
mod workers;

use std::path::PathBuf;

use copydesk::{ColumnType, Layer};
use pyo3::prelude::*;

use document::Document;
use errors::Failure;
use settings::{Names, Settings};

/// Parses a text as one article: a `str`, `bytes`, or any other buffer of bytes.
///
/// `envelope` and `language` are detected unless you name them. `repairs` is `none`, a risk (`safe`, `likely`, `all`), rule names, or
/// both; a `-` before a name excludes the rule. `layers` is `none`, `all`, or layer names. Give names as one comma-separated string or as
/// several strings.
/// `profile` is a TOML file with your own mastheads, field labels and lines of furniture.
#[pyfunction]
#[pyo3(
    signature = (source, *, id = "", envelope = None, language = None, repairs = Some(Names("safe".into())), layers = None, profile = None),
    text_signature = "(source, *, id='', envelope=None, language=None, repairs='safe', layers='none', profile=None)"
)]
fn parse(
    source: &Bound<'_, PyAny>,
    id: &str,
    envelope: Option<&str>,
    language: Option<&str>,
    repairs: Option<Names>,
    layers: Option<Names>,
    profile: Option<PathBuf>,
) -> PyResult<Document> {
    let settings = Settings::new(envelope, language, repairs, layers, profile.as_deref())?;
    Ok(document::parse(source, id.to_owned(), &settings)?)
}

/// The page of a rule, role family, envelope, layer or writer, to print; without a name, a list of all of them.
#[pyfunction]
#[pyo3(signature = (name = None))]
fn explain(name: Option<&str>) -> PyResult<String> {
    Ok(copydesk::explain(name).map_err(Failure::from)?)
}

/// The columns of a layer, for the stub: name, type (a category is `category|WORD|…`), whether there can be none, and what it says.
#[pyfunction]
fn _columns(layer: &str) -> PyResult<Vec<(String, String, bool, String)>> {
    let layer = Layer::choose(layer).map_err(Failure::from)?;
    let columns = layer.iter().flat_map(|layer| layer.columns());
    let column = |column: &copydesk::Column| {
        let kind = match &column.kind {
            ColumnType::Index => "index".to_owned(),
            ColumnType::Category(words) => format!("category|{}", words.join("|")),
            ColumnType::Span => "span".to_owned(),
            ColumnType::Spans => "spans".to_owned(),
            ColumnType::Mention => "mention".to_owned(),
            _ => "string".to_owned(),
        };
        (column.name.to_string(), kind, column.nullable, column.doc.to_string())
    };
    Ok(columns.map(column).collect())
}

/// The extension module.
#[pymodule(gil_used = false)]
mod _copydesk {
    use copydesk::{ENVELOPES, LAYERS, Language, RULES, Role};
    use pyo3::prelude::*;
    use pyo3::types::PyTuple;

    #[pymodule_export]
    use super::arrow::{ArrowBatch, ArrowTable, Reader, Writer, parse_arrow};
    #[pymodule_export]
    use super::batch::{Documents, documents, parse_batch};
    #[pymodule_export]
    use super::document::Document;
    #[pymodule_export]
    use super::items::Items;
    #[pymodule_export]
    use super::layer::Row;
    #[pymodule_export]
    use super::pickle::_restore;
    #[pymodule_export]
    use super::{_columns, explain, parse};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        let py = module.py();
        module.add("__version__", env!("CARGO_PKG_VERSION"))?;
        module.add("RULES", PyTuple::new(py, RULES.iter().map(|rule| rule.name()))?)?;
        module.add("LAYERS", PyTuple::new(py, LAYERS.iter().map(|layer| layer.name()))?)?;
        module.add("ENVELOPES", PyTuple::new(py, ENVELOPES.iter().map(|envelope| envelope.name()))?)?;
        module.add("ROLES", PyTuple::new(py, Role::ALL.iter().map(|role| role.name()))?)?;
        module.add("LANGUAGES", PyTuple::new(py, Language::ALL.iter().map(|language| language.code()))?)?;
        module.add("_OPTIMISED", !cfg!(debug_assertions))?;
        py.import("collections.abc")?.getattr("Sequence")?.call_method1("register", (py.get_type::<Items>(),))?;
        super::document::add_layers(py)
    }
}
