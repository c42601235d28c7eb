//! Damaged files: everything that can be had comes out, and what cannot be is said.

use super::{Sample, form, gzip, zstd};

fn lines(count: usize) -> String {
    (0..count)
        .map(|n| format!("{{\"id\":\"{n}\",\"text\":\"On day {n} the ferry sailed at {}.\"}}\n", n * 7919 % 1440))
        .collect()
}

#[test]
fn bad_records_are_errors_in_their_place() {
    let bytes = b"{\"text\":\"A\"}\n{\"text\": \n{\"title\":\"B\",\"id\":7}\n{\"text\":7,\"x\":[1]}\n{\"text\":\"\xff\"}\n[]\n{\"text\":\"C\"}\n";
    let sample = Sample::new("a.jsonl", bytes);
    let short = sample.short();
    assert_eq!(short[0], "a.jsonl#1: A");
    assert!(short[1].starts_with("! a.jsonl, record 2: is not a JSON record: EOF while parsing"), "{}", short[1]);
    assert_eq!(short[2], "! a.jsonl, record 3: has no field `text`; there is `title`");
    assert_eq!(short[3], "! a.jsonl, record 4: its field `text` is a number, not a string");
    assert_eq!(short[4], "! a.jsonl, record 5: is not a JSON record: invalid UTF-8 at column 10");
    assert!(short[5].starts_with("! a.jsonl, record 6: is not a JSON record: invalid type"), "{}", short[5]);
    assert_eq!(short[6], "a.jsonl#7: C");
    let unreadable = |at: usize| sample.read(form("jsonl")).remove(at).unwrap_err();
    let third = unreadable(2);
    assert_eq!((&*third.id, third.place.offset, third.fields.as_deref()), ("7", Some(23), Some("{\"title\":\"B\"}")));
    assert_eq!(unreadable(3).fields.as_deref(), Some("{\"x\":[1]}"));
}

#[test]
fn a_row_of_another_length_is_an_error_in_its_place() {
    let sample = Sample::new("a.csv", b"id,text\n1,A\n2,B,C\n3\n4,\xff\n");
    let short = sample.short();
    assert_eq!(short[..2], ["1: A", "! a.csv, record 2: has 3 fields, where the first line names 2"]);
    assert_eq!(short[2..], ["! a.csv, record 3: has 1 field, where the first line names 2", "4: \u{fffd}"]);
    // What is no UTF-8 is decoded when it is parsed.
    assert_eq!(sample.read(form("csv")).remove(3).unwrap().source.as_bytes(), b"\xff");
}

#[test]
fn of_a_torn_file_all_records_before_the_tear_come_out() {
    let records = lines(20_000);
    for (name, packed) in [("a.jsonl.gz", gzip(records.as_bytes())), ("a.jsonl.zst", zstd(records.as_bytes()))] {
        for cut in [packed.len() / 2, packed.len() - 3] {
            let short = Sample::new(name, &packed[..cut]).short();
            let (last, whole) = short.split_last().unwrap();
            let expected = format!("! {name}, record {}: cannot be read, nor anything after it: ", short.len());
            assert!(last.starts_with(&expected), "{last}");
            assert!(
                whole.iter().zip(records.lines()).all(|(one, line)| line.contains(one.split_once(": ").unwrap().1))
            );
            // Zstandard gives whole blocks of 128 KiB.
            assert!(whole.len() > 20_000 * cut / packed.len() - 4_000, "{name}: {}", whole.len());
        }
        // One byte that is wrong.
        let mut wrong = packed.clone();
        wrong[packed.len() / 2] ^= 0x55;
        let short = Sample::new(name, &wrong).short();
        assert!(short.len() > 4_000 && short.iter().filter(|line| line.contains("nor anything after it")).count() == 1);
    }
    let table = format!("id,text\n{}", (0..20_000).map(|n| format!("{n},On day {n}.\n")).collect::<String>());
    let packed = gzip(table.as_bytes());
    let short = Sample::new("a.csv.gz", &packed[..packed.len() / 2]).short();
    assert!(short.len() > 8_000 && short.iter().filter(|line| line.starts_with('!')).count() == 1);
    assert!(short.last().unwrap().starts_with('!'));
}

#[test]
fn an_empty_file_of_records_has_none_and_is_counted() {
    for form in [
        "jsonl",
        "csv",
        "tsv",
        "warc",
        "zip",
        #[cfg(feature = "parquet")]
        "parquet",
    ] {
        for end in ["", ".gz", ".zst"] {
            let sample = Sample::new(&format!("a.{form}{end}"), b"");
            assert_eq!(sample.short(), [""; 0], "{form}{end}");
            assert_eq!(sample.passed_over(), [("empty files", 1)]);
        }
    }
    // An empty text is a text.
    assert_eq!(Sample::new("a.txt", b"").short(), ["a.txt: "]);
}

#[test]
fn a_directory_and_what_is_not_there_are_errors() {
    let sample = Sample::new("a.txt", b"");
    let refused = super::read(sample.folder.path(), form("auto"));
    assert!(refused[0].as_ref().unwrap_err().reason.starts_with("is a directory"));
    let missing = super::read(&sample.folder.path().join("b.jsonl"), form("auto"));
    assert!(missing[0].as_ref().unwrap_err().reason.starts_with("cannot be opened: "));
}
