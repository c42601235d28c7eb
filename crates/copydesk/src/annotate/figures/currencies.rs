//! Currencies: signs and letters before an amount, words, codes and signs after it, and whose dollar it is.

use memchr::memmem;

use crate::data::{data, in_order};
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
        b'.' if text.ends(end, "Rs.") => code_before(text, end - 1, end < at)?,
        b'.' if text.ends(end, "Fr.") && is_in_francs(text, at) => Money::of(end - "Fr.".len(), "CHF"),
        b'a'..=b'z' | b'A'..=b'Z' => code_before(text, end, end < at)?,
        _ => return None,
    };
    Some(Money { is_negative, ..money })
}

/// Whether the number that begins here is one of francs, and no day of a Friday: `Fr. 3500`, `Fr. 42.-`, `Fr. 2,5 Mio.`.
fn is_in_francs(text: &Text<'_>, at: usize) -> bool {
    let end = past_digits(text, at);
    let is_even = [".-", ".–", ".—"].iter().any(|mark| text.starts(end, mark));
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
    // `N500 million`, `N5,000`: naira.
    if word == "N" && !apart && (has_magnitude(text, end) || is_grouped(text, end)) {
        return Some(Money::of(start, "NGN"));
    }
    millions(word, start).or_else(|| Some(Money::of(start, code(word, "code")?)))
}

/// `30 MUSD`: millions of it.
fn millions(word: &str, edge: usize) -> Option<Money> {
    let currency = word.strip_prefix('M').filter(|code| code.len() == 3)?;
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
    matches!(text.next_word(end).1.as_str(), "million" | "billion" | "trillion" | "m" | "bn")
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
        // `the dollar 22.5 million`: the word before the next amount.
        let next = text.past_gap(end);
        let goes_on = next > end && text.byte(next) == b'$';
        return (!goes_on).then(|| Money::of(end, value));
    }
    let word = text.word(at).as_str();
    match word {
        "pounds" | "pound" if size == Size::Large && !text.next_word(at + word.len()).1.eq_ignore_ascii_case("of") => {
            Some(Money::of(at + word.len(), "GBP"))
        }
        "won" if size == Size::Large => Some(Money::of(at + word.len(), "KRW")),
        "marks" if size == Size::Large => Some(Money::of(at + word.len(), "DEM")),
        "p" if joint == Joint::Glued => Some(Money::of(at + 1, "pence/100")),
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

/// Whether an amount is one that only money, or hardly anything else, comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    Large,
    Small,
}

/// What a document's text says of the currencies that a sign or a word leaves open; each is settled once.
pub(super) struct Practice<'t> {
    text: &'t str,
    language: Option<Language>,
    settled: Vec<(&'static str, Option<&'static str>)>,
}

/// Of a currency that several countries have, what names one of them in the text.
const NAMED: &[(&str, &[(&str, &str)])] = &[
    (
        "crown",
        &[
            ("Swedish", "SEK"),
            ("Sweden", "SEK"),
            ("Norwegian", "NOK"),
            ("Norway", "NOK"),
            ("Danish", "DKK"),
            ("Czech", "CZK"),
        ],
    ),
    ("dirham", &[("UAE", "AED"), ("Emirates", "AED"), ("Dubai", "AED"), ("Abu Dhabi", "AED"), ("Morocc", "MAD")]),
    (
        "dinar",
        &[
            ("Kuwait", "KWD"),
            ("Jordan", "JOD"),
            ("Iraq", "IQD"),
            ("Algeria", "DZD"),
            ("Tunisia", "TND"),
            ("Bahrain", "BHD"),
            ("Libya", "LYD"),
            ("Serbia", "RSD"),
        ],
    ),
    ("franc", &[("Swiss", "CHF"), ("Switzerland", "CHF"), ("French franc", "FRF"), ("CFA", "XAF")]),
    ("krone", &[("Norw", "NOK"), ("Danish", "DKK"), ("Denmark", "DKK")]),
    ("krona", &[("Swed", "SEK"), ("Iceland", "ISK")]),
    ("kwacha", &[("Zambia", "ZMW"), ("Malawi", "MWK")]),
    (
        "peso",
        &[
            ("Mexic", "MXN"),
            ("Argentin", "ARS"),
            ("Chile", "CLP"),
            ("Colombia", "COP"),
            ("Philippine", "PHP"),
            ("Manila", "PHP"),
            ("Urugua", "UYU"),
            ("Cuba", "CUP"),
            ("Dominican", "DOP"),
        ],
    ),
    ("rial", &[("Iran", "IRR"), ("Oman", "OMR"), ("Yemen", "YER")]),
    ("riyal", &[("Saudi", "SAR"), ("Qatar", "QAR"), ("Oman", "OMR")]),
    ("rupee", &[("India", "INR"), ("Pakistan", "PKR"), ("Sri Lanka", "LKR"), ("Nepal", "NPR"), ("Mauriti", "MUR")]),
    ("shilling", &[("Kenya", "KES"), ("Uganda", "UGX"), ("Tanzania", "TZS"), ("Somali", "SOS")]),
];

