//! Years in four digits, and other numbers that look like them.

use crate::keys::{Words, one_of, words};

use super::calendar::{self, Found};
use super::digits::is_year;
use super::neighbours::closes;
use super::tokens::Run;
use super::value::Date;
use super::vocabulary::Kind;

/// What is counted in numbers that look like years.
#[rustfmt::skip]
static COUNTED: Words<()> = words!(256, [
    "people", "men", "women", "children", "miles", "km", "feet", "metres", "meters", "points", "jobs", "shares",
    "tonnes", "tons", "barrels", "pounds", "euros", "yen", "yuan", "dollars", "troops", "soldiers", "workers",
    "employees", "words", "calories", "percent", "per", "rpm", "hp", "square", "sq", "times", "million", "billion",
    "copies", "homes", "votes", "mph", "kg", "lb", "mg", "ft", "yards", "acres", "hectares", "basis", "level", "mark",
    "degrees",
]);

/// Words before a number that is a name or a count.
#[rustfmt::skip]
static NAMED: Words<()> = words!(64, [
    "page", "no", "number", "room", "highway", "route", "flight", "model", "level", "boeing", "windows", "call", "top",
    "than", "about", "only", "some", "nearly", "almost", "approximately", "another",
]);

/// Words before a year.
#[rustfmt::skip]
static PLACED: Words<()> = words!(64, [
    "in", "since", "of", "by", "until", "till", "from", "to", "through", "during", "before", "after", "early", "late",
    "mid", "year", "between", "and", "for", "the", "its", "his", "circa", "or",
]);

/// A year in four digits. A number of something else has a noun behind it, or no preposition before it.
pub(super) fn year(run: &Run<'_>, at: usize) -> Found<Date> {
    let (end, year) = calendar::year(run, at)?;
    if !is_year(year) && !(1000..1500).contains(&year) || run.kind(at) == Kind::Possessive {
        return None;
    }
    let before = run.before(at);
    let after = run.after(end);
    if COUNTED.has(after) || matches!(run.kind(end), Kind::Unit | Kind::Units) && run.kind(at + 1) != Kind::Comma {
        return None;
    }
    if is_part_of_longer(run, at) {
        return None;
    }
    if NAMED.has(before) {
        return None;
    }
    let placed = PLACED.has(before);
    let recent = (1900..=2059).contains(&year);
    // `Sold 2000 pieces`. In `the 2012 elections` it is a year.
    let plural = after.len() > 3
        && after.ends_with('s')
        && after.starts_with(|c: char| c.is_ascii_lowercase())
        && !closes(after);
    if plural && !placed {
        return None;
    }
    let sure = recent
        || placed && (1500..=2100).contains(&year) && closes(after)
        || one_of!(before, ["in", "since"]) && (closes(after) || year >= 1500);
    sure.then_some((end, Date::Year(year)))
}

/// How many letters and digits of a code behind a hyphen are looked at.
const CODE: usize = 8;

/// Whether the digits are part of something longer: `555-2010`, `2010/42-7`, a number in the name of a file.
fn is_part_of_longer(run: &Run<'_>, at: usize) -> bool {
    let Some(token) = run.tokens.get(at) else { return false };
    let bytes = run.content.as_bytes();
    let byte = |at: Option<usize>| at.and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
    let joined = |byte: u8| matches!(byte, b'-' | b'/' | b'_');
    let year_before =
        at > 1 && run.kind(at - 1) == Kind::Hyphen && run.kind(at - 2) == Kind::Digits && run.text(at - 2).len() == 4;
    let word_before = at > 1
        && run.kind(at - 1) == Kind::Hyphen
        && !matches!(run.kind(at - 2), Kind::Digits | Kind::Decimal | Kind::Numeric);
    let (before, first) = (byte(token.start.checked_sub(1)), byte(token.start.checked_sub(2)));
    if joined(before) && first.is_ascii_alphanumeric() && !year_before && !word_before && first.is_ascii_digit() {
        return true;
    }
    let (after, next) = (byte(Some(token.end)), byte(Some(token.end + 1)));
    if !joined(after) {
        return false;
    }
    if !next.is_ascii_digit() {
        // The number of a model or a bond: `2007-AC1`.
        let rest = bytes[token.end + 1..].iter().take(CODE).take_while(|byte| byte.is_ascii_alphanumeric());
        return next.is_ascii_uppercase() && rest.into_iter().any(u8::is_ascii_digit);
    }
    // A range of years is a year by itself.
    let digits = bytes[token.end + 1..].iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    let end = token.end + 1 + digits;
    let goes_on = joined(byte(Some(end))) && byte(Some(end + 1)).is_ascii_digit();
    goes_on
        || after != b'-' && after != b'/'
        || !matches!(digits, 2 | 4)
        || joined(before) && first.is_ascii_digit() && !year_before
}
