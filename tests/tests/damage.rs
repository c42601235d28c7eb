//! Damage is found again as well as recorded, and nothing else is touched; the measure itself can tell good from bad.

use anyhow::Result;
use copydesk_tests::damage::measure::{Measure, Plan, measure};
use copydesk_tests::damage::record::{self, DamageRecord};
use copydesk_tests::damage::tally::share;
use copydesk_tests::damage::{RULES, make, reading};

#[test]
fn no_worse_than_recorded() -> Result<()> {
    let now = DamageRecord::from(&measure(Plan::default(), reading::copydesk)?);
    let Some(recorded) = record::load::<DamageRecord>("damage")? else {
        // Figures can only be recorded once there are rules; from then on they must be.
        assert!(now.rules.iter().all(|rule| rule.right == 0), "run the bin `damage` with --record");
        return Ok(());
    };
    let falls = now.falls(&recorded);
    assert!(falls.is_empty(), "{}", falls.join("\n"));
    Ok(())
}

#[test]
fn there_is_enough_to_measure() -> Result<()> {
    let Measure { damaged, clean, .. } = measure(Plan::default(), reading::perfect)?;
    for rule in RULES {
        assert!(damaged.of_rule(rule).put >= 300, "{rule}: {:?}", damaged.of_rule(rule));
    }
    // Each article is read in two forms.
    assert!(clean.friends_in_all().0 >= 2 * 1000, "{:?}", clean.friends);
    Ok(())
}

#[test]
fn a_perfect_reader_gets_full_marks() -> Result<()> {
    let measure = measure(Plan::default(), reading::perfect)?;
    let found = measure.damaged.in_all();
    assert_eq!((found.found, found.found_all), (found.put, found.put_all));
    assert_eq!(measure.damaged.made_in_all().wrong, 0, "{:?}", measure.damaged.wrong.first());
    assert_eq!(measure.damaged.friends_in_all().1, 0);
    Ok(())
}

#[test]
fn a_naive_reader_is_seen_through() -> Result<()> {
    let measure = measure(Plan::default(), reading::naive)?;
    let found = measure.damaged.in_all();
    assert!(share(found.found, found.put) > 0.95, "{found:?}");
    let made = measure.damaged.made_in_all();
    assert!(share(made.right, made.right + made.wrong) < 0.6, "{made:?}");
    for rule in ["spaced-hyphen", "column-break"] {
        let made = measure.damaged.made_by(rule);
        assert!(share(made.right, made.right + made.wrong) < 0.9, "{rule}: {made:?}");
    }
    assert!(measure.clean.made_in_all().wrong > 500);
    assert!(measure.damaged.friends_in_all().1 > 1000);
    Ok(())
}

#[test]
fn damage_is_the_same_every_time_and_can_be_undone() -> Result<()> {
    for article in make::articles()? {
        for form in make::Form::ALL {
            let clean = form.dress(&article.text);
            for mode in make::Mode::ALL {
                let damaged = make::damage(&article.name, &clean, mode, 3, 7);
                assert_eq!(damaged.text, make::damage(&article.name, &clean, mode, 3, 7).text);
                let mut restored = String::new();
                let mut at = 0;
                for damage in &damaged.damages {
                    restored += &damaged.text[at..damage.start];
                    restored += damage.clean;
                    at = damage.end;
                }
                restored += &damaged.text[at..];
                assert_eq!(restored, clean, "{}", article.name);
            }
        }
    }
    Ok(())
}
