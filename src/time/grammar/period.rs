//! Parts of years and runs of them by name: seasons, quarters, halves, decades, centuries.

use super::{Parsed, Parser};
use crate::lexicon::en::calendar::{self as words};
use crate::lexicon::en::class;
use crate::time::candidate::{Meaning, Part, Point, Year};

impl Parser<'_> {
    pub(super) fn season(&self, at: usize) -> Option<Parsed> {
        let season = *words::SEASONS.get(self.low(at)).filter(|_| self.is(at, class::SEASON))?;
        let named = |year, end| Some(Parsed::new(end, Meaning::Point(Point::new(year, Part::Season(season))), "season"));
        if let Some((year, end)) = self.year_reference(at + 1) {
            // "the winter of 1941-42", "the fall in that year's output" is none.
            let end = if self.hyphen(end) > end && self.small(end + 1).is_some() { end + 2 } else { end };
            return (self.low(at) != "fall" || self.low(at + 1) != "in").then(|| named(year, end))?;
        }
        let before = if at > self.first { self.low(at - 1) } else { "" };
        let plausible = match self.low(at) {
            "fall" => {
                matches!(before, "last" | "this" | "next" | "early" | "late")
                    || (before == "the" && matches!(self.low(at.wrapping_sub(2)), "in" | "by" | "during" | "until" | "since" | "of"))
            }
            "spring" => {
                !matches!(before, "to" | "will" | "could" | "would" | "hot" | "a")
                    && (!self.is_capitalised(at) || at == self.first || before == "the")
            }
            _ => true,
        };
        let name = (self.is_capitalised(at) && at > self.first && self.is_name_word(at + 1))
            || (self.is_capitalised(at) && at > self.first && self.is_name_word(at - 1));
        if plausible && !name { named(Year::Open, at + 1) } else { None }
    }

    /// "third-quarter", "the third quarter of 1998", "Q3 2016", "fiscal third quarter".
    pub(super) fn quarter(&self, at: usize) -> Option<Parsed> {
        let point = |year, quarter| Meaning::Point(Point::new(year, Part::Quarter(Some(quarter))));
        if let Some(quarter) = self.short_quarter(at) {
            let (year, end) = self.year_reference(at + 1).unwrap_or((Year::Open, at + 1));
            return Some(Parsed::new(end, point(year, quarter), "quarter"));
        }
        if let Some((year, next)) = self.year(at).filter(|_| self.is_number(at)) {
            if matches!(self.low(next), "quarter" | "period") {
                let part = Meaning::Point(Point::new(Year::Is(year), Part::Quarter(None)));
                return Some(Parsed::new(next + 1, part, "quarter"));
            }
            let mut named = self.quarter(next).filter(|named| matches!(&named.meaning, Meaning::Point(Point { year: Year::Open, .. })))?;
            named.meaning = match named.meaning {
                Meaning::Point(named) => Meaning::Point(Point { year: Year::Is(year), ..named }),
                other => other,
            };
            return Some(named);
        }
        let from = if self.low(at) == "fiscal" { at + 1 } else { at };
        let (which, next) = match self.low(from) {
            "final" | "last" if self.low(from + 1) == "quarter" => (4, from + 1),
            _ => self.ordinal(from)?,
        };
        let next = self.hyphen(next);
        let next = if self.low(next) == "fiscal" { next + 1 } else { next };
        if self.low(next) != "quarter" || !(1..=4).contains(&which) {
            return None;
        }
        let end = next + 1;
        let (year, end) = self.year_reference(end).unwrap_or((Year::Open, end));
        Some(Parsed::new(end, point(year, which as u8), "quarter"))
    }

    /// The number of "Q4".
    pub(super) fn short_quarter(&self, at: usize) -> Option<u8> {
        match self.surface(at).as_bytes() {
            [b'Q', digit @ b'1'..=b'4'] => Some(digit - b'0'),
            _ => None,
        }
    }

    /// "the first half of 2016", "second half of this year".
    pub(super) fn half(&self, at: usize) -> Option<Parsed> {
        let half = match self.low(at) {
            "first" => 1,
            "second" | "latter" | "last" => 2,
            _ => return None,
        };
        let next = self.hyphen(at + 1);
        if self.low(next) != "half" {
            return None;
        }
        let (year, end) = self.year_reference(next + 1)?;
        Some(Parsed::new(end, Meaning::Point(Point::new(year, Part::Half(half))), "half"))
    }

    /// "1990s", "the '90s", "the nineties".
    pub(super) fn decade(&self, at: usize) -> Option<Parsed> {
        let meaning = |year, digits| Meaning::Point(Point::new(year, Part::Decade(digits)));
        if let Some(&digits) = words::DECADES.get(self.low(at)) {
            let led = at > self.first && (matches!(self.low(at - 1), "the" | "early" | "late" | "mid") || self.hyphen(at - 1) == at);
            return led.then(|| Parsed::new(at + 1, meaning(Year::Open, digits), "decade"));
        }
        let (number_at, year) = match self.year(at) {
            Some((year, end)) => (end, year),
            // "the 90s"
            None if matches!(self.low(at.wrapping_sub(1)), "the" | "early" | "late" | "mid" | "-") && at > self.first => {
                let short = self.small(at).filter(|_| self.surface(at).len() == 2 && self.low(at + 1) == "s")?;
                (at + 1, 1900 + i32::from(short))
            }
            None => return None,
        };
        let plural = self.is_glued(number_at) && (self.low(number_at) == "s" || self.shape(number_at).has(crate::text::Shape::POSSESSIVE));
        if !plural || year % 10 != 0 {
            return None;
        }
        let bc = self.era(number_at + 1).filter(|(before, _)| *before);
        let (year, end) = match bc {
            Some((_, end)) => (1 - year, end),
            None => (year, number_at + 1),
        };
        // "in 2000's budget" is a year with a possessive; "the 1990's" is a decade.
        if self.shape(number_at).has(crate::text::Shape::POSSESSIVE)
            && !(at > self.first && matches!(self.low(at - 1), "the" | "early" | "late" | "mid" | "-"))
        {
            return None;
        }
        Some(Parsed::new(end, meaning(Year::Is(year), 0), "decade"))
    }

    /// "the 19th century", "nineteenth-century".
    pub(super) fn century(&self, at: usize) -> Option<Parsed> {
        let (which, next) = self.ordinal(at)?;
        let next = self.hyphen(next);
        if !matches!(self.low(next), "century" | "centuries") || !(1..=30).contains(&which) {
            return None;
        }
        let before = self.era(next + 1);
        let year = match before {
            Some((true, _)) => -(which as i32) * 100,
            _ => (which as i32 - 1) * 100,
        };
        let end = before.map_or(next + 1, |(_, end)| end);
        Some(Parsed::new(end, Meaning::Point(Point::new(Year::Is(year), Part::Century)), "century"))
    }
}
