//! A number with what it is of: a currency, per cent, a unit, or nothing stated.

use crate::keys::one_of;

use super::calendar;
use super::currencies::{self, Money, Size};
use super::decimal::Decimal;
use super::numbers::{self, Part};
use super::numerals::{self, Shape};
use super::practice::Practice;
use super::reading::{self, Number};
use super::scan::{self, Place};
use super::text::Text;
use super::units;
use super::words::Is;

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Money of this currency: a code, or what the document must settle.
    Money(&'static str),
    /// Per cent, or points of it.
    Percent(Option<&'static str>),
    /// A unit.
    Unit(&'static str),
    /// A place in an order.
    Ordinal,
    /// Nothing that is said.
    Bare,
}

/// A number with what it is of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) number: Number,
    pub(super) value: Decimal,
    pub(super) what: What,
    /// Whether the currency stands before it.
    pub(super) is_signed: bool,
    /// What it is for or in: `a share`, `per day`.
    pub(super) per: Option<&'static str>,
}

/// Reads the amount at a place, not before `free`; or says where to go on.
pub(super) fn read(text: &Text<'_>, place: Place, free: usize, practice: &mut Practice<'_>) -> Result<Amount, usize> {
    let (number, before) = match place {
        Place::Digits(at) => {
            let before = currencies::before(text, at).filter(|money| money.edge >= free);
            let place = if before.is_some() { numerals::Place::AfterCurrency } else { numerals::Place::Plain };
            (reading::digits(text, at, place)?, before)
        }
        Place::Word(at) => (reading::worded(text, at, free).ok_or_else(|| text.word_end(at).max(at + 1))?, None),
    };
    let mut amount = Amount {
        start: number.start,
        end: number.end,
        number,
        value: number.value,
        what: if number.is == Is::Ordinal { What::Ordinal } else { What::Bare },
        is_signed: false,
        per: None,
    };
    if number.is == Is::Ordinal {
        return Ok(amount);
    }
    if reading::is_followed_by_magnitude(text, number.end) {
        return Err(text.word_end(text.past_gap(number.end)));
    }
    let joined = Number { end: past_article(text, &number).unwrap_or(number.end), ..number };
    if let Some(money) = before {
        amount.start = money.edge;
        amount.is_signed = true;
        pay(&mut amount, money)?;
        if let Some(minus) = minus_before(text, money.edge, free) {
            (amount.start, amount.value) = (minus, amount.value.negated());
        }
        if money.name == "$"
            && let Some(money) = currencies::said_behind(text, amount.end)
        {
            (amount.end, amount.what) = (money.edge, What::Money(money.name));
        } else if money.name == "GBP"
            && matches!(text.byte(amount.end), b' ')
            && text.byte(amount.end + 1).is_ascii_digit()
        {
            shillings(text, &mut amount);
        }
    } else if let Some((end, unit)) = units::percent(text, joined.end) {
        (amount.end, amount.what) = (end, What::Percent(unit));
        return Ok(amount);
    } else if let Some(money) = money_after(text, &joined, practice) {
        amount.end = money.edge;
        pay(&mut amount, money)?;
        scale_after(text, &mut amount);
        cents(text, &mut amount, practice);
    } else if let Some(unit) = units::after(text, &joined) {
        if unit.name == "century" && is_of_runs(text, &amount, unit.end) {
            return Err(unit.end);
        }
        (amount.end, amount.what) = (unit.end, What::Unit(unit.name));
        match unit.name {
            "foot" => smaller(text, &mut amount, "inch", 12),
            "stone" => smaller(text, &mut amount, "pound", 14),
            "pound" => smaller(text, &mut amount, "ounce", 16),
            _ => {}
        }
        if unit.name == "pound" && practice.settle("pence").is_some() && !is_weight(text, &amount) {
            amount.what = What::Money("GBP");
        }
    }
    if amount.what != What::Bare
        && !matches!(amount.what, What::Unit(name) if units::is_time(name))
        && let Some(per) = units::per(text, amount.end)
    {
        // A speed is a unit of its own.
        let is_speed = matches!(amount.what, What::Unit(name) if units::is_length(name))
            && matches!(per.name, "hour" | "minute" | "second" | "millisecond");
        if is_speed {
            amount.end = per.end;
        }
        amount.per = Some(per.name);
    }
    Ok(amount)
}

/// Whether a half of a century is fifty runs: `Doe’s half-century was not enough`, `hit a half-century`, not `the firm’s half-century in trade`.
fn is_of_runs(text: &Text<'_>, amount: &Amount, end: usize) -> bool {
    let (at, mut word) = text.last_word(amount.start);
    if one_of!(word, ["a"]) {
        word = text.last_word(at).1;
        return one_of!(
            word,
            ["hit", "hits", "hitting", "scored", "scores", "scoring", "slammed", "smashed", "struck"]
        );
    }
    let owned =
        text.is_english() && one_of!(word, ["her", "his", "maiden", "quickfire", "s", "successive", "unbeaten"]);
    owned && amount.number.is == Is::Fraction && !one_of!(text.next_word(end).1, ["as", "at", "in", "of"])
}

/// Where the word for a minus stands before a currency, not before `free`: `margins were minus €12m`; what is taken off has something else
/// before it: `£50, minus £5 for the ferry`.
fn minus_before(text: &Text<'_>, at: usize, free: usize) -> Option<usize> {
    // Most words there end otherwise.
    if !matches!(text.before(text.before_gap(at)), b's' | b'e') {
        return None;
    }
    let (start, word) = text.last_word(at);
    let is_one = text.is_english() && start >= free && reading::is_minus(text, start, word);
    let level = || one_of!(text.last_word(start).1, ["are", "at", "by", "from", "is", "of", "to", "was", "were"]);
    (is_one && level()).then_some(start)
}

/// Past the article between a fraction and its unit: `half a percentage point`, `a quarter of a mile`.
fn past_article(text: &Text<'_>, number: &Number) -> Option<usize> {
    if number.is != Is::Fraction || number.shape != Shape::Words {
        return None;
    }
    let at = text.past_gap(number.end);
    ["of a", "of an", "of one", "a", "an"].iter().find_map(|article| text.phrase(at, article))
}

fn pay(amount: &mut Amount, money: Money) -> Result<(), usize> {
    let value = amount.value.times_ten(-money.minor).ok_or(amount.end)?;
    amount.value = if money.is_negative { value.negated() } else { value };
    amount.what = What::Money(money.name);
    Ok(())
}

fn money_after(text: &Text<'_>, number: &Number, practice: &mut Practice<'_>) -> Option<Money> {
    let size = if number.has_scale { Size::Large } else { Size::Small };
    let money = currencies::after(text, number.end, size)?;
    // `Feb 20, 2012 - Euro zone ministers`, `$83,400 in 2008 dollars`: a year.
    let is_dashed = || text.byte(number.end) != b'-' && text.byte(text.past_gap(number.end)) == b'-';
    let is_price_of = || text.is_english() && one_of!(text.last_word(number.start).1, ["in"]);
    if calendar::could_be_year(number) && (is_dashed() || is_price_of()) {
        return None;
    }
    // `50p` is money where the document has pounds.
    if money.name == "pence" && practice.settle("pence").is_none() {
        return None;
    }
    (number.is != Is::Fraction || number.shape == Shape::Marked).then_some(money)
}

/// `75 USD million`: a magnitude behind the currency.
fn scale_after(text: &Text<'_>, amount: &mut Amount) {
    if amount.number.has_scale {
        return;
    }
    let (at, word) = text.next_word(amount.end);
    if let Some((Part::Scale(power @ 6..), _)) = numbers::part(word)
        && let Some(value) = amount.value.times_ten(power)
    {
        (amount.value, amount.end) = (value, at + word.len());
        amount.number.has_scale = true;
    }
}

/// `4 dollars 30 cents`, `twelve dollars and sixty cents`.
fn cents(text: &Text<'_>, amount: &mut Amount, practice: &mut Practice<'_>) {
    let (mut at, word) = text.next_word(amount.end);
    if word.eq_ignore_ascii_case("and") {
        at = text.past_gap(at + word.len());
    }
    let Some(small) = below(text, at, 100) else { return };
    let What::Money(name) = amount.what else { return };
    let Some(money) = money_after(text, &small, practice).filter(|money| money.minor == 2) else {
        // `15 dollars 50`, with nothing behind it that could be counted.
        let two = !small.value.is_below(Decimal::whole(10)) && small.shape != Shape::Marked && !small.has_scale;
        let last =
            matches!(text.byte(small.end), b'.' | b',' | b';' | b'!' | b'?' | b')' | 0) && text.is_edge(small.end + 1);
        if let Some(sum) = small.value.times_ten(-2).and_then(|small| amount.value.plus(small)).filter(|_| two && last)
        {
            (amount.value, amount.end) = (sum, small.end);
        }
        return;
    };
    let same = name == money.name || name == "$" && money.name == "cent" || name == "EUR" && money.name == "cent";
    let sum = small.value.times_ten(-2).and_then(|small| amount.value.plus(small));
    if let Some(sum) = sum.filter(|_| same) {
        (amount.value, amount.end) = (sum, money.edge);
    }
}

/// `£2 10s.`, `£1 2s. 6d.`: shillings, twenty to the pound, and pence, twelve to the shilling.
fn shillings(text: &Text<'_>, amount: &mut Amount) {
    for (letter, most, parts) in [(b's', 20, 20), (b'd', 12, 240)] {
        let behind = amount.end + usize::from(text.byte(amount.end) == b'.');
        let at = text.past_gap(behind);
        let digits = text.bytes[at..].iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
        let end = at + digits;
        if at == behind || !matches!(digits, 1 | 2) || text.byte(end) != letter || !text.is_edge(end + 1) {
            return;
        }
        let count = text.bytes[at..end].iter().fold(0, |count, digit| count * 10 + i64::from(digit - b'0'));
        let sum = Decimal::whole(count).over(Decimal::whole(parts)).and_then(|part| amount.value.plus(part));
        match sum.filter(|_| count < most) {
            Some(sum) => (amount.value, amount.end) = (sum, end + 1),
            None => return,
        }
    }
}

/// The number that stands at a place, if it is a cardinal of fewer than so many.
fn below(text: &Text<'_>, at: usize, limit: i64) -> Option<Number> {
    let number = match scan::here(text, at)? {
        Place::Digits(digits) if digits == at => reading::digits(text, at, numerals::Place::Plain).ok()?,
        Place::Word(at) => reading::worded(text, at, at)?,
        Place::Digits(_) => return None,
    };
    (number.is == Is::Cardinal && number.value.is_below(Decimal::whole(limit))).then_some(number)
}

/// `6 feet 4 inches`, `6 ft 4 in`, `6-foot-4`, in feet, and `13st 7lb`, in stone: the smaller unit, and how many of it make one.
fn smaller(text: &Text<'_>, amount: &mut Amount, name: &str, parts: i64) {
    let (mut at, word) = text.next_word(amount.end);
    let compound = text.byte(amount.end) == b'-';
    if compound {
        at = amount.end + 1;
    } else if word.eq_ignore_ascii_case("and") {
        at = text.past_gap(at + word.len());
    }
    let Some(small) = below(text, at, parts) else { return };
    let end = match units::after(text, &small) {
        Some(unit) if unit.name == name => unit.end,
        _ if name != "inch" => return,
        None if text.starts(text.past_gap(small.end), "in") && text.is_edge(text.past_gap(small.end) + 2) => {
            text.past_gap(small.end) + 2
        }
        None if compound && text.is_edge(small.end) && small.words < 2 => small.end,
        _ => return,
    };
    let sum = small.value.over(Decimal::whole(parts)).and_then(|small| amount.value.plus(small));
    if let Some(sum) = sum {
        (amount.value, amount.end) = (sum, end);
    }
}

/// Whether pounds beside these words are a weight, also in a text that has money in pounds.
fn is_weight(text: &Text<'_>, amount: &Amount) -> bool {
    let before = text.last_word(amount.start).1;
    let hyphen = text.byte(amount.number.end) == b'-';
    // `2 million pounds of copper`; of money one says whose it is.
    let (next, of) = text.next_word(amount.end);
    let stuff = of == "of"
        && !one_of!(
            text.next_word(next + 2).1,
            ["debt", "savings", "public", "taxpayers", "assets", "its", "new", "investment"]
        );
    hyphen || stuff || one_of!(before, ["weigh", "weighed", "weighing", "weighs", "lost", "gained"])
}

/// The power of ten of the magnitude that a number ends with.
pub(super) fn scale(text: &Text<'_>, number: &Number) -> Option<i32> {
    if number.has_scale && !text.is_english() {
        return reading::foreign_scale(text, number);
    }
    let word = text.word_before(number.end).1;
    match numbers::part(word) {
        Some((Part::Scale(power), _)) => Some(power),
        _ => match word.as_str() {
            "k" | "K" => Some(3),
            "m" | "M" | "mm" | "MM" => Some(6),
            "b" | "B" => Some(9),
            "t" | "T" => Some(12),
            _ => None,
        },
    }
}
