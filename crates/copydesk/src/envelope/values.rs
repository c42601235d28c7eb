//! The values of labelled fields in a standard form: numbers, dates, languages, pages, index terms.

use jiff::civil::Date;

use crate::blocks::dates;
use crate::header::{FieldKind, Term};
use crate::language::Language;

/// How index terms are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Terms {
    /// `IMMIGRATION (93%); BORDER CONTROL (78%)`.
    Scored(&'static str),
    /// `usa : United States | namz : North America`.
    Coded(&'static str),
    /// `Ferries; Harbours`, or with another mark between.
    Plain(&'static str, char),
    /// `Name: Northport Ferries; NAICS: 483114`: only what is named is a term.
    Named(&'static str),
}

impl Terms {
    /// The terms of a value, in order.
    pub(crate) fn read(self, value: &str) -> Vec<Term<'_>> {
        let (scheme, mark) = match self {
            Self::Scored(scheme) => (scheme, ';'),
            Self::Coded(scheme) => (scheme, '|'),
            Self::Plain(scheme, mark) => (scheme, mark),
            Self::Named(scheme) => (scheme, ';'),
        };
        let terms = value.split(mark).map(str::trim);
        let terms = terms.filter_map(|term| match self {
            Self::Named(_) => term.strip_prefix("Name:").map(str::trim_start),
            _ => Some(term),
        });
        terms
            .filter(|term| !term.is_empty())
            .map(|term| match self {
                Self::Coded(_) => match term.split_once(" : ") {
                    Some((code, name)) => Term { scheme, code: Some(code.trim()), name: name.trim(), score: None },
                    None => Term { scheme, code: None, name: term, score: None },
                },
                Self::Scored(_) => {
                    let scored = term.strip_suffix("%)").and_then(|rest| rest.rsplit_once('('));
                    let score = scored.and_then(|(name, score)| Some((name.trim(), score.parse::<u8>().ok()?)));
                    match score.filter(|(name, score)| *score <= 100 && !name.is_empty()) {
                        Some((name, score)) => Term { scheme, code: None, name, score: Some(score) },
                        None => Term { scheme, code: None, name: term, score: None },
                    }
                }
                Self::Plain(..) | Self::Named(_) => Term { scheme, code: None, name: term, score: None },
            })
            .collect()
    }
}

/// The value in the standard form of its kind.
pub(crate) fn parsed(kind: FieldKind, value: &str, language: Option<Language>) -> Option<String> {
    match kind {
        FieldKind::Length | FieldKind::Priority => number(value),
        FieldKind::DocumentCount => number(value).or_else(|| ranges(value)),
        FieldKind::Year => number(value).filter(|year| year.len() == 4),
        FieldKind::LoadDate | FieldKind::Updated | FieldKind::RequestTime => {
            date(value, language).map(|date| date.to_string())
        }
        FieldKind::Language => language_code(value).map(ToOwned::to_owned).or_else(|| language_tag(value)),
        _ => None,
    }
}

/// The number that a value begins with: `1,172 words`, `409  words`, `306 Wörter`.
fn number(value: &str) -> Option<String> {
    const MARKS: &[char] = &[',', '.', '\'', '’', ' ', '\u{a0}', '\u{202f}'];
    let end = value.find(|c: char| !c.is_ascii_digit() && !MARKS.contains(&c)).unwrap_or(value.len());
    let written = value[..end].trim_end_matches(MARKS);
    let end = written.len();
    // A mark between digits groups thousands: there are no halves of a word.
    let mut groups = written.split(MARKS);
    let first = groups.next().filter(|first| !first.is_empty())?;
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty() || first.len() <= 3 && rest.iter().all(|group| group.len() == 3);
    let followed = value[end..].chars().next().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | 'w' | '字'));
    (grouped && followed && first.len() <= 9 && rest.len() <= 2).then(|| {
        let digits = format!("{first}{}", rest.concat());
        let digits = digits.trim_start_matches('0');
        if digits.is_empty() { "0".to_owned() } else { digits.to_owned() }
    })
}

