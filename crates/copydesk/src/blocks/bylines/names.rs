//! What looks like a person's name, and what does not.
//!
//! Several tests ask whether a text is somebody's name. From the loosest to the strictest:
//!
//! - [`is_listed_name`] is for places where only names can stand, such as an export's list of authors;
//! - [`is_name`] knows the forms of names, and the words that no name is made of;
//! - `authors::is_person` also refuses towns, desks and newspapers;
//! - `authors::is_known_person` also wants a given name that is known.
//!
//! Elsewhere two tests look at the form alone, because other marks on the line say what it is: `has_form_of_name` of the newsstand's mastheads
//! and `has_form_of_holders` of captions. They also take names that no list here knows, and are no substitute for these.

use memchr::memchr2;

use super::super::datelines::{REGIONS, TOWNS};
use super::super::wordlist::has;
use super::given_names::GIVEN_NAMES;
use super::segments::after_and;
use super::words::{PARTICLES, PLAIN, ROLES, SUFFIXES, TITLES};
use crate::split::{self, Between};

/// How many words a name may have.
const MOST_WORDS: usize = 6;
/// How many bytes a word of a name may have. `Papadopoulou-Konstantinidou` has 27.
const LONGEST_WORD: usize = 36;

/// Articles that begin titles in Spanish, Portuguese, French, German and Dutch: `El Faro`.
const ARTICLES: &[&str] =
    &["Da", "De", "Den", "Der", "Des", "Do", "Dos", "Du", "El", "La", "Las", "Le", "Les", "Lo", "Los"];
/// First and family names that end like a participle.
pub(crate) const NAMES_IN_ING: &[&str] = &[
    "Aisling",
    "Ashling",
    "Browning",
    "Channing",
    "Cushing",
    "Dowling",
    "Downing",
    "Fleming",
    "Golding",
    "Harding",
    "Herring",
    "Irving",
    "Keating",
    "Manning",
    "Pickering",
    "Schilling",
    "Sterling",
    "Xiaoping",
];

/// Chinese family names. A given name behind them may end like a participle: `Chen Lingling`, `Xing Yuting`.
#[rustfmt::skip]
const CHINESE: &[&str] = &[
    "Bai", "Cai", "Cao", "Chen", "Cheng", "Cui", "Deng", "Ding", "Dong", "Fang", "Feng", "Fu", "Gao", "Gong", "Gu", "Guo", "Han", "Hou", "Hu", "Huang",
    "Jia", "Jiang", "Jin", "Kong", "Lei", "Li", "Liang", "Liao", "Lin", "Liu", "Lu", "Luo", "Lyu", "Ma", "Mao", "Meng", "Pan", "Peng", "Qian", "Qiao",
    "Qin", "Qiu", "Ren", "Shao", "Shen", "Shi", "Song", "Su", "Sun", "Tang", "Tao", "Tian", "Wang", "Wei", "Wen", "Wu", "Xia", "Xiang", "Xiao", "Xie",
    "Xing", "Xiong", "Xu", "Xue", "Yan", "Yang", "Yao", "Ye", "Yi", "Yin", "Yu", "Yuan", "Zeng", "Zhang", "Zhao", "Zheng", "Zhong", "Zhou", "Zhu", "Zou",
];

/// Syllables that a Chinese given name of two syllables may end in.
const SYLLABLES_IN_ING: &[&str] =
    &["bing", "ding", "jing", "ling", "ming", "ning", "ping", "qing", "ting", "xing", "ying"];

/// What may stand before a capital inside a word of a name: `McKenna`, `LaRue`.
const BEFORE_A_CAPITAL: &[&str] = &[
    "Al", "Da", "Dal", "De", "Del", "Della", "Des", "Di", "Du", "El", "Fitz", "La", "Las", "Le", "Los", "Mac", "Mc",
    "San", "St", "Van", "Vander", "Von", "de", "di", "du", "la", "le", "van", "von",
];

/// Countries in capitals. No name in small letters ends with one: in `Ana Ruiz US` it is the desk that she writes for.
pub(crate) const COUNTRIES: &[&str] = &["EU", "UAE", "UK", "US", "USA"];

/// One word of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// `Maria`, `O’Hara`, `MATT`.
    Full,
    /// `K.`, `J.P.`
    Initial,
    /// `van`, `bin`.
    Particle,
    /// `Jr.`, `III`.
    Suffix,
}

