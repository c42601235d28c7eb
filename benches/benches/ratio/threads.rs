//! What a second thread gains, beside what it gains where nothing is shared, not even memory: a loop of arithmetic.

use std::hint::black_box;
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

fn parse<'a>(plan: &mut Plan<'a>, fixture: &'a Fixture, threads: usize) -> Number {
    let shares = shares(fixture, threads);
    let mut parsers: Vec<Parser> = shares.iter().map(|_| Parser::new(Options::new().layers(LAYERS))).collect();
    let name = format!("{threads} thread{}, all layers", if threads > 1 { "s" } else { "" });
    plan.over(fixture, &name, fixture.count(Stage::Everything), move || {
        thread::scope(|scope| {
            let workers = parsers.iter_mut().zip(&shares).map(|(parser, share)| {
                scope.spawn(move || {
                    share.iter().map(|source| black_box(parser.parse(source)).blocks().len()).sum::<usize>()
                })
            });
            let workers: Vec<_> = workers.collect();
            workers.into_iter().map(|worker| worker.join().expect("a parse does not panic")).sum()
        })
    })
}

/// The sources in so many parts of about as many bytes.
fn shares(fixture: &Fixture, threads: usize) -> Vec<Vec<&Source>> {
    let mut shares = vec![Vec::new(); threads];
    let mut before = 0;
    for source in fixture.sources() {
        shares[(before * threads / fixture.bytes()).min(threads - 1)].push(source);
        before += source.as_bytes().len();
    }
    shares
}

/// Each turn needs the one before it, so that a thread has no more than the one core to gain from: counts the turns.
fn arithmetic(turns: usize, threads: usize) -> usize {
    let share = turns / threads;
    thread::scope(|scope| {
        for thread in 0..threads {
            scope.spawn(move || {
                let mut state = thread as u64;
                for _ in 0..share {
                    state = (state ^ (state >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9).wrapping_add(1);
                }
                black_box(state);
            });
        }
    });
    share * threads
}
