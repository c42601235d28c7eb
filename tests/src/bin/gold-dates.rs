//! Dates against gold: `COPYDESK_CORPUS=FOLDER cargo run -p copydesk-tests --bin gold-dates -- [--show | --record | --cases | --peers FILE |
//! --rows COLLECTION SEED COUNT | --read | --speed COLLECTION]`.
//!
//! `--show` names every difference; `--record` writes the figures down; `--cases` gives the sentences for `benches/python/peers_dates.py`, and `--peers` scores what that
//! found; `--rows` shows rows of a collection drawn at random, to be read; `--read` gives the rows of texts, one a line as JSON; `--speed`
//! times the layer alone and what comes before it.

use std::time::Instant;

use anyhow::{Context, Result};
use copydesk::Source;
use copydesk_tests::corpus;
use copydesk_tests::gold::dates::{self, Score};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let folder = corpus::folder().context("COPYDESK_CORPUS names no folder")?;
    let show = has("--show");
    if let [command, collection, seed, count] = &arguments[..]
        && command == "--rows"
    {
        for row in dates::rows(&folder, collection, seed.parse()?, count.parse()?)? {
            println!("{row}");
        }
        return Ok(());
    }
    if let [command, collection] = &arguments[..]
        && command == "--speed"
    {
        return speed(&folder, collection);
    }
    if has("--cases") {
        for case in dates::cases(&folder)?.unwrap_or_default() {
            println!("{}", serde_json::json!({ "text": case.text, "day": case.day }));
        }
        return Ok(());
    }
    if has("--read") {
        for line in std::io::stdin().lines() {
            let case: serde_json::Value = serde_json::from_str(&line?)?;
            let rows = dates::rows_of(case["text"].as_str().unwrap_or_default())?;
            println!("{}", serde_json::to_string(&rows)?);
        }
        return Ok(());
    }
    println!(
        "| set | reader | marked | found | both | precision | recall | F1 | values compared | right | left open |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|");
    if let Some(cases) = dates::cases(&folder)? {
        let mut total = Score::default();
        let mut all = Score::default();
        let mut out = std::collections::BTreeMap::new();
        for case in &cases {
            let found = dates::read(case)?;
            let score = dates::score(case, &found);
            all.add(score);
            if let Some(why) = dates::left_out(case) {
                *out.entry(why).or_insert(0) += 1;
                continue;
            }
            total.add(score);
            if show && (score.both < score.marked || score.both < score.found || score.valued < score.compared) {
                let texts = |list: &[dates::Expression]| {
                    list.iter()
                        .map(|one| format!("{}={}", &case.text[one.start..one.end.min(case.text.len())], one.value))
                        .collect::<Vec<_>>()
                };
                let mark = if score.both < score.marked || score.both < score.found { "SPAN" } else { "VALUE" };
                eprintln!(
                    "{mark} {:.150}\n     {:?}\n     {:?}",
                    case.text.replace('\n', " "),
                    texts(&case.marked),
                    texts(&found)
                );
            }
        }
        row("Recognizers-Text, in scope", "copydesk", total);
        row("Recognizers-Text, all", "copydesk", all);
        if let [command, file] = &arguments[..]
            && command == "--peers"
        {
            for line in std::fs::read_to_string(file)?.lines() {
                let peer: dates::Peer = serde_json::from_str(line)?;
                let (total, all) = peer.score(&cases);
                row("Recognizers-Text, in scope", &peer.reader, total);
                row("Recognizers-Text, all", &peer.reader, all);
            }
        }
        for (why, count) in out {
            println!("left out, {why}: {count}");
        }
    }
    for half in dates::HALVES {
        let Some(labelled) = dates::labelled(&folder, half)? else { continue };
        row(&format!("labelled places, {half}"), "copydesk", labelled.score);
        row(&format!("the same with their day, {half}"), "copydesk", labelled.resolved);
        println!("places outside the blocks that are annotated, {half}: {}", labelled.outside);
        if show {
            labelled.differ.iter().for_each(|line| eprintln!("LABEL {line}"));
        }
    }
    if has("--record") {
        dates::Figures::of(&folder)?.context("not all the gold is there")?.record()?;
    }
    Ok(())
}

fn row(set: &str, reader: &str, score: Score) {
    let Score { marked, found, both, compared, valued, open } = score;
    let share = |part: usize, of: usize| if of == 0 { 1.0 } else { part as f64 / of as f64 };
    println!(
        "| {set} | {reader} | {marked} | {found} | {both} | {:.3} | {:.3} | {:.3} | {compared} | {:.3} | {open} |",
        share(both, found),
        share(both, marked),
        score.f1(),
        share(valued, compared)
    );
}

/// The layer alone, and structure and repair, over a collection: the best of five turns.
fn speed(folder: &std::path::Path, collection: &str) -> Result<()> {
    let sources: Vec<Source> = corpus::records(folder, collection)?
        .into_iter()
        .map(|record| Source::new(record.text))
        .collect::<Result<_, _>>()?;
    let size: usize = sources.iter().map(|source| source.as_bytes().len()).sum();
    let (mut parse, mut layer, mut rows) = (f64::MAX, f64::MAX, 0);
    for _ in 0..5 {
        let start = Instant::now();
        let documents: Vec<_> = sources.iter().map(copydesk::parse).collect();
        parse = parse.min(start.elapsed().as_secs_f64());
        documents.iter().for_each(|document| {
            std::hint::black_box(document.text());
        });
        let start = Instant::now();
        rows = documents.iter().map(|document| document.annotate(&copydesk::dates::LAYER).len()).sum();
        layer = layer.min(start.elapsed().as_secs_f64());
    }
    let speed = |seconds: f64| size as f64 / seconds / 1e6;
    println!("{size} bytes, {rows} rows: parse {:.0} MB/s, dates {:.0} MB/s", speed(parse), speed(layer));
    Ok(())
}
