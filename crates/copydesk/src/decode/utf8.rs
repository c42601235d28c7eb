//! # encoding
//!
//! **Sees** bytes that are not UTF-8. Also the byte order mark that some programs put before it.
//!
//! **Does** put U+FFFD, the replacement character, in the place of each ill-formed sequence, as the WHATWG and Unicode practice of
//! maximal subparts has it, and leaves a note for each run of them. Takes the mark at the start of the source out of the text: it says
//! how the bytes are to be read and is no character of the article; left in, it would hide a masthead, a headline or a byline. The bytes
//! stay in the record of the repair.
//!
//! **Leaves alone** everything else that is valid UTF-8, whatever it says: wrongly decoded text (`wonâ€™t`) is content.
//!
//! **Evidence** is the bytes themselves; the rule is `safe` and is never switched off, because text must be characters.

use std::borrow::Cow;

use super::{DecodeEdit, Decoded};

/// The byte order mark in UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The bytes as UTF-8.
pub(crate) fn decode(bytes: &[u8]) -> Decoded<'_> {
    let mut edits = Vec::new();
    let marked = bytes.strip_prefix(MARK);
    if marked.is_some() {
        edits.push(DecodeEdit { source: 0..MARK.len() as u32, text: 0..0 });
    }
    let rest = marked.unwrap_or(bytes);
    if let Ok(text) = simdutf8::basic::from_utf8(rest) {
        return Decoded { text: Cow::Borrowed(text), edits };
    }
    let mut text = String::with_capacity(rest.len() + rest.len() / 8);
    let mut at = (bytes.len() - rest.len()) as u32;
    for chunk in rest.utf8_chunks() {
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

    #[test]
    fn a_mark_before_the_text_is_no_text() {
        let decoded = decode(b"\xef\xbb\xbfcaf\xe9 \xef\xbb\xbf");
        assert_eq!(decoded.text, "caf\u{fffd} \u{feff}");
        assert_eq!(decoded.edits, [DecodeEdit { source: 0..3, text: 0..0 }, DecodeEdit { source: 6..7, text: 3..6 }]);
    }
}
