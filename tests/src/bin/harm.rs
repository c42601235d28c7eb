//! What is done to text that must stay: `cargo run -p copydesk-tests --bin harm -- [--show] [--record]`.
//!
//! `--show` prints what stands at each change; nothing of a real article is ever stored, only its record, offset and rule. A line of
//! verdicts to copy into `tests/labels/harm.jsonl` is printed for each place that nobody has read.

use std::collections::BTreeSet;

use anyhow::Result;
use copydesk_tests::corpus;
use copydesk_tests::damage::friends::Shape;
use copydesk_tests::damage::harm::{self, Harm, HarmRecord, Verdict, Verdicts};
use copydesk_tests::damage::{reading, record};

fn main() -> Result<()> {
    let arguments: BTreeSet<String> = std::env::args().skip(1).collect();
    let verdicts = harm::verdicts()?;
    let mut harms = harm::sentences(reading::copydesk)?;
    harms.push(("clean", harm::clean(reading::copydesk)?));
    if let Some(folder) = corpus::folder() {
        harms.extend(harm::real(&folder, reading::copydesk)?);
    } else {
        println!("COPYDESK_CORPUS names no folder of real articles: they are left out");
    }
    let show = arguments.contains("--show");
    harms.iter().for_each(|(name, harm)| changes(name, harm, &verdicts, show));
    println!(
        "{:<14}{:<16}{:>7}{:>10}{:>9}{:>10}{:>8}{:>8}",
        "", "variant", "docs", "words", "changes", "a million", "put", "found"
    );
    harms.iter().for_each(|(name, harm)| harm::print(name, harm));
    println!("\nfalse friends: there, touched in any variant");
    for shape in Shape::ALL {
        print!("{:<18}", shape.name());
        for (name, harm) in &harms {
            let there = harm.friends.get(&shape).copied().unwrap_or_default();
            print!("  {name} {there}/{}", harm.touched(Some(shape)));
        }
        println!();
    }
    let records: Vec<HarmRecord> = harms.iter().map(|(name, harm)| HarmRecord::new(name, harm, &verdicts)).collect();
    println!("\n{:<14}{:>10}{:>8}{:>8}{:>8}", "places", "words", "right", "wrong", "unread");
    for record in &records {
        println!("{:<14}{:>10}{:>8}{:>8}{:>8}", record.name, record.words, record.right, record.wrong, record.unread);
    }
    if arguments.contains("--record") {
        record::save("harm", &records)?;
    }
    Ok(())
}

/// One line for each place that was changed, in the first variant in which it was.
fn changes(name: &str, harm: &Harm, verdicts: &Verdicts, show: bool) {
    let mut seen = BTreeSet::new();
    for change in &harm.changes {
        if !seen.insert((&change.id, change.offset, &change.rule)) {
            continue;
        }
        let key = (name.to_owned(), change.id.clone(), change.offset, change.rule.clone());
        let verdict = Verdict {
            collection: key.0.clone(),
            id: key.1.clone(),
            offset: key.2,
            rule: key.3.clone(),
            variant: change.variant.to_owned(),
            verdict: verdicts.get(&key).map_or("unread", String::as_str).to_owned(),
            by: "hand".to_owned(),
        };
        println!("{}", serde_json::to_string(&verdict).expect("a verdict is plain data"));
        if show {
            let shape = change.shape.map_or("-", Shape::name);
            println!("    {shape}: {}", change.context);
        }
    }
}
