//! Numbers that spaces have cut in two at their point or comma: `Sh2. 3 billion`, `rose 3. 5 percent`, `1 .5 %`, `R$ 2, 5 milhões`. Where
//! there is too little of such damage to repair it, neither part is a figure: each would have a wrong value.
//!
//! In the collections, 35 amounts of 13 documents are left out so: parts of numbers, and cells of a table.

use crate::language::Language;

use super::amount::{Amount, What};
use super::currencies;
use super::numerals::{Place, Shape};
use super::reading;
use super::text::Text;

/// The most digits behind a decimal mark.
const DECIMALS: usize = 2;
/// The digits of a group, and the most of the part before the mark.
const THOUSANDS: usize = 3;

/// The two parts of a number: where the digits of the first are, where its mark is, and where the second begins.
struct Parts {
    first: (usize, usize),
    mark: usize,
    second: usize,
}

/// Whether an amount is a part of such a number.
pub(super) fn is_cut(text: &Text<'_>, amount: &Amount) -> bool {
    let number = &amount.number;
    let behind = || Parts::behind(text, number.end).filter(|_| matches!(number.shape, Shape::Bare(_)));
    let before = || Parts::before(text, number.start).filter(|_| !amount.is_signed);
    behind().is_some_and(|parts| amount.end == number.end && is_first(text, amount, &parts))
        || before().is_some_and(|parts| is_second(text, amount, &parts))
}

impl Parts {
    /// Those of which the first ends here.
    fn behind(text: &Text<'_>, end: usize) -> Option<Self> {
        let mark = end + usize::from(text.byte(end) == b' ');
        let second = mark + 1 + usize::from(text.byte(mark + 1) == b' ');
        Self::at(text, end, mark, second)
    }

    /// Those of which the second begins here, with its digits or with its point.
    fn before(text: &Text<'_>, start: usize) -> Option<Self> {
        let second = start + usize::from(text.byte(start) == b'.');
        let mark = second.checked_sub(1 + usize::from(text.before(second) == b' '))?;
        let end = mark - usize::from(text.before(mark) == b' ');
        Self::at(text, end, mark, second)
    }

    fn at(text: &Text<'_>, end: usize, mark: usize, second: usize) -> Option<Self> {
        let is_cut = matches!(text.byte(mark), b'.' | b',') && second - end > 1;
        if !is_cut || !text.before(end).is_ascii_digit() || !text.byte(second).is_ascii_digit() {
            return None;
        }
        let digits =
            text.bytes[..end].iter().rev().take(THOUSANDS + 1).take_while(|byte| byte.is_ascii_digit()).count();
        let start = end - digits;
        // The number of an item, or of a part: `1. 12 boats`, `2.1. 30 boats`.
        let is_item = matches!(text.before(start), 0 | b'\n' | b'.' | b',' | b'0'..=b'9');
        (digits <= THOUSANDS && !is_item).then_some(Self { first: (start, end), mark, second })
    }

    /// Whether the mark is one of the language's numbers, and what is behind it looks like the rest of one.
    fn are_of_one(&self, text: &Text<'_>) -> bool {
        let digits = |at: usize| {
            text.bytes[at.min(text.bytes.len())..]
                .iter()
                .take(THOUSANDS + 1)
                .take_while(|byte| byte.is_ascii_digit())
                .count()
        };
        let (second, behind) = (self.second, digits(self.second));
        // `About 2, 000 people`: no number begins so.
        let is_group = |at: usize| digits(at) == THOUSANDS && text.byte(at) == b'0';
        match (text.language, text.byte(self.mark)) {
            (Some(Language::English), _) if is_group(second) => true,
            (Some(Language::English), b'.') => (1..=DECIMALS).contains(&behind),
            // `Rs 2, 50, 000`.
            (Some(Language::English), _) => behind == 2 && text.starts(second + 2, ", ") && is_group(second + 4),
            (
                Some(
                    Language::German
                    | Language::Dutch
                    | Language::French
                    | Language::Spanish
                    | Language::Portuguese
                    | Language::Italian,
                ),
                b',',
            ) => {
                // Two digits may be a number of their own: `de 60, 30 % são`.
                behind == 1 || behind == DECIMALS && text.starts(second, "00")
            }
            _ => false,
        }
    }
}

/// Whether an amount is the first part.
fn is_first(text: &Text<'_>, amount: &Amount, parts: &Parts) -> bool {
    if !parts.are_of_one(text) {
        return false;
    }
    let is_money = matches!(amount.what, What::Money(_));
    let place = if is_money { Place::AfterCurrency } else { Place::Plain };
    let second = || reading::digits(text, parts.second, place).ok();
    let is_of_second =
        || second().is_some_and(|part| part.has_scale || super::units::percent(text, part.end).is_some());
    // `R$ 600, 00`, `Rs 2, 50, 000`.
    let is_sure = || text.starts(parts.second, "00") || text.is_english() && text.byte(parts.mark) == b',';
    !is_money && text.is_english() || is_of_second() || is_money && is_sure()
}

/// Whether an amount is the second.
fn is_second(text: &Text<'_>, amount: &Amount, parts: &Parts) -> bool {
    let is_of_part = || amount.number.has_scale || matches!(amount.what, What::Percent(_));
    // `It cost £250. 30 people came.`
    parts.are_of_one(text) && (is_of_part() || text.is_english() && currencies::before(text, parts.first.0).is_none())
}
