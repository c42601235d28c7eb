//! Times of day: `10:30 a.m.`, `3 pm`, `noon`, `half past seven`, `1300 GMT`.

use crate::keys::one_of;

use super::calendar::{self, Found};
use super::senses::Daypart;
use super::tokens::{Run, word_before};
use super::value::{Precision, Time, Universal};
use super::vocabulary::Kind;

/// Hours and minutes as seconds of the day.
pub(super) const fn seconds(hour: i32, minute: i32) -> i32 {
    hour * 3600 + minute * 60
}

pub(super) fn clock(seconds: i32, precision: Precision) -> Time {
    Time::Clock { seconds, precision, universal: Universal::Unknown }
}

/// Whether a time needs words around it that say that it is one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    Needed,
    /// A date stands beside it.
    Given,
}

/// A time of day.
pub(super) fn time(run: &Run<'_>, at: usize, cue: Cue) -> Found<Time> {
    let (end, time) = bare(run, at, cue)?;
    Some(zoned(run, end, time))
}

fn zoned(run: &Run<'_>, end: usize, time: Time) -> (usize, Time) {
    let Some(zone) = run.take(end, Kind::Zone) else { return (end, time) };
    match time {
        Time::Clock { seconds, precision, .. } => {
            let universal = if zone == 1 { Universal::Yes } else { Universal::Unknown };
            (end + 1, Time::Clock { seconds, precision, universal })
        }
        Time::Part(_) => (end, time),
    }
}

fn bare(run: &Run<'_>, at: usize, cue: Cue) -> Found<Time> {
    match run.kind(at) {
        Kind::Time => {
            let value = run.value(at);
            let (of_day, precision) =
                if value >= 100_000 { (value - 100_000, Precision::Second) } else { (value, Precision::Minute) };
            if let Some(half) = run.take(at + 1, Kind::Meridiem) {
                return Some((at + 2, clock(with_half(of_day, half)?, precision)));
            }
            let is_cued = cue == Cue::Given
                || run.kind(at + 1) == Kind::Zone
                || is_after_cue(run, at)
                || at > 1 && run.kind(at - 1) == Kind::To && matches!(run.kind(at - 2), Kind::Time | Kind::Meridiem);
            (of_day < seconds(24, 0) && is_cued && !is_of_period(run, at + 1))
                .then_some((at + 1, clock(of_day, precision)))
        }
        Kind::Clock => {
            let end = at + 1;
            Some((end, clock(seconds(run.value(at), 0), Precision::Minute)))
        }
        // `7.30pm`; `at 14.30 BST`.
        Kind::Decimal => {
            let of_day = pointed(run, at)?;
            if let Some(half) = run.take(at + 1, Kind::Meridiem) {
                return Some((at + 2, clock(with_half(of_day, half)?, Precision::Minute)));
            }
            let is_zoned = run.kind(at + 1) == Kind::Zone;
            let is_cued =
                is_zoned && cue == Cue::Given || run.before(at) == "at" && (is_zoned || is_of_journey(run, at));
            is_cued.then_some((at + 1, clock(of_day, Precision::Minute)))
        }
        Kind::Digits | Kind::Number => numbered(run, at),
        Kind::Half | Kind::Unit if run.kind(at) == Kind::Half || run.is(at, "quarter") => {
            past(run, at + 1, if run.kind(at) == Kind::Half { 30 } else { 15 })
        }
        _ => None,
    }
}

/// Whether the clock counts the minutes of a match: `scored at 12:05 of the second period`. The time ends before `end`.
fn is_of_period(run: &Run<'_>, end: usize) -> bool {
    run.kind(end) == Kind::Of
        && run.kind(end + 1) == Kind::The
        && calendar::ordinal(run, end + 2)
            .is_some_and(|(after, period)| period <= 4 && calendar::month(run, after + 1).is_none())
}

/// The second of the day of `7.30`.
pub(super) fn pointed(run: &Run<'_>, at: usize) -> Option<i32> {
    let (hour, minute) = (run.value(at) / 100, run.value(at) % 100);
    (run.text(at).len() >= "7.30".len() && hour < 24 && minute < 60).then(|| seconds(hour, minute))
}

