//! `copydesk verify`: every invariant, on the user's own files, document by document.

use std::io::{self, Write as _};

use copydesk::{Document, Options, Source, Violation};
use copydesk_corpus::run::Batch;
use copydesk_corpus::{Parts, Record, Unreadable, documents, guarded};

use crate::arguments::VerifyArguments;
use crate::outcome::{Outcome, counted, say, say_passed_over};
use crate::over::over;
use crate::printable::printable;
use crate::progress::Results;

pub(crate) fn run(arguments: &VerifyArguments) -> anyhow::Result<Outcome> {
    let options = arguments.input.reading.options(&arguments.layers);
    let mut out = io::stdout();
    let mut all = Report::default();
    let work = |batch: Batch| {
        let mut report = Report { verbose: arguments.verbose, ..Report::default() };
        for item in &batch.items {
            match item {
                Ok(record) => verify(record, &options, &mut report),
                Err(unreadable) => report.unreadable(unreadable),
            }
        }
        report
    };
    let sink = |report: Report| {
        // A long run is watched: what failed is said at once.
        out.write_all(report.said.as_bytes())?;
        out.flush()?;
        all.add(&report);
        Ok(Vec::new())
    };
    let went = over(&arguments.input, arguments.threads, Results::AsMade, work, sink)?;
    if let Some(signal) = went.ended {
        say("asked to end: not everything was checked");
        return Ok(Outcome::Ended(signal));
    }
    writeln!(out, "{}", all.sum())?;
    out.flush()?;
    say_passed_over(&went.passed_over);
    Ok(Outcome::of(all.failures + all.unreadable))
}

/// What is said, and what is counted.
#[derive(Default)]
struct Report {
    said: String,
    verbose: bool,
    documents: u64,
    bytes: u64,
    failures: u64,
    unreadable: u64,
}

impl Report {
    fn unreadable(&mut self, unreadable: &Unreadable) {
        self.unreadable += 1;
        self.say(&format!("ERROR {}", printable(&unreadable.to_string())));
    }

    fn failed(&mut self, id: &str, reason: &str) {
        self.failures += 1;
        self.say(&format!("FAIL {}: {}", printable(id), printable(reason)));
    }

    fn passed(&mut self, id: &str, document: &Document) {
        if !self.verbose {
            return;
        }
        let facts = [
            counted(u64::from(document.range().len()), "byte"),
            counted(document.blocks().len() as u64, "block"),
            counted(document.repairs().count() as u64, "repair"),
            counted(document.notes().len() as u64, "note"),
        ];
        self.say(&format!("ok   {}: {}, {}", printable(id), document.envelope().name(), facts.join(", ")));
    }

    fn say(&mut self, line: &str) {
        self.said.push_str(line);
        self.said.push('\n');
    }

    /// Adds what another has counted.
    fn add(&mut self, other: &Self) {
        self.documents += other.documents;
        self.bytes += other.bytes;
        self.failures += other.failures;
        self.unreadable += other.unreadable;
    }

    fn sum(&self) -> String {
        format!(
            "{}, {}, {}, {} unreadable",
            counted(self.documents, "document"),
            counted(self.bytes, "byte"),
            counted(self.failures, "failure"),
            self.unreadable
        )
    }
}

/// Checks every part of a record, and that the parts cover it.
fn verify(record: &Record, options: &Options, report: &mut Report) {
    let source = &record.source;
    report.bytes += u64::from(source.len());
    let parse = || documents(source, &record.id, options, Parts::All);
    // Parsed twice, side by side: the split into parts must be the same as well.
    let (mut documents, mut again) = match guarded(|| (parse(), parse())) {
        Ok(both) => both,
        Err(reason) => return report.failed(&record.id, &reason),
    };
    let mut covered = 0;
    loop {
        let (id, document, second) = match guarded(|| (documents.next(), again.next())) {
            Ok((Some((id, document)), second)) => (id, document, second.map(|(_, document)| document)),
            Ok((None, None)) => break,
            Ok((None, Some((id, _)))) => return report.failed(&id, "same: a second parse finds more parts"),
            Err(reason) => return report.failed(&record.id, &reason),
        };
        report.documents += 1;
        let outcome = if document.range().start() == covered {
            guarded(|| check(&document, second.as_ref(), options)).unwrap_or_else(Err)
        } else {
            Err(format!("cover: starts at {} of the file, not at {covered}", document.range().start()))
        };
        covered = document.range().end();
        match outcome {
            Ok(()) => report.passed(&id, &document),
            Err(reason) => report.failed(&id, &reason),
        }
    }
    if covered != source.len() {
        report.failed(&record.id, &uncovered(source, covered));
    }
}

fn uncovered(source: &Source, covered: u32) -> String {
    format!("cover: the parts end at {covered} of the file, not at {}", source.len())
}

/// Every invariant that one document can be checked for.
fn check(document: &Document, again: Option<&Document>, options: &Options) -> Result<(), String> {
    let violations = || {
        document.check()?;
        document.check_unrepaired(options)?;
        document.check_stable(options)
    };
    violations().map_err(|violation: Violation| violation.to_string())?;
    match again {
        Some(again) => document.check_same(again).map_err(|violation| violation.to_string()),
        None => Err("same: a second parse finds fewer parts".into()),
    }
}
