//! The analysis as one plain object: what `analyze` and `facts` hand to JavaScript and what the JSON export writes.
//!
//! Every stretch of text is a [`Piece`]: its words and its offsets in the unit that the receiver counts in.

use serde::Serialize;

use super::names::Named;
use crate::fact::{Analysis, CasualtyFigure, Entity, Identifier, Interval, PlaceFact, Quantity, Quote, TimeAnchor, TimeExpression};
use crate::text::{Article, ByteSpan, OffsetMap, day};

/// Version of this object's shape; a field removed or changed in meaning raises it.
pub const SCHEMA_VERSION: u32 = 1;

/// What offsets count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// UTF-16 code units, as JavaScript strings and the DOM count.
    Utf16,
    /// Unicode code points, as W3C annotations count.
    CodePoint,
}

/// A stretch of the article's text.
#[derive(Clone, PartialEq, Eq, Serialize, Debug)]
pub struct Piece {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// The words.
    pub text: String,
}

/// The whole object.
#[derive(Serialize, Debug)]
pub struct AnalysisObject {
    schema_version: u32,
    tool: Tool,
    offset_unit: &'static str,
    reading: &'static str,
    /// The language that was found, where it is not English.
    other_language: Option<String>,
    article: ArticleObject,
    anchor: AnchorObject,
    figures: Vec<FigureObject>,
    quantities: Vec<QuantityObject>,
    times: Vec<TimeObject>,
    entities: Vec<EntityObject>,
    quotes: Vec<QuoteObject>,
}

#[derive(Serialize, Debug)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize, Debug)]
struct ArticleObject {
    title: Option<String>,
    url: Option<String>,
    publisher: Option<String>,
    language: Option<String>,
    published: Option<String>,
    published_source: Option<&'static str>,
}

#[derive(Serialize, Debug)]
struct AnchorObject {
    date: Option<String>,
    source: Option<&'static str>,
    evidence: Option<Piece>,
}

#[derive(Serialize, Debug)]
struct FigureObject {
    #[serde(flatten)]
    piece: Piece,
    effect: &'static str,
    modifier: &'static str,
    low: Option<u64>,
    high: Option<u64>,
    best: Option<u64>,
    fraction: Option<f64>,
    fraction_of: Option<Piece>,
    trigger: Piece,
    victims: Option<Piece>,
    victim_status: &'static str,
    victim_groups: Vec<&'static str>,
    status: &'static str,
    scope: &'static str,
    implicit: bool,
    unit: Option<Piece>,
    source: Option<SourceObject>,
    cause: Option<Piece>,
    target: Option<Piece>,
    actor: Option<Piece>,
    actor_entity: Option<usize>,
    time: Option<EventTimeObject>,
    place: Option<EventPlaceObject>,
    part_of: Option<usize>,
    same_as: Option<usize>,
    conflicts_with: Vec<usize>,
    supersedes: Option<usize>,
    background: bool,
    sentence: Piece,
    rule: &'static str,
    confidence: &'static str,
}

#[derive(Serialize, Debug)]
struct SourceObject {
    #[serde(flatten)]
    piece: Piece,
    kind: &'static str,
    entity: Option<usize>,
    verb: Option<Piece>,
}

#[derive(Serialize, Debug)]
struct EventTimeObject {
    #[serde(flatten)]
    piece: Piece,
    #[serde(flatten)]
    days: Option<Days>,
    precision: Option<&'static str>,
    origin: &'static str,
}

#[derive(Serialize, Debug)]
struct EventPlaceObject {
    #[serde(flatten)]
    piece: Piece,
    entity: Option<usize>,
    #[serde(flatten)]
    known: Option<PlaceObject>,
    origin: &'static str,
}

#[derive(Serialize, Debug)]
struct Days {
    date_start: String,
    date_end: String,
}

#[derive(Serialize, Debug)]
struct PlaceObject {
    country: Option<String>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    place_precision: &'static str,
}

#[derive(Serialize, Debug)]
struct QuantityObject {
    #[serde(flatten)]
    piece: Piece,
    modifier: &'static str,
    value: f64,
    low: Option<f64>,
    high: Option<f64>,
    kind: &'static str,
    unit: String,
    rule: &'static str,
    confidence: &'static str,
}

