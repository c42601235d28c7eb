//! A stretch of text read as a date. Every word of it must be one that dates are made of.

use jiff::civil::{Date, Weekday};

use super::super::wordlist::{get, has};
use super::calendar::{CLOCK, LABELS, LINKS, MONTHS, WEEKDAYS};
use crate::language::Language;

/// The longest line that is read; `Published Wednesday, September 30, 2020, 11:21 a.m. EDT | Updated …` fits.
const LONGEST: usize = 140;

/// The parts of a date, as far as they are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    weekday: Option<i8>,
    labelled: bool,
    /// `4/5/2024`: the order of day and month is a matter of country.
    numeric: bool,
}

impl Reading {
    /// A line with these parts is a date, and not a title (`March`), a verb (`May`) or a number.
    pub(crate) fn is_line(&self) -> bool {
        let dated = self.weekday.is_some() || self.labelled || self.year.is_some();
        self.numeric || self.month.is_some() && dated && (self.day.is_some() || self.year.is_some())
    }

    /// Month and day, as in a dateline: `Nov. 18`.
    pub(crate) fn has_day(&self) -> bool {
        self.month.is_some() && self.day.is_some()
    }

    /// Whether it says which year.
    pub(crate) fn has_year(&self) -> bool {
        self.year.is_some()
    }

    /// The date of the calendar, if day, month and year are given and the weekday, where there is one, agrees.
    pub(crate) fn value(&self) -> Option<Date> {
        let date = Date::new(self.year?, self.month?, self.day?).ok()?;
        let agrees = self.weekday.is_none_or(|weekday| Weekday::to_monday_one_offset(date.weekday()) == weekday);
        agrees.then_some(date)
    }

    /// Takes a day, month or year; a second one must begin a second date.
    fn take<T>(slot: &mut Option<T>, value: T) -> Option<()> {
        match slot {
            Some(_) => None,
            None => {
                *slot = Some(value);
                Some(())
            }
        }
    }
}

/// Reads `text` as a date, the first if it gives two (`Published … | Updated …`). `None` if any word is not part of one.
pub(crate) fn read(text: &str, language: Option<Language>) -> Option<Reading> {
    if text.len() > LONGEST {
        return None;
    }
    let mut reading = Reading::default();
    // Once a second date begins, its words must still be words of a date, but they say nothing more.
    let mut second = Reading::default();
    let mut in_second = false;
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | '(' | ')' | '•' | '·' | '–' | '—'));
    let parts = parts.map(|part| part.trim_matches(['-', ':', ';', '/', '.']));
    let mut parts = parts.filter(|part| !part.is_empty()).peekable();
    while let Some(chunk) = parts.next() {
        if chunk.len() <= 2
            && chunk.bytes().all(|byte| byte.is_ascii_digit())
            && parts.next_if(|next| is_hour_word(next)).is_some()
        {
            continue;
        }
        if reading.is_line() && !in_second && (has(LABELS, chunk) || reading.day.is_some() && is_month(chunk)) {
            in_second = reading.has_year() || has(LABELS, chunk);
        }
        let current = if in_second { &mut second } else { &mut reading };
        word(current, chunk, language)?;
    }
    (!is_tweet(text)).then_some(reading)
}

pub(in crate::blocks) fn is_month(chunk: &str) -> bool {
    month(chunk).is_some()
}

/// The number of the month.
pub(crate) fn month(chunk: &str) -> Option<i8> {
    get(MONTHS, chunk)
}

/// `9:53 PM - 26 Dec 2016`: the foot of a tweet that the article shows.
fn is_tweet(text: &str) -> bool {
    let time = text.split(" - ").next().unwrap_or(text);
    time.len() < text.len() && time.len() <= 8 && is_time(time.split(' ').next().unwrap_or(time))
}

