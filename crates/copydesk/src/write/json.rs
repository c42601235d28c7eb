//! # json
//!
//! The whole document as one JSON object, `"schema": "copydesk/1"`: `json` is indented, `jsonl` has one document per line.
//!
//! Offsets are bytes: source offsets count from the start of the file or record, text offsets from the start of the document's text. If a
//! language binding uses another unit for text offsets, `offset_unit` says so; source offsets are always bytes. A block's `source`
//! includes its white space and line ends; its `text` is only the content. A repair's `before` is the source as text. If that is not
//! valid UTF-8, it is null and `before_base64` has the bytes, so the source can always be rebuilt from the text and the repairs.
//! `copydesk schema` prints the JSON Schema.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::annotate::{Layers, RowView, Table, Value};
use crate::blocks::{FurnitureKind, Role};
use crate::document::Document;
use crate::envelope::Part;
use crate::header::{Byline, Dateline, FieldKind, Term};
use crate::language::Language;
use crate::note::NoteKind;
use crate::offsets::{CodePoints, OffsetUnit};
use crate::repair::Risk;
use crate::span::{SourceSpan, TextSpan};

use super::Writer;

/// The name and version of the JSON form.
pub const SCHEMA: &str = "copydesk/1";

/// One document per line.
pub(super) static JSONL: Writer = Writer {
    name: "jsonl",
    page: include_str!("json.rs"),
    ends: &["jsonl", "ndjson"],
    shows_layers: true,
    write: jsonl,
};
/// One document, indented.
pub(super) static JSON: Writer =
    Writer { name: "json", page: include_str!("json.rs"), ends: &["json"], shows_layers: true, write: json };

fn jsonl(document: &Document, id: &str) -> String {
    let mut line = to_json(document, id, OffsetUnit::Byte);
    line.push('\n');
    line
}

fn json(document: &Document, id: &str) -> String {
    let spans = Spans::new(document, OffsetUnit::Byte);
    let mut text = serde_json::to_string_pretty(&JsonDocument::new(document, id, &spans)).expect(PLAIN_DATA);
    text.push('\n');
    text
}

/// The document as a JSON object on one line, without a line end, with text offsets in the given unit.
#[must_use]
pub fn to_json(document: &Document, id: &str, unit: OffsetUnit) -> String {
    let spans = Spans::new(document, unit);
    serde_json::to_string(&JsonDocument::new(document, id, &spans)).expect(PLAIN_DATA)
}

const PLAIN_DATA: &str = "a document is plain data";

/// Spans of the text in the unit that is asked for.
struct Spans<'d> {
    text: &'d str,
    unit: OffsetUnit,
    /// Counted only if it is asked for.
    points: Option<CodePoints>,
}

impl<'d> Spans<'d> {
    fn new(document: &'d Document, unit: OffsetUnit) -> Self {
        let text = document.text();
        let points = match unit {
            OffsetUnit::Byte => None,
            OffsetUnit::CodePoint => Some(CodePoints::new(text)),
        };
        Self { text, unit, points }
    }

    fn of(&self, span: TextSpan) -> [u32; 2] {
        match &self.points {
            None => [span.start(), span.end()],
            Some(points) => points.span(self.text, span).into(),
        }
    }
}

/// The row written instead of a document for an unreadable input, so that no input goes missing.
#[derive(Clone, Debug, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields, transform = super::schema::with_input))]
pub struct ErrorRow<'e> {
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::schema_name"))]
    schema: &'static str,
    id: &'e str,
    error: ErrorField<'e>,
}

#[derive(Clone, Debug, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
struct ErrorField<'e> {
    /// The file as it was named; `-` for standard input.
    file: &'e str,
    /// The number of the record, from 1, in a file of records.
    record: Option<u64>,
    /// The byte at which the record begins in the uncompressed file, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<u64>,
    /// Why it could not be read.
    reason: &'e str,
}

impl<'e> ErrorRow<'e> {
    /// The row for this input.
    #[must_use]
    pub fn new(id: &'e str, file: &'e str, record: Option<u64>, reason: &'e str) -> Self {
        Self { schema: SCHEMA, id, error: ErrorField { file, record, offset: None, reason } }
    }

    /// The row with the byte at which the record begins.
    #[must_use]
    pub fn at(mut self, offset: Option<u64>) -> Self {
        self.error.offset = offset;
        self
    }
}

