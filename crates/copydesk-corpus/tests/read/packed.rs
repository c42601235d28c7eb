//! The same records from every container, raw, gzip, Zstandard, in one piece and several.

use std::io::Write as _;

use super::{Sample, gzip, read, zstd};
use copydesk_corpus::{OtherFields, Reading};

const JSONL: &str =
    "{\"id\":\"one\",\"text\":\"The ferry is back.\",\"source\":\"harbour\"}\n{\"text\":\"It rained.\"}\n";
const CSV: &str = "id,text,source\none,The ferry is back.,harbour\n\"\",\"It rained.\",\n";
const TSV: &str = "source\ttext\tid\nharbour\tThe ferry is back.\tone\n\tIt rained.\t\n";

#[test]
fn every_container_can_be_packed() {
    for (end, bytes, second) in [("jsonl", JSONL, 2), ("ndjson", JSONL, 2), ("csv", CSV, 2), ("tsv", TSV, 2)] {
        let (first, rest) = bytes.split_at(40);
        let pieces = |pack: fn(&[u8]) -> Vec<u8>| [pack(first.as_bytes()), pack(rest.as_bytes())].concat();
        let files = [
            (format!("a.{end}"), bytes.as_bytes().to_vec()),
            (format!("a.{end}.gz"), gzip(bytes.as_bytes())),
            (format!("a.{end}.zst"), zstd(bytes.as_bytes())),
            (format!("pieces.{end}.gz"), pieces(gzip)),
            (format!("pieces.{end}.zst"), pieces(zstd)),
        ];
        for (name, bytes) in files {
            let sample = Sample::new(&name, &bytes);
            let expected = ["one: The ferry is back.".to_owned(), format!("{name}#{second}: It rained.")];
            assert_eq!(sample.short(), expected, "{name}");
            let fields = sample.read(Reading::default()).remove(0).unwrap().fields;
            assert_eq!(fields.as_deref(), Some("{\"source\":\"harbour\"}"), "{name}");
            let drop = Reading { other_fields: OtherFields::Drop, ..Reading::default() };
            assert!(sample.read(drop).into_iter().all(|record| record.unwrap().fields.is_none()));
        }
    }
}

#[test]
fn a_text_can_be_packed() {
    for (name, bytes) in [("a.txt.gz", gzip(b"It rained.")), ("a.txt.zst", zstd(b"It rained."))] {
        assert_eq!(Sample::new(name, &bytes).short(), [format!("{name}: It rained.")]);
    }
}

#[test]
fn records_say_where_they_begin() {
    let offsets = |name: &str, bytes: &[u8]| -> Vec<_> {
        let records = Sample::new(name, bytes).read(Reading::default());
        records.into_iter().map(|record| record.unwrap().place.offset.unwrap()).collect()
    };
    let second = JSONL.find('\n').unwrap() as u64 + 1;
    assert_eq!(offsets("a.jsonl", JSONL.as_bytes()), [0, second]);
    // In the file as it is when unpacked.
    assert_eq!(offsets("a.jsonl.zst", &zstd(JSONL.as_bytes())), [0, second]);
    assert_eq!(offsets("a.csv", CSV.as_bytes()), [15, 46]);
}

#[test]
fn fields_of_a_table_can_hold_line_ends_and_marks() {
    let sample = Sample::new("a.csv", "id;text\n7;\"Ferry; back, at last\"\n8;2,5 km\n".as_bytes());
    assert_eq!(sample.short(), ["7: Ferry; back, at last", "8: 2,5 km"]);
    let sample = Sample::new("a.csv", "text,n\n\"Ferry, back\n\n\"\"At last,\"\" she said.\",1\r\n".as_bytes());
    assert_eq!(sample.short(), ["a.csv#1: Ferry, back\n\n\"At last,\" she said."]);
}

#[test]
fn a_table_without_the_field_says_which_there_are() {
    let sample = Sample::new("a.csv", b"title,body\nA,B\n");
    assert_eq!(sample.short(), ["! a.csv: its first line names no field `text`; there are `title`, `body`"]);
    let body = Reading { text_field: "body".into(), id_field: "title".into(), ..Reading::default() };
    assert_eq!(sample.short_as(body), ["A: B"]);
}

#[test]
fn what_only_its_name_says_to_be_packed_is_an_error() {
    for end in [".gz", ".zst"] {
        let name = format!("a.jsonl{end}");
        let expected = format!("! {name}: cannot be read: its name ends in {end}, and it is not packed so");
        assert_eq!(Sample::new(&name, JSONL.as_bytes()).short(), [expected]);
    }
}

/// A pipe that is named is waited for; one that is met in a directory is not.
#[cfg(unix)]
#[test]
fn a_pipe_is_read_if_it_is_named() {
    let sample = Sample::new("a.txt", b"It rained.");
    let pipe = sample.folder.path().join("pipe.jsonl");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert_eq!(sample.short(), ["a.txt: It rained."]);
    let directory = copydesk_corpus::Inputs::new(
        vec![sample.folder.path().to_owned()],
        Reading::default(),
        copydesk_corpus::Directories::Read,
    );
    assert_eq!(directory.count(), 1);
    let writer = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::OpenOptions::new().write(true).open(pipe).unwrap().write_all(JSONL.as_bytes()).unwrap()
    });
    assert_eq!(read(&pipe, Reading::default()).len(), 2);
    writer.join().unwrap();
}

#[test]
fn a_field_that_nothing_closes_is_an_error() {
    let unclosed = |record: &str| {
        format!(
            "! a.csv{record}: cannot be read, nor anything after it: a quotation mark in it is not closed before the file ends"
        )
    };
    for torn in ["3,\"It bl", "3,\"It blew.\n4,It cleared.\n", "3,\"It blew.\"\"\n", "\"3,It blew."] {
        let short = Sample::new("a.csv", format!("id,text\n1,It rained.\n2,\"It snowed.\"\n{torn}").as_bytes()).short();
        assert_eq!(short, ["1: It rained.".to_owned(), "2: It snowed.".into(), unclosed(", record 3")], "{torn}");
    }
    assert_eq!(Sample::new("a.csv", b"id,\"text\n1,It rained.\n").short(), [unclosed("")]);
    for whole in
        ["text\n\"It \"\"rained\"\"\"", "text\nIt \"rained\"", "text\r\nIt \"rained\"\r\n", "text\nIt \"rained\"\n\n"]
    {
        assert_eq!(Sample::new("a.csv", whole.as_bytes()).short(), ["a.csv#1: It \"rained\""], "{whole}");
    }
}

#[test]
fn records_in_utf_16_are_said_to_be() {
    let utf16 =
        |text: &str| [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let said = "the file is in UTF-16, and records are read in UTF-8";
    let table = Sample::new("a.csv", &utf16("id,text\n1,It rained.\n")).short();
    assert_eq!(table, [format!("! a.csv: cannot be read: {said}")]);
    let lines = Sample::new("a.jsonl", &utf16("{\"text\":\"It rained.\"}\n{\"text\":\"B\"}\n")).short();
    assert_eq!(lines, [format!("! a.jsonl, record 1: cannot be read, nor anything after it: {said}")]);
    let array = Sample::new("a.json", &utf16("[{\"text\":\"It rained.\"}]")).short();
    assert_eq!(array, [format!("! a.json: cannot be read: {said}")]);
}
