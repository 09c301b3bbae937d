//! Where and when a figure belongs that its own clause does not place, and whether it is of another time.

use rustc_hash::FxHashMap;

use super::cast::Cast;
use super::place::Datelines;
use super::speaker::Mentions;
use crate::casualty::source_kind;
use crate::fact::{
    Anchor, Attribution, CasualtyFigure, Effect, EntityId, EntityKind, EventPlace, EventTime, NameMention, Origin, PlaceFact,
    PlacePrecision, Precision, Quote, QuoteForm, Scope, SourceKind, TimeExpression, TimeKind,
};
use crate::lexicon::Reading;
use crate::text::day::days_between;
use crate::text::{BlockKind, ByteSpan, Sentence};

/// Days before the article from which on a dated figure is of another time.
const LONG_AGO: i32 = 365;

/// Tokens between "has" and its verb.
const PERFECT: usize = 16;

/// Blocks that the place of an earlier figure holds for.
const LAST_PLACE: u32 = 1;

/// Where most of the article plays, for figures that nothing places nearer.
#[derive(Default)]
pub struct MainPlaces {
    /// The entity of each country.
    country_of: FxHashMap<[u8; 2], EntityId>,
    /// Of each entity how often it is spoken of, and the first name that does, counted down.
    counts: Vec<(usize, usize)>,
    /// The block of the last name.
    block: usize,
    /// The place that the article speaks of most.
    any: Option<EntityId>,
    /// The same among countries and what is larger.
    wide: Option<EntityId>,
}

impl MainPlaces {
    /// Notes which country entity number `at` is; all located entities are noted in order. Returns whether there is one.
    pub fn note(&mut self, at: usize, cast: &Cast) -> bool {
        let Some(entity) = cast.entities.get(at) else { return false };
        self.counts.push((0, 0));
        if entity.kind == EntityKind::Place
            && let Some(fact) = entity.place.filter(|fact| fact.precision == PlacePrecision::Country)
            && let Some(code) = fact.country
        {
            self.country_of.entry(code).or_insert(at);
        }
        true
    }

    /// Counts name number `at`, if there is one: a place, or a people for its country. Pictures and datelines do not count. All names
    /// are counted in order, when all entities are noted.
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
            EntityKind::Place => Some(id),
            EntityKind::Nationality => entity.place.and_then(|fact| fact.country).and_then(|code| self.country_of.get(&code).copied()),
            _ => None,
        };
        if let Some(id) = counted {
            let (count, first) = self.counts[id];
            self.counts[id] = (count + 1, first.max(usize::MAX - at));
            let Self { counts, any, wide, .. } = self;
            let most = |leader: Option<EntityId>| leader.filter(|&leader| counts[leader] > counts[id]).or(Some(id));
            *any = most(*any);
            if is_wide(cast.entities[id].place) {
                *wide = most(*wide);
            }
        }
        true
    }

    /// The place as one of an event that the whole article tells of.
    fn place(leader: Option<EntityId>, cast: &Cast) -> Option<EventPlace> {
        let (id, entity) = leader.and_then(|id| Some((id, cast.entities.get(id)?)))?;
        let span = entity.mentions.first()?.span;
        Some(EventPlace { span, entity: Some(id), fact: entity.place, origin: Origin::Context })
    }
}

/// The place of the figure before, which holds for those behind it: its block, its effect, and where.
pub type LastPlace = Option<(u32, Effect, EventPlace)>;

/// What the figures are placed by.
pub struct Circumstances<'a> {
    /// The text.
    pub reading: &'a Reading,
    /// Its names.
    pub names: &'a [NameMention],
    /// Which names stand in datelines.
    pub datelines: &'a Datelines,
    /// Its times.
    pub times: &'a [TimeExpression],
    /// Its date.
    pub anchor: Anchor,
    /// Its quotes, with their speakers.
    pub quotes: &'a [Quote],
    /// Its entities.
    pub cast: &'a Cast,
    /// Where they are spoken of.
    pub mentions: &'a Mentions,
    /// Where most of it plays.
    pub main: &'a MainPlaces,
}

