//! Numbers, made fit for the page.

/// A number with a comma between thousands.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A share in percent, with one digit behind the point; nothing of nothing is none.
pub(super) fn percent(count: u64, whole: u64) -> String {
    if whole == 0 { "–".into() } else { format!("{:.1} %", 100.0 * count as f64 / whole as f64) }
}

/// A mean with one digit behind the point.
pub(super) fn mean(sum: u64, of: u64) -> String {
    if of == 0 { "–".into() } else { format!("{:.1}", sum as f64 / of as f64) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_easy_to_read() {
        assert_eq!([0, 7, 999, 1_000, 1_234_567].map(grouped), ["0", "7", "999", "1,000", "1,234,567"]);
        assert_eq!(
            (percent(1, 3), percent(0, 0), mean(7, 2), mean(0, 0)),
            ("33.3 %".into(), "–".into(), "3.5".into(), "–".into())
        );
    }
}
