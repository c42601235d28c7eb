//! Numbers in digits: groups of thousands by the language's marks or by spaces, decimals, fractions, powers of ten.

use crate::keys::one_of;
use crate::language::Language;
use crate::letters::{RUN, leading_digits};

use super::decimal::Decimal;
use super::text::Text;
use super::{calendar, currencies, reading, units};

/// A number in digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    pub(super) end: usize,
    pub(super) value: Decimal,
    pub(super) shape: Shape,
}

/// What a number looks like, for what looks like a year or a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Bare digits, this many; 255 are so many or more.
    Bare(u8),
    /// With marks for thousands, a point, or as a fraction.
    Marked,
    /// In words.
    Words,
}

impl Shape {
    fn bare(digits: usize) -> Self {
        Self::Bare(u8::try_from(digits).unwrap_or(u8::MAX))
    }
}

/// Whether a currency comes before the number. A number with one mark is then read as the currency's countries write it, and a space before
/// the point is damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    AfterCurrency,
    Plain,
}

/// The most digits of a number; a longer run is none.
const DIGITS: usize = 24;

/// Reads the number whose first digit stands at `at`, or says where to go on.
pub(super) fn read(text: &Text<'_>, at: usize, place: Place) -> Result<Numeral, usize> {
    let run = digits(text, at);
    let count = run - at;
    if count > DIGITS {
        return Err(run);
    }
    if count > 1 && text.byte(at) == b'0' && text.byte(run) != b'.' {
        // `(02) 9876 5432`.
        let dialled = past_groups(text, run + usize::from(text.before(at) == b'(' && text.byte(run) == b')'));
        return Err(if dialled - run > TELEPHONE { dialled } else { past_groups(text, past_minutes(text, run)) });
    }
    if count == 2 && text.byte(at) == b'0' && place == Place::Plain && is_time_of_day(text, run) {
        return Err(run + 3);
    }
    if let Some(fraction) = fraction(text, at, run) {
        return fraction;
    }
    let whole = grouped(text, at, run, place)?;
    let numeral = decimals(text, at, whole, place)?;
    let end = numeral.end;
    match text.byte(end) {
        b':' if past_minutes(text, end) > end => Err(past_minutes(text, end)),
        b's' | b'S' if text.is_edge(end + 1) => Err(end + 1),
        b'e' | b'E' | b'x' | 0xC3 => power(text, numeral),
        _ if place == Place::AfterCurrency && numeral.shape == Shape::Marked => Ok(cents(text, numeral)),
        _ => Ok(mixed(text, numeral)),
    }
}

/// Whether two digits behind the point make a time of an hour with a nought: `[07.38] Our correspondent writes`, not `03.84 seconds`.
fn is_time_of_day(text: &Text<'_>, point: usize) -> bool {
    let end = digits(text, point + 1);
    let is_of_seconds = || one_of!(text.next_word(end).1, ["s", "sec", "second", "seconds", "secs"]);
    end == point + 3 && units::percent(text, end).is_none() && !is_of_seconds()
}

/// Past the minutes of a time whose hour ends here: `09:30`.
fn past_minutes(text: &Text<'_>, end: usize) -> usize {
    if text.byte(end) == b':' && text.byte(end + 1).is_ascii_digit() { past_token(text, end) } else { end }
}

/// Where the digits end.
fn digits(text: &Text<'_>, at: usize) -> usize {
    match leading_digits(&text.bytes[at..]) {
        RUN => at + text.bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count(),
        count => at + count,
    }
}

/// Past the digits and marks that go on without a space.
pub(super) fn past_token(text: &Text<'_>, at: usize) -> usize {
    at + text.bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || b":.,/-_".contains(byte)).count()
}

/// Past the groups of digits of a telephone number or a code.
pub(super) fn past_groups(text: &Text<'_>, mut at: usize) -> usize {
    loop {
        let next = if b"-/.".contains(&text.byte(at)) { at + 1 } else { text.past_gap(at) };
        let end = if next > at && next < text.bytes.len() { digits(text, next) } else { next };
        if next == at || end == next {
            return at;
        }
        at = end;
    }
}

/// The least digits of a telephone number in groups.
const TELEPHONE: usize = 6;

