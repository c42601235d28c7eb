//! What `stats`, `figures` and `verify` share: records by the batch, worked on by many threads, what comes of them in order.

use std::time::{Duration, Instant};

use copydesk_corpus::Unreadable;
use copydesk_corpus::run::{Batch, Batches, Limits, in_order};

use crate::arguments::{InputArguments, ThreadArguments};
use crate::inputs::{inputs, size};
use crate::outcome::say_unreadable;
use crate::progress::{Progress, Results};
use crate::signals::Wish;

/// What a thread takes at once.
const BATCH: Limits = Limits { records: 256, bytes: 1 << 20 };

/// How it went.
pub(crate) struct Went {
    /// How many records were said to be unreadable.
    pub(crate) errors: u64,
    /// What was passed over, by what it is.
    pub(crate) passed_over: Vec<(&'static str, u64)>,
    pub(crate) elapsed: Duration,
    /// The signal that asked to end, if one did. The rest was not read.
    pub(crate) ended: Option<i32>,
}

/// Does `work` on every batch of the inputs, and gives what it makes to `sink`, in the order of the inputs. What `sink` gives back could not
/// be read, and is said on standard error.
pub(crate) fn over<T: Send>(
    input: &InputArguments,
    threads: ThreadArguments,
    results: Results,
    work: impl Fn(Batch) -> T + Sync,
    mut sink: impl FnMut(T) -> anyhow::Result<Vec<Unreadable>> + Send,
) -> anyhow::Result<Went> {
    let (files, inputs) = inputs(input)?;
    let wish = Wish::listen()?;
    let (started, passed_over) = (Instant::now(), inputs.passed_over());
    let mut progress = Progress::new(size(&files), inputs.progress(), results);
    let mut batches = Batches::new(inputs, BATCH, Limits::NONE);
    let (mut records, mut errors) = (0, 0);
    let next = || if wish.signal().is_some() { None } else { batches.next() };
    let counted = |batch: Batch| (batch.items.len(), work(batch));
    let gone_through = in_order(threads.count(), next, counted, |(count, made)| {
        // What goes to the terminal must not be written into the line that is drawn there.
        let unreadable = progress.above(|| sink(made))?;
        progress.above(|| unreadable.iter().for_each(say_unreadable));
        (records, errors) = (records + count, errors + unreadable.len() as u64);
        progress.update(|| format!("{records} records, {errors} errors"));
        Ok::<_, anyhow::Error>(())
    });
    progress.end();
    gone_through?;
    Ok(Went { errors, passed_over: passed_over.counts(), elapsed: started.elapsed(), ended: wish.signal() })
}
