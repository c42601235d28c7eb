//! Stretches longer than a day, and those named by where they lie: `the first quarter of 2020`, `the 1990s`, `last week`, `fiscal 2019`,
//! `the summer`.

use crate::keys::one_of;

use super::calendar::{self, Found};
use super::digits::is_year;
use super::near;
use super::neighbours::{closes, is_name};
use super::tokens::Run;
use super::topic;
use super::value::{Date, Unit, Year};
use super::vocabulary::Kind;
use super::year;

/// A period, without an article that is not part of it. Only what can begin with a token of this kind is tried.
pub(super) fn period(run: &Run<'_>, at: usize) -> Found<Date> {
    let first = at + usize::from(run.kind(at) == Kind::The);
    // `The third-quarter loss`: the article is that of the loss.
    let joined =
        first > at && run.kind(first + 1) == Kind::Hyphen && matches!(run.kind(first), Kind::Ordinal | Kind::Unit);
    let the = if joined { at } else { first };
    match run.kind(first) {
        Kind::Month | Kind::MonthShort if first == at => calendar::month_of_year(run, at),
        Kind::Shift => longest([
            quarter(run, the),
            near::shifted(run, at),
            season(run, at),
            near::weekend(run, at),
            near::shifted_month(run, at),
        ]),
        Kind::Unit => longest([
            quarter(run, the),
            fiscal(run, the),
            century(run, the),
            near::weekend(run, at),
            near::week_of(run, at),
            near::the_unit(run, at),
        ]),
        Kind::Number | Kind::Ordinal => longest([quarter(run, the), century(run, the)]),
        Kind::Digits => longest([quarter(run, the), year::year(run, at)]),
        Kind::Quarter | Kind::HalfYear => quarter(run, the),
        Kind::Fiscal | Kind::FiscalYear => fiscal(run, the),
        Kind::Season => season(run, at),
        Kind::Decade | Kind::DecadeWord => decade(run, at),
        _ => None,
    }
}

/// Of several, the last of the longest.
fn longest<const COUNT: usize>(found: [Found<Date>; COUNT]) -> Found<Date> {
    found.into_iter().flatten().max_by_key(|(end, _)| *end)
}

/// The year after a quarter or a season: `of 2020`, `in 2020`, `2020`, `last year`, `of the year`.
fn of_year(run: &Run<'_>, at: usize) -> (usize, Year) {
    let skip = at + usize::from(matches!(run.kind(at), Kind::Of | Kind::In | Kind::Hyphen));
    if let Some((end, year)) = calendar::year(run, skip).filter(|(_, year)| is_year(*year)) {
        return (end, Year::Known(year));
    }
    if let Some((end, away)) = calendar::year_away(run, skip).filter(|_| run.kind(at) != Kind::Hyphen) {
        return (end, Year::Away(away));
    }
    if run.kind(at) == Kind::Of {
        let fiscal = skip + usize::from(run.kind(skip) == Kind::The);
        let next = fiscal + usize::from(run.kind(fiscal) == Kind::Fiscal);
        let next = next + usize::from(run.is(next, "year"));
        if next > fiscal {
            let end = calendar::year(run, next).map_or(next, |(end, _)| end);
            return (end, Year::Unknown);
        }
    }
    (at, Year::Open)
}

