//! Words of other languages that are written with a hyphen before or behind them. Of their other words hardly any has one before a small
//! letter, so that in a text whose lines were hyphenated such a hyphen is the line's.

use crate::language::Language;

/// Whether a hyphen between the two is the words' own.
pub(super) fn keeps_hyphen(language: Language, left: &str, right: &str) -> bool {
    let (before, behind) = match language {
        Language::Dutch => (DUTCH, NONE),
        Language::French => (FRENCH, FRENCH_SECOND),
        Language::German => (GERMAN, NONE),
        Language::Italian => (ITALIAN, NONE),
        Language::Portuguese => (PORTUGUESE, PORTUGUESE_SECOND),
        Language::Spanish => (SPANISH, NONE),
        _ => (NONE, NONE),
    };
    let is_among = |words: &[&str], word: &str| {
        let word = word.to_lowercase();
        let stem = word.rsplit(['\'', '’']).next().unwrap_or(&word);
        words.contains(&stem)
    };
    is_among(before, left) || is_among(behind, right) || is_first_adjective(language, left)
}

/// `técnico-⏎administrativo`, `politico-⏎economico`: the first of two adjectives. Hardly a word is cut behind these letters, but for short
/// beginnings (`psico-⏎logia`).
fn is_first_adjective(language: Language, left: &str) -> bool {
    const SHORTEST: usize = 6;
    matches!(language, Language::Italian | Language::Portuguese | Language::Spanish)
        && left.ends_with("ico")
        && left.chars().count() >= SHORTEST
}

/// Languages in which a suspended hyphen stands before *and* and *or* alone: `puer-⏎to` is a word.
pub(in crate::repair) fn hardly_suspends(language: Language) -> bool {
    matches!(language, Language::French | Language::Italian | Language::Portuguese | Language::Spanish)
}

const NONE: &[&str] = &[];
const DUTCH: &[&str] = &[
    "adjunct",
    "anti",
    "co",
    "ex",
    "kandidaat",
    "leerling",
    "niet",
    "noord",
    "non",
    "oost",
    "oud",
    "privé",
    "pro",
    "semi",
    "vice",
    "west",
    "zuid",
];
#[rustfmt::skip]
const FRENCH: &[&str] = &[
    "anti", "après", "arrière", "au", "avant", "bas", "beau", "belle", "celle", "celles", "celui", "centre", "ceux", "chef", "ci",
    "contre", "demi", "est", "ex", "franco", "grand", "grande", "grands", "haut", "là", "mi", "moins", "nord", "non", "ouest", "par",
    "petit", "petite", "petits", "peut", "plus", "porte", "pro", "quasi", "rendez", "rez", "saint", "sainte", "sans", "semi", "sous",
    "sud", "tout", "trois", "vice", "vingt", "week",
];
#[rustfmt::skip]
const FRENCH_SECOND: &[&str] = &[
    "ce", "ci", "dessous", "dessus", "elle", "elles", "en", "il", "ils", "je", "la", "le", "les", "leur", "lui", "là", "moi", "même",
    "mêmes", "nous", "on", "t", "toi", "tu", "vous", "y", "à",
];
const GERMAN: &[&str] = &["deutsch", "ex", "nicht", "pro"];
const ITALIAN: &[&str] = &["anti", "centro", "ex", "filo", "italo", "neo", "non", "vice"];
#[rustfmt::skip]
const PORTUGUESE: &[&str] = &[
    "além", "ex", "guarda", "luso", "meia", "mini", "não", "pré", "pró", "pós", "quarta", "quinta", "recém", "segunda", "sem", "sexta",
    "terça", "vice",
];
#[rustfmt::skip]
const PORTUGUESE_SECOND: &[&str] = &[
    "a", "as", "feira", "la", "las", "lha", "lhe", "lhes", "lo", "los", "me", "na", "nas", "no", "nos", "o", "os", "se", "te", "vos",
];
const SPANISH: &[&str] = &["anti", "ex", "franco", "hispano", "pro", "vice"];
