//! Where `parse` writes, and how.

use std::io::Read as _;

use crate::FERRY;
use crate::command::{directory, run_in};

fn records(count: usize) -> String {
    (0..count).map(|n| format!("{}\n", serde_json::json!({ "id": n, "text": FERRY, "day": n }))).collect()
}

#[test]
fn the_name_of_the_output_says_how_it_is_packed() {
    let dir = directory(&[("in.jsonl", records(500).as_bytes())]);
    let plain = run_in(dir.path(), &["parse", "in.jsonl"]).done().stdout;
    for name in ["out.jsonl", "out.jsonl.gz", "out.jsonl.zst"] {
        run_in(dir.path(), &["parse", "in.jsonl", "-o", name]).done();
        let bytes = std::fs::read(dir.path().join(name)).unwrap();
        let mut text = String::new();
        match name.rsplit('.').next() {
            Some("gz") => drop(flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut text).unwrap()),
            Some("zst") => drop(zstd::Decoder::new(&bytes[..]).unwrap().read_to_string(&mut text).unwrap()),
            _ => text = String::from_utf8(bytes).unwrap(),
        }
        assert!(text == plain, "{name}");
    }
    // Only what is whole has its name, and nothing else is left.
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 4);
}

#[test]
fn the_threads_do_not_change_a_byte() {
    let dir = directory(&[("in.jsonl", records(2000).as_bytes()), ("a.txt", FERRY.as_bytes())]);
    let one = run_in(dir.path(), &["parse", "in.jsonl", "a.txt", "--threads", "1"]).done().stdout;
    for threads in ["2", "7", "0"] {
        assert!(run_in(dir.path(), &["parse", "in.jsonl", "a.txt", "--threads", threads]).done().stdout == one);
    }
}

#[test]
fn what_else_a_record_held_comes_through() {
    let dir = directory(&[("in.jsonl", b"{\"text\":\"Said.\",\"n\":1.50}\n{\"n\":[2]}\n")]);
    let run = run_in(dir.path(), &["parse", "in.jsonl"]);
    let ends: Vec<&str> = run.stdout.lines().map(|line| line.split_once("\"input\":").unwrap().1).collect();
    assert_eq!(ends, ["{\"n\":1.50}}", "{\"n\":[2]}}"]);
    assert_eq!(run.rows()[1]["error"]["offset"], 26);
    let run = run_in(dir.path(), &["parse", "in.jsonl", "--drop-fields"]);
    assert!(!run.stdout.contains("\"input\""));
}

#[test]
fn rows_can_be_written_as_parquet_and_read_again() {
    let dir = directory(&[("in.jsonl", records(500).as_bytes())]);
    let plain = run_in(dir.path(), &["parse", "in.jsonl", "--drop-fields"]).done().rows();
    run_in(dir.path(), &["parse", "in.jsonl", "-o", "out.parquet"]).done();
    let again = run_in(dir.path(), &["parse", "out.parquet", "--drop-fields"]).done().rows();
    assert_eq!(again.len(), 500);
    assert!(plain.iter().zip(&again).all(|(one, other)| one["text"] == other["text"] && one["id"] == other["id"]));
    // The columns of the rows are what else it held.
    let rows = run_in(dir.path(), &["parse", "out.parquet"]).done().rows();
    assert_eq!(rows[7]["input"]["input"], "{\"day\":7}");
    assert_eq!(rows[7]["input"]["blocks"][0]["role"], "headline");
}

#[test]
fn output_that_cannot_be_written_is_said() {
    let dir = directory(&[("in.jsonl", records(20).as_bytes()), ("file", b"")]);
    let run = run_in(dir.path(), &["parse", "in.jsonl", "-o", "gone/out.jsonl"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.starts_with("copydesk: gone/out.jsonl cannot be created: "), "{}", run.stderr);
    let run = run_in(dir.path(), &["parse", "in.jsonl", "-o", "file/out/"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.starts_with("copydesk: file/out/: "), "{}", run.stderr);
    if cfg!(target_os = "linux") {
        let run = run_in(dir.path(), &["parse", "in.jsonl", "-o", "/dev/full"]);
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains("the output cannot be written: No space left on device"), "{}", run.stderr);
    }
}

#[test]
fn the_summary_says_what_was_done() {
    let dir = directory(&[("in.jsonl", records(300).as_bytes()), ("none.csv", b"")]);
    let run = run_in(dir.path(), &["parse", "in.jsonl", "none.csv", "--summary", "always"]);
    for said in [
        "300 documents of 300 records, 0 errors",
        "MB/s",
        "time on all threads: reading files",
        "0 repairs",
        "passed over: empty files (1)",
    ] {
        assert!(run.stderr.contains(said), "{said:?} in {}", run.stderr);
    }
}

#[test]
fn the_name_of_the_output_says_its_form() {
    let dir = directory(&[("a.txt", FERRY.as_bytes())]);
    for (command, name, begins) in [
        ("parse", "out", "{\"schema\":"),
        ("parse", "out.ndjson", "{\"schema\":"),
        ("parse", "out.json", "{\n"),
        ("parse", "out.MD", "# Ferry returns to Saltmarsh\n"),
        ("parse", "out.txt", "Ferry returns to Saltmarsh\n"),
        ("parse", "out.htm", "<!doctype html>"),
        ("parse", "out.pq", "PAR1"),
        ("figures", "figures.csv", "id,"),
        ("figures", "figures.jsonl", ""),
        ("figures", "figures.parquet", "PAR1"),
        ("stats", "stats", "1 article in 1 record, 0 unreadable\n"),
        ("stats", "stats.json", "{\""),
        ("stats", "stats.html", "<!doctype html>"),
    ] {
        run_in(dir.path(), &[command, "a.txt", "-o", name]).done();
        let bytes = std::fs::read(dir.path().join(name)).unwrap();
        assert!(
            bytes.starts_with(begins.as_bytes()),
            "{name}: {}",
            String::from_utf8_lossy(&bytes[..bytes.len().min(80)])
        );
    }
    // What is asked for counts.
    run_in(dir.path(), &["parse", "a.txt", "--to", "jsonl", "-o", "out.md"]).done();
    assert!(std::fs::read(dir.path().join("out.md")).unwrap().starts_with(b"{\"schema\":"));
    for command in ["figures", "stats"] {
        let run = run_in(dir.path(), &[command, "a.txt", "-o", "out.csv.gz"]);
        assert_eq!(
            (run.status, &*run.stderr),
            (2, "copydesk: out.csv.gz would not be packed: take .gz off its name\n")
        );
    }
}

#[test]
fn what_is_passed_over_is_said() {
    let dir = directory(&[("a.txt", FERRY.as_bytes()), ("none.csv", b""), ("no.jsonl", b"")]);
    for command in ["parse", "figures", "verify"] {
        let run = run_in(dir.path(), &[command, "a.txt", "none.csv", "no.jsonl"]);
        assert_eq!((run.status, &*run.stderr), (0, "copydesk: passed over: empty files (2)\n"), "{command}");
    }
    run_in(dir.path(), &["parse", "a.txt", "none.csv", "--summary", "never"]).done();
}
