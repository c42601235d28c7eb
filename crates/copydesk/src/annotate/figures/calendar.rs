//! Dates, times, years and ages, which have digits but are not figures.

use crate::keys::{Words, one_of, words};

use super::friends;
use super::nouns;
use super::numerals::Shape;
use super::reading::Number;
use super::text::{Text, is_capital};
use super::word::Word;
use super::words::Is;

static MONTHS: Words<()> = words!(
    64,
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
);

static WEEKDAYS: Words<()> = words!(16, ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]);

/// The words after which a number of four digits is a year, even with a plural behind it.
static BEFORE_YEARS: Words<()> = words!(
    128,
    [
        "a", "after", "an", "and", "before", "by", "circa", "during", "early", "fall", "fiscal", "for", "from", "his",
        "in", "its", "late", "mid", "of", "or", "since", "spring", "summer", "that", "the", "their", "this", "through",
        "till", "to", "until", "winter", "year",
    ]
);

/// What firms and states have for each year, and write behind it: `2009 sales`.
static OF_A_YEAR: Words<()> = words!(
    64,
    [
        "bonuses",
        "budgets",
        "deliveries",
        "earnings",
        "elections",
        "estimates",
        "figures",
        "forecasts",
        "gains",
        "goals",
        "highs",
        "levels",
        "lows",
        "models",
        "outlooks",
        "pledges",
        "profits",
        "results",
        "returns",
        "revenues",
        "sales",
        "targets",
    ]
);

const ZONES: &[&str] = &[
    "GMT", "UTC", "EST", "EDT", "ET", "PST", "PT", "PDT", "BST", "CET", "IST", "hrs", "Uhr", "AM", "PM", "am", "pm",
    "AST",
];

/// Whether the word is a month's name, with its capital.
pub(super) fn is_month(word: Word<'_>) -> bool {
    is_capital(word) && (3..=9).contains(&word.len()) && MONTHS.has(word)
}

pub(super) fn is_clock(text: &Text<'_>, number: &Number) -> bool {
    let (next, word) = text.next_word(number.end);
    if word.len() < 4 && ZONES.contains(&word.as_str())
        || text.starts(next, "a.m")
        || text.starts(next, "p.m")
        || word == "o"
    {
        return !text.starts(next, "PT");
    }
    // `at 14.35 local time`.
    if word == "local" && one_of!(text.next_word(next + word.len()).1, ["time"]) {
        return true;
    }
    let is_of_day = || {
        let (of_day, the) = text.next_word(next + word.len());
        the == "the" && one_of!(text.next_word(of_day + 3).1, ["morning", "afternoon", "evening"])
    };
    let day = word == "in" && is_of_day();
    let (past, last) = text.last_word(number.start);
    let half = last == "past" && one_of!(text.last_word(past).1, ["half", "quarter"]);
    if half || day && number.value.small().is_some_and(|value| value <= 12) {
        return true;
    }
    // `at five`, `at 10 on Monday`.
    let at = text.last_word(number.start).1.eq_ignore_ascii_case("at");
    let hour = number.value.small().is_some_and(|value| value <= 12) && number.is == Is::Cardinal;
    at && hour && !number.has_scale && nouns::counted(text, number.end).is_none() && number.shape != Shape::Marked
}

