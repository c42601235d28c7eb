//! A byline split into its authors: name, role, affiliation, place, address.
//!
//! The line is cut at its marks (`,` `;` `|` `/` ` - ` *and*), and every part must be something known. An unknown part makes the reading
//! *partial*. In running text, such a line is no byline. If an envelope says that it is one, the authors read before that part stand.

use super::super::datelines::{REGIONS, TOWNS};
use super::super::wordlist::has;
use super::given_names::GIVEN_NAMES;
use super::names;
use super::phrases::{
    ends_as_role, is_about_author, is_agency, is_collective, is_house, is_role_phrase, without_agencies,
};
use super::reader::Reader;
use super::segments::{Mark, Segment, Segments, segments};
use super::words::DESKS;
use crate::few::Few;
use crate::language::Language;

/// No byline lists more authors.
pub(super) const MOST: usize = 24;

/// An author, as slices of the byline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Author<'t> {
    pub(super) name: &'t str,
    pub(super) role: Option<&'t str>,
    pub(super) affiliation: Option<&'t str>,
    pub(super) place: Option<&'t str>,
    pub(super) email: Option<&'t str>,
}

/// What a byline says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading<'t> {
    pub(super) authors: Few<Author<'t>, 2>,
    /// Whether every part of it was understood.
    pub(super) whole: bool,
    /// Whether it names only a body: `staff and wire reports`.
    pub(super) collective: bool,
    /// How many roles, addresses and the like it has. Without `By`, a line needs one to be a byline.
    pub(super) attributes: usize,
    /// Whether the part of a field that was not understood contains a name, perhaps of another author.
    pub(super) more_names: bool,
}

/// Splits a byline, its `By` taken off.
pub(super) fn read(text: &str, language: Option<Language>) -> Reading<'_> {
    read_segments(text, language, false)
}

/// Splits the value of a field for bylines. There, commas alone may stand between the names.
pub(super) fn read_field(text: &str, language: Option<Language>) -> Reading<'_> {
    read_segments(text, language, true)
}

fn read_segments(text: &str, language: Option<Language>, known: bool) -> Reading<'_> {
    let text = without_agencies(text.trim().trim_end_matches([',', ';', '=', ':', ' ']));
    if is_collective(text) {
        return Reading { whole: true, collective: true, ..Reading::default() };
    }
    let mut segments = segments(text);
    join_double_desks(text, &mut segments);
    let listed = known && is_list_of_names(&segments);
    let reading = Reading { whole: true, ..Reading::default() };
    let mut reader = Reader::new(text, reading, language, listed);
    for index in 0..segments.len() {
        if reader.reading.authors.len() == MOST || !reader.segment(&segments, index) {
            reader.reading.whole = false;
            reader.reading.more_names =
                known && segments[index..].iter().any(|rest| names::leading(rest.text).is_some());
            break;
        }
    }
    reader.reading
}

/// What a line of its own says about the authors above it, if it says nothing else: a role, a house.
pub(super) fn about(text: &str, language: Option<Language>) -> Option<Author<'_>> {
    if !(is_about_author(text) || ends_as_role(text)) {
        return None;
    }
    let reading = Reading { authors: [Author::default()].into_iter().collect(), whole: true, ..Reading::default() };
    let mut reader = Reader::new(text, reading, language, false);
    reader.attribute(text, Mark::Bar);
    reader.reading.authors.pop().filter(|author| author.role.is_some() || author.affiliation.is_some())
}

/// Whether the stretches are a list of names: `Jon Hale, Ana Ruiz, Ivo Brandt`. Of two, the second might be a house or a town. Of three or
/// more, all are people.
fn is_list_of_names(segments: &[Segment<'_>]) -> bool {
    segments.len() > 2
        && segments.iter().all(|segment| matches!(segment.mark, Mark::Start | Mark::Comma) && is_person(segment.text))
}

/// Whether the text is a person's name, and no house's or town's.
pub(super) fn is_person(text: &str) -> bool {
    let word_of_place = |word: &str| has(REGIONS, word) || has(TOWNS, word) || has(DESKS, word);
    names::is_name(text) && !is_house(text) && !has(TOWNS, text) && !text.split(' ').any(word_of_place)
}

/// Whether the text is a person's name that begins with an initial: `A. N. Ruiz`. Initials that stand for a country or a town do not count.
pub(super) fn begins_with_initial(text: &str) -> bool {
    const OTHERS: &[&str] = &["D.C.", "E.U.", "L.A.", "N.Y.", "U.K.", "U.N.", "U.S."];
    text.as_bytes().get(1) == Some(&b'.')
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.split(' ').next().is_some_and(|first| first.ends_with('.') && !OTHERS.contains(&first))
        && is_person(text)
}

/// The name before an agency that follows without a mark: `Ana Ruiz Associated Press`. Agencies of one word are names as well, and do not
/// count.
pub(super) fn before_agency(text: &str) -> Option<(&str, &str)> {
    let parted = text.match_indices(' ').map(|(at, _)| (&text[..at], &text[at + 1..]));
    let is_long = |agency: &str| agency.contains(' ') && is_agency(agency);
    parted.into_iter().find(|(name, agency)| is_long(agency) && is_person(name))
}

/// Whether the text is a person's name whose given name is known. Then it is no house's.
pub(super) fn is_known_person(text: &str) -> bool {
    begins_as_name(text) && is_person(text)
}

/// Whether a text begins with a known given name.
pub(crate) fn begins_as_name(text: &str) -> bool {
    text.split([' ', '-']).next().is_some_and(|first| has(GIVEN_NAMES, first)) && text.starts_with(char::is_uppercase)
}

/// Joins the stretches of a role with two desks: `Arts and Heritage Editor`.
fn join_double_desks<'t>(text: &'t str, segments: &mut Segments<'t>) {
    let mut joined = 0;
    for at in 0..segments.len() {
        let segment = segments[at];
        let role = segment.mark == Mark::And && is_role_phrase(segment.text.rsplit(' ').next().unwrap_or_default());
        match segments[..joined].last_mut() {
            Some(last) if role && matches!(last.mark, Mark::Comma | Mark::Bar) && has(DESKS, last.text) => {
                let start = last.text.as_ptr() as usize - text.as_ptr() as usize;
                let end = segment.text.as_ptr() as usize - text.as_ptr() as usize + segment.text.len();
                last.text = &text[start..end];
            }
            _ => {
                segments[joined] = segment;
                joined += 1;
            }
        }
    }
    segments.truncate(joined);
}
