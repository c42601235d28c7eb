//! Dates against gold: `COPYDESK_CORPUS=FOLDER cargo run -p copydesk-tests --bin gold-dates -- [--show | --cases | --peers FILE |
//! --rows COLLECTION SEED COUNT | --read]`.
//!
//! `--show` names every difference; `--cases` gives the sentences for `benches/python/peers_dates.py`, and `--peers` scores what that
//! found; `--rows` shows rows of a collection drawn at random, to be read; `--read` gives the rows of texts, one a line as JSON.

use anyhow::{Context, Result};
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
    if let Some(labelled) = dates::labelled(&folder)? {
        row("labelled places", "copydesk", labelled.score);
        row("labelled places, day given", "copydesk", labelled.resolved);
        println!("places outside the blocks that are annotated: {}", labelled.outside);
        if show {
            labelled.differ.iter().for_each(|line| eprintln!("LABEL {line}"));
        }
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
