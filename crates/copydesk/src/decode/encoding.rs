//! # encoding
//!
//! **Sees** bytes that are not UTF-8, and the byte order mark that some programs put before text.
//!
//! **Does**: decodes the source.
//!
//! - UTF-16 is recognised by its byte order mark, or by a zero in every other byte.
//! - Windows-1252 (which includes Latin-1) is recognised if each byte over 0x7F stands alone, as accented letters, quotes and dashes do in
//!   its languages, and none form UTF-8 sequences.
//! - In anything else, U+FFFD, the replacement character, replaces each ill-formed sequence, following the WHATWG and Unicode practice of
//!   maximal subparts. A run of them is one edit, with a note.
//! - Input that is not text, such as an image or an archive, becomes a single U+FFFD. With a letter in every third place by chance, one
//!   character for each byte would say nothing more.
//! - A byte order mark at the start is removed from the text. It only says how to read the bytes, and would hide a masthead, a headline or
//!   a byline. The record of the repair keeps its bytes.
//!
//! **Leaves alone** everything that is valid UTF-8, whatever it says: wrongly decoded text (`wonâ€™t`) is content. Bytes of another code
//! page (Cyrillic, Greek, Central European) are not decoded either. Runs of bytes over 0x7F, or signs where letters must stand, reveal
//! them, and a wrong letter is worse than U+FFFD. A word processor's file counts as text if stretches of it can be read.
//!
//! **Evidence** is the bytes themselves. The rule is `safe` and is never switched off, because text must be characters. Of 653 files of one
//! collection of US web articles, 371 were Windows-1252. Input is not text if it has a control character among fifty bytes, a tenth of its
//! bytes torn, and hardly any stretch of two dozen that can be read. No article of any collection has one of these.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{DecodeEdit, Decoded};
use crate::repair::{Rule, RuleKind};

/// The rule that names every change of the characters' encoding.
pub(crate) static RULE: Rule = Rule { name: "encoding", page: include_str!("encoding.rs"), kind: RuleKind::Decode };

/// A character encoding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8; invalid bytes become U+FFFD.
    #[default]
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252.
    Windows1252,
    /// None: the bytes are not text.
    Binary,
}

/// The byte order mark in UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";
/// How much of a source is looked at for zeros.
const SAMPLE: usize = 4096;
/// The least that tells UTF-16 without a mark.
const LEAST_ZEROS: usize = 8;
/// What is shorter is not told from text that is broken.
const LEAST_BINARY: usize = 512;
/// Of so many bytes of a text at most one is a control character.
const CONTROLS: usize = 50;
/// Of so many at most one belongs to no character, in a text that is worth reading.
const TORN: usize = 10;
/// So many bytes of ASCII side by side are text, and of so many bytes of a text one is.
const STRETCH: usize = 24;
const STRETCHES: usize = 32;
/// Of so many lone bytes one may be a sign where letters stand, or the beginning of a sequence.
const STRAY: usize = 10;

impl Encoding {
    /// Every encoding, in order.
    pub const ALL: &[Self] = &[Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Windows1252, Self::Binary];

    /// Its name in the WHATWG standard, or `binary` for bytes that are not text.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
            Self::Binary => "binary",
        }
    }

    /// The encoding with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|encoding| encoding.name() == name)
    }

    /// What the bytes show.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self::look(bytes).0
    }

    /// The same, and the bytes as text where they are UTF-8 from end to end, as nearly all are.
    pub(super) fn look(bytes: &[u8]) -> (Self, Option<&str>) {
        if let Some(wide) = utf16_of(bytes) {
            return (wide, None);
        }
        match simdutf8::basic::from_utf8(bytes) {
            Ok(text) => (Self::Utf8, Some(text)),
            Err(_) if is_binary(bytes) => (Self::Binary, None),
            Err(_) if is_windows_1252(bytes) => (Self::Windows1252, None),
            Err(_) => (Self::Utf8, None),
        }
    }
}

