//! The document as a class of Python's. It holds the core's document; every attribute is made when it is asked for.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, OnceLock};

use copydesk::write::{Writer, html_fragment, to_json};
use copydesk::{CodePoints, LAYERS, Layer, OffsetUnit, Role, SourceSpan, Table, TextSpan};
use pyo3::exceptions::PyAttributeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyDict, PyString, PyTuple};

use crate::errors::{Failure, Kind, guarded};
use crate::items::{Items, What};
use crate::settings::Settings;
use crate::values::SpanArgument;
use crate::{layer, pickle, source, values};

/// How much of a text a notebook shows, in bytes: about 15 pages of print.
const SHOWN: usize = 64 * 1024;

/// A parsed article: what it says, what was changed, and where everything came from. Made by `parse`, `parse_batch` and `documents`.
///
/// Immutable. A header field that is missing or uncertain is None. Text offsets are code points of `text`; source offsets are bytes from the start of the file.
#[pyclass(frozen, module = "copydesk", weakref)]
pub(crate) struct Document {
    pub(crate) inner: copydesk::Document,
    pub(crate) id: String,
    pub(crate) settings: Arc<Settings>,
    /// What the document was parsed from, if it is a `str` or `bytes`: given back where the text or the source is the same.
    given: Option<Py<PyAny>>,
    /// The names of the layers that the user put in.
    pub(crate) own: Vec<String>,
    points: OnceLock<CodePoints>,
    /// The registered layers that were not asked for with the parse, each made when it is.
    layers: OnceLock<Box<[OnceLock<Table>]>>,
    /// The numbers of the pieces that are repairs.
    repairs: OnceLock<Box<[usize]>>,
    text: PyOnceLock<Py<PyString>>,
    source: PyOnceLock<Py<PyBytes>>,
}

impl Document {
    pub(crate) fn new(
        inner: copydesk::Document,
        id: String,
        settings: Arc<Settings>,
        given: Option<Py<PyAny>>,
    ) -> Self {
        Self {
            inner,
            id,
            settings,
            given,
            own: Vec::new(),
            points: OnceLock::new(),
            layers: OnceLock::new(),
            repairs: OnceLock::new(),
            text: PyOnceLock::new(),
            source: PyOnceLock::new(),
        }
    }

    /// A span of the text in code points.
    pub(crate) fn text_span(&self, span: TextSpan) -> (u32, u32) {
        self.points().span(self.inner.text(), span)
    }

    /// A span of the text from code points.
    pub(crate) fn span_of(&self, (start, end): (u32, u32)) -> Result<TextSpan, Failure> {
        let text = self.inner.text();
        match (self.points().to_byte(text, start), self.points().to_byte(text, end)) {
            (Some(start), Some(end)) if start <= end => Ok(TextSpan::new(start, end)),
            _ => Err(Failure::new(Kind::InvalidSpan, format!("({start}, {end}) is no span of the text"))),
        }
    }

    fn points(&self) -> &CodePoints {
        self.points.get_or_init(|| CodePoints::new(self.inner.text()))
    }

    pub(crate) fn repair_pieces(&self) -> &[usize] {
        self.repairs.get_or_init(|| self.inner.repairs().map(|repair| repair.index()).collect())
    }

    /// The rows of the layer of this name: a registered one, made now if it was not before, or one of the user's own.
    pub(crate) fn table(&self, name: &str) -> Option<&Table> {
        if let Some(table) = self.inner.layers().get(name) {
            return Some(table);
        }
        let index = LAYERS.iter().position(|layer| layer.name() == name)?;
        let layers = self.layers.get_or_init(|| LAYERS.iter().map(|_| OnceLock::new()).collect());
        Some(layers[index].get_or_init(|| match self.inner.annotate(LAYERS[index]) {
            Cow::Borrowed(table) => table.clone(),
            Cow::Owned(table) => table,
        }))
    }

    /// The same document with one more layer of the user's own.
    pub(crate) fn with_table(&self, py: Python<'_>, table: Table) -> Self {
        let given = self.given.as_ref().map(|given| given.clone_ref(py));
        let name = table.name().to_owned();
        let inner = self.inner.clone().with_layer(table);
        let mut document = Self::new(inner, self.id.clone(), Arc::clone(&self.settings), given);
        document.own = self.own.iter().filter(|own| **own != name).cloned().chain([name.clone()]).collect();
        document
    }

