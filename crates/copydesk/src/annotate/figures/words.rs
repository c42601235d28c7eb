//! Numbers in words: `twenty-one`, `three hundred and six`, `two and a half`, `two-thirds`, `a dozen`, `3 million two hundred`.

use crate::keys::one_of;

use super::decimal::Decimal;
use super::numbers::{self, Number, Part};
use super::text::Text;

/// A number in words, or what words make of a number in digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Worded {
    pub(super) end: usize,
    pub(super) value: Decimal,
    pub(super) is: Is,
    /// Whether a word for thousands or more is in it.
    pub(super) has_scale: bool,
    /// How many words for numbers it has.
    pub(super) words: u8,
}

/// What kind of number the words make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Is {
    Cardinal,
    Ordinal,
    Fraction,
}

/// The most words of one number: a list of number words without marks must not be read over and over.
const WORDS: u8 = 16;

/// The sum so far: what is complete, the group that is being read, and what may come next.
struct Sum {
    total: Decimal,
    group: Decimal,
    /// The scale that was last closed; the next must be smaller.
    below: i32,
    last: Part,
    from: From,
}

/// What a number began with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum From {
    Digits,
    Words,
}

impl Sum {
    fn value(&self) -> Option<Decimal> {
        self.total.plus(self.group)
    }

    /// Takes the next word in, if the number can go on with it.
    fn take(&mut self, part: Part) -> Option<()> {
        let group = self.group;
        match (self.last, part) {
            (Part::Tens(_), Part::Small(1..=9)) | (Part::Hundred | Part::Scale(_), Part::Small(_) | Part::Tens(_)) => {
                self.group = group.plus(part.value())?;
            }
            (Part::Small(_) | Part::Tens(_), Part::Hundred) if group.is_below(Decimal::whole(100)) => {
                self.group = group.times_ten(2)?;
            }
            (Part::Small(_) | Part::Tens(_) | Part::Hundred, Part::Scale(power)) if power < self.below => {
                self.total = self.total.plus(group.times_ten(power)?)?;
                (self.group, self.below) = (Decimal::whole(0), power);
            }
            // `three lakh crore`, `two thousand million`.
            (Part::Scale(last), Part::Scale(power)) if power > last => {
                self.total = self.total.times_ten(power)?;
                self.below = power;
            }
            (Part::Small(_) | Part::Tens(_) | Part::Hundred, Part::Dozen) => {
                let more = if group.compare(Decimal::whole(100)).is_gt() { group.small()? % 100 } else { 0 };
                let dozens = if more == 0 { group } else { Decimal::whole(more.into()) };
                let rest = group.plus(dozens.negated())?;
                self.group = rest.plus(dozens.times(Decimal::whole(12))?)?;
            }
            _ => return None,
        }
        self.last = part;
        Some(())
    }
}

/// Reads a number that begins with the word at `at`.
pub(super) fn read(text: &Text<'_>, at: usize) -> Option<Worded> {
    let word = text.word(at);
    let (part, plural) = numbers::part(word)?;
    let end = at + word.len();
    match part {
        Part::Small(_) | Part::Tens(_) => {
            let group = part.value();
            go_on(text, end, Sum { total: Decimal::whole(0), group, below: i32::MAX, last: part, from: From::Words }, 1)
        }
        Part::Hundred | Part::Scale(_) | Part::Dozen => {
            // `a hundred`, `trillion-dollar`; `hundreds` and `dozens` say no number.
            let (total, group, below, last) = (Decimal::whole(0), Decimal::whole(1), i32::MAX, Part::Small(1));
            let mut sum = Sum { total, group, below, last, from: From::Words };
            sum.take(part)?;
            go_on(text, end, sum, 1)
        }
        Part::Half(_) => half(text, at, end, part),
        Part::Ordinal(_) if plural == Number::Singular => {
            Some(Worded { end, value: part.value(), is: Is::Ordinal, has_scale: false, words: 1 })
        }
        Part::Ordinal(_) => None,
    }
}

