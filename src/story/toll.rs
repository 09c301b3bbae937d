//! Figures of one article beside each other: told twice, a part of another, replaced, contradicted.

use rustc_hash::FxHashMap;

use super::site::Site;
use super::struck::{Deaths, settle_struck};
use super::told::Told;
use crate::fact::{CasualtyFigure, Effect, EntityId, Modifier, Origin, PlacePrecision, Scope, Status, VictimStatus};
use crate::lexicon::Reading;
use crate::text::ByteSpan;

/// Figures of one effect that a new one is compared with.
const WINDOW: usize = 48;

/// How far a part stands behind its whole, in sentences.
const REACH: usize = 3;

/// Figures that are tried as the parts of one before them, at the most.
const LONGEST_SUM: usize = 5;

/// How far a figure without a source stands from one that it contradicts, in sentences.
const NEAR: usize = 2;

/// The figures of a text on their way to being linked.
#[derive(Default)]
pub struct Tolls {
    /// Those that are linked, by effect.
    linked: FxHashMap<Effect, Vec<usize>>,
    /// Whom the text tells killed.
    deaths: Deaths,
    /// What the words around each figure say of it.
    told: Vec<Told>,
}

impl Tolls {
    /// Notes what a figure that has its place and its time says of the whole text, and what is told of it; all are noted in order.
    pub fn note(&mut self, reading: &Reading, figure: &CasualtyFigure, site: &Site) {
        self.deaths.note(figure);
        self.told.push(Told::of(reading, figure, site));
    }

    /// Links figure number `at`, if there is one, with those before it; all figures, in text order, are linked in order.
    /// `who` tells the entity that words name.
    pub fn link(
        &mut self,
        reading: &Reading,
        figures: &mut [CasualtyFigure],
        at: usize,
        who: impl Fn(ByteSpan) -> Option<EntityId>,
    ) -> bool {
        let Some(figure) = figures.get_mut(at) else { return false };
        let told = &self.told;
        settle_struck(reading, figure, &told[at], &self.deaths);
        let earlier = self.linked.entry(figure.effect).or_default();
        let recent = &earlier[earlier.len().saturating_sub(WINDOW)..];
        link_part(figures, told, at, recent);
        link_update(reading, figures, told, at, recent);
        link_same(reading, figures, told, at, recent, who);
        link_sum(figures, told, at, recent);
        link_conflict(reading, figures, told, at, recent);
        earlier.push(at);
        true
    }
}

/// A part stands behind its whole: "Among them were three children".
fn link_part(figures: &mut [CasualtyFigure], told: &[Told], at: usize, recent: &[usize]) {
    let figure = &figures[at];
    if figure.part_of.is_some() || figure.scope != Scope::Part && !told[at].opens_part {
        return;
    }
    let whole = recent.iter().rev().copied().find(|&other| {
        let whole = &figures[other];
        let near = told[at].sentence.saturating_sub(told[other].sentence) <= REACH;
        let larger = match (whole.best.or(whole.low), figure.best.or(figure.low)) {
            (Some(whole), Some(part)) => part <= whole,
            _ => true,
        };
        near && larger && whole.scope != Scope::Part && whole.status == figure.status
    });
    if let Some(whole) = whole {
        figures[at].scope = Scope::Part;
        figures[at].part_of = Some(whole);
    }
}

/// "rose to 42 from 35", "earlier reports put it at 35".
fn link_update(reading: &Reading, figures: &mut [CasualtyFigure], told: &[Told], at: usize, recent: &[usize]) {
    let Some(&other) = recent.last() else { return };
    if told[at].value.is_same(&told[other].value) || !comparable(&figures[at], &figures[other]) {
        return;
    }
    let sentence = told[at].sentence;
    let Some(words) = reading.sentences().get(sentence).map(|sentence| sentence.tokens) else { return };
    let (newer, older) = if sentence == told[other].sentence {
        let moved = words.range().take(120).any(|token| {
            matches!(
                reading.lower(token),
                "rose"
                    | "risen"
                    | "rise"
                    | "raised"
                    | "revised"
                    | "climbed"
                    | "increased"
                    | "jumped"
                    | "up"
                    | "lowered"
                    | "fell"
                    | "down"
                    | "updated"
            )
        });
        let from = |figure: usize| {
            let first = told[figure].first;
            (first.saturating_sub(5)..first).any(|token| reading.lower(token) == "from")
        };
        match (moved, from(at), from(other)) {
            (true, true, false) => (other, at),
            (true, false, true) => (at, other),
            _ => return,
        }
    } else {
        // An earlier count told behind the newer one.
        let first = told[at].first;
        let low = (words.first as usize).max(first.saturating_sub(12));
        let earlier = (low..first).any(|token| {
            matches!(reading.lower(token), "earlier" | "initially" | "initial" | "previously" | "previous" | "originally" | "preliminary")
        });
        if !earlier || sentence.saturating_sub(told[other].sentence) > REACH {
            return;
        }
        (other, at)
    };
    figures[newer].supersedes = Some(older);
}

