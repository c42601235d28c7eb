//! # bylines
//!
//! Who wrote the article.
//!
//! **Sees** near the top, a line that begins with *By* (`Byline:`, `Authored by`, `Written by`; in texts of their languages `Von`, `Por`,
//! `Par`, `Door`, `di`) and is otherwise names, agencies, roles, affiliations, places, addresses and dates: `By MARTA LEHN`,
//! `By Jon Hale and Ana Ruiz, Harbour Gazette`, `By Ivo Brandt anna@example.com`, `BY A. HOLM in Charleston, S.C.`. If the line is `By`
//! alone, the name is on the next. Also:
//!
//! - `From wire reports`, `Staff report`, `From our correspondent` (`Von unserem`, `De nuestro` …), with or without a name; below a
//!   headline also `STAFF REPORTER`, `HG REPORTER`, `Harbour News Service`;
//! - a line without *By* that says more than a name: `Lena Ohlsson | Staff Writer`, `IVO BRANDT ivo@example.com`, `Ana Ruiz;Jon Hale`;
//! - a name alone, if the next line is a role, their address or a town in capitals, or has a dateline;
//! - a name alone whose given name is known, above the date, or above or beside a newspaper's name (`Ana Ruiz | Harbour Gazette`);
//! - a name alone between a headline, or its deck, and running text, with at most the date between, if the given name is known and the text
//!   does not mention the person, or if a note or an address below the text says who the author is; in the same position, an agency (`AFP`,
//!   `EFE / Madrid`);
//! - the second author on the line below: `and Jon Hale`, or `Jon Hale` below `By Ana Ruiz and`;
//! - `From Ana Ruiz, Maiduguri` right above the text; in German `Mit Ana Ruiz sprach Jon Hale`, where the author is the one who asked;
//! - as the last line, `-- Compiled by Jon Hale`, `Report by Jon Hale`, `Das Gespräch führte Jon Hale.` and `（池村記者）`;
//! - as the last line below a finished sentence, `Denis HALE`, a name above an address that is theirs, and `VON ANA RUIZ` in German, Dutch,
//!   French and Italian.
//!
//! After a byline, one line that is a role, an affiliation, `in` and a place, or an address belongs to it, and an address below that.
//!
//! **Does** label the line `byline` and read the authors: name as written, role, affiliation, place, address. An author is a person or a
//! news agency; of `Ana Ruiz (Text) und Jon Hale (Fotos)`, the first. `From staff reports`, `By Sky Sports` and
//! `By Local Democracy Reporter` say who wrote it, but name nobody: the byline is *named* and has no authors. An address behind several
//! authors belongs to the one whose name is in it, or to nobody. Only an envelope says *none*, if its grammar has a `-` in the byline's
//! place. In a plain text, a lone `-` may be a bullet, a rule or part of a date.
//!
//! **Leaves alone**
//!
//! - a sentence that begins with *By* (`By Monday, the mayor had …`, `By contrast, …`);
//! - a picture credit (`By Ann Holm/Getty Images`), `Photo by`, `Posted by`, `Directed by`;
//! - a name alone before anything else, and a name with a colon;
//! - a line with any part that is not understood, and a byline glued to a paragraph;
//! - any *By* below the first lines, which quotes another article, or a poem.
//!
//! A wrong author is worse than none.
//!
//! **Evidence**: of the lines that begin with *By* near the top of 1,100 web articles, many are sentences, titles or picture credits.

// The way of a byline: this file finds its row, with `alone`, `filed`, `signed` and `unnamed` for lines without `By`. `intros` takes off the
// `By`, `segments` cuts the rest at its marks, and `reader` reads the authors, with `names`, `phrases` and `attributes`. `forms`, `place` and
// `repeated` are for text that an envelope's form has beside or instead of a byline.

mod addresses;
mod alone;
mod attributes;
mod authors;
mod bodies;
mod filed;
mod forms;
mod given_names;
mod intros;
mod left;
mod names;
mod phrases;
mod place;
mod reader;
mod repeated;
mod segments;
mod signed;
mod unnamed;
mod words;
mod work;

use super::wordlist::has;
use super::{Family, Role, Sheet};
use crate::few::Few;
use crate::header::{AuthorFields, BylineFields, BylineStatus};
use crate::language::Language;
use crate::span::TextSpan;

use segments::without_and;

