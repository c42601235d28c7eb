//! JSON lines in, and everything in them parsed; beside the same texts parsed where they lie.

use std::hint::black_box;
use std::io::{BufWriter, Write as _};

use anyhow::Result;
use copydesk::{LAYERS, Options, Parser};
use copydesk_benches::fixture::{Fixture, Stage};
use copydesk_corpus::{Directories, Inputs, Parts, Reading, documents_of};
use serde::Serialize;
use tempfile::NamedTempFile;

use crate::flow;
use crate::plan::{Number, Plan, Ratio};

/// The texts of a fixture as a file of records.
pub(crate) struct Records(NamedTempFile);

#[derive(Serialize)]
struct Row<'a> {
    id: usize,
    text: &'a str,
}

impl Records {
    /// Writes them, each with its number.
    pub(crate) fn write(fixture: &Fixture) -> Result<Self> {
        let file = tempfile::Builder::new().suffix(".jsonl").tempfile_in(env!("CARGO_TARGET_TMPDIR"))?;
        let mut out = BufWriter::new(file.as_file());
        for (id, text) in fixture.corpus.texts().enumerate() {
            serde_json::to_writer(&mut out, &Row { id, text: &text })?;
            out.write_all(b"\n")?;
        }
        out.flush()?;
        drop(out);
        Ok(Self(file))
    }

    /// Reads and parses all of them: counts the blocks.
    fn parse(&self, parser: &mut Parser) -> usize {
        let inputs = Inputs::new(vec![self.0.path().to_owned()], Reading::default(), Directories::Refuse);
        let mut blocks = 0;
        for record in inputs {
            let record = record.expect("a record that was written is read");
            for (id, document) in documents_of(parser, &record.source, &record.id, Parts::Article) {
                black_box(id);
                blocks += black_box(document).blocks().len();
            }
        }
        blocks
    }
}

/// Adds them, structure and repair, and with all layers; `layers` is the parse of the same texts alone with all of them. Returns the one without.
pub(crate) fn add<'a>(plan: &mut Plan<'a>, fixture: &'a Fixture, records: &'a Records, layers: Number) -> Number {
    let alone = flow::parser(plan, fixture, "parser", Options::new());
    let ways =
        [("JSON lines", alone, Options::new()), ("JSON lines, all layers", layers, Options::new().layers(LAYERS))];
    for (name, alone, options) in ways {
        let mut parser = Parser::new(options);
        let read = plan.over(fixture, name, fixture.count(Stage::Parse), move || records.parse(&mut parser));
        plan.pair(name, "the same texts alone", Ratio::Percent(read, alone));
    }
    alone
}
