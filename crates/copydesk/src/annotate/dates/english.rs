//! English expressions. Of all that can begin at a token, the longest is taken.

use crate::keys::one_of;

use super::calendar::{self, Found};
use super::clock::{self, Cue};
use super::duration::{self, Length};
use super::neighbours::{closes, is_after_capital, is_owned, is_programme, is_weekday_in_name};
use super::opening;
use super::period;
use super::senses::{Daypart, Part, Shift};
use super::set;
use super::tokens::Run;
use super::value::{Date, Meaning, Time, Unit, Year};
use super::vocabulary::Kind;

/// The expression that begins at a token: where it ends, and what it means. Without a meaning, it is passed over as a whole, such as an
/// age.
pub(super) fn expression(run: &Run<'_>, at: usize) -> Found<Option<Meaning>> {
    if run.glued(at)
        && run.kind(at) != Kind::Digits
        && at > 0
        && matches!(run.kind(at - 1), Kind::Digits | Kind::Decimal)
    {
        return None;
    }
    if matches!(run.kind(at), Kind::Weekday | Kind::Weekdays) && is_weekday_in_name(run, at) {
        return Some((at + 1, None));
    }
    let (lengths, sets, moments) = begins(run.kind(at));
    let mut found = None;
    // Of several that are equally long, the first is taken.
    let mut take = |end, meaning| {
        if found.as_ref().is_none_or(|(last, _)| end > *last) {
            found = Some((end, meaning));
        }
    };
    if lengths && let Some((end, length)) = duration::length(run, at) {
        match length {
            Length::Is(meaning) => take(end, Some(meaning)),
            Length::Age => take(end, None),
        }
    }
    if sets && let Some((end, meaning)) = set::set(run, at) {
        take(end, Some(meaning));
    }
    if moments && let Some((end, meaning)) = moment(run, at) {
        take(end, Some(meaning));
    }
    if let Some((end, meaning)) = reference(run, at) {
        take(end, Some(meaning));
    }
    found
}

/// Whether a length, a recurring time and a moment can begin with a token of this kind. Most words of a run begin none of them.
fn begins(kind: Kind) -> (bool, bool, bool) {
    use Kind as K;
    match kind {
        K::Comma | K::Hyphen | K::Possessive | K::Of | K::To | K::And | K::In | K::On | K::Zone => {
            (false, false, false)
        }
        K::Meridiem | K::OClock | K::Old | K::Other | K::From | K::Reference | K::End => (false, false, false),
        K::Article | K::Some | K::About | K::Compare | K::At | K::All | K::Filler => (true, false, false),
        K::Units | K::Dayparts => (true, true, false),
        K::Every | K::Frequency | K::Times | K::Weekdays => (false, true, false),
        K::Month | K::MonthShort | K::WeekdayShort | K::Day | K::Tonight | K::Clock | K::Season => (false, false, true),
        K::Part | K::Fiscal | K::Decade | K::DecadeWord | K::Time | K::Numeric | K::Quarter => (false, false, true),
        K::HalfYear | K::FiscalYear | K::Holiday | K::Daypart => (false, false, true),
        K::Weekday => (false, true, true),
        K::Number | K::Digits | K::The => (true, true, true),
        K::Decimal | K::Half | K::Unit | K::Shift | K::Ordinal => (true, false, true),
        K::UnitShort | K::WeekdayHalf | K::DayInBrackets => (false, false, false),
    }
}

/// Takes in the words before an expression that are part of no other: `right now`, `the day before yesterday`. Returns where the expression
/// then begins, and what it means.
pub(super) fn widened(content: &str, start: usize, meaning: Meaning) -> (usize, Meaning) {
    let before = |words: &str| {
        let head = content[..start].strip_suffix(' ')?;
        let from = head.len().checked_sub(words.len())?;
        let whole = from == 0 || !content.as_bytes()[from - 1].is_ascii_alphanumeric();
        (whole && head.get(from..)?.eq_ignore_ascii_case(words)).then_some(from)
    };
    match meaning {
        Meaning::Date(Date::Present) => (before("right").unwrap_or(start), meaning),
        Meaning::Date(Date::Away(Unit::Day, away @ (-1 | 1))) => {
            let words = if away < 0 { "the day before" } else { "the day after" };
            match before(words) {
                Some(from) => (from, Meaning::Date(Date::Away(Unit::Day, 2 * away))),
                None => (start, meaning),
            }
        }
        _ => (start, meaning),
    }
}

