//! Decimal numbers, read and written exactly for as many digits as a text has. The standard library's own reader and
//! writer are right for every number there is, for which a page would load 20 KB of their tables.

/// A float is sure of fifteen digits; those behind are what reckoning left.
const SURE: f64 = 1e15;

/// Digits that fit in 64 bits.
const DIGITS: usize = 18;

/// Ten to the power of `exponent`; exact up to 22.
fn power(exponent: usize) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

/// The number that a text writes in digits, with or without a sign and a decimal point: `12`, `-0.5`, `.5`. The nearest
/// float for numbers of up to fifteen digits, and within one step of it for longer ones.
pub fn read(text: &str) -> Option<f64> {
    let (negative, digits) = match text.strip_prefix(['-', '+']) {
        Some(digits) => (text.starts_with('-'), digits),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let leading = whole.len().min(DIGITS);
    // Digits past those that fit change nothing that a float holds.
    let number = whole.bytes().chain(fraction.bytes()).take(DIGITS.max(leading)).fold(0u64, |sum, b| sum * 10 + u64::from(b - b'0'));
    let behind = fraction.len().min(DIGITS - leading);
    let value = number as f64 * power(whole.len() - leading) / power(behind);
    Some(if negative { -value } else { value })
}

/// The number in its fifteen leading digits at most, without zeros at the end of a fraction and without an exponent:
/// `12`, `-0.5`, `0.333333333333333`, and `4100000` for 4.1 times a million, which a float misses by a hair. Whole numbers
/// are written in full; nothing is for what is no number.
pub fn written(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let size = value.abs();
    let mut places = 0;
    let mut scaled = size;
    while places < DIGITS && scaled.round() / power(places) != size && size * power(places + 1) < SURE {
        places += 1;
        scaled = size * power(places);
    }
    let mut number = scaled.round() as u64;
    while places > 0 && number.is_multiple_of(10) {
        number /= 10;
        places -= 1;
    }
    let mut digits = number.to_string();
    if places > 0 {
        while digits.len() <= places {
            digits.insert(0, '0');
        }
        digits.insert(digits.len() - places, '.');
    }
    if value < 0.0 && number > 0 {
        digits.insert(0, '-');
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_standard_library_reads_them() {
        for text in [
            "0",
            "12",
            "-0.5",
            ".5",
            "5.",
            "+3",
            "250000",
            "1.005",
            "0.1",
            "123456.789",
            "0.000001",
            "00012.50",
            "999999999999999",
            "9007199254740991",
        ] {
            assert_eq!(read(text), text.parse().ok(), "{text}");
        }
        for thousandths in 0..20_000u32 {
            let text = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
            assert_eq!(read(&text), text.parse().ok(), "{text}");
        }
        for bad in ["", ".", "-", "+-1", "1e5", "1.2.3", "inf", "nan", "1,000", "١"] {
            assert_eq!(read(bad), None, "{bad}");
        }
        let long = read("123456789012345678901234567890.5").expect("a number");
        assert!((long / 1.234_567_890_123_456_8e29 - 1.0).abs() < 1e-15);
    }

    #[test]
    fn fifteen_digits_are_written() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (12.0, "12"),
            (-0.5, "-0.5"),
            (1.0 / 3.0, "0.333333333333333"),
            (2.0 / 3.0, "0.666666666666667"),
            (4.1 * 1e6, "4100000"),
            (1e-20, "0"),
            (0.05, "0.05"),
            (3.2e6, "3200000"),
            (9e15, "9000000000000000"),
            (f64::NAN, ""),
        ] {
            assert_eq!(written(value), text);
        }
        for number in 1..5000u32 {
            for value in [f64::from(number) / 100.0, f64::from(number) / 7.0, -f64::from(number) * 1.1] {
                assert!((written(value).parse::<f64>().expect("a number") / value - 1.0).abs() < 1e-14, "{value}");
                assert_eq!(written(f64::from(number) / 100.0), (f64::from(number) / 100.0).to_string());
            }
        }
    }
}
