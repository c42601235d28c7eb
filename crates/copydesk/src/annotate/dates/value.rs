//! What an expression means, and how lengths and times are written: in ISO 8601 if that says everything, else in TIMEX3 with an `X` for
//! what is open.

/// A unit of time, from the short to the long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Weekend,
    Fortnight,
}

impl Unit {
    /// The unit with this number in the word lists.
    pub(super) fn of(number: i32) -> Self {
        use Unit::{Century, Day, Decade, Fortnight, Hour, Minute, Month, Quarter, Second, Week, Weekend, Year};
        const ALL: [Unit; 12] =
            [Second, Minute, Hour, Day, Week, Month, Quarter, Year, Decade, Century, Weekend, Fortnight];
        ALL[usize::try_from(number).unwrap_or(0).min(ALL.len() - 1)]
    }

    /// Whether it is written behind the `T` of a duration.
    pub(super) fn is_of_clock(self) -> bool {
        self <= Self::Hour
    }

    /// How many of which unit of ISO 8601 it is.
    fn iso(self) -> (u32, &'static str) {
        match self {
            Self::Second => (1, "S"),
            Self::Minute => (1, "M"),
            Self::Hour => (1, "H"),
            Self::Day => (1, "D"),
            Self::Week => (1, "W"),
            Self::Month => (1, "M"),
            Self::Quarter => (3, "M"),
            Self::Year => (1, "Y"),
            Self::Decade => (10, "Y"),
            Self::Century => (100, "Y"),
            Self::Weekend => (1, "WE"),
            Self::Fortnight => (2, "W"),
        }
    }

    /// Its letters in TIMEX3 behind a number that is not known.
    fn open(self) -> &'static str {
        match self {
            Self::Decade => "DE",
            Self::Century => "CE",
            Self::Quarter => "Q",
            _ => self.iso().1,
        }
    }
}

/// How many of a unit, in hundredths. `None` is a number that is not said.
pub(super) type Count = Option<u32>;

/// A length of time: up to four counts of units, the longest unit first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    parts: [(Count, Unit); 4],
    len: usize,
}

impl Span {
    pub(super) fn of(count: Count, unit: Unit) -> Self {
        Self { parts: [(count, unit); 4], len: 1 }
    }

    /// Adds a shorter part. `None` if it is not shorter.
    pub(super) fn and(mut self, count: Count, unit: Unit) -> Option<Self> {
        if self.len == self.parts.len() || unit >= self.parts[self.len - 1].1 {
            return None;
        }
        self.parts[self.len] = (count, unit);
        self.len += 1;
        Some(self)
    }

    /// Its first count and unit.
    pub(super) fn first(&self) -> (Count, Unit) {
        self.parts[0]
    }

    pub(super) fn first_mut(&mut self) -> &mut Count {
        &mut self.parts[0].0
    }

    /// Its count as a whole number, and its unit, if it has only one.
    pub(super) fn whole(&self) -> Option<(i32, Unit)> {
        let (count, unit) = self.parts[0];
        let count = count.filter(|count| count % 100 == 0)?;
        (self.len == 1).then_some(())?;
        Some((i32::try_from(count / 100).ok()?, unit))
    }

    /// Appends it as a duration of ISO 8601: `P1Y6M`, `PT2H`. `PXD` is some days.
    pub(super) fn write(&self, out: &mut String) {
        out.push('P');
        let mut in_clock = false;
        for &(count, unit) in &self.parts[..self.len] {
            if unit.is_of_clock() && !in_clock {
                out.push('T');
                in_clock = true;
            }
            let (factor, letter) = unit.iso();
            match count {
                Some(count) => {
                    let count = u64::from(count) * u64::from(factor);
                    number(out, count / 100, 1);
                    match count % 100 {
                        0 => {}
                        places if places % 10 == 0 => {
                            out.push('.');
                            number(out, places / 10, 1);
                        }
                        places => {
                            out.push('.');
                            number(out, places, 2);
                        }
                    }
                    out.push_str(letter);
                }
                None => {
                    out.push('X');
                    out.push_str(unit.open());
                }
            }
        }
    }
}

