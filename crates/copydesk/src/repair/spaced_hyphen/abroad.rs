//! A hyphen and a space in languages other than English: only what is certain.

use crate::language::Language;
use crate::letters::floor_char_boundary;

use super::super::compound::Gap;
use super::super::words::{self, has, starts_lower, starts_upper};
use super::super::{Finding, Reading};
use super::english::{CHAIN, DASH, PREFIX, SUSPENDED};
use super::finding;

/// Left alone without a note, unless the document shows that it is one word, or has the compound elsewhere.
pub(super) static NOTHING: Finding = finding("words", Reading::Correct, "a hyphen and a space");
static INITIALS: Finding = finding("initials", Reading::Ambiguous, "a hyphen and a space after initials");
pub(super) static FIXED: Finding = finding("compound", Reading::Clear, "a space inside a fixed compound");

pub(super) fn read(gap: &Gap<'_>, language: Language) -> Option<&'static Finding> {
    let (left, right) = (gap.left, gap.right);
    let numbers = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let end = gap.at + 2;
    if function_words(language).is_empty()
        || numbers(left)
        || numbers(right)
        || words::in_code(gap.text, gap.at, end)
        || words::in_address(gap.text, gap.at, end)
    {
        return None;
    }
    if has(function_words(language), right) {
        let chain = matches!(language, Language::Spanish | Language::Portuguese | Language::French) && is_chain(gap);
        return Some(if chain { &CHAIN } else { &SUSPENDED });
    }
    if gap.more_left && has(LINKS, left) && is_romance(language) && starts_lower(right) {
        return Some(&CHAIN);
    }
    if closes_aside(gap) {
        return Some(&DASH);
    }
    let is_fixed = |&(first, second): &(&str, &str)| left.eq_ignore_ascii_case(first) && right == second;
    match language {
        Language::Spanish | Language::Portuguese | Language::French
            if matches!(left, "ex" | "Ex" | "vice" | "Vice") && !is_mentioned(gap) =>
        {
            Some(&PREFIX)
        }
        Language::Portuguese if PORTUGUESE.iter().any(is_fixed) => Some(&FIXED),
        Language::Portuguese if right == "feira" && left.ends_with('a') => Some(&FIXED),
        Language::French if FRENCH.iter().any(is_fixed) => Some(&FIXED),
        Language::German | Language::Dutch if is_initials(left) && starts_upper(right) && right.len() > 3 => {
            Some(&INITIALS)
        }
        _ => Some(&NOTHING),
    }
}

/// Whether a hyphen before this word may have stood at a line end: in languages that suspend, before no word that follows a suspended one.
pub(super) fn may_be_cut(left: &str, right: &str) -> bool {
    starts_lower(right) && left.chars().count() > 1 && right.chars().count() > 1
}

/// `mão- de- obra`, `c'est- à- dire`: the middle of a compound of three, with a hyphen on its other side too.
fn is_chain(gap: &Gap<'_>) -> bool {
    gap.more_right && has(LINKS, gap.right)
}

fn is_romance(language: Language) -> bool {
    matches!(language, Language::Spanish | Language::Portuguese | Language::French)
}

/// What links the halves of a compound of three.
const LINKS: &[&str] = &["a", "d", "da", "das", "de", "do", "dos", "du", "en", "sur", "à"];

/// Whether an aside was opened before, with a space and a hyphen: `La ministra -según dijo- no va`.
fn closes_aside(gap: &Gap<'_>) -> bool {
    const ASIDE: usize = 240;
    let floor = floor_char_boundary(gap.text, gap.at.saturating_sub(ASIDE));
    let before = gap.text[floor..gap.at].rsplit(['\n', '\r']).next().unwrap_or("");
    let opened = |(at, _): (usize, &str)| {
        before[..at].ends_with([' ', '(', '"', '“', '«']) && before[at + 1..].starts_with(|c: char| !c.is_whitespace())
    };
    before.match_indices('-').any(opened) || before.starts_with('-')
}

/// `o prefixo ex- pede hífen`: a prefix that is spoken of.
fn is_mentioned(gap: &Gap<'_>) -> bool {
    let before = gap.words_before().unwrap_or("");
    let word = words::word_before(before, before.len());
    ["pref", "préf", "Pref", "suf"].iter().any(|start| word.starts_with(start))
        || gap.before().ends_with(['"', '«', '“', '\''])
}

/// `EU`, `NGO`: a dateline in capitals is longer.
fn is_initials(word: &str) -> bool {
    (2..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

const PORTUGUESE: &[(&str, &str)] = &[
    ("bem", "estar"),
    ("guarda", "chuva"),
    ("meio", "dia"),
    ("primeira", "dama"),
    ("primeiro", "ministro"),
    ("recém", "nascido"),
    ("salário", "mínimo"),
];

const FRENCH: &[(&str, &str)] = &[
    ("au", "delà"),
    ("au", "dessus"),
    ("celle", "ci"),
    ("celui", "ci"),
    ("ceux", "ci"),
    ("elle", "même"),
    ("eux", "mêmes"),
    ("là", "bas"),
    ("lui", "même"),
    ("peut", "être"),
    ("porte", "parole"),
    ("rendez", "vous"),
    ("week", "end"),
];

/// What follows a suspended hyphen, or begins a clause after a dash.
fn function_words(language: Language) -> &'static [&'static str] {
    match language {
        Language::German => GERMAN_WORDS,
        Language::Dutch => DUTCH_WORDS,
        Language::Spanish => SPANISH_WORDS,
        Language::Portuguese => PORTUGUESE_WORDS,
        Language::French => FRENCH_WORDS,
        _ => &[],
    }
}

#[rustfmt::skip]
const GERMAN_WORDS: &[&str] = &[
    "ab", "aber", "alle", "allem", "allen", "als", "also", "am", "an", "auch", "auf", "aus", "bei", "beim", "bereits",
    "bis", "bzw", "da", "dann", "das", "dass", "dem", "den", "denn", "der", "des", "die", "doch", "durch", "ein", "eine",
    "einem", "einen", "einer", "eines", "erst", "es", "etc", "etwa", "für", "gegen", "gegenüber", "haben", "hat", "hatte",
    "hinaus", "im", "in", "ins", "ist", "ja", "jedoch", "kann", "können", "mehr", "mit", "nach", "neben", "nicht", "noch",
    "nun", "nur", "ob", "oder", "ohne", "plus", "samt", "schon", "sehr", "seit", "selbst", "sich", "sie", "sind", "so",
    "sogar", "soll", "sondern", "sowie", "sowohl", "statt", "teils", "u", "um", "und", "unter", "usw", "vom", "von", "vor",
    "war", "waren", "weder", "wegen", "wenn", "werden", "wie", "wird", "wo", "wurde", "wurden", "während", "zu", "zum",
    "zur", "zwischen", "über",
];

#[rustfmt::skip]
const DUTCH_WORDS: &[&str] = &[
    "aan", "al", "alleen", "als", "bij", "dan", "dat", "de", "den", "der", "die", "dit", "door", "dus", "een", "en", "er",
    "et", "heeft", "het", "hij", "hun", "ik", "in", "is", "kan", "maar", "met", "na", "naar", "niet", "noch", "nog", "of",
    "om", "onder", "ook", "op", "over", "respectievelijk", "te", "tegen", "tot", "tussen", "uit", "van", "via", "voor",
    "waar", "was", "wat", "werd", "wordt", "zijn", "zo", "zoals", "zonder",
];

#[rustfmt::skip]
const SPANISH_WORDS: &[&str] = &[
    "a", "al", "ante", "aunque", "como", "con", "cuando", "de", "del", "desde", "donde", "e", "el", "en", "entre",
    "es", "este", "está", "fue", "ha", "han", "hasta", "la", "las", "le", "les", "lo", "los", "más", "ni", "no", "o",
    "para", "pero", "por", "porque", "que", "quien", "se", "ser", "si", "siempre", "sin", "sobre", "su", "sus",
    "también", "tanto", "u", "un", "una", "y", "ya",
];

#[rustfmt::skip]
const PORTUGUESE_WORDS: &[&str] = &[
    "a", "ao", "as", "com", "como", "contra", "da", "das", "de", "do", "dos", "e", "em", "entre", "era", "está",
    "foi", "já", "mais", "mas", "na", "nas", "no", "nos", "não", "o", "os", "ou", "para", "pela", "pelo", "por",
    "porque", "quando", "que", "quem", "se", "sem", "sempre", "ser", "seu", "sobre", "sua", "também", "tem", "um",
    "uma", "à", "é",
];

#[rustfmt::skip]
const FRENCH_WORDS: &[&str] = &[
    "a", "au", "aux", "avec", "ce", "ces", "cette", "comme", "contre", "d", "dans", "de", "des", "dont", "du", "elle",
    "en", "entre", "est", "et", "il", "ils", "la", "le", "les", "leur", "mais", "ne", "ni", "on", "ont", "ou", "où",
    "par", "pas", "plus", "pour", "qu", "quand", "que", "qui", "sa", "sans", "se", "ses", "si", "son", "sont", "sous",
    "sur", "toujours", "un", "une", "y", "à",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [LINKS, GERMAN_WORDS, DUTCH_WORDS, SPANISH_WORDS, PORTUGUESE_WORDS, FRENCH_WORDS] {
            for pair in list.windows(2) {
                assert!(pair[0] < pair[1], "{} before {}", pair[0], pair[1]);
            }
        }
    }
}
