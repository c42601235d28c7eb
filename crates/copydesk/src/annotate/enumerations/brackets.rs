//! Series counted by letters or numbers before a closing bracket: `(a) … (b)`, `1) … 2)`.

use memchr::memchr_iter;

use super::items;
use super::{Enumeration, EnumerationKind, Marker, Region};
use crate::language::Language;

/// The most items.
const ITEMS: usize = 26;
/// How far on the next mark is looked for, in bytes.
const BYTES: usize = 1500;
/// How far back an opening bracket is looked for that the mark may close, in bytes.
const BACK: usize = 200;

/// What counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    Letter,
    Roman,
    Number,
}

/// A mark and what it counts.
#[derive(Clone, Copy, Debug)]
struct Mark {
    start: usize,
    end: usize,
    /// Whether it has an opening bracket too.
    opened: bool,
    /// The lower-case letter or the number.
    value: Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Value {
    Letters([u8; 4]),
    Number(u8),
}

/// Finds the series of the blocks of a text that brackets count.
pub(super) fn find(text: &str, regions: &[Region<'_>], language: Option<Language>, series: &mut Vec<Enumeration>) {
    let mut closing = memchr_iter(b')', text.as_bytes()).peekable();
    let mut marks: Vec<Mark> = Vec::new();
    for (index, region) in regions.iter().enumerate() {
        let span = region.span.range();
        marks.clear();
        while let Some(close) = closing.next_if(|&close| close < span.end) {
            marks.extend(close.checked_sub(span.start).and_then(|close| mark(region.content, close)));
        }
        let mut at = 0;
        while at < marks.len() {
            let chain = starts(&marks[at]).map_or_else(Vec::new, |count| chain(region.content, &marks[at..], count));
            if chain.len() < 2 {
                at += 1;
                continue;
            }
            let kind = match marks[at].value {
                Value::Letters(_) => EnumerationKind::Letter,
                Value::Number(_) => EnumerationKind::Number,
            };
            let marker = |mark: &Mark| Marker { region: index, start: mark.start, end: mark.end };
            let markers: Vec<Marker> = chain.iter().map(marker).collect();
            series.extend(items::series(regions, kind, &markers, language));
            let end = chain[chain.len() - 1].end;
            at += marks[at..].partition_point(|mark| mark.start < end);
        }
    }
}

/// What a mark counts, if it is the first of something.
fn starts(mark: &Mark) -> Option<Count> {
    match mark.value {
        Value::Letters([b'a', 0, ..]) => Some(Count::Letter),
        Value::Letters([b'i', 0, ..]) => Some(Count::Roman),
        Value::Number(1) => Some(Count::Number),
        _ => None,
    }
}

/// The value of an item.
fn value(count: Count, place: usize) -> Value {
    const ROMAN: [&[u8; 4]; 10] =
        [b"i\0\0\0", b"ii\0\0", b"iii\0", b"iv\0\0", b"v\0\0\0", b"vi\0\0", b"vii\0", b"viii", b"ix\0\0", b"x\0\0\0"];
    match count {
        Count::Letter => Value::Letters([b'a' + place as u8, 0, 0, 0]),
        Count::Roman => Value::Letters(*ROMAN[place.min(9)]),
        Count::Number => Value::Number(place as u8 + 1),
    }
}

/// The marks from the first on that count up, of the same form.
fn chain(content: &str, marks: &[Mark], count: Count) -> Vec<Mark> {
    let mut chain = vec![marks[0]];
    for mark in &marks[1..] {
        let last = chain[chain.len() - 1];
        if mark.start - last.end > BYTES || chain.len() == ITEMS || count == Count::Roman && chain.len() == 10 {
            break;
        }
        if mark.opened == last.opened && mark.value == value(count, chain.len()) && follows(content, mark.start) {
            chain.push(*mark);
        }
    }
    chain
}

/// The mark that this bracket closes, with a word behind it.
fn mark(content: &str, close: usize) -> Option<Mark> {
    let bytes = content.as_bytes();
    let counts = close > 0 && (bytes[close - 1].is_ascii_lowercase() || bytes[close - 1].is_ascii_digit());
    if !counts {
        return None;
    }
    let next = content[close + 1..].strip_prefix([' ', '\u{a0}'])?.chars().next()?;
    if !(next.is_alphanumeric() || "\"“‘«$€£".contains(next)) {
        return None;
    }
    let run = bytes[..close]
        .iter()
        .rev()
        .take(5)
        .take_while(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        .count();
    let text = &bytes[close - run..close];
    let value = match text {
        [digit @ b'1'..=b'9'] => Value::Number(digit - b'0'),
        [tens @ b'1'..=b'2', digit @ b'0'..=b'9'] => Value::Number((tens - b'0') * 10 + digit - b'0'),
        [b'a'..=b'z'] => Value::Letters([text[0], 0, 0, 0]),
        [_, _, ..] if run <= 4 && text.iter().all(|byte| b"ivx".contains(byte)) => {
            let mut letters = [0; 4];
            letters[..run].copy_from_slice(text);
            Value::Letters(letters)
        }
        _ => return None,
    };
    let inner = close - run;
    let opened = inner > 0 && bytes[inner - 1] == b'(';
    let start = if opened { inner - 1 } else { inner };
    let before = content[..start].chars().next_back();
    let apart = before.is_none_or(|c| c.is_whitespace() || "\"“‘«—–".contains(c));
    (apart && (opened || !closes(bytes, start))).then_some(Mark { start, end: close + 1, opened, value })
}

/// Whether a bracket is open here, which the mark would close.
fn closes(bytes: &[u8], start: usize) -> bool {
    let before = &bytes[start.saturating_sub(BACK)..start];
    match memchr::memrchr2(b'(', b')', before) {
        // The bracket before that closes may be a mark of its own, and then nothing is open.
        Some(at) => before[at] == b'(',
        None => false,
    }
}

/// Whether a mark that is not the first stands where an item can begin: behind a mark or a small word that ends the one before.
fn follows(content: &str, start: usize) -> bool {
    let before = content[..start].trim_end_matches(['"', '“', '‘', '«']).trim_end();
    before.ends_with([',', ';', '.', ':', '?', '!', '—', '–']) || JOINTS.iter().any(|joint| before.ends_with(joint))
}

const JOINTS: [&str; 12] = [" and", " or", " und", " oder", " et", " ou", " y", " o", " e", " en", " of", " and/or"];
