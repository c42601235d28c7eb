//! What is done to text that must stay: `cargo run -p copydesk-tests --bin harm -- [--risk NAME] [--show] [--record]`,
//! and what real articles are repaired at `safe`, to be read: `… --bin harm -- read [--rule NAME] [--each N] [--all]`.
//!
//! `--show` prints what stands at each change; nothing of a real article is ever stored, only its record, offset and rule. A line of
//! verdicts to copy into `tests/labels/harm.jsonl` is printed for each place that nobody has read: `unread` becomes `right` or `wrong`.
//!
//! `read` lists, for the collections that are read whole, every repair of every rule, and of all others 200 at random, as many of one rule
//! as of the other, or with `--each` so many of each; with `--all` those too that were read before. Below stand false repairs a million words, by the verdicts.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use copydesk::Risk;
use copydesk_tests::corpus;
use copydesk_tests::damage::friends::Shape;
use copydesk_tests::damage::harm::{self, Harm, HarmRecord};
use copydesk_tests::damage::measure::per_million;
use copydesk_tests::damage::verdict::{self, Draw, Listing, Place, Verdict, Verdicts};
use copydesk_tests::damage::{reading, record};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|first| first == "read") {
        return read(&arguments[1..]);
    }
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let risk = match arguments.iter().position(|argument| argument == "--risk") {
        Some(at) => {
            let name = arguments.get(at + 1).context("--risk needs a name")?;
            Risk::ALL.into_iter().find(|risk| risk.name() == name).with_context(|| format!("no risk {name}"))?
        }
        None => Risk::Safe,
    };
    let verdicts = verdict::verdicts()?;
    let read = reading::copydesk_up_to(risk);
    let mut harms = harm::sentences(&read)?;
    harms.push(("clean", harm::clean(&read)?));
    if let Some(folder) = corpus::folder() {
        harms.extend(harm::real(&folder, &read)?);
    } else {
        println!("COPYDESK_CORPUS names no folder of real articles: they are left out");
    }
    harms.iter().for_each(|(name, harm)| changes(name, harm, &verdicts, has("--show")));
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
    println!(
        "\n{:<14}{:>10}{:>8}{:>8}{:>8}  | {:>10}{:>8}{:>8}{:>18}",
        "places", "words", "right", "wrong", "unread", "as it is", "wrong", "unread", "wrong a million"
    );
    for record in &records {
        println!(
            "{:<14}{:>10}{:>8}{:>8}{:>8}  | {:>10}{:>8}{:>8}{:>18.2}",
            record.name,
            record.words,
            record.right,
            record.wrong,
            record.unread,
            record.words_alone,
            record.wrong_alone,
            record.unread_alone,
            per_million(record.wrong_alone, record.words_alone)
        );
    }
    if has("--record") {
        ensure!(risk == Risk::Safe, "what is recorded is what `safe` does");
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

/// What is repaired in real articles as they are, to be read.
fn read(arguments: &[String]) -> Result<()> {
    let folder = corpus::folder().context("COPYDESK_CORPUS names no folder of real articles")?;
    let after = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).map(String::as_str)
    };
    let verdicts = verdict::verdicts()?;
    let rule = after("--rule");
    let wanted = |place: &Place| rule.is_none_or(|rule| place.verdict.rule.split('+').any(|name| name == rule));
    let all = arguments.iter().any(|argument| argument == "--all");
    let show = |place: &Place| {
        if all || place.verdict.verdict == "unread" {
            println!("{}", serde_json::to_string(&place.verdict).expect("a verdict is plain data"));
            println!("    {}  -> {:?}", place.context.escape_debug(), place.after);
        }
    };
    let mut whole = Listing::default();
    for collection in verdict::READ_WHOLE {
        let Listing { places, words } = verdict::listing(&folder, collection, &verdicts)?;
        whole.words += words;
        whole.places.extend(places.into_iter().filter(wanted));
    }
    whole.places.iter().for_each(show);
    let mut elsewhere = Listing::default();
    for collection in corpus::collections(&folder)?.iter().map(String::as_str).chain([verdict::EXPORTS]) {
        if verdict::READ_WHOLE.contains(&collection) {
            continue;
        }
        let Listing { places, words } = verdict::listing(&folder, collection, &verdicts)?;
        elsewhere.words += words;
        elsewhere.places.extend(places.into_iter().filter(wanted));
    }
    let (made, words) = (elsewhere.places.len(), elsewhere.words);
    let by_rule: BTreeMap<String, usize> =
        elsewhere.by_rule().into_iter().map(|(rule, [made, ..])| (rule.to_owned(), made)).collect();
    let draw = match after("--each") {
        Some(count) => Draw::Each(count.parse().context("--each needs a number")?),
        None => Draw::InAll(verdict::ELSEWHERE),
    };
    let drawn = Listing { places: verdict::draw(elsewhere.places, draw), words };
    drawn.places.iter().for_each(show);
    println!("\nread whole: {} repairs in {} English words", whole.places.len(), whole.words);
    table(&whole);
    println!("false repairs a million words: {:.2}", per_million(whole.said("wrong"), whole.words));
    println!("\nelsewhere: {} drawn of {made} repairs in {words} words", drawn.places.len());
    table(&drawn);
    // What was wrong of those drawn of a rule stands for all that the rule made.
    let judged = drawn.by_rule().into_iter().filter(|(_, [_, right, wrong, _])| right + wrong > 0);
    let wrong = judged.map(|(rule, [_, right, wrong, _])| wrong * by_rule[rule] / (right + wrong)).sum();
    println!(
        "false repairs a million words, by the share of those drawn of each rule: {:.2}",
        per_million(wrong, words)
    );
    Ok(())
}

fn table(listing: &Listing) {
    println!("  {:<36}{:>8}{:>8}{:>8}{:>8}", "rule", "made", "right", "wrong", "unread");
    for (rule, [made, right, wrong, unread]) in listing.by_rule() {
        println!("  {rule:<36}{made:>8}{right:>8}{wrong:>8}{unread:>8}");
    }
}
