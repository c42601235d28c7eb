//! Lengths of time, and moments that lie a length of time away: `three decades`, `the past two weeks`, `a year and a half`, `10-day`, `two
//! years ago`.

use crate::keys::{Words, one_of, words};

use super::calendar::{self, Found};
use super::clock;
use super::count::{about, and_half, count, second_count};
use super::neighbours::closes;
use super::period;
use super::quarter;
use super::rate::{self, Reading};
use super::senses::{Filler, From, Hyphen, Shift};
use super::tokens::{Run, word_before};
use super::value::{Count, Meaning, Span, Unit};
use super::vocabulary::Kind;

/// The unit behind a count, with the words that may stand between (`three straight weeks`). Behind a hyphen it is in the singular:
/// `10-day`.
fn unit(run: &Run<'_>, at: usize, count: Count) -> Found<Unit> {
    let joined = run.kind(at) == Kind::Hyphen && run.glued(at);
    let mut next = at + usize::from(joined);
    while matches!(run.kind(next), Kind::Filler) {
        next += 1;
    }
    let unit = Unit::of(run.value(next));
    let one = count.is_some_and(|count| count <= 100);
    let found = match run.kind(next) {
        // `One second`, `30 seconds`. `A second` is more often an ordinal.
        Kind::Unit if unit == Unit::Second => {
            joined || count == Some(100) && run.kind(at - 1) == Kind::Number || count.is_some_and(|count| count > 100)
        }
        Kind::Unit => joined || one || matches!(run.kind(at - 1), Kind::Digits | Kind::Half),
        // `Three-and-a-half-years`. But `half-years` are periods, which are not counted here.
        Kind::Units if joined => run.kind(at - 1) == Kind::Half && at > 1 && run.kind(at - 2) != Kind::Number,
        Kind::Units => at < 2 || run.kind(at - 1) != Kind::Hyphen || run.kind(at - 2) != Kind::Half,
        Kind::UnitShort => matches!(run.kind(at - 1), Kind::Digits | Kind::Decimal),
        Kind::Dayparts if run.is(next, "nights") => return Some((next + 1, Unit::Day)),
        _ => false,
    };
    if unit == Unit::Hour && at > 0 && clock::is_of_hours(run, at - 1) {
        return None;
    }
    let end = next + 1 + usize::from(run.kind(next) == Kind::UnitShort && run.text(next).ends_with('.'));
    found.then_some((end, unit))
}

/// What an expression of length is.
pub(super) enum Length {
    Is(Meaning),
    /// Somebody's age, which is passed over as a whole: `25-year-old`, `five years old`.
    Age,
}