/// Appends a number, with zeros before it up to this width.
pub(super) fn number(out: &mut String, number: impl Into<i128>, width: usize) {
    const DIGITS: usize = 20;
    let number: i128 = number.into();
    let (mut left, mut bytes, mut start) = (number.unsigned_abs() as u64, [b'0'; DIGITS], DIGITS);
    let width = if number < 0 { width - 1 } else { width };
    while left > 0 || DIGITS - start < width {
        start -= 1;
        bytes[start] = b'0' + (left % 10) as u8;
        left /= 10;
    }
    if number < 0 {
        out.push('-');
    }
    out.push_str(std::str::from_utf8(&bytes[start..]).unwrap_or_default());
}

/// Which year is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    Known(i32),
    /// This many years from the article's.
    Away(i32),
    /// Not said. The nearest one that fits the tense is meant.
    Open,
    /// The year of the last such time before the article, or of the next one after it.
    Last,
    Next,
    /// Some year that the text speaks of.
    Unknown,
}

/// Which weekday or weekend is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Open,
    Last,
    Next,
    /// In the week that lies this many weeks from the article's.
    Week(i32),
    /// One that the text speaks of.
    Unknown,
}

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Date {
    Day(Year, i32, i32),
    DayOfMonth(i32),
    Month(Year, i32),
    Quarter(Year, i32),
    Half(Year, i32),
    Season(Year, i32),
    Year(i32),
    Fiscal(Year),
    Decade(i32),
    Century(i32),
    Weekday(i32, Which),
    /// A weekday and the day of an unknown month: `sexta-feira, 5`.
    WeekdayOfMonth(i32, i32),
    /// The week with this number in a year; 53 is the last one.
    WeekOfYear(i32, i32),
    /// The week that a day lies in.
    WeekOf(Year, i32, i32),
    Weekend(Which),
    /// This many units from the article's date.
    Away(Unit, i32),
    /// Some such unit that the text speaks of.
    Unknown(Unit),
    /// A date in numbers whose day and month cannot be told apart. Only its year is known.
    Ambiguous(i32),
    Past,
    Present,
}

impl Date {
    /// Whether it is a day, known or open.
    pub(super) fn is_day(self) -> bool {
        matches!(
            self,
            Self::Day(..)
                | Self::DayOfMonth(_)
                | Self::Weekday(..)
                | Self::WeekdayOfMonth(..)
                | Self::Away(Unit::Day, _)
                | Self::Unknown(Unit::Day)
        )
    }
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    /// The second of the day, whether the text says the seconds, and whether it is universal time.
    Clock { seconds: i32, precision: Precision, universal: Universal },
    /// 1 for morning, 2 for afternoon, 3 for evening, 4 for night.
    Part(i32),
}

/// How precise a time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Precision {
    Minute,
    Second,
}

/// Whether a time is universal time, that of the prime meridian.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Universal {
    Yes,
    Unknown,
}

impl Time {
    /// Appends it: `T10:00`, `TMO`.
    pub(super) fn write(self, out: &mut String) {
        match self {
            Self::Part(part) => {
                out.push_str(["TMO", "TMO", "TAF", "TEV", "TNI"][usize::try_from(part).unwrap_or(0).min(4)]);
            }
            Self::Clock { seconds, precision, universal } => {
                out.push('T');
                number(out, seconds / 3600, 2);
                out.push(':');
                number(out, seconds / 60 % 60, 2);
                if precision == Precision::Second {
                    out.push(':');
                    number(out, seconds % 60, 2);
                }
                out.push_str(if universal == Universal::Yes { "Z" } else { "" });
            }
        }
    }
}

/// What an expression means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Date(Date),
    Time(Option<Date>, Time),
    Dates(Date, Date),
    Times(Option<Date>, Time, Time),
    Span(Span),
    /// A length of time that ends (-1) or begins (1) with the article.
    SpanAway(Span, i32),
    /// A length between two others: `two to three years`.
    Spans(Span, Span),
    /// A moment some length of time away. Its sign says on which side of the article's date; without one, it is counted from something in
    /// the text.
    SpanFrom(Span, Option<i32>),
    /// Every so often; on every such weekday, at every such time.
    Every(Span),
    EveryWeekday(i32, Option<Time>),
    EveryTime(Time),
    EveryMonth(i32),
    EveryWeekend,
}
