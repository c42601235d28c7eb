//! The English words for numbers, and a first look at a word that rules most others out.

use crate::annotate::beginnings::{self, Of};
use crate::data::{Entry, data, is_same};
use crate::keys::{Slots, Words};

use super::decimal::Decimal;
use super::text::Text;
use super::word::Word;

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

static PARTS: Words<Part> = {
    const SLOTS: Slots<Part, 256> = {
        let (mut slots, mut at) = (Slots::new(Part::Hundred), 0);
        while at < ENTRIES.len() {
            slots = slots.with(ENTRIES[at].name, Part::of(&ENTRIES[at]));
            at += 1;
        }
        slots
    };
    Words { slots: &SLOTS.slots }
};

/// Puts in the words that a figure can begin with.
pub(in crate::annotate) const fn put_beginnings(words: &mut beginnings::Words) {
    let mut at = 0;
    while at < ENTRIES.len() {
        let (part, name) = (Part::of(&ENTRIES[at]), ENTRIES[at].name);
        if begins(part, name.len()) {
            words.put(name, Of::Figure);
        }
        if matches!(part, Part::Ordinal(_)) {
            words.put_plural(name, Of::Figure);
        }
        at += 1;
    }
}

/// Whether a word of so many letters can be the first of a figure: magnitudes that are cut short stand behind a number.
const fn begins(part: Part, len: usize) -> bool {
    !matches!(part, Part::Scale(_)) || len > 3
}

/// The word for a number that begins at this place, if a figure can begin with it.
pub(super) fn first_at<'t>(text: &Text<'t>, at: usize) -> Option<Word<'t>> {
    let word = text.word(at);
    part(word).is_some_and(|(part, _)| begins(part, word.len())).then_some(word)
}

/// What a word is in a number. The plural of an ordinal is one too: the second value says so.
pub(super) fn part(word: Word<'_>) -> Option<(Part, Number)> {
    match (PARTS.get(word), word.as_bytes()) {
        (Some(part), _) => Some((part, Number::Singular)),
        (None, [singular @ .., b's' | b'S']) => {
            let part = PARTS.get(singular)?;
            matches!(part, Part::Ordinal(value) if value != 2).then_some((part, Number::Plural))
        }
        (None, _) => None,
    }
}

/// Whether a word has the plural's `s`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    Singular,
    Plural,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_case() {
        let part = |word| part(Word::of(word));
        assert_eq!(part("Twenty"), Some((Part::Tens(20), Number::Singular)));
        assert_eq!(part("FIFTHS"), Some((Part::Ordinal(5), Number::Plural)));
        assert_eq!(part("seconds"), None);
        assert_eq!(part("bn"), Some((Part::Scale(9), Number::Singular)));
        assert_eq!((part("on"), part("tent"), part("")), (None, None, None));
    }
}
