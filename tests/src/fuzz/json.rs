//! What is written of a document is read again: JSON that its schema knows and that gives the source back.

use std::sync::LazyLock;

use copydesk::Document;
use copydesk::write::{WRITERS, Writer, json_schema};
use serde_json::Value as Json;

use super::input::Input;
use super::{Target, broken};
use crate::laws;

/// What writers write.
pub static JSON: Target = Target { name: "json", about: "what writers write", run };

static SCHEMA: LazyLock<jsonschema::Validator> =
    LazyLock::new(|| jsonschema::validator_for(&json_schema()).expect("the schema is a schema"));

fn run(bytes: &[u8]) -> Result<(), String> {
    let input = Input::of(bytes);
    let document = input.annotated().parse(&input.source());
    let line = written(&document, "jsonl")?;
    broken(line.trim_end().contains(['\n', '\r']), || "a row has more than one line".into())?;
    let json: Json = serde_json::from_str(&line).map_err(|error| error.to_string())?;
    let pretty: Json = serde_json::from_str(&written(&document, "json")?).map_err(|error| error.to_string())?;
    broken(json != pretty, || "json and jsonl differ".into())?;
    if let Some(error) = SCHEMA.iter_errors(&json).next() {
        return Err(format!("{error} at {}", error.instance_path));
    }
    broken(laws::recovered(&json).as_deref() != Some(input.text), || "the JSON form gives another source back".into())?;
    let open = WRITERS.iter().find(|writer| !writer.write(&document, "id").ends_with('\n'));
    broken(open.is_some(), || format!("{} ends without a line end", open.map_or("", |writer| writer.name())))
}

fn written(document: &Document, writer: &str) -> Result<String, String> {
    Ok(Writer::named(writer).ok_or("no such writer")?.write(document, "id"))
}
