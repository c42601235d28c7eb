//! Dates against gold and labels, where they are: the figures do not fall below those that are recorded.

use anyhow::Result;
use copydesk_tests::corpus;
use copydesk_tests::gold::dates::Figures;

#[test]
fn dates_are_read_no_worse_than_before() -> Result<()> {
    let Some(folder) = corpus::folder_or_skip() else { return Ok(()) };
    let Some(figures) = Figures::of(&folder)? else { return Ok(()) };
    let falls = figures.falls(&Figures::recorded()?);
    assert!(falls.is_empty(), "{}", falls.join("\n"));
    Ok(())
}