/// `131137 GMT Nov 13`: day, hour and minute at which a wire sent its story, with which it ends.
pub(super) fn is_stamp(line: &str) -> bool {
    let line = line.trim_matches(|c: char| c.is_control() || c == ' ');
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let Some(date) = line[digits..].strip_prefix(" GMT ").filter(|_| digits == 4 || digits == 6) else { return false };
    line.len() <= 24
        && date
            .split_once(' ')
            .is_some_and(|(month, day)| is_month(month) && day.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether the number before is an hour: `3 PM`, `19 Uhr`.
fn is_hour_word(word: &str) -> bool {
    ["am", "pm", "a.m", "p.m", "uhr", "uur", "h"].into_iter().any(|hour| hour.eq_ignore_ascii_case(word))
}

/// Reads one word.
fn word(reading: &mut Reading, chunk: &str, language: Option<Language>) -> Option<()> {
    let digits = chunk.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        if let Some(month) = get(MONTHS, chunk) {
            Reading::take(&mut reading.month, month)?;
        } else if let Some(weekday) = get(WEEKDAYS, chunk) {
            Reading::take(&mut reading.weekday, weekday)?;
        } else if has(LABELS, chunk) {
            reading.labelled = true;
        } else if !has(CLOCK, chunk) && !has(LINKS, chunk) && !is_zone(chunk, reading) {
            return None;
        }
        return Some(());
    }
    let tail = &chunk[digits..];
    match (digits, tail) {
        (4, "") => {
            let year = chunk.parse::<i16>().ok().filter(|year| (1700..=2100).contains(year))?;
            Reading::take(&mut reading.year, year)?;
        }
        (1 | 2, "" | "st" | "nd" | "rd" | "th" | "º" | "er" | "ST" | "ND" | "RD" | "TH") => {
            let day = chunk[..digits].parse::<i8>().ok().filter(|day| (1..=31).contains(day))?;
            Reading::take(&mut reading.day, day)?;
        }
        _ if is_time(chunk) || reading.has_day() && reading.has_year() && is_dotted_time(chunk) => {}
        _ => numeric(reading, chunk, language)?,
    }
    Some(())
}

/// `GMT+1`, `UTC-03:00`, and behind a whole date `+0100`: how far the clock is from that of Greenwich.
fn is_zone(chunk: &str, reading: &Reading) -> bool {
    let named = chunk.strip_prefix("GMT").or_else(|| chunk.strip_prefix("UTC"));
    let shift = named.unwrap_or(chunk);
    let digits = shift.strip_prefix(['+', '-']).unwrap_or("");
    let is_shift = (1..=5).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    is_shift && (named.is_some() || digits.len() >= 4 && reading.has_day() && reading.has_year())
}

/// `16.34` behind a whole date, as one newspaper's site has it.
fn is_dotted_time(chunk: &str) -> bool {
    let parts = chunk.split_once('.').filter(|(hour, minute)| (1..=2).contains(&hour.len()) && minute.len() == 2);
    let number = |part: &str| part.parse::<u8>().ok().filter(|_| !part.starts_with('+'));
    parts.is_some_and(|(hour, minute)| {
        number(hour).is_some_and(|hour| hour < 24) && number(minute).is_some_and(|minute| minute < 60)
    })
}

/// `2:40pm`, `19:50`, `11:21:08`, `7.30pm`, `19h50`, `3pm`.
fn is_time(chunk: &str) -> bool {
    let lower = |suffix: &str| {
        chunk.len() > suffix.len()
            && chunk.is_char_boundary(chunk.len() - suffix.len())
            && chunk[chunk.len() - suffix.len()..].eq_ignore_ascii_case(suffix)
    };
    let suffix =
        ["am", "pm", "a.m", "p.m", "z", "cet", "cest", "gmt"].into_iter().find(|suffix| lower(suffix)).unwrap_or("");
    let clock = &chunk[..chunk.len() - suffix.len()];
    let mut parts = 0;
    for part in clock.split([':', 'h', 'H']) {
        let part = if suffix.is_empty() { part } else { part.split('.').next_back().unwrap_or(part) };
        if part.len() > 2 || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return false;
        }
        parts += 1;
    }
    parts > 1 || parts == 1 && suffix.len() > 1
}

/// `2023-07-24`, `2023-07-24T10:00`, `24.07.2023`, `24/7/2023`, `19-Nov-2020`.
fn numeric(reading: &mut Reading, chunk: &str, language: Option<Language>) -> Option<()> {
    let chunk = chunk.split(['T', 't']).next().filter(|date| date.len() == 10).unwrap_or(chunk);
    let mark = ['-', '/', '.'].into_iter().find(|&mark| chunk.contains(mark))?;
    let mut parts = chunk.split(mark);
    let (first, middle, last) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let small = |part: &str| part.parse::<i8>().ok().filter(|_| part.len() <= 2 && !part.starts_with('+'));
    let year = |part: &str| part.parse::<i16>().ok().filter(|year| part.len() == 4 && (1700..=2100).contains(year));
    let (given, (day, month)) = if let Some(given) = year(first) {
        (given, (Some(small(last)?), Some(small(middle)?)))
    } else if let Some(month) = get(MONTHS, middle) {
        (year(last)?, (Some(small(first)?), Some(month)))
    } else {
        (year(last)?, day_and_month(small(first)?, small(middle)?, mark, language))
    };
    let in_range = |part: Option<i8>, most| part.is_none_or(|part| (1..=most).contains(&part));
    if !in_range(day, 31) || !in_range(month, 12) {
        return None;
    }
    Reading::take(&mut reading.year, given)?;
    reading.numeric = true;
    (reading.day, reading.month) = (day, month);
    Some(())
}

/// Which is the day. Most languages write it first, always; in the others only a number above 12 tells.
fn day_and_month(first: i8, second: i8, mark: char, language: Option<Language>) -> (Option<i8>, Option<i8>) {
    let day_first = language.is_some_and(Language::writes_day_first);
    match (first, second) {
        (13.., 1..=12) => (Some(first), Some(second)),
        (1..=12, 13..) if mark != '.' => (Some(second), Some(first)),
        (1..=12, 1..=12) if day_first || first == second => (Some(first), Some(second)),
        (1..=12, 1..=12) => (None, None),
        // Neither order gives a date: out of range, so that the caller turns it down.
        _ => (Some(0), Some(0)),
    }
}