use intros::{
    DUTCH_INTROS, FRENCH_INTROS, GERMAN_INTROS, INTROS, ITALIAN_INTROS, OURS, SPANISH_INTROS, after_intro,
    without_any_intro, without_intro, without_intro_of_any,
};

pub(crate) use authors::begins_as_name;
pub(crate) use forms::{
    glued_at, is_clear, is_signature, names_contact, names_people, names_somebody, read_about, read_index, read_names,
    says_who_wrote,
};
pub(crate) use names::{COUNTRIES, NAMES_IN_ING, has_small_family};
pub(crate) use phrases::{is_agency, is_agency_in_town, is_mail};
pub(crate) use place::{PlaceReading, place_reading};
use unnamed::{BODIES, COLLECTIVE_INTROS, is_collective_line};

pub(super) static FAMILY: Family = Family { name: "bylines", page: include_str!("bylines.rs"), label };

/// How many filled rows at the top may hold a byline.
const HEADER_ROWS: usize = 9;
/// How many filled rows at the top may hold one without `By`.
const BARE_ROWS: usize = 5;
/// A row of this many bytes is running text. At most one such row (a deck) may stand before a byline.
const LONG: usize = 240;
/// A row of this many bytes that ends as a sentence does is running text, too.
const SENTENCE: usize = 100;
/// No byline is longer than this, except lists of names over several lines.
const LONGEST: usize = 200;
/// A longer line without `By` has a sentence in it.
const LONGEST_BARE: usize = 90;

/// How a line begins that may be a byline.
pub(super) static BEGINNINGS: &[&[&str]] = &[
    INTROS,
    GERMAN_INTROS,
    SPANISH_INTROS,
    FRENCH_INTROS,
    DUTCH_INTROS,
    ITALIAN_INTROS,
    OURS,
    COLLECTIVE_INTROS,
    BODIES,
];
/// Reads a text that is known to be a byline, because an envelope's grammar says so.
///
/// A dash alone says that there is no author.
pub(crate) fn read(sheet: &Sheet<'_>, span: TextSpan) -> BylineFields<TextSpan> {
    known_byline(sheet, span, authors::read)
}

/// The same, with one of the readers of names.
fn known_byline<'t>(
    sheet: &Sheet<'t>,
    span: TextSpan,
    reader: fn(&'t str, Option<Language>) -> authors::Reading<'t>,
) -> BylineFields<TextSpan> {
    let text = sheet.slice(span);
    if text.trim().chars().all(|c| matches!(c, '-' | '–' | '—')) {
        let status = if text.trim().is_empty() { BylineStatus::Unknown } else { BylineStatus::None };
        return BylineFields { status, text: Some(span), authors: Few::new() };
    }
    if !text.chars().any(char::is_alphanumeric) {
        return BylineFields { status: BylineStatus::Unknown, text: Some(span), authors: Few::new() };
    }
    if is_collective_line(text) {
        return BylineFields { status: BylineStatus::Named, text: Some(span), authors: Few::new() };
    }
    let names = without_any_intro(text);
    if is_unknown_label(names) {
        return BylineFields { status: BylineStatus::Unknown, text: Some(span), authors: Few::new() };
    }
    let reading = reader(names, sheet.language);
    if reading.more_names && reading.authors.len() < authors::MOST {
        // To name only some of several authors would be wrong, too.
        return BylineFields { status: BylineStatus::Unknown, text: Some(span), authors: Few::new() };
    }
    named(sheet, span, &reading.authors)
}

/// Reads the value of a field that a form has for bylines. Without names, and without words for a body such as *staff*, it is unknown.
pub(crate) fn read_field(sheet: &Sheet<'_>, span: TextSpan) -> BylineFields<TextSpan> {
    let read = known_byline(sheet, span, authors::read_field);
    let collective = || is_collective_line(sheet.slice(span));
    if read.status == BylineStatus::Named && read.authors.is_empty() && !collective() {
        return BylineFields { status: BylineStatus::Unknown, ..read };
    }
    read
}

fn named(sheet: &Sheet<'_>, span: TextSpan, authors: &[authors::Author<'_>]) -> BylineFields<TextSpan> {
    let authors = authors.iter().map(|author| AuthorFields {
        name: sheet.span_of(author.name),
        role: author.role.map(|part| sheet.span_of(part)),
        affiliation: author.affiliation.map(|part| sheet.span_of(part)),
        place: author.place.map(|part| sheet.span_of(part)),
        email: author.email.map(|part| sheet.span_of(part)),
    });
    BylineFields { status: BylineStatus::Named, text: Some(span), authors: authors.collect() }
}

