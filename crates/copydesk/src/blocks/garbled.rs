//! # garbled
//!
//! Places where the text is unreadable. The family gives no role and repairs nothing: it notes (`garbled`) what nothing can restore.
//!
//! **Sees**
//!
//! - U+FFFD, the replacement character, in the input: an earlier program met bytes that it could not read;
//! - several control characters close together, and private-use code points, which have a meaning in one font only;
//! - a word in which `?` stands for letters that a font draws as one: `o?er`, `?nal`, `speci?c`;
//! - the narrow letters of Japanese (`ﾃ`) beside Latin ones, which bytes of UTF-8 become in that code page.
//!
//! **Leaves alone**
//!
//! - bytes that copydesk itself could not read, which `encoding` notes, and a single control character, which `control` handles;
//! - odd words (misspellings, dialect, invented letters, errors of character recognition): they are content, and no list tells them from
//!   names;
//! - `?` in any word but the few dozen listed;
//! - the codes with which a wire frames its messages.

use crate::note::NoteKind;
use crate::repair::{is_framed, is_noncharacter};
use crate::span::TextSpan;

use super::{Family, Sheet};

pub(super) static FAMILY: Family = Family { name: "garbled", page: include_str!("garbled.rs"), label };

/// Junk with so few bytes between is one place.
const NEAR: usize = 8;

const REPLACED: &str = "characters that a program before could not read";
const CONTROLS: &str = "control characters, where there may have been text";
const PRIVATE: &str = "characters of private use, which mean something in one font alone";
const NARROW: &str = "narrow letters of Japanese beside Latin ones: bytes that were read in the wrong encoding";
const LIGATURE: &str = "a question mark in the place of letters that a font draws as one";

/// Frequent words in which `ff`, `fi`, `fl`, `ffi` or `ft` became a question mark.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "?eld", "?fteen", "?fty", "?ght", "?gure", "?gures", "?lm", "?nal", "?nally", "?nance", "?nancial", "?nd", "?nding", "?nds",
    "?re", "?rm", "?rms", "?rst", "?sh", "?ve", "?oor", "a?er", "a?ernoon", "bene?t", "bene?ts", "certi?cate", "con?dence",
    "con?dent", "con?ict", "con?rm", "con?rmed", "de?cit", "de?ned", "di?cult", "di?erence", "di?erent", "e?ect", "e?ective",
    "e?ects", "e?ort", "e?orts", "identi?ed", "in?ation", "in?uence", "o?ce", "o?cer", "o?cers", "o?cial", "o?cials",
    "o?en", "o?er", "o?ered", "pro?t", "pro?ts", "quali?ed", "re?ect", "re?ects", "scienti?c", "signi?cant", "speci?c",
    "su?er", "su?ered", "su?cient", "tra?c",
];

fn label(sheet: &mut Sheet<'_>) {
    let text = sheet.text;
    let mut found: Vec<(usize, usize, &'static str)> = Vec::new();
    if sheet.seen.strange || sheet.seen.controls {
        let framed = sheet.seen.controls && is_framed(text);
        for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii() || c.is_ascii_control()) {
            let message = match c {
                char::REPLACEMENT_CHARACTER if !sheet.lost_bytes => REPLACED,
                '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => PRIVATE,
                '\u{ff66}'..='\u{ff9f}' if beside_latin(text, at, at + 3) || goes_on(&found, at) => NARROW,
                c if is_control(c) && !framed => CONTROLS,
                _ => continue,
            };
            match found.last_mut() {
                Some((_, end, last)) if *last == message && at - *end <= NEAR => *end = at + c.len_utf8(),
                _ => found.push((at, at + c.len_utf8(), message)),
            }
        }
        // One control character alone is noted by its rule.
        found.retain(|&(start, end, message)| message != CONTROLS || end - start > 2);
    }
    find_lost_ligatures(text, &sheet.scan.losses.questions, &mut found);
    for (start, end, message) in found {
        sheet.note(NoteKind::Garbled, TextSpan::new(start as u32, end as u32), message);
    }
}

/// Whether narrow letters that were found end where the next one begins.
fn goes_on(found: &[(usize, usize, &'static str)], at: usize) -> bool {
    found.last().is_some_and(|&(_, end, message)| end == at && message == NARROW)
}

/// The controls over U+007F are signs of Windows-1252 or bytes of UTF-8, which are noted as such.
fn is_control(c: char) -> bool {
    c.is_ascii_control() && !c.is_whitespace() || is_noncharacter(c)
}

fn beside_latin(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    [before, after].into_iter().flatten().any(|c| c.is_ascii_alphabetic())
}

fn find_lost_ligatures(text: &str, questions: &[u32], found: &mut Vec<(usize, usize, &'static str)>) {
    let bytes = text.as_bytes();
    for at in questions.iter().map(|&at| at as usize) {
        // Nearly every question mark has a space or a quotation mark behind it.
        if !bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase) {
            continue;
        }
        let short = |length: usize| length <= 16;
        let before = bytes[..at].iter().rev().take_while(|byte| byte.is_ascii_lowercase()).take(17).count();
        let after = bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_lowercase()).take(17).count();
        let (start, end) = (at - before, at + 1 + after);
        let free = |byte: Option<&u8>| byte.is_none_or(|byte| byte.is_ascii_whitespace() || b"\"'(,.;:".contains(byte));
        let alone = free(start.checked_sub(1).map(|before| &bytes[before])) && free(bytes.get(end));
        if alone && short(before) && short(after) && WORDS.contains(&&text[start..end]) {
            found.push((start, end, LIGATURE));
        }
    }
}