/// A length of time, or a moment that lies a length of time away.
pub(super) fn length(run: &Run<'_>, at: usize) -> Found<Length> {
    let start = about(run, at);
    let the = start + usize::from(run.kind(start) == Kind::The);
    let has_article = the > start;
    let Order { next, shift, is_ordinal } = order(run, at, the)?;
    if run.kind(next) == Kind::All || run.take(next, Kind::Filler) == Some(Filler::WHOLE) {
        return all(run, next, has_article);
    }
    let Some((after, amount)) = quarter::of_century(run, next).or_else(|| count(run, next)) else {
        return bare(run, at, next, shift);
    };
    if has_article && shift.is_none() && !is_ordinal && run.kind(next) == Kind::Article {
        return None;
    }
    // `The two previous years`.
    let inner = run.take(after, Kind::Shift).filter(|inner| {
        shift.is_none() && (Shift::LAST..=Shift::COMING).contains(inner) && run.kind(after + 1) == Kind::Units
    });
    let after = after + usize::from(inner.is_some());
    let shift = shift.or(inner);
    // `Two to three years`, `3-5 days`, `two or three weeks`.
    let range = second_count(run, after, amount);
    let (after, last) = range.map_or((after, None), |(after, last)| (after, Some(last)));
    // In `the 90-minute talks` the article is that of the talks.
    if has_article && run.kind(after) == Kind::Hyphen && shift.is_none() {
        return None;
    }
    let (end, unit) = unit(run, after, last.unwrap_or(amount))?;
    if is_age(run, end) {
        return Some((end + 1 + usize::from(run.kind(end) == Kind::Hyphen), Length::Age));
    }
    if let Some(last) = last {
        let meaning = Meaning::Spans(Span::of(amount, unit), Span::of(last, unit));
        return Some((end, Length::Is(meaning)));
    }
    let (end, span) = with_more(run, end, Span::of(amount, unit), shift);
    if unit == Unit::Quarter && shift.is_none() && !is_ordinal && !quarter::is_length(run, at, next, end, amount) {
        return None;
    }
    if unit == Unit::Century
        && shift.is_none()
        && matches!(run.kind(next), Kind::Article | Kind::Half)
        && is_scored(run, next, end)
    {
        return Some((end, Length::Age));
    }
    if is_ordinal || shift == Some(Shift::LAST) && run.kind(end) == Kind::Of {
        return Some(part_of(run, end, span));
    }
    let Some(shift) = shift else {
        return away(run, at, end, span, run.kind(next) == Kind::Article);
    };
    let meaning = match shift {
        Shift::LAST | Shift::PAST | Shift::PREVIOUS | Shift::RECENT => Meaning::SpanAway(span, -1),
        Shift::NEXT | Shift::COMING => Meaning::SpanAway(span, 1),
        // `These past two weeks`, `these next two weeks`.
        Shift::THIS if let Some(second) = run.take(the + 1, Kind::Shift) => {
            Meaning::SpanAway(span, if second > Shift::PAST { 1 } else { -1 })
        }
        Shift::THIS | Shift::FOLLOWING | Shift::SAME => Meaning::Span(span),
        Shift::ANOTHER if !has_article => Meaning::Span(span),
        _ => return None,
    };
    Some((end, Length::Is(meaning)))
}

/// Which of several lengths is meant, by the words before its number.
struct Order {
    /// Where the number stands.
    next: usize,
    /// `last`, `this`: see [`Shift`].
    shift: Option<i32>,
    /// Whether it is the first, the second and so on: `the first three months of 2020`.
    is_ordinal: bool,
}

/// Reads the words before a number, from `the` on. `None` if they show that it is no length.
fn order(run: &Run<'_>, at: usize, the: usize) -> Option<Order> {
    let shift = run.take(the, Kind::Shift);
    match shift {
        // `It will last two hours`.
        Some(Shift::LAST) if the == at && is_verb(run, at) => return None,
        // `Most last a few years`: as an adjective it has no article behind it.
        Some(Shift::LAST | Shift::NEXT) if run.kind(the + 1) == Kind::Article => return None,
        // `He hopes that one day …`: here it begins a clause.
        Some(Shift::SAME) if run.is(the, "that") && run.kind(the + 1) == Kind::Number => return None,
        _ => {}
    }
    if shift.is_none() {
        let ordinal = if run.kind(the) == Kind::Ordinal { calendar::ordinal(run, the) } else { None };
        let next = ordinal.map_or(the, |(after, _)| after);
        return Some(Order { next, shift, is_ordinal: ordinal.is_some() });
    }
    // `This past`, `these coming`.
    let next = the + 1;
    let is_double = shift == Some(Shift::THIS)
        && matches!(run.take(next, Kind::Shift), Some(Shift::LAST | Shift::PAST | Shift::NEXT | Shift::COMING));
    Some(Order { next: next + usize::from(is_double), shift, is_ordinal: false })
}

/// A length with what is added to it: `a year and a half`, `two years and three months`.
fn with_more(run: &Run<'_>, end: usize, mut span: Span, shift: Option<i32>) -> (usize, Span) {
    if let Some(after) = and_half(run, end)
        && let Some(count) = span.first_mut()
    {
        *count += 50;
        return (after, span);
    }
    let (longer, sum) = and_shorter(run, end, span);
    // `For the last three months, and two days ago`: the second is a moment of its own.
    let is_other = shift.is_some() && run.take(longer, Kind::From) == Some(From::AGO);
    if is_other { (end, span) } else { (longer, sum) }
}

