//! The words of a language, looked up by their bytes.

use crate::data::{Entry, data, is_same};
use crate::language::Language;

/// What a word is; the sections of the data files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Month,
    MonthShort,
    Weekday,
    WeekdayShort,
    Weekdays,
    Day,
    Tonight,
    Daypart,
    Dayparts,
    Clock,
    Season,
    Unit,
    Units,
    UnitShort,
    Reference,
    OClock,
    Frequency,
    DecadeWord,
    Holiday,
    Number,
    Ordinal,
    Some,
    Article,
    The,
    Half,
    Shift,
    Part,
    From,
    Every,
    Other,
    Times,
    About,
    Compare,
    Filler,
    Fiscal,
    Old,
    Meridiem,
    Zone,
    Of,
    To,
    And,
    In,
    On,
    At,
    All,
    // What has no word: the tokens made of digits and marks.
    Digits,
    Decimal,
    Decade,
    Time,
    Numeric,
    Quarter,
    HalfYear,
    FiscalYear,
    Comma,
    Hyphen,
    Possessive,
    End,
}

const SECTIONS: &[(&str, Kind)] = &[
    ("month", Kind::Month),
    ("month-short", Kind::MonthShort),
    ("weekday", Kind::Weekday),
    ("weekday-short", Kind::WeekdayShort),
    ("weekdays", Kind::Weekdays),
    ("day", Kind::Day),
    ("tonight", Kind::Tonight),
    ("daypart", Kind::Daypart),
    ("dayparts", Kind::Dayparts),
    ("clock", Kind::Clock),
    ("season", Kind::Season),
    ("unit", Kind::Unit),
    ("units", Kind::Units),
    ("unit-short", Kind::UnitShort),
    ("reference", Kind::Reference),
    ("frequency", Kind::Frequency),
    ("decade", Kind::DecadeWord),
    ("holiday", Kind::Holiday),
    ("number", Kind::Number),
    ("ordinal", Kind::Ordinal),
    ("some", Kind::Some),
    ("article", Kind::Article),
    ("the", Kind::The),
    ("half", Kind::Half),
    ("shift", Kind::Shift),
    ("part", Kind::Part),
    ("from", Kind::From),
    ("every", Kind::Every),
    ("other", Kind::Other),
    ("times", Kind::Times),
    ("about", Kind::About),
    ("compare", Kind::Compare),
    ("filler", Kind::Filler),
    ("fiscal", Kind::Fiscal),
    ("old", Kind::Old),
    ("o-clock", Kind::OClock),
    ("meridiem", Kind::Meridiem),
    ("zone", Kind::Zone),
    ("of", Kind::Of),
    ("to", Kind::To),
    ("and", Kind::And),
    ("in", Kind::In),
    ("on", Kind::On),
    ("at", Kind::At),
    ("all", Kind::All),
];

impl Kind {
    const fn of_section(section: &str) -> Self {
        let mut at = 0;
        while at < SECTIONS.len() {
            if is_same(SECTIONS[at].0, section) {
                return SECTIONS[at].1;
            }
            at += 1;
        }
        panic!("a section of the words of dates is none of the kinds")
    }
}

/// A word, what it is, and its number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    name: &'static str,
    pub(super) kind: Kind,
    pub(super) value: i16,
}

impl Word {
    /// Whether it is looked at only with a capital, but for what stands beside it.
    const fn needs_capital(&self) -> bool {
        let doubtful = matches!(self.kind, Kind::Month) && self.value > 100;
        matches!(self.kind, Kind::MonthShort | Kind::WeekdayShort) || doubtful
    }

    /// Whether an expression can be built on it. What is none is looked at only beside one that is.
    const fn is_anchor(&self) -> bool {
        // `The past` has no other word.
        let past = matches!(self.kind, Kind::Shift) && self.value == 2;
        (self.kind as u8) <= (Kind::Holiday as u8) || past
    }
}

const NONE: Word = Word { name: "", kind: Kind::End, value: 0 };

/// No word is longer, in bytes.
const LONGEST: usize = 16;

/// The words of one language.
pub(super) struct Vocabulary {
    words: &'static [Word],
    /// Where the words with this first byte begin; those with the next one end them.
    first: [u16; 257],
    /// The words that an expression is built on, by first two letters, case of the first, and length, as bits: see [`shape`].
    anchors: [u64; SHAPES / 64],
}

/// How many shapes of words there are.
const SHAPES: usize = 1 << 16;

/// First letter with its case, second letter, and length of a word as a number. Few other words have the shape of one of the list, so that
/// few are looked up.
const fn shape(first: u8, second: u8, len: usize) -> usize {
    let upper = (first & 0x20 == 0) as usize;
    upper << 15 | (first as usize & 31) << 10 | (second as usize & 31) << 5 | len & 31
}

const fn number(text: &str) -> i16 {
    let bytes = text.as_bytes();
    let (mut at, mut number) = (0, 0);
    let negative = bytes[0] == b'-';
    if negative {
        at = 1;
    }
    while at < bytes.len() {
        assert!(bytes[at].is_ascii_digit(), "the value of a word is a number");
        number = number * 10 + (bytes[at] - b'0') as i16;
        at += 1;
    }
    if negative { -number } else { number }
}

