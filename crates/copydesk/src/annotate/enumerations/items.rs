//! The items between the marks.

use super::super::sentences;
use super::{Enumeration, EnumerationKind, Marker, Region};
use crate::language::Language;
use crate::letters::floor_char_boundary;
use crate::span::TextSpan;

/// The least words of an item. A series of single words is a list of names or grades.
const WORDS: usize = 2;

/// How far the end of the last item's sentence is looked for, in bytes. What is longer ends there.
const SENTENCE: usize = 1200;

/// The series with these marks; none if an item says nothing.
pub(super) fn series(
    regions: &[Region<'_>],
    kind: EnumerationKind,
    markers: &[Marker],
    language: Option<Language>,
) -> Option<Enumeration> {
    let mut items = Vec::with_capacity(markers.len());
    for (index, marker) in markers.iter().enumerate() {
        let content = regions[marker.region].content;
        let next = markers.get(index + 1);
        let end = match next {
            Some(next) if next.region == marker.region => next.start,
            Some(_) => content.len(),
            None => sentence_end(content, marker.end, language),
        };
        let (start, end) = trimmed(content, marker.end, end);
        if content[start..end].split_whitespace().take(WORDS).count() < WORDS {
            return None;
        }
        let mut item = regions[marker.region].span(start, end);
        if let Some(next) = next.filter(|next| is_cut(regions, *marker, **next)) {
            let region = &regions[next.region];
            let (from, to) = trimmed(region.content, 0, next.start);
            item = TextSpan::new(item.start(), region.span(from, to).end());
        }
        items.push(item);
    }
    let (first, last) = (markers.first()?, markers.last()?);
    let spans = markers.iter().map(|marker| regions[marker.region].span(marker.start, marker.end));
    let markers: Vec<TextSpan> = spans.collect();
    let text = TextSpan::new(markers[0].start(), items[items.len() - 1].end());
    Some(Enumeration {
        text,
        kind,
        items,
        markers,
        block: regions[first.region].block,
        last: regions[last.region].block,
    })
}

/// Whether an item goes on in the block after its own, up to the next mark there: the paragraph ends in the middle of a sentence.
fn is_cut(regions: &[Region<'_>], marker: Marker, next: Marker) -> bool {
    let closed = |c: char| ".;:!?…\"”’»)".contains(c);
    next.region == marker.region + 1 && next.start > 0 && !regions[marker.region].content.ends_with(closed)
}

/// Where the sentence ends that goes on at `from`.
fn sentence_end(content: &str, from: usize, language: Option<Language>) -> usize {
    let limit = floor_char_boundary(content, from + SENTENCE);
    let mut ends = Vec::new();
    sentences::ends(&content[from..limit], language, &mut ends);
    let end = ends.first().map_or(limit, |end| from + *end as usize);
    // The mark that closes what was opened before the item is not the item's.
    let bare = content[from..end].trim_end_matches(['"', '”', '»']);
    let outer = bare.ends_with(['.', '?', '!']) && !bare.contains(['"', '“', '«']);
    if outer { from + bare.len() } else { end }
}

/// What joins an item to the next, and belongs to neither.
const JOINTS: [&str; 8] = [" and", " or", " but", " und", " et", " y", " e", " en"];

/// A stretch without the marks and small words at its ends.
fn trimmed(content: &str, from: usize, to: usize) -> (usize, usize) {
    let item = content[from..to].trim_start_matches([',', ':', ' ', '\u{a0}', '\n', '\t']);
    let start = to - item.len();
    let mut item = item.trim_end_matches(ENDS);
    if let Some(rest) = JOINTS.iter().find_map(|joint| item.strip_suffix(joint)) {
        item = rest.trim_end_matches(ENDS);
    }
    (start, start + item.len())
}

const ENDS: [char; 11] = [' ', '\u{a0}', '\n', '\t', ',', ';', '.', ':', '(', '“', '—'];