    fn json(&self, py: Python<'_>, unit: OffsetUnit) -> Result<String, Failure> {
        py.detach(|| guarded(|| to_json(&self.inner, &self.id, unit)))
    }

    fn write(&self, py: Python<'_>, form: &str) -> Result<String, Failure> {
        py.detach(|| guarded(|| Writer::named(form).expect("a form that the core writes").write(&self.inner, &self.id)))
    }
}

#[pymethods]
impl Document {
    /// The name of the document, as you gave it, with `#2` and so on if a file holds several articles.
    #[getter]
    fn id(&self) -> &str {
        &self.id
    }

    /// The bytes of the whole file or record that the document was read from. An unpickled article of a longer file has only its own
    /// stretch: the bytes of `range`.
    #[getter]
    fn source<'py>(&self, py: Python<'py>) -> &Bound<'py, PyBytes> {
        let made = || match self.given.as_ref().map(|given| given.bind(py).cast_exact::<PyBytes>()) {
            Some(Ok(bytes)) => bytes.clone().unbind(),
            _ => PyBytes::new(py, self.inner.source().as_bytes()).unbind(),
        };
        self.source.get_or_init(py, made).bind(py)
    }

    /// The stretch of the file that this document covers, in bytes.
    #[getter]
    fn range<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        values::source_span(py, self.inner.range())
    }

    /// The repaired text, furniture included.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> &Bound<'py, PyString> {
        let made = || {
            let whole = self.inner.range() == self.inner.source().span() && self.repair_pieces().is_empty();
            match self.given.as_ref().filter(|_| whole).map(|given| given.bind(py).cast_exact::<PyString>()) {
                Some(Ok(string)) => string.clone().unbind(),
                _ => PyString::new(py, self.inner.text()).unbind(),
            }
        };
        self.text.get_or_init(py, made).bind(py)
    }

    /// The body: paragraphs, crossheads and lists, separated by blank lines. The parts of a split paragraph are joined.
    #[getter]
    fn body(&self) -> String {
        self.inner.body()
    }

    /// The envelope, the format in which the article was delivered: one of `ENVELOPES`.
    #[getter]
    fn envelope(&self) -> &'static str {
        self.inner.envelope().name()
    }

    /// The ISO 639-1 code of the language, if the rules know it.
    #[getter]
    fn language(&self) -> Option<&'static str> {
        self.inner.language().map(copydesk::Language::code)
    }

    /// `article`, or a part that surrounds the articles of an export: `cover`, `separator`, `footer`.
    #[getter]
    fn part(&self) -> &'static str {
        self.inner.part().name()
    }

    /// The name of the newspaper.
    #[getter]
    fn publication(&self) -> Option<&str> {
        self.inner.publication()
    }

    /// The edition.
    #[getter]
    fn edition(&self) -> Option<&str> {
        self.inner.edition()
    }

    /// The section.
    #[getter]
    fn section(&self) -> Option<&str> {
        self.inner.section()
    }

    /// The page, as it stands.
    #[getter]
    fn page(&self) -> Option<&str> {
        self.inner.page().map(|page| page.text)
    }

    /// The date of the article.
    #[getter]
    fn date<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.inner.date().map(|date| values::date(py, &date)).transpose()
    }

    /// The line above the headline.
    #[getter]
    fn kicker(&self) -> Option<&str> {
        self.inner.kicker()
    }

    /// The headline.
    #[getter]
    fn headline(&self) -> Option<&str> {
        self.inner.headline()
    }

    /// The standfirst.
    #[getter]
    fn deck(&self) -> Option<&str> {
        self.inner.deck()
    }

    /// Who wrote it.
    #[getter]
    fn byline<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        values::byline(py, &self.inner.byline())
    }

    /// Where and when it was filed.
    #[getter]
    fn dateline<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.inner.dateline().map(|dateline| values::dateline(py, &dateline)).transpose()
    }

    /// The header fields that were found, each with the place it was read from.
    #[getter]
    fn fields<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let fields = PyDict::new(py);
        for (name, span) in self.inner.fields() {
            fields.set_item(name, values::source_span(py, span)?)?;
        }
        Ok(fields)
    }

    /// The labelled fields without a place in the header, in order.
    #[getter]
    fn extras<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let extras: Vec<_> = self.inner.extras().map(|extra| values::extra(py, &extra)).collect::<PyResult<_>>()?;
        PyTuple::new(py, extras)
    }

    /// The blocks, in order. Together they cover the document's range of the source.
    #[getter]
    fn blocks(slf: Py<Self>) -> Items {
        Items::new(slf, What::Blocks)
    }

    /// The blocks that are paragraphs. A paragraph that continues after an interruption is two blocks.
    #[getter]
    fn paragraphs(slf: Py<Self>) -> Items {
        let blocks = slf.get().inner.blocks().filter(|block| block.role() == Role::Paragraph);
        let paragraphs = blocks.map(|block| block.index()).collect();
        Items::new(slf, What::BlocksOf(paragraphs))
    }

    /// The changes between the source and the text, in order.
    #[getter]
    fn repairs(slf: Py<Self>) -> Items {
        Items::new(slf, What::Repairs)
    }

    /// The doubts, in order of place.
    #[getter]
    fn notes(slf: Py<Self>) -> Items {
        Items::new(slf, What::Notes)
    }

    /// The requested layers, and your own, by name. `layer` or the layer's attribute makes a layer that was not requested.
    #[getter]
    fn layers<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyDict>> {
        let layers = PyDict::new(slf.py());
        for table in slf.get().inner.layers().iter() {
            layers.set_item(table.name(), Items::new(slf.clone().unbind(), What::Rows(table.name().into())))?;
        }
        Ok(layers)
    }

    /// The rows of a layer, in order of place: one of `LAYERS`, made now if needed, or one of your own.
    fn layer(slf: &Bound<'_, Self>, name: &str) -> PyResult<Items> {
        if slf.get().table(name).is_none() {
            let own = slf.get().inner.layers().iter().map(|table| table.name().to_owned());
            let names: Vec<String> = LAYERS.iter().map(|layer| layer.name().to_owned()).chain(own).collect();
            let reason = format!("no layer is called `{name}`; there are {}", names.join(", "));
            return Err(Failure::new(Kind::UnknownName, reason).into());
        }
        Ok(Items::new(slf.clone().unbind(), What::Rows(name.into())))
    }

    fn __getattr__(slf: &Bound<'_, Self>, name: &str) -> PyResult<Items> {
        if slf.get().table(name).is_some() {
            return Ok(Items::new(slf.clone().unbind(), What::Rows(name.into())));
        }
        Err(PyAttributeError::new_err(format!("a document has no attribute `{name}`, and no layer of this name")))
    }

    fn __dir__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        // What the class has, and the layers of this document.
        let names = slf.py().import(intern!(slf.py(), "builtins"))?.call_method1("dir", (slf.get_type(),))?;
        let own = |name: &&str| !LAYERS.iter().any(|layer| layer.name() == *name);
        for name in slf.get().inner.layers().iter().map(Table::name).filter(own) {
            names.call_method1(intern!(slf.py(), "append"), (name,))?;
        }
        Ok(names)
    }

    /// The same document with a layer of your own. It replaces a layer of the same name.
    ///
    /// Each row is a mapping. `text` is its span in code points. The other keys are its columns, the same in every row. A value is a `str`,
    /// an `int`, a span, several spans, or None.
    fn with_layer(&self, py: Python<'_>, name: String, rows: &Bound<'_, PyAny>) -> PyResult<Self> {
        layer::check_name(py, &name)?;
        Ok(self.with_table(py, layer::table(self, name, rows)?))
    }

    /// Maps a span of the text, `(start, end)` in code points, to the source. An edge inside a repair moves outwards to the edge of the repair.
    fn to_source<'py>(&self, py: Python<'py>, span: SpanArgument) -> PyResult<Bound<'py, PyAny>> {
        values::source_span(py, self.inner.to_source(self.span_of(span.0)?))
    }

    /// Maps a span of the source, `(start, end)` in bytes, to the text, in code points. An edge inside a repair or a character moves outwards
    /// to its edge.
    fn to_text<'py>(&self, py: Python<'py>, span: SpanArgument) -> PyResult<Bound<'py, PyAny>> {
        let (start, end) = span.0;
        let range = self.inner.range();
        if start > end || start < range.start() || end > range.end() {
            let reason = format!("({start}, {end}) is no span of the document's range of the source");
            return Err(Failure::new(Kind::InvalidSpan, reason).into());
        }
        values::span(py, self.text_span(self.inner.to_text(SourceSpan::new(start, end))))
    }

    /// The document as JSON, on one line or indented, with offsets in bytes.
    #[pyo3(signature = (*, pretty = false))]
    fn to_json(&self, py: Python<'_>, pretty: bool) -> Result<String, Failure> {
        if pretty { Ok(self.write(py, "json")?.trim_end().to_owned()) } else { self.json(py, OffsetUnit::Byte) }
    }

    /// The JSON form of the document as dictionaries and lists, with text offsets in code points.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import(intern!(py, "json"))?.call_method1(intern!(py, "loads"), (self.json(py, OffsetUnit::CodePoint)?,))
    }

    /// The article as Markdown: headline, deck, byline, body, captions.
    fn to_markdown(&self, py: Python<'_>) -> Result<String, Failure> {
        self.write(py, "markdown")
    }

    /// The document as an HTML page with its roles, repairs, notes and requested layers.
    fn to_html(&self, py: Python<'_>) -> Result<String, Failure> {
        self.write(py, "html")
    }

    /// The document as a notebook shows it.
    fn _repr_html_(&self, py: Python<'_>) -> Result<String, Failure> {
        py.detach(|| guarded(|| html_fragment(&self.inner, SHOWN)))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let quoted = |text: &str| -> PyResult<String> { Ok(PyString::new(py, text).repr()?.to_string()) };
        let id = if self.id.is_empty() { String::new() } else { format!("id={}, ", quoted(&self.id)?) };
        let headline = self.inner.headline().map_or_else(|| Ok("None".into()), quoted)?;
        Ok(format!(
            "<copydesk.Document {id}envelope='{}', headline={headline}, {} blocks, {} repairs, {} notes>",
            self.envelope(),
            self.inner.blocks().len(),
            self.repair_pieces().len(),
            self.inner.notes().len(),
        ))
    }

    /// Two documents are equal that are called the same and say the same of the same bytes.
    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        let Ok(other) = other.cast::<Self>() else { return false };
        let other = other.get();
        self.id == other.id
            && self.inner.source_bytes() == other.inner.source_bytes()
            && self.inner.check_same(&other.inner).is_ok()
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.id.hash(&mut hasher);
        self.inner.range().hash(&mut hasher);
        self.inner.source_bytes().hash(&mut hasher);
        hasher.finish()
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        pickle::reduce(self, py)
    }
}

