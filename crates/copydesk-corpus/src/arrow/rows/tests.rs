//! Documents that do not fit, tested with a small limit in place of two gigabytes.

use arrow_array::cast::AsArray as _;
use arrow_array::{Array, RecordBatch, StructArray};
use copydesk::{Document, Options, Repairs, Source};

use super::{NoRoom, Rows};

fn parse(text: impl Into<String>) -> Document {
    copydesk::parse(&Source::new(text.into()).expect("under a gigabyte"))
}

fn errors(batch: &RecordBatch) -> &StructArray {
    batch["error"].as_struct()
}

fn reason(batch: &RecordBatch, row: usize) -> &str {
    errors(batch)["reason"].as_string::<i32>().value(row)
}

#[test]
fn a_document_that_no_batch_could_hold_becomes_an_error() {
    let mut rows = Rows::with_limit(100);
    rows.document(Some("long"), &parse("word ".repeat(30))).expect("an empty batch takes it");
    let batch = rows.finish().expect("a batch");
    assert_eq!(reason(&batch, 0), "its text has 150 bytes; an Arrow string holds at most 100");
    assert_eq!(batch["id"].as_string::<i32>().value(0), "long");
    assert!(batch["text"].is_null(0) && batch["blocks"].is_null(0) && batch["layers"].is_null(0));
}

#[test]
fn what_is_known_of_a_document_can_be_longer_than_its_text() {
    let mut rows = Rows::with_limit(100);
    // Of each line of one byte the name of the role is longer.
    rows.document(None, &parse("a\n\n".repeat(30))).expect("an empty batch takes it");
    // Each byte that is not UTF-8 is a repair with a rule, and a note.
    let bytes = Source::new(b"\xff a".repeat(20)).expect("under a gigabyte");
    let document = Options::new().repairs(Repairs::NONE).parse(&bytes);
    rows.document(Some(&"i".repeat(101)), &document).expect_err("the reason needs room too");
    let batch = rows.finish().expect("a batch");
    assert!(reason(&batch, 0).starts_with("its roles have "), "{}", reason(&batch, 0));
    rows.document(Some(&"i".repeat(101)), &document).expect("an empty batch takes it");
    let batch = rows.finish().expect("a batch");
    assert!(reason(&batch, 0).starts_with("its notes have "), "{}", reason(&batch, 0));
    assert_eq!(batch["id"].as_string::<i32>().value(0).len(), 100);
}

#[test]
fn a_full_batch_says_so_and_goes_on_empty() {
    let document = parse("A boat came in.\n\nIt went out again.\n");
    let mut rows = Rows::with_limit(150);
    let mut batches = Vec::new();
    for id in ["one", "two", "three", "four", "five", "six", "seven", "eight"] {
        if rows.document(Some(id), &document) == Err(NoRoom) {
            batches.push(rows.finish().expect("a batch"));
            rows.document(Some(id), &document).expect("an empty batch takes it");
        }
    }
    batches.push(rows.finish().expect("a batch"));
    assert!(batches.len() > 1 && batches.len() < 8, "{} batches", batches.len());
    let ids: Vec<&str> = batches.iter().flat_map(|batch| batch["id"].as_string::<i32>().iter().flatten()).collect();
    assert_eq!(ids, ["one", "two", "three", "four", "five", "six", "seven", "eight"]);
    assert!(batches.iter().all(|batch| errors(batch).null_count() == batch.num_rows()));
}

#[test]
fn an_error_that_is_too_long_is_cut_at_a_character() {
    let mut rows = Rows::with_limit(9);
    rows.error(None, Some("a/long/name.txt"), Some(3), "ééééééé").expect("an empty batch takes it");
    assert_eq!(rows.error(None, None, None, "no"), Err(NoRoom));
    let batch = rows.finish().expect("a batch");
    assert_eq!(reason(&batch, 0), "éééé");
    assert_eq!(errors(&batch)["file"].as_string::<i32>().value(0), "a/long/na");
    assert!(rows.is_empty());
}

#[test]
fn a_row_can_stand_for_nothing() {
    let mut rows = Rows::with_limit(100);
    rows.null(Some("one")).expect("there is room");
    rows.null(None).expect("there is room");
    let batch = rows.finish().expect("a batch");
    for (column, values) in batch.schema().fields().iter().zip(batch.columns()) {
        let nulls = match column.name().as_str() {
            "schema" => 0,
            "id" => 1,
            _ => 2,
        };
        assert_eq!(values.null_count(), nulls, "{}", column.name());
    }
    rows.null(Some(&"i".repeat(99))).expect("there is room");
    assert_eq!(rows.null(Some("two")), Err(NoRoom));
}
