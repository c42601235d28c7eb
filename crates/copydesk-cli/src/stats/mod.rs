//! `copydesk stats`: what a corpus holds, counted.

mod counts;
mod html;
mod lengths;
mod sources;
mod table;
mod text;

use std::io::Write as _;
use std::path::Path;

use anyhow::Context as _;
use copydesk::Options;
use copydesk_corpus::run::Batch;
use copydesk_corpus::{Parts, Record, Unreadable, documents, guarded};

use crate::arguments::{LayerChoice, StatsArguments, StatsForm};
use crate::outcome::{Outcome, say};
use crate::output::{Legible, Output, refuse_packed};
use crate::over::over;
use crate::progress::Results;
use counts::Counts;

pub(crate) fn run(arguments: &StatsArguments) -> anyhow::Result<Outcome> {
    let options = arguments.input.reading.options(&LayerChoice(Vec::new()));
    refuse_packed(arguments.output.as_deref())?;
    let mut out = Output::create(arguments.output.as_deref(), &arguments.input.paths, Legible::Yes)?;
    let mut counts = Counts::default();
    let went = over(
        &arguments.input,
        arguments.threads,
        Results::Apart,
        |batch| count(&batch, &options),
        |(counted, unreadable)| {
            counts.merge(counted);
            Ok(unreadable)
        },
    )?;
    if let Some(signal) = went.ended {
        say("asked to end: nothing was counted to its end");
        return Ok(Outcome::Ended(signal));
    }
    counts.passed_over(&went.passed_over);
    let seconds = went.elapsed.as_secs_f64();
    let written = match arguments.form() {
        StatsForm::Text => text::write(&counts, seconds, &mut out),
        StatsForm::Json => writeln!(out, "{}", counts.json(seconds)),
        StatsForm::Html => out.write_all(html::page(&counts, seconds, &named(arguments)).as_bytes()),
    };
    written.and_then(|()| out.keep()).context("the output cannot be written")?;
    Ok(Outcome::of(went.errors))
}

/// What the counts are of, as it was named.
fn named(arguments: &StatsArguments) -> String {
    let paths: Vec<_> = arguments.input.paths.iter().map(|path| path.to_string_lossy()).collect();
    match &arguments.input.paths[..] {
        [] => "standard input".into(),
        [path] if path == Path::new("-") => "standard input".into(),
        _ => paths.join(", "),
    }
}

/// What a batch holds, and what of it cannot be read.
fn count(batch: &Batch, options: &Options) -> (Counts, Vec<Unreadable>) {
    let (mut counts, mut unreadable) = (Counts::default(), Vec::new());
    for item in &batch.items {
        let counted = match item {
            Ok(record) => {
                counts.record(u64::from(record.source.len()));
                guarded(|| articles(record, options)).map_err(|reason| record.unreadable(reason))
            }
            Err(unreadable) => Err(unreadable.clone()),
        };
        match counted {
            Ok(counted) => counts.merge(counted),
            Err(error) => {
                counts.unreadable();
                unreadable.push(error);
            }
        }
    }
    (counts, unreadable)
}

fn articles(record: &Record, options: &Options) -> Counts {
    let mut counts = Counts::default();
    let input = sources::input(&record.place);
    documents(&record.source, &record.id, options, Parts::All).for_each(|(_, document)| counts.add(&document, &input));
    counts
}
