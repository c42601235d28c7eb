//! Periods that are named by where they lie: `last week`, `this September`, `the weekend`, `the quarter`.

use crate::keys::one_of;

use super::calendar::{self, Found};
use super::neighbours::{closes, is_name, is_owned, is_title};
use super::senses::{Fiscal, From, Shift};
use super::tokens::Run;
use super::topic;
use super::value::{Date, Unit, Which, Year};
use super::vocabulary::Kind;

/// `Last week`, `this year`, `the same day`, `this past month`, `the following year`. What *last* and *next* mean depends on the article:
/// `the last week` is a length of time that ends now, and no period.
pub(super) fn shifted(run: &Run<'_>, at: usize) -> Found<Date> {
    let the = run.kind(at) == Kind::The;
    let mut next = at + usize::from(the);
    let mut shift = run.take(next, Kind::Shift)?;
    if matches!(shift, Shift::RECENT | Shift::ANOTHER) || run.is(next, "these") || run.is(next, "those") {
        let present = run.is(next, "these") && run.is(next + 1, "days") && !the;
        return present.then_some((next + 2, Date::Present));
    }
    next += 1;
    // `This past week`, `this coming year`.
    if shift == Shift::THIS
        && let Some(second @ (Shift::LAST | Shift::PAST | Shift::NEXT | Shift::COMING)) = run.take(next, Kind::Shift)
    {
        shift = if second <= Shift::PAST { Shift::LAST } else { Shift::NEXT };
        next += 1;
    }
    let next = next + usize::from(matches!(run.kind(next), Kind::Filler | Kind::Fiscal));
    let fiscal = run.take(next - 1, Kind::Fiscal).is_some_and(|year| year != Fiscal::CALENDAR);
    let unit = run.take(next, Kind::Unit).map(Unit::of)?;
    let end = next + 1;
    // `Next hour`.
    if unit == Unit::Hour && !the && matches!(shift, Shift::LAST | Shift::NEXT) {
        return Some((end, Date::Away(unit, if shift == Shift::LAST { -1 } else { 1 })));
    }
    if unit < Unit::Day
        || unit == Unit::Weekend
        || matches!(run.kind(end), Kind::Hyphen) && !run.is(end + 1, "on") && run.glued(end)
    {
        return None;
    }
    let away =
        |count| if fiscal && unit == Unit::Year { Date::Fiscal(Year::Away(count)) } else { Date::Away(unit, count) };
    let date = match shift {
        // `The last week` and `the past year` are lengths of time that end now.
        Shift::LAST if !the && is_owned(run, at) => return None,
        Shift::NEXT if !the && unit == Unit::Day && is_owned(run, at) => return None,
        Shift::LAST if !the || fiscal => away(-1),
        Shift::NEXT if !the || fiscal => away(1),
        Shift::COMING if !the || matches!(unit, Unit::Week | Unit::Month) => away(1),
        Shift::THIS => away(0),
        Shift::PREVIOUS | Shift::FOLLOWING | Shift::SAME => Date::Unknown(unit),
        Shift::NEXT if matches!(unit, Unit::Day | Unit::Week) => Date::Unknown(unit),
        Shift::NEXT if matches!(unit, Unit::Month | Unit::Year) && run.kind(next - 1) == Kind::Shift => {
            Date::Unknown(unit)
        }
        _ => return None,
    };
    if is_title(run, next) {
        return None;
    }
    // `That century` is one of those that the text has named.
    if unit == Unit::Century && shift == Shift::SAME {
        return None;
    }
    Some((end, date))
}

/// `Last May`, `this September`, `next March`.
pub(super) fn shifted_month(run: &Run<'_>, at: usize) -> Found<Date> {
    let year = match run.take(at, Kind::Shift)? {
        Shift::LAST | Shift::PAST => Year::Last,
        Shift::NEXT | Shift::COMING => Year::Next,
        Shift::THIS if run.is(at, "this") => Year::Away(0),
        Shift::PREVIOUS | Shift::FOLLOWING | Shift::SAME => Year::Unknown,
        _ => return None,
    };
    let (next, coming) = match run.take(at + 1, Kind::Shift) {
        Some(Shift::PAST) => (at + 2, Year::Last),
        Some(Shift::COMING) => (at + 2, Year::Next),
        _ => (at + 1, year),
    };
    let (end, month) = calendar::month(run, next)?;
    // `This May 5` is a day of the month.
    (calendar::day_number(run, end).is_none()).then_some((end, Date::Month(coming, month)))
}

/// `The week of May 3`.
pub(super) fn week_of(run: &Run<'_>, at: usize) -> Found<Date> {
    if run.kind(at) != Kind::The || !run.is(at + 1, "week") || run.kind(at + 2) != Kind::Of {
        return None;
    }
    match calendar::day(run, at + 3)? {
        (end, Date::Day(year, month, day)) => Some((end, Date::WeekOf(year, month, day))),
        _ => None,
    }
}

/// `The weekend`, `last weekend`, `this coming weekend`.
pub(super) fn weekend(run: &Run<'_>, at: usize) -> Found<Date> {
    let (next, which) = calendar::which(run, at);
    let the = usize::from(which == Which::Open && run.kind(next) == Kind::The);
    if !run.is(next + the, "weekend") || is_name(run, next + the) {
        return None;
    }
    if which == Which::Open && the == 0 {
        return None;
    }
    // `The weekend edition` is no weekend. `The weekend of May 5` is one that the text speaks of.
    let end = next + the + 1;
    let alone = which != Which::Open || closes(run.after(end)) || run.kind(end) == Kind::Possessive;
    let which = if which == Which::Open && run.kind(end) == Kind::Of { Which::Unknown } else { which };
    alone.then_some((end, Date::Weekend(which)))
}

/// `The week`, `the quarter` behind a preposition: a period that the text speaks of.
pub(super) fn the_unit(run: &Run<'_>, at: usize) -> Found<Date> {
    if run.kind(at) != Kind::The {
        return None;
    }
    let before = run.before(at);
    let placed = one_of!(
        before,
        ["in", "for", "during", "over", "through", "throughout", "on", "by", "of", "to", "until", "before"]
    );
    let unit = Unit::of(run.take(at + 1, Kind::Unit)?);
    let end = at + 2;
    // `The day before`, `the night after`, at the end of a sentence.
    if let Some(From::BEFORE | From::AFTER) = run.take(end, Kind::From)
        && unit >= Unit::Day
        && (run.after(end + 1).is_empty() || run.is(end + 1, "that") || run.after(end + 1) == "that")
    {
        let that = usize::from(run.is(end + 1, "that"));
        return Some((end + 1 + that, Date::Unknown(unit)));
    }
    if !placed || run.is_capital(at + 1) || before == "of" && unit != Unit::Quarter && topic::is_of_prize(run, at) {
        return None;
    }
    // Only at the end of a phrase, because `the year 2020` is a year, and in `the day after the vote` what follows says which day it is.
    match unit {
        Unit::Week | Unit::Month | Unit::Quarter | Unit::Year => {
            let after = run.after(end);
            let ended = closes(after) || after == "ended" || after == "ending";
            let ends = ended && run.kind(end) != Kind::Hyphen || run.kind(end) == Kind::Possessive;
            ends.then_some((end, Date::Unknown(unit)))
        }
        Unit::Day => {
            let ends = run.after(end).is_empty() && run.kind(end) != Kind::Possessive && run.kind(end) != Kind::Hyphen;
            let idiom = before == "of" || before == "by" || before == "to";
            (ends && !idiom).then_some((end, Date::Unknown(unit)))
        }
        _ => None,
    }
}
