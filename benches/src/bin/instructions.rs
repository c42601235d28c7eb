//! How many instructions each stage takes per byte, by `valgrind`: a figure that a busy machine does not spoil.
//!
//! `cargo run --release -p copydesk-benches --bin instructions [-- --record]`
//!
//! A stage is run once and three times over the same small corpus, in processes of their own; half the difference is the stage without
//! what was done before it. The figures are kept in `benches/record/instructions.json` with the version of the compiler that they hold
//! for. With that version, a stage that takes over [`BAR`] times the recorded instructions is a breach; with another one they are printed only.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail, ensure};
use copydesk_benches::corpus::Corpus;
use copydesk_benches::fixture::{Fixture, Stage};
use copydesk_benches::machine::compiler;
use serde::{Deserialize, Serialize};

/// Two dozen articles: there is no chance in the count, and valgrind is fifty times as slow as the processor.
const SIZE: usize = 100_000;
/// The corpora.
const STATES: [&str; 2] = ["clean", "damaged"];
/// How far over the recorded figure is no chance.
const BAR: f64 = 1.03;

/// What is recorded.
#[derive(Serialize, Deserialize)]
struct Record {
    /// As `rustc --version` says it.
    compiler: String,
    /// Instructions per byte, by corpus and stage.
    instructions: BTreeMap<String, BTreeMap<String, f64>>,
}

fn main() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--stage", state, stage, turns] => run(state, stage, turns.parse()?).map(|()| ExitCode::SUCCESS),
        ["--record"] => {
            let now = Record::now()?;
            std::fs::write(path(), serde_json::to_string_pretty(&now)? + "\n")?;
            Ok(ExitCode::SUCCESS)
        }
        [] => report(),
        _ => bail!("instructions [--record]"),
    }
}

/// Under `valgrind`: the stage, so many times.
fn run(state: &str, stage: &str, turns: usize) -> Result<()> {
    let fixture = Fixture::new(corpus(state)?);
    let stage = Stage::named(stage).context("no such stage")?;
    for _ in 0..turns {
        ensure!(fixture.run(stage) == fixture.count(stage), "a run that counts something else");
    }
    Ok(())
}

fn corpus(state: &str) -> Result<Corpus> {
    match state {
        "clean" => Ok(Corpus::clean(SIZE)),
        "damaged" => Ok(Corpus::damaged(SIZE)),
        _ => bail!("no corpus is called {state}"),
    }
}

fn report() -> Result<ExitCode> {
    let recorded = std::fs::read_to_string(path()).with_context(|| path().display().to_string())?;
    let recorded: Record = serde_json::from_str(&recorded).with_context(|| path().display().to_string())?;
    let now = Record::now()?;
    let comparable = now.compiler == recorded.compiler;
    if !comparable {
        println!("recorded with {}, and this is {}: nothing is held against it", recorded.compiler, now.compiler);
    }
    println!("{:8} {:16} {:>12} {:>12} {:>7}", "corpus", "stage", "per byte", "recorded", "×");
    let mut breaches = 0;
    for (state, stages) in &now.instructions {
        for (stage, &count) in stages {
            let before = recorded.instructions.get(state).and_then(|stages| stages.get(stage)).copied();
            let ratio = before.map(|before| count / before);
            let breach = comparable && ratio.is_some_and(|ratio| ratio > BAR);
            breaches += usize::from(breach);
            let shown = |figure: Option<f64>| figure.map_or("-".to_owned(), |figure| format!("{figure:.2}"));
            println!(
                "{state:8} {stage:16} {count:>12.2} {:>12} {:>7}{}",
                shown(before),
                shown(ratio),
                if breach { "  BREACH" } else { "" }
            );
        }
    }
    Ok(if breaches == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

impl Record {
    /// Counted now.
    fn now() -> Result<Self> {
        let mut instructions = BTreeMap::new();
        for state in STATES {
            let bytes = corpus(state)?.as_bytes().len();
            let stages: &mut BTreeMap<String, f64> = instructions.entry(state.to_owned()).or_default();
            for stage in Stage::all().map(Stage::name) {
                let (once, thrice) = (counted(state, stage, 1)?, counted(state, stage, 3)?);
                let per_byte = thrice.saturating_sub(once) as f64 / 2.0 / bytes as f64;
                stages.insert(stage.to_owned(), (per_byte * 100.0).round() / 100.0);
            }
        }
        Ok(Self { compiler: compiler()?, instructions })
    }
}

/// The instructions of a process that runs the stage so many times.
fn counted(state: &str, stage: &str, turns: usize) -> Result<u64> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]);
    command.arg(std::env::current_exe()?).args(["--stage", state, stage, &turns.to_string()]);
    let output = command.output().context("valgrind cannot be started: is it installed?")?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{state} {stage}: {said}");
    let line = said.lines().find(|line| line.contains("refs:")).with_context(|| format!("no count in: {said}"))?;
    let digits: String = line.rsplit("refs:").next().unwrap_or("").chars().filter(char::is_ascii_digit).collect();
    digits.parse().with_context(|| format!("no count in: {line}"))
}

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("record/instructions.json")
}
