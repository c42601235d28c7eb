//! Two amounts that form one range: `$3-5 million`, `29.3 percent to 29.8 percent`, `between 20 and 30`.

use crate::keys::one_of;
use crate::language::Language;

use super::amount::{self, Amount, What};
use super::bounds::Bounds;
use super::change::Of;
use super::decimal::Decimal;
use super::numerals::Shape;
use super::practice::Practice;
use super::scan;
use super::text::Text;
use super::words::Is;
use super::{bounds, calendar, change, nouns, numerals, reading};

/// What stands between the two.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    Hyphen,
    To,
    And,
    Or,
    /// `a` and `à`, which are prepositions for much else than ranges.
    Towards,
}

/// What comes of an amount and the one after it.
pub(super) enum Pair {
    /// One range: its end, its values, and what it is of.
    Range(Amount, super::decimal::Decimal),
    /// Two amounts, of which the first is of what the second says.
    Shared(Amount),
    /// One part of so many: `one in three`, `eight out of ten`.
    Part(Amount),
    /// Neither is a figure: a score, years, a telephone number.
    Neither(usize),
    /// The first stands alone.
    Apart,
}

/// Reads on from an amount.
pub(super) fn pair(text: &Text<'_>, one: &Amount, practice: &mut Practice<'_>) -> Pair {
    if let Some(part) = part_of(text, one, practice) {
        return Pair::Part(part);
    }
    if let Some(middle) = tolerance(text, one, practice) {
        return Pair::Part(middle);
    }
    if let Some(end) = past_wickets(text, one, practice) {
        return Pair::Neither(end);
    }
    let Some((link, at)) = link(text, one.end) else { return Pair::Apart };
    let Some(place) = scan::here(text, at) else { return Pair::Apart };
    if one.what == What::Ordinal {
        return Pair::Apart;
    }
    let hyphen = link == Link::Hyphen;
    let two = match amount::read(text, place, at, practice) {
        Ok(two) if two.start == at => two,
        Ok(_) => return Pair::Apart,
        Err(end) if hyphen && one.what == What::Bare => return Pair::Neither(numerals::past_groups(text, end)),
        Err(_) => return Pair::Apart,
    };
    if two.what == What::Ordinal || one.number.is == Is::Fraction || two.number.is == Is::Fraction {
        return Pair::Apart;
    }
    let two = of_money(text, one, two);
    // `a 5-to-4 vote`: hyphens make one word of a ratio, unless it counts something.
    let is_ratio = text.starts(one.end, "-to-") && one.what == What::Bare && two.what == What::Bare;
    if is_ratio && !nouns::counted(text, two.end).is_some_and(nouns::is_plural) {
        return Pair::Neither(two.end);
    }
    join(text, one, &two, link)
}

/// The second amount of `$1-2m`: behind a currency its letter can only be a magnitude.
fn of_money(text: &Text<'_>, one: &Amount, two: Amount) -> Amount {
    let is_of_one = one.is_signed && matches!(one.what, What::Money(_)) && !two.is_signed;
    if !is_of_one || matches!(two.what, What::Money(_)) || two.number.has_scale || two.number.shape == Shape::Words {
        return two;
    }
    match reading::digits(text, two.start, numerals::Place::AfterCurrency) {
        Ok(number) if number.has_scale => {
            Amount { end: number.end, number, value: number.value, what: What::Bare, per: None, ..two }
        }
        _ => two,
    }
}

/// The amount that begins right at a place.
fn amount_at(text: &Text<'_>, at: usize, practice: &mut Practice<'_>) -> Option<Amount> {
    amount::read(text, scan::here(text, at)?, at, practice).ok().filter(|two| two.start == at)
}

/// Of more people than so many no share is said with `in`.
const MANY: u32 = 20;

