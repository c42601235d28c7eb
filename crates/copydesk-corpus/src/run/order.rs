//! Work on many threads, with its results in the order of the input.
//!
//! There is no thread for reading and none for writing. Every worker does everything in turn. It takes the next batch while no other worker
//! does, works on it in parallel with the others, and leaves the result. Whoever finds the result that is next in order writes it, with
//! those waiting behind it. So one thread really is one thread, and two are busy whatever limits the run. All workers together never have
//! more than [`EACH`] batches each, counting those in work, waiting for their turn, or being written together. Behind a slow one, no other
//! is begun.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How many batches there are for each worker: one that it works on, and one that it has left behind.
const EACH: u64 = 2;

/// The time that reading and writing took, on all threads together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spent {
    /// Reading files: unpacking them and taking them apart.
    pub reading: Duration,
    /// Writing what was made: packing it and giving it to the system.
    pub writing: Duration,
}

/// Takes batch after batch from `next` until there is none, does `work` on each, and gives the outcomes to `sink` in the order of the
/// batches.
///
/// # Errors
/// The first one of `sink`. No batch is begun after it.
pub fn in_order<B, T: Send, E: Send>(
    threads: NonZeroUsize,
    next: impl FnMut() -> Option<B> + Send,
    work: impl Fn(B) -> T + Sync,
    sink: impl FnMut(T) -> Result<(), E> + Send,
) -> Result<Spent, E> {
    let line = Line {
        source: Mutex::new(Source { next, taken: 0 }),
        made: Mutex::new(Made { turn: 0, waiting: BTreeMap::new(), writes: Writes::No, failed: None }),
        turned: Condvar::new(),
        sink: Mutex::new(sink),
        most: EACH * threads.get() as u64,
        reading: AtomicU64::new(0),
        writing: AtomicU64::new(0),
    };
    std::thread::scope(|scope| {
        for _ in 1..threads.get() {
            scope.spawn(|| line.worker(&work));
        }
        line.worker(&work);
    });
    let spent = |nanoseconds: &AtomicU64| Duration::from_nanos(nanoseconds.load(Ordering::Relaxed));
    let spent = Spent { reading: spent(&line.reading), writing: spent(&line.writing) };
    match line.made.into_inner().unwrap_or_else(PoisonError::into_inner).failed {
        Some(Failure::Sink(error)) => Err(error),
        // A worker that panicked has taken the scope with it.
        Some(Failure::Panic) | None => Ok(spent),
    }
}

/// What the workers share.
struct Line<N, T, E, S> {
    source: Mutex<Source<N>>,
    made: Mutex<Made<T, E>>,
    /// A turn is over, or all is.
    turned: Condvar,
    sink: Mutex<S>,
    /// How many batches there may be in all.
    most: u64,
    reading: AtomicU64,
    writing: AtomicU64,
}

struct Source<N> {
    next: N,
    /// How many batches have been taken.
    taken: u64,
}

struct Made<T, E> {
    /// The number of the batch that is to be written next.
    turn: u64,
    waiting: BTreeMap<u64, T>,
    writes: Writes,
    failed: Option<Failure<E>>,
}

/// Whether a worker is writing.
#[derive(PartialEq, Eq)]
enum Writes {
    Yes,
    No,
}

enum Failure<E> {
    Sink(E),
    Panic,
}

impl<B, T, E, N: FnMut() -> Option<B>, S: FnMut(T) -> Result<(), E>> Line<N, T, E, S> {
    fn worker(&self, work: &impl Fn(B) -> T) {
        let watch = Watch(self);
        while let Some((number, batch)) = self.take() {
            let made = work(batch);
            self.put(number, made);
        }
        drop(watch);
    }

    /// The next batch and its number; none after a failure.
    fn take(&self) -> Option<(u64, B)> {
        let mut source = lock(&self.source);
        let mut made = lock(&self.made);
        // Whoever has the batch whose turn it is never waits here, so that the turn comes to every one.
        while source.taken >= made.turn + self.most && made.failed.is_none() {
            made = self.turned.wait(made).unwrap_or_else(PoisonError::into_inner);
        }
        if made.failed.is_some() {
            return None;
        }
        drop(made);
        let batch = timed(&self.reading, || (source.next)())?;
        source.taken += 1;
        Some((source.taken - 1, batch))
    }