/// How many documents are asked for: `Selected Items: 1-10, 14`.
fn ranges(value: &str) -> Option<String> {
    let (_, ranges) = value.rsplit_once(':')?;
    let count = ranges.split(',').try_fold(0_u32, |count, range| {
        let (first, last) = range.split_once('-').unwrap_or((range, range));
        let (first, last): (u32, u32) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
        count.checked_add(last.checked_sub(first)?.checked_add(1)?)
    });
    count.map(|count| count.to_string())
}

/// The date that a value is, or begins with: the words of an edition or a time of day may follow.
pub(crate) fn date(value: &str, language: Option<Language>) -> Option<Date> {
    date_and_rest(value, language)
        .and_then(|(_, _, value)| value)
        .or_else(|| ideographic(value))
        .or_else(|| stamp(value))
}

/// `20240909T100000Z`, `2024-09-09T10:00:00+02:00`: the day of a moment in the basic or the extended form of ISO 8601.
fn stamp(value: &str) -> Option<Date> {
    let day = value.split_once('T').map_or(value, |(day, _)| day);
    let (year, month, day) = match day.as_bytes() {
        [_, _, _, _, b'-', _, _, b'-', _, _] => (day.get(..4)?, day.get(5..7)?, day.get(8..)?),
        bytes if bytes.len() == 8 => (day.get(..4)?, day.get(4..6)?, day.get(6..)?),
        _ => return None,
    };
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let all = is_number(year) && is_number(month) && is_number(day);
    all.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok())?
}

/// `2018年10月7日`, `2018 年 10 月 7 日 17:04`.
fn ideographic(value: &str) -> Option<Date> {
    let (year, rest) = value.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let (day, _) = rest.split_once('日')?;
    Date::new(year.trim().parse().ok()?, month.trim().parse().ok()?, day.trim().parse().ok()?).ok()
}

/// How many words a date has at most, with its weekday, its time and its zone.
const DATE_WORDS: usize = 9;

/// The longest beginning of a value that is a date which says its year, what follows it, and the day of the calendar.
pub(crate) fn date_and_rest(value: &str, language: Option<Language>) -> Option<(&str, &str, Option<Date>)> {
    let ends = value.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).chain([value.len()]);
    let ends: Vec<usize> = ends.take(DATE_WORDS).collect();
    ends.into_iter().rev().find_map(|end| {
        let head = value[..end].trim_end();
        let reading = dates::read(head, language).filter(|reading| reading.is_line() && reading.has_year())?;
        Some((head, value[end..].trim_start(), reading.value()))
    })
}

/// The languages that exports name, with their ISO 639-1 codes.
const LANGUAGES: &[(&str, &[&str])] = &[
    ("ar", &["arabic", "arabisch", "arabe"]),
    ("da", &["danish", "dänisch", "danois", "deens", "dansk"]),
    ("de", &["german", "deutsch", "allemand", "duits", "alemán", "aleman", "tedesco"]),
    ("en", &["english", "englisch", "anglais", "engels", "inglés", "ingles", "inglese", "英文", "英語"]),
    ("es", &["spanish", "spanisch", "espagnol", "spaans", "español", "espanol", "spagnolo"]),
    ("fi", &["finnish", "finnisch", "finnois", "fins"]),
    ("fr", &["french", "französisch", "français", "francais", "frans", "francés", "frances", "francese"]),
    ("it", &["italian", "italienisch", "italien", "italiaans", "italiano"]),
    ("ja", &["japanese", "japanisch", "japonais", "japans"]),
    ("ko", &["korean", "koreanisch"]),
    ("nl", &["dutch", "niederländisch", "néerlandais", "nederlands", "neerlandais"]),
    ("no", &["norwegian", "norwegisch", "norvégien", "noors"]),
    ("pl", &["polish", "polnisch", "polonais", "pools"]),
    ("pt", &["portuguese", "portugiesisch", "portugais", "portugees", "português", "portugues"]),
    ("ru", &["russian", "russisch", "russe"]),
    ("sv", &["swedish", "schwedisch", "suédois", "zweeds", "svenska"]),
    ("tr", &["turkish", "türkisch", "turc", "turks"]),
    ("zh", &["chinese", "chinesisch", "chinois", "chinees", "中文", "chinese - simplified", "chinese - traditional"]),
];

