//! Every container, packed and not, whole and damaged.

mod damage;
mod json;
mod packed;
#[cfg(feature = "parquet")]
mod parquet;
mod warc;
mod zip;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use copydesk_corpus::{Directories, FileForm, Inputs, Reading, Record, Unreadable};

/// A file of this name in a folder that goes when it is dropped.
struct Sample {
    folder: tempfile::TempDir,
    path: PathBuf,
}

impl Sample {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        Self { folder, path }
    }

    /// What it gives, in short: id and text, or what is wrong, with the folder taken off.
    fn short(&self) -> Vec<String> {
        self.short_as(Reading::default())
    }

    fn short_as(&self, reading: Reading) -> Vec<String> {
        let short = self.read(reading).into_iter().map(|item| match item {
            Ok(record) => format!("{}: {}", record.id, String::from_utf8_lossy(record.source.as_bytes())),
            Err(unreadable) => format!("! {unreadable}"),
        });
        let folder = format!("{}/", self.folder.path().display());
        short.map(|line| line.replace(&folder, "")).collect()
    }

    fn read(&self, reading: Reading) -> Vec<Result<Record, Unreadable>> {
        read(&self.path, reading)
    }

    fn passed_over(&self) -> Vec<(&'static str, u64)> {
        let mut inputs = Inputs::new(vec![self.path.clone()], Reading::default(), Directories::Refuse);
        let passed_over = inputs.passed_over();
        assert!(inputs.by_ref().all(|item| item.is_ok()));
        passed_over.counts()
    }
}

fn read(path: &Path, reading: Reading) -> Vec<Result<Record, Unreadable>> {
    Inputs::new(vec![path.to_owned()], reading, Directories::Refuse).collect()
}

fn form(name: &str) -> Reading {
    Reading { form: FileForm::named(name).unwrap(), ..Reading::default() }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    zstd::encode_all(bytes, 3).unwrap()
}
