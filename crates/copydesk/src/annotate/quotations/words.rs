//! What English words can be around a quotation: function words by class, and verbs that report.

use crate::data::{Entry, data, is_same};
use crate::keys::{Key, Slots, Words, slots_for, words};

use super::traits::Traits;

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
    /// A day or a month. It says when, and is nobody's name here.
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
    /// What quoted words are to it.
    pub(super) class: Class,
    pub(super) form: Form,
}

/// What quoted words are to a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// What was said: `said`.
    Speech,
    /// How something was called or judged: `denounced`.
    Stance,
    /// What was thought, wished or done. Quoted words behind it are as often the article's own: `wanted`.
    Weak,
    /// The name that something has: `called`.
    Naming,
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

/// What is known of a word: its tag, and its traits.
type Known = (Tag, Traits);

/// The words of a filter that is asked before the table: sixteen thousand bits for two thousand words. The slots of the table take a
/// quarter of a megabyte. The filter tells most names and nouns to be none of the words without a look at memory so far from the processor.
const SEEN: usize = 256;

/// The words of the list. Every second word around a quotation is one of them.
static KNOWN: Words<Known, SEEN> = Words {
    slots: {
        const SLOTS: Slots<Known, { slots_for(ENTRIES.len()) }, SEEN> = {
            let (mut slots, mut at, mut of_word) = (Slots::with_seen(UNKNOWN), 0, 0);
            while at < ENTRIES.len() {
                let Entry { name, value, .. } = ENTRIES[at];
                let (tag, mut traits) = named(value);
                if of_word < Traits::OF_WORDS.len() && is_same(Traits::OF_WORDS[of_word].0, name) {
                    traits = traits.with(Traits::OF_WORDS[of_word].1);
                    of_word += 1;
                }
                slots = slots.with(name, (tag, traits));
                at += 1;
            }
            assert!(
                of_word == Traits::OF_WORDS.len(),
                "a word with traits that is not in the list, or not in its order"
            );
            slots
        };
        &SLOTS.slots
    },
};

const UNKNOWN: Known = (Tag::Word, Traits::NONE);

const fn verb(class: Class, form: Form) -> Tag {
    Tag::Verb(Verb { class, form })
}

/// The tag and the traits that the words of a class have.
const fn named(value: &str) -> (Tag, Traits) {
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
        ("speech base", verb(Class::Speech, Form::Base)),
        ("speech present", verb(Class::Speech, Form::Present)),
        ("speech past", verb(Class::Speech, Form::Past)),
        ("speech participle", verb(Class::Speech, Form::Participle)),
        ("speech gerund", verb(Class::Speech, Form::Gerund)),
        ("speech noun", verb(Class::Speech, Form::Noun)),
        ("stance base", verb(Class::Stance, Form::Base)),
        ("stance present", verb(Class::Stance, Form::Present)),
        ("stance past", verb(Class::Stance, Form::Past)),
        ("stance participle", verb(Class::Stance, Form::Participle)),
        ("stance gerund", verb(Class::Stance, Form::Gerund)),
        ("stance noun", verb(Class::Stance, Form::Noun)),
        ("weak base", verb(Class::Weak, Form::Base)),
        ("weak present", verb(Class::Weak, Form::Present)),
        ("weak past", verb(Class::Weak, Form::Past)),
        ("weak participle", verb(Class::Weak, Form::Participle)),
        ("weak gerund", verb(Class::Weak, Form::Gerund)),
        ("weak noun", verb(Class::Weak, Form::Noun)),
        ("naming past", verb(Class::Naming, Form::Past)),
    ];
    /// Classes of words whose tag is that of any other word, but which have a trait.
    const NOUNS: &[(&str, Traits)] = &[
        ("people", Traits::PLURAL),
        ("body", Traits::BODY),
        ("work", Traits::WORK),
        ("citing", Traits::CITING),
        ("deed", Traits::DEED),
        ("sign", Traits::SIGN),
        ("wording", Traits::WORDING),
        ("heading", Traits::HEADING),
        ("object", Traits::OBJECT),
        ("postposed", Traits::POSTPOSED),
    ];
    let mut at = 0;
    while at < NOUNS.len() {
        if is_same(NOUNS[at].0, value) {
            return (Tag::Word, NOUNS[at].1);
        }
        at += 1;
    }
    at = 0;
    while at < NAMES.len() {
        if is_same(NAMES[at].0, value) {
            return (NAMES[at].1, Traits::NONE);
        }
        at += 1;
    }
    panic!("a class of words that is not known")
}

/// What is known of a word, whatever its case.
pub(super) fn known(word: &str) -> Known {
    of_key(Key::of(word.as_bytes()))
}

