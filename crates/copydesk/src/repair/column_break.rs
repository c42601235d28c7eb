//! # column-break

use super::{Article, Outcome, Rule, RuleKind, Spot, Tally};

/// The rule `column-break`.
pub(crate) static RULE: Rule =
    Rule { name: "column-break", page: include_str!("column_break.rs"), kind: RuleKind::Repair { find, decide } };

fn find(_article: &Article<'_>, _spots: &mut Vec<Spot>) {}

fn decide(_spot: &Spot, _tally: &Tally) -> Outcome {
    Outcome::Leave
}
