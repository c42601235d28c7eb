//! The start of a paragraph read as a dateline: place, date, agency, and the mark that ends it.

use memchr::{memchr, memmem};

use super::super::bylines;
use super::super::wordlist::has;
use super::super::{dates, opening};
use super::places::{HEADS, LABELS, NATIVE, REGIONS, SUBJECTS, TAILS, TOWNS};
use super::stops;
use crate::keys::{Key, Words, words};
use crate::language::Language;
use crate::masks::{blocks, moved, places};
use crate::split::at_spaces;

/// No dateline is longer; the two longest seen, two towns with their countries, a date and an agency, had 80 characters.
const LONGEST: usize = 110;
/// A paragraph of fewer bytes may be a headline with a place in front (`LONDON: What to see`).
const SHORTEST_PARAGRAPH: usize = 60;
/// A colon is weaker than a dash, and needs a longer one, or a sentence that ends.
const SHORTEST_AFTER_COLON: usize = 120;
const SHORTEST_SENTENCE_AFTER_COLON: usize = 90;

/// A dateline as slices of the paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading<'t> {
    pub(super) text: &'t str,
    pub(super) place: &'t str,
    pub(super) agency: Option<&'t str>,
    pub(super) date: Option<&'t str>,
}

/// What ends a dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// `—`, `–`, `--`, ` - `, with or without the spaces.
    Dash,
    /// `LUCKNOW- At`, `India -Ravi`: a hyphen that lost a space.
    DamagedDash,
    Colon,
    /// Two spaces, where the dash was lost.
    Gap,
}

/// Reads the dateline at the start of a paragraph.
pub(super) fn read(paragraph: &str, language: Option<Language>) -> Option<Reading<'_>> {
    if paragraph.starts_with('(') {
        return behind_agency(paragraph, language).or_else(|| stops::in_brackets(paragraph, language));
    }
    if !paragraph.chars().next()?.is_uppercase() {
        return None;
    }
    let window = match paragraph.as_bytes().get(..=LONGEST) {
        Some(head) if head.is_ascii() => &paragraph[..LONGEST],
        _ => paragraph.char_indices().nth(LONGEST).map_or(paragraph, |(end, _)| &paragraph[..end]),
    };
    if paragraph.len() >= SHORTEST_PARAGRAPH
        && let Some(found) = stops::read(window, language)
    {
        return Some(found);
    }
    let (head, agency, end, at) = frame(window)?;
    let rest =
        paragraph[at..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '—' | '–' | '_' | '•'));
    if !rest.is_empty() && !starts_sentence(rest) {
        return None;
    }
    if let (End::Dash, None, Some(town)) = (end, agency, head.trim_end().strip_suffix('.'))
        && language == Some(Language::German)
        && paragraph.len() >= SHORTEST_PARAGRAPH
        && is_swiss_place(town)
    {
        return Some(Reading { text: town, place: town, agency: None, date: None });
    }
    let (place, date) = split_date(head, language);
    let (place, agency) = match agency {
        Some(agency) => (place, Some(agency)),
        None => split_agency(place),
    };
    let long_enough = match end {
        _ if agency.is_some() || date.is_some() => true,
        End::Colon if paragraph.ends_with('.') => paragraph.len() >= SHORTEST_SENTENCE_AFTER_COLON,
        End::Colon => paragraph.len() >= SHORTEST_AFTER_COLON,
        _ => rest.is_empty() || paragraph.len() >= SHORTEST_PARAGRAPH,
    };
    let wired = is_wired(place, agency, date.is_some(), language);
    let evidence = Evidence { agency: agency.is_some(), date: date.is_some(), wired, alone: rest.is_empty(), end };
    if !long_enough || !is_place(place, evidence) {
        return None;
    }
    let last =
        agency.filter(|agency| window[window.len().min(offset(window, agency) + agency.len())..].starts_with(')'));
    let text = match last {
        Some(agency) => &paragraph[..=offset(window, agency) + agency.len()],
        None => head.trim_end(),
    };
    Some(Reading { text, place, agency, date })
}