/// `one in three`, `9 in 10 voters`, and in words `eight out of ten`; of other numbers `in` says where or how long.
fn part_of(text: &Text<'_>, one: &Amount, practice: &mut Practice<'_>) -> Option<Amount> {
    let single = one.value.small() == Some(1);
    if one.what != What::Bare || one.number.words > 1 || one.number.is != Is::Cardinal || one.number.has_scale {
        return None;
    }
    let (next, word) = text.next_word(one.end);
    let at = match word.as_str() {
        "in" => text.past_gap(next + 2),
        "out" => text.past_gap(text.phrase(next, "out of")?),
        _ => return None,
    };
    let two = amount_at(text, at, practice)?;
    let all = two.value.small().filter(|all| (2..=1000).contains(all))?;
    // `three in five voters`: so many of all of them.
    let people = nouns::counted(text, two.end).filter(|noun| nouns::is_of_people(*noun));
    let cardinal = two.what == What::Bare && two.number.is == Is::Cardinal;
    if !cardinal
        || one.value.small()? >= all
        || word == "out" && two.number.shape != Shape::Words && !matches!(all, 10 | 100)
        // `seven in 10 games`: so many of them in a row.
        || word == "in"
            && !single
            && (people.is_none() || all > MANY)
            && (!matches!(all, 10 | 100) || nouns::counted(text, two.end).is_some_and(|noun| !nouns::is_of_people(noun)))
    {
        return None;
    }
    let value = one.value.over(two.value)?;
    let number = super::reading::Number { is: Is::Fraction, words: 2, end: two.end, ..one.number };
    Some(Amount { end: two.end, value, number, ..*one })
}

/// Past the score of an innings: `287 for 6 in 50 overs`, `were 45 for three at lunch`.
fn past_wickets(text: &Text<'_>, one: &Amount, practice: &mut Practice<'_>) -> Option<usize> {
    let (next, word) = text.next_word(one.end);
    let is_of_runs = one.what == What::Bare && matches!(one.number.shape, Shape::Bare(_)) && !one.number.has_scale;
    if !is_of_runs || !one_of!(word, ["for"]) || !text.is_english() {
        return None;
    }
    let at = text.past_gap(next + word.len());
    let two = amount_at(text, at, practice)?;
    let is_bare = two.what == What::Bare && two.number.is == Is::Cardinal;
    // `took 5 for 32`: wickets, and the runs that they cost.
    let taken = one.value.small()? <= 10
        && one_of!(
            text.last_word(one.start).1,
            ["took", "takes", "taking", "claimed", "claiming", "grabbed", "returned"]
        );
    let few = two.value.small()? <= 10;
    let wickets = is_bare && if taken { nouns::counted(text, two.end).is_none() } else { few };
    let after = text.next_word(two.end).1;
    let is_last = after.is_empty() && !text.byte(text.past_gap(two.end)).is_ascii_digit();
    let is_told = one_of!(after, ["after", "and", "at", "before", "by", "declared", "in", "off", "when"]);
    (wickets && (taken || is_last || is_told)).then_some(two.end)
}

/// `46.8 ± 0.4 million years`: the magnitude and the unit of both stand behind the tolerance.
fn tolerance(text: &Text<'_>, one: &Amount, practice: &mut Practice<'_>) -> Option<Amount> {
    let sign = text.past_gap(one.end);
    let width = ["±", "+/-"].into_iter().find(|mark| text.starts(sign, mark))?.len();
    if one.what != What::Bare || one.number.has_scale {
        return None;
    }
    let at = text.past_gap(sign + width);
    let two = amount_at(text, at, practice)?;
    let value = one.value.times_ten(amount::scale(text, &two.number).unwrap_or(0))?;
    // `km/s2` is no unit that is known.
    let is_whole = text.byte(two.end) != b'/';
    (two.what != What::Bare && !two.is_signed && is_whole).then_some(Amount {
        end: two.end,
        value,
        what: two.what,
        per: two.per,
        ..*one
    })
}

