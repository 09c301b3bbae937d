//! What stands where in the card: the facts of an analysis in sections, before any element is made.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Kind;
use super::hierarchy::Hierarchy;
use super::tags::Subject;
use crate::fact::{Analysis, CasualtyFigure, Effect, EntityId};
use crate::text::order::{self, Sorting};

/// A row of a section.
pub(super) enum Item {
    /// A heading inside the section.
    Heading(Heading),
    /// A fact.
    Entry(Subject),
    /// Figures of one event that differ, side by side.
    Differ(Vec<Subject>),
}

/// What the rows below a heading have in common.
#[derive(Clone, Copy)]
pub(super) enum Heading {
    Effect(Effect),
    /// Who speaks; none where the article does not say.
    Speaker(Option<EntityId>),
    /// Times that are no days.
    OtherTimes,
}

/// What a section is of.
#[derive(Clone, Copy)]
pub(super) enum Topic {
    Of(Kind),
    /// Figures of other times.
    Background,
    OtherNames,
}

impl Topic {
    /// The kind whose filter shows and hides the section.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Of(kind) => Some(kind),
            Self::Background => Some(Kind::Casualty),
            Self::OtherNames => None,
        }
    }

    /// Whether the section is closed at first.
    pub fn is_folded(self) -> bool {
        !matches!(self, Self::Of(_))
    }
}

/// A section of the card.
pub(super) struct Section {
    pub topic: Topic,
    /// Facts in it, without headings.
    pub count: usize,
    pub items: Vec<Item>,
}

/// How many facts of a kind the card lists.
pub(super) fn count(sections: &[Section], kind: Kind) -> usize {
    sections.iter().filter(|section| section.topic.kind() == Some(kind)).map(|section| section.count).sum()
}

/// The card's order of effects.
const EFFECTS: [Effect; 9] = [
    Effect::Killed,
    Effect::Injured,
    Effect::Missing,
    Effect::Displaced,
    Effect::Detained,
    Effect::Abducted,
    Effect::Casualties,
    Effect::HousingDestroyed,
    Effect::HousingDamaged,
];

/// Sections in the making. Each pass takes one item a call, all in order, and says whether there was one.
#[derive(Default)]
pub(super) struct Sectioning {
    /// Figures by effect.
    toll: [Rows; EFFECTS.len()],
    /// Those of other times.
    background: [Rows; EFFECTS.len()],
    /// Figures that stand beside an earlier one from which they differ.
    told: BTreeSet<usize>,
    /// The entities, those spoken of most first.
    order: Sorting,
    /// Entities by kind, and those of none.
    entities: [Rows; Kind::ALL.len()],
    other_names: Rows,
    /// The first expression of each value, by day, and those of values that are no days.
    days: BTreeMap<Date, BTreeMap<String, usize>>,
    other_values: BTreeSet<String>,
    other_times: Vec<Item>,
    /// Quotes by speaker, in the order in which they first speak, and where each speaker stands there.
    speakers: Vec<(Option<EntityId>, Vec<Item>)>,
    speaker_at: BTreeMap<Option<EntityId>, usize>,
    quantities: Rows,
}

/// Rows of a section, with the number of facts in them.
#[derive(Default)]
struct Rows {
    count: usize,
    items: Vec<Item>,
}

impl Rows {
    fn add(&mut self, subject: Subject) {
        self.count += 1;
        self.items.push(Item::Entry(subject));
    }
}

impl Sectioning {
    /// Takes figure number `at`.
    pub fn figure(&mut self, analysis: &Analysis, hierarchy: &Hierarchy, at: usize) -> bool {
        let figures = &analysis.figures;
        let Some(figure) = figures.get(at) else { return false };
        let (effect, background) = (figure.effect, figure.background);
        let rows = if background { &mut self.background } else { &mut self.toll };
        let rows = EFFECTS.iter().position(|other| *other == effect).and_then(|place| rows.get_mut(place));
        let Some(rows) = rows.filter(|_| figure.same_as.is_none() && !self.told.contains(&at)) else { return true };
        rows.count += 1;
        if hierarchy.host(at).is_some() {
            return true;
        }
        let alike = |rival: &CasualtyFigure| rival.effect == effect && rival.background == background && rival.same_as.is_none();
        let rivals: Vec<usize> = figure
            .conflicts_with
            .iter()
            .copied()
            .filter(|rival| *rival > at && figures.get(*rival).is_some_and(alike) && hierarchy.host(*rival).is_none())
            .collect();
        rows.count += rivals.len();
        self.told.extend(&rivals);
        rows.items.push(if rivals.is_empty() {
            Item::Entry(Subject::Figure(at))
        } else {
            Item::Differ(std::iter::once(at).chain(rivals).map(Subject::Figure).collect())
        });
        true
    }