/// Reads what words make of a number in digits that ends at `end`; none if there are no such words.
pub(super) fn after_digits(text: &Text<'_>, end: usize, value: Decimal) -> Option<Worded> {
    let sum = Sum { total: Decimal::whole(0), group: value, below: i32::MAX, last: Part::Small(0), from: From::Digits };
    let (next, joined) = step(text, end)?;
    let word = text.word(next);
    let (part, _) = numbers::part(word)?;
    let scales = matches!(part, Part::Scale(_) | Part::Hundred | Part::Dozen);
    if !scales || joined == Joined::And {
        return None;
    }
    let scaled = value.times(part.value())?;
    let mut sum = sum;
    match part {
        Part::Scale(power) => {
            (sum.total, sum.group, sum.below) = (value.times_ten(power)?, Decimal::whole(0), power);
        }
        _ => sum.group = scaled,
    }
    sum.last = part;
    go_on(text, next + word.len(), sum, 1)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joined {
    Space,
    Hyphen,
    And,
}

/// The place of the next word of a number, and what joins it.
fn step(text: &Text<'_>, end: usize) -> Option<(usize, Joined)> {
    if text.byte(end) == b'-' {
        return Some((end + 1, Joined::Hyphen));
    }
    let next = text.past_gap(end);
    if next == end {
        return after_comma(text, end);
    }
    // Tokens set apart: `fifty - two`.
    if text.byte(next) == b'-' && text.byte(next + 1) == b' ' {
        return Some((next + 2, Joined::Hyphen));
    }
    if text.word(next).eq_ignore_ascii_case("and") || text.byte(next) == b'&' {
        let after = next + text.word(next).len().max(1);
        let next = text.past_gap(after);
        return (next > after).then_some((next, Joined::And));
    }
    Some((next, Joined::Space))
}

/// `three million, two hundred and forty`: a comma after a scale, if hundreds or a smaller scale follow and end with `and`.
fn after_comma(text: &Text<'_>, end: usize) -> Option<(usize, Joined)> {
    let scale = numbers::part(text.word_before(end).1);
    if text.byte(end) != b',' || !matches!(scale, Some((Part::Scale(3..), _))) {
        return None;
    }
    let (next, word) = text.next_word(end + 1);
    let (hundred, scale) = text.next_word(next + word.len());
    let and = text.past_gap(hundred + scale.len());
    let goes_on = matches!(numbers::part(word), Some((Part::Small(1..=9), _)))
        && scale.eq_ignore_ascii_case("hundred")
        && (text.word(and).eq_ignore_ascii_case("and") || text.byte(and) == b'&');
    goes_on.then_some((next, Joined::Space))
}

fn go_on(text: &Text<'_>, mut end: usize, mut sum: Sum, mut words: u8) -> Option<Worded> {
    let mut has_scale = matches!(sum.last, Part::Scale(_));
    while words < WORDS {
        let Some((next, joined)) = step(text, end) else { break };
        let word = text.word(next);
        if word.eq_ignore_ascii_case("point")
            && joined == Joined::Space
            && let Some((after, value)) = point(text, next + word.len(), &sum)
        {
            return Some(Worded { end: after, value, is: Is::Cardinal, has_scale, words: words + 1 });
        }
        if let Some(worded) = part_of_one(text, next, joined, &sum, words, has_scale) {
            return Some(worded);
        }
        let Some((part, plural)) = numbers::part(word) else {
            // `6 thousand 2 hundred`: a smaller scale in digits.
            let Some((after, more, last)) = digits_again(text, next, &sum) else { break };
            (end, sum.total, sum.last, words) = (after, sum.total.plus(more)?, last, words + 1);
            continue;
        };
        if let Part::Ordinal(value) = part {
            return ordinal(text, end, next, (value, plural), &sum, (words, has_scale));
        }
        if let (Part::Half(below), Part::Small(above)) = (part, sum.last) {
            return parts(text, (next, joined), &sum, (above, below), words);
        }
        let may = joined != Joined::And || matches!(sum.last, Part::Hundred | Part::Scale(_));
        if !may || is_of_another(text, (part, next + word.len()), &sum) || sum.take(part).is_none() {
            break;
        }
        has_scale |= matches!(part, Part::Scale(_));
        (end, words) = (next + word.len(), words + 1);
        if part == Part::Dozen {
            break;
        }
    }
    Some(Worded { end, value: sum.value()?, is: Is::Cardinal, has_scale, words })
}

/// Whether a small number after a large magnitude begins something else: `$14 billion four years ago`, `a £1.5 million five-year study`. A
/// number goes on with hundreds or a smaller magnitude: `3 million two hundred thousand`; after a thousand in words with anything.
fn is_of_another(text: &Text<'_>, (part, end): (Part, usize), sum: &Sum) -> bool {
    let is_large = matches!(sum.last, Part::Scale(power) if power > 3 || sum.from == From::Digits);
    if !is_large || !matches!(part, Part::Small(_) | Part::Tens(_)) {
        return false;
    }
    let after = |end| {
        let (next, _) = step(text, end)?;
        let word = text.word(next);
        Some((numbers::part(word)?.0, next + word.len()))
    };
    let is_magnitude = |part| matches!(part, Part::Hundred | Part::Scale(_));
    let goes_on = after(end).is_some_and(|(part, end)| {
        is_magnitude(part) || matches!(part, Part::Small(_)) && after(end).is_some_and(|(part, _)| is_magnitude(part))
    });
    !goes_on
}

/// `three quarters`, `three halves`, `one-half`; three quarters in a row are a span of time.
fn parts(
    text: &Text<'_>,
    (at, joined): (usize, Joined),
    sum: &Sum,
    (above, below): (i64, i64),
    words: u8,
) -> Option<Worded> {
    let sofar = sum.value()?;
    let plain = Worded { end: text.before_gap(at), value: sofar, is: Is::Cardinal, has_scale: false, words };
    let plain = if joined == Joined::Hyphen { Worded { end: at - 1, ..plain } } else { plain };
    let mut end = at + text.word(at).len();
    let fits = words == 1 && joined != Joined::And && (below == 2 || matches!(above, 1 | 3));
    let scale = of_a_scale(text, end);
    let of = text.next_word(end).1.eq_ignore_ascii_case("of");
    let alone = text.next_word(end).1.is_empty() && text.past_gap(end) >= text.bytes.len();
    let sure = below == 2 || joined == Joined::Hyphen || scale.is_some() || of || alone;
    if !fits || !sure {
        return Some(plain);
    }
    let mut value = Decimal::whole(above).over(Decimal::whole(below))?;
    if let Some((after, power)) = scale {
        (value, end) = (value.times_ten(power)?, after);
    }
    Some(Worded { end, value, is: Is::Fraction, has_scale: scale.is_some(), words: 2 })
}

/// `3 hundred` after `4 thousand`, and the `21` after `3 hundred and`.
fn digits_again(text: &Text<'_>, at: usize, sum: &Sum) -> Option<(usize, Decimal, Part)> {
    let below = match sum.last {
        Part::Scale(power @ 3..) => power,
        Part::Hundred => 2,
        _ => return None,
    };
    let count = text.bytes[at.min(text.bytes.len())..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    let end = at + count;
    if !(1..=3).contains(&count)
        || matches!(text.byte(end), b',' | b'.' | b'-' | b'/' | b':' | b'%') && !text.is_edge(end + 1)
    {
        return None;
    }
    let value = Decimal::read(text.bytes[at..end].iter().copied(), 0)?;
    let (next, word) = text.next_word(end);
    match numbers::part(word) {
        Some((Part::Hundred, _)) if below > 2 => Some((next + word.len(), value.times_ten(2)?, Part::Hundred)),
        Some((Part::Scale(power), _)) if power < below => {
            Some((next + word.len(), value.times_ten(power)?, Part::Scale(power)))
        }
        // Bare digits after `and` only: `7 hundred and 14`.
        None if below == 2 && count == 2 && text.last_word(at).1.eq_ignore_ascii_case("and") => {
            Some((end, value, Part::Small(1)))
        }
        _ => None,
    }
}

/// What follows `point`: digits in words, one by one, or a number below a hundred.
fn point(text: &Text<'_>, mut end: usize, sum: &Sum) -> Option<(usize, Decimal)> {
    let (mut value, mut places) = (Decimal::whole(0), 0);
    while places < 6 {
        let (next, word) = text.next_word(end);
        let digits = match numbers::part(word) {
            Some((Part::Small(digit @ 0..=9), _)) => (digit, 1),
            Some((Part::Small(more), _)) => (more, 2),
            Some((Part::Tens(tens), _)) => {
                let after = next + word.len();
                let small = (text.byte(after) == b'-').then(|| numbers::part(text.word(after + 1))).flatten();
                end = after;
                match small {
                    Some((Part::Small(digit @ 1..=9), _)) => {
                        end = text.word_end(after + 1);
                        value = value.times_ten(2)?.plus(Decimal::whole(tens + digit))?;
                    }
                    _ => value = value.times_ten(2)?.plus(Decimal::whole(tens))?,
                }
                places += 2;
                continue;
            }
            _ => break,
        };
        value = value.times_ten(digits.1)?.plus(Decimal::whole(digits.0))?;
        places += digits.1;
        end = next + word.len();
    }
    let sum = sum.value()?.plus(value.times_ten(-places)?)?;
    (places > 0).then_some((end, sum))
}

/// `and a half`, `and three quarters`, `and two-thirds` after a number: of the scale before it, where there is one.
fn part_of_one(text: &Text<'_>, at: usize, joined: Joined, sum: &Sum, words: u8, has_scale: bool) -> Option<Worded> {
    // `two-and-a-half`.
    let word = text.word(at);
    let at = if joined == Joined::Hyphen && word.eq_ignore_ascii_case("and") && text.byte(at + 3) == b'-' {
        at + 4
    } else if joined == Joined::And {
        at
    } else {
        return None;
    };
    let word = text.word(at);
    let (above, next) = if one_of!(word, ["a", "an"]) {
        (Decimal::whole(1), at + word.len())
    } else {
        match numbers::part(word)?.0 {
            Part::Small(above) => (Decimal::whole(above), at + word.len()),
            Part::Half(2) => (Decimal::whole(1), at),
            _ => return None,
        }
    };
    let next = if next == at || text.byte(next) == b'-' { next + usize::from(next > at) } else { text.past_gap(next) };
    let word = text.word(next);
    let below = match numbers::part(word)? {
        (Part::Half(below), _) => below,
        (Part::Ordinal(below @ 3..=100), _) => below,
        _ => return None,
    };
    let part = above.over(Decimal::whole(below))?;
    if !part.is_below(Decimal::whole(1)) {
        return None;
    }
    let mut end = next + word.len();
    // `two and a half million`, `two billion and one quarter million`.
    let power = scale_after(text, end);
    let mut value = sum.value()?;
    let mut scaled = has_scale;
    match (power, sum.last) {
        (Some((after, power)), Part::Scale(last)) if power < last => {
            (value, end) = (value.plus(part.times_ten(power)?)?, after);
        }
        (Some((after, power)), Part::Small(_) | Part::Tens(_) | Part::Hundred) => {
            (value, end, scaled) = (value.plus(part)?.times_ten(power)?, after, true);
        }
        (_, Part::Scale(last)) => value = value.plus(part.times_ten(last)?)?,
        _ => value = value.plus(part)?,
    }
    Some(Worded { end, value, is: Is::Cardinal, has_scale: scaled, words: words + 2 })
}

fn scale_after(text: &Text<'_>, end: usize) -> Option<(usize, i32)> {
    let (next, word) = text.next_word(end);
    match numbers::part(word)?.0 {
        Part::Scale(power) if next > end => Some((next + word.len(), power)),
        _ => None,
    }
}

/// An ordinal at the end of a number: of a cardinal (`twenty-first`, `one hundred and fifth`), or the parts of a fraction (`two-thirds`).
fn ordinal(
    text: &Text<'_>,
    end: usize,
    next: usize,
    (value, plural): (i64, Number),
    sum: &Sum,
    (words, has_scale): (u8, bool),
) -> Option<Worded> {
    let after = next + text.word(next).len();
    let sofar = sum.value()?;
    let is_one = sofar.compare(Decimal::whole(1)).is_eq();
    let joined = match sum.last {
        Part::Tens(_) => value < 10,
        Part::Hundred => value < 100,
        Part::Scale(_) => value < 1000,
        _ => false,
    };
    if plural == Number::Singular && sum.from == From::Digits {
        // `280 million first shares`.
        return Some(Worded { end, value: sofar, is: Is::Cardinal, has_scale, words });
    }
    if plural == Number::Singular && joined {
        let value = sofar.plus(Decimal::whole(value))?;
        return Some(Worded { end: after, value, is: Is::Ordinal, has_scale, words: words + 1 });
    }
    if plural == Number::Singular && value >= 100 && words > 0 {
        let value = sofar.times(Decimal::whole(value))?;
        return Some(Worded { end: after, value, is: Is::Ordinal, has_scale: true, words: words + 1 });
    }
    if value > 2 && (plural == Number::Plural || is_one) {
        let mut value = sofar.over(Decimal::whole(value))?;
        let mut after = after;
        if let Some((end, power)) = of_a_scale(text, after) {
            (value, after) = (value.times_ten(power)?, end);
        }
        return Some(Worded { end: after, value, is: Is::Fraction, has_scale, words: words + 1 });
    }
    Some(Worded { end, value: sofar, is: Is::Cardinal, has_scale, words })
}

/// `of a million` after a fraction, or the scale alone.
fn of_a_scale(text: &Text<'_>, end: usize) -> Option<(usize, i32)> {
    for phrase in ["of a", "a"] {
        if let Some(end) = text.phrase(text.past_gap(end), phrase) {
            return scale_after(text, end);
        }
    }
    scale_after(text, end)
}

/// `half a million`, `three quarters`, `half`; whether a bare `half` or `quarter` is a number its neighbours must say.
fn half(text: &Text<'_>, at: usize, end: usize, part: Part) -> Option<Worded> {
    let Part::Half(below) = part else { return None };
    let value = Decimal::whole(1).over(Decimal::whole(below))?;
    if text.word(at).len() > 7 || text.word(at).eq_ignore_ascii_case("halves") {
        return None;
    }
    if let Some((end, power)) = of_a_scale(text, end) {
        let value = value.times_ten(power)?;
        return Some(Worded { end, value, is: Is::Cardinal, has_scale: true, words: 2 });
    }
    let (next, article) = text.next_word(end);
    let dozen = if article.eq_ignore_ascii_case("a") { text.next_word(next + 1) } else { (next, article) };
    if below == 2 && one_of!(dozen.1, ["dozen", "hundred"]) {
        let times = if dozen.1.len() == 5 { 12 } else { 100 };
        let value = value.times(Decimal::whole(times))?;
        return Some(Worded { end: dozen.0 + dozen.1.len(), value, is: Is::Cardinal, has_scale: false, words: 2 });
    }
    Some(Worded { end, value, is: Is::Fraction, has_scale: false, words: 1 })
}
