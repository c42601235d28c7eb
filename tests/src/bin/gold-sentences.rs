//! Sentences against what others marked: `COPYDESK_CORPUS=FOLDER cargo run -p copydesk-tests --bin gold-sentences --
//! [--show] [--record] [--ends SET]`.
//!
//! Prints a table. `--show` prints every place where the two differ, `--record` writes the table's figures down for the test, and `--ends`
//! prints the paragraphs of a set with the boundaries of both as JSON Lines, for `benches/python/peers_sentences.py`.

use anyhow::{Context, Result};
use copydesk::Language;
use copydesk_tests::corpus;
use copydesk_tests::gold::sentences::{self, Boundaries, Paragraph, READINGS, SETS, Score, Scores};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = corpus::folder().context("COPYDESK_CORPUS names no folder with gold/sentences")?;
    if let Some(set) = arguments.iter().skip_while(|argument| *argument != "--ends").nth(1) {
        ends(&sentences::paragraphs(&folder, set)?.context("there is no such set")?);
        return Ok(());
    }
    let mut scores = Scores::new();
    let show = arguments.iter().any(|argument| argument == "--show");
    println!("| set | read | exact | gold | found | precision | recall | F1 |");
    println!("|---|---|---|---|---|---|---|---|");
    for set in SETS {
        let Some(paragraphs) = sentences::paragraphs(&folder, set)? else { continue };
        for reading in READINGS {
            let score = Score::of(&paragraphs, |text| reading.read(text))?;
            let share = |of: usize| score.both as f64 / of.max(1) as f64;
            let Score { paragraphs, exact, gold, found, .. } = score;
            let shares = format!("{:.4} | {:.4} | {:.4}", share(found), share(gold), score.f1());
            scores.insert(sentences::name(set, reading), score);
            println!("| {set} | {} | {exact}/{paragraphs} | {gold} | {found} | {shares} |", reading.name());
        }
        if show {
            paragraphs.iter().for_each(|paragraph| differences(set, paragraph));
        }
    }
    if arguments.iter().any(|argument| argument == "--record") {
        sentences::record(&scores)?;
    }
    Ok(())
}

/// The boundaries of a set, as JSON Lines.
fn ends(paragraphs: &[Paragraph]) {
    for paragraph in paragraphs {
        let Paragraph { id, text, .. } = paragraph;
        let found = sentences::of_block(text, Some(Language::English));
        println!(
            "{}",
            serde_json::json!({ "id": id, "text": text, "gold": paragraph.boundaries(), "copydesk": found })
        );
    }
}

fn differences(set: &str, paragraph: &Paragraph) {
    let found = sentences::of_block(&paragraph.text, Some(Language::English));
    let gold = paragraph.boundaries();
    let around = |places: &Boundaries, other: &Boundaries, what: &str| {
        for place in places.difference(other) {
            let mut seen = 0;
            let end = paragraph.text.char_indices().find(|(_, c)| {
                seen += usize::from(!c.is_whitespace());
                seen > *place
            });
            let (before, after) = paragraph.text.split_at(end.map_or(paragraph.text.len(), |(at, _)| at));
            let start = before.char_indices().rev().nth(59).map_or(0, |(at, _)| at);
            let after: String = after.chars().take(40).collect();
            println!("{what} {set} {}: {:?} ║ {after:?}", paragraph.id, &before[start..]);
        }
    };
    around(&gold, &found, "missed");
    around(&found, &gold, "invented");
}
