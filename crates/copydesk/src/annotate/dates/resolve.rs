//! Meanings as values: against the article's date if there is one, else with an `X` for what only that date would say.

use jiff::Span as Away;
use jiff::civil::Date as Day;

use super::DateKind;
use super::tense::Direction;
use super::value::{Date, Meaning, Span, Unit, Which, Year, number};

/// The article's date, and where the expression lies from it, as far as the words around it say.
#[derive(Clone, Copy)]
pub(super) struct Article {
    pub(super) date: Option<Day>,
    pub(super) direction: Option<Direction>,
}

/// Whether the value depends on where the expression lies from the article's date.
pub(super) fn asks_direction(meaning: &Meaning) -> bool {
    let open = |date: &Date| match *date {
        Date::Day(year, ..)
        | Date::WeekOf(year, ..)
        | Date::Month(year, _)
        | Date::Quarter(year, _)
        | Date::Half(year, _)
        | Date::Season(year, _) => year == Year::Open,
        Date::Weekday(_, which) => which == Which::Open,
        Date::Weekend(which) => matches!(which, Which::Open | Which::Week(0)),
        _ => false,
    };
    match meaning {
        Meaning::Date(date) | Meaning::Time(Some(date), _) | Meaning::Times(Some(date), ..) => open(date),
        Meaning::Dates(from, to) => open(from) || open(to),
        _ => false,
    }
}

/// What kind of expression it is.
pub(super) fn kind(meaning: &Meaning) -> DateKind {
    match meaning {
        Meaning::Date(Date::Away(unit, _) | Date::Unknown(unit)) if unit.is_of_clock() => DateKind::Time,
        Meaning::SpanFrom(span, _) if span.first().1.is_of_clock() => DateKind::Time,
        Meaning::Date(_) | Meaning::Dates(..) | Meaning::SpanFrom(..) => DateKind::Date,
        Meaning::Time(..) | Meaning::Times(..) => DateKind::Time,
        Meaning::Span(_) | Meaning::SpanAway(..) | Meaning::Spans(..) => DateKind::Duration,
        _ => DateKind::Set,
    }
}

/// Appends the value.
pub(super) fn write(meaning: &Meaning, article: Article, out: &mut String) {
    match *meaning {
        Meaning::Date(date) => article.write(date, out),
        Meaning::Time(date, time) => {
            article.day(date, out);
            time.write(out);
        }
        Meaning::Dates(from, to) => {
            article.write(from, out);
            out.push('/');
            article.write(to, out);
        }
        Meaning::Times(date, from, to) => {
            article.day(date, out);
            from.write(out);
            out.push('/');
            article.day(date, out);
            to.write(out);
        }
        Meaning::Span(span) | Meaning::SpanAway(span, _) | Meaning::Every(span) => span.write(out),
        Meaning::Spans(from, to) => {
            from.write(out);
            out.push('/');
            to.write(out);
        }
        Meaning::SpanFrom(span, sign) => {
            let (_, unit) = span.first();
            let sure = sign.zip(span.whole()).filter(|_| !unit.is_of_clock());
            let date = sure.map_or(Date::Unknown(unit), |(sign, (count, unit))| Date::Away(unit, sign * count));
            article.write(date, out);
        }
        Meaning::EveryWeekday(day, time) => {
            out.push_str("XXXX-WXX-");
            number(out, day, 1);
            if let Some(time) = time {
                time.write(out);
            }
        }
        Meaning::EveryTime(time) => {
            out.push_str("XXXX-XX-XX");
            time.write(out);
        }
        Meaning::EveryMonth(month) => {
            out.push_str("XXXX-");
            number(out, month, 2);
        }
        Meaning::EveryWeekend => out.push_str("XXXX-WXX-WE"),
    }
}

/// A length of time before or after the article's date.
#[derive(Clone, Copy)]
pub(super) struct Relative {
    span: Span,
    sign: i32,
}

impl Relative {
    /// Appends it as a duration of ISO 8601, with a minus if it is before.
    pub(super) fn write(self, out: &mut String) {
        out.push_str(if self.sign < 0 { "-" } else { "" });
        self.span.write(out);
    }
}

