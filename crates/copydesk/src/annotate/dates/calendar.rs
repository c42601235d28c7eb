//! Days, months and years of the calendar, as English writes them: `May 3, 2020`, `the 3rd of May`, `Tuesday, May 3`, `2020-05-03`.

use crate::keys::one_of;

use super::digits::is_year;
use super::neighbours::closes;
use super::opening;
use super::senses::{From, Hyphen, Part, Shift};
use super::tokens::Run;
use super::value::{Date, Which, Year};
use super::vocabulary::Kind;

/// Where an expression ends, and what it is.
pub(super) type Found<T> = Option<(usize, T)>;

/// The day of a month: `5`, `5th`, `fifth`, `twenty-fifth`.
pub(super) fn day_number(run: &Run<'_>, at: usize) -> Found<i32> {
    if let Some(day) = run.take(at, Kind::Digits) {
        let short = run.text(at).len() <= 2;
        return (short && (1..=31).contains(&day)).then_some((at + 1, day));
    }
    let (end, day) = ordinal(run, at)?;
    (1..=31).contains(&day).then_some((end, day))
}

/// `5th`, `fifth`, `twenty-fifth`.
pub(super) fn ordinal(run: &Run<'_>, at: usize) -> Found<i32> {
    if let Some(tens) = run.take(at, Kind::Number).filter(|tens| (20..=90).contains(tens)) {
        let next = at + 1 + usize::from(run.kind(at + 1) == Kind::Hyphen);
        let second = run.is(next, "second").then_some(2);
        let ones = second.or_else(|| run.take(next, Kind::Ordinal)).filter(|ones| *ones < 10)?;
        return Some((next + 1, tens + ones));
    }
    if run.is(at, "second") {
        return Some((at + 1, 2));
    }
    run.take(at, Kind::Ordinal).map(|value| (at + 1, value))
}

/// A year in four digits, or in two behind an apostrophe.
pub(super) fn year(run: &Run<'_>, at: usize) -> Found<i32> {
    let year = run.take(at, Kind::Digits)?;
    let text = run.text(at);
    let written = text.len() == 4 || text.starts_with(['\'', '’', '‘']);
    (written && (1000..=2999).contains(&year)).then_some((at + 1, year))
}

/// A month that can be nothing else where it stands. `May` and `March` need a capital, and other words beside them that go with a month.
pub(super) fn month(run: &Run<'_>, at: usize) -> Found<i32> {
    let capital = run.is_capital(at);
    // `Black September`, `Red October`: something is called after a month.
    if capital && matches!(run.before(at), "Black" | "Bloody" | "Red") && !has_number(run, at) {
        return None;
    }
    match (run.kind(at), run.value(at)) {
        // Chat and transcripts write months in small letters. `august` is another word then.
        (Kind::Month, month @ 1..=12) if capital || month != 8 || has_number(run, at) => Some((at + 1, month)),
        (Kind::Month, month) if capital && month > 100 && (has_company(run, at) || is_plain(run, at, month)) => {
            Some((at + 1, month - 100))
        }
        (Kind::MonthShort, month)
            if capital && (has_company(run, at) || run.text(at).ends_with('.') && !is_surname(run, at)) =>
        {
            Some((at + 1, month))
        }
        (Kind::MonthShort, month) if has_number(run, at) => Some((at + 1, month)),
        _ => None,
    }
}

/// Whether `May` or `March` is a month by its place alone: `the March report`, `March was dry`. `May` is too often a name or a verb for the
/// second.
fn is_plain(run: &Run<'_>, at: usize, month: i32) -> bool {
    let (before, after) = (run.before(at), run.after(at + 1));
    let lower = |word: &str| word.starts_with(|c: char| c.is_ascii_lowercase());
    let event = one_of!(after, ["on", "for", "to", "of"]);
    let owned = one_of!(before, ["the", "its", "a", "that", "their"]);
    if month == 105 {
        return owned && lower(after) && !event;
    }
    let subject = one_of!(after, ["was", "is", "will", "saw", "had", "has", "brought", "marked"]);
    let inside =
        lower(before) && before.len() > 1 && !one_of!(before, ["to", "will", "can", "and", "they", "we", "who"]);
    subject && !lower(before) || inside && !event
}

/// Whether an abbreviated month is the end of a name, and its full stop ends the sentence: `Dong Jun.`
fn is_surname(run: &Run<'_>, at: usize) -> bool {
    let before = run.before(at);
    at == 0
        && before.starts_with(|c: char| c.is_ascii_uppercase())
        && before.ends_with(|c: char| c.is_ascii_lowercase())
        && !one_of!(before, ["since", "during", "by", "for", "between", "updated", "published", "posted"])
}