pub(super) fn is_date(text: &Text<'_>, number: &Number) -> bool {
    if number.value.small().is_none_or(|value| value > 31) || number.has_scale {
        return false;
    }
    let (start, dot) = dotted(text, number.start);
    let last = text.word(start);
    if is_month(last) && (!dot || last.len() < 5) {
        return true;
    }
    // `Friday the 13th`.
    if number.is == Is::Ordinal && last == "the" && WEEKDAYS.has(text.last_word(start).1) {
        return true;
    }
    let (next, mut word) = text.next_word(number.end);
    if word.eq_ignore_ascii_case("of") && number.is == Is::Ordinal {
        word = text.next_word(next + 2).1;
    }
    if is_month(word) && text.past_gap(number.end) > number.end {
        return true;
    }
    // `4 and 5 October`, `5 to 7 May`, `May 5 and 6`.
    let beside = one_of!(word, ["and", "to", "or"]);
    if beside && text.byte(text.past_gap(next + word.len())).is_ascii_digit() {
        let digits = text.past_gap(next + word.len());
        let end = digits + text.bytes[digits..].iter().take(2).take_while(|byte| byte.is_ascii_digit()).count();
        return is_month(text.next_word(end).1);
    }
    if one_of!(last, ["and", "to", "or"]) && text.before(text.before_gap(start)).is_ascii_digit() {
        let end = text.before_gap(start);
        let digits = end - text.bytes[..end].iter().rev().take(2).take_while(|byte| byte.is_ascii_digit()).count();
        let (month, _) = dotted(text, digits);
        return is_month(text.word(month)) || is_of_days(text, number);
    }
    text.before(text.before_gap(start)) == b',' && is_of_days(text, number)
}

/// Whether a number is one of a list of days: `April 15, 18, 22 and 25`. The last one counts nothing, and each other one is followed by
/// another: not `on April 15, 18 people`.
fn is_of_days(text: &Text<'_>, number: &Number) -> bool {
    const DAYS: usize = 8;
    if !matches!(number.shape, Shape::Bare(1 | 2)) {
        return false;
    }
    let is_digit = |at: usize| text.byte(text.past_gap(at)).is_ascii_digit();
    let (at, last) = text.last_word(number.start);
    let is_last = one_of!(last, ["and", "or"]);
    let closes = || {
        let (next, word) = text.next_word(number.end);
        match text.byte(number.end) {
            _ if is_last => nouns::counted(text, number.end).is_none(),
            b',' => is_digit(number.end + 1),
            _ => one_of!(word, ["and", "or"]) && is_digit(next + word.len()),
        }
    };
    let mut end = text.before_gap(if is_last { at } else { number.start });
    for _ in 0..DAYS {
        end -= usize::from(text.before(end) == b',');
        let digits = text.bytes[..end].iter().rev().take(3).take_while(|byte| byte.is_ascii_digit()).count();
        if !matches!(digits, 1 | 2) {
            return false;
        }
        let (month, _) = dotted(text, end - digits);
        if is_month(text.word(month)) {
            return closes();
        }
        end = text.before_gap(end - digits);
        if text.before(end) != b',' {
            return false;
        }
    }
    false
}

/// `Jane Roe, 46,`; `aged 12`; `the ages of 40`.
pub(super) fn is_age(text: &Text<'_>, number: &Number) -> bool {
    let (start, end) = (number.start, number.end);
    let (at, last) = text.last_word(start);
    if one_of!(last, ["aged", "age", "ages"]) || is_of_age(text, at, last) || is_listed_age(text, number) {
        return true;
    }
    // `He turned 40`, `who is 40`, `when I was four`, `died at 96`.
    let turned = one_of!(last, ["turned", "turns", "turning"])
        || one_of!(last, ["is", "was"]) && one_of!(text.last_word(at).1, ["who", "he", "she", "i"])
        || one_of!(last, ["at"]) && one_of!(text.last_word(at).1, ["died", "dies", "dead"]);
    let of_years = number.value.small().is_some_and(|value| value < 120) && !number.has_scale;
    if turned && of_years && number.is == Is::Cardinal && nouns::counted(text, end).is_none() {
        return true;
    }
    // `One in four adults over 65 lives alone`.
    if one_of!(last, ["over", "under"]) && of_years && nouns::is_of_people(text.last_word(at).1) {
        return true;
    }
    if !matches!(number.shape, Shape::Bare(1 | 2)) {
        return false;
    }
    // `At 37, he is the oldest.`
    let is_of_subject = || one_of!(text.next_word(end + 1).1, ["he", "she"]) && is_capital(last);
    if one_of!(last, ["at"]) && text.byte(end) == b',' && is_of_subject() || is_age_of_two(text, number, (at, last)) {
        return true;
    }
    // `Jane Roe, now 46,`.
    let start = if one_of!(last, ["now", "then"]) { at } else { start };
    let gap = text.before_gap(start);
    let comma = text.before_gap(gap.saturating_sub(1));
    if text.before(gap) != b',' {
        return false;
    }
    // `Tom Roe Jr., 46,`.
    let dot = usize::from(text.before(comma) == b'.');
    let name = text.word_before(comma - dot).1;
    // `Jane Roe,46, said`: a space is lost now and then.
    if gap == start && !(is_capital(name) && text.byte(end) == b',') {
        return false;
    }
    let after = text.past_gap(end);
    let closed = match text.byte(after) {
        b',' => is_capital(name) || !text.byte(text.past_gap(after + 1)).is_ascii_digit(),
        b'.' | b')' | b';' => after == end && (is_capital(name) || OF_WHOM.has(name)),
        b'-' => after > end && is_capital(name),
        0xE2 => is_capital(name) && (text.starts(after, "–") || text.starts(after, "—")),
        _ => false,
    };
    closed && !name.is_empty() && super::numbers::part(name).is_none()
}

