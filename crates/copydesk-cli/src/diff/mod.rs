//! `copydesk diff`: what the repairs change, as a word diff.

mod hunks;
mod json;
mod page;

use std::io::{self, BufWriter, Write};

use copydesk::{Document, Options, Part};
use copydesk_corpus::{Parts, Record, Unreadable, documents, guarded};

use crate::arguments::{DiffArguments, DiffForm, LayerChoice};
use crate::inputs::inputs;
use crate::outcome::{Outcome, counted, say, say_unreadable};
use crate::paint::Paint;
use hunks::{Change, LineCounter, What};

pub(crate) fn run(arguments: &DiffArguments) -> anyhow::Result<Outcome> {
    let (_, inputs) = inputs(&arguments.input)?;
    let stdout = io::stdout();
    let mut diff = Diff {
        arguments,
        options: arguments.input.reading.options(&LayerChoice(Vec::new())),
        paint: Paint::of(arguments.color, &stdout),
        out: BufWriter::new(Box::new(stdout)),
        articles: 0,
        shown: 0,
    };
    let mut errors = 0;
    for record in inputs {
        let unreadable = match record {
            Ok(record) => diff.record(&record)?,
            Err(unreadable) => Some(unreadable),
        };
        if let Some(unreadable) = unreadable {
            errors += 1;
            diff.error(&unreadable)?;
        }
    }
    diff.out.flush()?;
    if diff.shown == 0 && diff.articles > 0 && arguments.to == DiffForm::Text {
        let and_notes = if arguments.notes { ", and nothing is noted" } else { "" };
        say(&format!("nothing is repaired in {}{and_notes}", counted(diff.articles, "article")));
    }
    Ok(Outcome::of(errors))
}

struct Diff<'a> {
    arguments: &'a DiffArguments,
    options: Options,
    paint: Paint,
    out: BufWriter<Box<dyn Write>>,
    /// How many articles there were, and how many have been shown.
    articles: u64,
    shown: u64,
}

impl Diff<'_> {
    /// Shows every article of a record that the repairs change; what kept it from being parsed to its end, if anything did.
    fn record(&mut self, record: &Record) -> anyhow::Result<Option<Unreadable>> {
        let unreadable = |reason| Ok(Some(record.unreadable(reason)));
        // All parts, so that lines are counted from the start of the file.
        let parts = guarded(|| documents(&record.source, &record.id, &self.options, Parts::All));
        let mut parts = match parts {
            Ok(parts) => parts,
            Err(reason) => return unreadable(reason),
        };
        let mut lines = LineCounter::new(record.source.as_bytes());
        loop {
            let shown = guarded(|| {
                parts.next().map(|(id, document)| {
                    (document.part() == Part::Article).then(|| self.show(record, &id, &document, &mut lines))
                })
            });
            match shown {
                Ok(Some(Some(shown))) => {
                    self.articles += 1;
                    self.write(&shown)?;
                }
                Ok(Some(None)) => {}
                Ok(None) => return Ok(None),
                Err(reason) => return unreadable(reason),
            }
        }
    }

    /// Writes what is shown of an article, if anything is.
    fn write(&mut self, shown: &str) -> io::Result<()> {
        if shown.is_empty() {
            return Ok(());
        }
        if self.shown > 0 && self.arguments.to == DiffForm::Text {
            writeln!(self.out)?;
        }
        self.shown += 1;
        self.out.write_all(shown.as_bytes())
    }

    /// One article in the form that was asked for; empty where there is nothing to show.
    fn show(&self, record: &Record, id: &str, document: &Document, lines: &mut LineCounter<'_>) -> String {
        let changes = changes(document, self.arguments.notes, lines);
        match self.arguments.to {
            DiffForm::Json => {
                changes.iter().map(|change| json::row(record, id, document, change, self.arguments.context)).collect()
            }
            DiffForm::Text if changes.is_empty() => String::new(),
            DiffForm::Text => page::print(record, id, document, &changes, self.arguments.context, self.paint),
        }
    }

    fn error(&mut self, unreadable: &Unreadable) -> anyhow::Result<()> {
        say_unreadable(unreadable);
        if self.arguments.to == DiffForm::Json {
            self.out.write_all(json::error(unreadable)?.as_bytes())?;
        }
        Ok(())
    }
}

/// What is to be shown of a document, in order of place.
fn changes<'d>(document: &'d Document, notes: bool, lines: &mut LineCounter<'_>) -> Vec<Change<'d>> {
    // What decoding changes no option can switch off: of a page of HTML it would be every tag.
    let repairs = document.repairs().filter(|repair| repair.rules().iter().any(|rule| !rule.is_decoding()));
    let mut changes: Vec<Change<'d>> = repairs
        .map(|repair| Change { source: repair.source(), text: repair.text(), line: 0, what: What::Repair(repair) })
        .collect();
    if notes {
        let notes = document.notes().iter().filter(|note| !note.kind.is_limit());
        changes.extend(notes.map(|note| {
            let text = document.to_text(note.source);
            Change { source: note.source, text, line: 0, what: What::Note(note) }
        }));
    }
    changes.sort_by_key(|change| (change.source.start(), change.text.end()));
    for change in &mut changes {
        change.line = lines.line_of(change.source.start());
    }
    changes
}
