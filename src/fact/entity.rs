//! People, organisations, places and peoples: mentions, and the entities they are mentions of.

use super::Confidence;
use crate::text::{ByteSpan, TokenSpan};

/// Index into [`Analysis::entities`](super::Analysis::entities).
pub type EntityId = usize;

/// What a name names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum EntityKind {
    /// A person.
    Person,
    /// An organisation: a government body, a firm, an armed group, a newspaper.
    Organization,
    /// A place: a country, a city, a river, a building.
    Place,
    /// A nationality or another people: "Russian", "Syrians", "Kurdish".
    Nationality,
    /// Another name: an event, a work, a product, a law.
    Miscellaneous,
}

/// A name in the text, before it is known whose it is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct NameMention {
    /// The name without articles, titles and possessive.
    pub span: ByteSpan,
    /// The same as tokens.
    pub tokens: TokenSpan,
    /// What it names.
    pub kind: EntityKind,
    /// How sure the tagger is.
    pub confidence: Confidence,
    /// Name of the rule or `model`.
    pub rule: &'static str,
}

/// How a mention refers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MentionForm {
    /// By name or a part of it.
    Name,
    /// By role: "the Russian president".
    Role,
    /// By pronoun.
    Pronoun,
}

/// One mention of an entity.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Mention {
    /// The words.
    pub span: ByteSpan,
    /// How it refers.
    pub form: MentionForm,
}

/// A role that the article gives someone.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Role {
    /// The words of the role: "U.N. special envoy for Syria".
    pub span: ByteSpan,
}

/// How exactly a place is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PlacePrecision {
    /// A building, a base, a camp.
    Point,
    /// A town or a city.
    City,
    /// A province, a state, a region of a country.
    Region,
    /// A country.
    Country,
    /// A continent or a part of the world.
    Continent,
}

/// What the knowledge tables say of a place.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PlaceFact {
    /// ISO 3166-1 alpha-2 code of its country, where it lies in one.
    pub country: Option<[u8; 2]>,
    /// Degrees north and east of its centre, where known.
    pub coordinates: Option<(f32, f32)>,
    /// How exactly the place is known.
    pub precision: PlacePrecision,
}

/// An id in a public register.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Identifier {
    /// `wikidata`, `iso3166-1`, or `wikipedia`: the title of an article in the English one.
    pub scheme: &'static str,
    /// The id there.
    pub value: String,
}

/// Someone or something of the article, with all its mentions.
#[derive(Clone, PartialEq, Debug)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest name in the text.
    pub name: String,
    /// Its other names in the text.
    pub aliases: Vec<String>,
    /// Roles as the article gives them.
    pub roles: Vec<Role>,
    /// Mentions in text order; the first is where a reader meets it first.
    pub mentions: Vec<Mention>,
    /// What is known of it as a place; for a nationality, of its country.
    pub place: Option<PlaceFact>,
    /// Ids in public registers.
    pub identifiers: Vec<Identifier>,
    /// Every mention stands in a dateline: where it was written, not where it happened.
    pub dateline: bool,
    /// How sure.
    pub confidence: Confidence,
}
