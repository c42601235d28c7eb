//! What cannot be seen, made visible: `␣`, `↵`, `U+00AD`.

use std::fmt::Write as _;

use copydesk::write::is_unprintable;

/// Text that was or is there: every character of it can be seen.
pub(crate) fn visible(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            ' ' => out.push('␣'),
            '\n' => out.push('↵'),
            c if c.is_whitespace() || is_joiner(c) => name(c, &mut out),
            c => push_shown(c, &mut out),
        }
    }
    out
}

/// Bytes that were there; those that are not UTF-8 as `\xff`.
pub(crate) fn visible_bytes(bytes: &[u8]) -> String {
    let mut out = String::new();
    for chunk in bytes.utf8_chunks() {
        out.push_str(&visible(chunk.valid()));
        chunk.invalid().iter().for_each(|byte| _ = write!(out, "\\x{byte:02x}"));
    }
    out
}

/// The words around: spaces are spaces.
pub(crate) fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_shown(c, &mut out));
    out
}

fn push_shown(c: char, out: &mut String) {
    if is_unprintable(c) { name(c, out) } else { out.push(c) }
}

fn name(c: char, out: &mut String) {
    let _ = write!(out, "U+{:04X}", u32::from(c));
}

/// Characters that join or part those beside them, and ones that choose a form.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{34f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_invisible() {
        assert_eq!(visible("- \n\u{ad}\u{a0}\t\r\u{200d}é\u{1b}"), "-␣↵U+00ADU+00A0U+0009U+000DU+200DéU+001B");
        assert_eq!(visible_bytes(b"caf\xe9 "), "caf\\xe9␣");
        assert_eq!(shown("a b\u{200b}c"), "a bU+200Bc");
    }
}
