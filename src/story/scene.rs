//! Where and when the sentences of an article put the events that they tell of.

use super::Findings;
use super::cast::Cast;
use super::main_place::MainPlaces;
use crate::casualty::{Clues, Scene, scene};
use crate::fact::{Anchor, EntityId, EntityKind, EventPlace, EventTime, PlaceFact, Precision};
use crate::lexicon::Reading;
use crate::text::BlockKind;
use crate::text::day::days_between;

/// Blocks behind that of an event for which its place holds.
const LAST_PLACE: u32 = 1;

/// Events before a figure that are looked through for its place and time.
const NEAR: usize = 16;

/// How often the place of an event counts among the names of places.
const EVENT: usize = 3;

/// Days before the article for which a day may be that of its event.
const RECENT: i32 = 365;

/// Where and when the sentences of an article put their events.
#[derive(Default)]
pub struct Scenes {
    /// Of each sentence that tells of one.
    of: Vec<Staged>,
    /// Of each sentence how many stand before it.
    before: Vec<usize>,
    /// The first name and the first time that are not looked at.
    next: (usize, usize),
    /// The days that may be that of the article's event, with the places told beside them.
    pub days: Vec<(EventTime, Option<EntityId>)>,
}

/// A sentence that tells of an event.
pub struct Staged {
    pub sentence: usize,
    pub block: u32,
    pub harm: bool,
    pub place: Option<EventPlace>,
    pub time: Option<EventTime>,
}

impl Scenes {
    /// Reads sentence number `at`, if there is one; all are read in order.
    pub fn read(&mut self, reading: &Reading, at: usize, findings: &Findings, anchor: Anchor, cast: &Cast, main: &mut MainPlaces) -> bool {
        let Some(sentence) = reading.sentences().get(at) else { return false };
        self.before.push(self.of.len());
        let (names, times) = (&findings.names[self.next.0..], &findings.times[self.next.1..]);
        let names = &names[..names.iter().take_while(|name| name.span.start() < sentence.span.end()).count()];
        let times = &times[..times.iter().take_while(|time| time.span.start() < sentence.span.end()).count()];
        let first = self.next.0;
        self.next = (first + names.len(), self.next.1 + times.len());
        let kind = reading.document().article().blocks.get(sentence.block as usize).map(|block| block.kind);
        if kind == Some(BlockKind::Caption) {
            return true;
        }
        let Scene { harm, place, time } = scene(reading, at, &Clues { numbers: &[], times, names });
        let place = place.and_then(|place| {
            let name = first + names.iter().position(|name| name.span == place.span)?;
            let id = cast.of_name[name];
            let place = EventPlace { entity: Some(id), fact: cast.entities[id].place, ..place };
            let country = |place: PlaceFact| main.country_of.get(&place.country?).copied();
            if main.is_person(id, cast) {
                return None;
            }
            let counted = if names[name - first].kind == EntityKind::Place { Some(id) } else { place.fact.and_then(country) };
            if let Some(id) = counted {
                main.play(id, name, if harm { EVENT } else { 1 }, cast);
            }
            Some(place)
        });
        if place.is_none() && time.is_none() {
            return true;
        }
        // Without a date of the article a day that can be resolved is one of its history.
        let recent = |time: &EventTime| {
            time.precision.is_some_and(|precision| precision <= Precision::Day)
                && match (time.interval, anchor.date) {
                    (Some(interval), Some(date)) => (0..=RECENT).contains(&days_between(interval.end, date)),
                    (interval, date) => interval.is_none() && date.is_none(),
                }
        };
        if let Some(time) = time.as_ref().filter(|time| harm && self.days.len() < NEAR && recent(time)) {
            self.days.push((time.clone(), place.as_ref().and_then(|place| place.entity)));
        }
        self.of.push(Staged { sentence: at, block: sentence.block, harm, place, time });
        true
    }

    /// The scenes before sentence number `at`, the nearest first, as far as the block before its own; of harm those of harm.
    pub fn before(&self, at: usize, block: u32, harm: bool) -> impl Iterator<Item = &Staged> {
        let end = self.before.get(at).copied().unwrap_or(self.of.len());
        let near = self.of[..end].iter().rev().take(NEAR);
        near.take_while(move |scene| block - scene.block <= LAST_PLACE).filter(move |scene| scene.harm || !harm)
    }
}
