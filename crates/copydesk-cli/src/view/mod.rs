//! `copydesk view`: the article in the terminal.

mod marks;
mod page;
mod rows;
mod wrap;

use std::io::{self, BufWriter, IsTerminal as _, Write as _};

use copydesk_corpus::{Parts, documents, guarded};

use crate::arguments::ViewArguments;
use crate::inputs::inputs;
use crate::outcome::{Outcome, say_unreadable};
use crate::paint::Paint;
use page::Page;

/// The width where no terminal says another.
const WIDTH: usize = 80;

pub(crate) fn run(arguments: &ViewArguments) -> anyhow::Result<Outcome> {
    let (_, inputs) = inputs(&arguments.input)?;
    let options = arguments.input.reading.options(&arguments.layers);
    let stdout = io::stdout();
    let paint = Paint::of(arguments.color, &stdout);
    let width = width();
    let mut out = BufWriter::new(stdout);
    let (mut shown, mut errors) = (0, 0);
    for record in inputs {
        let pages = record.and_then(|record| {
            let pages = guarded(|| {
                let documents = documents(&record.source, &record.id, &options, Parts::All);
                documents.map(|(id, document)| Page::new(&document, paint, width).print(&id)).collect::<Vec<_>>()
            });
            pages.map_err(|reason| record.unreadable(reason))
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
            Err(unreadable) => {
                errors += 1;
                say_unreadable(&unreadable);
            }
        }
    }
    out.flush()?;
    Ok(Outcome::of(errors))
}

/// The terminal's width; where there is none, what `COLUMNS` says.
fn width() -> usize {
    let terminal = io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
    let columns = || std::env::var("COLUMNS").ok()?.parse().ok();
    terminal.map(|(width, _)| usize::from(width.0)).or_else(columns).unwrap_or(WIDTH).clamp(1, 1000)
}
