//! Exact decimals: the digits of the text with the magnitude words applied. Only a fraction such as a third is rounded.

use std::cmp::Ordering;

/// A number: its digits, divided by ten to the power of its scale.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decimal {
    /// The digits and, in the lowest byte, the scale. Every amount is copied many times with its numbers, so they take the least room.
    packed: [u64; 2],
}

/// The most digits before and after the point: far below what an `i128` holds, so that two numbers can be compared.
const DIGITS: u32 = 30;

/// The significant digits of a fraction that no decimal gives exactly.
const FRACTION: u32 = 15;

impl Decimal {
    /// Of at most [`DIGITS`] digits before and after the point.
    const fn of(digits: i128, scale: u32) -> Self {
        let packed = (digits << 8) | scale as i128;
        Self { packed: [packed as u64, (packed >> 64) as u64] }
    }

    const fn digits(self) -> i128 {
        ((self.packed[1] as i128) << 64 | self.packed[0] as i128) >> 8
    }

    const fn scale(self) -> u32 {
        self.packed[0] as u8 as u32
    }

    pub(super) const fn whole(value: i64) -> Self {
        Self::of(value as i128, 0)
    }

    /// Reads digits; `point` is how many of them stand after the decimal point. None if there are too many.
    pub(super) fn read(digits: impl Iterator<Item = u8>, point: u32) -> Option<Self> {
        let (mut value, mut count) = (0_i128, 0);
        for digit in digits {
            count += 1;
            if count > DIGITS {
                return None;
            }
            value = value * 10 + i128::from(digit - b'0');
        }
        Some(Self::of(value, point))
    }

    /// Ten to this power times the number.
    pub(super) fn times_ten(self, power: i32) -> Option<Self> {
        let scale = i64::from(self.scale()) - i64::from(power);
        if scale >= 0 {
            return u32::try_from(scale)
                .ok()
                .filter(|scale| *scale <= DIGITS)
                .map(|scale| Self::of(self.digits(), scale));
        }
        let power = u32::try_from(-scale).ok().filter(|power| *power <= DIGITS)?;
        bounded(self.digits().checked_mul(10_i128.pow(power))?, 0)
    }

    pub(super) fn times(self, other: Self) -> Option<Self> {
        let (one, other) = (self.plain(), other.plain());
        bounded(one.0.checked_mul(other.0)?, one.1 + other.1)
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let (one, other, scale) = self.aligned(other)?;
        bounded(one.checked_add(other)?, scale)
    }

    /// The quotient: exact where a decimal of [`FRACTION`] digits is, else rounded there.
    pub(super) fn over(self, other: Self) -> Option<Self> {
        let (one, other, _) = self.aligned(other)?;
        if other == 0 {
            return None;
        }
        let (mut left, mut scale) = (one, 0);
        while left % other != 0 && scale < 2 * FRACTION && (left / other).abs() < 10_i128.pow(FRACTION - 1) {
            left = left.checked_mul(10)?;
            scale += 1;
        }
        let (quotient, rest) = (left.abs() / other.abs(), left.abs() % other.abs());
        let rounded = quotient + i128::from(rest >= other.abs() - rest);
        bounded(rounded * left.signum() * other.signum(), scale)
    }

    pub(super) const fn negated(self) -> Self {
        Self::of(-self.digits(), self.scale())
    }

    /// The number as a small whole one.
    pub(super) fn small(self) -> Option<u32> {
        let (digits, scale) = self.plain();
        (scale == 0).then(|| u32::try_from(digits).ok())?
    }

    pub(super) fn compare(self, other: Self) -> Ordering {
        match self.aligned(other) {
            Some((one, other, _)) => one.cmp(&other),
            None => Ordering::Equal,
        }
    }

    pub(super) fn is_below(self, other: Self) -> bool {
        self.compare(other) == Ordering::Less
    }

