//! People hit, of whom their sentence does not say what became of them: settled by what the whole article tells.

use super::told::Told;
use crate::fact::{CasualtyFigure, Effect, EventTime, Interval, Modifier, Origin, Status};
use crate::lexicon::Reading;
use crate::lexicon::en::class;

/// Days of deaths that are kept apart; a text with more is one about many deaths, and all of them count.
const DAYS: usize = 16;

/// Whom a text tells killed, and when.
#[derive(Default)]
pub(super) struct Deaths {
    /// The days, where the sentence of a death tells them.
    days: Vec<Interval>,
    /// Deaths whose sentence tells no day.
    undated: bool,
}

impl Deaths {
    /// Takes a figure, if it is one of people killed.
    pub fn note(&mut self, figure: &CasualtyFigure) {
        let told = figure.effect == Effect::Killed
            && !figure.background
            && figure.modifier != Modifier::NoneOf
            && matches!(figure.status, Status::Asserted | Status::Feared);
        match day_of(figure) {
            _ if !told => {}
            Some(day) if self.days.contains(&day) => {}
            Some(day) if self.days.len() < DAYS => self.days.push(day),
            _ => self.undated = true,
        }
    }

    /// Whether one of them may have been killed with those that `figure` counts: not on days that are told to be others.
    fn may_be_of(&self, figure: &CasualtyFigure) -> bool {
        let other = |day: &Interval, own: Interval| day.end < own.start || own.end < day.start;
        match day_of(figure) {
            Some(own) => self.undated || self.days.iter().any(|day| !other(day, own)),
            None => self.undated || !self.days.is_empty(),
        }
    }
}

fn day_of(figure: &CasualtyFigure) -> Option<Interval> {
    figure.time.as_ref().filter(|EventTime { origin, .. }| *origin == Origin::Sentence).and_then(|time| time.interval)
}

/// "Five people were shot": where the article tells of nobody killed, or these are besides the dead, they were wounded.
pub(super) fn settle_struck(reading: &Reading, figure: &mut CasualtyFigure, told: &Told, deaths: &Deaths) {
    if figure.effect != Effect::Casualties {
        return;
    }
    let trigger = told.trigger;
    let fatally = || (trigger + 1..trigger + 10).any(|at| matches!(reading.lower(at), "fatally" | "mortally"));
    // "two shooting victims"
    let before = trigger.wrapping_sub(1);
    let hit = reading.is(trigger, class::STRUCK)
        || matches!(reading.lower(trigger), "victim" | "victims")
            && (reading.is(before, class::STRUCK) || reading.lower(before) == "gunshot");
    if hit && !fatally() && (!deaths.may_be_of(figure) || told.besides) {
        figure.effect = Effect::Injured;
    }
}
