//! What follows a number: per cent, or a unit, in words or as a symbol.

use crate::data::{data, in_order};
use crate::keys::{Words, one_of, words};
use crate::language::Language;

use super::calendar;
use super::numerals::Shape;
use super::phrases::{self, Phrases, Symbols, phrases};
use super::reading::Number;
use super::text::{Text, is_capital};
use super::word::Word;

static WORDS: Phrases = phrases!("../../../data/figures/units.toml", 512);
static ABROAD: Phrases = phrases!("../../../data/figures/units-abroad.toml", 512);
static SYMBOLS: Symbols = Symbols::of(&in_order(data!("../../../data/figures/unit-symbols.toml")));
static PER: Phrases = phrases!("../../../data/figures/per.toml", 256);

/// A unit after a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) end: usize,
    pub(super) name: &'static str,
}

/// Where what belongs to a number begins: after a space or a hyphen, or at its end.
pub(super) fn joint(text: &Text<'_>, end: usize) -> (usize, Joint) {
    match text.byte(end) {
        b'-' => (end + 1, Joint::Hyphen),
        _ => match text.past_gap(end) {
            next if next == end => (end, Joint::Glued),
            // Tokens set apart: `12 - cent`.
            next if text.byte(next) == b'-' && text.byte(next + 1) == b' ' => (next + 2, Joint::Hyphen),
            next => (next, Joint::Space),
        },
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Glued,
    Space,
    Hyphen,
}

/// Whether the unit is one of time.
pub(super) fn is_time(name: &str) -> bool {
    matches!(
        name,
        "millisecond"
            | "second"
            | "minute"
            | "hour"
            | "day"
            | "week"
            | "fortnight"
            | "month"
            | "quarter"
            | "year"
            | "decade"
            | "century"
            | "millennium"
    )
}

/// Whether the unit is one of length.
pub(super) fn is_length(name: &str) -> bool {
    matches!(name, "mile" | "yard" | "foot" | "inch") || name.ends_with("metre") && !name.contains(' ')
}

/// Per cent in other languages, the points of it, and hundredths of those.
const PERCENT: &[(&str, &str, &[&str], &[&str])] = &[
    ("de", "prozent", &["prozentpunkt", "prozentpunkte", "prozentpunkten"], &["basispunkte", "basispunkten"]),
    ("nl", "procent", &["procentpunt", "procentpunten"], &["basispunten"]),
    ("fr", "pour cent", &["point de pourcentage"], &["points de base"]),
    ("es", "por ciento", &["punto porcentual", "puntos porcentuales"], &["puntos básicos"]),
    ("pt", "por cento", &["ponto percentual", "pontos percentuais"], &["pontos base"]),
    ("it", "per cento", &["punto percentuale", "punti percentuali"], &["punti base"]),
    ("sv", "procent", &["procentenhet", "procentenheter"], &[]),
    ("da", "procent", &["procentpoint"], &[]),
    ("no", "prosent", &["prosentpoeng"], &[]),
];

/// The unit of points.
const POINTS: Option<&str> = Some("percentage point");

/// Per cent, or the points of it, after a number: the end, and the unit of points.
pub(super) fn percent(text: &Text<'_>, end: usize) -> Option<(usize, Option<&'static str>)> {
    let (at, _) = joint(text, end);
    let points = |end: usize| {
        let (next, word) = text.next_word(end);
        let next = if text.byte(end) == b'-' { end + 1 } else { next };
        let word = if next == end + 1 { text.word(next) } else { word };
        one_of!(word, ["point", "points", "pt", "pts", "punkt", "punkte", "punkten"])
            .then_some((next + word.len(), POINTS))
    };
    if matches!(text.byte(at), b'%') {
        return Some(points(at + 1).unwrap_or((at + 1, None)));
    }
    if text.starts(at, "％") {
        return Some((at + "％".len(), None));
    }
    if !text.is_english() {
        let language = text.language?.code();
        let (_, percent, points, basis) = PERCENT.iter().find(|(code, ..)| *code == language)?;
        let one_of = |phrases: &[&str]| phrases.iter().find_map(|phrase| text.phrase(at, phrase));
        let found = text.phrase(at, percent).map(|end| (end, None));
        let found = found.or_else(|| Some((one_of(points)?, POINTS)));
        return found.or_else(|| Some((one_of(basis)?, Some("basis point"))));
    }
    let word = text.word(at);
    match word.as_bytes().first()? | 0x20 {
        b'p' => {
            if one_of!(word, ["percent", "percents", "pct"]) || word.as_str() == "pc" {
                let end = at + word.len();
                return Some(points(end).unwrap_or((end, None)));
            }
            if word.eq_ignore_ascii_case("percentage") {
                return Some(points(at + word.len()).unwrap_or((at + word.len(), None)));
            }
            text.phrase(at, "per cent").map(|end| points(end).unwrap_or((end, None)))
        }
        b'b' => {
            let short = one_of!(word, ["bps", "bp"]) && !is_capital(word);
            let end = if short { Some(at + word.len()) } else { text.phrase(at, "basis point") }?;
            Some((end, Some("basis point")))
        }
        _ => None,
    }
}

/// A unit after a number.
pub(super) fn after(text: &Text<'_>, number: &Number) -> Option<Unit> {
    let (at, joint) = joint(text, number.end);
    if joint == Joint::Glued && is_stone(text, number) {
        return Some(Unit { end: at + 2, name: "stone" });
    }
    if text.is_english()
        && let Some((end, name)) = WORDS.longest("en", text, at)
    {
        return is_meant(text, number, (at, joint), (end, name)).then_some(Unit { end, name });
    }
    if !text.is_english()
        && let Some(language) = text.language
        && let Some((end, name)) = ABROAD.longest(language.code(), text, at)
    {
        // `En 2019 mois après mois`, `180-Grad-Wende`.
        let is_other = is_time(name) && calendar::could_be_year(number) || name == "degree" && joint == Joint::Hyphen;
        return (!is_other).then_some(Unit { end, name });
    }
    if text.language == Some(Language::German)
        && let Some(unit) = long_german(text, at)
    {
        return Some(unit);
    }
    symbol(text, number, at, joint)
}

/// Units in one word that is longer than any of a list: `118 Stundenkilometern`.
fn long_german(text: &Text<'_>, at: usize) -> Option<Unit> {
    const LISTED: usize = 15;
    let word = text.word(at);
    if word.len() <= LISTED {
        return None;
    }
    let known = [("Quadratkilometer", "square kilometre"), ("Stundenkilometer", "kilometre per hour")];
    let is = |name: &str| word.as_str().strip_prefix(name).is_some_and(|rest| matches!(rest, "" | "n"));
    known.into_iter().find(|(name, _)| is(name)).map(|(_, name)| Unit { end: at + word.len(), name })
}

/// Whether a word for a unit of another language than English stands here.
pub(super) fn is_word(text: &Text<'_>, at: usize) -> bool {
    text.language.is_some_and(|language| ABROAD.longest(language.code(), text, at).is_some())
}

/// Whether an English word for a unit stands here.
pub(super) fn is_english_word(text: &Text<'_>, at: usize) -> bool {
    text.is_english() && WORDS.longest("en", text, at).is_some()
}

/// Whether `st` behind a number is the weight of a person: `13st`, `11st 7lb`. Ordinals end so after a one.
pub(super) fn is_stone(text: &Text<'_>, number: &Number) -> bool {
    let end = number.end;
    let Shape::Bare(1 | 2) = number.shape else { return false };
    if !text.starts(end, "st") || !text.is_edge(end + 2) {
        return false;
    }
    // No ordinal ends so, and nobody is lighter or heavier: `weighing 13st`.
    let ordinal = text.before(end) == b'1' && !text.ends(end, "11");
    if !ordinal && number.value.small().is_some_and(|value| (6..=45).contains(&value)) {
        return true;
    }
    let next = text.past_gap(end + 2);
    let digits =
        text.bytes[next.min(text.bytes.len())..].iter().take(2).take_while(|byte| byte.is_ascii_digit()).count();
    let pounds = next + digits;
    digits > 0 && (text.starts(pounds, "lb") || text.starts(text.past_gap(pounds), "lb"))
}

/// Whether a word that is a unit is one here.
fn is_meant(text: &Text<'_>, number: &Number, (at, joint): (usize, Joint), (end, name): (usize, &str)) -> bool {
    let plural = text.before(end) | 0x20 == b's';
    let few = number.shape == Shape::Words && number.value.small().is_some_and(|value| value < 5);
    match name {
        // `two second-half goals`, `two degrees from the university`.
        "second" => plural || joint == Joint::Hyphen && text.byte(end) != b'-',
        "degree" => joint != Joint::Hyphen && plural && !few || text.ends(end, "deg"),
        // `the five day care centres`, `his two bit parts`.
        "bit" | "day" => plural || joint == Joint::Hyphen || !one_of!(text.next_word(end).1, ["care", "part", "parts"]),
        // `rise in 2012 year-on-year`, `the 2009 year`; but a `2000 year-old` tree.
        "year" if joint == Joint::Space && !plural && calendar::could_be_year(number) => {
            one_of!(text.word(self::joint(text, end).0), ["old"])
        }
        _ => joint != Joint::Glued || text.bytes[at].is_ascii_alphabetic(),
    }
}

/// A unit's symbol. One that is a word, a capital or the first letter of something else too needs more to be sure.
fn symbol(text: &Text<'_>, number: &Number, at: usize, joint: Joint) -> Option<Unit> {
    if number.shape == Shape::Words && !number.has_scale {
        return None;
    }
    // `20 (kg)`.
    let (at, close) = match text.byte(at) {
        b'(' => (at + 1, Some(b')')),
        b'[' => (at + 1, Some(b']')),
        b'{' => (at + 1, Some(b'}')),
        b'<' => (at + 1, Some(b'>')),
        _ => (at, None),
    };
    let (end, name) = phrases::symbol(&SYMBOLS, text, at)?;
    if let Some(close) = close {
        return (text.byte(end) == close && end - at > 1).then_some(Unit { end: end + 1, name });
    }
    let written = &text.content[at..end];
    if text.byte(end) == b'-' && joint != Joint::Hyphen {
        return None;
    }
    // `En 2019 l’usine`, `Nel 2019 ha venduto`: a word of another language, or the beginning of one.
    let is_word = !text.is_english()
        && joint != Joint::Glued
        && matches!(written, "L" | "am" | "g" | "ha" | "in" | "l" | "m" | "mi" | "min" | "pm" | "t");
    if is_word || text.starts(end, "'") && at + 1 == end || text.starts(end, "’") {
        return None;
    }
    let next = text.next_word(end).1;
    // `400 km quadrados`: a unit of its own, which has no row rather than a wrong one.
    let is_of_area = !text.is_english()
        && ["carr", "cuadrad", "cúbic", "cub", "quadrat", "quadrad"].iter().any(|start| next.starts_with(start));
    if is_of_area {
        return None;
    }
    let sure = match written {
        "m" => metres(text, number, end, joint),
        "in" => inches(text, number, end, joint),
        // A time has two digits after the point.
        "pm" | "am" => is_no_time(text, number),
        "C" | "F" => is_temperature(text, number, end),
        "°" if is_romance(text.language) => is_of_degrees(text, number, end),
        "W" | "V" | "L" | "l" | "g" | "t" | "Mt" | "J" | "mi" | "ha" | "nm" | "cc" | "gal" | "ms" | "rad" | "mb" => {
            joint == Joint::Glued || !is_capital(next)
        }
        _ => true,
    };
    sure.then_some(Unit { end, name })
}

/// How far around a number words of the weather are looked for.
const AROUND: usize = 80;

/// Whether `C` or `F` is a degree: below zero, or beside words of warmth; else it is a grade, a name or a list's letter.
fn is_temperature(text: &Text<'_>, number: &Number, end: usize) -> bool {
    let around = &text.bytes[number.start.saturating_sub(AROUND)..(end + AROUND / 2).min(text.bytes.len())];
    let words = ["emperature", "degree", "weather", "°", "freez", "heat", "warm", "thermometer", " cold"];
    let small = number.value.is_below(super::decimal::Decimal::whole(1000));
    let below = number.value.is_below(super::decimal::Decimal::whole(0));
    small
        && !number.has_scale
        && (below || words.iter().any(|word| memchr::memmem::find(around, word.as_bytes()).is_some()))
}

/// Whether the language writes its ordinals with the sign of degrees: `il 12° posto`, `el 1° de mayo`, `le 3° régiment`.
fn is_romance(language: Option<Language>) -> bool {
    matches!(language, Some(Language::French | Language::Italian | Language::Portuguese | Language::Spanish))
}

/// Whether the degree sign, without a scale, is one of degrees in a language that also uses it for ordinals: below zero, or beside words of
/// warmth, of maps and of angles.
fn is_of_degrees(text: &Text<'_>, number: &Number, end: usize) -> bool {
    let around = &text.bytes[number.start.saturating_sub(AROUND)..(end + AROUND / 2).min(text.bytes.len())];
    #[rustfmt::skip]
    let stems: [&[u8]; 22] = [
        b"emperat", b"emp\xc3\xa9rat", b"erm\xc3\xb3m", b"ermom", b" grad", b" grau", b" degr", b"ombra", b"l'ombre", b"\x99ombre", b" caldo", b" calor",
        b"chaleur", b"canicul", b" freddo", b" froid", b" sotto zero", b"latitud", b"longitud", b" angol", b" \xc3\xa1ngulo", b" angle",
    ];
    let below = number.value.is_below(super::decimal::Decimal::whole(0));
    below || stems.iter().any(|stem| memchr::memmem::find(around, stem).is_some())
}

fn is_no_time(text: &Text<'_>, number: &Number) -> bool {
    let digits = text.bytes[..number.end].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    text.before(number.end - digits) == b'.' && digits != 2
}

/// Words beside a number with `m` that make it metres.
static METRES: Words<()> = words!(
    128,
    [
        "above",
        "away",
        "backstroke",
        "below",
        "breaststroke",
        "butterfly",
        "deep",
        "east",
        "final",
        "freestyle",
        "from",
        "heats",
        "high",
        "hurdles",
        "in",
        "individual",
        "long",
        "medley",
        "north",
        "of",
        "off",
        "race",
        "relay",
        "south",
        "sprint",
        "tall",
        "title",
        "to",
        "tower",
        "west",
        "wide",
        "world",
        "x",
    ]
);

/// Whether the word says of a number before it that it is metres.
pub(super) fn is_measured(next: Word<'_>) -> bool {
    METRES.has(next)
}

/// Whether `m` is metres: millions of something are followed by it.
fn metres(text: &Text<'_>, number: &Number, end: usize, joint: Joint) -> bool {
    let (at, next) = text.next_word(end);
    let measured = METRES.has(next) && !one_of!(next, ["of", "in", "to"])
        || next == "to" && leads_to_metres(text, text.past_gap(at + next.len()))
        || text.byte(end) == b')' && joint == Joint::Glued && text.before(number.start) == b'(';
    match joint {
        Joint::Space => next.is_empty() || !next.ends_with('s') || METRES.has(next),
        Joint::Glued => measured || next.is_empty() && matches!(text.byte(text.past_gap(end)), b'/' | b'x'),
        Joint::Hyphen => true,
    }
}

/// Whether what `to` leads to from a number with `m` is no other number of millions: `1,200m to the summit`, `3m to 4m high`, not `7.7m to 7.5m`.
fn leads_to_metres(text: &Text<'_>, at: usize) -> bool {
    let rest = text.bytes.get(at..).unwrap_or_default();
    let end = at + rest.iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count();
    if end == at {
        return true;
    }
    let next = text.next_word(end + 1).1;
    text.byte(end) == b'm' && METRES.has(next) && !one_of!(next, ["of", "in", "to", "from"])
}

/// Whether `in` is inches: most often it is the preposition.
fn inches(text: &Text<'_>, number: &Number, end: usize, joint: Joint) -> bool {
    let (at, next) = text.next_word(end);
    // `for 2012 in long-delayed results`: no word of a compound.
    let measured = one_of!(next, ["thick", "wide", "long", "tall", "high", "deep", "diameter", "x"])
        && text.byte(at + next.len()) != b'-';
    let last = next.is_empty() && matches!(text.byte(end), b'.' | b')' | b';' | b'x' | 0);
    match joint {
        // `a 1-in-100-year flood`.
        Joint::Hyphen if text.byte(number.end) == b'-' => {
            !(text.byte(end) == b'-' && text.byte(end + 1).is_ascii_digit())
        }
        // `in 2006in which`: a lost space.
        Joint::Glued => !calendar::could_be_year(number),
        Joint::Space | Joint::Hyphen => measured || last && number.value.is_below(super::decimal::Decimal::whole(1000)),
    }
}

/// What is short only behind a slash: `£162/t`, `R21 000/m²`, `6.1L/100km`.
fn per_symbol(text: &Text<'_>, at: usize) -> Option<Unit> {
    let known = [
        ("t", "tonne"),
        ("ha", "hectare"),
        ("m²", "square metre"),
        ("m2", "square metre"),
        ("d", "day"),
        ("wk", "week"),
        ("100km", "100 kilometres"),
        ("100 km", "100 kilometres"),
    ];
    let (written, name) = known.into_iter().find(|(written, _)| text.starts(at, written))?;
    let end = at + written.len();
    text.is_edge(end).then_some(Unit { end, name })
}

/// The same in other languages: `12 Euro pro Quadratmeter`, `500 € par mois`, `R$ 5,45 por litro`, `4 385 €/m²`.
fn per_abroad(text: &Text<'_>, end: usize) -> Option<Unit> {
    let is_slash = text.byte(end) == b'/';
    let at = if is_slash {
        end + 1
    } else {
        let (at, word) = text.next_word(end);
        let is_per = match text.language? {
            Language::German => word == "pro",
            Language::French => word == "par",
            Language::Dutch => word == "per",
            Language::Spanish | Language::Portuguese => word == "por",
            Language::Italian => word == "al",
            _ => false,
        };
        text.past_gap(is_per.then_some(at + word.len())?)
    };
    let worded = ABROAD.longest(text.language?.code(), text, at);
    let (end, name) =
        worded.or_else(|| phrases::symbol(&SYMBOLS, text, at).filter(|(end, _)| is_slash || end - at > 1))?;
    Some(Unit { end, name })
}

/// Whether a hundred kilometres stand here, on which something is used up; not their speed.
pub(super) fn is_per_hundred(text: &Text<'_>, at: usize) -> bool {
    let metres = text.past_gap(at + "100".len());
    text.starts(metres, "km") && text.is_edge(metres + 2) && text.byte(metres + 2) != b'/'
}

/// Whether what stands here says what a price is for, and no time in which something changes.
pub(super) fn is_priced(text: &Text<'_>, at: usize) -> bool {
    per(text, at).is_some_and(|per| !is_time(per.name))
}

/// What a price or a rate is for, after it: `a share`, `per barrel`, `-a-day`, `/kg`.
pub(super) fn per(text: &Text<'_>, end: usize) -> Option<Unit> {
    if !text.is_english() {
        return per_abroad(text, end);
    }
    let at = if text.byte(end) == b'/' {
        end + 1
    } else {
        let (at, joint) = joint(text, end);
        let word = text.word(at);
        if joint == Joint::Glued || !one_of!(word, ["a", "an", "per", "each"]) {
            return None;
        }
        match self::joint(text, at + word.len()) {
            (_, Joint::Glued) => return None,
            (at, _) => at,
        }
    };
    let Some((end, name)) = PER.longest("en", text, at) else {
        return if text.before(at) == b'/' { per_symbol(text, at) } else { None };
    };
    // `2.11 dollars a week ago`.
    let past = one_of!(text.next_word(end).1, ["ago", "earlier", "later", "before"]);
    (!past).then_some(Unit { end, name })
}
