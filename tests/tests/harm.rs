//! What must stay, stays: alone, and among damage.

use anyhow::Result;
use copydesk_tests::corpus;
use copydesk_tests::damage::harm::{self, Harm, HarmRecord};
use copydesk_tests::damage::reading;
use copydesk_tests::damage::verdict;
use copydesk_tests::record;

fn untouched(name: &str, harm: &Harm) {
    let changes: Vec<String> = harm
        .changes
        .iter()
        .map(|change| {
            format!("{name} {}@{} {} {}: {}", change.id, change.offset, change.variant, change.rule, change.context)
        })
        .collect();
    assert!(changes.is_empty(), "{}", changes.join("\n"));
}

#[test]
fn correct_sentences_stay() -> Result<()> {
    harm::sentences(reading::copydesk)?.iter().for_each(|(language, harm)| untouched(language, harm));
    Ok(())
}

#[test]
fn clean_articles_stay() -> Result<()> {
    let mut harm = harm::clean(reading::copydesk)?;
    let now = HarmRecord::new("clean", &harm, &verdict::verdicts()?);
    let recorded = record::load::<Vec<HarmRecord>>("harm")?;
    if let Some(then) = recorded.iter().find(|record| record.name == "clean") {
        let falls = now.falls(then);
        assert!(falls.is_empty(), "{}", falls.join("\n"));
    }
    harm.changes.retain(|change| change.variant == "alone");
    untouched("clean", &harm);
    Ok(())
}

#[test]
fn real_articles_fare_no_worse_than_recorded() -> Result<()> {
    let Some(folder) = corpus::folder_or_skip() else { return Ok(()) };
    let verdicts = verdict::verdicts()?;
    let recorded = record::load::<Vec<HarmRecord>>("harm")?;
    for (name, harm) in harm::real(&folder, reading::copydesk)? {
        let now = HarmRecord::new(name, &harm, &verdicts);
        let then = recorded.iter().find(|record| record.name == name);
        let Some(then) = then else {
            assert_eq!(now.wrong + now.unread, 0, "{name}: run the bin `harm` with --record");
            continue;
        };
        let falls = now.falls(then);
        assert!(falls.is_empty(), "{}", falls.join("\n"));
    }
    Ok(())
}

#[test]
fn a_naive_reader_does_harm_and_a_perfect_one_none() -> Result<()> {
    for (language, harm) in harm::sentences(reading::perfect)? {
        untouched(language, &harm);
        assert!(harm.counts.values().all(|count| count.put == count.found), "{language}");
        let variants = harm.counts.iter().filter(|(name, _)| **name != "alone");
        assert!(variants.clone().count() == 6 && variants.clone().all(|(_, count)| count.put > 0));
    }
    for (language, harm) in harm::sentences(reading::naive)? {
        // French false friends are spaces before punctuation, which nobody closes that naively.
        assert!(language == "fr" || harm.places().len() > 20, "{language}: {}", harm.places().len());
    }
    assert!(harm::clean(reading::naive)?.places().len() > 500);
    Ok(())
}
