//! Counts before units of time, years and days of the month in digits and words.

use super::Parser;
use crate::lexicon::en::{class, deixis};
use crate::text::decimal;
use crate::time::candidate::Amount;

/// A count and the position behind it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Numeral {
    pub end: usize,
    pub amount: Amount,
}

impl Parser<'_> {
    /// "5", "1,200", "2 1/2", "½", "twenty-five", "a hundred", "a couple of", "several".
    pub(super) fn numeral(&self, at: usize) -> Option<Numeral> {
        if self.is_number(at) {
            return self.digits(at);
        }
        if self.low(at) == "½" {
            return Some(Numeral { end: at + 1, amount: Amount::Exactly(0.5) });
        }
        self.vague_count(at).or_else(|| self.count_in_words(at))
    }

    fn digits(&self, at: usize) -> Option<Numeral> {
        let value = decimal::read(&self.surface(at).replace(',', ""))?;
        let mut numeral = Numeral { end: at + 1, amount: Amount::Exactly(value) };
        if let Some((share, end)) = self.fraction(at) {
            numeral = Numeral { end, amount: Amount::Exactly(share) };
        } else if let Some((share, end)) = self.fraction(self.hyphen(at + 1)) {
            numeral = Numeral { end, amount: Amount::Exactly(value + share) };
        } else if self.low(at + 1) == "½" {
            numeral = Numeral { end: at + 2, amount: Amount::Exactly(value + 0.5) };
        } else if matches!(self.low(at + 1), "hundred" | "thousand" | "million") {
            let scale = deixis::COUNTS.get(self.low(at + 1)).copied().unwrap_or(1);
            numeral = Numeral { end: at + 2, amount: Amount::Exactly(value * f64::from(scale)) };
        } else if self.low(at + 1) == "+" {
            numeral.end = at + 2;
        }
        Some(numeral)
    }

    /// "1/2", "3/4".
    fn fraction(&self, at: usize) -> Option<(f64, usize)> {
        let (upper, lower) = (self.small(at)?, self.small(at + 2)?);
        (self.low(at + 1) == "/" && upper < lower && lower <= 8).then(|| (f64::from(upper) / f64::from(lower), at + 3))
    }

    fn vague_count(&self, at: usize) -> Option<Numeral> {
        let unknown = |end| Some(Numeral { end, amount: Amount::Unknown });
        let one = usize::from(matches!(self.low(at), "a" | "an"));
        match self.low(at + one) {
            "several" | "many" if one == 0 => unknown(at + 1),
            "few" => unknown(at + one + 1),
            "couple" => {
                let end = at + one + 1;
                Some(Numeral { end: if self.low(end) == "of" { end + 1 } else { end }, amount: Amount::Exactly(2.0) })
            }
            "dozen" => Some(Numeral { end: at + one + 1, amount: Amount::Exactly(12.0) }),
            "number" if one == 1 && self.low(at + 2) == "of" => unknown(at + 3),
            "hundreds" | "thousands" | "dozens" | "tens" if self.low(at + 1) == "of" => unknown(at + 2),
            _ => None,
        }
    }

    /// "twenty-five", "a hundred and ten", "two thousand".
    fn count_in_words(&self, at: usize) -> Option<Numeral> {
        let mut end = at;
        let (mut total, mut group) = (0u64, 0u64);
        if matches!(self.low(at), "a" | "an") {
            if !matches!(self.low(at + 1), "hundred" | "thousand" | "million") {
                return None;
            }
            end += 1;
        }
        let start = end;
        while end < start + 12 {
            let here = if end == start { end } else { self.hyphen(end) };
            let here =
                if end > start && self.low(here) == "and" && group % 100 == 0 && self.is(here + 1, class::COUNT) { here + 1 } else { here };
            let Some(&value) = deixis::COUNTS.get(self.low(here)).filter(|_| self.is(here, class::COUNT)) else { break };
            let value = u64::from(value);
            match value {
                100 => group = group.max(1).saturating_mul(100),
                1000.. => {
                    total = total.saturating_add(group.max(1).saturating_mul(value));
                    group = 0;
                }
                // "twenty four" is one number, "four twenty" and "two three" are not.
                _ if group % 10 != 0 || (group % 100 != 0 && value >= 10) => break,
                _ => group += value,
            }
            end = here + 1;
        }
        (end > start).then(|| Numeral { end, amount: Amount::Exactly(total.saturating_add(group) as f64) })
    }

    /// A whole number of one or two digits.
    pub(super) fn small(&self, at: usize) -> Option<u8> {
        let word = self.surface(at);
        (self.is_number(at) && word.len() <= 2).then(|| word.parse().ok())?
    }

    /// A day of the month: "10", "10th", "eighth", "twenty-first". The second is whether it is an ordinal.
    pub(super) fn day_number(&self, at: usize) -> Option<(u8, bool, usize)> {
        if let Some(day) = self.small(at) {
            let ordinal = self.is_glued(at + 1) && matches!(self.low(at + 1), "st" | "nd" | "rd" | "th");
            return (1..=31).contains(&day).then_some((day, ordinal, at + 1 + usize::from(ordinal)));
        }
        let (day, end) = self.ordinal_in_words(at)?;
        (day <= 31).then_some((day, true, end))
    }

    /// "third", "3rd", "twenty-first", "twentieth".
    pub(super) fn ordinal(&self, at: usize) -> Option<(u32, usize)> {
        if self.is_number(at) {
            let value = self.surface(at).parse().ok()?;
            return (self.is_glued(at + 1) && matches!(self.low(at + 1), "st" | "nd" | "rd" | "th")).then_some((value, at + 2));
        }
        self.ordinal_in_words(at).map(|(value, end)| (u32::from(value), end))
    }

    fn ordinal_in_words(&self, at: usize) -> Option<(u8, usize)> {
        if self.is(at, class::ORDINAL) {
            return deixis::ORDINALS.get(self.low(at)).map(|&value| (value, at + 1));
        }
        let tens = *deixis::COUNTS.get(self.low(at)).filter(|value| (20..100).contains(*value))?;
        let next = self.hyphen(at + 1);
        let ones = *deixis::ORDINALS.get(self.low(next)).filter(|value| **value < 10)?;
        Some((u8::try_from(tens).ok()? + ones, next + 1))
    }

    /// A year of four digits, or in words: "nineteen ninety-seven", "two thousand five". Whether the context makes it
    /// a year is the caller's question.
    pub(super) fn year(&self, at: usize) -> Option<(i32, usize)> {
        if self.is_number(at) {
            let word = self.surface(at);
            let year: i32 = word.parse().ok()?;
            return (word.len() == 4 && (1000..2200).contains(&year)).then_some((year, at + 1));
        }
        if matches!(self.low(at), "'" | "’" | "‘" | "`") && self.is_glued(at + 1) {
            let short = self.surface(at + 1);
            let year = i32::from(self.small(at + 1)?);
            return (short.len() == 2).then_some((if year <= 30 { 2000 + year } else { 1900 + year }, at + 2));
        }
        self.year_in_words(at)
    }

    pub(super) fn year_in_words(&self, at: usize) -> Option<(i32, usize)> {
        let count = |at: usize| if self.is(at, class::COUNT) { deixis::COUNTS.get(self.low(at)).copied() } else { None };
        let head = count(at)?;
        if head == 2 && self.low(at + 1) == "thousand" {
            let numeral = self.count_in_words(at)?;
            return match numeral.amount {
                Amount::Exactly(value) if (2000.0..2100.0).contains(&value) => Some((value as i32, numeral.end)),
                _ => None,
            };
        }
        if !(11..=20).contains(&head) {
            return None;
        }
        let tens = count(at + 1).filter(|value| (10..100).contains(value))?;
        let mut year = head * 100 + tens;
        let mut end = at + 2;
        let next = self.hyphen(end);
        if tens >= 20
            && let Some(ones) = count(next).filter(|value| *value < 10)
        {
            year += ones;
            end = next + 1;
        }
        Some((i32::try_from(year).ok()?, end))
    }
}
