//! What fuzz targets hold, over the corpus that is kept, in an ordinary test run.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use copydesk_tests::fuzz::{TARGETS, Target, literals};
use copydesk_tests::tree;

/// The most bytes that all corpora have together: they are replayed in every test run, and cloned by everybody.
const CORPUS: u64 = 300_000;

/// Replays the corpus of a target.
fn replay(name: &str) -> Result<()> {
    let target = Target::named(name).context("a target is named")?;
    let mut inputs: Vec<PathBuf> =
        std::fs::read_dir(target.corpus())?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    inputs.sort();
    ensure!(!inputs.is_empty(), "{name} has no corpus");
    let broken: Vec<String> = inputs
        .iter()
        .filter_map(|path| {
            let held = std::fs::read(path).map_err(|error| error.to_string()).and_then(|bytes| (target.run)(&bytes));
            held.err().map(|broken| format!("{}: {broken}", tree::relative(path)))
        })
        .collect();
    ensure!(broken.is_empty(), "{} of {} are broken:\n{}", broken.len(), inputs.len(), broken.join("\n"));
    Ok(())
}

#[test]
fn parse_holds() -> Result<()> {
    replay("parse")
}

#[test]
fn envelopes_hold() -> Result<()> {
    replay("envelopes")
}

#[test]
fn documents_hold() -> Result<()> {
    replay("documents")
}

#[test]
fn rules_hold() -> Result<()> {
    replay("rules")
}

#[test]
fn masks_hold() -> Result<()> {
    replay("masks")
}

#[test]
fn offsets_hold() -> Result<()> {
    replay("offsets")
}

#[test]
fn containers_hold() -> Result<()> {
    replay("containers")
}

#[test]
fn json_holds() -> Result<()> {
    replay("json")
}

#[test]
fn growth_holds() -> Result<()> {
    replay("growth")
}

#[test]
fn every_target_is_fuzzed_and_replayed() -> Result<()> {
    let own = std::fs::read_to_string(tree::root().join("tests/tests/fuzz.rs"))?;
    let manifest = std::fs::read_to_string(tree::root().join("tests/fuzz/Cargo.toml"))?;
    let mut bytes = 0;
    for target in TARGETS {
        let name = target.name;
        ensure!(own.contains(&format!("replay(\"{name}\")")), "{name} is not replayed");
        ensure!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name} is no binary of tests/fuzz");
        let code = std::fs::read_to_string(tree::root().join(format!("tests/fuzz/fuzz_targets/{name}.rs")))?;
        ensure!(
            code.contains(&format!("fuzz::{}.hold(", name.to_uppercase())),
            "the binary of {name} runs something else"
        );
        for entry in std::fs::read_dir(target.corpus())? {
            bytes += entry?.metadata()?.len();
        }
    }
    ensure!(manifest.matches("[[bin]]").count() == TARGETS.len(), "a binary of tests/fuzz is no target");
    ensure!(bytes <= CORPUS, "the corpora have {bytes} bytes, more than {CORPUS}: minimise them");
    Ok(())
}

/// Whatever the code looks for, over and over: no such text takes longer by the byte the longer it is.
#[test]
fn no_literal_of_the_code_repeated_takes_long() -> Result<()> {
    let growth = Target::named("growth").context("a target is named")?;
    let words = literals()?;
    ensure!(words.len() > 1000, "only {} literals were found", words.len());
    // A few of each thousand in a test run; a fuzzer has all of them in its dictionary.
    for word in words.iter().step_by(97) {
        for after in [&b""[..], b" ", b"\n"] {
            (growth.run)(&[word, after].concat()).map_err(anyhow::Error::msg)?;
        }
    }
    Ok(())
}
