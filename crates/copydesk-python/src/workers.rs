//! Work spread over threads, in order.

use rayon::prelude::*;

use crate::errors::{Failure, Kind};

/// The most threads that a call starts: asking for a billion, as for a number of texts, would start as many as the machine can bear.
const MOST: usize = 128;

/// The threads of one call, or the thread that calls.
///
/// They live as long as the call: a pool that outlived it would be broken in a process that was forked since.
pub(crate) struct Workers(Option<rayon::ThreadPool>);

impl Workers {
    /// So many threads, but not more than [`MOST`]; 0 stands for one a core, 1 for the thread that calls.
    pub(crate) fn new(threads: isize) -> Result<Self, Failure> {
        let Ok(threads) = usize::try_from(threads) else {
            return Err(Failure::new(Kind::InvalidInput, format!("there are no {threads} threads")));
        };
        if threads == 1 {
            return Ok(Self(None));
        }
        let threads = threads.min(MOST);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).thread_name(|_| "copydesk".into()).build();
        let pool = pool.map_err(|error| Failure::new(Kind::InvalidInput, format!("no threads: {error}")))?;
        Ok(Self((pool.current_num_threads() > 1).then_some(pool)))
    }

    pub(crate) fn count(&self) -> usize {
        self.0.as_ref().map_or(1, rayon::ThreadPool::current_num_threads)
    }

    /// What `work` makes of each item, in order.
    pub(crate) fn map<T: Sync, R: Send>(&self, items: &[T], work: impl Fn(&T) -> R + Send + Sync) -> Vec<R> {
        match &self.0 {
            None => items.iter().map(work).collect(),
            Some(pool) => pool.install(|| items.par_iter().map(work).collect()),
        }
    }
}
