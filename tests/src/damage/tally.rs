//! What was found, missed and changed by mistake, counted.

use std::collections::BTreeMap;

use super::friends::{Friend, Shape};
use super::reading::Reading;
use super::{Damaged, Kind, RULES};

/// How many places a document must show of a family before a repair can be asked for.
///
/// The families are spaces put after `-`, a currency sign or `(`, together; and column breaks.
pub const SHOWS: usize = 3;

/// Damages put in and found again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Put in, in documents that show the family.
    pub put: usize,
    /// Of these, undone exactly.
    pub found: usize,
    /// Put in, in any document.
    pub put_all: usize,
    /// Of these, undone exactly.
    pub found_all: usize,
}

/// Repairs made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Those that give back the clean text.
    pub right: usize,
    /// Those that do not.
    pub wrong: usize,
}

impl std::iter::Sum for Found {
    fn sum<I: Iterator<Item = Self>>(each: I) -> Self {
        each.fold(Self::default(), |sum, found| Self {
            put: sum.put + found.put,
            found: sum.found + found.found,
            put_all: sum.put_all + found.put_all,
            found_all: sum.found_all + found.found_all,
        })
    }
}

impl std::iter::Sum for Made {
    fn sum<I: Iterator<Item = Self>>(each: I) -> Self {
        each.fold(Self::default(), |sum, made| Self { right: sum.right + made.right, wrong: sum.wrong + made.wrong })
    }
}

/// Everything that is counted over damaged documents.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Documents read.
    pub documents: usize,
    /// Words in them.
    pub words: usize,
    /// Doubts noted in them.
    pub notes: usize,
    /// By kind of damage.
    pub found: BTreeMap<Kind, Found>,
    /// By the rule that the parser names.
    pub made: BTreeMap<String, Made>,
    /// False friends by shape: seen, and changed.
    pub friends: BTreeMap<Shape, (usize, usize)>,
    /// One line for each damage that was to be found and was not.
    pub missed: Vec<String>,
    /// One line for each repair that is wrong.
    pub wrong: Vec<String>,
}

impl Tally {
    /// Counts one document. `friends` are those of its clean text.
    pub fn add(&mut self, name: &str, damaged: &Damaged, reading: &Reading, friends: &[Friend]) {
        self.documents += 1;
        self.words += damaged.text.split_whitespace().count();
        self.notes += reading.notes;
        let mut found = vec![false; damaged.damages.len()];
        for edit in &reading.edits {
            let undone = damaged.undone(edit.start, edit.end, &edit.after);
            let made = self.made.entry(edit.rule.clone()).or_default();
            if undone.is_empty() {
                made.wrong += 1;
                let context = context(&damaged.text, edit.start, edit.end);
                self.wrong.push(format!("{name}@{}\t{}\t{context}", edit.start, edit.rule));
                continue;
            }
            made.right += 1;
            let first = damaged.damages.partition_point(|damage| damage.start < undone[0].start);
            found[first..first + undone.len()].fill(true);
        }
        let spaces = places(damaged, |kind| kind.rule() != "column-break") >= SHOWS;
        let breaks = places(damaged, |kind| kind.rule() == "column-break" && kind.expected()) >= SHOWS;
        // Spaced amounts alone are an outlet's style: they are damage only next to damage of another kind, at two other places.
        let beside = places(damaged, |kind| !matches!(kind.rule(), "column-break" | "spaced-currency")) + 1 >= SHOWS;
        for (damage, &hit) in damaged.damages.iter().zip(&found) {
            let shows = match damage.kind.rule() {
                "column-break" => breaks,
                "spaced-currency" => spaces && beside,
                _ => spaces,
            };
            let count = self.found.entry(damage.kind).or_default();
            count.put_all += 1;
            count.found_all += usize::from(hit);
            count.put += usize::from(shows);
            count.found += usize::from(shows && hit);
            if !hit && shows && damage.kind.expected() {
                let context = context(&damaged.text, damage.start, damage.end);
                self.missed.push(format!("{name}@{}\t{}\t{context}", damage.start, damage.kind.name()));
            }
        }
        for friend in friends {
            let (start, end) = damaged.from_clean(friend.start, friend.end);
            let changed = reading.edits.iter().any(|edit| edit.start < end && start < edit.end);
            let count = self.friends.entry(friend.shape).or_default();
            count.0 += 1;
            count.1 += usize::from(changed);
        }
    }

    /// What was put in and found of a rule, of the kinds that a reader can know.
    #[must_use]
    pub fn of_rule(&self, rule: &str) -> Found {
        let kinds = self.found.iter().filter(|(kind, _)| kind.rule() == rule && kind.expected());
        kinds.map(|(_, found)| *found).sum()
    }

    /// The repairs of a rule: those that name it, alone or with others.
    #[must_use]
    pub fn made_by(&self, rule: &str) -> Made {
        let named = self.made.iter().filter(|(names, _)| names.split('+').any(|name| name == rule));
        named.map(|(_, made)| *made).sum()
    }

    /// All repairs, those of unmeasured rules too.
    #[must_use]
    pub fn made_in_all(&self) -> Made {
        self.made.values().copied().sum()
    }

    /// What was put in and found of every measured rule.
    #[must_use]
    pub fn in_all(&self) -> Found {
        RULES.iter().map(|rule| self.of_rule(rule)).sum()
    }

    /// False friends: seen, and changed.
    #[must_use]
    pub fn friends_in_all(&self) -> (usize, usize) {
        self.friends.values().fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1))
    }
}

/// At how many places the document has damage of these kinds. The hyphens of one compound are one place.
fn places(damaged: &Damaged, family: fn(Kind) -> bool) -> usize {
    let mut spots: Vec<usize> =
        damaged.damages.iter().filter(|damage| family(damage.kind)).map(|damage| damage.spot).collect();
    spots.sort_unstable();
    spots.dedup();
    spots.len()
}

/// A share, 1 of nothing.
#[must_use]
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// A place with what stands around it, on one line.
#[must_use]
pub fn context(text: &str, start: usize, end: usize) -> String {
    let from = floor(text, start.saturating_sub(40));
    let to = floor(text, (end + 40).min(text.len()));
    format!("{}⟦{}⟧{}", &text[from..start], &text[start..end], &text[end..to.max(end)]).replace('\n', "¶")
}

/// The character boundary at or before `at`.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
