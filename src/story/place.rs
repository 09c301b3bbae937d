//! Where places are: which of the places of a name is meant, and which are only datelines.

use rustc_hash::{FxHashMap, FxHashSet};

use super::cast::Cast;
use super::spelling;
use crate::fact::{Entity, EntityId, EntityKind, Identifier, NameMention, PlaceFact, PlacePrecision};
use crate::knowledge::{self, Place};
use crate::lexicon::Reading;
use crate::lexicon::en::scene::{REGION_WORDS, SITE_WORDS, TEAM_WORDS};
use crate::text::Sentence;

/// The country that `name` names, where it is the first thing that the name means.
pub fn country_named(name: &str) -> Option<[u8; 2]> {
    knowledge::places(name).first().filter(|place| place.precision == PlacePrecision::Country)?.country
}

/// The country of a nationality or of a people's plural.
pub fn people_of(name: &str) -> Option<[u8; 2]> {
    knowledge::country_of_demonym(name)
}

/// Which names stand in a dateline ("GENEVA (Agency) —").
#[derive(Default)]
pub struct Datelines {
    /// By name, as far as any does.
    marked: Vec<bool>,
}

impl Datelines {
    /// Whether name number `at` stands in one.
    pub fn hold(&self, at: usize) -> bool {
        self.marked.get(at).copied().unwrap_or(false)
    }

    /// Marks the names in the dateline that sentence number `at` begins with, if it does.
    fn mark(&mut self, reading: &Reading, names: &[NameMention], at: usize, sentence: &Sentence) {
        let begins = at.checked_sub(1).and_then(|before| reading.sentences().get(before)).is_none_or(|last| last.block != sentence.block);
        let Some(dateline) = begins.then(|| reading.document().dateline(sentence.block as usize)).flatten() else { return };
        let first = names.partition_point(|name| name.tokens.first < dateline.first);
        for (at, name) in names.iter().enumerate().skip(first).take_while(|(_, name)| name.tokens.end <= dateline.end) {
            self.marked.resize(at + 1, false);
            self.marked[at] = name.kind == EntityKind::Place;
        }
    }
}

/// Gives entity number `at`, if there is one: a place its country and coordinates, a nationality its country, and each
/// the registers' ids that the tables have.
pub fn locate(evidence: &Evidence, at: usize, cast: &mut Cast) -> bool {
    let Some(entity) = cast.entities.get_mut(at) else { return false };
    match entity.kind {
        EntityKind::Place if !evidence.grounds.contains(&at) => {}
        EntityKind::Place => {
            entity.dateline = !evidence.told.contains(&at);
            if let Some(place) = evidence.choose(at, &entity.name, &entity.aliases) {
                entity.place = Some(fact(place));
                if evidence.regions.contains(&at) && place.precision == PlacePrecision::City {
                    // The tables have the city that the region is named after: it lies there, and is not it.
                    entity.place = Some(PlaceFact { precision: PlacePrecision::Region, ..fact(place) });
                    return true;
                }
                entity.identifiers = identifiers(place.wikidata, place.country.filter(|_| place.precision == PlacePrecision::Country));
                entity.identifiers.extend(knowledge::article_of_place(place).map(|title| article(&title)));
            } else if let Some(country) = evidence.qualified.get(&at).and_then(|place| place.country) {
                // No table has it, but the article says in which country it lies.
                entity.place = Some(PlaceFact { country: Some(country), coordinates: None, precision: unknown_precision(&entity.name) });
            }
        }
        EntityKind::Nationality => {
            let code = std::iter::once(&entity.name).chain(&entity.aliases).find_map(|name| people_of(name));
            if let Some(country) = code.and_then(knowledge::country) {
                entity.place = Some(PlaceFact {
                    country: Some(country.code),
                    coordinates: Some((country.latitude, country.longitude)),
                    precision: PlacePrecision::Country,
                });
                entity.identifiers = identifiers(None, Some(country.code));
            }
        }
        EntityKind::Organization => identify(entity, knowledge::article_of_organization),
        EntityKind::Person => identify(entity, knowledge::article_of_person),
        EntityKind::Miscellaneous => {}
    }
    true
}

/// Gives an entity the article of its names, where all that the tables know agree.
fn identify(entity: &mut Entity, title_of: fn(&str) -> Option<&'static str>) {
    // "Asarco Inc" is in the tables without its "Inc", "U.S. Department of Energy" without its country.
    let title_of = |name: &String| {
        let bare = ["U.S. ", "US ", "United States "].iter().find_map(|country| name.strip_prefix(country)).unwrap_or(name);
        title_of(name).or_else(|| title_of(spelling::without_form(bare)))
    };
    let mut titles = std::iter::once(&entity.name).chain(&entity.aliases).filter_map(title_of);
    if let Some(title) = titles.next()
        && titles.all(|other| other == title)
    {
        entity.identifiers.push(article(title));
    }
}