/// `(ANSA) - ROMA, 14 MAR - Il …`: the agency before the town and the day.
fn behind_agency(paragraph: &str, language: Option<Language>) -> Option<Reading<'_>> {
    const LONGEST: usize = 24;
    let close = paragraph.bytes().take(LONGEST).position(|byte| byte == b')')?;
    let (agency, rest) = (&paragraph[1..close], paragraph[close + 1..].strip_prefix(" - ")?);
    let found = (bylines::is_agency(agency) && !rest.starts_with('(')).then(|| read(rest, language)).flatten()?;
    let text = &paragraph[..offset(paragraph, found.text) + found.text.len()];
    found.date.map(|date| Reading { text, place: found.place, agency: Some(agency), date: Some(date) })
}

/// Whether the text is a town that is known, in capitals.
pub(super) fn is_town_of_capitals(text: &str) -> bool {
    is_in_capitals(text) && (has(TOWNS, text) || has(NATIVE, text))
}

/// Reads a line that is a dateline and nothing else: `CHENNAI`, `NEW DELHI, NOVEMBER 2`, `OTTAWA:`. The town must be one that is known.
pub(super) fn alone(line: &str, language: Option<Language>) -> Option<Reading<'_>> {
    const LONGEST: usize = 40;
    if line.len() > LONGEST {
        return None;
    }
    let head = line.trim_end_matches(':').trim_end();
    let (place, date) = split_date(head, language);
    is_town_of_capitals(place).then_some(Reading { text: head, place, agency: None, date })
}

/// Reads a line below a byline that is a place and a date: `Nawanpind, October 11`. The place need not be known.
pub(super) fn below_byline(line: &str, language: Option<Language>) -> Option<Reading<'_>> {
    const LONGEST: usize = 40;
    const WORDS: usize = 3;
    if line.len() > LONGEST {
        return None;
    }
    let (place, date) = split_date(line, language);
    let named = place.split(' ').all(|word| word.starts_with(char::is_uppercase)) && place.split(' ').count() <= WORDS;
    let letters = place.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '(' | ')'));
    let set_off = line[place.len()..].starts_with([',', ':']);
    (named && letters && set_off && date.is_some() && !dates::is_month(place)).then_some(Reading {
        text: line,
        place,
        agency: None,
        date,
    })
}

/// Reads a line below a byline that is a place whose name the text below says again: `Zutphen`, `ALTA MESA`. In German any noun has a
/// capital.
pub(super) fn named_below<'t>(line: &'t str, text: &str, language: Option<Language>) -> Option<Reading<'t>> {
    const LONGEST: usize = 30;
    const SHORTEST: usize = 4;
    const WORDS: usize = 3;
    let town = line.strip_suffix(')').and_then(|line| line.rsplit_once(" (")).map_or(line, |(town, _)| town);
    let letters = || town.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'));
    if !(SHORTEST..=LONGEST).contains(&line.len())
        || language == Some(Language::German)
        || town.split(' ').count() > WORDS
        || !town.split(' ').all(|word| word.starts_with(char::is_uppercase))
        || !letters()
        || opening::is_section(town)
    {
        return None;
    }
    let upper = |word: &str| word.chars().flat_map(char::to_uppercase).collect::<String>();
    let last = upper(town.rsplit(' ').next()?);
    // `in Zutphen`, `em Alta Mesa`: what is no place is spoken of otherwise. The first word of a sentence has a capital in any case.
    let mut words = text.split(|c: char| !c.is_alphabetic() && c != '-').filter(|word| !word.is_empty());
    let mut before = words.next()?;
    let first = town.split(' ').next()?;
    let mut is_there = false;
    for word in words {
        is_there = IN.find(Key::of_any(before)).is_some()
            || is_there && before.starts_with(char::is_uppercase) && first != town;
        let said = || word.starts_with(char::is_uppercase) && word.len() == last.len() && upper(word) == last;
        if is_there && said() {
            return Some(Reading { text: line, place: line, agency: None, date: None });
        }
        before = word;
    }
    None
}

