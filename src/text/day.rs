//! Days of the civil calendar: reckoning with them, and ISO 8601.
//!
//! Days are [`jiff::civil::Date`]. Its spans, time zones, parsers and printers are not used: a page would load 20 KB of
//! them for the little that stands here.

use jiff::SignedDuration;
use jiff::civil::Date;

/// A day, where the calendar has it. Years before Christ are astronomical: 490 BC is -489.
pub fn day(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The day that an ISO 8601 date names, also one with a time of day behind it: `2016-03-14`, `2016-03-14T10:00:00Z`.
pub fn read(text: &str) -> Option<Date> {
    let (date, rest) = text.split_at_checked(10)?;
    let number = |from: usize, to: usize| {
        date.get(from..to).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit())).and_then(|digits| digits.parse::<i32>().ok())
    };
    let marked = date.get(4..5) == Some("-") && date.get(7..8) == Some("-") && (rest.is_empty() || rest.starts_with(['T', 't', ' ']));
    marked.then(|| day(number(0, 4)?, number(5, 7)? as u8, number(8, 10)? as u8)).flatten()
}

/// The day as an ISO 8601 date; a year before Christ takes a sign and six digits, as JavaScript reads it.
pub fn written(day: Date) -> String {
    let (year, month, day) = (day.year(), day.month(), day.day());
    if year < 0 { format!("-{:06}-{month:02}-{day:02}", -year) } else { format!("{year:04}-{month:02}-{day:02}") }
}

/// `days` days later, where the calendar goes so far.
pub fn add_days(from: Date, days: i32) -> Option<Date> {
    from.checked_add(SignedDuration::from_hours(i64::from(days) * 24)).ok()
}

/// `months` months later; the day is cut to the month's last.
pub fn add_months(from: Date, months: i32) -> Option<Date> {
    let count = (i32::from(from.year()) * 12 + i32::from(from.month() - 1)).checked_add(months)?;
    let first = day(count.div_euclid(12), count.rem_euclid(12) as u8 + 1, 1)?;
    day(count.div_euclid(12), first.month() as u8, from.day().min(first.days_in_month()) as u8)
}

/// Days from `from` to `to`.
pub fn days_between(from: Date, to: Date) -> i32 {
    (from.duration_until(to).as_hours() / 24) as i32
}

/// The day in universal time, so many seconds after the beginning of 1970.
pub fn of_unix_time(seconds: i64) -> Option<Date> {
    add_days(day(1970, 1, 1)?, i32::try_from(seconds.div_euclid(86_400)).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_in_iso_8601() {
        assert_eq!(read("2016-03-14"), Some(date(2016, 3, 14)));
        assert_eq!(read("2016-03-14T23:30:00+05:30"), Some(date(2016, 3, 14)));
        for bad in ["", "2016", "2016-3-14", "2016-02-30", "2016-03-144", "2016/03/14", "+016-03-14", "é016-03-14", "2016-03-1é"] {
            assert_eq!(read(bad), None, "{bad}");
        }
        for (day, text) in [(date(2016, 3, 14), "2016-03-14"), (date(33, 1, 2), "0033-01-02"), (date(-489, 9, 12), "-000489-09-12")] {
            assert_eq!(written(day), text);
            assert_eq!(day.to_string(), text, "as jiff writes it");
        }
    }

    #[test]
    fn months_end_at_their_last_day() {
        assert_eq!(add_months(date(2016, 1, 31), 1), Some(date(2016, 2, 29)));
        assert_eq!(add_months(date(2016, 1, 31), -2), Some(date(2015, 11, 30)));
        assert_eq!(add_months(date(9999, 12, 1), 1), None);
        assert_eq!(add_months(date(2016, 1, 1), i32::MAX), None);
    }

    #[test]
    fn days_are_counted_over_leap_years() {
        for (from, to, days) in
            [(date(2016, 2, 28), date(2016, 3, 1), 2), (date(1900, 2, 28), date(1900, 3, 1), 1), (date(-1, 12, 31), date(1, 1, 1), 367)]
        {
            assert_eq!(days_between(from, to), days);
            assert_eq!(days_between(to, from), -days);
            assert_eq!(add_days(from, days), Some(to));
        }
        assert_eq!(add_days(date(9999, 12, 31), 1), None);
        assert_eq!(add_days(date(2016, 1, 1), i32::MIN), None);
        assert_eq!(of_unix_time(1_457_950_000), Some(date(2016, 3, 14)));
        assert_eq!(of_unix_time(-1), Some(date(1969, 12, 31)));
    }
}