/// Whose ages stand behind a comma: `two boys, 13 and 15, were hurt`, `and his brother, 22.`
static OF_WHOM: Words<()> = words!(
    128,
    [
        "adults",
        "boy",
        "boys",
        "brother",
        "brothers",
        "children",
        "couple",
        "cousin",
        "cousins",
        "dad",
        "daughter",
        "daughters",
        "driver",
        "drivers",
        "father",
        "friend",
        "friends",
        "girl",
        "girlfriend",
        "girls",
        "husband",
        "kids",
        "lads",
        "man",
        "men",
        "mother",
        "mum",
        "pair",
        "parents",
        "partner",
        "sibling",
        "siblings",
        "sister",
        "sisters",
        "son",
        "sons",
        "student",
        "students",
        "suspect",
        "suspects",
        "teenager",
        "teenagers",
        "teens",
        "victim",
        "victims",
        "wife",
        "woman",
        "women",
        "youth",
        "youths",
    ]
);

/// Whether the number, which may be an age, is one of two that are told of two people: `two boys, 13 and 15,`. `(at, last)` is the word before.
fn is_age_of_two(text: &Text<'_>, number: &Number, (at, last): (usize, Word<'_>)) -> bool {
    let (and, next) = text.next_word(number.end);
    let (first, second) = if next == "and" {
        (number.start, text.past_gap(and + next.len()))
    } else if last == "and" {
        let end = text.before_gap(at);
        (end - text.bytes[..end].iter().rev().take(3).take_while(|byte| byte.is_ascii_digit()).count(), number.start)
    } else {
        return false;
    };
    let rest = text.bytes.get(second..).unwrap_or_default();
    let end = second + rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let comma = text.before_gap(first);
    let is_closed = matches!(text.byte(end), b',' | b'.' | b')' | b';') && !text.byte(end + 1).is_ascii_digit();
    if !matches!(end - second, 1 | 2) || !is_closed || text.before(comma) != b',' || comma == first {
        return false;
    }
    let who = text.word_before(text.before_gap(comma - 1)).1;
    let is_name = || is_capital(who) && text.byte(end) == b',' && !is_month(who) && !WEEKDAYS.has(who);
    OF_WHOM.has(who) || is_name()
}

/// How many ages of one list are gone back over.
const LISTED: usize = 4;

