//! Stretches of the calendar that are longer than a day: `the first quarter of 2020`, `the 1990s`, `last week`, `fiscal 2019`, `the
//! summer`.

use crate::keys::one_of;

use super::calendar::{self, Found};
use super::digits::is_year;
use super::near;
use super::neighbours::{closes, is_name};
use super::senses::{Fiscal, Shift};
use super::tokens::Run;
use super::topic;
use super::value::{Date, Unit, Year};
use super::vocabulary::Kind;
use super::year;

/// A period. Only what can begin with a token of this kind is tried.
pub(super) fn period(run: &Run<'_>, at: usize) -> Found<Date> {
    let first = at + usize::from(run.kind(at) == Kind::The);
    // In `the third-quarter loss` the article is that of the loss.
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

/// The longest of several, or the last of those that are equally long.
fn longest<const COUNT: usize>(found: [Found<Date>; COUNT]) -> Found<Date> {
    found.into_iter().flatten().max_by_key(|(end, _)| *end)
}

/// The year behind a quarter or a season, and where it ends: `of 2020`, `in 2020`, `2020`, `last year`, `of the year`.
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
            Some((end, Date::Quarter(year, run.value(at))))
        }
        Kind::HalfYear => {
            let (end, year) = of_year(run, at + 1);
            (year != Year::Open).then_some((end, Date::Half(year, run.value(at))))
        }
        _ => ordered(run, at),
    }
}

/// A part of a year or of another period by its place in a row: `the first quarter`, `the last half of 2020`, `the second week of July`.
fn ordered(run: &Run<'_>, at: usize) -> Found<Date> {
    let last = run.take(at, Kind::Shift) == Some(Shift::LAST);
    let (next, number) = if last { (at + 1, 0) } else { calendar::ordinal(run, at)? };
    let next = next + usize::from(run.kind(next) == Kind::Hyphen);
    // `The first fiscal quarter`, `fiscal first-quarter profit`: the company says when its year begins.
    let is_fiscal = |at: usize| run.take(at, Kind::Fiscal).is_some_and(|year| year != Fiscal::CALENDAR);
    let inner = is_fiscal(next);
    let fiscal = inner || at > 0 && is_fiscal(at - 1);
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
        // Without a year, a half may be one of a match.
        return (year != Year::Open).then_some((end, Date::Half(year, if last { 2 } else { number })));
    }
    let unit = run.take(next, Kind::Unit).map(Unit::of)?;
    if !matches!(unit, Unit::Day | Unit::Week | Unit::Month) || run.kind(next + 1) != Kind::Of {
        return None;
    }
    let (end, whole) = period(run, next + 2)?;
    Some((end, ordinal_part(unit, number, last, whole)))
}

/// The part of a period by its number: `the second week of July`, `the third month of 2021`, `the last day of May`.
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
    // `Year 2020`, `year of 2020`.
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
        return Some((
            end,
            if kind == Fiscal::CALENDAR { Date::Year(known) } else { Date::Fiscal(Year::Known(known)) },
        ));
    }
    let date = if kind == Fiscal::CALENDAR { Date::Unknown(Unit::Year) } else { Date::Fiscal(Year::Unknown) };
    (year == 1).then_some((next + 1, date))
}

/// `Summer 2020`, `the spring of 1999`, `last winter`, `this fall`, `the summer`.
fn season(run: &Run<'_>, at: usize) -> Found<Date> {
    let first = at + usize::from(run.kind(at) == Kind::The);
    let shift = run.take(first, Kind::Shift);
    let next = first + usize::from(shift.is_some());
    let value = run.take(next, Kind::Season)?;
    let season = value % 100;
    let end = next + 1;
    if let Some(shift) = shift {
        let year = shifted_year(run, first, shift)?;
        return (!is_no_season(run, first, value)).then_some((end, Date::Season(year, season)));
    }
    let (year_end, year) = of_year(run, end);
    if year != Year::Open {
        return Some((year_end, Date::Season(year, season)));
    }
    stands_alone(run, at, next, value).then_some((end, Date::Season(Year::Open, season)))
}