/// Past the groups of a telephone number whose first is this one: `13 11 14`, `+31 20 504 5000`. Groups of two and three could be anything
/// else where a unit or a noun follows them.
pub(super) fn past_telephone(text: &Text<'_>, start: usize, end: usize) -> Option<usize> {
    let next = text.past_gap(end);
    if next == end || !text.byte(next).is_ascii_digit() {
        return None;
    }
    let (mut at, mut groups) = (end, 1);
    while groups < 6 {
        let next = text.past_gap(at);
        if next != at + 1 || text.byte(at) != b' ' || !text.byte(next).is_ascii_digit() {
            break;
        }
        (at, groups) = (digits(text, next), groups + 1);
    }
    let count = text.bytes[start..at].iter().filter(|byte| byte.is_ascii_digit()).count();
    let marked = matches!(text.byte(at), b'%' | b'-' | b'/' | b':' | 0x80..)
        || matches!(text.byte(at), b'.' | b',') && text.byte(at + 1).is_ascii_digit();
    let dialled = text.before(start) == b'+' || groups > 2 && text.is_edge(at) && !marked;
    (dialled && (TELEPHONE..=15).contains(&count)).then_some(at)
}

/// How a language writes numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    /// `1,234.5`.
    Point,
    /// `1.234,5`.
    Comma,
    /// Either, by country.
    Either,
}

fn marks(text: &Text<'_>, place: Place) -> Marks {
    match text.language {
        Some(
            Language::German
            | Language::Dutch
            | Language::Portuguese
            | Language::French
            | Language::Italian
            | Language::Swedish
            | Language::Danish
            | Language::Norwegian
            | Language::Finnish
            | Language::Russian,
        ) => Marks::Comma,
        Some(Language::Spanish) => Marks::Either,
        None if place == Place::Plain => Marks::Either,
        _ => Marks::Point,
    }
}

/// The whole part: its end, and how it is written.
fn grouped(text: &Text<'_>, at: usize, run: usize, place: Place) -> Result<(usize, Shape), usize> {
    let marks = marks(text, place);
    let bare = (run, Shape::bare(run - at));
    if run - at > 3 {
        return Ok(bare);
    }
    if text.language == Some(Language::Spanish)
        && let Some(end) = hundreds(text, run)
    {
        return Ok((end, Shape::Marked));
    }
    if let Some(end) = foreign_cents(text, run).or_else(|| swiss_groups(text, run)) {
        return Ok((end, Shape::Marked));
    }
    for mark in [b',', b'.'] {
        if text.byte(run) != mark {
            continue;
        }
        let (mut end, mut groups, mut last, mut indian) = (run, 0, 0, true);
        let mut western = true;
        while text.byte(end) == mark && text.byte(end + 1).is_ascii_digit() && groups < 8 {
            let next = digits(text, end + 1);
            // Before the last group of three, groups of two are lakhs and crores.
            indian &= groups == 0 || last == 2;
            last = next - end - 1;
            western &= last == 3;
            groups += 1;
            end = next;
        }
        let usual = match marks {
            Marks::Point => mark == b',',
            Marks::Comma => mark == b'.',
            Marks::Either => {
                let point = if mark == b',' { b'.' } else { b',' };
                // `1.300 millones`: no one writes three decimals of a million.
                let millions = || text.next_word(end).1 == "millones";
                let euros = || mark == b'.' && western && is_in_euros(text, end);
                let price = || place == Place::AfterCurrency && mark == b'.' && is_price(text, (at, run), end);
                groups > 1
                    || text.byte(end) == point && text.byte(end + 1).is_ascii_digit()
                    || millions()
                    || euros()
                    || price()
            }
        };
        if groups > 0 && western && (usual || groups > 1) {
            return Ok((end, Shape::Marked));
        }
        if groups > 1 && indian && last == 3 && mark == b',' && run - at < 3 {
            return Ok((end, Shape::Marked));
        }
        if groups == 1 && western && marks == Marks::Either {
            return Err(end);
        }
        if groups > 1 && mark == b'.' {
            // A date, an address of the net, a version.
            return Err(past_token(text, end));
        }
    }
    let (mut end, mut groups) = (run, 0);
    while let Some(next) = spaced_group(text, at, end) {
        (end, groups) = (next, groups + 1);
    }
    Ok(if groups > 0 && !is_list(text, end) { (end, Shape::Marked) } else { bare })
}

/// Where the hundreds end behind thousands in a word, as Mexican papers write them: `12 mil 500 millones de pesos`.
fn hundreds(text: &Text<'_>, run: usize) -> Option<usize> {
    let at = text.starts(run, " mil ").then_some(run + " mil ".len())?;
    let end = digits(text, at);
    (end - at == 3 && text.is_edge(end) && !matches!(text.byte(end), b'.' | b',')).then_some(end)
}

