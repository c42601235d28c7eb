//! What a word can do around a quotation: function words by class, and verbs that report.

use crate::data::{Entry, data, is_same};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Pronoun,
    Who,
    That,
    Determiner,
    Preposition,
    And,
    Subordinator,
    As,
    According,
    To,
    Be,
    Auxiliary,
    Adverb,
    /// A day or a month: it says when, and is nobody's name here.
    Weekday,
    Verb(Verb),
    /// Any other word.
    Word,
    Number,
    Comma,
    Colon,
    Semicolon,
    Dash,
    Open,
    Close,
    /// The end of a sentence.
    Stop,
    /// A quoted stretch, as one token.
    Quote,
}

/// A form of a verb that reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verb {
    /// Whether it takes a quotation as what was said, not only words as how something was called.
    pub(super) speech: bool,
    /// Whether it gives something its name: `called`.
    pub(super) naming: bool,
    pub(super) form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Base,
    Present,
    Past,
    Participle,
    Gerund,
    /// A form of the present that is as often a noun: `claims`, `plan`.
    Noun,
}

const ENTRIES: &[Entry] = data!("../../../data/quotations/en.toml");
const COUNT: usize = ENTRIES.len();

/// The tags of the entries, in their order, which is that of their names.
static TAGS: [(&str, Tag); COUNT] = {
    let mut tags = [("", Tag::Word); COUNT];
    let mut at = 0;
    while at < COUNT {
        tags[at] = (ENTRIES[at].name, named(ENTRIES[at].value));
        at += 1;
    }
    tags
};

const fn named(value: &str) -> Tag {
    const NAMES: &[(&str, Tag)] = &[
        ("pronoun", Tag::Pronoun),
        ("who", Tag::Who),
        ("that", Tag::That),
        ("determiner", Tag::Determiner),
        ("preposition", Tag::Preposition),
        ("and", Tag::And),
        ("subordinator", Tag::Subordinator),
        ("as", Tag::As),
        ("according", Tag::According),
        ("to", Tag::To),
        ("be", Tag::Be),
        ("auxiliary", Tag::Auxiliary),
        ("adverb", Tag::Adverb),
        ("weekday", Tag::Weekday),
        ("speech base", Tag::Verb(Verb { speech: true, naming: false, form: Form::Base })),
        ("speech present", Tag::Verb(Verb { speech: true, naming: false, form: Form::Present })),
        ("speech past", Tag::Verb(Verb { speech: true, naming: false, form: Form::Past })),
        ("speech participle", Tag::Verb(Verb { speech: true, naming: false, form: Form::Participle })),
        ("speech noun", Tag::Verb(Verb { speech: true, naming: false, form: Form::Noun })),
        ("speech gerund", Tag::Verb(Verb { speech: true, naming: false, form: Form::Gerund })),
        ("stance base", Tag::Verb(Verb { speech: false, naming: false, form: Form::Base })),
        ("stance present", Tag::Verb(Verb { speech: false, naming: false, form: Form::Present })),
        ("stance past", Tag::Verb(Verb { speech: false, naming: false, form: Form::Past })),
        ("stance participle", Tag::Verb(Verb { speech: false, naming: false, form: Form::Participle })),
        ("stance noun", Tag::Verb(Verb { speech: false, naming: false, form: Form::Noun })),
        ("naming past", Tag::Verb(Verb { speech: false, naming: true, form: Form::Past })),
        ("stance gerund", Tag::Verb(Verb { speech: false, naming: false, form: Form::Gerund })),
    ];
    let mut at = 0;
    while at < NAMES.len() {
        if is_same(NAMES[at].0, value) {
            return NAMES[at].1;
        }
        at += 1;
    }
    panic!("a class of words that is not known")
}

/// The longest word that is looked up.
const LONGEST: usize = 20;

/// What a word is, whatever its case.
pub(super) fn tag(word: &str) -> Tag {
    if word.len() > LONGEST {
        return Tag::Word;
    }
    let mut lower = [0; LONGEST];
    for (to, from) in lower.iter_mut().zip(word.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    let lower = &lower[..word.len()];
    if lower == b"to" {
        return Tag::To;
    }
    TAGS.binary_search_by(|(known, _)| known.as_bytes().cmp(lower)).map_or(Tag::Word, |at| TAGS[at].1)
}

/// Words in `-ly` that are no adverbs, sorted.
#[rustfmt::skip]
static NOUNS_IN_LY: &[&str] = &[
    "anomaly", "assembly", "bully", "butterfly", "curly", "daily", "deadly", "early", "elderly", "family", "friendly", "lonely", "lovely",
    "monopoly", "monthly", "motherly", "orderly", "quarterly", "rally", "supply", "ugly", "unlikely", "weekly", "yearly",
];

pub(super) fn is_noun_in_ly(word: &str) -> bool {
    NOUNS_IN_LY.binary_search(&word).is_ok()
}

/// Titles and other words that a full stop belongs to, in lower case, sorted.
#[rustfmt::skip]
static SHORTENED: &[&str] = &[
    "adm", "ala", "apr", "ariz", "ark", "atty", "aug", "ave", "brig", "bros", "calif", "capt", "cmdr", "co", "col", "colo", "conn", "corp",
    "cpl", "d", "dec", "del", "dept", "det", "dr", "feb", "fla", "ga", "gen", "gov", "hon", "ill", "inc", "ind", "insp", "jan", "jr", "kan",
    "ky", "la", "lt", "ltd", "maj", "mass", "md", "messrs", "mich", "minn", "miss", "mo", "mont", "mr", "mrs", "ms", "mt", "neb", "nev",
    "no", "nov", "oct", "okla", "ore", "pa", "ph", "pres", "prof", "pvt", "r", "rep", "reps", "rev", "sec", "sen", "sens", "sept", "sgt",
    "spc", "sr", "st", "supt", "tenn", "tex", "treas", "va", "vs", "vt", "wash", "wis",
];

/// Whether a full stop after the word is its own.
pub(super) fn is_shortened(word: &str) -> bool {
    let mut lower = [0; 8];
    if word.len() > lower.len() {
        return false;
    }
    for (to, from) in lower.iter_mut().zip(word.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    SHORTENED.binary_search_by(|known| known.as_bytes().cmp(&lower[..word.len()])).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_order() {
        assert!(TAGS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(SHORTENED.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(tag("Said"), Tag::Verb(Verb { speech: true, naming: false, form: Form::Past }));
        assert_eq!(tag("harbour"), Tag::Word);
    }
}
