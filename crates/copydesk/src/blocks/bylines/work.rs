//! What the people of a byline did for the article: words or pictures.

use super::names;

/// What somebody did for the article.
pub(super) enum Work {
    Text,
    Pictures,
}

/// `Ana Ruiz (Text)`, `Jon Hale (Fotos)`: who, and what.
pub(super) fn work(text: &str) -> Option<(&str, Work)> {
    let (who, what) = text.strip_suffix(')')?.rsplit_once(" (")?;
    let is = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(what.trim_end_matches('.')));
    if is(&["text", "texte", "texto", "tekst", "words"]) {
        return Some((who.trim_end(), Work::Text));
    }
    is(MADE).then_some((who.trim_end(), Work::Pictures))
}

/// What somebody made who is no author.
const MADE: &[&str] =
    &["bild", "bilder", "foto", "fotos", "foto's", "foto’s", "grafik", "photo", "photos", "pictures", "illustration"];

/// `Foto's Jon Hale`, behind the author.
pub(super) fn is_of_pictures(text: &str) -> bool {
    text.split_once(' ').is_some_and(|(what, who)| {
        let what = what.trim_end_matches(':');
        MADE.iter().any(|made| made.eq_ignore_ascii_case(what)) && names::is_name(who)
    })
}
