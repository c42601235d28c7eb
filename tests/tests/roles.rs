//! The roles of labelled articles do not get worse than was recorded.

use copydesk_tests::corpus;
use copydesk_tests::labels::{self, Agreement};
use copydesk_tests::roles::{Figures, HOW};

#[test]
fn roles_do_not_fall_below_the_record() -> anyhow::Result<()> {
    let Some(folder) = corpus::folder_or_skip() else { return Ok(()) };
    let recorded = Figures::recorded()?;
    let mut agreement = Agreement::default();
    for (labelled, bytes) in labels::load(&folder)? {
        if labelled.half == recorded.half {
            agreement.add(&labelled, &bytes)?;
        }
    }
    let falls = Figures::of(&recorded.half, &agreement).falls(&recorded);
    assert!(falls.is_empty(), "{}\nIf this is meant, record anew and say why in the commit: {HOW}", falls.join("\n"));
    Ok(())
}
