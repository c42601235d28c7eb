//! Parquet files.

use std::sync::Arc;

use super::{Sample, gzip, zstd};
use ::parquet::arrow::ArrowWriter;
use ::parquet::file::properties::WriterProperties;
use arrow_array::types::Int32Type;
use arrow_array::{
    ArrayRef, BinaryArray, DictionaryArray, Int64Array, ListArray, RecordBatch, StringArray, StringViewArray,
};
use copydesk_corpus::{OtherFields, Reading};

/// Rows in row groups of a thousand.
fn file(columns: Vec<(&str, ArrayRef)>) -> Vec<u8> {
    let batch =
        RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, column)| (name, column, true)));
    let batch = batch.unwrap();
    let properties = WriterProperties::builder().set_max_row_group_row_count(Some(1000)).build();
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), Some(properties)).unwrap();
    writer.write(&batch).unwrap();
    writer.into_inner().unwrap()
}

fn days(count: i64) -> Vec<u8> {
    let texts = (0..count).map(|n| format!("On day {n} the ferry sailed at {}.", n * 7919 % 1440));
    let ids = Int64Array::from_iter_values(0..count);
    file(vec![("id", Arc::new(ids)), ("text", Arc::new(StringArray::from_iter_values(texts)))])
}

#[test]
fn a_row_is_a_record() {
    let lists = ListArray::from_iter_primitive::<arrow_array::types::Int64Type, _, _>([Some([Some(1), None]), None]);
    let bytes = file(vec![
        ("source", Arc::new(StringArray::from(vec![Some("harbour"), None]))),
        ("text", Arc::new(StringArray::from(vec![Some("It rained."), None]))),
        ("pages", Arc::new(lists)),
        ("id", Arc::new(Int64Array::from(vec![Some(7), None]))),
    ]);
    for (name, bytes) in [("a.parquet", bytes.clone()), ("a.parquet.gz", gzip(&bytes)), ("a.parquet.zst", zstd(&bytes))]
    {
        let sample = Sample::new(name, &bytes);
        let null = format!("! {name}, record 2: its field `text` is null, not a string");
        assert_eq!(sample.short(), ["7: It rained.", &null]);
        let mut items = sample.read(Reading::default());
        let unreadable = items.remove(1).unwrap_err();
        assert_eq!(unreadable.fields.as_deref(), Some("{\"source\":null,\"pages\":null}"));
        let record = items.remove(0).unwrap();
        assert_eq!(record.fields.as_deref(), Some("{\"source\":\"harbour\",\"pages\":[1,null]}"));
        let drop = Reading { other_fields: OtherFields::Drop, ..Reading::default() };
        assert!(sample.read(drop)[0].as_ref().unwrap().fields.is_none());
    }
}

#[test]
fn texts_of_every_kind_of_string_are_read() {
    let texts = ["It rained.", "It snowed."];
    let columns: [ArrayRef; 4] = [
        Arc::new(StringViewArray::from_iter_values(texts)),
        Arc::new(BinaryArray::from_iter_values(texts)),
        Arc::new(DictionaryArray::<Int32Type>::from_iter(texts)),
        Arc::new(arrow_array::LargeStringArray::from_iter_values(texts)),
    ];
    for column in columns {
        let kind = column.data_type().clone();
        let sample = Sample::new("a.pq", &file(vec![("text", column)]));
        assert_eq!(sample.short(), ["a.pq#1: It rained.", "a.pq#2: It snowed."], "{kind}");
    }
}

#[test]
fn columns_that_are_not_there_or_no_text_are_said() {
    let sample = Sample::new("a.parquet", &file(vec![("body", Arc::new(Int64Array::from(vec![1])))]));
    assert_eq!(sample.short(), ["! a.parquet: has no column `text`; there is `body`"]);
    let body = Reading { text_field: "body".into(), ..Reading::default() };
    assert_eq!(sample.short_as(body), ["! a.parquet: its column `body` is Int64, not of strings"]);
}

#[test]
fn a_damaged_row_group_is_an_error_and_the_next_ones_come_out() {
    let whole = days(4000);
    assert_eq!(Sample::new("a.parquet", &whole).short().len(), 4000);
    // The texts of the second row group.
    let at = whole.windows(18).position(|window| window == b"On day 1500 the fe").unwrap();
    let mut wrong = whole.clone();
    wrong[at - 4..at].copy_from_slice(&[0xff; 4]);
    let short = Sample::new("a.parquet", &wrong).short();
    let errors: Vec<&String> = short.iter().filter(|line| line.starts_with('!')).collect();
    assert!(errors.len() == 1 && errors[0].contains("row group 2 is damaged"), "{errors:?}");
    assert_eq!(short.last().unwrap(), "3999: On day 3999 the ferry sailed at 1041.");
    assert!(short.len() > 3000, "{}", short.len());
}

/// Bytes flipped anywhere: whatever comes of it, it is no panic, and not without end.
#[test]
fn flipped_bytes_are_errors_at_worst() {
    let whole = days(3000);
    for seed in 0_usize..300 {
        let mut wrong = whole.clone();
        for n in 0..1 + seed % 5 {
            let at = (seed * 7_919 + n * 104_729) * 31 % whole.len();
            wrong[at] ^= 1 << (seed % 8);
        }
        let items = Sample::new("a.parquet", &wrong).read(Reading::default()).len();
        assert!(items <= 3003, "{seed}: {items}");
    }
    for cut in [0, 3, 4, 100, whole.len() / 2, whole.len() - 1] {
        Sample::new("a.parquet", &whole[..cut]).short();
    }
}