/// A date or a time, with a word for a part of it before it or without: `early Monday`, `the end of May`.
fn moment(run: &Run<'_>, at: usize) -> Found<Meaning> {
    let the = usize::from(run.kind(at) == Kind::The);
    let part = part(run, at + the).and_then(|next| {
        let (end, meaning) = base(run, next)?;
        let apart = the == 1 && matches!(meaning, Meaning::Date(Date::Weekday(..) | Date::Day(..)));
        (!apart).then_some((end, meaning))
    });
    longer(part, base(run, at))
}

/// The first token behind a word for a part: `early`, `mid-`, `the end of`.
fn part(run: &Run<'_>, at: usize) -> Option<usize> {
    let value = run.take(at, Kind::Part)?;
    let next = at + 1;
    match run.kind(next) {
        Kind::Of if value >= Part::OF => Some(next + 1),
        // `The early days of 2020`.
        Kind::Units if value < Part::OF && run.kind(next + 1) == Kind::Of => Some(next + 2),
        Kind::Hyphen if run.glued(next) && value < Part::OF => Some(next + 1),
        Kind::In
            if (run.is(at, "later") || run.is(at, "earlier") || run.is(at, "early") || run.is(at, "late"))
                && matches!(run.kind(next + 1), Kind::The | Kind::Shift) =>
        {
            Some(next + 1)
        }
        Kind::Of | Kind::In | Kind::On | Kind::Hyphen => None,
        _ if value >= Part::OF => None,
        _ => Some(next),
    }
}

/// A date, a time, both together, or a range of either.
fn base(run: &Run<'_>, at: usize) -> Found<Meaning> {
    use Kind as K;
    let first = run.kind(at);
    // Most weekdays stand alone, as in `on Tuesday`, so that is asked first.
    if first == K::Weekday && run.kind(at + 1) == K::End {
        return Some((at + 1, Meaning::Date(calendar::weekday_alone(run, at, at + 1, run.value(at)))));
    }
    let can_be_days = matches!(first, K::Month | K::MonthShort | K::The | K::Digits | K::Number | K::Ordinal | K::Unit);
    let can_be_time = matches!(first, K::Time | K::Clock | K::Decimal | K::Digits | K::Number | K::Half | K::Unit);
    let mut found = if can_be_days { days(run, at) } else { None };
    if let Some((end, date)) = date(run, at) {
        found = longer(found, Some(with_time(run, end, date).unwrap_or_else(|| ranged(run, at, end, date))));
    }
    if can_be_time {
        found = longer(found, timed(run, at));
    }
    if let Some((end, meaning)) = daypart(run, at) {
        let part = match meaning {
            Meaning::Time(Some(date), Time::Part(part)) => after_part(run, end, date, part),
            _ => (end, meaning),
        };
        found = longer(found, Some(part));
    }
    found
}

/// The longer of two, or the second if they are equally long.
fn longer<T>(one: Found<T>, other: Found<T>) -> Found<T> {
    match (&one, &other) {
        (Some((end, _)), Some((last, _))) if end > last => one,
        (Some(_), None) => one,
        _ => other,
    }
}

/// A day, or a longer stretch of the calendar.
fn date(run: &Run<'_>, at: usize) -> Found<Date> {
    longer(day(run, at), period::period(run, at))
}

/// One day.
fn day(run: &Run<'_>, at: usize) -> Found<Date> {
    match run.kind(at) {
        Kind::Day => near(run, at),
        Kind::Holiday => holiday(run, at),
        Kind::Shift => calendar::weekday_date(run, at),
        Kind::Weekday | Kind::WeekdayShort | Kind::The => {
            let found = longer(calendar::day(run, at), calendar::weekday_date(run, at));
            longer(found, day_of_month(run, at))
        }
        Kind::Month | Kind::MonthShort | Kind::Numeric | Kind::Digits | Kind::Number | Kind::Ordinal | Kind::Unit => {
            calendar::day(run, at)
        }
        _ => None,
    }
}

/// `Today`, `yesterday`, `tomorrow`.
fn near(run: &Run<'_>, at: usize) -> Found<Date> {
    let away = run.take(at, Kind::Day)?;
    (!is_programme(run, at)).then_some((at + 1, Date::Away(Unit::Day, away)))
}