/// Words before the place where something is.
#[rustfmt::skip]
static IN: Words<()> = words!(64, [
    "at", "bij", "da", "de", "do", "em", "en", "from", "im", "in", "na", "naar", "near", "no", "outside", "te", "ter", "to", "uit", "van", "à",
]);

/// Reads the dateline behind a byline that is glued to the paragraph: `By Ana Ruiz OSLO (Reuters) - The …`.
///
/// Only the form that nothing else has: a place in capitals after a name that is not, an agency in brackets that is known, a dash.
pub(super) fn after_byline(paragraph: &str) -> Option<Reading<'_>> {
    const LONGEST: usize = 80;
    let names = paragraph.strip_prefix("By ")?;
    let open = names.bytes().take(LONGEST).position(|byte| byte == b'(')?;
    let head = names[..open].trim_end();
    let inside = &names[open + 1..];
    let close = inside.bytes().take(LONGEST).position(|byte| byte == b')')?;
    let agency = &inside[..close];
    let rest = inside[close + 1..].trim_start().strip_prefix(['-', '–', '—'])?.trim_start_matches(['-', ' ']);
    if !bylines::is_agency(agency) || !starts_sentence(rest) {
        return None;
    }
    let cut = head.match_indices(' ').map(|(at, _)| at + 1).find(|&at| {
        let place = &head[at..];
        place.split(['/', ',']).all(|town| is_in_capitals(town.trim()))
    })?;
    let before = head[..cut].trim_end().rsplit(' ').next().unwrap_or_default();
    let evidence = Evidence { agency: true, date: false, wired: false, alone: false, end: End::Dash };
    let place = &head[cut..];
    if !before.chars().any(char::is_lowercase) || !is_place(place, evidence) {
        return None;
    }
    let start = offset(paragraph, place);
    let end = offset(paragraph, agency) + agency.len() + 1;
    Some(Reading { text: &paragraph[start..end], place, agency: Some(agency), date: None })
}

/// `Glarus. - Der Landrat …`: the form of Swiss papers, in which the place ends with a stop before the dash. No sentence of one to three
/// capitalised words is followed so, but for an exclamation.
pub(super) fn is_swiss_place(town: &str) -> bool {
    const EXCLAMATIONS: &[&str] =
        &["Achtung", "Antwort", "Danke", "Frage", "Nein", "Richtig", "Falsch", "Genau", "Schade"];
    // Sport pages put the sport where others have the place.
    const SPORTS: &[&str] = &[
        "athlon",
        "athletik",
        "ball",
        "boxen",
        "cross",
        "fahren",
        "golf",
        "hockey",
        "langlauf",
        "lauf",
        "schwingen",
        "sport",
        "tennis",
        "turnen",
        "Automobil",
        "Curling",
        "Golf",
        "Judo",
        "Kultur",
        "Politik",
        "Reiten",
        "Rudern",
        "Ski",
        "Tennis",
        "Turnen",
        "Wirtschaft",
    ];
    let is_name = |word: &str| {
        word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().nth(2).is_some()
            && word.chars().skip(1).all(|c| c.is_lowercase() || matches!(c, '-' | '/' | '’') || c.is_uppercase())
    };
    town.len() <= 40
        && town.chars().nth(3).is_some()
        && town.split(' ').count() <= 3
        && town.split(' ').all(is_name)
        && !EXCLAMATIONS.contains(&town)
        && !SPORTS.iter().any(|sport| town.ends_with(sport))
}

fn offset(whole: &str, part: &str) -> usize {
    part.as_ptr() as usize - whole.as_ptr() as usize
}

