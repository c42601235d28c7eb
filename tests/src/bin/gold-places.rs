//! Places against labels: `COPYDESK_CORPUS=FOLDER cargo run -p copydesk-tests --bin gold-places -- [--show | --record | --draw SEED COUNT |
//! --articles SEED COUNT]`.
//!
//! `--show` names every difference; `--record` writes the figures down; `--draw` gives rows drawn at random, and `--articles` articles drawn at
//! random with their rows, to be labelled: one a line as JSON. Their texts are for the terminal, and are not stored.

use anyhow::{Context, Result};
use copydesk_tests::corpus;
use copydesk_tests::gold::places;
use serde_json::json;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let folder = corpus::folder().context("COPYDESK_CORPUS names no folder")?;
    match &arguments[..] {
        [command, seed, count] if command == "--draw" => {
            for (collection, record, row) in places::draw(&folder, seed.parse()?, count.parse()?)? {
                let line =
                    json!({"draw": seed, "collection": collection, "id": record.id, "place": row, "text": record.text});
                println!("{line}");
            }
            return Ok(());
        }
        [command, seed, count] if command == "--articles" => {
            for collection in places::COLLECTIONS {
                let each = count.parse::<usize>()? / places::COLLECTIONS.len();
                for record in places::articles(&folder, collection, seed.parse()?)?.into_iter().take(each) {
                    let rows = places::rows(&record.text)?;
                    println!(
                        "{}",
                        json!({"collection": collection, "id": record.id, "text": record.text, "rows": rows})
                    );
                }
            }
            return Ok(());
        }
        _ => {}
    }
    let (scores, differ) = places::score(&folder)?.context("not all the collections are there")?;
    println!("| draw | places labelled | rows found | right | left open | precision | recall |");
    println!("|---|---|---|---|---|---|---|");
    for (draw, score) in &scores {
        let places::Score { labelled, found, right, open, .. } = score;
        println!(
            "| {draw} | {labelled} | {found} | {right} | {open} | {:.3} | {:.3} |",
            score.precision(),
            score.recall()
        );
    }
    if has("--show") {
        differ.iter().for_each(|line| eprintln!("{line}"));
    }
    if has("--record") {
        places::record(&scores)?;
    }
    Ok(())
}
