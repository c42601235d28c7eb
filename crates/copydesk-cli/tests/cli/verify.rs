//! `copydesk verify`.

use crate::FERRY;
use crate::command::{directory, gzip, run_in, run_with};

#[test]
fn a_clean_run_is_summed_up() {
    let run = run_with(&["verify"], FERRY.as_bytes()).done();
    assert_eq!(run.stdout, format!("1 document, {} bytes, 0 failures, 0 unreadable\n", FERRY.len()));
}

#[test]
fn directories_are_read_through_in_order() {
    let record = b"{\"id\": \"r\", \"text\": \"Said.\"}\n";
    let dir = directory(&[
        ("c/b.txt", FERRY.as_bytes()),
        ("c/a/z.jsonl.gz", &gzip(record)),
        ("c/a/y.jsonl", record),
        ("c/empty", b""),
    ]);
    let run = run_in(dir.path(), &["verify", "-v", "c"]).done();
    let ids: Vec<_> = run.stdout.lines().filter_map(|line| line.strip_prefix("ok   ")?.split(": ").next()).collect();
    assert_eq!(ids, ["r", "r", "c/b.txt", "c/empty"]);
    assert!(run.stdout.contains("\n4 documents, "), "{}", run.stdout);
}

#[cfg(unix)]
#[test]
fn a_directory_that_leads_back_to_itself_ends() {
    let dir = directory(&[("c/a.txt", FERRY.as_bytes())]);
    std::os::unix::fs::symlink("..", dir.path().join("c/back")).unwrap();
    let run = run_in(dir.path(), &["verify", "c"]).done();
    assert!(run.stdout.starts_with("1 document, "), "{}", run.stdout);
}

#[test]
fn a_bad_record_is_said_and_the_others_are_checked() {
    let records = "{\"text\": \"Said.\"}\n{\"text\": 3}\n{\"text\": \"Said.\"}\n";
    let dir = directory(&[("in.jsonl", records.as_bytes())]);
    let run = run_in(dir.path(), &["verify", "in.jsonl", "gone.txt"]);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""));
    let lines: Vec<_> = run.stdout.lines().collect();
    assert_eq!(lines[0], "ERROR in.jsonl, record 2: its field `text` is a number, not a string");
    assert!(lines[1].starts_with("ERROR gone.txt: cannot be opened: "));
    assert_eq!(lines[2], "2 documents, 10 bytes, 0 failures, 2 unreadable");
}

#[test]
fn any_bytes_are_survived() {
    // Noise without a library: the low bits of a multiplicative generator's state are poor, the high ones are not.
    let mut state = 1_u64;
    let noise = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 56) as u8
    });
    let noise: Vec<u8> = noise.take(200_000).collect();
    let cases: [&[u8]; 5] = [b"", b"\0", b"\xff\xfe\r\n\r", b"\r\n\r\n  \n", &noise];
    for bytes in cases {
        let run = run_with(&["verify", "--repairs", "all", "-"], bytes);
        assert_eq!(run.status, 0, "{}", run.stdout);
    }
}

#[test]
fn one_long_line_is_survived() {
    let text = "the ferry, the dock - and the harbour- master. ".repeat(100_000);
    run_with(&["verify"], text.as_bytes()).done();
    let record = format!("{}\n", serde_json::json!({ "text": text }));
    run_with(&["verify", "--from", "jsonl"], record.as_bytes()).done();
}

/// The size that the documentation speaks of. Run it with `--ignored`: it takes a gigabyte of memory.
#[test]
#[ignore = "takes a gigabyte of memory"]
fn a_line_of_100_megabytes_is_survived() {
    let text = "the ferry, the dock - and the harbour- master. ".repeat(2_200_000);
    run_with(&["verify"], text.as_bytes()).done();
}

#[test]
fn a_source_over_the_limit_is_unreadable() {
    let dir = directory(&[]);
    let long = std::fs::File::create(dir.path().join("long.txt")).unwrap();
    long.set_len(copydesk::SOURCE_LIMIT as u64 + 1).unwrap();
    let run = run_in(dir.path(), &["verify", "."]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.starts_with("ERROR ./long.txt: the source has 1073741825 bytes"), "{}", run.stdout);
}

#[test]
fn the_threads_do_not_change_what_is_said() {
    let record = |n: usize| match n % 100 {
        7 => "nonsense\n".to_owned(),
        _ => format!("{}\n", serde_json::json!({ "id": n, "text": FERRY })),
    };
    let dir = directory(&[("in.jsonl", (0..1000).map(record).collect::<String>().as_bytes())]);
    let verify = |threads: &str| {
        let run = run_in(dir.path(), &["verify", "-v", "in.jsonl", "--threads", threads]);
        (run.status, run.stderr, run.stdout)
    };
    let one = verify("1");
    assert_eq!((one.0, one.1.as_str(), one.2.lines().count()), (1, "", 1001));
    assert!(one.2.lines().nth(7).unwrap().starts_with("ERROR in.jsonl, record 8: "), "{}", one.2);
    assert!(["2", "7"].iter().all(|threads| verify(threads) == one));
}
