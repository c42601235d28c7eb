//! Every text of the project as a line of JSON, with every layer: what two builds of the same code are held against each other by
//! (`make test-builds`).

use std::io::{BufWriter, Write};

use anyhow::{Context, Result};
use copydesk::write::Writer;
use copydesk::{LAYERS, Options, Source};
use copydesk_corpus::{Parts, documents};
use copydesk_tests::texts;

fn main() -> Result<()> {
    let writer = Writer::named("jsonl").context("a registered writer")?;
    let options = Options::new().layers(LAYERS);
    let mut written = BufWriter::new(std::io::stdout().lock());
    for (number, text) in texts::all()?.into_iter().enumerate() {
        let source = Source::new(text)?;
        for (id, document) in documents(&source, &number.to_string(), &options, Parts::All) {
            written.write_all(writer.write(&document, &id).as_bytes())?;
        }
    }
    Ok(written.flush()?)
}
