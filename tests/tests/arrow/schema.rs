//! The schema: the columns are the keys of the JSON form, and what was agreed stays.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::{Context, Result};
use arrow_schema::{DataType, Field};
use copydesk::write::{Writer, json_schema};
use copydesk::{HEADER_FIELDS, Source};
use copydesk_corpus::arrow::schema;
use copydesk_tests::tree;
use serde_json::Value as Json;

#[test]
fn the_schema_is_as_recorded() -> Result<()> {
    let path = tree::root().join("tests/records/arrow-schema.txt");
    let found = shown();
    if std::env::var_os("COPYDESK_BLESS").is_some() {
        std::fs::write(&path, &found)?;
    }
    let recorded = std::fs::read_to_string(&path)?;
    assert!(
        recorded == found,
        "the schema of Arrow is not as in {}: within copydesk/1 it may only grow.\n{found}\n\
         (COPYDESK_BLESS=1 writes it anew)",
        tree::relative(&path)
    );
    Ok(())
}

/// A line for each field, its children below it.
fn shown() -> String {
    let schema = schema();
    let mut text = String::new();
    let mut metadata: Vec<_> = schema.metadata().iter().collect();
    metadata.sort();
    for (key, value) in metadata {
        // This one changes with every release.
        let value = if key == "copydesk.version" { "(the version)" } else { value };
        let _ = writeln!(text, "{key} = {value}");
    }
    for field in schema.fields() {
        show(field, 0, &mut text);
    }
    text
}

fn show(field: &Field, depth: usize, text: &mut String) {
    let null = if field.is_nullable() { " or null" } else { "" };
    let (kind, children): (String, Vec<&Field>) = match field.data_type() {
        DataType::Struct(fields) => ("struct".into(), fields.iter().map(|field| &**field).collect()),
        DataType::List(item) => ("list".into(), vec![item]),
        other => (other.to_string().to_lowercase(), Vec::new()),
    };
    let _ = writeln!(text, "{:indent$}{}: {kind}{null}", "", field.name(), indent = 2 * depth);
    for child in children {
        show(child, depth + 1, text);
    }
}

#[test]
fn the_columns_are_in_the_order_of_the_json() -> Result<()> {
    let document = copydesk::parse(&Source::new("Ferry returns\n")?);
    let json = Writer::named("json").context("a registered writer")?.write(&document, "1");
    let top = json.lines().filter_map(|line| line.strip_prefix("  \"")?.split_once('"'));
    let keys: Vec<&str> = top.map(|(key, _)| key).chain(["error", "input"]).collect();
    let schema = schema();
    let columns: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
    assert_eq!(columns, keys);
    Ok(())
}

#[test]
fn the_columns_are_the_keys_of_the_json_schema() -> Result<()> {
    let root = json_schema();
    let schema = schema();
    let mut properties = BTreeSet::new();
    for kind in root["anyOf"].as_array().context("a row is one of two things")? {
        let object = resolve(&root, kind);
        for (key, property) in object["properties"].as_object().context("a row is an object")? {
            properties.insert(key.clone());
            let field = schema.field_with_name(key).with_context(|| format!("Arrow has no column `{key}`"))?;
            compare(&root, property, field, key);
        }
    }
    let columns: BTreeSet<String> = schema.fields().iter().map(|field| field.name().clone()).collect();
    assert_eq!(columns, properties);
    Ok(())
}

/// Holds the children of a field against the properties of what stands for it in JSON.
fn compare(root: &Json, property: &Json, field: &Field, path: &str) {
    let property = resolve(root, property);
    match field.data_type() {
        // A map in JSON; its keys are a list of the library's.
        DataType::Struct(fields) if path == "fields" => {
            assert_eq!(fields.iter().map(|field| field.name().as_str()).collect::<Vec<_>>(), HEADER_FIELDS);
            for field in fields.iter().filter(|field| field.name() == "date") {
                compare(root, &property["additionalProperties"], field, "fields.date");
            }
        }
        DataType::Struct(fields) => {
            let Some(properties) = property["properties"].as_object() else { panic!("{path} is no object in JSON") };
            let names: BTreeSet<&str> = fields.iter().map(|field| field.name().as_str()).collect();
            assert_eq!(names, properties.keys().map(String::as_str).collect(), "children of {path}");
            for field in fields {
                let name = field.name();
                compare(root, &properties[name], field, &format!("{path}.{name}"));
            }
        }
        DataType::List(item) => compare(root, &property["items"], item, &format!("{path}[]")),
        _ => assert!(property.get("properties").is_none(), "{path} is an object in JSON"),
    }
}

/// What a reference refers to, and of something that can be null what it is else.
fn resolve<'s>(root: &'s Json, mut schema: &'s Json) -> &'s Json {
    loop {
        if let Some(reference) = schema["$ref"].as_str() {
            schema = root.pointer(reference.trim_start_matches('#')).expect("a reference within the schema");
        } else if let Some(kinds) = schema["anyOf"].as_array() {
            schema = kinds.iter().find(|kind| kind["type"] != "null").expect("something that is not null");
        } else {
            return schema;
        }
    }
}
