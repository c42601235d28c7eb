//! Damage put into clean articles, with the truth kept, and how well it is found again.
//!
//! The flow is *article → spots → damaged text with its truth → reading → tally*. What real damage looks like is described in words only:
//! nothing here is shared with the repair rules, or a gap in a list would hide itself.

pub mod breaks;
pub mod characters;
pub mod columns;
pub mod form;
pub mod friends;
pub mod harm;
pub mod intruder;
mod intruders;
pub mod kind;
pub mod make;
pub mod marks;
pub mod measure;
pub mod reading;
pub mod record;
pub mod spaces;
pub mod splitmix;
pub mod tables;
pub mod tally;
pub mod verdict;

use std::borrow::Cow;
use std::ops::Range;

pub use kind::{Family, Kind, RULES, Told};

/// A place in a clean text where damage can be done.
#[derive(Clone, Debug)]
pub struct Spot {
    /// What would be done there.
    pub kind: Kind,
    /// The number of the paragraph.
    pub paragraph: usize,
    /// What is put in the place of which range of the clean text, in order: one change per hyphen of a compound.
    pub changes: Vec<Change>,
}

/// A range of a text and what is put in its place.
pub type Change = (usize, usize, Cow<'static, str>);

impl Spot {
    /// A place with one change.
    #[must_use]
    pub fn one(kind: Kind, paragraph: usize, start: usize, end: usize, with: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, paragraph, changes: vec![(start, end, with.into())] }
    }
}

/// One damage in a damaged text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// What was done.
    pub kind: Kind,
    /// The number of the spot: the hyphens of one compound share it.
    pub spot: usize,
    /// Where it starts in the damaged text.
    pub start: usize,
    /// Where it ends in the damaged text.
    pub end: usize,
    /// What stood there before: the replacement that undoes it.
    pub clean: String,
}

/// A damaged text with the truth about it.
#[derive(Clone, Debug)]
pub struct Damaged {
    /// The text.
    pub text: String,
    /// Every damage, in order of place.
    pub damages: Vec<Damage>,
}

impl Damaged {
    /// A text that nothing was done to.
    #[must_use]
    pub fn none(text: &str) -> Self {
        Self { text: text.to_owned(), damages: Vec::new() }
    }

    /// Does the damage of `spots` to `clean`.
    ///
    /// # Panics
    /// If two of the spots overlap.
    #[must_use]
    pub fn new(clean: &str, spots: &[Spot]) -> Self {
        Self::none(clean).again(spots)
    }

    /// Does more damage, at places of the damaged text where none was done before.
    ///
    /// # Panics
    /// If two of the spots overlap.
    #[must_use]
    pub fn again(self, spots: &[Spot]) -> Self {
        let first = self.damages.iter().map(|damage| damage.spot + 1).max().unwrap_or(0);
        let mut changes: Vec<(&Change, Kind, usize)> = Vec::new();
        for (number, spot) in spots.iter().enumerate() {
            changes.extend(spot.changes.iter().map(|change| (change, spot.kind, first + number)));
        }
        changes.sort_by_key(|((start, end, _), ..)| (*start, *end));
        let mut text = String::with_capacity(self.text.len() + 2 * changes.len());
        let mut damages = Vec::new();
        let mut before = self.damages.into_iter().peekable();
        let mut at = 0;
        for ((from, to, with), kind, spot) in changes {
            while let Some(damage) = before.next_if(|damage| damage.start < *from) {
                damages.push(damage.moved(at, text.len()));
            }
            text.push_str(&self.text[at..*from]);
            let start = text.len();
            text.push_str(with);
            damages.push(Damage { kind, spot, start, end: text.len(), clean: self.text[*from..*to].to_owned() });
            at = *to;
        }
        damages.extend(before.map(|damage| damage.moved(at, text.len())));
        text.push_str(&self.text[at..]);
        Self { text, damages }
    }

