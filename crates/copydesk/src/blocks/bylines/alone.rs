//! Names without `By`: what stands beside them or below says that they are a byline.

use super::super::title_shape::is_title_like;
use super::super::{Sheet, datelines, dates};
use super::authors::is_known_person;
use super::intros::after_intro;
use super::{LONGEST_BARE, With, is_byline, phrases};

/// The last row of a byline that is names alone, with or without `From`. The next line says what they are (`Health Correspondent`) or has a
/// dateline, or is a town in capitals; below the name of one person, it may be a house or the article's date as well.
pub(super) fn last(sheet: &Sheet<'_>, index: usize) -> Option<usize> {
    let line = sheet.content(index);
    if names_house(line) {
        return is_byline(line, sheet.language, With::By).then_some(index);
    }
    let names = after_intro(line, "from").unwrap_or(line);
    let next = sheet.next(index).filter(|&next| sheet.is_open(next))?;
    let below = sheet.content(next);
    let about = below.len() <= LONGEST_BARE
        && (phrases::is_role_phrase(below) && below.contains(' ') || is_house(below) && is_known_person(names));
    let is_header = || {
        datelines::starts_with_dateline(below, sheet.language)
            || is_known_person(names) && is_date(sheet, next)
            || datelines::is_town_alone(below) && !datelines::is_town_alone(line)
    };
    if !about && !is_header() {
        return None;
    }
    is_byline(names, sheet.language, With::By).then_some(if about { next } else { index })
}

/// `Ana Ruiz | Harbour Gazette`.
fn names_house(line: &str) -> bool {
    line.split_once(" | ").is_some_and(|(name, house)| is_house(house) && is_known_person(name))
}

/// A newspaper or an agency, and nothing else.
fn is_house(text: &str) -> bool {
    phrases::is_house(text) && is_title_like(text) && !text.contains('|')
}

/// Whether a row is a date with its year.
fn is_date(sheet: &Sheet<'_>, row: usize) -> bool {
    dates::read_line(sheet.content(row), sheet.language).is_some_and(|date| date.has_year())
}
