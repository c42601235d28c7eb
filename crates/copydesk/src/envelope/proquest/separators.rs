//! The lines of underscores, and what begins after them.

use memchr::memmem;

use super::labels;
use crate::decode::Decoded;
use crate::envelope::{Part, marked, wire};
use crate::letters::floor_char_boundary;

/// Sixty of them.
const RULE: &str = "____________________________________________________________";
/// What the footer begins with.
const FOOTER: &str = "Contact us at:";
/// The most white space on either side of them. Where rules fill one line, its ends are not looked for from each.
const MARGIN: usize = 256;
/// Lines in which a document must show itself, and their bytes.
const OPENING: usize = 12;
const OPENING_BYTES: usize = 16 << 10;

/// The documents, the rules between them, what stands before the first and after the last.
pub(super) fn split(decoded: &Decoded<'_>) -> Vec<(Part, u32)> {
    let text = &*decoded.text;
    if let Some(parts) = as_marked(decoded) {
        return parts;
    }
    let mut parts = Vec::new();
    let mut after = 0;
    for at in memmem::find_iter(text.as_bytes(), RULE) {
        let whole = is_rule(text, at);
        // Files that were put together: the last line of the first had no end.
        let glued = || matches!(parts.last(), Some((Part::Footer, _))) && ends_with_rule(text, at);
        if at < after || !whole && !glued() {
            continue;
        }
        let next = text[at + RULE.len()..].trim_start();
        let start = text.len() - next.len();
        let Some(part) = opening(next) else { continue };
        if parts.is_empty() && !text[..at].trim().is_empty() {
            let article = labels::line(&text.as_bytes()[..at], super::FULL_TEXT).is_some();
            parts.push((if article { Part::Article } else { Part::Cover }, 0));
        }
        parts.push((Part::Separator, if whole { line_start(text, at) } else { at } as u32));
        if !next.is_empty() {
            parts.push((part, line_start(text, start) as u32));
        }
        after = start;
    }
    if parts.is_empty() {
        parts.push((Part::Article, 0));
    }
    parts
}

/// The parts of a page, in which an anchor stands before each document; the footer is below the last.
fn as_marked(decoded: &Decoded<'_>) -> Option<Vec<(Part, u32)>> {
    let mut parts = marked::parts(decoded)?;
    let last = parts.last().map_or(0, |last| last.1 as usize);
    if let Some(footer) = labels::line(&decoded.text.as_bytes()[last..], FOOTER) {
        parts.push((Part::Footer, (last + footer) as u32));
    }
    Some(parts)
}

/// Whether the sixty underscores are a line of their own.
pub(super) fn is_rule(text: &str, at: usize) -> bool {
    let from = at.saturating_sub(MARGIN);
    let start = match memchr::memrchr2(b'\n', b'\r', &text.as_bytes()[from..at]) {
        Some(end) => from + end + 1,
        None if from == 0 => 0,
        None => return false,
    };
    text[start..at].trim().is_empty() && is_rule_to_its_end(text, at)
}

fn is_rule_to_its_end(text: &str, at: usize) -> bool {
    wire::short_line_at(text, at, RULE.len() + MARGIN).is_some_and(|line| line.trim_end() == RULE)
}

/// Whether the sixty underscores are the end of a line, and all of its underscores.
fn ends_with_rule(text: &str, at: usize) -> bool {
    !text[..at].ends_with('_') && is_rule_to_its_end(text, at)
}

pub(super) fn is_rule_line(line: &str) -> bool {
    line == RULE
}

fn line_start(text: &str, at: usize) -> usize {
    memchr::memrchr2(b'\n', b'\r', &text.as_bytes()[..at]).map_or(0, |end| end + 1)
}

/// What begins here: a document shows one of its labels or its address below its title; the footer has words of its own. Behind the last
/// rule may be nothing.
fn opening(text: &str) -> Option<Part> {
    if text.is_empty() || labels::read(labels::FOOTER, wire::line_at(text, 0).trim()).is_some() {
        return Some(Part::Footer);
    }
    let window = &text[..floor_char_boundary(text, OPENING_BYTES)];
    let lines = crate::lines::of(window).map(str::trim).filter(|line| !line.is_empty()).take(OPENING);
    let shows = |line: &str| labels::read(labels::ABOVE_TEXT, line).is_some() || is_address(line);
    lines.take_while(|line| !is_rule_line(line)).any(shows).then_some(Part::Article)
}

/// A URL alone on a line.
pub(super) fn is_address(line: &str) -> bool {
    (line.starts_with("http://") || line.starts_with("https://")) && !line.contains(char::is_whitespace)
}
