//! Currencies: signs and letters before an amount; words, codes and signs after it.

use crate::data::{data, in_order};
use crate::keys::one_of;
use crate::language::Language;

use super::phrases::{self, Phrases, Symbols, phrases};
use super::text::Text;
use super::units::{self, Joint};

static WORDS: Phrases = phrases!("../../../data/figures/currencies.toml", 512);
static CODES: Symbols = Symbols::of(&in_order(data!("../../../data/figures/currency-codes.toml")));
static SIGNS: Symbols = Symbols::of(&in_order(data!("../../../data/figures/currency-signs.toml")));

/// A currency beside an amount: where it begins or ends, and what the lists say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Money {
    pub(super) edge: usize,
    /// A code of ISO 4217, or what the document must settle: `$`, `¥`, `franc`.
    pub(super) name: &'static str,
    /// How many of it make one of the currency, as a power of ten.
    pub(super) minor: i32,
    /// Whether a minus stands between it and the amount.
    pub(super) is_negative: bool,
}

impl Money {
    fn of(edge: usize, value: &'static str) -> Self {
        let (name, minor) = value.split_once('/').map_or((value, 0), |(name, parts)| (name, parts.len() as i32 - 1));
        Self { edge, name, minor, is_negative: false }
    }
}

/// The currency before the amount that begins at `at`.
pub(super) fn before(text: &Text<'_>, at: usize) -> Option<Money> {
    let (at, is_negative) = match text.before(at) {
        b'-' if matches!(text.before(at - 1), b'$' | 0x80..) => (at - 1, true),
        _ => (at, false),
    };
    let end = text.before_gap(at);
    let last = text.before(end);
    let money = match last {
        b'$' => dollars(text, end - 1),
        0x80.. => sign_before(text, end)?,
        b'.' if ["Rs.", "Tk.", "hs.", "Sh.", "sh."].iter().any(|short| text.ends(end, short)) => {
            code_before(text, end - 1, end < at)?
        }
        b'.' if text.ends(end, "Fr.") && is_in_francs(text, at) => Money::of(end - "Fr.".len(), "CHF"),
        b'a'..=b'z' | b'A'..=b'Z' => code_before(text, end, end < at)?,
        _ => return None,
    };
    Some(Money { is_negative, ..money })
}

/// Whether the number that begins here is one of francs, and no day of a Friday: `Fr. 3500`, `Fr. 42.-`, `Fr. 2,5 Mio.`.
fn is_in_francs(text: &Text<'_>, at: usize) -> bool {
    let end = past_digits(text, at);
    let is_even = [".-", ".–", ".—", "'", "’"].iter().any(|mark| text.starts(end, mark));
    let is_spoken_there = matches!(text.language, Some(Language::German | Language::French | Language::Italian));
    is_spoken_there && (is_even || end - at > 3 || is_grouped(text, at) && !is_time(text, end) || has_mio(text, end))
}

/// Whether the minutes of a time follow: `Fr. 20.15`.
fn is_time(text: &Text<'_>, end: usize) -> bool {
    past_digits(text, end + 1) - end < 4
}

/// Whether a word or letters for millions follow the whole part of a number in another language than English.
fn has_mio(text: &Text<'_>, end: usize) -> bool {
    let mark = usize::from(matches!(text.byte(end), b',' | b'.') && text.byte(end + 1).is_ascii_digit());
    super::reading::is_followed_by_magnitude(text, past_digits(text, end + mark))
}

fn sign_before(text: &Text<'_>, end: usize) -> Option<Money> {
    // Cents alone; with letters before them the cedis of Ghana.
    if let Some(cedi) = ["GH¢", "GH₵"].into_iter().find(|cedi| text.ends(end, cedi)) {
        return Some(Money::of(end - cedi.len(), "GHS"));
    }
    let start =
        (1..=3).map_while(|width| end.checked_sub(width)).find(|start| text.content.is_char_boundary(*start))?;
    let (after, value) = phrases::symbol_of(&SIGNS, text, start)?;
    (after == end && !value.contains('/')).then(|| Money::of(start, value))
}

/// Whose dollars: the letters before the sign. Set apart from it they must be letters that nothing else is.
fn dollars(text: &Text<'_>, sign: usize) -> Money {
    let plain = Money::of(sign, "$");
    let close = letters(text, sign);
    if close < sign {
        return code(&text.content[close..sign], "dollar").map_or(plain, |value| Money::of(close, value));
    }
    let gap = text.before_gap(sign);
    if gap == sign {
        return plain;
    }
    let start = letters(text, gap);
    let apart = &text.content[start..gap];
    // In text that is all in small letters `us` is the pronoun too; after an article it is not.
    let article = matches!(text.last_word(start).1.as_str(), "a" | "the" | "s");
    let value = match apart {
        "c" | "C" => Some("CAD"),
        "hk" | "HK" => Some("HKD"),
        "nz" | "NZ" => Some("NZD"),
        "US" | "U.S." => Some("USD"),
        "us" | "u.s" | "u.s." if article || apart.len() > 2 => Some("USD"),
        "Mex" => Some("MXN"),
        _ => None,
    };
    value.map_or(plain, |value| Money::of(start, value))
}

