//! The words around a quotation in languages other than English.

use crate::data::{Entry, data, is_same};
use crate::keys::{Key, Slots, Words, slots_for};
use crate::language::Language;

const ENTRIES: &[Entry] = data!("../../../../data/quotations/others.toml");

/// What a word is, beside a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A verb of speech.
    Verb,
    /// A verb of speech that is a noun elsewhere (`conta`, `pergunta`). It counts only behind a quotation.
    Echo,
    Article,
    Pronoun,
    /// It introduces a clause: `que`.
    Conjunction,
    /// It may stand between a verb and its subject: `também`.
    Adverb,
    /// It binds a name or an office together: `da`.
    Link,
    /// It begins an adjunct: `em`, `ao`.
    Preposition,
    /// `segundo`, `de acordo com`.
    According,
    /// It begins nobody's name: `não`, `quando`, `isso`.
    Stop,
}

impl Kind {
    const NAMES: [(&'static str, Self); 10] = [
        ("verb", Self::Verb),
        ("echo", Self::Echo),
        ("article", Self::Article),
        ("pronoun", Self::Pronoun),
        ("conjunction", Self::Conjunction),
        ("adverb", Self::Adverb),
        ("link", Self::Link),
        ("preposition", Self::Preposition),
        ("according", Self::According),
        ("stop", Self::Stop),
    ];
}

/// Verbs that hardly have another object beside a quotation: `disse a verdade` is rare, `anunciou o fim` is not.
#[rustfmt::skip]
const SAYING: &[&str] = &[
    "sagt", "sagte", "sagten", "betonte", "erklärte", "meint", "meinte", "dice", "dicen", "dijo", "dijeron", "afirma", "afirmó", "declara",
    "declaró", "explica", "explicó", "señala", "señaló", "ha dicho", "ha afirmado", "ha explicado", "dit", "a dit", "a affirmé", "a déclaré",
    "a expliqué", "ha detto", "ha dichiarato", "ha spiegato", "zegt", "zei", "zeiden", "aldus", "disse", "diz", "dizem", "disseram", "afirmou",
    "afirmam", "afirmaram", "declarou", "explicou", "ponderou",
];

/// Whether a verb of one or two words is such a verb.
pub(super) fn is_saying(verb: &str) -> bool {
    SAYING.contains(&&*verb.to_lowercase())
}

/// The kind that an entry of the list names. Another value does not compile.
const fn named(value: &str) -> Kind {
    let mut at = 0;
    while !is_same(Kind::NAMES[at].0, value) {
        at += 1;
    }
    Kind::NAMES[at].1
}

/// How many entries the language has.
const fn count(code: &str) -> usize {
    let (mut at, mut count) = (0, 0);
    while at < ENTRIES.len() {
        count += is_same(ENTRIES[at].section, code) as usize;
        at += 1;
    }
    count
}

/// The words of the language.
const fn slots<const COUNT: usize>(code: &str) -> Slots<Kind, COUNT> {
    let (mut slots, mut at) = (Slots::new(Kind::Stop), 0);
    while at < ENTRIES.len() {
        if is_same(ENTRIES[at].section, code) {
            slots = slots.with(ENTRIES[at].name, named(ENTRIES[at].value));
        }
        at += 1;
    }
    slots
}

macro_rules! table {
    ($code:literal) => {{
        const SLOTS: Slots<Kind, { slots_for(count($code)) }> = slots($code);
        Words { slots: &SLOTS.slots }
    }};
}

static GERMAN: Words<Kind> = table!("de");
static SPANISH: Words<Kind> = table!("es");
static FRENCH: Words<Kind> = table!("fr");
static ITALIAN: Words<Kind> = table!("it");
static DUTCH: Words<Kind> = table!("nl");
static PORTUGUESE: Words<Kind> = table!("pt");

/// The words of a language, if there is a list of them.
fn words(language: Language) -> Option<&'static Words<Kind>> {
    match language {
        Language::German => Some(&GERMAN),
        Language::Spanish => Some(&SPANISH),
        Language::French => Some(&FRENCH),
        Language::Italian => Some(&ITALIAN),
        Language::Dutch => Some(&DUTCH),
        Language::Portuguese => Some(&PORTUGUESE),
        _ => None,
    }
}

/// The kind of a word, or of several together, whatever their case.
pub(super) fn kind(language: Language, word: &str) -> Option<Kind> {
    words(language)?.find(Key::of_any(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_and_each_language_has_a_table() {
        assert!(ENTRIES.windows(2).all(|pair| (pair[0].section, pair[0].name) < (pair[1].section, pair[1].name)));
        for entry in ENTRIES {
            let language = Language::ALL.iter().find(|language| language.code() == entry.section);
            let kind = language.and_then(|&language| kind(language, entry.name));
            assert_eq!(kind, Some(named(entry.value)), "{} {}", entry.section, entry.name);
        }
    }

    #[test]
    fn words_are_found_however_they_are_written() {
        let of = |words| kind(Language::Portuguese, words);
        assert_eq!(
            (of("disse"), of("Disse"), of("DE ACORDO COM")),
            (Some(Kind::Verb), Some(Kind::Verb), Some(Kind::According))
        );
        assert_eq!((of("À"), of("É")), (Some(Kind::Preposition), Some(Kind::Stop)));
        assert_eq!((of("sagte"), of("ponte"), of("")), (None, None, None));
    }
}
