//! # dates
//!
//! Lines that are a date or a page reference, and jump lines.
//!
//! **Sees** a whole line:
//!
//! - near the top, of which every word belongs to a date: `Thursday, Nov 19, 2020`, `28. April 2023, 19:50 Uhr`,
//!   `10:44, November 19, 2020`, `Published Jul 17, 2024, 11:21am | Updated Jul 18`, `2023-07-24`, `lunes 2 de diciembre de 2024`,
//!   `Fri 9 Feb 2024 16.34 GMT`; also beside the name of a town (`Madrid - 12 mar 2024`) or the page (`B3 | Saturday, April 14, 2024`), or
//!   before the byline (`10 September 2024 - 13:20 By ANA RUIZ`), which the header gets too;
//! - among the first four, the head of a page, its parts in any order: `Harbour Gazette - Friday, May 7, 2021 - Page 9`,
//!   `Harbour Gazette, 12.03.2021, Seite 4, Meinung`, `HARBOUR GAZETTE Friday, May 7, 2021 Page 9`, `King Harbour News | May 7, 2021` above
//!   the page, `The Harbour Gazette. TUESDAY, MARCH 12, 1901.`, `National | Page 7`, `NEWS 5`; right below the date also a section that no list knows (`Regio Oost, pagina 4`);
//! - near the top, a page reference: `Pg. A01`, `p. 23, 853w.`, `Page 7`; among the first three also `A4`;
//! - anywhere, the issue in which the article was printed: `Published in Harbour Gazette, March 14th, 2023`;
//! - anywhere, a jump line, which sends the reader to a page or says from which one the article comes: `Continued on page 7`,
//!   `See HARBOUR, page A2`, `See HARBOUR on A6`, `HARBOUR from A1`, `Fortsetzung auf Seite 3`.
//!
//! **Does** label the line `date`, `page` or `jump-line`, and give the header its date. The date has a value if day, month and year are all
//! certain. `04/05/2024` in English has none, because the order depends on the country; nor has a date whose weekday is another one.
//!
//! **Leaves alone**
//!
//! - a date in the body (`March 5, 2015` is a crosshead there, or a line of a chronology);
//! - a month or a year alone, a date with other words, `5 days ago`;
//! - what resembles a jump line but has other words or no page number (*Protests continued on Wednesday*, *taken from page 34 of the
//!   report*, *Contd from last Saturday*). A few fixed lines, such as *continued on next page*, need no number.
//!
//! **Evidence**: of 47 lines with *continued on* or *from page* but no number, one was a jump line; with a page number, all.

mod calendar;
mod folios;
mod jumps;
mod reading;
mod references;

use memchr::{memchr3_iter, memrchr2_iter};

use super::beginnings::Beginnings;
use super::datelines::TOWNS;
use super::signs::Signs;
use super::wordlist::has;
use super::{Family, FurnitureKind, Role, Sheet, bylines, is_running};
use crate::header::BylineStatus;
use crate::language::Language;

pub(crate) use calendar::english_month;
pub(super) use jumps::{JUMPED, is_jump};
pub(super) use reading::{Reading, is_month};
pub(crate) use reading::{month, read};
pub(crate) use references::{ends_with_page, page_reference};

pub(super) static FAMILY: Family = Family { name: "dates", page: include_str!("dates.rs"), label };

/// Filled rows among which a date or a page reference belongs to the header.
const HEADER_ROWS: usize = 12;
/// Filled rows among which a section's letter and a number are the page.
const TOP_ROWS: usize = 3;
/// Filled rows among which the line at a page's head stands.
const FOLIO_ROWS: usize = 4;
/// A row of this many bytes is running text; after two of them the header is over (the first may be a deck).
const LONG: usize = 200;
/// Nothing in this family is longer.
const LONGEST: usize = 140;

