//! # mojibake
//!
//! Characters that appear when a program reads UTF-8 as Windows-1252. The family gives no role and repairs nothing. It notes (`mojibake`)
//! what it saw and what that stood for. Other tools specialise in undoing it.
//!
//! **Sees** a character that in Windows-1252 or Latin-1 is the first byte of a UTF-8 sequence, followed by as many more as the sequence has
//! bytes. Together they must encode a character that news text has: `wonâ€™t` (’), `MÃ¼nchen` (ü), `Â£5` (£), `ðŸ˜€` (an emoji). In
//! Cyrillic, Hebrew, Arabic, the scripts of India and East Asia, and most of Greek, there must be two such sequences in a row (`Ð¿Ñ€`). It
//! also sees `â€`, whose last byte a program took away, and `ï»¿`, a byte order mark.
//!
//! **Leaves alone** letters that may stand before a mark in some language: `PARÁ”`, `IRMÃ…`, `À «`. So a capital after a capital does not
//! count if a quotation mark, an ellipsis, a dash or a space follows it. `Ä` and `Å` count only beside a small letter.
//!
//! **Evidence**: 31 well-formed texts were collected because they look like mojibake. One of them gets a note, for a name that was read
//! wrongly in one of two ways. In one collection 19 of 900 articles have such text, in another four of 2,257.

use std::borrow::Cow;

use memchr::memchr;

use crate::masks::{blocks, moved, places};
use crate::note::NoteKind;
use crate::span::TextSpan;

use super::{Family, Sheet};

pub(super) static FAMILY: Family = Family { name: "mojibake", page: include_str!("mojibake.rs"), label };

/// What is told of a longer run.
const LONGEST: usize = 24;

fn label(sheet: &mut Sheet<'_>) {
    if !sheet.seen.letters {
        return;
    }
    let text = sheet.text;
    let mut after = 0;
    for start in beginnings(text.as_bytes()) {
        if start < after {
            continue;
        }
        let Some(run) = read(text, start) else { continue };
        // What is not sure is not looked at again from its middle.
        after = run.end;
        if run.sure {
            sheet.note(NoteKind::Mojibake, TextSpan::new(start as u32, run.end as u32), run.message());
        }
    }
}

/// Where a sequence may begin: at one of the characters `Â` to `ô`, which are two bytes, with a character behind it that may be its second.
fn beginnings(text: &[u8]) -> impl Iterator<Item = usize> {
    const FIRST: u8 = 0xc3;
    // With these begin the characters up to `¿`, and those of Windows-1252 that lie elsewhere.
    const SECOND: [u8; 5] = [0xc2, 0xc5, 0xc6, 0xcb, 0xe2];
    let mut before = 0;
    // Most texts in English have none.
    let from = memchr(FIRST, text).unwrap_or(text.len());
    blocks(&text[from..], 0).flat_map(move |(start, block)| {
        let first = block.are(FIRST);
        let begun = moved(first, before, 2);
        before = first;
        let found = if begun == 0 { 0 } else { begun & block.are_one_of(SECOND) };
        places(from + start, found).map(|second| second - 2)
    })
}

/// Sequences one after the other.
struct Run {
    end: usize,
    /// What they stood for, as far as it is told.
    meant: String,
    /// Whether nothing else explains them.
    sure: bool,
}

impl Run {
    fn message(&self) -> Cow<'static, str> {
        match &*self.meant {
            "" => "UTF-8 that was read as Windows-1252, and cut off".into(),
            meant if meant.chars().any(|c| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{fffd}')) => {
                "UTF-8 that was read as Windows-1252: a space, or what is not seen".into()
            }
            meant => format!("UTF-8 that was read as Windows-1252: perhaps {meant}").into(),
        }
    }
}

/// The run that begins at `start`, if there is one.
fn read(text: &str, start: usize) -> Option<Run> {
    let mut run = Run { end: start, meant: String::new(), sure: false };
    let mut before = None;
    while let Some((length, meant)) = sequence(&text[run.end..]) {
        run.sure |= is_sure(&text[..run.end], meant, &text[run.end..run.end + length], &text[run.end + length..]);
        // Two of one script are no accident.
        run.sure |= is_foreign(meant) && before.is_some_and(|before| script(before) == script(meant));
        before = Some(meant);
        run.end += length;
        if run.meant.len() < LONGEST {
            run.meant.push(meant);
        }
    }
    // The last byte of these has no character in Windows-1252.
    if run.end == start && text[start..].starts_with("â€") {
        run = Run { end: start + "â€".len(), sure: true, ..run };
    }
    (run.end > start).then_some(run)
}

/// The length of the sequence that the text begins with, as it was read, and the character that it stood for.
fn sequence(text: &str) -> Option<(usize, char)> {
    let mut characters = text.chars();
    let lead = characters.next()?;
    let more = match lead {
        '\u{c2}'..='\u{df}' => 1,
        '\u{e0}'..='\u{ef}' => 2,
        '\u{f0}'..='\u{f4}' => 3,
        _ => return None,
    };
    let mut bytes = [u32::from(lead) as u8, 0, 0, 0];
    let mut length = lead.len_utf8();
    for byte in &mut bytes[1..=more] {
        let c = characters.next()?;
        *byte = tail(c)?;
        length += c.len_utf8();
    }
    let meant = std::str::from_utf8(&bytes[..=more]).ok()?.chars().next()?;
    Some((length, meant))
}

