//! A figure at a place, or the certainty that none is there.

use crate::keys::one_of;
use crate::language::Language;

use super::amount::{self, Amount, What};
use super::bounds::{self, Bounds};
use super::change::{self, Change, Of};
use super::decimal::Decimal;
use super::numbers::{self, Part};
use super::numerals::Shape;
use super::practice::Practice;
use super::ranges::{self, Pair};
use super::scan::Place;
use super::text::{Text, is_capital};
use super::word::Word;
use super::words::Is;
use super::{calendar, cut, friends, nouns, units};

/// A figure, before the document has settled its currency and its period.
#[derive(Clone, Debug)]
pub(super) struct Found<'t> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) what: What,
    pub(super) value: Decimal,
    pub(super) max: Option<Decimal>,
    pub(super) per: Option<&'static str>,
    pub(super) noun: Option<&'t str>,
    pub(super) bounds: Option<Bounds>,
    pub(super) change: Option<Change>,
    pub(super) basis: Option<&'static str>,
}

/// Reads the figure at a place, not before `free`; or says where to go on.
pub(super) fn read<'t>(
    text: &Text<'t>,
    place: Place,
    free: usize,
    practice: &mut Practice<'_>,
) -> Result<Found<'t>, usize> {
    if let Place::Digits(at) = place
        && is_part_of_another(text, at)
    {
        return Err(super::numerals::past_token(text, at));
    }
    let one = amount::read(text, place, free, practice)?;
    let (amount, max) = match ranges::pair(text, &one, practice) {
        Pair::Range(amount, max) => (amount, Some(max)),
        Pair::Shared(amount) | Pair::Part(amount) => (amount, None),
        Pair::Neither(end) => return Err(end.max(one.end)),
        Pair::Apart => (one, None),
    };
    let next = amount.end.max(one.end).max(free + 1);
    if cut::is_cut(text, &amount) {
        return Err(next);
    }
    let (bounds, from) = bounds::before(text, amount.start);
    // What is glued to it belongs to it: `$100万`.
    if !text.is_edge(amount.end) && text.is_edge_before(amount.end)
        || text.byte(amount.end) >= 0xC3 && !text.is_edge(amount.end)
    {
        return Err(next);
    }
    let left_out = match amount.what {
        What::Ordinal => is_no_ordinal(text, &amount),
        What::Bare if amount.number.is == Is::Fraction => is_no_fraction(text, &amount, bounds),
        What::Bare => {
            is_no_count(text, &amount, bounds) || friends::is_left_out(text, &amount.number, bounds.is_some())
        }
        What::Unit(unit) => is_no_quantity(text, &amount, unit),
        What::Money(_) | What::Percent(_) => is_indefinite(text, &amount) || is_of_column(text, &amount),
    };
    if left_out {
        let past = calendar::past_ages(text, &amount.number).or_else(|| friends::past_telephone(text, &amount.number));
        return Err(past.unwrap_or(next));
    }
    let mut found = Found {
        start: amount.start,
        end: amount.end,
        what: amount.what,
        value: amount.value,
        max,
        per: amount.per,
        noun: None,
        bounds,
        change: None,
        basis: None,
    };
    if found.what == What::Ordinal {
        found.bounds = None;
        return Ok(found);
    }
    if found.what == What::Bare && amount.number.is == Is::Cardinal {
        let noun = nouns::counted(text, found.end);
        found.noun = noun.filter(|noun| !nouns::is_of_forecast(text, &amount.number, *noun)).map(Word::as_str);
    }
    found.bounds = settle_bounds(text, &found);
    if text.is_english() {
        let of = match found.what {
            What::Bare if amount.number.is == Is::Cardinal => Of::Things,
            What::Unit(unit) if units::is_time(unit) => Of::Time,
            _ => Of::Measure,
        };
        // `rose above 49`, `has grown close to 100 trillion yuan`: where it came to, and not how far.
        let last = text.last_word(amount.start).1;
        let is_near = one_of!(last, ["to"]) && bounds == Some(Bounds::About) && !matches!(found.what, What::Percent(_));
        let is_level = from < amount.start && (is_near || one_of!(last, ["above", "below"]));
        let moved = if is_level || of == Of::Things && change::is_of_some(text, amount.start, found.end) {
            None
        } else {
            change::before(text, from, of)
        };
        found.change = moved.or_else(|| change::after(text, found.end, of));
        if found.change.is_some() {
            found.basis = change::basis(text, found.end).or_else(|| change::basis_before(text, from));
        }
    }
    Ok(found)
}