fn label(sheet: &mut Sheet<'_>) {
    let mut place = 0;
    let mut long = 0;
    // The head of a page stands above all text.
    let mut has_run = false;
    for index in 0..sheet.rows.len() {
        let content = sheet.content(index);
        if content.is_empty() {
            continue;
        }
        if content.len() > LONGEST || !sheet.is_open(index) {
            // Running text, or somebody else's.
        } else if !has_figure(content, sheet.signs(index)) {
            if sheet.begins(index).may_be(Beginnings::JUMP) && jumps::is_next_page(content) {
                sheet.label(index, Role::JumpLine);
            }
        } else {
            let header = sheet.article.contains(&index) && place < HEADER_ROWS && long < 2;
            let tops_page = header && place < FOLIO_ROWS && !has_run;
            if !(tops_page && label_folio(sheet, index, place)) {
                label_row(sheet, index, header.then_some(place));
            }
        }
        if index < sheet.article.start {
            continue;
        }
        has_run |= place < FOLIO_ROWS && is_running(content);
        place += 1;
        long += usize::from(content.len() >= LONG && sheet.rows[index].role != Some(Role::Caption));
    }
}

/// What a page says of how long the reading takes, beside the date.
const READING_TIME: [&str; 5] = ["Lesedauer", "Lesezeit", "Leestijd", "Lecture", "Lettura"];

/// The date of a line that is nothing else, apart from a town before or behind it: `Madrid - 12 MAR 2024 - 08:15 CET`,
/// `Lisboa, 3 de maio de 2024`.
pub(super) fn read_line(line: &str, language: Option<Language>) -> Option<Reading> {
    let date = |text: &str| read(text, language).filter(Reading::is_line);
    // `March 12, 2024 07:14 pm IST - CHENNAI`, `12.03.2024 | Lesedauer: 3 Minuten`
    let before = || {
        let apart = |&at: &usize| line[..at].ends_with(' ') && line[at + 1..].starts_with(' ');
        let mark = memrchr2_iter(b'-', b'|', line.as_bytes()).find(apart)?;
        let (before, behind) = (&line[..mark - 1], &line[mark + 2..]);
        let label = behind.split([' ', ':']).next().unwrap_or_default();
        let is_other = has(TOWNS, behind) || READING_TIME.iter().any(|known| known.eq_ignore_ascii_case(label));
        is_other.then(|| date(before)).flatten().filter(Reading::has_year)
    };
    date(line).or_else(before).or_else(|| {
        let (at, mark) = first_mark(line, &[" - ", " – ", " | ", ", "])?;
        let (town, rest) = (&line[..at], &line[at + mark..]);
        has(TOWNS, town).then(|| date(rest)).flatten().filter(Reading::has_year)
    })
}

/// The first of these marks in a text: where it stands, and how long it is. Each begins with a space, a comma or a semicolon.
fn first_mark(text: &str, marks: &[&str]) -> Option<(usize, usize)> {
    let found = |at: usize| marks.iter().find(|mark| text.as_bytes()[at..].starts_with(mark.as_bytes()));
    memchr3_iter(b' ', b',', b';', text.as_bytes()).find_map(|at| Some((at, found(at)?.len())))
}

/// The date of a line, as it is read and as it stands, and the page that may stand beside it.
fn dated(line: &str, language: Option<Language>) -> Option<(Reading, &str, Option<&str>)> {
    let alone = read_line(line, language).map(|reading| (reading, line, None));
    alone.or_else(|| {
        let (page, date) = references::folio(line)?;
        let reading = read_line(date, language).filter(Reading::has_year)?;
        Some((reading, date, Some(page)))
    })
}

/// The date of a line, and the byline behind it: `10 September 2024 - 13:20 By ANA RUIZ`.
fn signed(line: &str, language: Option<Language>) -> Option<(Reading, &str, &str)> {
    let at = [" By ", " BY "].iter().find_map(|by| line.find(by))?;
    let date = line[..at].trim_end_matches([' ', '-', '|', '–', '—', ',']);
    let reading = read_line(date, language).filter(Reading::has_year)?;
    Some((reading, date, &line[at + 1..]))
}

/// The page of a row of the header that is nothing else.
fn page(content: &str, place: usize) -> Option<&str> {
    references::page_of(content).or_else(|| references::bare_page(content).filter(|_| place < TOP_ROWS))
}

