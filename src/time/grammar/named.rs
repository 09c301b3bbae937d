//! Days and months by name, holidays, and what else on the calendar has a name (see `period` and `year`).

use super::{Parsed, Parser};
use crate::lexicon::Classes;
use crate::lexicon::en::calendar::{self as words, TimeUnit};
use crate::lexicon::en::class;
use crate::lexicon::en::holidays::HOLIDAYS;
use crate::time::candidate::{Frequency, Meaning, Part, Point, TimeOfDay, Year};

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
}

/// Whether the expression is a day.
fn is_day(parsed: &Parsed) -> bool {
    match &parsed.meaning {
        Meaning::Point(point) => matches!(point.part, Part::Day(..) | Part::DayOfMonth(_) | Part::Weekday(_) | Part::Holiday(_)),
        Meaning::Unit { unit, .. } => *unit == TimeUnit::Day,
        _ => false,
    }
}
