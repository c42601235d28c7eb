//! One number: in digits or in words, with its magnitude.

use crate::keys::one_of;
use crate::language::Language;

use super::decimal::Decimal;
use super::numbers::{self, Part};
use super::numerals::{self, Place, Shape};
use super::text::Text;
use super::word::Word;
use super::words::{self, Is};
use super::{calendar, currencies, nouns, units};

/// A number with its magnitude.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: Decimal,
    pub(super) shape: Shape,
    pub(super) is: Is,
    /// Whether a magnitude belongs to it: hundreds are none.
    pub(super) has_scale: bool,
    /// How many words for numbers it has.
    pub(super) words: u8,
}

impl Number {
    /// Whether it is the word `one`, which is a pronoun and an article more often than a number.
    pub(super) fn is_one(&self) -> bool {
        self.shape == Shape::Words && self.words == 1 && self.is == Is::Cardinal && self.value.small() == Some(1)
    }
}

/// Reads the number whose first digit, or sign of a fraction, stands at `at`; or says where to go on.
pub(super) fn digits(text: &Text<'_>, at: usize, place: Place) -> Result<Number, usize> {
    if !text.byte(at).is_ascii_digit() {
        let numeral = numerals::sign(text, at).ok_or(at + 1)?;
        return Ok(plain(at, numeral.end, numeral.value, numeral.shape));
    }
    let pointed =
        text.before(at) == b'.' && !text.before(at - 1).is_ascii_alphanumeric() && text.before(at - 1) != b'.';
    let mut number = if pointed {
        let end = at + text.bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let value = Decimal::read(text.bytes[at..end].iter().copied(), (end - at) as u32).ok_or(end)?;
        plain(at - 1, end, value, Shape::Marked)
    } else {
        let numeral = numerals::read(text, at, place)?;
        plain(at, numeral.end, numeral.value, numeral.shape)
    };
    if let Some(start) = minus(text, number.start) {
        (number.start, number.value) = (start, number.value.negated());
    } else if place == Place::Plain && text.is_english() {
        let (start, word) = text.last_word(number.start);
        if is_minus(text, start, word) && !text.before(text.before_gap(start)).is_ascii_digit() {
            (number.start, number.value) = (start, number.value.negated());
        }
    } else if place == Place::Plain
        && let Some(start) = minus_abroad(text, &number)
    {
        (number.start, number.value) = (start, number.value.negated());
    }
    if is_ordinal(text, &number) {
        (number.end, number.is) = (number.end + 2, Is::Ordinal);
        return Ok(number);
    }
    if let Some((end, power)) = letters(text, &number, place) {
        number.value = number.value.times_ten(power).ok_or(end)?;
        (number.end, number.has_scale) = (end, true);
    } else if let Some(worded) =
        text.is_english().then(|| words::after_digits(text, number.end, number.value)).flatten()
    {
        (number.end, number.value) = (worded.end, worded.value);
        (number.has_scale, number.words) = (worded.has_scale, worded.words);
        number.is = worded.is;
    } else if let Some((end, power)) = foreign(text, number.end) {
        number.value = number.value.times_ten(power).ok_or(end)?;
        (number.end, number.has_scale) = (end, true);
    }
    Ok(number)
}

/// `a third of`, `by a fifth`: a part, where `a third time` is an ordinal.
fn part_of(text: &Text<'_>, number: &Number, (start, article): (usize, Word<'_>)) -> Option<Number> {
    if !one_of!(article, ["a", "an"]) || number.value.is_below(Decimal::whole(3)) {
        return None;
    }
    let before = text.last_word(start).1;
    let (at, next) = text.next_word(number.end);
    let of = one_of!(next, ["of"]) && !calendar::is_month(text.next_word(at + 2).1);
    // `a third pay less`: so many of them, where one would do so alone.
    let many = one_of!(
        next,
        [
            "are", "were", "have", "say", "do", "live", "think", "believe", "pay", "lack", "want", "oppose", "own",
            "earn"
        ]
    );
    let parted = of
        || many
        || one_of!(before, ["by", "than", "nearly", "almost", "about", "around", "over", "under", "roughly"]);
    let last = text.past_gap(number.end) >= text.bytes.len() || matches!(text.byte(number.end), b'.' | b';' | b')');
    if !parted && !last || text.byte(number.end) == b'-' {
        return None;
    }
    let value = Decimal::whole(1).over(number.value)?;
    Some(Number { start, value, is: Is::Fraction, words: 2, ..*number })
}

fn plain(start: usize, end: usize, value: Decimal, shape: Shape) -> Number {
    Number { start, end, value, shape, is: Is::Cardinal, has_scale: false, words: 0 }
}

