//! How well damage is found again: `cargo run -p copydesk-tests --bin damage -- [--show] [--count N] [--seed N] [--record]`.
//!
//! `--show` lists what was missed and what was changed by mistake; `--record` makes the figures the ones that the test holds to.

use anyhow::{Context, Result};
use copydesk_tests::damage::measure::{Plan, measure};
use copydesk_tests::damage::reading;
use copydesk_tests::damage::record::{self, DamageRecord};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut plan = Plan::default();
    let number = |name: &str| -> Result<Option<u64>> {
        let Some(at) = arguments.iter().position(|argument| argument == name) else { return Ok(None) };
        let value = arguments.get(at + 1).with_context(|| format!("{name} needs a number"))?;
        Ok(Some(value.parse().with_context(|| format!("{name} {value}"))?))
    };
    if let Some(count) = number("--count")? {
        plan.count = count as usize;
    }
    if let Some(seed) = number("--seed")? {
        plan.seed = seed;
    }
    let measure = measure(plan, reading::copydesk)?;
    if arguments.iter().any(|argument| argument == "--show") {
        measure.damaged.missed.iter().for_each(|line| println!("missed\t{line}"));
        measure.damaged.wrong.iter().for_each(|line| println!("wrong\t{line}"));
        measure.clean.wrong.iter().for_each(|line| println!("wrong\t{line}"));
    }
    measure.print();
    if arguments.iter().any(|argument| argument == "--record") {
        record::save("damage", &DamageRecord::from(&measure))?;
    }
    Ok(())
}