fn part(word: &str) -> Option<Part> {
    let first = word.chars().next()?;
    if word.len() > LONGEST_WORD {
        return None;
    }
    if has(SUFFIXES, word) && first.is_uppercase() {
        return Some(Part::Suffix);
    }
    if has(PARTICLES, word) && !word.ends_with('.') {
        return Some(Part::Particle);
    }
    if word.len() <= 8 && word.split('.').all(|letter| letter.chars().count() <= 1) && first.is_uppercase() {
        let dotted = word.contains('.') || word.chars().count() == 1;
        return dotted.then_some(Part::Initial);
    }
    let letters = word.strip_suffix('.').filter(|_| word.len() <= 4).unwrap_or(word);
    if letters.ends_with("'s") || letters.ends_with("’s") || has_glued_name(letters) {
        return None;
    }
    let spelled = letters.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '‘'));
    let capital = first.is_uppercase() || has_late_capital(word);
    // `Ochieng’`: the apostrophe stands for the sound at the end of names of the Luo.
    let is_sound = |sign: char| {
        let tail = letters.as_bytes()[..letters.len() - sign.len_utf8()].last_chunk::<2>();
        matches!(sign, '\'' | '’') && tail.is_some_and(|tail| tail.eq_ignore_ascii_case(b"ng"))
    };
    let ends = letters.chars().next_back().is_some_and(|last| last.is_alphabetic() || is_sound(last));
    (spelled && capital && ends).then_some(Part::Full)
}

/// Whether up to three small letters stand before the first capital: `d’Souza`, `al-Masri`, `deCasparis`.
fn has_late_capital(word: &str) -> bool {
    let small = word.chars().take_while(|c| !c.is_uppercase()).count();
    small <= 3 && word.chars().nth(small).is_some_and(char::is_uppercase)
}

/// Whether two names have lost the space between them: `HaleYvonne`. `McKenna`, `LaRue` and `FitzRoy` have a known short word before the
/// second capital.
pub(super) fn has_glued_name(word: &str) -> bool {
    let mut small = 0;
    let mut before = 0;
    for (at, c) in word.char_indices() {
        match c {
            '-' | '\'' | '’' => (small, before) = (0, at + c.len_utf8()),
            _ if c.is_lowercase() => small += 1,
            _ if small > 0 => return !BEFORE_A_CAPITAL.contains(&&word[before..at]),
            _ => {}
        }
    }
    false
}

/// Whether no name is made of this word, although it has a capital.
fn is_plain(word: &str) -> bool {
    let gerund = word.len() > 6 && word.ends_with("ing") && !NAMES_IN_ING.contains(&word);
    gerund || has(PLAIN, word)
}

/// Whether a word that looks like a participle is a given name of two syllables behind a Chinese family name.
fn is_chinese(family: &str, word: &str) -> bool {
    SYLLABLES_IN_ING.iter().any(|&syllable| word.ends_with(syllable)) && CHINESE.contains(&family)
}

/// Whether the whole text is one person's name, of two words at least.
pub(super) fn is_name(text: &str) -> bool {
    leading(text).is_some_and(|(_, rest)| rest.is_empty()) && !is_sign_and_town(text)
}

/// The same where only names can stand. There, a word that is elsewhere none may be part of a name: `Zhang He`.
pub(super) fn is_listed_name(text: &str) -> bool {
    let mut words = text.split(' ');
    let like_name =
        |word: &str| matches!(part(word), Some(Part::Full | Part::Initial)) && !has(TITLES, word) && !is_role(word);
    is_name(text)
        || (2..=4).contains(&words.clone().count())
            && words.clone().all(like_name)
            && words.any(|word| part(word) == Some(Part::Full) && !is_plain(word))
}

/// Whether the text is the sign of a correspondent and a known town, as German and Swiss papers write it: `MF Tokio`. `JD Moore` is a name.
fn is_sign_and_town(text: &str) -> bool {
    text.split_once(' ').is_some_and(|(first, rest)| is_sign(first) && (has(TOWNS, rest) || has(REGIONS, rest)))
}

/// The same with any word for the town.
pub(super) fn is_sign_and_word(text: &str) -> bool {
    text.split_once(' ').is_some_and(|(first, rest)| first.len() > 1 && is_sign(first) && !rest.contains(' '))
}

