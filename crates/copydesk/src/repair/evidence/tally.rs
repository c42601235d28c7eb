//! What all spots of a document show together.
//!
//! Damage is systematic per channel: an extractor that puts a space after one hyphen puts it after others, and after `$` and `(` too. So
//! spots of one *family* support each other. A single one, however clear, may be an author's slip or a quotation, and is left.

use super::super::SPACED_PUNCTUATION;
use super::{Family, Reading, Spot};

/// The least number of spots that a document must show before one is repaired: the spot itself and two others.
const TOGETHER: u32 = 3;
/// How many of them must be clear. 90 of 7,928 clean English articles have a letter, a hyphen, a space and a letter at all, 102 places
/// together: three in one article, none of them a dash and one of them clear, are no accident.
const CLEAR: u32 = 1;
/// How many must be more than doubtful.
const SOUND: u32 = 2;

/// How many clear ones show that an extraction leaves no hyphen without its space.
const MANY: u32 = 5;

/// How many spaces before commas and stops a document must show where it has none before other marks.
const POINTS: u32 = 6;

/// The counts of a document's spots.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// Spaces after `-` and `(` that nothing but damage explains.
    spaces_clear: u32,
    /// The same where a document that types its dashes so could explain them.
    spaces_ambiguous: u32,
    /// The same where a reading of correct text is as good.
    spaces_doubtful: u32,
    /// Spaces after a hyphen that is a dash.
    dashes: u32,
    /// Paragraphs cut in two that nothing but damage explains.
    breaks_clear: u32,
    /// The same where text may be missing instead.
    breaks_doubtful: u32,
    /// Sentences run together.
    stops: u32,
    /// Spaces before a mark.
    marks: Count,
    /// Of these, the spaces before commas, stops and the like.
    points: u32,
    /// Spaces inside a number.
    digits: Count,
    /// Spaces lost after a mark.
    glued: Count,
}

/// Spots of a family that stands alone.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    /// Those that nothing but damage explains.
    clear: u32,
    /// Those that are damage if there is damage.
    ambiguous: u32,
}

impl Count {
    fn add(&mut self, reading: Reading) {
        match reading {
            Reading::Clear => self.clear += 1,
            Reading::Ambiguous => self.ambiguous += 1,
            Reading::Style | Reading::Doubtful | Reading::Dash | Reading::Correct => {}
        }
    }

    fn all(self) -> u32 {
        self.clear + self.ambiguous
    }

    fn is_damage(self) -> bool {
        self.clear >= SOUND && self.all() >= TOGETHER
    }
}

impl Tally {
    pub(crate) fn of(spots: &[Spot]) -> Self {
        let mut tally = Self::default();
        for spot in spots {
            match (spot.finding.reading, spot.family()) {
                (_, Some(Family::Stops)) => tally.stops += 1,
                (reading, Some(Family::Marks)) => {
                    tally.marks.add(reading);
                    let counts = matches!(reading, Reading::Clear | Reading::Ambiguous);
                    tally.points += u32::from(counts && std::ptr::eq(spot.rule, &raw const SPACED_PUNCTUATION));
                }
                (reading, Some(Family::Digits)) => tally.digits.add(reading),
                (reading, Some(Family::Glued)) => tally.glued.add(reading),
                (Reading::Clear, Some(Family::Breaks)) => tally.breaks_clear += 1,
                (Reading::Doubtful, Some(Family::Breaks)) => tally.breaks_doubtful += 1,
                (Reading::Clear, _) => tally.spaces_clear += 1,
                (Reading::Ambiguous, Some(Family::Spaces)) => tally.spaces_ambiguous += 1,
                (Reading::Dash, _) => tally.dashes += 1,
                (Reading::Doubtful, Some(Family::Spaces)) => tally.spaces_doubtful += 1,
                (Reading::Ambiguous | Reading::Style | Reading::Doubtful | Reading::Correct, _) => {}
            }
        }
        tally
    }

