//! How bytes and differences are written in pages and reports.

use anyhow::{Context, Result, bail};

/// A string in quotes, on one line: line ends, tabs, quotes and what is not printable are escaped.
pub(super) fn quoted(bytes: &[u8]) -> String {
    format!("\"{}\"", escape(bytes).replace('"', "\\\""))
}

/// Bytes on one line: `\n`, `\r`, `\t`, `\\`, `\u{…}` for invisible characters, `\xHH` for bytes that are not UTF-8.
pub(super) fn escape(bytes: &[u8]) -> String {
    let mut shown = String::new();
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '\\' => shown.push_str("\\\\"),
                '\n' => shown.push_str("\\n"),
                '\r' => shown.push_str("\\r"),
                '\t' => shown.push_str("\\t"),
                ' ' => shown.push(' '),
                c if c.is_control() || c.is_whitespace() || is_invisible(c) => {
                    shown.push_str(&format!("\\u{{{:x}}}", c as u32));
                }
                c => shown.push(c),
            }
        }
        for byte in chunk.invalid() {
            shown.push_str(&format!("\\x{byte:02x}"));
        }
    }
    shown
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// The bytes that were written with [`escape`]. A line feed at the end of an `escaped` line is one too.
pub(super) fn unescape(written: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut rest = written;
    while let Some(at) = rest.find('\\') {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        rest = &rest[at + 1..];
        let mut chars = rest.chars();
        let used = match chars.next() {
            Some('n') => plain(&mut bytes, b'\n'),
            Some('r') => plain(&mut bytes, b'\r'),
            Some('t') => plain(&mut bytes, b'\t'),
            Some('\\') => plain(&mut bytes, b'\\'),
            Some('"') => plain(&mut bytes, b'"'),
            Some('x') => {
                let digits = rest.get(1..3).context("`\\x` needs two digits")?;
                bytes.push(u8::from_str_radix(digits, 16)?);
                3
            }
            Some('u') => {
                let end = rest.find('}').context("`\\u{` has no end")?;
                let digits = rest.get(2..end).context("`\\u` needs `{…}`")?;
                let c = char::from_u32(u32::from_str_radix(digits, 16)?).context("no such character")?;
                bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                end + 1
            }
            other => bail!("no escape `\\{}`", other.map_or(String::new(), String::from)),
        };
        rest = &rest[used..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    Ok(bytes)
}

fn plain(bytes: &mut Vec<u8>, byte: u8) -> usize {
    bytes.push(byte);
    1
}

/// What differs between two lists of lines: `-` expected, `+` found; lines that agree are shown as they are, long runs of them cut.
pub(super) fn diff(expected: &[String], found: &[String]) -> String {
    let same = |i: usize, j: usize| expected[i] == found[j];
    // The table of longest common subsequences: the lists are examples, a few dozen lines.
    let mut table = vec![vec![0_u32; found.len() + 1]; expected.len() + 1];
    for i in (0..expected.len()).rev() {
        for j in (0..found.len()).rev() {
            table[i][j] = if same(i, j) { table[i + 1][j + 1] + 1 } else { table[i + 1][j].max(table[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut lines: Vec<String> = Vec::new();
    while i < expected.len() || j < found.len() {
        if i < expected.len() && j < found.len() && same(i, j) {
            lines.push(format!("  {}", expected[i]));
            (i, j) = (i + 1, j + 1);
        } else if i < expected.len() && (j == found.len() || table[i + 1][j] >= table[i][j + 1]) {
            lines.push(format!("- {}", expected[i]));
            i += 1;
        } else {
            lines.push(format!("+ {}", found[j]));
            j += 1;
        }
    }
    let near = |index: usize| {
        let around = &lines[index.saturating_sub(2)..(index + 3).min(lines.len())];
        around.iter().any(|line| !line.starts_with("  "))
    };
    let shown: Vec<&str> =
        lines.iter().enumerate().filter(|(index, _)| near(*index)).map(|(_, line)| line.as_str()).collect();
    shown.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_read_back() {
        let bytes = b"a\r\n\xe9\t\\ \"\xc2\xa0\xef\xbb\xbfz";
        assert_eq!(escape(bytes), "a\\r\\n\\xe9\\t\\\\ \"\\u{a0}\\u{feff}z");
        assert_eq!(unescape(&escape(bytes)).unwrap(), bytes);
        assert!(unescape("\\q").is_err() && unescape("\\x4").is_err() && unescape("\\u{110000}").is_err());
    }

    #[test]
    fn a_difference_is_shown_with_its_neighbours() {
        let lines = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(diff(&lines("a b c d e f"), &lines("a b c d x f")), "  c\n  d\n- e\n+ x\n  f");
    }
}