/// The code of a language by its name in English, in itself, or in the language of the export.
pub(crate) fn language_code(value: &str) -> Option<&'static str> {
    let mut codes = value.split([';', '/', ',']).map(|name| {
        let name = name.trim().to_lowercase();
        LANGUAGES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(code, _)| *code)
    });
    // `GERMAN; DEUTSCH` names one language twice; `English, French` names two.
    let first = codes.next()??;
    codes.all(|code| code.is_none_or(|code| code == first)).then_some(first)
}

/// The language of a tag in small letters, without script and region: `de`, `nb-NO`, `zh-Hans`, `EN-GB`, `de : Deutsch`.
pub(crate) fn language_tag(value: &str) -> Option<String> {
    let value = value.split_once(" : ").map_or(value, |(tag, _)| tag).trim();
    let mut parts = value.split(['-', '_']);
    let code = parts.next()?;
    let is_code = (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_part = |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_code && parts.all(is_part)).then(|| code.to_ascii_lowercase())
}

/// A section with what else its field says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct SectionValue<'t> {
    pub(crate) section: Option<&'t str>,
    /// As it stands, and the page alone.
    pub(crate) page: Option<(&'t str, &'t str)>,
    pub(crate) edition: Option<&'t str>,
}

/// `OPINION; Pg. 17`, `S. 7 Ausg. 167`, `Section 5; Part 2; Page 16; Column 2; National Desk`, `A-SECTION; Pg. A01`.
pub(crate) fn section(value: &str) -> SectionValue<'_> {
    let mut read = SectionValue::default();
    let mut section_end = None;
    for (index, part) in value.split(';').enumerate() {
        let part = part.trim();
        if let Some(page) = dates::page_reference(part) {
            read.page.get_or_insert(page);
            section_end.get_or_insert(part.as_ptr() as usize - value.as_ptr() as usize);
        } else if index > 0 && (part.ends_with("dition") || part.ends_with("usgabe") || part.ends_with("dición")) {
            read.edition.get_or_insert(part);
        }
    }
    let end = section_end.unwrap_or(value.len());
    let section = value[..end].trim().trim_end_matches(';').trim_end();
    read.section = Some(section).filter(|section| !section.is_empty());
    read
}

/// `A01`, `23`, `B7-8`: a page without a word for it.
pub(crate) fn bare_page(value: &str) -> Option<&str> {
    let page = value.trim();
    let plain = page.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    (page.len() <= 8 && plain && page.bytes().any(|byte| byte.is_ascii_digit())).then_some(page)
}

