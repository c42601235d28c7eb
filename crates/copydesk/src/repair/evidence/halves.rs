//! The two halves of a word or of a compound, with a hyphen between that may belong to neither.

use crate::language::Language;

use super::common::is_common;
use super::listed::Listed;
use super::words::{self, has, starts_lower, starts_upper};

pub(crate) use super::lexicon::is_known;

/// What two halves look like, whatever stands around them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Halves {
    /// Halves of one word: together a word, and not each one alone; or the second is an ending.
    Word,
    /// Together a word, and each half one too: `re- port`, `with- out`.
    Either,
    /// No word is known, neither together nor apart. Of a line's hyphens nine in ten belong to the line.
    Unknown,
    /// Two words, or a prefix that keeps its hyphen.
    Compound,
}

impl Halves {
    /// `attested`: the joined word stands elsewhere in the document.
    pub(crate) fn of(language: Language, left: &str, right: &str, attested: Attested) -> Self {
        let letters = |half: &str| half.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’'));
        let shouted = |half: &str| half.chars().nth(1).is_some() && !half.chars().any(char::is_lowercase);
        // No line leaves one letter behind, or takes one over; a rating may: `B- and second-lien ratings`.
        let single = |half: &str| half.chars().nth(1).is_none();
        if single(left) || single(right) || !starts_lower(right) || !letters(left) || !letters(right) || shouted(left) {
            let surname = matches!(left, "Mc" | "Mac") && starts_upper(right) && letters(right);
            return if surname { Self::Word } else { Self::Compound };
        }
        let ending = ends_words(language, right);
        if language != Language::English {
            return match attested {
                Attested::Joined => Self::Word,
                Attested::No if ending || is_common(language, left, right) => Self::Word,
                Attested::No => Self::Unknown,
            };
        }
        let second = || is_known(right);
        let prefix = Listed::of(left);
        // First halves that are no words of their own, or hardly ever. `al` stands before names alone.
        let is_prefix = prefix.is(words::PREFIXES) && !left.eq_ignore_ascii_case("al");
        let keeps = prefix.is(words::KEEPING);
        let first = || !is_prefix && is_known(left);
        let together = attested == Attested::Joined || joined_is_known(left, right);
        if together {
            let prefixed = || is_prefix && (second() || keeps && attested == Attested::No);
            return if first() && second() || prefixed() { Self::Either } else { Self::Word };
        }
        if ending {
            return Self::Word;
        }
        let first = first();
        if first && matches!(right, "ward" | "wards" | "wise") {
            return Self::Either;
        }
        let second = second();
        // `London- listed`, but `Nether- lands`, `Clin- ton`: names end in words too.
        let named = starts_upper(left) && second && right.len() >= 4 && !ends_names(right);
        let prefixed = (keeps || left == "re") && (second || prefix.is(words::ALWAYS_KEEPING) && right.len() >= 4);
        if prefixed || first && second || named { Self::Compound } else { Self::Unknown }
    }
}

impl Halves {
    /// Whether the halves together are a common English word, and the second one alone is none.
    pub(crate) fn are_one_word(left: &str, right: &str) -> bool {
        let letters = |half: &str| !half.is_empty() && half.bytes().all(|byte| byte.is_ascii_alphabetic());
        letters(left) && letters(right) && joined_is_known(left, right) && !is_known(right)
    }
}

/// Whether the document has the joined word elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attested {
    Joined,
    No,
}

/// Whether a hyphen before this word hangs for certain: `low- and`, `Vor- und`. `drive-through` and `unheard-of` are compounds, and what is a
/// word of one language is a syllable of another (`mui-to`, `schau-en`).
pub(crate) fn suspends(language: Language, right: &str) -> bool {
    match language {
        Language::Dutch => matches!(right, "en" | "of" | "tot"),
        Language::French => right == "et",
        Language::German => matches!(right, "als" | "bis" | "bzw" | "oder" | "sowie" | "und"),
        Language::Italian | Language::Portuguese | Language::Spanish => false,
        _ => words::SUSPENDING.has(right) && !matches!(right, "of" | "through"),
    }
}

/// Whether the halves together are a word of the list.
pub(crate) fn joined_is_known(left: &str, right: &str) -> bool {
    joined_is(left, right, |word| std::str::from_utf8(word).is_ok_and(is_known))
}

/// No word of a list is longer, with its endings.
pub(super) const LONGEST: usize = 32;

/// Whether the halves together are such a word.
pub(super) fn joined_is(left: &str, right: &str, such: impl FnOnce(&[u8]) -> bool) -> bool {
    let mut joined = [0; LONGEST];
    let len = left.len() + right.len();
    if len > LONGEST {
        return false;
    }
    joined[..left.len()].copy_from_slice(left.as_bytes());
    joined[left.len()..len].copy_from_slice(right.as_bytes());
    such(&joined[..len])
}