/// Whether `last` is a verb: `it will last two hours`.
fn is_verb(run: &Run<'_>, at: usize) -> bool {
    one_of!(
        run.before(at),
        ["will", "would", "can", "could", "may", "might", "should", "must", "to", "t", "not", "shall", "did", "does"]
    )
}

fn part_of(run: &Run<'_>, end: usize, span: Span) -> (usize, Length) {
    let of = (run.kind(end) == Kind::Of).then(|| period::period(run, end + 1)).flatten();
    let the = usize::from(run.kind(end + 1) == Kind::The);
    let year = (run.kind(end) == Kind::Of && run.is(end + 1 + the, "year")).then_some(end + 2 + the);
    let end = of.map_or(year.unwrap_or(end), |(end, _)| end);
    (end, Length::Is(Meaning::Span(span)))
}

/// Whether the length is somebody's age: `-old`, ` old`, ` of age`, ` younger`.
fn is_age(run: &Run<'_>, at: usize) -> bool {
    let next = at + usize::from(run.kind(at) == Kind::Hyphen);
    matches!(run.kind(next), Kind::Old)
        || run.kind(at) == Kind::Of && run.after(at + 1) == "age"
        || run.after(at) == "younger"
        || run.after(at) == "older"
}

/// `All day`, `the whole year`.
fn all(run: &Run<'_>, at: usize, the: bool) -> Found<Length> {
    let unit = Unit::of(run.take(at + 1, Kind::Unit)?);
    let whole = run.kind(at) == Kind::All || the || run.before(at) == "the";
    let end = at + 2;
    (whole && unit >= Unit::Day && run.kind(end) != Kind::Hyphen)
        .then_some((end, Length::Is(Meaning::Span(Span::of(Some(100), unit)))))
}

/// A length with shorter parts behind it: `2 years and 3 months`, `3 hours 20 minutes`.
fn and_shorter(run: &Run<'_>, mut end: usize, mut span: Span) -> (usize, Span) {
    loop {
        let next = end + usize::from(matches!(run.kind(end), Kind::And | Kind::Comma));
        let next = next + usize::from(run.kind(end) == Kind::Comma && run.kind(next) == Kind::And);
        if !matches!(run.kind(next), Kind::Digits | Kind::Number | Kind::Decimal) {
            return (end, span);
        }
        let Some((after, amount)) = count(run, next) else { return (end, span) };
        let Some((after, unit)) = unit(run, after, amount) else { return (end, span) };
        // A part must be less than one of the longer unit, and no quarter. `An hour, 90 minutes` are two lengths, and in `two years, three
        // quarters of an hour` the quarters are a part of what follows.
        let most = match unit {
            Unit::Second | Unit::Minute => 60,
            Unit::Hour => 24,
            Unit::Month => 12,
            _ => u32::MAX / 100,
        };
        let is_part = unit != Unit::Quarter && amount.is_none_or(|amount| amount < most * 100);
        let Some(longer) = span.and(amount, unit).filter(|_| is_part) else { return (end, span) };
        (end, span) = (after, longer);
    }
}

