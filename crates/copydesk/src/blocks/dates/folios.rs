//! The line at the head of a printed page: at least two of newspaper, date, section, page and volume, in any order.

use super::super::bylines;
use super::super::opening::{has_newspaper_word, is_section};
use super::super::title_shape::is_title_like;
use super::reading::Reading;
use super::references::{is_code, page_of, page_reference};
use super::{dated, first_mark, read_line};
use crate::language::Language;

/// The longest one that is read.
const LONGEST: usize = 120;
/// What stands between the parts.
const MARKS: &[&str] = &[" - ", " – ", " — ", " | ", ", ", " · ", " • ", " ~ ", "; ", " / ", " vom "];
/// A date has no more parts than weekday, day and year, nor a line more than this.
const DATE_PARTS: usize = 3;
const PARTS: usize = 9;

/// Where the line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// Above all else.
    First,
    /// The same, with the page right below.
    AbovePage,
    /// Right below the date of the page.
    BelowDate,
    Below,
}

/// What the line says.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Folio<'t> {
    pub(super) publication: Option<&'t str>,
    pub(super) date: Option<(&'t str, Reading)>,
    pub(super) section: Option<&'t str>,
    pub(super) page: Option<&'t str>,
    /// Who wrote what stands on the page, where a newsstand has it in the same line.
    pub(super) author: Option<&'t str>,
    /// Whether it says which number of the newspaper it is.
    numbered: bool,
    /// The first part, if nothing but its capitals shows that it is a newspaper's name.
    name: Option<&'t str>,
}

impl<'t> Folio<'t> {
    /// Reads the line; `None` if any part of it is something else, or if it says one thing alone.
    pub(super) fn read(line: &'t str, stands: Stands, language: Option<Language>) -> Option<Self> {
        if line.len() > LONGEST {
            return None;
        }
        Self::of_parts(line, stands, language).or_else(|| without_mark(line, language))
    }

    fn of_parts(line: &'t str, stands: Stands, language: Option<Language>) -> Option<Self> {
        let numbered = [line.as_bytes().first(), line.as_bytes().last()].into_iter().flatten().any(u8::is_ascii_digit);
        if numbered && let Some(folio) = section_and_number(line).or_else(|| section_and_bar(line)) {
            return Some(folio);
        }
        let mut folio = Self::default();
        // `Page 4 Harbour Gazette, Monday, …`: the page runs on into what follows.
        let glued = page_reference(line).filter(|(page, _)| page.len() < line.len());
        let glued = glued.filter(|(_, rest)| rest.starts_with(' ') && rest[1..].starts_with(char::is_alphabetic));
        folio.page = glued.map(|(page, _)| page.rsplit(' ').next().unwrap_or(page));
        let (mut rest, mut parts) = (glued.map_or(line, |(_, rest)| &rest[1..]), 0);
        while !rest.is_empty() {
            rest = folio.take(rest, parts == 0, language)?;
            parts += 1;
            if parts > PARTS {
                return None;
            }
        }
        // What no list knows is told by the date and the page beside it. Below another row it is the town, or the newspaper.
        if let Some(name) = folio.name {
            // `Harbour Gazette (IL) - March 12, 2024`, as databases have it.
            let has_region = name.ends_with(')');
            let told = folio.page.is_some()
                || stands == Stands::AbovePage
                || folio.date.is_some() && (folio.section.is_some() || has_region);
            if !told || folio.date.is_none() && stands != Stands::BelowDate {
                return None;
            }
            match folio.date {
                Some(_)
                    if matches!(stands, Stands::First | Stands::AbovePage) || folio.section.is_some() || has_region =>
                {
                    folio.publication = folio.publication.or(Some(name));
                }
                Some(_) => {}
                // `Regio Oost, pagina 4`
                None => folio.section = folio.section.or(Some(name)),
            }
        }
        let newspaper = folio.date.is_some() && (folio.publication.or(folio.name).is_some() || folio.numbered);
        let section = folio.section.is_some() && (folio.page.is_some() || folio.date.is_some());
        (newspaper || section).then_some(folio)
    }

    /// Whether newspaper and date were read, as the first two parts.
    fn is_dated_newspaper(&self) -> bool {
        self.date.is_some() && self.publication.or(self.name).is_some()
    }