/// A document as it is written.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(title = "copydesk document", deny_unknown_fields, transform = super::schema::with_input))]
pub(super) struct JsonDocument<'d> {
    /// The name and version of this form.
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::schema_name"))]
    schema: &'static str,
    /// The name of the document: the file's name, or the record's identifier.
    id: &'d str,
    /// The unit of the text offsets. Source offsets are bytes.
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::offset_unit"))]
    offset_unit: &'static str,
    /// The envelope: the format in which the article was delivered.
    envelope: &'static str,
    /// The ISO 639-1 code of the language, if the rules know it.
    language: Option<Language>,
    publication: Option<&'d str>,
    edition: Option<&'d str>,
    section: Option<&'d str>,
    /// The page as it stands; `fields.page.value` has it alone.
    page: Option<&'d str>,
    /// The date as it stands; `fields.date.value` has it in ISO 8601.
    date: Option<&'d str>,
    kicker: Option<&'d str>,
    headline: Option<&'d str>,
    deck: Option<&'d str>,
    byline: Byline<'d>,
    dateline: Option<Dateline<'d>>,
    part: Part,
    /// Labelled fields without a place in the header, in order, verbatim.
    extras: Vec<JsonExtra<'d>>,
    fields: JsonFields,
    /// The whole repaired text, furniture included.
    text: &'d str,
    /// The body: paragraphs, crossheads, lists.
    body: String,
    blocks: Vec<JsonBlock>,
    repairs: Vec<JsonRepair<'d>>,
    notes: Vec<JsonNote<'d>>,
    /// The requested layers, by name.
    #[cfg_attr(feature = "schema", schemars(schema_with = "super::schema::layers"))]
    layers: JsonLayers<'d>,
}

/// Where the header's fields were read, and their parsed values.
#[derive(Default, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct JsonFields(std::collections::BTreeMap<&'static str, JsonField>);

#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct JsonField {
    /// The place in the source.
    #[cfg_attr(feature = "schema", schemars(with = "[u32; 2]"))]
    source: SourceSpan,
    /// The value in a standard form, if it is certain: a date in ISO 8601, the page alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
}

#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct JsonExtra<'d> {
    /// The label as it stands; empty if the field is recognised by its position.
    name: &'d str,
    /// The value as it stands.
    value: &'d str,
    /// The place of the value.
    #[cfg_attr(feature = "schema", schemars(with = "[u32; 2]"))]
    source: SourceSpan,
    /// Its meaning, whatever the label.
    kind: Option<FieldKind>,
    /// The value in a standard form, if it is certain.
    parsed: Option<&'d str>,
    /// The index terms of the value.
    terms: Vec<Term<'d>>,
}

#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct JsonBlock {
    role: Role,
    /// The purpose of a furniture block.
    kind: Option<FurnitureKind>,
    /// The bytes that the block covers, white space and line ends included.
    #[cfg_attr(feature = "schema", schemars(with = "[u32; 2]"))]
    source: SourceSpan,
    /// The content, without white space at either end.
    text: [u32; 2],
    /// The number of the block that this one continues.
    continues: Option<usize>,
}

#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct JsonRepair<'d> {
    rules: Vec<&'static str>,
    risk: Risk,
    evidence: Vec<String>,
    #[cfg_attr(feature = "schema", schemars(with = "[u32; 2]"))]
    source: SourceSpan,
    text: [u32; 2],
    /// What was replaced; null if it is not valid UTF-8.
    before: Option<&'d str>,
    /// What was replaced, in base64, if it is not valid UTF-8.
    #[serde(skip_serializing_if = "Option::is_none")]
    before_base64: Option<String>,
    after: &'d str,
}

#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct JsonNote<'d> {
    kind: NoteKind,
    #[cfg_attr(feature = "schema", schemars(with = "[u32; 2]"))]
    source: SourceSpan,
    message: &'d str,
}

