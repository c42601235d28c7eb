//! How often is the allocator asked for memory while a document is parsed? On average over clean articles, each way to parse them.
//!
//! `cargo run --release -p copydesk-benches --bin allocations [-- MEGABYTES]`

use std::hint::black_box;

use allocation_counter::{AllocationInfo, measure};
use anyhow::{Result, ensure};
use copydesk::{LAYERS, Options, Parser, Source};
use copydesk_benches::MEGABYTE;
use copydesk_benches::batch::Batches;
use copydesk_benches::corpus::Corpus;

fn main() -> Result<()> {
    let size = std::env::args().nth(1).map_or(Ok(16), |size| size.parse::<usize>())? * MEGABYTE;
    let corpus = Corpus::clean(size);
    let sources = corpus.texts().map(|text| Source::new(text.as_bytes().clone())).collect::<Result<Vec<_>, _>>()?;
    println!("{} documents, {:.1} MB", sources.len(), corpus.as_bytes().len() as f64 / MEGABYTE as f64);
    println!("{:40} {:>12} {:>12}", "for each document", "allocations", "bytes");
    let row = |name: &str, counted: AllocationInfo| {
        let per = |total: u64| total as f64 / sources.len() as f64;
        println!("{name:40} {:>12.1} {:>12.0}", per(counted.count_total), per(counted.bytes_total));
    };

    let fresh = || sources.iter().for_each(|source| drop(black_box(copydesk::parse(source))));
    fresh();
    row("parse", measure(fresh));
    for (name, options) in [("parser", Options::new()), ("parser, all layers", Options::new().layers(LAYERS))] {
        let mut parser = Parser::new(options);
        let mut kept = || sources.iter().for_each(|source| drop(black_box(parser.parse(source))));
        // Once uncounted: what is kept has its size then.
        kept();
        row(name, measure(kept));
    }
    let mut batches = Batches::over(corpus.shared());
    let blocks = batches.run(sources.iter());
    let mut again = 0;
    row("batch", measure(|| again = batches.run(sources.iter())));
    ensure!(again == blocks, "the same texts have {blocks} blocks, and then {again}");
    // All in one batch, which has the room of the one before: what is left is what a document asks for.
    let add = |batches: &mut Batches| sources.iter().map(|source| batches.add(source)).sum::<usize>();
    add(&mut batches);
    batches.finish();
    row("row of a batch", measure(|| again = add(&mut batches)));
    ensure!(again == blocks, "the same texts have {blocks} blocks, and then {again}");
    let finished = measure(|| batches.finish());
    println!("{:40} {:>12} {:>12}", "to finish a batch", finished.count_total, finished.bytes_total);
    Ok(())
}
