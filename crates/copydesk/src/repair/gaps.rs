//! One pass over the text for every rule that looks at a space beside a mark.
//!
//! A rule of its own for each mark would read the text a dozen times. Here each byte is held once against what all of them look for, and
//! nothing branches, so that many bytes are held at a time: clean text has next to none of these places.

/// How many bytes are looked at together.
const BLOCK: usize = 32;

/// Where a mark stands that has a space too many or too few beside it, as far as four bytes show; in order. The mark's first byte is
/// named; for a quotation mark of which only what follows it tells, its last.
pub(super) fn scan(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let mut gaps = Vec::new();
    // The start and the end of the text are spaces as far as this goes.
    let mut edge = [b' '; BLOCK + 3];
    let first = bytes.len().min(BLOCK + 2);
    edge[1..=first].copy_from_slice(&bytes[..first]);
    push(&edge, 0, &mut gaps);
    let mut at = BLOCK;
    while at < bytes.len() {
        // The byte before the block, and two behind it.
        match bytes[at - 1..].first_chunk() {
            Some(window) => push(window, at, &mut gaps),
            None => {
                let rest = &bytes[at - 1..];
                edge = [b' '; BLOCK + 3];
                edge[..rest.len()].copy_from_slice(rest);
                push(&edge, at, &mut gaps);
            }
        }
        at += BLOCK;
    }
    gaps
}

/// Looks at the bytes of a block, of which the first stands at `from` in the text: `window` has the byte before it, and two behind it.
fn push(window: &[u8; BLOCK + 3], from: usize, gaps: &mut Vec<u32>) {
    let mut seen = [0; BLOCK];
    for (at, seen) in seen.iter_mut().enumerate() {
        *seen = gap(window[at], window[at + 1], window[at + 2], window[at + 3]);
    }
    let (eights, _) = seen.as_chunks::<8>();
    if eights.iter().fold(0, |any, eight| any | u64::from_le_bytes(*eight)) == 0 {
        return;
    }
    gaps.extend(seen.iter().enumerate().filter(|&(_, &seen)| seen != 0).map(|(at, _)| (from + at) as u32));
}

/// Whether the byte `m` may be such a mark, from the byte before it and the two behind: all bits of a byte, or none.
///
/// Comparisons are of signed bytes where they can be, which takes one instruction and not two; what is not ASCII is below zero then.
const fn gap(p: u8, m: u8, n: u8, t: u8) -> u8 {
    let (before, mark, next, third) = (p as i8, m as i8, n as i8, t as i8);
    let (space, apart, word) = (mask(p == b' '), mask(n == b' '), mask(next > 0x40));
    // A stop, a comma, a straight quotation mark, a bracket, with a space before it and no word behind.
    let stop = mask(mark > 0x20) & mask(mark < 0x30) | mask(mark > 0x39) & mask(mark < 0x40);
    // A hyphen or an apostrophe (0x2d, 0x27; also two that are rare) before a word.
    let joining = word & mask(m & 0xf5 == 0x25);
    // The first byte of `’` and `”`, which end in 0x99 and 0x9d.
    let closing = mask(m == 0xe2) & mask(t | 4 == 0x9d);
    let spaced = space & (stop & mask(n < b'0') | joining | closing);
    // The last byte of `‘` and `“` before a space.
    let opening = apart & mask(m | 4 == 0x9c);
    // A comma, a bracket or the last byte of `”` before a word.
    let glued = word & (mask(m == b',') | mask(m == b')') | mask(m == 0x9d));
    // A comma (0x2c) or a point (0x2e) behind a figure, a space, and another one or a figure.
    let figures =
        mask(before > 0x2f) & mask(before < 0x3a) & (mask(t == b' ') | mask(third > 0x2f) & mask(third < 0x3a));
    let figure = figures & mask(m & 0xfd == b',') & apart;
    spaced | opening | glued | figure
}

const fn mask(is: bool) -> u8 {
    (is as u8).wrapping_neg()
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
    fn the_last_place_is_seen_whatever_the_length() {
        for length in 0..4 * BLOCK {
            let text = format!("{} .", "x".repeat(length));
            assert_eq!(seen_at(&text), [length + 1], "{length}");
        }
    }

    fn seen_at(text: &str) -> Vec<usize> {
        scan(text).into_iter().map(|at| at as usize).collect()
    }

    #[test]
    fn clean_text_has_none() {
        let text =
            "“It is,” she said, “the town’s (old) yard: well-kept, at £30,000.” A ‘quay’! Is it? \"Yes.\"\n\n(Or no.)";
        assert!(scan(text).is_empty(), "{:?}", scan(text));
    }
}
