//! Recurring times: `every Monday`, `daily`, `twice a week`, `Tuesday mornings`.

use crate::keys::one_of;

use super::calendar::{self, Found};
use super::clock::{self, Cue};
use super::neighbours::closes;
use super::senses::Daypart;
use super::tokens::Run;
use super::value::{Meaning, Span, Time, Unit};
use super::vocabulary::Kind;

/// A recurring time.
pub(super) fn set(run: &Run<'_>, at: usize) -> Found<Meaning> {
    match run.kind(at) {
        Kind::Every => every(run, at + 1),
        Kind::Frequency => frequency(run, at),
        Kind::Weekdays => {
            let (end, time) = time_of_day(run, at + 1);
            Some((end, Meaning::EveryWeekday(run.value(at), time)))
        }
        // `In the mornings`. `Nights` without an article may also be counted: `three nights`.
        Kind::The if run.kind(at + 1) == Kind::Dayparts => {
            Some((at + 2, Meaning::EveryTime(Time::Part(run.value(at + 1)))))
        }
        Kind::Dayparts if run.value(at) < Daypart::NIGHT => {
            Some((at + 1, Meaning::EveryTime(Time::Part(run.value(at)))))
        }
        Kind::Units if run.is(at, "weekends") => Some((at + 1, Meaning::EveryWeekend)),
        Kind::Weekday if run.kind(at + 1) == Kind::Dayparts => {
            Some((at + 2, Meaning::EveryWeekday(run.value(at), Some(Time::Part(run.value(at + 1))))))
        }
        Kind::Times if run.value(at) > 0 => times(run, at + 1),
        Kind::Number | Kind::Digits if run.take(at + 1, Kind::Times) == Some(0) => times(run, at + 2),
        _ => None,
    }
}

/// The time behind a recurring day: ` at 5 pm`.
fn time_of_day(run: &Run<'_>, at: usize) -> (usize, Option<Time>) {
    let next = at + usize::from(run.kind(at) == Kind::At);
    match clock::time(run, next, Cue::Needed) {
        Some((end, time)) => (end, Some(time)),
        None => (at, None),
    }
}

/// What follows `every`: a unit with a number or without, a weekday, a part of the day.
fn every(run: &Run<'_>, at: usize) -> Found<Meaning> {
    let (mut next, mut count) = (at, 100);
    if run.kind(next) == Kind::Other || run.is(next, "second") && run.kind(next + 1) == Kind::Unit {
        (next, count) = (next + 1, 200);
    } else if let Some(number) = run.take(next, Kind::Number).or_else(|| run.take(next, Kind::Digits)) {
        (next, count) = (next + 1, u32::try_from(number).ok()?.checked_mul(100)?);
    } else if run.is(next, "few") {
        let unit = Unit::of(run.take(next + 1, Kind::Units)?);
        return Some((next + 2, Meaning::Every(Span::of(None, unit))));
    }
    match run.kind(next) {
        Kind::Unit if run.is(next, "weekend") && count == 100 => Some((next + 1, Meaning::EveryWeekend)),
        Kind::Unit if run.is(next, "day") && count == 100 && time_of_day(run, next + 1).1.is_some() => {
            let (end, time) = time_of_day(run, next + 1);
            time.map(|time| (end, Meaning::EveryTime(time)))
        }
        Kind::Unit | Kind::Units => {
            let (end, span) = shorter(run, next + 1, Span::of(Some(count), Unit::of(run.value(next))));
            // `Every second counts`: the second of a clock recurs for nobody.
            let sure = run.value(next) > 0 || count != 100;
            sure.then_some((end, Meaning::Every(span)))
        }
        Kind::Weekday => {
            let (end, time) = time_of_day(run, next + 1);
            Some((end, Meaning::EveryWeekday(run.value(next), time)))
        }
        Kind::Daypart => {
            let (end, time) = time_of_day(run, next + 1);
            Some((end, Meaning::EveryTime(time.unwrap_or(Time::Part(run.value(next))))))
        }
        Kind::Season => Some((next + 1, Meaning::Every(Span::of(Some(100), Unit::Year)))),
        _ => calendar::month(run, next).map(|(end, month)| (end, Meaning::EveryMonth(month))).or_else(|| {
            (run.kind(next) == Kind::Month && run.is_capital(next))
                .then_some((next + 1, Meaning::EveryMonth(run.value(next) % 100)))
        }),
    }
}

/// The shorter part behind a length: `and fifteen seconds` behind `every three minutes`.
fn shorter(run: &Run<'_>, end: usize, span: Span) -> (usize, Span) {
    let next = end + usize::from(run.kind(end) == Kind::And);
    let count = run.take(next, Kind::Number).or_else(|| run.take(next, Kind::Digits));
    let unit = run.take(next + 1, Kind::Units).map(Unit::of);
    let both =
        count.zip(unit).and_then(|(count, unit)| span.and(Some(u32::try_from(count).ok()?.checked_mul(100)?), unit));
    both.map_or((end, span), |span| (next + 2, span))
}

/// `Daily`, `annual`. In a name they are none: `the Daily Tide`.
fn frequency(run: &Run<'_>, at: usize) -> Found<Meaning> {
    let before = run.before(at);
    let after = run.after(at + 1);
    let named = run.is_capital(at) && after.starts_with(|c: char| c.is_ascii_uppercase())
        || run.is_capital(at)
            && (before.starts_with(|c: char| c.is_ascii_uppercase())
                || one_of!(before, ["the", "of"])
                || follows_owner(run, at));
    // `Semi-annual` and `bi-weekly` have another length, which is not known here.
    let joined = run.kind(at + 1) == Kind::Hyphen && run.glued(at + 1) || before.ends_with('-');
    // `Everyday life` is common life. But what is done in an everyday routine is done every day.
    let is_done = ["occurrence", "routine"].iter().any(|done| after.starts_with(done));
    let is_common =
        run.is(at, "everyday") && !is_done && (!closes(after) || one_of!(before, ["a", "an", "more", "the"]));
    (!named && !joined && !is_common).then_some((at + 1, Meaning::Every(Span::of(Some(100), Unit::of(run.value(at))))))
}

/// Whether a possessive stands before, as in `People's Daily`.
fn follows_owner(run: &Run<'_>, at: usize) -> bool {
    let before = &run.content[..run.tokens[at].start];
    before.ends_with("'s ") || before.ends_with("’s ")
}

/// What follows a word for how often: `a week`, `a year`, `every day`.
fn times(run: &Run<'_>, at: usize) -> Found<Meaning> {
    if run.kind(at) == Kind::Every {
        return every(run, at + 1);
    }
    let unit = Unit::of(run.take(at + 1, Kind::Unit).filter(|_| run.kind(at) == Kind::Article)?);
    Some((at + 2, Meaning::Every(Span::of(Some(100), unit))))
}