/// Whether a word is one to three capitals without full stops.
fn is_sign(word: &str) -> bool {
    word.len() <= 3 && !word.contains('.') && word.chars().all(char::is_uppercase)
}

/// The longest name that the text begins with, and what follows it.
pub(super) fn leading(text: &str) -> Option<(&str, &str)> {
    let (mut full, mut initials, mut words, mut end) = (0, 0, 0, 0);
    for word in text.split(' ') {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        if word.is_empty() {
            break;
        }
        let Some(part) = part(word) else { break };
        if is_plain(word) && !is_chinese(&text[..end], word) || has(TITLES, word) || is_role(word) {
            break;
        }
        if COUNTRIES.contains(&word) && text[..end].contains(char::is_lowercase) {
            break;
        }
        match part {
            Part::Full => full += 1,
            Part::Initial => initials += 1,
            // `Ben`, `Van` and `Al` are names too. But an article with a capital begins the title of a newspaper: `El Faro`.
            Part::Particle if word.starts_with(char::is_uppercase) => {
                full += usize::from(words > 0 || !ARTICLES.contains(&word));
            }
            Part::Particle => {
                words += 1;
                continue;
            }
            Part::Suffix if full == 0 => return None,
            Part::Suffix => {}
        }
        words += 1;
        if words > MOST_WORDS {
            return None;
        }
        end = start + word.len();
    }
    let enough = full >= 2
        || full == 1 && initials >= 1 && text[..end].split(' ').next_back().and_then(part) == Some(Part::Full);
    enough.then(|| (&text[..end], text[end..].trim_start()))
}

/// How many words of a name are no initials. The more there are, the less certain it is where the name ends.
pub(super) fn full_words(name: &str) -> usize {
    name.split(' ').filter(|word| part(word) == Some(Part::Full)).count()
}

/// The name in capitals that the text begins with, and the rest, which is not in capitals: `MARIA LINDQVIST World Staff Writer`.
pub(super) fn in_capitals(text: &str) -> Option<(&str, &str)> {
    let end = text
        .split(' ')
        .take_while(|word| word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_lowercase))
        .last()
        .map(|word| word.as_ptr() as usize - text.as_ptr() as usize + word.len())?;
    let rest = text[end..].trim_start();
    (!rest.is_empty() && is_name(&text[..end])).then(|| (&text[..end], rest))
}

/// Whether the text is a known given name and a family name without its capital: `Jürg krebs`. The software of some pages leaves the second
/// of two authors so.
pub(crate) fn has_small_family(text: &str) -> bool {
    const SHORTEST: usize = 4;
    let family = text
        .split_once(' ')
        .filter(|(given, _)| has(GIVEN_NAMES, given) && text.starts_with(char::is_uppercase))
        .map(|(_, family)| family);
    family.is_some_and(|family| family.len() >= SHORTEST && family.chars().all(char::is_lowercase) && !is_role(family))
}

/// Whether a line of its own is the second of two authors: `and Ana Ruiz`.
pub(super) fn is_second(line: &str) -> bool {
    after_and(line).is_some_and(is_name)
}

/// Whether a word says what somebody is in a newsroom: `reporter`.
pub(super) fn is_role(word: &str) -> bool {
    has(ROLES, word)
}

/// Whether a line has something that no name has: an address, a list, a word for what somebody is in a newsroom. Without *By*, a line needs
/// one of these to be a byline. Hardly any other line has one.
pub(super) fn says_more_than_names(line: &str) -> bool {
    /// How many bytes such a word has at least: `staff`, `chief`.
    const SHORTEST: usize = 5;
    debug_assert!(ROLES.words().iter().all(|role| role.len() >= SHORTEST), "no word for a role is shorter");
    static NO_LETTERS: Between = Between::all_but_letters();
    let says = |word: &str| word.len() >= SHORTEST && (is_role(word) || word.eq_ignore_ascii_case("chief"));
    memchr2(b'@', b';', line.as_bytes()).is_some()
        || if line.is_ascii() {
            split::words(line, &NO_LETTERS).any(says)
        } else {
            line.split(|c: char| !c.is_alphabetic()).any(says)
        }
}

/// Whether two names are the same, whatever their capitals.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}
