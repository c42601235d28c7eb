//! The articles and prepositions that French and Italian elide before a vowel: `l'Office`, `dell’avvocato`. Unlike a name's `O'`, they are
//! not part of the word after the apostrophe.

use crate::keys::{Words, words};

static CUT: Words<()> = words!(32, ["all", "coll", "d", "dall", "dell", "l", "nell", "qu", "quell", "sull", "un"]);

/// Whether a word before an apostrophe is one of them.
pub(super) fn is_cut_short(word: &[u8]) -> bool {
    CUT.get(word).is_some()
}

/// A word without one of them before it.
pub(super) fn without(word: &str) -> &str {
    match word.split_once(['\'', '’']) {
        Some((article, rest)) if is_cut_short(article.as_bytes()) => rest,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_cut_short_is_no_part_of_the_word() {
        assert_eq!((without("L'Office"), without("dell’avv"), without("l'")), ("Office", "avv", ""));
        assert_eq!((without("O'Hara"), without("today's"), without("Office")), ("O'Hara", "today's", "Office"));
    }
}