    /// Appends it as it is written: `-0.5`, `1234`.
    pub(super) fn write(self, text: &mut String) {
        let (digits, scale) = self.plain();
        if digits < 0 {
            text.push('-');
        }
        let (mut left, mut bytes, mut start) =
            (digits.unsigned_abs(), [b'0'; 2 * DIGITS as usize], 2 * DIGITS as usize);
        let (point, least) = (start - scale as usize, start - scale as usize - 1);
        while left > 0 || start > least {
            start -= 1;
            // Nearly all are short, and the division of short ones is.
            let (rest, digit) = match u64::try_from(left) {
                Ok(short) => (u128::from(short / 10), (short % 10) as u8),
                Err(_) => (left / 10, (left % 10) as u8),
            };
            (left, bytes[start]) = (rest, b'0' + digit);
        }
        let digits = |from: usize, to: usize| std::str::from_utf8(&bytes[from..to]).unwrap_or_default();
        text.push_str(digits(start, point));
        if scale > 0 {
            text.push('.');
            text.push_str(digits(point, bytes.len()));
        }
    }

    fn plain(self) -> (i128, u32) {
        plain(self.digits(), self.scale())
    }

    fn aligned(self, other: Self) -> Option<(i128, i128, u32)> {
        if self.scale() == other.scale() {
            return Some((self.digits(), other.digits(), self.scale()));
        }
        let scale = self.scale().max(other.scale());
        let lift = |number: Self| number.digits().checked_mul(10_i128.checked_pow(scale - number.scale())?);
        Some((lift(self)?, lift(other)?, scale))
    }
}

/// The number of these digits and this scale, if it has no more than [`DIGITS`] digits before or after the point.
fn bounded(digits: i128, scale: u32) -> Option<Decimal> {
    let (digits, scale) = plain(digits, scale);
    (digits.unsigned_abs() < 10_u128.pow(DIGITS) && scale <= DIGITS).then(|| Decimal::of(digits, scale))
}

/// Digits and a scale without zeros at the end that stand after the point.
fn plain(mut digits: i128, mut scale: u32) -> (i128, u32) {
    while scale > 0 {
        // Nearly all are short, and the division of short ones is.
        digits = match i64::try_from(digits) {
            Ok(short) if short % 10 == 0 => i128::from(short / 10),
            Err(_) if digits % 10 == 0 => digits / 10,
            _ => break,
        };
        scale -= 1;
    }
    (digits, scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(digits: &str, point: u32) -> Decimal {
        Decimal::read(digits.bytes(), point).unwrap()
    }

    fn written(decimal: Decimal) -> String {
        let mut text = String::new();
        decimal.write(&mut text);
        text
    }

    #[test]
    fn magnitudes_are_exact() {
        assert_eq!(written(decimal("2143", 2).times_ten(9).unwrap()), "21430000000");
        assert_eq!(written(decimal("250", 2)), "2.5");
        assert_eq!(written(decimal("12", 0).times_ten(-2).unwrap()), "0.12");
        assert_eq!(written(decimal("1", 1).plus(decimal("2", 1)).unwrap()), "0.3");
        assert_eq!(written(decimal("7", 0).negated().over(decimal("2", 0)).unwrap()), "-3.5");
    }

    #[test]
    fn a_third_is_rounded_at_fifteen_digits() {
        assert_eq!(written(decimal("2", 0).over(decimal("3", 0)).unwrap()), "0.666666666666667");
        assert_eq!(written(decimal("1", 0).over(decimal("8", 0)).unwrap()), "0.125");
        assert!(decimal("1", 0).over(decimal("0", 0)).is_none());
    }

    #[test]
    fn digits_stand_on_both_sides_of_the_point() {
        assert_eq!(written(decimal("0", 0)), "0");
        assert_eq!(written(decimal("5", 3)), "0.005");
        assert_eq!(written(decimal("1", 30)), "0.000000000000000000000000000001");
        assert_eq!(written(Decimal::read([b'9'; 30].into_iter(), 0).unwrap()), "9".repeat(30));
        assert_eq!(written(decimal("1234", 2).negated()), "-12.34");
    }

    #[test]
    fn what_is_too_long_is_none() {
        assert!(Decimal::read([b'9'; 31].into_iter(), 0).is_none());
        let most = Decimal::read([b'9'; 30].into_iter(), 0).unwrap();
        assert!(most.times_ten(1).is_none() && most.times(most).is_none());
        assert!(decimal("1", 0).times_ten(-40).is_none());
    }
}
