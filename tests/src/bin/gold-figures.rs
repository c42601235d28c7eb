//! Figures against what others labelled, and against labels by hand: `COPYDESK_CORPUS=FOLDER cargo run -p copydesk-tests --bin gold-figures --
//! [--show] [--json] [--speed]`.
//!
//! `--show` prints what is wrong below each line. `--json` reads texts from the standard input, a JSON string on each line, and writes the
//! rows of each as they are in a document with the default options. `--speed` measures the layer on wire articles.

use std::io::BufRead;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};
use copydesk::{Options, Source, figures};
use copydesk_tests::corpus;
use copydesk_tests::gold::figures::{self as gold, Asked, Score};

fn main() -> Result<()> {
    let has = |name: &str| std::env::args().any(|argument| argument == name);
    if has("--json") {
        return json();
    }
    let folder = corpus::folder().context("COPYDESK_CORPUS names no folder with gold/figures")?;
    if has("--speed") {
        return speed(&folder);
    }
    println!("| set | labelled | found | same span | F1 | value right | accuracy |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    let mut wrong = Vec::new();
    let mut line = |name: &str, score: &Score| {
        let Score { labelled, found, spans, values, .. } = score;
        println!(
            "| {name} | {labelled} | {found} | {spans} | {:.3} | {values} | {:.3} |",
            score.f1(),
            score.accuracy()
        );
        wrong.extend(score.wrong.iter().map(|line| format!("{name}: {line}")));
    };
    for asked in Asked::ALL {
        if let Some(cases) = gold::recognizers(&folder, asked)? {
            line(asked.file(), &gold::score(asked, &cases)?);
        }
    }
    let labels = gold::labels()?;
    for draw in [1, 2] {
        let drawn: Vec<_> = labels.iter().filter(|label| label.draw == draw).cloned().collect();
        line(&format!("labelled places, draw {draw}"), &gold::against(&folder, &drawn)?);
    }
    line("labelled places", &gold::against(&folder, &labels)?);
    if let Some(cases) = gold::quantities(&folder)? {
        let (right, lines) = gold::right(&cases)?;
        println!("\nquantulum3: {right} of {} cases with all values right and no other", cases.len());
        wrong.extend(lines.iter().map(|line| format!("quantulum3: {line}")));
    }
    if has("--show") {
        println!();
        wrong.iter().for_each(|line| println!("{line}"));
    }
    Ok(())
}

fn json() -> Result<()> {
    for line in std::io::stdin().lock().lines() {
        let text: String = serde_json::from_str(&line?)?;
        let rows: Vec<_> = gold::rows(&text, &Options::new())?
            .into_iter()
            .map(|(start, end, row)| {
                let kind = format!("{:?}", row.kind).to_lowercase();
                let words = [row.bounds.map(|bounds| format!("{bounds:?}")), row.change.map(|change| format!("{change:?}"))];
                let [bounds, change] = words;
                serde_json::json!({
                    "start": start, "end": end, "kind": kind, "value": row.value, "max": row.value_max, "unit": row.unit,
                    "currency": row.currency, "bounds": bounds, "change": change, "basis": row.basis, "period": row.period,
                })
            })
            .collect();
        println!("{}", serde_json::Value::from(rows));
    }
    Ok(())
}

/// How many times the articles are read.
const ROUNDS: usize = 5;

fn speed(folder: &Path) -> Result<()> {
    for collection in ["reuters", "horne", "cnn-fox-bbc"] {
        let records = corpus::records(folder, collection)?;
        let bytes: usize = records.iter().map(|record| record.text.len()).sum();
        let sources: Vec<Source> =
            records.into_iter().map(|record| Source::new(record.text.into_bytes())).collect::<Result<_, _>>()?;
        let documents: Vec<_> = sources.iter().map(copydesk::parse).collect();
        let (mut best, mut parse, mut rows) = (f64::MAX, f64::MAX, 0);
        for _ in 0..ROUNDS {
            let start = Instant::now();
            rows = documents.iter().map(|document| document.annotate(&figures::LAYER).len()).sum();
            best = best.min(start.elapsed().as_secs_f64());
            let start = Instant::now();
            let lines: usize = sources.iter().map(|source| copydesk::parse(source).blocks().len()).sum();
            parse = parse.min(start.elapsed().as_secs_f64());
            anyhow::ensure!(lines > 0, "no blocks");
        }
        let rate = |seconds: f64| bytes as f64 / 1e6 / seconds;
        println!(
            "{collection}: {rows} rows; figures alone {:.0} MB/s; parse {:.0} MB/s; figures take {:.0} % of the parse's time",
            rate(best),
            rate(parse),
            100.0 * best / parse
        );
    }
    Ok(())
}