/// Where the thousands of an amount end that is written as on the Continent, whatever the language of the text: `1.299,00`.
fn foreign_cents(text: &Text<'_>, run: usize) -> Option<usize> {
    let point = (text.byte(run) == b'.').then(|| digits(text, run + 1))?;
    let comma = (text.byte(point) == b',').then(|| digits(text, point + 1))?;
    (point - run == 4 && comma - point == 3 && text.is_edge(comma)).then_some(point)
}

/// Where the thousands end that apostrophes set apart, as the Swiss write them in every language: `12'500`.
fn swiss_groups(text: &Text<'_>, run: usize) -> Option<usize> {
    let mut end = run;
    while let Some(mark) = ["'", "’", "´"].into_iter().find(|mark| text.starts(end, mark)) {
        let next = digits(text, end + mark.len());
        if next - end - mark.len() != 3 {
            return None;
        }
        end = next;
    }
    (end > run && text.is_edge(end)).then_some(end)
}

/// `1.080 euros`: no one writes three decimals of a euro, but of the price of a litre.
fn is_in_euros(text: &Text<'_>, end: usize) -> bool {
    let Some(money) = currencies::after(text, end, currencies::Size::Small) else { return false };
    let (at, next) = text.next_word(money.edge);
    let of = text.next_word(at + next.len()).1;
    money.name == "EUR" && text.byte(money.edge) != b'/' && !one_of!(next, ["litro"]) && !one_of!(of, ["litro"])
}

/// `US$ 150.000`, `$1.215`: an amount has no three decimals, but what a litre or a dollar costs has. In Mexico a dollar costs two digits of pesos.
fn is_price(text: &Text<'_>, (at, run): (usize, usize), end: usize) -> bool {
    run - at != 2 && text.byte(at) != b'0' && !one_of!(text.next_word(end).1, ["por", "el", "la"])
}

/// Whether a decimal with a point is sure where others have a comma, by what stands beside it: `CHF 2.5`, `2.5 Millionen`, `4.50 Franken`.
fn is_measured(text: &Text<'_>, end: usize, place: Place) -> bool {
    place == Place::AfterCurrency
        || units::percent(text, end).is_some()
        || currencies::is_word(text, end)
        || reading::is_followed_by_magnitude(text, end)
}

/// Whether what look like groups are a list that has lost its commas: `the 100 200 and 400 metres`. Its last number is no greater.
fn is_list(text: &Text<'_>, end: usize) -> bool {
    let (and, word) = text.next_word(end);
    let next = text.past_gap(and + word.len());
    if !one_of!(word, ["and", "or"]) || !text.byte(next).is_ascii_digit() {
        return false;
    }
    let last = digits(text, next);
    last - next <= 3 && text.byte(last) != b',' && spaced_group(text, next, last).is_none()
}

/// The end of a group of three after a space. The space after a date, a code or another number sets no groups apart.
fn spaced_group(text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
    let start = text.past_gap(end);
    if start == end || text.byte(start - 1) == b'\n' || !text.byte(start).is_ascii_digit() {
        return None;
    }
    let next = digits(text, start);
    let is_rate = text.byte(next) == b'/' && !text.byte(next + 1).is_ascii_digit();
    let goes_on = matches!(text.byte(next), b'-' | b'/' | b':') && !is_rate
        || text.byte(next).is_ascii_alphabetic() && !is_power(text, next);
    let wide = start - end == 1 && text.byte(end) == b' ';
    let apart = wide && (text.before(text.before_gap(at)).is_ascii_digit() || calendar::is_month(text.last_word(at).1));
    (next - start == 3 && !goes_on && !apart && text.byte(at) != b'0').then_some(next)
}

/// Whether the letters right after a number are a power plant's output, which nobody counts in multiples: `6 400MW`, not `10 500ml
/// bottles`.
fn is_power(text: &Text<'_>, at: usize) -> bool {
    matches!(text.word(at).as_str(), "GW" | "GWh" | "MW" | "MWh")
}