/// Whether a figure says the change before it once more, in per cent or in what those are of: `fell 34 points, or 6 percent`.
pub(super) fn is_said_again(text: &Text<'_>, last: &Found<'_>, figure: &Found<'_>) -> bool {
    let is_percent = |figure: &Found<'_>| matches!(figure.what, What::Percent(_));
    if last.change.is_none() || figure.change.is_some() || is_percent(last) == is_percent(figure) {
        return false;
    }
    let (at, word) = text.last_word(figure.start);
    let gap = text.before_gap(at);
    let end = gap - usize::from(text.before(gap) == b',');
    // With the noun of a count between: `up 48.2 points, or 0.4%`.
    let is_next = end == last.end || last.noun.is_some() && text.before_gap(text.word_before(end).0) == last.end;
    one_of!(word, ["or"]) && figure.what != What::Ordinal && figure.per.is_none() && is_next
}

/// Whether digits belong to what stands before them.
fn is_part_of_another(text: &Text<'_>, at: usize) -> bool {
    // An address of the net, a hashtag, an exponent: `q=30%25`, `fb−1`.
    let is_coded = matches!(text.before(at), b'=' | b'&' | b'_' | b'?' | b'#' | b'@' | b'%' | b'^');
    // `6.1L/100km`: what it is per.
    let is_per = || text.before(at) == b'/' && text.starts(at, "100") && super::units::is_per_hundred(text, at);
    let is_exponent = || text.ends(at, "\u{2212}") && at > 3 && !text.is_edge_before(at - 3);
    // A tolerance is one of the number before it: `9.8 +/- 0.1`.
    let gap = text.before_gap(at);
    let width = if text.ends(gap, "+/-") { 3 } else { 2 * usize::from(text.ends(gap, "±")) };
    let is_tolerance = || width > 0 && text.before(text.before_gap(gap - width)).is_ascii_digit();
    is_coded || is_per() || is_exponent() || is_tolerance()
}

/// So many floors or games something may be spread over; more are counted.
const SPREAD: i64 = 20;

fn settle_bounds(text: &Text<'_>, found: &Found<'_>) -> Option<Bounds> {
    if found.max.is_some() {
        return Some(found.bounds.filter(|bounds| *bounds == Bounds::About).unwrap_or(Bounds::Between));
    }
    // `over ten years`, `over four floors`: the time in which and the space, and no bound.
    let span = matches!(found.what, What::Unit("year" | "month" | "week" | "day" | "decade" | "hour" | "century"));
    let bounds = found.bounds.filter(|bounds| *bounds != Bounds::Between);
    let spread = found.noun.is_some_and(nouns::is_spread_over) && found.value.is_below(Decimal::whole(SPREAD));
    let is_over = || text.last_word(found.start).1.eq_ignore_ascii_case("over");
    let way = || matches!(found.what, What::Unit(unit) if units::is_length(unit)) && is_way(text, found.start);
    let over = bounds == Some(Bounds::Over) && (span || spread || way()) && is_over();
    bounds.filter(|_| !over).or_else(|| bounds::after(text, found.end))
}

/// `climbs 1,120m over 14km`, `won over 800m`: the way on which something is so, and no bound.
fn is_way(text: &Text<'_>, start: usize) -> bool {
    let (over, _) = text.last_word(start);
    let (at, word) = text.last_word(over);
    text.before(at).is_ascii_digit()
        || one_of!(
            word,
            [
                "best", "champion", "feet", "fences", "gold", "hurdles", "medal", "meters", "metres", "race", "raced",
                "races", "record", "silver", "title", "victory", "win", "winner", "won"
            ]
        )
}

/// `a few hundred`, `several million dollars`, `hundreds`, a magnitude without a number.
fn is_indefinite(text: &Text<'_>, amount: &Amount) -> bool {
    if amount.number.shape != Shape::Words || !is_alone(text, amount) {
        return false;
    }
    let last = text.last_word(amount.start).1;
    let article = one_of!(text.word(amount.start), ["a", "an"]);
    if article {
        return one_of!(last, ["quite", "half", "many"]);
    }
    one_of!(last, ["few", "several", "many", "couple", "of", "some", "multi", "per", "these", "those"])
        || text.before(amount.start) == b'-'
}

/// `in million dollars`, `(billion won)`: what the numbers of a column are in, or the end of an amount whose number is lost.
fn is_of_column(text: &Text<'_>, amount: &Amount) -> bool {
    if amount.number.shape != Shape::Words || amount.number.words != 1 || !is_alone(text, amount) {
        return false;
    }
    let money = text.word_before(amount.end).1;
    let is_plural = money.ends_with('s') || one_of!(money, ["won", "yen", "yuan"]);
    let last = text.last_word(amount.start).1;
    is_plural && !one_of!(text.word(amount.start), ["a", "an"]) && (last.is_empty() || one_of!(last, ["in"]))
}

