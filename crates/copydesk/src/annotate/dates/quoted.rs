//! Whether an expression stands inside a quotation. Then its tense is that of a verb of the speaker's, and not of the `said` outside.

/// How many bytes are searched back for the mark that opens.
const BACK: usize = 400;

/// Where the quotation begins that `at` stands in: the place behind its mark. Single marks count only if they cannot be apostrophes.
pub(super) fn opening(bytes: &[u8], at: usize) -> Option<usize> {
    let first = at.saturating_sub(BACK);
    let mut place = at;
    while place > first {
        place -= 1;
        match mark(bytes, place) {
            Some(Mark::Opens(end)) => return Some(end),
            Some(Mark::Closes) => return None,
            None => {}
        }
    }
    None
}

/// Whether a mark at `at` closes a quotation.
pub(super) fn closes(bytes: &[u8], at: usize) -> bool {
    matches!(mark(bytes, at), Some(Mark::Closes))
}

enum Mark {
    /// It opens a quotation; the mark ends here.
    Opens(usize),
    Closes,
}

fn mark(bytes: &[u8], at: usize) -> Option<Mark> {
    let is_free = || at == 0 || bytes[at - 1].is_ascii_whitespace() || matches!(bytes[at - 1], b'(' | b'[');
    let before = |end: usize| bytes.get(end).is_some_and(|byte| !byte.is_ascii_whitespace());
    let letter = |end: usize| bytes.get(end).is_some_and(u8::is_ascii_alphabetic);
    match bytes[at..] {
        [b'"', ..] if is_free() && before(at + 1) => Some(Mark::Opens(at + 1)),
        [b'"', ..] => Some(Mark::Closes),
        [0xe2, 0x80, 0x9c, ..] => Some(Mark::Opens(at + 3)),
        [0xe2, 0x80, 0x9d, ..] => Some(Mark::Closes),
        [b'\'', ..] if is_free() && letter(at + 1) => Some(Mark::Opens(at + 1)),
        [0xe2, 0x80, 0x98, ..] if is_free() && letter(at + 3) => Some(Mark::Opens(at + 3)),
        [b'\'', ..] if !is_free() && !letter(at + 1) => Some(Mark::Closes),
        [0xe2, 0x80, 0x99, ..] if !is_free() && !letter(at + 3) => Some(Mark::Closes),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_stands_behind_the_mark_that_opens() {
        for text in
            ["He said: \"We'll go on Friday", "“We’ll go on Friday", "'They don't know on Friday", "(“On Friday"]
        {
            assert!(opening(text.as_bytes(), text.len() - 6).is_some(), "{text}");
        }
        for text in
            ["\"We'll go,\" he said on Friday", "“No,” he said Friday", "the players' day, Friday", "don't on Friday"]
        {
            assert!(opening(text.as_bytes(), text.len() - 6).is_none(), "{text}");
        }
    }
}
