//! How long articles are: the characters of what one reads, by the step that they fall into.

use copydesk::Document;
use serde_json::{Value, json};

/// Where each step begins. They widen with what they hold: an agency's lines and a weekend magazine's pages are both in one picture.
const STEPS: [u64; 13] = [0, 1, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 1_000_000];

/// How many articles there are of each length.
#[derive(Clone, Debug, Default)]
pub(super) struct Lengths([u64; STEPS.len()]);

/// The characters of what one reads of a document.
pub(super) fn characters(document: &Document) -> u64 {
    document.body_parts().map(|part| part.chars().count() as u64).sum()
}

impl Lengths {
    pub(super) fn add(&mut self, characters: u64) {
        self.0[STEPS.partition_point(|step| *step <= characters) - 1] += 1;
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(own, other)| *own += other);
    }

    /// The steps from the first to the last that has articles: where each begins, where the next one does, and how many there are.
    pub(super) fn steps(&self) -> impl Iterator<Item = (u64, Option<u64>, u64)> {
        let first = self.0.iter().position(|count| *count > 0).unwrap_or(0);
        let behind = self.0.iter().rposition(|count| *count > 0).map_or(0, |last| last + 1);
        (first..behind).map(|at| (STEPS[at], STEPS.get(at + 1).copied(), self.0[at]))
    }

    pub(super) fn json(&self) -> Value {
        let step = |(from, next, articles): (u64, Option<u64>, u64)| json!({ "from": from, "below": next, "articles": articles });
        self.steps().map(step).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_has_its_step() {
        let mut lengths = Lengths::default();
        for length in [100, 199, 200, 499, 1_500, 3_000_000] {
            lengths.add(length);
        }
        let steps: Vec<_> = lengths.steps().collect();
        assert_eq!(steps[..3], [(100, Some(200), 2), (200, Some(500), 2), (500, Some(1_000), 0)]);
        assert_eq!(steps.last(), Some(&(1_000_000, None, 1)));
        lengths.add(0);
        lengths.add(99);
        assert_eq!(lengths.steps().take(2).collect::<Vec<_>>(), [(0, Some(1), 1), (1, Some(100), 1)]);
        assert_eq!(Lengths::default().steps().count(), 0);
    }
}
