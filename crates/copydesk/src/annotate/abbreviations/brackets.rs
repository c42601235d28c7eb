//! Definitions in brackets: the short form after the long one, the long form after the short one, or both in the brackets.

use std::iter::Peekable;
use std::ops::Range;

use memchr::{Memchr2, memchr2_iter};

use super::align::Aligner;
use super::long_form::{self, Window};
use super::short::{self, Form};
use super::{Found, Region};

/// The longest bracket that is looked into, in bytes.
const BRACKET: usize = 200;

/// The most parts of a bracket, between semicolons, in which a short form is looked for.
const PARTS: usize = 3;

/// The brackets of a text that open, in order.
pub(super) struct Opening<'t>(Peekable<Memchr2<'t>>);

impl<'t> Opening<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self(memchr2_iter(b'(', b'[', text.as_bytes()).peekable())
    }

    /// The next one of a block, counted from its beginning. The blocks come in order.
    fn next_in(&mut self, region: &Region<'_>) -> Option<usize> {
        let start = region.offset as usize;
        while self.0.next_if(|&open| open < start).is_some() {}
        self.0.next_if(|&open| open < start + region.content.len()).map(|open| open - start)
    }
}

/// The definitions in brackets of a block.
pub(super) fn find(region: &Region<'_>, opening: &mut Opening<'_>, aligner: &mut Aligner, found: &mut Vec<Found>) {
    let bytes = region.content.as_bytes();
    while let Some(open) = opening.next_in(region) {
        let Some(close) = close(bytes, open) else { continue };
        let bracket = Bracket { region, open, close };
        if bracket.is_dateline() || bracket.is_code() {
            continue;
        }
        let definition = bracket
            .short_behind(aligner)
            .or_else(|| bracket.both_inside(aligner))
            .or_else(|| bracket.long_behind(aligner));
        found.extend(definition);
    }
}

/// Where the bracket that opens here closes, if it does so soon.
fn close(bytes: &[u8], open: usize) -> Option<usize> {
    let (opening, closing) = if bytes[open] == b'(' { (b'(', b')') } else { (b'[', b']') };
    let inner = &bytes[open..bytes.len().min(open + BRACKET)];
    let mut depth = 0_usize;
    for (at, &byte) in inner.iter().enumerate() {
        if byte == opening {
            depth += 1;
        } else if byte == closing {
            depth -= 1;
            if depth == 0 {
                return Some(open + at);
            }
        }
    }
    None
}

/// A bracket of a block.
struct Bracket<'r, 't> {
    region: &'r Region<'t>,
    open: usize,
    close: usize,
}

impl Bracket<'_, '_> {
    fn inner(&self) -> &str {
        &self.region.content[self.open + 1..self.close]
    }

    /// `LONDON (Reuters) -`: an agency at the head of a block that begins in capitals, with a dash behind it.
    fn is_dateline(&self) -> bool {
        /// The longest dateline.
        const HEAD: usize = 80;
        if self.open > HEAD {
            return false;
        }
        let content = self.region.content;
        let rest = content[self.close + 1..].trim_start_matches(' ');
        let dashed = ["-", "–", "—"].iter().any(|dash| rest.starts_with(dash));
        let shouts = || {
            let first = content[..self.open].split([' ', ',']).next().unwrap_or("");
            first.len() > 2 && !first.bytes().any(|byte| byte.is_ascii_lowercase())
        };
        dashed && shouts()
    }

    /// `values['key']`: a square bracket without a space before it.
    fn is_code(&self) -> bool {
        let content = self.region.content;
        content.as_bytes()[self.open] == b'[' && content[..self.open].ends_with(|c: char| !c.is_whitespace())
    }