    /// The damages, by their indices, that a repair of `start..end` with `after` undoes; none if it leaves anything but the clean text.
    ///
    /// The same repair can be written in several ways: of two spaces the first goes or the second, and a space that is put in is written
    /// with the character before it. So what is compared is the text that comes of it, around all damage that the repair overlaps, and around
    /// that which it touches as well.
    #[must_use]
    pub fn undone(&self, start: usize, end: usize, after: &str) -> Range<usize> {
        let from = self.damages.partition_point(|damage| damage.end <= start);
        let to = from + self.damages[from..].partition_point(|damage| damage.start < end);
        let left = from > 0 && self.damages[from - 1].end == start;
        let right = self.damages.get(to).is_some_and(|damage| damage.start == end);
        for (one, other) in [(false, false), (true, false), (false, true), (true, true)] {
            if one && !left || other && !right {
                continue;
            }
            let range = from - usize::from(one)..to + usize::from(other);
            if let [first, .., last] | [first @ last] = &self.damages[range.clone()] {
                let (open, close) = (start.min(first.start), end.max(last.end));
                let repaired = [&self.text[open..start], after, &self.text[end..close]].concat();
                if repaired == self.clean(open, close, range.clone()) {
                    return range;
                }
            }
        }
        from..from
    }

    /// The clean text of a range of the damaged text that holds these damages whole.
    fn clean(&self, start: usize, end: usize, damages: Range<usize>) -> String {
        let mut clean = String::new();
        let mut at = start;
        for damage in &self.damages[damages] {
            clean.push_str(&self.text[at..damage.start]);
            clean.push_str(&damage.clean);
            at = damage.end;
        }
        clean.push_str(&self.text[at..end]);
        clean
    }

    /// The whole clean text.
    #[must_use]
    pub fn restored(&self) -> String {
        self.clean(0, self.text.len(), 0..self.damages.len())
    }

    /// Where a range of the clean text lies in the damaged text; none if something was done inside it.
    #[must_use]
    pub fn from_clean(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let mut shift = 0;
        for damage in &self.damages {
            let from = damage.start.checked_add_signed(-shift)?;
            let to = from + damage.clean.len();
            if to > start {
                if from < end {
                    return None;
                }
                break;
            }
            shift += damage.growth();
        }
        Some((start.checked_add_signed(shift)?, end.checked_add_signed(shift)?))
    }

    /// Where an offset of the damaged text lies in the clean text.
    #[must_use]
    pub fn to_clean(&self, offset: usize) -> usize {
        let mut shift = 0;
        for damage in self.damages.iter().take_while(|damage| damage.start < offset) {
            if offset < damage.end {
                let from = damage.start.saturating_add_signed(-shift);
                return from + damage.clean.len().min(offset - damage.start);
            }
            shift += damage.growth();
        }
        offset.saturating_add_signed(-shift)
    }
}

impl Damage {
    /// By how many bytes the text grew.
    fn growth(&self) -> isize {
        (self.end - self.start) as isize - self.clean.len() as isize
    }

    /// The same, where what was at `from` is now at `to`.
    fn moved(mut self, from: usize, to: usize) -> Self {
        self.start = self.start - from + to;
        self.end = self.end - from + to;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repair_is_right_however_it_is_written() {
        let spots = [Spot::one(Kind::DoubleSpace, 0, 3, 3, " "), Spot::one(Kind::MissingSpace, 0, 8, 9, "")];
        let damaged = Damaged::new("one two, three", &spots);
        assert_eq!(damaged.text, "one  two,three");
        for (start, end, after) in [(3, 4, ""), (4, 5, ""), (3, 5, " "), (2, 5, "e ")] {
            assert_eq!(damaged.undone(start, end, after), 0..1, "{start}..{end}");
        }
        assert_eq!(damaged.undone(8, 9, ", "), 1..2);
        assert_eq!(damaged.undone(9, 10, " t"), 1..2);
        assert!(damaged.undone(3, 5, "").is_empty() && damaged.undone(8, 9, ",  ").is_empty());
        assert_eq!(damaged.restored(), "one two, three");
        assert_eq!((damaged.to_clean(5), damaged.to_clean(9), damaged.to_clean(14)), (4, 8, 14));
        assert_eq!((damaged.from_clean(4, 7), damaged.from_clean(8, 9)), (Some((5, 8)), None));
    }

    #[test]
    fn damage_is_done_to_what_is_damaged() {
        let damaged = Damaged::new("a long-term plan", &[Spot::one(Kind::Hyphen, 0, 7, 7, " ")]);
        let damaged =
            damaged.again(&[Spot::one(Kind::HardWrap, 0, 1, 2, "\n"), Spot::one(Kind::HardWrap, 0, 12, 13, "\n")]);
        assert_eq!(damaged.text, "a\nlong- term\nplan");
        assert_eq!(damaged.restored(), "a long-term plan");
        assert_eq!(damaged.undone(7, 8, ""), 1..2);
    }
}
