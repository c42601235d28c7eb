//! Series counted by words: `first, … second, …`, `on the one hand … on the other`.

use memchr::memmem;

use super::items;
use super::{Enumeration, EnumerationKind, Marker, Region};
use crate::data::{Entry, data, is_same};
use crate::language::Language;
use crate::letters::floor_char_boundary;

const ENTRIES: &[Entry] = data!("../../../data/enumerations/markers.toml");

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
    /// Of none: what the text is searched for.
    Sought,
}

/// A word or phrase that an item begins with.
#[derive(Clone, Copy)]
struct Phrase {
    language: &'static str,
    words: &'static str,
    place: Place,
    /// Whether it counts only before a comma or a colon.
    comma: bool,
    /// What is sought in its place, and where in the words that stands: of a phrase that begins a series.
    sought: (&'static str, usize),
}

/// All phrases, those of each language together.
static PHRASES: [Phrase; ENTRIES.len()] = {
    let mut phrases = [Phrase::of(&ENTRIES[0]); ENTRIES.len()];
    let mut at = 1;
    while at < ENTRIES.len() {
        phrases[at] = Phrase::of(&ENTRIES[at]);
        at += 1;
    }
    phrases
};

impl Phrase {
    const fn of(entry: &Entry) -> Self {
        let place = match entry.value.as_bytes() {
            b"one" => Place::One,
            b"other" | b"other," => Place::Other,
            b"last," => Place::Last,
            b"sought" => Place::Sought,
            [digit @ b'1'..=b'9'] | [digit @ b'1'..=b'9', b','] => Place::Number(*digit - b'0'),
            _ => panic!("a place that is not known"),
        };
        assert!(entry.name.as_bytes()[0].is_ascii(), "the first letter is one byte, small or not");
        let sought = if matches!(place, Place::Number(1) | Place::One) { sought(entry) } else { ("", 0) };
        let comma = matches!(entry.value.as_bytes(), [.., b',']);
        Self { language: entry.section, words: entry.name, place, comma, sought }
    }
}

/// What is sought in place of a phrase, and where in it that stands: behind its first letter.
const fn sought(phrase: &Entry) -> (&'static str, usize) {
    let mut at = 0;
    while at < ENTRIES.len() {
        let Entry { section, name, value } = ENTRIES[at];
        let mut offset = 1;
        while is_same(section, phrase.section) && is_same(value, "sought") && offset + name.len() <= phrase.name.len() {
            if is_at(phrase.name.as_bytes(), offset, name.as_bytes()) {
                return (name, offset);
            }
            offset += 1;
        }
        at += 1;
    }
    panic!("a phrase that begins a series is not sought")
}

const fn is_at(bytes: &[u8], offset: usize, wanted: &[u8]) -> bool {
    let mut at = 0;
    while at < wanted.len() && bytes[offset + at] == wanted[at] {
        at += 1;
    }
    at == wanted.len()
}

fn phrases(language: Language) -> &'static [Phrase] {
    let code = language.code();
    let from = PHRASES.partition_point(|phrase| phrase.language < code);
    let to = from + PHRASES[from..].partition_point(|phrase| phrase.language == code);
    &PHRASES[from..to]
}

/// Finds the series that the words of a language count.
pub(super) fn find(text: &str, regions: &[Region<'_>], language: Language, series: &mut Vec<Enumeration>) {
    let phrases = phrases(language);
    for sought in phrases.iter().filter(|phrase| phrase.place == Place::Sought) {
        for at in memmem::find_iter(text.as_bytes(), sought.words) {
            let Some(index) = Region::at(regions, at) else { continue };
            for phrase in phrases.iter().filter(|phrase| phrase.sought.0 == sought.words) {
                let start = (at - regions[index].span.start() as usize).checked_sub(phrase.sought.1);
                let first = start.and_then(|start| marker(regions[index].content, index, start, *phrase));
                series.extend(first.and_then(|first| match phrase.place {
                    Place::One => contrast(regions, phrases, first, language),
                    _ => ordinals(regions, phrases, first, language),
                }));
            }
        }
    }
}

/// The mark that a phrase makes at this place, if it stands there and begins a clause.
fn marker(content: &str, region: usize, start: usize, phrase: Phrase) -> Option<Marker> {
    let end = start + phrase.words.len();
    let (first, tail) = content.as_bytes().get(start..end)?.split_first()?;
    let (small, words) = phrase.words.as_bytes().split_first()?;
    if !first.eq_ignore_ascii_case(small) || tail != words {
        return None;
    }
    let rest = &content[end..];
    let closed = rest.starts_with([',', ':']);
    let follows = if phrase.comma { closed } else { closed || rest.starts_with([' ', '\u{a0}', '\n']) };
    if !follows || !begins_clause(&content[..start], first.is_ascii_uppercase()) {
        return None;
    }
    // `gold, first, and silver, second, in Oslo`: between two commas, and with the sentence going on, it says how somebody came in.
    let set_off = rest.starts_with(',') && content[..start].trim_end().ends_with(',');
    let goes_on = || CONJUNCTIONS.iter().any(|word| rest[1..].trim_start().starts_with(word));
    (!(set_off && goes_on())).then_some(Marker { region, start, end })
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
        let to = floor_char_boundary(region.content, from + left);
        let bytes = &region.content.as_bytes()[..to];
        let found = phrases.iter().filter(|phrase| phrase.place == place).filter_map(|phrase| {
            // The first letter may be a capital.
            let places = memmem::find_iter(&bytes[from..], &phrase.words[1..]);
            let starts = places.filter_map(|at| (from + at).checked_sub(1));
            starts.filter_map(|start| marker(region.content, index, start, *phrase)).next()
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

fn ordinals(regions: &[Region<'_>], phrases: &[Phrase], first: Marker, language: Language) -> Option<Enumeration> {
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
    if markers.len() < 2 { None } else { items::series(regions, EnumerationKind::Ordinal, &markers, Some(language)) }
}

/// How many blocks on the other side of a contrast may stand.
const CONTRAST_BLOCKS: usize = 1;

fn contrast(regions: &[Region<'_>], phrases: &[Phrase], first: Marker, language: Language) -> Option<Enumeration> {
    let other = next(regions, phrases, first, Place::Other, CONTRAST_BLOCKS)?;
    items::series(regions, EnumerationKind::Contrast, &[first, other], Some(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_phrase_that_begins_a_series_is_found_once() {
        assert!(PHRASES.is_sorted_by_key(|phrase| phrase.language));
        for phrase in PHRASES.iter().filter(|phrase| !phrase.sought.0.is_empty()) {
            let of_language = PHRASES.iter().filter(|other| other.language == phrase.language);
            let sought = of_language.filter(|other| other.place == Place::Sought);
            let places: usize = sought.map(|sought| phrase.words[1..].matches(sought.words).count()).sum();
            assert_eq!(places, 1, "{}", phrase.words);
        }
    }
}
