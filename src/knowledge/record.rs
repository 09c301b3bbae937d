//! What the tables say of places, countries and organisations.

use crate::fact::PlacePrecision;

/// A place of the tables.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Place {
    /// Its usual English name.
    pub name: &'static str,
    /// ISO 3166-1 alpha-2 code of its country, where it lies in one.
    pub country: Option<[u8; 2]>,
    /// Degrees north of its centre, to about 0.1.
    pub latitude: f32,
    /// Degrees east of its centre, to about 0.1.
    pub longitude: f32,
    /// Inhabitants of a city, roughly (steps of a tenth); 0 for larger places.
    pub population: u32,
    /// How exact the place is.
    pub precision: PlacePrecision,
    /// Number of its Wikidata item (Q…), where known.
    pub wikidata: Option<u32>,
    /// The state of a city of the United States; empty elsewhere.
    pub state: &'static str,
    /// Title of its article in the English Wikipedia where it is not what [`article_of_place`](super::article_of_place) would make of its name;
    /// empty otherwise.
    pub article: &'static str,
}

/// A country or a territory with a code of its own.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code; `XK` for Kosovo.
    pub code: [u8; 2],
    /// Its usual English name.
    pub name: &'static str,
    /// Its capital; empty where there is none.
    pub capital: &'static str,
    /// Degrees north of its centre.
    pub latitude: f32,
    /// Degrees east of its centre.
    pub longitude: f32,
    /// Number of its Wikidata item (Q…).
    pub wikidata: u32,
    pub(super) demonyms: &'static str,
}

impl Country {
    /// Words for its people and things, the adjective first.
    pub fn demonyms(&self) -> impl Iterator<Item = &'static str> {
        self.demonyms.split(',').filter(|word| !word.is_empty())
    }
}

/// What an organisation of the tables is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum OrganizationKind {
    /// Of states: the United Nations and its bodies, alliances.
    International,
    /// Fights, without being a state's force.
    ArmedGroup,
    /// A state's armed force.
    Military,
    /// A party or a movement.
    Party,
    /// A ministry, a parliament, a seat of government.
    Government,
    /// A public office: police, intelligence, regulation.
    Agency,
    /// A court.
    Court,
    /// Newspapers, broadcasters, news agencies.
    Media,
    /// A firm.
    Company,
    /// Aid, rights and other bodies without profit.
    Charity,
    /// A club, a league, a federation.
    Sport,
    /// A school or a university.
    School,
}

impl OrganizationKind {
    /// The kind with this name in the tables.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "international" => Self::International,
            "armed_group" => Self::ArmedGroup,
            "military" => Self::Military,
            "party" => Self::Party,
            "government" => Self::Government,
            "agency" => Self::Agency,
            "court" => Self::Court,
            "media" => Self::Media,
            "company" => Self::Company,
            "charity" => Self::Charity,
            "sport" => Self::Sport,
            "school" => Self::School,
            _ => return None,
        })
    }
}