/// Whether a row has a figure: the signs of a short one say so.
fn has_figure(content: &str, signs: Signs) -> bool {
    signs.may_have(Signs::DIGIT) && (signs != Signs::UNKNOWN || content.bytes().any(|byte| byte.is_ascii_digit()))
}

/// Labels a row; `header` is its place in the header, if it is of it.
fn label_row(sheet: &mut Sheet<'_>, index: usize, header: Option<usize>) {
    let content = sheet.content(index);
    let span = sheet.rows[index].content;
    if jumps::is_jump(content) {
        sheet.label(index, Role::JumpLine);
    } else if let Some(place) = header
        && let Some(page) = page(content, place)
    {
        sheet.label(index, Role::Page);
        let page = sheet.span_of(page);
        // A database's label (`Page: A3`) is no part of it.
        let span = if content.contains(':') { page } else { span };
        sheet.fields.page.get_or_insert((span, Some(page)));
    } else if reading::is_stamp(content) {
        sheet.label(index, Role::Date);
    } else if let Some((date, reading)) = folios::printed_in(content, sheet.language) {
        sheet.label(index, Role::Date);
        let span = sheet.span_of(date);
        sheet.fields.date.get_or_insert((span, reading.value()));
    } else if header.is_some()
        && let Some((reading, date, page)) = dated(content, sheet.language)
    {
        sheet.label(index, Role::Date);
        let span = sheet.span_of(date);
        if let Some(page) = page.map(|page| sheet.span_of(page)) {
            sheet.fields.page.get_or_insert((page, Some(page)));
        }
        // `Monday, May 5` is a date, but the header wants the one that says which year.
        if sheet.fields.date.is_none()
            || reading.has_year() && sheet.fields.date.is_some_and(|(_, value)| value.is_none())
        {
            sheet.fields.date = Some((span, reading.value()));
        }
    } else if header.is_some()
        && sheet.fields.byline.status == BylineStatus::Unknown
        && let Some((reading, date, names)) = signed(content, sheet.language)
    {
        let byline = bylines::read(sheet, sheet.span_of(names));
        if byline.status == BylineStatus::Named {
            sheet.label(index, Role::Date);
            let span = sheet.span_of(date);
            sheet.fields.date.get_or_insert((span, reading.value()));
            sheet.fields.byline = byline;
        }
    }
}

/// Labels a line at the head of a page, and fills the header's fields that are still empty from it. Says whether it is one.
fn label_folio(sheet: &mut Sheet<'_>, index: usize, place: usize) -> bool {
    let content = sheet.content(index);
    let stands = match sheet.previous(index).and_then(|above| sheet.rows[above].role) {
        _ if place == 0 => {
            let below = sheet.next(index).filter(|&below| sheet.content(below).len() <= LONGEST);
            let is_page = below.is_some_and(|below| references::page_of(sheet.content(below)).is_some());
            if is_page { folios::Stands::AbovePage } else { folios::Stands::First }
        }
        Some(Role::Date) => folios::Stands::BelowDate,
        _ => folios::Stands::Below,
    };
    let Some(folio) = folios::Folio::read(content, stands, sheet.language) else {
        let is_volume = folios::is_volume_and_number(content);
        if is_volume {
            sheet.label_furniture(index, FurnitureKind::Other);
        }
        return is_volume;
    };
    let span = |part: Option<&str>| part.map(|part| sheet.span_of(part));
    let date = folio.date.map(|(date, reading)| (sheet.span_of(date), reading.value()));
    let (publication, section, page) = (span(folio.publication), span(folio.section), span(folio.page));
    if let Some(author) = span(folio.author)
        && sheet.fields.byline.status == BylineStatus::Unknown
    {
        sheet.fields.byline = bylines::read(sheet, author);
    }
    let role = if date.is_some() { Role::Date } else { Role::Page };
    sheet.label(index, role);
    sheet.fields.date = sheet.fields.date.or(date);
    sheet.fields.publication = sheet.fields.publication.or(publication);
    sheet.fields.section = sheet.fields.section.or(section);
    sheet.fields.page = sheet.fields.page.or(page.map(|page| (page, Some(page))));
    true
}
