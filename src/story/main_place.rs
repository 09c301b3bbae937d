//! Where most of an article plays.

use rustc_hash::{FxHashMap, FxHashSet};

use super::cast::Cast;
use super::place::Datelines;
use crate::casualty::{Standing, standing};
use crate::fact::{EntityId, EntityKind, EventPlace, NameMention, Origin, PlaceFact, PlacePrecision};
use crate::lexicon::Reading;
use crate::text::BlockKind;

/// How often a name counts that something is said to be in.
const LOCATED: usize = 2;

/// Where most of the article plays, for figures that nothing places nearer.
#[derive(Default)]
pub struct MainPlaces {
    /// The entity of each country.
    pub country_of: FxHashMap<[u8; 2], EntityId>,
    /// Of each entity how often it is spoken of, and the first name that does, counted down.
    counts: Vec<(usize, usize)>,
    /// Given names of people whom the article names in full.
    given: FxHashSet<String>,
    /// The block of the last name.
    block: usize,
    /// Those where an event is told to have happened.
    staged: FxHashSet<EntityId>,
    /// Of these the place that the article speaks of most.
    pub any: Option<EntityId>,
    /// The first place that something is said to be in.
    pub first: Option<EntityId>,
    /// The place that it speaks of most, whatever it says of it.
    pub most_named: Option<EntityId>,
    /// The country, or what is larger, that it speaks of most.
    pub wide: Option<EntityId>,
}

impl MainPlaces {
    /// Notes which country entity number `at` is; all located entities are noted in order. Returns whether there is one.
    pub fn note(&mut self, at: usize, cast: &Cast) -> bool {
        let Some(entity) = cast.entities.get(at) else { return false };
        self.counts.push((0, 0));
        if entity.kind == EntityKind::Person
            && let Some((given, _)) = entity.name.split_once(' ')
        {
            self.given.insert(given.to_owned());
        }
        if entity.kind == EntityKind::Place
            && let Some(fact) = entity.place.filter(|fact| fact.precision == PlacePrecision::Country)
            && let Some(code) = fact.country
        {
            self.country_of.entry(code).or_insert(at);
        }
        true
    }

    /// Counts name number `at`, if there is one: a place, or a people for its country. Pictures, datelines and where people come from,
    /// go to or sit do not count. All names are counted in order, when all entities are noted.
    pub fn count(&mut self, reading: &Reading, names: &[NameMention], at: usize, datelines: &Datelines, cast: &Cast) -> bool {
        let Some(name) = names.get(at) else { return false };
        let blocks = &reading.document().article().blocks;
        while blocks.get(self.block).is_some_and(|block| block.span.end() <= name.span.start()) {
            self.block += 1;
        }
        if datelines.hold(at) || blocks.get(self.block).is_some_and(|block| block.kind == BlockKind::Caption) {
            return true;
        }
        let id = cast.of_name[at];
        let entity = &cast.entities[id];
        let counted = match entity.kind {
            EntityKind::Place if self.is_person(id, cast) => None,
            EntityKind::Place => Some((id, standing(reading, names, at))).filter(|(_, standing)| *standing != Standing::Away),
            EntityKind::Nationality => {
                let country = entity.place.and_then(|fact| fact.country).and_then(|code| self.country_of.get(&code).copied());
                country.map(|id| (id, Standing::Bare))
            }
            _ => None,
        };
        if let Some((id, standing)) = counted {
            let located = standing != Standing::Bare;
            self.first = self.first.or(Some(id).filter(|_| located));
            self.add(id, at, if located { LOCATED } else { 1 }, cast);
        }
        true
    }

    /// Whether a town has the given name of one of the article's people: it is one of the many ways to speak of that person.
    pub fn is_person(&self, id: EntityId, cast: &Cast) -> bool {
        let entity = &cast.entities[id];
        self.given.contains(&entity.name) && !is_wide(entity.place)
    }

    /// Counts the place of an event.
    pub fn play(&mut self, id: EntityId, at: usize, weight: usize, cast: &Cast) {
        self.staged.insert(id);
        self.add(id, at, weight, cast);
    }

    fn add(&mut self, id: EntityId, at: usize, weight: usize, cast: &Cast) {
        let Some(entry) = self.counts.get_mut(id) else { return };
        *entry = (entry.0 + weight, entry.1.max(usize::MAX - at));
        let Self { counts, any, most_named, wide, staged, .. } = self;
        let most = |leader: Option<EntityId>| leader.filter(|&leader| counts[leader] > counts[id]).or(Some(id));
        *most_named = most(*most_named);
        if staged.contains(&id) {
            *any = most(*any);
        }
        if is_wide(cast.entities[id].place) {
            *wide = most(*wide);
        }
    }

    /// The place as one of an event that the whole article tells of.
    pub fn place(leader: Option<EntityId>, cast: &Cast) -> Option<EventPlace> {
        let (id, entity) = leader.and_then(|id| Some((id, cast.entities.get(id)?)))?;
        let span = entity.mentions.first()?.span;
        Some(EventPlace { span, entity: Some(id), fact: entity.place, origin: Origin::Context })
    }
}

/// Whether a place is a country or larger.
pub fn is_wide(place: Option<PlaceFact>) -> bool {
    place.is_some_and(|place| place.precision >= PlacePrecision::Country)
}