/// A feast that has its day every year.
fn holiday(run: &Run<'_>, at: usize) -> Found<Date> {
    let value = run.take(at, Kind::Holiday)?;
    let (month, mut day) = (value / 100, value % 100);
    let mut end = at + 1;
    let after = run.after(end);
    if run.is(end, "day") {
        end += 1;
    } else if after == "Eve" {
        // `Christmas Eve`: another day, which is left alone.
        return None;
    } else if let Some((end, year)) = calendar::year(run, end) {
        return Some((end, Date::Day(Year::Known(year), month, day)));
    } else if !closes(after) {
        return None;
    }
    let before = run.before(at);
    let placed = one_of!(
        before,
        ["at", "on", "by", "before", "after", "since", "until", "over", "for", "this", "last", "next", "around"]
    );
    day = day.max(1);
    (placed || end > at + 1).then_some((end, Date::Day(Year::Open, month, day)))
}

/// `On the 4th`, if no noun follows.
fn day_of_month(run: &Run<'_>, at: usize) -> Found<Date> {
    if run.kind(at) != Kind::The || run.take(at + 1, Kind::Ordinal).is_none_or(|day| day > 31) {
        return None;
    }
    let digits = run.text(at + 1).starts_with(|c: char| c.is_ascii_digit());
    let before = run.before(at);
    (digits && before == "on" && run.after(at + 2).is_empty() && run.kind(at + 2) != Kind::Hyphen)
        .then_some((at + 2, Date::DayOfMonth(run.value(at + 1))))
}

/// A day with its time behind it: `Monday morning`, `May 3 at 5 p.m.`, `today, 10:30`.
fn with_time(run: &Run<'_>, end: usize, date: Date) -> Found<Meaning> {
    if !date.is_day() {
        return None;
    }
    // `Tuesday in the morning`.
    if let Some((end, part)) = clock::daypart(run, end) {
        return Some(after_part(run, end, date, part));
    }
    if let Some(part) = run.take(end, Kind::Daypart) {
        // `Monday Night Football` is a name.
        let named = run.is_capital(end) && run.after(end + 1).starts_with(|c: char| c.is_ascii_uppercase());
        return (!named).then(|| after_part(run, end + 1, date, part));
    }
    if opening::is_last_of_days(run, end) {
        return None;
    }
    let next = end + usize::from(run.kind(end) == Kind::Comma);
    // `Tuesday at 5 p.m.`, `Tuesday - 5 p.m.`
    let next = next + usize::from(matches!(run.kind(next), Kind::At | Kind::Hyphen));
    let cue = if next > end { Cue::Given } else { Cue::Needed };
    if let Some((end, (from, to))) = clock::times(run, next, Cue::Given) {
        return Some((end, Meaning::Times(Some(date), from, to)));
    }
    // `Tuesday from 2:00 to 2:30 p.m.`
    if run.kind(next) == Kind::From
        && let Some((end, (from, to))) = clock::times(run, next + 1, Cue::Needed)
    {
        return Some((end, Meaning::Times(Some(date), from, to)));
    }
    // `Thursday, 4 April 2019 16.40 BST`.
    let cue = if matches!(run.kind(next), Kind::Time | Kind::Decimal) { Cue::Given } else { cue };
    let (after, time) = clock::time(run, next, cue)?;
    if matches!(run.kind(next), Kind::Digits | Kind::Number)
        && run.kind(next + 1) == Kind::Zone
        && next == end
        && run.text(next).len() != 4
    {
        return None;
    }
    Some((after, Meaning::Time(Some(date), time)))
}

/// A day and a part of it, with the hour behind them: `Monday night at 8:00`.
fn after_part(run: &Run<'_>, end: usize, date: Date, part: i32) -> (usize, Meaning) {
    let next = end + usize::from(run.kind(end) == Kind::At);
    if next > end
        && let Some((after, time)) = clock::hour_of_part(run, next, part)
    {
        return (after, Meaning::Time(Some(date), time));
    }
    match clock::time(run, next, Cue::Given) {
        Some((after, time)) => (after, Meaning::Time(Some(date), time)),
        None => (end, Meaning::Time(Some(date), Time::Part(part))),
    }
}

