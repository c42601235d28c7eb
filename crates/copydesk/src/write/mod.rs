//! Stage 6: writers, which turn a document into a format for other programs or for people.

mod header;
mod html;
mod json;
mod markdown;
#[cfg(feature = "schema")]
mod schema;
mod text;

use crate::document::Document;
use crate::registry::registered;

pub use header::header_rows;
pub use html::{html_fragment, is_unprintable, push_html_line};
pub use json::{ErrorRow, SCHEMA, to_json};
#[cfg(feature = "schema")]
pub use schema::json_schema;

/// Every writer, in order.
pub static WRITERS: &[&Writer] = &[&json::JSONL, &json::JSON, &text::WRITER, &markdown::WRITER, &html::WRITER];

/// An output format for documents.
pub struct Writer {
    pub(crate) name: &'static str,
    /// The file that holds the writer; its module doc is the page.
    pub(crate) page: &'static str,
    /// How the names of files of this form end, in small letters.
    pub(crate) ends: &'static [&'static str],
    /// Whether the form has a place for layers.
    pub(crate) shows_layers: bool,
    pub(crate) write: fn(&Document, &str) -> String,
}

registered! {
    Writer in WRITERS: "writer",
    name: "Its name, as in `--to`.",
    page: "Its page: what is written and what is left out. Markdown.",
}

impl Writer {
    /// The file extensions of this format, in lower case: `md`, `markdown`.
    #[must_use]
    pub fn ends(&self) -> &'static [&'static str] {
        self.ends
    }

    /// Whether this format shows the layers of a document. If not, there is no need to make them.
    #[must_use]
    pub fn shows_layers(&self) -> bool {
        self.shows_layers
    }

    /// The document in this format, with a final line end. `id` identifies the document.
    #[must_use]
    pub fn write(&self, document: &Document, id: &str) -> String {
        (self.write)(document, id)
    }
}
