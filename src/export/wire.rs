//! The analysis as one plain object: what `analyze` and `facts` hand to JavaScript and what the JSON export writes.
//!
//! Every stretch of text is a [`Piece`]: its words and its offsets in the unit that the receiver counts in.

use serde::{Serialize, Serializer};

use super::names::Named;
use crate::fact::{
    Analysis, AnchorSource, Attribution, CasualtyFigure, Entity, EventPlace, EventTime, Identifier, Interval, Mention, PlaceFact, Quantity,
    Quote, Reading, TimeAnchor, TimeExpression,
};
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
pub struct Piece<'a> {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// The words.
    pub text: &'a str,
}

/// A name out of a fixed list. Written as a unit variant: to JavaScript such names, like the names of fields, are told once and then
/// only referred to, which halves the time it takes to hand an analysis over.
#[derive(Clone, Copy, Debug)]
struct Term(&'static str);

impl Serialize for Term {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("Term", 0, self.0)
    }
}

impl<T: Named> From<&T> for Term {
    fn from(value: &T) -> Self {
        Self(value.name())
    }
}

/// The whole object.
#[derive(Serialize, Debug)]
pub struct AnalysisObject<'a> {
    schema_version: u32,
    tool: Tool,
    offset_unit: Term,
    reading: Term,
    /// The language that was found, where it is not English.
    other_language: Option<&'a str>,
    article: ArticleObject<'a>,
    anchor: AnchorObject<'a>,
    figures: Vec<FigureObject<'a>>,
    quantities: Vec<QuantityObject<'a>>,
    times: Vec<TimeObject<'a>>,
    entities: Vec<EntityObject<'a>>,
    quotes: Vec<QuoteObject<'a>>,
}

#[derive(Serialize, Debug)]
struct Tool {
    name: Term,
    version: Term,
}

#[derive(Serialize, Debug)]
struct ArticleObject<'a> {
    title: Option<&'a str>,
    url: Option<&'a str>,
    publisher: Option<&'a str>,
    language: Option<&'a str>,
    published: Option<String>,
    published_source: Option<Term>,
}

#[derive(Serialize, Debug)]
struct AnchorObject<'a> {
    date: Option<String>,
    source: Option<Term>,
    evidence: Option<Piece<'a>>,
}

#[derive(Serialize, Debug)]
struct FigureObject<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    effect: Term,
    modifier: Term,
    low: Option<u64>,
    high: Option<u64>,
    best: Option<u64>,
    fraction: Option<f64>,
    fraction_of: Option<Piece<'a>>,
    trigger: Piece<'a>,
    victims: Option<Piece<'a>>,
    victim_status: Term,
    victim_groups: Vec<Term>,
    status: Term,
    scope: Term,
    implicit: bool,
    unit: Option<Piece<'a>>,
    source: Option<SourceObject<'a>>,
    cause: Option<Piece<'a>>,
    target: Option<Piece<'a>>,
    actor: Option<Piece<'a>>,
    actor_entity: Option<usize>,
    outcome: Option<OutcomeObject<'a>>,
    time: Option<EventTimeObject<'a>>,
    place: Option<EventPlaceObject<'a>>,
    part_of: Option<usize>,
    same_as: Option<usize>,
    conflicts_with: Vec<usize>,
    supersedes: Option<usize>,
    background: bool,
    sentence: Piece<'a>,
    rule: Term,
    confidence: Term,
}

#[derive(Serialize, Debug)]
struct OutcomeObject<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    kind: Term,
    status: Term,
}

#[derive(Serialize, Debug)]
struct SourceObject<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    kind: Term,
    entity: Option<usize>,
    verb: Option<Piece<'a>>,
}

#[derive(Serialize, Debug)]
struct EventTimeObject<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    date_start: Option<String>,
    date_end: Option<String>,
    precision: Option<Term>,
    origin: Term,
}

#[derive(Serialize, Debug)]
struct EventPlaceObject<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    entity: Option<usize>,
    country: Option<String>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    place_precision: Option<Term>,
    origin: Term,
}

#[derive(Serialize, Debug)]
struct QuantityObject<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    modifier: Term,
    value: f64,
    low: Option<f64>,
    high: Option<f64>,
    change: Option<Term>,
    kind: Term,
    unit: &'a str,
    per: Option<&'a str>,
    effect: Option<Term>,
    rule: Term,
    confidence: Term,
}

#[derive(Serialize, Debug)]
struct TimeObject<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    #[serde(rename = "type")]
    kind: Term,
    value: &'a str,
    #[serde(rename = "mod")]
    modifier: Option<Term>,
    date_start: Option<String>,
    date_end: Option<String>,
    precision: Option<Term>,
    anchor: Term,
    anchor_text: Option<Piece<'a>>,
    rule: Term,
    confidence: Term,
}