/// `three children aged 12, 9 and 7`: the second age of a list, or a later one; but of `aged 12, and 2 dogs` it is a count.
fn is_listed_age(text: &Text<'_>, number: &Number) -> bool {
    let at = number.start;
    if text.before(text.before_gap(at)) != b',' && !one_of!(text.last_word(at).1, ["and", "or"]) {
        return false;
    }
    let mut words = friends::before_listed(text, at).take(LISTED);
    let word = words.find(|word| !word.is_empty() && !one_of!(word, ["and", "or"]));
    word.is_some_and(|word| one_of!(word, ["aged", "ages"])) && nouns::counted(text, number.end).is_none()
}

/// `of`, `to` or `from` behind a word for an age: `at the age of 12`, `the retirement age to 63`, `aged between 22 and 47`.
fn is_of_age(text: &Text<'_>, at: usize, word: Word<'_>) -> bool {
    one_of!(word, ["of", "to", "from", "between"]) && one_of!(text.last_word(at).1, ["age", "aged", "ages"])
}

/// Past the second of two ages: `aged 18 to 29`, `the retirement age to 63 from 61`.
pub(super) fn past_ages(text: &Text<'_>, number: &Number) -> Option<usize> {
    let (at, last) = text.last_word(number.start);
    if !one_of!(last, ["aged", "ages"]) && !is_of_age(text, at, last) {
        return None;
    }
    let (next, word) = text.next_word(number.end);
    let second = text.past_gap(next + word.len());
    let digits =
        text.bytes[second.min(text.bytes.len())..].iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    (one_of!(word, ["to", "and", "from"]) && (1..=2).contains(&digits)).then_some(second + digits)
}

/// `202 B.C.-220 A.D.`, `in 44 BC`: a year; of British Columbia something follows.
pub(super) fn is_before_christ(text: &Text<'_>, end: usize) -> bool {
    let at = text.past_gap(end);
    if text.byte(at) != b'B' {
        return false;
    }
    let written = ["B.C.", "BCE", "BC"].into_iter().find(|written| text.starts(at, written));
    written.is_some_and(|written| {
        let after = at + written.len();
        text.is_edge(after) && !text.byte(text.past_gap(after)).is_ascii_alphanumeric()
    })
}

/// Whether a number is written like a year of our time.
pub(super) fn could_be_year(number: &Number) -> bool {
    number.shape == Shape::Bare(4)
        && !number.has_scale
        && number.value.small().is_some_and(|year| (1900..=2100).contains(&year))
}

/// Whether the word before such a number makes it a year: `in 2015`, `since May 2011`.
pub(super) fn is_said_of_year(text: &Text<'_>, number: &Number) -> bool {
    let (start, _) = dotted(text, number.start);
    let last = text.word(start);
    is_month(last) || one_of!(last, ["in", "since", "during", "fiscal", "year"])
}

pub(super) fn is_year(text: &Text<'_>, number: &Number, has_bounds: bool) -> bool {
    if !number.value.small().is_some_and(|year| (1400..=2100).contains(&year)) {
        return false;
    }
    let counted = nouns::counted(text, number.end);
    // `Its 2009 sales fell`, `close to 2008 revenue levels`; `2000 sales` may be so many.
    let of_these = || number.value.small().is_some_and(|year| (1950..=2040).contains(&year) && year % 50 != 0);
    if counted.is_some_and(|word| OF_A_YEAR.has(word)) && of_these() {
        return true;
    }
    let counts = counted.is_some_and(nouns::is_plural);
    let next = text.next_word(number.end).1;
    let last = text.last_word(number.start).1;
    if has_bounds && !one_of!(last, ["a", "an", "the"]) {
        return !counts;
    }
    !(counts && nouns::is_plural(next) && !last.is_empty() && !is_capital(last) && !BEFORE_YEARS.has(last))
}

/// Where the word before a place begins, also one with a full stop after it (`Sept.`, `No.`); whether it has one.
pub(super) fn dotted(text: &Text<'_>, at: usize) -> (usize, bool) {
    let end = text.before_gap(at);
    if text.before(end) != b'.' {
        return (text.last_word(at).0, false);
    }
    (text.word_before(end - 1).0, true)
}