impl Circumstances<'_> {
    /// Gives a figure entities, a place and a time; all figures get theirs in order.
    pub fn fill(&self, figure: &mut CasualtyFigure, last_place: &mut LastPlace) {
        let Some(sentence) = self.sentence(figure.span) else { return };
        if let Some(source) = &mut figure.source {
            source.entity = self.mentions.entity(self.reading, source.span, self.cast);
            if source.kind == SourceKind::Other {
                source.kind = self.kind_by_role(source.entity);
            }
        } else {
            figure.source = self.speaker(figure.span);
        }
        if let Some(actor) = &mut figure.actor {
            actor.entity = self.mentions.entity(self.reading, actor.span, self.cast);
        }
        match &mut figure.place {
            Some(place) => {
                let name = self.names.partition_point(|name| name.span.end() <= place.span.start());
                if let Some(name) = self.names.get(name).filter(|name| name.span.overlaps(place.span)) {
                    let id = self.cast.of_name[self.names.partition_point(|other| other.span.end() <= name.span.start())];
                    place.entity = Some(id);
                    place.fact = self.cast.entities[id].place;
                }
            }
            None => {
                // A toll to date is of the whole country, not of the town that was spoken of last.
                let to_date = figure.scope == Scope::Cumulative || self.is_to_date(figure);
                let near = || {
                    let last = || {
                        last_place
                            .as_ref()
                            .filter(|(block, effect, _)| sentence.block - block <= LAST_PLACE && is_harm(*effect) == is_harm(figure.effect))
                    };
                    let near = self.paragraph(sentence).or_else(|| last().map(|(_, _, place)| place.clone()));
                    near.filter(|place| !to_date || is_wide(place.fact))
                };
                figure.place = self
                    .beside(figure, sentence)
                    .or_else(near)
                    .or_else(|| MainPlaces::place(if to_date { self.main.wide } else { self.main.any }, self.cast))
                    .map(|place| EventPlace { origin: self.origin(place.span, sentence), ..place });
            }
        }
        if figure.time.is_none() && figure.scope != Scope::Cumulative && !self.is_to_date(figure) {
            figure.time = self.time(sentence, figure.span);
        }
        figure.background = figure.background || self.is_long_ago(figure);
        if let Some(time) = figure.time.as_mut() {
            self.up_to_now(time);
        }
        if let Some(place) = figure.place.as_ref().filter(|place| place.origin == Origin::Sentence && !figure.background) {
            *last_place = Some((sentence.block, figure.effect, place.clone()));
        }
    }

    /// The kind of source that the roles of a person tell: "She" is the director of a hospital.
    fn kind_by_role(&self, entity: Option<EntityId>) -> SourceKind {
        let roles = entity.and_then(|id| self.cast.entities.get(id)).map_or(&[][..], |entity| &entity.roles);
        let kinds = roles.iter().map(|role| source_kind(self.reading, self.reading.document().tokens_in(role.span)));
        kinds.into_iter().find(|kind| *kind != SourceKind::Other).unwrap_or(SourceKind::Other)
    }

    /// Who speaks the quoted words that a figure stands in, where its sentence names nobody.
    fn speaker(&self, figure: ByteSpan) -> Option<Attribution> {
        let end = self.quotes.partition_point(|quote| quote.span.start() <= figure.start());
        let quote = self.quotes[end.saturating_sub(8)..end]
            .iter()
            .rfind(|quote| quote.form != QuoteForm::Indirect && quote.span.contains(figure) && quote.speaker_span.is_some())?;
        let span = quote.speaker_span?;
        let kind = source_kind(self.reading, self.reading.document().tokens_in(span));
        Some(Attribution { span, kind, entity: quote.speaker, verb: quote.verb })
    }

    /// "have been killed", "has killed 12 and driven 30 from their homes": a toll up to now, which no day of the text
    /// around it dates.
    fn is_to_date(&self, figure: &CasualtyFigure) -> bool {
        let verb = self.reading.document().token_at(figure.trigger.end().max(figure.span.end()).saturating_sub(1));
        let first = self.sentence(figure.span).map_or(verb, |sentence| sentence.tokens.first as usize);
        let before = (first.max(verb.saturating_sub(PERFECT))..verb).rev();
        let tense = before.map(|at| self.reading.lower(at)).find(|word| matches!(*word, "have" | "has" | "was" | "were" | "had"));
        matches!(tense, Some("have" | "has"))
    }

    /// The time of a toll "since January" runs up to the article.
    fn up_to_now(&self, time: &mut EventTime) {
        let before = self.reading.document().token_at(time.span.start()).checked_sub(1).map(|before| self.reading.lower(before));
        if let (Some("since"), Some(interval), Some(date)) = (before, time.interval.as_mut(), self.anchor.date) {
            interval.end = interval.end.max(date);
        }
    }

    fn sentence(&self, span: ByteSpan) -> Option<&Sentence> {
        let sentences = self.reading.sentences();
        sentences.get(sentences.partition_point(|sentence| sentence.span.end() <= span.start()))
    }

    fn origin(&self, span: ByteSpan, sentence: &Sentence) -> Origin {
        if sentence.span.contains(span) { Origin::Sentence } else { Origin::Context }
    }

    /// The names inside a span, as indices.
    fn names_in(&self, span: ByteSpan) -> std::ops::Range<usize> {
        let first = self.names.partition_point(|name| name.span.start() < span.start());
        let end = self.names.partition_point(|name| name.span.start() < span.end());
        first..end.max(first)
    }

    /// The place that a name stands for: a place, or the country of a people; never a dateline.
    fn place_of(&self, at: usize) -> Option<EventPlace> {
        let (id, name) = (*self.cast.of_name.get(at)?, self.names.get(at)?);
        let entity = &self.cast.entities[id];
        let fits = match name.kind {
            EntityKind::Place => !self.datelines.hold(at),
            EntityKind::Nationality => entity.place.is_some(),
            _ => false,
        };
        fits.then_some(EventPlace { span: name.span, entity: Some(id), fact: entity.place, origin: Origin::Context })
    }

    /// Whether a name is part of the words that name the source, or the seat of one: "officials in Paris said".
    fn is_of_source(&self, figure: &CasualtyFigure, at: usize) -> bool {
        figure.source.as_ref().is_some_and(|source| {
            let near = source.span.end() <= self.names[at].span.start() && self.names[at].span.start() - source.span.end() <= 4;
            source.span.overlaps(self.names[at].span) || near
        })
    }

    /// Whether a place is where people come from or go to, or where somebody has a seat: "on her way home from Singapore", "the
    /// centre, based in Geneva".
    fn is_elsewhere(&self, at: usize) -> bool {
        let before = (self.names[at].tokens.first as usize).wrapping_sub(1);
        match self.reading.lower(before) {
            "from" | "to" | "toward" | "towards" | "into" | "for" | "via" => true,
            "in" => matches!(self.reading.lower(before.wrapping_sub(1)), "based" | "headquartered" | "seated" | "born" | "educated"),
            _ => false,
        }
    }

    /// The nearest place of the same sentence: before the figure, else behind it. A people counts where no place stands.
    fn beside(&self, figure: &CasualtyFigure, sentence: &Sentence) -> Option<EventPlace> {
        let range = self.names_in(sentence.span);
        let here = figure.span.start();
        let candidates = |kind: EntityKind, before: bool| {
            range.clone().filter(move |&at| {
                self.names[at].kind == kind
                    && (self.names[at].span.start() < here) == before
                    && !self.is_of_source(figure, at)
                    && !self.is_elsewhere(at)
            })
        };
        let place = |before: bool| {
            let near = if before { candidates(EntityKind::Place, true).next_back() } else { candidates(EntityKind::Place, false).next() };
            near.and_then(|at| self.place_of(at))
        };
        let people = || candidates(EntityKind::Nationality, true).next_back().or_else(|| candidates(EntityKind::Nationality, false).next());
        place(true).or_else(|| place(false)).or_else(|| people().and_then(|at| self.place_of(at)))
    }

    /// The nearest place before the sentence in its block.
    fn paragraph(&self, sentence: &Sentence) -> Option<EventPlace> {
        let block = self.reading.document().article().blocks.get(sentence.block as usize)?;
        let range = self.names_in(ByteSpan::new(block.span.start(), sentence.span.start()));
        range.rev().take(40).filter(|&at| self.names[at].kind == EntityKind::Place).find_map(|at| self.place_of(at))
    }

    /// The time of the same sentence nearest to the figure, else the last one before it in the block.
    fn time(&self, sentence: &Sentence, figure: ByteSpan) -> Option<EventTime> {
        let usable = |time: &&TimeExpression| {
            matches!(time.kind, TimeKind::Date | TimeKind::Time)
                && time.interval.is_some()
                && time.precision.is_some_and(|precision| precision <= Precision::Year)
                && !self.reading.document().is_in_dateline(time.span)
        };
        let in_span = |span: ByteSpan| {
            let first = self.times.partition_point(|time| time.span.start() < span.start());
            let end = self.times.partition_point(|time| time.span.start() < span.end());
            self.times.get(first..end).unwrap_or_default().iter()
        };
        let distance = |time: &&TimeExpression| time.span.start().abs_diff(figure.start());
        let here = in_span(sentence.span).filter(usable).min_by_key(distance);
        let block = self.reading.document().article().blocks.get(sentence.block as usize);
        let before =
            || block.and_then(|block| in_span(ByteSpan::new(block.span.start(), sentence.span.start())).rev().take(8).find(usable));
        let time = here.or_else(before)?;
        Some(EventTime { span: time.span, interval: time.interval, precision: time.precision, origin: self.origin(time.span, sentence) })
    }

    /// A figure dated long before the article: another event, told for comparison.
    fn is_long_ago(&self, figure: &CasualtyFigure) -> bool {
        let (Some(date), Some(time)) = (self.anchor.date, figure.time.as_ref()) else { return false };
        // "Since 2011", "began in 2011" open a span up to now: a toll to date is none of another time.
        let first = self.reading.document().token_at(time.span.start());
        let opens = (first.saturating_sub(4)..first).any(|at| {
            matches!(
                self.reading.lower(at),
                "since" | "from" | "began" | "begun" | "started" | "erupted" | "broke" | "start" | "beginning" | "outbreak"
            )
        });
        let to_date = opens || self.is_to_date(figure) || figure.scope == Scope::Cumulative && time.origin == Origin::Context;
        time.interval.is_some_and(|interval| days_between(interval.end, date) > LONG_AGO) && !to_date
    }
}

/// Whether a place is a country or larger.
fn is_wide(place: Option<PlaceFact>) -> bool {
    place.is_some_and(|place| place.precision >= PlacePrecision::Country)
}

/// People killed, hurt or lost: arrests and flights may be told of another place right behind.
fn is_harm(effect: Effect) -> bool {
    matches!(effect, Effect::Killed | Effect::Injured | Effect::Missing | Effect::Casualties)
}
