//! What a count counts: the noun after the number, if it is plain.

use crate::keys::{Words, one_of, words};

use super::numbers::{self, Part};
use super::numerals::Shape;
use super::reading::Number;
use super::text::Text;
use super::units::{self, Joint};
use super::word::Word;

/// Plurals without an `s`.
static PLURALS: Words<()> = words!(
    64,
    [
        "aircraft",
        "cattle",
        "children",
        "criteria",
        "data",
        "feet",
        "fish",
        "men",
        "mice",
        "media",
        "people",
        "personnel",
        "plainclothes",
        "police",
        "policemen",
        "sheep",
        "staff",
        "troops",
        "women",
        "lawmakers",
        "spacecraft",
        "teeth",
    ]
);

/// Words that end like plurals and are none, and verbs that follow a number of things left unsaid.
static SINGULARS: Words<()> = words!(
    128,
    [
        "across",
        "afterwards",
        "always",
        "as",
        "besides",
        "business",
        "compares",
        "crisis",
        "davis",
        "denotes",
        "diabetes",
        "does",
        "doors",
        "gas",
        "goes",
        "hamas",
        "harris",
        "has",
        "his",
        "indicates",
        "is",
        "its",
        "less",
        "likes",
        "makes",
        "massachusetts",
        "news",
        "nowadays",
        "overseas",
        "perhaps",
        "plus",
        "remains",
        "says",
        "series",
        "signals",
        "sits",
        "sometimes",
        "status",
        "suggests",
        "texas",
        "this",
        "thus",
        "towards",
        "upwards",
        "us",
        "versus",
        "was",
        "years",
        "yes",
    ]
);

/// Plurals that say of which kind another plural is: `seven police officers`, `two aircraft makers`.
static KINDS: Words<()> = words!(
    64,
    [
        "aircraft",
        "arms",
        "cattle",
        "data",
        "earnings",
        "economics",
        "fish",
        "media",
        "personnel",
        "plainclothes",
        "police",
        "sales",
        "savings",
        "sheep",
        "sports",
        "staff",
        "telecoms"
    ]
);

/// How many of them may stand one behind the other.
const KINDS_IN_A_ROW: usize = 2;

/// Words for people of whom an age or a share is said.
static PEOPLE: Words<()> = words!(
    64,
    [
        "adults",
        "americans",
        "anyone",
        "boys",
        "britons",
        "children",
        "citizens",
        "drivers",
        "everyone",
        "females",
        "girls",
        "households",
        "kids",
        "males",
        "men",
        "patients",
        "pensioners",
        "people",
        "persons",
        "residents",
        "respondents",
        "those",
        "voters",
        "women",
        "workers",
    ]
);

/// Whether the word is one for people of whom an age or a share is said; those of a country are: `Australians`.
pub(super) fn is_of_people(word: Word<'_>) -> bool {
    PEOPLE.has(word) || word.as_bytes().first().is_some_and(u8::is_ascii_uppercase) && word.ends_with("ans")
}

/// Words that no count goes past: what stands after them is not counted.
static STOPS: Words<()> = words!(
    256,
    [
        "a",
        "about",
        "after",
        "against",
        "all",
        "an",
        "and",
        "are",
        "as",
        "at",
        "because",
        "becomes",
        "been",
        "before",
        "begins",
        "brings",
        "but",
        "by",
        "can",
        "comes",
        "compares",
        "considers",
        "contains",
        "continues",
        "could",
        "defines",
        "denotes",
        "did",
        "do",
        "during",
        "each",
        "exceeds",
        "expands",
        "expects",
        "explains",
        "for",
        "from",
        "gets",
        "had",
        "happens",
        "has",
        "have",
        "he",
        "her",
        "his",
        "if",
        "in",
        "includes",
        "indicates",
        "into",
        "involves",
        "is",
        "it",
        "its",
        "keeps",
        "lets",
        "may",
        "more",
        "not",
        "of",
        "off",
        "on",
        "ones",
        "or",
        "out",
        "over",
        "progresses",
        "refers",
        "reflects",
        "represents",
        "requires",
        "restructures",
        "reveals",
        "said",
        "says",
        "seems",
        "separates",
        "she",
        "signals",
        "since",
        "sits",
        "so",
        "suggests",
        "takes",
        "tells",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "they",
        "this",
        "those",
        "through",
        "to",
        "under",
        "underlines",
        "unfolds",
        "until",
        "up",
        "wants",
        "was",
        "we",
        "were",
        "when",
        "where",
        "which",
        "while",
        "who",
        "will",
        "with",
        "would",
        "you",
    ]
);

/// How many words may stand between a number and its noun: `1,200 new factory jobs`.
const BETWEEN: usize = 3;

