//! The marks that list items begin with.

/// What an item begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Bullet(char),
    /// A dash and how many of it.
    Dash(&'static str),
    /// A number with the sign behind it.
    Number(u32, char),
    /// A letter in brackets, as its place in the alphabet.
    Letter(u8, char),
}

impl Mark {
    /// Whether an item with this mark may be followed by one with `next`.
    pub(super) fn is_followed_by(self, next: Self) -> bool {
        match (self, next) {
            (Self::Number(number, sign), Self::Number(after, same)) => {
                after.checked_sub(1) == Some(number) && sign == same
            }
            (Self::Letter(letter, sign), Self::Letter(after, same)) => after == letter + 1 && sign == same,
            _ => self == next,
        }
    }
}

const BULLETS: [char; 10] = ['•', '●', '■', '▪', '◦', '·', '*', '►', '➤', '✓'];
const DASHES: [&str; 4] = ["--", "-", "–", "—"];

/// The mark of a row, if there is text behind it.
pub(super) fn mark(content: &str) -> Option<Mark> {
    // How nearly every row begins: with a word.
    if let [first, second, ..] = content.as_bytes()
        && first.is_ascii_alphabetic()
        && *second != b')'
    {
        return None;
    }
    let first = content.chars().next()?;
    if BULLETS.contains(&first) {
        let rest = &content[first.len_utf8()..];
        // `**bold**` and a rule of stars are no items.
        return rest.trim_start().starts_with(|c: char| !BULLETS.contains(&c)).then_some(Mark::Bullet(first));
    }
    if let Some(dash) = DASHES.into_iter().find(|dash| content.starts_with(dash)) {
        // `-10 C` is a figure; `- 10 C` is an item.
        let rest = &content[dash.len()..];
        let spoken = |c: char| c.is_alphabetic() || matches!(c, '"' | '“' | '$' | ' ' | '\u{a0}');
        return rest.starts_with(spoken).then_some(Mark::Dash(dash));
    }
    if first.is_ascii_digit() { numbered(content) } else { lettered(content) }
}

/// The bullet or dash that an item begins with.
pub(crate) fn bullet(content: &str) -> Option<&str> {
    match mark(content)? {
        Mark::Bullet(bullet) => Some(&content[..bullet.len_utf8()]),
        Mark::Dash(dash) => Some(dash),
        Mark::Number(..) | Mark::Letter(..) => None,
    }
}

/// `1.`, `1)`, `1:`, `1 –`: at most three digits, so that a year is none.
fn numbered(content: &str) -> Option<Mark> {
    let digits = content.bytes().take_while(u8::is_ascii_digit).take(4).count();
    if digits > 3 {
        return None;
    }
    let number = content[..digits].parse().ok()?;
    let rest = &content[digits..];
    let mut chars = rest.trim_start_matches(' ').chars();
    let sign = chars.next()?;
    let spaced = rest.starts_with(' ');
    let next = chars.next()?;
    let known = match sign {
        '.' | ')' | ':' => !spaced && !next.is_ascii_digit(),
        '-' | '–' | '—' => spaced && next == ' ',
        _ => false,
    };
    known.then_some(Mark::Number(number, sign))
}

/// `(a)`, `a)`.
fn lettered(content: &str) -> Option<Mark> {
    let (sign, rest) = match content.strip_prefix('(') {
        Some(rest) => ('(', rest),
        None => (')', content),
    };
    let [letter, b')', b' ', ..] = rest.as_bytes() else { return None };
    letter.is_ascii_alphabetic().then(|| Mark::Letter(letter.to_ascii_lowercase() - b'a', sign))
}