/// What stands before the agency or the end mark, the agency in brackets, the end mark, and where it ends.
fn frame(window: &str) -> Option<(&str, Option<&str>, End, usize)> {
    let (at, end, len) = end_mark(window)?;
    if !window[at..].starts_with('(') {
        return Some((&window[..at], None, end, at + len));
    }
    let head = window[..at].trim_end();
    let inside = &window[at + 1..];
    let close = inside.find(')')?;
    let agency = &inside[..close];
    let mut after = &inside[close + 1..];
    after = after.strip_prefix(['.', ':']).unwrap_or(after);
    let dash = after.trim_start();
    // Wires that have no dash among their characters send `_` for one.
    let marked = dash.starts_with(['-', '—', '–']) || dash.starts_with("_ ") || inside[close + 1..].starts_with(':');
    // `Pune, May 3 (PTI) Four people …`: Indian agencies set no mark behind their sign.
    let unmarked =
        || head.bytes().any(|byte| byte.is_ascii_digit()) && after.starts_with(' ') && bylines::is_agency(agency);
    (marked && is_bracketed_agency(agency) || unmarked())
        .then(|| (head, Some(agency), End::Dash, window.len() - dash.len()))
}

/// Where the place ends: at an end mark, or at the bracket of an agency.
fn end_mark(window: &str) -> Option<(usize, End, usize)> {
    const COUNTRY: usize = 24;
    let bytes = window.as_bytes();
    for at in marks(bytes).filter(|&at| window.is_char_boundary(at)) {
        let Some(c) = window[at..].chars().next() else { break };
        let next = &window[at + c.len_utf8()..];
        let spaced = at > 0 && bytes[at - 1] == b' ';
        match c {
            '—' | '–' => return Some((at, End::Dash, c.len_utf8())),
            // `OTTAWA • The minister …`, where nothing else in the line is a list's.
            '•' | '·' | '⋅' if spaced && next.starts_with(' ') => return Some((at, End::Dash, c.len_utf8())),
            '(' => return Some((at, End::Dash, 0)),
            '-' if next.starts_with('-') => return Some((at, End::Dash, 2)),
            '-' if spaced && next.starts_with(' ') => return Some((at, End::Dash, 1)),
            '-' if spaced || next.starts_with(' ') => return Some((at, End::DamagedDash, 1)),
            ':' if next.starts_with(' ') => return Some((at, End::Colon, 1)),
            // A time (`04:26`) goes on.
            ':' if next.starts_with(|c: char| c.is_ascii_digit()) => {}
            // `BOSTON  Dec 21 (Reuters)`: a date goes on.
            ' ' if next.starts_with(' ')
                && dates::is_month(next.trim_start().split(' ').next().unwrap_or_default()) => {}
            ' ' if next.starts_with(' ') && !next.trim_start().starts_with(['(', '-', '—', '–']) => {
                return Some((at, End::Gap, 2));
            }
            // `New Delhi [India], May 3 (ANI): …`
            '[' if spaced && next.as_bytes().iter().take(COUNTRY).any(|&byte| byte == b']') => {}
            ':' | '"' | '“' | '”' | '?' | '!' | ';' | '[' | '«' | '\n' => return None,
            _ => {}
        }
    }
    // `AUBURN, Wash. -` may be the whole line.
    window.strip_suffix(" -").map(|head| (head.len() + 1, End::Dash, 1))
}

/// Where a dateline may end: at a mark that is neither comma nor point, a character beyond ASCII, a line end, the first of two spaces.
fn marks(window: &[u8]) -> impl Iterator<Item = usize> {
    let mut before = 0;
    let all = blocks(window, b'x').map(move |(start, block)| {
        let low = block.are_between(b'!', b'/') & !block.are_like(b',', 0xfd);
        let high = block.are_between(b':', b'?');
        let spaces = block.are(b' ');
        let second = spaces & moved(spaces, before, 1);
        before = spaces;
        (start, low | high | block.are_either(b'[', b'\n') | block.are_beyond(), second)
    });
    // The first of two spaces is told by the second, which is in the next block now and then.
    all.flat_map(|(start, marks, second)| {
        let first = (second & 1 == 1).then(|| start.checked_sub(1)).flatten();
        first.into_iter().chain(places(start, marks | second >> 1))
    })
}

