//! The legends of tables and notes: `NHB = Norhaven Harbour Board; TC = town council`.

use memchr::memchr_iter;

use super::align::Aligner;
use super::long_form;
use super::short::{self, Form};
use super::{Found, Region};

/// The longest long form that is looked at, in bytes.
const LONG: usize = 160;

/// The definitions of a block that have an equals sign.
pub(super) fn find(region: &Region<'_>, aligner: &mut Aligner, found: &mut Vec<Found>) {
    let content = region.content;
    let bytes = content.as_bytes();
    for sign in memchr_iter(b'=', bytes) {
        let comparison = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(|byte| b"=<>!".contains(byte));
        if comparison(sign.checked_sub(1)) || comparison(Some(sign + 1)) {
            continue;
        }
        found.extend(definition(region, sign, aligner));
    }
}

fn definition(region: &Region<'_>, sign: usize, aligner: &mut Aligner) -> Option<Found> {
    let content = region.content;
    let before = content[..sign].strip_suffix(' ').unwrap_or(&content[..sign]);
    let word = long_form::last_word(before);
    let short = word.trim_start_matches(['"', '“', '(', '\'', '[']).trim_end_matches(['"', '”']);
    let start = before.len() - word.len() + (word.len() - word.trim_start_matches(['"', '“', '(', '\'', '[']).len());
    if !short::is_short(short) || short.len() < 2 || short::capitals(short) == 0 {
        return None;
    }
    let rest = &content[sign + 1..];
    let rest = rest.trim_start_matches([' ', '"', '“']);
    let from = content.len() - rest.len();
    let long = long(rest)?;
    let reading = aligner.read(short, long)?;
    (reading.start == 0 && short::defines(short, long, reading, Form::Before))
        .then_some(Found { short: start..start + short.len(), long: from..from + long.len() })
}

/// The text up to the next mark or legend; none if it runs on for too long.
fn long(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    let mut end = bytes.len().min(LONG);
    let mut ended = bytes.len() < LONG;
    for (at, &byte) in bytes[..end].iter().enumerate() {
        let next = bytes.get(at + 1);
        let spaced = next.is_none_or(u8::is_ascii_whitespace);
        let ends = match byte {
            b';' | b',' | b'.' => spaced,
            b'\n' | b'(' | b'[' | b')' | b']' | b'"' | b'=' => true,
            _ => false,
        };
        if ends {
            (end, ended) = (at, true);
            break;
        }
    }
    if !ended {
        return None;
    }
    let mut long = text.get(..end)?.trim_end_matches([' ', '”', '’']);
    if bytes.get(end) == Some(&b'=') {
        // The word before the next sign is what that explains.
        long = long[..long.len() - long_form::last_word(long).len()].trim_end();
    }
    (!long.is_empty()).then_some(long)
}
