//! Tokens made of digits.

use crate::letters::leading_digits;

use super::vocabulary::Kind;

/// A number with more digits than this is no part of a date.
const DIGITS: usize = 8;

type Read = Option<(usize, Kind, i32)>;

/// Reads the token that begins with the digit at `at`. `None` if it is no part of a date, but an amount of money, a share or a score.
/// `is_apart` says that what stands right before it is another word all the same.
pub(super) fn read(bytes: &[u8], at: usize, is_apart: bool) -> Read {
    let before = at.checked_sub(1).filter(|_| !is_apart).map_or(b' ', |before| bytes[before]);
    if before.is_ascii_alphanumeric() || matches!(before, b'$' | b'#' | b'.' | b':' | b'+' | b'_' | b'%' | b'=' | b'\\')
    {
        return None;
    }
    // The end of `10,000`, but not that of `May 3,2020`.
    if before == b',' && at > 1 && bytes[at - 2].is_ascii_digit() && !is_behind_day(bytes, at) {
        return None;
    }
    // Behind a sign for money: `£5`, `€5`, `$ 5`.
    if before > 0x7f && is_money(bytes, at) || matches!(bytes[..at], [.., b'$', b' ']) {
        return None;
    }
    let (end, value) = number(bytes, at)?;
    let count = end - at;
    let next = |offset: usize| bytes.get(end + offset).copied().unwrap_or(b' ');
    if next(0) == b'%' {
        return None;
    }
    if matches!(next(0), b'-' | b'/' | b'.')
        && let Some(date) = numeric(bytes, at)
    {
        return Some(date);
    }
    if next(0) == b':' && next(1).is_ascii_digit() {
        return clock(bytes, end, count, value);
    }
    if next(0) == b',' && next(1).is_ascii_digit() && next(2).is_ascii_digit() && next(3).is_ascii_digit() {
        let is_day = count <= 2 && next(4).is_ascii_digit() && is_behind_day(bytes, end + 1);
        return if is_day { suffixed(bytes, end, count, value) } else { grouped(bytes, end, value) };
    }
    if next(0) == b'.' && next(1).is_ascii_digit() {
        let (last, digits) = number(bytes, end + 1)?;
        let places = last - end - 1;
        let ends = !matches!(bytes.get(last), Some(b'.') if bytes.get(last + 1).is_some_and(u8::is_ascii_digit));
        let hundredths = match places {
            1 => digits * 10,
            2 => digits,
            _ => return None,
        };
        return (ends && count <= 6).then(|| (last, Kind::Decimal, value * 100 + hundredths));
    }
    suffixed(bytes, end, count, value)
}

/// Whether a year of four digits begins here, right behind the comma of a day that stands behind a word: `May 3,2020`. No number has
/// four digits behind a comma.
fn is_behind_day(bytes: &[u8], at: usize) -> bool {
    let digits = |bytes: &[u8]| bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let year = &bytes[at..];
    let day = bytes[..at - 1].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let before = &bytes[..at - 1 - day.min(at - 1)];
    matches!(year, [b'1' | b'2', ..])
        && digits(year) == 4
        && !matches!(year.get(4..), Some([b',' | b'.', next, ..]) if next.is_ascii_digit())
        && matches!(day, 1 | 2)
        && matches!(before, [.., b'a'..=b'z' | b'.', b' '])
}

/// `5th`, `1990s`, or the bare number. The half of the day in `7pm` is a token of its own.
fn suffixed(bytes: &[u8], end: usize, count: usize, value: i32) -> Read {
    let rest = &bytes[end..];
    let letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let is_decade = value % 10 == 0 && (count == 4 && value >= 1000 || count == 2 && value >= 20);
    let decade = if count == 2 { 1900 + value } else { value };
    if letters == 0 {
        let owned = ["'s ", "’s "].into_iter().find(|owned| rest.starts_with(owned.as_bytes()));
        if let Some(owned) = owned.filter(|_| is_decade && count == 4 && bytes[..end - count].ends_with(b"the ")) {
            return Some((end + owned.len() - 1, Kind::Decade, decade));
        }
        return Some((end, Kind::Digits, value));
    }
    let suffix = &rest[..letters];
    let is = |word: &str| suffix.eq_ignore_ascii_case(word.as_bytes());
    if count <= 2 && ["st", "nd", "rd", "th"].into_iter().any(is) {
        return Some((end + 2, Kind::Ordinal, value));
    }
    if is_decade && (is("s") || is("er")) {
        return Some((end + letters, Kind::Decade, decade));
    }
    // Some words may follow a number without a space, and are tokens of their own: `7pm`, `30min`.
    let halves = is("am") || is("pm") || (is("a") || is("p")) && rest.get(1) == Some(&b'.');
    let unit = ["min", "mins", "sec", "secs", "hr", "hrs", "hours", "days", "years", "months", "weeks", "yr", "yrs"]
        .into_iter()
        .any(is);
    (halves && count <= 2 || unit).then_some((end, Kind::Digits, value))
}

