//! Places on the calendar by name: days, months, quarters, seasons, years, decades, centuries, holidays.

use super::{Parsed, Parser};
use crate::lexicon::Classes;
use crate::lexicon::en::calendar::{self as words, TimeUnit};
use crate::lexicon::en::class;
use crate::lexicon::en::deixis::{DEICTICS, Deictic};
use crate::lexicon::en::holidays::HOLIDAYS;
use crate::time::ANCIENT_YEAR;
use crate::time::candidate::{Amount, Frequency, From, Meaning, Part, Point, TimeOfDay, Vague, Year};

/// With these words no name on the calendar begins, unless they are of [`NAMES`] as well ("second", "summer").
const NO_NAMES: Classes = class::TIME_UNIT.union(class::DAY_PART);

const NAMES: Classes =
    class::MONTH.union(class::WEEKDAY).union(class::SEASON).union(class::HOLIDAY).union(class::ORDINAL).union(class::COUNT);

impl Parser<'_> {
    /// A name on the calendar or a word like "yesterday", with a part of the day or a clock time behind it. `relative` is what
    /// [`relative`](Self::relative) reads at the same place.
    pub(super) fn pointing(&self, at: usize, relative: Option<Parsed>) -> Option<Parsed> {
        let name = self.calendar_name(at);
        self.day(at, name.clone(), relative).or(name).or_else(|| self.reference(at))
    }

    /// A day: "Friday, March 11", "yesterday", with what may stand behind it.
    pub(super) fn day_expression(&self, at: usize) -> Option<Parsed> {
        self.day(at, self.calendar_name(at), self.relative(at))
    }

    fn day(&self, at: usize, name: Option<Parsed>, relative: Option<Parsed>) -> Option<Parsed> {
        let day = self.deictic_day(at).or_else(|| name.filter(is_day)).or_else(|| relative.filter(is_day))?;
        Some(self.with_time(day))
    }

    /// Adds the part of the day or the clock time behind a day.
    pub(super) fn with_time(&self, mut day: Parsed) -> Parsed {
        if day.clock.is_some() {
            return day;
        }
        let at = if matches!(self.low(day.end), "early" | "late") && self.is(day.end + 1, class::DAY_PART) { day.end + 1 } else { day.end };
        if let Some(&(part, plural)) = words::DAY_PARTS.get(self.low(at))
            && self.low(at) != "overnight"
            && self.is(at, class::DAY_PART)
        {
            if plural && let Meaning::Point(Point { part: Part::Weekday(weekday), .. }) = day.meaning {
                day.meaning = Meaning::Set(Frequency::Weekday(weekday));
            }
            day.clock = Some(TimeOfDay::Part(part));
            day.end = at + 1;
        } else if let Some((clock, end)) = self.trailing_clock(day.end) {
            day.clock = Some(clock);
            day.end = end;
        }
        day
    }

    /// "today", "tonight", "the day before yesterday".
    fn deictic_day(&self, at: usize) -> Option<Parsed> {
        for (words, offset) in [(&["the", "day", "before", "yesterday"], -2), (&["the", "day", "after", "tomorrow"], 2)] {
            if self.reads(at, words) {
                return Some(Parsed::new(at + 4, Meaning::Unit { unit: TimeUnit::Day, offset, from: From::Speech }, "deictic"));
            }
        }
        if !self.is(at, class::DEICTIC) {
            return None;
        }
        let day = |offset: i8| Meaning::Unit { unit: TimeUnit::Day, offset: i32::from(offset), from: From::Speech };
        // "USA Today", "Christianity Today": the name of a paper.
        if self.is_name_word(at) && self.is_capitalised(at.wrapping_sub(1)) && at > self.first && !self.is_glued(at) && self.is_word(at - 1)
        {
            return None;
        }
        match DEICTICS.get(self.low(at))? {
            Deictic::Day(offset) => Some(Parsed::new(at + 1, day(*offset), "deictic")),
            Deictic::Part(offset, part) => {
                let mut parsed = Parsed::new(at + 1, day(*offset), "deictic");
                parsed.clock = Some(TimeOfDay::Part(*part));
                Some(parsed)
            }
            _ => None,
        }
    }

    /// "now", "recently", "the future", "daily".
    fn reference(&self, at: usize) -> Option<Parsed> {
        if at > self.first
            && matches!(self.low(at - 1), "at" | "by" | "during" | "until" | "since" | "around" | "over" | "in" | "from" | "for")
            && matches!(self.low(at), "this" | "that")
            && matches!(self.low(at + 1), "time" | "period")
            && !(self.low(at - 1) == "for" && self.low(at + 1) == "time")
        {
            return Some(match self.low(at + 1) {
                "period" => Parsed::new(at + 2, Meaning::Duration { amount: Amount::Unknown, unit: TimeUnit::Year, rest: None }, "period"),
                _ => Parsed::new(at + 2, Meaning::Vague(if self.low(at) == "this" { Vague::Present } else { Vague::Past }), "reference"),
            });
        }
        let fixed: &[(&[&str], usize, Vague)] = &[
            (&["modern", "day"], 2, Vague::Present),
            (&["right", "now"], 2, Vague::Present),
            (&["the", "time", "being"], 3, Vague::Present),
            (&["present", "day"], 2, Vague::Present),
            (&["these", "days"], 2, Vague::Present),
            (&["the", "near", "future"], 3, Vague::Future),
            (&["the", "foreseeable", "future"], 3, Vague::Future),
            (&["the", "distant", "future"], 3, Vague::Future),
            (&["the", "distant", "past"], 3, Vague::Past),
            (&["the", "recent", "past"], 3, Vague::Past),
            (&["the", "future"], 2, Vague::Future),
            (&["near", "future"], 2, Vague::Future),
        ];
        for (words, length, vague) in fixed {
            if self.reads(at, words) {
                return Some(Parsed::new(at + length, Meaning::Vague(*vague), "reference"));
            }
        }
        if matches!(self.low(at), "present" | "modern") && self.hyphen(at + 1) > at + 1 && self.low(at + 2) == "day" {
            return Some(Parsed::new(at + 3, Meaning::Vague(Vague::Present), "reference"));
        }
        if self.reads(at, &["the", "past"]) && !self.is(at + 2, class::TIME_UNIT.union(class::SEASON)) && self.past_stands_alone(at + 2) {
            return Some(Parsed::new(at + 2, Meaning::Vague(Vague::Past), "reference"));
        }
        if !self.is(at, class::DEICTIC) || self.is_part_of_name(at) || self.counts_nothing(at) {
            return None;
        }
        let vague = match DEICTICS.get(self.low(at))? {
            Deictic::Present => Vague::Present,
            Deictic::Past => Vague::Past,
            Deictic::Future => Vague::Future,
            Deictic::Every(unit) => return Some(Parsed::new(at + 1, Meaning::Set(Frequency::Every(1.0, *unit)), "frequency")),
            _ => return None,
        };
        Some(Parsed::new(at + 1, Meaning::Vague(vague), "reference"))
    }

    /// "Future Group", "Daily Mail": capitalised beside a capitalised word that is no start of a sentence, unless all is in
    /// capitals.
    fn is_part_of_name(&self, at: usize) -> bool {
        let name = |at: usize| self.is_name_word(at) && !self.shape(at).has(crate::text::Shape::ALL_CAPS);
        name(at)
            && !matches!(self.low(at), "now")
            && (name(at + 1) || (at > self.first && self.is_word(at - 1) && self.is_capitalised(at - 1)))
    }

    /// "future plans", "a recent study" told of no time by itself: the adjective of what is to come.
    fn counts_nothing(&self, at: usize) -> bool {
        let owned = at > self.first
            && (self.shape(at - 1).has(crate::text::Shape::POSSESSIVE)
                || matches!(self.low(at - 1), "his" | "her" | "their" | "its" | "my" | "our" | "your"));
        let adjective = self.is_word(at + 1)
            && !self.is(at + 1, class::TIME_UNIT)
            && !self.past_stands_alone(at + 1)
            && !matches!(self.low(at + 1), "of" | "will" | "if" | "in" | "on");
        self.low(at) == "future" && (owned || adjective)
    }

    /// "in the past." is a time; "the past president" is none.
    fn past_stands_alone(&self, at: usize) -> bool {
        !self.is_word(at)
            || matches!(
                self.low(at),
                "and"
                    | "or"
                    | "but"
                    | "that"
                    | "when"
                    | "have"
                    | "has"
                    | "had"
                    | "is"
                    | "was"
                    | "as"
                    | "for"
                    | "by"
                    | "it"
                    | "he"
                    | "they"
                    | "she"
                    | "we"
                    | "to"
                    | "with"
                    | "been"
            )
    }

    /// A place on the calendar by name, without determiner words except inside ("the 5th of May").
    pub(super) fn calendar_name(&self, at: usize) -> Option<Parsed> {
        // Most of what is asked about is none of it, by its first word.
        if self.is(at, NO_NAMES) && !self.is(at, NAMES) || matches!(self.low(at), "a" | "an" | "this" | "that" | "these" | "those") {
            return None;
        }
        self.numeric_date(at)
            .or_else(|| self.holiday(at))
            .or_else(|| self.weekday_date(at))
            .or_else(|| self.month_date(at))
            .or_else(|| self.day_month(at))
            .or_else(|| self.season(at))
            .or_else(|| self.quarter(at))
            .or_else(|| self.half(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.century(at))
            .or_else(|| self.lone_year(at))
    }

    fn holiday(&self, at: usize) -> Option<Parsed> {
        if !self.is(at, class::HOLIDAY)
            || !(self.is_capitalised(at) || matches!(self.low(at), "xmas" | "christmas" | "halloween" | "thanksgiving"))
        {
            return None;
        }
        let (phrase, rule) = HOLIDAYS
            .iter()
            .find(|(phrase, _)| phrase.iter().enumerate().all(|(offset, word)| self.low(at + offset).replace('’', "'") == *word))?;
        let end = at + phrase.len();
        let (year, end) = self.year_reference(end).unwrap_or((Year::Open, end));
        Some(Parsed::new(end, Meaning::Point(Point::new(year, Part::Holiday(*rule))), "holiday"))
    }

    /// "Friday", "Friday, March 11, 2016", "Friday the 13th", "Fridays".
    fn weekday_date(&self, at: usize) -> Option<Parsed> {
        let &(weekday, plural) = words::WEEKDAYS.get(self.low(at)).filter(|_| self.is(at, class::WEEKDAY))?;
        let short = self.low(at).len() <= 5;
        let period = short && self.low(at + 1) == "." && self.is_glued(at + 1);
        let next = at + 1 + usize::from(period);
        let mut date_at = self.comma(next);
        if self.low(date_at) == "the" {
            date_at += 1;
        }
        let date = if self.is_capitalised(at) || !short {
            self.numeric_date(date_at).or_else(|| self.month_date(date_at)).or_else(|| self.day_month(date_at)).filter(is_day)
        } else {
            None
        };
        if let Some(mut date) = date {
            if let Meaning::Point(point) = &mut date.meaning {
                point.weekday = Some(weekday);
            }
            return Some(date);
        }
        // "Friday the 13th" is a day; "Friday, the fourth decline" is one of four declines.
        let counts = |end: usize| !self.is_number(date_at) && self.is_word(end) && self.low(end) != "of";
        let behind_the = self.day_number(date_at).filter(|_| self.low(date_at.wrapping_sub(1)) == "the");
        if let Some((day, true, end)) = behind_the.filter(|&(.., end)| !counts(end)) {
            let point = Point { weekday: Some(weekday), ..Point::new(Year::Open, Part::DayOfMonth(day)) };
            return Some(Parsed::new(end, Meaning::Point(point), "weekday-day"));
        }
        if plural {
            return self.is_capitalised(at).then(|| Parsed::new(next, Meaning::Set(Frequency::Weekday(weekday)), "weekdays"));
        }
        let plausible = if short && !matches!(self.low(at), "tues" | "thurs") {
            self.is_capitalised(at) && self.short_weekday_is_one(at, next)
        } else {
            self.weekday_is_no_name(at)
        };
        let end = if short { next } else { at + 1 };
        plausible.then(|| Parsed::new(end, Meaning::Point(Point::new(Year::Open, Part::Weekday(weekday))), "weekday"))
    }

    /// "Sat", "Sun", "Mon" are words and names too.
    fn short_weekday_is_one(&self, at: usize, next: usize) -> bool {
        let before = self.low(at.wrapping_sub(1));
        at > self.first && matches!(before, "on" | "this" | "next" | "last" | "every" | "until" | "by" | "-" | "–")
            || self.is(next, class::DAY_PART)
            || (next > at + 1 && self.is_number(next))
    }

    fn weekday_is_no_name(&self, at: usize) -> bool {
        let named = at > self.first
            && self.is_capitalised(at - 1)
            && matches!(
                self.low(at - 1),
                "black"
                    | "bloody"
                    | "super"
                    | "ruby"
                    | "man"
                    | "sheffield"
                    | "cyber"
                    | "giving"
                    | "joe"
                    | "freaky"
                    | "casual"
                    | "fat"
                    | "blue"
            );
        let paper = self.is_capitalised(at + 1)
            && matches!(
                self.low(at + 1),
                "times"
                    | "telegraph"
                    | "mirror"
                    | "herald"
                    | "express"
                    | "mail"
                    | "post"
                    | "tribune"
                    | "star"
                    | "world"
                    | "independent"
                    | "magazine"
                    | "review"
                    | "morning's"
                    | "live"
                    | "club"
            );
        let show = self.low(at) == "saturday" && self.reads(at + 1, &["night", "live"]);
        !(named || paper || show)
    }

    /// The month of a word, if it is written as one.
    fn month(&self, at: usize) -> Option<u8> {
        let month = *words::MONTHS.get(self.low(at)).filter(|_| self.is(at, class::MONTH))?;
        // "Black September", a group.
        if at > self.first && self.low(at - 1) == "black" && self.is_capitalised(at - 1) {
            return None;
        }
        let plain = self.low(at).len() > 5 && !matches!(self.low(at), "august");
        (self.is_capitalised(at) || plain || self.is_number(at.wrapping_sub(1)) && at > self.first).then_some(month)
    }

    /// "March 10, 2016", "March 10", "March 2016", "March of that year", "March".
    fn month_date(&self, at: usize) -> Option<Parsed> {
        let month = self.month(at)?;
        let next = at + 1 + usize::from(self.low(at + 1) == "." && self.low(at).len() <= 4 && self.is_glued(at + 1));
        if let Some(date) = self.month_day_year(at, next, month) {
            return Some(date);
        }
        if let Some((year, end)) = self.year_reference(next) {
            return Some(Parsed::new(end, Meaning::Point(Point::new(year, Part::Month(month))), "month-year"));
        }
        let end = if self.low(at + 1) == "." { at + 1 } else { next };
        self.month_stands_alone(at).then(|| Parsed::new(end, Meaning::Point(Point::new(Year::Open, Part::Month(month))), "month"))
    }

    fn month_day_year(&self, at: usize, next: usize, month: u8) -> Option<Parsed> {
        let point = |year, day| Meaning::Point(Point::new(year, Part::Day(month, day)));
        // "July 4,1776" without a space is one number to the tokeniser.
        if let Some((day, year)) = self.surface(next).split_once(',')
            && self.is_number(next)
            && year.len() == 4
            && day.len() <= 2
        {
            let (day, year): (u8, i32) = (day.parse().ok()?, year.parse().ok()?);
            return ((1..=31).contains(&day) && (1000..2200).contains(&year))
                .then(|| Parsed::new(next + 1, point(Year::Is(year), day), "month-day-year"));
        }
        let day_at = if self.low(next) == "the" { next + 1 } else { next };
        let (day, ordinal, end) = self.day_number(day_at)?;
        if (day_at > next && !ordinal)
            || (self.low(end) == ":" && self.is_glued(end) && self.is_glued(end + 1))
            || !(self.is_capitalised(at) || ordinal || self.low(at).len() > 3)
        {
            return None;
        }
        let year_at = self.comma(end);
        if let Some((year, end)) = self.dated_year(year_at) {
            return Some(Parsed::new(end, point(Year::Is(year), day), "month-day-year"));
        }
        if let Some((year, end)) = self.year_reference(end) {
            return Some(Parsed::new(end, point(year, day), "month-day-year"));
        }
        // "the Sept. 11 attacks" are those of one year.
        let known =
            (month, day) == (9, 11) && matches!(self.low(end), "attack" | "attacks" | "terror" | "terrorist" | "hijackers" | "hijackings");
        Some(Parsed::new(end, point(if known { Year::Is(2001) } else { Year::Open }, day), "month-day"))
    }

    /// "10 March 2016", "the 10th of March", "10 March".
    fn day_month(&self, at: usize) -> Option<Parsed> {
        let from = if self.low(at) == "the" { at + 1 } else { at };
        let (day, ordinal, next) = self.day_number(from)?;
        if from > at && !ordinal && !self.is(next, class::MONTH) {
            return None;
        }

        // "5 and 6 May", "10-12 March": the first day takes the month of the next.
        let joint =
            if self.reads(next, &["and"]) || self.low(next) == "to" || self.low(next) == "&" { next + 1 } else { self.hyphen(next) };
        if joint > next
            && (self.hyphen(next) > next || (at > self.first && matches!(self.low(at - 1), "on" | "from" | "between" | "the" | "of" | ",")))
            && self.is_number(joint)
            && let Some(Parsed { meaning: Meaning::Point(Point { part: Part::Day(month, _), year, .. }), .. }) = self.day_month(joint)
        {
            return Some(Parsed::new(next, Meaning::Point(Point::new(year, Part::Day(month, day))), "day-list"));
        }
        let mut month_at = if self.low(next) == "of" { next + 1 } else { self.hyphen(next) };
        if self.reads(next, &["day", "of"]) {
            month_at = next + 2;
        }
        let month = self.month(month_at)?;
        if !self.is_capitalised(month_at) && self.low(month_at).len() <= 4 && !matches!(self.low(month_at), "june" | "july") {
            return None;
        }
        let end = month_at + 1;
        let year_at = self.comma(self.hyphen(end));
        let point = |year| Meaning::Point(Point::new(year, Part::Day(month, day)));
        if let Some((year, end)) = self.dated_year(year_at) {
            return Some(Parsed::new(end, point(Year::Is(year)), "day-month-year"));
        }
        if let Some((year, end)) = self.year_reference(end) {
            return Some(Parsed::new(end, point(year), "day-month-year"));
        }
        Some(Parsed::new(end, point(Year::Open), "day-month"))
    }

    /// Whether what stands at `at` is no noun that a number before it could count: "on the 5th and", "on the 5th."
    pub(super) fn ends_phrase(&self, at: usize) -> bool {
        !self.is_word(at)
            || matches!(
                self.low(at),
                "and"
                    | "or"
                    | "in"
                    | "at"
                    | "on"
                    | "for"
                    | "when"
                    | "with"
                    | "the"
                    | "to"
                    | "from"
                    | "as"
                    | "by"
                    | "but"
                    | "after"
                    | "before"
            )
    }

    /// The further days of "March 10, 12 and 15", "July 6-8": each takes the month and the year of the first.
    pub(super) fn further_days(&self, first: &Parsed) -> Vec<Parsed> {
        let mut days = Vec::new();
        let Meaning::Point(Point { year, part: Part::Day(month, mut last), .. }) = first.meaning else { return days };
        if first.clock.is_some() || !matches!(first.rule, "month-day" | "month-day-year") {
            return days;
        }
        let mut end = first.end;
        while days.len() < 12 {
            let comma = self.comma(end);
            let joint = match self.low(comma) {
                "and" | "or" | "to" | "&" => comma + 1,
                "-" | "–" => comma + 1,
                _ => comma,
            };
            let Some((day, _, next)) = self.day_number(joint).filter(|(day, _, _)| joint > end && *day > last && self.is_number(joint))
            else {
                break;
            };
            let open = self.ends_phrase(next);
            if !open || (self.is_glued(next) && matches!(self.low(next), ":" | "%" | "/" | "-")) {
                break;
            }
            let (year, next) = match self.dated_year(self.comma(next)).filter(|_| year == Year::Open) {
                Some((year, next)) => (Year::Is(year), next),
                None => (year, next),
            };
            days.push(Parsed::new(next, Meaning::Point(Point::new(year, Part::Day(month, day))), "day-list"));
            last = day;
            end = next;
        }
        days
    }

    /// Whether a month name without day or year is the month.
    fn month_stands_alone(&self, at: usize) -> bool {
        let before = if at > self.first { self.low(at - 1) } else { "" };
        let led = matches!(
            before,
            "in" | "of"
                | "last"
                | "next"
                | "this"
                | "since"
                | "until"
                | "till"
                | "by"
                | "from"
                | "early"
                | "late"
                | "mid"
                | "through"
                | "during"
                | "after"
                | "before"
                | "every"
                | "each"
                | "that"
                | "previous"
                | "following"
                | "between"
        ) || (before == "-" && matches!(self.low(at.wrapping_sub(2)), "mid" | "late" | "early"));
        let joined = matches!(before, "and" | "or" | "to" | "-" | "–") && self.is(at.wrapping_sub(2), class::MONTH);
        match self.low(at) {
            "may" | "march" => self.is_capitalised(at) && (led || joined),
            "april" | "june" | "august" => {
                (led || joined || !(self.is_name_word(at + 1) || (at > self.first && self.is_name_word(at - 1))))
                    && (self.is_capitalised(at))
            }
            word if word.len() <= 3 => self.is_capitalised(at) && (led || joined),
            _ => true,
        }
    }

    /// A year behind a date: four digits, two behind an apostrophe, words, or with its era.
    fn dated_year(&self, at: usize) -> Option<(i32, usize)> {
        self.era_year(at).or_else(|| self.year(at).filter(|(_, end)| !(self.is_glued(*end) && matches!(self.low(*end), ":" | "%" | "s"))))
    }

    /// "490 BC", "AD 79": the astronomical year.
    fn era_year(&self, at: usize) -> Option<(i32, usize)> {
        if matches!(self.low(at), "ad" | "a.d.") && self.is_number(at + 1) {
            let year: i32 = self.surface(at + 1).parse().ok()?;
            return (1..2200).contains(&year).then_some((year, at + 2));
        }
        if !self.is_number(at) {
            return None;
        }
        let year: i32 = self.surface(at).parse().ok()?;
        let (before, end) = self.era(at + 1)?;
        if !(1..10_000).contains(&year) {
            return None;
        }
        Some((if before { 1 - year } else { year }, end))
    }

    fn era(&self, at: usize) -> Option<(bool, usize)> {
        match self.low(at) {
            "bc" | "bce" | "b.c." | "b.c.e." => Some((true, at + 1)),
            "ad" | "ce" | "a.d." | "c.e." if self.is_capitalised(at) => Some((false, at + 1)),
            "b" | "a" if self.low(at + 1) == "." && matches!(self.low(at + 2), "c" | "d") && self.is_glued(at + 2) => {
                Some((self.low(at) == "b", at + 3))
            }
            _ => None,
        }
    }

    /// The year that a month, a quarter or a season belongs to: " 2016", ", 2016", " of 2016", " of that year", " last year".
    pub(super) fn year_reference(&self, at: usize) -> Option<(Year, usize)> {
        let from = self.comma(at);
        let from = if matches!(self.low(at), "of" | "in") { at + 1 } else { from };
        if self.low(at) != "in"
            && let Some((year, end)) = self.dated_year(if self.reads(from, &["the", "year"]) { from + 2 } else { from })
        {
            return Some((Year::Is(year), end));
        }
        if self.low(at) == "," {
            return None;
        }
        let fiscal = |at: usize| if matches!(self.low(at), "fiscal" | "financial" | "calendar") { at + 1 } else { at };
        let the = usize::from(self.low(from) == "the");
        let year_at = fiscal(from + the + 1);
        let (offset, origin) = match (the, self.low(from + the)) {
            (0, "last") => (-1, From::Speech),
            (_, "this" | "current") => (0, From::Speech),
            (0, "next") => (1, From::Speech),
            (_, "that" | "same") => (0, From::Text),
            (1, "following" | "next") => (1, From::Text),
            (_, "previous" | "preceding" | "prior") => (-1, From::Text),
            (1, "year") if self.low(from + 2) == "before" => return Some((Year::Offset(-1, From::Text), from + 3)),
            _ => return None,
        };
        let year_at = if self.low(from + the) == "that" && self.low(year_at) == "same" { year_at + 1 } else { year_at };
        (self.low(year_at) == "year" && self.possessive(year_at + 1).is_none()).then_some((Year::Offset(offset, origin), year_at + 1))
    }

    fn season(&self, at: usize) -> Option<Parsed> {
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
    fn quarter(&self, at: usize) -> Option<Parsed> {
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
    fn half(&self, at: usize) -> Option<Parsed> {
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
    fn decade(&self, at: usize) -> Option<Parsed> {
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
    fn century(&self, at: usize) -> Option<Parsed> {
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

    /// A year by itself, where the words around do not make it a count.
    fn lone_year(&self, at: usize) -> Option<Parsed> {
        let parsed = |year, end| Some(Parsed::new(end, Meaning::Point(Point::new(Year::Is(year), Part::Whole)), "year"));
        if let Some((year, end)) = self.era_year(at) {
            return parsed(year, end);
        }
        if self.low(at) == "the" && self.low(at + 1) == "year" {
            let (year, end) = self.dated_year(at + 2)?;
            return parsed(year, end);
        }
        if matches!(self.low(at), "fiscal" | "calendar") {
            let from = if self.low(at + 1) == "year" { at + 2 } else { at + 1 };
            let (year, end) = self.year(from)?;
            return parsed(year, end);
        }
        if let Some(ancient) = self.ancient_year(at) {
            return Some(ancient);
        }
        let (year, end) = self.year(at)?;
        if !self.is_number(at) {
            let apostrophe = !self.is_word(at);
            let led = at > self.first
                && matches!(
                    self.low(at - 1),
                    "in" | "of" | "since" | "by" | "early" | "late" | "until" | "to" | "and" | "from" | "during" | "class"
                );
            return if apostrophe && !led { None } else { parsed(year, end) };
        }
        self.number_is_year(at, year).then(|| parsed(year, end))?
    }

    /// "in 480": a year where the text counts years before Christ, which only the whole text tells.
    fn ancient_year(&self, at: usize) -> Option<Parsed> {
        let word = self.surface(at);
        let year: i32 = word.parse().ok()?;
        let led = at > self.first
            && matches!(self.low(at - 1), "in" | "by" | "since" | "until" | "before" | "after" | "from" | "of" | "early" | "late" | "and");
        (word.len() == 3 && led && !(self.is_word(at + 1) && self.low(at + 1).ends_with('s')))
            .then(|| Parsed::new(at + 1, Meaning::Point(Point::new(Year::Is(1 - year), Part::Whole)), ANCIENT_YEAR))
    }

    fn number_is_year(&self, at: usize, year: i32) -> bool {
        let before = if at > self.first { self.low(at - 1) } else { "" };
        let (after, glued) = (self.low(at + 1), self.is_glued(at + 1));
        let led = matches!(
            before,
            "in" | "since"
                | "until"
                | "till"
                | "by"
                | "before"
                | "after"
                | "during"
                | "from"
                | "early"
                | "late"
                | "mid"
                | "throughout"
                | "between"
                | "through"
                | "circa"
                | "c."
                | "post"
                | "pre"
        );
        if self.is_glued(at) && matches!(before, "$" | "€" | "£" | "¥" | "#" | "." | ":" | "/" | "+" | "," | "_" | "@") {
            return false;
        }
        if matches!(
            before,
            "$" | "€"
                | "£"
                | "¥"
                | "#"
                | "no."
                | "number"
                | "no"
                | "flight"
                | "least"
                | "than"
                | "about"
                | "nearly"
                | "room"
                | "article"
                | "page"
                | "resolution"
                | "section"
                | "sections"
                | "chapter"
                | "paragraph"
                | "version"
                | "route"
                | "highway"
                | "channel"
                | "gate"
                | "some"
                | "over"
                | "approximately"
                | "almost"
                | "only"
                | "another"
        ) {
            return false;
        }
        if glued
            && matches!(
                after,
                "%" | "m"
                    | "km"
                    | "kg"
                    | ":"
                    | "/"
                    | "+"
                    | "hrs"
                    | "ft"
                    | "p"
                    | "mhz"
                    | "cc"
                    | "x"
                    | "k"
                    | "st"
                    | "nd"
                    | "rd"
                    | "th"
                    | "am"
                    | "pm"
                    | "°"
            )
        {
            return false;
        }
        if matches!(
            after,
            "%" | "percent"
                | "per"
                | "km"
                | "kilometers"
                | "kilometres"
                | "miles"
                | "meters"
                | "metres"
                | "feet"
                | "tons"
                | "tonnes"
                | "dollars"
                | "euros"
                | "pounds"
                | "hours"
                | "days"
                | "gmt"
                | "hrs"
                | "utc"
                | "million"
                | "billion"
                | "thousand"
                | "cubic"
                | "square"
                | "square-foot"
                | "kg"
                | "mph"
                | "people"
                | "men"
                | "women"
                | "children"
                | "troops"
                | "soldiers"
                | "civilians"
                | "years"
                | "dead"
        ) {
            return false;
        }
        // A plural noun behind a bare number counts things, unless something tells that a year is meant.
        let counted = self.is_word(at + 1)
            && after.len() > 3
            && after.ends_with('s')
            && !after.ends_with("ss")
            && !self.is_capitalised(at + 1)
            && !matches!(after, "was" | "has" | "this" | "does" | "is" | "as" | "elections" | "games" | "olympics");
        if counted && !led && !matches!(before, "the" | "its" | "his" | "their" | "'s" | "’s" | "of") {
            return false;
        }
        if (1900..2050).contains(&year) {
            return true;
        }
        let ranged = self.hyphen(at + 1) > at + 1 && self.year(at + 2).is_some()
            || matches!(before, "-" | "–") && self.is_number(at.wrapping_sub(2));
        led || ranged
            || matches!(before, "of" | "and" | "to" | "(" | "the") && !counted
            || matches!(after, ")" | "," | ".") && year >= 1400 && !self.is_word(at.wrapping_sub(1))
    }
}

/// Whether the expression is a day.
fn is_day(parsed: &Parsed) -> bool {
    match &parsed.meaning {
        Meaning::Point(point) => matches!(point.part, Part::Day(..) | Part::DayOfMonth(_) | Part::Weekday(_) | Part::Holiday(_)),
        Meaning::Unit { unit, .. } => *unit == TimeUnit::Day,
        _ => false,
    }
}
