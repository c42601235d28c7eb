//! Dates as German, Dutch, French, Spanish, Portuguese and Italian write them: `28. April 2023`, `le 5 mars 2020`, `5 de mayo de 2020`,
//! `Montag`, `en 2020`. Only what is certain is read: no lengths of time, and nothing relative except the days around today.

use super::abroad;
use super::calendar::Found;
use super::digits::is_year;
use super::hours;
use super::senses::Hyphen;
use super::tokens::Run;
use super::value::{Date, Meaning, Unit, Which, Year};
use super::vocabulary::Kind;
use super::weekdays;

/// The expression that begins at a token.
pub(super) fn expression(run: &Run<'_>, at: usize) -> Found<Meaning> {
    if let Some((end, (from, to))) = hours::times(run, at) {
        return Some((end, Meaning::Times(None, from, to)));
    }
    if let Some((end, time)) = hours::time(run, at) {
        return Some((end, Meaning::Time(None, time)));
    }
    if let Some((end, from, to)) = days(run, at) {
        return Some((end, Meaning::Dates(from, to)));
    }
    let found = [
        dated(run, at),
        month(run, at),
        weekday(run, at),
        near(run, at),
        year(run, at),
        numeric(run, at),
        abroad::period(run, at),
    ];
    let (end, date) = found.into_iter().flatten().max_by_key(|(end, _)| *end)?;
    Some((end, Meaning::Date(date)))
}

pub(super) fn numeric(run: &Run<'_>, at: usize) -> Found<Date> {
    let packed = run.take(at, Kind::Numeric)?;
    // The day comes first in these languages. Where a date in digits has two readings, the digits were read as month and day, and are
    // turned round.
    let (year, second, first) = (packed.abs() / 10_000, packed.abs() / 100 % 100, packed.abs() % 100);
    let (month, day) = if packed < 0 { (first, second) } else { (second, first) };
    Some((at + 1, Date::Day(Year::Known(year), month, day)))
}

/// A day with its month, with its weekday or without: `Dienstag, 5. Mai 2020`.
fn dated(run: &Run<'_>, at: usize) -> Found<Date> {
    let mut next = at;
    if let Some((end, Weekday { ordinal: false, .. })) = named_weekday(run, at) {
        next = end + usize::from(run.kind(end) == Kind::Comma);
        next += usize::from(run.kind(next) == Kind::The);
    }
    let day = match run.kind(next) {
        Kind::Digits if run.text(next).len() <= 2 => run.value(next),
        Kind::Ordinal => run.value(next),
        _ => return None,
    };
    let next = next + 1;
    let next = next + usize::from(run.kind(next) == Kind::Of);
    let month = named_month(run, next)?;
    if !(1..=31).contains(&day) {
        return None;
    }
    let (end, year) = year_of(run, next + 1);
    Some((end, Date::Day(year, month, day)))
}

/// Days of one month: `3. bis 5. Juni`, `du 12 au 15 juin`, `12-15 juni 2024`.
fn days(run: &Run<'_>, at: usize) -> Option<(usize, Date, Date)> {
    let first = match run.kind(at) {
        Kind::Digits if run.text(at).len() <= 2 => run.value(at),
        Kind::Ordinal => run.value(at),
        _ => return None,
    };
    let joint = at + 1 + usize::from(run.kind(at + 1) == Kind::Of);
    let joins = match run.kind(joint) {
        Kind::Hyphen => run.value(joint) < Hyphen::SLASH,
        Kind::To | Kind::In | Kind::The => JOINTS.contains(&run.text(joint)),
        _ => false,
    };
    let (end, last) = dated(run, joint + 1).filter(|_| joins)?;
    match last {
        Date::Day(year, month, day) if (1..day).contains(&first) => Some((end, Date::Day(year, month, first), last)),
        _ => None,
    }
}

/// Words between two days.
const JOINTS: &[&str] = &["bis", "tot", "au", "al", "a"];

fn named_month(run: &Run<'_>, at: usize) -> Option<i32> {
    match run.kind(at) {
        Kind::Month | Kind::MonthShort => Some(run.value(at) % 100),
        _ => None,
    }
}

fn year_of(run: &Run<'_>, at: usize) -> (usize, Year) {
    let next = at + usize::from(run.kind(at) == Kind::Of);
    match four_digits(run, next) {
        Some(year) => (next + 1, Year::Known(year)),
        None => (at, Year::Open),
    }
}

fn four_digits(run: &Run<'_>, at: usize) -> Option<i32> {
    run.take(at, Kind::Digits).filter(|year| run.text(at).len() == 4 && is_year(*year))
}

/// A month with its year, or behind a preposition.
fn month(run: &Run<'_>, at: usize) -> Found<Date> {
    let month = named_month(run, at)?;
    let (end, year) = year_of(run, at + 1);
    // `Im Mai`, `en mayo`, `em março`. Alone, `Mai` may be a name, and `mars` a planet.
    let before = run.before(at);
    let placed = ["im", "seit", "in", "sinds", "en", "depuis", "desde", "em", "a", "nel", "dal", "bis", "tot", "de"]
        .contains(&before);
    let sure = year != Year::Open || placed && run.kind(at) == Kind::Month && before != "a" && before != "de";
    sure.then_some((end, Date::Month(year, month)))
}

