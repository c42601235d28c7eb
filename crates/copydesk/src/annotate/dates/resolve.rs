//! Writes meanings as values. What only the article's date would say is an `X` if there is no such date.

use jiff::Span as Away;
use jiff::civil::Date as Day;

use super::DateKind;
use super::article::{Article, half_of, month_of, quarter_of, season_index};
use super::value::{Date, Meaning, Span, Unit, Which, Year, number};

/// Whether the value depends on whether the expression lies before or after the article's date.
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

/// The kind of an expression.
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

/// Appends the value of a meaning.
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
            write_weekday(day, out);
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
    /// Appends it as a duration of ISO 8601, with a minus if it lies before.
    pub(super) fn write(self, out: &mut String) {
        out.push_str(if self.sign < 0 { "-" } else { "" });
        self.span.write(out);
    }
}

/// How far an expression lies from the article's date, if its words say so exactly.
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

impl Article {
    /// Appends the value of a date.
    fn write(self, date: Date, out: &mut String) {
        match date {
            Date::Day(year, month, day) => {
                write_year(self.year_of_day(year, month, day), "-", out);
                number(out, month, 2);
                out.push('-');
                number(out, day, 2);
            }
            Date::WeekOf(year, month, day) => self.write_week_of(year, month, day, out),
            Date::WeekOfYear(year, week) => write_week_of_year(year, week, out),
            Date::DayOfMonth(day) => write_day_of_month(day, out),
            Date::WeekdayOfMonth(weekday, day) => match self.weekday_of_month(weekday, day) {
                Some(day) => write_day(day, out),
                None => write_day_of_month(day, out),
            },
            Date::Month(year, month) => {
                write_year(self.year_of(year, month, month_of), "-", out);
                number(out, month, 2);
            }
            Date::Quarter(year, quarter) => {
                write_year(self.year_of(year, quarter, quarter_of), "-Q", out);
                number(out, quarter, 1);
            }
            Date::Half(year, half) => {
                write_year(self.year_of(year, half, half_of), "-H", out);
                number(out, half, 1);
            }
            Date::Season(year, season) => write_year(self.year_of_season(year, season), season_mark(season), out),
            Date::Year(year) => number(out, year, 4),
            Date::Fiscal(year) => write_fiscal(year, out),
            Date::Decade(year) => number(out, year / 10, 3),
            Date::Century(century) => number(out, century - 1, 2),
            Date::Weekday(weekday, which) => match self.weekday(weekday, which) {
                Some(day) => write_day(day, out),
                None => write_weekday(weekday, out),
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

    /// Appends the week that a day lies in. Without its year, or if the calendar has no such day, it is some week.
    fn write_week_of(self, year: Year, month: i32, day: i32, out: &mut String) {
        let date = self.year_of_day(year, month, day).and_then(|year| {
            let narrow = |number: i32| i8::try_from(number).ok();
            Day::new(i16::try_from(year).ok()?, narrow(month)?, narrow(day)?).ok()
        });
        match date {
            Some(date) => write_week(date, out),
            None => out.push_str(unknown(Unit::Week)),
        }
    }

    /// Appends the day of a time, if it has one.
    fn day(self, date: Option<Date>, out: &mut String) {
        match date {
            Some(date) if date.is_day() => self.write(date, out),
            Some(_) => out.push_str(unknown(Unit::Day)),
            None => {}
        }
    }

    /// Appends what lies so many units away. Returns `None`, and appends nothing, if that is not known.
    fn away(self, unit: Unit, count: i32, out: &mut String) -> Option<()> {
        let date = self.date?;
        let moved = |span: Result<Away, jiff::Error>| date.checked_add(span.ok()?).ok();
        let count = i64::from(count);
        let year = i64::from(date.year());
        let years = |years: i64| (0..=9999).contains(&years).then_some(years);
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Weekend => return None,
            Unit::Day => write_day(moved(Away::new().try_days(count))?, out),
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

/// How a season is written behind its year, from spring, which is 1, to winter.
fn season_mark(season: i32) -> &'static str {
    ["-SP", "-SP", "-SU", "-FA", "-WI"][season_index(season)]
}

fn write_day(day: Day, out: &mut String) {
    out.push_str(&day.to_string());
}

/// A weekday of an unknown week.
fn write_weekday(weekday: i32, out: &mut String) {
    out.push_str("XXXX-WXX-");
    number(out, weekday, 1);
}

/// A week by its number. A year has no week 53 if December 28 lies in week 52.
fn write_week_of_year(year: i32, week: i32, out: &mut String) {
    let last = i16::try_from(year).ok().and_then(|year| Day::new(year, 12, 28).ok());
    let weeks = last.map_or(52, |day| i32::from(day.iso_week_date().week()));
    write_year(Some(year), "-W", out);
    number(out, week.min(weeks), 2);
}

/// A year that is not the calendar's. If the text does not name it, even the article's date does not tell which it is.
fn write_fiscal(year: Year, out: &mut String) {
    match year {
        Year::Known(year) => {
            out.push_str("FY");
            number(out, year, 1);
        }
        _ => out.push_str("FYXXXX"),
    }
}

/// A year, and what stands behind it. An unknown year is `XXXX`.
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

/// Some such unit, whichever.
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