fn join(text: &Text<'_>, one: &Amount, two: &Amount, link: Link) -> Pair {
    let (bounds, from) = bounds::before(text, one.start);
    let levels = is_from(text, from) && !is_ranging(text, from);
    let bare = one.what == What::Bare;
    let same = match (one.what, two.what) {
        (What::Money(one), What::Money(two)) => one == two,
        (What::Percent(one), What::Percent(two)) => one == two,
        (What::Unit(one), What::Unit(two)) => one == two,
        (What::Money(_), What::Bare) => one.is_signed && link != Link::And && link != Link::Or,
        (What::Bare, What::Bare) => true,
        (What::Bare, _) => !two.is_signed,
        _ => false,
    };
    // `10 to 12 cents`: hundredths, both of them.
    let are_cents = bare && matches!(two.what, What::Money(_)) && is_hundredth(two);
    let power = if are_cents { Some(-2) } else { amount::scale(text, &two.number) };
    let scaled = match power {
        Some(power) if !one.number.has_scale && (bare || link == Link::Hyphen || is_short(text, one)) => {
            one.value.times_ten(power).filter(|value| !two.value.is_below(*value))
        }
        _ => None,
    };
    let (value, scales) = (scaled.unwrap_or(one.value), scaled.is_some());
    let rising = value.is_below(two.value);
    // `fell in 2007 to 16.15 million`: a year, and where something came to.
    let is_year_one = || {
        let is_marked = two.number.shape != Shape::Bare(4) && calendar::is_said_of_year(text, &one.number);
        calendar::could_be_year(&one.number) && if two.number.has_scale { !scales } else { is_marked }
    };
    if link == Link::To && bare && is_year_one() {
        return Pair::Apart;
    }
    let hyphen = link == Link::Hyphen;
    if !same {
        return if hyphen && bare && two.what == What::Bare { neither(text, two) } else { Pair::Apart };
    }
    let both_bare = bare && two.what == What::Bare;
    // `rose in the week to July 16 to 353 million barrels`: a day, and where something came to.
    if bare && !both_bare && link == Link::To && calendar::is_date(text, &one.number) {
        return Pair::Apart;
    }
    // `between 9 and 11 a.m.`, `between 19 – 25 May`.
    if both_bare && (calendar::is_clock(text, &two.number) || calendar::is_date(text, &two.number)) {
        return Pair::Neither(two.end);
    }
    let of = text.next_word(two.end).1 == "of";
    let counts = || scales || of || two.number.has_scale || nouns::counted(text, two.end).is_some_and(nouns::is_plural);
    let sure = match link {
        Link::And => bounds == Some(Bounds::Between),
        Link::Or => bare && (!both_bare || counts()) && is_near(value, two.value),
        Link::Hyphen => !both_bare || bounds.is_some() && !is_year(one) || counts() && !is_year(one),
        Link::To => !both_bare || counts() || bounds.is_some(),
        Link::Towards => bare && !both_bare && !is_year(one),
    };
    if levels && matches!(link, Link::To | Link::Towards) || link == Link::Or && !bare {
        let what = if bare { two.what } else { one.what };
        // `from $3 to $5 million` is of millions, `from $1 to $50 million` may be a growth.
        let near = || value.times_ten(1).is_some_and(|most| !most.is_below(two.value));
        let shared = if bare { !both_bare } else { scales && near() };
        return if shared { Pair::Shared(Amount { value, what, ..*one }) } else { Pair::Apart };
    }
    // `rose $1.03 to $72.30`: a change and the new level.
    let moved = link == Link::To
        && match bare && !both_bare {
            // `up three to 22 per cent`, where `up two to three per cent` is a range.
            true => one_of!(text.last_word(from).1, ["up", "down"]) && is_far(value, two.value),
            false => {
                change::before(text, from, Of::Measure).is_some() || has_moved(text, from, one, (value, two.value))
            }
        };
    // `$2.50 to $3 million`: of dollars or of millions.
    let doubtful = has_cents(text, one) && !scales && two.number.has_scale && one.is_signed;
    if !sure || doubtful || moved || !rising && !is_ranging(text, from) {
        return if hyphen && both_bare { neither(text, two) } else { Pair::Apart };
    }
    let what = if two.what == What::Bare { one.what } else { two.what };
    let (low, high) = if rising { (value, two.value) } else { (two.value, value) };
    let number = super::reading::Number { has_scale: one.number.has_scale || two.number.has_scale, ..one.number };
    Pair::Range(Amount { end: two.end, value: low, what, per: two.per, number, ..*one }, high)
}

/// Whether the words say how far a price moved, and to what: `lost $1.23 to $78.74`, `raised its target by $1 to $32`. With `$20 million to
/// $30 million` a loss may be either.
fn has_moved(text: &Text<'_>, from: usize, one: &Amount, (low, high): (Decimal, Decimal)) -> bool {
    let last = text.last_word(from).1;
    let is_far = low.times_ten(1).is_some_and(|most| !high.is_below(most));
    is_far && one_of!(last, ["by", "lost", "losing", "loses", "narrowed", "tightened", "trimmed", "widened"])
        || has_cents(text, one) && one_of!(last, ["lost", "losing", "loses"])
}

/// Whether an amount is the hundredth part of its number.
fn is_hundredth(amount: &Amount) -> bool {
    let hundredth = amount.number.value.times_ten(-2);
    hundredth.is_some_and(|cents| !cents.is_below(amount.value) && !amount.value.is_below(cents))
}

/// Whether one number is more than three times another.
fn is_far(one: Decimal, two: Decimal) -> bool {
    matches!((one.small(), two.small()), (Some(one), Some(two)) if two > 3 * one)
}

