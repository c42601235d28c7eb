//! Stage 5: writers, from a document to a form that other programs or people read.

mod header;
mod html;
mod json;
mod markdown;
#[cfg(feature = "schema")]
mod schema;
mod text;

use crate::document::Document;

pub use header::header_rows;
pub use html::{html_fragment, is_unprintable, push_html_line};
pub use json::{ErrorRow, SCHEMA, to_json};
#[cfg(feature = "schema")]
pub use schema::json_schema;

/// Every writer, in order.
pub static WRITERS: &[&Writer] = &[&json::JSONL, &json::JSON, &text::WRITER, &markdown::WRITER, &html::WRITER];

/// A form that documents are written in.
pub struct Writer {
    pub(crate) name: &'static str,
    /// The file that holds the writer; its module doc is the page.
    pub(crate) page: &'static str,
    /// Whether the form has a place for layers.
    pub(crate) shows_layers: bool,
    pub(crate) write: fn(&Document, &str) -> String,
}

impl Writer {
    /// Its name, as in `--to`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Its page: what is written and what is left out. Markdown.
    #[must_use]
    pub fn page(&self) -> String {
        crate::page(self.page)
    }

    /// Whether the layers of a document are in this form; where they are not, it is no use to make them.
    #[must_use]
    pub fn shows_layers(&self) -> bool {
        self.shows_layers
    }

    /// The writer of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        WRITERS.iter().copied().find(|writer| writer.name == name)
    }

    /// The document in this form, ending in a line end; `id` says which document it is.
    #[must_use]
    pub fn write(&self, document: &Document, id: &str) -> String {
        (self.write)(document, id)
    }
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Writer({})", self.name)
    }
}