    /// Notes how often entity number `at` is spoken of.
    pub fn weigh(&mut self, analysis: &Analysis, at: usize) -> bool {
        let Some(entity) = analysis.entities.get(at) else { return false };
        // Those spoken of most come first, in text order among equals.
        self.order.push(order::key(!(entity.mentions.len() as u64), 0));
        true
    }

    /// Goes on putting the entities in order.
    pub fn sort(&mut self) -> bool {
        self.order.advance()
    }

    /// Takes number `at` of the entities in that order.
    pub fn entity(&mut self, analysis: &Analysis, at: usize) -> bool {
        let Some(&(_, index)) = self.order.sorted().get(at) else { return false };
        let kind = analysis.entities.get(index).and_then(|entity| Kind::of_entity(entity.kind));
        let rows = kind.and_then(|kind| self.entities.get_mut(kind as usize)).unwrap_or(&mut self.other_names);
        rows.add(Subject::Entity(index));
        true
    }

    /// Takes temporal expression number `at`: one entry a value, the first expression stands for all.
    pub fn time(&mut self, analysis: &Analysis, at: usize) -> bool {
        let Some(time) = analysis.times.get(at) else { return false };
        match time.interval {
            Some(interval) => {
                let day = self.days.entry(interval.start).or_default();
                if !day.contains_key(&time.value) {
                    day.insert(time.value.clone(), at);
                }
            }
            None => {
                if !self.other_values.contains(&time.value) {
                    self.other_values.insert(time.value.clone());
                    self.other_times.push(Item::Entry(Subject::Time(at)));
                }
            }
        }
        true
    }

    /// Takes quote number `at`.
    pub fn quote(&mut self, analysis: &Analysis, at: usize) -> bool {
        let Some(quote) = analysis.quotes.get(at) else { return false };
        let place = *self.speaker_at.entry(quote.speaker).or_insert(self.speakers.len());
        if place == self.speakers.len() {
            self.speakers.push((quote.speaker, Vec::new()));
        }
        if let Some((_, quotes)) = self.speakers.get_mut(place) {
            quotes.push(Item::Entry(Subject::Quote(at)));
        }
        true
    }

    /// Takes quantity number `at`.
    pub fn quantity(&mut self, analysis: &Analysis, at: usize) -> bool {
        let Some(quantity) = analysis.quantities.get(at) else { return false };
        if quantity.is_telling() {
            self.quantities.add(Subject::Quantity(at));
        }
        true
    }

    /// The sections that hold anything, in the card's order.
    pub fn finish(self) -> Vec<Section> {
        let section = |topic: Topic, rows: Rows| Section { topic, count: rows.count, items: rows.items };
        let mut entities = self.entities;
        let mut named = |kind: Kind| section(Topic::Of(kind), entities.get_mut(kind as usize).map(std::mem::take).unwrap_or_default());
        let all = [
            section(Topic::Of(Kind::Casualty), by_effect(self.toll)),
            section(Topic::Background, by_effect(self.background)),
            section(Topic::Of(Kind::Time), timeline(self.days, self.other_times)),
            named(Kind::Person),
            named(Kind::Organization),
            named(Kind::Place),
            named(Kind::Nationality),
            section(Topic::Of(Kind::Quote), by_speaker(self.speakers)),
            section(Topic::Of(Kind::Quantity), self.quantities),
            section(Topic::OtherNames, self.other_names),
        ];
        all.into_iter().filter(|section| section.count > 0).collect()
    }
}

fn by_effect(toll: [Rows; EFFECTS.len()]) -> Rows {
    let mut all = Rows::default();
    for (effect, rows) in EFFECTS.into_iter().zip(toll) {
        all.count += rows.count;
        if !rows.items.is_empty() {
            all.items.push(Item::Heading(Heading::Effect(effect)));
            all.items.extend(rows.items);
        }
    }
    all
}

fn timeline(days: BTreeMap<Date, BTreeMap<String, usize>>, other_times: Vec<Item>) -> Rows {
    let mut all = Rows::default();
    days.into_values().flat_map(BTreeMap::into_values).for_each(|at| all.add(Subject::Time(at)));
    if !other_times.is_empty() {
        all.count += other_times.len();
        all.items.push(Item::Heading(Heading::OtherTimes));
        all.items.extend(other_times);
    }
    all
}

/// Those without a name come last.
fn by_speaker(speakers: Vec<(Option<EntityId>, Vec<Item>)>) -> Rows {
    let (named, nameless): (Vec<_>, Vec<_>) = speakers.into_iter().partition(|(speaker, _)| speaker.is_some());
    let mut all = Rows::default();
    for (speaker, quotes) in named.into_iter().chain(nameless) {
        all.count += quotes.len();
        all.items.push(Item::Heading(Heading::Speaker(speaker)));
        all.items.extend(quotes);
    }
    all
}
