//! Repairs against what others labelled: `COPYDESK_CORPUS=FOLDER cargo run -p copydesk-tests --bin gold-repair -- [--show]`.
//!
//! `--show` names every well-formed text that was changed, and every text with mojibake that was.

use anyhow::{Context, Result};
use copydesk_tests::corpus;
use copydesk_tests::damage::tally::share;
use copydesk_tests::gold::{self, CLASSES, MOJIBAKE, Mojibake, Reader, WHITE_SPACE};

fn main() -> Result<()> {
    let show = std::env::args().any(|argument| argument == "--show");
    let folder = corpus::folder().context("COPYDESK_CORPUS names no folder with gold/repair")?;
    println!("mojibake: well-formed texts are to stay as they are, at safe and at likely; the others to be noted");
    println!(
        "{:<16}{:>12}{:>9}{:>8}{:>11}{:>8}{:>11}{:>10}",
        "", "well-formed", "changed", "noted", "mojibake", "noted", "not noted", "changed"
    );
    for file in MOJIBAKE {
        let Some(cases) = gold::cases(&folder, file)? else { continue };
        let Mojibake { well_formed, changed, noted_well_formed, mojibake, noted, repaired } =
            Mojibake::of(&cases, gold::risks(file))?;
        println!(
            "{file:<16}{well_formed:>12}{:>9}{noted_well_formed:>8}{mojibake:>11}{noted:>8}{:>11}{:>10}",
            changed.len(),
            mojibake - noted,
            repaired.len()
        );
        if show {
            changed.iter().chain(&repaired).for_each(|line| println!("    {line}"));
        }
    }
    println!("\nwhite space, in documents of 200 lines: recall and precision");
    println!(
        "{:<18}{:<14}{:<12}{:>6}{:>7}{:>8}{:>7}{:>7}{:>11}",
        "", "beside", "reader", "put", "found", "recall", "right", "wrong", "precision"
    );
    for collection in WHITE_SPACE {
        let Some(documents) = gold::documents(&folder, collection)? else { continue };
        let scores = Reader::ALL.map(|reader| (reader, gold::score(&documents, reader)));
        for (index, class) in CLASSES.iter().enumerate() {
            for (reader, scores) in &scores {
                let gold::Score { put, found, right, wrong } = scores[index];
                println!(
                    "{collection:<18}{:<14}{:<12}{put:>6}{found:>7}{:>8.3}{right:>7}{wrong:>7}{:>11.3}",
                    class.name(),
                    reader.name(),
                    share(found, put),
                    share(right, right + wrong)
                );
            }
        }
    }
    Ok(())
}