/// How far from the article's date it lies, where it says so exactly.
pub(super) fn relative(meaning: &Meaning) -> Option<Relative> {
    match *meaning {
        Meaning::Date(date) | Meaning::Time(Some(date), _) | Meaning::Times(Some(date), ..) => relative_date(date),
        Meaning::SpanAway(span, sign) | Meaning::SpanFrom(span, Some(sign)) => Some(Relative { span, sign }),
        _ => None,
    }
}

fn relative_date(date: Date) -> Option<Relative> {
    let away =
        |unit, count: i32| Some(Relative { span: Span::of(Some(count.unsigned_abs() * 100), unit), sign: count });
    match date {
        Date::Away(unit, count) => away(unit, count),
        Date::Fiscal(Year::Away(count)) => away(Unit::Year, count),
        Date::Day(Year::Away(count), ..)
        | Date::Month(Year::Away(count), _)
        | Date::Quarter(Year::Away(count), _)
        | Date::Half(Year::Away(count), _)
        | Date::Season(Year::Away(count), _) => away(Unit::Year, count),
        Date::Weekday(_, Which::Week(count)) | Date::Weekend(Which::Week(count)) => away(Unit::Week, count),
        _ => None,
    }
}

/// The first month of a season; a winter is that of the year in which it begins.
const SEASONS: [i32; 5] = [0, 3, 6, 9, 12];
const WINTER: i32 = 4;

impl Article {
    fn write(self, date: Date, out: &mut String) {
        match date {
            Date::Day(year, month, day) => {
                write_year(self.year_of_day(year, month, day), "-", out);
                number(out, month, 2);
                out.push('-');
                number(out, day, 2);
            }
            Date::WeekOf(year, month, day) => {
                let date = self.year_of_day(year, month, day).and_then(|year| {
                    let narrow = |number: i32| i8::try_from(number).ok();
                    Day::new(i16::try_from(year).ok()?, narrow(month)?, narrow(day)?).ok()
                });
                match date {
                    Some(date) => write_week(date, out),
                    None => out.push_str(unknown(Unit::Week)),
                }
            }
            Date::WeekOfYear(year, week) => {
                // The last week of a year is that of December 28.
                let last = i16::try_from(year).ok().and_then(|year| Day::new(year, 12, 28).ok());
                let weeks = last.map_or(52, |day| i32::from(day.iso_week_date().week()));
                write_year(Some(year), "-W", out);
                number(out, week.min(weeks), 2);
            }
            Date::DayOfMonth(day) => write_day_of_month(day, out),
            Date::WeekdayOfMonth(weekday, day) => match self.weekday_of_month(weekday, day) {
                Some(day) => out.push_str(&day.to_string()),
                None => write_day_of_month(day, out),
            },
            Date::Month(year, month) => {
                write_year(self.year(year, |date| month.cmp(&i32::from(date.month()))), "-", out);
                number(out, month, 2);
            }
            Date::Quarter(year, quarter) => {
                let year = self.year(year, |date| quarter.cmp(&((i32::from(date.month()) + 2) / 3)));
                write_year(year, "-Q", out);
                number(out, quarter, 1);
            }
            Date::Half(year, half) => {
                let year = self.year(year, |date| half.cmp(&((i32::from(date.month()) + 5) / 6)));
                write_year(year, "-H", out);
                number(out, half, 1);
            }
            Date::Season(year, season) => {
                let index = usize::try_from(season).unwrap_or(0).min(4);
                let article = if season == WINTER { self.of_winter(year) } else { self };
                let year = article.year(year, |date| SEASONS[index].cmp(&(i32::from(date.month()) / 3 * 3)));
                write_year(year, ["-SP", "-SP", "-SU", "-FA", "-WI"][index], out);
            }
            Date::Year(year) => number(out, year, 4),
            // Whose year begins when is not known.
            Date::Fiscal(Year::Known(year)) => {
                out.push_str("FY");
                number(out, year, 1);
            }
            Date::Fiscal(_) => out.push_str("FYXXXX"),
            Date::Decade(year) => number(out, year / 10, 3),
            Date::Century(century) => number(out, century - 1, 2),
            Date::Weekday(weekday, which) => match self.weekday(weekday, which) {
                Some(day) => out.push_str(&day.to_string()),
                None => {
                    out.push_str("XXXX-WXX-");
                    number(out, weekday, 1);
                }
            },
            Date::Weekend(which) => match self.weekend(which) {
                Some(day) => {
                    write_week(day, out);
                    out.push_str("-WE");
                }
                None => out.push_str(unknown(Unit::Weekend)),
            },
            Date::Away(unit, count) => {
                if self.away(unit, count, out).is_none() {
                    out.push_str(unknown(unit));
                }
            }
            Date::Unknown(unit) => out.push_str(unknown(unit)),
            Date::Ambiguous(year) => {
                number(out, year, 1);
                out.push_str("-XX-XX");
            }
            Date::Past => out.push_str("PAST_REF"),
            Date::Present => out.push_str("PRESENT_REF"),
        }
    }