    /// Whether the document types dashes with one space, so that an ambiguous hyphen may be one.
    pub(crate) fn has_dashes(&self) -> bool {
        self.dashes > 0
    }

    /// Whether spaces after a joining mark are this document's damage. Where it types dashes so, only what is clear is sound.
    pub(crate) fn spaces_are_damage(&self) -> bool {
        let sound = self.spaces_clear + if self.has_dashes() { 0 } else { self.spaces_ambiguous };
        let all = self.spaces_clear + self.spaces_ambiguous + self.spaces_doubtful;
        self.spaces_clear >= CLEAR && sound >= SOUND && all >= TOGETHER
    }

    /// Whether the document has so many of them, and no dash among them, that every hyphen has its space.
    pub(crate) fn spaces_abound(&self) -> bool {
        self.spaces_clear >= MANY && !self.has_dashes() && self.spaces_clear > self.spaces_doubtful
    }

    /// Whether a spot that is no evidence itself has the two others that it needs among the spaces.
    pub(crate) fn spaces_vouch(&self) -> bool {
        self.spaces_clear + 1 >= TOGETHER || self.spaces_are_damage()
    }

    /// Whether cut paragraphs are this document's damage.
    pub(crate) fn breaks_are_damage(&self) -> bool {
        self.breaks_clear >= SOUND && self.breaks_clear + self.breaks_doubtful >= TOGETHER
    }

    /// Whether sentences run together are this document's damage.
    pub(crate) fn stops_are_damage(&self) -> bool {
        self.stops >= TOGETHER
    }

    /// Whether spaces before marks are this document's damage.
    pub(crate) fn marks_are_damage(&self) -> bool {
        self.marks.is_damage()
    }

    /// The same for spaces before commas and stops. A page that lost the words of a link has such a space in their place, and a few of them
    /// prove nothing: of 18 places in six articles with three to five each, two hid lost words; of 130 in articles with more, none did.
    /// Spaces before other marks are not left by links.
    pub(crate) fn points_are_damage(&self) -> bool {
        self.marks_are_damage() && (self.points >= POINTS || self.marks.all() - self.points >= SOUND)
    }

    /// Whether a spot that is no evidence itself has the two others that it needs among the marks.
    pub(crate) fn marks_vouch(&self) -> bool {
        self.marks.clear + 1 >= TOGETHER
    }

    /// Whether spaces inside numbers are this document's damage.
    pub(crate) fn digits_are_damage(&self) -> bool {
        self.digits.is_damage()
    }

    /// Whether spaces lost after a mark are this document's damage.
    pub(crate) fn glued_are_damage(&self) -> bool {
        self.glued.is_damage()
    }

    /// How many other spots vouch for this one: the sound ones of its family, and for a cut paragraph the spaces too, which the same
    /// extraction puts in.
    pub(crate) fn others(&self, spot: &Spot) -> u32 {
        if spot.family() == Some(Family::Stops) {
            return self.stops - 1;
        }
        let alone = match spot.family() {
            Some(Family::Marks) => Some(self.marks),
            Some(Family::Digits) => Some(self.digits),
            Some(Family::Glued) => Some(self.glued),
            _ => None,
        };
        if let Some(count) = alone {
            let own = matches!(spot.finding.reading, Reading::Clear | Reading::Ambiguous);
            return count.all() - u32::from(own);
        }
        let ambiguous = if self.has_dashes() { 0 } else { self.spaces_ambiguous };
        let breaks = if spot.family() == Some(Family::Breaks) { self.breaks_clear } else { 0 };
        let own = match spot.finding.reading {
            Reading::Clear => true,
            Reading::Ambiguous => !self.has_dashes() && spot.family() == Some(Family::Spaces),
            Reading::Style | Reading::Doubtful | Reading::Dash | Reading::Correct => false,
        };
        self.spaces_clear + ambiguous + breaks - u32::from(own)
    }
}
