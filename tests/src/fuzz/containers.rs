//! Files of every form, whole and damaged: each can be read to an end, and gone on with behind any record.

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use copydesk_corpus::{Directories, Inputs, Position, Reading, Record, Unreadable};
use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::NamedTempFile;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Target, broken};

/// Readers of files of every form, packed and not.
pub static CONTAINERS: Target = Target { name: "containers", about: "files of every form, packed and not", run };

/// What the first byte chooses: the end of the file's name, which says its form.
const ENDS: &[&str] = &[
    ".jsonl",
    ".csv",
    ".tsv",
    ".parquet",
    ".warc",
    ".zip",
    ".docx",
    ".html",
    ".txt",
    ".jsonl.gz",
    ".warc.zst",
    ".json",
];

/// Packs bytes into a file whose name has this end.
type Packing = fn(&[u8], &str) -> Result<Vec<u8>>;

/// What the second byte chooses: bytes that are packed here have sums that are right, which no fuzzer would guess.
const PACKINGS: &[(&str, Packing)] = &[
    ("", |bytes, _| Ok(bytes.to_vec())),
    (".gz", |bytes, _| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes)?;
        Ok(encoder.finish()?)
    }),
    (".zst", |bytes, _| Ok(zstd::encode_all(bytes, 1)?)),
    (".zip", |bytes, end| member(&format!("a{end}"), bytes)),
    (".docx", |bytes, _| member("word/document.xml", bytes)),
];

fn member(name: &str, bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file(name, SimpleFileOptions::default())?;
    writer.write_all(bytes)?;
    Ok(writer.finish()?.into_inner())
}

fn run(bytes: &[u8]) -> Result<(), String> {
    let Some((&[end, packing, kept], bytes)) = bytes.split_first_chunk() else { return Ok(()) };
    let of = |chosen: u8, count: usize| usize::from(chosen.wrapping_sub(b'0')) % count;
    let (end, (packed, pack)) = (ENDS[of(end, ENDS.len())], PACKINGS[of(packing, PACKINGS.len())]);
    let file = file(&format!("{end}{packed}"), || pack(bytes, end)).map_err(|error| format!("no file: {error:#}"))?;
    let (all, _) = read(file.path(), Position::default(), usize::MAX);
    // Broken off behind any record, and gone on with.
    let kept = of(kept, all.len() + 1);
    let (first, position) = read(file.path(), Position::default(), kept);
    let (rest, _) = read(file.path(), position, usize::MAX);
    broken(first[..] != all[..kept], || "a second reading gives other records".into())?;
    broken(kept > 0 && rest[..] != all[kept..], || {
        format!("behind {kept} of {} records come others: {:?}, not {:?}", all.len(), rest.first(), all.get(kept))
    })
}

fn file(end: &str, bytes: impl FnOnce() -> Result<Vec<u8>>) -> Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().suffix(end).tempfile()?;
    file.write_all(&bytes()?)?;
    file.flush()?;
    Ok(file)
}

/// Up to so many records behind a position, as words, and the position behind them.
fn read(path: &Path, from: Position, most: usize) -> (Vec<String>, Position) {
    let mut inputs = Inputs::from_position(vec![path.to_owned()], Reading::default(), Directories::Refuse, from);
    let items = inputs.by_ref().take(most).map(|item| shown(&item)).collect();
    (items, inputs.position())
}

fn shown(item: &Result<Record, Unreadable>) -> String {
    match item {
        Ok(Record { id, place, source, fields }) => format!("{id} {place:?} {:?} {fields:?}", source.as_bytes()),
        Err(Unreadable { id, place, reason, fields }) => format!("{id} {place:?} {reason} {fields:?}"),
    }
}
