//! The article's date, and what it says about a date in the text: which year, which day is meant.

use jiff::Span as Away;
use jiff::civil::Date as Day;

use super::tense::Direction;
use super::value::{Which, Year};

/// The article's date, and whether the words around an expression say that it lies before or after that date.
#[derive(Clone, Copy)]
pub(super) struct Article {
    pub(super) date: Option<Day>,
    pub(super) direction: Option<Direction>,
}

/// The first month of each season, from 1 for spring to 4 for winter. A winter belongs to the year in which it begins.
const SEASONS: [i32; 5] = [0, 3, 6, 9, 12];
const WINTER: i32 = 4;

/// Saturday among the weekdays, of which Monday is 1.
const SATURDAY: i32 = 6;

/// The place of a season in a table. A number that is no season is 0.
pub(super) fn season_index(season: i32) -> usize {
    usize::try_from(season).unwrap_or(0).min(SEASONS.len() - 1)
}

pub(super) fn month_of(date: Day) -> i32 {
    i32::from(date.month())
}

pub(super) fn quarter_of(date: Day) -> i32 {
    (i32::from(date.month()) + 2) / 3
}

pub(super) fn half_of(date: Day) -> i32 {
    (i32::from(date.month()) + 5) / 6
}

impl Article {
    /// The article as if it were of December, if it is of the January or February after it, which belong to the same winter.
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

    /// The year of a month, quarter or half, whose number is `part`; `of` gives that of a day.
    pub(super) fn year_of(self, year: Year, part: i32, of: impl Fn(Day) -> i32) -> Option<i32> {
        self.year(year, |date| part.cmp(&of(date)))
    }

    /// The year of a season. In January and February, *this* winter is the one that began in December.
    pub(super) fn year_of_season(self, year: Year, season: i32) -> Option<i32> {
        let article = if season == WINTER { self.of_winter(year) } else { self };
        article.year_of(year, SEASONS[season_index(season)], |date| i32::from(date.month()) / 3 * 3)
    }

    /// The year; `place` compares the time of the year with that of the article's date.
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

    /// The year of a day. Another year than the article's is believed only if the day is the nearest one of its name, because the verb may
    /// belong to something else: `under a June 2 order the schools will`.
    pub(super) fn year_of_day(self, year: Year, month: i32, day: i32) -> Option<i32> {
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

    /// The day with this number that is such a weekday, in the article's month or one beside it, if there is only one. There are two if the
    /// first of two months has 28 days, because both then have the same weekdays.
    pub(super) fn weekday_of_month(self, weekday: i32, day: i32) -> Option<Day> {
        let date = self.date?;
        let fits = |months: i32| {
            let month = date.first_of_month().checked_add(Away::new().try_months(months).ok()?).ok()?;
            let found = Day::new(month.year(), month.month(), i8::try_from(day).ok()?).ok()?;
            (i32::from(found.weekday().to_monday_one_offset()) == weekday).then_some(found)
        };
        let mut found = (-1..=1).filter_map(fits);
        found.next().filter(|_| found.next().is_none())
    }

    /// The weekday that is meant.
    pub(super) fn weekday(self, weekday: i32, which: Which) -> Option<Day> {
        let date = self.date?;
        let own = i32::from(date.weekday().to_monday_one_offset());
        // Days on to the next such weekday, and back to the last one, from 0 to 6: the article's own day is both.
        let (ahead, back) = ((weekday - own).rem_euclid(7), (own - weekday).rem_euclid(7));
        let days = match which {
            Which::Unknown => return None,
            Which::Week(count) => weekday - own + 7 * count,
            Which::Last => ahead - 7,
            Which::Next if ahead == 0 => 7,
            // On a Monday, `next Friday` may be the Friday of either week.
            Which::Next => (own + ahead > 7).then_some(ahead)?,
            Which::Open => match self.direction? {
                Direction::Past => -back,
                Direction::Future => ahead,
            },
        };
        date.checked_add(Away::new().try_days(days).ok()?).ok()
    }

    /// The Sunday of the weekend that is meant.
    pub(super) fn weekend(self, which: Which) -> Option<Day> {
        let date = self.date?;
        let own = i32::from(date.weekday().to_monday_one_offset());
        // Days to the Sunday of the article's week, and back to the one before.
        let (this, last) = (7 - own, -own);
        let days = match (which, self.direction) {
            (Which::Week(0) | Which::Open, Some(Direction::Past)) if own < SATURDAY => last,
            (Which::Week(0), _) | (Which::Open, Some(_)) => this,
            (Which::Last, _) => last,
            (Which::Week(count), _) => this + 7 * count,
            (Which::Open, None) | (Which::Next | Which::Unknown, _) => return None,
        };
        date.checked_add(Away::new().try_days(days).ok()?).ok()
    }
}
