//! Dates and times in digits and marks: `2016-03-10`, `3/10/2016`, `10.03.2016`, `2016-03-10T11:29Z`.

use super::{Parsed, Parser};
use crate::time::calendar;
use crate::time::candidate::{Meaning, Part, Point, TimeOfDay, Year};

/// What digits and one kind of mark say.
struct Groups {
    values: Vec<(u32, usize)>,
    mark: u8,
    /// Bytes read.
    length: usize,
}

/// Reads up to three groups of digits joined by one of `-/.`.
fn groups(text: &str) -> Option<Groups> {
    let bytes = text.as_bytes();
    let mut read = Groups { values: Vec::new(), mark: 0, length: 0 };
    let mut at = 0;
    loop {
        let digits = bytes.get(at..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 || digits > 4 {
            return None;
        }
        read.values.push((text.get(at..at + digits)?.parse().ok()?, digits));
        at += digits;
        read.length = at;
        let mark = bytes.get(at).copied().unwrap_or(b' ');
        let goes_on = matches!(mark, b'-' | b'/' | b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !goes_on {
            return Some(read);
        }
        if read.values.len() == 3 || (read.mark != 0 && read.mark != mark) {
            return None;
        }
        read.mark = mark;
        at += 1;
    }
}

/// A two-digit year as people write them.
fn century_of(year: u32, digits: usize) -> i32 {
    let year = year as i32;
    match digits {
        4 => year,
        _ if year < 50 => 2000 + year,
        _ => 1900 + year,
    }
}

impl Parser<'_> {
    /// A date in digits and marks.
    pub(super) fn numeric_date(&self, at: usize) -> Option<Parsed> {
        if !self.is_number(at) || (self.is_glued(at) && matches!(self.low(at.wrapping_sub(1)), "-" | "/" | "." | "$" | "€" | "£" | ":"))
        {
            return None;
        }
        let document = self.reading.document();
        let start = document.tokens().get(at)?.span.start();
        let rest = document.text().get(start..)?;
        let read = groups(rest)?;
        let (point, rule) = point_of(&read)?;
        // The words end where the digits end: the first token that begins behind.
        let byte = start + read.length;
        let mut end = at;
        while end < self.end && document.tokens().get(end).is_some_and(|token| token.span.start() < byte) {
            end += 1;
        }
        if document.tokens().get(end.wrapping_sub(1)).is_none_or(|token| token.span.end() != byte) {
            return None;
        }
        let mut parsed = Parsed::new(end, Meaning::Point(point), rule);
        // ISO 8601 glues the time on with a T, which the tokeniser reads as a word: `T11`.
        if self.is_glued(end)
            && let Some(hour) = self.low(end).strip_prefix('t').and_then(|hour| hour.parse::<u8>().ok()).filter(|hour| *hour < 24)
            && self.low(end + 1) == ":"
            && let Some(minute) = self.small(end + 2).filter(|minute| *minute < 60)
        {
            end += 3;
            let mut second = None;
            if self.low(end) == ":"
                && let Some(seconds) =
                    self.surface(end + 1).split('.').next().and_then(|whole| whole.parse::<u8>().ok()).filter(|s| *s < 60)
            {
                second = Some(seconds);
                end += 2;
            }
            let utc = self.low(end) == "z" && self.is_glued(end);
            parsed.clock = Some(TimeOfDay::Clock { hour, minute, second, utc });
            parsed.end = end + usize::from(utc);
        }
        Some(parsed)
    }
}

/// The date that the groups say. Of day and month the one above twelve is the day; where both could be, the month
/// comes first with slashes and the day first with periods.
fn point_of(read: &Groups) -> Option<(Point, &'static str)> {
    let valid = |year: i32, month: u32, day: u32| {
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        calendar::date(year, month, day)?;
        Some(Point::new(Year::Is(year), Part::Day(month, day)))
    };
    match (read.mark, read.values.as_slice()) {
        (b'-' | b'/' | b'.', &[(year, 4), (month, 1..=2), (day, 1..=2)]) if (1000..2200).contains(&year) => {
            valid(year as i32, month, day).map(|point| (point, "iso-date"))
        }
        (mark, &[(first, 1..=2), (second, 1..=2), (year, digits @ (2 | 4))]) if mark != 0 => {
            let year = century_of(year, digits);
            if !(1000..2200).contains(&year) {
                return None;
            }
            let day_first = first > 12 || (mark == b'.' && second <= 12);
            let point = if day_first { valid(year, second, first) } else { valid(year, first, second) };
            point.map(|point| (point, "numeric-date"))
        }
        (b'-', &[(year, 4), (month @ 1..=12, 2)]) if (1900..2100).contains(&year) => {
            // `1996-12` is a month where the second group cannot be the end of a range of years.
            let range = month > year % 100;
            (!range).then_some((Point::new(Year::Is(year as i32), Part::Month(month as u8)), "iso-month"))
        }
        // The attacks are named by their date in the American order.
        (b'/', &[(9, 1), (11, 2)]) => Some((Point::new(Year::Is(2001), Part::Day(9, 11)), "nine-eleven")),
        _ => None,
    }
}