/// The year of a season behind the word for which one it is: `last winter`, `this fall`.
fn shifted_year(run: &Run<'_>, at: usize, shift: i32) -> Option<Year> {
    match shift {
        Shift::LAST | Shift::PAST => Some(Year::Last),
        Shift::NEXT | Shift::COMING => Some(Year::Next),
        Shift::THIS if run.is(at, "this") => Some(Year::Away(0)),
        Shift::PREVIOUS | Shift::FOLLOWING | Shift::SAME => Some(Year::Unknown),
        _ => None,
    }
}

/// Whether the word behind `this` or `that`, which stands at `shift`, is no season: `a sign that summer has come`, `that fall in prices`.
fn is_no_season(run: &Run<'_>, shift: usize, value: i32) -> bool {
    let after = run.after(shift + 2);
    let begins_clause =
        || run.is(shift, "that") && one_of!(after, ["has", "is", "will", "would", "had", "comes", "can"]);
    let falls =
        || value > 100 && (run.is(shift, "that") || run.is(shift, "this") && value % 100 == AUTUMN) && after == "in";
    begins_clause() || falls()
}

/// Autumn among the seasons. Its other word, `fall`, may be anything that goes down.
const AUTUMN: i32 = 3;

/// Whether a season without a year is one, by the words beside it: `in the summer`, `over winter`. `spring` and `fall`, whose value is above 100,
/// need the article as well.
fn stands_alone(run: &Run<'_>, at: usize, season: usize, value: i32) -> bool {
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
    let ends = closes(run.after(season + 1)) && run.kind(season + 1) != Kind::Hyphen;
    let is_sure = || value < 100 || run.kind(at) == Kind::The && before == "in";
    placed && ends && is_sure() && !is_name(run, season)
}

/// `The 1990s`, `the '90s`, `the nineties`.
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
        // Temperatures and ages may be in the nineties too, so the article is needed.
        Kind::DecadeWord if the == 1 => Some((next + 1, Date::Decade(1900 + run.value(next)))),
        _ => None,
    }
}

/// `19th century`, `the twenty-first century`.
fn century(run: &Run<'_>, at: usize) -> Found<Date> {
    let (next, number) = calendar::ordinal(run, at)?;
    let next = next + usize::from(run.kind(next) == Kind::Hyphen);
    // `20th Century Fox` is a name.
    let is_named = || run.is_capital(next) && run.after(next + 1).starts_with(|c: char| c.is_ascii_uppercase());
    // A player has no more hundreds of which somebody tells.
    const HUNDREDS: i32 = 14;
    // `Fifth century BC`.
    let is_before = || matches!(run.after(next + 1), "BC" | "BCE" | "B");
    (run.is(next, "century")
        && (1..=21).contains(&number)
        && !is_named()
        && !is_before()
        && !(number <= HUNDREDS && is_of_runs(run, at, next + 1)))
    .then_some((next + 1, Date::Century(number)))
}

/// Whether the century before `end` is a hundred runs: `her second century`, `the third century of the match`, not `her 19th-century house`.
fn is_of_runs(run: &Run<'_>, at: usize, end: usize) -> bool {
    let is_owned = one_of!(run.before(at), ["her", "his", "my"]);
    let of = || run.after(end) == "of" && matches!(run.after_next(end), "the" | "this" | "a" | "his" | "her");
    let matched = || {
        // The word behind `of the`.
        let rest = run.tokens.get(end - 1).map_or("", |token| &run.content[token.end..]);
        let word = rest.split(' ').nth(3).unwrap_or("").trim_end_matches(|c: char| !c.is_alphanumeric());
        one_of!(word, ["career", "game", "innings", "match", "season", "series", "summer", "tour", "tournament"])
    };
    is_owned || of() && matched()
}
