//! The tables as hash tables of folded names, built at first use.
//!
//! `facts.tsv` holds the hand-written tables; [`cities`](super::cities) and [`names`](super::names) read the others.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::names::Names;
use super::record::{Country, OrganizationKind, Place};
use super::{Folded, cities};
use crate::fact::PlacePrecision;
use crate::text::{decimal, order};

static FACTS: &str = include_str!("facts.tsv");

/// What the tables know a name as: a set of bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Known(u16);

impl Known {
    pub(crate) const NOTHING: Self = Self(0);
    pub(crate) const FIRST_NAME: Self = Self(1);
    pub(crate) const SURNAME: Self = Self(2);
    pub(crate) const CITY: Self = Self(4);
    pub(crate) const REGION: Self = Self(8);
    pub(crate) const COUNTRY: Self = Self(16);
    pub(crate) const DEMONYM: Self = Self(32);
    pub(crate) const PEOPLE: Self = Self(64);
    pub(crate) const ORGANIZATION: Self = Self(128);
    /// A longer name of the tables begins with it.
    const BEGINS: Self = Self(256);
    /// Counts only when written in capitals.
    const CAPITALS: Self = Self(512);

    pub(crate) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn bits(self) -> u16 {
        self.0
    }
}

#[derive(Clone, Copy, Default)]
struct Entry {
    known: Known,
    organization: Option<OrganizationKind>,
    /// Title of the article of the organisation, and of the person.
    articles: [Option<&'static str>; 2],
    /// Index of the demonym's country and one more; 0 is none.
    country: u16,
    /// A run of the places.
    first: u32,
    count: u32,
}

/// All tables.
pub(super) struct Gazetteer {
    entries: FxHashMap<u64, Entry>,
    places: Vec<Place>,
    countries: Vec<Country>,
    names: Names,
}

pub(super) fn gazetteer() -> &'static Gazetteer {
    static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
    GAZETTEER.get_or_init(Gazetteer::load)
}

impl Gazetteer {
    fn load() -> Self {
        let mut table = Self { entries: FxHashMap::default(), places: Vec::new(), countries: Vec::new(), names: Names::shipped() };
        table.entries.reserve(16_000);
        let mut places: Vec<(u64, Place)> = Vec::with_capacity(9_000);
        let mut sections = FACTS.split("=\n");
        for row in sections.next().unwrap_or("").lines() {
            table.add_country(row, &mut places);
        }
        for row in sections.next().unwrap_or("").lines() {
            table.add_region(row, &mut places);
        }
        for row in sections.next().unwrap_or("").lines() {
            for word in row.split(['\t', ',']).filter(|word| !word.is_empty()) {
                table.add(word, Known::PEOPLE);
            }
        }
        for row in sections.next().unwrap_or("").lines() {
            table.add_organization(row);
        }
        for row in sections.next().unwrap_or("").lines() {
            table.add_person(row);
        }
        cities::read(&cities::states(FACTS.split("=\n").nth(1).unwrap_or("")), |place, other| {
            for name in std::iter::once(place.name).chain(other) {
                table.add(name, Known::CITY);
                places.push((Folded::of(name).hash(), place));
            }
        });
        order::sort(&mut places, |(hash, place)| order::key(*hash, u64::from(!prominence(place))));
        for (index, (hash, place)) in places.into_iter().enumerate() {
            let entry = table.entries.entry(hash).or_default();
            if entry.count == 0 {
                entry.first = index as u32;
            }
            entry.count += 1;
            table.places.push(place);
        }
        table
    }

    /// Puts a name and its beginnings in the table.
    fn add(&mut self, name: &str, known: Known) -> &mut Entry {
        let mut folded = Folded::new();
        let mut rest = name;
        // The tokeniser parts words at blanks, at hyphens and before the possessive.
        while let Some(end) = rest.find([' ', '-', '\'', '/']) {
            folded.push(&rest[..end]);
            let entry = self.entries.entry(folded.hash()).or_default();
            entry.known = entry.known.union(Known::BEGINS);
            folded.push(&rest[end..end + 1]);
            rest = &rest[end + 1..];
        }
        folded.push(rest);
        let entry = self.entries.entry(folded.hash()).or_default();
        let capitals = name.len() <= 5 && name.bytes().all(|b| !b.is_ascii_lowercase());
        let known_before = entry.known.0 & !(Known::BEGINS.0 | Known::CAPITALS.0) != 0;
        if capitals && !known_before {
            entry.known = entry.known.union(Known::CAPITALS);
        } else if !capitals {
            entry.known = Known(entry.known.0 & !Known::CAPITALS.0);
        }
        entry.known = entry.known.union(known);
        entry
    }

