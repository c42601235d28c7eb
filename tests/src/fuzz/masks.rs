//! Masks: many bytes at once give what each byte gives by itself, by what every processor can and by what this one can.

use copydesk::stages;

use super::{Target, broken};

/// Bit masks against a byte at a time.
pub static MASKS: Target = Target { name: "masks", about: "bit masks against a byte at a time", run };

/// How many bytes a mask has a bit for.
const BLOCK: usize = 64;

/// What is asked of a byte, beside the two it is held against.
type Question = fn(u8, u8, u8) -> bool;

/// Each in words, in the order in which [`stages::masks`] answers.
const QUESTIONS: [(&str, Question); 7] = [
    ("is", |byte, one, _| byte == one),
    ("is either", |byte, one, other| byte == one || byte == other),
    ("is like", |byte, one, other| byte & other == one & other),
    ("is past", |byte, one, _| byte > one.min(u8::MAX - 1)),
    ("is between", |byte, one, other| (one..=other).contains(&byte)),
    ("is a letter", |byte, _, _| byte.is_ascii_alphabetic()),
    ("is beyond", |byte, _, _| !byte.is_ascii()),
];

/// The first three bytes choose the two that the others are held against, and what a text is filled up with.
fn run(bytes: &[u8]) -> Result<(), String> {
    let Some((&[one, other, filling], text)) = bytes.split_first_chunk() else { return Ok(()) };
    let [least, most] = stages::masks(text, one, other, filling);
    broken(least != most, || format!("({one:#x}, {other:#x}): {least:x?}, and by this processor {most:x?}"))?;
    for (at, masks) in least.iter().enumerate() {
        let byte = |bit: usize| text.get(at * BLOCK + bit).copied().unwrap_or(filling);
        for ((question, of), &mask) in QUESTIONS.iter().zip(masks) {
            let alone = (0..BLOCK).fold(0, |mask, bit| mask | u64::from(of(byte(bit), one, other)) << bit);
            broken(mask != alone, || {
                format!("{question} ({one:#x}, {other:#x}), block {at}: {mask:#x}, not {alone:#x}")
            })?;
        }
    }
    let blocks = least.len();
    broken(blocks * BLOCK <= text.len(), || format!("{blocks} blocks leave no filling behind {} bytes", text.len()))
}
