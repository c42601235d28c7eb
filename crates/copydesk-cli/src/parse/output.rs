//! Where the documents go, and what stands there in place of one that could not be read.

use std::io::{BufWriter, Write};

use anyhow::Context as _;
use copydesk::write::ErrorRow;
use copydesk_corpus::Unreadable;

use crate::arguments::ParseArguments;
use crate::outcome::say;
use crate::output;
use crate::printable::printable;

/// The output of `copydesk parse`.
pub(super) struct Output {
    out: BufWriter<Box<dyn Write + Send>>,
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
    /// Text to read, where an error row would pass for an article: there is none.
    Text,
}

impl Output {
    pub(super) fn create(arguments: &ParseArguments) -> anyhow::Result<Self> {
        let out = output::create(arguments.output.as_deref(), &arguments.paths)?;
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

    /// Says it on standard error, and puts a row in its place.
    pub(super) fn error(&mut self, unreadable: &Unreadable) -> anyhow::Result<()> {
        let Unreadable { id, place, reason } = unreadable;
        let row = ErrorRow::new(id, &place.file, place.record, reason);
        say(&printable(&unreadable.to_string()));
        let row = match self.form {
            Form::Jsonl => serde_json::to_string(&row)?,
            Form::Json => serde_json::to_string_pretty(&row)?,
            Form::Text => return Ok(()),
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
