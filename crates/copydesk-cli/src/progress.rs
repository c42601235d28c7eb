//! How far a run is, while it is: on a terminal, and only there.

use std::io::{self, IsTerminal as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// What is over sooner needs no bar.
const SHOWN_AFTER: Duration = Duration::from_secs(1);

/// A line on standard error, drawn anew as the run goes on.
pub(crate) struct Progress {
    bar: ProgressBar,
    /// The bytes of the files that have been read, packed as they are.
    read: Arc<AtomicU64>,
    started: Instant,
    watched: Watched,
}

/// When the results of a command come out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Results {
    /// To standard output, as they are made: on a terminal they show by themselves how far the run is.
    AsMade,
    /// Somewhere else, or at the end.
    Apart,
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
    pub(crate) fn new(bytes: u64, read: Arc<AtomicU64>, results: Results) -> Self {
        let shown = io::stderr().is_terminal() && (results == Results::Apart || !io::stdout().is_terminal());
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

    /// Draws the line anew, with what there is by now.
    pub(crate) fn update(&mut self, said: impl FnOnce() -> String) {
        if self.watched == Watched::NotYet && self.started.elapsed() > SHOWN_AFTER {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.watched = Watched::Drawn;
        }
        if self.watched == Watched::Drawn {
            self.bar.set_message(said());
            self.bar.set_position(self.read.load(Ordering::Relaxed));
        }
    }

    /// Says something above the line.
    pub(crate) fn above<T>(&self, say: impl FnOnce() -> T) -> T {
        self.bar.suspend(say)
    }

    /// Takes the line away.
    pub(crate) fn end(&self) {
        self.bar.finish_and_clear();
    }
}