    /// `Norhaven Harbour Board (NHB)`.
    fn short_behind(&self, aligner: &mut Aligner) -> Option<Found> {
        let inner = self.inner();
        let first = inner.find(is_cut(inner)).unwrap_or(inner.len());
        let mut part = 0..first;
        for _ in 0..PARTS {
            let (start, end) = self.region.unwrapped(self.open + 1 + part.start, self.open + 1 + part.end);
            if let Some(found) = self.defined_as(start, end, aligner) {
                return Some(found);
            }
            let rest = &inner[part.end..];
            let next = part.end + rest.find("; ")? + 2;
            part = next..next + inner[next..].find("; ").unwrap_or(inner.len() - next);
        }
        None
    }

    fn defined_as(&self, start: usize, end: usize, aligner: &mut Aligner) -> Option<Found> {
        let content = self.region.content;
        let short = &content[start..end];
        if !short::is_short(short) || short::is_plain_word(short) {
            return None;
        }
        let window = Window::before(content, self.open, self.region.language)?;
        let reading = aligner.read(short, window.text(content))?;
        let long = long_form::begin(content, &window, reading.start)..window.end;
        (short::defines(short, &content[long.clone()], reading, Form::Behind) && !self.is_affiliation(short, &long))
            .then_some(Found { short: start..end, long })
    }

    /// `Ana Suplicy (SP)`, `Kean University (US)`: the state, the country or the party of a name whose last word happens to have both letters.
    fn is_affiliation(&self, short: &str, long: &Range<usize>) -> bool {
        const ARTICLES: &[&str] = &["Das", "Der", "Die", "Las", "Les", "Los", "The"];
        let content = self.region.content;
        let before = long_form::last_word(content[..long.start].strip_suffix(' ').unwrap_or(""));
        let is_name = |word: &str| word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
        matches!(short.as_bytes(), [b'A'..=b'Z', b'A'..=b'Z'])
            && is_name(&content[long.clone()])
            && before.len() > 2
            && is_name(before)
            && !ARTICLES.contains(&before)
    }

    /// `(Norhaven Harbour Board, NHB)`.
    fn both_inside(&self, aligner: &mut Aligner) -> Option<Found> {
        let inner = self.inner();
        let comma = inner.rfind(", ")?;
        let base = self.open + 1;
        let (start, end) = self.region.unwrapped(base + comma + 2, self.close);
        let content = self.region.content;
        let (short, long) = (&content[start..end], inner[..comma].trim_start());
        if !short::is_short(short) || !short::is_telling(short) || long.contains(';') || long.contains('\n') {
            return None;
        }
        let from = base + comma - long.len();
        let reading = aligner.read(short, long)?;
        let begins = reading.start == 0 || long.as_bytes()[reading.start - 1] == b' ';
        let long = from + reading.start..base + comma;
        (begins && short::defines(short, &content[long.clone()], reading, Form::Before))
            .then_some(Found { short: start..end, long })
    }

    /// `NHB (Norhaven Harbour Board)`.
    fn long_behind(&self, aligner: &mut Aligner) -> Option<Found> {
        let content = self.region.content;
        let before = content[..self.open].trim_end();
        let word = long_form::last_word(before);
        let start = before.len() - word.len();
        let word = word.trim_end_matches(long_form::CLOSING);
        let word = long_form::without_genitive(word);
        let end = start + word.len();
        let start = end - word.trim_start_matches(long_form::OPENING).len();
        let short = content.get(start..end)?;
        if !short::is_short(short) || !short::is_telling(short) || short.len() < 2 {
            return None;
        }
        let inner = self.inner();
        let part = inner.find(';').unwrap_or(inner.len());
        let (from, to) = self.region.unwrapped(self.open + 1, self.open + 1 + part);
        let reading = aligner.read(short, &content[from..to])?;
        (reading.start == 0 && short::defines(short, &content[from..to], reading, Form::Before))
            .then_some(Found { short: start..end, long: from..to })
    }
}

/// Where the first part of a bracket ends: at a comma or semicolon with a space behind it.
fn is_cut(inner: &str) -> impl FnMut(char) -> bool + '_ {
    let mut at = 0;
    move |c| {
        at += c.len_utf8();
        matches!(c, ';' | ',') && inner.as_bytes().get(at) == Some(&b' ')
    }
}
