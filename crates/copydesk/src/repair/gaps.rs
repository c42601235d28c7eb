//! One pass over the text for every rule that looks at a space beside a mark.
//!
//! A rule of its own for each mark would read the text a dozen times. Here each byte is held once against what all of them look for, and
//! nothing branches, so that many bytes are held at a time: clean text has next to none of these places.

/// How many bytes are looked at together. Figures and dashes of clean text stop the pass some ten times an article; then these many are
/// looked at one by one.
const BLOCK: usize = 32;

/// Where a mark stands that has a space too many or too few beside it, as far as four bytes show; in order. The mark's first byte is
/// named; for a quotation mark of which only what follows it tells, its last.
pub(super) fn scan(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let mut gaps = Vec::new();
    let mut at = 1.min(bytes.len());
    push(bytes, 0, at, &mut gaps);
    // The byte before the block, and two behind it.
    while let Some(window) = bytes[at.saturating_sub(1)..].first_chunk::<{ BLOCK + 3 }>() {
        let mut any = 0;
        for place in 0..BLOCK {
            any |= u8::from(is_gap(window[place], window[place + 1], window[place + 2], window[place + 3]));
        }
        if any != 0 {
            push(bytes, at, at + BLOCK, &mut gaps);
        }
        at += BLOCK;
    }
    push(bytes, at, bytes.len(), &mut gaps);
    gaps
}

fn push(bytes: &[u8], from: usize, to: usize, gaps: &mut Vec<u32>) {
    // The start and the end of the text are spaces as far as this goes.
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(b' ');
    for (at, &mark) in bytes.iter().enumerate().take(to).skip(from) {
        // Most bytes are no marks.
        let may_be = matches!(mark, b'!'..=b'/' | b':'..=b'?' | 0xe2 | 0x98 | 0x9c | 0x9d);
        if may_be && is_gap(at.checked_sub(1).map_or(b' ', byte), mark, byte(at + 1), byte(at + 2)) {
            gaps.push(at as u32);
        }
    }
}

/// Whether the byte `m` may be such a mark, from the byte before it and the two behind.
///
/// Comparisons are of signed bytes where they can be, which takes one instruction and not two; what is not ASCII is below zero then.
const fn is_gap(p: u8, m: u8, n: u8, t: u8) -> bool {
    let (mark, next) = (m as i8, n as i8);
    let word = next > 0x40;
    // A stop, a comma, a straight quotation mark, a bracket, with a space before it and no word behind.
    let stop = ((mark > 0x20) & (mark < 0x30)) | ((mark > 0x39) & (mark < 0x40));
    // A hyphen or an apostrophe (0x2d, 0x27; also two that are rare) before a word.
    let joining = word & (m & 0xf5 == 0x25);
    // The first byte of `’` and `”`, which end in 0x99 and 0x9d.
    let closing = (m == 0xe2) & (t | 4 == 0x9d);
    let spaced = (p == b' ') & ((stop & (n < b'0')) | joining | closing);
    // The last byte of `‘` and `“` before a space.
    let opening = (n == b' ') & (m | 4 == 0x9c);
    // A comma, a bracket or the last byte of `”` before a word.
    let glued = word & ((m == b',') | (m == b')') | (m == 0x9d));
    // A comma (0x2c) or a point (0x2e) behind a figure, a space, and another one or a figure.
    let figures = (p.wrapping_sub(b'0') < 10) & ((t == b' ') | (t.wrapping_sub(b'0') < 10));
    let figure = figures & (m & 0xfd == b',') & (n == b' ');
    spaced | opening | glued | figure
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen() {
        let seen = |text: &str| scan(text).into_iter().map(|at| at as usize).collect::<Vec<_>>();
        for (text, mark) in [
            ("a yard , b", ","),
            ("a yard .", "."),
            ("the set -top box", "-"),
            ("the town 's quay", "'"),
            ("the town ’s quay", "’"),
            ("a yard ” b", "”"),
            ("a \" yard", "\""),
            ("a yard \".", "\""),
            ("a yard,which", ","),
            ("(a yard)which", ")"),
            ("for £30, 000 b", ","),
            ("for £3.  5 b", "."),
        ] {
            assert_eq!(seen(text), [text.find(mark).unwrap()], "{text}");
            // Wherever it stands in a block.
            for shift in 0..2 * BLOCK {
                let text = format!("{}{text}", "x".repeat(shift));
                let at = text.rfind(mark).unwrap();
                assert_eq!(seen(&text), [at], "{text}");
            }
        }
        assert_eq!(seen("“ yard"), [2]);
        assert_eq!(seen("“yard”which"), [9]);
    }

    #[test]
    fn clean_text_has_none() {
        let text =
            "“It is,” she said, “the town’s (old) yard: well-kept, at £30,000.” A ‘quay’! Is it? \"Yes.\"\n\n(Or no.)";
        assert!(scan(text).is_empty(), "{:?}", scan(text));
    }
}
