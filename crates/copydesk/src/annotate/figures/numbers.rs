//! The words of English that stand for numbers, and the first look at a word that tells most others from them.

use std::cmp::Ordering;

use crate::data::{Entry, data, in_order, is_same};

use super::decimal::Decimal;

/// What a word does in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Below twenty.
    Small(i64),
    /// `twenty` to `ninety`.
    Tens(i64),
    Hundred,
    /// Ten to this power.
    Scale(i32),
    Dozen,
    /// A half or a quarter, by its denominator.
    Half(i64),
    /// An ordinal, or a part of a fraction.
    Ordinal(i64),
}

impl Part {
    const fn of(entry: &Entry) -> Self {
        let value = whole(entry.value);
        if is_same(entry.section, "small") {
            Self::Small(value)
        } else if is_same(entry.section, "tens") {
            Self::Tens(value)
        } else if is_same(entry.section, "hundred") {
            Self::Hundred
        } else if is_same(entry.section, "scale") {
            Self::Scale(value as i32)
        } else if is_same(entry.section, "dozen") {
            Self::Dozen
        } else if is_same(entry.section, "half") {
            Self::Half(value)
        } else {
            assert!(
                is_same(entry.section, "ordinal"),
                "a section of the number words is one of those that its head names"
            );
            Self::Ordinal(value)
        }
    }

    pub(super) const fn value(self) -> Decimal {
        match self {
            Self::Small(value) | Self::Tens(value) | Self::Ordinal(value) | Self::Half(value) => Decimal::whole(value),
            Self::Hundred => Decimal::whole(100),
            Self::Dozen => Decimal::whole(12),
            Self::Scale(_) => Decimal::whole(1),
        }
    }
}

const fn whole(digits: &str) -> i64 {
    let bytes = digits.as_bytes();
    let (mut value, mut at) = (0, 0);
    while at < bytes.len() {
        assert!(bytes[at].is_ascii_digit(), "a number word stands for digits");
        value = value * 10 + (bytes[at] - b'0') as i64;
        at += 1;
    }
    value
}

const ENTRIES: &[Entry] = data!("../../../data/figures/numbers.toml");

static PARTS: [(&str, Part); ENTRIES.len()] = {
    const COUNT: usize = ENTRIES.len();
    let mut plain = [Entry { section: "", name: "", value: "" }; COUNT];
    let mut at = 0;
    while at < COUNT {
        plain[at] = ENTRIES[at];
        at += 1;
    }
    let ordered = in_order(&plain);
    let mut parts = [("", Part::Hundred); COUNT];
    at = 0;
    while at < COUNT {
        parts[at] = (ordered[at].name, Part::of(&ordered[at]));
        at += 1;
    }
    parts
};

/// The longest number word, with the plural's `s`.
const LONGEST: usize = 13;

/// What a word is in a number. The plural of an ordinal is one too: the second value says so.
pub(super) fn part(word: &str) -> Option<(Part, Number)> {
    let bytes = word.as_bytes();
    if !(2..=LONGEST).contains(&bytes.len()) {
        return None;
    }
    let found = |word: &[u8]| {
        let place = PARTS.binary_search_by(|(known, _)| compare(known.as_bytes(), word));
        place.ok().map(|place| PARTS[place].1)
    };
    match found(bytes) {
        Some(part) => Some((part, Number::Singular)),
        None if matches!(bytes, [.., b's' | b'S']) => {
            let part = found(&bytes[..bytes.len() - 1])?;
            matches!(part, Part::Ordinal(value) if value != 2).then_some((part, Number::Plural))
        }
        None => None,
    }
}

/// Whether a word has the plural's `s`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    Singular,
    Plural,
}

fn compare(known: &[u8], word: &[u8]) -> Ordering {
    known.iter().copied().cmp(word.iter().map(u8::to_ascii_lowercase))
}

/// Of every three letters, whether a number word that a figure can begin with begins with them.
static STARTS: [u64; 512] = {
    let mut starts = [0; 512];
    let mut at = 0;
    while at < PARTS.len() {
        let name = PARTS[at].0.as_bytes();
        let begins = !matches!(PARTS[at].1, Part::Scale(_) if name.len() < 4);
        if begins {
            let place = place(name[0], name[1], name[2]);
            starts[place / 64] |= 1 << (place % 64);
        }
        at += 1;
    }
    starts
};

const fn place(one: u8, two: u8, three: u8) -> usize {
    (one as usize & 31) << 10 | (two as usize & 31) << 5 | three as usize & 31
}

/// Whether a number word may begin with these three bytes: a look that is cheap enough for every word.
pub(super) fn may_begin(one: u8, two: u8, three: u8) -> bool {
    let place = place(one, two, three);
    STARTS[place / 64] & 1 << (place % 64) != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_case() {
        assert_eq!(part("Twenty"), Some((Part::Tens(20), Number::Singular)));
        assert_eq!(part("FIFTHS"), Some((Part::Ordinal(5), Number::Plural)));
        assert_eq!(part("seconds"), None);
        assert_eq!(part("bn"), Some((Part::Scale(9), Number::Singular)));
        assert_eq!((part("on"), part("tent"), part("")), (None, None, None));
        assert!(may_begin(b'T', b'w', b'e') && !may_begin(b't', b'h', b'e'));
    }
}