/// `First quarter of 2020`, `second-quarter`, `Q1 2020`, `2020 Q1`, `the first half of last year`.
fn quarter(run: &Run<'_>, at: usize) -> Found<Date> {
    if let Some((next, year)) = calendar::year(run, at) {
        let next = next + usize::from(run.kind(next) == Kind::Hyphen);
        return match run.kind(next) {
            Kind::Quarter => Some((next + 1, Date::Quarter(Year::Known(year), run.value(next)))),
            Kind::HalfYear => Some((next + 1, Date::Half(Year::Known(year), run.value(next)))),
            _ => None,
        };
    }
    match run.kind(at) {
        Kind::Quarter => {
            let (end, year) = of_year(run, at + 1);
            return Some((end, Date::Quarter(year, run.value(at))));
        }
        Kind::HalfYear => {
            let (end, year) = of_year(run, at + 1);
            return (year != Year::Open).then_some((end, Date::Half(year, run.value(at))));
        }
        _ => {}
    }
    let last = run.take(at, Kind::Shift) == Some(1);
    let (next, number) = if last { (at + 1, 0) } else { calendar::ordinal(run, at)? };
    let next = next + usize::from(run.kind(next) == Kind::Hyphen);
    // `The first fiscal quarter`, `fiscal first-quarter profit`: of a year that begins when the company says.
    let inner = run.kind(next) == Kind::Fiscal && run.value(next) != 1;
    let fiscal = inner || at > 0 && run.kind(at - 1) == Kind::Fiscal && run.value(at - 1) != 1;
    let next = next + usize::from(inner);
    if run.is(next, "quarter") && (last || number <= 4) {
        // `The first quarter of an hour`.
        if run.kind(next + 1) == Kind::Of && run.kind(next + 2) == Kind::Article {
            return None;
        }
        let (end, year) = of_year(run, next + 1);
        if year == Year::Open && topic::is_of_match(run.content, run.tokens[at].start, run.tokens[next].end) {
            return None;
        }
        if last && (year == Year::Open || run.kind(next + 1) != Kind::Of) {
            return None;
        }
        let year = if fiscal { Year::Unknown } else { year };
        return Some((end, Date::Quarter(year, if last { 4 } else { number })));
    }
    if run.kind(next) == Kind::Half && (last || number <= 2) {
        let (end, year) = of_year(run, next + 1);
        // A half alone may be one of a match.
        return (year != Year::Open).then_some((end, Date::Half(year, if last { 2 } else { number })));
    }
    if let Some(unit) = run.take(next, Kind::Unit).map(Unit::of)
        && matches!(unit, Unit::Day | Unit::Week | Unit::Month)
        && run.kind(next + 1) == Kind::Of
        && let Some((end, whole)) = period(run, next + 2)
    {
        return Some((end, ordinal_part(unit, number, last, whole)));
    }
    None
}

/// `The second week of July`, `the third month of 2021`, `the last day of May`.
fn ordinal_part(unit: Unit, number: i32, last: bool, whole: Date) -> Date {
    match (unit, whole) {
        (Unit::Month, Date::Year(year)) if (1..=12).contains(&number) => Date::Month(Year::Known(year), number),
        (Unit::Month, Date::Year(year)) if last => Date::Month(Year::Known(year), 12),
        (Unit::Day, Date::Month(year, month)) if (1..=31).contains(&number) => Date::Day(year, month, number),
        (Unit::Week, Date::Year(year)) if last => Date::WeekOfYear(year, 53),
        (Unit::Week, Date::Year(year)) if (1..=53).contains(&number) => Date::WeekOfYear(year, number),
        (Unit::Week | Unit::Month | Unit::Day, _) => Date::Unknown(unit),
        _ => whole,
    }
}

/// `Fiscal 2020`, `the fiscal year 2020`, `FY2020`, `the fiscal year`, `the school year`.
fn fiscal(run: &Run<'_>, at: usize) -> Found<Date> {
    if let Some(year) = run.take(at, Kind::FiscalYear) {
        return Some((at + 1, Date::Fiscal(Year::Known(year))));
    }
    // `Year 2020`.
    let named = usize::from(run.is(at, "year"));
    if named == 1 {
        let (end, year) = calendar::year(run, at + 1)
            .or_else(|| calendar::year(run, at + 1 + usize::from(run.kind(at + 1) == Kind::Of)))?;
        return Some((end, Date::Year(year)));
    }
    let kind = run.take(at, Kind::Fiscal)?;
    let next = at + 1;
    let year = usize::from(run.is(next, "year"));
    if let Some((end, known)) = calendar::year(run, next + year).filter(|(_, year)| is_year(*year)) {
        return Some((end, if kind == 1 { Date::Year(known) } else { Date::Fiscal(Year::Known(known)) }));
    }
    let date = if kind == 1 { Date::Unknown(Unit::Year) } else { Date::Fiscal(Year::Unknown) };
    (year == 1).then_some((next + 1, date))
}

