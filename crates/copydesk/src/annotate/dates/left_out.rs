//! Expressions that are read but have no row: days that the calendar does not have, and words whose value a neighbour changes.

use super::value::{Date, Meaning, Unit, Year};

/// Whether an expression that stands at `start..end` is left out.
pub(super) fn is_left_out(content: &str, start: usize, end: usize, meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Date(Date::Unknown(Unit::Year)) => is_before_number(content, end),
        Meaning::Date(date) | Meaning::Time(Some(date), _) | Meaning::Times(Some(date), ..) => !is_in_calendar(date),
        Meaning::Dates(from, to) => !is_in_calendar(from) || !is_in_calendar(to),
        Meaning::Span(_) => is_shared(content, start),
        _ => false,
    }
}

/// Whether the calendar has the day. `June 31` is no date, nor is `February 29, 2019`.
fn is_in_calendar(date: &Date) -> bool {
    let Date::Day(year, month, day) = *date else { return true };
    let is_leap = |year: i32| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match (month, year) {
        (2, Year::Known(year)) if !is_leap(year) => day <= 28,
        _ => day <= [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][(month - 1).clamp(0, 11) as usize],
    }
}

/// `In the year 47 BC`: the year that is meant is not read.
fn is_before_number(content: &str, end: usize) -> bool {
    matches!(content.as_bytes()[end..], [b' ', b'0'..=b'9', ..])
}

/// `Three-quarters of an hour`, `two thirds of a year`: not as long as the words say by themselves.
fn is_shared(content: &str, start: usize) -> bool {
    const PARTS: [&str; 12] = [
        "quarter", "quarters", "third", "thirds", "half", "fifth", "fifths", "tenth", "tenths", "fraction", "part",
        "most",
    ];
    let (bytes, before) = (content.as_bytes(), &content.as_bytes()[..start]);
    // Most lengths of time have no article.
    if !matches!(bytes[start..], [b'a' | b'A', b' ' | b'n', ..]) || !before.ends_with(b" of ") {
        return false;
    }
    let head = &content[..start - " of ".len()];
    let word = &head[head.rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |at| at + 1)..];
    PARTS.contains(&word)
}
