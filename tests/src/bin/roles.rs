//! How well the parser's roles agree with the labels: `cargo run -p copydesk-tests --bin roles -- [tune|report] [--show] [--record]`.
//!
//! `--show` prints every line on which they differ; use it on the half that rules are made on. `--record` writes the figures to
//! `tests/records/roles.json`, below which the tests let no later version fall.

use anyhow::{Context, Result};
use copydesk::Role;
use copydesk_tests::labels::{self, Agreement};
use copydesk_tests::roles::Figures;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let half = arguments.iter().find(|argument| !argument.starts_with('-')).map_or("report", String::as_str);
    let folder = copydesk_tests::corpus::folder().context("COPYDESK_CORPUS does not name a folder of real articles")?;
    let mut agreement = Agreement::default();
    for (labelled, bytes) in labels::load(&folder)? {
        if labelled.half == half {
            agreement.add(&labelled, &bytes)?;
        }
    }
    if arguments.iter().any(|argument| argument == "--show") {
        agreement.differences.iter().for_each(|difference| println!("{difference}"));
    }
    println!("half {half}: {} articles", agreement.articles);
    println!("{:<14}{:>9}{:>9}{:>9}{:>9}{:>11}", "role", "labelled", "found", "both", "recall", "precision");
    for role in Role::ALL {
        let (labelled, found, both) = agreement.recall_precision(role.name());
        if labelled + found > 0 {
            let share = |of: usize| if of == 0 { "-".to_owned() } else { format!("{:.4}", both as f64 / of as f64) };
            println!("{:<14}{labelled:>9}{found:>9}{both:>9}{:>9}{:>11}", role.name(), share(labelled), share(found));
        }
    }
    let (labelled, found) = agreement.headline;
    println!("headlines: {labelled} labelled, {found} found, {} wrong", agreement.wrong_headline.len());
    agreement.wrong_headline.iter().for_each(|wrong| println!("  wrong headline {wrong}"));
    let (labelled, found) = agreement.authors;
    println!("authors: {labelled} labelled, {found} found, {} articles with a wrong one", agreement.wrong_author.len());
    agreement.wrong_author.iter().for_each(|wrong| println!("  wrong author {wrong}"));
    if arguments.iter().any(|argument| argument == "--record") {
        Figures::of(half, &agreement).record()?;
    }
    Ok(())
}
