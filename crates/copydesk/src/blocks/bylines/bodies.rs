//! Desks, houses and functions that look like a person's name: `Local Democracy Reporter`, `Kaiser Health News`, `Sky Sports`.

use super::names;
use super::words::{DESKS, TITLES};
use crate::blocks::title_shape::is_capitalised;
use crate::blocks::wordlist::has;

/// How many words such a body may have.
const MOST_WORDS: usize = 6;
/// Desks that are given names or surnames as well.
const GIVEN: &[&str] = &["art", "asia", "page", "royal"];
/// What a channel or a paper calls its desk, and nobody is called: `Sky Sports`, `Fox Business`.
const PROGRAMMES: &[&str] = &["business", "entertainment", "politics", "sport", "sports"];

/// Whether the text is a desk, a house or a function, and nobody's name. It ends as a desk does (`Sky Sports`), begins with a desk and ends
/// with a role (`Local Democracy Reporter`), or is a house with a desk in its name (`Kaiser Health News`).
pub(super) fn is_body(text: &str) -> bool {
    let Some((head, last)) = text.rsplit_once(' ') else { return false };
    let is_named = |words: &[&str], word: &str| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    let first = head.split(' ').next().unwrap_or_default();
    let is_desk = |word: &str| has(DESKS, word) && !is_named(GIVEN, word);
    let is_one = is_named(PROGRAMMES, last)
        || names::is_role(last) && is_desk(first) && head.contains(' ')
        || has(TITLES, last) && head.contains(' ') && head.split(' ').any(is_desk);
    // It must begin as a name does: `Big Business` was read as none anyway.
    is_one && is_capitalised(text) && text.split(' ').count() <= MOST_WORDS && names::leading(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn desks_houses_and_functions_are_nobody() {
        for body in [
            "Sky Sports",
            "BBC Sport",
            "Local Democracy Reporter",
            "City Hall Reporter",
            "Kaiser Health News",
            "Local Democracy Reporting Service",
        ] {
            assert!(is_body(body), "{body}");
        }
        for other in [
            "Jon Hale",
            "Art Hale Reporter",
            "Ana West",
            "Ana Ruiz Staff Writer",
            "Ana Ruiz Coast Tribune",
            "Reporter",
            "Health Editor",
            "Big Business",
            "by the sports",
        ] {
            assert!(!is_body(other), "{other}");
        }
    }
}
