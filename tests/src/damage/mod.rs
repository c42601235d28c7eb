//! Damage put into clean articles, with the truth kept, and how well it is found again.
//!
//! The flow is *article → spots → damaged text with its truth → reading → tally*. What real damage looks like is described in words only:
//! nothing here is shared with the repair rules, or a gap in a list would hide itself.

pub mod breaks;
pub mod friends;
pub mod harm;
pub mod intruder;
pub mod make;
pub mod measure;
pub mod reading;
pub mod record;
pub mod spaces;
pub mod splitmix;
pub mod tally;

/// What was done to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A space after the hyphen of a compound.
    Hyphen,
    /// A space between a currency sign and the figure.
    Currency,
    /// A space after an opening bracket.
    Bracket,
    /// A paragraph cut in mid-sentence, before a word in lower case.
    BreakLower,
    /// A paragraph cut inside a name that stands whole elsewhere in the article.
    BreakPhrase,
    /// A paragraph cut after the hyphen of a compound.
    BreakHyphen,
    /// A paragraph cut in mid-sentence, before a word with a capital that nothing shows to belong to the word before.
    BreakCapital,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 7] = [
        Self::Hyphen,
        Self::Currency,
        Self::Bracket,
        Self::BreakLower,
        Self::BreakPhrase,
        Self::BreakHyphen,
        Self::BreakCapital,
    ];

    /// Its name in tables and records.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hyphen => "hyphen",
            Self::Currency => "currency",
            Self::Bracket => "bracket",
            Self::BreakLower => "break-lower",
            Self::BreakPhrase => "break-phrase",
            Self::BreakHyphen => "break-hyphen",
            Self::BreakCapital => "break-capital",
        }
    }

    /// The rule that the damage belongs to.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            Self::Hyphen => "spaced-hyphen",
            Self::Currency => "spaced-currency",
            Self::Bracket => "spaced-bracket",
            Self::BreakLower | Self::BreakPhrase | Self::BreakHyphen | Self::BreakCapital => "column-break",
        }
    }

    /// Whether a reader without a dictionary can know that it is damage.
    ///
    /// After a hyphen the halves may be one word (`al-`, `legedly`) or two (`long-`, `term`); before a capital the next block may be
    /// another article. Both are made and counted, and neither is held against the parser.
    #[must_use]
    pub const fn expected(self) -> bool {
        !matches!(self, Self::BreakHyphen | Self::BreakCapital)
    }
}

/// The rules that are measured.
pub const RULES: [&str; 4] = ["spaced-hyphen", "spaced-currency", "spaced-bracket", "column-break"];

/// A place in a clean text where damage can be done.
#[derive(Clone, Debug)]
pub struct Spot {
    /// What would be done there.
    pub kind: Kind,
    /// The number of the paragraph.
    pub paragraph: usize,
    /// The ranges of the clean text to be replaced, in order: one per hyphen of a compound.
    pub changes: Vec<(usize, usize, &'static str)>,
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
    pub clean: &'static str,
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
        let mut changes: Vec<(usize, usize, &str, Kind, usize)> = Vec::new();
        for (number, spot) in spots.iter().enumerate() {
            changes.extend(spot.changes.iter().map(|&(start, end, with)| (start, end, with, spot.kind, number)));
        }
        changes.sort_by_key(|change| (change.0, change.1));
        let mut text = String::with_capacity(clean.len() + 2 * changes.len());
        let mut damages = Vec::new();
        let mut at = 0;
        for (from, to, with, kind, spot) in changes {
            text.push_str(&clean[at..from]);
            let start = text.len();
            text.push_str(with);
            // What a spot takes away is nothing or one space: a line is only ever cut at a space or after a hyphen.
            let clean = if from == to { "" } else { " " };
            damages.push(Damage { kind, spot, start, end: text.len(), clean });
            at = to;
        }
        text.push_str(&clean[at..]);
        Self { text, damages }
    }

    /// The damages that a repair of `start..end` with `after` undoes; none if it leaves anything but the clean text there.
    #[must_use]
    pub fn undone(&self, start: usize, end: usize, after: &str) -> &[Damage] {
        let from = self.damages.partition_point(|damage| damage.end <= start);
        let to = from + self.damages[from..].partition_point(|damage| damage.start < end);
        let inside = &self.damages[from..to];
        let mut clean = String::new();
        let mut at = start;
        for damage in inside {
            if damage.start < start || damage.end > end {
                return &[];
            }
            clean.push_str(&self.text[at..damage.start]);
            clean.push_str(damage.clean);
            at = damage.end;
        }
        clean.push_str(&self.text[at..end]);
        if clean == after { inside } else { &[] }
    }

    /// Where a range of the clean text lies in the damaged text. No damage may lie inside the range or touch its start.
    #[must_use]
    pub fn from_clean(&self, start: usize, end: usize) -> (usize, usize) {
        let mut shift = 0;
        for damage in &self.damages {
            if damage.start - shift >= start {
                break;
            }
            shift += damage.end - damage.start - damage.clean.len();
        }
        (start + shift, end + shift)
    }

    /// Where an offset of the damaged text lies in the clean text.
    #[must_use]
    pub fn to_clean(&self, offset: usize) -> usize {
        let before = self.damages.iter().take_while(|damage| damage.start < offset);
        offset - before.map(|damage| damage.end.min(offset) - damage.start - damage.clean.len()).sum::<usize>()
    }
}
