//! What the people of a byline did for the article: words or pictures.

use super::names;

/// What somebody did for the article.
pub(super) enum Work {
    Text,
    Pictures,
}

/// Who did what: `Ana Ruiz (Text)`, `Jon Hale (Fotos)`.
pub(super) fn work(text: &str) -> Option<(&str, Work)> {
    let (who, what) = text.strip_suffix(')')?.rsplit_once(" (")?;
    let is = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(what.trim_end_matches('.')));
    if is(&["text", "texte", "texto", "tekst", "words"]) {
        return Some((who.trim_end(), Work::Text));
    }
    is(MADE).then_some((who.trim_end(), Work::Pictures))
}

/// What people make who are no authors.
const MADE: &[&str] =
    &["bild", "bilder", "foto", "fotos", "foto's", "foto’s", "grafik", "photo", "photos", "pictures", "illustration"];

/// Whether the text names who made the pictures: `Foto's Jon Hale`.
pub(super) fn is_of_pictures(text: &str) -> bool {
    text.split_once(' ').is_some_and(|(what, who)| {
        let what = what.trim_end_matches(':');
        MADE.iter().any(|made| made.eq_ignore_ascii_case(what)) && names::is_name(who)
    })
}
