//! # spaced-currency

use super::{Article, Outcome, Rule, RuleKind, Spot, Tally};

/// The rule `spaced-currency`.
pub(crate) static RULE: Rule =
    Rule { name: "spaced-currency", page: include_str!("spaced_currency.rs"), kind: RuleKind::Repair { find, decide } };

fn find(_article: &Article<'_>, _spots: &mut Vec<Spot>) {}

fn decide(_spot: &Spot, _tally: &Tally) -> Outcome {
    Outcome::Leave
}