/// Whether something arrives or departs at a number, which makes it a time: `the ferry leaves at 16.10`. If something opens or starts at
/// it, it may be a price.
fn is_of_journey(run: &Run<'_>, at: usize) -> bool {
    let number = &run.tokens[at];
    let verb = word_before(run.content, run.content[..number.start].trim_end().len() - "at".len());
    one_of!(verb, ["arrive", "arrived", "arrives", "depart", "departed", "departs", "leave", "leaves"])
}

/// ` past seven` behind a number of minutes.
fn past(run: &Run<'_>, at: usize, minute: i32) -> Found<Time> {
    let hour = hour(run, at + 1).filter(|_| run.is(at, "past"))?;
    let end = at + 2 + usize::from(run.kind(at + 2) == Kind::OClock);
    // `Eleven past five` may be a count that went past another.
    let sure = minute % 5 == 0 && !matches!(run.kind(end), Kind::Units | Kind::Unit);
    let of_day = seconds(hour, minute);
    let (end, of_day) = match half_of_day(run, end, hour) {
        Some((end, half)) => (end, with_half(of_day, half)?),
        None => (end, of_day),
    };
    sure.then_some((end, clock(of_day, Precision::Minute)))
}

/// The half of the day that the words behind an hour name: ` p.m.`, ` in the evening`, ` at night`.
fn half_of_day(run: &Run<'_>, at: usize, hour: i32) -> Option<(usize, i32)> {
    if let Some(half) = run.take(at, Kind::Meridiem) {
        return Some((at + 1, half));
    }
    let at_part = || (run.kind(at) == Kind::At).then(|| run.take(at + 1, Kind::Daypart)).flatten();
    let (end, part) = daypart(run, at).or_else(|| Some((at + 2, at_part()?)))?;
    Some((end, half_of(part, hour)))
}

/// ` in the evening`.
pub(super) fn daypart(run: &Run<'_>, at: usize) -> Found<i32> {
    let is_in = run.kind(at) == Kind::In && run.kind(at + 1) == Kind::The;
    Some((at + 3, run.take(at + 2, Kind::Daypart).filter(|_| is_in)?))
}

/// In which half of the day an hour of such a part of it lies.
fn half_of(part: i32, hour: i32) -> i32 {
    if part == Daypart::MORNING || part == Daypart::NIGHT && (hour < 6 || hour == 12) { 0 } else { 12 }
}

/// `3 pm`, `three o'clock`, `1300 GMT`, `ten past nine`.
fn numbered(run: &Run<'_>, at: usize) -> Found<Time> {
    let value = run.value(at);
    let minutes = at + 1 + usize::from(run.is(at + 1, "minutes") || run.is(at + 1, "min"));
    if (1..30).contains(&value)
        && run.is(minutes, "past")
        && let Some(found) = past(run, minutes, value)
    {
        return Some(found);
    }
    if run.kind(at) == Kind::Digits && run.text(at).len() == 4 {
        let (hour, minute) = (value / 100, value % 100);
        let written = hour < 24 && minute < 60;
        let has_hours = is_of_hours(run, at);
        if has_hours || run.kind(at + 1) == Kind::Zone {
            let end = at + 1 + usize::from(has_hours);
            return written.then_some((end, clock(seconds(hour, minute), Precision::Minute)));
        }
        let half = run.take(at + 1, Kind::Meridiem).filter(|_| written)?;
        return Some((at + 2, clock(with_half(seconds(hour, minute), half)?, Precision::Minute)));
    }
    let hour = hour(run, at)?;
    if run.kind(at + 1) == Kind::OClock {
        if let Some((end, half)) = half_of_day(run, at + 2, hour) {
            return Some((end, clock(with_half(seconds(hour, 0), half)?, Precision::Minute)));
        }
        return Some((at + 2, clock(seconds(hour, 0), Precision::Minute)));
    }
    if run.kind(at + 1) == Kind::Clock && hour == 12 {
        return Some((at + 2, clock(seconds(run.value(at + 1), 0), Precision::Minute)));
    }
    // `Five in the morning`.
    if let Some((end, part)) = daypart(run, at + 1) {
        return Some((end, clock(with_half(seconds(hour, 0), half_of(part, hour))?, Precision::Minute)));
    }
    let half = run.take(at + 1, Kind::Meridiem)?;
    // `am` in small letters behind a number in words may be a verb. Behind digits it is the half of the day.
    let is_verb = run.kind(at) == Kind::Number && run.is(at + 1, "am");
    (!is_verb).then_some((at + 2, clock(with_half(seconds(hour, 0), half)?, Precision::Minute)))
}