/// In which order the bytes are UTF-16, if they are.
fn utf16_of(bytes: &[u8]) -> Option<Encoding> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => {}
        [0xff, 0xfe, ..] => return Some(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => return Some(Encoding::Utf16Be),
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    // UTF-16 of Latin script has a zero in nearly every pair, always on the same side.
    let first = memchr::memchr(0, sample)?;
    let zeros = |side: usize| sample.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (high, low) = (zeros(0), zeros(1));
    let most = sample.len() / 2 * 9 / 10;
    match first % 2 {
        1 if low >= LEAST_ZEROS && low >= most && high == 0 => Some(Encoding::Utf16Le),
        0 if high >= LEAST_ZEROS && high >= most && low == 0 => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Whether bytes that are not UTF-8 are no text either.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let controls = sample.iter().filter(|&&byte| is_no_text(byte)).count();
    if bytes.len() < LEAST_BINARY || controls * CONTROLS < sample.len() {
        return false;
    }
    let torn: usize = sample.utf8_chunks().map(|chunk| chunk.invalid().len()).sum();
    let stretches = || bytes.split(|byte| !matches!(byte, b' '..=b'~')).map(<[u8]>::len);
    torn * TORN >= sample.len() && stretches().filter(|&len| len >= STRETCH).sum::<usize>() * STRETCHES < bytes.len()
}

/// Whether it is a control character that stands in no text.
fn is_no_text(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c) || byte == 0x7f
}

/// Whether the bytes over 0x7F are letters and signs of Windows-1252.
fn is_windows_1252(bytes: &[u8]) -> bool {
    let (mut alone, mut strange, mut letters) = (0_usize, 0_usize, 0_usize);
    if memchr::memchr(0, bytes).is_some() {
        return false;
    }
    for chunk in bytes.utf8_chunks() {
        let valid = chunk.valid();
        if !valid.is_ascii() {
            // One sequence of UTF-8 that is well-formed by chance is rarer than a broken file of UTF-8.
            return false;
        }
        letters += valid.bytes().filter(u8::is_ascii_alphabetic).count();
        if valid.bytes().any(is_no_text) && !is_wire(bytes) {
            return false;
        }
        match chunk.invalid() {
            [] => {}
            [_] => alone += 1,
            _ => strange += 1,
        }
    }
    // Signs inside words, bytes without a character, and runs of letters over 0x7F are of another code page.
    let at = |index: usize| bytes.get(index).copied().unwrap_or(b' ');
    let (mut run, mut accented) = (0, 0_usize);
    for (index, &byte) in bytes.iter().enumerate() {
        if byte.is_ascii() {
            run = 0;
            continue;
        }
        run += 1;
        accented += usize::from(byte >= 0xc0);
        let inside = index > 0 && at(index - 1).is_ascii_alphabetic() && at(index + 1).is_ascii_alphabetic();
        let undefined = matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
        let sign = matches!(byte, 0xa1..=0xac | 0xae..=0xb6 | 0xb8..=0xbf | 0xd7 | 0xf7 | 0x83 | 0x88 | 0x98);
        strange += usize::from(undefined || inside && sign) + usize::from(run == 4);
    }
    alone > 0 && alone > strange * STRAY && accented * 3 <= letters
}

/// The wire forms frame their text with control characters.
fn is_wire(bytes: &[u8]) -> bool {
    bytes.iter().take(4).any(|&byte| byte == 1)
}

/// The bytes as text.
pub(super) fn decode(bytes: &[u8], encoding: Encoding) -> Decoded<'_> {
    match encoding {
        Encoding::Utf8 => utf8(bytes),
        Encoding::Utf16Le | Encoding::Utf16Be => utf16(bytes, encoding),
        Encoding::Windows1252 => windows_1252(bytes),
        Encoding::Binary => binary(bytes),
    }
}

/// Whether a byte order mark of UTF-8 stands before the text.
pub(super) fn is_marked(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK)
}