/// Where the letters and full stops that end here begin.
fn letters(text: &Text<'_>, end: usize) -> usize {
    let kept = text.bytes[..end].iter().rev().take(6).take_while(|byte| byte.is_ascii_alphabetic() || **byte == b'.');
    let start = end - kept.count();
    if start < end && text.byte(start) == b'.' { start + 1 } else { start }
}

fn code(written: &str, section: &str) -> Option<&'static str> {
    let first = *written.as_bytes().first()?;
    // `usd$ 15`: a code of three letters is one in small letters too, right at the sign.
    let is_small = section == "dollar" && matches!(written, "usd" | "aud" | "cad" | "nzd" | "hkd" | "sgd" | "mxn");
    let known = CODES.beginning(if is_small { first.to_ascii_uppercase() } else { first });
    let is = |name: &str| name == written || is_small && name.eq_ignore_ascii_case(written);
    known.iter().find(|entry| is(entry.name) && entry.section == section).map(|entry| entry.value)
}

/// Letters before an amount. What is set apart from it by a space must be no word of its own.
fn code_before(text: &Text<'_>, end: usize, apart: bool) -> Option<Money> {
    let (start, word) = text.word_before(end);
    let word = word.as_str();
    if !apart && text.before(start) == b'$' {
        return Some(Money::of(start - 1, behind_sign(word)?));
    }
    if matches!(word.len(), 0 | 5..) || text.before(start).is_ascii_digit() {
        return None;
    }
    if text.before(start) == b'-' || text.before(start) == b'/' {
        return None;
    }
    if matches!(word, "rmb" | "usd" | "eur" | "gbp") {
        return Some(Money::of(
            start,
            match word {
                "rmb" => "CNY",
                "usd" => "USD",
                "eur" => "EUR",
                _ => "GBP",
            },
        ));
    }
    // `R40 000` and `R 40 million`, but not `R 40`; `TL 40`, `kr 40`.
    if word == "R" && !has_magnitude(text, text.past_gap(end)) && (apart || !is_grouped(text, end)) {
        return None;
    }
    // `COP28` is a conference.
    if word == "COP" && !apart && !is_grouped(text, end) && !has_magnitude(text, end) {
        return None;
    }
    if !apart && let Some(name) = single(text, word, end) {
        return Some(Money::of(start, name));
    }
    millions(word, start).or_else(|| Some(Money::of(start, code(word, "code")?)))
}

/// Whose dollars the letters between the sign and the amount say, as Australian papers write them: `$US40`, `$A61`.
fn behind_sign(word: &str) -> Option<&'static str> {
    Some(match word {
        "A" | "AU" | "AUD" => "AUD",
        "C" | "CAN" | "Can" => "CAD",
        "HK" => "HKD",
        "NZ" => "NZD",
        "S" | "SG" => "SGD",
        "US" => "USD",
        _ => return None,
    })
}