/// Whether the number is a magnitude word alone, or one with an article.
fn is_alone(text: &Text<'_>, amount: &Amount) -> bool {
    let first = text.word(amount.start);
    let word = if one_of!(first, ["a", "an"]) { text.next_word(amount.start + first.len()).1 } else { first };
    one_of!(
        word,
        [
            "hundred",
            "thousand",
            "million",
            "billion",
            "trillion",
            "lakh",
            "crore",
            "dozen",
            "dozens",
            "quadrillion",
            "billon",
            "millon"
        ]
    )
}

fn is_no_count(text: &Text<'_>, amount: &Amount, bounds: Option<Bounds>) -> bool {
    let number = &amount.number;
    // Months, labels and magnitudes of other languages are not known.
    if !text.is_english() || nouns::is_adjective(text, number.end) {
        return true;
    }
    if number.shape != Shape::Words {
        let next = text.next_word(number.end).1;
        // `30 C`, where nothing says that it is warm; `the 100 millionth`.
        let letter = matches!(next.as_str(), "C" | "F");
        // `3-D`, `4-H`.
        let initial = text.byte(number.end) == b'-'
            && text.byte(number.end + 1).is_ascii_uppercase()
            && text.is_edge(number.end + 2);
        // `a 1-in-100-year flood`, `a 30-something`: how often, and an age.
        let is_rate = text.starts(number.end, "-in-")
            || text.starts(number.end, "-something")
            // `a 9-by-13-inch pan`, `4-for-5 with two doubles`, `11-of-19 shooting`.
            || ["-by-", "-for-", "-of-"].iter().any(|joint| text.starts(number.end, joint))
            // `at 40-love`, `drew 2-all`.
            || text.byte(number.end) == b'-' && one_of!(text.word(number.end + 1), ["all", "love"]);
        return letter
            || initial
            || is_rate
            || matches!(numbers::part(next), Some((Part::Ordinal(100..), numbers::Number::Singular)))
            || text.byte(number.end).is_ascii_alphabetic()
            || text.byte(number.end) >= 0xC3 && !text.is_edge(number.end);
    }
    let last = text.last_word(amount.start).1;
    if number.is_one() {
        // `more than one` is an idiom.
        let counted = one_of!(last, ["just", "only", "least", "exactly"]);
        let (next, word) = text.next_word(number.end);
        let of = one_of!(text.next_word(next + word.len()).1, ["of", "more"]);
        let pronoun = one_of!(text.last_word(text.last_word(amount.start).0).1, ["the"])
            || one_of!(word, ["to", "who", "that", "which"]);
        return !counted || of || pronoun || one_of!(word, ["of", "more", "another"]) || text.byte(number.end) == b'-';
    }
    if is_alone(text, amount) {
        let word = text.word(amount.start);
        let article = one_of!(word, ["a", "an"]);
        let plural = one_of!(word, ["dozens"]);
        return plural
            || is_indefinite(text, amount)
            || !article && !one_of!(last, ["the"]) && bounds.is_none() && amount.number.words < 2;
    }
    // `fifty-fifty`, `one-on-one`, `seven-to-one`.
    let before_hyphen = text.before(amount.start) == b'-';
    let after_hyphen = text.byte(number.end) == b'-'
        && (numbers::part(text.word(number.end + 1)).is_some()
            || one_of!(text.word(number.end + 1), ["on", "to", "by", "for", "way", "fold", "faced", "something"]));
    before_hyphen || after_hyphen || one_of!(last, ["few", "several"])
}

/// A half and a quarter are fractions where something is shared, or compared; else a time of a game or of a year.
fn is_no_fraction(text: &Text<'_>, amount: &Amount, bounds: Option<Bounds>) -> bool {
    let number = &amount.number;
    if number.shape != Shape::Words {
        return false;
    }
    if number.words > 1 {
        // `two halves of 45 minutes`: as many spans of time. `three halves` is a fraction.
        return text.word_before(number.end).1.eq_ignore_ascii_case("halves") && number.value.small().is_some();
    }
    let (at, next) = text.next_word(number.end);
    let last = text.last_word(amount.start).1;
    let of = one_of!(next, ["of"]) && !is_year_at(text, text.past_gap(at + 2));
    let by = one_of!(last, ["by"]);
    let word = text.word(amount.start);
    // At the end of all there is nothing that it could be the first word of.
    let last_of_all = next.is_empty() && text.past_gap(number.end) >= text.bytes.len() && !one_of!(last, ["and"]);
    if one_of!(word, ["a", "an"]) {
        return !(of || by || bounds.is_some() || last_of_all);
    }
    let whole = one_of!(next, ["the", "its", "their", "his", "her", "all", "our", "my"]);
    let ordered = one_of!(
        last,
        ["first", "second", "third", "fourth", "last", "other", "this", "next", "each", "per", "the", "that"]
    );
    let quarter = word.eq_ignore_ascii_case("quarter");
    // `half past seven`.
    if quarter || one_of!(next, ["past"]) || text.byte(number.end) == b'-' || text.before(amount.start) == b'-' {
        return true;
    }
    ordered || !(of || whole || by || bounds.is_some() || one_of!(last, ["than", "about"]))
}