/// Whether a day or a year stands beside the month.
fn has_number(run: &Run<'_>, at: usize) -> bool {
    // In a web address, `2018/jan/23` is no date of the text.
    let joins =
        |at: usize| run.kind(at) == Kind::Of || run.take(at, Kind::Hyphen).is_some_and(|mark| mark < Hyphen::SLASH);
    let last = at.checked_sub(1).map(|last| last - usize::from(last > 0 && joins(last)));
    let number = |at: usize| matches!(run.kind(at), Kind::Digits | Kind::Ordinal) && day_number(run, at).is_some();
    let next = at + 1 + usize::from(run.take(at + 1, Kind::Hyphen).is_some_and(|mark| mark < Hyphen::SLASH));
    last.is_some_and(number) || day_number(run, next).is_some() || year(run, next).is_some()
}

/// Whether a day, a year, a preposition or another month stands beside the month.
fn has_company(run: &Run<'_>, at: usize) -> bool {
    let next = at
        + 1
        + usize::from(
            matches!(run.kind(at + 1), Kind::Comma | Kind::The | Kind::Of)
                || run.kind(at + 1) == Kind::Hyphen && run.value(at) < 100,
        );
    if day_number(run, next).is_some() && !(run.kind(next) == Kind::Ordinal && run.kind(at + 1) == Kind::Comma)
        || year(run, next).is_some()
    {
        return true;
    }
    if matches!(run.kind(at + 1), Kind::To | Kind::And | Kind::Hyphen) && is_month(run, at + 2) {
        return true;
    }
    let Some(last) = at.checked_sub(1) else {
        let word = run.before(at);
        return one_of!(word, ["since", "during", "by", "for", "before", "after", "between", "from"])
            && run.kind(at) == Kind::Month;
    };
    match run.kind(last) {
        Kind::Digits | Kind::Ordinal => day_number(run, last).is_some(),
        Kind::Of => true,
        Kind::From => run.kind(at) == Kind::Month && run.value(last) >= From::FROM,
        Kind::In => !run.is(at, "mar"),
        Kind::Shift => (Shift::LAST..=Shift::THIS).contains(&run.value(last)),
        Kind::Part => run.value(last) < Part::OF,
        Kind::Hyphen => last > 0 && (run.kind(last - 1) == Kind::Part || is_month(run, last - 1)),
        Kind::And | Kind::To => last > 0 && is_month(run, last - 1) || run.is(last, "until") || run.is(last, "till"),
        Kind::Weekday | Kind::WeekdayShort => true,
        Kind::Comma => last > 0 && matches!(run.kind(last - 1), Kind::Weekday | Kind::WeekdayShort | Kind::Month),
        _ => false,
    }
}

fn is_month(run: &Run<'_>, at: usize) -> bool {
    matches!(run.kind(at), Kind::Month | Kind::MonthShort) && run.is_capital(at)
}

/// The year that belongs to a day or a month, and where it ends: `, 2020`, ` of 2020`, `2020`, `last year`.
fn year_of(run: &Run<'_>, at: usize) -> (usize, Year) {
    let skip = usize::from(matches!(run.kind(at), Kind::Comma | Kind::Of | Kind::In));
    if let Some((end, known)) = year(run, at + skip)
        && (run.kind(at) != Kind::In || is_year(known))
    {
        return (end, Year::Known(known));
    }
    // `Of last year`, `last year`.
    let skip = usize::from(run.kind(at) == Kind::Of);
    if let Some((end, away)) = year_away(run, at + skip) {
        return (end, Year::Away(away));
    }
    (at, Year::Open)
}

/// `Last year`, `this year`, `next year`.
pub(super) fn year_away(run: &Run<'_>, at: usize) -> Found<i32> {
    let shift = run.take(at, Kind::Shift)?;
    let away = match shift {
        Shift::LAST => -1,
        Shift::NEXT => 1,
        Shift::THIS => 0,
        _ => return None,
    };
    (run.is(at + 1, "year")).then_some((at + 2, away))
}

/// A day with its month, with its weekday or without: `May 3, 2020`, `3 May`, `the third of May`, `5/25/2020`.
pub(super) fn day(run: &Run<'_>, at: usize) -> Found<Date> {
    if let Some((next, _)) = weekday(run, at) {
        let next = next + usize::from(run.kind(next) == Kind::Comma);
        return bare_day(run, next).or_else(|| bare_day(run, next + usize::from(run.kind(next) == Kind::The)));
    }
    let the = usize::from(run.kind(at) == Kind::The);
    if the == 1 {
        // In `the May 3 meeting` the article is that of the meeting.
        let (next, number) = day_number(run, at + 1)?;
        return day_of(run, next, number);
    }
    bare_day(run, at)
}

