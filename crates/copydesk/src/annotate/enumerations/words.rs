//! Series that words count: `first, … second, …`, `on the one hand … on the other`.

use memchr::memmem;

use super::items;
use super::{Enumeration, EnumerationKind, Marker, Region};
use crate::data::{Entry, data};
use crate::language::Language;

static ENTRIES: &[Entry] = data!("../../../data/enumerations/markers.toml");

/// How many blocks on an item may begin after the one before it.
const BLOCKS: usize = 4;
/// How many bytes on, in the blocks that are looked at.
const BYTES: usize = 3000;
/// The most items.
const ITEMS: usize = 16;

/// What a word says of its item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Number(u8),
    Last,
    One,
    Other,
}

/// A word or phrase that an item begins with.
#[derive(Clone, Copy)]
struct Phrase {
    words: &'static str,
    place: Place,
    /// Whether it counts only before a comma or a colon.
    comma: bool,
}

fn phrases(language: Language) -> Vec<Phrase> {
    let entries = ENTRIES.iter().filter(|entry| entry.section == language.code());
    let phrase = |entry: &Entry| {
        let (value, comma) = match entry.value.strip_suffix(',') {
            Some(value) => (value, true),
            None => (entry.value, false),
        };
        let place = match value {
            "one" => Place::One,
            "other" => Place::Other,
            "last" => Place::Last,
            number => Place::Number(number.bytes().next().map_or(0, |digit| digit.wrapping_sub(b'0'))),
        };
        Phrase { words: entry.name, place, comma }
    };
    entries.map(phrase).collect()
}

/// Finds the series that the words of a language count.
pub(super) fn find(regions: &[Region<'_>], language: Language, series: &mut Vec<Enumeration>) {
    let phrases = phrases(language);
    let starts = phrases.iter().filter(|phrase| matches!(phrase.place, Place::Number(1) | Place::One));
    let finders: Vec<_> = starts.map(|phrase| (*phrase, memmem::Finder::new(tail(phrase.words)))).collect();
    for (index, region) in regions.iter().enumerate() {
        for (phrase, finder) in &finders {
            for at in finder.find_iter(region.content.as_bytes()) {
                let Some(first) = marker(region.content, index, at, *phrase) else { continue };
                let found = match phrase.place {
                    Place::One => contrast(regions, &phrases, first),
                    _ => ordinals(regions, &phrases, first),
                };
                series.extend(found);
            }
        }
    }
}

/// A phrase without its first letter, which may be a capital.
fn tail(words: &str) -> &str {
    &words[words.chars().next().map_or(0, char::len_utf8)..]
}

/// The mark whose phrase has its second letter at `tail_at`, if it begins a clause there.
fn marker(content: &str, region: usize, tail_at: usize, phrase: Phrase) -> Option<Marker> {
    let first = phrase.words.chars().next()?;
    let letter = content[..tail_at].chars().next_back()?;
    if letter != first && !letter.to_lowercase().eq([first]) {
        return None;
    }
    let start = tail_at - letter.len_utf8();
    let end = tail_at + tail(phrase.words).len();
    let rest = &content[end..];
    let closed = rest.starts_with([',', ':']);
    let follows = if phrase.comma { closed } else { closed || rest.starts_with([' ', '\u{a0}', '\n']) };
    (follows && begins_clause(&content[..start], letter.is_uppercase())).then_some(Marker { region, start, end })
}

/// What may stand between the end of a clause and a word that counts.
const CONJUNCTIONS: [&str; 12] =
    ["and ", "but ", "then ", "And ", "But ", "und ", "aber ", "et ", "mais ", "y ", "pero ", "that "];

/// Whether a clause begins after this text.
fn begins_clause(before: &str, capital: bool) -> bool {
    let before = before.trim_end_matches(['"', '“', '‘', '\'', '«', '„', '(']);
    if before.is_empty() || before.ends_with('\n') {
        return true;
    }
    let before = CONJUNCTIONS.iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
    let rest = before.trim_end_matches([' ', '\u{a0}']);
    if rest.len() == before.len() {
        return rest.is_empty();
    }
    let rest = rest.trim_end_matches(['"', '”', '’', '»', ')']);
    rest.is_empty()
        || rest.ends_with(['.', ';', ':', '!', '?', '—', '–'])
        || !capital && rest.ends_with([','])
        || rest.ends_with(" -")
        || rest.ends_with("--")
}

/// The next mark with a phrase of this place.
fn next(regions: &[Region<'_>], phrases: &[Phrase], after: Marker, place: Place, blocks: usize) -> Option<Marker> {
    let mut left = BYTES;
    for (index, region) in regions.iter().enumerate().skip(after.region).take(blocks + 1) {
        let from = if index == after.region { after.end } else { 0 };
        let mut to = region.content.len().min(from + left);
        while !region.content.is_char_boundary(to) {
            to -= 1;
        }
        let bytes = &region.content.as_bytes()[..to];
        let found = phrases.iter().filter(|phrase| phrase.place == place).filter_map(|phrase| {
            let places = memmem::find_iter(&bytes[from..], tail(phrase.words));
            places.filter_map(|at| marker(region.content, index, from + at, *phrase)).next()
        });
        // Of two at one place the longer: `on the other hand`.
        if let Some(found) = found.min_by_key(|marker| (marker.start, std::cmp::Reverse(marker.end))) {
            return Some(found);
        }
        left = left.saturating_sub(to - from);
        if left == 0 {
            return None;
        }
    }
    None
}

fn ordinals(regions: &[Region<'_>], phrases: &[Phrase], first: Marker) -> Option<Enumeration> {
    let mut markers = vec![first];
    let mut last = first;
    while markers.len() < ITEMS {
        let number = Place::Number(markers.len() as u8 + 1);
        let Some(marker) = next(regions, phrases, last, number, BLOCKS) else { break };
        // Another series begins in between.
        if next(regions, phrases, last, Place::Number(1), BLOCKS)
            .is_some_and(|other| (other.region, other.start) < (marker.region, marker.start))
        {
            break;
        }
        markers.push(marker);
        last = marker;
    }
    if markers.len() >= 2 {
        markers.extend(next(regions, phrases, last, Place::Last, 0));
    }
    if markers.len() < 2 { None } else { items::series(regions, EnumerationKind::Ordinal, &markers) }
}

/// How many blocks on the other side of a contrast may stand.
const CONTRAST_BLOCKS: usize = 1;

fn contrast(regions: &[Region<'_>], phrases: &[Phrase], first: Marker) -> Option<Enumeration> {
    let other = next(regions, phrases, first, Place::Other, CONTRAST_BLOCKS)?;
    items::series(regions, EnumerationKind::Contrast, &[first, other])
}
