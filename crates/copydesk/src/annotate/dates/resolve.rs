//! Meanings as values: against the article's date where there is one, else with an `X` for what only that date would say.

use jiff::Span as Away;
use jiff::civil::Date as Day;

use super::DateKind;
use super::tense::Direction;
use super::value::{Date, Meaning, Span, Unit, Which, Year};

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

/// The value, and how far from the article's date where the expression says so exactly.
pub(super) fn write(meaning: &Meaning, article: Article) -> (String, Option<String>) {
    match *meaning {
        Meaning::Date(date) => (article.write(date), relative(date)),
        Meaning::Time(None, time) => (time.write(), None),
        Meaning::Time(Some(date), time) => (article.day(date) + &time.write(), relative(date)),
        Meaning::Dates(from, to) => (article.write(from) + "/" + &article.write(to), None),
        Meaning::Times(date, from, to) => {
            let day = date.map_or(String::new(), |date| article.day(date));
            (format!("{day}{}/{day}{}", from.write(), to.write()), date.and_then(relative))
        }
        Meaning::Span(span) => (span.write(), None),
        Meaning::SpanAway(span, sign) => (span.write(), Some(signed(span, sign))),
        Meaning::Spans(from, to) => (from.write() + "/" + &to.write(), None),
        Meaning::SpanFrom(span, sign) => {
            let (_, unit) = span.first();
            let sure = sign.zip(span.whole()).filter(|_| !unit.is_of_clock());
            let date = sure.map_or(Date::Unknown(unit), |(sign, (count, unit))| Date::Away(unit, sign * count));
            (article.write(date), sign.map(|sign| signed(span, sign)))
        }
        Meaning::Every(span) => (span.write(), None),
        Meaning::EveryWeekday(day, time) => {
            (format!("XXXX-WXX-{day}{}", time.map_or(String::new(), super::value::Time::write)), None)
        }
        Meaning::EveryTime(time) => (format!("XXXX-XX-XX{}", time.write()), None),
        Meaning::EveryMonth(month) => (format!("XXXX-{month:02}"), None),
        Meaning::EveryWeekend => ("XXXX-WXX-WE".to_owned(), None),
    }
}

fn signed(span: Span, sign: i32) -> String {
    let span = span.write();
    if sign < 0 { format!("-{span}") } else { span }
}

/// How far from the article's date.
fn relative(date: Date) -> Option<String> {
    let away = |unit, count: i32| {
        let span = Span::of(Some(count.unsigned_abs() * 100), unit);
        Some(signed(span, count))
    };
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
    fn write(self, date: Date) -> String {
        match date {
            Date::Day(year, month, day) => {
                let year = self.year(year, |date| (month, day).cmp(&(i32::from(date.month()), i32::from(date.day()))));
                format!("{}-{month:02}-{day:02}", year_text(year))
            }
            Date::WeekOf(year, month, day) => {
                let place = |date: Day| (month, day).cmp(&(i32::from(date.month()), i32::from(date.day())));
                let date = self.year(year, place).and_then(|year| {
                    let narrow = |number: i32| i8::try_from(number).ok();
                    Day::new(i16::try_from(year).ok()?, narrow(month)?, narrow(day)?).ok()
                });
                date.map_or_else(|| unknown(Unit::Week), week)
            }
            Date::WeekOfYear(year, number) => {
                // The last week of a year is that of December 28.
                let last = i16::try_from(year).ok().and_then(|year| Day::new(year, 12, 28).ok());
                let weeks = last.map_or(52, |day| i32::from(day.iso_week_date().week()));
                format!("{year:04}-W{:02}", number.min(weeks))
            }
            Date::DayOfMonth(day) => format!("XXXX-XX-{day:02}"),
            Date::Month(year, month) => {
                let year = self.year(year, |date| month.cmp(&i32::from(date.month())));
                format!("{}-{month:02}", year_text(year))
            }
            Date::Quarter(year, quarter) => {
                let year = self.year(year, |date| quarter.cmp(&((i32::from(date.month()) + 2) / 3)));
                format!("{}-Q{quarter}", year_text(year))
            }
            Date::Half(year, half) => {
                let year = self.year(year, |date| half.cmp(&((i32::from(date.month()) + 5) / 6)));
                format!("{}-H{half}", year_text(year))
            }
            Date::Season(year, season) => {
                let index = usize::try_from(season).unwrap_or(0).min(4);
                let article = if season == WINTER { self.of_winter(year) } else { self };
                let year = article.year(year, |date| SEASONS[index].cmp(&(i32::from(date.month()) / 3 * 3)));
                format!("{}-{}", year_text(year), ["SP", "SP", "SU", "FA", "WI"][index])
            }
            Date::Year(year) => format!("{year:04}"),
            // Whose year begins when is not known.
            Date::Fiscal(Year::Known(year)) => format!("FY{year}"),
            Date::Fiscal(_) => "FYXXXX".to_owned(),
            Date::Decade(year) => format!("{:03}", year / 10),
            Date::Century(century) => format!("{:02}", century - 1),
            Date::Weekday(weekday, which) => match self.weekday(weekday, which) {
                Some(day) => day.to_string(),
                None => format!("XXXX-WXX-{weekday}"),
            },
            Date::Weekend(which) => match self.weekend(which) {
                Some(day) => week(day) + "-WE",
                None => "XXXX-WXX-WE".to_owned(),
            },
            Date::Away(unit, count) => self.away(unit, count).unwrap_or_else(|| unknown(unit)),
            Date::Unknown(unit) => unknown(unit),
            Date::Ambiguous(year) => format!("{year}-XX-XX"),
            Date::Past => "PAST_REF".to_owned(),
            Date::Present => "PRESENT_REF".to_owned(),
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

    /// A date that a time of day can follow.
    fn day(self, date: Date) -> String {
        match date {
            Date::Day(..) | Date::DayOfMonth(_) | Date::Weekday(..) | Date::Away(Unit::Day, _) => self.write(date),
            _ => unknown(Unit::Day),
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

    fn away(self, unit: Unit, count: i32) -> Option<String> {
        let date = self.date?;
        let moved = |span: Result<Away, jiff::Error>| date.checked_add(span.ok()?).ok();
        let count = i64::from(count);
        let year = i64::from(date.year());
        let years = |years: i64| (0..=9999).contains(&years).then_some(years);
        Some(match unit {
            Unit::Second | Unit::Minute | Unit::Hour => return None,
            Unit::Day => moved(Away::new().try_days(count))?.to_string(),
            Unit::Week | Unit::Fortnight => {
                let weeks = if unit == Unit::Fortnight { 2 * count } else { count };
                week(moved(Away::new().try_weeks(weeks))?)
            }
            Unit::Weekend => return None,
            Unit::Month => {
                let month = moved(Away::new().try_months(count))?;
                format!("{:04}-{:02}", month.year(), month.month())
            }
            Unit::Quarter => {
                let month = moved(Away::new().try_months(count * 3))?;
                format!("{:04}-Q{}", month.year(), (month.month() + 2) / 3)
            }
            Unit::Year => format!("{:04}", years(year + count)?),
            Unit::Decade => format!("{:03}", years(year + 10 * count)? / 10),
            Unit::Century => format!("{:02}", years(year + 100 * count)? / 100),
        })
    }
}

fn year_text(year: Option<i32>) -> String {
    year.map_or("XXXX".to_owned(), |year| format!("{year:04}"))
}

fn week(day: Day) -> String {
    let week = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// One of these, whichever.
fn unknown(unit: Unit) -> String {
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
    .to_owned()
}
