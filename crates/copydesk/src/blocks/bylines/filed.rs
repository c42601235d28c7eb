//! Authors with the place that they wrote from: `From Ana Ruiz, Maiduguri`, `From Ana Ruiz in Maiduguri`, as in Nigerian papers.

use super::authors::{self, Reading};
use super::intros::after_intro;
use super::phrases::is_house;
use crate::blocks::{Sheet, opening};
use crate::language::Language;

/// Reads such a line if it stands right above the text. Letters to the editor begin so, too. But they have a title before the name, or
/// there are several of them.
pub(super) fn read<'t>(sheet: &Sheet<'t>, index: usize) -> Option<Reading<'t>> {
    const TITLES: &[&str] =
        &["dame", "dr", "lady", "lord", "miss", "mr", "mrs", "ms", "prof", "professor", "rev", "sir"];
    let names = after_intro(sheet.content(index), "from")?;
    let is_titled = TITLES.iter().any(|title| {
        let word = names.split([' ', '.']).next().unwrap_or_default();
        word.eq_ignore_ascii_case(title)
    });
    if is_titled {
        return None;
    }
    let is_text = |row: usize| sheet.is_open(row) && opening::is_running(sheet.content(row));
    let reading = read_names(names, sheet.language)?;
    let is_another = |row: usize| {
        let names = after_intro(sheet.content(row), "from");
        row != index && names.is_some_and(|names| read_names(names, sheet.language).is_some())
    };
    (sheet.next(index).is_some_and(is_text) && !sheet.of_article().any(is_another)).then_some(reading)
}

/// Reads names, a comma or `in`, and a place of one to three words.
fn read_names(line: &str, language: Option<Language>) -> Option<Reading<'_>> {
    const WORDS: usize = 3;
    let (names, place) = line.rsplit_once(", ").or_else(|| line.rsplit_once(" in "))?;
    let is_word = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
    };
    let is_place = place.split(' ').count() <= WORDS && place.split(' ').all(is_word) && !is_house(place);
    let mut reading = authors::read(names, language);
    let named = reading.whole && reading.authors.iter().all(|author| authors::is_person(author.name));
    if !is_place || !named {
        return None;
    }
    reading.authors.last_mut()?.place = Some(place);
    Some(reading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_the_place() {
        let read = |line| {
            let reading = read_names(line, None)?;
            Some(reading.authors.iter().map(|author| (author.name, author.place)).collect::<Vec<_>>())
        };
        assert_eq!(read("Ana Ruiz, Maiduguri"), Some(vec![("Ana Ruiz", Some("Maiduguri"))]));
        let two = read("Ana Ruiz and Jon Hale, Port Harcourt").map(|authors| authors.len());
        assert_eq!(two, Some(2));
        for other in
            ["Russia, With Love", "Ana Ruiz, a lesson in rowing", "Ana Ruiz, Coast Tribune", "Ana Ruiz", "Page 3, A4"]
        {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
