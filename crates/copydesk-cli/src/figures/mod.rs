//! `copydesk figures`: the figures of articles as a table, one row for each.

mod columns;
mod csv;
mod excerpt;
mod jsonl;
mod parquet;
mod table;

use copydesk::{Document, Options, figures, sentences};
use copydesk_corpus::run::Batch;
use copydesk_corpus::{Parts, Record, Unreadable, documents, guarded};

use crate::arguments::{FiguresArguments, LayerChoice};
use crate::outcome::{Outcome, say, say_passed_over};
use crate::over::over;
use crate::progress::Results;
use columns::Rows;
use table::Table;

pub(crate) fn run(arguments: &FiguresArguments) -> anyhow::Result<Outcome> {
    let options = arguments.input.reading.options(&LayerChoice(vec![&sentences::LAYER, &figures::LAYER]));
    let mut table = Table::create(arguments)?;
    let results = if arguments.output.is_some() { Results::Apart } else { Results::AsMade };
    let work = |batch: Batch| batch.items.into_iter().map(|item| Ok(Articles::of(item?, &options))).collect();
    let sink = |found: Vec<Result<Articles, Unreadable>>| {
        let mut unreadable = Vec::new();
        for articles in found {
            match articles {
                Ok(articles) => unreadable.extend(articles.write(&mut table)?),
                Err(error) => unreadable.push(error),
            }
        }
        Ok(unreadable)
    };
    let went = over(&arguments.input, arguments.threads, results, work, sink)?;
    if let Some(signal) = went.ended {
        say("asked to end: the table is not whole");
        return Ok(Outcome::Ended(signal));
    }
    table.finish()?;
    say_passed_over(&went.passed_over);
    Ok(Outcome::of(went.errors))
}

/// The articles of a record, with their ids.
struct Articles {
    record: Record,
    parsed: Vec<(String, Document)>,
    /// What kept it from being parsed to its end, if anything did.
    broken_off: Option<String>,
}

impl Articles {
    fn of(record: Record, options: &Options) -> Self {
        let mut parsed = Vec::new();
        let all = guarded(|| documents(&record.source, &record.id, options, Parts::Article)).and_then(|mut found| {
            while let Some(article) = guarded(|| found.next())? {
                parsed.push(article);
            }
            if parsed.is_empty() { Err("holds no article".into()) } else { Ok(()) }
        });
        Self { record, parsed, broken_off: all.err() }
    }

    /// Writes the rows of all articles; what could not be done. They are made one by one as they are written: many say the same sentence, and
    /// those of a batch would be far longer than its text.
    fn write(self, table: &mut Table) -> anyhow::Result<Option<Unreadable>> {
        let rows = self.parsed.iter().flat_map(|(id, document)| Rows::of(id, document));
        // What is made of a document when it is asked for can fail too.
        let broken_off = match guarded(|| rows.into_iter().try_for_each(|row| table.row(&row))) {
            Ok(written) => {
                written?;
                self.broken_off
            }
            Err(reason) => Some(reason),
        };
        Ok(broken_off.map(|reason| self.record.unreadable(reason)))
    }
}
