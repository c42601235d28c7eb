//! Words by language: how an abbreviation relates to the end of a sentence, and which words begin one. Data, in files by language.

use crate::data::{Entry, data, is_same};
use crate::keys::{self, Key, Slots, slots_for};
use crate::language::Language;

/// How an abbreviation stands to the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// It stands before a name, and ends no sentence.
    Title,
    /// It belongs to what follows, and ends no sentence.
    Before,
    /// It belongs to a number that follows. Before anything else it is a word like another: `No.`
    Number,
    /// It may end a sentence: `Inc.`
    Open,
    /// It ends a list, and before upper case the sentence: `etc.`
    List,
    /// Behind a number it ends a sentence before upper case: `5 lb.` Elsewhere it may.
    Measure,
    /// It may end a sentence, and is an abbreviation in upper case only: `Wash.`
    Place,
    /// A month; it may end a sentence.
    Month,
    /// A time of day; it ends a sentence unless a day, a month or a zone follows.
    Time,
}

/// What a word says about the place where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// It begins sentences, and hardly ever goes on a name.
    Starter,
    /// It does that too, and begins what says no more than a time: `At 5 p.m.`
    Adverbial,
    /// It does that too, and begins a clause: `said it would`.
    Clause,
    /// It goes with a time of day: a day, a month, a zone.
    Day,
    /// It says that someone speaks.
    Speech,
    /// A name that is written with an exclamation mark.
    Exclaimed,
}

/// Eight thousand bits for some three hundred abbreviations. Each word before a stop is looked up, and hardly one that is no abbreviation
/// passes.
const SEEN: usize = 128;

/// The words of one language.
#[derive(Debug)]
struct Words {
    abbreviations: keys::Words<Abbreviation, SEEN>,
    words: keys::Words<Word>,
}

/// The words of a language; of all of them, one after the other, where it is not known: that `Mr.` is no sentence is true in any.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lists(&'static [Words]);

