//! Where the documents go, and what stands there in place of one that could not be read.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use anyhow::{Context as _, bail};
use copydesk::write::ErrorRow;
use copydesk_corpus::Unreadable;

use crate::arguments::ParseArguments;
use crate::outcome::say;
use crate::printable::printable;

/// The output of `copydesk parse`.
pub(super) struct Output {
    out: BufWriter<Box<dyn Write>>,
    form: Form,
    /// How many documents have been written.
    documents: u64,
}

/// What a row that says an error looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// A JSON object on one line.
    Jsonl,
    /// An indented JSON object.
    Json,
    /// Text to read, where an error row would pass for an article: it is said on standard error.
    Text,
}

impl Output {
    pub(super) fn create(arguments: &ParseArguments) -> anyhow::Result<Self> {
        let out: Box<dyn Write> = match &arguments.output {
            Some(path) if path != Path::new("-") => {
                if arguments.paths.iter().any(|input| is_same_file(input, path)) {
                    bail!("{} would be written over while it is read", path.display());
                }
                Box::new(File::create(path).with_context(|| format!("{} cannot be created", path.display()))?)
            }
            _ => Box::new(io::stdout()),
        };
        let form = match arguments.to.name() {
            "jsonl" => Form::Jsonl,
            "json" => Form::Json,
            _ => Form::Text,
        };
        Ok(Self { out: BufWriter::with_capacity(1 << 16, out), form, documents: 0 })
    }

    pub(super) fn document(&mut self, document: &str) -> anyhow::Result<()> {
        if self.form == Form::Text && self.documents > 0 {
            self.write(b"\n")?;
        }
        self.documents += 1;
        self.write(document.as_bytes())
    }

    pub(super) fn error(&mut self, unreadable: &Unreadable) -> anyhow::Result<()> {
        let Unreadable { id, place, reason, .. } = unreadable;
        let row = ErrorRow::new(id, &place.file, place.record, reason).at(place.offset);
        let row = match self.form {
            Form::Jsonl => serde_json::to_string(&row)?,
            Form::Json => serde_json::to_string_pretty(&row)?,
            Form::Text => {
                say(&printable(&unreadable.to_string()));
                return Ok(());
            }
        };
        self.write(row.as_bytes())?;
        self.write(b"\n")
    }

    pub(super) fn finish(mut self) -> anyhow::Result<()> {
        self.out.flush().context("the output cannot be written")
    }

    fn write(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        self.out.write_all(bytes).context("the output cannot be written")
    }
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other && one.is_file(),
        _ => false,
    }
}
