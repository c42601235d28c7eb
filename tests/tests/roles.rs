//! The roles of labelled articles do not get worse than was recorded.

use copydesk_tests::labels::{self, Agreement};
use copydesk_tests::record::{Figures, HOW};

#[test]
fn roles_do_not_fall_below_the_record() -> anyhow::Result<()> {
    let Some(recorded) = Figures::recorded()? else {
        println!("skipped: nothing is recorded yet; to record: {HOW}");
        return Ok(());
    };
    let Some(folder) = copydesk_tests::corpus::folder() else {
        println!("skipped: COPYDESK_CORPUS does not name a folder of real articles");
        return Ok(());
    };
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