    /// Leaves what was made of a batch. If nobody is writing, writes what has its turn.
    fn put(&self, number: u64, outcome: T) {
        let mut made = lock(&self.made);
        made.waiting.insert(number, outcome);
        if made.writes == Writes::Yes {
            return;
        }
        made.writes = Writes::Yes;
        while made.failed.is_none() {
            let turn = made.turn;
            let Some(outcome) = made.waiting.remove(&turn) else { break };
            drop(made);
            let written = timed(&self.writing, || lock(&self.sink)(outcome));
            made = lock(&self.made);
            made.turn += 1;
            made.failed = made.failed.take().or(written.err().map(Failure::Sink));
            self.turned.notify_all();
        }
        made.writes = Writes::No;
    }
}

/// A worker that panics must not leave the others waiting for it.
struct Watch<'l, N, T, E, S>(&'l Line<N, T, E, S>);

impl<N, T, E, S> Drop for Watch<'_, N, T, E, S> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            lock(&self.0.made).failed.get_or_insert(Failure::Panic);
            self.0.turned.notify_all();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn timed<T>(spent: &AtomicU64, work: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let done = work();
    spent.fetch_add(u64::try_from(started.elapsed().as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
    done
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::sync::atomic::AtomicUsize;

    use super::*;

    fn threads(count: usize) -> NonZeroUsize {
        NonZeroUsize::new(count).unwrap()
    }

    #[test]
    fn what_comes_out_has_the_order_of_what_went_in() {
        for count in 1..8 {
            let (mut numbers, mut seen) = (0..200_u64, Vec::new());
            let work = |number: u64| {
                // The first of each five takes longest.
                std::thread::sleep(Duration::from_micros(if number.is_multiple_of(5) { 500 } else { 10 }));
                number
            };
            let sink = |number| -> Result<(), Infallible> {
                seen.push(number);
                Ok(())
            };
            in_order(threads(count), || numbers.next(), work, sink).unwrap();
            assert_eq!(seen, (0..200).collect::<Vec<_>>(), "{count} threads");
        }
    }

    #[test]
    fn what_waits_is_bounded() {
        // The batch that takes long, and what its worker has to write when it is done: what is written slowly is in memory too.
        for slow in [0, 150] {
            let (alive, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
            let mut numbers = 0..300_u64;
            let next = || {
                let number = numbers.next()?;
                most.fetch_max(alive.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                Some(number)
            };
            let work = |number: u64| {
                if number == slow {
                    std::thread::sleep(Duration::from_millis(100));
                }
                number
            };
            let sink = |number| -> Result<(), Infallible> {
                if number == slow {
                    std::thread::sleep(Duration::from_millis(100));
                }
                alive.fetch_sub(1, Ordering::SeqCst);
                Ok(())
            };
            in_order(threads(4), next, work, sink).unwrap();
            // It is reached while the others wait, and never passed.
            assert_eq!(most.into_inner() as u64, EACH * 4, "batch {slow} is slow");
        }
    }

    #[test]
    fn a_failure_ends_it() {
        for count in [1, 2, 5] {
            let mut numbers = 0..1_000_000_u64;
            let sink = |number| if number == 7 { Err(number) } else { Ok(()) };
            assert_eq!(in_order(threads(count), || numbers.next(), |number| number, sink), Err(7));
            assert!(numbers.start < 100);
        }
    }

    #[test]
    fn a_panic_ends_it() {
        let ended = std::panic::catch_unwind(|| {
            let mut numbers = 0..1_000_u64;
            let work = |number: u64| assert_ne!(number, 7, "seven");
            let sink = |()| -> Result<(), Infallible> { Ok(()) };
            in_order(threads(3), || numbers.next(), work, sink).unwrap();
        });
        assert!(ended.is_err());
    }
}
