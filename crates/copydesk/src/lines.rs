//! Lines: cut points at `\n`, `\r\n` and a lone `\r`.

use memchr::memchr2_iter;

/// Where the lines of `text` start. Empty text has no lines; text after the last line end is a line too.
///
/// Other Unicode line separators stay inside a line: flattened news text uses them as stray characters, not as line ends.
pub(crate) fn starts(text: &[u8]) -> Vec<u32> {
    let mut starts = Vec::with_capacity(text.len() / 64 + 1);
    if text.is_empty() {
        return starts;
    }
    starts.push(0);
    for at in memchr2_iter(b'\n', b'\r', text) {
        let pair = text[at] == b'\r' && text.get(at + 1) == Some(&b'\n');
        if !pair && at + 1 < text.len() {
            starts.push(at as u32 + 1);
        }
    }
    starts
}