/// Whether a word before a number makes it negative; `plus or minus 3 points` is a tolerance.
pub(super) fn is_minus(text: &Text<'_>, start: usize, word: Word<'_>) -> bool {
    one_of!(word, ["minus", "negative"])
        && text.before(start) != b'/'
        && !(one_of!(text.last_word(start).1, ["or"]) && one_of!(text.last_word(text.last_word(start).0).1, ["plus"]))
}

/// Where the word for a minus stands in other languages; where it means `less` too, only before degrees: `moins 12 degrés`, `meno 5 gradi`.
fn minus_abroad(text: &Text<'_>, number: &Number) -> Option<usize> {
    let (start, word) = text.last_word(number.start);
    let is_sure = || matches!(text.language, Some(Language::German | Language::Dutch)) && one_of!(word, ["minus"]);
    let is_less = || {
        let is_at_least = one_of!(text.last_word(start).1, ["al", "ao", "au", "lo", "pelo"]);
        let next = text.next_word(number.end).1;
        let degrees = text.starts(text.past_gap(number.end), "°")
            || ["deg", "gra"]
                .iter()
                .any(|beginning| next.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(beginning)));
        one_of!(word, ["moins", "meno", "menos", "min"]) && degrees && !is_at_least
    };
    (!text.is_english() && (is_sure() || is_less())).then_some(start)
}

/// Where a minus before a number stands.
fn minus(text: &Text<'_>, at: usize) -> Option<usize> {
    let start = match text.before(at) {
        b'-' => at - 1,
        _ if text.ends(at, "\u{2212}") => at - 3,
        _ => return None,
    };
    // A minus is no hyphen and no dash: nothing stands right before it.
    let gap = text.before_gap(start);
    let range = text.before(gap).is_ascii_digit();
    (gap < start && !range || matches!(text.before(start), 0 | b'(' | b'[')).then_some(start)
}

fn is_ordinal(text: &Text<'_>, number: &Number) -> bool {
    let end = number.end;
    let suffix = [text.byte(end) | 0x20, text.byte(end + 1) | 0x20];
    let stone = &suffix == b"st" && (text.before(end) != b'1' || text.ends(end, "11") || units::is_stone(text, number));
    matches!(&suffix, b"st" | b"nd" | b"rd" | b"th") && !stone && text.is_edge(end + 2)
}

/// Letters that stand for a magnitude. Behind a currency they can be nothing else; elsewhere `m` is metres too, and `k` and `b` are names.
fn letters(text: &Text<'_>, number: &Number, place: Place) -> Option<(usize, i32)> {
    let money = place == Place::AfterCurrency;
    let end = number.end;
    let at = if money { text.past_gap(end) } else { end };
    if money && let Some(crores) = crores(text, number) {
        return Some(crores);
    }
    let word = text.word(at);
    if word.is_empty() || word.len() > 11 {
        return None;
    }
    let after = at + word.len();
    if at == end
        && word.len() > 1
        && let Some((Part::Scale(power), _)) = numbers::part(word)
    {
        return Some((after, power));
    }
    let edge = text.is_edge(after) && !(text.byte(after) == b'.' && text.byte(after + 1).is_ascii_alphabetic());
    if !edge {
        return None;
    }
    let next = text.next_word(after).1;
    let power = match word.as_str() {
        "k" | "K" if at == end => 3,
        "m" | "M" | "mm" | "MM" if money => 6,
        "b" | "B" if money => 9,
        "t" | "T" | "tr" if money => 12,
        "M" if text.byte(after) != b'-' => 6,
        "m" if nouns::is_plural(next) && !units::is_measured(next) || currencies::is_word(text, after) => 6,
        "b" | "B" if number.shape == Shape::Marked => 9,
        _ => return None,
    };
    if !money && power == 3 && one_of!(next, ["run", "race", "walk", "resolution", "video", "display", "screen", "tv"])
    {
        return None;
    }
    Some((after, power))
}

/// Past what is short for crore or lakh behind rupees or taka, and the power of ten that it stands for: `Rs 500 cr.`, `₹76,000-cr. plan`,
/// `Rs 5L`.
fn crores(text: &Text<'_>, number: &Number) -> Option<(usize, i32)> {
    let (at, _) = units::joint(text, number.end);
    let word = text.word(at);
    let power = match word.as_str() {
        "cr" | "Cr" | "CR" => 7,
        "L" if at == number.end => 5,
        _ => return None,
    };
    let is_counted_so = |name| matches!(name, "INR" | "rupee" | "PKR" | "BDT" | "NPR");
    let rupees = currencies::before(text, number.start).is_some_and(|money| is_counted_so(money.name));
    rupees.then_some((at + word.len(), power))
}