/// The words by their first byte, which is all the order that looking up needs.
const fn sorted<const N: usize>(entries: &[Entry]) -> [Word; N] {
    let mut words = [NONE; N];
    let (mut byte, mut taken) = (0usize, 0);
    while byte < 256 {
        let mut at = 0;
        while at < N {
            let entry = entries[at];
            if entry.name.as_bytes()[0] as usize == byte {
                assert!(entry.name.len() <= LONGEST, "a word is longer than the longest");
                words[taken] =
                    Word { name: entry.name, kind: Kind::of_section(entry.section), value: number(entry.value) };
                taken += 1;
            }
            at += 1;
        }
        byte += 1;
    }
    words
}

impl Vocabulary {
    const fn of(words: &'static [Word]) -> Self {
        let (mut first, mut anchors) = ([0; 257], [0; SHAPES / 64]);
        let mut at = 0;
        while at < words.len() {
            let byte = words[at].name.as_bytes()[0] as usize;
            first[byte + 1] += 1;
            if words[at].is_anchor() {
                let name = words[at].name.as_bytes();
                let upper = shape(name[0].to_ascii_uppercase(), name[1], name.len());
                anchors[upper / 64] |= 1 << (upper % 64);
                // What is another word in small letters is a month or a day only in a capital.
                if !words[at].needs_capital() {
                    let lower = shape(name[0], name[1], name.len());
                    anchors[lower / 64] |= 1 << (lower % 64);
                }
            }
            at += 1;
        }
        let mut byte = 0;
        while byte < 256 {
            first[byte + 1] += first[byte];
            byte += 1;
        }
        Self { words, first, anchors }
    }

    /// Whether the word has the shape of one that an expression is built on.
    pub(super) fn may_anchor(&self, word: &[u8]) -> bool {
        let [first, second, ..] = *word else { return false };
        let shape = shape(first, second, word.len());
        word.len() <= LONGEST && self.anchors[shape / 64] >> (shape % 64) & 1 == 1
    }

    /// Whether the word is one that an expression is built on.
    pub(super) fn is_anchor(&self, word: &[u8]) -> bool {
        self.get(word).is_some_and(|word| word.is_anchor())
    }

    /// What the word is. Without regard to case, but for letters outside ASCII.
    pub(super) fn get(&self, word: &[u8]) -> Option<Word> {
        let byte = usize::from(word.first()?.to_ascii_lowercase());
        let words = &self.words[usize::from(self.first[byte])..usize::from(self.first[byte + 1])];
        words.iter().find(|known| known.name.as_bytes().eq_ignore_ascii_case(word)).copied()
    }
}

macro_rules! vocabulary {
    ($file:literal) => {{
        const ENTRIES: &[Entry] = data!($file);
        const WORDS: [Word; ENTRIES.len()] = sorted(ENTRIES);
        static VOCABULARY: Vocabulary = Vocabulary::of(&WORDS);
        &VOCABULARY
    }};
}

/// The words of a language, if there are any.
pub(super) fn of(language: Option<Language>) -> Option<&'static Vocabulary> {
    match language? {
        Language::English => Some(vocabulary!("../../../data/dates/en.toml")),
        Language::German => Some(vocabulary!("../../../data/dates/de.toml")),
        Language::Dutch => Some(vocabulary!("../../../data/dates/nl.toml")),
        Language::French => Some(vocabulary!("../../../data/dates/fr.toml")),
        Language::Spanish => Some(vocabulary!("../../../data/dates/es.toml")),
        Language::Portuguese => Some(vocabulary!("../../../data/dates/pt.toml")),
        Language::Italian => Some(vocabulary!("../../../data/dates/it.toml")),
        _ => None,
    }
}

/// No words at all: for a text in no language that is known, of which only what is written in digits can be read.
pub(super) static NO_WORDS: Vocabulary = Vocabulary::of(&[]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case() {
        let english = of(Some(Language::English)).unwrap();
        assert_eq!(english.get(b"March").map(|word| (word.kind, word.value)), Some((Kind::Month, 103)));
        assert_eq!(english.get(b"YESTERDAY").map(|word| word.value), Some(-1));
        assert!(english.get(b"harbour").is_none() && english.get(b"").is_none());
        assert!(english.may_anchor(b"March") && english.may_anchor(b"today") && english.may_anchor(b"Today"));
        assert!(!english.may_anchor(b"march") && !english.may_anchor(b"the") && !english.may_anchor(b"x"));
        assert!(english.is_anchor(b"week") && !english.is_anchor(b"the"));
    }

    #[test]
    fn every_language_has_twelve_months() {
        for &language in Language::ALL {
            let Some(vocabulary) = of(Some(language)) else { continue };
            let months =
                |number| vocabulary.words.iter().any(|word| word.kind == Kind::Month && word.value % 100 == number);
            assert!((1..=12).all(months), "{language:?}");
        }
    }
}
