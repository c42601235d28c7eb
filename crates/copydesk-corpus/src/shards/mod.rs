//! Output in shards, with which a killed run can be resumed.
//!
//! A shard holds a fixed number of records, whatever the number of threads, and is a file of its own: `part-00000.jsonl.zst`. It is written
//! under another name, flushed to disk, renamed, and only then listed in the [manifest](Plan). However and whenever a run ends, everything
//! in the manifest is complete. A second run with the same plan makes the rest, and the bytes are those of a run that was never stopped.

mod manifest;

use std::io;
use std::path::{Path, PathBuf};

use crate::inputs::Position;
use crate::output::{Encoder, NewFile, Pack};
use crate::run::{Made, RowForm, Tally};

pub use manifest::{Counts, MANIFEST, Plan, Shard};
use manifest::{Manifest, Told};

/// Whether output that is there already is gone on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resume {
    /// It is, if it is of the same plan.
    Yes,
    /// There must be none.
    No,
}

/// A directory of shards that is being written.
pub struct Shards {
    directory: PathBuf,
    form: RowForm,
    pack: Pack,
    manifest: Manifest,
    /// The shards that were there.
    told: Told,
    /// How many are whole.
    whole: u64,
    /// What is in those that are whole.
    counts: Counts,
    /// The one that is being written.
    open: Option<(Encoder<NewFile>, Tally)>,
}

impl Shards {
    /// The shards of a run in this directory, which is made if it is not there.
    ///
    /// # Errors
    /// If there is output of another run, or the directory cannot be written to.
    pub fn open(directory: &Path, plan: &Plan, form: RowForm, pack: Pack, resume: Resume) -> io::Result<Self> {
        std::fs::create_dir_all(directory)?;
        let (manifest, told) = match (directory.join(MANIFEST).exists(), resume) {
            (true, Resume::Yes) => Manifest::open(directory, plan)?,
            (true, Resume::No) => {
                let reason =
                    format!("holds the output of a run already ({MANIFEST}): go on with it, or name another directory");
                return Err(io::Error::new(io::ErrorKind::AlreadyExists, reason));
            }
            (false, _) => (Manifest::create(directory, plan)?, Told::default()),
        };
        remove_leftovers(directory)?;
        let mut counts = Counts::default();
        told.shards.iter().for_each(|shard| counts.add(&shard.counts));
        let whole = told.shards.len() as u64;
        Ok(Self { directory: directory.to_owned(), form, pack, manifest, told, whole, counts, open: None })
    }

    /// Where the inputs are behind what is whole; none if nothing is left to do.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        let behind_last = || self.told.shards.last().map(|shard| shard.end).unwrap_or_default();
        (!self.told.finished).then(behind_last)
    }

    /// How many shards are whole, and what is in them.
    #[must_use]
    pub fn whole(&self) -> (u64, &Counts) {
        (self.whole, &self.counts)
    }

    /// Writes what was made of a batch, which may end a shard at a position of the inputs.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn put(&mut self, made: &Made, ends_shard: Option<Position>) -> io::Result<()> {
        let (mut file, mut tally) = match self.open.take() {
            Some(open) => open,
            None => {
                let file = NewFile::create(&self.directory.join(self.name()))?;
                (Encoder::new(file, self.form, self.pack)?, Tally::default())
            }
        };
        file.rows(&made.rows)?;
        tally.add(&made.tally);
        self.open = Some((file, tally));
        ends_shard.map_or(Ok(()), |end| self.close(end))
    }

    /// Ends the last shard and says that all is done.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn finish(mut self, end: Position) -> io::Result<(u64, Counts)> {
        if self.told.finished {
            return Ok((self.whole, self.counts));
        }
        self.close(end)?;
        self.manifest.finished(self.whole, self.counts.clone())?;
        Ok((self.whole, self.counts))
    }

    fn close(&mut self, end: Position) -> io::Result<()> {
        let Some((file, tally)) = self.open.take() else { return Ok(()) };
        let sum = file.finish()?.keep()?;
        let counts = Counts::of(&tally);
        let shard = Shard { shard: self.name(), bytes: sum.bytes, crc32: format!("{:08x}", sum.crc32), end, counts };
        self.manifest.shard(&shard)?;
        self.counts.add(&shard.counts);
        self.whole += 1;
        Ok(())
    }

    /// The name of the next shard.
    fn name(&self) -> String {
        format!("part-{:05}.{}{}", self.whole, self.form.name(), self.pack.end())
    }
}

/// Removes what a run that was killed was writing.
fn remove_leftovers(directory: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(directory)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(".part-") && name.ends_with(".tmp") {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
