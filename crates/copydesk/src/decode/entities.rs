//! Character references: `&amp;`, `&#8212;`, `&#x2014;`.

/// The longest reference, with its signs.
const LONGEST: usize = 12;

/// The reference that the text begins with: its length in bytes, and the character that it stands for.
pub(crate) fn read(text: &str) -> Option<(usize, char)> {
    let (length, found) = after_ampersand(text.strip_prefix('&')?)?;
    Some((length + 1, found))
}

/// The same for what stands after its ampersand.
pub(crate) fn after_ampersand(inner: &str) -> Option<(usize, char)> {
    let end = inner.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = &inner[..end];
    let found = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => named(name)?,
    };
    Some((end + 1, found))
}

/// `8212`, `x2014`.
fn numbered(number: &str) -> Option<char> {
    let (digits, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |digits| (digits, 16));
    // A sign before the digits is none of the number's.
    let code = digits.bytes().all(|byte| byte.is_ascii_alphanumeric()).then(|| u32::from_str_radix(digits, radix));
    code_point(code?.ok()?)
}

/// The character of a number.
pub(crate) fn code_point(code: u32) -> Option<char> {
    match code {
        0 => None,
        code @ 0x80..=0x9f => WINDOWS.get(code as usize - 0x80).copied(),
        code => char::from_u32(code),
    }
}

/// The character of a name, which is compared as it is written: `&Uuml;` is not `&uuml;`.
fn named(name: &str) -> Option<char> {
    NAMES.binary_search_by_key(&name, |&(name, _)| name).ok().map(|at| NAMES[at].1)
}