fn decimals(text: &Text<'_>, at: usize, (whole, shape): (usize, Shape), place: Place) -> Result<Numeral, usize> {
    let number = |end: usize, from: usize, point: usize, shape| {
        let figures = text.bytes[at..whole].iter().chain(&text.bytes[from..end]).copied();
        let value = Decimal::read(figures.filter(u8::is_ascii_digit), point as u32).ok_or(end)?;
        Ok(Numeral { end, value, shape })
    };
    let mut mark = whole;
    // Damage that repairing has left: `$ 21 .43 billion`.
    if place == Place::AfterCurrency && text.byte(whole) == b' ' && text.byte(whole + 1) == b'.' {
        mark += 1;
    }
    let byte = text.byte(mark);
    if !matches!(byte, b'.' | b',') || !text.byte(mark + 1).is_ascii_digit() {
        return number(whole, whole, 0, shape);
    }
    let end = digits(text, mark + 1);
    let count = end - mark - 1;
    let grouped = shape == Shape::Marked && text.bytes[at..whole].contains(&byte);
    let decimal = match (marks(text, place), byte) {
        (Marks::Point, b',') if foreign_cents(text, whole.saturating_sub(4)) == Some(whole) => true,
        (Marks::Point, b'.') | (Marks::Comma, b',') => true,
        // `R1,5 billion`, `R12,50`: papers of South Africa have either.
        (Marks::Point, _) if place == Place::AfterCurrency && text.before(at) == b'R' && count < 3 => {
            count == 2 || currencies::is_magnitude_behind(text, end)
        }
        (Marks::Point, _) => {
            // A list without spaces, or a decimal of another country: no number that could be sure.
            return Err(past_token(text, end));
        }
        // A date, a time, a number of a chapter; but the Swiss have points in all their languages.
        (Marks::Comma, _) if swiss_groups(text, at + leading_digits(&text.bytes[at..])) == Some(whole) => true,
        (Marks::Comma, _) if count < 3 && is_measured(text, end, place) => true,
        (Marks::Comma, _) => return Err(past_token(text, end)),
        (Marks::Either, _) => count != 3 || shape == Shape::Marked,
    };
    if !decimal || grouped || count > DIGITS {
        return Err(past_token(text, end));
    }
    if matches!(text.byte(end), b'.' | b',') && text.byte(end) == byte && text.byte(end + 1).is_ascii_digit() {
        return Err(past_token(text, end));
    }
    if byte == b'.' && count == 3 && &text.bytes[mark + 1..end] == b"000" && shape == Shape::bare(whole - at) {
        // `22.000` among points is a decimal or the thousands of another country.
        return Err(end);
    }
    number(end, mark + 1, count, Shape::Marked)
}

/// `3/4`; what else has a slash between digits is a date, a season, a hyphen of another kind.
fn fraction(text: &Text<'_>, at: usize, run: usize) -> Option<Result<Numeral, usize>> {
    if text.byte(run) != b'/' || !text.byte(run + 1).is_ascii_digit() {
        return None;
    }
    let end = digits(text, run + 1);
    let part = |from: usize, to: usize| Decimal::read(text.bytes[from..to].iter().copied().take(6), 0)?.small();
    let known = || {
        let (above, below) = (part(at, run)?, part(run + 1, end)?);
        let usual = matches!(below, 2..=6 | 8 | 10 | 16 | 32 | 64 | 100) || above == 1 && below > 31;
        let apart = matches!(text.byte(end), b'/' | b'-' | b'.') && text.byte(end + 1).is_ascii_digit();
        if above == 0 || above >= below || !usual || apart || end - run > 4 {
            return None;
        }
        let value = Decimal::whole(above.into()).over(Decimal::whole(below.into()))?;
        Some(Numeral { end, value, shape: Shape::Marked })
    };
    Some(known().ok_or_else(|| past_token(text, end)))
}

/// The fraction that follows a whole number: `2 1/2`, `2-1/2`, `2½`, `2 1-2 miles`.
fn mixed(text: &Text<'_>, numeral: Numeral) -> Numeral {
    let Shape::Bare(count @ 1..=4) = numeral.shape else { return numeral };
    let next = if text.byte(numeral.end) == b'-' { numeral.end + 1 } else { text.past_gap(numeral.end) };
    let part = if next > numeral.end { short_fraction(text, next) } else { None };
    with_part(
        numeral,
        part.or_else(|| sign(text, next)).or_else(|| typeset(text, numeral.end - usize::from(count), numeral.end)),
    )
}

