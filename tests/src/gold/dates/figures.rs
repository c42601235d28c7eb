//! The figures of the layer, and those that are recorded.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use crate::record;

use super::{HALVES, Score, cases, labelled, left_out, read, score};

/// What later versions must not fall below.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// The specification, without what is left out.
    pub specification: Score,
    /// All of the specification.
    pub all: Score,
    /// The labelled places, by half: by what the text alone says, and with the day given.
    pub labelled: BTreeMap<String, [Score; 2]>,
}

impl Figures {
    /// The figures of this version; none where the folder has not all it takes.
    ///
    /// # Errors
    /// If the gold or the records cannot be read.
    pub fn of(folder: &Path) -> Result<Option<Self>> {
        let Some(cases) = cases(folder)? else { return Ok(None) };
        let (mut specification, mut all) = (Score::default(), Score::default());
        for case in &cases {
            let score = score(case, &read(case)?);
            all.add(score);
            if left_out(case).is_none() {
                specification.add(score);
            }
        }
        let mut halves = BTreeMap::new();
        for half in HALVES {
            let Some(labelled) = labelled(folder, half)? else { return Ok(None) };
            halves.insert(half.to_owned(), [labelled.score, labelled.resolved]);
        }
        Ok(Some(Self { specification, all, labelled: halves }))
    }

    /// The recorded figures.
    ///
    /// # Errors
    /// If they cannot be read.
    pub fn recorded() -> Result<Self> {
        record::load("dates")
    }

    /// Writes them down in place of those that are recorded.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn record(&self) -> Result<()> {
        record::save("dates", self)
    }

    /// Where these figures are below the recorded ones, in words.
    #[must_use]
    pub fn falls(&self, recorded: &Self) -> Vec<String> {
        let mut falls = Vec::new();
        let mut compare = |name: &str, now: &Score, before: &Score| {
            let share = |score: &Score| score.valued as f64 / score.compared.max(1) as f64;
            for (what, now, before) in [("spans", now.f1(), before.f1()), ("values", share(now), share(before))] {
                if now < before - 1e-9 {
                    falls.push(format!("{what} of {name} fell from {before:.4} to {now:.4}"));
                }
            }
        };
        compare("the specification", &self.specification, &recorded.specification);
        compare("all of the specification", &self.all, &recorded.all);
        for (half, before) in &recorded.labelled {
            let Some(now) = self.labelled.get(half) else { continue };
            compare(&format!("the half {half}"), &now[0], &before[0]);
            compare(&format!("the half {half} with its day"), &now[1], &before[1]);
        }
        falls
    }
}
