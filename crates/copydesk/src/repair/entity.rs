//! # entity
//!
//! **Sees** HTML character references that were taken for text (`R&amp;D`, `&#8217;`, `&nbsp;`), also doubly escaped (`&amp;amp;`), and
//! escapes of program notation (`\xa0`, `\u2019`, `\n`, `\'`).
//!
//! **Does**: replaces them with the character. This is `safe` if one text has two references, or three escapes. Fewer are `likely`, and
//! noted (`stray-character`). An ampersand is `likely` if the text has bare ones too, because both forms are then written.
//!
//! **Leaves alone**
//!
//! - anything without a semicolon or a known name (`AT&T`, `Q&A;`);
//! - references in addresses, in their queries (`&amp;page=2`) and in code;
//! - references to letters and digits, which hide an address from robots, and to control characters;
//! - a text about HTML or XML, or with tags written this way (`&lt;br&gt;`), and a text with a backslash that begins none of these escapes
//!   (paths, patterns): the places are noted;
//! - `\n` before a small letter, which is a path, and `\x41`, which is code.
//!
//! **Evidence**: 170 of 170 pages of one crawl have `&gt;&gt;` in their breadcrumbs, and nine of them `&amp;` in names. Elsewhere, one
//! article in a hundred has a reference. In a table of 2,693 articles, 621 are what a program printed; `\xa0` occurs 4,403 times in 515 of
//! them.

use memchr::{memchr_iter, memmem};

use crate::decode::{after_ampersand, code_point, reference};

use super::characters::{Addresses, Becomes, Case, Counts, decide as decide_all, is_noncharacter};
use super::words::in_code;
use super::{Characters, Outcome, Pass, Place, Reading, Risk, Rule, RuleKind};

/// The rule `entity`.
pub(crate) static RULE: Rule = Rule {
    name: "entity",
    page: include_str!("entity.rs"),
    kind: RuleKind::Characters { pass: Pass::Spellings, find, decide },
};

static REFERENCE: Case =
    Case { name: "reference", reading: Reading::Clear, message: Some("a reference of HTML that was taken for text") };
static AMPERSAND: Case = Case {
    name: "reference",
    reading: Reading::Ambiguous,
    message: Some("a reference of HTML, in a text that has bare ampersands too"),
};
static SPOKEN_OF: Case = Case {
    name: "reference",
    reading: Reading::Doubtful,
    message: Some("a reference of HTML, which the text may be about"),
};
static ESCAPE: Case =
    Case { name: "escape", reading: Reading::Clear, message: Some("an escape of a program that was taken for text") };
static PATTERN: Case = Case {
    name: "escape",
    reading: Reading::Doubtful,
    message: Some("an escape, in a text that has backslashes of another kind"),
};

/// So many references vouch for each other: none is ever typed by accident.
const REFERENCES: u32 = 2;

fn find(characters: &Characters<'_>, places: &mut Vec<Place>) {
    if characters.seen.codes {
        find_references(characters.text, places);
        find_escapes(characters.text, places);
    }
}

fn find_references(text: &str, places: &mut Vec<Place>) {
    let first = places.len();
    let mut addresses = Addresses::new(text);
    let (mut bare, mut tags, mut after) = (false, false, 0);
    for start in memchr_iter(b'&', text.as_bytes()) {
        if start < after {
            continue;
        }
        let Some((length, stands_for)) = read_twice(&text[start..]) else {
            bare |= text[start + 1..].starts_with(|c: char| c == ' ' || c.is_alphabetic()) && !addresses.covers(start);
            continue;
        };
        let end = start + length;
        after = end;
        let behind = &text[end..];
        tags |= stands_for == '<' && behind.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
        if addresses.covers(start) || is_query(behind) || in_code(text, start, end) {
            continue;
        }
        let Some(becomes) = becomes(stands_for, behind) else { continue };
        // It would make an escape.
        if text[..start].ends_with('\\') {
            continue;
        }
        places.push(Place { start, end, rule: &RULE, case: &REFERENCE, becomes });
    }
    let found = &mut places[first..];
    if !found.is_empty() && (tags || speaks_of_markup(text)) {
        found.iter_mut().for_each(|place| place.case = &SPOKEN_OF);
    } else if bare {
        let ampersand = |place: &&mut Place| matches!(place.becomes, Becomes::Character('&'));
        found.iter_mut().filter(ampersand).for_each(|place| place.case = &AMPERSAND);
    }
}

/// The reference that the text begins with. `&amp;` with the rest of one behind it was written twice, or more often.
fn read_twice(text: &str) -> Option<(usize, char)> {
    let (mut length, mut found) = reference(text)?;
    while found == '&'
        && let Some((more, inner)) = after_ampersand(&text[length..])
    {
        length += more;
        found = inner;
    }
    Some((length, found))
}

