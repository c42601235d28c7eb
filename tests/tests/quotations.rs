//! Speakers against gold do not get worse than was recorded; marks, however placed, do no harm.

use anyhow::Result;
use copydesk::{Language, Options, Source};
use copydesk_tests::corpus;
use copydesk_tests::gold::quotations::{self, HALVES};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

#[test]
fn speakers_do_not_fall_below_the_record() -> Result<()> {
    let Some(folder) = corpus::folder_or_skip() else { return Ok(()) };
    let Some(articles) = quotations::articles(&folder)? else { return Ok(()) };
    let scores = quotations::scores(&articles, quotations::copydesk)?;
    for ((half, now), recorded) in HALVES.iter().zip(scores).zip(quotations::recorded()?) {
        for ((name, now), (_, before)) in now.shares().into_iter().zip(recorded.shares()) {
            assert!(now >= before - 1e-9, "{half}: {name} fell from {before:.4} to {now:.4}");
        }
    }
    Ok(())
}

/// Marks, and what stands beside them.
const MARKS: &[&str] =
    &["\"", "“", "”", "‘", "’", "'", "«", "»", "„", "``", "''", "`", "‹", "›", "6'2\"", "’90s", "=\""];

/// Paragraphs with marks in their places, in each way that outlets set them.
const PARAGRAPHS: &[&str] = &[
    "“The bridge is not safe,” said Jane Doe, the mayor of Norhaven. “It will be shut.”",
    "\"The bridge is not safe,\" said Jane Doe, the mayor of Norhaven. \"It will be shut.\"",
    "Doe said the “old” bridge was “a danger to everyone who uses it.”",
    "The workers’ club of Norhaven didn't like it, and the '90s plan wasn't 'good enough', he said.",
    "« Le pont est fermé », a dit le maire de la ville. « C'est tout. »",
    "„Die Brücke ist zu“, sagte die Bürgermeisterin der Stadt. „Das ist alles.“",
];

fn config() -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let default = ProptestConfig::default();
    ProptestConfig {
        cases: if asked { default.cases } else { 4_000 },
        rng_seed: if asked { default.rng_seed } else { RngSeed::Fixed(20_261_126) },
        failure_persistence: None,
        ..default
    }
}

/// The text with marks put in at places of any of its characters.
fn with_marks(text: &str, marks: &[(prop::sample::Index, &str)]) -> String {
    let mut text = text.to_owned();
    for (place, mark) in marks {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        text.insert_str(*place.get(&places), mark);
    }
    text
}

proptest! {
    #![proptest_config(config())]

    /// Any number of marks at any place: every stretch lies in its block, begins with a mark or goes on from one that did, and ends with a
    /// mark or with its block.
    #[test]
    fn no_number_of_marks_brings_an_error(
        paragraphs in vec(select(PARAGRAPHS), 1..5),
        marks in vec((any::<prop::sample::Index>(), select(MARKS)), 0..8),
        language in select(vec![Language::English, Language::German, Language::French]),
    ) {
        let text = with_marks(&paragraphs.join("\n\n"), &marks);
        let options = Options::new().language(Some(language)).layers(&[&copydesk::quotations::LAYER]);
        let document = options.parse(&Source::new(text.into_bytes()).expect("short"));
        let blocks: Vec<_> = document.blocks().collect();
        let rows: Vec<_> = document.quotations().collect();
        let is_mark = |c: char| "\"“”‘’'«»„`‹›".contains(c);
        for (number, row) in rows.iter().enumerate() {
            let block = &blocks[row.block as usize];
            let content = block.text();
            prop_assert!(content.covers(row.text), "{:?} in {:?}", row.text, content);
            let words = document.slice(row.text);
            prop_assert!(words.starts_with(is_mark) || row.continues.is_some());
            let rest = &document.text()[row.text.end() as usize..content.end() as usize];
            prop_assert!(words.ends_with(is_mark) || rest.trim().is_empty(), "{words:?} stops before its end");
            prop_assert!(row.continues.is_none_or(|before| (before as usize) < number));
            prop_assert!(row.speaker.is_some() || row.antecedent.is_none());
        }
    }

    /// One mark too many in one paragraph leaves the quotations of the others as they are.
    #[test]
    fn a_stray_mark_swallows_no_other_paragraph(
        place in any::<prop::sample::Index>(),
        mark in select(vec!["\"", "“", "”", "'", "‘", "’"]),
    ) {
        let (first, middle, last) = (PARAGRAPHS[0], PARAGRAPHS[2], PARAGRAPHS[1]);
        let broken = with_marks(middle, &[(place, mark)]);
        let rows = |text: String| {
            let options = Options::new().language(Some(Language::English)).layers(&[&copydesk::quotations::LAYER]);
            let document = options.parse(&Source::new(text.into_bytes()).expect("short"));
            let rows: Vec<(String, Option<String>)> = document
                .quotations()
                .map(|row| (document.slice(row.text).to_owned(), row.speaker.map(|speaker| speaker.name)))
                .collect();
            rows
        };
        let whole = rows(format!("{first}\n\n{middle}\n\n{last}"));
        let found = rows(format!("{first}\n\n{broken}\n\n{last}"));
        prop_assert_eq!(&whole[..2], &found[..2]);
        prop_assert_eq!(&whole[whole.len() - 2..], &found[found.len() - 2..]);
    }
}