/// The place of a dateline in a field of its own, and its day: `BANGKOK Jan 20`, `WASHINGTON`.
pub(crate) fn dateline(value: &str) -> (&str, Option<&str>) {
    let words = value.match_indices(' ').map(|(at, _)| at);
    for at in words {
        let rest = value[at..].trim_start();
        if dates::read(rest, None).is_some_and(|reading| reading.has_day()) {
            return (value[..at].trim_end_matches([',', ' ']), Some(rest));
        }
    }
    (value.trim_end_matches([',', ':', ' ', '-']), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_whatever_follows() {
        let read = |value| parsed(FieldKind::Length, value, None);
        assert_eq!(read("355 words").as_deref(), Some("355"));
        assert_eq!(read("1,172  words").as_deref(), Some("1172"));
        assert_eq!(read("12.567 Wörter").as_deref(), Some("12567"));
        assert_eq!(read("853w.").as_deref(), Some("853"));
        assert_eq!(read("1\u{a0}645 mots").as_deref(), Some("1645"));
        assert_eq!(read("820 字").as_deref(), Some("820"));
        assert_eq!(read("12 345").as_deref(), Some("12345"));
        assert_eq!(read("12 34"), None);
        assert_eq!(read("words"), None);
        assert_eq!(read("3.5 pages"), None);
    }

    #[test]
    fn documents_are_counted_by_their_ranges() {
        let read = |value| parsed(FieldKind::DocumentCount, value, None);
        assert_eq!(read("50").as_deref(), Some("50"));
        assert_eq!(read("Selected Items: 1201-1262").as_deref(), Some("62"));
        assert_eq!(read("Alle documenten: 1-3, 7").as_deref(), Some("4"));
        assert_eq!(read("Selected Items: 9-2"), None);
        assert_eq!(read("All Documents: all"), None);
    }

    #[test]
    fn dates_are_read_in_their_languages() {
        let read = |value| date(value, None).map(|date| date.to_string());
        assert_eq!(read("January 11, 2010 Monday").as_deref(), Some("2010-01-11"));
        assert_eq!(read("Mittwoch 31. August 2011").as_deref(), Some("2011-08-31"));
        assert_eq!(read("04 novembre 2003").as_deref(), Some("2003-11-04"));
        assert_eq!(read("December 30, 2008 Tuesday 6:10 PM  EST").as_deref(), Some("2008-12-30"));
        let (head, rest, _) = date_and_rest("November 5, 2002 Tuesday Final Edition", None).unwrap();
        assert_eq!((head, rest), ("November 5, 2002 Tuesday", "Final Edition"));
        assert_eq!(read("2018 年 10 月 7 日 17:04").as_deref(), Some("2018-10-07"));
        assert_eq!(read("20240909T100000Z").as_deref(), Some("2024-09-09"));
        assert_eq!(read("2024-09-09T10:00:00+02:00").as_deref(), Some("2024-09-09"));
        assert_eq!(read("20241309"), None);
        assert_eq!(read("sometime in May"), None);
    }

    #[test]
    fn a_language_has_many_names() {
        assert_eq!(language_code("GERMAN; DEUTSCH"), Some("de"));
        assert_eq!(language_code("Dutch / Nederlands"), Some("nl"));
        assert_eq!(language_code("English, French"), None);
        assert_eq!(language_code("Klingon"), None);
        for (tag, code) in
            [("en-us", "en"), ("zh-Hans", "zh"), ("DE", "de"), ("fil", "fil"), ("nb-NO", "nb"), ("de", "de")]
        {
            assert_eq!(language_tag(tag).as_deref(), Some(code));
        }
        assert_eq!(language_tag("Urdu"), None);
        assert_eq!((language_tag("de-x"), language_tag("en,fr")), (None, None));
    }

    #[test]
    fn a_section_may_have_its_page() {
        let read = section("Section 5; Part 2; Page 16; Column 2; National Desk");
        assert_eq!((read.section, read.page), (Some("Section 5; Part 2"), Some(("Page 16", "16"))));
        assert_eq!(section("OPINION; Pg. 17").page, Some(("Pg. 17", "17")));
        let german = section("S. 7 Ausg. 167");
        assert_eq!((german.section, german.page), (None, Some(("S. 7", "7"))));
        assert_eq!(section("WORLD NEWS; Political").section, Some("WORLD NEWS; Political"));
    }

    #[test]
    fn index_terms_are_taken_apart() {
        let terms = Terms::Scored("nexis").read("IMMIGRATION (93%); RULES (2); FERRIES");
        let read: Vec<_> = terms.iter().map(|term| (term.name, term.score)).collect();
        assert_eq!(read, [("IMMIGRATION", Some(93)), ("RULES (2)", None), ("FERRIES", None)]);
        let coded = Terms::Coded("factiva").read("usa : United States | namz : North America");
        assert_eq!((coded[1].code, coded[1].name), (Some("namz"), "North America"));
        let named = Terms::Named("proquest").read("Name: Northport Ferries; NAICS: 483114; Name: Skerry Lines");
        assert_eq!(named.iter().map(|term| term.name).collect::<Vec<_>>(), ["Northport Ferries", "Skerry Lines"]);
    }
}
