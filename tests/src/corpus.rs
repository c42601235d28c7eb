//! Real articles, where they are: the folder that the environment variable `COPYDESK_CORPUS` names.
//!
//! They are other people's text and no part of the project. What needs them skips without them.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::read::MultiGzDecoder;
use serde::Deserialize;

/// One record of a collection.
#[derive(Clone, Debug, Deserialize)]
pub struct Record {
    /// Its identifier in the collection, or what stands for a title.
    pub id: String,
    /// Its text.
    pub text: String,
}

/// The folder of real articles, if there is one.
#[must_use]
pub fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("COPYDESK_CORPUS").map(PathBuf::from);
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    Some(named.unwrap_or_else(beside)).filter(|folder| folder.join("corpora").is_dir())
}

/// The same for a test, which says that it skips where there is none.
#[must_use]
pub fn folder_or_skip() -> Option<PathBuf> {
    let folder = folder();
    if folder.is_none() {
        println!("skipped: COPYDESK_CORPUS names no folder of real articles");
    }
    folder
}

/// The collections in the folder, by name.
///
/// # Errors
/// If the folder cannot be listed.
pub fn collections(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder.join("corpora"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".jsonl.gz").map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

/// All records of a collection.
///
/// # Errors
/// If the file cannot be read, or a line of it is no record.
pub fn records(folder: &Path, collection: &str) -> Result<Vec<Record>> {
    let path = folder.join("corpora").join(format!("{collection}.jsonl.gz"));
    let file = File::open(&path).with_context(|| path.display().to_string())?;
    let lines = BufReader::new(MultiGzDecoder::new(file)).lines();
    let record = |line: std::io::Result<String>| {
        let record: Record = serde_json::from_str(&line?)?;
        Ok(Record { id: named(record.id), ..record })
    };
    lines.map(record).collect::<Result<_>>().with_context(|| path.display().to_string())
}

/// Words from which on an identifier is the article's title, which is its author's text and may not stand in labels.
const TITLE: usize = 6;

/// The identifier, or the FNV-1a hash of one that is a title.
fn named(id: String) -> String {
    if id.split_whitespace().count() < TITLE { id } else { format!("title-{:016x}", fnv(&id)) }
}

/// The hash FNV-1a, which is the same for ever.
#[must_use]
pub fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The text files of the exports, as paths relative to `exports/`.
///
/// # Errors
/// If the folder cannot be listed.
pub fn exports(folder: &Path) -> Result<Vec<PathBuf>> {
    let root = folder.join("exports");
    let mut files = Vec::new();
    for form in std::fs::read_dir(&root)? {
        for file in std::fs::read_dir(form?.path())? {
            files.push(file?.path().strip_prefix(&root)?.to_owned());
        }
    }
    files.sort();
    Ok(files)
}
