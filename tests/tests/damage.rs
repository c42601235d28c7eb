//! Damage is found again as well as recorded, and nothing else is touched; the measure itself can tell good from bad.

use anyhow::Result;
use copydesk::{Options, Source};
use copydesk_tests::damage::form::Form;
use copydesk_tests::damage::make::{self, Mode};
use copydesk_tests::damage::measure::{self, ENGLISH, Plan};
use copydesk_tests::damage::record::DamageRecord;
use copydesk_tests::damage::tally::share;
use copydesk_tests::damage::{Kind, RULES, Told, reading};
use copydesk_tests::record;

#[test]
fn no_worse_than_recorded() -> Result<()> {
    let now = DamageRecord::new(&measure::at_every_risk(Plan::default())?);
    let recorded = record::load::<DamageRecord>("damage")?;
    let falls = now.falls(&recorded);
    assert!(falls.is_empty(), "{} figures fell:\n{}", falls.len(), falls.join("\n"));
    Ok(())
}

#[test]
fn every_form_is_the_envelope_that_it_is_named_for() -> Result<()> {
    for article in make::articles()? {
        for form in Form::ALL {
            let dressed = form.dress(&article.text);
            let clean = make::clean(&dressed, form);
            let source = Source::new(clean.text.into_bytes())?;
            let name = Options::new().parse(&source).envelope().name();
            assert_eq!(name, form.name(), "{}", article.name);
        }
    }
    Ok(())
}

#[test]
fn a_perfect_reader_gets_full_marks_and_there_is_enough_to_measure() -> Result<()> {
    let measure = measure::measure(Plan::default(), reading::perfect)?;
    for kind in Kind::ALL {
        let put = measure.languages[ENGLISH].of_kind(kind).put_all;
        assert!(put >= 70, "{}: {put}", kind.name());
    }
    for language in make::LANGUAGES {
        let all = measure.languages[language].in_all();
        assert!(all.put >= 300, "{language}: {all:?}");
    }
    assert!(measure.clean.friends_in_all().0 >= Form::ALL.len() * 1000, "{:?}", measure.clean.friends);
    for tally in measure.languages.values() {
        for kind in Kind::ALL {
            let found = tally.of_kind(kind);
            assert_eq!((found.found, found.found_all), (found.put, found.put_all), "{}", kind.name());
        }
        assert!(tally.told.values().all(|outcomes| outcomes.wrong + outcomes.left == 0), "{:?}", tally.told);
    }
    assert_eq!(measure.damaged.made_in_all().wrong, 0, "{:?}", measure.damaged.wrong.first());
    assert_eq!(measure.damaged.friends_in_all().1, 0);
    assert_eq!(measure.clean.made_in_all().wrong, 0);
    Ok(())
}

#[test]
fn a_naive_reader_is_seen_through() -> Result<()> {
    let measure = measure::measure(Plan { every: 3, ..Plan::default() }, reading::naive)?;
    let english = &measure.languages[ENGLISH];
    // It finds most of what there is to be found.
    for rule in RULES {
        let found = english.of_rule(rule);
        assert!(share(found.found_all, found.put_all) > 0.4, "{rule}: {found:?}");
    }
    let found = english.in_all();
    assert!(share(found.found, found.put) > 0.8, "{found:?}");
    // It does not see what it harms.
    for rule in ["spaced-hyphen", "spaced-digits", "spaced-punctuation", "column-break", "hard-wrap", "drop-cap"] {
        let made = english.made_by(rule);
        assert!(made.precision() < 0.9, "{rule}: {made:?}");
    }
    // It joins no word that a space has cut, and joins every compound that a line end has.
    assert!(english.of_kind(Kind::Joined).found_all == 0 && english.of_kind(Kind::LineKept).found_all == 0);
    assert!(english.told[&Told::Spaced].accuracy() < 0.8 && english.told[&Told::LineEnd].accuracy() < 0.9);
    assert!(measure.clean.made_in_all().wrong > 500);
    assert!(measure.damaged.friends_in_all().1 > 500);
    Ok(())
}

#[test]
fn damage_is_the_same_every_time_and_can_be_undone() -> Result<()> {
    for article in make::articles()? {
        for form in Form::ALL {
            let dressed = form.dress(&article.text);
            let spots = make::spots(&dressed);
            for mode in Mode::ALL.into_iter().step_by(3) {
                let damaged = make::damage(&article.name, &dressed, form, mode, &spots, (3, 7));
                assert_eq!(damaged.text, make::damage(&article.name, &dressed, form, mode, &spots, (3, 7)).text);
                assert_eq!(damaged.restored(), dressed.text, "{}", article.name);
            }
        }
    }
    Ok(())
}