fn label(sheet: &mut Sheet<'_>) {
    if sheet.fields.byline.status != BylineStatus::Unknown {
        repeated::label(sheet);
        return;
    }
    let Some((first, Found { last, reading })) = find(sheet) else { return left::label(sheet) };
    let span = TextSpan::new(sheet.rows[first].content.start(), sheet.rows[last].content.end());
    let fields = fields(sheet, span, reading);
    sheet.fields.byline = fields;
    (first..=last).for_each(|index| sheet.label(index, Role::Byline));
}

/// A byline that starts at a row.
struct Found<'t> {
    /// Its last row.
    last: usize,
    /// What was read of it, if it is all on one row.
    reading: Option<authors::Reading<'t>>,
}

impl Found<'_> {
    /// A byline up to a row. It is read later.
    fn up_to(last: usize) -> Self {
        Self { last, reading: None }
    }
}

/// The byline of the article: its first row, and the rest of it.
fn find<'t>(sheet: &Sheet<'t>) -> Option<(usize, Found<'t>)> {
    let mut long = 0;
    // Rows that belong to the site do not count, within reason.
    let is_site = |&index: &usize| sheet.rows[index].role == Some(Role::Furniture);
    let header = sheet.of_article().take(2 * HEADER_ROWS).filter(|index| !is_site(index)).take(HEADER_ROWS);
    for (place, index) in header.enumerate() {
        let line = sheet.content(index);
        if line.len() <= LONGEST
            && sheet.is_open(index)
            && sheet.next(index).is_some()
            && let Some(found) = starts_byline(sheet, index, place)
        {
            return Some((index, found));
        }
        long += usize::from(is_running(line) && sheet.rows[index].role != Some(Role::Caption));
        if long > 1 {
            break;
        }
    }
    let last = sheet.of_article().next_back()?;
    if let Some(name) = signed::over_address(sheet, last) {
        return Some((name, Found::up_to(last)));
    }
    let is_last = sheet.is_open(last)
        && sheet.content(last).len() <= LONGEST_BARE
        && (at_the_end(sheet.content(last)).is_some() || signed::signs(sheet, last));
    is_last.then(|| (last, Found::up_to(last)))
}

/// Whether a row is running text, by its length or because it is a sentence.
fn is_running(line: &str) -> bool {
    line.len() >= LONG || line.len() >= SENTENCE && line.ends_with(['.', '?', '!', '”', '"'])
}

/// The byline that starts at this row, if one does.
fn starts_byline<'t>(sheet: &Sheet<'t>, index: usize, place: usize) -> Option<Found<'t>> {
    let line = sheet.content(index);
    let names = without_intro(line, sheet.language);
    if names == Some("") {
        // `By` alone: the next row must be names.
        let next = sheet.next(index).filter(|&next| sheet.is_open(next) && sheet.content(next).len() <= LONGEST)?;
        return is_byline(sheet.content(next), sheet.language, With::By).then(|| Found::up_to(with_more(sheet, next)));
    }
    // In Italian, `Il piano ⏎ di Ana Ruiz` may be a headline on two lines. The date of a page ends no headline.
    let in_headline = || {
        let above = sheet.previous(index).filter(|_| sheet.language == Some(Language::Italian));
        let is_set_off =
            |above| alone::heads_text(sheet, above) || line.starts_with('D') && alone::is_date(sheet, above);
        after_intro(line, "di").is_some() && !above.is_some_and(is_set_off)
    };
    if let Some(first) = names.and_then(without_and) {
        // The second of two authors stands on the next row.
        let second =
            sheet.next(index).filter(|&next| sheet.is_open(next) && sheet.content(next).len() <= LONGEST_BARE)?;
        let both = [first, sheet.content(second)].iter().all(|names| is_byline(names, sheet.language, With::By));
        return both.then(|| Found::up_to(with_more(sheet, second)));
    }
    if let Some(names) = names
        && let Some(reading) = byline(names, sheet.language, With::By)
        && !in_headline()
    {
        let last = with_more(sheet, index);
        return Some(Found { last, reading: (last == index).then_some(reading) });
    }
    if let Some(reading) = filed::read(sheet, index) {
        return Some(Found { last: index, reading: Some(reading) });
    }
    last_without_by(sheet, index, place).map(Found::up_to)
}

