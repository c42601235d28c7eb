//! # datelines
//!
//! The dateline at the start of the first paragraph: where the article was filed, by which agency, when.
//!
//! **Sees**
//!
//! - `HARBIN, Nov. 18 (Xinhua) -- …`, `MUMBAI (Reuters) - …`, `AUBURN, Wash. — …` (also alone on its line), `Beirut, Lebanon – …`,
//!   `Deir el-Balah, Gaza Strip - …`, `BENGALURU: Police …`, `PUTRAJAYA, Nov 22 — …`, `Kyiv CNN — …`, `OTTAWA • The …`, and in any language
//!   `(ANSA) - ROMA, 14 MAR - Il …`;
//! - without a mark behind a known agency and the day: `Pune, May 3 (PTI) Four …`;
//! - in any language but English, a known agency with a town that need not be known: `Gundelfingen (dpa/lby) - Der …`,
//!   `Vannes (AFP) - Le …`;
//! - in German, Dutch, Italian, Spanish and Portuguese: `FRANKFURT. Die …`;
//! - in German: `Hannover. Der …`, `Gießen (red). Der …`, `KIEL, 14. März. Der …`, `BERLIN taz | Der …`;
//! - in Spanish and Portuguese: `ROSARIO.- Dos …`, `TOLUCA, Méx., 14 de mayo.- Tres …`, `Cuautla, Mor.- Tres …`;
//! - in French: `(Ottawa) Le …`; in Dutch, with a bullet that lost its font: `BRUSSEL l De …`;
//! - on a line of its own between byline or headline and text: `CHENNAI`, `NEW DELHI, NOVEMBER 2`; below a byline, `Nawanpind, October 11`
//!   and, except in German, a place alone that the text below names as one (`in Zutphen`);
//! - with a damaged mark: `LUCKNOW- At 5 p.m. …`; with a lost one: `JERUSALEM  Warplanes …`, with two spaces;
//! - behind a byline glued to the paragraph: `By Ana Ruiz OSLO (Reuters) - …`, a place in capitals with a known agency in brackets and a
//!   dash.
//!
//! It looks at the first four lines of text, so that a deck above does no harm, and at the first running text among the first eight.
//!
//! **Does** fill the header's dateline: the text without its end mark, the place or places, the agency, the date as it stands. The
//! paragraph stays one paragraph.
//!
//! **Leaves alone**
//!
//! - words in capitals that are no place (`UPDATE:`, `FBI:`, `EXCLUSIVE —`, `CNN —`, `TENNIS –`, `MONDAY –`), and a lead-in in capitals
//!   (`A MAN was shot`);
//! - a name or a topic with a colon or dash (`Smith: …`, `Texas: Officer …`, `Miller – the chief …`);
//! - an agency without a place (`(Reuters) - …`), or behind a first name, a section or a sport;
//! - a sentence that goes on in lower case after the dash, and a dateline after a deck on the same line;
//! - a town that is not known, in small letters without region, date or agency; with a colon or a lost mark, also in capitals.
//!
//! **Evidence**: without a closed list of towns, `X: ` at the start is a label or a speaker more often than a place.

mod places;
mod reading;
mod stops;

use super::wordlist::has;
use super::{Family, Role, Sheet};
use crate::header::DatelineFields;
use crate::language::Language;

pub(super) use places::{REGIONS, TOWNS};

pub(super) static FAMILY: Family = Family { name: "datelines", page: include_str!("datelines.rs"), label };

/// Filled rows of the header that may stand before the first paragraph.
const HEADER_ROWS: usize = 14;
/// Paragraphs that are looked at.
const PARAGRAPHS: usize = 4;
/// Rows among which the first that is running text may be further down: what a page has above it counts, too.
const ROWS: usize = 8;

/// Whether a line begins with a dateline.
pub(crate) fn starts_with_dateline(line: &str, language: Option<Language>) -> bool {
    reading::read(line, language).is_some()
}

/// Whether a line begins with a dateline that has an agency or a day, as wires send them.
pub(crate) fn is_filed(line: &str, language: Option<Language>) -> bool {
    reading::read(line, language).is_some_and(|found| found.agency.is_some() || found.date.is_some())
}

/// Whether a line is a town in capitals that is known, and nothing else.
pub(crate) fn is_town_alone(line: &str) -> bool {
    reading::alone(line, None).is_some_and(|found| found.date.is_none())
}

/// Whether the text is a town that is known.
pub(crate) fn is_town(text: &str) -> bool {
    has(TOWNS, text)
}

/// Whether a line is a place and a date, as they stand below a byline: `Nawanpind, October 11`.
pub(crate) fn is_place_and_date(line: &str, language: Option<Language>) -> bool {
    reading::below_byline(line, language).is_some()
}

fn label(sheet: &mut Sheet<'_>) {
    if sheet.fields.dateline.is_some() {
        return;
    }
    // The fields of an export are no rows that a reader would count.
    let counted = |&index: &usize| !matches!(sheet.rows[index].role, Some(Role::Field | Role::Copyright));
    let candidates = sheet.of_article().filter(counted).take(HEADER_ROWS);
    let paragraphs = candidates.filter(|&index| matches!(sheet.rows[index].role, None | Some(Role::Paragraph)));
    let mut has_run = false;
    let found = paragraphs.take(ROWS).enumerate().find_map(|(place, index)| {
        let content = sheet.content(index);
        let begins_text = !has_run && super::is_running(content);
        has_run |= begins_text;
        if place >= PARAGRAPHS && !begins_text {
            return None;
        }
        let signed = || reading::below_byline(content, sheet.language).filter(|_| stands_below_byline(sheet, index));
        let alone = || {
            let found = reading::alone(content, sheet.language).or_else(signed);
            found.filter(|_| stands_alone(sheet, index)).or_else(|| {
                let text =
                    sheet.next(index).filter(|_| stands_below_byline(sheet, index) && stands_alone(sheet, index))?;
                reading::named_below(content, sheet.content(text), sheet.language)
            })
        };
        reading::read(content, sheet.language).or_else(|| reading::after_byline(content)).or_else(alone)
    });
    if let Some(found) = found {
        sheet.fields.dateline = Some(DatelineFields {
            text: sheet.span_of(found.text),
            place: sheet.span_of(found.place),
            agency: found.agency.map(|agency| sheet.span_of(agency)),
            date: found.date.map(|date| sheet.span_of(date)),
        });
    }
}

fn stands_below_byline(sheet: &Sheet<'_>, index: usize) -> bool {
    sheet.previous(index).is_some_and(|above| sheet.rows[above].role == Some(Role::Byline))
}

/// Whether the row stands right below headline or byline, and right above running text.
fn stands_alone(sheet: &Sheet<'_>, index: usize) -> bool {
    let role = |row: usize| sheet.rows[row].role;
    sheet.previous(index).is_some_and(|above| matches!(role(above), Some(Role::Byline | Role::Headline | Role::Deck)))
        && sheet.next(index).is_some_and(|below| {
            matches!(role(below), None | Some(Role::Paragraph)) && super::is_running(sheet.content(below))
        })
}