/// The same number of the same victims told again. Two figures of one sentence count different people.
fn link_same(
    reading: &Reading,
    figures: &mut [CasualtyFigure],
    told: &[Told],
    at: usize,
    recent: &[usize],
    who: impl Fn(ByteSpan) -> Option<EntityId>,
) {
    if figures[at].supersedes.is_some() {
        return;
    }
    let first = recent.iter().copied().find(|&other| {
        let (one, two) = (&told[at].value, &told[other].value);
        let unnumbered = one.implicit && two.implicit;
        let alike = if unnumbered { one.best == two.best } else { one.tells_the_same(two) };
        if !alike || told[at].sentence == told[other].sentence {
            return false;
        }
        let (figure, earlier) = (&figures[at], &figures[other]);
        // Nobody is killed twice, wherever and whenever the article puts it.
        let once = unnumbered && figure.effect == Effect::Killed && figure.status == earlier.status;
        earlier.same_as.is_none()
            && (once || comparable(figure, earlier))
            && (!unnumbered || same_person(reading, figure, earlier, once, &who))
    });
    figures[at].same_as = first;
}

/// Whether two people told without a number are one: the same entity, or, where both are told of one event, the same noun spoken
/// of again as known ("the driver").
fn same_person(
    reading: &Reading,
    two: &CasualtyFigure,
    one: &CasualtyFigure,
    once: bool,
    who: impl Fn(ByteSpan) -> Option<EntityId>,
) -> bool {
    let words = |figure: &CasualtyFigure| figure.victims.unwrap_or(figure.span);
    match (who(words(one)), who(words(two))) {
        (Some(one), Some(two)) => one == two,
        (None, None) => {
            let tokens = |figure: &CasualtyFigure| reading.document().tokens_in(words(figure)).range();
            let last = |figure: &CasualtyFigure| tokens(figure).next_back().map(|at| reading.lower(at));
            let known = tokens(two).next().is_some_and(|at| matches!(reading.lower(at), "the" | "that" | "this" | "his" | "her"));
            known && last(one) == last(two) && (!once || comparable(two, one))
        }
        _ => false,
    }
}

/// Counts that add up to one before them break it down: "Six people died. … a couple … The other four …".
fn link_sum(figures: &mut [CasualtyFigure], told: &[Told], at: usize, recent: &[usize]) {
    let stands = |figure: &CasualtyFigure| figure.part_of.is_none() && figure.same_as.is_none() && figure.supersedes.is_none();
    let count = |figure: &CasualtyFigure| figure.best.filter(|_| figure.modifier == Modifier::Exact);
    let (Some(mut sum), true) = (count(&figures[at]), stands(&figures[at])) else { return };
    let sentence = told[at].sentence;
    let (mut parts, mut count_of_parts) = ([at; LONGEST_SUM + 1], 1);
    for &whole in recent.iter().rev().take(LONGEST_SUM) {
        let figure = &figures[whole];
        if sentence.saturating_sub(told[whole].sentence) > REACH || figure.status != figures[at].status {
            return;
        }
        let Some(value) = count(figure).filter(|_| stands(figure)) else { continue };
        if value == sum && count_of_parts > 1 && !figure.implicit && (!told[whole].besides || told[whole].sentence == sentence) {
            for &part in &parts[..count_of_parts] {
                figures[part].scope = Scope::Part;
                figures[part].part_of = Some(whole);
            }
            return;
        }
        parts[count_of_parts] = whole;
        count_of_parts += 1;
        sum += value;
    }
}

/// Two sources give different numbers of the same event.
fn link_conflict(reading: &Reading, figures: &mut [CasualtyFigure], told: &[Told], at: usize, recent: &[usize]) {
    if figures[at].same_as.is_some() || !is_toll(&figures[at], &told[at]) {
        return;
    }
    let differs = |&other: &usize| {
        let (one, two) = (&figures[at], &figures[other]);
        let replaced = || one.supersedes == Some(other) || two.supersedes == Some(at);
        // What is told of both is known, and rules most of them out.
        told_alike(reading, &told[at], &told[other])
            && told[at].value.is_apart(&told[other].value)
            && is_toll(two, &told[other])
            && two.same_as.is_none()
            && !replaced()
            && comparable(one, two)
            && same_event(one, two)
            && different_sources(reading, (one, &told[at]), (two, &told[other]))
    };
    let differing: Vec<usize> = recent.iter().copied().filter(differs).collect();
    for &other in &differing {
        figures[other].conflicts_with.push(at);
    }
    figures[at].conflicts_with.extend(differing);
}