#[derive(Serialize, Debug)]
struct TimeObject {
    #[serde(flatten)]
    piece: Piece,
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
    #[serde(rename = "mod")]
    modifier: Option<&'static str>,
    #[serde(flatten)]
    days: Option<Days>,
    precision: Option<&'static str>,
    anchor: &'static str,
    anchor_text: Option<Piece>,
    rule: &'static str,
    confidence: &'static str,
}

#[derive(Serialize, Debug)]
struct EntityObject {
    kind: &'static str,
    name: String,
    aliases: Vec<String>,
    roles: Vec<Piece>,
    mentions: Vec<MentionObject>,
    #[serde(flatten)]
    known: Option<PlaceObject>,
    identifiers: Vec<IdentifierObject>,
    dateline: bool,
    confidence: &'static str,
}

#[derive(Serialize, Debug)]
struct MentionObject {
    #[serde(flatten)]
    piece: Piece,
    form: &'static str,
}

#[derive(Serialize, Debug)]
struct IdentifierObject {
    scheme: &'static str,
    value: String,
}

#[derive(Serialize, Debug)]
struct QuoteObject {
    #[serde(flatten)]
    piece: Piece,
    form: &'static str,
    speaker: Option<Piece>,
    speaker_entity: Option<usize>,
    verb: Option<Piece>,
    rule: &'static str,
    confidence: &'static str,
}

impl AnalysisObject {
    /// Copies an analysis with offsets in `unit`.
    pub fn new(article: &Article, analysis: &Analysis, unit: Unit) -> Self {
        let writer = Writer { text: &article.text, map: OffsetMap::new(&article.text), unit, analysis };
        Self {
            schema_version: SCHEMA_VERSION,
            tool: Tool { name: "sidelight", version: env!("CARGO_PKG_VERSION") },
            offset_unit: match unit {
                Unit::Utf16 => "utf16",
                Unit::CodePoint => "code_point",
            },
            reading: analysis.reading.name(),
            other_language: match &analysis.reading {
                crate::fact::Reading::OtherLanguage(tag) => tag.clone(),
                _ => None,
            },
            article: ArticleObject {
                title: article.title.clone(),
                url: article.url.clone(),
                publisher: article.publisher.clone(),
                language: article.language.clone(),
                published: article.published.map(|published| day::written(published.date)),
                published_source: article.published.map(|published| published.source.name()),
            },
            anchor: AnchorObject {
                date: analysis.anchor.date.map(day::written),
                source: analysis.anchor.source.map(|source| source.name()),
                evidence: match analysis.anchor.source {
                    Some(crate::fact::AnchorSource::Inferred(span)) => Some(writer.piece(span)),
                    _ => None,
                },
            },
            figures: analysis.figures.iter().map(|figure| writer.figure(figure)).collect(),
            quantities: analysis.quantities.iter().map(|quantity| writer.quantity(quantity)).collect(),
            times: analysis.times.iter().map(|time| writer.time(time)).collect(),
            entities: analysis.entities.iter().map(|entity| writer.entity(entity)).collect(),
            quotes: analysis.quotes.iter().map(|quote| writer.quote(quote)).collect(),
        }
    }
}

struct Writer<'a> {
    text: &'a str,
    map: OffsetMap<'a>,
    unit: Unit,
    analysis: &'a Analysis,
}

