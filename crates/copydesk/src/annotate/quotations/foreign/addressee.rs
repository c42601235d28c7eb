//! To whom something was said, if that stands between the verb and the speaker: `disse ao G1 Jane Doe`, `disse à imprensa o prefeito`.

use super::lexicon::Kind;
use super::words::{Gap, Words};
use crate::language::Language;

/// Addressees whose end is known, so that a name may follow at once. In one collection of Portuguese news they are nearly all to whom
/// something is said before the speaker is named.
const KNOWN: &[&str] = &["bbc brasil", "bbc mundo", "bbc", "g1", "imprensa", "jornalistas", "reportagem", "repórteres"];

/// How many words an addressee's name may have if only the article behind it shows its end: `ao New York Times o prefeito`.
const MOST: usize = 3;

/// Nouns behind `a` that begin no speaker: `a respeito da ponte`.
const ADJUNCTS: &[&str] = &["caminho", "partir", "pedido", "respeito"];

/// The first word behind the addressee at `at`. It is `at` itself if there is no addressee, or if nobody can tell where it ends.
pub(super) fn past(words: &Words<'_>, at: usize, language: Language) -> usize {
    let list = words.list();
    let is_near = |at: usize| list.get(at).is_some_and(|word| word.gap == Gap::Space);
    if language != Language::Portuguese || !is_near(at) || !matches!(words.text(at..at + 1), "ao" | "aos" | "à" | "às")
    {
        return at;
    }
    let first = at + 1;
    let is_known = |&count: &usize| {
        let text = words.text(first..first + count);
        (first..first + count).all(is_near) && KNOWN.iter().any(|known| *known == text.to_lowercase())
    };
    let known = [2, 1].into_iter().find(is_known);
    let is_name = |at: &usize| is_near(*at) && list[*at].capital && list[*at].kind.is_none();
    let end = first + known.unwrap_or_else(|| (first..first + MOST).take_while(is_name).count());
    if end == first || !is_near(end) {
        return at;
    }
    let is_office = list[end].kind == Some(Kind::Article);
    let is_adjunct = is_office && is_near(end + 1) && ADJUNCTS.contains(&words.text(end + 1..end + 2));
    if (known.is_some() || is_office) && !is_adjunct { end } else { at }
}

/// The text without a pronoun before its verb that says to whom something was said: `le dijo`, `s’exclame`. Such a pronoun never speaks.
pub(super) fn without_pronoun(text: &str, language: Language) -> &str {
    let pronouns: &[&str] = match language {
        Language::Spanish => &["le ", "les ", "me ", "nos "],
        Language::French => &["s’", "s'", "se ", "lui "],
        _ => return text,
    };
    pronouns.iter().find_map(|pronoun| text.strip_prefix(pronoun)).unwrap_or(text)
}

/// Whether these words between a German verb and a colon say to whom something was said: `sagte dem Sender:`. A phrase with `der` may also
/// be the speaker, unless an adjective or the noun tells: `sagte der Deutschen Presse-Agentur:`.
pub(super) fn is_german(words: &Words<'_>, range: std::ops::Range<usize>, language: Language) -> bool {
    const ADDRESSEE: usize = 6;
    let behind = &words.list()[range.clone()];
    let text = |at: usize| words.text(range.start + at..range.start + at + 1);
    let many = match text(0) {
        "dem" | "den" | "dieser" | "unserer" => 2,
        "der" if text(1).ends_with("en") && behind.len() > 2 => 3,
        "der" if ["AFP", "APA", "ARD", "DPA", "NZZ", "SDA", "Zeitung", "dpa"].contains(&text(1)) => 2,
        "Journalisten" | "Medien" | "Reportern" => 1,
        _ => return false,
    };
    let is_plain = |word: &super::words::Word| {
        word.gap == Gap::Space && !matches!(word.kind, Some(Kind::Verb | Kind::Conjunction))
    };
    language == Language::German && (many..=ADDRESSEE).contains(&behind.len()) && behind.iter().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn behind(text: &str) -> &str {
        let words = Words::of(text, Language::Portuguese);
        &text[words.list()[past(&words, 0, Language::Portuguese)].start..]
    }

    #[test]
    fn whoever_speaks_stands_behind_the_addressee() {
        for (text, speaker) in [
            ("ao G1 Joana Roa", "Joana Roa"),
            ("ao G1 o prefeito", "o prefeito"),
            ("à BBC Brasil Joana Roa", "Joana Roa"),
            ("à BBC Joana Roa", "Joana Roa"),
            ("aos jornalistas a ministra", "a ministra"),
            ("ao Norhaven Daily Post o prefeito", "o prefeito"),
        ] {
            assert_eq!(behind(text), speaker, "{text}");
        }
    }

    #[test]
    fn where_nobody_can_tell_the_addressee_stays() {
        for text in [
            "ao G1",
            "à BBC Brasil",
            "à BBC Brasil. Roa",
            "ao Estado Joana Roa",
            "ao juiz Jon Roa",
            "ao G1 a respeito da ponte",
        ] {
            assert_eq!(behind(text), text, "{text}");
        }
    }
}
