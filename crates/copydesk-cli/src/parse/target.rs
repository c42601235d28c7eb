//! Where the rows go: standard output, a file, or a directory of shards.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use copydesk_corpus::Position;
use copydesk_corpus::output::{Encoder, Pack};
use copydesk_corpus::run::{Made, RowForm};
use copydesk_corpus::shards::{Plan, Resume, Shards};

use crate::arguments::ParseArguments;
use crate::output::{self, Legible, Output};

use super::settings::settings;

/// The output of `copydesk parse`.
pub(super) struct Target {
    to: To,
}

enum To {
    One(Box<Encoder<Output>>, Left),
    Shards(Box<Shards>),
}

/// What is left of an output that was not finished.
#[derive(Clone, Copy)]
enum Left {
    Rows,
    Nothing,
}

impl Target {
    /// What the arguments name, and where in the inputs it goes on; none if nothing is left to do.
    pub(super) fn open(
        arguments: &ParseArguments,
        form: RowForm,
        files: &[PathBuf],
    ) -> anyhow::Result<(Self, Option<Position>)> {
        let path = arguments.output.as_deref().filter(|path| *path != Path::new("-"));
        let shards = path.is_some_and(|path| arguments.corpus.wants_shards() || is_directory(path));
        let Some(path) = path.filter(|_| shards) else {
            if arguments.corpus.wants_shards() {
                bail!("shards are written to a directory: name one with --output");
            }
            let by_name = path.map_or(Pack::Plain, |path| Pack::of_file(&path.to_string_lossy()));
            let pack = pack(arguments, form, by_name)?;
            let out = Output::create(path, &arguments.input.paths, legible(form, pack))?;
            let left = if matches!(out, Output::File(_)) { Left::Nothing } else { Left::Rows };
            let encoder = Encoder::new(out, form, pack).context("the output cannot be written")?;
            return Ok((Self { to: To::One(Box::new(encoder), left) }, Some(Position::default())));
        };
        output::refuse_inputs(path, &arguments.input.paths)?;
        let pack = pack(arguments, form, Pack::Plain)?;
        let resume = if arguments.corpus.resume { Resume::Yes } else { Resume::No };
        if arguments.corpus.resume && files.iter().any(|file| file == Path::new("-")) {
            bail!("standard input cannot be read again, so a run over it cannot be gone on with");
        }
        let plan = Plan::new(settings(arguments, form, pack)?, files);
        let shards = Shards::open(path, &plan, form, pack, resume).map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData => anyhow::anyhow!("{} cannot be gone on with: {error}", path.display()),
            io::ErrorKind::AlreadyExists => anyhow::anyhow!("{} {error} (--resume)", path.display()),
            _ => anyhow::Error::new(error).context(path.display().to_string()),
        })?;
        let position = shards.position();
        Ok((Self { to: To::Shards(Box::new(shards)) }, position))
    }

    /// How many records had an error in what was there already.
    pub(super) fn earlier_errors(&self) -> u64 {
        match &self.to {
            To::Shards(shards) => shards.whole().1.errors,
            To::One(..) => 0,
        }
    }

    /// Writes what was made of a batch, which may end a shard.
    pub(super) fn put(&mut self, made: &Made, ends_shard: Option<Position>) -> anyhow::Result<()> {
        let put = match &mut self.to {
            To::One(out, _) => out.rows(&made.rows).and_then(|()| out.flush()),
            To::Shards(shards) => shards.put(made, ends_shard),
        };
        put.context("the output cannot be written")
    }

    /// Ends it: everything was read.
    pub(super) fn finish(self, end: Position) -> anyhow::Result<()> {
        let finished = match self.to {
            To::One(out, _) => out.finish().and_then(Output::keep),
            To::Shards(shards) => shards.finish(end).map(drop),
        };
        finished.context("the output cannot be written")
    }

    /// What there is of it if it is not finished, and how to go on.
    pub(super) fn left(&self) -> String {
        match &self.to {
            To::One(_, Left::Rows) => "the rows written are whole".into(),
            To::One(_, Left::Nothing) => "nothing is left of the output".into(),
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

/// Whether a person can read what is written.
fn legible(form: RowForm, pack: Pack) -> Legible {
    match (form, pack) {
        (RowForm::Parquet, _) => Legible::No("Parquet"),
        (RowForm::Written(_), Pack::Plain) => Legible::Yes,
        (RowForm::Written(_), _) => Legible::No("what is packed"),
    }
}