    fn add_country(&mut self, row: &'static str, places: &mut Vec<(u64, Place)>) {
        let fields: Vec<&'static str> = row.split('\t').collect();
        let &[code, name, capital, demonyms, others, latitude, longitude, wikidata, article] = fields.as_slice() else { return };
        let Some(code) = code_of(code) else { return };
        let country = Country {
            code,
            name,
            capital,
            latitude: degrees(latitude),
            longitude: degrees(longitude),
            wikidata: wikidata.parse().unwrap_or_default(),
            demonyms,
        };
        self.countries.push(country);
        let number = self.countries.len() as u16;
        for alias in std::iter::once(name).chain(others.split(',')).filter(|alias| !alias.is_empty()) {
            self.add(alias, Known::COUNTRY);
            let place = Place {
                name,
                country: Some(code),
                latitude: country.latitude,
                longitude: country.longitude,
                population: 0,
                precision: PlacePrecision::Country,
                wikidata: Some(country.wikidata),
                state: "",
                article,
            };
            places.push((Folded::of(alias).hash(), place));
        }
        for demonym in country.demonyms() {
            let entry = self.add(demonym, Known::DEMONYM);
            entry.country = number;
            // "Chinese", "Swiss", "French" are their own plural.
            if !demonym.ends_with(['s', 'h', 'e']) || demonym.ends_with("ne") {
                let entry = self.add(&format!("{demonym}s"), Known::DEMONYM);
                entry.country = number;
            }
        }
    }

    fn add_region(&mut self, row: &'static str, places: &mut Vec<(u64, Place)>) {
        let fields: Vec<&'static str> = row.split('\t').collect();
        let &[name, precision, code, latitude, longitude, others, article] = fields.as_slice() else { return };
        let precision = match precision {
            "continent" => PlacePrecision::Continent,
            "region" => PlacePrecision::Region,
            "city" => PlacePrecision::City,
            _ => PlacePrecision::Point,
        };
        let known = if precision == PlacePrecision::City { Known::CITY } else { Known::REGION };
        for alias in std::iter::once(name).chain(others.split(',')).filter(|alias| !alias.is_empty()) {
            self.add(alias, known);
            let place = Place {
                name,
                country: code_of(code),
                latitude: degrees(latitude),
                longitude: degrees(longitude),
                population: 0,
                precision,
                wikidata: None,
                state: "",
                article,
            };
            places.push((Folded::of(alias).hash(), place));
        }
    }

    fn add_organization(&mut self, row: &'static str) {
        let fields: Vec<&'static str> = row.split('\t').collect();
        let &[name, kind, others, article] = fields.as_slice() else { return };
        for alias in std::iter::once(name).chain(others.split(',')).filter(|alias| !alias.is_empty()) {
            let entry = self.add(alias, Known::ORGANIZATION);
            entry.organization = OrganizationKind::named(kind);
            entry.articles[0] = article_of(name, article);
        }
    }

    /// People are known by their full names only, and nothing of them but who they are.
    fn add_person(&mut self, row: &'static str) {
        let fields: Vec<&'static str> = row.split('\t').collect();
        let &[name, others, article] = fields.as_slice() else { return };
        for alias in std::iter::once(name).chain(others.split(',')).filter(|alias| !alias.is_empty()) {
            self.add(alias, Known::NOTHING).articles[1] = article_of(name, article);
        }
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        let entry = self.entries.get(&Folded::of(name).hash())?;
        (!entry.known.any(Known::CAPITALS) || !name.chars().any(char::is_lowercase)).then_some(entry)
    }

    pub(super) fn known(&self, name: &str) -> Known {
        self.entry(name).map_or(Known::NOTHING, |entry| entry.known).union(self.names.known(Folded::of(name)))
    }

    pub(super) fn places(&self, name: &str) -> &[Place] {
        let Some(entry) = self.entry(name) else { return &[] };
        let first = entry.first as usize;
        self.places.get(first..first + entry.count as usize).unwrap_or(&[])
    }

