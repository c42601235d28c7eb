//! Lines: cut points at `\n`, `\r\n` and a lone `\r`.

use memchr::memchr2;

/// Where the lines of `text` start. Empty text has no lines; text after the last line end is a line too.
///
/// Other Unicode line separators stay inside a line: flattened news text uses them as stray characters, not as line ends.
pub(crate) fn starts(text: &[u8]) -> Vec<u32> {
    let mut starts = Vec::with_capacity(text.len() / 64 + 1);
    if text.is_empty() {
        return starts;
    }
    starts.push(0);
    let mut at = 0;
    while let Some(next) = memchr2(b'\n', b'\r', &text[at..]) {
        at += next;
        // One line end after the other, as between paragraphs, is not searched for.
        while let Some(end @ (b'\n' | b'\r')) = text.get(at) {
            at += 1;
            if *end == b'\r' && text.get(at) == Some(&b'\n') {
                at += 1;
            }
            if at < text.len() {
                starts.push(at as u32);
            }
        }
    }
    starts
}

/// The lines of `text` without their ends, as [`starts`] has them, each looked for when it is asked for. `str::lines` knows no lone `\r`.
pub(crate) fn of(text: &str) -> impl Iterator<Item = &str> {
    inclusive(text).map(|line| line.trim_end_matches(['\n', '\r']))
}

/// The same with their ends.
pub(crate) fn inclusive(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let bytes = rest.as_bytes();
        let end = match memchr2(b'\n', b'\r', bytes) {
            Some(at) if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') => at + 2,
            Some(at) => at + 1,
            None if rest.is_empty() => return None,
            None => rest.len(),
        };
        let (line, after) = rest.split_at(end);
        rest = after;
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_three_ways() {
        for text in ["", "one", "one\ntwo", "one\r\n\r\ntwo\r", "one\rtwo\n\rthree\n"] {
            let mut at = 0;
            for (line, start) in inclusive(text).zip(starts(text.as_bytes())) {
                assert_eq!(at, start as usize);
                at += line.len();
            }
            assert_eq!((at, inclusive(text).count()), (text.len(), starts(text.as_bytes()).len()));
        }
        assert_eq!(of("one\r\n\r\ntwo\rthree").collect::<Vec<_>>(), ["one", "", "two", "three"]);
    }
}
