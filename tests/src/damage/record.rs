//! Recorded figures in `tests/records/`: a measure may rise above its record and never fall below it.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::RULES;
use super::measure::Measure;
use super::tally::share;

/// What every rule must find of its damage, in documents that show the family.
pub const RECALL: f64 = 0.95;

/// How many of its repairs must be right.
pub const PRECISION: f64 = 0.995;

/// The figures of one rule.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RuleRecord {
    /// The rule.
    pub rule: String,
    /// Damages in documents that show the family.
    pub put: usize,
    /// Of these, undone.
    pub found: usize,
    /// Damages in any document.
    pub put_all: usize,
    /// Of these, undone.
    pub found_all: usize,
    /// Repairs that give back the clean text.
    pub right: usize,
    /// Repairs that do not.
    pub wrong: usize,
}

/// The figures of a measure.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DamageRecord {
    /// By rule.
    pub rules: Vec<RuleRecord>,
    /// False friends in the clean documents.
    pub friends: usize,
    /// Of those in damaged documents, changed.
    pub friends_changed: usize,
    /// Repairs in clean documents.
    pub clean_changed: usize,
    /// Repairs in damaged documents that are wrong, whatever their rule.
    pub wrong: usize,
}

impl From<&Measure> for DamageRecord {
    fn from(measure: &Measure) -> Self {
        let all = &measure.damaged;
        let rules = RULES.into_iter().map(|rule| {
            let (found, made) = (all.of_rule(rule), all.made_by(rule));
            RuleRecord {
                rule: rule.to_owned(),
                put: found.put,
                found: found.found,
                put_all: found.put_all,
                found_all: found.found_all,
                right: made.right,
                wrong: made.wrong,
            }
        });
        Self {
            rules: rules.collect(),
            friends: measure.clean.friends_in_all().0,
            friends_changed: all.friends_in_all().1,
            clean_changed: measure.clean.made_in_all().wrong,
            wrong: all.made_in_all().wrong,
        }
    }
}

impl DamageRecord {
    /// What is worse than in the record, or below what every rule must reach.
    #[must_use]
    pub fn falls(&self, recorded: &Self) -> Vec<String> {
        const SLACK: f64 = 1e-9;
        let mut falls = Vec::new();
        let mut least = |what: String, now: f64, then: f64| {
            if now + SLACK < then {
                falls.push(format!("{what}: {now:.4}, was to be {then:.4} or more"));
            }
        };
        for (now, then) in self.rules.iter().zip(&recorded.rules) {
            let rule = &now.rule;
            least(format!("recall of {rule}"), share(now.found, now.put), share(then.found, then.put).max(RECALL));
            let all = (share(now.found_all, now.put_all), share(then.found_all, then.put_all));
            least(format!("recall of {rule} anywhere"), all.0, all.1);
            let precision = |record: &RuleRecord| share(record.right, record.right + record.wrong);
            least(format!("precision of {rule}"), precision(now), precision(then).max(PRECISION));
        }
        for (what, now, then) in [
            ("false friends changed", self.friends_changed, recorded.friends_changed),
            ("repairs in clean text", self.clean_changed, recorded.clean_changed),
            ("wrong repairs", self.wrong, recorded.wrong),
        ] {
            if now > then {
                falls.push(format!("{what}: {now}, was to be {then} or fewer"));
            }
        }
        falls
    }
}

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("records").join(format!("{name}.json"))
}

/// The record of this name, if there is one yet.
///
/// # Errors
/// If it is there and cannot be read.
pub fn load<T: DeserializeOwned>(name: &str) -> Result<Option<T>> {
    let path = path(name);
    if !path.exists() {
        return Ok(None);
    }
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    Ok(Some(serde_json::from_str(&text).with_context(|| path.display().to_string())?))
}

/// Writes the record of this name.
///
/// # Errors
/// If it cannot be written.
pub fn save<T: Serialize>(name: &str, record: &T) -> Result<()> {
    let path = path(name);
    std::fs::create_dir_all(path.parent().unwrap_or(&path))?;
    std::fs::write(&path, serde_json::to_string_pretty(record)? + "\n").with_context(|| path.display().to_string())
}