/// `1er`, `1º`, `1o`: the first of the month, as the Romance languages write it.
pub(super) fn first_of_month(bytes: &[u8], at: usize) -> Read {
    let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
    let rest =
        bytes[at..].strip_prefix(b"1").filter(|_| matches!(before, b' ' | b'\n' | b'(' | b',' | b'\'' | b'-'))?;
    let suffixes = ["er", "ro", "o", "º", "°", ".o", ".º"];
    let suffix = suffixes.iter().find(|suffix| rest.starts_with(suffix.as_bytes()))?.len();
    (rest.get(suffix) == Some(&b' ')).then_some((at + 1 + suffix, Kind::Ordinal, 1))
}

/// `2020-05-05`, `5/5/2020`, `05.05.2020`: year, month and day in one number. If either number could be the day, only the country tells;
/// the value is then negative.
fn numeric(bytes: &[u8], at: usize) -> Read {
    let (first_end, first) = number(bytes, at)?;
    let mark = bytes[first_end];
    let (middle_end, middle) = number(bytes, first_end + 1)?;
    if bytes.get(middle_end) != Some(&mark) {
        return None;
    }
    let (end, last) = number(bytes, middle_end + 1)?;
    let counts = (first_end - at, middle_end - first_end - 1, end - middle_end - 1);
    let goes_on = |byte: &u8| byte.is_ascii_alphanumeric() && *byte != b'T' || *byte == b'/';
    if bytes.get(end).is_some_and(goes_on)
        || bytes.get(end).is_some_and(|byte| matches!(byte, b'-' | b'.'))
            && bytes.get(end + 1).is_some_and(u8::is_ascii_digit)
        || at > 1 && matches!(bytes[at - 1], b'-' | b'/') && bytes[at - 2].is_ascii_alphanumeric()
    {
        return None;
    }
    let packed = |year: i32, month: i32, day: i32| year * 10_000 + month * 100 + day;
    let is_date = |month: i32, day: i32| (1..=12).contains(&month) && (1..=31).contains(&day);
    match counts {
        (4, 1 | 2, 1 | 2) if is_date(middle, last) && is_year(first) => {
            Some((end, Kind::Numeric, packed(first, middle, last)))
        }
        (1 | 2, 1 | 2, 4 | 2) if counts.2 == 4 && is_year(last) || counts.2 == 2 && mark == b'/' => {
            let year = match (counts.2, last) {
                (4, _) => last,
                (_, 0..=30) => 2000 + last,
                _ => 1900 + last,
            };
            if mark == b'.' && is_date(middle, first) || is_date(middle, first) && (first > 12 || first == middle) {
                return Some((end, Kind::Numeric, packed(year, middle, first)));
            }
            if mark != b'.' && is_date(first, middle) {
                let value = packed(year, first, middle);
                return Some((end, Kind::Numeric, if middle > 12 { value } else { -value }));
            }
            None
        }
        _ => None,
    }
}

/// Whether news may write about such a year.
pub(super) fn is_year(value: i32) -> bool {
    (1500..=2100).contains(&value)
}

/// `10:30`, `10:30:20`: the second of the day. If the text names the seconds, 100,000 is added.
fn clock(bytes: &[u8], hour_end: usize, count: usize, hour: i32) -> Read {
    let (minute_end, minute) = number(bytes, hour_end + 1)?;
    if count > 2 || minute_end != hour_end + 3 || hour > 24 || minute > 59 {
        return None;
    }
    let mut end = minute_end;
    let mut value = hour * 3600 + minute * 60;
    if bytes.get(end) == Some(&b':') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        let (second_end, second) = number(bytes, end + 1)?;
        if second_end != end + 3 || second > 59 {
            return None;
        }
        end = second_end;
        value += second + 100_000;
    }
    let next = |offset: usize| bytes.get(end + offset).copied().unwrap_or(b' ');
    let goes_on = matches!(next(0), b':' | b'.' | b'%') && next(1).is_ascii_digit();
    let letter = next(0).is_ascii_alphabetic() && !matches!(next(0), b'a' | b'p' | b'A' | b'P' | b'Z');
    (!goes_on && !letter).then_some((end, Kind::Time, value))
}