/// The last row of a byline without `By`. It names a body, says more than names, or names people and something beside or below them says
/// who they are.
fn last_without_by(sheet: &Sheet<'_>, index: usize, place: usize) -> Option<usize> {
    let line = sheet.content(index);
    if line.len() > LONGEST_BARE {
        return None;
    }
    let is_below = place > 0;
    if is_collective_line(line) {
        return Some(unnamed::with_name(sheet, index));
    }
    if unnamed::is_body_of_article(sheet, index) {
        return Some(index);
    }
    let told = if is_below { alone::last(sheet, index) } else { None };
    let says_more = || place < BARE_ROWS && names::says_more_than_names(line);
    told.or_else(|| (says_more() && is_byline(line, sheet.language, With::Nothing)).then_some(index))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum With {
    By,
    Nothing,
}

fn is_byline(names: &str, language: Option<Language>, with: With) -> bool {
    byline(names, language, with).is_some()
}

/// What is read of a line, its `By` taken off, if it is a byline.
fn byline(names: &str, language: Option<Language>, with: With) -> Option<authors::Reading<'_>> {
    let sentence = names.ends_with(['.', '?', '!', '…']) && !ends_abbreviated(names);
    // What stands behind an unknown label may be anybody.
    if sentence || with == With::Nothing && names.contains(": ") || is_unknown_label(names) {
        return None;
    }
    let reading = authors::read(names, language);
    let someone = !reading.authors.is_empty() || reading.collective && with == With::By;
    let listed = reading.authors.len() > 1 && names.contains(';');
    let enough = with == With::By || reading.attributes > 0 || listed;
    (reading.whole && someone && enough).then_some(reading)
}

/// Whether a label in capitals that is not known stands before the names: `VERFASST VON: Pat Quill`.
fn is_unknown_label(names: &str) -> bool {
    names.split_once(": ").is_some_and(|(label, _)| {
        label.chars().any(char::is_alphabetic) && !label.chars().any(|c| c.is_lowercase() || matches!(c, ',' | ';'))
    })
}

/// Whether the full stop belongs to the last word: `Jr.`, `Ph.D.`, `Wash.`
fn ends_abbreviated(names: &str) -> bool {
    let last = names.rsplit([' ', ',']).next().unwrap_or_default();
    has(words::SUFFIXES, last) || has(super::datelines::REGIONS, last) && last.len() < 6
}

/// The last row of a byline that begins at a row. The next row may be the second author. The row after that may be a role, a house or an
/// address, and the one below it an address.
pub(crate) fn with_more(sheet: &Sheet<'_>, index: usize) -> usize {
    let below = |index: usize, belongs: fn(&str) -> bool| {
        sheet.next(index).filter(|&next| {
            let line = sheet.content(next);
            sheet.is_open(next) && line.len() <= LONGEST_BARE && belongs(line)
        })
    };
    let index = below(index, names::is_second).unwrap_or(index);
    let about =
        |line: &str| phrases::is_about_author(line) || phrases::ends_as_role(line) || phrases::is_plain_role(line);
    let Some(more) = below(index, about) else { return index };
    below(more, phrases::is_address).unwrap_or(more)
}

/// The fields of a byline in the text, whichever of its forms it has.
fn fields<'t>(sheet: &Sheet<'t>, span: TextSpan, reading: Option<authors::Reading<'t>>) -> BylineFields<TextSpan> {
    let text = sheet.slice(span);
    if let Some(author) = at_the_end(text) {
        return named(sheet, span, &[author]);
    }
    let read = || {
        let names = without_intro(text, sheet.language).or_else(|| after_intro(text, "from")).unwrap_or(text);
        authors::read(names, sheet.language)
    };
    named(sheet, span, &reading.unwrap_or_else(read).authors)
}

/// What may stand before the author's name at the end of an article.
const ENDINGS: &[&str] = &[
    "compiled by",
    "report by",
    "reported by",
    "written by",
    "interview by",
    "interview:",
    "das gespräch führte",
    "das interview führte",
    "aufgezeichnet von",
    "propos recueillis par",
];