/// Whether two figures can be of the same people and event at all.
fn comparable(one: &CasualtyFigure, two: &CasualtyFigure) -> bool {
    let scopes = one.scope == two.scope
        || one.scope == Scope::Unknown && two.scope != Scope::Part
        || two.scope == Scope::Unknown && one.scope != Scope::Part;
    let told = |status: Status| matches!(status, Status::Asserted | Status::Feared);
    one.effect == two.effect
        && scopes
        && (one.status == two.status || told(one.status) && told(two.status))
        && one.background == two.background
        && one.fraction.is_some() == two.fraction.is_some()
        && one.unit.is_some() == two.unit.is_some()
        && one.modifier != Modifier::NoneOf
        && two.modifier != Modifier::NoneOf
        && (one.victim_groups == two.victim_groups || one.victim_groups.is_empty() || two.victim_groups.is_empty())
        && (one.victim_status == two.victim_status || [one.victim_status, two.victim_status].contains(&VictimStatus::Unknown))
        && places_agree(one, two)
        && times_agree(one, two)
}

fn places_agree(one: &CasualtyFigure, two: &CasualtyFigure) -> bool {
    let (Some(one), Some(two)) = (&one.place, &two.place) else { return true };
    if one.entity.is_none() || one.entity == two.entity {
        return true;
    }
    let (Some(first), Some(second)) = (one.fact, two.fact) else { return true };
    if first.country != second.country && first.country.is_some() && second.country.is_some() {
        return false;
    }
    // Two towns of one country are two events; a town and its country may be one.
    let exact =
        |place: &crate::fact::EventPlace, precision: PlacePrecision| place.origin == Origin::Sentence && precision <= PlacePrecision::City;
    !(exact(one, first.precision) && exact(two, second.precision))
}

fn times_agree(one: &CasualtyFigure, two: &CasualtyFigure) -> bool {
    let interval =
        |figure: &CasualtyFigure| figure.time.as_ref().filter(|time| time.origin == Origin::Sentence).and_then(|time| time.interval);
    match (interval(one), interval(two)) {
        (Some(one), Some(two)) => one.start <= two.end && two.start <= one.end,
        _ => true,
    }
}

/// Whether a figure tells how many there were in all: no part, no named person, no bodies found here or there,
/// nobody "more".
fn is_toll(figure: &CasualtyFigure, told: &Told) -> bool {
    figure.scope != Scope::Part && !figure.implicit && !told.bodies && !told.besides
}

/// Whether both figures count the same people as far as their nouns tell ("nine people" and "31", not "nine soldiers"), of the same
/// days, and stand close to each other or both with their places: what the text around them is about is one event where they are
/// close, and further apart, with a day told for one of them alone, it need not be.
fn told_alike(reading: &Reading, one: &Told, two: &Told) -> bool {
    let noun = |told: &Told| told.noun.map(|noun| reading.lower(noun));
    (one.placed && two.placed || one.sentence.abs_diff(two.sentence) <= 2 * REACH)
        && one.to_date == two.to_date
        && one.period == two.period
        && noun(one) == noun(two)
}

/// Whether context or wording puts both at one place: needed to call them a conflict.
fn same_event(one: &CasualtyFigure, two: &CasualtyFigure) -> bool {
    match (&one.place, &two.place) {
        (Some(one), Some(two)) => one.entity.is_none() || two.entity.is_none() || one.entity == two.entity,
        _ => true,
    }
}

fn different_sources(reading: &Reading, (one, told_one): (&CasualtyFigure, &Told), (two, told_two): (&CasualtyFigure, &Told)) -> bool {
    match (&one.source, &two.source) {
        (Some(one), Some(two)) => match (one.entity, two.entity) {
            (Some(one), Some(two)) => one != two,
            _ => !reading.document().words(one.span).eq_ignore_ascii_case(reading.document().words(two.span)),
        },
        (None, None) => false,
        // The article's own count beside a source's: only where one follows the other.
        _ => told_one.sentence.abs_diff(told_two.sentence) <= NEAR,
    }
}
