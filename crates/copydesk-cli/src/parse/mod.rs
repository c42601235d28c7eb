//! `copydesk parse`: from articles to documents, batch by batch.

mod settings;
mod summary;
mod target;

use std::io::{self, IsTerminal as _};
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use anyhow::bail;
use copydesk::write::WRITERS;
use copydesk_corpus::run::{Batch, Batches, Job, Limits, RowForm, Tally, in_order};
use copydesk_corpus::{Directories, Inputs, OtherFields, Position, Reading};

use crate::arguments::{ParseArguments, SummaryWhen};
use crate::inputs::{found, size};
use crate::outcome::{Outcome, say, say_passed_over, say_unreadable};
use crate::progress::{Progress, Results};
use crate::signals::Wish;
use summary::Summary;
use target::Target;

/// A batch is full with the record that makes it so long, and so is a shard. Its rows are some seven times as long with every layer, and take a
/// few milliseconds to make: enough that nobody waits at the locks, little enough that it does not matter how many batches there are.
const BATCH_BYTES: u64 = 1 << 18;
const SHARD_BYTES: u64 = 1 << 28;

/// A run that was over sooner needs no summary, unless it was asked for.
const SUMMED_AFTER: Duration = Duration::from_secs(2);

pub(crate) fn run(arguments: &ParseArguments) -> anyhow::Result<Outcome> {
    let form = arguments.form();
    if let RowForm::Written(writer) = form
        && !arguments.layers.0.is_empty()
        && !writer.shows_layers()
    {
        let forms: Vec<&str> = WRITERS.iter().filter(|form| form.shows_layers()).map(|form| form.name()).collect();
        bail!("the form `{}` has no place for layers; these have: {}, parquet", writer.name(), forms.join(", "));
    }
    let files = found(&arguments.input)?;
    let (target, position) = Target::open(arguments, form, &files)?;
    let Some(position) = position else {
        say("the output is whole already: nothing is left to do");
        return Ok(Outcome::of(target.earlier_errors()));
    };
    Run { arguments, form, target, wish: Wish::listen()? }.over(files, position)
}

/// A run over files.
struct Run<'a> {
    arguments: &'a ParseArguments,
    form: RowForm,
    target: Target,
    wish: Wish,
}

impl Run<'_> {
    fn over(self, files: Vec<PathBuf>, position: Position) -> anyhow::Result<Outcome> {
        let Self { arguments, form, mut target, wish } = self;
        let earlier_errors = target.earlier_errors();
        let started = Instant::now();
        let whole = size(&files);
        let done = size(&files[..usize::try_from(position.path).unwrap_or(usize::MAX).min(files.len())]);
        let inputs = Inputs::from_position(files, reading(arguments), Directories::Read, position);
        let passed_over = inputs.passed_over();
        inputs.progress().store(done, Ordering::Relaxed);
        let results = if arguments.output.is_some() { Results::Apart } else { Results::AsMade };
        let mut progress = Progress::new(whole, inputs.progress(), results);
        let batch = Limits { records: arguments.corpus.batch, bytes: BATCH_BYTES };
        let shard = Limits { records: arguments.corpus.shard_records(), bytes: SHARD_BYTES };
        let mut batches = Batches::new(inputs, batch, shard);
        let job =
            Job { options: arguments.input.reading.options(&arguments.layers), parts: arguments.parts, rows: form };
        let mut tally = Tally::default();
        let threads = arguments.corpus.threads.count();

        let next = || if wish.signal().is_some() { None } else { batches.next() };
        let work = |batch: Batch| (job.make(&batch), batch.ends_shard);
        let spent = in_order(threads, next, work, |(made, ends_shard)| {
            progress.above(|| made.unreadable.iter().for_each(say_unreadable));
            tally.add(&made.tally);
            progress.update(|| format!("{} documents, {} errors", tally.documents, tally.errors));
            target.put(&made, ends_shard)
        });
        progress.end();
        let spent = spent?;
        if let Some(signal) = wish.signal() {
            say(&format!("asked to end: {}", target.left()));
            return Ok(Outcome::Ended(signal));
        }
        target.finish(batches.position())?;
        let summary = Summary {
            tally: &tally,
            spent,
            elapsed: started.elapsed(),
            threads: threads.get(),
            passed_over: passed_over.counts(),
        };
        if is_summed(arguments.corpus.summary, summary.elapsed) {
            say(&summary.text());
        } else if arguments.corpus.summary != SummaryWhen::Never {
            say_passed_over(&summary.passed_over);
        }
        Ok(Outcome::of(earlier_errors + tally.errors))
    }
}

fn reading(arguments: &ParseArguments) -> Reading {
    let other_fields = if arguments.drop_fields { OtherFields::Drop } else { OtherFields::Keep };
    Reading { other_fields, ..arguments.input.records.reading() }
}

fn is_summed(when: SummaryWhen, elapsed: Duration) -> bool {
    match when {
        SummaryWhen::Auto => elapsed > SUMMED_AFTER && io::stderr().is_terminal(),
        SummaryWhen::Always => true,
        SummaryWhen::Never => false,
    }
}
