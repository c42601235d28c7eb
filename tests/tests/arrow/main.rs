//! Documents as Arrow: each row is the JSON of its document, and the schema is the one that was agreed.

mod json;
mod schema;

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use arrow_array::{Array, RecordBatch};
use copydesk::write::{ErrorRow, Writer};
use copydesk::{Column, ColumnType, Document, LAYERS, Options, Risk, Source, Table};
use copydesk_corpus::arrow::Rows;
use copydesk_tests::tree;
use serde_json::Value as Json;

/// Texts that nobody prints, and some that are there for one column.
const HOSTILE: &[(&str, &[u8])] = &[
    ("empty", b""),
    ("white space", b" \n\t\r\n \n"),
    ("invalid", b"Ferry\xff returns\n\nThe \xc3\x28 ferry \xf0\x9f is back.\xe2"),
    ("byte order mark", b"\xef\xbb\xbfFerry returns\r\n\r\nBy Ada Crane\r\n\r\nThe ferry is back.\r\n"),
    ("nul", b"Ferry\0returns\n\n\0\n\nIt \x1b[1m came \"back\".\n"),
    ("not Latin", "渡船回来了\n\n🚢 The ferry 🏴󠁧󠁢󠁳󠁣󠁴󠁿 is back e\u{301}.\n\n二\u{2028}三\n".as_bytes()),
    ("addresses", b"Ferry returns\n\nBook at www.ferry.example or write to desk@ferry.example, says @ferry.\n"),
    ("dateline", b"Ferry returns\n\nOSLO, Nov. 18 (Reuters) - The ferry is back, and it is full of people.\n"),
];

fn sources() -> Result<Vec<(String, Source)>> {
    let mut sources = Vec::new();
    for folder in ["tests/articles", "examples"] {
        for path in tree::files(&tree::root().join(folder), "txt")? {
            sources.push((tree::relative(&path), Source::new(std::fs::read(&path)?)?));
        }
    }
    for (name, bytes) in HOSTILE {
        sources.push(((*name).to_owned(), Source::new(*bytes)?));
    }
    Ok(sources)
}

fn written(document: &Document, id: &str) -> Result<Json> {
    let writer = Writer::named("json").context("a registered writer")?;
    Ok(serde_json::from_str(&writer.write(document, id))?)
}

fn batch(documents: &[(String, Document)]) -> Result<RecordBatch> {
    let mut rows = Rows::with_capacity(documents.len(), 4096 * documents.len());
    for (id, document) in documents {
        rows.document(Some(id), document)?;
    }
    assert_eq!(rows.len(), documents.len());
    assert_eq!(rows.text_bytes(), documents.iter().map(|(_, document)| document.text().len()).sum::<usize>());
    Ok(rows.finish()?)
}

#[test]
fn a_row_is_the_json_of_its_document() -> Result<()> {
    let mut documents = Vec::new();
    let all = [Options::new(), Options::new().layers(LAYERS).repairs(Risk::All)];
    for (name, source) in sources()? {
        for options in &all {
            documents.extend(options.parts(&source).map(|document| (name.clone(), document)));
        }
    }
    let batch = batch(&documents)?;
    let mut seen = BTreeSet::new();
    for (row, (id, document)) in documents.iter().enumerate() {
        let (found, expected) = (json::row(&batch, row), written(document, id)?);
        assert_eq!(found, expected, "{id}");
        note(&expected, "", &mut seen);
    }
    // Parity of what is never there would be worth nothing.
    for key in [
        "/byline/authors/name",
        "/dateline/place",
        "/dateline/agency",
        "/fields/date/value",
        "/blocks/kind",
        "/repairs/rules",
        "/repairs/evidence",
        "/repairs/before_base64",
        "/notes/message",
        "/layers/links/kind",
    ] {
        assert!(seen.contains(key), "no document has {key}: {seen:?}");
    }
    Ok(())
}

/// The paths of the values that are not null.
fn note(json: &Json, path: &str, seen: &mut BTreeSet<String>) {
    match json {
        Json::Null => {}
        Json::Object(map) => map.iter().for_each(|(key, value)| note(value, &format!("{path}/{key}"), seen)),
        Json::Array(items) => items.iter().for_each(|item| note(item, path, seen)),
        _ => drop(seen.insert(path.to_owned())),
    }
}

#[test]
fn one_builder_gives_many_batches() -> Result<()> {
    let (mut rows, mut count) = (Rows::new(), 0);
    assert_eq!(rows.finish()?.num_rows(), 0);
    for (at, (id, source)) in sources()?.iter().enumerate() {
        let document = copydesk::parse(source);
        rows.document(Some(id), &document)?;
        rows.error(None, Some(id), None, "only said to be broken")?;
        if at % 3 == 0 {
            let batch = rows.finish()?;
            assert_eq!(json::row(&batch, batch.num_rows() - 2), written(&document, id)?);
            assert!(rows.is_empty() && rows.text_bytes() == 0);
            count += 1;
        }
    }
    assert!(count > 3);
    Ok(())
}

#[test]
fn an_error_is_a_row_with_nothing_else() -> Result<()> {
    let mut rows = Rows::new();
    let document = copydesk::parse(&Source::new("Ferry returns\n")?);
    rows.error(Some("7"), Some("papers.jsonl"), Some(7), "no field `text`")?;
    rows.document(None, &document)?;
    rows.error(None, None, Some(u64::MAX), "a record with a number that no signed one holds")?;
    let batch = rows.finish()?;
    let expected = serde_json::to_value(ErrorRow::new("7", "papers.jsonl", Some(7), "no field `text`"))?;
    let mut found = json::row(&batch, 0);
    assert_eq!(found["error"], expected["error"]);
    let keys = found.as_object_mut().context("a row is an object")?;
    // As every column is there in every row, the others are null.
    keys.retain(|key, value| !value.is_null() || expected.get(key).is_some());
    assert_eq!(found, expected);
    assert!(batch["error"].is_null(1) && batch["id"].is_null(1));
    assert_eq!(json::row(&batch, 2)["error"]["record"], Json::Null);
    Ok(())
}

#[test]
fn a_layer_of_a_user_s_own_has_no_column() -> Result<()> {
    let column =
        Column { name: "mine".into(), kind: ColumnType::String, nullable: true, doc: "What I say of it.".into() };
    let document = copydesk::parse(&Source::new("Ferry returns\n")?);
    let document = document.with_layer(Table::new("links", vec![column])).with_layer(Table::new("mine", Vec::new()));
    let batch = batch(&[("mine".to_owned(), document)])?;
    assert_eq!(json::row(&batch, 0)["layers"], Json::Object(serde_json::Map::new()));
    Ok(())
}