/// A length, or a moment that lies so far away, by the words behind it.
fn away(run: &Run<'_>, at: usize, end: usize, span: Span, article: bool) -> Found<Length> {
    let is = |meaning| Length::Is(meaning);
    if let Some(sign) = sign_behind(run, end) {
        return Some((end + 1, is(Meaning::SpanFrom(span, Some(sign)))));
    }
    // `A week before`, at the end of a sentence. In `a week after the storm` the text says after what.
    if let Some(From::BEFORE | From::AFTER) = run.take(end, Kind::From)
        && (run.kind(end + 1) == Kind::End || is_parted(run, at, end + 1, span))
        && run.after(end + 1).is_empty()
    {
        return Some((end + 1, is(Meaning::SpanFrom(span, None))));
    }
    // `From now`, `from today`.
    if run.take(end, Kind::From) == Some(From::FROM) {
        let now = run.is(end + 1, "now") || run.is(end + 1, "today");
        return match now {
            true => Some((end + 2, is(Meaning::SpanFrom(span, Some(1))))),
            false if article => with_article(run, at, end, span),
            false => Some((end, is(Meaning::Span(span)))),
        };
    }
    if run.kind(end) == Kind::Part && (run.is(end, "earlier") || run.is(end, "later")) {
        return Some((end + 1, is(Meaning::SpanFrom(span, None))));
    }
    // `A year-ago`, `a year-earlier`.
    if let Some(joined) = joined_ago(run, end, span) {
        return Some(joined);
    }
    if article {
        return with_article(run, at, end, span);
    }
    let (_, unit) = span.first();
    // `One day` and `one night` begin tales.
    if unit == Unit::Day && run.is(at, "one") && !run.glued(at + 1) && !is_placed(run.before(at)) {
        return None;
    }
    Some((end, is(Meaning::Span(span))))
}

/// Which way the moment lies: -1 with `ago`, 1 with `hence`.
fn sign_behind(run: &Run<'_>, end: usize) -> Option<i32> {
    match run.take(end, Kind::From)? {
        From::AGO => Some(-1),
        From::HENCE => Some(1),
        _ => None,
    }
}

/// `-ago`, `-earlier` behind a unit: `the year-ago quarter`.
fn joined_ago(run: &Run<'_>, end: usize, span: Span) -> Found<Length> {
    let joined = run.kind(end) == Kind::Hyphen && run.glued(end);
    let far = joined && (run.is(end + 1, "ago") || run.is(end + 1, "earlier"));
    let sign = (run.kind(end + 1) == Kind::From).then_some(-1);
    far.then_some((end + 2, Length::Is(Meaning::SpanFrom(span, sign))))
}

/// Whether the comma at `comma` shows that `a week before` is a moment. `A week before, during and after the fair` and `for a week after,`
/// are lengths. A year before is left alone, because it would count as the year of all that follows in its sentence.
fn is_parted(run: &Run<'_>, at: usize, comma: usize, span: Span) -> bool {
    run.kind(comma) == Kind::Comma
        && span.first().1 < Unit::Year
        && run.before(at) != "for"
        && !one_of!(run.after(comma + 1), ["during", "after", "and"])
}

fn is_placed(before: &str) -> bool {
    one_of!(
        before,
        [
            "for", "in", "within", "after", "than", "least", "just", "only", "by", "over", "nearly", "about", "to",
            "of", "took", "takes", "lasted", "lasts", "spent", "last", "on",
        ]
    )
}

/// `A year`: a length behind a preposition, a rate behind an amount. Otherwise nothing is sure.
fn with_article(run: &Run<'_>, at: usize, end: usize, span: Span) -> Found<Length> {
    let (_, unit) = span.first();
    let is_half = run.kind(at) != Kind::Article || span.first().0 != Some(100);
    let before = run.before(at);
    if unit == Unit::Second && !is_half || run.kind(end) == Kind::Hyphen {
        return None;
    }
    // `A quarter of an hour`, `half of a year`.
    if before == "of"
        && ["quarter of", "half of"].iter().any(|part| run.content[..run.tokens[at].start].trim_end().ends_with(part))
    {
        return None;
    }
    let counted = is_half || is_placed(before) || matches!(run.kind(end), Kind::And);
    if counted {
        return Some((end, Length::Is(Meaning::Span(span))));
    }
    match rate::reading(run, at, end) {
        Reading::Rate => Some((end, Length::Is(Meaning::Every(span)))),
        // `A week after the storm`, `a day before`.
        Reading::Distance => (unit >= Unit::Day).then_some((end, Length::Is(Meaning::Span(span)))),
        Reading::Unsure => None,
    }
}

