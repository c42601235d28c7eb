//! What a run came to, said at its end.

use std::fmt::Write as _;
use std::time::Duration;

use copydesk_corpus::run::{Spent, Tally};

use crate::outcome::{counted, passed_over};

/// How many rules are named.
const RULES: usize = 8;

/// A run that is over.
pub(super) struct Summary<'t> {
    pub(super) tally: &'t Tally,
    pub(super) spent: Spent,
    pub(super) elapsed: Duration,
    pub(super) threads: usize,
    /// What was passed over, by what it is.
    pub(super) passed_over: Vec<(&'static str, u64)>,
}

impl Summary<'_> {
    /// Some lines to read.
    pub(super) fn text(&self) -> String {
        let Self { tally, spent, elapsed, threads, passed_over: passed } = self;
        let (megabytes, seconds) = (tally.bytes as f64 / 1e6, elapsed.as_secs_f64());
        let mut text = format!(
            "{} of {}, {}\n{megabytes:.1} MB of text in {seconds:.1} s, {:.1} MB/s, on {}",
            counted(tally.documents, "document"),
            counted(tally.records, "record"),
            counted(tally.errors, "error"),
            megabytes / seconds.max(1e-9),
            counted(*threads as u64, "thread"),
        );
        let writing = tally.rows + spent.writing;
        let parts = [("reading files", spent.reading), ("parsing", tally.parsing), ("writing rows", writing)];
        let whole: f64 = parts.iter().map(|(_, time)| time.as_secs_f64()).sum();
        let parts = parts.map(|(name, time)| {
            let seconds = time.as_secs_f64();
            format!("{name} {seconds:.1} s ({:.0} %)", 100.0 * seconds / whole.max(1e-9))
        });
        let _ = write!(text, "\ntime on all threads: {}", parts.join(", "));
        let mut rules: Vec<_> = tally.repairs.iter().collect();
        rules.sort_by_key(|&(name, count)| (std::cmp::Reverse(*count), name));
        let repairs: u64 = tally.repairs.values().sum();
        let mut named: Vec<String> = rules.iter().take(RULES).map(|(name, count)| format!("{name} {count}")).collect();
        if rules.len() > RULES {
            named.push(format!("{} more rules", rules.len() - RULES));
        }
        let _ = write!(text, "\n{}", counted(repairs, "repair"));
        if !named.is_empty() {
            let _ = write!(text, ": {}", named.join(", "));
        }
        for (what, count) in passed {
            let _ = write!(text, "\n{}", passed_over(what, *count));
        }
        text
    }
}
