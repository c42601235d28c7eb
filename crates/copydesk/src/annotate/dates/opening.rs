//! Days of opening: `9 a.m. to 5 p.m., Monday through Friday`. None of them is a day of the article's week.

use super::tokens::Run;
use super::vocabulary::Kind;

/// Whether a day that ends before `end` is the first of several, so that the time before it belongs to all of them.
pub(super) fn goes_on(run: &Run<'_>, end: usize) -> bool {
    end > 0 && joins(run, end) && is_day(run, end + 1) && is_day(run, end - 1)
}

/// Whether a day that ends before `end` is the last of several, and hours follow that belong to all of them: `Monday to Friday, 9 a.m.` In
/// `Monday to Friday at 5 p.m.` only the end of the last day is named.
pub(super) fn is_last_of_days(run: &Run<'_>, end: usize) -> bool {
    end >= 3 && is_day(run, end - 1) && joins(run, end - 2) && is_day(run, end - 3) && run.kind(end) != Kind::At
}

/// Whether the weekday at `at` is the first or the last of several in a row, with hours before or behind them.
pub(super) fn is_of_days(run: &Run<'_>, at: usize) -> bool {
    let first = if joins(run, at + 1) && is_day(run, at + 2) {
        at
    } else if at >= 2 && joins(run, at - 1) && is_day(run, at - 2) {
        at - 2
    } else {
        return false;
    };
    let comma = |at: usize| usize::from(run.kind(at) == Kind::Comma);
    let last = first.checked_sub(1).and_then(|last| last.checked_sub(comma(last)));
    let next = first + 3 + comma(first + 3);
    last.is_some_and(|last| is_hour(run, last)) || is_hour(run, next) || is_hour(run, next + 1)
}

/// Whether an abbreviated weekday is the first or the last of several: `Mon-Fri`, `Tues. to Sat.`
pub(super) fn is_of_short_days(run: &Run<'_>, at: usize) -> bool {
    let is_short = |at: usize| run.kind(at) == Kind::WeekdayShort && run.is_capital(at);
    joins(run, at + 1) && is_short(at + 2) || at >= 2 && joins(run, at - 1) && is_short(at - 2)
}

fn joins(run: &Run<'_>, at: usize) -> bool {
    matches!(run.kind(at), Kind::To | Kind::Hyphen)
}

fn is_day(run: &Run<'_>, at: usize) -> bool {
    matches!(run.kind(at), Kind::Weekday | Kind::WeekdayShort)
}

/// Whether a token belongs to an hour: `5 p.m.`, `noon`, `10:30`.
fn is_hour(run: &Run<'_>, at: usize) -> bool {
    matches!(run.kind(at), Kind::Meridiem | Kind::Clock | Kind::Time)
}
