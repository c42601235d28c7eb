//! JSON files that are no JSON lines: arrays, objects one after the other, one object.

use copydesk_corpus::Reading;

use super::{Sample, gzip};

const ONE: &str = "{\"id\":\"one\",\"text\":\"The ferry is back.\",\"source\":\"harbour\"}";
const TWO: &str = "{\n  \"id\": 7,\n  \"tags\": [\n    \"rain\"\n  ],\n  \"text\": \"It rained.\"\n}";

#[test]
fn the_objects_of_an_array_are_records_and_so_are_those_one_after_the_other() {
    let files = [
        format!("[{ONE},{TWO}]"),
        format!("\u{feff}[\n{ONE},\n{TWO}\n]\n"),
        format!("{ONE}\n{TWO}\n"),
        format!("{ONE},\n{TWO}"),
    ];
    for file in files {
        for (name, bytes) in [("a.json", file.clone().into_bytes()), ("a.json.gz", gzip(file.as_bytes()))] {
            let sample = Sample::new(name, &bytes);
            assert_eq!(sample.short(), ["one: The ferry is back.", "7: It rained."], "{file}");
            let records: Vec<_> = sample.read(Reading::default()).into_iter().map(Result::unwrap).collect();
            let fields: Vec<_> =
                records.iter().map(|record| record.fields.as_deref().unwrap().replace(' ', "")).collect();
            assert_eq!(fields, ["{\"source\":\"harbour\"}", "{\"tags\":[\"rain\"]}"]);
            let offsets = records.iter().map(|record| record.place.offset.unwrap() as usize);
            let expected = [file.find(ONE).unwrap(), file.find(TWO).unwrap()];
            assert_eq!(offsets.collect::<Vec<_>>(), expected);
        }
    }
}

#[test]
fn one_object_is_a_record_where_it_has_a_text_and_else_a_text() {
    assert_eq!(Sample::new("a.json", TWO.as_bytes()).short(), ["7: It rained."]);
    assert_eq!(Sample::new("a.json", b"{\"text\": \"It rained.\"}\n").short(), ["a.json: It rained."]);
    for text in [" {\"body\": \"It rained.\"}\n", "It rained."] {
        assert_eq!(Sample::new("a.json", text.as_bytes()).short(), [format!("a.json: {text}")]);
    }
    let number = Sample::new("a.json", b"{\"text\": 7}").short();
    assert_eq!(number, ["! a.json: its field `text` is a number, not a string"]);
    let torn = Sample::new("a.json", b"{\"text\": \"It rai").short();
    assert_eq!(torn, ["! a.json, record 1: is not a JSON record: EOF while parsing a string at column 16"]);
    let body = Reading { text_field: "body".into(), ..Reading::default() };
    assert_eq!(Sample::new("a.json", b"{\"body\": \"It rained.\"}").short_as(body), ["a.json: It rained."]);
    for empty in ["[]", "", "\n"] {
        assert_eq!(Sample::new("a.json", empty.as_bytes()).short(), [""; 0]);
    }
}

#[test]
fn what_is_wrong_with_a_record_is_said_and_the_others_come_out() {
    let no_text = Sample::new("a.json", b"[{\"body\":\"a\"},{\"text\":\"b\"}]").short();
    assert_eq!(no_text, ["! a.json, record 1: has no field `text`; there is `body`", "a.json#2: b"]);
    let numbers = Sample::new("a.json", b"[1, 2, {\"text\":\"b\"}]").short();
    assert!(numbers[0].starts_with("! a.json, record 1: is not a JSON record: ") && numbers[1] == "a.json#2: b");
    // A quotation mark too many, one too few, a bracket too few, a file that ends in a record.
    for (damaged, rest) in [("a\"b\"}", ""), ("a}", ""), ("a\"", ""), ("a\"}", "{\"text\":\"To"), ("a\\u00\"}", "")] {
        for (before, between, after) in [("[", ",", "]"), ("", "\n", "\n")] {
            let good = |text: &str| format!("{{\"text\":\"{text}\"}}");
            let file = [&good("1"), &format!("{{\"text\":\"{damaged}"), &good("3"), &good("4")]
                .map(String::as_str)
                .join(between);
            let file = format!("{before}{file}{between}{rest}{after}");
            let read = Sample::new("a.json", file.as_bytes()).short();
            assert_eq!(read[0], "a.json#1: 1", "{file}");
            assert_eq!(read[1] == "a.json#2: a", damaged == "a\"}", "{file}: {read:?}");
            assert_eq!(read[2..4], ["a.json#3: 3", "a.json#4: 4"], "{file}: {read:?}");
        }
    }
}

#[test]
fn what_a_damaged_object_holds_is_no_record() {
    let inside = "{\"id\":5,\"text\":\"one\"},{\"id\":6,\"text\":\"two\"}";
    let bad = format!("{{\"id\":1,\"notes\":[{inside}],\"text\":\"A tab\there\"}}");
    for file in [format!("[{bad},{{\"id\":2,\"text\":\"b\"}}]"), format!("{bad}\n{{\"id\":2,\"text\":\"b\"}}\n")] {
        let read = Sample::new("a.json", file.as_bytes()).short();
        assert!(read.len() == 2 && read[0].starts_with("! a.json, record 1: ") && read[1] == "2: b", "{read:?}");
    }
    let long =
        format!("[{{\"id\":1,\"notes\":[{inside}],\"text\":\"{}\"}},{{\"id\":2,\"text\":\"b\"}}]", "a".repeat(1 << 18));
    let limited = Reading { record_limit: 1 << 16, ..Reading::default() };
    let read = Sample::new("a.json", long.as_bytes()).short_as(limited);
    assert_eq!(read, ["! a.json, record 1: has more than 65536 bytes, the limit of a record", "2: b"]);
}

#[test]
fn damage_without_end_is_given_up() {
    // Each object takes in all that follow.
    let file = "{\"text\":\"a},\n{\"text\":\"b\",\n".repeat(1 << 12);
    let limited = Reading { record_limit: 1 << 14, ..Reading::default() };
    let read = Sample::new("a.json", file.as_bytes()).short_as(limited);
    assert!(read.last().unwrap().contains("cannot be read, nor anything after it"), "{:?}", read.last());
}

#[test]
fn a_record_over_the_limit_is_passed_over() {
    let alone = Reading { record_limit: 20, ..Reading::default() };
    let read = Sample::new("a.json", b"{\"text\":\"It rained again.\"}").short_as(alone);
    assert_eq!(read, ["! a.json, record 1: has more than 20 bytes, the limit of a record"]);
    let file = format!("[{{\"text\":\"{}\"}},{{\"text\":\"b\"}}]", "a".repeat(1 << 18));
    let limited = Reading { record_limit: 1 << 16, ..Reading::default() };
    let read = Sample::new("a.json", file.as_bytes()).short_as(limited);
    assert_eq!(read, ["! a.json, record 1: has more than 65536 bytes, the limit of a record", "a.json#2: b"]);
}