fn utf8(bytes: &[u8]) -> Decoded<'_> {
    let mut edits = Vec::new();
    let marked = bytes.strip_prefix(MARK);
    if marked.is_some() {
        edits.push(DecodeEdit::new(0..MARK.len() as u32, 0..0, &RULE));
    }
    let rest = marked.unwrap_or(bytes);
    if let Ok(text) = simdutf8::basic::from_utf8(rest) {
        return Decoded { text: Cow::Borrowed(text), edits, marks: Vec::new() };
    }
    let mut text = String::with_capacity(rest.len() + rest.len() / 8);
    let mut at = (bytes.len() - rest.len()) as u32;
    for chunk in rest.utf8_chunks() {
        text.push_str(chunk.valid());
        at += chunk.valid().len() as u32;
        if chunk.invalid().is_empty() {
            continue;
        }
        let start = text.len() as u32;
        text.push(char::REPLACEMENT_CHARACTER);
        let (begin, end) = (at, at + chunk.invalid().len() as u32);
        at = end;
        match edits.last_mut() {
            // A mark before the text is another matter.
            Some(last) if last.source.end == begin && !last.text.is_empty() => {
                (last.source.end, last.text.end) = (end, text.len() as u32);
            }
            _ => edits.push(DecodeEdit::new(begin..end, start..text.len() as u32, &RULE)),
        }
    }
    Decoded { text: Cow::Owned(text), edits, marks: Vec::new() }
}

/// All bytes are one edit.
fn binary(bytes: &[u8]) -> Decoded<'_> {
    let text = if bytes.is_empty() { "" } else { "\u{fffd}" };
    let edit = DecodeEdit::new(0..bytes.len() as u32, 0..text.len() as u32, &RULE);
    Decoded {
        text: Cow::Borrowed(text),
        edits: Vec::from_iter(Some(edit).filter(|_| !bytes.is_empty())),
        marks: Vec::new(),
    }
}

/// Each byte over 0x7F is one edit.
fn windows_1252(bytes: &[u8]) -> Decoded<'_> {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut edits = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let kept = bytes[at..].iter().take_while(|byte| byte.is_ascii()).count();
        // ASCII is the same in both.
        text.push_str(std::str::from_utf8(&bytes[at..at + kept]).unwrap_or_default());
        at += kept;
        if at < bytes.len() {
            let start = text.len() as u32;
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(&bytes[at..=at]).0);
            edits.push(DecodeEdit::new(at as u32..at as u32 + 1, start..text.len() as u32, &RULE));
            at += 1;
        }
    }
    Decoded { text: Cow::Owned(text), edits, marks: Vec::new() }
}

