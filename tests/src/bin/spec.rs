//! Runs spec pages: `cargo run -p copydesk-tests --bin spec -- [PAGE…]`; all of them without a page.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use copydesk_tests::spec;

fn main() -> Result<ExitCode> {
    let mut pages: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if pages.is_empty() {
        pages = spec::pages()?;
    }
    let report = spec::run(&pages)?;
    println!("{report}");
    Ok(if report.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