pub(super) fn starts_sentence(rest: &str) -> bool {
    let rest =
        rest.trim_start_matches(['"', '“', '‘', '\'', '«', '„', '”', '¿', '¡', '$', '£', '€', '#', '@', '[', ' ', '…']);
    rest.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// `Reuters`, `The Borowitz Report`, `CNA/EWTN News`, `dpa/lsw`: not a party and state (`R-Texas`), a ticker (`NYSE: BA`) or an age.
fn is_bracketed_agency(text: &str) -> bool {
    let capital = text.chars().next().is_some_and(char::is_uppercase);
    let party = text.as_bytes().get(1) == Some(&b'-');
    (2..=40).contains(&text.len()) && capital && !party && !text.contains([':', ',', '"', '“', ';'])
        || bylines::is_agency(text)
        || text.split_once('/').is_some_and(|(agency, _)| bylines::is_agency(agency))
}

/// `ROME, February 2, 2018` into place and date.
pub(super) fn split_date(head: &str, language: Option<Language>) -> (&str, Option<&str>) {
    let head = head.trim_end();
    // Every day has a figure.
    if !head.bytes().any(|byte| byte.is_ascii_digit()) {
        return (head.trim_end_matches(','), None);
    }
    let cuts = head.char_indices().filter(|&(_, c)| c == ',' || c == ' ').map(|(at, _)| at);
    for cut in cuts {
        let tail = head[cut..].trim_start_matches([',', ' ']);
        if !head[..cut].ends_with([',', ' ']) && dates::read(tail, language).is_some_and(|reading| reading.has_day()) {
            return (head[..cut].trim_end(), Some(tail.trim_end_matches([',', ' '])));
        }
    }
    (head.trim_end_matches(','), None)
}

/// `Hong Kong CNN`, `BENGALURU, DHNS`: the agency without its brackets.
fn split_agency(head: &str) -> (&str, Option<&str>) {
    let parted = head.rsplit_once(' ').map(|(place, agency)| (place.trim_end_matches(','), agency));
    match parted {
        // `PITTSBURGH, Pa.` is in a state whose sign an agency has, too.
        Some((place, agency)) if is_known(place) && bylines::is_agency(agency) && !has(REGIONS, agency) => {
            (place, Some(agency))
        }
        _ => (head, None),
    }
}

#[derive(Clone, Copy)]
struct Evidence {
    agency: bool,
    date: bool,
    /// There is so much else that no list need know the town.
    wired: bool,
    /// Nothing follows on the line.
    alone: bool,
    end: End,
}

/// Whether there is a day and a known agency. In other languages than English, whose reporters have no agency behind their names, one of
/// the two and a town are enough: `Gundelfingen (dpa/lby) - `, `Milano, 3 maggio 2020 – `.
fn is_wired(place: &str, agency: Option<&str>, date: bool, language: Option<Language>) -> bool {
    let sent = agency.is_some_and(|agency| bylines::is_agency(agency.split('/').next().unwrap_or(agency)));
    let is_abroad = || language.is_some_and(|language| language != Language::English);
    let is_subject = || is_label(place) || opening::is_section(place) || has(SUBJECTS, place);
    let is_town = || is_swiss_place(place) && !bylines::begins_as_name(place) && !is_subject();
    sent && date || (sent || date) && is_abroad() && (has(NATIVE, place) || sent && is_town())
}

/// Whether the text is one or more places (`SURABAYA, Indonesia/JAKARTA`), given what else the dateline has.
fn is_place(text: &str, evidence: Evidence) -> bool {
    let mut parts = text.split(',').map(str::trim);
    let Some(first) = parts.next() else { return false };
    let mut region = false;
    for part in parts {
        let part = part.split('/').next().unwrap_or(part);
        region |= has(REGIONS, part);
        if !has_capitals_of_place(part) || part.split(' ').count() > 4 {
            return false;
        }
        if !(has(REGIONS, part) || evidence.agency || evidence.date) {
            return false;
        }
    }
    let known = towns(first).all(is_known);
    let capitals = towns(first).all(is_in_capitals);
    if capitals && !known && towns(first).any(is_label) {
        return false;
    }
    match evidence.end {
        // A town in small letters that no list knows.
        End::Dash if evidence.wired && has_capitals_of_place(first.split(" [").next().unwrap_or(first)) => {
            first.split(' ').count() <= 4
        }
        End::Dash if evidence.agency || evidence.date => known || capitals || region && has_capitals_of_place(first),
        End::Dash if region => known || capitals || has_capitals_of_place(first) && first.split(' ').count() <= 3,
        End::Dash if evidence.alone => known && capitals,
        End::Dash => known || capitals && towns(first).all(is_town_in_capitals),
        End::DamagedDash => known && (capitals || region) || region && capitals || has(TOWNS, first),
        End::Colon => has(TOWNS, first) || (evidence.date || region) && capitals,
        End::Gap => capitals && (has(TOWNS, first) || region || evidence.date),
    }
}

/// The towns between slashes, or with `and` between them.
fn towns(text: &str) -> impl Iterator<Item = &str> {
    let joined = memchr(b'/', text.as_bytes()).is_some() || memmem::find(text.as_bytes(), b" and ").is_some();
    let several = joined.then(|| text.split('/').flat_map(|town| town.split(" and ")));
    (!joined).then_some(text).into_iter().chain(several.into_iter().flatten())
}

fn is_known(town: &str) -> bool {
    let town = town.trim();
    has(TOWNS, town) || town.len() > 3 && has(REGIONS, town) && has_capitals_of_place(town)
}

pub(super) fn is_in_capitals(town: &str) -> bool {
    town.chars().filter(|c| c.is_alphabetic()).nth(1).is_some()
        && at_spaces(town).nth(4).is_none()
        && town.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '\'' | '’' | '-'))
}

