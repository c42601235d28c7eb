//! Web archives.

use super::{Sample, gzip, zstd};
use copydesk_corpus::Reading;

fn record(kind: &str, content_type: &str, id: &str, content: &str) -> String {
    format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/{id}\r\nWARC-Record-ID: <urn:{id}>\r\n\
         Content-Type: {content_type}\r\nContent-Length: {}\r\n\r\n{content}\r\n\r\n",
        content.len()
    )
}

fn archive() -> Vec<String> {
    let response = |content_type: &str, more: &str| {
        format!("HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n{more}\r\nIt snowed.\n")
    };
    vec![
        record("warcinfo", "application/warc-fields", "info", "software: none\r\n"),
        record("conversion", "text/plain", "ferry", "Ferry returns\n\nThe ferry is back.\n"),
        record("response", "application/http; msgtype=response", "page", &response("text/html", "")),
        record("response", "application/http; msgtype=response", "snow", &response("text/plain; charset=utf-8", "")),
        record("response", "application/http", "chunks", &response("text/plain", "Transfer-Encoding: chunked\r\n")),
        record("resource", "text/plain", "rain", "It rained."),
        record("request", "application/http", "request", "GET / HTTP/1.1\r\n\r\n"),
    ]
}

const EXPECTED: [&str; 3] =
    ["<urn:ferry>: Ferry returns\n\nThe ferry is back.\n", "<urn:snow>: It snowed.\n", "<urn:rain>: It rained."];

#[test]
fn texts_come_out_and_all_else_is_counted() {
    let whole = archive().concat();
    let members: Vec<u8> = archive().iter().flat_map(|record| gzip(record.as_bytes())).collect();
    let files = [
        ("a.warc", whole.clone().into_bytes()),
        ("a.warc.gz", members),
        ("a.warc.wet.gz", gzip(whole.as_bytes())),
        ("a.wet.zst", zstd(whole.as_bytes())),
    ];
    for (name, bytes) in files {
        let sample = Sample::new(name, &bytes);
        assert_eq!(sample.short(), EXPECTED, "{name}");
        let passed_over = sample.passed_over();
        assert_eq!(passed_over.iter().map(|(_, count)| count).collect::<Vec<_>>(), [&3, &1], "{passed_over:?}");
        let ferry = sample.read(Reading::default()).remove(0).unwrap();
        let fields = "{\"WARC-Type\":\"conversion\",\"WARC-Target-URI\":\"https://example.org/ferry\",\"Content-Type\":\"text/plain\"}";
        assert_eq!((ferry.fields.as_deref(), ferry.place.record), (Some(fields), Some(2)));
        assert_eq!(ferry.place.offset, Some(archive()[0].len() as u64));
    }
    let by_address = Reading { id_field: "warc-target-uri".into(), ..Reading::default() };
    assert!(Sample::new("a.warc", whole.as_bytes()).short_as(by_address)[0].starts_with("https://example.org/ferry: "));
}

#[test]
fn reading_goes_on_behind_what_is_damaged() {
    let mut records = archive();
    records[3] = records[3].replace("Content-Length: ", "Content-Length: ?");
    records.insert(5, "Something else\r\nthat lies between\r\n".into());
    let short = Sample::new("a.warc", records.concat().as_bytes()).short();
    let wrong = [
        "! a.warc, record 4: its Content-Length is no number: ?",
        "! a.warc, record 6: no record of a web archive begins here",
    ];
    assert_eq!((short.len(), &*short[0], &*short[3]), (4, EXPECTED[0], EXPECTED[2]));
    assert!(short[1].starts_with(wrong[0]) && short[2].starts_with(wrong[1]), "{short:?}");
}

#[test]
fn a_torn_archive_gives_what_stands_before_the_tear() {
    let whole = archive().concat();
    let at = whole.find("It rained.").unwrap() + 4;
    let short = Sample::new("a.warc", &whole.as_bytes()[..at]).short();
    assert_eq!(short[..2], EXPECTED[..2]);
    assert_eq!(
        short[2..],
        ["! a.warc, record 6: cannot be read, nor anything after it: the file ends inside the record"]
    );
    // A length that is not true takes no memory.
    let liar = "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 99999999999999\r\n\r\nIt rained.";
    assert!(Sample::new("a.warc", liar.as_bytes()).short()[0].ends_with("the file ends inside the record"));
    let endless = format!("WARC/1.0\r\n{}", "A: b\r\n".repeat(400_000));
    assert!(Sample::new("a.warc", endless.as_bytes()).short()[0].ends_with("its head has no end"));
}