    /// The article as one of the last December, if it is of the January or February after it: it is the same winter.
    fn of_winter(self, year: Year) -> Self {
        let of_winter = |date: Day| match date.month() {
            // `The winter of last year` counts in years of the calendar.
            1 | 2 if matches!(year, Year::Away(0) | Year::Last | Year::Next | Year::Open) => {
                Day::new(date.year() - 1, 12, 1).unwrap_or(date)
            }
            _ => date,
        };
        Self { date: self.date.map(of_winter), ..self }
    }

    /// The day of a time, if it has one.
    fn day(self, date: Option<Date>, out: &mut String) {
        match date {
            Some(date) if date.is_day() => self.write(date, out),
            Some(_) => out.push_str(unknown(Unit::Day)),
            None => {}
        }
    }

    /// The year; `place` compares the time of year with that of the article's date.
    fn year(self, year: Year, place: impl Fn(Day) -> std::cmp::Ordering) -> Option<i32> {
        let is = |date: Day| i32::from(date.year());
        match year {
            Year::Known(year) => Some(year),
            Year::Away(count) => self.date.map(|date| is(date) + count),
            Year::Unknown => None,
            Year::Last => self.date.map(|date| is(date) - i32::from(place(date).is_ge())),
            Year::Next => self.date.map(|date| is(date) + i32::from(place(date).is_le())),
            Year::Open => {
                let date = self.date?;
                Some(match self.direction? {
                    Direction::Past => is(date) - i32::from(place(date).is_gt()),
                    Direction::Future => is(date) + i32::from(place(date).is_lt()),
                })
            }
        }
    }

    /// The same for a day. One in another year than the article is believed only where it is the nearest such day: the verb may belong to
    /// something else, as in `under a June 2 order the schools will`.
    fn year_of_day(self, year: Year, month: i32, day: i32) -> Option<i32> {
        let place = |date: Day| (month, day).cmp(&(i32::from(date.month()), i32::from(date.day())));
        let found = self.year(year, place)?;
        let Some(date) = self.date.filter(|_| year == Year::Open) else { return Some(found) };
        let months = match found - i32::from(date.year()) {
            0 => return Some(found),
            before if before < 0 => 6,
            _ => -6,
        };
        let half = Away::new().try_months(months).and_then(|span| date.checked_add(span)).ok();
        let half = half.filter(|half| half.year() == date.year())?;
        let is_near = if months > 0 { place(half).is_ge() } else { place(half).is_le() };
        is_near.then_some(found)
    }

    /// The day of this number that is such a weekday, in the article's month or one beside it, if there is only one. Two months in a row
    /// have the same weekdays if the first has as many days as four weeks.
    fn weekday_of_month(self, weekday: i32, day: i32) -> Option<Day> {
        let date = self.date?;
        let fits = |months: i32| {
            let month = date.first_of_month().checked_add(Away::new().try_months(months).ok()?).ok()?;
            let found = Day::new(month.year(), month.month(), i8::try_from(day).ok()?).ok()?;
            (i32::from(found.weekday().to_monday_one_offset()) == weekday).then_some(found)
        };
        let mut found = (-1..=1).filter_map(fits);
        found.next().filter(|_| found.next().is_none())
    }

