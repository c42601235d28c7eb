//! copydesk parses newspaper articles as they really arrive: e-paper pages flattened to text, news-database exports, web-text corpora. It
//! returns a typed [`Document`] in which every byte of the input is accounted for and every repair is on record.
//!
//! ```
//! use copydesk::{Role, Source};
//!
//! let source = Source::new("Harbour Gazette\n\nFerry returns\n\n-\n\nThe ferry is back.\n\nNewspapers in English\n")?;
//! let document = copydesk::parse(&source);
//! assert_eq!(document.publication(), Some("Harbour Gazette"));
//! assert_eq!(document.headline(), Some("Ferry returns"));
//! assert_eq!(document.blocks().filter(|block| block.role() == Role::Paragraph).count(), 1);
//! # Ok::<(), copydesk::SourceTooLong>(())
//! ```
//!
//! The stages are *decode → envelope → repair → blocks and roles → layers → write*. A stage reads only what earlier stages wrote.
//!
//! - [`parse()`] parses one article with the defaults. [`Options`] changes them, and [`Options::documents`] splits an export into articles.
//! - [`Document`] gives the header, the [`Block`]s with their [`Role`]s, the [`Repair`]s, the [`Note`]s and the text.
//! - [`Layer`]s, such as [`figures`] and [`dates`], annotate the text on request.
//! - [`Parser`] parses many sources in the same memory.
//! - [`mod@write`] turns documents into JSON, text, Markdown and HTML.
//! - [`Document::check`] tests the invariants.

mod annotate;
mod blocks;
mod check;
mod compose;
mod data;
mod decode;
mod document;
mod envelope;
mod explain;
mod few;
mod header;
mod keys;
mod language;
mod letters;
mod lines;
mod masks;
mod names;
mod note;
mod offsets;
mod options;
mod parse;
mod parser;
mod phrase;
mod pieces;
mod registry;
mod repair;
mod reparse;
mod reuse;
mod scan;
mod source;
mod span;
mod split;
#[doc(hidden)]
pub mod stages;
pub mod write;

#[doc(hidden)]
pub use annotate::Cells;
#[cfg(feature = "places")]
pub use annotate::places;
pub use annotate::{
    Category, Cell, Column, ColumnType, LAYERS, Layer, Layers, Mention, Record, RowError, RowView, Table, Value,
    abbreviations, dates, enumerations, figures, links, quotations, sentences,
};
pub use blocks::{FAMILIES, Family, FurnitureKind, Role};
pub use check::Violation;
pub use decode::{Decoding, Encoding, Markup};
pub use document::{Block, Document, Repair};
pub use envelope::{
    ANPA1312, ENVELOPES, EUROPRESSE, Envelope, FACTIVA, IPTC7901, MEDIARGUS, NEWSML_G2, NEXIS_LEGACY, NEXIS_UNI, NITF,
    ONE_LINE, PLAIN, PRESSREADER, PROQUEST, Part, Profile, TAGGED_CORPUS, WEB_PAGE,
};
pub use explain::explain;
pub use header::{Author, Byline, BylineStatus, DateField, Dateline, Extra, FieldKind, HEADER_FIELDS, PageField, Term};
pub use language::Language;
pub use names::UnknownName;
pub use note::{Note, NoteKind};
pub use offsets::{CodePoints, OffsetUnit};
pub use options::{InvalidRepairs, Options, Repairs};
pub use parser::Parser;
pub use pieces::Piece;
pub use repair::{Evidence, RULES, Risk, Rule, RuleSet};
pub use source::{SOURCE_LIMIT, Source, SourceTooLong};
pub use span::{SourceSpan, TextSpan};

/// Parses a source as one article, with the default [`Options`].
#[must_use]
pub fn parse(source: &Source) -> Document {
    Options::default().parse(source)
}

/// The page of a registered thing: the module doc at the head of its file, without the comment marks.
fn page(file: &str) -> String {
    let mut page = String::new();
    for line in file.lines().map_while(|line| line.strip_prefix("//!")) {
        page.push_str(line.strip_prefix(' ').unwrap_or(line));
        page.push('\n');
    }
    page
}
