//! Abbreviations against gold, where it is: no worse than recorded.

use anyhow::{Context, Result};
use copydesk_tests::corpus;
use copydesk_tests::gold::abbreviations::{self as gold, HOW};

/// By how much a share may fall before it counts.
const SLACK: f64 = 0.002;

#[test]
fn abbreviations_are_no_worse_than_recorded() -> Result<()> {
    let Some(folder) = corpus::folder_or_skip() else { return Ok(()) };
    let recorded = gold::recorded()?;
    for (name, score) in gold::scores(&folder)? {
        let before = recorded.get(&name).with_context(|| format!("{name} is not recorded: {HOW}"))?;
        let precision = before.right as f64 / (before.right + before.wrong).max(1) as f64;
        let recall = before.right as f64 / (before.right + before.missed).max(1) as f64;
        assert!(
            score.precision() >= precision - SLACK,
            "{name}: precision {} after {precision}: {HOW}",
            score.precision()
        );
        assert!(score.recall() >= recall - SLACK, "{name}: recall {} after {recall}: {HOW}", score.recall());
    }
    Ok(())
}
