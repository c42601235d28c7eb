//! What a second thread gains, beside what it gains where nothing is shared, not even memory: a loop of arithmetic.

use std::hint::black_box;
use std::iter;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use copydesk::{LAYERS, Options, Parser, Source};
use copydesk_benches::fixture::{Fixture, Stage};
use copydesk_benches::stopwatch::Task;

use crate::plan::{Number, Plan, Ratio, Section};

/// Turns of the loop for each byte of text: about as long as the parse takes.
const TURNS: usize = 16;

/// Adds both with one thread and with two.
pub(crate) fn add<'a>(plan: &mut Plan<'a>, fixture: &'a Fixture) {
    let parse = [1, 2].map(|threads| parse(plan, fixture, threads));
    let turns = TURNS * fixture.bytes();
    let arithmetic = [1, 2].map(|threads| {
        plan.add(Section::Nowhere, Task::new("arithmetic", turns, turns, move || arithmetic(turns, threads)))
    });
    let [parse, arithmetic] = [parse, arithmetic].map(|[one, two]| (two, one));
    plan.pair("2 threads, all layers", "1 thread", Ratio::Times(parse.0, parse.1));
    plan.pair("2 threads, arithmetic", "1 thread", Ratio::Times(arithmetic.0, arithmetic.1));
    plan.pair("the gain of parsing", "that of arithmetic", Ratio::Quotient([parse, arithmetic]));
}

/// Each thread takes the next document as soon as it is done with one, as those of a run over a corpus do.
fn parse<'a>(plan: &mut Plan<'a>, fixture: &'a Fixture, threads: usize) -> Number {
    let sources: Vec<&Source> = fixture.sources().collect();
    let mut parsers: Vec<Parser> = (0..threads).map(|_| Parser::new(Options::new().layers(LAYERS))).collect();
    let name = format!("{threads} thread{}, all layers", if threads > 1 { "s" } else { "" });
    plan.over(fixture, &name, fixture.count(Stage::Everything), move || {
        let queue = Queue::of(sources.len());
        thread::scope(|scope| {
            let workers = parsers.iter_mut().map(|parser| {
                let (queue, sources) = (&queue, &sources);
                scope.spawn(move || queue.map(|at| black_box(parser.parse(sources[at])).blocks().len()).sum::<usize>())
            });
            let workers: Vec<_> = workers.collect();
            workers.into_iter().map(|worker| worker.join().expect("a parse does not panic")).sum()
        })
    })
}

/// Parts of some work that threads share.
struct Queue {
    next: AtomicUsize,
    parts: usize,
}

impl Queue {
    fn of(parts: usize) -> Self {
        Self { next: AtomicUsize::new(0), parts }
    }

    /// The next part, each to one of those who ask.
    fn map<T>(&self, each: impl FnMut(usize) -> T) -> impl Iterator<Item = T> {
        iter::from_fn(|| Some(self.next.fetch_add(1, Ordering::Relaxed)).filter(|&part| part < self.parts)).map(each)
    }
}

/// Turns that are taken at a time.
const PART: usize = 1 << 14;

/// Each turn needs the one before it, so that a thread has no more than the one core to gain from: counts the turns.
fn arithmetic(turns: usize, threads: usize) -> usize {
    let queue = Queue::of(turns.div_ceil(PART));
    thread::scope(|scope| {
        for thread in 0..threads {
            let queue = &queue;
            scope.spawn(move || {
                let mut state = thread as u64;
                queue
                    .map(|part| {
                        for _ in part * PART..turns.min((part + 1) * PART) {
                            state = (state ^ (state >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9).wrapping_add(1);
                        }
                    })
                    .for_each(drop);
                black_box(state);
            });
        }
    });
    turns
}
