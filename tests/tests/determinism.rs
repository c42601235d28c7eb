//! The same bytes give the same documents: on any number of threads, in any batches, packed or not, and again in the same process.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use copydesk::write::Writer;
use copydesk::{LAYERS, Options};
use copydesk_corpus::output::{Encoder, Pack};
use copydesk_corpus::run::{Batches, Job, Limits, RowForm, in_order};
use copydesk_corpus::{Directories, Inputs, Parts, Reading};
use copydesk_tests::{articles, texts};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;

/// Every text of the project, as JSON can hold it.
fn fixtures() -> Result<Vec<String>> {
    let texts = texts::all()?;
    ensure!(articles::all()?.len() < texts.len() && texts.len() > 1000, "only {} texts were found", texts.len());
    Ok(texts.iter().map(|text| String::from_utf8_lossy(text).into_owned()).collect())
}

fn options() -> Options {
    Options::new().layers(LAYERS)
}

/// A run over a file, as the command makes it.
fn run(path: &Path, threads: usize, records: u64) -> Result<Vec<u8>> {
    let form = RowForm::Written(Writer::named("jsonl").context("a registered writer")?);
    let inputs = Inputs::new(vec![path.to_owned()], Reading::default(), Directories::Refuse);
    let mut batches = Batches::new(inputs, Limits { records, bytes: 1 << 20 }, Limits::NONE);
    let job = Job { options: options(), parts: Parts::All, rows: form };
    let mut written = Encoder::new(Vec::new(), form, Pack::Plain)?;
    let threads = NonZeroUsize::new(threads).context("some thread")?;
    in_order(threads, || batches.next(), |batch| job.make(&batch).rows, |rows| written.rows(&rows))?;
    Ok(written.finish()?)
}

/// The same rows made one by one, without a run.
fn alone(texts: &[String]) -> Result<Vec<u8>> {
    texts::written(texts.iter().map(|text| text.clone().into_bytes()))
}

/// The texts as files: JSON lines, plain and packed.
fn files(folder: &Path, texts: &[String]) -> Result<Vec<PathBuf>> {
    let line = |(number, text): (usize, &String)| format!("{}\n", json!({ "id": number, "text": text }));
    let lines: String = texts.iter().enumerate().map(line).collect();
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    std::io::Write::write_all(&mut gzip, lines.as_bytes())?;
    let packed = [
        ("a.jsonl", lines.clone().into_bytes()),
        ("a.jsonl.gz", gzip.finish()?),
        ("a.jsonl.zst", zstd::encode_all(lines.as_bytes(), 3)?),
    ];
    let write = |(name, bytes): (&str, Vec<u8>)| {
        let path = folder.join(name);
        std::fs::write(&path, bytes)?;
        Ok(path)
    };
    packed.into_iter().map(write).collect()
}

#[test]
fn every_way_to_run_gives_the_same_bytes() -> Result<()> {
    let texts = fixtures()?;
    let folder = tempfile::tempdir()?;
    let files = files(folder.path(), &texts)?;
    let expected = alone(&texts)?;
    ensure!(expected.len() > 1_000_000, "only {} bytes were written", expected.len());
    ensure!(alone(&texts)? == expected, "a second time in the same process gives others");
    // Threads and batches; the files take turns.
    let ways = [(1, 256), (2, 256), (8, 256), (1, 1), (2, 7), (8, 1), (8, 1000)];
    for ((threads, records), file) in ways.into_iter().zip(files.iter().cycle()) {
        let found = run(file, threads, records)?;
        ensure!(found == expected, "{threads} threads, {records} at once, {}: others", file.display());
    }
    Ok(())
}
