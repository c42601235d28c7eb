//! Definitions without brackets: `the Norhaven Harbour Board, or NHB, said`; `known as the NHB`.

use super::align::Aligner;
use super::long_form::Window;
use super::short::{self, Form};
use super::{Found, Region, long_form};

/// What stands between the long form and the short one. The article comes off first.
const BETWEEN: [&str; 10] = [
    ", or ",
    " – or ",
    " — or ",
    " -- or ",
    ", known as ",
    ", abbreviated as ",
    ", abbreviated ",
    " known as ",
    ", also known as ",
    ", better known as ",
];

/// The definition whose short form is this word, if there is one.
pub(super) fn definition(region: &Region<'_>, word: &std::ops::Range<usize>, aligner: &mut Aligner) -> Option<Found> {
    let content = region.content;
    let before = content[..word.start].trim_end_matches(['"', '“', '‘', '\'']);
    let before = if before.ends_with(" the ") { &before[..before.len() - 4] } else { before };
    // What all of them end with: most words are not looked at further.
    if !matches!(before.as_bytes(), [.., b'r' | b's' | b'd', b' ']) {
        return None;
    }
    let between = BETWEEN.iter().find(|between| before.ends_with(**between))?;
    // An aside is closed again; an alternative in a list of things is not: `by bus, car, or UFO if need be`.
    let after = content[word.end..].trim_start_matches(['"', '”', '’', '\'']);
    if !(after.is_empty()
        || after.starts_with([',', '.', ';', ':', ')', '!', '?'])
        || DASHES.iter().any(|dash| after.starts_with(dash)))
    {
        return None;
    }
    let short = &content[word.clone()];
    if !short::is_short(short) {
        return None;
    }
    let window = Window::before(content, before.len() - between.len(), region.language)?;
    let reading = aligner.read(short, window.text(content))?;
    let long = long_form::begin(content, &window, reading.start)..window.end;
    short::defines(short, &content[long.clone()], reading, Form::Beside).then_some(Found { short: word.clone(), long })
}

const DASHES: [&str; 3] = [" – ", " — ", " -- "];
