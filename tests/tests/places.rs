//! Places against labels, where the articles are: the figures do not fall below those that are recorded.

use anyhow::{Context, Result};
use copydesk_tests::corpus;
use copydesk_tests::gold::places;

#[test]
fn places_are_found_no_worse_than_before() -> Result<()> {
    let Some(folder) = corpus::folder_or_skip() else { return Ok(()) };
    let Some((now, _)) = places::score(&folder)? else { return Ok(()) };
    let recorded = places::recorded()?;
    for (draw, now) in now {
        let before = recorded.get(&draw).with_context(|| format!("{draw} is not recorded"))?;
        assert!(now.precision() >= before.precision() - 1e-9, "{draw}: {now:?} after {before:?}");
        assert!(now.recall() >= before.recall() - 1e-9, "{draw}: {now:?} after {before:?}");
    }
    Ok(())
}