/// Whether a weekday with a capital is the name of a person or a town, or part of another name: `Plácido Domingo`, `Herr Freitag`, `Domingo
/// Espetacular`.
fn is_named(run: &Run<'_>, at: usize) -> bool {
    let Some(day) = run.tokens.get(at).filter(|_| run.is_capital(at)) else { return false };
    let (before, after) = (&run.content[..day.start], &run.content[day.end..]);
    let last = before.strip_suffix(' ').map_or("", |head| &head[head.rfind([' ', '\n']).map_or(0, |at| at + 1)..]);
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    match run.text(at) {
        "Freitag" | "Montag" | "Samstag" | "Sonntag" => matches!(last, "Herr" | "Herrn" | "Frau" | "Dr." | "Prof."),
        "Domenica" | "Domingo" | "Sabato" => {
            // `Este Domingo` stands in a title, whose words all have capitals.
            let is_given = is_capital(last)
                && last.len() >= 4
                && last.ends_with(char::is_lowercase)
                && !DETERMINERS.contains(&last);
            is_given || after.strip_prefix(' ').is_some_and(is_capital)
        }
        _ => false,
    }
}

/// Words behind which a weekday is one, though all words have capitals.
const DETERMINERS: &[&str] =
    &["Cada", "Este", "Esse", "Neste", "Nesse", "Ogni", "Próximo", "Questa", "Questo", "Todo", "Último"];

/// A weekday, with the day of the month or without: `terça-feira (27)`, `el jueves, 5,`.
fn weekday(run: &Run<'_>, at: usize) -> Found<Date> {
    let (end, Weekday { day, ordinal }) = named_weekday(run, at).filter(|_| !is_named(run, at))?;
    match day_of_month(run, end) {
        // In `a segunda vez` it is an ordinal, in `nesta segunda (3)` a weekday.
        Some(_) if ordinal && !weekdays::follows_place(&run.content[..run.tokens[at].start]) => None,
        Some((end, number)) => Some((end, Date::WeekdayOfMonth(day, number))),
        None => (!ordinal).then_some((end, Date::Weekday(day, Which::Open))),
    }
}

/// A weekday's name.
struct Weekday {
    /// 1 for Monday to 7 for Sunday.
    day: i32,
    /// Whether the name is an ordinal as well: `segunda` without `-feira`.
    ordinal: bool,
}

fn named_weekday(run: &Run<'_>, at: usize) -> Found<Weekday> {
    let day = run.take(at, Kind::Weekday)?;
    let whole = run.kind(at + 1) == Kind::Hyphen && run.kind(at + 2) == Kind::WeekdayHalf;
    let end = if whole { at + 3 } else { at + 1 };
    Some((end, Weekday { day: day % 100, ordinal: day > 100 && !whole }))
}

/// The day of the month right behind a weekday.
fn day_of_month(run: &Run<'_>, at: usize) -> Found<i32> {
    if let Some(day) = run.take(at, Kind::DayInBrackets) {
        return Some((at + 1, day));
    }
    let number = at + usize::from(run.kind(at) == Kind::Comma);
    let token = run.tokens.get(number).filter(|token| token.kind == Kind::Digits && token.end - token.start <= 2)?;
    let sure = (1..=31).contains(&token.value) && weekdays::closes(run.content.as_bytes(), token.end);
    sure.then_some((number + 1, token.value))
}

fn near(run: &Run<'_>, at: usize) -> Found<Date> {
    let away = run.take(at, Kind::Day).filter(|_| !is_proverbial(run, at))?;
    Some((at + 1, Date::Away(Unit::Day, away)))
}

/// Whether a word for a day is part of a saying: `von heute auf morgen`, `hoje em dia`, `de dag van vandaag`.
fn is_proverbial(run: &Run<'_>, at: usize) -> bool {
    let Some(day) = run.tokens.get(at) else { return false };
    let (before, after) = (run.content[..day.start].trim_end(), run.content[day.end..].trim_start());
    // `après-demain` is another day.
    if before.len() == day.start && before.ends_with('-') {
        return true;
    }
    match &run.content[day.start..day.end] {
        "heute" => before.ends_with("von") && after.starts_with("auf morgen"),
        "hoje" | "Hoje" => {
            after.strip_prefix("em dia").is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        }
        "vandaag" => before.ends_with("dag van"),
        _ => false,
    }
}

/// A year behind a word for *in* or *year*.
fn year(run: &Run<'_>, at: usize) -> Found<Date> {
    let year = four_digits(run, at)?;
    let before = run.before(at);
    let placed = at > 0 && run.kind(at - 1) == Kind::In
        || ["Jahr", "Jahre", "Jahres", "jaar", "en", "em", "nel", "dal", "seit", "sinds", "desde", "depuis"]
            .contains(&before);
    let counted = run.after(at + 1).starts_with(|c: char| c.is_ascii_lowercase()) && !placed;
    (placed && !counted && (1900..=2059).contains(&year)).then_some((at + 1, Date::Year(year)))
}
