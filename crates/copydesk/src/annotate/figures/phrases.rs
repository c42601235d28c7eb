//! Phrases of the data files, in order of name, found at a place of the text.

use std::cmp::Ordering;

use crate::data::Entry;

use super::text::Text;

/// The most letters of a phrase's first word.
const FIRST: usize = 16;

/// The longest phrase of this section that stands here: its end, and what it stands for. The first word may have the plural's `s`.
pub(super) fn longest(table: &[Entry], section: &str, text: &Text<'_>, at: usize) -> Option<(usize, &'static str)> {
    let word = text.word(at).as_bytes();
    if word.is_empty() || word.len() > FIRST {
        return None;
    }
    let singular = word.strip_suffix(b"s").or_else(|| word.strip_suffix(b"S"));
    let found = [Some(word), singular].into_iter().flatten().filter_map(|word| begins(table, section, text, at, word));
    found.max_by_key(|(end, _)| *end)
}

fn begins(table: &[Entry], section: &str, text: &Text<'_>, at: usize, word: &[u8]) -> Option<(usize, &'static str)> {
    let from = table.partition_point(|entry| compare(entry.name.as_bytes(), word) == Ordering::Less);
    let mut best: Option<(usize, &'static str)> = None;
    for entry in &table[from..] {
        let name = entry.name.as_bytes();
        if name.len() < word.len() || !name[..word.len()].eq_ignore_ascii_case(word) {
            break;
        }
        let whole = matches!(name.get(word.len()), None | Some(b' ' | b'.' | b'-'));
        if !whole || entry.section != section {
            continue;
        }
        if let Some(end) = text.phrase(at, entry.name)
            && best.is_none_or(|(longest, _)| end > longest)
        {
            best = Some((end, entry.value));
        }
    }
    best
}

fn compare(name: &[u8], word: &[u8]) -> Ordering {
    name.iter().copied().cmp(word.iter().map(u8::to_ascii_lowercase))
}

/// The longest symbol that stands here as it is written, with no letter or digit after it: its end, and what it stands for.
pub(super) fn symbol(table: &[Entry], text: &Text<'_>, at: usize) -> Option<(usize, &'static str)> {
    let first = text.byte(at);
    let from = table.partition_point(|entry| entry.name.as_bytes()[0] < first);
    let known = table[from..].iter().take_while(|entry| entry.name.as_bytes()[0] == first);
    let here = known.filter(|entry| text.starts(at, entry.name));
    let longest = here.max_by_key(|entry| entry.name.len())?;
    let end = at + longest.name.len();
    text.is_edge(end).then_some((end, longest.value))
}

/// The same for a sign, after which anything may stand.
pub(super) fn symbol_of(table: &[Entry], text: &Text<'_>, at: usize) -> Option<(usize, &'static str)> {
    // Quotation marks and dashes, which stand beside numbers far more often than signs do.
    if text.bytes[at.min(text.bytes.len())..].starts_with(&[0xE2, 0x80]) {
        return None;
    }
    let entry = table.iter().find(|entry| text.starts(at, entry.name))?;
    Some((at + entry.name.len(), entry.value))
}
