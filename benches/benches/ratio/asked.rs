//! What the run is asked for, and where its table is kept.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

const MEGABYTES: usize = 256;
const ROUNDS: usize = 5;

/// How much is measured, and what becomes of it.
pub(crate) struct Asked {
    pub(crate) megabytes: usize,
    pub(crate) rounds: usize,
    record: bool,
}

impl Asked {
    /// By the arguments. Under `cargo test --benches` there is no `--bench` among them: then once over a little, and nothing is recorded.
    pub(crate) fn now() -> Self {
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let there = |name: &str| arguments.iter().any(|argument| argument == name);
        if !there("--bench") {
            return Self { megabytes: 1, rounds: 1, record: false };
        }
        let megabytes = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(MEGABYTES);
        Self { megabytes, rounds: ROUNDS, record: there("--record") }
    }

    /// Writes the table down, if that was asked for.
    pub(crate) fn keep(&self, table: &str) -> Result<()> {
        if !self.record {
            return Ok(());
        }
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("record/ratios.md");
        std::fs::write(&path, table).with_context(|| path.display().to_string())
    }
}