#[derive(Serialize, Debug)]
struct EntityObject<'a> {
    kind: Term,
    name: &'a str,
    aliases: &'a [String],
    roles: Vec<Piece<'a>>,
    mentions: Vec<MentionObject<'a>>,
    country: Option<String>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    place_precision: Option<Term>,
    identifiers: Vec<IdentifierObject<'a>>,
    dateline: bool,
    confidence: Term,
}

#[derive(Serialize, Debug)]
struct MentionObject<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    form: Term,
}

#[derive(Serialize, Debug)]
struct IdentifierObject<'a> {
    scheme: Term,
    value: &'a str,
}

#[derive(Serialize, Debug)]
struct QuoteObject<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    form: Term,
    speaker: Option<Piece<'a>>,
    speaker_entity: Option<usize>,
    verb: Option<Piece<'a>>,
    rule: Term,
    confidence: Term,
}

impl<'a> AnalysisObject<'a> {
    /// Copies an analysis with offsets in `unit`.
    pub fn new(article: &'a Article, analysis: &'a Analysis, unit: Unit) -> Self {
        let writer = Writer { text: &article.text, map: OffsetMap::new(&article.text), unit, analysis };
        Self {
            schema_version: SCHEMA_VERSION,
            tool: Tool { name: Term("sidelight"), version: Term(env!("CARGO_PKG_VERSION")) },
            offset_unit: Term(match unit {
                Unit::Utf16 => "utf16",
                Unit::CodePoint => "code_point",
            }),
            reading: Term::from(&analysis.reading),
            other_language: match &analysis.reading {
                Reading::OtherLanguage(tag) => tag.as_deref(),
                _ => None,
            },
            article: ArticleObject {
                title: article.title.as_deref(),
                url: article.url.as_deref(),
                publisher: article.publisher.as_deref(),
                language: article.language.as_deref(),
                published: article.published.map(|published| day::written(published.date)),
                published_source: article.published.map(|published| Term::from(&published.source)),
            },
            anchor: AnchorObject {
                date: analysis.anchor.date.map(day::written),
                source: analysis.anchor.source.as_ref().map(Term::from),
                evidence: match analysis.anchor.source {
                    Some(AnchorSource::Inferred(span)) => Some(writer.piece(span)),
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

impl<'a> Writer<'a> {
    fn piece(&self, span: ByteSpan) -> Piece<'a> {
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
        Piece { start, end, text: span.of(self.text) }
    }

    fn maybe(&self, span: Option<ByteSpan>) -> Option<Piece<'a>> {
        span.map(|span| self.piece(span))
    }

    fn figure(&self, figure: &'a CasualtyFigure) -> FigureObject<'a> {
        let Piece { start, end, text } = self.piece(figure.span);
        FigureObject {
            start,
            end,
            text,
            effect: Term::from(&figure.effect),
            modifier: Term::from(&figure.modifier),
            low: figure.low,
            high: figure.high,
            best: figure.best,
            fraction: figure.fraction,
            fraction_of: self.maybe(figure.fraction_of),
            trigger: self.piece(figure.trigger),
            victims: self.maybe(figure.victims),
            victim_status: Term::from(&figure.victim_status),
            victim_groups: figure.victim_groups.iter().map(Term::from).collect(),
            status: Term::from(&figure.status),
            scope: Term::from(&figure.scope),
            implicit: figure.implicit,
            unit: self.maybe(figure.unit),
            source: figure.source.as_ref().map(|source| self.source(source)),
            cause: self.maybe(figure.cause),
            target: self.maybe(figure.target),
            actor: figure.actor.as_ref().map(|actor| self.piece(actor.span)),
            actor_entity: figure.actor.as_ref().and_then(|actor| actor.entity),
            outcome: figure.outcome.as_ref().map(|outcome| {
                let Piece { start, end, text } = self.piece(outcome.span);
                OutcomeObject { start, end, text, kind: Term::from(&outcome.kind), status: Term::from(&outcome.status) }
            }),
            time: figure.time.as_ref().map(|time| self.event_time(time)),
            place: figure.place.as_ref().map(|place| self.event_place(place)),
            part_of: figure.part_of,
            same_as: figure.same_as,
            conflicts_with: figure.conflicts_with.clone(),
            supersedes: figure.supersedes,
            background: figure.background,
            sentence: self.piece(self.analysis.sentence_of(figure.span)),
            rule: Term(figure.rule),
            confidence: Term::from(&figure.confidence),
        }
    }

    fn source(&self, source: &Attribution) -> SourceObject<'a> {
        let Piece { start, end, text } = self.piece(source.span);
        SourceObject { start, end, text, kind: Term::from(&source.kind), entity: source.entity, verb: self.maybe(source.verb) }
    }

    fn event_time(&self, time: &EventTime) -> EventTimeObject<'a> {
        let Piece { start, end, text } = self.piece(time.span);
        let [date_start, date_end] = days(time.interval);
        let precision = time.precision.as_ref().map(Term::from);
        EventTimeObject { start, end, text, date_start, date_end, precision, origin: Term::from(&time.origin) }
    }

    fn event_place(&self, place: &EventPlace) -> EventPlaceObject<'a> {
        let Piece { start, end, text } = self.piece(place.span);
        let Known { country, latitude, longitude, place_precision } = known(place.fact.as_ref());
        let origin = Term::from(&place.origin);
        EventPlaceObject { start, end, text, entity: place.entity, country, latitude, longitude, place_precision, origin }
    }

    fn quantity(&self, quantity: &'a Quantity) -> QuantityObject<'a> {
        let Piece { start, end, text } = self.piece(quantity.span);
        QuantityObject {
            start,
            end,
            text,
            modifier: Term::from(&quantity.modifier),
            value: quantity.value,
            low: quantity.low,
            high: quantity.high,
            change: quantity.change.as_ref().map(Term::from),
            kind: Term::from(&quantity.kind),
            unit: &quantity.unit,
            per: quantity.per.as_deref(),
            effect: quantity.effect.as_ref().map(Term::from),
            rule: Term(quantity.rule),
            confidence: Term::from(&quantity.confidence),
        }
    }

    fn time(&self, time: &'a TimeExpression) -> TimeObject<'a> {
        let Piece { start, end, text } = self.piece(time.span);
        let [date_start, date_end] = days(time.interval);
        TimeObject {
            start,
            end,
            text,
            kind: Term::from(&time.kind),
            value: &time.value,
            modifier: time.modifier.as_ref().map(Term::from),
            date_start,
            date_end,
            precision: time.precision.as_ref().map(Term::from),
            anchor: Term::from(&time.anchor),
            anchor_text: match time.anchor {
                TimeAnchor::Previous(span) | TimeAnchor::Utterance(span) => Some(self.piece(span)),
                _ => None,
            },
            rule: Term(time.rule),
            confidence: Term::from(&time.confidence),
        }
    }

    fn entity(&self, entity: &'a Entity) -> EntityObject<'a> {
        let Known { country, latitude, longitude, place_precision } = known(entity.place.as_ref());
        EntityObject {
            kind: Term::from(&entity.kind),
            name: &entity.name,
            aliases: &entity.aliases,
            roles: entity.roles.iter().map(|role| self.piece(role.span)).collect(),
            mentions: entity.mentions.iter().map(|mention| self.mention(mention)).collect(),
            country,
            latitude,
            longitude,
            place_precision,
            identifiers: entity
                .identifiers
                .iter()
                .map(|Identifier { scheme, value }| IdentifierObject { scheme: Term(scheme), value })
                .collect(),
            dateline: entity.dateline,
            confidence: Term::from(&entity.confidence),
        }
    }

    fn mention(&self, mention: &Mention) -> MentionObject<'a> {
        let Piece { start, end, text } = self.piece(mention.span);
        MentionObject { start, end, text, form: Term::from(&mention.form) }
    }

    fn quote(&self, quote: &'a Quote) -> QuoteObject<'a> {
        let Piece { start, end, text } = self.piece(quote.span);
        QuoteObject {
            start,
            end,
            text,
            form: Term::from(&quote.form),
            speaker: self.maybe(quote.speaker_span),
            speaker_entity: quote.speaker,
            verb: self.maybe(quote.verb),
            rule: Term(quote.rule),
            confidence: Term::from(&quote.confidence),
        }
    }
}

fn days(interval: Option<Interval>) -> [Option<String>; 2] {
    [interval.map(|interval| day::written(interval.start)), interval.map(|interval| day::written(interval.end))]
}

/// What is known of a place, as fields of the object that names it.
#[derive(Default)]
struct Known {
    country: Option<String>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    place_precision: Option<Term>,
}

fn known(place: Option<&PlaceFact>) -> Known {
    place.map_or_else(Known::default, |place| Known {
        country: place.country.map(|code| code.iter().map(|&letter| char::from(letter)).collect()),
        latitude: place.coordinates.map(|(latitude, _)| hundredths(latitude)),
        longitude: place.coordinates.map(|(_, longitude)| hundredths(longitude)),
        place_precision: Some(Term::from(&place.precision)),
    })
}

/// The tables hold degrees to a hundredth at best; a wider float would show digits that nobody measured.
pub(super) fn hundredths(degrees: f32) -> f64 {
    (f64::from(degrees) * 100.0).round() / 100.0
}
