//! Damaged bylines: with the headline after the name, or glued to the first paragraph.

use crate::blocks::{Role, Sheet, bylines, datelines};
use crate::header::{BylineFields, BylineStatus};
use crate::note::NoteKind;
use crate::span::TextSpan;

use super::super::fields::{self, Labelled};

/// No byline that is glued to a paragraph is longer.
const LONGEST: usize = 80;
/// The letters and digits that a headline must have to be known again.
const LEAST: usize = 8;

/// Reads the field `Byline`. One paper's values go on with the headline (`Ana Ruiz, Ferry returns to the north quay`), or lost the name
/// before it: what is before the headline is read, if anything is.
pub(super) fn read(sheet: &mut Sheet<'_>, row: usize, field: Labelled<'_>, headlines: &[&str]) {
    let before = headlines.iter().find_map(|headline| before_headline(field.value, headline));
    let Some(before) = before else {
        if field.value.starts_with([',', ';']) {
            unknown(sheet, row, field.value);
        } else {
            fields::read(sheet, row, field);
        }
        return;
    };
    sheet.label(row, Role::Byline);
    let value = sheet.span_of(field.value);
    sheet.note(NoteKind::GluedByline, value, "the headline stands in the byline");
    let names = before.trim_matches([',', ' ', '\u{a0}', ';', '-']);
    let (names, place) = split_country(names);
    let mut read = match names {
        "" => BylineFields { status: BylineStatus::Unknown, ..BylineFields::default() },
        _ => bylines::read_field(sheet, sheet.span_of(names)),
    };
    read.text = Some(value);
    if let (Some(place), [author]) = (place, &mut read.authors[..]) {
        author.place = author.place.or(Some(sheet.span_of(place)));
    }
    sheet.fields.byline = read;
}

fn unknown(sheet: &mut Sheet<'_>, row: usize, value: &str) {
    sheet.label(row, Role::Byline);
    let span = sheet.span_of(value);
    sheet.note(NoteKind::GluedByline, span, "a byline without its first words");
    sheet.fields.byline = BylineFields { text: Some(span), ..BylineFields::default() };
}

/// What stands before the headline, if the value ends with it. Marks and spaces do not count: they are damaged in one place and not in the
/// other.
fn before_headline<'t>(value: &'t str, headline: &str) -> Option<&'t str> {
    let mut wanted = headline.chars().rev().filter(|c| c.is_alphanumeric());
    let mut found = value.char_indices().rev().filter(|(_, c)| c.is_alphanumeric());
    let (mut at, mut letters) = (value.len(), 0);
    for letter in wanted.by_ref() {
        at = found.next().filter(|&(_, c)| c == letter)?.0;
        letters += 1;
    }
    // Signs before the headline's first letter are its own; a comma sets it off.
    let before =
        value[..at].trim_end_matches(|c: char| !c.is_alphanumeric() && !c.is_whitespace() && c != ',' && c != '.');
    (letters >= LEAST && before.trim_end().ends_with(',')).then_some(before)
}

/// `Ana Ruiz US`: the desk that the paper puts behind a name, where nothing else tells it from one.
fn split_country(names: &str) -> (&str, Option<&str>) {
    match names.rsplit_once(' ') {
        Some((name, country)) if bylines::COUNTRIES.contains(&country) && name.contains(' ') => (name, Some(country)),
        _ => (names, None),
    }
}

/// Looks for a byline that runs into the first paragraph: `By Ana RuizOslo: The ferry …`. It is cut off where a known place with its mark
/// follows the name; else it is noted.
pub(super) fn cut_glued(sheet: &mut Sheet<'_>, row: usize) {
    let content = sheet.content(row);
    let Some(names) = content.strip_prefix("By ") else { return };
    let head = &names[..names.char_indices().nth(LONGEST).map_or(names.len(), |(at, _)| at)];
    let Some(seam) = bylines::glued_at(head) else { return };
    let (name, rest) = names.split_at(seam);
    let span = sheet.span_of(&content[..content.len() - names.len() + name.len()]);
    let read = bylines::read(sheet, span);
    let named =
        read.status == BylineStatus::Named && matches!(&read.authors[..], [author] if sheet.slice(author.name) == name);
    if !named {
        return;
    }
    if datelines::starts_with_dateline(rest, sheet.language) && sheet.fields.byline.status == BylineStatus::Unknown {
        sheet.cut(row, span.end());
        sheet.label(row, Role::Byline);
        sheet.fields.byline = read;
    } else {
        let place = rest.find(": ").map_or(span.end(), |colon| span.end() + colon as u32 + 1);
        sheet.note(NoteKind::GluedByline, TextSpan::new(span.start(), place), "a byline runs into the first paragraph");
    }
}
