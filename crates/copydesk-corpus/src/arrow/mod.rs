//! Documents as Arrow: one row for each document, or for each input that gave none.
//!
//! ```
//! use copydesk::Source;
//! use copydesk_corpus::arrow::Rows;
//!
//! let mut rows = Rows::new();
//! for (id, text) in [("1", "Ferry returns\n\nThe ferry is back.\n"), ("2", "Rain\n\nIt rained.\n")] {
//!     let document = copydesk::parse(&Source::new(text)?);
//!     rows.document(Some(id), &document)?;
//! }
//! rows.error(Some("3"), Some("papers.jsonl"), Some(3), "the record has no field `text`")?;
//! let batch = rows.finish()?;
//! assert_eq!((batch.num_rows(), batch.schema()), (3, copydesk_corpus::arrow::schema()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! When looping over a corpus, finish a batch when [`Rows::text_bytes`] says that it is large enough, or when it has no room left
//! ([`NoRoom`]). [`RowBatches`] does the latter by itself.
//!
//! # The columns
//!
//! They are the keys of the JSON form, with the same names, order and meaning: a row written as JSON is the JSON of the document. Where
//! JSON leaves a key out, the row has null.
//!
//! | column | type |
//! |---|---|
//! | `schema` | string, `copydesk/1`; the one column that is never null |
//! | `id` | string or null: the file's name, or the record's own identifier |
//! | `offset_unit` | string, `byte` |
//! | `envelope`, `language` | string; the language can be null |
//! | `publication`, `edition`, `section`, `page`, `date`, `kicker`, `headline`, `deck` | string or null, verbatim |
//! | `byline` | struct of `status`, `text` and `authors`, a list of structs of `name`, `role`, `affiliation`, `place`, `email` |
//! | `dateline` | struct of `text`, `place`, `agency`, `date`, or null |
//! | `part` | string: `article`, or what surrounds the articles of an export |
//! | `extras` | list of structs of `name`, `value`, `source`, `kind`, `parsed` and `terms`, a list of structs of `scheme`, `code`, `name`, `score` |
//! | `fields` | struct with a child for each field of the header: a struct of its `source`, or null; `date` and `page` also have their `value` |
//! | `text`, `body` | string view |
//! | `blocks` | list of structs of `role`, `kind`, `source`, `text`, `continues` |
//! | `repairs` | list of structs of `rules`, `risk`, `evidence`, `source`, `text`, `before`, `before_base64`, `after` |
//! | `notes` | list of structs of `kind`, `source`, `message` |
//! | `layers` | struct with a child for each registered layer: a list of structs of `text` and the layer's columns, or null |
//! | `error` | struct of `file`, `record`, `offset`, `reason`, or null |
//! | `input` | string or null: the other fields of the record, as a JSON object |
//!
//! - A **span** (`source`, `text` inside a list, a layer's spans) is a list of two `int32`: `[start, end]`. Offsets are **bytes**: source
//!   offsets count from the start of the file or record, text offsets from the start of the column `text` of the row.
//! - A **number of a block or row** (`continues`, a layer's `block`) is an `int32` from 0. Numbers are signed because several engines have
//!   no others; [`COLUMN_LIMIT`] keeps offsets below the largest one.
//! - A **string** is `utf8` with 32-bit offsets, the form that every engine reads. So are categories. Only `text` and `body` are
//!   `utf8_view`: an unchanged text is then shared with the column that it came from, and a body with its text. An engine without views
//!   casts these two.
//! - A **layer** that was not requested is null; one that found nothing is an empty list. Unregistered layers (a user's own, by
//!   [`Document::with_layer`](copydesk::Document::with_layer)) have no column, even if one has the name of a registered layer and other
//!   columns.
//!
//! # Errors
//!
//! An input that cannot be read is a row too. It has `schema`, `id`, `error` and perhaps `input`, and null in every other column; the row
//! of a document has null in `error`. `record` counts from 1. `offset` (the byte at which the record begins, if known) counts from 0. A
//! document that no column could hold ([`COLUMN_LIMIT`]) becomes such a row. An input with null in place of its text becomes a row with
//! neither ([`Rows::null`]).
//!
//! # Versions
//!
//! The metadata of the schema has `copydesk.schema` (`copydesk/1`), `copydesk.version` (of this crate) and `copydesk.offset_unit`. Within
//! `copydesk/1`, new columns and struct children may be added, such as a new layer, and strings may get new values, such as a new role.
//! None is removed, renamed or given another type. So select by name, not by position.

mod batches;
mod blocks;
mod byline;
mod column;
mod demand;
mod error;
mod extras;
mod fields;
mod head;
mod layers;
mod repairs;
mod rows;
mod schema;
mod texts;

pub use batches::RowBatches;
pub use rows::{COLUMN_LIMIT, NoRoom, Rows};
pub use schema::schema;
