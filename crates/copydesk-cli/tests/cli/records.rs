//! Files of records, as `parse` reads them.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;

use crate::FERRY;
use crate::command::{command, directory, gzip, run_in, run_with};

const RECORDS: &str = concat!(
    "\u{feff}{\"id\": \"first\", \"text\": \"One thing was said.\"}\r\n",
    "\n",
    "{\"text\": \"No id here.\", \"meta\": {\"text\": 1}}\n",
    "{\"id\": 4, \"text\": null}\n",
    "{\"id\": \"broken\", \"text\": \n",
    "{\"id\": 6, \"title\": \"No text here.\"}\n",
    "{\"id\": 7, \"text\": \"The last one has no line end.\"}",
);

#[test]
fn every_record_has_a_row() {
    let dir = directory(&[("in.jsonl", RECORDS.as_bytes()), ("zipped.jsonl.gz", &gzip(RECORDS.as_bytes()))]);
    for file in ["in.jsonl", "zipped.jsonl.gz"] {
        let run = run_in(dir.path(), &["parse", file]);
        let said: Vec<&str> = run.stderr.lines().collect();
        assert_eq!((run.status, said.len()), (1, 3), "{}", run.stderr);
        assert_eq!(said[0], format!("copydesk: {file}, record 4: its field `text` is null, not a string"));
        let rows = run.rows();
        let ids: Vec<_> = rows.iter().map(|row| row["id"].as_str().unwrap().replace(file, "FILE")).collect();
        assert_eq!(ids, ["first", "FILE#3", "4", "FILE#5", "6", "7"]);
        assert_eq!(rows[1]["text"], "No id here.");
        assert_eq!(rows[2]["error"]["reason"], "its field `text` is null, not a string");
        assert_eq!((rows[2]["error"]["file"].as_str(), rows[2]["error"]["record"].as_u64()), (Some(file), Some(4)));
        assert!(rows[3]["error"]["reason"].as_str().unwrap().starts_with("is not a JSON record: "));
        assert_eq!(rows[4]["error"]["reason"], "has no field `text`; there is `title`");
        assert_eq!(rows[5]["text"], "The last one has no line end.");
    }
}

#[test]
fn the_fields_can_be_named() {
    let record = "{\"url\": \"u:1\", \"body\": \"Said.\", \"text\": 1, \"id\": 2}\n";
    let arguments = ["parse", "--from", "jsonl", "--text-field", "body", "--id-field", "url"];
    let rows = run_with(&arguments, record.as_bytes()).done().rows();
    assert_eq!((rows[0]["id"].as_str(), rows[0]["text"].as_str()), (Some("u:1"), Some("Said.")));
}

#[test]
fn a_file_of_records_can_be_read_as_text() {
    let dir = directory(&[("in.jsonl", RECORDS.as_bytes())]);
    let rows = run_in(dir.path(), &["parse", "in.jsonl", "--from", "text"]).done().rows();
    assert_eq!((rows.len(), rows[0]["text"].as_str()), (1, RECORDS.strip_prefix('\u{feff}')));
}

#[test]
fn an_empty_file_of_records_has_none() {
    let dir = directory(&[("in.jsonl", b"\n"), ("none.jsonl", b"")]);
    let run = run_in(dir.path(), &["parse", "in.jsonl", "none.jsonl"]);
    assert_eq!((run.status, &*run.stdout, &*run.stderr), (0, "", "copydesk: passed over: empty files (1)\n"));
}

#[test]
fn a_compressed_text_is_a_text() {
    let dir = directory(&[("a.txt.gz", &gzip(FERRY.as_bytes()))]);
    assert_eq!(run_in(dir.path(), &["parse", "a.txt.gz"]).done().rows()[0]["text"], FERRY);
}

#[test]
fn a_torn_archive_gives_what_it_still_has() {
    let torn = gzip(format!("{}\n", serde_json::json!({ "text": FERRY })).repeat(50).as_bytes());
    let dir = directory(&[("torn.jsonl.gz", &torn[..torn.len() - 6]), ("a.txt", b"Said.\n")]);
    let run = run_in(dir.path(), &["parse", "torn.jsonl.gz", "a.txt"]);
    assert_eq!(run.status, 1);
    let rows = run.rows();
    assert_eq!(rows.iter().filter(|row| row["text"] == FERRY).count(), 50);
    assert_eq!(rows.iter().filter(|row| row["error"]["file"] == "torn.jsonl.gz").count(), 1);
    assert_eq!(rows.last().unwrap()["text"], "Said.\n");
}

/// Constant memory cannot be seen from outside; that nothing waits for the end can.
#[test]
fn rows_come_out_before_the_input_ends() {
    let mut child =
        command(&["parse", "--from", "jsonl"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let record = format!("{}\n", serde_json::json!({ "text": FERRY }));
    let fed = record.repeat(400);
    stdin.write_all(fed.as_bytes()).unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut first).unwrap();
    assert!(first.contains("Saltmarsh"));
    drop(stdin);
    drop(child.stdout.take());
    child.wait().unwrap();
}