    /// Takes the part that the text begins with, and gives what follows it.
    fn take(&mut self, text: &'t str, first: bool, language: Option<Language>) -> Option<&'t str> {
        // `The Harbour Gazette. TUESDAY, MARCH 12, 1901.`: old papers set a stop behind their names.
        if first
            && let Some((name, rest)) = text.split_once(". ")
            && is_newspaper(name)
        {
            self.publication = Some(name);
            return Some(rest);
        }
        let mut whole = 0;
        let mut ends = [None; DATE_PARTS];
        for end in &mut ends {
            let Some((at, mark)) = first_mark(&text[whole..], MARKS) else {
                *end = Some((text.len(), text.len()));
                break;
            };
            *end = Some((whole + at, whole + at + mark));
            whole += at + mark;
        }
        let ends = ends.into_iter().flatten();
        if self.date.is_none() {
            for (end, next) in ends.clone().rev() {
                let date = &text[..end];
                if let Some(reading) = read_line(date, language).filter(Reading::has_year) {
                    self.date = Some((date, reading));
                    return Some(&text[next..]);
                }
            }
        }
        let (end, next) = ends.clone().next()?;
        let part = text[..end].trim();
        if self.page.is_none()
            && let Some(page) =
                page_of(part).or_else(|| is_code(part).then_some(part)).or_else(|| number(part).filter(|_| !first))
        {
            self.page = Some(page);
        } else if is_section(part) && self.section.is_none() {
            self.section = Some(part);
        } else if (first || self.date.is_some() || self.page.is_some())
            && self.publication.is_none()
            && is_newspaper(part)
        {
            self.publication = Some(part);
        } else if is_volume(part) {
            self.numbered = true;
        } else if first && is_title_like(part) {
            self.name = Some(part);
        } else if self.is_dated_newspaper() && self.section.is_none() && is_in_capitals(part) && next < text.len() {
            self.section = Some(part);
        } else if self.is_dated_newspaper()
            && self.section.is_some()
            && next == text.len()
            && bylines::names_people(part, language)
        {
            self.author = Some(part);
        } else if next == text.len()
            && self.section.is_none()
            && self.page.is_some()
            && self.date.is_some()
            && is_title_like(part)
        {
            self.section = Some(part);
        } else {
            return None;
        }
        Some(&text[next..])
    }
}

/// A few words in capitals.
fn is_in_capitals(part: &str) -> bool {
    const WORDS: usize = 3;
    part.split(' ').count() <= WORDS
        && part.chars().any(char::is_alphabetic)
        && part.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '&' | '-' | '/'))
}

/// `NEWS 5`, `5 NEWS`: a section in capitals with its page.
fn section_and_number(line: &str) -> Option<Folio<'_>> {
    let (first, last) = line.split_once(' ').filter(|_| line.len() <= LONGEST)?;
    let (before, end) = line.rsplit_once(' ')?;
    let (section, page) = if let Some(page) = number(first) { (last, page) } else { (before, number(end)?) };
    let capitals = section.chars().all(|c| !c.is_lowercase());
    (capitals && is_section(section)).then_some(Folio { section: Some(section), page: Some(page), ..Folio::default() })
}

/// `THE CITY | 3`: a section that need not be in a list, because the bar shows what it is.
fn section_and_bar(line: &str) -> Option<Folio<'_>> {
    const WORDS: usize = 3;
    let (section, end) = line.split_once(" | ")?;
    let page = number(end)?;
    let capitals =
        section.chars().any(char::is_alphabetic) && section.chars().all(|c| c.is_uppercase() || c == ' ' || c == '&');
    (capitals && section.split(' ').count() <= WORDS).then_some(Folio {
        section: Some(section),
        page: Some(page),
        ..Folio::default()
    })
}

/// `HARBOUR GAZETTE Friday, March 15, 2024 Page 11`: the newspaper runs on into the date.
fn without_mark(line: &str, language: Option<Language>) -> Option<Folio<'_>> {
    const WORDS: usize = 5;
    let starts = line.match_indices(' ').map(|(at, _)| at).take(WORDS);
    starts.filter(|&at| is_newspaper(&line[..at])).find_map(|at| {
        let (reading, date, page) = dated(&line[at + 1..], language)?;
        let publication = Some(line[..at].trim_end_matches([' ', ',', '|']));
        reading.has_year().then_some(Folio { publication, date: Some((date, reading)), page, ..Folio::default() })
    })
}

/// A page's number and nothing else.
fn number(part: &str) -> Option<&str> {
    ((1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())).then_some(part)
}

/// `Harbour Gazette`: a few capitalised words, one of which newspapers call themselves by.
fn is_newspaper(part: &str) -> bool {
    is_title_like(part) && has_newspaper_word(part)
}

/// `Vol. 46 No. 22,148`, `Issue 12`: which number of the newspaper it is.
fn is_volume(part: &str) -> bool {
    let word = |word: &str| {
        let word = word.trim_end_matches(['.', ':']);
        ["vol", "volume", "no", "nr", "issue", "number"].iter().any(|known| known.eq_ignore_ascii_case(word))
    };
    let figure = |word: &str| {
        !word.is_empty()
            && word.bytes().all(|byte| byte.is_ascii_digit() || b",.".contains(&byte) || b"IVXLCDM".contains(&byte))
    };
    part.split(' ').next().is_some_and(word)
        && part.split(' ').any(figure)
        && part.split(' ').all(|part| word(part) || figure(part))
}

/// `Vol. 46 No. 22,148`: what no heading says (`No. 10`, `Volume 2`).
pub(super) fn is_volume_and_number(line: &str) -> bool {
    is_volume(line) && line.split(' ').filter(|word| word.starts_with(char::is_alphabetic)).count() > 1
}

/// `Published in Harbour Gazette, March 14th, 2023`: the date of the issue in which the article was printed.
pub(super) fn printed_in(line: &str, language: Option<Language>) -> Option<(&str, Reading)> {
    let named = line.strip_prefix("Published in ").filter(|_| line.len() <= LONGEST)?;
    let (newspaper, date) = named.split_once([',', ':']).or_else(|| named.split_once(" on "))?;
    let date = date.trim().trim_end_matches('.');
    let reading = read_line(date, language).filter(|reading| reading.has_year() && reading.has_day())?;
    is_title_like(newspaper).then_some((date, reading))
}
