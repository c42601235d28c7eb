//! What goes wrong around a run: inputs that vanish, outputs that cannot be written, disks that are full, wishes to end.
#![cfg(unix)]

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::FERRY;
use crate::command::{Run, command, directory, finish, run_in};

fn record(id: usize, text: &str) -> String {
    format!("{}\n", serde_json::json!({ "id": id, "text": text }))
}

fn make_fifo(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A folder in which nothing can be created. Nothing keeps root from writing but what is no folder on a disk.
fn unwritable(folder: &Path) -> PathBuf {
    use std::os::unix::fs::PermissionsExt as _;
    let closed = folder.join("closed");
    std::fs::create_dir(&closed).unwrap();
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o555)).unwrap();
    if File::create(closed.join("probe")).is_err() { closed } else { "/proc".into() }
}

#[test]
fn an_input_that_vanishes_is_an_error_and_the_others_come_out() {
    let dir = directory(&[("in/b.txt", FERRY.as_bytes()), ("in/c.txt", FERRY.as_bytes())]);
    let fifo = dir.path().join("fifo");
    make_fifo(&fifo);
    let mut child = command(&["parse", "fifo", "in", "--threads", "1"]);
    child.current_dir(dir.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = child.spawn().unwrap();
    // Opened once the command has listed what it reads, and waits for this.
    let mut feed = File::create(&fifo).unwrap();
    std::fs::remove_file(dir.path().join("in/b.txt")).unwrap();
    feed.write_all(FERRY.as_bytes()).unwrap();
    drop(feed);
    let ended = child.wait_with_output().unwrap();
    let rows: Vec<serde_json::Value> =
        String::from_utf8(ended.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((ended.status.code(), rows.len()), (Some(1), 3));
    assert_eq!((&rows[0]["text"], &rows[2]["text"]), (&FERRY.into(), &FERRY.into()));
    assert_eq!(rows[1]["error"]["file"], "in/b.txt");
    assert!(rows[1]["error"]["reason"].as_str().unwrap().starts_with("cannot be opened: "));
}

#[test]
fn a_pipe_with_a_name_is_read_and_written_and_left_out_of_a_folder() {
    let dir = directory(&[("in/a.txt", FERRY.as_bytes())]);
    make_fifo(&dir.path().join("in/records.jsonl"));
    assert_eq!(run_in(dir.path(), &["parse", "in"]).done().rows().len(), 1);
    let feeder = {
        let path = dir.path().join("in/records.jsonl");
        std::thread::spawn(move || {
            File::create(path).unwrap().write_all((record(1, FERRY) + &record(2, FERRY)).as_bytes())
        })
    };
    assert_eq!(run_in(dir.path(), &["parse", "in/records.jsonl"]).done().rows().len(), 2);
    feeder.join().unwrap().unwrap();

    let out = dir.path().join("out");
    make_fifo(&out);
    let reader = std::thread::spawn(move || std::fs::read_to_string(out).unwrap());
    run_in(dir.path(), &["parse", "in/a.txt", "-o", "out"]).done();
    assert_eq!(reader.join().unwrap(), run_in(dir.path(), &["parse", "in/a.txt"]).stdout);
}

#[test]
fn where_nothing_can_be_written_it_is_said_before_anything_is_read() {
    let dir = directory(&[("in.jsonl", record(1, FERRY).as_bytes())]);
    let closed = unwritable(dir.path());
    for (command, out) in [
        (&["parse", "in.jsonl"][..], "out.jsonl"),
        (&["parse", "in.jsonl"], "documents/"),
        (&["parse", "in.jsonl", "--to", "parquet"], "out.parquet"),
        (&["figures", "in.jsonl"], "out.csv"),
        (&["stats", "in.jsonl", "--to", "html"], "out.html"),
    ] {
        let path = closed.join(out);
        let path = path.to_str().unwrap();
        let run = run_in(dir.path(), &[command, &["-o", path]].concat());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{command:?}");
        assert!(run.stderr.starts_with(&format!("copydesk: {path}")), "{}", run.stderr);
        assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
    }
}

/// Runs the command with files of no more than some hundred kilobytes: what is written past that fails, as on a disk that is full.
fn run_full(folder: &Path, arguments: &[&str]) -> Run {
    let mut shell = Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 200; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_copydesk")]);
    shell.args(arguments).current_dir(folder);
    finish(shell, b"")
}

#[test]
fn a_full_disk_leaves_whole_shards_and_is_gone_on_with() {
    let short: String = (0..200).map(|n| record(n, FERRY)).collect();
    let long: String = (200..240).map(|n| record(n, &FERRY.repeat(100))).collect();
    let dir = directory(&[("in/a.jsonl", short.as_bytes()), ("in/b.jsonl", long.as_bytes())]);
    let parse = |out| ["parse", "in", "--shard-records", "20", "-o", out];
    let run = run_full(dir.path(), &parse("full/"));
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("the output cannot be written: File too large"), "{}", run.stderr);
    let there = names(&dir.path().join("full"));
    let ends = [there.first(), there.last()].map(|name| name.map(String::as_str));
    assert_eq!((ends, there.len()), ([Some("manifest.jsonl"), Some("part-00009.jsonl")], 11), "{there:?}");

    run_in(dir.path(), &[&parse("full/")[..], &["--resume"]].concat()).done();
    run_in(dir.path(), &parse("whole/")).done();
    let [full, whole] = ["full", "whole"].map(|name| dir.path().join(name));
    assert_eq!(names(&full), names(&whole));
    for name in names(&whole) {
        assert!(std::fs::read(full.join(&name)).unwrap() == std::fs::read(whole.join(&name)).unwrap(), "{name}");
    }
}

#[test]
fn a_full_disk_leaves_nothing_of_a_file() {
    let text = "The council raised the dues by 12 percent on Monday, to $4.5 million a year.\n".repeat(400);
    let dir = directory(&[("in.jsonl", record(1, &text).repeat(10).as_bytes())]);
    for arguments in [&["parse", "in.jsonl", "-o", "out.jsonl"][..], &["figures", "in.jsonl", "-o", "out.csv"]] {
        let run = run_full(dir.path(), arguments);
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains("the output cannot be written: File too large"), "{}", run.stderr);
        assert_eq!(names(dir.path()), ["in.jsonl"]);
    }
}

