//! Readers that fail, at every call: what came before comes out, and the rest is reported. Also readers that return as little as they like.

use std::io::{self, Cursor, Read, Write as _};
use std::sync::Arc;

use super::{AUTO, FileForm, Opened, PassedOver};
use crate::reading::Reading;

const BROKEN: &str = "the cable was pulled";

/// Gives no more than so many bytes a call, and fails once the calls are used up.
struct Faulty {
    bytes: Cursor<Vec<u8>>,
    most: usize,
    calls: usize,
    /// Every other call is interrupted, as a signal does it.
    interrupted: bool,
}

impl Read for Faulty {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.interrupted = !self.interrupted;
        if self.interrupted {
            return Err(io::ErrorKind::Interrupted.into());
        }
        self.calls = self.calls.checked_sub(1).ok_or_else(|| io::Error::other(BROKEN))?;
        let most = into.len().min(self.most);
        self.bytes.read(&mut into[..most])
    }
}

/// What a file of this name gives, in short; an item of its own if it cannot be opened, as `Inputs` has it.
fn read(name: &str, bytes: &[u8], most: usize, calls: usize) -> Vec<String> {
    let faulty = Faulty { bytes: Cursor::new(bytes.to_vec()), most, calls, interrupted: false };
    match Opened::streamed(name, faulty, PassedOver::default(), &Arc::default()) {
        Err(error) => vec![format!("! cannot be read: {error}")],
        Ok(mut opened) => {
            let records = FileForm::open(&AUTO, &mut opened, &Reading::default());
            let short = |item: Result<crate::Record, crate::Unreadable>| match item {
                Ok(record) => format!("{}: {}", record.id, String::from_utf8_lossy(record.source.as_bytes())),
                Err(unreadable) => format!("! {unreadable}"),
            };
            records.map(short).collect()
        }
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["a.jsonl", "b.jsonl"] {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A file of each form, packed and not.
fn files() -> Vec<(&'static str, Vec<u8>)> {
    let day = |n: usize| format!("On day {n} the ferry sailed at {}.", n * 7919 % 1440);
    let lines: String = (0..40).map(|n| format!("{{\"id\":\"r{n}\",\"text\":\"{}\"}}\n", day(n))).collect();
    let array = format!("[\n{}\n]\n", lines.trim_end().replace('\n', ",\n"));
    let table: String = (0..40).map(|n| format!("r{n},\"{}\"\n", day(n))).collect();
    let head = "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\n";
    let archive: String = (0..40)
        .map(|n| format!("{head}WARC-Record-ID: r{n}\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n", day(n).len(), day(n)))
        .collect();
    vec![
        ("a.jsonl", lines.clone().into_bytes()),
        ("a.jsonl.gz", gzip(lines.as_bytes())),
        ("a.jsonl.zst", zstd::encode_all(lines.as_bytes(), 3).unwrap()),
        ("a.json", array.clone().into_bytes()),
        ("a.json.gz", gzip(array.as_bytes())),
        ("b.json", lines.clone().into_bytes()),
        ("a.csv", format!("id,text\n{table}").into_bytes()),
        ("a.tsv.gz", gzip(format!("id,text\n{table}").replace(',', "\t").as_bytes())),
        ("a.warc", archive.clone().into_bytes()),
        ("a.warc.gz", gzip(archive.as_bytes())),
        ("a.txt", day(1).into_bytes()),
        ("a.txt.zst", zstd::encode_all(day(1).as_bytes(), 3).unwrap()),
        ("a.zip", zip(lines.as_bytes())),
    ]
}

#[test]
fn a_reader_that_fails_at_any_call_loses_nothing_in_silence() {
    for (name, bytes) in files() {
        let whole = read(name, &bytes, usize::MAX, usize::MAX);
        assert!(whole.iter().all(|item| !item.starts_with('!')), "{name}: {whole:?}");
        // A call for every few bytes: the first of them, those in the middle of a record, the one that would have told the end.
        let most = bytes.len().div_ceil(150);
        for calls in 0.. {
            let items = read(name, &bytes, most, calls);
            if items == whole {
                assert!(calls > bytes.len() / most / 2, "{name} is read in {calls} calls");
                break;
            }
            let (last, before) = items.split_last().unwrap();
            assert!(last.starts_with('!') && last.contains(BROKEN), "{name} after {calls} calls: {last}");
            assert!(whole.starts_with(before), "{name} after {calls} calls: {:?}", before.last());
        }
    }
}

#[test]
fn how_much_comes_at_once_makes_no_difference() {
    for (name, bytes) in files() {
        let whole = read(name, &bytes, usize::MAX, usize::MAX);
        for most in [1, 2, 3, 7, 64, 4096] {
            assert_eq!(read(name, &bytes, most, usize::MAX), whole, "{name}, {most} at once");
        }
    }
}