/// Magnitude words of other languages than English; two make one: `mil millones`.
fn foreign(text: &Text<'_>, end: usize) -> Option<(usize, i32)> {
    let language = text.language?.code();
    let words = FOREIGN.iter().find(|(code, _)| *code == language)?.1;
    let known = |end: usize| {
        let (at, word) = text.next_word(end);
        // `12 M€`, `3 Md€`: short only right before the sign.
        let after = at + word.len();
        if text.starts(after, "€") {
            let power = SIGNED.iter().find(|(known, _)| word == *known)?.1;
            return Some((after, power));
        }
        let power = words.iter().find(|(known, _)| word == *known)?.1;
        // `4,3 Mio. Euro`: the stop of what is short.
        let stop = text.byte(after) == b'.' && word.len() == 3 && currencies::is_word(text, after + 1);
        // `450mila euro`.
        (at > end || word == "mila").then_some((after + usize::from(stop), power))
    };
    let (mut end, mut power) = known(end)?;
    if let Some((after, more)) = known(end) {
        (end, power) = (after, power + more);
    }
    // `millions d'euros`, `millones de euros`, `milioni di euro`.
    let (next, of) = text.next_word(end);
    let past = next + of.len();
    let elided = ["’", "'"].into_iter().find(|mark| of == "d" && text.starts(past, mark)).map(|mark| past + mark.len());
    let whole = matches!(of.as_str(), "de" | "di").then_some(past);
    if let Some(past) = elided.or(whole).filter(|past| currencies::is_word(text, *past)) {
        end = past;
    }
    Some((end, power))
}

/// The power of ten of the magnitude word of another language that a number in digits ends with.
pub(super) fn foreign_scale(text: &Text<'_>, number: &Number) -> Option<i32> {
    let numeral = numerals::read(text, number.start, Place::Plain).ok()?;
    foreign(text, numeral.end).map(|(_, power)| power)
}

/// Whether a word after a number looks like a magnitude that was not read: then what the number says is not known.
pub(super) fn is_followed_by_magnitude(text: &Text<'_>, end: usize) -> bool {
    if text.is_english() {
        return false;
    }
    let (at, word) = text.next_word(end);
    let lower = word.get(..3).unwrap_or("");
    // `120 milímetros`, `10 millimeter`: units.
    let is_unit = || one_of!(lower, ["mil"]) && units::is_word(text, at);
    one_of!(lower, ["mil", "bil", "tri", "mld", "mrd", "mln", "mio", "tys", "mia", "mdr", "bln"]) && !is_unit()
}

/// Magnitudes of a letter or two, before the sign of the euro.
const SIGNED: &[(&str, i32)] = &[("M", 6), ("Md", 9), ("Mds", 9), ("Mrd", 9), ("Mio", 6)];

const FOREIGN: &[(&str, &[(&str, i32)])] = &[
    (
        "de",
        &[
            ("Millionen", 6),
            ("Million", 6),
            ("Milliarden", 9),
            ("Milliarde", 9),
            ("Billionen", 12),
            ("Mio", 6),
            ("Mrd", 9),
        ],
    ),
    ("fr", &[("millions", 6), ("million", 6), ("milliards", 9), ("milliard", 9), ("mille", 3)]),
    ("es", &[("millones", 6), ("millón", 6), ("mil", 3), ("billones", 12)]),
    (
        "pt",
        &[
            ("milhões", 6),
            ("milhão", 6),
            ("bilhões", 9),
            ("bilhão", 9),
            ("mil", 3),
            ("trilhões", 12),
            ("mi", 6),
            ("bi", 9),
        ],
    ),
    ("it", &[("milioni", 6), ("milione", 6), ("miliardi", 9), ("miliardo", 9), ("mila", 3), ("mln", 6), ("mld", 9)]),
    ("nl", &[("miljoen", 6), ("miljard", 9), ("duizend", 3), ("mln", 6), ("mld", 9)]),
];

/// Reads a number in words that begins at `at`, with the article or the minus before it.
pub(super) fn worded(text: &Text<'_>, at: usize, free: usize) -> Option<Number> {
    let worded = words::read(text, at)?;
    let mut number = Number {
        start: at,
        end: worded.end,
        value: worded.value,
        shape: Shape::Words,
        is: worded.is,
        has_scale: worded.has_scale,
        words: worded.words,
    };
    let (start, last) = text.last_word(at);
    if start < free {
        return Some(number);
    }
    if is_minus(text, start, last) && number.is != Is::Ordinal {
        (number.start, number.value) = (start, number.value.negated());
    } else if number.is == Is::Ordinal {
        if let Some(part) = part_of(text, &number, (start, last)) {
            number = part;
        }
    } else if one_of!(last, ["a", "an"]) && text.byte(number.end) != b'-' {
        let part = numbers::part(text.word(at));
        let takes = matches!(part, Some((Part::Hundred | Part::Scale(_) | Part::Dozen | Part::Half(_), _)));
        if takes {
            number.start = start;
        }
    }
    Some(number)
}
