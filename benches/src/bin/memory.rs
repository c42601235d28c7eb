//! How much memory does a parse take? The peak beyond the text, for each generator, at defaults and with every layer.
//!
//! `cargo run --release -p copydesk-benches --bin memory [MEGABYTES]`

use std::process::ExitCode;

use anyhow::Result;
use copydesk::LAYERS;
use copydesk_benches::MEGABYTE;
use copydesk_benches::memory::{BESIDE, PER_BYTE, peaks};
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

fn main() -> Result<ExitCode> {
    let size = std::env::args().nth(1).map_or(Ok(1), |size| size.parse::<usize>())? * MEGABYTE;
    println!("{:16} {:>14} {:>14}   peak memory beyond the text,", "", "at defaults", "all layers");
    println!("{:16} {:>14} {:>14}   bytes per byte", "kind", "", "");
    let defaults = peaks(&ALLOCATOR, size, &[]);
    let mut breaches = 0;
    for (defaults, layers) in defaults.iter().zip(peaks(&ALLOCATOR, size, LAYERS)) {
        let verdict = if defaults.is_kept() { "" } else { "BREACH" };
        println!("{:16} {:>14.2} {:>14.2}   {verdict}", defaults.name, defaults.per_byte(), layers.per_byte());
        breaches += usize::from(!defaults.is_kept());
    }
    println!("\n{breaches} of the kinds take more than {PER_BYTE} × the text and {BESIDE} bytes at defaults");
    Ok(if breaches == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
