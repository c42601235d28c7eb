//! Texts in other languages than English: names of countries, where nothing beside them speaks of a longer name.

use crate::annotate::sentences::begins_sentences;
use crate::language::Language;

use super::around::{self, Beside, Word};

/// Small words inside names, sorted.
static LINKS: &[&str] = &["da", "das", "de", "del", "della", "di", "do", "dos", "du", "für", "of", "van", "von"];

/// Whether the name may be a part of a longer one. In German a capital beside it says nothing.
pub(super) fn is_part(content: &str, before: &Beside<'_>, after: &Beside<'_>, language: Language) -> bool {
    let is_german = language == Language::German;
    let is_capital = |beside: &Beside<'_>| matches!(beside, Beside::Word(word) if word.is_capital());
    let is_linked = |link: &Word<'_>| {
        LINKS.binary_search(&link.text).is_ok()
            && matches!(around::before(content, link.start), Beside::Word(head) if head.is_capital() && !begins(content, &head))
    };
    match before {
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

fn begins(content: &str, word: &Word<'_>) -> bool {
    matches!(around::before(content, word.start), Beside::Edge)
}
