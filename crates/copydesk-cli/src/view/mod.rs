//! `copydesk view`: the article in the terminal.

mod marks;
mod page;
mod wrap;

use std::io::{self, BufWriter, IsTerminal as _, Write as _};
use std::path::PathBuf;

use anstream::{AutoStream, ColorChoice};
use copydesk_corpus::{Directories, Parts, documents, guarded};

use crate::arguments::{ColorWhen, LayerChoice, ViewArguments};
use crate::inputs::inputs;
use crate::outcome::{Outcome, say};
use crate::printable::printable;
use page::{Page, Paint};

/// The width where no terminal says another.
const WIDTH: usize = 80;

pub(crate) fn run(arguments: &ViewArguments) -> anyhow::Result<Outcome> {
    let path: Vec<PathBuf> = arguments.path.iter().cloned().collect();
    let inputs = inputs(path, &arguments.records, Directories::Refuse)?;
    let options = arguments.reading.options(&LayerChoice(Vec::new()));
    let stdout = io::stdout();
    let paint = match color_choice(arguments.color, &stdout) {
        ColorChoice::Never => Paint::Plain,
        _ => Paint::Colors,
    };
    let width = width();
    let mut out = BufWriter::new(stdout);
    let (mut shown, mut errors) = (0, 0);
    for record in inputs {
        let pages = record.map_err(|unreadable| printable(&unreadable.to_string()).into_owned()).and_then(|record| {
            guarded(|| {
                let documents = documents(&record.source, &record.id, &options, Parts::All);
                documents.map(|(id, document)| Page::new(&document, paint, width).print(&id)).collect::<Vec<_>>()
            })
        });
        match pages {
            Ok(pages) => {
                for page in pages {
                    if shown > 0 {
                        writeln!(out)?;
                    }
                    shown += 1;
                    out.write_all(page.as_bytes())?;
                }
            }
            Err(reason) => {
                errors += 1;
                say(&reason);
            }
        }
    }
    out.flush()?;
    Ok(Outcome::of(errors))
}

/// Whether there are colours: as asked for, or as `NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE` and the terminal have it.
fn color_choice(when: ColorWhen, stdout: &io::Stdout) -> ColorChoice {
    match when {
        ColorWhen::Auto => AutoStream::choice(stdout),
        ColorWhen::Always => ColorChoice::Always,
        ColorWhen::Never => ColorChoice::Never,
    }
}

/// The terminal's width; where there is none, what `COLUMNS` says.
fn width() -> usize {
    let terminal = io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
    let columns = || std::env::var("COLUMNS").ok()?.parse().ok();
    terminal.map(|(width, _)| usize::from(width.0)).or_else(columns).unwrap_or(WIDTH).clamp(1, 1000)
}
