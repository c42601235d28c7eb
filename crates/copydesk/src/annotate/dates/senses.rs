//! What the numbers of words mean. The data files give each word of a kind a number that says which of the kind it is; here the numbers have
//! names.

/// Which of several periods is meant: [`Kind::Shift`](super::vocabulary::Kind::Shift).
pub(super) enum Shift {}

impl Shift {
    /// `last`
    pub(super) const LAST: i32 = 1;
    /// `past`
    pub(super) const PAST: i32 = 2;
    /// `previous`, `prior`
    pub(super) const PREVIOUS: i32 = 3;
    /// `next`
    pub(super) const NEXT: i32 = 4;
    /// `coming`, `upcoming`
    pub(super) const COMING: i32 = 5;
    /// `following`
    pub(super) const FOLLOWING: i32 = 6;
    /// `this`, `these`, `current`
    pub(super) const THIS: i32 = 7;
    /// `same`, `that`, `those`
    pub(super) const SAME: i32 = 8;
    /// `recent`
    pub(super) const RECENT: i32 = 9;
    /// `another`
    pub(super) const ANOTHER: i32 = 10;
}

/// Which part of a period: [`Kind::Part`](super::vocabulary::Kind::Part).
pub(super) enum Part {}

impl Part {
    /// `early`, `earlier`
    pub(super) const EARLY: i32 = 1;
    /// `late`, `later`
    pub(super) const LATE: i32 = 3;
    /// From this number on, `of` follows: `the end of`.
    pub(super) const OF: i32 = 10;
}

/// From where a length of time is counted, and which way: [`Kind::From`](super::vocabulary::Kind::From).
pub(super) enum From {}

impl From {
    /// `ago`
    pub(super) const AGO: i32 = 1;
    /// `hence`
    pub(super) const HENCE: i32 = 2;
    /// `from`: what follows says from where.
    pub(super) const FROM: i32 = 3;
    /// `before`
    pub(super) const BEFORE: i32 = 4;
    /// `after`
    pub(super) const AFTER: i32 = 5;
}

/// Which mark joins two tokens: [`Kind::Hyphen`](super::vocabulary::Kind::Hyphen).
pub(super) enum Hyphen {}

impl Hyphen {
    /// `-`, `~`
    pub(super) const HYPHEN: i32 = 0;
    /// A typographic hyphen or a dash.
    pub(super) const DASH: i32 = 1;
    /// `/`
    pub(super) const SLASH: i32 = 2;
}

/// Whose year it is that is not the calendar's: [`Kind::Fiscal`](super::vocabulary::Kind::Fiscal).
pub(super) enum Fiscal {}

impl Fiscal {
    /// `calendar`: the year of the calendar after all.
    pub(super) const CALENDAR: i32 = 1;
}

/// What stands between a number and its unit: [`Kind::Filler`](super::vocabulary::Kind::Filler).
pub(super) enum Filler {}

impl Filler {
    /// `whole`, `entire`
    pub(super) const WHOLE: i32 = 1;
}

/// The parts of a day: [`Kind::Daypart`](super::vocabulary::Kind::Daypart).
pub(super) enum Daypart {}

impl Daypart {
    /// `morning`
    pub(super) const MORNING: i32 = 1;
    /// `night`
    pub(super) const NIGHT: i32 = 4;
}
