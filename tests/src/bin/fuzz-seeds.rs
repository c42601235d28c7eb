//! Writes what fuzzers start from: `cargo run -p copydesk-tests --bin fuzz-seeds -- FOLDER` makes `FOLDER/TARGET/…` and `FOLDER/dictionary`.

use std::path::PathBuf;

use anyhow::{Context, Result};
use copydesk_tests::fuzz::{self, TARGETS};

fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::args_os().nth(1).context("name a folder")?);
    for target in TARGETS {
        let own = folder.join(target.name);
        std::fs::create_dir_all(&own)?;
        for (number, seed) in fuzz::seeds(target)?.iter().enumerate() {
            std::fs::write(own.join(format!("seed-{number:04}")), seed)?;
        }
    }
    // Words as libFuzzer's dictionaries have them.
    let escaped = |word: &Vec<u8>| word.iter().map(|byte| format!("\\x{byte:02x}")).collect::<String>();
    let words: String = fuzz::literals()?.iter().map(|word| format!("\"{}\"\n", escaped(word))).collect();
    std::fs::write(folder.join("dictionary"), words)?;
    Ok(())
}
