//! Texts in languages other than English: names of countries, unless their neighbours suggest a longer name.

use crate::annotate::sentences::begins_sentences;
use crate::language::Language;

use super::around::{self, Beside, Word};

/// Small words inside names, sorted.
static LINKS: &[&str] = &["da", "das", "de", "del", "della", "di", "do", "dos", "du", "für", "of", "van", "von"];

/// Waters that are called after a country, before its name: `Golf von Mexiko`, `golfe du Mexique`, `canal de Panamá`.
static WATERS: &[&str] = &[
    "Canal", "Golf", "Golfe", "Golfo", "Mar", "Mer", "Zee", "canal", "canale", "golf", "golfe", "golfo", "mar", "mare",
    "mer", "zee",
];

/// Joined to a country's name they make another name: `Ouest-France`, a newspaper, and a country of its own in `Süd-Sudan`.
static JOINED: &[(&str, &[&str])] =
    &[("Ouest", &["France"]), ("Sud", &["Soudan", "Sudan"]), ("Süd", &["Sudan"]), ("Zuid", &["Soedan"])];

/// Whether the name that begins at `start` may be a part of a longer one. In German a capital beside it says nothing.
pub(super) fn is_part(
    content: &str,
    start: usize,
    before: &Beside<'_>,
    after: &Beside<'_>,
    language: Language,
) -> bool {
    let is_german = language == Language::German;
    let is_capital = |beside: &Beside<'_>| matches!(beside, Beside::Word(word) if word.is_capital());
    let is_linked = |link: &Word<'_>| {
        LINKS.binary_search(&link.text).is_ok()
            && matches!(around::before(content, link.start), Beside::Word(head) if head.is_capital() && !begins(content, &head))
    };
    let is_of_water = |link: &Word<'_>| {
        LINKS.binary_search(&link.text).is_ok()
            && matches!(around::before(content, link.start), Beside::Word(head) if WATERS.binary_search(&head.text).is_ok())
    };
    match before {
        Beside::Joined if is_joined(content, start) => true,
        Beside::Word(word) if is_of_water(word) => true,
        // `New Jersey` is none of the Channel Islands.
        Beside::Word(word) if word.text == "New" => true,
        Beside::Word(word) if is_linked(word) && !is_german => true,
        Beside::Word(word) if word.is_capital() && !is_german => {
            // `No Brasil`, but `BBC Brasil`, `José Maurício`.
            !begins(content, word) || !begins_sentences(word.text, language) || is_capital(after)
        }
        _ => is_capital(after) && !is_german,
    }
}

/// Whether a word before a hyphen makes another name of the one that begins at `start`.
fn is_joined(content: &str, start: usize) -> bool {
    let Some(head) = content[..start].strip_suffix('-') else { return false };
    let Some(word) = around::word_ending(content, head.len()) else { return false };
    JOINED
        .iter()
        .any(|(first, names)| *first == word.text && names.iter().any(|name| content[start..].starts_with(name)))
}

fn begins(content: &str, word: &Word<'_>) -> bool {
    matches!(around::before(content, word.start), Beside::Edge)
}
