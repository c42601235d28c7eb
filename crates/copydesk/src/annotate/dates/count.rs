//! How many of a unit: `21`, `two and a half`, `a dozen`, `several`, with the words before them: `about`, `more than`.

use crate::keys::one_of;

use super::calendar::Found;
use super::senses::Hyphen;
use super::tokens::Run;
use super::value::Count;
use super::vocabulary::Kind;

/// A number, in hundredths. The inner `None` is a number that is not said: `several`.
pub(super) fn count(run: &Run<'_>, at: usize) -> Found<Count> {
    let known = |end, count: i32| Some((end, Some(u32::try_from(count).ok()?)));
    match run.kind(at) {
        Kind::Digits if !run.text(at).starts_with(['\'', '’', '‘']) => {
            if let Some((end, part)) = fraction(run, at) {
                return known(end, part);
            }
            let (end, part) = fraction(run, at + 1).unwrap_or((at + 1, 0));
            known(end, run.value(at).checked_mul(100)?.checked_add(part)?)
        }
        Kind::Decimal => known(at + 1, run.value(at)),
        Kind::Number => {
            let (end, value) = number_words(run, at)?;
            // `Two and a half`, `one-and-a-half`.
            if let Some(end) = and_half(run, end) {
                return known(end, value * 100 + 50);
            }
            known(end, value * 100)
        }
        Kind::Some => {
            // `As many hours`, `how many days`: no number.
            if run.is(at, "many") && ["as", "so", "how", "too"].contains(&&*run.before(at).to_ascii_lowercase()) {
                return None;
            }
            let of = at + 1 + usize::from(run.kind(at + 1) == Kind::Of);
            // `The next couple of weeks`. Without an article or a word such as `next`, a couple is two people.
            let pair = run.is(at, "couple") && !(at > 0 && matches!(run.kind(at - 1), Kind::Shift));
            (!pair).then_some((of, None))
        }
        Kind::Article => match run.kind(at + 1) {
            // `A few`, `a couple of`, `a dozen`.
            Kind::Some => {
                let next = at + 2;
                let of = next + usize::from(run.kind(next) == Kind::Of);
                let few = if run.kind(of) == Kind::Some { of + 1 } else { of };
                let value = run.value(at + 1);
                // A couple is some; a dozen is twelve.
                Some((few, (value == 12).then_some(1200)))
            }
            Kind::Half => known(at + 2, 50),
            Kind::Number if run.value(at + 1) >= 100 => known(at + 2, run.value(at + 1) * 100),
            _ => known(at + 1, 100),
        },
        Kind::Half => {
            let next =
                at + 1 + usize::from(matches!(run.kind(at + 1), Kind::Article) || run.kind(at + 1) == Kind::Hyphen);
            known(next, 50)
        }
        _ => None,
    }
}

/// `1/2`, or `-1/2` and ` 3/4` behind a whole number: where the fraction ends, and its value in hundredths.
fn fraction(run: &Run<'_>, at: usize) -> Found<i32> {
    let at = at + usize::from(run.kind(at) == Kind::Hyphen && run.glued(at) && run.glued(at + 1));
    let is_part = run.take(at + 1, Kind::Hyphen) == Some(Hyphen::SLASH) && run.glued(at + 1) && run.glued(at + 2);
    match (run.take(at, Kind::Digits)?, run.take(at + 2, Kind::Digits).filter(|_| is_part)?) {
        (1, 2) => Some((at + 3, 50)),
        (1, 4) => Some((at + 3, 25)),
        (3, 4) => Some((at + 3, 75)),
        _ => None,
    }
}

/// Where ` and a half` or `-and-a-half` ends that begins at `at`.
pub(super) fn and_half(run: &Run<'_>, at: usize) -> Option<usize> {
    let mut next = at;
    for kind in [Kind::Hyphen, Kind::And, Kind::Hyphen, Kind::Article, Kind::Hyphen, Kind::Half] {
        if run.kind(next) == kind {
            next += 1;
        } else if matches!(kind, Kind::And | Kind::Half) {
            return None;
        }
    }
    Some(next)
}

/// `Twenty-one`, `a hundred`, `two hundred`.
pub(super) fn number_words(run: &Run<'_>, at: usize) -> Found<i32> {
    let mut value = run.take(at, Kind::Number)?;
    let mut end = at + 1;
    if (20..=90).contains(&value) {
        let next = end + usize::from(run.kind(end) == Kind::Hyphen);
        if let Some(ones) = run.take(next, Kind::Number).filter(|ones| *ones < 10) {
            value += ones;
            end = next + 1;
        }
    }
    while let Some(scale) = run.take(end, Kind::Number).filter(|scale| *scale >= 100 && value < 1000) {
        value *= scale;
        end += 1;
    }
    (value < 1_000_000).then_some((end, value))
}

/// The first token behind the words before a count: `about`, `more than`, `at least`, `up to`.
pub(super) fn about(run: &Run<'_>, at: usize) -> usize {
    match (run.kind(at), run.value(at)) {
        (Kind::About, 0) => at + 1,
        // `For over two years`. Alone, `over two years` may also mean *during*.
        (Kind::About, _) => {
            let before = run.before(at);
            at + usize::from(one_of!(
                before,
                ["for", "of", "in", "after", "just", "well", "by", "took", "lasted", "is", "was"]
            ))
        }
        (Kind::Compare, 0) if run.is(at + 1, "than") => at + 2,
        (Kind::At, _) if run.take(at + 1, Kind::Compare) == Some(2) => at + 2,
        (Kind::Compare, 3) if run.is(at + 1, "to") => at + 2,
        _ => at,
    }
}

/// The second number of a range: `to three`, `-5`, `or three`.
pub(super) fn second_count(run: &Run<'_>, at: usize, first: Count) -> Found<Count> {
    let joined = match run.kind(at) {
        Kind::To => run.is(at, "to"),
        Kind::And => run.is(at, "or"),
        Kind::Hyphen => run.glued(at) && matches!(run.kind(at + 1), Kind::Digits | Kind::Number | Kind::Decimal),
        _ => false,
    };
    let (end, last) = joined.then(|| count(run, at + 1)).flatten()?;
    (first? < last?).then_some((end, last))
}
