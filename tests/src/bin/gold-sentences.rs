//! Sentences against what others marked: `COPYDESK_CORPUS=FOLDER cargo run -p copydesk-tests --bin gold-sentences -- [--show] [--ends SET]`.
//!
//! Prints a table. `--show` prints every place where the two differ; `--ends` prints the paragraphs of a set and the boundaries of both as JSON
//! Lines, for `benches/python/peers_sentences.py`.

use anyhow::{Context, Result};
use copydesk::Language;
use copydesk_tests::corpus;
use copydesk_tests::gold::sentences::{self, Boundaries, Paragraph, SETS, Score};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = corpus::folder().context("COPYDESK_CORPUS names no folder with gold/sentences")?;
    if let Some(set) = arguments.iter().skip_while(|argument| *argument != "--ends").nth(1) {
        return ends(&sentences::paragraphs(&folder, set)?.context("there is no such set")?);
    }
    let show = arguments.iter().any(|argument| argument == "--show");
    println!(
        "| set | language | paragraphs | exact | gold | found | precision | recall | F1 |\n|---|---|---|---|---|---|---|---|---|"
    );
    for set in SETS {
        let Some(paragraphs) = sentences::paragraphs(&folder, set)? else { continue };
        for (name, language) in [("said", Some(Language::English)), ("read off", None)] {
            let score = Score::of(&paragraphs, language)?;
            let share = |of: usize| score.both as f64 / of.max(1) as f64;
            let Score { paragraphs, exact, gold, found, .. } = score;
            let (precision, recall, f1) = (share(found), share(gold), score.f1());
            println!(
                "| {set} | {name} | {paragraphs} | {exact} | {gold} | {found} | {precision:.4} | {recall:.4} | {f1:.4} |"
            );
        }
        if show {
            for paragraph in &paragraphs {
                differences(set, paragraph)?;
            }
        }
    }
    Ok(())
}

/// The boundaries of a set, as JSON Lines.
fn ends(paragraphs: &[Paragraph]) -> Result<()> {
    for paragraph in paragraphs {
        let found = sentences::boundaries(&sentences::read(&paragraph.text, Some(Language::English))?);
        let row = serde_json::json!({ "id": paragraph.id, "text": paragraph.text, "gold": paragraph.boundaries(), "copydesk": found });
        println!("{row}");
    }
    Ok(())
}

fn differences(set: &str, paragraph: &Paragraph) -> Result<()> {
    let found = sentences::boundaries(&sentences::read(&paragraph.text, Some(Language::English))?);
    let gold = paragraph.boundaries();
    let around = |places: &Boundaries, other: &Boundaries, what: &str| {
        for place in places.difference(other) {
            let mut seen = 0;
            let end = paragraph.text.char_indices().find(|(_, c)| {
                seen += usize::from(!c.is_whitespace());
                seen > *place
            });
            let (before, after) = paragraph.text.split_at(end.map_or(paragraph.text.len(), |(at, _)| at));
            let before: String = before.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
            let after: String = after.chars().take(40).collect();
            println!("{what} {set} {}: {:?} ║ {after:?}", paragraph.id, before);
        }
    };
    around(&gold, &found, "missed");
    around(&found, &gold, "invented");
    Ok(())
}
