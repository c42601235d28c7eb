//! Abbreviations against what is marked: `COPYDESK_CORPUS=FOLDER cargo run -p copydesk-tests --bin gold-abbreviations -- [--show] [--record]`.
//!
//! `--show` names every pair that is wrong and every one that is missed; of the labelled initialisms only those of the half `tune`. `--record`
//! writes the figures that a test holds later versions to.

use anyhow::{Context, Result};
use copydesk_tests::corpus;
use copydesk_tests::gold::abbreviations as gold;

fn main() -> Result<()> {
    let asked = |option: &str| std::env::args().any(|argument| argument == option);
    let folder = corpus::folder().context("COPYDESK_CORPUS names no folder with gold/abbreviations")?;
    let scores = gold::scores(&folder)?;
    println!("| set | right | wrong | missed | precision | recall | F1 |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    for (name, score) in &scores {
        let gold::Recorded { right, wrong, missed } = gold::Recorded::of(score);
        let [precision, recall, f1] = [score.precision(), score.recall(), score.f1()];
        println!("| {name} | {right} | {wrong} | {missed} | {precision:.4} | {recall:.4} | {f1:.4} |");
    }
    if asked("--show") {
        for (name, score) in scores.iter().filter(|(name, _)| !name.ends_with("report") && name != "wire initialisms") {
            score.wrong.iter().for_each(|line| println!("{name}\twrong\t{line}"));
            score.missed.iter().for_each(|line| println!("{name}\tmissed\t{line}"));
        }
    }
    if asked("--record") { gold::record(&scores) } else { Ok(()) }
}
