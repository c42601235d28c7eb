//! How far a run is, while it is: on a terminal, and only there.

use std::io::{self, IsTerminal as _};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// What is over sooner needs no bar.
const SHOWN_AFTER: Duration = Duration::from_secs(1);

/// A line on standard error, drawn anew as the run goes on.
pub(super) struct Progress {
    bar: ProgressBar,
    /// The bytes of the files that have been read, packed as they are.
    read: Arc<AtomicU64>,
    started: Instant,
    watched: Watched,
}

/// Whether anybody is there to look.
#[derive(PartialEq, Eq)]
enum Watched {
    /// There is a terminal, and the line is not drawn yet.
    NotYet,
    Drawn,
    Never,
}

impl Progress {
    /// The progress of a run over files of so many bytes; 0 if that is not known.
    pub(super) fn new(bytes: u64, read: Arc<AtomicU64>, output: Option<&Path>) -> Self {
        // Rows that go to a terminal show by themselves how far the run is.
        let shown = io::stderr().is_terminal() && (output.is_some() || !io::stdout().is_terminal());
        let length = Some(bytes).filter(|bytes| *bytes > 0);
        let bar = ProgressBar::with_draw_target(length, ProgressDrawTarget::hidden());
        let template = match length {
            Some(_) => "{bar:24} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left; {msg}",
            None => "{spinner} {bytes}, {bytes_per_sec}; {msg}",
        };
        bar.set_style(ProgressStyle::with_template(template).expect("a sound template"));
        let watched = if shown { Watched::NotYet } else { Watched::Never };
        Self { bar, read, started: Instant::now(), watched }
    }

    /// Draws the line anew; there are so many documents and errors by now.
    pub(super) fn update(&mut self, documents: u64, errors: u64) {
        if self.watched == Watched::NotYet && self.started.elapsed() > SHOWN_AFTER {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.watched = Watched::Drawn;
        }
        if self.watched == Watched::Drawn {
            self.bar.set_message(format!("{documents} documents, {errors} errors"));
            self.bar.set_position(self.read.load(Ordering::Relaxed));
        }
    }

    /// Says something above the line.
    pub(super) fn above(&self, say: impl FnOnce()) {
        self.bar.suspend(say);
    }

    /// Takes the line away.
    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }
}
