//! What happens to bytes on their way.

use super::Mutants;
use crate::damage::splitmix::SplitMix;

type Change = fn(&Mutants, &mut SplitMix, &mut Vec<u8>);

/// Every change.
pub(super) const ALL: &[Change] = &[
    |_, dice, text| flip_bits(dice, text),
    |_, dice, text| random_bytes(dice, text),
    delete,
    repeat,
    truncate,
    splice,
    marks,
    latin_1,
    mojibake,
    utf_16,
    line_ends,
    entities,
];

/// Bytes that rules, envelopes and containers look at.
const MARKS: &[&[u8]] = &[
    b"- ",
    b"$ ",
    b"( ",
    b"\n\n",
    b"\r\n",
    b"\r",
    b"\"",
    b"\xe2\x80\x9c",
    b"\xe2\x80\x9d",
    b"\xc2\xa0",
    b"\xc2\xad",
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"&amp;",
    b"&#8217;",
    b"<p>",
    b"</",
    b"<",
    b"> ",
    b",",
    b"\\",
    b"\x1b[2J",
    b"\xf0\x9f\x9a\xa2",
    b"\xe2\x80\xae",
    b"Document 1 of 2",
    b"LENGTH: ",
    b"By ",
    b"(Reuters) - ",
    b"1. ",
    b"\x0c",
    b"\t",
];

fn place(dice: &mut SplitMix, text: &[u8]) -> usize {
    dice.below(text.len() + 1)
}

/// A stretch of a text that may be empty.
fn stretch(dice: &mut SplitMix, text: &[u8], most: usize) -> std::ops::Range<usize> {
    let from = place(dice, text);
    from..text.len().min(from + dice.below(most))
}

fn flip_bits(dice: &mut SplitMix, text: &mut [u8]) {
    for _ in 0..=dice.below(8) {
        if !text.is_empty() {
            let at = dice.below(text.len());
            text[at] ^= 1 << dice.below(8);
        }
    }
}

fn random_bytes(dice: &mut SplitMix, text: &mut [u8]) {
    let range = stretch(dice, text, 16);
    for at in range {
        text[at] = dice.below(256) as u8;
    }
}

fn delete(_: &Mutants, dice: &mut SplitMix, text: &mut Vec<u8>) {
    let range = stretch(dice, text, 40);
    text.drain(range);
}

fn repeat(_: &Mutants, dice: &mut SplitMix, text: &mut Vec<u8>) {
    let range = stretch(dice, text, 60);
    let again = text[range.clone()].repeat(1 + dice.below(5));
    text.splice(range.end..range.end, again);
}

fn truncate(_: &Mutants, dice: &mut SplitMix, text: &mut Vec<u8>) {
    text.truncate(place(dice, text));
}

fn splice(mutants: &Mutants, dice: &mut SplitMix, text: &mut Vec<u8>) {
    let at = place(dice, text);
    let other = mutants.stretch(dice);
    text.splice(at..at, other);
}

fn marks(_: &Mutants, dice: &mut SplitMix, text: &mut Vec<u8>) {
    for _ in 0..=dice.below(6) {
        let at = place(dice, text);
        let mark = MARKS[dice.below(MARKS.len())];
        text.splice(at..at, mark.iter().copied());
    }
}

/// Written in ISO 8859-1 where it can be: no UTF-8 any more.
fn latin_1(_: &Mutants, _: &mut SplitMix, text: &mut Vec<u8>) {
    let bytes = String::from_utf8_lossy(text).chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    *text = bytes;
}

/// UTF-8 read as ISO 8859-1 and written as UTF-8 again.
fn mojibake(_: &Mutants, _: &mut SplitMix, text: &mut Vec<u8>) {
    *text = text.iter().map(|byte| char::from(*byte)).collect::<String>().into_bytes();
}

fn utf_16(_: &Mutants, dice: &mut SplitMix, text: &mut Vec<u8>) {
    let big = dice.below(2) == 0;
    let units = String::from_utf8_lossy(text).encode_utf16().collect::<Vec<u16>>();
    let mark = if dice.below(2) == 0 { Some(0xfeff) } else { None };
    let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
    *text = mark.into_iter().chain(units).flat_map(bytes).collect();
}

fn line_ends(_: &Mutants, dice: &mut SplitMix, text: &mut Vec<u8>) {
    let end: &[u8] = [&b"\r\n"[..], b"\r", b" ", b"\n\n", b"\xe2\x80\xa8"][dice.below(5)];
    *text = text.iter().flat_map(|byte| if *byte == b'\n' { end.to_vec() } else { vec![*byte] }).collect();
}

fn entities(_: &Mutants, _: &mut SplitMix, text: &mut Vec<u8>) {
    let entity = |c: char| match c {
        '&' => "&amp;".to_owned(),
        '"' => "&quot;".to_owned(),
        c if c.is_ascii() => c.to_string(),
        c => format!("&#{};", u32::from(c)),
    };
    *text = String::from_utf8_lossy(text).chars().map(entity).collect::<String>().into_bytes();
}