/// `1,200`, `12,345,678`: no year, but it may be a number of days.
fn grouped(bytes: &[u8], mut end: usize, mut value: i32) -> Read {
    while bytes.get(end) == Some(&b',') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        let (last, group) = number(bytes, end + 1)?;
        if last != end + 4 || value > 1_000_000 {
            return None;
        }
        value = value * 1000 + group;
        end = last;
    }
    // It counts hundredths, as a decimal does, so that it is not taken for a year.
    (value < 10_000_000 && bytes.get(end) != Some(&b'.')).then(|| (end, Kind::Decimal, value * 100))
}

/// The first of the two digits that mean a year of the last century: `FY99`.
const LAST_CENTURY: i32 = 60;

/// `Q1`, `H2`, `FY2010`, `FY10`. The letters end at `letters`.
pub(super) fn lettered(bytes: &[u8], at: usize, letters: usize) -> Read {
    if at > 0 && bytes[at - 1].is_ascii_alphanumeric() {
        return None;
    }
    let (end, value) = number(bytes, letters)?;
    if bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    match (&bytes[at..letters], end - letters, value) {
        (b"Q" | b"q", 1, 1..=4) => Some((end, Kind::Quarter, value)),
        (b"H", 1, 1..=2) => Some((end, Kind::HalfYear, value)),
        (b"FY", 2, LAST_CENTURY..) => Some((end, Kind::FiscalYear, 1900 + value)),
        (b"FY", 2, _) => Some((end, Kind::FiscalYear, 2000 + value)),
        (b"FY", 4, _) if is_year(value) => Some((end, Kind::FiscalYear, value)),
        _ => None,
    }
}

/// The number that begins at `at`, and where it ends.
fn number(bytes: &[u8], at: usize) -> Option<(usize, i32)> {
    let digits = leading_digits(bytes.get(at..)?);
    if digits == 0 || digits > DIGITS {
        return None;
    }
    let value = bytes[at..at + digits].iter().fold(0, |value, digit| value * 10 + i32::from(digit - b'0'));
    Some((at + digits, value))
}

/// Whether a sign for money ends right before `at`.
fn is_money(bytes: &[u8], at: usize) -> bool {
    matches!(bytes[..at], [.., 0xc2, 0xa2..=0xa5] | [.., 0xe2, 0x82, 0xa0..=0xbf])
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::Kind;

    fn read(text: &str) -> Option<(&str, Kind, i32)> {
        super::read(text.as_bytes(), 0, false).map(|(end, kind, value)| (&text[..end], kind, value))
    }

    #[test]
    fn numbers_are_told_apart() {
        assert_eq!(read("2020-05-17,"), Some(("2020-05-17", Kind::Numeric, 20_200_517)));
        assert_eq!(read("17/5/2020"), Some(("17/5/2020", Kind::Numeric, 20_200_517)));
        assert_eq!(read("4/5/2020 "), Some(("4/5/2020", Kind::Numeric, -20_200_405)));
        assert_eq!(read("24.07.2023."), Some(("24.07.2023", Kind::Numeric, 20_230_724)));
        assert_eq!(read("10:30 "), Some(("10:30", Kind::Time, 37_800)));
        assert_eq!(read("4:3 aspect"), None);
        assert_eq!(read("1990s"), Some(("1990s", Kind::Decade, 1990)));
        assert_eq!(read("21st"), Some(("21st", Kind::Ordinal, 21)));
        assert_eq!(read("7.30pm"), Some(("7.30", Kind::Decimal, 730)));
        assert_eq!(read("1,200 days"), Some(("1,200", Kind::Decimal, 120_000)));
        assert_eq!(read("45%"), None);
        assert_eq!(read("123456789"), None);
        assert_eq!(read("86-2010-2015"), Some(("86", Kind::Digits, 86)));
    }
}