/// The fraction behind the whole number between `start` and `end`, with a hyphen for its stroke, as papers had it that were set by hand:
/// `40 3-5 seconds`, `4 1-2 per cent`. A measure follows; behind a month or a large number it is a range.
fn typeset(text: &Text<'_>, start: usize, end: usize) -> Option<Numeral> {
    let [b' ', above @ b'1'..=b'9', b'-', ..] = text.bytes[end..] else { return None };
    let last = digits(text, end + 3);
    let below = match &text.bytes[end + 3..last] {
        [below @ b'2'..=b'5' | below @ b'8'] => below - b'0',
        b"16" => 16,
        _ => return None,
    };
    let above = above - b'0';
    let is_measured = || {
        let at = text.past_gap(last);
        at > last
            && (units::percent(text, last).is_some()
                || units::is_english_word(text, at)
                || currencies::is_word(text, last))
    };
    if above >= below || end - start > 3 || calendar::is_month(text.last_word(start).1) || !is_measured() {
        return None;
    }
    let value = Decimal::whole(above.into()).over(Decimal::whole(below.into()))?;
    Some(Numeral { end: last, value, shape: Shape::Marked })
}

/// The fraction of a cent that follows an amount with two decimals: `$3.85 1/2 a bushel`, `$6.12-3/4`, as grain is quoted.
fn cents(text: &Text<'_>, numeral: Numeral) -> Numeral {
    let end = numeral.end;
    let quoted = matches!(text.byte(end), b' ' | b'-') && matches!(text.byte(end + 1), b'1'..=b'7');
    if !quoted || end < 3 || text.bytes[end - 3] != b'.' {
        return numeral;
    }
    let part = short_fraction(text, end + 1);
    with_part(numeral, part.and_then(|part| Some(Numeral { value: part.value.times_ten(-2)?, ..part })))
}

/// A fraction with one digit above the slash, as it stands behind a whole number.
fn short_fraction(text: &Text<'_>, at: usize) -> Option<Numeral> {
    let is_one = text.byte(at).is_ascii_digit() && text.byte(at + 1) == b'/';
    if is_one { fraction(text, at, at + 1)?.ok() } else { None }
}

/// A number and the part of one that stands behind it.
fn with_part(numeral: Numeral, part: Option<Numeral>) -> Numeral {
    let sum = part.and_then(|part| Some(Numeral { value: numeral.value.plus(part.value)?, ..part }));
    sum.unwrap_or(numeral)
}

/// A fraction that is one character.
pub(super) fn sign(text: &Text<'_>, at: usize) -> Option<Numeral> {
    let (above, below, width) = match &text.bytes[at.min(text.bytes.len())..] {
        [0xC2, 0xBC, ..] => (1, 4, 2),
        [0xC2, 0xBD, ..] => (1, 2, 2),
        [0xC2, 0xBE, ..] => (3, 4, 2),
        [0xE2, 0x85, last, ..] => {
            let (above, below) = match last {
                0x93 => (1, 3),
                0x94 => (2, 3),
                0x95..=0x98 => (i64::from(last - 0x94), 5),
                0x99 => (1, 6),
                0x9A => (5, 6),
                0x9B => (1, 8),
                0x9C => (3, 8),
                0x9D => (5, 8),
                0x9E => (7, 8),
                _ => return None,
            };
            (above, below, 3)
        }
        _ => return None,
    };
    let value = Decimal::whole(above).over(Decimal::whole(below))?;
    Some(Numeral { end: at + width, value, shape: Shape::Marked })
}

/// A power of ten: `5e12`, `3.7×10−4`, `1.9x10^7`.
fn power(text: &Text<'_>, numeral: Numeral) -> Result<Numeral, usize> {
    let at = numeral.end;
    let mut next = match &text.bytes[at..] {
        [b'e' | b'E', ..] => at + 1,
        [b'x', b'1', b'0', ..] => at + 3,
        [0xC3, 0x97, b'1', b'0', ..] => at + 4,
        _ => return Ok(numeral),
    };
    let bare = next;
    next += usize::from(text.byte(next) == b'^');
    let minus = [("-", 1), ("+", 1), ("\u{2212}", 3), ("–", 3)].into_iter().find(|(sign, _)| text.starts(next, sign));
    next += minus.map_or(0, |(_, width)| width);
    let end =
        next + text.bytes[next.min(text.bytes.len())..].iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    if end == next || end - next > 2 || next == bare && text.byte(at) != b'e' || !text.is_edge(end) {
        return Ok(numeral);
    }
    let power = text.bytes[next..end].iter().fold(0, |power, digit| power * 10 + i32::from(digit - b'0'));
    let power = if minus.is_some_and(|(sign, _)| sign != "+") { -power } else { power };
    let value = numeral.value.times_ten(power).ok_or(end)?;
    Ok(Numeral { end, value, shape: Shape::Marked })
}
