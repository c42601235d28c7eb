//! Quarters: three months of a company's year, or the fourth part of something.
//!
//! `The weakest in a quarter` is a length of time. `A quarter of the votes`, `by a quarter point` and `a quarter to nine` are not, and a
//! quarter of a century is a length of its own. Of 110 quarters in the singular with an article or `one` in collections of news, 17 were
//! months.

use crate::keys::one_of;

use super::calendar::Found;
use super::neighbours::closes;
use super::rate;
use super::senses::{From, Part};
use super::tokens::{Run, word_before};
use super::value::Count;
use super::vocabulary::Kind;

/// A fourth, in hundredths.
const QUARTER: u32 = 25;

/// `A quarter of a century`, `a quarter-century`: the token before the century, and how many centuries it is.
pub(super) fn of_century(run: &Run<'_>, at: usize) -> Found<Count> {
    let at = at + usize::from(run.kind(at) == Kind::Article);
    if !run.is(at, "quarter") {
        return None;
    }
    let is_of = run.kind(at + 1) == Kind::Of && run.kind(at + 2) == Kind::Article;
    let joined = usize::from(run.kind(at + 1) == Kind::Hyphen);
    let (century, end) = if is_of { (at + 3, at + 3) } else { (at + 1 + joined, at + 1) };
    // The hyphen is left for the unit behind it.
    run.is(century, "century").then_some((end, Some(QUARTER)))
}

/// Whether a quarter that ends before `end` is a part of what follows it: `of the votes`, `point`, `mile`, `-final`.
pub(super) fn is_part(run: &Run<'_>, end: usize) -> bool {
    run.kind(end) == Kind::Of
        || run.kind(end) == Kind::Hyphen && run.glued(end)
        || one_of!(
            run.after(end),
            [
                "point",
                "points",
                "percentage",
                "century",
                "million",
                "billion",
                "mile",
                "miles",
                "inch",
                "stake",
                "share"
            ]
        )
}

/// Whether the quarters between `next` and `end` are months. The words before their number begin at `at`.
pub(super) fn is_length(run: &Run<'_>, at: usize, next: usize, end: usize, count: Count) -> bool {
    // `A quarter earlier`, `two quarters ago`.
    let is_moment = matches!(run.take(end, Kind::From), Some(From::AGO | From::HENCE))
        || matches!(run.take(end, Kind::From), Some(From::BEFORE | From::AFTER)) && run.after(end + 1).is_empty()
        || run.kind(end) == Kind::Part && (run.is(end, "earlier") || run.is(end, "later"));
    if is_moment {
        return true;
    }
    let (before, last) = (run.before(at), run.kind(end - 2));
    let is_plural = run.kind(end - 1) == Kind::Units;
    let is_joined = last == Kind::Hyphen;
    match count {
        // `Three straight quarters` are months, `three quarters of the votes` are not.
        Some(300) if is_plural && last == Kind::Filler => true,
        Some(300) if is_plural && at == next && run.kind(end) != Kind::Of => {
            one_of!(before, ["in", "after", "within", "during"]) || before == "for" && !shares(run, at)
        }
        Some(300) => false,
        // `Four-quarter average`. In `4 quarter candles` they are no months.
        Some(count) if count > 100 => is_plural || is_joined && !is_part(run, end),
        Some(_) if is_joined || at < next || is_part(run, end) || run.kind(end) == Kind::To => false,
        Some(_) => {
            let is_rate = || run.kind(at) == Kind::Article && rate::follows_counted(run.content, run.tokens[at].start);
            let is_within =
                one_of!(before, ["in", "after", "within", "during"]) || before == "of" && follows_end(run, at);
            run.kind(end) == Kind::Possessive
                || run.after(end) == "into"
                || closes(run.after(end)) && (is_within || is_rate())
        }
        // In `criticism from some quarters` they are people.
        None => !(run.is(next, "some") || run.is(next, "many") && one_of!(before, ["in", "from"])),
    }
}

/// Whether a share of something follows: `accounts for`, `responsible for`.
fn shares(run: &Run<'_>, at: usize) -> bool {
    let start = run.tokens[at].start;
    let head = run.content[..start].trim_end();
    let word = word_before(run.content, head.len() - run.before(at).len());
    one_of!(word, ["account", "accounts", "accounted", "accounting", "responsible"])
}

/// Whether `the end of` or `the start of` stands before.
fn follows_end(run: &Run<'_>, at: usize) -> bool {
    at > 1 && run.kind(at - 1) == Kind::Of && run.take(at - 2, Kind::Part).is_some_and(|part| part >= Part::OF)
}
