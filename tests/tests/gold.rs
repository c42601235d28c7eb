//! Repairs against gold, where it is: what is well-formed stays, and no script of four lines is more precise.

use anyhow::Result;
use copydesk::Risk;
use copydesk_tests::corpus;
use copydesk_tests::damage::tally::share;
use copydesk_tests::gold::{self, MOJIBAKE, Mojibake, Reader, WHITE_SPACE, figures};

#[test]
fn well_formed_text_stays() -> Result<()> {
    let Some(folder) = corpus::folder() else { return Ok(()) };
    for file in MOJIBAKE {
        let Some(cases) = gold::cases(&folder, file)? else { continue };
        let Mojibake { changed, .. } = Mojibake::of(&cases, gold::risks(file))?;
        assert!(changed.is_empty(), "{file}:\n{}", changed.join("\n"));
    }
    Ok(())
}

#[test]
fn safe_repairs_are_more_precise_than_a_script() -> Result<()> {
    let Some(folder) = corpus::folder() else { return Ok(()) };
    for collection in WHITE_SPACE {
        let Some(documents) = gold::documents(&folder, collection)? else { continue };
        let safe = gold::score(&documents, Reader::Copydesk(Risk::Safe));
        let script = gold::score(&documents, Reader::Script);
        for (safe, script) in safe.iter().zip(script) {
            let precision = |score: gold::Score| share(score.right, score.right + score.wrong);
            assert!(precision(*safe) >= precision(script), "{collection}: {safe:?}, {script:?}");
        }
    }
    Ok(())
}

#[test]
fn figures_are_read_as_well_as_recorded() -> Result<()> {
    let Some(folder) = corpus::folder() else { return Ok(()) };
    let recorded = figures::recorded()?;
    let mut falls = Vec::new();
    for (name, score) in figures::scores(&folder)? {
        let Some(before) = recorded.get(&name) else { continue };
        let now = score.count();
        let f1 = |count: &figures::Count| share(2 * count.spans, count.labelled + count.found);
        if f1(&now) < f1(before) - 1e-9 || now.values < before.values {
            falls.push(format!("{name}: {now:?} after {before:?}"));
        }
    }
    assert!(falls.is_empty(), "if it is meant to be: {}\n{}", figures::HOW, falls.join("\n"));
    Ok(())
}
