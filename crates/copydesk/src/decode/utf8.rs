//! # encoding
//!
//! **Sees** bytes that are not UTF-8.
//!
//! **Does** put U+FFFD, the replacement character, in the place of each ill-formed sequence, as the WHATWG and Unicode practice of
//! maximal subparts has it, and leaves a note for each run of them. The bytes stay in the record of the repair.
//!
//! **Leaves alone** everything that is valid UTF-8, whatever it says: wrongly decoded text (`wonâ€™t`) is content.
//!
//! **Evidence** is the bytes themselves; the rule is `safe` and is never switched off, because text must be characters.

use std::borrow::Cow;

use super::{DecodeEdit, Decoded};

/// The bytes as UTF-8.
pub(crate) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return Decoded { text: Cow::Borrowed(text), edits: Vec::new() };
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut edits = Vec::new();
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        at += chunk.valid().len() as u32;
        if !chunk.invalid().is_empty() {
            let start = text.len() as u32;
            text.push(char::REPLACEMENT_CHARACTER);
            let end = at + chunk.invalid().len() as u32;
            edits.push(DecodeEdit { source: at..end, text: start..text.len() as u32 });
            at = end;
        }
    }
    Decoded { text: Cow::Owned(text), edits }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_ill_formed_sequence_becomes_one_character() {
        let decoded = decode(b"caf\xe9 \xf0\x9f\x98 ok");
        assert_eq!(decoded.text, "caf\u{fffd} \u{fffd} ok");
        assert_eq!(decoded.edits, [DecodeEdit { source: 3..4, text: 3..6 }, DecodeEdit { source: 5..8, text: 7..10 }]);
    }
}