/// Whether the words before units without a number say which ones are meant: `the early years of the ferry`, `his last months of freedom`.
/// They are then no length.
fn is_determined(run: &Run<'_>, at: usize) -> bool {
    let start = run.tokens[at].start;
    let adjective = word_before(run.content, start);
    let before = word_before(run.content, run.content[..start].trim_end().len() - adjective.len());
    !adjective.is_empty()
        && one_of!(before, ["the", "his", "her", "its", "their", "our", "my", "your", "those", "these"])
}

/// Whether the word before says where the units stand in a row: `the early years after the war`. In `left the ferry years after the war`
/// nothing does.
fn is_ordered(run: &Run<'_>, at: usize) -> bool {
    one_of!(
        run.before(at),
        ["early", "late", "later", "first", "last", "final", "opening", "closing", "initial", "immediate"]
    )
}

/// Whether a magnitude stands before, which is no number of the calendar: `47 million years ago`, `hundreds of millions of years ago`.
fn is_of_magnitude(run: &Run<'_>, at: usize) -> bool {
    let before = run.before(at);
    let head = if before == "of" { word_before(run.content, run.tokens[at].start - "of ".len()) } else { before };
    one_of!(head, ["million", "millions", "billion", "billions", "trillion", "trillions"])
}

/// Whether `the next day` or `the last day` is one that the text speaks of, and no length that begins or ends now: `the next day he left`,
/// `on the last day of the trial`. A length has a preposition before it: `in the last day`.
fn is_of_text(run: &Run<'_>, at: usize, next: usize, shift: i32) -> bool {
    let end = next + 1;
    let lapses = one_of!(run.before(at), ["in", "within", "over", "during", "for", "throughout", "through"]);
    match (shift, Unit::of(run.value(next))) {
        (Shift::LAST, Unit::Day) => !lapses || run.kind(end) == Kind::Of,
        // `The next day or two`.
        (Shift::NEXT, _) if lapses || run.is(end, "or") => false,
        (Shift::NEXT, Unit::Day) => true,
        (Shift::NEXT, Unit::Week | Unit::Month | Unit::Year) => {
            run.after(end).is_empty() && run.kind(end) != Kind::Possessive
                || run.after(end) == "and"
                || one_of!(run.before(at), ["by", "early", "late"])
        }
        _ => false,
    }
}

/// A unit without a number: `the past year`, `years ago`, `recent days`.
fn bare(run: &Run<'_>, at: usize, next: usize, shift: Option<i32>) -> Found<Length> {
    if run.kind(next) == Kind::Unit { one_bare(run, at, next, shift) } else { several_bare(run, at, next, shift) }
}

/// A unit in the singular without a number: `the past year`, `another day`, `the year-ago quarter`.
fn one_bare(run: &Run<'_>, at: usize, next: usize, shift: Option<i32>) -> Found<Length> {
    let unit = Unit::of(run.value(next));
    let (span, end) = (Span::of(Some(100), unit), next + 1);
    let is = |meaning| Some((end, Length::Is(meaning)));
    if let Some(shift @ (Shift::LAST | Shift::PAST | Shift::NEXT | Shift::COMING)) = shift
        && unit >= Unit::Hour
        && unit != Unit::Weekend
    {
        let the = run.kind(at) == Kind::The || shift == Shift::PAST;
        // A dash does not join the words: `over the next year—and beyond`.
        let joined = run.take(end, Kind::Hyphen).is_some_and(|mark| mark != Hyphen::DASH) && run.glued(end);
        let is_part = unit == Unit::Quarter && quarter::is_part(run, end);
        if !the || joined || is_part || is_of_text(run, at, next, shift) {
            return None;
        }
        // `The last hour of the session` does not end now.
        if shift == Shift::LAST && run.kind(end) == Kind::Of {
            return is(Meaning::Span(span));
        }
        let sign = if shift <= Shift::PAST { -1 } else { 1 };
        // `The past year and a half`.
        return match and_half(run, end) {
            Some(end) => Some((end, Length::Is(Meaning::SpanAway(Span::of(Some(150), unit), sign)))),
            None => is(Meaning::SpanAway(span, sign)),
        };
    }
    // `Another day`.
    if shift == Some(Shift::ANOTHER) && !matches!(unit, Unit::Second | Unit::Quarter) && run.kind(end) != Kind::Hyphen {
        return is(Meaning::Span(span));
    }
    if next == at { joined_ago(run, end, span) } else { None }
}

