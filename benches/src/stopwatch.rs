//! Interleaved measuring: every task once, then every task again, so that a slow minute of the machine falls on all of them.

use std::time::{Duration, Instant};

/// One thing to measure.
pub struct Task<'a> {
    /// What it is called in the table.
    pub name: String,
    /// The bytes that one run reads.
    pub bytes: usize,
    /// What one run must count. A run that counts something else has not done the work.
    pub count: usize,
    /// Does the work and counts.
    pub run: Box<dyn FnMut() -> usize + 'a>,
    /// How long each run took.
    pub times: Vec<Duration>,
}

impl<'a> Task<'a> {
    /// A task that reads `bytes` and must count `count`.
    pub fn new(name: impl Into<String>, bytes: usize, count: usize, run: impl FnMut() -> usize + 'a) -> Self {
        Self { name: name.into(), bytes, count, run: Box::new(run), times: Vec::new() }
    }

    /// Bytes per second of the median run.
    ///
    /// # Panics
    /// If it was never run.
    #[must_use]
    pub fn rate(&self) -> f64 {
        let mut times = self.times.clone();
        times.sort();
        self.bytes as f64 / times[times.len() / 2].as_secs_f64()
    }

    /// How far the slowest run is from the fastest, in percent of the fastest.
    ///
    /// # Panics
    /// If it was never run.
    #[must_use]
    pub fn spread(&self) -> f64 {
        let least = self.times.iter().min().expect("a task that was run").as_secs_f64();
        let most = self.times.iter().max().expect("a task that was run").as_secs_f64();
        (most / least - 1.0) * 100.0
    }
}

/// Runs every task once, uncounted, and then `rounds` times in turn.
///
/// # Panics
/// If a run does not count what its task says.
pub fn interleave(tasks: &mut [Task<'_>], rounds: usize) {
    for round in 0..=rounds {
        for task in &mut *tasks {
            let start = Instant::now();
            let count = (task.run)();
            let time = start.elapsed();
            assert_eq!(count, task.count, "{} counted something else than before", task.name);
            if round > 0 {
                task.times.push(time);
            }
        }
    }
}