/// First halves that newspapers mostly write with a hyphen, before a word with which they are no common word.
pub(crate) fn keeps_hyphen(left: &str) -> bool {
    words::KEEPING.has(left)
}

/// Words that names of persons and places end in.
fn ends_names(right: &str) -> bool {
    let right = ["'s", "’s"].iter().find_map(|end| right.strip_suffix(end)).unwrap_or(right);
    words::NAME_ENDS.has(right)
}

/// Second halves that are endings and no words.
fn ends_words(language: Language, right: &str) -> bool {
    let right = words::without_possessive(right);
    let list: &[&str] = match language {
        Language::English => return words::ENDINGS.has(right),
        Language::German => GERMAN,
        Language::Dutch => DUTCH,
        Language::Spanish => SPANISH,
        Language::Portuguese => PORTUGUESE,
        Language::French => FRENCH,
        _ => &[],
    };
    has(list, right) || language == Language::German && ends_german_noun(right)
}

/// German nouns begin with a capital: what ends like one and has none is the rest of one.
fn ends_german_noun(right: &str) -> bool {
    const SUFFIXES: &[&str] = &[
        "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "tät", "täten",
        "ismus",
    ];
    right != "jung" && SUFFIXES.iter().any(|suffix| right.ends_with(suffix))
}

#[rustfmt::skip]
const GERMAN: &[&str] = &[
    "chen", "isch", "ische", "ischen", "ischer", "lich", "liche", "lichen", "licher", "liches", "schen", "scher",
];

#[rustfmt::skip]
const DUTCH: &[&str] = &[
    "baar", "bare", "heden", "heid", "lijk", "lijke", "ningen", "ringen", "schappen", "singen", "tie", "ties",
    "tingen",
];

#[rustfmt::skip]
const FRENCH: &[&str] = &[
    "bilité", "bilités", "cation", "cations", "ciation", "ciations", "lement", "lements", "ment", "mentaire", "mentaires", "ments",
    "nement", "nements", "ration", "rations", "sation", "sations", "sement", "sements", "sion", "sions", "tation", "tations", "tement",
    "tion", "tionnel", "tionnelle", "tions", "trice", "trices", "vement",
];

#[rustfmt::skip]
const SPANISH: &[&str] = &[
    "bilidad", "ciones", "ción", "dades", "miento", "mientos", "ración", "siones", "sión", "tivo", "tivos",
];

#[rustfmt::skip]
const PORTUGUESE: &[&str] = &[
    "bilidade", "dades", "mento", "mentos", "ração", "sões", "tivo", "tivos", "zação", "ção", "ções",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn english(left: &str, right: &str) -> Halves {
        Halves::of(Language::English, left, right, Attested::No)
    }

    #[test]
    fn lists_are_sorted() {
        for list in [GERMAN, DUTCH, FRENCH, SPANISH, PORTUGUESE] {
            for pair in list.windows(2) {
                assert!(pair[0] < pair[1], "{} before {}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn one_word_or_two() {
        for (left, right) in
            [("discus", "sions"), ("al", "legedly"), ("govern", "ment"), ("Mon", "day"), ("Mc", "Crae")]
        {
            assert_eq!(english(left, right), Halves::Word, "{left}- {right}");
        }
        for (left, right) in [("re", "port"), ("with", "out"), ("under", "stand")] {
            assert_eq!(english(left, right), Halves::Either, "{left}- {right}");
        }
        for (left, right) in [("long", "term"), ("ex", "mayor"), ("China", "Asia"), ("72", "year"), ("EU", "wide")] {
            assert_eq!(english(left, right), Halves::Compound, "{left}- {right}");
        }
        for (left, right) in [("Zuber", "bühler"), ("Nether", "stone"), ("quor", "ldby")] {
            assert_eq!(english(left, right), Halves::Unknown, "{left}- {right}");
        }
        assert_eq!(Halves::of(Language::German, "Politikfor", "scher", Attested::Joined), Halves::Word);
        assert_eq!(Halves::of(Language::German, "Regie", "rung", Attested::No), Halves::Word);
        assert_eq!(Halves::of(Language::German, "Ent", "scheidung", Attested::No), Halves::Word);
        assert_eq!(Halves::of(Language::German, "alt", "jung", Attested::No), Halves::Unknown);
        assert_eq!(Halves::of(Language::French, "gouverne", "ment", Attested::No), Halves::Word);
        assert_eq!(Halves::of(Language::German, "Nord", "von", Attested::No), Halves::Unknown);
    }

    #[test]
    fn a_hyphen_hangs_before_the_words_of_its_language() {
        for (language, right) in [(Language::German, "und"), (Language::Dutch, "en"), (Language::English, "and")] {
            assert!(suspends(language, right), "{right}");
        }
        for (language, right) in [(Language::German, "en"), (Language::Portuguese, "to"), (Language::Spanish, "en")] {
            assert!(!suspends(language, right), "{right}");
        }
    }
}