/// What a reference becomes; `None` for what it is not used for, and for what another reference or an escape could be spelt with.
fn becomes(stands_for: char, behind: &str) -> Option<Becomes> {
    match stands_for {
        '\r' if behind.starts_with('\n') => Some(Becomes::Text("")),
        '\r' | '\n' => Some(Becomes::Text("\n")),
        '\t' => Some(Becomes::Character('\t')),
        '\\' | '#' | ';' => None,
        c if c.is_ascii_alphanumeric() || c.is_control() || is_noncharacter(c) => None,
        c => Some(Becomes::Character(c)),
    }
}

/// Whether a name and `=` follow: the next part of an address’s query.
fn is_query(behind: &str) -> bool {
    const LONGEST: usize = 24;
    let name = behind.bytes().take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    name > 0 && behind[name..].starts_with('=')
}

fn speaks_of_markup(text: &str) -> bool {
    ["HTML", "XML", "ampersand", "<code", "</code"]
        .iter()
        .any(|word| memmem::find(text.as_bytes(), word.as_bytes()).is_some())
}

fn find_escapes(text: &str, places: &mut Vec<Place>) {
    let first = places.len();
    let mut addresses = Addresses::new(text);
    let (mut foreign, mut after) = (false, 0);
    for start in memchr_iter(b'\\', text.as_bytes()) {
        if start < after {
            continue;
        }
        let Some((length, becomes)) = escape(text, start) else {
            foreign = true;
            continue;
        };
        after = start + length;
        if addresses.covers(start) || in_code(text, start, after) {
            foreign = true;
            continue;
        }
        if let Some(becomes) = becomes {
            places.push(Place { start, end: after, rule: &RULE, case: &ESCAPE, becomes });
        }
    }
    if foreign {
        places[first..].iter_mut().for_each(|place| place.case = &PATTERN);
    }
}

/// The escape that begins at `at`: its length, and what it becomes; `None` if the backslash begins none.
fn escape(text: &str, at: usize) -> Option<(usize, Option<Becomes>)> {
    let behind = &text[at + 1..];
    let kept = |c: char| (!c.is_control() && !is_noncharacter(c)).then_some(Becomes::Character(c));
    match *behind.as_bytes().first()? {
        quote @ (b'\'' | b'"') => Some((2, Some(Becomes::Character(char::from(quote))))),
        b'n' | b'r' | b't' => {
            // A word of small letters goes on from it in a path or a pattern.
            let rest = &behind[1..];
            let free = !rest.starts_with(|c: char| c.is_ascii_lowercase() || c == '_');
            let becomes = match behind.as_bytes()[0] {
                b't' => "\t",
                b'r' if rest.starts_with("\\n") || rest.starts_with('\n') => "",
                _ => "\n",
            };
            free.then_some((2, Some(Becomes::Text(becomes))))
        }
        b'x' => {
            let bytes = bytes(behind);
            // The bytes of UTF-8, where they are such; else a code point each.
            let lead = *bytes.first().filter(|byte| **byte >= 0x80)?;
            let length = match lead {
                0xc2..=0xdf => 2,
                0xe0..=0xef => 3,
                0xf0..=0xf4 => 4,
                _ => 1,
            };
            let whole = bytes.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok());
            match whole.filter(|_| length > 1).and_then(|whole| whole.chars().next()) {
                Some(c) => Some((4 * length, kept(c))),
                None => Some((4, code_point(u32::from(lead)).and_then(kept))),
            }
        }
        b'u' => {
            let unit = |text: &str| text.strip_prefix('u').and_then(|text| hex(text.as_bytes().get(..4)?));
            let first = unit(behind)?;
            let second = behind.get(5..).and_then(|rest| rest.strip_prefix('\\')).and_then(unit);
            let pair = second.map(|second| char::decode_utf16([first, second].map(|unit| unit as u16)).next());
            match (first, pair) {
                (0x22 | 0x27, _) => Some((6, char::from_u32(first).map(Becomes::Character))),
                (0xd800..=0xdbff, Some(Some(Ok(c)))) => Some((12, kept(c))),
                (0xd800..=0xdfff, _) => Some((6, None)),
                (0x80.., _) => Some((6, code_point(first).and_then(kept))),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The bytes of the escapes `x..`, with a backslash before each but the first: no more than a character can have.
fn bytes(text: &str) -> Vec<u8> {
    let units = text.as_bytes().chunks(4).take(4).enumerate().map_while(|(index, unit)| {
        let unit = match unit {
            [b'x', rest @ ..] if rest.len() >= 2 => &rest[..2],
            _ => return None,
        };
        let joined = index == 0 || text.as_bytes().get(4 * index - 1) == Some(&b'\\');
        joined.then(|| hex(unit)).flatten().map(|value| value as u8)
    });
    units.collect()
}

fn hex(digits: &[u8]) -> Option<u32> {
    let text = std::str::from_utf8(digits).ok().filter(|text| text.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    u32::from_str_radix(text, 16).ok()
}

fn decide(place: &Place, counts: &Counts) -> Outcome {
    let reference = std::ptr::eq(place.case, &REFERENCE);
    match place.case.reading {
        Reading::Clear if reference && counts.own(&RULE) >= REFERENCES => Outcome::Repair(Risk::Safe),
        _ => decide_all(place, counts),
    }
}
