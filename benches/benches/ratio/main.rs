//! The table to quote: each stage and each way to parse, over 4 KB documents, in megabytes per second, as a ratio to copying the same bytes,
//! and beside what others do with them.
//!
//! `cargo bench -p copydesk-benches --bench ratio [-- MEGABYTES] [--record]`

mod asked;
mod flow;
mod hostiles;
mod markdown;
mod peers;
mod plan;
mod records;
mod table;
mod threads;

use anyhow::Result;
use copydesk_benches::corpus::Corpus;
use copydesk_benches::fixture::Fixture;
use copydesk_benches::machine::Machine;
use copydesk_benches::ruler::Copier;
use copydesk_benches::stopwatch::interleave;
use copydesk_benches::{MEGABYTE, real};

use asked::Asked;
use plan::Plan;
use records::Records;

/// What is slow is measured over this part of the bytes: it has its figure as well, and the others have the time.
const PART: usize = 8;

/// A corpus, and the part of it that slow work is measured over.
pub(crate) struct Texts {
    /// Without layers.
    pub(crate) whole: Fixture,
    /// With them.
    pub(crate) part: Fixture,
}

impl Texts {
    fn new(corpus: Corpus, part: usize) -> Self {
        let part = Fixture::new(corpus.part(part));
        Self { whole: Fixture::without_layers(corpus), part }
    }
}

fn main() -> Result<()> {
    let asked = Asked::now();
    // Before anything else, so that the load is that of others.
    let machine = Machine::now()?;
    let size = asked.megabytes * MEGABYTE;
    let mut corpora = vec![Corpus::clean(size), Corpus::damaged(size)];
    corpora.extend(real::corpus()?);
    let texts: Vec<Texts> = corpora.into_iter().map(|corpus| Texts::new(corpus, size / PART)).collect();
    let clean = &texts[0];
    let mut copier = Copier::new(clean.whole.bytes());
    let records = Records::write(&clean.part)?;
    let hostile = hostiles::sources(size)?;

    let mut plan = Plan::default();
    plan.rulers(&mut copier, clean.whole.corpus.as_bytes());
    let parses = flow::add(&mut plan, &texts)?;
    let part = records::add(&mut plan, &clean.part, &records, parses.layers);
    peers::add(&mut plan, &clean.part, part, parses.sentences)?;
    threads::add(&mut plan, &clean.part);
    hostiles::add(&mut plan, &hostile, parses.whole);
    interleave(&mut plan.tasks, asked.rounds);

    let table = table::render(&machine, &asked, &texts, &plan);
    println!("{table}");
    asked.keep(&table)
}
