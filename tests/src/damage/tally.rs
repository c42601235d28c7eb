//! What was found, missed and changed by mistake, counted.

use std::collections::BTreeMap;

use super::friends::{Friend, Shape};
use super::reading::Reading;
use super::{Damage, Damaged, Family, Kind, RULES, Told};

/// How many places a document must show of a family before a repair can be asked for; of what is known by itself, one.
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

/// Places with several outcomes, one of them right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// The right one.
    pub right: usize,
    /// Another.
    pub wrong: usize,
    /// Left as it was.
    pub left: usize,
}

impl Outcomes {
    /// The share of right ones among all places.
    #[must_use]
    pub fn accuracy(self) -> f64 {
        share(self.right, self.right + self.wrong + self.left)
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
    /// Hyphens that stay or go, in documents that show the family.
    pub told: BTreeMap<Told, Outcomes>,
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
    #[must_use]
    pub fn of(name: &str, damaged: &Damaged, reading: &Reading, friends: &[Friend]) -> Self {
        let mut tally = Self { documents: 1, notes: reading.notes, ..Self::default() };
        tally.words = damaged.text.split_whitespace().count();
        let found = tally.judge(name, damaged, reading);
        let shows = |family| match family {
            Family::Spaces | Family::Gaps | Family::Breaks => {
                places(damaged, |kind| kind.family() == family && (family != Family::Breaks || kind.expected()))
                    >= SHOWS
            }
            Family::Alone => true,
        };
        let (spaces, gaps, breaks) = (shows(Family::Spaces), shows(Family::Gaps), shows(Family::Breaks));
        // Spaced amounts alone are an outlet's style: they are damage only next to damage of another kind, at two other places.
        let beside = places(damaged, |kind| kind.family() == Family::Spaces && kind != Kind::Currency) + 1 >= SHOWS;
        for (damage, &hit) in damaged.damages.iter().zip(&found) {
            let shows = match (damage.kind, damage.kind.family()) {
                (Kind::Currency, _) => spaces && beside,
                (_, Family::Spaces) => spaces,
                (_, Family::Gaps) => gaps,
                (_, Family::Breaks) => breaks,
                (_, Family::Alone) => true,
            };
            let count = tally.found.entry(damage.kind).or_default();
            count.put_all += 1;
            count.found_all += usize::from(hit);
            count.put += usize::from(shows);
            count.found += usize::from(shows && hit);
            if !hit && shows && damage.kind.expected() {
                let context = context(&damaged.text, damage.start, damage.end);
                tally.missed.push(format!("{name}@{}\t{}\t{context}", damage.start, damage.kind.name()));
            }
            if let Some(told) = damage.kind.is_told().filter(|_| shows) {
                let outcomes = tally.told.entry(told).or_default();
                let touched = reading.edits.iter().any(|edit| edit.start <= damage.end && damage.start <= edit.end);
                match (hit, touched) {
                    (true, _) => outcomes.right += 1,
                    (false, true) => outcomes.wrong += 1,
                    (false, false) => outcomes.left += 1,
                }
            }
        }
        for friend in friends {
            let Some((start, end)) = damaged.from_clean(friend.start, friend.end) else { continue };
            let changed = reading.edits.iter().any(|edit| edit.start < end && start < edit.end);
            let count = tally.friends.entry(friend.shape).or_default();
            count.0 += 1;
            count.1 += usize::from(changed);
        }
        tally
    }

    /// Says of each repair and each link whether it is right, and gives what is found of the damages.
    fn judge(&mut self, name: &str, damaged: &Damaged, reading: &Reading) -> Vec<bool> {
        let mut found = vec![false; damaged.damages.len()];
        let mut wrong = |made: &mut Made, start: usize, end: usize, rule: &str| {
            made.wrong += 1;
            self.wrong.push(format!("{name}@{start}\t{rule}\t{}", context(&damaged.text, start, end)));
        };
        for edit in &reading.edits {
            let undone = damaged.undone(edit.start, edit.end, &edit.after);
            if undone.is_empty() && is_label(&damaged.text[..edit.start], &damaged.text[edit.start..edit.end]) {
                continue;
            }
            let made = self.made.entry(edit.rule.clone()).or_default();
            if undone.is_empty() {
                wrong(made, edit.start, edit.end, &edit.rule);
            } else {
                made.right += 1;
                found[undone].fill(true);
            }
        }
        for &link in &reading.links {
            let cut = |damage: &Damage| damage.kind == Kind::BreakBetween && damage.end == link;
            let made = self.made.entry("column-break".to_owned()).or_default();
            match damaged.damages.iter().position(cut) {
                Some(index) => {
                    made.right += 1;
                    found[index] = true;
                }
                None => wrong(made, link, link, "continues"),
            }
        }
        found
    }

    /// Adds the counts of another, without its lines of what was missed and what is wrong.
    pub fn add(&mut self, other: &Self) {
        self.documents += other.documents;
        self.words += other.words;
        self.notes += other.notes;
        for (&kind, &found) in &other.found {
            let sum = self.found.entry(kind).or_default();
            *sum = [*sum, found].into_iter().sum();
        }
        for (rule, &made) in &other.made {
            let sum = self.made.entry(rule.clone()).or_default();
            *sum = [*sum, made].into_iter().sum();
        }
        for (&told, outcomes) in &other.told {
            let sum = self.told.entry(told).or_default();
            sum.right += outcomes.right;
            sum.wrong += outcomes.wrong;
            sum.left += outcomes.left;
        }
        for (&shape, &(seen, changed)) in &other.friends {
            let sum = self.friends.entry(shape).or_default();
            *sum = (sum.0 + seen, sum.1 + changed);
        }
    }

    /// What was put in and found of a rule, of the kinds that a reader can know.
    #[must_use]
    pub fn of_rule(&self, rule: &str) -> Found {
        let kinds = self.found.iter().filter(|(kind, _)| kind.rule() == rule && kind.expected());
        kinds.map(|(_, found)| *found).sum()
    }

    /// What was put in and found of one kind.
    #[must_use]
    pub fn of_kind(&self, kind: Kind) -> Found {
        self.found.get(&kind).copied().unwrap_or_default()
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

impl Made {
    /// The share of right ones.
    #[must_use]
    pub fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }
}

/// Whether a repair is of the no-break space that a channel puts after its labels: a character of the template, in no one's text.
fn is_label(before: &str, changed: &str) -> bool {
    before.ends_with(':') && changed == "\u{a0}"
}

/// At how many places the document has damage of these kinds. The hyphens of one compound are one place.
fn places(damaged: &Damaged, of: impl Fn(Kind) -> bool) -> usize {
    let mut spots: Vec<usize> =
        damaged.damages.iter().filter(|damage| of(damage.kind)).map(|damage| damage.spot).collect();
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
