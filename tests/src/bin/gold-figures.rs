//! Figures against what others labelled, and against labels by hand: `COPYDESK_CORPUS=FOLDER cargo run -p copydesk-tests --bin gold-figures --
//! [--show] [--record] [--cases] [--json] [--speed]`.
//!
//! `--show` prints what is wrong, `--record` writes the numbers down for the test. `--cases` prints the cases of the first set with their labels
//! and rows as JSON Lines, for `benches/python/peers_figures.py`. `--json` reads texts from the standard input, a JSON string on each line, and writes the
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
    if has("--cases") {
        return cases(&folder);
    }
    println!("| set | labelled | found | same span | F1 | value right | accuracy |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    let scores = gold::scores(&folder)?;
    for (name, score) in &scores {
        let Score { labelled, found, spans, values, .. } = score;
        if name == gold::QUANTULUM {
            println!("| {name}, all values right and no other | {labelled} | {found} | | | | |");
        } else {
            let (f1, accuracy) = (score.f1(), score.accuracy());
            println!("| {name} | {labelled} | {found} | {spans} | {f1:.3} | {values} | {accuracy:.3} |");
        }
    }
    if has("--record") {
        gold::record(&scores)?;
    }
    let wrong = scores.iter().flat_map(|(name, score)| score.wrong.iter().map(move |line| format!("{name}: {line}")));
    if has("--show") {
        println!();
        wrong.for_each(|line| println!("{line}"));
    }
    Ok(())
}

/// The cases of the first set, a line for each.
fn cases(folder: &Path) -> Result<()> {
    for asked in Asked::ALL {
        for case in gold::recognizers(folder, asked)?.into_iter().flatten() {
            let labelled: Vec<_> = case.figures.iter().map(|figure| (figure.start, figure.end, figure.value)).collect();
            let rows = gold::rows(&case.text, &gold::sentence())?.into_iter().filter(|(_, _, row)| asked.takes(row));
            let found: Vec<_> = rows.map(|(start, end, row)| (start, end, row.value)).collect();
            let file = asked.file();
            println!("{}", serde_json::json!({ "set": file, "text": case.text, "gold": labelled, "copydesk": found }));
        }
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