/// The byte that a character was read from, if it can be behind the first of a sequence.
fn tail(c: char) -> Option<u8> {
    if ('\u{80}'..='\u{bf}').contains(&c) {
        return Some(u32::from(c) as u8);
    }
    let at = WINDOWS.chars().position(|known| known == c)?;
    Some(0x80 + at as u8)
}

/// The characters of Windows-1252 from 0x80 to 0x9F; where it has none, the code itself.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Whether one sequence alone leaves no other reading.
fn is_sure(before: &str, meant: char, sequence: &str, behind: &str) -> bool {
    let left = before.chars().next_back();
    let right = behind.chars().next();
    let upper_before = left.is_some_and(char::is_uppercase);
    let second = sequence.chars().nth(1);
    let mark = second.is_some_and(is_mark);
    // A mark with letters on both sides is none, unless it is an apostrophe or a dash.
    let inside = left.is_some_and(char::is_alphabetic) && right.is_some_and(char::is_alphabetic);
    let inside = inside && !matches!(second, Some('’' | '–' | '—'));
    let small_behind = right.is_some_and(|c| c.is_ascii_lowercase());
    match sequence.chars().next() {
        Some('Â') => !upper_before && !matches!(second, Some('“' | '”' | '…')),
        Some('Ã') => !mark || inside || !upper_before && right.is_some_and(|c| c.is_lowercase() || c == ' '),
        // Latin letters of the middle of Europe, Scandinavia and Turkey.
        Some('Ä' | 'Å') => {
            inside && small_behind || !upper_before && (small_behind || !mark && left.is_some_and(char::is_lowercase))
        }
        Some('Î' | 'Ï') => !mark && ('\u{3b1}'..='\u{3c9}').contains(&meant),
        // Vietnamese.
        Some('á') => {
            ('\u{1e00}'..='\u{1eff}').contains(&meant)
                && [left, right].into_iter().flatten().any(|c| c.is_ascii_alphabetic())
        }
        Some('â') => matches!(
            u32::from(meant),
            0x2010..=0x203a | 0x20ac | 0x2122 | 0x2190..=0x2193 | 0x2200..=0x22ff | 0x2500..=0x27bf
        ),
        Some('ï') => {
            matches!(meant, '\u{feff}' | '\u{fffd}' | '\u{fb00}'..='\u{fb06}' | '\u{ff01}'..='\u{ff5e}')
        }
        Some('ð') => ('\u{1f000}'..='\u{1faff}').contains(&meant),
        _ => false,
    }
}

/// Whether it stands behind a letter in correct text: a mark of punctuation, or a space.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '‘' | '’'
            | '“'
            | '”'
            | '‚'
            | '„'
            | '‹'
            | '›'
            | '«'
            | '»'
            | '…'
            | '–'
            | '—'
            | '\u{a0}'
            | '¡'
            | '¿'
            | '·'
    ) || matches!(c, '•' | '™' | 'ª' | 'º' | '®' | '©' | '\u{ad}')
}

/// Whether it is of a script of which one sequence alone says too little.
fn is_foreign(c: char) -> bool {
    matches!(u32::from(c), 0x370..=0x6ff | 0x900..=0x0dff | 0xe00..=0xe7f | 0x3040..=0x30ff | 0x4e00..=0x9fff | 0xac00..=0xd7af)
}

/// The block of the script, roughly.
fn script(c: char) -> u32 {
    match u32::from(c) {
        code @ 0..=0x0fff => code >> 8,
        0x3000..=0x30ff | 0x4e00..=0x9fff => 0x30,
        0xac00..=0xd7af => 0xac,
        code => code >> 12,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_read() {
        for (text, meant) in [
            ("â€™t", "’"),
            ("Ã¼n", "ü"),
            ("Â£5", "£"),
            ("Ð¿Ñ€", "пр"),
            ("ðŸ˜€", "😀"),
            ("Ã\u{ad}a", "í"),
            ("â\u{80}\u{99}s", "’"),
            ("Å‚a", "ł"),
        ] {
            assert_eq!(beginnings(text.as_bytes()).next(), Some(0), "{text}");
            assert_eq!(read(text, 0).filter(|run| run.sure).map(|run| run.meant).as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn letters_before_marks_are_letters() {
        for text in ["IRMÃ…", "MAÇÃ”", "CAFÉ»", "é…»", "Ä“", "Å…", "NÃO", "ÑÉ", "PARÂ\u{a0}x", "HÃ—A"]
        {
            assert!(beginnings(text.as_bytes()).all(|at| read(text, at).is_none_or(|run| !run.sure)), "{text}");
        }
    }
}