/// Capitals that no list knows: one long word, or words of which one is a part of towns' names (`GRAND`, `FALLS`).
fn is_town_in_capitals(town: &str) -> bool {
    let town = town.trim();
    match town.split_once(' ') {
        None => town.chars().filter(|c| c.is_alphabetic()).count() >= 4,
        Some((head, _)) => has(HEADS, head) || town.rsplit(' ').next().is_some_and(|tail| has(TAILS, tail)),
    }
}

pub(super) fn is_label(town: &str) -> bool {
    town.split(' ').any(|word| has(LABELS, word))
}

/// Whether every word begins with a capital, as those of a place do, small words and Arabic articles apart; none has a digit.
pub(super) fn has_capitals_of_place(text: &str) -> bool {
    let small = ["de", "of", "the", "la", "del", "am", "upon", "da", "do", "el", "near", "occupied"];
    !text.is_empty()
        && text.split(' ').filter(|word| !word.is_empty()).all(|word| {
            small.contains(&word)
                || without_article(word).starts_with(char::is_uppercase) && word.chars().all(|c| !c.is_ascii_digit())
        })
        && text
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || text.starts_with("near ") || text.starts_with("occupied "))
}

/// `Balah` of `el-Balah`: the article that Arabic names have.
fn without_article(word: &str) -> &str {
    ["al-", "el-", "as-", "ash-", "ar-", "es-"].iter().find_map(|article| word.strip_prefix(article)).unwrap_or(word)
}