/// Each word is one edit, and so is each character between words: fine enough to find things by, and a third of the pieces that
/// characters would make.
fn utf16(bytes: &[u8], encoding: Encoding) -> Decoded<'_> {
    let (from, mark): (_, &[u8]) = match encoding {
        Encoding::Utf16Be => (UTF_16BE, b"\xfe\xff"),
        _ => (UTF_16LE, b"\xff\xfe"),
    };
    let mut text = String::with_capacity(bytes.len() / 2 + bytes.len() / 8);
    let mut edits = Vec::new();
    let mut at = 0;
    if bytes.starts_with(mark) {
        edits.push(DecodeEdit::new(0..2, 0..0, &RULE));
        at = 2;
    }
    while at < bytes.len() {
        let unit = |at: usize| match bytes.get(at..at + 2) {
            Some(&[one, two]) => {
                if encoding == Encoding::Utf16Be {
                    u16::from_be_bytes([one, two])
                } else {
                    u16::from_le_bytes([one, two])
                }
            }
            _ => 0,
        };
        let in_word = |unit: u16| {
            char::from_u32(u32::from(unit)).is_some_and(char::is_alphanumeric) || (0xd800..0xe000).contains(&unit)
        };
        let mut end = at + 2;
        if in_word(unit(at)) {
            while end + 1 < bytes.len() && in_word(unit(end)) {
                end += 2;
            }
        }
        let end = end.min(bytes.len());
        let start = text.len() as u32;
        text.push_str(&from.decode_without_bom_handling(&bytes[at..end]).0);
        edits.push(DecodeEdit::new(at as u32..end as u32, start..text.len() as u32, &RULE));
        at = end;
    }
    Decoded { text: Cow::Owned(text), edits, marks: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(source: std::ops::Range<u32>, text: std::ops::Range<u32>) -> DecodeEdit {
        DecodeEdit::new(source, text, &RULE)
    }

    #[test]
    fn each_ill_formed_sequence_becomes_one_character() {
        let decoded = utf8(b"caf\xe9 \xf0\x9f\x98 ok");
        assert_eq!(decoded.text, "caf\u{fffd} \u{fffd} ok");
        assert_eq!(decoded.edits, [edit(3..4, 3..6), edit(5..8, 7..10)]);
    }

    #[test]
    fn a_mark_before_the_text_is_no_text() {
        let decoded = utf8(b"\xef\xbb\xbfcaf\xe9 \xef\xbb\xbf");
        assert_eq!(decoded.text, "caf\u{fffd} \u{feff}");
        assert_eq!(decoded.edits, [edit(0..3, 0..0), edit(6..7, 3..6)]);
    }

    #[test]
    fn the_encoding_is_what_the_bytes_show() {
        assert_eq!(Encoding::of(b"The caf\xe9 is open, it\x92s said \x96 at last."), Encoding::Windows1252);
        assert_eq!(Encoding::of("The café is open".as_bytes()), Encoding::Utf8);
        // A torn sequence of UTF-8, another code page, and no text at all.
        for bytes in [
            &b"caf\xc3\xa9 \xe9 ok"[..],
            b"news \xf0\x9f\x98",
            b"\xcf\xf0\xe8\xe2\xe5\xf2 \xec\xe8\xf0",
            b"a\0\xff\x01b",
        ] {
            assert_eq!(Encoding::of(bytes), Encoding::Utf8, "{bytes:?}");
        }
        let wide: Vec<u8> = "The ferry is back.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(Encoding::of(&wide), Encoding::Utf16Le);
        let wide: Vec<u8> = "\u{feff}Die Fähre".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(Encoding::of(&wide), Encoding::Utf16Be);
    }

    #[test]
    fn torn_sequences_side_by_side_are_one_edit() {
        let decoded = utf8(b"\xef\xbb\xbf\xff\xf0\x9f\x98a\xff\xff");
        assert_eq!(decoded.text, "\u{fffd}\u{fffd}a\u{fffd}\u{fffd}");
        assert_eq!(decoded.edits, [edit(0..3, 0..0), edit(3..7, 0..6), edit(8..10, 7..13)]);
    }

    #[test]
    fn what_is_no_text_is_one_character() {
        let mut state = 1_u32;
        let mut dice = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        let noise: Vec<u8> = std::iter::repeat_with(&mut dice).take(2000).collect();
        assert_eq!(Encoding::of(&noise), Encoding::Binary);
        let decoded = decode(&noise, Encoding::Binary);
        assert_eq!((&*decoded.text, decoded.edits), ("\u{fffd}", vec![edit(0..2000, 0..3)]));
        let none = decode(b"", Encoding::Binary);
        assert!(none.text.is_empty() && none.edits.is_empty());
        // A little of it, an article inside it, a text in a code page of two bytes, and a broken one.
        let article = "The ferry came back on Monday, a full year after it had left for the dock, the town says. ";
        let inside = [&noise[..], article.as_bytes()].concat();
        let pages: Vec<u8> = noise.iter().map(|byte| byte | 0x80).collect();
        let broken: Vec<u8> = article
            .bytes()
            .cycle()
            .take(2000)
            .enumerate()
            .map(|(at, byte)| if at % 9 == 0 { 0xff } else { byte })
            .collect();
        for bytes in [&noise[..400], &inside, &pages, &broken] {
            assert_ne!(Encoding::of(bytes), Encoding::Binary);
        }
    }

    #[test]
    fn wide_characters_are_words() {
        let wide: Vec<u8> = "\u{feff}Die Fähre 🚢".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let decoded = utf16(&wide, Encoding::Utf16Le);
        assert_eq!(decoded.text, "Die Fähre 🚢");
        let texts: Vec<&str> =
            decoded.edits.iter().map(|edit| &decoded.text[edit.text.start as usize..edit.text.end as usize]).collect();
        assert_eq!(texts, ["", "Die", " ", "Fähre", " ", "🚢"]);
        let odd = utf16(b"a\0b\0\x00\xd8c", Encoding::Utf16Le);
        assert!(odd.text.starts_with("ab"), "{}", odd.text);
    }

    #[test]
    fn each_byte_of_a_code_page_is_one_edit() {
        let decoded = windows_1252(b"caf\xe9 \x93so\x94");
        assert_eq!(decoded.text, "café “so”");
        assert_eq!(decoded.edits, [edit(3..4, 3..5), edit(5..6, 6..9), edit(8..9, 11..14)]);
    }
}