    pub(super) fn country_of_demonym(&self, word: &str) -> Option<[u8; 2]> {
        let entry = self.entry(word)?;
        self.countries.get(usize::from(entry.country).checked_sub(1)?).map(|country| country.code)
    }

    pub(super) fn country(&self, code: [u8; 2]) -> Option<&Country> {
        self.countries.iter().find(|country| country.code == code)
    }

    pub(super) fn organization(&self, name: &str) -> Option<OrganizationKind> {
        self.entry(name)?.organization
    }

    pub(super) fn article_of_organization(&self, name: &str) -> Option<&'static str> {
        self.entry(name)?.articles[0]
    }

    pub(super) fn article_of_person(&self, name: &str) -> Option<&'static str> {
        self.entry(name)?.articles[1]
    }
}

/// The title of an article as the tables have it: nothing where it is the name, `-` where there is none.
fn article_of(name: &'static str, title: &'static str) -> Option<&'static str> {
    match title {
        "" => Some(name),
        "-" => None,
        title => Some(title),
    }
}

/// The longest name of the tables among those that begin at the same word.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Longest {
    /// What the first word alone is.
    pub(crate) first: Known,
    /// What the longest name is: of places, peoples and organisations.
    pub(crate) known: Known,
    /// Its words, counted as the iterator gave them; 0 where there is none.
    pub(crate) words: usize,
}

/// Looks up the words of a text, read from the first on, as they are written and with the blanks between them. Reads
/// no further than the tables have names.
pub(crate) fn longest<'t>(words: impl Iterator<Item = &'t str>) -> Longest {
    let table = gazetteer();
    let mut folded = Folded::new();
    let mut found = Longest::default();
    let mut lower = false;
    for (index, word) in words.enumerate() {
        folded.push(word);
        lower |= word.chars().any(char::is_lowercase);
        if index == 0 {
            found.first = table.names.known(folded);
        }
        let Some(entry) = table.entries.get(&folded.hash()) else {
            // A hyphen or an apostrophe alone adds nothing: the next word decides.
            if index == 0 || word.bytes().any(|b| b.is_ascii_alphanumeric()) {
                break;
            }
            continue;
        };
        let usable = !(entry.known.any(Known::CAPITALS) && lower);
        if index == 0 && usable {
            found.first = found.first.union(entry.known);
        }
        const NAMED: Known = Known(4 | 8 | 16 | 32 | 64 | 128);
        if usable && entry.known.any(NAMED) && word.bytes().any(|b| b.is_ascii_alphanumeric() || b > 127) {
            found.known = Known(entry.known.0 & NAMED.0);
            found.words = index + 1;
        }
        if !entry.known.any(Known::BEGINS) {
            break;
        }
    }
    found
}

/// Larger first: parts of the world and countries, then regions among the cities.
fn prominence(place: &Place) -> u32 {
    match place.precision {
        PlacePrecision::Continent | PlacePrecision::Country => u32::MAX,
        PlacePrecision::Region => 2_000_000,
        PlacePrecision::City => place.population.max(1),
        PlacePrecision::Point => 0,
    }
}

fn degrees(text: &str) -> f32 {
    decimal::read(text).unwrap_or_default() as f32
}

fn code_of(code: &str) -> Option<[u8; 2]> {
    code.as_bytes().try_into().ok().filter(|code: &[u8; 2]| code.iter().all(u8::is_ascii_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_read() {
        let table = gazetteer();
        let rows: Vec<usize> = FACTS.split("=\n").map(|section| section.lines().count()).collect();
        assert_eq!(rows.len(), 5);
        assert_eq!(table.countries.len(), rows[0]);
        assert!(table.places.len() > 7_343 + rows[0] + rows[1]);
        for place in &table.places {
            assert!(!place.name.is_empty() && place.latitude.abs() <= 90.0 && place.longitude.abs() <= 180.0, "{place:?}");
        }
    }

    #[test]
    fn the_longest_name_wins() {
        let words = ["New", " York", " City", " Council"];
        let found = longest(words.into_iter());
        assert_eq!(found.words, 3);
        assert!(found.known.any(Known::CITY));
        let found = longest(["al", "-", "Qaeda", " cell"].into_iter());
        assert_eq!(found.words, 3);
        assert!(found.known.any(Known::ORGANIZATION));
        assert_eq!(longest(["Newly", " built"].into_iter()).words, 0);
    }
}
