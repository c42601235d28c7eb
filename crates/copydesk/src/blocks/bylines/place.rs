//! A line at a place where a form may have a byline.

use super::{LONGEST, With, is_byline, without_intro_of_any};
use crate::language::Language;

/// How a line reads at such a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceReading {
    /// `By` and names.
    Signed,
    /// Only names, and what is said about those people.
    Names,
    /// Anything else.
    Other,
}

/// How the line reads.
pub(crate) fn place_reading(line: &str, language: Option<Language>) -> PlaceReading {
    if line.len() > LONGEST {
        return PlaceReading::Other;
    }
    match without_intro_of_any(line) {
        Some(names) if is_byline(names, language, With::By) => PlaceReading::Signed,
        None if is_byline(line, language, With::By) => PlaceReading::Names,
        _ => PlaceReading::Other,
    }
}
