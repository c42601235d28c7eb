//! `copydesk stats`: what a corpus holds, counted.

mod counts;

use std::io::{self, Write as _};
use std::num::NonZeroUsize;
use std::time::Instant;

use copydesk::Options;
use copydesk_corpus::run::{Batch, Batches, Limits, in_order};
use copydesk_corpus::{Parts, Record, documents, guarded};

use crate::arguments::{LayerChoice, StatsArguments, StatsForm};
use crate::inputs::inputs;
use crate::outcome::{Outcome, say};
use counts::Counts;

/// What a thread takes at once.
const BATCH: Limits = Limits { records: 256, bytes: 1 << 20 };

pub(crate) fn run(arguments: &StatsArguments) -> anyhow::Result<Outcome> {
    let inputs = inputs(&arguments.input)?;
    let options = arguments.input.reading.options(&LayerChoice(Vec::new()));
    let passed_over = inputs.passed_over();
    let mut batches = Batches::new(inputs, BATCH, Limits::NONE);
    let mut counts = Counts::default();
    let started = Instant::now();
    let threads = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let sink = |(counted, wrong): (Counts, Vec<String>)| -> anyhow::Result<()> {
        wrong.iter().for_each(|wrong| say(wrong));
        counts.merge(counted);
        Ok(())
    };
    in_order(threads, || batches.next(), |batch| count(&batch, &options), sink)?;
    counts.passed_over(&passed_over.counts());
    let seconds = started.elapsed().as_secs_f64();
    let mut out = io::stdout().lock();
    match arguments.to {
        StatsForm::Text => counts.write_text(seconds, &mut out)?,
        StatsForm::Json => writeln!(out, "{}", counts.json(seconds))?,
    }
    out.flush()?;
    Ok(Outcome::of(counts.errors()))
}

/// What a batch holds, and what is wrong with it.
fn count(batch: &Batch, options: &Options) -> (Counts, Vec<String>) {
    let (mut counts, mut wrong) = (Counts::default(), Vec::new());
    for item in &batch.items {
        let counted = match item {
            Ok(record) => {
                counts.record(u64::from(record.source.len()));
                guarded(|| articles(record, options)).map_err(|reason| format!("{}: {reason}", record.place))
            }
            Err(unreadable) => Err(unreadable.to_string()),
        };
        match counted {
            Ok(counted) => counts.merge(counted),
            Err(reason) => {
                counts.unreadable();
                wrong.push(reason);
            }
        }
    }
    (counts, wrong)
}

fn articles(record: &Record, options: &Options) -> Counts {
    let mut counts = Counts::default();
    documents(&record.source, &record.id, options, Parts::All).for_each(|(_, document)| counts.add(&document));
    counts
}