/// A date, or a range if a hyphen and a second date follow: `May 3-June 5`, `2010-2014`, `Jan-Feb 2017`, `Monday-Friday`.
fn ranged(run: &Run<'_>, at: usize, end: usize, from: Date) -> (usize, Meaning) {
    let single = (end, Meaning::Date(from));
    if run.kind(end) != Kind::Hyphen || at + 1 == end && run.kind(at) == Kind::Part {
        return single;
    }
    // `2010-14`.
    if let Date::Year(year) = from
        && let Some(last) = run.take(end + 1, Kind::Digits)
        && run.text(end + 1).len() == 2
        && run.glued(end)
        && run.glued(end + 1)
        && last > year % 100
    {
        return (end + 2, Meaning::Dates(from, Date::Year(year / 100 * 100 + last)));
    }
    let Some((after, to)) = date(run, end + 1) else { return single };
    let from = match (from, to) {
        (Date::Year(first), Date::Year(last)) if first >= last => return single,
        (Date::Weekday(_, first), Date::Weekday(_, last)) if first == last => from,
        (Date::Year(_), Date::Year(_)) => from,
        (Date::Month(Year::Open, month), Date::Month(year, last)) if month < last => Date::Month(year, month),
        (Date::Day(Year::Open, month, day), Date::Day(year, last, _)) if month <= last => Date::Day(year, month, day),
        (Date::Month(..), Date::Month(..)) | (Date::Day(..), Date::Day(..)) => from,
        _ => return single,
    };
    (after, Meaning::Dates(from, to))
}

/// A range of days of one month: `May 3-5, 2020`, `3 to 5 May`, `May 3rd through 5th`.
fn days(run: &Run<'_>, at: usize) -> Found<Meaning> {
    let joins = |at: usize| matches!(run.kind(at), Kind::Hyphen | Kind::To);
    let month_first = calendar::month(run, at).and_then(|(next, month)| {
        let (next, first) = calendar::day_number(run, next)?;
        let (end, last) = joins(next).then(|| calendar::day_number(run, next + 1)).flatten()?;
        let comma = end + usize::from(run.kind(end) == Kind::Comma);
        let (end, year) = calendar::year(run, comma).map_or((end, Year::Open), |(end, year)| (end, Year::Known(year)));
        let ends = !matches!(run.kind(end), Kind::Units | Kind::Month | Kind::Meridiem);
        (first < last && ends)
            .then_some((end, Meaning::Dates(Date::Day(year, month, first), Date::Day(year, month, last))))
    });
    month_first.or_else(|| {
        let the = at + usize::from(run.kind(at) == Kind::The);
        let (next, first) = calendar::day_number(run, the)?;
        let next = joins(next).then_some(next + 1)?;
        let the = usize::from(run.kind(next) == Kind::The);
        let (end, to) = calendar::day(run, next + the)?;
        match to {
            Date::Day(year, month, last) if first < last && calendar::month(run, next + the).is_none() => {
                Some((end, Meaning::Dates(Date::Day(year, month, first), to)))
            }
            _ => None,
        }
    })
}

/// A time, with its day behind it or without: `8 a.m. Tuesday`, `10:30 on May 3`, `noon tomorrow`, `5 p.m. this evening`.
fn timed(run: &Run<'_>, at: usize) -> Found<Meaning> {
    let times = clock::times(run, at, Cue::Needed);
    let (end, range, time) = match times {
        Some((end, (from, to))) => (end, Some(to), from),
        None => {
            let (end, time) = clock::time(run, at, Cue::Needed).or_else(|| {
                // A bare time needs a date beside it.
                let (end, time) = clock::time(run, at, Cue::Given)?;
                day_after(run, end).map(|_| (end, time))
            })?;
            (end, None, time)
        }
    };
    let meaning = |date| match range {
        Some(to) => Meaning::Times(date, time, to),
        None => Meaning::Time(date, time),
    };
    if let Some((after, date)) = day_after(run, end) {
        let after = after + usize::from(run.kind(after) == Kind::Daypart);
        return Some((after, meaning(Some(date))));
    }
    // `10:30 in the morning`, `10:30 this morning`.
    let the = end + usize::from(run.kind(end) == Kind::In);
    if run.kind(the) == Kind::The && the > end && run.kind(the + 1) == Kind::Daypart {
        return Some((the + 2, meaning(None)));
    }
    if let Some((after, Meaning::Time(date, _))) =
        daypart(run, end).filter(|_| run.kind(end) == Kind::Shift || run.kind(end) == Kind::Tonight)
    {
        return Some((after, meaning(date)));
    }
    Some((end, meaning(None)))
}

