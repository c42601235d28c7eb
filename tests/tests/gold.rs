//! Gold, where it is. Repairs: what is well-formed stays, and no script of four lines is more precise. Layers: none falls below what is
//! recorded.

use anyhow::{Context, Result};
use copydesk::Risk;
use copydesk_tests::corpus;
use copydesk_tests::damage::tally::share;
use copydesk_tests::gold::sentences::{self, HOW, READINGS, SETS, Score};
use copydesk_tests::gold::{self, MOJIBAKE, Mojibake, Reader, WHITE_SPACE};

#[test]
fn well_formed_text_stays() -> Result<()> {
    let Some(folder) = corpus::folder_or_skip() else { return Ok(()) };
    for file in MOJIBAKE {
        let Some(cases) = gold::cases(&folder, file)? else { continue };
        let Mojibake { changed, .. } = Mojibake::of(&cases, gold::risks(file))?;
        assert!(changed.is_empty(), "{file}:\n{}", changed.join("\n"));
    }
    Ok(())
}

#[test]
fn safe_repairs_are_more_precise_than_a_script() -> Result<()> {
    let Some(folder) = corpus::folder_or_skip() else { return Ok(()) };
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
fn sentences_are_found_as_well_as_recorded() -> Result<()> {
    let Some(folder) = corpus::folder_or_skip() else { return Ok(()) };
    let recorded = sentences::recorded()?;
    let mut falls = Vec::new();
    for set in SETS {
        let Some(paragraphs) = sentences::paragraphs(&folder, set)? else { continue };
        for reading in READINGS {
            let name = sentences::name(set, reading);
            let now = Score::of(&paragraphs, |text| reading.read(text))?;
            let before = recorded.get(&name).with_context(|| format!("{name} is not recorded: {HOW}"))?;
            if now.exact < before.exact || now.f1() < before.f1() - 1e-9 {
                falls.push(format!("{name}: {now:?} after {before:?}"));
            }
        }
    }
    assert!(falls.is_empty(), "if it is meant to be: {HOW}\n{}", falls.join("\n"));
    Ok(())
}
