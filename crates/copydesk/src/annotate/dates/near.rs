//! Periods named by where they lie: `last week`, `this September`, `the weekend`, `the quarter`.

use crate::keys::one_of;

use super::calendar::{self, Found};
use super::neighbours::{closes, is_name, is_owned, is_title};
use super::tokens::Run;
use super::topic;
use super::value::{Date, Unit, Which, Year};
use super::vocabulary::Kind;

/// `Last week`, `this year`, `the same day`, `this past month`, `the following year`.
pub(super) fn shifted(run: &Run<'_>, at: usize) -> Found<Date> {
    let the = run.kind(at) == Kind::The;
    let mut next = at + usize::from(the);
    let mut shift = run.take(next, Kind::Shift)?;
    if matches!(shift, 9 | 10) || run.is(next, "these") || run.is(next, "those") {
        let present = run.is(next, "these") && run.is(next + 1, "days") && !the;
        return present.then_some((next + 2, Date::Present));
    }
    next += 1;
    // `This past week`, `this coming year`.
    if shift == 7
        && let Some(second @ (1 | 2 | 4 | 5)) = run.take(next, Kind::Shift)
    {
        shift = if second <= 2 { 1 } else { 4 };
        next += 1;
    }
    let next = next + usize::from(matches!(run.kind(next), Kind::Filler | Kind::Fiscal));
    let fiscal = run.kind(next - 1) == Kind::Fiscal && run.value(next - 1) != 1;
    let unit = run.take(next, Kind::Unit).map(Unit::of)?;
    let end = next + 1;
    // `Next hour`.
    if unit == Unit::Hour && !the && matches!(shift, 1 | 4) {
        return Some((end, Date::Away(unit, if shift == 1 { -1 } else { 1 })));
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
        1 if !the && is_owned(run, at) => return None,
        4 if !the && unit == Unit::Day && is_owned(run, at) => return None,
        1 if !the || fiscal => away(-1),
        4 if !the || fiscal => away(1),
        5 if !the || matches!(unit, Unit::Week | Unit::Month) => away(1),
        7 => away(0),
        3 | 6 | 8 => Date::Unknown(unit),
        4 if matches!(unit, Unit::Day | Unit::Week) => Date::Unknown(unit),
        4 if matches!(unit, Unit::Month | Unit::Year) && run.kind(next - 1) == Kind::Shift => Date::Unknown(unit),
        _ => return None,
    };
    if is_title(run, next) {
        return None;
    }
    // `That day` and `that year`; but `that week-long strike`, and a `that` which opens a clause has a noun of its own.
    if run.is(next, "second") || unit == Unit::Century && shift == 8 {
        return None;
    }
    Some((end, date))
}

/// `Last May`, `this September`, `next March`.
pub(super) fn shifted_month(run: &Run<'_>, at: usize) -> Found<Date> {
    let year = match run.take(at, Kind::Shift)? {
        1 | 2 => Year::Last,
        4 | 5 => Year::Next,
        7 if run.is(at, "this") => Year::Away(0),
        3 | 6 | 8 => Year::Unknown,
        _ => return None,
    };
    let (next, coming) = match run.take(at + 1, Kind::Shift) {
        Some(2) => (at + 2, Year::Last),
        Some(5) => (at + 2, Year::Next),
        _ => (at + 1, year),
    };
    let (end, month) = calendar::month(run, next)?;
    // `This May 5`: a day of it.
    (calendar::day_number(run, end).is_none()).then_some((end, Date::Month(coming, month)))
}

/// `The week of May 3`, `the week beginning May 3` is in the words outside the list.
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
    // `The weekend edition`; `the weekend of May 5` is one that the text speaks of.
    let end = next + the + 1;
    let alone = which != Which::Open || closes(run.after(end)) || run.kind(end) == Kind::Possessive;
    let which = if which == Which::Open && run.kind(end) == Kind::Of { Which::Unknown } else { which };
    alone.then_some((end, Date::Weekend(which)))
}

/// `The week`, `the quarter` after a preposition: one that the text speaks of.
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
    // `The day before`, `the night after` at the end of a sentence.
    if let Some(4 | 5) = run.take(end, Kind::From)
        && unit >= Unit::Day
        && (run.after(end + 1).is_empty() || run.is(end + 1, "that") || run.after(end + 1) == "that")
    {
        let that = usize::from(run.is(end + 1, "that"));
        return Some((end + 1 + that, Date::Unknown(unit)));
    }
    if !placed || run.is_capital(at + 1) || before == "of" && unit != Unit::Quarter && topic::is_of_prize(run, at) {
        return None;
    }
    // `The year 2020` is a year, `the week's news` has its own mark, `the day after` says which.
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
