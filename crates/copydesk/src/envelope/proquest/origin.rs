//! `Publication info:`, which says on one line where and when an article appeared.

use crate::blocks::Sheet;
use crate::envelope::fields::{self, Labelled, Target};
use crate::envelope::values;
use crate::header::FieldKind;

/// `Harbour Gazette ; Northport, N.S. [Northport, N.S]08 May 2010: A.2.`, or a date alone.
#[derive(Debug, Default, PartialEq, Eq)]
struct Origin<'t> {
    publication: Option<&'t str>,
    place: Option<&'t str>,
    date: Option<&'t str>,
    page: Option<&'t str>,
}

impl<'t> Origin<'t> {
    fn read(value: &'t str) -> Self {
        let value = value.trim().trim_end_matches('.');
        let (rest, page) = match value.rsplit_once(": ").or_else(|| value.rsplit_once(":\n")) {
            Some((rest, page)) if values::bare_page(page).is_some() => (rest, Some(page.trim())),
            _ => (value, None),
        };
        let (title, date) = match rest.rsplit_once(']') {
            Some((title, date)) => (title.rsplit_once('[').map_or(title, |(title, _)| title), date),
            None => ("", rest),
        };
        let date = date.trim_matches(|c: char| c == '.' || c.is_whitespace());
        let (publication, place) = match title.split_once(';') {
            Some((publication, place)) => (publication.trim(), place.trim()),
            None => (title.trim(), ""),
        };
        let filled = |part: &'t str| Some(part).filter(|part| !part.is_empty());
        Self { publication: filled(publication), place: filled(place), date: filled(date), page }
    }
}

/// Reads it into the header. What is no date there is kept as it stands.
pub(super) fn place(sheet: &mut Sheet<'_>, field: Labelled<'_>) {
    let origin = Origin::read(field.value);
    let name = &field.value[..0];
    let mut put = |value: Option<&str>, target: Target| {
        if let Some(value) = value {
            fields::place(sheet, Labelled { name, value, target, terms: None });
        }
    };
    put(origin.publication, Target::Publication);
    put(origin.place, Target::Extra(Some(FieldKind::PublicationPlace)));
    let whole =
        |date| values::date_and_rest(date, None).is_some_and(|(_, rest, value)| rest.is_empty() && value.is_some());
    let dated = origin.date.is_some_and(whole);
    put(origin.date, if dated { Target::Date } else { Target::Extra(None) });
    put(origin.page, Target::Page);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_taken_apart() {
        let read = Origin::read("Harbour Gazette ; Northport, N.S. [Northport, N.S]08 May 2010: AA.2.");
        let expected = Origin {
            publication: Some("Harbour Gazette"),
            place: Some("Northport, N.S."),
            date: Some("08 May 2010"),
            page: Some("AA.2"),
        };
        assert_eq!(read, expected);
        assert_eq!(Origin::read("Mar 9, 2022."), Origin { date: Some("Mar 9, 2022"), ..Origin::default() });
        let dotted = Origin::read("The Haven ; Haven, Ont. [Haven, Ont].\u{a0}06 Mar 2022: IN.7.");
        assert_eq!((dotted.date, dotted.page), (Some("06 Mar 2022"), Some("IN.7")));
    }
}
