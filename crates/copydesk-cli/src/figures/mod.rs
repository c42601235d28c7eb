//! `copydesk figures`: the figures of articles as a table, one row for each.

mod columns;
mod csv;
mod excerpt;
mod jsonl;
mod parquet;
mod table;

use copydesk::{Options, figures, sentences};
use copydesk_corpus::{Parts, Record, Unreadable, documents, guarded};

use crate::arguments::{FiguresArguments, LayerChoice};
use crate::inputs::inputs;
use crate::outcome::{Outcome, say};
use crate::printable::printable;
use columns::Rows;
use table::Table;

pub(crate) fn run(arguments: &FiguresArguments) -> anyhow::Result<Outcome> {
    let inputs = inputs(&arguments.input)?;
    let options = arguments.input.reading.options(&LayerChoice(vec![&sentences::LAYER, &figures::LAYER]));
    let mut table = Table::create(arguments)?;
    let mut errors = 0;
    for record in inputs {
        let unreadable = match record {
            Ok(record) => write_figures(&record, &options, &mut table)?,
            Err(unreadable) => Some(unreadable),
        };
        if let Some(unreadable) = unreadable {
            errors += 1;
            say(&printable(&unreadable.to_string()));
        }
    }
    table.finish()?;
    Ok(Outcome::of(errors))
}

/// Writes the figures of every article of a record; what kept it from being parsed to its end, if anything did.
fn write_figures(record: &Record, options: &Options, table: &mut Table) -> anyhow::Result<Option<Unreadable>> {
    let unreadable = |reason| Ok(Some(record.unreadable(reason)));
    let documents = guarded(|| documents(&record.source, &record.id, options, Parts::Article));
    let mut documents = match documents {
        Ok(documents) => documents,
        Err(reason) => return unreadable(reason),
    };
    let mut articles = 0;
    loop {
        let written = guarded(|| {
            let (id, document) = documents.next()?;
            Some(Rows::of(&id, &document).try_for_each(|row| table.row(&row)))
        });
        match written {
            Ok(Some(written)) => written?,
            Ok(None) if articles == 0 => return unreadable("holds no article".into()),
            Ok(None) => return Ok(None),
            Err(reason) => return unreadable(reason),
        }
        articles += 1;
    }
}