/// Whether a signed amount is one of the magnitude that only the second has: cents speak against it.
fn is_short(text: &Text<'_>, one: &Amount) -> bool {
    one.is_signed && !has_cents(text, one)
}

/// Whether an amount has two decimals and no magnitude.
fn has_cents(text: &Text<'_>, amount: &Amount) -> bool {
    let end = amount.number.end;
    let mark = end.checked_sub(3).map(|at| text.byte(at));
    amount.number.shape == Shape::Marked && !amount.number.has_scale && matches!(mark, Some(b'.' | b','))
}

/// Whether the word before announces an earlier level: `from`, or the one word for `of` and `from` in the languages that have one.
fn is_from(text: &Text<'_>, from: usize) -> bool {
    let (at, word) = text.last_word(from);
    match text.language {
        Some(Language::English) => one_of!(word, ["from"]),
        Some(Language::French | Language::Spanish | Language::Portuguese | Language::Italian) => {
            // `cerca de 20 a 25 %`: about so many.
            let about = || one_of!(text.last_word(at).1, ["cerca", "perto", "près", "alrededor"]);
            one_of!(word, ["de", "du", "del", "da", "dal", "das"]) && !about()
        }
        _ => false,
    }
}

fn neither(text: &Text<'_>, two: &Amount) -> Pair {
    Pair::Neither(numerals::past_groups(text, two.end))
}

/// `ranged from 5 to 10`: a range after all.
fn is_ranging(text: &Text<'_>, from: usize) -> bool {
    let (at, first) = text.last_word(from);
    one_of!(first, ["from"])
        && one_of!(
            text.last_word(at).1,
            ["range", "ranged", "ranges", "ranging", "vary", "varied", "varies", "varying", "anywhere"]
        )
}

/// Whether somebody may not know which of the two it is: `two or three`, `25 or 27 million`.
fn is_near(one: Decimal, two: Decimal) -> bool {
    matches!((one.small(), two.small()), (Some(one), Some(two)) if two > one && two - one <= 1 + one)
}

fn is_year(amount: &Amount) -> bool {
    matches!(amount.number.shape, Shape::Bare(4))
        && amount.value.small().is_some_and(|value| (1400..=2100).contains(&value))
}

/// What links the amount that ends here to a next one, and where that begins.
fn link(text: &Text<'_>, end: usize) -> Option<(Link, usize)> {
    if text.byte(end) == b'-' {
        if text.starts(end, "-to-") {
            return Some((Link::To, end + 4));
        }
        let next = text.past_gap(end + 1);
        let word = text.word(next);
        if next > end + 1 && matches!(word.as_str(), "to" | "and" | "or") {
            let link = if word == "or" { Link::Or } else { Link::To };
            return Some((link, text.past_gap(next + word.len())));
        }
        // A space behind the hyphen is damage, which repair leaves alone between numbers: `70- 80 percent`, `won 2- 1`.
        let is_damaged = next == end + 2 && text.byte(next).is_ascii_digit() && text.before(end).is_ascii_digit();
        return Some((Link::Hyphen, if is_damaged { next } else { end + 1 }));
    }
    if text.starts(end, "–") {
        return Some((Link::Hyphen, text.past_gap(end + "–".len())));
    }
    let next = text.past_gap(end);
    if next == end {
        return (text.byte(end) == b'~').then_some((Link::Hyphen, end + 1));
    }
    for dash in ["- ", "– "] {
        if text.starts(next, dash) {
            return Some((Link::Hyphen, next + dash.len()));
        }
    }
    let word = text.word(next);
    let link = match (word.as_str(), text.language.unwrap_or(Language::English)) {
        ("to", Language::English) | ("bis", Language::German) | ("tot", Language::Dutch) => Link::To,
        ("and", Language::English) | ("und", Language::German) | ("en", Language::Dutch) => Link::And,
        ("et", Language::French) | ("y", Language::Spanish) | ("e", Language::Portuguese | Language::Italian) => {
            Link::And
        }
        ("or", Language::English)
        | ("oder", Language::German)
        | ("of", Language::Dutch)
        | ("ou", Language::French | Language::Portuguese)
        | ("o", Language::Spanish | Language::Italian) => Link::Or,
        ("à", Language::French | Language::Dutch)
        | ("a", Language::Spanish | Language::Portuguese | Language::Italian) => Link::Towards,
        _ => return None,
    };
    let at = text.past_gap(next + word.len());
    (at > next + word.len()).then_some((link, at))
}