/// The day behind a time. `on`, `of` or a comma may stand between.
fn day_after(run: &Run<'_>, end: usize) -> Found<Date> {
    let next = end + usize::from(matches!(run.kind(end), Kind::Comma | Kind::On | Kind::Of | Kind::Hyphen));
    let next = next + usize::from(next == end + 1 && run.kind(end) == Kind::Comma && run.kind(next) == Kind::On);
    day(run, next).filter(|(end, date)| date.is_day() && !opening::goes_on(run, *end))
}

/// A part of a day: `this morning`, `last night`, `the evening of May 3`, `the next morning`, `tonight`.
fn daypart(run: &Run<'_>, at: usize) -> Found<Meaning> {
    if run.kind(at) == Kind::Tonight {
        let tonight = Meaning::Time(Some(Date::Away(Unit::Day, 0)), Time::Part(Daypart::NIGHT));
        return (!is_programme(run, at)).then_some((at + 1, tonight));
    }
    let the = usize::from(run.kind(at) == Kind::The);
    let next = at + the;
    if let Some(shift) = run.take(next, Kind::Shift)
        && let Some(part) = run.take(next + 1, Kind::Daypart)
    {
        let date = match shift {
            Shift::LAST if the == 0 && !is_owned(run, at) => Date::Away(Unit::Day, -1),
            Shift::THIS if run.is(next, "this") => Date::Away(Unit::Day, 0),
            Shift::PREVIOUS | Shift::NEXT | Shift::FOLLOWING | Shift::SAME if !run.is(next, "those") => {
                Date::Unknown(Unit::Day)
            }
            _ => return None,
        };
        return Some((next + 2, Meaning::Time(Some(date), Time::Part(part))));
    }
    // `In late afternoon`.
    if the == 0
        && run.take(at, Kind::Part).is_some_and(|part| matches!(part, Part::EARLY | Part::LATE))
        && let Some(part) = run.take(at + 1, Kind::Daypart)
    {
        let placed = one_of!(run.before(at), ["in", "by", "until", "during", "through", "since", "of"]);
        return placed.then_some((at + 2, Meaning::Time(None, Time::Part(part))));
    }
    let early = usize::from(the == 1 && run.take(next, Kind::Part).is_some_and(|part| part < Part::OF));
    let part = run.take(next + early, Kind::Daypart).filter(|_| the == 1)?;
    let end = next + early + 1;
    if run.kind(end) == Kind::Of
        && let Some((end, date)) = day(run, end + 1)
    {
        return Some((end, Meaning::Time(Some(date), Time::Part(part))));
    }
    let placed = one_of!(run.before(at), ["in", "during", "for", "through", "of", "until", "into", "throughout", "by"]);
    (placed && closes(run.after(end)) && run.kind(end) != Kind::Hyphen && !run.is_capital(end - 1))
        .then_some((end, Meaning::Time(None, Time::Part(part))))
}

/// `Now`, `currently`, `recently`, `in the past`.
fn reference(run: &Run<'_>, at: usize) -> Found<Meaning> {
    if let Some(value) = run.take(at, Kind::Reference) {
        // Only with `at` before it: `at present`. `A present` is another word.
        if value > 1 {
            let present = value == 3 && run.before(at) == "at" && closes(run.after(at + 1));
            return present.then_some((at + 1, Meaning::Date(Date::Present)));
        }
        let named = is_after_capital(run, at);
        let joined = run.kind(at + 1) == Kind::Hyphen && run.glued(at + 1)
            || at > 0 && run.kind(at - 1) == Kind::Hyphen && run.glued(at);
        let opens = run.kind(at + 1) == Kind::Shift && run.is(at + 1, "that") && run.is_capital(at);
        // `Now and again`, `now and then`.
        let idiom = run.kind(at + 1) == Kind::And && one_of!(run.after(at + 2), ["again", "then"]);
        return (!named && !joined && !opens && !idiom)
            .then_some((at + 1, Meaning::Date(if value == 0 { Date::Past } else { Date::Present })));
    }
    if run.kind(at) == Kind::The && run.is(at + 1, "moment") && run.before(at).eq_ignore_ascii_case("at") {
        return Some((at + 2, Meaning::Date(Date::Present)));
    }
    let past = run.kind(at) == Kind::The && run.is(at + 1, "past") && one_of!(run.before(at), ["in", "of", "from"]);
    (past && closes(run.after(at + 2)) && run.kind(at + 2) != Kind::Hyphen)
        .then_some((at + 2, Meaning::Date(Date::Past)))
}