/// The five that XML has, and those of HTML that newspapers use: letters, quotes and dashes, spaces, signs, currencies.
#[rustfmt::skip]
const NAMES: &[(&str, char)] = &[
    ("AElig", 'Æ'), ("Aacute", 'Á'), ("Abreve", 'Ă'), ("Acirc", 'Â'), ("Agrave", 'À'), ("Aring", 'Å'),
    ("Atilde", 'Ã'), ("Auml", 'Ä'), ("Ccaron", 'Č'), ("Ccedil", 'Ç'), ("Dagger", '‡'), ("ETH", 'Ð'), ("Eacute", 'É'),
    ("Ecirc", 'Ê'), ("Egrave", 'È'), ("Euml", 'Ë'), ("Iacute", 'Í'), ("Icirc", 'Î'), ("Idot", 'İ'), ("Igrave", 'Ì'),
    ("Iuml", 'Ï'), ("Lstrok", 'Ł'), ("Ntilde", 'Ñ'), ("OElig", 'Œ'), ("Oacute", 'Ó'), ("Ocirc", 'Ô'), ("Ograve", 'Ò'),
    ("Oslash", 'Ø'), ("Otilde", 'Õ'), ("Ouml", 'Ö'), ("Prime", '″'), ("Scaron", 'Š'), ("THORN", 'Þ'), ("Uacute", 'Ú'),
    ("Ucirc", 'Û'), ("Ugrave", 'Ù'), ("Uuml", 'Ü'), ("Yacute", 'Ý'), ("Yuml", 'Ÿ'), ("Zcaron", 'Ž'), ("aacute", 'á'),
    ("abreve", 'ă'), ("acirc", 'â'), ("acute", '´'), ("aelig", 'æ'), ("agrave", 'à'), ("amp", '&'), ("aogon", 'ą'),
    ("apos", '\''), ("aring", 'å'), ("ast", '*'), ("asymp", '≈'), ("atilde", 'ã'), ("auml", 'ä'), ("bdquo", '„'),
    ("brvbar", '¦'), ("bsol", '\\'), ("bull", '•'), ("cacute", 'ć'), ("ccaron", 'č'), ("ccedil", 'ç'), ("cedil", '¸'),
    ("cent", '¢'), ("check", '✓'), ("circ", 'ˆ'), ("colon", ':'), ("comma", ','), ("commat", '@'), ("copy", '©'),
    ("curren", '¤'), ("dagger", '†'), ("darr", '↓'), ("deg", '°'), ("divide", '÷'), ("dollar", '$'), ("eacute", 'é'),
    ("ecirc", 'ê'), ("egrave", 'è'), ("emsp", '\u{2003}'), ("ensp", '\u{2002}'), ("eogon", 'ę'), ("equals", '='),
    ("eth", 'ð'), ("euml", 'ë'), ("euro", '€'), ("excl", '!'), ("fnof", 'ƒ'), ("frac12", '½'), ("frac14", '¼'),
    ("frac34", '¾'), ("gbreve", 'ğ'), ("ge", '≥'), ("gt", '>'), ("hairsp", '\u{200a}'), ("harr", '↔'),
    ("hellip", '…'), ("horbar", '―'), ("iacute", 'í'), ("icirc", 'î'), ("iexcl", '¡'), ("igrave", 'ì'),
    ("infin", '∞'), ("inodot", 'ı'), ("iquest", '¿'), ("iuml", 'ï'), ("laquo", '«'), ("larr", '←'), ("lcub", '{'),
    ("ldquo", '“'), ("le", '≤'), ("lowast", '∗'), ("lowbar", '_'), ("loz", '◊'), ("lpar", '('), ("lrm", '\u{200e}'),
    ("lsaquo", '‹'), ("lsqb", '['), ("lsquo", '‘'), ("lstrok", 'ł'), ("lt", '<'), ("macr", '¯'), ("mdash", '—'),
    ("micro", 'µ'), ("middot", '·'), ("minus", '−'), ("nacute", 'ń'), ("nbsp", '\u{a0}'), ("ndash", '–'), ("ne", '≠'),
    ("not", '¬'), ("ntilde", 'ñ'), ("num", '#'), ("numsp", '\u{2007}'), ("oacute", 'ó'), ("ocirc", 'ô'),
    ("oelig", 'œ'), ("ograve", 'ò'), ("ordf", 'ª'), ("ordm", 'º'), ("oslash", 'ø'), ("otilde", 'õ'), ("ouml", 'ö'),
    ("para", '¶'), ("percnt", '%'), ("period", '.'), ("permil", '‰'), ("plus", '+'), ("plusmn", '±'), ("pound", '£'),
    ("prime", '′'), ("quest", '?'), ("quot", '"'), ("radic", '√'), ("raquo", '»'), ("rarr", '→'), ("rcub", '}'),
    ("rdquo", '”'), ("reg", '®'), ("rlm", '\u{200f}'), ("rpar", ')'), ("rsaquo", '›'), ("rsqb", ']'), ("rsquo", '’'),
    ("rsquor", '’'), ("sacute", 'ś'), ("sbquo", '‚'), ("scaron", 'š'), ("scedil", 'ş'), ("sect", '§'), ("semi", ';'),
    ("shy", '\u{ad}'), ("sol", '/'), ("star", '☆'), ("sum", '∑'), ("sup1", '¹'), ("sup2", '²'), ("sup3", '³'),
    ("szlig", 'ß'), ("thinsp", '\u{2009}'), ("thorn", 'þ'), ("tilde", '˜'), ("times", '×'), ("trade", '™'),
    ("uacute", 'ú'), ("uarr", '↑'), ("ucirc", 'û'), ("ugrave", 'ù'), ("uml", '¨'), ("uuml", 'ü'), ("verbar", '|'),
    ("yacute", 'ý'), ("yen", '¥'), ("yuml", 'ÿ'), ("zacute", 'ź'), ("zcaron", 'ž'), ("zdot", 'ż'),
    ("zwj", '\u{200d}'), ("zwnj", '\u{200c}'),
];

/// What pages mean by the numbers 128 to 159, which are controls: the characters of Windows-1252.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_in_order() {
        assert!(NAMES.is_sorted_by(|one, other| one.0 < other.0));
    }

    #[test]
    fn references_are_read() {
        assert_eq!(read("&amp;c."), Some((5, '&')));
        assert_eq!(read("&#8212;x"), Some((7, '—')));
        assert_eq!(read("&#x2014;"), Some((8, '—')));
        assert_eq!(read("&#146;s"), Some((6, '’')));
        assert_eq!(read("&Ouml;"), Some((6, 'Ö')));
        assert_eq!(read("&nbsp;"), Some((6, '\u{a0}')));
        for text in
            ["&", "&;", "&amp", "& amp;", "&#;", "&#x;", "&#0;", "&#xd800;", "&#+65;", "&é;", "amp;", "&nothing;"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