/// Gives the class an attribute for each registered layer, so that it is completed and documented like any other.
pub(crate) fn add_layers(py: Python<'_>) -> PyResult<()> {
    let class = py.get_type::<Document>();
    let property = py.import("builtins")?.getattr("property")?;
    for layer in LAYERS {
        let rows = layer_getter(py, layer)?;
        let doc = summary(&layer.page());
        class.setattr(layer.name(), property.call1((rows, py.None(), py.None(), doc))?)?;
    }
    Ok(())
}

fn layer_getter<'py>(py: Python<'py>, layer: &'static Layer) -> PyResult<Bound<'py, PyAny>> {
    let rows = move |arguments: &Bound<'_, PyTuple>, _: Option<&Bound<'_, PyDict>>| -> PyResult<Items> {
        let document = arguments.get_item(0)?.cast_into::<Document>()?.unbind();
        Ok(Items::new(document, What::Rows(layer.name().into())))
    };
    Ok(pyo3::types::PyCFunction::new_closure(py, None, None, rows)?.into_any())
}

/// The first paragraph of a page, without its heading.
fn summary(page: &str) -> String {
    let paragraph = page.split("\n\n").find(|paragraph| !paragraph.starts_with('#'));
    paragraph.unwrap_or("").trim().replace('\n', " ")
}

/// The object to give back as the text or the source, if it is one that cannot change.
pub(crate) fn kept(object: &Bound<'_, PyAny>) -> Option<Py<PyAny>> {
    let immutable = object.cast_exact::<PyString>().is_ok() || object.cast_exact::<PyBytes>().is_ok();
    immutable.then(|| object.clone().unbind())
}

/// Parses one text as one article, outside the GIL.
pub(crate) fn parse(object: &Bound<'_, PyAny>, id: String, settings: &Arc<Settings>) -> Result<Document, Failure> {
    let (source, same) = source::opened(object)?;
    let given = if same { kept(object) } else { None };
    let parsed = object.py().detach(|| crate::errors::guarded(|| settings.options.parse(&source)))?;
    Ok(Document::new(parsed, id, Arc::clone(settings), given))
}