/// Whether four digits before `hours` are a time, and not so many hours: `at 1745 hours`, `0530hrs`.
pub(super) fn is_of_hours(run: &Run<'_>, at: usize) -> bool {
    run.kind(at) == Kind::Digits
        && run.text(at).len() == 4
        && (run.is(at + 1, "hrs") || run.is(at + 1, "hours"))
        && (run.text(at).starts_with('0')
            || run.kind(at + 2) == Kind::Zone
            || one_of!(run.before(at), ["at", "until", "till"]))
}

/// A bare hour behind a part of a day: `last night at 8`.
pub(super) fn hour_of_part(run: &Run<'_>, at: usize, part: i32) -> Found<Time> {
    let hour = hour(run, at)?;
    let ends = matches!(run.kind(at + 1), Kind::End | Kind::Comma) && run.after(at + 1).is_empty();
    ends.then_some((at + 1, clock(with_half(seconds(hour, 0), half_of(part, hour))?, Precision::Minute)))
}

fn hour(run: &Run<'_>, at: usize) -> Option<i32> {
    let short = run.kind(at) == Kind::Number || run.kind(at) == Kind::Digits && run.text(at).len() <= 2;
    Some(run.value(at)).filter(|hour| short && (1..=12).contains(hour))
}

/// The second of the day in this half. `None` if the hour is greater than twelve.
fn with_half(of_day: i32, half: i32) -> Option<i32> {
    let hour = of_day / 3600;
    match hour {
        12 => Some(of_day - seconds(12, 0) + seconds(half, 0)),
        0..=11 => Some(of_day + seconds(half, 0)),
        _ => None,
    }
}

/// Whether the word before a bare `10:30` says that it is a time.
fn is_after_cue(run: &Run<'_>, at: usize) -> bool {
    let word = run.before(at);
    one_of!(word, ["at", "by", "until", "till", "from", "around", "about", "before", "after", "since", "between"])
}

/// Two times of one day: `3-5 p.m.`, `5 to 6pm`, where the first is not whole, or `10:30-11:30`, where a hyphen joins two whole ones.
pub(super) fn times(run: &Run<'_>, at: usize, cue: Cue) -> Found<(Time, Time)> {
    let whole = if shares_half(run, at) { None } else { time(run, at, cue) };
    let (next, open) = match whole {
        Some((next, _)) => (next, None),
        None => match run.kind(at) {
            Kind::Time if run.value(at) < seconds(13, 0) => (at + 1, Some(run.value(at))),
            Kind::Decimal => (at + 1, Some(pointed(run, at).filter(|_| shares_half(run, at))?)),
            _ => (at + 1, Some(seconds(hour(run, at)?, 0))),
        },
    };
    let joined = match run.kind(next) {
        Kind::Hyphen => true,
        Kind::To | Kind::And => open.is_some() && !run.is(next, "or"),
        _ => false,
    };
    if !joined {
        return None;
    }
    let (end, to) = time(run, next + 1, if open.is_none() { Cue::Given } else { Cue::Needed })?;
    let Time::Clock { seconds: last, precision, universal } = to else { return None };
    let from = match (whole, open) {
        (Some((_, from)), _) => from,
        (None, Some(open)) => {
            // The first time lies in the same half of the day, unless it would then come after the second: `11-1 p.m.`
            let later = open % seconds(12, 0) + if last >= seconds(12, 0) { seconds(12, 0) } else { 0 };
            let from = if later <= last { later } else { open };
            Time::Clock { seconds: from, precision, universal }
        }
        (None, None) => return None,
    };
    Some((end, (from, to)))
}

/// Whether the half of the day behind the second of two times applies to the first as well: `5:30-8 p.m.`, `6.30 to 9.15pm`.
fn shares_half(run: &Run<'_>, at: usize) -> bool {
    matches!(run.kind(at), Kind::Time | Kind::Decimal)
        && matches!(run.kind(at + 1), Kind::Hyphen | Kind::To)
        && matches!(run.kind(at + 2), Kind::Time | Kind::Decimal | Kind::Digits)
        && run.kind(at + 3) == Kind::Meridiem
        && match run.kind(at) {
            Kind::Time => run.value(at) < seconds(13, 0),
            _ => pointed(run, at).is_some_and(|first| first < seconds(13, 0)),
        }
}
