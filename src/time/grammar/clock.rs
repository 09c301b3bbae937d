//! Times of day: "10:35 a.m.", "5pm", "18:00 UTC", "noon Friday", "five o'clock".

use super::{Parsed, Parser};
use crate::lexicon::en::calendar::{self as words, TimeUnit};
use crate::lexicon::en::deixis::{DEICTICS, Deictic};
use crate::lexicon::en::{class, deixis};
use crate::time::candidate::{From, Meaning, TimeOfDay};

/// The clock alone, and how sure it is one without further evidence.
struct Clock {
    end: usize,
    time: TimeOfDay,
    sure: bool,
}

impl Parser<'_> {
    /// A time of day, with the day if it stands beside it.
    pub(super) fn timed(&self, at: usize) -> Option<Parsed> {
        let from = self.approximate(at).map_or(at, |(end, _)| end);
        let clock = self.clock(from)?;
        if !clock.sure && !self.time_preposition(at) && !self.is(clock.end, class::WEEKDAY) {
            return None;
        }
        let mut parsed = Parsed::new(clock.end, Meaning::Unit { unit: TimeUnit::Day, offset: 0, from: From::Text }, "clock");
        parsed.clock = Some(clock.time);
        let day_at = self.comma(clock.end);
        let day_at = if self.low(day_at) == "on" && self.is(day_at + 1, class::WEEKDAY.union(class::MONTH)) { day_at + 1 } else { day_at };
        if let Some(day) = self.day_expression(day_at) {
            parsed = Parsed { clock: parsed.clock, ..day };
        }
        if parsed.clock.is_some()
            && let Some((_, modifier)) = self.approximate(at)
        {
            parsed.modifier = Some(modifier);
        }
        Some(parsed)
    }

    fn time_preposition(&self, at: usize) -> bool {
        at > self.first
            && matches!(
                self.low(at - 1),
                "at" | "by" | "around" | "about" | "until" | "till" | "before" | "after" | "from" | "to" | "between" | "-" | "–" | "@"
            )
    }

    /// The clock time that may stand behind an explicit date: ", 11:29:42 AM".
    pub(super) fn trailing_clock(&self, at: usize) -> Option<(TimeOfDay, usize)> {
        let from = self.comma(at);
        let from = if self.low(from) == "at" { from + 1 } else { from };
        self.clock(from).filter(|clock| clock.sure || from == self.comma(at)).map(|clock| (clock.time, clock.end))
    }

    fn clock(&self, at: usize) -> Option<Clock> {
        match DEICTICS.get(self.low(at)) {
            Some(Deictic::Noon) => return Some(fixed(at + 1, 12)),
            Some(Deictic::Midnight) => return Some(fixed(at + 1, 24)),
            _ => {}
        }
        let clock = self.clock_in_digits(at).or_else(|| self.hour_in_words(at))?;
        if let (12, "noon") = (self.small(at).unwrap_or(0), self.low(at + 1)) {
            return Some(fixed(at + 2, 12));
        }
        Some(self.with_zone(clock))
    }

    fn clock_in_digits(&self, at: usize) -> Option<Clock> {
        if !self.is_number(at) || (self.is_glued(at) && matches!(self.low(at.wrapping_sub(1)), ":" | "/" | "$" | "." | "€" | "£")) {
            return None;
        }
        let word = self.surface(at);
        let (hour, minute, mut end, second, mut sure) = if let Some((hour, minute)) = word.split_once('.') {
            // "5.30 p.m.": a clock only with its half of the day.
            (hour.parse().ok()?, two_digits(minute)?, at + 1, None, false)
        } else if word.len() == 4
            && (self.zone(at + 1).is_some() || (self.is_glued(at + 1) && self.low(at + 1) == "hrs") || self.meridiem(at + 1).is_some())
        {
            (word.get(..2)?.parse().ok()?, word.get(2..)?.parse().ok()?, at + 1, None, true)
        } else {
            let hour = self.small(at)?;
            if matches!(self.low(at + 1), ":") && self.is_glued(at + 1) && self.is_glued(at + 2) {
                let minute = two_digits(self.surface(at + 2))?;
                if self.low(at + 3) == ":" && self.is_glued(at + 3) {
                    let second = two_digits(self.surface(at + 4))?;
                    (hour, minute, at + 5, Some(second), true)
                } else {
                    (hour, minute, at + 3, None, hour >= 6)
                }
            } else {
                (hour, 0, at + 1, None, false)
            }
        };
        let bare = end == at + 1 && word.len() <= 2;
        let mut hour: u8 = hour;
        if let Some((afternoon, after)) = self.meridiem(end) {
            if hour == 0 || hour > 12 {
                if hour > 23 || minute > 59 || bare {
                    return None;
                }
            } else {
                hour = hour % 12 + if afternoon { 12 } else { 0 };
            }
            end = after;
            sure = true;
        } else if self.low(end) == "o'clock" || self.low(end) == "o’clock" {
            end += 1;
            sure = true;
        } else if self.low(end) == "hrs" && word.len() == 4 {
            end += 1;
        } else if word.contains('.') {
            return None;
        } else if bare {
            let part = self.part_phrase(end)?;
            return Some(Clock {
                end: part.1,
                time: TimeOfDay::Clock { hour: in_part(hour, part.0), minute: 0, second: None, utc: false },
                sure: hour <= 12 && hour > 0,
            })
            .filter(|clock| clock.sure);
        }
        if hour > 23 {
            return None;
        }
        if minute > 59 || second.is_some_and(|second: u8| second > 59) {
            return None;
        }
        if let Some(part) = self.part_phrase(end)
            && hour <= 12
        {
            hour = in_part(hour, part.0);
            end = part.1;
            sure = true;
        }
        Some(Clock { end, time: TimeOfDay::Clock { hour, minute, second, utc: false }, sure })
    }

    /// "five o'clock", "half past five".
    fn hour_in_words(&self, at: usize) -> Option<Clock> {
        let half = self.reads(at, &["half", "past"]);
        let from = if half { at + 2 } else { at };
        let hour = match self.small(from) {
            Some(hour) => hour,
            None => u8::try_from(*deixis::COUNTS.get(self.low(from))?).ok()?,
        };
        let mut end = from + 1;
        let oclock = matches!(self.low(end), "o'clock" | "o’clock");
        if !(1..=12).contains(&hour) || !(half || oclock) {
            return None;
        }
        end += usize::from(oclock);
        let mut hour = hour;
        if let Some((part, after)) = self.part_phrase(end) {
            hour = in_part(hour, part);
            end = after;
        } else if let Some((afternoon, after)) = self.meridiem(end) {
            hour = hour % 12 + if afternoon { 12 } else { 0 };
            end = after;
        }
        Some(Clock { end, time: TimeOfDay::Clock { hour, minute: if half { 30 } else { 0 }, second: None, utc: false }, sure: true })
    }

    /// "a.m.", "pm", "p.m": whether it is afternoon, and the position behind.
    fn meridiem(&self, at: usize) -> Option<(bool, usize)> {
        match self.low(at) {
            "a.m." => Some((false, at + 1)),
            "p.m." => Some((true, at + 1)),
            "am" => Some((false, at + 1)),
            "pm" => Some((true, at + 1)),
            letter @ ("a" | "p")
                if self.low(at + 1) == "." && self.is_glued(at + 1) && self.low(at + 2) == "m" && self.is_glued(at + 2) =>
            {
                Some((letter == "p", at + 3))
            }
            _ => None,
        }
    }

    /// "in the morning".
    fn part_phrase(&self, at: usize) -> Option<(words::DayPart, usize)> {
        if self.reads(at, &["in", "the"]) && self.is(at + 2, class::DAY_PART) {
            return words::DAY_PARTS.get(self.low(at + 2)).filter(|(_, plural)| !plural).map(|(part, _)| (*part, at + 3));
        }
        self.reads(at, &["at", "night"]).then_some((words::DayPart::Night, at + 2))
    }

    fn zone(&self, at: usize) -> Option<(bool, usize)> {
        match self.low(at) {
            "gmt" | "utc" => Some((true, at + 1)),
            "est" | "edt" | "et" | "pst" | "pdt" | "cst" | "cdt" | "mst" | "mdt" | "bst" | "cet" | "cest" | "ist" | "sgt" | "jst"
            | "est." | "edt." => Some((false, at + 1)),
            "local" | "eastern" | "moscow" | "london" if self.low(at + 1) == "time" => Some((false, at + 2)),
            _ => None,
        }
    }

    fn with_zone(&self, mut clock: Clock) -> Clock {
        if let Some((universal, end)) = self.zone(clock.end) {
            clock.end = end;
            clock.sure = true;
            if let TimeOfDay::Clock { utc, .. } = &mut clock.time {
                *utc = universal;
            }
        }
        clock
    }

    /// A qualifier before a count or a clock, and its TIMEX3 mod.
    pub(super) fn approximate(&self, at: usize) -> Option<(usize, crate::fact::TimeModifier)> {
        use crate::fact::TimeModifier::{Approx, EqualOrLess, EqualOrMore, LessThan, MoreThan};
        let found = match (self.low(at), self.low(at + 1)) {
            ("about" | "around" | "approximately" | "roughly" | "some", _) => (at + 1, Approx),
            ("nearly" | "almost", _) => (at + 1, LessThan),
            ("more", "than") => (at + 2, MoreThan),
            ("over", _) => (at + 1, MoreThan),
            ("less" | "fewer", "than") => (at + 2, LessThan),
            ("under", _) => (at + 1, LessThan),
            ("at", "least") => (at + 2, EqualOrMore),
            ("at", "most") | ("up", "to") => (at + 2, EqualOrLess),
            ("no", "more") if self.low(at + 2) == "than" => (at + 3, EqualOrLess),
            ("no", "less" | "fewer") if self.low(at + 2) == "than" => (at + 3, EqualOrMore),
            _ => return None,
        };
        Some(found)
    }
}

fn fixed(end: usize, hour: u8) -> Clock {
    Clock { end, time: TimeOfDay::Clock { hour, minute: 0, second: None, utc: false }, sure: true }
}

fn two_digits(word: &str) -> Option<u8> {
    (word.len() == 2).then(|| word.parse().ok())?
}

fn in_part(hour: u8, part: words::DayPart) -> u8 {
    match part {
        words::DayPart::Morning => hour % 12,
        words::DayPart::Night if hour < 5 || hour == 12 => hour % 12,
        _ if hour < 12 => hour + 12,
        _ => hour,
    }
}