/// The same for a word whose key is made already.
pub(super) fn of_key(key: Key) -> Known {
    KNOWN.find(key).unwrap_or(UNKNOWN)
}

/// The tag of a word, whatever its case.
pub(super) fn tag(word: &str) -> Tag {
    known(word).0
}

/// Whether a day or a month, as opposed to a season, is written with a capital anyway.
pub(super) fn is_dated(word: &[u8]) -> bool {
    word.len() <= 4
        || word.ends_with(b"day")
        || word.ends_with(b"ber")
        || matches!(word, b"January" | b"February" | b"April" | b"August")
}

/// Words in `-ly` that are no adverbs.
#[rustfmt::skip]
static NOUNS_IN_LY: Words<()> = words!(
    64,
    [
        "anomaly", "assembly", "bully", "butterfly", "curly", "daily", "deadly", "early", "elderly", "family", "friendly", "lonely", "lovely",
        "monopoly", "monthly", "motherly", "orderly", "quarterly", "rally", "supply", "ugly", "unlikely", "weekly", "yearly",
    ]
);

/// Whether a word in small letters ends in `-ly` and is no adverb.
pub(super) fn is_noun_in_ly(word: &[u8]) -> bool {
    NOUNS_IN_LY.get(word).is_some()
}

/// Adverbs that begin a sentence and are nobody's name. `Sally` is not among them.
#[rustfmt::skip]
static OPENING: Words<()> = words!(
    256,
    [
        "accordingly", "actually", "additionally", "admittedly", "allegedly", "alternatively", "angrily", "apparently", "basically",
        "certainly", "clearly", "consequently", "crucially", "curiously", "currently", "effectively", "especially", "essentially",
        "eventually", "evidently", "famously", "formerly", "fortunately", "frankly", "generally", "historically", "honestly", "hopefully",
        "immediately", "importantly", "inevitably", "initially", "interestingly", "ironically", "luckily", "mostly", "naturally",
        "nearly", "normally", "notably", "obviously", "occasionally", "oddly", "officially", "originally", "partly", "possibly",
        "predictably", "presumably", "previously", "privately", "publicly", "quickly", "remarkably", "repeatedly", "reportedly",
        "roughly", "sadly", "seemingly", "separately", "seriously", "shortly", "significantly", "similarly", "simultaneously",
        "specifically", "strangely", "subsequently", "suddenly", "supposedly", "surprisingly", "technically", "tellingly", "thankfully",
        "theoretically", "traditionally", "typically", "ultimately", "understandably", "undoubtedly", "unfortunately", "unsurprisingly",
        "usually",
    ]
);

/// Whether a word is such an adverb, however it is written.
pub(super) fn is_opening_adverb(word: &[u8]) -> bool {
    std::str::from_utf8(word).is_ok_and(|word| OPENING.has(word))
}

/// Titles and other words that end in a full stop of their own, without it.
#[rustfmt::skip]
static SHORTENED: Words<()> = words!(
    256,
    [
        "adm", "ala", "apr", "ariz", "ark", "atty", "aug", "ave", "brig", "bros", "calif", "capt", "cllr", "cmdr", "co", "col", "colo", "conn", "corp", "coun",
        "cpl", "d", "dec", "del", "dept", "det", "dr", "feb", "fla", "ga", "gen", "gov", "hon", "ill", "inc", "ind", "insp", "jan", "jr", "kan",
        "ky", "la", "lt", "ltd", "maj", "mass", "md", "messrs", "mich", "minn", "miss", "mo", "mont", "mr", "mrs", "ms", "mt", "neb", "nev",
        "no", "nov", "oct", "okla", "ore", "pa", "ph", "pres", "prof", "pvt", "r", "rep", "reps", "rev", "sec", "sen", "sens", "sept", "sgt",
        "spc", "sr", "st", "supt", "tenn", "tex", "treas", "va", "vs", "vt", "wash", "wis",
    ]
);

/// No word of the list has more letters.
pub(super) const SHORTENED_LETTERS: usize = 6;

/// Whether a full stop behind the word belongs to it.
pub(super) fn is_shortened(word: &str) -> bool {
    word.len() <= SHORTENED_LETTERS && SHORTENED.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_order() {
        assert!(ENTRIES.windows(2).all(|pair| pair[0].name < pair[1].name));
        assert!(is_shortened("Calif") && is_shortened("MR") && !is_shortened("quay"));
        assert_eq!(tag("Said"), verb(Class::Speech, Form::Past));
        assert_eq!(tag("Acknowledging"), verb(Class::Speech, Form::Gerund));
        assert_eq!(tag("harbour"), Tag::Word);
        assert_eq!(known("Police"), (Tag::Word, Traits::PLURAL));
    }
}