/// The title as addresses have it.
fn article(title: &str) -> Identifier {
    Identifier { scheme: "wikipedia", value: title.replace(' ', "_") }
}

fn fact(place: &Place) -> PlaceFact {
    PlaceFact { country: place.country, coordinates: Some((place.latitude, place.longitude)), precision: place.precision }
}

fn identifiers(wikidata: Option<u32>, country: Option<[u8; 2]>) -> Vec<Identifier> {
    let mut ids = Vec::new();
    if let Some(number) = wikidata.filter(|&number| number > 0) {
        ids.push(Identifier { scheme: "wikidata", value: format!("Q{number}") });
    }
    if let Some(code) = country {
        ids.push(Identifier { scheme: "iso3166-1", value: String::from_utf8_lossy(&code).into_owned() });
    }
    ids
}

/// How exact a place is that no table has, by its own words.
fn unknown_precision(name: &str) -> PlacePrecision {
    let lower = name.to_lowercase();
    let has = |words: &[&str]| lower.split_whitespace().any(|word| words.contains(&word));
    if has(REGION_WORDS) || has(&["valley"]) {
        PlacePrecision::Region
    } else if has(SITE_WORDS) {
        PlacePrecision::Point
    } else {
        PlacePrecision::City
    }
}

/// What the article shows of where its places lie.
#[derive(Default)]
pub struct Evidence {
    /// The first name that is not looked at.
    next: usize,
    /// The country that each entity names, itself or its people.
    code_of: FxHashMap<EntityId, Option<[u8; 2]>>,
    /// How often each country is named, by its own name or its people.
    countries: FxHashMap<[u8; 2], usize>,
    /// The larger place that an entity is said to lie in: "Paris, Texas".
    qualified: FxHashMap<EntityId, &'static Place>,
    /// The country named in the same sentence as an entity, first found.
    beside: FxHashMap<EntityId, [u8; 2]>,
    /// Places that are named outside datelines.
    told: FxHashSet<EntityId>,
    /// Places that are called a province, a county or the like.
    regions: FxHashSet<EntityId>,
    /// Places that are named as such, and not only for their teams.
    grounds: FxHashSet<EntityId>,
    /// Places that can only be regions, by country.
    provinces: FxHashMap<[u8; 2], FxHashSet<EntityId>>,
}

impl Evidence {
    /// Looks at the names of sentence number `at`, if there is one; all sentences are looked at in order.
    pub fn read(&mut self, reading: &Reading, names: &[NameMention], at: usize, datelines: &mut Datelines, cast: &Cast) -> bool {
        let Some(sentence) = reading.sentences().get(at) else { return false };
        datelines.mark(reading, names, at, sentence);
        let start = self.next;
        self.next = start + names[start..].iter().take_while(|name| name.span.start() < sentence.span.end()).count();
        let mut country = None;
        let here = names.iter().enumerate().take(self.next).skip(start);
        for (at, name) in here.clone() {
            let id = cast.of_name[at];
            if name.kind == EntityKind::Place {
                self.note(reading, name, id, datelines.hold(at), cast);
            }
            if let Some(code) = self.code(id, cast) {
                *self.countries.entry(code).or_default() += 1;
                country = country.or(Some(code));
            }
        }
        for (at, name) in here {
            let id = cast.of_name[at];
            let own = self.code(id, cast);
            if name.kind != EntityKind::Place || own.is_some() && self.qualified.contains_key(&id) {
                continue;
            }
            if let Some(country) = country.filter(|_| own.is_none()) {
                self.beside.entry(id).or_insert(country);
            }
            let comma = name.tokens.end as usize;
            if let Some(next) = names.get(at + 1)
                && next.kind == EntityKind::Place
                && reading.lower(comma) == ","
                && next.tokens.first as usize == comma + 1
                && let Some(larger) = larger_place(reading.document().words(next.span))
            {
                self.qualified.entry(id).or_insert(larger);
            }
        }
        true
    }

