//! What the words around a figure say of it, read once and not for each figure that it is compared with.

use super::site::Site;
use super::value::Value;
use crate::fact::{CasualtyFigure, Interval, Origin};
use crate::lexicon::Reading;

/// Tokens at the head of a sentence that can open it as a part of what was said before.
const OPENING: usize = 8;

/// Tokens between "have" and its verb.
const PERFECT: usize = 4;

/// What the words around a figure say of it.
pub(super) struct Told {
    /// Number of its sentence.
    pub sentence: usize,
    /// First token of its words.
    pub first: usize,
    /// Token of its word of harm.
    pub trigger: usize,
    /// Its sentence opens as a part of what was said before: "Among them", "They included".
    pub opens_part: bool,
    /// "three others", "12 more people": besides those that another figure counts.
    pub besides: bool,
    /// Bodies, found here or there.
    pub bodies: bool,
    /// "have been killed": told up to now, and not of the day that the text around it tells.
    pub to_date: bool,
    /// Its own sentence says where it happened.
    pub placed: bool,
    /// "in the last week": more days than one, which its own sentence says that it covers.
    pub period: Option<Interval>,
    /// Token of the noun for its victims, where that says more than that they are people.
    pub noun: Option<usize>,
    /// What it counts.
    pub value: Value,
}

impl Told {
    /// Reads what is told of a figure that has its place and its time.
    pub fn of(reading: &Reading, figure: &CasualtyFigure, site: &Site) -> Self {
        let (first, trigger) = (site.token_at(figure.span.start()), site.trigger);
        Self {
            sentence: site.sentence,
            first,
            trigger,
            opens_part: opens_part(reading, site.first(), first),
            besides: is_besides(reading, site, figure),
            bodies: matches!(reading.lower(trigger), "bodies" | "body" | "corpses" | "corpse" | "remains"),
            to_date: (trigger.saturating_sub(PERFECT)..trigger).any(|at| matches!(reading.lower(at), "have" | "has")),
            placed: figure.place.as_ref().is_some_and(|place| place.origin == Origin::Sentence),
            period: period(figure),
            noun: noun(reading, site, figure),
            value: Value::of(figure),
        }
    }
}

fn opens_part(reading: &Reading, first: usize, figure: usize) -> bool {
    (first..figure.min(first + OPENING)).any(|at| match reading.lower(at) {
        "among" => matches!(reading.lower(at + 1), "them" | "those" | "the" | "its"),
        "included" | "include" => at > first,
        // "Of them, two were", "Of the eight, two were strangled"
        "of" => at == first && matches!(reading.lower(at + 1), "them" | "those" | "these" | "the" | "all"),
        _ => false,
    })
}

fn is_besides(reading: &Reading, site: &Site, figure: &CasualtyFigure) -> bool {
    let words = site.tokens_in(figure.victims.map_or(figure.span, |victims| victims.cover(figure.span))).range();
    (words.start.saturating_sub(1)..words.end).any(|at| {
        let besides = matches!(reading.lower(at), "other" | "others" | "more" | "another" | "additional" | "further" | "surviving");
        besides && reading.lower(at + 1) != "than"
    })
}

fn period(figure: &CasualtyFigure) -> Option<Interval> {
    let interval = figure.time.as_ref().filter(|time| time.origin == Origin::Sentence)?.interval?;
    (interval.start != interval.end).then_some(interval)
}

fn noun(reading: &Reading, site: &Site, figure: &CasualtyFigure) -> Option<usize> {
    let last = (site.tokens_in(figure.victims?).end as usize).checked_sub(1)?;
    (!matches!(reading.lower(last), "people" | "persons" | "person" | "victims")).then_some(last)
}