impl Lists {
    pub(super) fn of(language: Option<Language>) -> Self {
        Self(match language {
            Some(Language::English) => &ALL[0..1],
            Some(Language::German) => &ALL[1..2],
            Some(Language::French) => &ALL[2..3],
            Some(Language::Spanish) => &ALL[3..4],
            Some(Language::Portuguese) => &ALL[4..5],
            Some(Language::Italian) => &ALL[5..6],
            Some(Language::Dutch) => &ALL[6..7],
            Some(_) => &[],
            None => &ALL,
        })
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// No abbreviation without a stop inside has more bytes.
    pub(super) const LONGEST: usize = 8;

    /// What kind of abbreviation it is, written without its last stop.
    pub(super) fn abbreviation(self, token: &str) -> Option<Abbreviation> {
        let key = Key::of_any(token);
        let found = self.0.iter().find_map(|words| words.abbreviations.find(key))?;
        let upper = || token.chars().next().is_some_and(char::is_uppercase);
        (found != Abbreviation::Place || upper()).then_some(found)
    }

    /// Whether a word of this key, which is in small letters, is an abbreviation.
    #[inline]
    pub(super) fn has_small(self, key: Key) -> bool {
        let found = self.0.iter().find_map(|words| words.abbreviations.find(key));
        found.is_some_and(|found| found != Abbreviation::Place)
    }

    pub(super) fn is(self, word: &str, wanted: Word) -> bool {
        let key = Key::of_any(word);
        let mut found = self.0.iter().filter_map(|words| words.words.find(key));
        found.any(|found| found == wanted || wanted == Word::Starter && matches!(found, Word::Adverbial | Word::Clause))
    }
}

/// Whether a word begins sentences in a language, and hardly ever goes on a name.
pub(in crate::annotate) fn begins_sentences(word: &str, language: Language) -> bool {
    Lists::of(Some(language)).is(word, Word::Starter)
}

/// The entries of each file.
const FILES: [&[Entry]; 7] = [
    data!("../../../data/sentences/en.toml"),
    data!("../../../data/sentences/de.toml"),
    data!("../../../data/sentences/fr.toml"),
    data!("../../../data/sentences/es.toml"),
    data!("../../../data/sentences/pt.toml"),
    data!("../../../data/sentences/it.toml"),
    data!("../../../data/sentences/nl.toml"),
];

/// The lists of one file.
macro_rules! words {
    ($file:literal) => {{
        const FILE: &[Entry] = FILES[$file];
        const ABBREVIATIONS: Slots<Abbreviation, { slots_for(count(FILE, "abbreviations")) }, SEEN> = {
            let (mut slots, mut at) = (Slots::with_seen(Abbreviation::Open), 0);
            while at < FILE.len() {
                if is_same(FILE[at].section, "abbreviations") {
                    slots = slots.with(FILE[at].name, abbreviation(FILE[at].value));
                }
                at += 1;
            }
            slots
        };
        const WORDS: Slots<Word, { slots_for(count(FILE, "words")) }> = {
            let (mut slots, mut at) = (Slots::new(Word::Starter), 0);
            while at < FILE.len() {
                if is_same(FILE[at].section, "words") {
                    slots = slots.with(FILE[at].name, word(FILE[at].value));
                }
                at += 1;
            }
            slots
        };
        Words { abbreviations: keys::Words { slots: &ABBREVIATIONS.slots }, words: keys::Words { slots: &WORDS.slots } }
    }};
}

static ALL: [Words; 7] = [words!(0), words!(1), words!(2), words!(3), words!(4), words!(5), words!(6)];

const fn count(file: &[Entry], section: &str) -> usize {
    let (mut at, mut found) = (0, 0);
    while at < file.len() {
        found += is_same(file[at].section, section) as usize;
        at += 1;
    }
    found
}

const fn abbreviation(name: &str) -> Abbreviation {
    const NAMES: [(&str, Abbreviation); 9] = [
        ("title", Abbreviation::Title),
        ("before", Abbreviation::Before),
        ("number", Abbreviation::Number),
        ("open", Abbreviation::Open),
        ("list", Abbreviation::List),
        ("measure", Abbreviation::Measure),
        ("place", Abbreviation::Place),
        ("month", Abbreviation::Month),
        ("time", Abbreviation::Time),
    ];
    let mut at = 0;
    while !is_same(NAMES[at].0, name) {
        at += 1;
    }
    NAMES[at].1
}

const fn word(name: &str) -> Word {
    const NAMES: [(&str, Word); 6] = [
        ("starter", Word::Starter),
        ("adverbial", Word::Adverbial),
        ("clause", Word::Clause),
        ("day", Word::Day),
        ("speech", Word::Speech),
        ("exclaimed", Word::Exclaimed),
    ];
    let mut at = 0;
    while !is_same(NAMES[at].0, name) {
        at += 1;
    }
    NAMES[at].1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order() {
        for file in FILES {
            let in_order = |one: &Entry, other: &Entry| one.section != other.section || one.name < other.name;
            assert!(file.is_sorted_by(in_order));
            let long = |entry: &&Entry| entry.name.len() > Lists::LONGEST && !entry.name.contains('.');
            let mut abbreviations = file.iter().filter(|entry| entry.section == "abbreviations");
            assert_eq!(abbreviations.find(long), None);
        }
    }

    #[test]
    fn case_matters_where_the_word_is_one() {
        let english = Lists::of(Some(Language::English));
        assert_eq!(english.abbreviation("Wash"), Some(Abbreviation::Place));
        assert_eq!(english.abbreviation("wash"), None);
        assert_eq!(english.abbreviation("MR"), Some(Abbreviation::Title));
        assert!(english.is("The", Word::Starter));
        assert!(Lists::of(Some(Language::French)).is("À", Word::Starter));
    }
}
