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

    /// Bytes per second, of each run.
    pub fn rates(&self) -> impl Iterator<Item = f64> + '_ {
        self.times.iter().map(|time| self.bytes as f64 / time.as_secs_f64())
    }

    /// Bytes per second, of all runs together.
    ///
    /// # Panics
    /// If it was never run.
    #[must_use]
    pub fn rate(&self) -> Figure {
        Figure::of(self.rates())
    }

    /// How many times as fast as another task it was, in each round: what slows a round down is in both.
    pub fn ratios<'s>(&'s self, other: &'s Task<'_>) -> impl Iterator<Item = f64> + 's {
        self.rates().zip(other.rates()).map(|(own, other)| own / other)
    }
}

/// What several rounds say together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The smallest.
    pub least: f64,
    /// The one in the middle.
    pub median: f64,
    /// The largest.
    pub most: f64,
}

impl Figure {
    /// # Panics
    /// If there are none.
    #[must_use]
    pub fn of(rounds: impl Iterator<Item = f64>) -> Self {
        let mut rounds: Vec<f64> = rounds.collect();
        rounds.sort_by(f64::total_cmp);
        Self { least: rounds[0], median: rounds[rounds.len() / 2], most: rounds[rounds.len() - 1] }
    }

    /// How far the largest is from the smallest, in percent of the smallest.
    #[must_use]
    pub fn spread(self) -> f64 {
        (self.most / self.least - 1.0) * 100.0
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
