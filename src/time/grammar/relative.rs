//! Expressions led by small words: "last year", "the following day", "this Friday", "the end of March", "early 2016",
//! "earlier in the day", "last year's third quarter".

use super::{Parsed, Parser};
use crate::fact::TimeModifier;
use crate::lexicon::en::calendar::{self as words, TimeUnit};
use crate::lexicon::en::class;
use crate::time::candidate::{Amount, Frequency, From, Meaning, Part, Point, Step, TimeOfDay, Vague, Year};

/// Determiner and step words before a unit or a name.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Lead {
    end: usize,
    the: bool,
    step: Option<Step>,
    /// "past": a stretch up to now rather than the unit before this.
    past: bool,
    /// "latest", "current" …: as "this".
    fiscal: bool,
    /// "entire", "whole", "full".
    whole: bool,
}

impl Parser<'_> {
    fn lead(&self, at: usize) -> Lead {
        let mut lead = Lead { end: at, the: false, step: None, past: false, fiscal: false, whole: false };
        if self.low(at) == "the" {
            lead.the = true;
            lead.end += 1;
        }
        for _ in 0..3 {
            let step = match self.low(lead.end) {
                // "the last half of the year" is its second.
                "last" if self.low(self.hyphen(lead.end + 1)) == "half" => break,
                "last" => Step::Last,
                "past" => {
                    lead.past = true;
                    Step::Last
                }
                "next" | "nxt" | "coming" | "upcoming" => Step::Next,
                "this" | "current" | "latest" => Step::This,
                "that" | "same" => Step::Same,
                "following" | "subsequent" => Step::Following,
                "previous" | "preceding" | "prior" => Step::Previous,
                "very" | "entire" | "whole" | "full" if lead.the || lead.step.is_some() => {
                    lead.whole |= self.low(lead.end) != "very";
                    lead.end += 1;
                    continue;
                }
                "fiscal" | "financial" | "calendar" => {
                    lead.fiscal = true;
                    lead.end += 1;
                    continue;
                }
                _ => break,
            };
            // "this past week", "that same day": the second word is the finer one.
            lead.step = Some(step);
            lead.end += 1;
        }
        lead
    }

    /// "last year", "the day", "this Friday", "next March", "the third quarter", "this morning", "last year's quarter".
    pub(super) fn relative(&self, at: usize) -> Option<Parsed> {
        if !self.is(at, class::LEADER) {
            return None;
        }
        let lead = self.lead(at);
        if lead.end == at {
            return None;
        }
        let here = lead.end;
        if let Some(parsed) = self.stepped_unit(&lead) {
            return Some(parsed);
        }
        if lead.the
            && lead.step.is_none()
            && let Some(day) = self.day_alone(at, here)
        {
            return Some(day);
        }
        // "the 1990s", "the third quarter", "the summer of 1999": the article belongs to the expression.
        let mut parsed = self.calendar_name(here)?;
        if let Meaning::Point(point) = &mut parsed.meaning {
            let bare = matches!(
                point.part,
                Part::Weekday(_)
                    | Part::Month(_)
                    | Part::Season(_)
                    | Part::Holiday(_)
                    | Part::Quarter(_)
                    | Part::Day(..)
                    | Part::DayOfMonth(_)
            );
            match lead.step {
                Some(step) if bare => point.step = Some(step),
                Some(_) => return None,
                None => {
                    let takes_article = match point.part {
                        Part::Season(_) | Part::Quarter(_) | Part::Half(_) | Part::Decade(_) | Part::Century => true,
                        Part::Day(..) => self.is_number(here),
                        _ => false,
                    };
                    if !takes_article && !lead.fiscal {
                        return None;
                    }
                }
            }
        } else {
            return None;
        }
        Some(self.with_time(parsed))
    }

    /// "on the 14th": a day of the month that the text speaks of.
    fn day_alone(&self, at: usize, here: usize) -> Option<Parsed> {
        let led = at > self.first && matches!(self.low(at - 1), "on" | "by" | "until" | "till" | "since" | "before" | "after" | "from");
        let (day, _, end) = self.day_number(here).filter(|&(_, ordinal, _)| ordinal && led && self.is_number(here))?;
        // "on the 14th floor"
        self.ends_phrase(end).then(|| Parsed::new(end, Meaning::Point(Point::new(Year::Open, Part::DayOfMonth(day))), "day"))
    }

    fn stepped_unit(&self, lead: &Lead) -> Option<Parsed> {
        let here = lead.end;
        if let Some(parsed) = self.stepped_part(lead) {
            return Some(parsed);
        }
        if self.low(here) == "period" && (lead.step == Some(Step::This) || self.year_reference(here + 1).is_some()) && lead.end > 0 {
            // "the latest period", "the same period last year": of the quarter spoken of.
            let (year, end) = self.year_reference(here + 1).unwrap_or((Year::Open, here + 1));
            return (self.low(here - 1) != "this" && self.low(here - 1) != "current")
                .then(|| Parsed::new(end, Meaning::Point(Point::new(year, Part::Quarter(None))), "period"));
        }
        let &(unit, plural) = words::TIME_UNITS.get(self.low(here)).filter(|_| self.is(here, class::TIME_UNIT))?;
        if unit == TimeUnit::Year && !plural && self.hyphen(here + 1) > here + 1 && matches!(self.low(here + 2), "earlier" | "ago") {
            return Some(self.year_earlier(here + 3));
        }
        if plural {
            // "the coming months", "the past years".
            let vague = match lead.step {
                Some(Step::Next | Step::Following) => Meaning::Duration { amount: Amount::Unknown, unit, rest: None },
                Some(Step::Last) => Meaning::Duration { amount: Amount::Unknown, unit, rest: None },
                None if lead.the => Meaning::Duration { amount: Amount::Unknown, unit, rest: None },
                _ => return None,
            };
            return Some(Parsed::new(here + 1, vague, "stretch"));
        }
        if matches!(unit, TimeUnit::Second | TimeUnit::Minute) && lead.step.is_none() {
            return None;
        }
        let (offset, from) = match lead.step {
            Some(Step::Last) if lead.past && lead.the => {
                return Some(Parsed::new(here + 1, Meaning::Duration { amount: Amount::Exactly(1.0), unit, rest: None }, "stretch"));
            }
            Some(Step::Last) => (-1, From::Speech),
            Some(Step::This) => (0, From::Speech),
            Some(Step::Next) => (1, if lead.the { From::Text } else { From::Speech }),
            Some(Step::Same) => (0, From::Text),
            Some(Step::Following) => (1, From::Text),
            Some(Step::Previous) => (-1, From::Text),
            None => (
                0,
                // "in the fourth quarter of 2005, and for the entire year": the year of that quarter.
                if matches!(unit, TimeUnit::Weekend | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year) && !lead.whole {
                    From::Speech
                } else {
                    From::Text
                },
            ),
        };
        let end = here + 1;
        // "last year's third quarter", "this year's first half", "this week's Monday".
        if unit == TimeUnit::Year
            && let Some(next) = self.possessive(end)
        {
            let year = Year::Offset(offset, from);
            let named = if self.low(next) == "quarter" {
                Some(Parsed::new(next + 1, Meaning::Point(Point::new(year, Part::Quarter(None))), "quarter"))
            } else {
                self.calendar_name(next).filter(|parsed| matches!(&parsed.meaning, Meaning::Point(point) if point.year == Year::Open))
            };
            if let Some(mut named) = named {
                if let Meaning::Point(point) = &mut named.meaning {
                    point.year = year;
                }
                return Some(named);
            }
        }
        if lead.the
            && lead.step.is_none()
            && let Some(period) = self.accounting_period(unit, end)
        {
            return Some(period);
        }
        // "the fiscal year 2016"
        if lead.fiscal
            && unit == TimeUnit::Year
            && let Some((year, end)) = self.year(end).filter(|_| self.is_number(end))
        {
            return Some(Parsed::new(end, Meaning::Point(Point::new(Year::Is(year), Part::Whole)), "year"));
        }
        if unit == TimeUnit::Quarter {
            let year_reference = self.year_reference(end);
            let step = lead.step;
            let (year, end) = year_reference.unwrap_or((Year::Open, end));
            let mut point = Point::new(year, Part::Quarter(None));
            point.step = step;
            return Some(Parsed::new(end, Meaning::Point(point), "quarter"));
        }
        if matches!(unit, TimeUnit::Hour | TimeUnit::Minute | TimeUnit::Second) {
            return Some(Parsed::new(end, Meaning::Duration { amount: Amount::Exactly(1.0), unit, rest: None }, "stretch"));
        }
        // "the year 2000" is a year; "the week of March 7" is that week; "the day of the attack" stays a day.
        if lead.the && lead.step.is_none() {
            if let Some(named) = self.unit_of_name(unit, end) {
                return Some(named);
            }
            if matches!(self.low(end), "before" | "after" | "previous" | "prior") && !self.is_word(end + 1) {
                let ahead = self.low(end) == "after";
                return Some(Parsed::new(
                    end + 1,
                    Meaning::Unit { unit, offset: if ahead { 1 } else { -1 }, from: From::Text },
                    "neighbour",
                ));
            }
        }
        let rule = if unit == TimeUnit::Weekend && lead.step.is_none() { "weekend" } else { "stepped-unit" };
        Some(self.with_time(Parsed::new(end, Meaning::Unit { unit, offset, from }, rule)))
    }

    /// "the year ended June 30" is a year's length, for it is none of the calendar; "the quarter ended July 31" is named by its last month.
    fn accounting_period(&self, unit: TimeUnit, at: usize) -> Option<Parsed> {
        if !matches!(self.low(at), "ended" | "ending") {
            return None;
        }
        let Meaning::Point(Point { year, part: Part::Day(month, _) | Part::Month(month), .. }) = self.calendar_name(at + 1)?.meaning else {
            return None;
        };
        let meaning = match unit {
            TimeUnit::Year => Meaning::Duration { amount: Amount::Exactly(1.0), unit, rest: None },
            TimeUnit::Quarter => {
                // With the last month of a quarter of the calendar that quarter is over, too.
                let step = (self.low(at) == "ended" && month % 3 == 0).then_some(Step::Last);
                Meaning::Point(Point { step, ..Point::new(year, Part::Quarter(Some(month.div_ceil(3)))) })
            }
            _ => return None,
        };
        Some(Parsed::new(at, meaning, "accounting-period"))
    }

    /// "the week of March 7", "the month of May".
    fn unit_of_name(&self, unit: TimeUnit, at: usize) -> Option<Parsed> {
        if self.low(at) != "of" {
            return None;
        }
        let named = self.calendar_name(at + 1)?;
        let fits = match &named.meaning {
            Meaning::Point(point) => matches!(
                (unit, point.part),
                (TimeUnit::Month, Part::Month(_))
                    | (TimeUnit::Year, Part::Whole)
                    | (TimeUnit::Week | TimeUnit::Day | TimeUnit::Weekend, Part::Day(..))
            ),
            _ => false,
        };
        fits.then_some(named)
    }

    /// "this morning", "last night", "that evening", "the next morning", "the night of March 10".
    fn stepped_part(&self, lead: &Lead) -> Option<Parsed> {
        let here = if matches!(self.low(lead.end), "early" | "late") { lead.end + 1 } else { lead.end };
        let &(part, plural) = words::DAY_PARTS.get(self.low(here)).filter(|_| self.is(here, class::DAY_PART))?;
        if plural {
            return None;
        }
        let mut end = here + 1;
        if self.low(end) == "hours" {
            end += 1;
        }
        let timed = |end, offset, from| {
            let mut parsed = Parsed::new(end, Meaning::Unit { unit: TimeUnit::Day, offset, from }, "part-of-day");
            parsed.clock = Some(TimeOfDay::Part(part));
            Some(parsed)
        };
        if lead.the
            && self.low(end) == "of"
            && let Some(day) = self.day_expression(end + 1).filter(|day| day.clock.is_none())
        {
            return Some(Parsed { clock: Some(TimeOfDay::Part(part)), ..day });
        }
        match lead.step {
            Some(Step::Last) => timed(end, -1, From::Speech),
            Some(Step::This) => timed(end, 0, From::Speech),
            Some(Step::Next | Step::Following) => timed(end, 1, From::Text),
            Some(Step::Same) => timed(end, 0, From::Text),
            Some(Step::Previous) => timed(end, -1, From::Text),
            None => timed(end, 0, From::Text),
        }
    }

    /// "early March", "the end of 2016", "mid-1990s", "earlier this year", "later in the week", "2016's end".
    pub(super) fn framed(&self, at: usize) -> Option<Parsed> {
        let the = usize::from(self.low(at) == "the");
        let word = self.low(at + the);
        let next = at + the + 1;
        let modifier = match word {
            "early" | "earlier" | "start" | "beginning" => TimeModifier::Start,
            "late" | "later" | "end" | "latter" | "close" => TimeModifier::End,
            "mid" | "middle" | "midst" => TimeModifier::Mid,
            "rest" | "remainder" => TimeModifier::End,
            "turn" => TimeModifier::Start,
            "post" => TimeModifier::After,
            "pre" => TimeModifier::Before,
            _ => return self.year_end(at),
        };
        let inner_at = match word {
            "end" | "start" | "beginning" | "middle" | "rest" | "remainder" | "close" | "midst" | "turn" => {
                if self.low(next) != "of" {
                    return None;
                }
                next + 1
            }
            "early" | "late" | "latter"
                if the == 1 && matches!(self.low(next), "part" | "days" | "months" | "half" | "hours") && self.low(next + 1) == "of" =>
            {
                next + 2
            }
            "post" | "pre" if self.hyphen(next) == next => return None,
            // "earlier in the day", "later in the week", "early in 2016", "early on Friday".
            "early" | "earlier" | "late" | "later" if matches!(self.low(next), "in" | "on") => next + 1,
            _ => self.hyphen(next),
        };
        let mut inner = self
            .relative(inner_at)
            .into_iter()
            .chain(self.day_expression(inner_at))
            .chain(self.calendar_name(inner_at))
            .chain(self.plain_part(inner_at))
            .max_by_key(|parsed| parsed.end)?;
        if matches!(inner.meaning, Meaning::Duration { .. } | Meaning::Set(_)) {
            return None;
        }
        let in_the_day = matches!(word, "earlier" | "later") && matches!(self.low(next), "in");
        if in_the_day && let Meaning::Unit { unit: TimeUnit::Day, from, .. } = &mut inner.meaning {
            *from = From::Text;
        }
        inner.modifier = Some(modifier);
        Some(inner)
    }

    /// "early morning", "late night" without a determiner.
    fn plain_part(&self, at: usize) -> Option<Parsed> {
        let &(part, plural) = words::DAY_PARTS.get(self.low(at)).filter(|_| self.is(at, class::DAY_PART))?;
        if plural {
            return None;
        }
        let mut parsed = Parsed::new(at + 1, Meaning::Unit { unit: TimeUnit::Day, offset: 0, from: From::Text }, "part-of-day");
        parsed.clock = Some(TimeOfDay::Part(part));
        if self.is(at + 1, class::WEEKDAY)
            && let Some(day) = self.day_expression(at + 1)
        {
            parsed = Parsed { clock: parsed.clock, ..day };
        }
        Some(parsed)
    }

    /// "year-end", "year end".
    fn year_end(&self, at: usize) -> Option<Parsed> {
        let &(unit, _) = words::TIME_UNITS.get(self.low(at)).filter(|_| self.is(at, class::TIME_UNIT))?;
        let end_at = self.possessive(at + 1).unwrap_or_else(|| self.hyphen(at + 1));
        (matches!(unit, TimeUnit::Year | TimeUnit::Month) && self.low(end_at) == "end")
            .then(|| Parsed::new(end_at + 1, Meaning::Unit { unit, offset: 0, from: From::Speech }, "unit-end").modified(TimeModifier::End))
    }

    /// "recent years", "coming months": a stretch without a count.
    pub(super) fn loose_stretch(&self, at: usize) -> Option<Parsed> {
        let vague = match self.low(at) {
            "recent" => Vague::Past,
            "coming" | "future" => Vague::Future,
            _ => return None,
        };
        let &(unit, plural) = words::TIME_UNITS.get(self.low(at + 1)).filter(|_| self.is(at + 1, class::TIME_UNIT))?;
        if !plural {
            return None;
        }
        let meaning =
            if vague == Vague::Past { Meaning::Duration { amount: Amount::Unknown, unit, rest: None } } else { Meaning::Vague(vague) };
        Some(Parsed::new(at + 2, meaning, "stretch"))
    }

    /// "every Friday", "each year", "every two weeks", "per day".
    pub(super) fn frequency(&self, at: usize) -> Option<Parsed> {
        if !matches!(self.low(at), "every" | "each" | "per") {
            return None;
        }
        let mut here = at + 1;
        if matches!(self.low(here), "other" | "single") {
            here += 1;
        }
        let every = |end, frequency| Some(Parsed::new(end, Meaning::Set(frequency), "frequency"));
        let double = if self.low(at + 1) == "other" { 2.0 } else { 1.0 };
        if let Some(&(unit, false)) = words::TIME_UNITS.get(self.low(here)).filter(|_| self.is(here, class::TIME_UNIT)) {
            return if unit == TimeUnit::Weekend {
                every(here + 1, Frequency::Weekend)
            } else {
                every(here + 1, Frequency::Every(double, unit))
            };
        }
        if let Some(&(part, _)) = words::DAY_PARTS.get(self.low(here)).filter(|_| self.is(here, class::DAY_PART)) {
            return every(here + 1, Frequency::Part(part));
        }
        if let Some(&(weekday, _)) = words::WEEKDAYS.get(self.low(here)).filter(|_| self.is(here, class::WEEKDAY)) {
            let mut parsed = every(here + 1, Frequency::Weekday(weekday))?;
            if let Some(&(part, _)) = words::DAY_PARTS.get(self.low(here + 1)).filter(|_| self.is(here + 1, class::DAY_PART)) {
                parsed.clock = Some(TimeOfDay::Part(part));
                parsed.end += 1;
            }
            return Some(parsed);
        }
        if let Some(&month) = words::MONTHS.get(self.low(here)).filter(|_| self.is(here, class::MONTH)) {
            return every(here + 1, Frequency::Month(month));
        }
        if let Some(&season) = words::SEASONS.get(self.low(here)).filter(|_| self.is(here, class::SEASON)) {
            return every(here + 1, Frequency::Season(season));
        }
        let count = self.numeral(here)?;
        let &(unit, _) = words::TIME_UNITS.get(self.low(count.end)).filter(|_| self.is(count.end, class::TIME_UNIT))?;
        match count.amount {
            Amount::Exactly(count_value) if self.low(at) == "every" => every(count.end + 1, Frequency::Every(count_value, unit)),
            _ => None,
        }
    }
}
