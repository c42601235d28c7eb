//! `copydesk parse`: from articles to documents, one record after the other.

mod output;

use copydesk::Options;
use copydesk_corpus::{Directories, Record, Unreadable, documents, guarded};

use crate::arguments::ParseArguments;
use crate::inputs::inputs;
use crate::outcome::Outcome;
use output::Output;

pub(crate) fn run(arguments: &ParseArguments) -> anyhow::Result<Outcome> {
    let inputs = inputs(arguments.paths.clone(), &arguments.records, Directories::Refuse)?;
    let options = arguments.reading.options(&arguments.layers);
    let mut output = Output::create(arguments)?;
    let mut errors = 0;
    for record in inputs {
        let unreadable = match record {
            Ok(record) => write_documents(&record, arguments, &options, &mut output)?,
            Err(unreadable) => Some(unreadable),
        };
        if let Some(unreadable) = unreadable {
            errors += 1;
            output.error(&unreadable)?;
        }
    }
    output.finish()?;
    Ok(Outcome::of(errors))
}

/// Writes every document of a record; what kept it from being parsed to its end, if anything did.
fn write_documents(
    record: &Record,
    arguments: &ParseArguments,
    options: &Options,
    output: &mut Output,
) -> anyhow::Result<Option<Unreadable>> {
    let unreadable = |reason| Ok(Some(record.unreadable(reason)));
    let documents = guarded(|| documents(&record.source, &record.id, options, arguments.parts));
    let mut documents = match documents {
        Ok(documents) => documents,
        Err(reason) => return unreadable(reason),
    };
    let mut written = 0;
    loop {
        match guarded(|| documents.next().map(|(id, document)| arguments.to.write(&document, &id))) {
            Ok(Some(document)) => output.document(&document)?,
            Ok(None) if written == 0 => return unreadable("holds no article".into()),
            Ok(None) => return Ok(None),
            Err(reason) => return unreadable(reason),
        }
        written += 1;
    }
}
