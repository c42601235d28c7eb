//! How well damage is found again:
//! `cargo run -p copydesk-tests --bin damage -- [--show [RULE]] [--json | --markdown] [--count N] [--seed N] [--record]`.
//!
//! `--show` lists what was missed at `safe` and at `likely`, and what was changed by mistake at each risk, of one rule or class or of all; `--json` prints
//! the figures instead of the tables, `--markdown` the table by rule; `--record` makes the figures the ones that the test holds to.

use anyhow::{Context, Result};
use copydesk::Risk;
use copydesk_tests::damage::measure::{self, Plan};
use copydesk_tests::damage::record::{self, DamageRecord};
use copydesk_tests::damage::tables;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let after = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).map(String::as_str)
    };
    let mut plan = Plan::default();
    let number = |name: &str| -> Result<Option<u64>> {
        if !has(name) {
            return Ok(None);
        }
        let value = after(name).with_context(|| format!("{name} needs a number"))?;
        Ok(Some(value.parse().with_context(|| format!("{name} {value}"))?))
    };
    if let Some(count) = number("--count")? {
        plan.count = count as usize;
    }
    if let Some(seed) = number("--seed")? {
        plan.seed = seed;
    }
    let measures = measure::at_every_risk(plan)?;
    if has("--show") {
        let wanted = after("--show").filter(|word| !word.starts_with("--"));
        let show = |risk: Risk, what: &str, line: &str| {
            if wanted.is_none_or(|wanted| line.split('\t').nth(1).is_some_and(|name| name.contains(wanted))) {
                println!("{}\t{what}\t{line}", risk.name());
            }
        };
        for (risk, measure) in &measures {
            if *risk != Risk::All {
                measure.damaged.missed.iter().for_each(|line| show(*risk, "missed", line));
            }
            measure.damaged.wrong.iter().chain(&measure.clean.wrong).for_each(|line| show(*risk, "wrong", line));
        }
    }
    let figures = DamageRecord::new(&measures);
    if has("--json") {
        println!("{}", serde_json::to_string_pretty(&figures)?);
    } else if has("--markdown") {
        tables::markdown(&measures);
    } else {
        tables::print(&measures);
    }
    if has("--record") {
        record::save("damage", &figures)?;
    }
    Ok(())
}
