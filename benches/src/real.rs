//! Real articles, where the machine has some: `COPYDESK_CORPUS` names a folder with `corpora/*.jsonl.gz`, a `text` in each line. If there
//! are files of a news agency among them, `reuters*.jsonl.gz`, it is these alone: one kind of text, and one that others have too.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::read::MultiGzDecoder;
use serde::Deserialize;

use crate::corpus::Corpus;

#[derive(Deserialize)]
struct Row {
    text: String,
}

/// The articles of `COPYDESK_CORPUS`; none if it is not set.
///
/// # Errors
/// If it is set and cannot be read: a benchmark that quietly measured something else would be worse than none.
pub fn corpus() -> Result<Option<Corpus>> {
    let Some(folder) = std::env::var_os("COPYDESK_CORPUS") else { return Ok(None) };
    let mut files = files(&Path::new(&folder).join("corpora"))?;
    let name = if files.iter().any(|file| is_wire(file)) { "wire" } else { "real" };
    files.retain(|file| name == "real" || is_wire(file));
    let mut texts = Vec::new();
    for file in files {
        read(&file, &mut texts).with_context(|| file.display().to_string())?;
    }
    anyhow::ensure!(!texts.is_empty(), "COPYDESK_CORPUS={} holds no corpora/*.jsonl.gz", folder.display());
    Ok(Some(Corpus::of(name, &texts)))
}

fn is_wire(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("reuters"))
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in folder.read_dir().with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".jsonl.gz") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn read(file: &Path, texts: &mut Vec<String>) -> Result<()> {
    for line in BufReader::new(MultiGzDecoder::new(File::open(file)?)).lines() {
        texts.push(serde_json::from_str::<Row>(&line?)?.text);
    }
    Ok(())
}
