//! Stretches longer than a day, and those that are named by where they lie: `the first quarter of 2020`, `the 1990s`, `last week`,
//! `fiscal 2019`, `the summer`.

use super::calendar::{self, Found};
use super::digits::is_year;
use super::tokens::Run;
use super::value::{Date, Unit, Which, Year};
use super::vocabulary::Kind;

/// A period, without an article that is not part of it.
pub(super) fn period(run: &Run<'_>, at: usize) -> Found<Date> {
    let the = at + usize::from(run.kind(at) == Kind::The);
    let found = [
        quarter(run, the),
        shifted(run, at),
        fiscal(run, the),
        season(run, at),
        decade(run, at),
        century(run, the),
        weekend(run, at),
        shifted_month(run, at),
        calendar::month_of_year(run, at),
        week_of(run, at),
        year(run, at),
        the_unit(run, at),
    ];
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
    if run.is(next, "quarter") && (last || number <= 4) {
        let (end, year) = of_year(run, next + 1);
        if last && (year == Year::Open || run.kind(next + 1) != Kind::Of) {
            return None;
        }
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
        (Unit::Week | Unit::Month | Unit::Day, _) => Date::Unknown(unit),
        _ => whole,
    }
}

/// `Last week`, `this year`, `the same day`, `this past month`, `the following year`.
fn shifted(run: &Run<'_>, at: usize) -> Found<Date> {
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
        1 if !the => away(-1),
        4 if !the => away(1),
        5 if !the || matches!(unit, Unit::Week | Unit::Month) => away(1),
        7 if unit == Unit::Day => away(0),
        7 => away(0),
        3 | 6 | 8 => Date::Unknown(unit),
        4 if matches!(unit, Unit::Day | Unit::Week) => Date::Unknown(unit),
        _ => return None,
    };
    // `That day` and `that year`; but `that week-long strike`, and a `that` which opens a clause has a noun of its own.
    if run.is(next, "second") || unit == Unit::Century && shift == 8 {
        return None;
    }
    Some((end, date))
}