/// Units in the plural without a number: `years ago`, `for months`, `recent days`, `the coming weeks`.
fn several_bare(run: &Run<'_>, at: usize, next: usize, shift: Option<i32>) -> Found<Length> {
    let unit = Unit::of(run.take(next, Kind::Units)?);
    let (span, end) = (Span::of(None, unit), next + 1);
    let is = |meaning| Length::Is(meaning);
    match shift {
        Some(Shift::LAST | Shift::PAST | Shift::RECENT) => return Some((end, is(Meaning::SpanAway(span, -1)))),
        Some(Shift::NEXT | Shift::COMING) => return Some((end, is(Meaning::SpanAway(span, 1)))),
        Some(Shift::FOLLOWING) => return Some((end, is(Meaning::Span(span)))),
        Some(_) => return None,
        None => {}
    }
    // `Over the years`, `in the weeks since`.
    if next == at + 1 && run.kind(at) == Kind::The && unit >= Unit::Day {
        let over = run.before(at).eq_ignore_ascii_case("over") && closes(run.after(end));
        let after = one_of!(run.after(end), ["since", "after", "before", "following", "leading", "ahead"]);
        let since = run.before(at).eq_ignore_ascii_case("in") && after;
        return (over || since).then_some((end, is(Meaning::Span(span))));
    }
    if next != at || unit == Unit::Year && is_of_magnitude(run, at) {
        return None;
    }
    if let Some(sign) = sign_behind(run, end) {
        return Some((end + 1, is(Meaning::SpanFrom(span, Some(sign)))));
    }
    if run.is(end, "earlier") || run.is(end, "later") {
        return Some((end + 1, is(Meaning::SpanFrom(span, None))));
    }
    let placed = one_of!(run.before(at), ["for", "in", "within", "took", "takes", "lasted", "spent", "after"]);
    let follows = one_of!(run.after(end), ["after", "before"]) && unit >= Unit::Hour;
    // `Decades of war`.
    let of = unit >= Unit::Week && run.kind(end) == Kind::Of;
    if of && is_determined(run, at) || follows && is_ordered(run, at) {
        return None;
    }
    ((placed || follows || of) && unit != Unit::Second && unit != Unit::Quarter)
        .then_some((end, is(Meaning::Span(span))))
}

/// Words before a century, or a half of one, that is made of runs.
#[rustfmt::skip]
static SCORING: Words<()> = words!(
    128,
    [
        "brisk", "cracked", "crucial", "explosive", "fighting", "fluent", "her", "his", "hit", "hits", "hitting", "maiden", "my", "notched", "patient", "quickfire",
        "rapid", "s", "scored", "scores", "scoring", "slammed", "smashed", "struck", "stylish", "successive", "unbeaten",
    ]
);

/// Whether somebody made a hundred runs, or fifty: `Doe hit a century before lunch`, `Doe’s half-century was not enough`, not `it was hit a
/// century ago`, `the firm’s half-century in trade`.
fn is_scored(run: &Run<'_>, at: usize, end: usize) -> bool {
    SCORING.get(run.before(at).as_bytes()).is_some()
        && !one_of!(run.after(end), ["ago", "as", "at", "earlier", "in", "later", "of"])
        && run.kind(end) != Kind::Hyphen
}
