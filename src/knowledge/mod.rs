//! Gazetteer and name model: compiled in by the trainer, looked up here, never edited by hand.
//!
//! Names are compared folded: without case, accents, apostrophes and periods, with hyphens as blanks. So "U.S.", "US"
//! and "Côte d’Ivoire", "Cote d'Ivoire" are found alike. No look-up allocates.

mod article;
mod cities;
mod classes;
pub mod code;
mod fold;
mod gazetteer;
mod hashes;
mod model;
mod names;
mod record;

pub use cities::states;
pub(crate) use classes::word_class;
pub use classes::{CLASS_BITS, CLASS_NUMBER_BITS, class_hash};
pub use fold::Folded;
pub(crate) use gazetteer::{Known, longest};
pub use model::{EntryCode, HASH_BITS, Model, Slot, Steps, Text, WeightCode};
pub(crate) use model::{Few, LABELS, Scores, Sum, hash as model_hash};
pub use names::NAME_BITS;
pub use record::{Country, OrganizationKind, Place};

use std::borrow::Cow;

use gazetteer::gazetteer;

/// Decodes the tables now; they are decoded at first use otherwise.
pub(crate) fn prepare() {
    gazetteer();
}

/// The model of names, decoded at first use.
pub(crate) fn model() -> &'static Model {
    model::shipped()
}

/// The places of this name, the most prominent first: countries and parts of the world, then by population.
pub fn places(name: &str) -> &'static [Place] {
    gazetteer().places(name)
}

/// The country whose people or things `word` names: "Syrian", "Syrians", "Swiss". Peoples without a country of their
/// own ("Kurdish") have none.
pub fn country_of_demonym(word: &str) -> Option<[u8; 2]> {
    gazetteer().country_of_demonym(word)
}

/// Whether `word` names a nationality or another people, a faith or the people of a region.
pub fn is_demonym(word: &str) -> bool {
    gazetteer().known(word).any(Known::DEMONYM.union(Known::PEOPLE))
}

/// The country with this ISO 3166-1 alpha-2 code.
pub fn country(code: [u8; 2]) -> Option<&'static Country> {
    gazetteer().country(code)
}

/// Whether `word` is a given name. Many are surnames and common words too.
pub fn is_first_name(word: &str) -> bool {
    gazetteer().known(word).any(Known::FIRST_NAME)
}

/// Whether `word` is a surname. Many are given names, places and common words too.
pub fn is_surname(word: &str) -> bool {
    gazetteer().known(word).any(Known::SURNAME)
}

/// What kind of organisation `name` is, where the tables have it. Short acronyms match in capitals only.
pub fn organization(name: &str) -> Option<OrganizationKind> {
    gazetteer().organization(name)
}

/// The title of the article of `place` in the English Wikipedia, where it can be told.
pub fn article_of_place(place: &Place) -> Option<Cow<'static, str>> {
    article::title(place, places(place.name).first()?)
}

/// The title of the article of the organisation called `name`, where the tables have it.
pub fn article_of_organization(name: &str) -> Option<&'static str> {
    gazetteer().article_of_organization(name)
}

/// The title of the article of the person with this full name, where the tables have them.
pub fn article_of_person(name: &str) -> Option<&'static str> {
    gazetteer().article_of_person(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::PlacePrecision;

    #[test]
    fn countries_by_any_of_their_names() {
        for name in ["United States", "U.S.", "US", "USA"] {
            assert_eq!(places(name).first().and_then(|place| place.country), Some(*b"US"), "{name}");
        }
        assert_eq!(places("Côte d’Ivoire").first().and_then(|place| place.country), Some(*b"CI"));
        assert_eq!(places("Syria")[0].precision, PlacePrecision::Country);
        assert!(places("us").is_empty(), "a pronoun is no country");
        let country = country(*b"SY").expect("Syria is a country");
        assert_eq!((country.name, country.capital), ("Syria", "Damascus"));
        assert_eq!(country.demonyms().collect::<Vec<_>>(), ["Syrian"]);
    }

    #[test]
    fn places_of_one_name_come_by_prominence() {
        let found = places("Georgia");
        assert_eq!(found[0].country, Some(*b"GE"));
        assert!(found.iter().any(|place| place.country == Some(*b"US") && place.precision == PlacePrecision::Region));
        let london = places("London");
        assert_eq!(london[0].country, Some(*b"GB"));
        assert!(london.is_sorted_by_key(|place| std::cmp::Reverse(place.population)));
        assert!((london[0].latitude - 51.5).abs() < 0.2 && (london[0].longitude + 0.1).abs() < 0.3, "{london:?}");
        assert_eq!(london[0].wikidata, Some(84));
        assert!(places("Nowhereville").is_empty());
    }

    #[test]
    fn demonyms_in_singular_and_plural() {
        assert_eq!(country_of_demonym("Syrians"), Some(*b"SY"));
        assert_eq!(country_of_demonym("Swiss"), Some(*b"CH"));
        assert_eq!(country_of_demonym("French"), Some(*b"FR"));
        assert_eq!(country_of_demonym("Kurdish"), None);
        assert!(is_demonym("Kurds") && !is_demonym("tables"));
    }

    #[test]
    fn names_and_organisations() {
        assert!(is_first_name("Bashar") || is_first_name("Mohammed"));
        assert!(is_surname("Smith") && !is_surname("whereupon"));
        assert_eq!(organization("Al-Qaida"), Some(OrganizationKind::ArmedGroup));
        assert_eq!(organization("al Qaeda"), Some(OrganizationKind::ArmedGroup));
        assert_eq!(organization("U.N. Security Council"), Some(OrganizationKind::International));
        assert_eq!(organization("WHO"), Some(OrganizationKind::International));
        assert_eq!(organization("who"), None);
        assert_eq!(organization("Lord’s Resistance Army"), Some(OrganizationKind::ArmedGroup));
    }
}