    /// Notes how a place is named once.
    fn note(&mut self, reading: &Reading, name: &NameMention, id: EntityId, in_dateline: bool, cast: &Cast) {
        if !in_dateline {
            self.told.insert(id);
        }
        // One mention that is no team's settles it, whichever comes first.
        if !TEAM_WORDS.contains(&reading.lower(name.tokens.end as usize)) {
            self.grounds.insert(id);
        }
        if is_called_a_region(reading, name) {
            self.regions.insert(id);
        }
        let first = knowledge::places(&cast.entities[id].name).first();
        if let Some(Place { precision: PlacePrecision::Region, country: Some(code), .. }) = first {
            self.provinces.entry(*code).or_default().insert(id);
        }
    }

    fn code(&mut self, id: EntityId, cast: &Cast) -> Option<[u8; 2]> {
        *self.code_of.entry(id).or_insert_with(|| match cast.entities[id].kind {
            EntityKind::Place => country_named(&cast.entities[id].name),
            EntityKind::Nationality => people_of(&cast.entities[id].name),
            _ => None,
        })
    }

    /// The place that an entity with these names is.
    fn choose(&self, id: EntityId, name: &str, aliases: &[String]) -> Option<&'static Place> {
        let candidates =
            std::iter::once(name).chain(aliases.iter().map(String::as_str)).map(knowledge::places).find(|found| !found.is_empty())?;
        let region = candidates.iter().find(|place| place.precision == PlacePrecision::Region);
        if let Some(region) = region.filter(|_| self.regions.contains(&id)) {
            return Some(region);
        }
        let first = candidates.first()?;
        if let Some(province) = self.province(name, first) {
            return Some(province);
        }
        if let Some(larger) = self.qualified.get(&id) {
            let inside = candidates.iter().filter(|place| place.country == larger.country && place.precision < larger.precision);
            return inside.min_by(|a, b| distance(a, larger).total_cmp(&distance(b, larger)).then(b.population.cmp(&a.population)));
        }
        if matches!(first.precision, PlacePrecision::Country | PlacePrecision::Continent) {
            return Some(first);
        }
        let in_country = |code: [u8; 2]| candidates.iter().find(|place| place.country == Some(code));
        if let Some(&code) = self.beside.get(&id)
            && let Some(place) = in_country(code)
            && place.population.saturating_mul(20) >= first.population
        {
            return Some(place);
        }
        let named = |place: &Place| place.country.and_then(|code| self.countries.get(&code)).copied().unwrap_or(0);
        if named(first) > 0 {
            return Some(first);
        }
        // A great city needs no help; of small ones the one in a country of the article is meant.
        let better = candidates.iter().find(|place| named(place) > 1 && place.population.saturating_mul(5) >= first.population);
        Some(better.unwrap_or(first))
    }

    /// The province that is called like the city `first`, in an article that names several provinces of that country: "rain in
    /// Misiones, Chaco and Formosa". A capital is more often itself.
    fn province(&self, name: &str, first: &Place) -> Option<&'static Place> {
        let country = first.country?;
        let several = self.provinces.get(&country).is_some_and(|named| named.len() > 2);
        let capital = knowledge::country(country).is_some_and(|country| country.capital == first.name);
        if !several || capital || first.precision != PlacePrecision::City {
            return None;
        }
        let region = |place: &&Place| place.precision == PlacePrecision::Region && place.country == Some(country);
        ["Province", "State", "Oblast"].iter().find_map(|kind| knowledge::places(&format!("{name} {kind}")).iter().find(region))
    }
}

/// "Buenos Aires province", "the department of Cauca".
fn is_called_a_region(reading: &Reading, name: &NameMention) -> bool {
    let (first, end) = (name.tokens.first as usize, name.tokens.end as usize);
    let before = if first > 1 && reading.lower(first - 1) == "of" { reading.lower(first - 2) } else { "" };
    [before, reading.lower(end)].iter().any(|word| REGION_WORDS.contains(word))
}

/// A country, or a region of one, with this name.
fn larger_place(name: &str) -> Option<&'static Place> {
    let large = |place: &&Place| matches!(place.precision, PlacePrecision::Country | PlacePrecision::Region);
    knowledge::places(name).iter().find(large)
}

/// A measure of how far apart two places are, for comparing only. Country centres count as near to all of the country.
fn distance(one: &Place, other: &Place) -> f32 {
    if other.precision == PlacePrecision::Country {
        return 0.0;
    }
    let north = one.latitude - other.latitude;
    let east = (one.longitude - other.longitude) * narrowing(one.latitude);
    north * north + east * east
}

/// How much shorter a degree of longitude is at this latitude than at the equator: the cosine, by its series, to 0.001.
fn narrowing(latitude: f32) -> f32 {
    let square = latitude.to_radians().powi(2);
    1.0 - square / 2.0 * (1.0 - square / 12.0 * (1.0 - square / 30.0))
}