/// Whether the word has the look of a plural.
pub(super) fn is_plural(word: Word<'_>) -> bool {
    if PLURALS.has(word) {
        return true;
    }
    let bytes = word.as_bytes();
    let lower = bytes.first().is_some_and(|first| first.is_ascii_lowercase() || *first >= 0x80);
    let ends = matches!(bytes, [.., before, b's'] if !matches!(before, b's' | b'u' | b'i' | b'\''));
    lower && bytes.len() > 3 && ends && !SINGULARS.has(word)
}

/// Whether something may be spread over a few of these, or go on for so many: `over four floors`, `over three rounds`.
pub(super) fn is_spread_over(noun: &str) -> bool {
    one_of!(
        noun,
        [
            "floors", "storeys", "stories", "levels", "pages", "rounds", "legs", "holes", "sets", "games", "stages",
            "sites", "seasons", "episodes", "sessions", "phases", "weekends", "nights", "evenings", "meetings",
            "innings"
        ]
    )
}

/// The noun that a number counts, as it stands.
pub(super) fn counted<'t>(text: &Text<'t>, end: usize) -> Option<Word<'t>> {
    let (mut at, joint) = units::joint(text, end);
    if joint == Joint::Glued {
        return None;
    }
    let mut word = text.word(at);
    if joint == Joint::Hyphen {
        // `13-member`; `40-plus` and `ten-fold` count nothing.
        let counts = word.len() > 2 && !one_of!(word, ["plus", "odd", "fold", "strong"]) && !STOPS.has(word);
        return counts.then_some(word);
    }
    let mut is_joined = false;
    for step in 0..=BETWEEN {
        let after = at + word.len();
        let goes_on = text.byte(after) == b'-';
        // The small words of a compound do not end the search: `four sold-out shows`, `two so-called experts`. What another number counts
        // is not counted by this one: `up from 1.1 million three months earlier`.
        if word.is_empty() || !is_joined && !goes_on && (STOPS.has(word) || is_number(word)) {
            return None;
        }
        if is_plural(word) || step == 0 && is_people(word) && !is_name_of(text, word, at + word.len()) {
            // `four plainclothes police officers`
            let mut noun = (word, after);
            for _ in 0..KINDS_IN_A_ROW {
                if !KINDS.has(noun.0) || text.byte(noun.1) != b' ' {
                    break;
                }
                let next = text.word(noun.1 + 1);
                if !is_plural(next) || STOPS.has(next) {
                    break;
                }
                noun = (next, noun.1 + 1 + next.len());
            }
            return Some(noun.0);
        }
        is_joined = goes_on;
        if goes_on {
            at = after + 1;
        } else {
            at = text.past_gap(after);
            if at == after {
                return None;
            }
        }
        word = text.word(at);
    }
    None
}

fn is_number(word: Word<'_>) -> bool {
    matches!(numbers::part(word), Some((Part::Small(2..) | Part::Tens(_), _)))
}

/// Whether the noun begins another clause: `the 200,000 economists had forecast`. Of people who forecast there are no thousands.
pub(super) fn is_of_forecast(text: &Text<'_>, number: &Number, noun: Word<'_>) -> bool {
    if !one_of!(noun, ["economists", "analysts", "experts", "investors", "traders", "forecasters"]) {
        return false;
    }
    let at = text.past_gap(number.end);
    let next = text.next_word(at + noun.len()).1;
    let forecasts = one_of!(
        next,
        ["had", "have", "expected", "expect", "forecast", "predicted", "projected", "anticipated", "estimated"]
    );
    let many = number.has_scale || number.shape == Shape::Marked;
    text.word(at).as_str() == noun.as_str() && forecasts && many
}

/// Whether the word that a hyphen joins to a number makes an adjective with it: `three-dimensional`, `four-sided`.
pub(super) fn is_adjective(text: &Text<'_>, end: usize) -> bool {
    let word = if text.byte(end) == b'-' { text.word(end + 1) } else { Word::NONE };
    word.ends_with("ional") || word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")
}

/// Whether a name is one of what stands behind it: `two Hamas posts`, `seven Airbus jets`. The people of a country are not: `Americans comes`.
fn is_name_of(text: &Text<'_>, name: Word<'_>, at: usize) -> bool {
    !name.ends_with("ns") && text.byte(at) == b' ' && is_plural(text.word(at + 1))
}

/// Whether a word names people of a country or a party: `30 Americans`.
/// No people's name ends like `Airbus` and `Scandalous`.
fn is_people(word: Word<'_>) -> bool {
    let bytes = word.as_bytes();
    bytes.len() > 4
        && bytes[0].is_ascii_uppercase()
        && bytes.ends_with(b"s")
        && !bytes.ends_with(b"ss")
        && !bytes.ends_with(b"us")
        && !one_of!(word, ["mercedes", "series", "windows"])
}