#[test]
fn a_record_over_the_limit_is_an_error_and_the_others_come_out() {
    let records = record(1, FERRY) + &record(2, &FERRY.repeat(50)) + "\n" + &record(3, FERRY);
    let dir = directory(&[("in.jsonl", records.as_bytes())]);
    let run = run_in(dir.path(), &["parse", "in.jsonl", "--record-limit", "1000"]);
    assert_eq!(run.status, 1);
    let rows = run.rows();
    assert_eq!((&rows[0]["text"], &rows[2]["text"]), (&FERRY.into(), &FERRY.into()));
    let error = serde_json::json!({
        "file": "in.jsonl", "record": 2, "offset": record(1, FERRY).len(), "reason": "has more than 1000 bytes, the limit of a record",
    });
    assert_eq!(rows[1]["error"], error);
    assert_eq!(rows[2]["id"], "3");
    run_in(dir.path(), &["parse", "in.jsonl", "--record-limit", "100000"]).done();
}

#[test]
fn a_wish_to_end_leaves_nothing_of_a_file() {
    for (signal, status) in [("INT", 130), ("TERM", 143)] {
        for (command_name, out) in [("parse", "out.jsonl"), ("figures", "out.csv")] {
            let dir = directory(&[]);
            let fifo = dir.path().join("in.jsonl");
            make_fifo(&fifo);
            let mut command = command(&[command_name, "in.jsonl", "-o", out]);
            let child = command.current_dir(dir.path()).stderr(Stdio::piped()).spawn().unwrap();
            // Records without end.
            let feeder = std::thread::spawn(move || {
                let mut feed = File::create(fifo).unwrap();
                let records = record(1, &format!("{FERRY}It cost $5 million.\n")).repeat(300);
                while feed.write_all(records.as_bytes()).is_ok() {}
            });
            let begun = dir.path().join(format!(".{out}.tmp"));
            let waited = Instant::now();
            while begun.metadata().map_or(0, |file| file.len()) == 0 {
                assert!(waited.elapsed() < Duration::from_secs(60));
                std::thread::sleep(Duration::from_millis(5));
            }
            assert!(Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap().success());
            let ended = child.wait_with_output().unwrap();
            feeder.join().unwrap();
            let said = String::from_utf8_lossy(&ended.stderr);
            assert_eq!(ended.status.code(), Some(status), "{said}");
            assert!(said.starts_with("copydesk: asked to end: "), "{said}");
            assert_eq!(names(dir.path()), ["in.jsonl"]);
        }
    }
}

/// What is read of the file that is written would be written to it, and read again, until the disk is full.
#[test]
fn the_file_that_standard_output_goes_to_is_not_read() {
    let dir = directory(&[("a.txt", FERRY.as_bytes())]);
    let out = File::create(dir.path().join("all.jsonl")).unwrap();
    let mut command = command(&["parse", "."]);
    let ended = command.current_dir(dir.path()).stdout(out).stderr(Stdio::piped()).spawn().unwrap().wait_with_output();
    let ended = ended.unwrap();
    let said = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(
        (ended.status.code(), &*said),
        (Some(0), "copydesk: ./all.jsonl is what is written to, and is not read\n")
    );
    assert_eq!(std::fs::read_to_string(dir.path().join("all.jsonl")).unwrap().lines().count(), 1);
}