/// `Summer 2020`, `the spring of 1999`, `last winter`, `this fall`, `the summer`.
fn season(run: &Run<'_>, at: usize) -> Found<Date> {
    let the = run.kind(at) == Kind::The;
    let mut next = at + usize::from(the);
    let shift = run.take(next, Kind::Shift);
    next += usize::from(shift.is_some());
    let value = run.take(next, Kind::Season)?;
    let season = value % 100;
    let end = next + 1;
    let year = match shift {
        Some(1 | 2) => Year::Last,
        Some(4 | 5) => Year::Next,
        Some(7) if run.is(next - 1, "this") => Year::Away(0),
        Some(3 | 6 | 8) => Year::Unknown,
        Some(_) => return None,
        None => {
            let (end, year) = of_year(run, end);
            if year != Year::Open {
                return Some((end, Date::Season(year, season)));
            }
            Year::Open
        }
    };
    if shift.is_some() {
        // `A sign that summer has come`.
        if run.is(next - 1, "that") && one_of!(run.after(end), ["has", "is", "will", "would", "had", "comes", "can"]) {
            return None;
        }
        // `This spring rain`, `that fall in prices`.
        let falls = value > 100
            && (run.is(next - 1, "that") || run.is(next - 1, "this") && season == 3)
            && run.after(end) == "in";
        return (!falls).then_some((end, Date::Season(year, season)));
    }
    let before = run.before(at);
    let placed = one_of!(
        before,
        [
            "in",
            "during",
            "since",
            "until",
            "over",
            "by",
            "through",
            "throughout",
            "this",
            "early",
            "late",
            "of",
            "mid",
            "for",
        ]
    );
    let ends = closes(run.after(end)) && run.kind(end) != Kind::Hyphen;
    let alone = placed && ends && (value < 100 || the && before == "in");
    (alone && !is_name(run, next)).then_some((end, Date::Season(year, season)))
}

/// `The 1990s`, `the '90s`, `the nineties`, `the next decade` is elsewhere.
fn decade(run: &Run<'_>, at: usize) -> Found<Date> {
    let the = usize::from(run.kind(at) == Kind::The);
    let next = at + the;
    match run.kind(next) {
        Kind::Decade => {
            let four = run.text(next).len() > 4;
            let is_degrees = || !four && topic::is_of_weather(run.content, run.tokens[at].start);
            let placed = four
                || the == 1 && !is_degrees()
                || run.text(next).starts_with(['\'', '’', '‘'])
                || run.before(next) == "mid";
            placed.then_some((next + 1, Date::Decade(run.value(next))))
        }
        // Temperatures and ages are in the nineties too: only with a word of time before it.
        Kind::DecadeWord if the == 1 => Some((next + 1, Date::Decade(1900 + run.value(next)))),
        _ => None,
    }
}

/// `19th century`, `the twenty-first century`, `the 19th and 20th centuries` is two.
fn century(run: &Run<'_>, at: usize) -> Found<Date> {
    let (next, number) = calendar::ordinal(run, at)?;
    let next = next + usize::from(run.kind(next) == Kind::Hyphen);
    // `20th Century Fox`: a name.
    let is_named = || run.is_capital(next) && run.after(next + 1).starts_with(|c: char| c.is_ascii_uppercase());
    // The fifth century before the first.
    let is_before = || matches!(run.after(next + 1), "BC" | "BCE" | "B");
    (run.is(next, "century") && (1..=21).contains(&number) && !is_named() && !is_before())
        .then_some((next + 1, Date::Century(number)))
}
