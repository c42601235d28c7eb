//! Words that are written as one: `l’ancien`, `dit-il`.

use crate::language::Language;

/// Words that French and Italian shorten before a vowel.
const FRENCH: &[&str] = &["c", "d", "j", "l", "m", "n", "qu", "s", "t"];
const ITALIAN: &[&str] = &["all", "d", "dall", "dell", "l", "nell", "sull"];

/// Subjects that are joined to a French verb: `dit-il`.
const SUBJECTS: &[&str] = &["-t-il", "-t-elle", "-t-ils", "-t-elles", "-il", "-elle", "-ils", "-elles"];

/// The first of several words that are written as one, and how many bytes join it to the next. 0 if there is only one word.
pub(super) fn first(whole: &str, language: Language) -> (&str, usize) {
    let elided = match language {
        Language::French => FRENCH,
        Language::Italian => ITALIAN,
        _ => return (whole, 0),
    };
    if let Some((at, mark)) = whole.char_indices().take(5).find(|(_, mark)| matches!(mark, '\'' | '’')) {
        let word = &whole[..at];
        if elided.iter().any(|elided| elided.eq_ignore_ascii_case(word)) {
            return (word, mark.len_utf8());
        }
    }
    let subject = SUBJECTS.iter().filter(|_| language == Language::French).find(|subject| whole.ends_with(**subject));
    match subject {
        Some(subject) => (&whole[..whole.len() - subject.len()], if subject.starts_with("-t-") { 3 } else { 1 }),
        None => (whole, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_ends_where_another_is_joined_to_it() {
        for (whole, word, join) in [
            ("l’ancien", "l", 3),
            ("L'ancien", "L", 1),
            ("qu’elle", "qu", 3),
            ("dit-il", "dit", 1),
            ("martèle-t-elle", "martèle", 3),
            ("aujourd’hui", "aujourd’hui", 0),
            ("Saint-Roe", "Saint-Roe", 0),
            ("Brasil", "Brasil", 0),
        ] {
            assert_eq!(first(whole, Language::French), (word, join), "{whole}");
        }
        assert_eq!(first("dell’Interno", Language::Italian), ("dell", 3));
        assert_eq!(first("d’Artagnan", Language::German), ("d’Artagnan", 0));
    }
}
