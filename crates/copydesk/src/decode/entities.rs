//! Character references: `&amp;`, `&#8212;`, `&#x2014;`.

/// The longest reference, with its signs.
const LONGEST: usize = 12;

/// The reference that the text begins with: its length in bytes, and the character that it stands for.
pub(super) fn read(text: &str) -> Option<(usize, char)> {
    let inner = text.strip_prefix('&')?;
    let end = inner.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = &inner[..end];
    let found = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => named(name)?,
    };
    Some((end + 2, found))
}

/// `8212`, `x2014`.
fn numbered(number: &str) -> Option<char> {
    let (digits, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |digits| (digits, 16));
    // A sign before the digits is none of the number's.
    let code = digits.bytes().all(|byte| byte.is_ascii_alphanumeric()).then(|| u32::from_str_radix(digits, radix));
    char::from_u32(code?.ok()?).filter(|&found| found != '\0')
}

/// The five that XML has.
fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read() {
        assert_eq!(read("&amp;c."), Some((5, '&')));
        assert_eq!(read("&#8212;x"), Some((7, '—')));
        assert_eq!(read("&#x2014;"), Some((8, '—')));
        for text in
            ["&", "&;", "&amp", "& amp;", "&#;", "&#x;", "&#0;", "&#xd800;", "&#+65;", "&é;", "amp;", "&nothing;"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
