//! Escapes text of a source for HTML: none of it can be a tag, and none of it is invisible.

use std::fmt::Write as _;

/// Whether a character does something other than show: control characters, and those that hide or turn around what stands beside them.
/// The joiners are left alone: Persian, Hindi and emoji are spelled with them.
#[must_use]
pub fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn push_char(c: char, out: &mut String) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&#39;"),
        _ if is_unprintable(c) => {
            let _ = write!(out, "{}", c.escape_default());
        }
        _ => out.push(c),
    }
}

/// Text that may have several lines: line ends and tabs stay as they are.
pub(super) fn push_text(text: &str, out: &mut String) {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' | '\t' => out.push(c),
            '\r' if chars.peek() == Some(&'\n') => {}
            _ => push_char(c, out),
        }
    }
}

/// Appends text of one line, or in an attribute, as HTML: nothing of it can be a tag or end an attribute, and what is [unprintable](is_unprintable),
/// line ends among it, is escaped.
pub fn push_line(text: &str, out: &mut String) {
    text.chars().for_each(|c| push_char(c, out));
}

/// Text of a repair: white space is what it is about, and must be seen.
pub(super) fn push_visible(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            ' ' => out.push('␣'),
            '\n' => out.push('↵'),
            _ if c.is_whitespace() => {
                let _ = write!(out, "{}", c.escape_default());
            }
            _ => push_char(c, out),
        }
    }
}

/// The same for bytes; those that are not UTF-8 are `\xff`.
pub(super) fn push_visible_bytes(bytes: &[u8], out: &mut String) {
    for chunk in bytes.utf8_chunks() {
        push_visible(chunk.valid(), out);
        for byte in chunk.invalid() {
            let _ = write!(out, "\\x{byte:02x}");
        }
    }
}

/// The class of a layer, whatever its name is.
pub(super) fn class_name(layer: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    std::iter::once("layer-").flat_map(str::chars).chain(layer.chars().map(kept)).collect()
}