fn bare_day(run: &Run<'_>, at: usize) -> Found<Date> {
    if let Some(packed) = run.take(at, Kind::Numeric) {
        let (year, month, day) = (packed.abs() / 10_000, packed.abs() / 100 % 100, packed.abs() % 100);
        let date = if packed < 0 { Date::Ambiguous(year) } else { Date::Day(Year::Known(year), month, day) };
        return Some((at + 1, date));
    }
    if let Some((next, month)) = month(run, at) {
        let next = next
            + usize::from(
                matches!(run.kind(next), Kind::The | Kind::Hyphen)
                    || run.kind(next) == Kind::Comma && run.kind(next + 1) == Kind::Ordinal,
            );
        let (end, day) = day_number(run, next)?;
        // In `May 10 years` and `May 10 a.m.` the number is no day.
        if run.kind(end) == Kind::Units || run.kind(end) == Kind::Meridiem {
            return None;
        }
        // In `the April-June second quarter` and `in July, first-half sales` the ordinal is no day.
        let is_in_words = run.text(next).starts_with(|c: char| c.is_ascii_alphabetic());
        if is_in_words && (matches!(run.kind(end), Kind::Half | Kind::Hyphen) || run.is(end, "quarter")) {
            return None;
        }
        let (end, year) = year_of(run, end);
        return Some((end, Date::Day(year, month, day)));
    }
    let (next, number) = day_number(run, at)?;
    day_of(run, next, number)
}

/// The month and the year behind the number of a day: `of May 2020`.
fn day_of(run: &Run<'_>, at: usize, number: i32) -> Found<Date> {
    let next = at + usize::from(matches!(run.kind(at), Kind::Of | Kind::Hyphen));
    let (end, month) = month(run, next)?;
    let end = end + usize::from(run.kind(end) == Kind::Hyphen && year(run, end + 1).is_some());
    let (end, year) = year_of(run, end);
    Some((end, Date::Day(year, month, number)))
}

/// A month with its year or without.
pub(super) fn month_of_year(run: &Run<'_>, at: usize) -> Found<Date> {
    let (next, month) = month(run, at)?;
    let skip = usize::from(run.kind(next) == Kind::Hyphen && year(run, next + 1).is_some());
    let (end, year) = year_of(run, next + skip);
    if year == Year::Open && !stands_alone(run, at, next) {
        return None;
    }
    Some((end, Date::Month(year, month)))
}

/// Whether a month is no given name and no part of a title: `April Moss`, `March on Town Hall`.
fn stands_alone(run: &Run<'_>, at: usize, next: usize) -> bool {
    let after = run.after(next);
    let before = run.before(at);
    let is_before = |known: &&str| known.eq_ignore_ascii_case(before);
    let placed = [
        "in", "since", "of", "by", "until", "from", "last", "next", "this", "early", "late", "mid", "during", "for",
        "through", "before", "after",
    ];
    let has_preposition = placed.iter().any(is_before);
    let can_be_name = matches!(run.value(at) % 100, 4 | 5 | 6 | 8) && run.kind(at) == Kind::Month || run.is(at, "jan");
    if can_be_name && after.starts_with(|c: char| c.is_ascii_uppercase()) && !has_preposition {
        return false;
    }
    // `Mr April`, `Jane May`: a name stands before it.
    let named = before.starts_with(|c: char| c.is_ascii_uppercase()) && !has_preposition;
    !(can_be_name && named && before.len() > 1 && at == 0 && run.kind(next) != Kind::Hyphen && !starts_sentence(before))
}

fn starts_sentence(word: &str) -> bool {
    one_of!(word, ["the", "on", "a", "its", "last"])
}

/// A weekday. An abbreviated one needs a day, a month or a time beside it.
pub(super) fn weekday(run: &Run<'_>, at: usize) -> Found<i32> {
    match run.kind(at) {
        Kind::Weekday => Some((at + 1, run.value(at))),
        Kind::WeekdayShort => {
            let next = at + 1 + usize::from(run.kind(at + 1) == Kind::Comma);
            let next = next + usize::from(run.kind(next) == Kind::The);
            let company = day_number(run, next).is_some() || is_month(run, next) || run.kind(next) == Kind::Numeric;
            let time = matches!(run.kind(next), Kind::At | Kind::Time);
            (company || time && !run.is(at, "sun") || opening::is_of_short_days(run, at))
                .then_some((at + 1, run.value(at)))
        }
        _ => None,
    }
}

