//! What stands where in the card: the facts of an analysis in sections, before any element is made.

use std::collections::BTreeMap;

use super::Kind;
use super::tags::Subject;
use super::wording::Wording;
use crate::fact::{CasualtyFigure, Effect, EntityKind, TimeExpression};
use crate::text::order;

/// A row of a section.
pub(super) enum Item {
    /// A heading inside the section.
    Heading(String),
    /// A fact.
    Entry(Subject),
    /// Figures of one event that differ, side by side.
    Differ(Vec<Subject>),
}

/// A section of the card.
pub(super) struct Section {
    /// The kind whose filter shows and hides it.
    pub kind: Option<Kind>,
    pub title: &'static str,
    /// Facts in it, without headings.
    pub count: usize,
    pub items: Vec<Item>,
    /// Closed at first.
    pub folded: bool,
}

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

/// The sections of an analysis that hold anything, in the card's order.
pub(super) fn sections(wording: &Wording) -> Vec<Section> {
    let (strings, analysis) = (wording.strings, &wording.facts.analysis);
    let titled = |kind: Kind, (count, items): (usize, Vec<Item>)| Section {
        kind: Some(kind),
        title: (strings.section)(kind),
        count,
        items,
        folded: false,
    };
    let entities = |kind: EntityKind| {
        let mut found: Vec<usize> =
            (0..analysis.entities.len()).filter(|index| analysis.entities.get(*index).is_some_and(|entity| entity.kind == kind)).collect();
        // Those spoken of most come first; the sort keeps text order among equals.
        order::sort(&mut found, |index| order::key(!analysis.entities.get(*index).map_or(0, |entity| entity.mentions.len() as u64), 0));
        (found.len(), found.into_iter().map(|index| Item::Entry(Subject::Entity(index))).collect())
    };
    let background = toll(wording, true);
    let other_names = entities(EntityKind::Miscellaneous);
    let all = [
        titled(Kind::Casualty, toll(wording, false)),
        Section { kind: Some(Kind::Casualty), title: strings.background, count: background.0, items: background.1, folded: true },
        titled(Kind::Time, timeline(wording)),
        titled(Kind::Person, entities(EntityKind::Person)),
        titled(Kind::Organization, entities(EntityKind::Organization)),
        titled(Kind::Place, entities(EntityKind::Place)),
        titled(Kind::Nationality, entities(EntityKind::Nationality)),
        titled(Kind::Quote, quotes(wording)),
        titled(Kind::Quantity, quantities(wording)),
        Section { kind: None, title: strings.other_names, count: other_names.0, items: other_names.1, folded: true },
    ];
    all.into_iter().filter(|section| section.count > 0).collect()
}

/// How many facts of a kind the card lists.
pub(super) fn count(sections: &[Section], kind: Kind) -> usize {
    sections.iter().filter(|section| section.kind == Some(kind)).map(|section| section.count).sum()
}

fn toll(wording: &Wording, background: bool) -> (usize, Vec<Item>) {
    let (figures, hierarchy) = (&wording.facts.analysis.figures, &wording.facts.hierarchy);
    let mut items = Vec::new();
    let mut count = 0;
    for effect in EFFECTS {
        let mut told = vec![false; figures.len()];
        let mut headed = false;
        for (index, figure) in figures.iter().enumerate() {
            if figure.effect != effect || figure.background != background || figure.same_as.is_some() || told.get(index) == Some(&true) {
                continue;
            }
            count += 1;
            if hierarchy.host(index).is_some() {
                continue;
            }
            if !headed {
                items.push(Item::Heading((wording.strings.effect)(effect).to_owned()));
                headed = true;
            }
            let rivals: Vec<usize> = figure
                .conflicts_with
                .iter()
                .copied()
                .filter(|rival| {
                    let alike =
                        |rival: &CasualtyFigure| rival.effect == effect && rival.background == background && rival.same_as.is_none();
                    *rival > index && figures.get(*rival).is_some_and(alike) && hierarchy.host(*rival).is_none()
                })
                .collect();
            for rival in &rivals {
                if let Some(told) = told.get_mut(*rival) {
                    *told = true;
                    count += 1;
                }
            }
            items.push(if rivals.is_empty() {
                Item::Entry(Subject::Figure(index))
            } else {
                Item::Differ(std::iter::once(index).chain(rivals).map(Subject::Figure).collect())
            });
        }
    }
    (count, items)
}

fn timeline(wording: &Wording) -> (usize, Vec<Item>) {
    let times = &wording.facts.analysis.times;
    // One entry a value: the first expression stands for all.
    let mut first: BTreeMap<(Option<jiff::civil::Date>, &str), usize> = BTreeMap::new();
    for (index, time) in times.iter().enumerate() {
        first.entry((time.interval.map(|interval| interval.start), &time.value)).or_insert(index);
    }
    let dated = |time: &TimeExpression| time.interval.is_some();
    let (with, without): (Vec<usize>, Vec<usize>) = first.into_values().partition(|index| times.get(*index).is_some_and(dated));
    let count = with.len() + without.len();
    let mut items: Vec<Item> = with.into_iter().map(|index| Item::Entry(Subject::Time(index))).collect();
    if !without.is_empty() {
        items.push(Item::Heading(wording.strings.other_times.to_owned()));
        let mut without = without;
        order::sort(&mut without, |index| *index as u128);
        items.extend(without.into_iter().map(|index| Item::Entry(Subject::Time(index))));
    }
    (count, items)
}

fn quantities(wording: &Wording) -> (usize, Vec<Item>) {
    let all = wording.facts.analysis.quantities.iter().enumerate();
    let items: Vec<Item> =
        all.filter(|(_, quantity)| quantity.is_telling()).map(|(index, _)| Item::Entry(Subject::Quantity(index))).collect();
    (items.len(), items)
}

fn quotes(wording: &Wording) -> (usize, Vec<Item>) {
    let analysis = &wording.facts.analysis;
    // Speakers in the order in which they first speak, those without a name last.
    let mut speakers: Vec<(Option<usize>, Vec<usize>)> = Vec::new();
    let mut place: BTreeMap<Option<usize>, usize> = BTreeMap::new();
    for (index, quote) in analysis.quotes.iter().enumerate() {
        let at = *place.entry(quote.speaker).or_insert(speakers.len());
        match speakers.get_mut(at) {
            Some((_, quotes)) => quotes.push(index),
            None => speakers.push((quote.speaker, vec![index])),
        }
    }
    order::sort(&mut speakers, |(speaker, _)| u128::from(speaker.is_none()));
    let mut items = Vec::new();
    for (speaker, quotes) in speakers {
        let name = speaker.and_then(|id| analysis.entities.get(id)).map(|entity| entity.name.clone());
        items.push(Item::Heading(name.unwrap_or_else(|| wording.strings.no_speaker.to_owned())));
        items.extend(quotes.into_iter().map(|index| Item::Entry(Subject::Quote(index))));
    }
    (analysis.quotes.len(), items)
}