    fn weekday(self, weekday: i32, which: Which) -> Option<Day> {
        let date = self.date?;
        let own = i32::from(date.weekday().to_monday_one_offset());
        // Days forward to it, from 0 to 6.
        let ahead = (weekday - own).rem_euclid(7);
        let days = match which {
            Which::Unknown => return None,
            Which::Week(count) => weekday - own + 7 * count,
            Which::Last => {
                if ahead == 0 {
                    -7
                } else {
                    ahead - 7
                }
            }
            // `Next Friday` on a Monday may be either.
            Which::Next => (ahead == 0 || own + ahead > 7).then_some(if ahead == 0 { 7 } else { ahead })?,
            Which::Open => match self.direction? {
                Direction::Past => {
                    if ahead == 0 {
                        0
                    } else {
                        ahead - 7
                    }
                }
                Direction::Future => ahead,
            },
        };
        date.checked_add(Away::new().try_days(days).ok()?).ok()
    }

    /// A day of the weekend.
    fn weekend(self, which: Which) -> Option<Day> {
        let date = self.date?;
        let own = i32::from(date.weekday().to_monday_one_offset());
        let in_it = own >= 6;
        let (this, last) = (7 - own, -own);
        let days = match (which, self.direction) {
            (Which::Week(0), Some(Direction::Past)) | (Which::Open, Some(Direction::Past)) => {
                if in_it {
                    this
                } else {
                    last
                }
            }
            (Which::Week(0), _) | (Which::Open, Some(Direction::Future)) => this,
            (Which::Last, _) => last,
            (Which::Week(count), _) => this + 7 * count,
            (Which::Open, None) | (Which::Next | Which::Unknown, _) => return None,
        };
        date.checked_add(Away::new().try_days(days).ok()?).ok()
    }

    /// Appends what lies so many units away; nothing if that is not known.
    fn away(self, unit: Unit, count: i32, out: &mut String) -> Option<()> {
        let date = self.date?;
        let moved = |span: Result<Away, jiff::Error>| date.checked_add(span.ok()?).ok();
        let count = i64::from(count);
        let year = i64::from(date.year());
        let years = |years: i64| (0..=9999).contains(&years).then_some(years);
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Weekend => return None,
            Unit::Day => out.push_str(&moved(Away::new().try_days(count))?.to_string()),
            Unit::Week | Unit::Fortnight => {
                let weeks = if unit == Unit::Fortnight { 2 * count } else { count };
                write_week(moved(Away::new().try_weeks(weeks))?, out);
            }
            Unit::Month => {
                let month = moved(Away::new().try_months(count))?;
                write_year(Some(month.year().into()), "-", out);
                number(out, month.month(), 2);
            }
            Unit::Quarter => {
                let month = moved(Away::new().try_months(count * 3))?;
                write_year(Some(month.year().into()), "-Q", out);
                number(out, (month.month() + 2) / 3, 1);
            }
            Unit::Year => number(out, years(year + count)?, 4),
            Unit::Decade => number(out, years(year + 10 * count)? / 10, 3),
            Unit::Century => number(out, years(year + 100 * count)? / 100, 2),
        }
        Some(())
    }
}

/// A year, and what stands after it.
fn write_year(year: Option<i32>, after: &str, out: &mut String) {
    match year {
        Some(year) => number(out, year, 4),
        None => out.push_str("XXXX"),
    }
    out.push_str(after);
}

fn write_week(day: Day, out: &mut String) {
    let week = day.iso_week_date();
    write_year(Some(week.year().into()), "-W", out);
    number(out, week.week(), 2);
}

/// One of these, whichever.
fn unknown(unit: Unit) -> &'static str {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => "XXXX-XX-XXTXX",
        Unit::Day => "XXXX-XX-XX",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
    }
}

fn write_day_of_month(day: i32, out: &mut String) {
    out.push_str("XXXX-XX-");
    number(out, day, 2);
}
