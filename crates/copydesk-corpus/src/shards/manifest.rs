//! The manifest of a directory of shards: what is done, and how to resume.
//!
//! It is a file of JSON lines. The first describes the run: the version, its settings, its inputs. One more follows for each complete
//! shard, and a last one when all are complete. Each line is appended once what it describes is on disk, and is then flushed. Rewriting the
//! file each time would be safe too, but quadratic. A killed run can leave half a line there. It is removed, and only means work that has
//! to be done again anyway.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::inputs::Position;
use crate::output::sync_directory;
use crate::output::temporary;
use crate::run::Tally;

/// Its name in the directory.
pub const MANIFEST: &str = "manifest.jsonl";
/// What its first line says that it is.
const KIND: &str = "copydesk-shards/1";

/// What a run is: another one cannot go on with its output.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Plan {
    manifest: String,
    version: String,
    /// How it reads, parses and writes, by the names of the settings.
    pub settings: BTreeMap<String, String>,
    /// Its input files in order, each with its size if it has one.
    pub inputs: Vec<(String, Option<u64>)>,
}

/// A shard that is whole.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Shard {
    /// The name of its file.
    pub shard: String,
    /// The size of the file.
    pub bytes: u64,
    /// The CRC-32 of the file, in hexadecimal.
    pub crc32: String,
    /// Where the inputs are behind its last record.
    pub end: Position,
    /// What is in it.
    #[serde(flatten)]
    pub counts: Counts,
}

/// What is in a shard, or in all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Counts {
    /// Records, those that could not be read among them.
    pub records: u64,
    /// The bytes of their texts.
    pub text_bytes: u64,
    /// Documents.
    pub documents: u64,
    /// Records that could not be read or parsed.
    pub errors: u64,
    /// Repairs by rule.
    pub repairs: BTreeMap<String, u64>,
}

/// That nothing is left to do.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
struct Finished {
    finished: u64,
    #[serde(flatten)]
    counts: Counts,
}

/// A line behind the first.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(untagged)]
enum Line {
    Shard(Shard),
    Finished(Finished),
}

impl Counts {
    pub(super) fn of(tally: &Tally) -> Self {
        let mut counts = Self::default();
        counts.add_tally(tally);
        counts
    }

    fn add_tally(&mut self, tally: &Tally) {
        let repairs = tally.repairs.iter().map(|(rule, count)| ((*rule).to_owned(), *count)).collect();
        let Tally { records, bytes, documents, errors, .. } = *tally;
        self.add(&Self { records, text_bytes: bytes, documents, errors, repairs });
    }

    /// Adds those of another.
    pub fn add(&mut self, other: &Self) {
        self.records += other.records;
        self.text_bytes += other.text_bytes;
        self.documents += other.documents;
        self.errors += other.errors;
        for (rule, count) in &other.repairs {
            *self.repairs.entry(rule.clone()).or_default() += count;
        }
    }
}

impl Plan {
    /// The plan of a run with these settings over these files, as they are now.
    #[must_use]
    pub fn new(settings: BTreeMap<String, String>, files: &[PathBuf]) -> Self {
        let size = |path: &Path| path.metadata().ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len());
        let inputs = files.iter().map(|path| (path.to_string_lossy().into_owned(), size(path))).collect();
        Self { manifest: KIND.into(), version: env!("CARGO_PKG_VERSION").into(), settings, inputs }
    }

    /// What keeps this run from going on with the output of another.
    fn difference(&self, other: &Self) -> Option<String> {
        if (&self.manifest, &self.version) != (&other.manifest, &other.version) {
            return Some(format!("it was made by version {}, and this is {}", other.version, self.version));
        }
        let names = self.settings.keys().chain(other.settings.keys());
        let value =
            |plan: &Self, name: &str| plan.settings.get(name).map_or("not set".into(), |value| format!("`{value}`"));
        let mut changed = names.filter(|name| self.settings.get(*name) != other.settings.get(*name));
        if let Some(name) = changed.next() {
            return Some(format!("its `{name}` was {}, and now is {}", value(other, name), value(self, name)));
        }
        let size = |size: Option<u64>| size.map_or("no known size".into(), |size| format!("{size} bytes"));
        for ((then, then_size), (now, now_size)) in other.inputs.iter().zip(&self.inputs) {
            if then != now {
                return Some(format!("where it read {then}, there now is {now}"));
            }
            if then_size != now_size {
                return Some(format!("{now} had {}, and now has {}", size(*then_size), size(*now_size)));
            }
        }
        match (other.inputs.len(), self.inputs.len()) {
            (then, now) if then != now => Some(format!("it read {then} files, and now there are {now}")),
            _ => None,
        }
    }
}

/// The manifest of a directory, to which lines are added.
#[derive(Debug)]
pub(super) struct Manifest {
    file: File,
}

/// What a manifest tells.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) shards: Vec<Shard>,
    pub(super) finished: bool,
}

impl Manifest {
    /// A new one, which is there with its first line or not at all.
    pub(super) fn create(directory: &Path, plan: &Plan) -> io::Result<Self> {
        let path = directory.join(MANIFEST);
        let temporary = temporary(&path);
        let mut file = File::create(&temporary)?;
        write_line(&mut file, plan)?;
        std::fs::rename(&temporary, &path)?;
        sync_directory(&path)?;
        Ok(Self { file })
    }

    /// The one that a run with this plan left.
    pub(super) fn open(directory: &Path, plan: &Plan) -> io::Result<(Self, Told)> {
        let path = directory.join(MANIFEST);
        let bytes = std::fs::read(&path)?;
        // What stands behind the last line end was not written to its end.
        let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let mut lines = bytes[..whole].split_inclusive(|byte| *byte == b'\n');
        let refused = |reason: String| io::Error::new(io::ErrorKind::InvalidData, reason);
        let unknown = |error: serde_json::Error| refused(format!("its {MANIFEST} cannot be read: {error}"));
        let first: Plan = serde_json::from_slice(lines.next().unwrap_or_default()).map_err(unknown)?;
        if let Some(difference) = plan.difference(&first) {
            return Err(refused(difference));
        }
        let mut told = Told::default();
        for line in lines {
            match serde_json::from_slice(line).map_err(unknown)? {
                Line::Shard(shard) => told.shards.push(shard),
                Line::Finished(_) => told.finished = true,
            }
        }
        for shard in &told.shards {
            let size = directory.join(&shard.shard).metadata().map(|metadata| metadata.len());
            if size.ok() != Some(shard.bytes) {
                return Err(refused(format!("{} is not there as it was written", shard.shard)));
            }
        }
        let file = OpenOptions::new().append(true).open(&path)?;
        file.set_len(whole as u64)?;
        Ok((Self { file }, told))
    }

    pub(super) fn shard(&mut self, shard: &Shard) -> io::Result<()> {
        write_line(&mut self.file, shard)
    }

    pub(super) fn finished(&mut self, shards: u64, counts: Counts) -> io::Result<()> {
        write_line(&mut self.file, &Finished { finished: shards, counts })
    }
}

fn write_line(file: &mut File, line: &impl Serialize) -> io::Result<()> {
    let mut bytes = serde_json::to_vec(line)?;
    bytes.push(b'\n');
    file.write_all(&bytes)?;
    file.sync_all()
}
