//! Where the rows go: standard output, a file, or a directory of shards.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use copydesk_corpus::Position;
use copydesk_corpus::output::{Encoder, NewFile, Pack};
use copydesk_corpus::run::{Made, RowForm};
use copydesk_corpus::shards::{Plan, Resume, Shards};

use crate::arguments::ParseArguments;
use crate::output;

use super::settings::settings;

/// What is handed to the system at once.
const BUFFER: usize = 1 << 16;

/// The output of `copydesk parse`.
pub(super) struct Target {
    to: To,
    form: RowForm,
    /// How many documents have been written.
    documents: u64,
}

enum To {
    /// What takes bytes as they come: standard output, a pipe, a device.
    Stream(Box<Encoder<BufWriter<Box<dyn Write + Send>>>>),
    /// A file, which has its name once it is whole.
    File(Box<NewFile>),
    Shards(Box<Shards>),
}

impl Target {
    /// What the arguments name, and where in the inputs it goes on; none if nothing is left to do.
    pub(super) fn open(
        arguments: &ParseArguments,
        form: RowForm,
        files: &[PathBuf],
    ) -> anyhow::Result<(Self, Option<Position>)> {
        let begin = |to| (Self { to, form, documents: 0 }, Some(Position::default()));
        let Some(path) = arguments.output.as_deref().filter(|path| *path != Path::new("-")) else {
            if arguments.corpus.wants_shards() {
                bail!("shards are written to a directory: name one with --output");
            }
            let pack = pack(arguments, form, Pack::Plain)?;
            return Ok(begin(To::Stream(Box::new(encoder(Box::new(io::stdout()), form, pack)?))));
        };
        output::refuse_inputs(path, &arguments.input.paths)?;
        if arguments.corpus.wants_shards() || is_directory(path) {
            let pack = pack(arguments, form, Pack::Plain)?;
            let resume = if arguments.corpus.resume { Resume::Yes } else { Resume::No };
            if arguments.corpus.resume && files.iter().any(|file| file == Path::new("-")) {
                bail!("standard input cannot be read again, so a run over it cannot be gone on with");
            }
            let plan = Plan::new(settings(arguments, form, pack), files);
            let shards = Shards::open(path, &plan, form, pack, resume).map_err(|error| match error.kind() {
                io::ErrorKind::InvalidData => anyhow::anyhow!("{} cannot be gone on with: {error}", path.display()),
                io::ErrorKind::AlreadyExists => anyhow::anyhow!("{} {error} (--resume)", path.display()),
                _ => anyhow::Error::new(error).context(path.display().to_string()),
            })?;
            let position = shards.position();
            return Ok((Self { to: To::Shards(Box::new(shards)), form, documents: 0 }, position));
        }
        let pack = pack(arguments, form, Pack::of_file(&path.to_string_lossy()))?;
        let cannot = || format!("{} cannot be created", path.display());
        // A link leads to what is meant; what is no file, such as a pipe, takes the rows as they come.
        let there = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        Ok(begin(if there.metadata().is_ok_and(|metadata| !metadata.is_file()) {
            To::Stream(Box::new(encoder(Box::new(File::create(&there).with_context(cannot)?), form, pack)?))
        } else {
            To::File(Box::new(NewFile::create(&there, form, pack).with_context(cannot)?))
        }))
    }

    /// How many records had an error in what was there already.
    pub(super) fn earlier_errors(&self) -> u64 {
        match &self.to {
            To::Shards(shards) => shards.whole().1.errors,
            To::Stream(_) | To::File(_) => 0,
        }
    }

    /// Writes what was made of a batch, which may end a shard.
    pub(super) fn put(&mut self, made: &Made, ends_shard: Option<Position>) -> anyhow::Result<()> {
        let between = if self.documents > 0 && !made.rows.is_empty() { self.form.between() } else { b"" };
        self.documents += made.tally.documents;
        let put = match &mut self.to {
            To::Stream(out) => out.bytes(between).and_then(|()| out.rows(&made.rows)).and_then(|()| out.flush()),
            To::File(file) => file.bytes(between).and_then(|()| file.rows(&made.rows)),
            To::Shards(shards) => shards.put(made, ends_shard),
        };
        put.context("the output cannot be written")
    }

    /// Ends it: everything was read.
    pub(super) fn finish(self, end: Position) -> anyhow::Result<()> {
        let finished = match self.to {
            To::Stream(out) => out.finish().map(drop),
            To::File(file) => file.keep().map(drop),
            To::Shards(shards) => shards.finish(end).map(drop),
        };
        finished.context("the output cannot be written")
    }

    /// What there is of it if it is not finished, and how to go on.
    pub(super) fn left(&self) -> String {
        match &self.to {
            To::Stream(_) => "the rows written are whole".into(),
            To::File(_) => "nothing is left of the output".into(),
            To::Shards(shards) => {
                format!("{} shards are whole; the same command with --resume goes on behind them", shards.whole().0)
            }
        }
    }
}

/// Whether a name means a directory: one that is there, or that ends as one.
fn is_directory(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

/// How the output is packed.
fn pack(arguments: &ParseArguments, form: RowForm, by_name: Pack) -> anyhow::Result<Pack> {
    let pack = arguments.corpus.pack.unwrap_or(by_name);
    if pack != Pack::Plain && form.name() == "parquet" {
        bail!("Parquet packs its columns itself: it is not packed once more");
    }
    Ok(pack)
}

fn encoder(
    out: Box<dyn Write + Send>,
    form: RowForm,
    pack: Pack,
) -> anyhow::Result<Encoder<BufWriter<Box<dyn Write + Send>>>> {
    let out = BufWriter::with_capacity(BUFFER, out);
    let encoder = match form {
        RowForm::Written(_) => Encoder::packed(out, pack),
        RowForm::Parquet => Encoder::parquet(out),
    };
    encoder.context("the output cannot be written")
}
