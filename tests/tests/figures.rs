//! Figures against gold and labels, as well as recorded.

use anyhow::{Context, Result};
use copydesk_tests::corpus;
use copydesk_tests::damage::tally::share;
use copydesk_tests::gold::figures;

#[test]
fn figures_are_read_as_well_as_recorded() -> Result<()> {
    let Some(folder) = corpus::folder_or_skip() else { return Ok(()) };
    let recorded = figures::recorded()?;
    let mut falls = Vec::new();
    for (name, score) in figures::scores(&folder)? {
        let before = recorded.get(&name).with_context(|| format!("{name} is not recorded: {}", figures::HOW))?;
        let now = score.count();
        let f1 = |count: &figures::Count| share(2 * count.spans, count.labelled + count.found);
        if f1(&now) < f1(before) - 1e-9 || now.values < before.values {
            falls.push(format!("{name}: {now:?} after {before:?}"));
        }
    }
    assert!(falls.is_empty(), "if it is meant to be: {}\n{}", figures::HOW, falls.join("\n"));
    Ok(())
}
