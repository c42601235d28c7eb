//! `copydesk stats`: what a corpus holds, counted.

mod counts;

use std::io::{self, Write as _};
use std::time::Instant;

use copydesk_corpus::{Parts, documents, guarded};

use crate::arguments::{StatsArguments, StatsForm};
use crate::inputs::inputs;
use crate::outcome::{Outcome, say};
use counts::Counts;

pub(crate) fn run(arguments: &StatsArguments) -> anyhow::Result<Outcome> {
    let inputs = inputs(arguments.paths.clone(), &arguments.records)?;
    let options = arguments.reading.options(&crate::arguments::LayerChoice(Vec::new()));
    let mut counts = Counts::default();
    let started = Instant::now();
    for record in inputs {
        let record = match record {
            Ok(record) => record,
            Err(unreadable) => {
                say(&unreadable.to_string());
                counts.unreadable();
                continue;
            }
        };
        counts.record(u64::from(record.source.len()));
        let counted = guarded(|| {
            let mut counted = Counts::default();
            documents(&record.source, &record.id, &options, Parts::All)
                .for_each(|(_, document)| counted.add(&document));
            counted
        });
        match counted {
            Ok(counted) => counts.merge(counted),
            Err(reason) => {
                say(&format!("{}: {reason}", record.place));
                counts.unreadable();
            }
        }
    }
    let seconds = started.elapsed().as_secs_f64();
    let mut out = io::stdout().lock();
    match arguments.to {
        StatsForm::Text => counts.write_text(seconds, &mut out)?,
        StatsForm::Json => writeln!(out, "{}", counts.json(seconds))?,
    }
    out.flush()?;
    Ok(Outcome::of(counts.errors()))
}