impl<'t> Practice<'t> {
    pub(super) const fn of(text: &'t str, language: Option<Language>) -> Self {
        Self { text, language, settled: Vec::new() }
    }

    /// The code of a currency; none where the document leaves it open.
    pub(super) fn settle(&mut self, name: &'static str) -> Option<&'static str> {
        if name.len() == 3 && name.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Some(name);
        }
        if let Some((_, code)) = self.settled.iter().find(|(known, _)| *known == name) {
            return *code;
        }
        let code = settle(self.text, self.language, name);
        self.settled.push((name, code));
        code
    }
}

/// Whose a plain `$` is in Spanish: in most countries that write so it is a peso; the American dollar where the text speaks of dollars and of
/// no pesos.
fn peso_or_dollar(text: &str) -> Option<&'static str> {
    if has(text, "peso") {
        return named(text, "peso");
    }
    dollar(text).filter(|_| has(text, "dólar") || has(text, "US$"))
}

fn has(text: &str, word: &str) -> bool {
    memmem::find(text.as_bytes(), word.as_bytes()).is_some()
}

fn settle(text: &str, language: Option<Language>, name: &str) -> Option<&'static str> {
    let has = |word: &str| has(text, word);
    match name {
        "$" if language == Some(Language::Spanish) => peso_or_dollar(text),
        "$" => dollar(text),
        "cent" if !has("$") && (has("€") || has("euro")) => Some("EUR"),
        "cent" => dollar(text),
        "¥" if (has("yuan") || has("renminbi") || has("RMB")) && !has("yen") => Some("CNY"),
        "¥" => Some("JPY"),
        "pence" => ["£", "pence", "sterling", "Britain", "British"].iter().any(|word| has(word)).then_some("GBP"),
        "rupee" => Some(named(text, name).unwrap_or("INR")),
        _ => named(text, name),
    }
}

/// The one country that the text names, of those that have the currency; none where it names two.
fn named(text: &str, name: &str) -> Option<&'static str> {
    let countries = NAMED.iter().find(|(known, _)| *known == name)?.1;
    let mut found = None;
    for (word, code) in countries {
        if found != Some(*code) && has(text, word) {
            if found.is_some() {
                return None;
            }
            found = Some(*code);
        }
    }
    found
}

/// How far from an amount its conversion in brackets stands.
const CONVERTED: usize = 32;

/// Whose dollar a plain `$` is: the American one, but in a text that sets `US$` apart from it. Where `US$` comes first, `$` after it is short
/// for it.
fn dollar(text: &str) -> Option<&'static str> {
    let bytes = text.as_bytes();
    let mut plain = None;
    for sign in memchr::memchr_iter(b'$', bytes) {
        let before = &bytes[..sign];
        if before.ends_with(b"US") || before.ends_with(b"U.S.") {
            return plain.is_none().then_some("USD");
        }
        let letters = before.iter().rev().take(2).take_while(|byte| byte.is_ascii_uppercase()).count();
        // `$40 (C$52)`: what is converted into another dollar is the American one.
        if letters > 0 && before[..sign - letters].ends_with(b"(") && plain.is_some_and(|last| sign - last <= CONVERTED)
        {
            return Some("USD");
        }
        if !before.last().is_some_and(u8::is_ascii_alphabetic) {
            plain = Some(sign);
        }
    }
    Some("USD")
}

/// Whether a word for a currency, or a code, follows.
pub(super) fn is_word(text: &Text<'_>, end: usize) -> bool {
    after(text, end, Size::Large).is_some()
}
