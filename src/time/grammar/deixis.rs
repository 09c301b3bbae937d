//! Words that point from the day of speech, and those for a past, a present or a future of no date.

use super::{Parsed, Parser};
use crate::lexicon::en::calendar::TimeUnit;
use crate::lexicon::en::class;
use crate::lexicon::en::deixis::{DEICTICS, Deictic};
use crate::time::candidate::{Amount, Frequency, From, Meaning, TimeOfDay, Vague};

impl Parser<'_> {
    /// "today", "tonight", "the day before yesterday".
    pub(super) fn deictic_day(&self, at: usize) -> Option<Parsed> {
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
    pub(super) fn reference(&self, at: usize) -> Option<Parsed> {
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

    /// "a recent study", "the current law", "future plans": adjectives that put nothing on a calendar.
    fn counts_nothing(&self, at: usize) -> bool {
        let owned = at > self.first
            && (self.shape(at - 1).has(crate::text::Shape::POSSESSIVE)
                || matches!(self.low(at - 1), "his" | "her" | "their" | "its" | "my" | "our" | "your"));
        let adjective = self.is_word(at + 1)
            && !self.is(at + 1, class::TIME_UNIT)
            && !self.past_stands_alone(at + 1)
            && !matches!(self.low(at + 1), "of" | "will" | "if" | "in" | "on");
        matches!(self.low(at), "recent" | "current") || self.low(at) == "future" && (owned || adjective)
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
}
