//! The JSON Schema of the JSON form, made from the types, and for layers from their columns.

use schemars::{Schema, SchemaGenerator, generate::SchemaSettings, json_schema as schema};
use serde_json::{Map, Value as Json, json};

use crate::annotate::{Column, ColumnType, LAYERS};
use crate::offsets::OffsetUnit;

use super::json::{ErrorRow, JsonDocument, SCHEMA};

/// What is written for one input: a document, or why there is none.
#[derive(schemars::JsonSchema)]
#[schemars(title = "copydesk row", untagged)]
#[allow(dead_code, clippy::large_enum_variant)]
enum Row<'r> {
    Document(JsonDocument<'r>),
    Error(ErrorRow<'r>),
}

/// The JSON Schema (draft 2020-12) of one row of the JSON form: a document, or the row of an input that could not be read.
#[must_use]
pub fn json_schema() -> Json {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Row<'_>>().to_value()
}

pub(super) fn schema_name(_: &mut SchemaGenerator) -> Schema {
    schema!({ "const": SCHEMA })
}

pub(super) fn offset_unit(_: &mut SchemaGenerator) -> Schema {
    schema!({ "enum": [OffsetUnit::Byte.name(), OffsetUnit::CodePoint.name()] })
}

/// Adds what a command that reads records puts at the end of a row: the fields of the record that are neither its text nor its id.
pub(super) fn with_input(row: &mut Schema) {
    let input = json!({ "type": "object", "description": "What else the record held that the row was made from, as it stands there." });
    if let Some(properties) = row.get_mut("properties").and_then(Json::as_object_mut) {
        properties.insert("input".into(), input);
    }
}

/// The schema of `layers`: each registered layer by name. Layers of a user's own may stand beside them.
pub(super) fn layers(_: &mut SchemaGenerator) -> Schema {
    let layers: Map<String, Json> =
        LAYERS.iter().map(|layer| (layer.name().to_owned(), rows(layer.columns()))).collect();
    schema!({ "type": "object", "properties": layers })
}

fn rows(columns: &[Column]) -> Json {
    let mut properties = Map::new();
    properties.insert("text".into(), span());
    for column in columns {
        let mut kind = column_type(&column.kind);
        if column.nullable {
            kind = json!({ "anyOf": [kind, { "type": "null" }] });
        }
        kind["description"] = column.doc.trim().into();
        properties.insert(column.name.clone().into_owned(), kind);
    }
    let required: Vec<&String> = properties.keys().collect();
    json!({
        "type": "array",
        "items": { "type": "object", "required": required, "properties": properties, "additionalProperties": false },
    })
}

fn column_type(kind: &ColumnType) -> Json {
    match kind {
        ColumnType::Index => json!({ "type": "integer", "minimum": 0 }),
        ColumnType::String => json!({ "type": "string" }),
        ColumnType::Category(words) => json!({ "enum": words }),
        ColumnType::Span => span(),
        ColumnType::Spans => json!({ "type": "array", "items": span() }),
        ColumnType::Mention => json!({
            "type": "object",
            "required": ["text", "name"],
            "properties": { "text": span(), "name": { "type": "string" } },
            "additionalProperties": false,
        }),
    }
}

fn span() -> Json {
    json!({ "type": "array", "items": { "type": "integer", "minimum": 0 }, "minItems": 2, "maxItems": 2 })
}
