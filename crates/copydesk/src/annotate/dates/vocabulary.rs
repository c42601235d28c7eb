//! The words of a language, looked up by their bytes.

use crate::annotate::beginnings::{self, Of};
use crate::data::{Entry, data, is_same};
use crate::keys::{Key, Slots, Words};
use crate::language::Language;

use super::senses::Shift;

/// What a word is. The order matters: expressions are built on the kinds up to `Holiday`. See [`Word::is_anchor`].
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
    WeekdayHalf,
    // Tokens that are no words: digits and marks.
    Digits,
    Decimal,
    Decade,
    Time,
    Numeric,
    Quarter,
    HalfYear,
    FiscalYear,
    DayInBrackets,
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
    ("weekday-half", Kind::WeekdayHalf),
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

/// What a word is, and which of its kind: see [`super::senses`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) kind: Kind,
    pub(super) value: i16,
}

impl Word {
    const fn of(entry: &Entry) -> Self {
        Self { kind: Kind::of_section(entry.section), value: number(entry.value) }
    }

    /// Whether it counts only with a capital, unless another word beside it shows what it is.
    const fn needs_capital(&self) -> bool {
        let doubtful = matches!(self.kind, Kind::Month) && self.value > 100;
        matches!(self.kind, Kind::WeekdayShort) || doubtful
    }

    /// Whether an expression can be built on it. Other words are looked at only beside such a word.
    const fn is_anchor(&self) -> bool {
        // `The past` has no other word to build on.
        let past = matches!(self.kind, Kind::Shift) && self.value as i32 == Shift::PAST;
        (self.kind as u8) <= (Kind::Holiday as u8) || past
    }
}

/// The words of one language.
pub(super) struct Vocabulary {
    words: Words<Word>,
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

const fn slots<const COUNT: usize>(entries: &[Entry]) -> Slots<Word, COUNT> {
    let (mut slots, mut at) = (Slots::new(Word { kind: Kind::End, value: 0 }), 0);
    while at < entries.len() {
        slots = slots.with(entries[at].name, Word::of(&entries[at]));
        at += 1;
    }
    slots
}

/// Adds the words of a language that an expression can be built on.
pub(in crate::annotate) const fn put_beginnings(language: Language, words: &mut beginnings::Words) {
    let entries = match language {
        Language::English => ENGLISH,
        Language::German => GERMAN,
        Language::Dutch => DUTCH,
        Language::French => FRENCH,
        Language::Spanish => SPANISH,
        Language::Portuguese => PORTUGUESE,
        Language::Italian => ITALIAN,
        _ => &[],
    };
    let mut at = 0;
    while at < entries.len() {
        if Word::of(&entries[at]).is_anchor() {
            words.put(entries[at].name, Of::Date);
        }
        at += 1;
    }
}

impl Vocabulary {
    /// Whether an expression can be built on the word. `march` and `sun` are months or days only with a capital.
    pub(super) fn is_anchor(&self, word: &[u8]) -> bool {
        let is_small = word.first().is_some_and(u8::is_ascii_lowercase);
        self.get(word).is_some_and(|word| word.is_anchor() && !(is_small && word.needs_capital()))
    }

    /// The word with this key.
    pub(super) fn find(&self, key: Key) -> Option<Word> {
        self.words.find(key)
    }

    /// The word, whatever the case of its ASCII letters.
    pub(super) fn get(&self, word: &[u8]) -> Option<Word> {
        self.words.get(word)
    }
}

const ENGLISH: &[Entry] = data!("../../../data/dates/en.toml");
const GERMAN: &[Entry] = data!("../../../data/dates/de.toml");
const DUTCH: &[Entry] = data!("../../../data/dates/nl.toml");
const FRENCH: &[Entry] = data!("../../../data/dates/fr.toml");
const SPANISH: &[Entry] = data!("../../../data/dates/es.toml");
const PORTUGUESE: &[Entry] = data!("../../../data/dates/pt.toml");
const ITALIAN: &[Entry] = data!("../../../data/dates/it.toml");

macro_rules! vocabulary {
    ($entries:ident, $slots:literal) => {{
        const SLOTS: Slots<Word, $slots> = slots($entries);
        static VOCABULARY: Vocabulary = Vocabulary { words: Words { slots: &SLOTS.slots } };
        &VOCABULARY
    }};
}

/// The words of a language, if there is a list of them.
pub(super) fn of(language: Option<Language>) -> Option<&'static Vocabulary> {
    match language? {
        Language::English => Some(vocabulary!(ENGLISH, 1024)),
        Language::German => Some(vocabulary!(GERMAN, 128)),
        Language::Dutch => Some(vocabulary!(DUTCH, 128)),
        Language::French => Some(vocabulary!(FRENCH, 128)),
        Language::Spanish => Some(vocabulary!(SPANISH, 128)),
        Language::Portuguese => Some(vocabulary!(PORTUGUESE, 128)),
        Language::Italian => Some(vocabulary!(ITALIAN, 128)),
        _ => None,
    }
}

/// No words at all, for a text whose language is not known. Only what is written in digits can be read there.
pub(super) static NO_WORDS: Vocabulary = Vocabulary { words: Words { slots: &slots::<1>(&[]).slots } };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case() {
        let english = of(Some(Language::English)).unwrap();
        assert_eq!(english.get(b"March").map(|word| (word.kind, word.value)), Some((Kind::Month, 103)));
        assert_eq!(english.get(b"YESTERDAY").map(|word| word.value), Some(-1));
        assert!(english.get(b"harbour").is_none() && english.get(b"").is_none());
        assert!(english.is_anchor(b"March") && english.is_anchor(b"today") && english.is_anchor(b"Today"));
        assert!(!english.is_anchor(b"march") && !english.is_anchor(b"the") && !english.is_anchor(b"x"));
    }

    #[test]
    fn every_language_has_twelve_months() {
        for &language in Language::ALL {
            let Some(vocabulary) = of(Some(language)) else { continue };
            let words = vocabulary.words.values().collect::<Vec<_>>();
            let months = |number| words.iter().any(|word| word.kind == Kind::Month && word.value % 100 == number);
            assert!((1..=12).all(months), "{language:?}");
        }
    }
}
