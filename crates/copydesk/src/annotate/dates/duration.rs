//! Lengths of time, and moments that lie a length of time away: `three decades`, `the past two weeks`, `a year and a half`, `10-day`,
//! `two years ago`.

use crate::keys::one_of;

use super::calendar::{self, Found};
use super::clock;
use super::count::{about, and_half, count, second_count};
use super::neighbours::closes;
use super::period;
use super::quarter;
use super::rate::{self, Reading};
use super::tokens::{Run, word_before};
use super::value::{Count, Meaning, Span, Unit};
use super::vocabulary::Kind;

/// The unit after a count, with what may stand between. `joined` after a hyphen, where it is in the singular.
fn unit(run: &Run<'_>, at: usize, count: Count) -> Found<Unit> {
    let joined = run.kind(at) == Kind::Hyphen && run.glued(at);
    let mut next = at + usize::from(joined);
    while matches!(run.kind(next), Kind::Filler) {
        next += 1;
    }
    let unit = Unit::of(run.value(next));
    let one = count.is_some_and(|count| count <= 100);
    let found = match run.kind(next) {
        // `One second`; `a second` is more often an ordinal.
        Kind::Unit if unit == Unit::Second => {
            joined || count == Some(100) && run.kind(at - 1) == Kind::Number || count.is_some_and(|count| count > 100)
        }
        Kind::Unit => joined || one || matches!(run.kind(at - 1), Kind::Digits | Kind::Half),
        // `Three-and-a-half-years`; but `half-years` are periods that are not counted here.
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

/// What came of an expression of length: what it means, or that it is the age of someone.
pub(super) enum Length {
    Is(Meaning),
    /// `25-year-old`, `five years old`: passed over as a whole.
    Age,
}

/// A length of time, or a moment one away.
pub(super) fn length(run: &Run<'_>, at: usize) -> Found<Length> {
    let start = about(run, at);
    let the = start + usize::from(run.kind(start) == Kind::The);
    // `The first three months of 2020`, `the last two weeks`.
    let (mut next, mut shift) = match run.take(the, Kind::Shift) {
        Some(1) if the == at && is_verb(run, at) => return None,
        // `Most last a few years`: as an adjective it has no article after it.
        Some(1 | 4) if run.kind(the + 1) == Kind::Article => return None,
        // `He hopes that one day …`
        Some(8) if run.is(the, "that") && run.kind(the + 1) == Kind::Number => return None,
        Some(shift) => (the + 1, Some(shift)),
        None => (the, None),
    };
    let ordinal =
        shift.is_none().then(|| calendar::ordinal(run, the)).flatten().filter(|_| run.kind(the) == Kind::Ordinal);
    if let Some((after, _)) = ordinal {
        next = after;
    }
    if shift == Some(7)
        && let Some(1 | 2 | 4 | 5) = run.take(next, Kind::Shift)
    {
        next += 1;
    }
    if run.kind(next) == Kind::All || run.kind(next) == Kind::Filler && run.value(next) == 1 {
        return all(run, next, the > start);
    }
    let Some((after, amount)) = quarter::of_century(run, next).or_else(|| count(run, next)) else {
        return bare(run, at, next, shift);
    };
    if the > start && shift.is_none() && ordinal.is_none() && run.kind(next) == Kind::Article {
        return None;
    }
    // `The two previous years`.
    let inner = run
        .take(after, Kind::Shift)
        .filter(|inner| shift.is_none() && (1..=5).contains(inner) && run.kind(after + 1) == Kind::Units);
    let after = after + usize::from(inner.is_some());
    shift = shift.or(inner);
    // `Two to three years`, `3-5 days`, `two or three weeks`.
    let range = second_count(run, after, amount);
    let (after, last) = range.map_or((after, None), |(after, last)| (after, Some(last)));
    // `The 90-minute talks`: the article is that of the talks.
    if the > start && run.kind(after) == Kind::Hyphen && shift.is_none() {
        return None;
    }
    let (mut end, unit) = unit(run, after, last.unwrap_or(amount))?;
    if is_age(run, end) {
        return Some((end + 1 + usize::from(run.kind(end) == Kind::Hyphen), Length::Age));
    }
    if let Some(last) = last {
        let meaning = Meaning::Spans(Span::of(amount, unit), Span::of(last, unit));
        return Some((end, Length::Is(meaning)));
    }
    let mut span = Span::of(amount, unit);
    // `A year and a half`.
    if let Some(after) = and_half(run, end)
        && let Some(count) = span.first_mut()
    {
        *count += 50;
        end = after;
    } else {
        let (longer, sum) = and_shorter(run, end, span);
        // `For the last three months, and two days ago`.
        if shift.is_none() || run.take(longer, Kind::From) != Some(1) {
            (end, span) = (longer, sum);
        }
    }
    if unit == Unit::Quarter && shift.is_none() && ordinal.is_none() && !quarter::is_length(run, at, next, end, amount)
    {
        return None;
    }
    let article = run.kind(next) == Kind::Article;
    let meaning = match shift {
        _ if ordinal.is_some() => return Some(part_of(run, end, span)),
        Some(1) if run.kind(end) == Kind::Of => return Some(part_of(run, end, span)),
        Some(1 | 2 | 3 | 9) => Meaning::SpanAway(span, -1),
        Some(4 | 5) => Meaning::SpanAway(span, 1),
        Some(7) if run.take(the + 1, Kind::Shift).is_some_and(|shift| shift > 2) => Meaning::SpanAway(span, 1),
        Some(7) if run.take(the + 1, Kind::Shift).is_some() => Meaning::SpanAway(span, -1),
        Some(10) if start == the => Meaning::Span(span),
        Some(6..=8) => Meaning::Span(span),
        Some(_) => return None,
        None => return away(run, at, end, span, article),
    };
    Some((end, Length::Is(meaning)))
}

/// Whether `last` is what something does: `it will last two hours`.
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

/// `-old`, ` old`, ` of age` after a length.
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

/// Shorter parts after the first: `2 years and 3 months`, `3 hours 20 minutes`.
fn and_shorter(run: &Run<'_>, mut end: usize, mut span: Span) -> (usize, Span) {
    loop {
        let next = end + usize::from(matches!(run.kind(end), Kind::And | Kind::Comma));
        let next = next + usize::from(run.kind(end) == Kind::Comma && run.kind(next) == Kind::And);
        if !matches!(run.kind(next), Kind::Digits | Kind::Number | Kind::Decimal) {
            return (end, span);
        }
        let Some((after, amount)) = count(run, next) else { return (end, span) };
        let Some((after, unit)) = unit(run, after, amount) else { return (end, span) };
        // `Two years, three quarters of an hour`: a part of what stands behind it.
        // `An hour, 90 minutes`: another length, since it is no part of the longer unit.
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

/// The length alone, or a moment that lies it away.
fn away(run: &Run<'_>, at: usize, end: usize, span: Span, article: bool) -> Found<Length> {
    let is = |meaning| Length::Is(meaning);
    if let Some(sign) = sign_behind(run, end) {
        return Some((end + 1, is(Meaning::SpanFrom(span, Some(sign)))));
    }
    // `A week before`, at the end of a sentence; `a week after the storm` has something after it.
    if let Some(4 | 5) = run.take(end, Kind::From)
        && (run.kind(end + 1) == Kind::End || is_parted(run, at, end + 1, span))
        && run.after(end + 1).is_empty()
    {
        return Some((end + 1, is(Meaning::SpanFrom(span, None))));
    }
    // `From now`, `from today`.
    if run.take(end, Kind::From) == Some(3) {
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
    // `One day` and `one night` open tales.
    if unit == Unit::Day && run.is(at, "one") && !run.glued(at + 1) && !is_placed(run.before(at)) {
        return None;
    }
    Some((end, is(Meaning::Span(span))))
}

/// Which way from now or then: `ago` before it, `hence` behind it.
fn sign_behind(run: &Run<'_>, end: usize) -> Option<i32> {
    match run.take(end, Kind::From)? {
        1 => Some(-1),
        2 => Some(1),
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

/// Whether the comma at `comma` shows that `a week before` is a moment: `a week before, during and after the fair` and `for a week after,` are
/// lengths. A year before would count as the year of all that follows in its sentence.
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

/// `A year`: a length after a preposition, a rate after an amount, else nothing sure.
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

/// Whether it is said which ones they are: `the early years of the ferry`, `his last months of freedom`. Their number is then none.
fn is_determined(run: &Run<'_>, at: usize) -> bool {
    let start = run.tokens[at].start;
    let adjective = word_before(run.content, start);
    let before = word_before(run.content, run.content[..start].trim_end().len() - adjective.len());
    !adjective.is_empty()
        && one_of!(before, ["the", "his", "her", "its", "their", "our", "my", "your", "those", "these"])
}

/// Whether the word before says where they stand in a row: `the early years after the war`; but `left the ferry years after the war`.
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

/// Whether `the next day` and `the last day` are a time that the text speaks of, not a length that begins or ends now: `the next day he
/// left`, `on the last day of the trial`. A length has a preposition before it: `in the last day`.
fn is_of_text(run: &Run<'_>, at: usize, next: usize, shift: i32) -> bool {
    let end = next + 1;
    let lapses = one_of!(run.before(at), ["in", "within", "over", "during", "for", "throughout", "through"]);
    match (shift, Unit::of(run.value(next))) {
        (1, Unit::Day) => !lapses || run.kind(end) == Kind::Of,
        // `The next day or two`.
        (4, _) if lapses || run.is(end, "or") => false,
        (4, Unit::Day) => true,
        (4, Unit::Week | Unit::Month | Unit::Year) => {
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
    if let Some(shift @ (1 | 2 | 4 | 5)) = shift
        && unit >= Unit::Hour
        && unit != Unit::Weekend
    {
        let the = run.kind(at) == Kind::The || shift == 2;
        // A dash is not joined: `over the next year—and beyond`.
        let joined = run.take(end, Kind::Hyphen).is_some_and(|mark| mark != 1) && run.glued(end);
        let is_part = unit == Unit::Quarter && quarter::is_part(run, end);
        if !the || joined || is_part || is_of_text(run, at, next, shift) {
            return None;
        }
        // `The last hour of the session` does not end now.
        if shift == 1 && run.kind(end) == Kind::Of {
            return is(Meaning::Span(span));
        }
        let sign = if shift <= 2 { -1 } else { 1 };
        // `The past year and a half`.
        return match and_half(run, end) {
            Some(end) => Some((end, Length::Is(Meaning::SpanAway(Span::of(Some(150), unit), sign)))),
            None => is(Meaning::SpanAway(span, sign)),
        };
    }
    // `Another day`.
    if shift == Some(10) && !matches!(unit, Unit::Second | Unit::Quarter) && run.kind(end) != Kind::Hyphen {
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
        Some(1 | 2 | 9) => return Some((end, is(Meaning::SpanAway(span, -1)))),
        Some(4 | 5) => return Some((end, is(Meaning::SpanAway(span, 1)))),
        Some(6) => return Some((end, is(Meaning::Span(span)))),
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