/// `Last May`, `this September`, `next March`.
fn shifted_month(run: &Run<'_>, at: usize) -> Found<Date> {
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
fn week_of(run: &Run<'_>, at: usize) -> Found<Date> {
    if run.kind(at) != Kind::The || !run.is(at + 1, "week") || run.kind(at + 2) != Kind::Of {
        return None;
    }
    match calendar::day(run, at + 3)? {
        (end, Date::Day(year, month, day)) => Some((end, Date::WeekOf(year, month, day))),
        _ => None,
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
        if run.is(next - 1, "that") && ["has", "is", "will", "would", "had", "comes", "can"].contains(&run.after(end)) {
            return None;
        }
        // `This spring rain`, `that fall in prices`.
        let falls = value > 100
            && (run.is(next - 1, "that") || run.is(next - 1, "this") && season == 3)
            && run.after(end) == "in";
        return (!falls).then_some((end, Date::Season(year, season)));
    }
    let before = run.before(at);
    let placed = [
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
    .contains(&before);
    let ends = closes(run.after(end)) && run.kind(end) != Kind::Hyphen;
    let alone = placed && ends && (value < 100 || the && before == "in");
    (alone && !is_name(run, next)).then_some((end, Date::Season(year, season)))
}

/// Whether a word in a capital stands inside a sentence, where it is part of a name: `the Summer Palace`.
fn is_name(run: &Run<'_>, at: usize) -> bool {
    run.is_capital(at) && run.before(at).starts_with(|c: char| c.is_ascii_lowercase())
}

/// Whether what follows a bare period shows that it ends there: a mark, or a word of grammar.
pub(super) fn closes(after: &str) -> bool {
    const GRAMMAR: &[&str] = &[
        "",
        "after",
        "also",
        "and",
        "are",
        "as",
        "at",
        "because",
        "before",
        "between",
        "but",
        "by",
        "can",
        "could",
        "did",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "may",
        "might",
        "more",
        "nor",
        "not",
        "of",
        "on",
        "or",
        "our",
        "over",
        "said",
        "says",
        "she",
        "should",
        "since",
        "so",
        "some",
        "than",
        "that",
        "the",
        "their",
        "there",
        "they",
        "this",
        "though",
        "through",
        "to",
        "under",
        "until",
        "up",
        "was",
        "we",
        "were",
        "when",
        "where",
        "which",
        "while",
        "who",
        "will",
        "with",
        "without",
        "would",
        "you",
        "a",
        "an",
        "ahead",
        "again",
        "following",
        "alone",
    ];
    GRAMMAR.iter().any(|word| word.eq_ignore_ascii_case(after))
}

/// `The 1990s`, `the '90s`, `the nineties`, `the next decade` is elsewhere.
fn decade(run: &Run<'_>, at: usize) -> Found<Date> {
    let the = usize::from(run.kind(at) == Kind::The);
    let next = at + the;
    match run.kind(next) {
        Kind::Decade => {
            let four = run.text(next).len() > 4;
            let placed = four || the == 1 || run.text(next).starts_with(['\'', '’', '‘']) || run.before(next) == "mid";
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
    (run.is(next, "century") && (1..=21).contains(&number)).then_some((next + 1, Date::Century(number)))
}

/// `The weekend`, `last weekend`, `this coming weekend`.
fn weekend(run: &Run<'_>, at: usize) -> Found<Date> {
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

/// A year in four digits. A number of other things in four digits has a noun after it, or no preposition before it.
fn year(run: &Run<'_>, at: usize) -> Found<Date> {
    let (end, year) = calendar::year(run, at)?;
    if !is_year(year) && !(1000..1500).contains(&year) || run.kind(at) == Kind::Possessive {
        return None;
    }
    let before = run.before(at);
    let is = |list: &[&str]| list.iter().any(|word| word.eq_ignore_ascii_case(before));
    let after = run.after(end);
    let counted = [
        "people",
        "men",
        "women",
        "children",
        "miles",
        "km",
        "feet",
        "metres",
        "meters",
        "points",
        "jobs",
        "shares",
        "tonnes",
        "tons",
        "barrels",
        "pounds",
        "euros",
        "yen",
        "yuan",
        "dollars",
        "troops",
        "soldiers",
        "workers",
        "employees",
        "words",
        "calories",
        "percent",
        "per",
        "rpm",
        "hp",
        "square",
        "sq",
        "times",
        "million",
        "billion",
        "copies",
        "homes",
        "votes",
        "mph",
        "kg",
        "lb",
        "mg",
        "ft",
        "yards",
        "acres",
        "hectares",
        "basis",
        "level",
        "mark",
        "degrees",
    ];
    if counted.contains(&after) || matches!(run.kind(end), Kind::Unit | Kind::Units) && run.kind(at + 1) != Kind::Comma
    {
        return None;
    }
    if is_part_of_longer(run, at) {
        return None;
    }
    if is(&[
        "page",
        "no",
        "number",
        "room",
        "highway",
        "route",
        "flight",
        "model",
        "level",
        "boeing",
        "windows",
        "call",
        "top",
        "least",
        "than",
        "about",
        "only",
        "some",
        "nearly",
        "almost",
        "approximately",
        "another",
    ]) {
        return None;
    }
    let placed = is(&[
        "in", "since", "of", "by", "until", "till", "from", "to", "through", "during", "before", "after", "early",
        "late", "mid", "year", "between", "and", "for", "until", "the", "its", "his", "circa", "or",
    ]);
    let recent = (1900..=2059).contains(&year);
    // `Sold 2000 pieces`, but `the 2012 elections`.
    let plural = after.len() > 3
        && after.ends_with('s')
        && after.starts_with(|c: char| c.is_ascii_lowercase())
        && !closes(after);
    if plural && !placed {
        return None;
    }
    let sure = recent
        || placed && (1500..=2100).contains(&year) && closes(after)
        || is(&["in", "since"]) && (closes(after) || year >= 1500);
    sure.then_some((end, Date::Year(year)))
}

/// A part of something longer: `555-2010`, `2010/42-7`, a number in a file's name.
fn is_part_of_longer(run: &Run<'_>, at: usize) -> bool {
    let Some(token) = run.tokens.get(at) else { return false };
    let bytes = run.content.as_bytes();
    let byte = |at: Option<usize>| at.and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
    let joined = |byte: u8| matches!(byte, b'-' | b'/' | b'_');
    let year_before =
        at > 1 && run.kind(at - 1) == Kind::Hyphen && run.kind(at - 2) == Kind::Digits && run.text(at - 2).len() == 4;
    let word_before = at > 1
        && run.kind(at - 1) == Kind::Hyphen
        && !matches!(run.kind(at - 2), Kind::Digits | Kind::Decimal | Kind::Numeric);
    let (before, first) = (byte(token.start.checked_sub(1)), byte(token.start.checked_sub(2)));
    if joined(before) && first.is_ascii_alphanumeric() && !year_before && !word_before && first.is_ascii_digit() {
        return true;
    }
    let (after, next) = (byte(Some(token.end)), byte(Some(token.end + 1)));
    if !joined(after) || !next.is_ascii_digit() {
        return false;
    }
    // A range of years is no part of anything.
    let digits = bytes[token.end + 1..].iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    let end = token.end + 1 + digits;
    let goes_on = joined(byte(Some(end))) && byte(Some(end + 1)).is_ascii_digit();
    goes_on
        || after != b'-' && after != b'/'
        || !matches!(digits, 2 | 4)
        || joined(before) && first.is_ascii_digit() && !year_before
}

/// `The week`, `the quarter` after a preposition: one that the text speaks of.
fn the_unit(run: &Run<'_>, at: usize) -> Found<Date> {
    if run.kind(at) != Kind::The {
        return None;
    }
    let before = run.before(at);
    let placed = ["in", "for", "during", "over", "through", "throughout", "on", "by", "of", "to", "until", "before"]
        .iter()
        .any(|word| word.eq_ignore_ascii_case(before));
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
    if !placed || run.is_capital(at + 1) {
        return None;
    }
    // `The year 2020` is a year, `the week's news` has its own mark, `the day after` says which.
    match unit {
        Unit::Week | Unit::Month | Unit::Quarter | Unit::Year => {
            let ends = closes(run.after(end)) && run.kind(end) != Kind::Hyphen || run.kind(end) == Kind::Possessive;
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
