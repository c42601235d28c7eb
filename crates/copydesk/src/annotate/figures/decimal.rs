//! Exact decimals: the digits of the text with the magnitude words applied. Only a fraction such as a third is rounded.

use std::cmp::Ordering;

/// A number: `digits` divided by ten to the power of `scale`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decimal {
    digits: i128,
    scale: u32,
}

/// The most digits before and after the point: far below what an `i128` holds, so that two numbers can be compared.
const DIGITS: u32 = 30;

/// The significant digits of a fraction that no decimal gives exactly.
const FRACTION: u32 = 15;

impl Decimal {
    pub(super) const fn whole(value: i64) -> Self {
        Self { digits: value as i128, scale: 0 }
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
        Some(Self { digits: value, scale: point })
    }

    /// Ten to this power times the number.
    pub(super) fn times_ten(self, power: i32) -> Option<Self> {
        let scale = i64::from(self.scale) - i64::from(power);
        if scale >= 0 {
            return u32::try_from(scale).ok().filter(|scale| *scale <= DIGITS).map(|scale| Self { scale, ..self });
        }
        let power = u32::try_from(-scale).ok().filter(|power| *power <= DIGITS)?;
        Self { digits: self.digits.checked_mul(10_i128.pow(power))?, scale: 0 }.bounded()
    }

    pub(super) fn times(self, other: Self) -> Option<Self> {
        let (one, other) = (self.plain(), other.plain());
        Self { digits: one.digits.checked_mul(other.digits)?, scale: one.scale + other.scale }.bounded()
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let (one, other, scale) = self.aligned(other)?;
        Self { digits: one.checked_add(other)?, scale }.bounded()
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
        Self { digits: rounded * left.signum() * other.signum(), scale }.bounded()
    }

    pub(super) const fn negated(self) -> Self {
        Self { digits: -self.digits, scale: self.scale }
    }

    /// The number as a small whole one.
    pub(super) fn small(self) -> Option<u32> {
        let plain = self.plain();
        (plain.scale == 0).then(|| u32::try_from(plain.digits).ok())?
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
        let Self { digits, scale } = self.plain();
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

    fn bounded(self) -> Option<Self> {
        let plain = self.plain();
        (plain.digits.unsigned_abs() < 10_u128.pow(DIGITS) && plain.scale <= DIGITS).then_some(plain)
    }

    /// Without zeros at the end that stand after the point.
    fn plain(mut self) -> Self {
        while self.scale > 0 {
            // Nearly all are short, and the division of short ones is.
            let tenth = match i64::try_from(self.digits) {
                Ok(short) if short % 10 == 0 => i128::from(short / 10),
                Err(_) if self.digits % 10 == 0 => self.digits / 10,
                _ => break,
            };
            self = Self { digits: tenth, scale: self.scale - 1 };
        }
        self
    }

    fn aligned(self, other: Self) -> Option<(i128, i128, u32)> {
        if self.scale == other.scale {
            return Some((self.digits, other.digits, self.scale));
        }
        let scale = self.scale.max(other.scale);
        let lift = |number: Self| number.digits.checked_mul(10_i128.checked_pow(scale - number.scale)?);
        Some((lift(self)?, lift(other)?, scale))
    }
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