fn is_year_at(text: &Text<'_>, at: usize) -> bool {
    text.bytes[at.min(text.bytes.len())..].iter().take(4).filter(|byte| byte.is_ascii_digit()).count() == 4
}

fn is_no_ordinal(text: &Text<'_>, amount: &Amount) -> bool {
    let number = &amount.number;
    let (start, end) = (amount.start, amount.end);
    if friends::is_left_out(text, number, false) {
        return true;
    }
    let joined = if text.byte(end) == b'-' { end + 1 } else { text.past_gap(end) };
    let next = text.word(joined);
    let last = text.last_word(start).1;
    let written = text.word(start);
    if one_of!(
        next,
        [
            "century",
            "centuries",
            "quarter",
            "quarters",
            "half",
            "halves",
            "lady",
            "avenue",
            "street",
            "st",
            "ave",
            "hand",
        ]
    ) {
        return true;
    }
    if number.shape != Shape::Words || number.words > 1 {
        return false;
    }
    // `the 100 millionth`: what stands before it is a part of it.
    let gap = if text.before(start) == b'-' { start - 1 } else { text.before_gap(start) };
    if !number.value.is_below(Decimal::whole(100)) && text.before(gap).is_ascii_digit() {
        return true;
    }
    // `First Amendment`, `Second Avenue`: a name.
    if !text.is_title && is_capital(written) && is_capital(next) {
        return true;
    }
    if !text.is_title && is_capital(written) && is_of_two(text, joined, next) {
        return true;
    }
    if written.eq_ignore_ascii_case("first") {
        return one_of!(last, ["at"]) && !is_capital(next);
    }
    // `third world nations`.
    if written.eq_ignore_ascii_case("third") && one_of!(next, ["world"]) {
        return true;
    }
    if written.eq_ignore_ascii_case("second") {
        let timed = one_of!(last, ["per", "every", "split", "each", "this"])
            || text.before(start) == b'-'
            || text.before(start) == b'/';
        let later = one_of!(next, ["later", "ago", "after", "before", "and", "or", "guess", "guessed", "guessing"])
            || next.is_empty();
        let relative = one_of!(next, ["to"]) && one_of!(text.next_word(joined + 2).1, ["last"]);
        return timed || relative || one_of!(last, ["a", "one", "to"]) && later;
    }
    false
}

/// `First and Second World War`: the first of two names.
fn is_of_two(text: &Text<'_>, at: usize, next: Word<'_>) -> bool {
    let second = text.next_word(at + next.len()).1;
    one_of!(next, ["and", "or"]) && is_capital(second) && matches!(numbers::part(second), Some((Part::Ordinal(_), _)))
}

fn is_no_quantity(text: &Text<'_>, amount: &Amount, unit: &str) -> bool {
    let number = &amount.number;
    if is_indefinite(text, amount) {
        return true;
    }
    // `60 Minutes`, `Six Feet Under`: a title.
    let written = text.word(units::joint(text, number.end).0);
    if matches!(unit, "minute" | "hour" | "day" | "week" | "month" | "year" | "foot")
        && text.language != Some(Language::German)
        && is_capital(written)
        && !text.is_title
    {
        return true;
    }
    // `SCP-173 m`.
    if text.before(amount.start) == b'-' && !text.is_edge_before(amount.start - 1) {
        return true;
    }
    // `at 1745 hours`: a time.
    if unit == "hour"
        && number.shape == Shape::Bare(4)
        && one_of!(text.last_word(amount.start).1, ["at", "until", "till"])
    {
        return true;
    }
    if number.is_one() {
        // `one day he came`.
        return unit == "day" && text.byte(number.end) != b'-';
    }
    if number.is == Is::Fraction && number.words < 2 && number.shape == Shape::Words {
        let quarter = text.word_before(number.end).1.eq_ignore_ascii_case("quarter");
        return quarter && unit != "mile" && unit != "hour" && unit != "acre";
    }
    if unit == "day" || unit == "year" || unit == "month" {
        // `May 5 days before`: a date stands there.
        return calendar::is_month(text.last_word(amount.start).1) && text.before(amount.start) == b' ';
    }
    false
}
