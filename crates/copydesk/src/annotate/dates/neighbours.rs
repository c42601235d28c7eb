//! What the words beside an expression tell of it.

use super::tokens::Run;

/// Words that do not go with a period before them; none, where a mark stands.
#[rustfmt::skip]
const GRAMMAR: &[&str] = &[
    "", "after", "also", "and", "are", "as", "at", "because", "before", "between", "but", "by", "can", "could", "did",
    "does", "for", "from", "had", "has", "have", "he", "her", "his", "i", "if", "in", "into", "is", "it", "its", "may",
    "might", "more", "nor", "not", "of", "on", "or", "our", "over", "said", "says", "she", "should", "since", "so",
    "some", "than", "that", "the", "their", "there", "they", "this", "though", "through", "to", "under", "until", "up",
    "was", "we", "were", "when", "where", "which", "while", "who", "will", "with", "without", "would", "you", "a", "an",
    "ahead", "again", "following", "alone",
];

/// Whether what follows a bare period shows that it ends there: a mark, or a word of grammar.
pub(super) fn closes(after: &str) -> bool {
    GRAMMAR.iter().any(|word| word.eq_ignore_ascii_case(after))
}

/// Whether a word in a capital stands inside a sentence, where it is part of a name: `the Summer Palace`.
pub(super) fn is_name(run: &Run<'_>, at: usize) -> bool {
    run.is_capital(at) && run.before(at).starts_with(|c: char| c.is_ascii_lowercase())
}