/// Letters that are often something else than money, right before an amount that can be nothing else: `N5,000`, naira; `P12,500`, pesos or
/// pula; `K120 million`, kwacha or kina.
fn single(text: &Text<'_>, word: &str, end: usize) -> Option<&'static str> {
    let (name, is_marked) = match word {
        "N" => ("NGN", is_grouped(text, end)),
        "P" => ("P", text.byte(past_digits(text, end)) == b',' && is_grouped(text, end)),
        "K" => ("K", false),
        "MK" => ("MWK", false),
        _ => return None,
    };
    (is_marked || has_magnitude(text, end)).then_some(name)
}

/// `30 MUSD`: millions of it. `27 MARS` is a day in French.
fn millions(word: &str, edge: usize) -> Option<Money> {
    let currency = word.strip_prefix('M').filter(|code| code.len() == 3 && *code != "ARS")?;
    Some(Money { minor: -6, ..Money::of(edge, code(currency, "code")?) })
}

/// Whether a number right after letters that stand for much else (`R`, `N`, `Fr.`) is an amount: it has groups or decimals.
fn is_grouped(text: &Text<'_>, at: usize) -> bool {
    let end = past_digits(text, at);
    let mark = matches!(text.byte(end), b',' | b'.') && text.byte(end + 1).is_ascii_digit();
    let next = text.past_gap(end);
    let group = next > end
        && text.bytes[next.min(text.bytes.len())..].iter().take(3).filter(|byte| byte.is_ascii_digit()).count() == 3;
    end - at < 4 && (mark || group)
}

/// Whether a word for millions follows the number.
fn has_magnitude(text: &Text<'_>, at: usize) -> bool {
    let mut end = past_digits(text, at);
    if end - at > 3 {
        return false;
    }
    if text.byte(end) == b'.' {
        end = past_digits(text, end + 1);
    }
    is_magnitude_behind(text, end)
}

/// Whether a magnitude stands behind a number: `P6.4-billion`.
pub(super) fn is_magnitude_behind(text: &Text<'_>, end: usize) -> bool {
    let word = if text.byte(end) == b'-' { text.word(end + 1) } else { text.next_word(end).1 };
    matches!(word.as_str(), "million" | "billion" | "trillion" | "m" | "bn" | "tn" | "trn")
}

fn past_digits(text: &Text<'_>, at: usize) -> usize {
    let rest = text.bytes.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// The currency after the amount that ends at `end`. With a large `size` no one counts other things in such numbers.
pub(super) fn after(text: &Text<'_>, end: usize, size: Size) -> Option<Money> {
    let (at, joint) = units::joint(text, end);
    let next = text.byte(at);
    if next == b'$' {
        // `$10 $20`: the sign of the next amount.
        return (!text.byte(text.past_gap(at + 1)).is_ascii_digit()).then(|| Money::of(at + 1, "$"));
    }
    if next >= 0x80
        && let Some((end, value)) = phrases::symbol_of(&SIGNS, text, at)
    {
        return (!text.byte(text.past_gap(end)).is_ascii_digit()).then(|| Money::of(end, value));
    }
    if let Some(language) = text.language
        && let Some((end, value)) = WORDS.longest(language.code(), text, at)
    {
        // `the dollar 22.5 million`: the word before the next amount; `the 17 euro zone states`.
        let next = text.past_gap(end);
        let goes_on = next > end && text.byte(next) == b'$';
        let is_zone = || value == "EUR" && one_of!(text.word(units::joint(text, end).0), ["zone", "area"]);
        return (!goes_on && !is_zone()).then(|| Money::of(end, value));
    }
    let word = text.word(at).as_str();
    match word {
        "pounds" | "pound" if size == Size::Large && !text.next_word(at + word.len()).1.eq_ignore_ascii_case("of") => {
            Some(Money::of(at + word.len(), "GBP"))
        }
        "won" if size == Size::Large => Some(Money::of(at + word.len(), "KRW")),
        "marks" if size == Size::Large => Some(Money::of(at + word.len(), "DEM")),
        "p" if joint == Joint::Glued => Some(Money::of(at + 1, "pence/100")),
        // `178.9c a litre`: of which country, and whether of a euro, is not said.
        "c" if joint == Joint::Glued && units::is_priced(text, at + 1) => Some(Money::of(at + 1, "c/100")),
        _ => {
            let edge = at + word.len();
            if !matches!(word.len(), 3 | 4)
                || !word.bytes().all(|byte| byte.is_ascii_uppercase())
                || !text.is_edge(edge)
            {
                return None;
            }
            millions(word, edge).or_else(|| Some(Money::of(edge, code(word, "code")?)))
        }
    }
}

/// Whose dollars the word behind an amount says: `$1.16 Canadian)`. Before a noun it is of that: `a $3 billion Canadian pipeline`.
pub(super) fn said_behind(text: &Text<'_>, end: usize) -> Option<Money> {
    let gap = text.past_gap(end);
    if text.byte(gap) == b'(' {
        // `$7.25 (U.S.)`, as Canadian papers have it.
        let said = ["(U.S.)", "(US)"].into_iter().find(|said| text.starts(gap, said))?;
        return Some(Money::of(gap + said.len(), "USD"));
    }
    if !matches!(text.byte(gap), b'A' | b'C') {
        return None;
    }
    let (at, word) = text.next_word(end);
    let name = match word.as_str() {
        "Canadian" => "CAD",
        "Australian" => "AUD",
        _ => return None,
    };
    let after = at + word.len();
    let dollars = text.phrase(text.past_gap(after), "dollar");
    let is_last = matches!(text.byte(after), b')' | b'.' | b',' | b';' | 0);
    dollars.or_else(|| is_last.then_some(after)).map(|edge| Money::of(edge, name))
}

/// Whether an amount is one that only money, or hardly anything else, comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    Large,
    Small,
}

/// Whether a word for a currency, or a code, follows.
pub(super) fn is_word(text: &Text<'_>, end: usize) -> bool {
    after(text, end, Size::Large).is_some()
}
