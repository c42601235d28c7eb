//! Pipes mutated records through the command and holds every row that comes out against the record that went in.
//!
//! `cargo run --release -p copydesk-tests --bin mutants -- target/release/copydesk [RECORDS [SEED [THREADS]]]`; a million records without
//! a number. Half of them go in as JSON lines and half as CSV, which can hold any bytes.

use std::io::{BufReader, BufWriter, Write};
use std::ops::Range;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use copydesk_tests::mutants::{Checked, Form, Mutants, check};

/// How many records go through one process.
const PIECE: u64 = 50_000;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().context("name the command: target/release/copydesk")?;
    let mut number = |default: u64| arguments.next().map_or(Ok(default), |number| number.parse());
    let (records, seed, threads) = (number(1_000_000)?, number(1)?, number(2)?);
    let mutants = Mutants::new(seed)?;
    let (started, mut all) = (Instant::now(), Checked::default());
    for (piece, from) in (0..records).step_by(PIECE as usize).enumerate() {
        let form = Form::ALL[piece % Form::ALL.len()];
        let range = from..records.min(from + PIECE);
        let checked = through(Path::new(&command), &mutants, form, range.clone(), threads)
            .with_context(|| format!("records {range:?} of seed {seed} as {}", form.name()))?;
        all.records += checked.records;
        all.documents += checked.documents;
        all.errors += checked.errors;
        eprintln!("{} records, {:.0} s", all.records, started.elapsed().as_secs_f64());
    }
    println!(
        "{} records: each came out once, as {} documents in all or as one of {} errors; {:.0} s",
        all.records,
        all.documents,
        all.errors,
        started.elapsed().as_secs_f64()
    );
    Ok(())
}

fn through(command: &Path, mutants: &Mutants, form: Form, range: Range<u64>, threads: u64) -> Result<Checked> {
    let mut child = Command::new(command)
        .args(["parse", "-", "--from", form.name(), "--parts", "all", "--layers", "all"])
        .args(["--threads", &threads.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut input = BufWriter::new(child.stdin.take().context("standard input is a pipe")?);
    let output = BufReader::with_capacity(1 << 20, child.stdout.take().context("standard output is a pipe")?);
    let checked = std::thread::scope(|scope| {
        let writer = scope.spawn(|| -> std::io::Result<()> {
            input.write_all(form.head())?;
            for number in range.clone() {
                input.write_all(&form.line(mutants, number).0)?;
            }
            input.flush()?;
            drop(input);
            Ok(())
        });
        let checked = check(output, range.start, range.clone().map(|number| form.line(mutants, number).1));
        let written = writer.join().expect("the writer does not panic");
        checked.and_then(|checked| Ok(written.map(|()| checked)?))
    });
    let status = child.wait()?;
    let checked = checked?;
    ensure!(status.code() == Some(i32::from(checked.errors > 0)), "the command ended with {status}");
    Ok(checked)
}
