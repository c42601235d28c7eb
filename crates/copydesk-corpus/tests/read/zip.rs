//! ZIP archives of texts.

use std::io::{Cursor, Write as _};

use super::{Sample, gzip, zstd};
use ::zip::ZipWriter;
use ::zip::write::SimpleFileOptions;

fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.add_directory("folder", SimpleFileOptions::default()).unwrap();
    for (name, bytes) in members {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn members() -> Vec<u8> {
    archive(&[
        ("folder/a.txt", b"It rained."),
        ("b.jsonl", b"{\"id\":\"one\",\"text\":\"It snowed.\"}\n{\"text\":7}\n"),
        ("c.csv", b"text\nIt blew.\n"),
        ("d.txt.gz", &gzip(b"It hailed.")),
        ("e.zip", &archive(&[])),
        ("f.tar", b"?"),
        (".DS_Store", b"?"),
        ("__MACOSX/._a.txt", b"?"),
        ("./g.txt", b"It cleared."),
    ])
}

#[test]
fn each_member_is_read_as_its_name_says() {
    for (name, bytes) in [("a.zip", members()), ("a.zip.gz", gzip(&members())), ("a.zip.zst", zstd(&members()))] {
        let sample = Sample::new(name, &bytes);
        let expected = [
            format!("{name}/folder/a.txt: It rained."),
            "one: It snowed.".into(),
            format!("! {name}/b.jsonl, record 2: its field `text` is a number, not a string"),
            format!("{name}/c.csv#1: It blew."),
            format!("! {name}/d.txt.gz: is packed once more in the archive, and is not read: unpack it first"),
            format!("! {name}/e.zip: is packed once more in the archive, and is not read: unpack it first"),
            format!(
                "! {name}/f.tar: is packed in a way that is not read (.tar); .gz, .zst and .zip are, and what is not packed"
            ),
            format!("{name}/./g.txt: It cleared."),
        ];
        assert_eq!(sample.short(), expected);
    }
    let sample = Sample::new("a.zip", &archive(&[("a.txt", b"It rained."), (".b.txt", b""), (".c/d.txt", b"")]));
    assert_eq!(sample.passed_over(), [("hidden files in archives", 2)]);
}

#[test]
fn a_docx_file_in_an_archive_is_read_as_its_text() {
    let docx = archive(&[("word/document.xml", b"<w:document/>")]);
    let sample = Sample::new("a.zip", &archive(&[("a.docx", &docx), ("b.docx", b"none")]));
    let short = sample.short();
    assert_eq!(short[0], "a.zip/a.docx: <w:document/>");
    assert_eq!(short[1], "! a.zip/b.docx: is named as a DOCX file and is none: it is no ZIP archive");
}

#[test]
fn an_archive_that_is_none_or_torn_is_an_error() {
    for bytes in [&b"It rained."[..], &members()[..200]] {
        let short = Sample::new("a.zip", bytes).short();
        assert!(short.len() == 1 && short[0].starts_with("! a.zip: is no ZIP archive that can be read"), "{short:?}");
    }
}

#[test]
fn a_damaged_member_is_an_error_and_the_others_come_out() {
    let records: String = (0..5000).map(|n| format!("{{\"text\":\"On day {n} at {}.\"}}\n", n * 7919 % 1440)).collect();
    let whole = archive(&[
        ("a.txt", b"It rained. It rained. It rained."),
        ("b.jsonl", records.as_bytes()),
        ("c.txt", b"It blew."),
    ]);
    let at = |name: &[u8]| whole.windows(name.len()).position(|window| window == name).unwrap() + name.len();
    let mut wrong = whole.clone();
    wrong[at(b"a.txt") + 6] ^= 0xff;
    wrong[at(b"b.jsonl") + 20_000] ^= 0xff;
    let short = Sample::new("a.zip", &wrong).short();
    assert!(short[0].starts_with("! a.zip/a.txt: cannot be read: "), "{}", short[0]);
    assert!(short.len() > 1000, "{}", short.len());
    assert!(short.iter().any(|line| line.starts_with("! a.zip/b.jsonl: cannot be read, nor anything after it: ")));
    assert_eq!(short.last().unwrap(), "a.zip/c.txt: It blew.");
}

#[test]
fn an_archive_that_was_made_to_fill_disks_is_given_up() {
    let bomb = archive(&[("a.txt", b"It rained."), ("b.txt", &vec![b' '; 1 << 24]), ("c.txt", b"It blew.")]);
    let short = Sample::new("a.zip", &bomb).short();
    assert_eq!(short[0], "a.zip/a.txt: It rained.");
    assert!(short.len() == 2 && short[1].contains("unpacks to more than 250 times its size"), "{:?}", &short[1][..100]);
}
