//! The table to quote: each stage over 256 MB of 4 KB documents, in megabytes per second and as a ratio to copying the same bytes.
//!
//! `cargo bench -p copydesk-benches --bench ratio [-- MEGABYTES]`

use anyhow::Result;
use copydesk_benches::corpus::Corpus;
use copydesk_benches::fixture::{Fixture, Stage};
use copydesk_benches::ruler::{self, Copier};
use copydesk_benches::stopwatch::{Task, interleave};
use copydesk_benches::{MEGABYTE, real};

const MEGABYTES: usize = 256;
const ROUNDS: usize = 5;

fn main() -> Result<()> {
    let (megabytes, rounds) = asked();
    let mut fixtures =
        vec![Fixture::new(Corpus::clean(megabytes * MEGABYTE)), Fixture::new(Corpus::damaged(megabytes * MEGABYTE))];
    fixtures.extend(real::corpus()?.map(Fixture::new));
    for fixture in &fixtures {
        describe(fixture);
    }

    let bytes = fixtures[0].corpus.as_bytes();
    let size = bytes.len();
    let mut copier = Copier::new(size);
    let mut tasks = vec![
        Task::new("memcpy", size, size, || copier.copy(bytes)),
        Task::new("simdutf8", size, size, || ruler::validate(bytes)),
        Task::new("newlines (memchr)", size, ruler::newlines(bytes), || ruler::newlines(bytes)),
    ];
    for stage in Stage::all() {
        for fixture in &fixtures {
            let name = format!("{} {}", stage.name(), fixture.corpus.name);
            tasks.push(Task::new(name, fixture.bytes(), fixture.count(stage), move || fixture.run(stage)));
        }
    }
    interleave(&mut tasks, rounds);
    print(&tasks);
    Ok(())
}

/// The megabytes and the rounds. Under `cargo test --benches` there is no `--bench` among the arguments: then once over a little.
fn asked() -> (usize, usize) {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if !arguments.iter().any(|argument| argument == "--bench") {
        return (1, 1);
    }
    (arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(MEGABYTES), ROUNDS)
}

fn describe(fixture: &Fixture) {
    println!(
        "{:8} {:>6.1} MB, {} documents, {} lines, {} blocks, {} repairs{}",
        fixture.corpus.name,
        fixture.bytes() as f64 / MEGABYTE as f64,
        fixture.corpus.len(),
        fixture.count(Stage::Lines),
        fixture.count(Stage::Blocks),
        fixture.repairs,
        fixture.corpus.truth.map_or(String::new(), |truth| format!(" of {} damages", truth.damage())),
    );
}

fn print(tasks: &[Task<'_>]) {
    let memcpy = tasks[0].rate();
    println!("\n{:22} {:>8} {:>10} {:>8}", "stage", "MB/s", "of memcpy", "spread");
    for task in tasks {
        let rate = task.rate();
        // Faster than memory: it did not read the text. It has no figure, however fine it would look.
        if rate > 2.0 * memcpy {
            println!("{:22} {:>8}", task.name, "no work");
            continue;
        }
        println!(
            "{:22} {:>8.0} {:>9.1}% {:>7.0}%",
            task.name,
            rate / MEGABYTE as f64,
            rate / memcpy * 100.0,
            task.spread()
        );
    }
}
