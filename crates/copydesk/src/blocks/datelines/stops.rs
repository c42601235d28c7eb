//! Datelines that end at a stop, or at a mark that only some papers use: `FRANKFURT. Die Zahl …`, `ROSARIO.- Dos policías …`,
//! `Gießen (red). Der …`, `BERLIN taz | Der …`, `(Ottawa) Le …`.

use super::super::bylines;
use super::super::dates;
use super::super::wordlist::has;
use super::places::{STATES, TOWNS};
use super::reading::{
    Reading, has_capitals_of_place, is_in_capitals, is_label, is_swiss_place, is_town_of_capitals, split_date,
    starts_sentence,
};
use crate::language::Language;

/// `BRUSSEL l De partijen …`: a bullet whose font is lost leaves its letter.
fn before_lost_bullet(window: &str) -> Option<Reading<'_>> {
    let (town, rest) = window.split_once(" l ")?;
    let found = Reading { text: town, place: town, agency: None, date: None };
    ((has(TOWNS, town) && has_capitals_of_place(town) || is_town_of_capitals(town)) && starts_sentence(rest))
        .then_some(found)
}

/// A dateline that ends at a stop, in the languages whose papers have that.
pub(super) fn read(window: &str, language: Option<Language>) -> Option<Reading<'_>> {
    match language? {
        Language::Dutch => before_stop(window).or_else(|| before_lost_bullet(window)),
        Language::German => before_stop(window)
            .or_else(|| before_sentence(window))
            .or_else(|| before_sign(window))
            .or_else(|| before_day(window, language))
            .or_else(|| before_bar(window)),
        Language::Italian => before_stop(window),
        Language::Spanish | Language::Portuguese => {
            before_stop(window).or_else(|| before_stop_and_dash(window, language))
        }
        _ => None,
    }
}

/// `(Ottawa) Le ministre …`, as papers of Québec open: a town that is known.
pub(super) fn in_brackets(paragraph: &str, language: Option<Language>) -> Option<Reading<'_>> {
    const LONGEST: usize = 24;
    const SHORTEST_PARAGRAPH: usize = 60;
    if language != Some(Language::French) || paragraph.len() < SHORTEST_PARAGRAPH {
        return None;
    }
    let close = paragraph.bytes().take(LONGEST).position(|byte| byte == b')')?;
    let place = &paragraph[1..close];
    let rest = paragraph[close + 1..].strip_prefix(' ')?;
    let found = Reading { text: &paragraph[..=close], place, agency: None, date: None };
    (has(TOWNS, place) && has_capitals_of_place(place) && starts_sentence(rest)).then_some(found)
}

/// `FRANKFURT. Die Zahl …`, `DEN HAAG. Het kabinet …`, `LUCCA. Rapina …`: a town in capitals that is known, with a stop.
fn before_stop(window: &str) -> Option<Reading<'_>> {
    const LONGEST: usize = 30;
    let stop = window.bytes().take(LONGEST).position(|byte| byte == b'.')?;
    let (town, rest) = (&window[..stop], window[stop + 1..].strip_prefix(' ')?);
    let found = Reading { text: town, place: town, agency: None, date: None };
    (is_town_of_capitals(town) && starts_sentence(rest)).then_some(found)
}

/// `Hannover. Der Landtag …`, as German regional papers open: a known town, and behind its stop a sentence of more than a word or two
/// (unlike `Essen. Trinken. Reden.`).
fn before_sentence(window: &str) -> Option<Reading<'_>> {
    const LONGEST: usize = 30;
    const SHORTEST: usize = 24;
    let stop = window.bytes().take(LONGEST).position(|byte| byte == b'.')?;
    let (town, rest) = (&window[..stop], window[stop + 1..].strip_prefix(' ')?);
    let is_long = !rest.bytes().take(SHORTEST).any(|byte| matches!(byte, b'.' | b'!' | b'?' | b':'));
    let found = Reading { text: town, place: town, agency: None, date: None };
    let is_place = has(TOWNS, town) && has_capitals_of_place(town);
    let points_back = POINTING.iter().any(|&begin| rest.starts_with(begin));
    (is_long && is_place && rest.starts_with(char::is_uppercase) && !points_back).then_some(found)
}

/// How a sentence begins that speaks of the word before it, as in an essay: `Hannover. Eine Stadt, die …`.
const POINTING: &[&str] = &[
    "Das ist ",
    "Das sind ",
    "Das tun ",
    "Das war ",
    "Die Stadt, ",
    "Dort ",
    "Dort, ",
    "Eine Stadt",
    "So heißt ",
    "So hieß ",
];

