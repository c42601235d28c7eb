//! Numbers that a space has cut in two at their point or comma: `Sh2. 3 billion`, `rose 3. 5 percent`, `R$ 2, 5 milhões`. Where there is too
//! little of such damage to repair it, neither part is a figure: each would have a wrong value.
//!
//! In the collections, 32 amounts of 13 documents are left out so: parts of numbers, and cells of a table.

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

/// Whether an amount is a part of such a number.
pub(super) fn is_cut(text: &Text<'_>, amount: &Amount) -> bool {
    let Shape::Bare(_) = amount.number.shape else { return false };
    let start = amount.number.start;
    // Most amounts have no such mark beside them.
    let mark = |at: usize| matches!(text.byte(at), b'.' | b',') && text.byte(at + 1) == b' ';
    start > 2 && mark(start - 2) && !amount.is_signed && is_second(text, amount)
        || mark(amount.number.end) && is_first(text, amount)
}

/// Whether the end of the number stands behind an amount that is the start of it.
fn is_first(text: &Text<'_>, amount: &Amount) -> bool {
    let number = &amount.number;
    let second = number.end + 2;
    if amount.end != number.end || !is_parted(text, (number.start, number.end), second) {
        return false;
    }
    let is_money = matches!(amount.what, What::Money(_));
    let place = if is_money { Place::AfterCurrency } else { Place::Plain };
    let part = || reading::digits(text, second, place).ok();
    let is_of_part = || part().is_some_and(|part| part.has_scale || is_percent(text, part.end));
    // `R$ 600, 00`.
    let is_hundredth = || !text.is_english() && text.starts(second, "00");
    !is_money && text.is_english() || is_of_part() || is_money && is_hundredth()
}

/// Whether the start of the number stands before an amount that is the end of it.
fn is_second(text: &Text<'_>, amount: &Amount) -> bool {
    let second = amount.number.start;
    let end = second - 2;
    let digits = text.bytes[..end].iter().rev().take(THOUSANDS + 1).take_while(|byte| byte.is_ascii_digit()).count();
    if !is_parted(text, (end - digits, end), second) {
        return false;
    }
    let is_of_part = amount.number.has_scale || matches!(amount.what, What::Percent(_));
    // `It cost £250. 30 people came.`
    is_of_part || text.is_english() && currencies::before(text, end - digits).is_none()
}

/// Whether these digits and those at a place have the mark of the language between them, and look like parts of one number.
fn is_parted(text: &Text<'_>, (start, end): (usize, usize), second: usize) -> bool {
    let behind = text.bytes[second..].iter().take(THOUSANDS + 1).take_while(|byte| byte.is_ascii_digit()).count();
    let is_parted = match (text.language, text.byte(end)) {
        (Some(Language::English), b'.') => (1..=DECIMALS).contains(&behind),
        // `About 2, 000 people`: no number begins so.
        (Some(Language::English), b',') => behind == THOUSANDS && text.byte(second) == b'0',
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
    };
    // The number of an item, or of a part: `1. 12 boats`, `2.1. 30 boats`.
    let is_item = matches!(text.before(start), 0 | b'\n' | b'.' | b',' | b'0'..=b'9');
    is_parted && (1..=THOUSANDS).contains(&(end - start)) && !is_item
}

fn is_percent(text: &Text<'_>, end: usize) -> bool {
    super::units::percent(text, end).is_some()
}
