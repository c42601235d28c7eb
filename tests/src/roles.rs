//! Recorded figures of the roles: what later versions must not fall below.

use std::collections::BTreeMap;

use anyhow::Result;
use copydesk::Role;
use serde::{Deserialize, Serialize};

use crate::labels::Agreement;
use crate::record;

/// How to record anew, for messages.
pub const HOW: &str = "cargo run --release -p copydesk-tests --bin roles -- report --record";

/// The figures of one half of the labelled articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// The half.
    pub half: String,
    /// How many articles it has.
    pub articles: usize,
    /// The lines of each role.
    pub roles: BTreeMap<String, Count>,
    /// Headlines: labelled articles, and those where it was found.
    pub headlines: Count,
    /// Authors: labelled, and found.
    pub authors: Count,
}

/// Lines of one role; for headlines and authors, `found` is `both` and the articles with a wrong one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// How many are labelled so.
    pub labelled: usize,
    /// How many were found so.
    pub found: usize,
    /// How many are both.
    pub both: usize,
}

impl Count {
    fn shares(self) -> [(&'static str, f64); 2] {
        // Nothing labelled or nothing found is nothing wrong.
        let share = |of: usize| if of == 0 { 1.0 } else { self.both as f64 / of as f64 };
        [("recall", share(self.labelled)), ("precision", share(self.found))]
    }
}

impl Figures {
    /// The figures of an agreement.
    #[must_use]
    pub fn of(half: &str, agreement: &Agreement) -> Self {
        let count = |role: &Role| {
            let (labelled, found, both) = agreement.recall_precision(role.name());
            (role.name().to_owned(), Count { labelled, found, both })
        };
        let roles = Role::ALL.iter().map(count).filter(|(_, count)| count.labelled + count.found > 0).collect();
        let with_wrong = |(labelled, both): (usize, usize), wrong: usize| Count { labelled, found: both + wrong, both };
        Self {
            half: half.to_owned(),
            articles: agreement.articles,
            roles,
            headlines: with_wrong(agreement.headline, agreement.wrong_headline.len()),
            authors: with_wrong(agreement.authors, agreement.wrong_author.len()),
        }
    }

    /// The recorded figures.
    ///
    /// # Errors
    /// If they cannot be read.
    pub fn recorded() -> Result<Self> {
        record::load("roles")
    }

    /// Writes them down in place of those that are recorded.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn record(&self) -> Result<()> {
        record::save("roles", self)
    }

    /// Where these figures are below the recorded ones, in words.
    #[must_use]
    pub fn falls(&self, recorded: &Self) -> Vec<String> {
        let now = |role: &str| self.roles.get(role).copied().unwrap_or_default();
        let roles = recorded.roles.iter().map(|(role, &count)| (role.as_str(), count, now(role)));
        let others = [("headlines", recorded.headlines, self.headlines), ("authors", recorded.authors, self.authors)];
        let mut falls = Vec::new();
        for (name, before, after) in roles.chain(others) {
            for ((what, before), (_, after)) in before.shares().into_iter().zip(after.shares()) {
                if after < before - 1e-9 {
                    falls.push(format!("{what} of {name} fell from {before:.4} to {after:.4}"));
                }
            }
        }
        falls
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fall_is_told_and_a_rise_is_not() {
        let figures = |found, both| Figures {
            half: "tune".into(),
            articles: 1,
            roles: [("headline".to_owned(), Count { labelled: 10, found, both })].into(),
            headlines: Count::default(),
            authors: Count::default(),
        };
        assert_eq!(figures(9, 9).falls(&figures(9, 8)), [""; 0]);
        assert_eq!(figures(8, 7).falls(&figures(8, 8)).len(), 2);
    }
}