/// The author in a line that ends an article: `-- Compiled by Jon Hale`, `（池村記者）`.
fn at_the_end(line: &str) -> Option<authors::Author<'_>> {
    let bare = line.trim_start_matches(['-', '—', '–', ' ']);
    if let Some(name) = ENDINGS.iter().find_map(|intro| after_intro(bare, intro)) {
        let name = name.trim_end_matches('.');
        return names::is_name(name).then(|| authors::Author { name, ..Default::default() });
    }
    let inside = line.strip_prefix('（')?.strip_suffix('）')?;
    let name = inside.strip_suffix("記者")?;
    let short = (1..=6).contains(&name.chars().count()) && name.chars().all(char::is_alphabetic);
    short.then(|| authors::Author { name, role: Some(&inside[name.len()..]), ..Default::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::SheetSpace;
    use crate::scan::Scan;

    /// The status and the names that `read` finds in a text that is known to be a byline.
    fn known(text: &str) -> (BylineStatus, Vec<String>) {
        let scan = Scan::of(text);
        let sheet = Sheet::new(text, &scan, None, [], &mut SheetSpace::default());
        let span = TextSpan::new(0, text.len() as u32);
        let byline = read(&sheet, span);
        (byline.status, byline.authors.iter().map(|author| sheet.slice(author.name).to_owned()).collect())
    }

    fn named(names: &[&str]) -> (BylineStatus, Vec<String>) {
        (BylineStatus::Named, names.iter().map(|&name| name.to_owned()).collect())
    }

    #[test]
    fn a_lone_dash_says_that_there_is_none() {
        assert_eq!(known("-"), (BylineStatus::None, Vec::new()));
        assert_eq!(known(";"), (BylineStatus::Unknown, Vec::new()));
        assert_eq!(known(""), (BylineStatus::Unknown, Vec::new()));
    }

    #[test]
    fn a_known_byline_needs_no_intro() {
        assert_eq!(known("Marta Lehn"), named(&["Marta Lehn"]));
        assert_eq!(known("Por Marta Lehn"), named(&["Marta Lehn"]));
        assert_eq!(known("By BEN WICK"), named(&["BEN WICK"]));
        assert_eq!(known("Marta Lehn in Oslo"), named(&["Marta Lehn"]));
        assert_eq!(known("Xinhua"), named(&["Xinhua"]));
        assert_eq!(known("Mit Marta Lehn sprachen Ivo Brandt und Ben Wick"), named(&["Ivo Brandt", "Ben Wick"]));
        assert_eq!(known("Gesprächsleitung: Ivo Brandt"), named(&["Ivo Brandt"]));
        assert_eq!(known("Von Marta Lehn*"), named(&["Marta Lehn"]));
        let shared = "Marta Lehn und Ben Wick (Text) und Ivo Brandt (Fotos)";
        assert_eq!(known(shared), named(&["Marta Lehn", "Ben Wick"]));
    }

    #[test]
    fn a_field_may_list_its_authors_with_commas() {
        let field = |text: &str| {
            let scan = Scan::of(text);
            let sheet = Sheet::new(text, &scan, None, [], &mut SheetSpace::default());
            let byline = read_field(&sheet, TextSpan::new(0, text.len() as u32));
            (byline.status, byline.authors.iter().map(|author| sheet.slice(author.name).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(field("Marta Lehn, Ben Wick, Ivo Brandt"), named(&["Marta Lehn", "Ben Wick", "Ivo Brandt"]));
        assert_eq!(field("Marta Lehn, Odo Wick, Coast Tribune").1.len(), 0);
        // A given name tells the second from a house.
        assert_eq!(field("Marta Lehn, Ben Wick, Coast Tribune"), named(&["Marta Lehn", "Ben Wick"]));
        assert_eq!(field("Marta Lehn, Ben Wick, Ivo Brandt (with A. H. in Oslo)").0, BylineStatus::Unknown);
        assert_eq!(field("VAN ONZE CORRESPONDENT"), named(&[]));
        assert_eq!(field("Brought to you by a service").0, BylineStatus::Unknown);
    }

    #[test]
    fn what_is_not_understood_gives_no_author() {
        assert_eq!(known("Marta Lehn Correspondent, Ports and ferries condemn storm"), named(&["Marta Lehn"]));
        assert_eq!(known(", ferries were lost in the storm"), named(&[]));
        assert_eq!(known("Harbour Gazette Staff"), named(&[]));
        assert_eq!(known("Marta LehnBen Wick"), named(&[]));
        assert_eq!(known("ML Oslo"), named(&[]));
        assert_eq!(known("Marta Lehn Ben Wick Ivo Brandt"), named(&[]));
    }
}