impl Writer<'_> {
    fn piece(&self, span: ByteSpan) -> Piece {
        let (start, end) = match self.unit {
            Unit::Utf16 => {
                let wide = self.map.utf16(span);
                (wide.start(), wide.end())
            }
            Unit::CodePoint => {
                let points = self.map.code_points(span);
                (points.start(), points.end())
            }
        };
        Piece { start, end, text: span.of(self.text).to_owned() }
    }

    fn maybe(&self, span: Option<ByteSpan>) -> Option<Piece> {
        span.map(|span| self.piece(span))
    }

    fn figure(&self, figure: &CasualtyFigure) -> FigureObject {
        FigureObject {
            piece: self.piece(figure.span),
            effect: figure.effect.name(),
            modifier: figure.modifier.name(),
            low: figure.low,
            high: figure.high,
            best: figure.best,
            fraction: figure.fraction,
            fraction_of: self.maybe(figure.fraction_of),
            trigger: self.piece(figure.trigger),
            victims: self.maybe(figure.victims),
            victim_status: figure.victim_status.name(),
            victim_groups: figure.victim_groups.iter().map(Named::name).collect(),
            status: figure.status.name(),
            scope: figure.scope.name(),
            implicit: figure.implicit,
            unit: self.maybe(figure.unit),
            source: figure.source.as_ref().map(|source| SourceObject {
                piece: self.piece(source.span),
                kind: source.kind.name(),
                entity: source.entity,
                verb: self.maybe(source.verb),
            }),
            cause: self.maybe(figure.cause),
            target: self.maybe(figure.target),
            actor: figure.actor.as_ref().map(|actor| self.piece(actor.span)),
            actor_entity: figure.actor.as_ref().and_then(|actor| actor.entity),
            time: figure.time.as_ref().map(|time| EventTimeObject {
                piece: self.piece(time.span),
                days: time.interval.map(days),
                precision: time.precision.map(|precision| precision.name()),
                origin: time.origin.name(),
            }),
            place: figure.place.as_ref().map(|place| EventPlaceObject {
                piece: self.piece(place.span),
                entity: place.entity,
                known: place.fact.as_ref().map(known),
                origin: place.origin.name(),
            }),
            part_of: figure.part_of,
            same_as: figure.same_as,
            conflicts_with: figure.conflicts_with.clone(),
            supersedes: figure.supersedes,
            background: figure.background,
            sentence: self.piece(self.analysis.sentence_of(figure.span)),
            rule: figure.rule,
            confidence: figure.confidence.name(),
        }
    }

    fn quantity(&self, quantity: &Quantity) -> QuantityObject {
        QuantityObject {
            piece: self.piece(quantity.span),
            modifier: quantity.modifier.name(),
            value: quantity.value,
            low: quantity.low,
            high: quantity.high,
            kind: quantity.kind.name(),
            unit: quantity.unit.clone(),
            rule: quantity.rule,
            confidence: quantity.confidence.name(),
        }
    }

    fn time(&self, time: &TimeExpression) -> TimeObject {
        TimeObject {
            piece: self.piece(time.span),
            kind: time.kind.name(),
            value: time.value.clone(),
            modifier: time.modifier.map(|modifier| modifier.name()),
            days: time.interval.map(days),
            precision: time.precision.map(|precision| precision.name()),
            anchor: time.anchor.name(),
            anchor_text: match time.anchor {
                TimeAnchor::Previous(span) | TimeAnchor::Utterance(span) => Some(self.piece(span)),
                _ => None,
            },
            rule: time.rule,
            confidence: time.confidence.name(),
        }
    }

    fn entity(&self, entity: &Entity) -> EntityObject {
        EntityObject {
            kind: entity.kind.name(),
            name: entity.name.clone(),
            aliases: entity.aliases.clone(),
            roles: entity.roles.iter().map(|role| self.piece(role.span)).collect(),
            mentions: entity
                .mentions
                .iter()
                .map(|mention| MentionObject { piece: self.piece(mention.span), form: mention.form.name() })
                .collect(),
            known: entity.place.as_ref().map(known),
            identifiers: entity
                .identifiers
                .iter()
                .map(|Identifier { scheme, value }| IdentifierObject { scheme, value: value.clone() })
                .collect(),
            dateline: entity.dateline,
            confidence: entity.confidence.name(),
        }
    }

    fn quote(&self, quote: &Quote) -> QuoteObject {
        QuoteObject {
            piece: self.piece(quote.span),
            form: quote.form.name(),
            speaker: self.maybe(quote.speaker_span),
            speaker_entity: quote.speaker,
            verb: self.maybe(quote.verb),
            rule: quote.rule,
            confidence: quote.confidence.name(),
        }
    }
}

fn days(interval: Interval) -> Days {
    Days { date_start: day::written(interval.start), date_end: day::written(interval.end) }
}

fn known(place: &PlaceFact) -> PlaceObject {
    PlaceObject {
        country: place.country.map(|code| code.iter().map(|&letter| char::from(letter)).collect()),
        latitude: place.coordinates.map(|(latitude, _)| hundredths(latitude)),
        longitude: place.coordinates.map(|(_, longitude)| hundredths(longitude)),
        place_precision: place.precision.name(),
    }
}

/// The tables hold degrees to a hundredth at best; a wider float would show digits that nobody measured.
pub(super) fn hundredths(degrees: f32) -> f64 {
    (f64::from(degrees) * 100.0).round() / 100.0
}
