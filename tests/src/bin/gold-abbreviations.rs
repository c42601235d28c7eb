//! Abbreviations against what is marked: `COPYDESK_CORPUS=FOLDER cargo run -p copydesk-tests --bin gold-abbreviations -- [--show]`.
//!
//! `--show` names every pair that is wrong and every one that is missed; of the labelled initialisms only those of the half `tune`.

use anyhow::{Context, Result};
use copydesk_tests::corpus;
use copydesk_tests::gold::abbreviations::{self as gold, Marked, Score};

fn main() -> Result<()> {
    let show = std::env::args().any(|argument| argument == "--show");
    let folder = corpus::folder().context("COPYDESK_CORPUS names no folder with gold/abbreviations")?;
    let mut rows: Vec<(String, Score)> = Vec::new();
    if let Some(abstracts) = gold::abstracts(&folder)? {
        rows.push(("MED1250".to_owned(), gold::score_abstracts(&abstracts)?));
    }
    if let Some(passages) = gold::passages(&folder)? {
        rows.push(("un-legal-train, all".to_owned(), gold::score_passages(&passages, Marked::All)?));
        rows.push(("un-legal-train, beside".to_owned(), gold::score_passages(&passages, Marked::Beside)?));
    }
    if let Some(scores) = gold::score_labels(&folder)? {
        let all = scores.values().fold(Score::default(), |mut all, score| {
            all.right += score.right;
            all.wrong.extend_from_slice(&score.wrong);
            all.missed.extend_from_slice(&score.missed);
            all
        });
        rows.extend(scores.into_iter().map(|(half, score)| (format!("wire initialisms, {half}"), score)));
        rows.push(("wire initialisms".to_owned(), all));
    }
    println!("| set | right | wrong | missed | precision | recall | F1 |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    for (name, score) in &rows {
        let (wrong, missed) = (score.wrong.len(), score.missed.len());
        let [precision, recall, f1] = [score.precision(), score.recall(), score.f1()];
        println!("| {name} | {} | {wrong} | {missed} | {precision:.4} | {recall:.4} | {f1:.4} |", score.right);
    }
    if show {
        for (name, score) in rows.iter().filter(|(name, _)| !name.ends_with("report") && name != "wire initialisms") {
            score.wrong.iter().for_each(|line| println!("{name}\twrong\t{line}"));
            score.missed.iter().for_each(|line| println!("{name}\tmissed\t{line}"));
        }
    }
    Ok(())
}
