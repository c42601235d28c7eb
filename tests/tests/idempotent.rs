//! Each rule alone: what it repaired it does not repair again, in damaged articles of every form and language.

use std::cell::RefCell;
use std::collections::BTreeMap;

use anyhow::Result;
use copydesk::{Options, RULES, Repairs, Risk, RuleSet, Source};
use copydesk_tests::damage::measure::{self, Plan};
use copydesk_tests::damage::{Damaged, reading};
use copydesk_tests::laws;

/// Every so many articles are read, each damaged in every mode.
const EVERY: usize = 3;
/// So many documents at least try each rule that the damage is made for.
const ENOUGH: usize = 20;

#[test]
fn every_rule_is_idempotent() -> Result<()> {
    let (failures, tried) = (RefCell::new(Vec::new()), RefCell::new(BTreeMap::new()));
    measure::measure(Plan { every: EVERY, ..Plan::default() }, |damaged| {
        try_rules(damaged, &mut failures.borrow_mut(), &mut tried.borrow_mut());
        reading::perfect(damaged)
    })?;
    let failures = failures.into_inner();
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    let tried = tried.into_inner();
    let few =
        |rule: &&&copydesk::Rule| !rule.is_decoding() && tried.get(rule.name()).is_none_or(|&count| count < ENOUGH);
    let few: Vec<&str> = RULES.iter().filter(few).map(|rule| rule.name()).collect();
    assert_eq!(few, ["drop-cap"], "the articles have too few places for them");
    Ok(())
}

/// Tries each rule that makes a repair among all others, with nothing but itself.
fn try_rules(damaged: &Damaged, failures: &mut Vec<String>, tried: &mut BTreeMap<&'static str, usize>) {
    let source = Source::new(damaged.text.clone().into_bytes()).expect("an article fits a source");
    let together = Options::new().repairs(Risk::All).parse(&source);
    for rule in RULES {
        let made = together.repairs().any(|repair| repair.rules().contains(rule));
        if !made || rule.is_decoding() {
            continue;
        }
        *tried.entry(rule.name()).or_default() += 1;
        for risk in Risk::ALL {
            let options = Options::new().repairs(Repairs::up_to(risk).only(RuleSet::of(rule)));
            if let Err(broken) = laws::stable(&options.parse(&source), &options) {
                failures.push(format!("{} up to {}: {broken}", rule.name(), risk.name()));
            }
        }
    }
}
