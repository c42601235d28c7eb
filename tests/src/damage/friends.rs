//! False friends: what looks like damage in a clean text and is none.

/// The shape of a false friend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// `short- and`: the second half is still to come.
    Suspended,
    /// `nationals- although`: any other space after a hyphen that ends a word.
    HyphenSpace,
    /// `goods and -services`: a space before a hyphen that begins a word.
    SpaceHyphen,
    /// ` - `, ` -- `, ` – `, ` — `.
    Dash,
    /// `R$ 309`: a space between a currency sign and a figure.
    CurrencySpace,
    /// `( x`, `[ x`, `x )`.
    BracketSpace,
    /// `October 3, 118`: figures apart.
    Figures,
    /// `18 -14`: a minus sign, or a figure range with spaces.
    Minus,
    /// A block without an end stop, followed by another.
    OpenBlock,
}

impl Shape {
    /// Every shape, in order.
    pub const ALL: [Self; 9] = [
        Self::Suspended,
        Self::HyphenSpace,
        Self::SpaceHyphen,
        Self::Dash,
        Self::CurrencySpace,
        Self::BracketSpace,
        Self::Figures,
        Self::Minus,
        Self::OpenBlock,
    ];

    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Suspended => "suspended hyphen",
            Self::HyphenSpace => "other x- y",
            Self::SpaceHyphen => "x -y",
            Self::Dash => "spaced dash",
            Self::CurrencySpace => "spaced currency",
            Self::BracketSpace => "spaced bracket",
            Self::Figures => "figures apart",
            Self::Minus => "minus, range",
            Self::OpenBlock => "open block end",
        }
    }
}

/// A false friend: the white space that must stay.
#[derive(Clone, Copy, Debug)]
pub struct Friend {
    /// Its shape.
    pub shape: Shape,
    /// Where the white space starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// Words after which the second half of a suspended compound comes: what real text showed, in the languages of the false friends.
const JOINING: [&str; 26] = [
    "als", "and", "auch", "bis", "but", "bzw", "bzw.", "dan", "e", "en", "et", "noch", "nor", "o", "oder", "of", "or",
    "ou", "rather", "sowie", "statt", "through", "to", "tot", "und", "y",
];

/// Every false friend of a text, taking it for clean, in order of place.
#[must_use]
pub fn friends(text: &str) -> Vec<Friend> {
    let bytes = text.as_bytes();
    let mut friends = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_whitespace() {
            at += 1;
        }
        if start > 0 && at < bytes.len() {
            friends.extend(shape(text, start, at).map(|shape| Friend { shape, start, end: at }));
        }
    }
    friends
}

/// The shape of the white space `start..end`, if it is a false friend's.
#[must_use]
pub fn shape(text: &str, start: usize, end: usize) -> Option<Shape> {
    let left = text[..start].rsplit(char::is_whitespace).next().unwrap_or("");
    let right = text[end..].split(char::is_whitespace).next().unwrap_or("");
    let last = left.chars().next_back()?;
    let first = right.chars().next()?;
    if text[start..end].contains('\n') {
        let open = !left.trim_end_matches(['"', '”', '\'', '’', ')', '»']).ends_with(['.', '!', '?', '…']);
        return (text[start..end].matches('\n').count() > 1 && open).then_some(Shape::OpenBlock);
    }
    let dash = |word: &str| matches!(word, "-" | "--" | "–" | "—");
    let digit = |mark: char| mark.is_ascii_digit();
    if dash(left) || dash(right) {
        let other = if dash(left) { first } else { last };
        return Some(if digit(other) { Shape::Minus } else { Shape::Dash });
    }
    if left.len() > 1 && last == '-' {
        return Some(if JOINING.contains(&right) { Shape::Suspended } else { Shape::HyphenSpace });
    }
    let second = right[first.len_utf8()..].chars().next();
    match (last, first) {
        (_, '-') if second.is_some_and(char::is_alphabetic) => Some(Shape::SpaceHyphen),
        (_, '-' | '−') if second.is_some_and(digit) => Some(Shape::Minus),
        ('$' | '£' | '€' | '¥' | '₹', first) if digit(first) => Some(Shape::CurrencySpace),
        ('(' | '[', _) | (_, ')' | ']') => Some(Shape::BracketSpace),
        (',', first) if digit(first) && left[..left.len() - 1].ends_with(digit) => Some(Shape::Figures),
        (last, first) if digit(last) && digit(first) => Some(Shape::Figures),
        _ => None,
    }
}
