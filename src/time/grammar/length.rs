//! Lengths of time, and what is counted with them: "5-month", "two hours and ten minutes", "a year ago", "three days
//! later", "the past two weeks", "twice a week".

use super::{Parsed, Parser};
use crate::lexicon::en::calendar::{self as words, TimeUnit};
use crate::lexicon::en::class;
use crate::time::candidate::{Amount, Frequency, From, Meaning, Part, Point, TimeOfDay, Vague, Year};

/// A length as read.
struct Length {
    end: usize,
    amount: Amount,
    unit: TimeUnit,
    rest: Option<(Amount, TimeUnit)>,
}

impl Parser<'_> {
    /// Any expression built on a length.
    pub(super) fn length(&self, at: usize) -> Option<Parsed> {
        if let Some(rate) = self.rate(at) {
            return Some(rate);
        }
        [
            self.frequency(at),
            self.loose_stretch(at),
            self.led_length(at),
            self.qualified_length(at),
            self.bare_unit(at),
            self.bare_part(at),
            self.ordinal_unit(at),
        ]
        .into_iter()
        .flatten()
        .max_by_key(|parsed| parsed.end)
    }

    fn unit(&self, at: usize) -> Option<(TimeUnit, bool)> {
        words::TIME_UNITS.get(self.low(at)).filter(|_| self.is(at, class::TIME_UNIT)).copied()
    }

    /// "nearly two years", "at least 10 more years", with "ago", "later" … behind it.
    fn qualified_length(&self, at: usize) -> Option<Parsed> {
        let approximate = self.approximate(at);
        let from = approximate.map_or(at, |(end, _)| end);
        let length = self.plain_length(from)?;
        let mut parsed = self.shifted(length);
        if let Some((_, modifier)) = approximate {
            parsed.modifier = Some(modifier);
        }
        Some(parsed)
    }

    /// A count and a unit, or "a" and a unit.
    fn plain_length(&self, at: usize) -> Option<Length> {
        if self.low(at) == "half" || (matches!(self.low(at), "a" | "the") && self.low(at + 1) == "half") {
            return self.half_unit(at);
        }
        let article = matches!(self.low(at), "a" | "an" | "another")
            && !matches!(self.low(at + 1), "few" | "couple" | "dozen" | "number" | "hundred" | "thousand" | "million");
        let (amount, next, counted) = if article {
            match self.numeral(at + 1) {
                Some(count) if self.unit(self.hyphen(count.end)).is_some() => return None,
                _ => (Amount::Exactly(1.0), at + 1, false),
            }
        } else {
            let count = self.numeral(at)?;
            if self.is_glued(at) && matches!(self.low(at.wrapping_sub(1)), "." | "$" | "€" | "£" | "/" | ":") {
                return None;
            }
            if self.is_number(at)
                && self.surface(at).len() == 4
                && self.year(at).is_some()
                && self.unit(count.end).is_none_or(|(_, plural)| !plural)
            {
                return None;
            }
            if self.hyphen(count.end) > count.end && self.low(count.end + 1) == "quarters" {
                return None;
            }
            (count.amount, count.end, true)
        };
        let mut amount = amount;
        let mut here = next;
        // "two and a half years"
        if counted && self.reads(here, &["and", "a", "half"]) {
            amount = plus_half(amount);
            here += 3;
        } else if counted && self.low(self.hyphen(here)) == "and" && self.low(self.hyphen(here) + 1) == "half" {
            amount = plus_half(amount);
            here = self.hyphen(here) + 2;
        }
        if counted {
            here = self.hyphen(here);
        }
        // "two more weeks", "three consecutive days".
        if self.unit(here).is_none() && is_manner(self.low(here)) {
            here = self.hyphen(here + 1);
        }
        let (unit, plural) = self.unit(here)?;
        if self.is_capitalised(here) && counted && self.is_title(at, here) {
            return None;
        }
        if !counted
            && (plural
                || (unit == TimeUnit::Second)
                || (unit == TimeUnit::Quarter && self.low(here + 1) != "earlier" && self.low(here + 1) != "ago"))
        {
            return None;
        }
        // "one second", "a quarter of the vote" and ordinals: "second" counts only behind a number.
        if unit == TimeUnit::Quarter && self.low(here + 1) == "of" && !plural {
            return None;
        }
        let mut end = here + 1;
        // "a year and a half", "a minute and a half"
        if self.reads(end, &["and", "a", "half"]) && self.unit(end + 3).is_none() {
            amount = plus_half(amount);
            end += 3;
        }
        let mut rest = None;
        let second_at = if matches!(self.low(end), "and" | ",") { end + 1 } else { end };
        let second_at = if self.low(end) == "," && self.low(second_at) == "and" { second_at + 1 } else { second_at };
        if let Some(count) = self.numeral(second_at)
            && let Some((finer, _)) = self.unit(count.end)
            && finer < unit
            && !matches!(finer, TimeUnit::Weekend)
        {
            rest = Some((count.amount, finer));
            end = count.end + 1;
        }
        if self.reads(end, &["or", "so"]) || self.reads(end, &["or", "more"]) || self.reads(end, &["or", "two"]) {
            end += 2;
        }
        if self.hyphen(end) > end && matches!(self.low(end + 1), "long" | "old") {
            end += 2;
        } else if (self.low(end) == "long" && self.hyphen(next) > next) || (self.low(end) == "old" && counted && plural) {
            end += 1;
        } else if self.reads(end, &["of", "age"]) && unit == TimeUnit::Year {
            end += 2;
        }
        Some(Length { end, amount, unit, rest })
    }

    /// "half an hour", "a half-hour", "half a century".
    fn half_unit(&self, at: usize) -> Option<Length> {
        let from = if self.low(at) == "half" { at + 1 } else { at + 2 };
        let here = if matches!(self.low(from), "a" | "an") { from + 1 } else { self.hyphen(from) };
        let (unit, plural) = self.unit(here)?;
        let sensible = !plural && !matches!(unit, TimeUnit::Second | TimeUnit::Quarter | TimeUnit::Weekend);
        sensible.then_some(Length { end: here + 1, amount: Amount::Exactly(0.5), unit, rest: None })
    }

    /// Reads what follows a length: "ago", "earlier", "later", "from now"; else it is the length.
    fn shifted(&self, length: Length) -> Parsed {
        let Length { end, amount, unit, rest } = length;
        let shift = |end, ahead, from| Parsed::new(end, Meaning::Shift { amount, unit, ahead, from }, "shift");
        // "in three weeks' time"
        if let Some(time) = self.possessive(end).filter(|&time| self.low(time) == "time") {
            return shift(time + 1, true, From::Speech);
        }
        let hyphenated = self.hyphen(end);
        match self.low(hyphenated) {
            "ago" => {
                // "a year-ago quarter"
                shift(hyphenated + 1, false, From::Speech)
            }
            "earlier" | "previously" => shift(hyphenated + 1, false, From::Text),
            "later" | "afterward" | "afterwards" | "hence" | "thereafter" => shift(hyphenated + 1, true, From::Text),
            "from" if matches!(self.low(end + 1), "now" | "today") => shift(end + 2, true, From::Speech),
            "before" if !self.is_word(end + 1) && !self.is_number(end + 1) => shift(end + 1, false, From::Text),
            "after" if !self.is_word(end + 1) && !self.is_number(end + 1) => shift(end + 1, true, From::Text),
            _ => Parsed::new(end, Meaning::Duration { amount, unit, rest }, "duration"),
        }
    }

    /// "the past two weeks", "the first nine months of 1998", "the next few days", "the nine months", "these three days".
    fn led_length(&self, at: usize) -> Option<Parsed> {
        let mut here = at;
        let mut led = false;
        for _ in 0..4 {
            match self.low(here) {
                "the" | "this" | "these" | "those" | "last" | "past" | "next" | "first" | "final" | "coming" | "previous" | "preceding"
                | "following" | "same" | "another" | "an" | "a" | "additional" | "latest" | "opening" | "each" | "subsequent"
                | "recent" => {
                    led |= !matches!(self.low(here), "a" | "an");
                    here += 1;
                }
                "of" if self.low(at) == "each" && here == at + 1 => here += 1,
                _ => break,
            }
        }
        if !led || here == at {
            return None;
        }
        let approximate = self.approximate(here);
        let from = approximate.map_or(here, |(end, _)| end);
        let count = self.numeral(from)?;
        let mut unit_at = self.hyphen(count.end);
        if self.unit(unit_at).is_none() && is_manner(self.low(unit_at)) {
            unit_at += 1;
        }
        let (unit, _) = self.unit(unit_at).or_else(|| {
            let &(_, plural) = words::DAY_PARTS.get(self.low(unit_at)).filter(|_| self.is(unit_at, class::DAY_PART))?;
            Some((TimeUnit::Day, plural))
        })?;
        // "the 5-month campaign": the article is the noun's.
        if from == at + 1 && matches!(self.low(at), "the" | "a" | "an") && unit_at > count.end {
            return None;
        }
        let length = Length { end: unit_at + 1, amount: count.amount, unit, rest: None };
        let mut parsed = self.shifted(length);
        if matches!(self.low(at), "the" | "first" | "last" | "next")
            && self.low(parsed.end) == "of"
            && let Some(point) = self.calendar_name(parsed.end + 1).filter(|point| matches!(point.meaning, Meaning::Point(_)))
        {
            parsed.end = point.end;
        }
        Some(parsed)
    }

    /// "20 Minutes", a paper: a capital that neither the words before nor those behind have.
    fn is_title(&self, at: usize, unit: usize) -> bool {
        let small = |at: usize| self.is_word(at) && !self.is_capitalised(at);
        small(unit + 1) && (at == self.first || small(at - 1))
    }

    /// "twice a week", "three times a day"; "$5 million a year": so much in each unit.
    fn rate(&self, at: usize) -> Option<Parsed> {
        let article = matches!(self.low(at), "a" | "an");
        if !article || at == self.first {
            return None;
        }
        let (unit, plural) = self.unit(at + 1)?;
        let before = self.low(at - 1);
        let counted = matches!(
            before,
            "once"
                | "twice"
                | "times"
                | "million"
                | "billion"
                | "percent"
                | "%"
                | "thousand"
                | "trillion"
                | "hours"
                | "days"
                | "people"
                | "barrels"
        ) || (self.is_number(at - 1) && !self.is_capitalised(at - 1));
        let plain = !matches!(self.low(at + 2), "ago" | "earlier" | "later" | "before" | "after" | "and" | "long" | "-");
        (counted && plain && !plural && unit != TimeUnit::Second)
            .then(|| Parsed::new(at + 2, Meaning::Set(Frequency::Every(1.0, unit)), "rate"))
    }

    /// A unit of time by itself: "weeks", "year", "year-earlier quarter".
    fn bare_unit(&self, at: usize) -> Option<Parsed> {
        let (unit, plural) = self.unit(at)?;
        if unit == TimeUnit::Year && self.hyphen(at + 1) > at + 1 && matches!(self.low(at + 2), "earlier" | "ago") {
            return Some(self.year_earlier(at + 3));
        }
        if self.is_name_word_of_unit(at) || (self.hyphen(at + 1) > at + 1 && self.low(at + 2) == "old") {
            return None;
        }
        let written_short = matches!(self.low(at), "sec" | "secs" | "min" | "mins" | "hr" | "hrs" | "yr" | "yrs" | "wk" | "wks");
        if written_short || matches!(unit, TimeUnit::Second | TimeUnit::Quarter) {
            return None;
        }
        if unit == TimeUnit::Weekend {
            let meaning = if plural { Meaning::Set(Frequency::Weekend) } else { Meaning::Unit { unit, offset: 0, from: From::Speech } };
            return Some(Parsed::new(at + 1, meaning, "weekend"));
        }
        if matches!(self.low(at + 1), "ago" | "earlier" | "later") && plural {
            let vague = if self.low(at + 1) == "later" { Vague::Future } else { Vague::Past };
            return Some(Parsed::new(at + 2, Meaning::Vague(vague), "shift"));
        }
        let mut end = at + 1;
        if self.hyphen(end) > end && self.low(end + 1) == "long" {
            end += 2;
        }
        // "weeks or months"
        if plural && self.low(end) == "or" && self.unit(end + 1).is_some_and(|(_, plural)| plural) {
            end += 2;
        }
        let amount = if plural { Amount::Unknown } else { Amount::Exactly(1.0) };
        Some(Parsed::new(end, Meaning::Duration { amount, unit, rest: None }, "bare-unit"))
    }

    /// "New Day", "Doris Day", "Year Zero": a unit inside a name.
    fn is_name_word_of_unit(&self, at: usize) -> bool {
        self.is_capitalised(at)
            && at > self.first
            && (self.is_number(at - 1) || self.is_name_word(at - 1) || self.is_name_word(at + 1) || self.is_capitalised(at.wrapping_sub(1)))
    }

    /// "the year-earlier quarter", "a year-ago period".
    pub(super) fn year_earlier(&self, at: usize) -> Parsed {
        let shift = Meaning::Shift { amount: Amount::Exactly(1.0), unit: TimeUnit::Year, ahead: false, from: From::Text };
        if matches!(self.low(at), "quarter" | "period") {
            return Parsed::new(at + 1, Meaning::Point(Point::new(Year::Offset(-1, From::Speech), Part::Quarter(None))), "year-earlier");
        }
        Parsed::new(at, shift, "year-earlier")
    }

    /// "night", "mornings", "at dawn": a part of no said day.
    fn bare_part(&self, at: usize) -> Option<Parsed> {
        let &(part, plural) = words::DAY_PARTS.get(self.low(at)).filter(|_| self.is(at, class::DAY_PART))?;
        if self.is_capitalised(at) && at > self.first && (self.is_capitalised(at - 1) || self.is_name_word(at + 1)) {
            return None;
        }
        if self.hyphen(at + 1) > at + 1 || (at > self.first && self.hyphen(at - 1) == at) || matches!(self.low(at), "daylight" | "nightly")
        {
            return None;
        }
        if plural {
            return Some(Parsed::new(at + 1, Meaning::Set(Frequency::Part(part)), "part-of-day"));
        }
        let mut parsed = Parsed::new(at + 1, Meaning::Unit { unit: TimeUnit::Day, offset: 0, from: From::Text }, "part-of-day");
        parsed.clock = Some(TimeOfDay::Part(part));
        Some(parsed)
    }

    /// "the third day", "sixth year": one of a count of units.
    fn ordinal_unit(&self, at: usize) -> Option<Parsed> {
        let from = if matches!(self.low(at), "the" | "its" | "a") { at + 1 } else { at };
        let (_, next) = if self.low(from) == "final" { (0, from + 1) } else { self.ordinal(from)? };
        let here = if is_manner(self.low(next)) { next + 1 } else { self.hyphen(next) };
        let (unit, plural) = self.unit(here)?;
        if plural || matches!(unit, TimeUnit::Second | TimeUnit::Minute | TimeUnit::Quarter | TimeUnit::Century) {
            return None;
        }
        Some(Parsed::new(here + 1, Meaning::Duration { amount: Amount::Exactly(1.0), unit, rest: None }, "ordinal-unit"))
    }
}

fn plus_half(amount: Amount) -> Amount {
    match amount {
        Amount::Exactly(value) => Amount::Exactly(value + 0.5),
        Amount::Unknown => Amount::Unknown,
    }
}

/// Words that may stand between a count and its unit.
fn is_manner(word: &str) -> bool {
    matches!(
        word,
        "more"
            | "full"
            | "consecutive"
            | "straight"
            | "additional"
            | "long"
            | "whole"
            | "entire"
            | "fiscal"
            | "calendar"
            | "working"
            | "business"
            | "trading"
            | "school"
            | "successive"
            | "further"
            | "solid"
            | "short"
            | "extra"
            | "previous"
            | "past"
            | "bloody"
            | "brief"
            | "single"
            | "mere"
    )
}