/// A weekday as a date of its own: `Tuesday`, `last Tuesday`, `Tuesday of next week`, `Monday the 21st`.
pub(super) fn weekday_date(run: &Run<'_>, at: usize) -> Found<Date> {
    let (next, which) = which(run, at);
    // `Next week Tuesday`, `next week on Tuesday`.
    if next > at
        && run.is(next, "week")
        && let Some(week) = run.take(next - 1, Kind::Shift).and_then(weeks_away)
    {
        let (end, day) = weekday(run, next + 1 + usize::from(run.kind(next + 1) == Kind::On))?;
        return Some((end, Date::Weekday(day, which_of_week(week))));
    }
    let (end, day) = weekday(run, next)?;
    // In `He said that Monday’s vote`, `that` begins a clause.
    if next > at && run.is(at, "that") && run.kind(end) == Kind::Possessive {
        return None;
    }
    // `Monday the 21st`, `Monday 21st`. In `Monday, 21` the number counts something.
    let the = end + usize::from(run.kind(end) == Kind::The);
    // In `said on Friday third-quarter profit fell` the ordinal is no day, so that it must be in digits or have an article.
    let is_digits = run.text(the).starts_with(|c: char| c.is_ascii_digit());
    let is_number = |after: usize| {
        let next = run.after(after);
        let is_closed = next.is_empty() || is_digits && closes(next);
        is_closed && run.kind(after) != Kind::Hyphen && (the > end || is_digits && run.kind(after) != Kind::Of)
    };
    if let Some((end, _)) = ordinal(run, the).filter(|&(after, _)| is_number(after))
        && run.kind(the) == Kind::Ordinal
    {
        return Some((end, Date::Weekday(day, Which::Unknown)));
    }
    let skip = usize::from(run.kind(end) == Kind::Of);
    let skip = skip + usize::from(skip == 1 && run.kind(end + 1) == Kind::The);
    if let Some(shift) = run.take(end + skip, Kind::Shift)
        && run.is(end + skip + 1, "week")
        && let Some(week) = weeks_away(shift)
    {
        return Some((end + skip + 2, Date::Weekday(day, which_of_week(week))));
    }
    Some((end, if which == Which::Open { weekday_alone(run, at, end, day) } else { Date::Weekday(day, which) }))
}

/// A weekday that does not say of which week it is. It may be any (`on a Friday`), or one that the text ties to something else (`the Monday
/// after the vote`). But `a Friday deadline` and `the Monday meeting` are as often as not of the article's week.
pub(super) fn weekday_alone(run: &Run<'_>, at: usize, end: usize, day: i32) -> Date {
    let before = run.before(at);
    let end = end + usize::from(run.kind(end) == Kind::Daypart);
    let after = run.after(end);
    let is_one = || one_of!(before, ["a", "one"]) && closes(after);
    let is_tied = || one_of!(before, ["the"]) && one_of!(after, ["before", "after", "in", "of"]);
    let is_joined = matches!(run.kind(end), Kind::Hyphen | Kind::Possessive);
    let is_any = !is_joined && (is_one() || is_tied()) || opening::is_of_days(run, at);
    Date::Weekday(day, if is_any { Which::Unknown } else { Which::Open })
}

fn which_of_week(week: Option<i32>) -> Which {
    week.map_or(Which::Unknown, Which::Week)
}

/// How many weeks away a word such as `next` says. The outer `None` means that it says no week, the inner one that it is a week of the
/// text.
fn weeks_away(shift: i32) -> Option<Option<i32>> {
    match shift {
        Shift::LAST => Some(Some(-1)),
        Shift::NEXT => Some(Some(1)),
        Shift::THIS => Some(Some(0)),
        Shift::PREVIOUS | Shift::FOLLOWING | Shift::SAME => Some(None),
        _ => None,
    }
}

/// The word that says which weekday or weekend is meant, and what follows it: `last`, `this coming`, `next`.
pub(super) fn which(run: &Run<'_>, at: usize) -> (usize, Which) {
    let the = usize::from(run.kind(at) == Kind::The);
    let Some(shift) = run.take(at + the, Kind::Shift) else { return (at, Which::Open) };
    let next = at + the + 1;
    // `It sank following Monday’s storm`: a preposition, not `on Sunday and following Monday`.
    let is_owner = || run.tokens.get(next).is_some_and(|day| run.content[day.end..].starts_with(['\'', '’']));
    if the == 0 && shift == Shift::FOLLOWING && run.is(at, "following") && is_owner() {
        return (at, Which::Open);
    }
    if run.is(at + the, "this")
        && let Some(second @ (Shift::LAST | Shift::PAST | Shift::NEXT | Shift::COMING)) = run.take(next, Kind::Shift)
    {
        return (next + 1, if second <= Shift::PAST { Which::Last } else { Which::Next });
    }
    let which = match shift {
        Shift::LAST | Shift::PAST => Which::Last,
        Shift::NEXT | Shift::COMING => Which::Next,
        Shift::THIS if run.is(at + the, "this") => Which::Week(0),
        Shift::PREVIOUS | Shift::FOLLOWING | Shift::SAME => Which::Unknown,
        _ => return (at, Which::Open),
    };
    (next, which)
}
