//! `copydesk verify`: every invariant, on the user's own files, document by document.

use std::io::{self, BufWriter, Write};

use copydesk::{Document, Options, Source, Violation};
use copydesk_corpus::{Parts, Record, documents, guarded};

use crate::arguments::VerifyArguments;
use crate::inputs::inputs;
use crate::outcome::Outcome;
use crate::printable::printable;

pub(crate) fn run(arguments: &VerifyArguments) -> anyhow::Result<Outcome> {
    let inputs = inputs(&arguments.input)?;
    let options = arguments.input.reading.options(&arguments.layers);
    let mut report = Report {
        out: BufWriter::new(Box::new(io::stdout())),
        verbose: arguments.verbose,
        documents: 0,
        bytes: 0,
        failures: 0,
        unreadable: 0,
    };
    for record in inputs {
        match record {
            Ok(record) => verify(&record, &options, &mut report)?,
            Err(unreadable) => {
                report.unreadable += 1;
                writeln!(report.out, "ERROR {}", printable(&unreadable.to_string()))?;
            }
        }
        // A long run is watched: what failed is said at once.
        report.out.flush()?;
    }
    report.close()
}

/// What is said, and what is counted.
struct Report {
    out: BufWriter<Box<dyn Write>>,
    verbose: bool,
    documents: u64,
    bytes: u64,
    failures: u64,
    unreadable: u64,
}

impl Report {
    fn failed(&mut self, id: &str, reason: &str) -> io::Result<()> {
        self.failures += 1;
        writeln!(self.out, "FAIL {}: {}", printable(id), printable(reason))
    }

    fn passed(&mut self, id: &str, document: &Document) -> io::Result<()> {
        if !self.verbose {
            return Ok(());
        }
        let facts = [
            counted(u64::from(document.range().len()), "byte"),
            counted(document.blocks().len() as u64, "block"),
            counted(document.repairs().count() as u64, "repair"),
            counted(document.notes().len() as u64, "note"),
        ];
        writeln!(self.out, "ok   {}: {}, {}", printable(id), document.envelope().name(), facts.join(", "))
    }

    fn close(mut self) -> anyhow::Result<Outcome> {
        writeln!(
            self.out,
            "{}, {}, {}, {} unreadable",
            counted(self.documents, "document"),
            counted(self.bytes, "byte"),
            counted(self.failures, "failure"),
            self.unreadable
        )?;
        self.out.flush()?;
        Ok(Outcome::of(self.failures + self.unreadable))
    }
}

fn counted(count: u64, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Checks every part of a record, and that the parts cover it.
fn verify(record: &Record, options: &Options, report: &mut Report) -> io::Result<()> {
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
            Ok(()) => report.passed(&id, &document)?,
            Err(reason) => report.failed(&id, &reason)?,
        }
    }
    if covered == source.len() { Ok(()) } else { report.failed(&record.id, &uncovered(source, covered)) }
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