/// `Gießen (red). Der …`, `Bad Ahlen (kr). Wer …`, as in German papers: the writer's sign behind the town, which need not be known.
fn before_sign(window: &str) -> Option<Reading<'_>> {
    const LONGEST: usize = 40;
    const SIGN: std::ops::RangeInclusive<usize> = 2..=4;
    let open = window.bytes().take(LONGEST).position(|byte| byte == b'(')?;
    let town = window[..open].strip_suffix(' ')?;
    let (sign, rest) = window[open + 1..].split_once(')')?;
    let rest = rest.strip_prefix(['.', ':'])?.strip_prefix(' ')?;
    let agency = Some(sign).filter(|sign| bylines::is_agency(sign.split('/').next().unwrap_or(sign)));
    // `Ana Ruiz (links). Der …`: who is where in a picture; `Ruiz (alt). …`.
    let is_sign = (agency.is_some() || SIGN.contains(&sign.len()) && !matches!(sign, "alt" | "neu"))
        && sign.chars().all(|c| c.is_lowercase() || matches!(c, '/' | '.'));
    let text = &window[..open + sign.len() + 2];
    (is_sign && is_swiss_place(town) && !bylines::begins_as_name(town) && starts_sentence(rest)).then_some(Reading {
        text,
        place: town,
        agency,
        date: None,
    })
}

/// `KIEL, 14. März. Der …`: the day between the town, in capitals, and the stop.
fn before_day(window: &str, language: Option<Language>) -> Option<Reading<'_>> {
    const LONGEST: usize = 30;
    const STOPS: usize = 2;
    let comma = window.bytes().take(LONGEST).position(|byte| byte == b',')?;
    let (town, behind) = (&window[..comma], window[comma + 1..].strip_prefix(' ')?);
    if !is_in_capitals(town) || is_label(town) || !behind.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut stops = behind.match_indices(". ").map(|(at, _)| at).take(STOPS);
    let stop = stops.find(|&at| dates::read(&behind[..at], language).is_some_and(|date| date.has_day()))?;
    let text = &window[..comma + 2 + stop];
    let found = Reading { text, place: town, agency: None, date: Some(&behind[..stop]) };
    starts_sentence(&behind[stop + 2..]).then_some(found)
}

/// `BERLIN taz | Der …`, `KAIRO dpa/taz | Der …`: the sign of who sent it between the town, in capitals or known, and a bar.
fn before_bar(window: &str) -> Option<Reading<'_>> {
    const LONGEST: usize = 40;
    let bar = window.bytes().take(LONGEST).position(|byte| byte == b'|')?;
    let text = window[..bar].strip_suffix(' ')?;
    let rest = window[bar + 1..].strip_prefix(' ')?;
    let (place, sign) = text.rsplit_once(' ')?;
    let is_sign = sign.split('/').all(|part| part == "taz" || bylines::is_agency(part))
        && sign.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'/');
    let is_place = place.split('/').all(|town| is_in_capitals(town) || has(TOWNS, town)) && !is_label(place);
    let agency = Some(sign).filter(|sign| !sign.contains("taz"));
    (is_sign && is_place && starts_sentence(rest)).then_some(Reading { text, place, agency, date: None })
}

/// `ROSARIO.- Dos policías …`, `TOLUCA, Méx., 14 de mayo.- Tres …`, `Cuautla, Mor.- Tres …`: a stop and a dash. Speakers and articles of a
/// law have them too, so the town must be known, or have the day or the state beside it.
fn before_stop_and_dash(window: &str, language: Option<Language>) -> Option<Reading<'_>> {
    const LONGEST: usize = 60;
    let mut dashes = window.bytes().take(LONGEST).enumerate().filter(|&(_, byte)| matches!(byte, b'-' | 0xe2));
    let at = dashes.find(|&(at, _)| at > 0 && window.as_bytes()[at - 1] == b'.')?.0;
    let rest = window[at..].strip_prefix(['-', '–', '—'])?.strip_prefix(' ')?;
    let text = &window[..at - 1];
    // `CHETUMAL, Q. Roo. (apro).-`
    let signed = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    let (head, agency) = signed.map_or((text, None), |(head, agency)| (head.trim_end_matches('.'), Some(agency)));
    let (place, date) = split_date(head, language);
    let mut parts = place.split(", ");
    let town = parts.next()?;
    let known = has(TOWNS, town) && has_capitals_of_place(town) || is_town_of_capitals(town);
    let in_state = parts.clone().next().is_some_and(|state| has(STATES, state.trim_end_matches(',')))
        && has_capitals_of_place(town)
        && !is_label(town);
    let named = known || in_state || date.is_some() && is_in_capitals(town) && !is_label(town);
    let found = Reading { text, place, agency, date };
    (named && parts.all(has_capitals_of_place) && starts_sentence(rest)).then_some(found)
}