impl<'d> JsonDocument<'d> {
    fn new(document: &'d Document, id: &'d str, spans: &'d Spans<'d>) -> Self {
        let date = document.date();
        let date_value = date.and_then(|date| date.value).map(|value| value.to_string());
        let field = |(name, source)| {
            let value = match name {
                "date" => date_value.clone(),
                "page" => document.page().and_then(|page| page.value).map(ToOwned::to_owned),
                _ => None,
            };
            (name, JsonField { source, value })
        };
        Self {
            schema: SCHEMA,
            id,
            offset_unit: spans.unit.name(),
            envelope: document.envelope().name(),
            language: document.language(),
            publication: document.publication(),
            edition: document.edition(),
            section: document.section(),
            page: document.page().map(|page| page.text),
            date: date.map(|date| date.text),
            kicker: document.kicker(),
            headline: document.headline(),
            deck: document.deck(),
            byline: document.byline(),
            dateline: document.dateline(),
            part: document.part(),
            extras: document
                .extras()
                .map(|extra| JsonExtra {
                    name: extra.name,
                    value: extra.value,
                    source: extra.source,
                    kind: extra.kind,
                    parsed: extra.parsed,
                    terms: extra.terms,
                })
                .collect(),
            fields: JsonFields(document.fields().map(field).collect()),
            text: document.text(),
            body: document.body(),
            blocks: document
                .blocks()
                .map(|block| JsonBlock {
                    role: block.role(),
                    kind: block.kind(),
                    source: block.source(),
                    text: spans.of(block.text()),
                    continues: block.continues(),
                })
                .collect(),
            repairs: document
                .repairs()
                .map(|repair| {
                    let before = std::str::from_utf8(repair.before()).ok();
                    JsonRepair {
                        rules: repair.rules().names().collect(),
                        risk: repair.risk(),
                        evidence: repair.evidence().iter().map(ToString::to_string).collect(),
                        source: repair.source(),
                        text: spans.of(repair.text()),
                        before,
                        before_base64: before.is_none().then(|| BASE64.encode(repair.before())),
                        after: repair.after(),
                    }
                })
                .collect(),
            notes: document
                .notes()
                .iter()
                .map(|note| JsonNote { kind: note.kind, source: note.source, message: &note.message })
                .collect(),
            layers: JsonLayers { layers: document.layers(), spans },
        }
    }
}

struct JsonLayers<'d> {
    layers: &'d Layers,
    spans: &'d Spans<'d>,
}

impl Serialize for JsonLayers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let spans = self.spans;
        serializer.collect_map(self.layers.iter().map(|table| (table.name(), JsonRows { table, spans })))
    }
}

struct JsonRows<'d> {
    table: &'d Table,
    spans: &'d Spans<'d>,
}

impl Serialize for JsonRows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { table, spans } = *self;
        serializer.collect_seq(table.rows().map(|row| JsonRow { row, table, spans }))
    }
}

#[derive(serde::Serialize)]
struct JsonMention<'d> {
    text: [u32; 2],
    name: &'d str,
}

struct JsonRow<'d> {
    row: RowView<'d>,
    table: &'d Table,
    spans: &'d Spans<'d>,
}

impl Serialize for JsonRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let columns = self.table.columns();
        let mut map = serializer.serialize_map(Some(columns.len() + 1))?;
        map.serialize_entry("text", &self.spans.of(self.row.text()))?;
        for (column, value) in columns.iter().zip(self.row.values()) {
            let name = &*column.name;
            match value {
                Value::Null => map.serialize_entry(name, &())?,
                Value::Index(index) => map.serialize_entry(name, &index)?,
                Value::String(string) => map.serialize_entry(name, string)?,
                Value::Category(word) => map.serialize_entry(name, word)?,
                Value::Span(span) => map.serialize_entry(name, &self.spans.of(span))?,
                Value::Spans(spans) => {
                    let spans: Vec<[u32; 2]> = spans.iter().map(|&span| self.spans.of(span)).collect();
                    map.serialize_entry(name, &spans)?;
                }
                Value::Mention(span, mentioned) => {
                    map.serialize_entry(name, &JsonMention { text: self.spans.of(span), name: mentioned })?;
                }
            }
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Source, links};

    #[test]
    fn text_offsets_in_code_points_slice_characters() {
        let source = Source::new("Fähre 🚢 fährt\n\nMehr – unter www.faehre.example, sagt er.\n").unwrap();
        let document = Options::new().layers(&[&links::LAYER]).parse(&source);
        let json: serde_json::Value = serde_json::from_str(&to_json(&document, "a", OffsetUnit::CodePoint)).unwrap();
        assert_eq!(json["offset_unit"], "code-point");
        let characters: Vec<char> = document.text().chars().collect();
        let slice = |span: &serde_json::Value| -> String {
            let at = |index: usize| span[index].as_u64().unwrap() as usize;
            characters[at(0)..at(1)].iter().collect()
        };
        for (block, json) in document.blocks().zip(json["blocks"].as_array().unwrap()) {
            assert_eq!(slice(&json["text"]), block.content());
            assert_eq!(json["source"], serde_json::json!([block.source().start(), block.source().end()]));
        }
        assert_eq!(slice(&json["layers"]["links"][0]["text"]), "www.faehre.example");
    }
}
