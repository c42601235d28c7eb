//! # spaced-bracket

use super::{Article, Outcome, Rule, RuleKind, Spot, Tally};

/// The rule `spaced-bracket`.
pub(crate) static RULE: Rule =
    Rule { name: "spaced-bracket", page: include_str!("spaced_bracket.rs"), kind: RuleKind::Repair { find, decide } };

fn find(_article: &Article<'_>, _spots: &mut Vec<Spot>) {}

fn decide(_spot: &Spot, _tally: &Tally) -> Outcome {
    Outcome::Leave
}
