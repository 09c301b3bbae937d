//! Where and when a figure belongs that its own clause does not place, and whether it is of another time.

use super::cast::Cast;
use super::main_place::{MainPlaces, is_wide};
use super::scene::Scenes;
use super::site::Site;
use super::speaker::Mentions;
use crate::casualty::source_kind;
use crate::fact::{
    Anchor, Attribution, CasualtyFigure, Effect, Entity, EntityId, EntityKind, EventPlace, EventTime, Modifier, NameMention, Origin,
    Precision, Quote, QuoteForm, Scope, SourceKind, Status,
};
use crate::lexicon::Reading;
use crate::lexicon::en::class;
use crate::lexicon::en::grammar::{GRAMMAR, Role};
use crate::lexicon::en::scene::COMPARING;
use crate::text::ByteSpan;
use crate::text::day::days_between;

/// Days before the article from which on a dated figure is of another time.
const LONG_AGO: i32 = 365;

/// Tokens between "has" and its verb.
const PERFECT: usize = 16;

/// Sentences of a block behind that of an event for which its time holds.
const LAST_TIME: usize = 4;

/// Tokens before a word of harm in which an event is set beside another.
const COMPARED: usize = 20;

/// Days between two events that are compared.
const APART: i32 = 6;

/// Days by which a figure of another event stands before the article's event.
const EARLIER: i32 = 45;

/// What the figures are placed by.
pub struct Circumstances<'a> {
    /// The text.
    pub reading: &'a Reading,
    /// Its names.
    pub names: &'a [NameMention],
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
    /// Where and when its sentences put their events.
    pub scenes: &'a Scenes,
}

/// What the text around a figure says of it.
struct Told<'a> {
    /// Where it stands.
    site: &'a Site<'a>,
    /// It is a toll up to now.
    to_date: bool,
    /// The direct quote that it stands in, where that tells who speaks.
    quote: Option<&'a Quote>,
}

impl Circumstances<'_> {
    /// Gives a figure entities, a place and a time; all figures get theirs in order.
    pub fn fill(&self, figure: &mut CasualtyFigure, site: &Site) {
        let told = Told { site, to_date: self.is_to_date(site.trigger, site.first()), quote: self.quote(figure.span) };
        if let Some(source) = &mut figure.source {
            source.entity = self.mentions.entity(self.reading, source.span, self.cast);
            if source.kind == SourceKind::Other {
                source.kind = self.kind_by_role(source.entity);
            }
        } else {
            figure.source = self.speaker(&told);
        }
        if let Some(actor) = &mut figure.actor {
            actor.entity = self.mentions.entity(self.reading, actor.span, self.cast);
        }
        figure.background = figure.background || self.is_long_ago(figure, &told) || self.is_compared(figure, &told);
        let own = figure.place.take().and_then(|place| self.located(place));
        figure.place = own.or_else(|| self.here(&told)).or_else(|| self.place(figure, &told));
        if figure.time.is_none() && figure.scope != Scope::Cumulative && !figure.background && !told.to_date {
            figure.time = self.time(figure, &told);
            figure.background = self.is_long_ago(figure, &told);
        }
        if let Some(time) = figure.time.as_mut() {
            self.up_to_now(time, site);
        }
    }

    /// A place of the figure's own sentence with its entity; `None` where that is a person.
    fn located(&self, place: EventPlace) -> Option<EventPlace> {
        let name = self.names.partition_point(|name| name.span.end() <= place.span.start());
        let Some(_) = self.names.get(name).filter(|name| name.span.overlaps(place.span)) else { return Some(place) };
        let id = self.cast.of_name[name];
        let fact = self.cast.entities[id].place;
        (!self.main.is_person(id, self.cast)).then_some(EventPlace { entity: Some(id), fact, ..place })
    }

    /// "“No one was hurt here,” said the mayor of Dorna": the place that a speaker is of.
    fn here(&self, told: &Told) -> Option<EventPlace> {
        let quote = told.quote?;
        let words = self.reading.document().tokens_in(quote.span);
        told.site.tokens.range().find(|&at| words.holds(at) && self.reading.lower(at) == "here")?;
        let roles = &self.cast.entities.get(quote.speaker?)?.roles;
        let mut names = roles.iter().flat_map(|role| self.names_in(role.span));
        let name = names.find(|&name| self.names[name].kind == EntityKind::Place)?;
        let id = self.cast.of_name[name];
        Some(EventPlace { span: self.names[name].span, entity: Some(id), fact: self.cast.entities[id].place, origin: Origin::Context })
    }

    /// The names inside a span, as indices.
    fn names_in(&self, span: ByteSpan) -> std::ops::Range<usize> {
        let first = self.names.partition_point(|name| name.span.start() < span.start());
        let end = self.names.partition_point(|name| name.span.start() < span.end());
        first..end.max(first)
    }

    /// The kind of source that the roles of a person tell: "She" is the director of a hospital.
    fn kind_by_role(&self, entity: Option<EntityId>) -> SourceKind {
        let roles = entity.and_then(|id| self.cast.entities.get(id)).map_or(&[][..], |entity| &entity.roles);
        let mut kinds = roles.iter().map(|role| source_kind(self.reading, self.reading.document().tokens_in(role.span)));
        kinds.find(|kind| *kind != SourceKind::Other).unwrap_or(SourceKind::Other)
    }

    /// Who speaks the quoted words that a figure stands in, where its sentence names nobody.
    fn speaker(&self, told: &Told) -> Option<Attribution> {
        let quote = told.quote?;
        let span = quote.speaker_span?;
        let kind = source_kind(self.reading, self.reading.document().tokens_in(span));
        Some(Attribution { span, kind, entity: quote.speaker, verb: quote.verb })
    }

    /// The direct quote that a figure stands in, where it tells who speaks.
    fn quote(&self, figure: ByteSpan) -> Option<&Quote> {
        let end = self.quotes.partition_point(|quote| quote.span.start() <= figure.start());
        let quotes = self.quotes[end.saturating_sub(8)..end].iter();
        quotes.rev().find(|quote| quote.form != QuoteForm::Indirect && quote.span.contains(figure) && quote.speaker_span.is_some())
    }

    /// "have been killed", "has killed 12 and driven 30 from their homes": a toll up to now, which no day of the text
    /// around it dates. The "have" of another verb, of an infinitive or behind a modal verb tells nothing.
    fn is_to_date(&self, verb: usize, first: usize) -> bool {
        for at in (first.max(verb.saturating_sub(PERFECT))..verb).rev() {
            let word = self.reading.lower(at);
            let role = if self.reading.is(at, class::GRAMMAR) { GRAMMAR.get(word) } else { None };
            match role {
                Some(Role::Have) if matches!(word, "have" | "has") => {
                    let before = at.wrapping_sub(1);
                    let modal = self.reading.is(before, class::GRAMMAR) && GRAMMAR.get(self.reading.lower(before)) == Some(&Role::Modal);
                    return !modal && self.reading.lower(before) != "to";
                }
                // "more than" opens no clause.
                Some(Role::Clause) if word == "than" => {}
                Some(Role::Have | Role::Clause | Role::Relative) => return false,
                Some(Role::Be) if matches!(word, "was" | "were") => return false,
                _ if self.reading.is(at, class::SPEECH) && !matches!(word, "reported" | "claimed" | "confirmed") => return false,
                _ => {}
            }
        }
        false
    }

    /// The time of a toll "since January" runs up to the article.
    fn up_to_now(&self, time: &mut EventTime, site: &Site) {
        let (Some(interval), Some(date)) = (time.interval.as_mut(), self.anchor.date) else { return };
        let first = site.token_at(time.span.start());
        if first > 0 && self.reading.lower(first - 1) == "since" {
            interval.end = interval.end.max(date);
        }
    }

    /// The place of a figure that its own clause does not place: that of the event which the same sentence or the last one before
    /// it tells, else where most of the article plays. A toll to date is of the whole country, not of the town that was spoken of
    /// last.
    fn place(&self, figure: &CasualtyFigure, told: &Told) -> Option<EventPlace> {
        let site = told.site;
        let to_date = figure.scope == Scope::Cumulative || told.to_date;
        // An event of another time holds on to what is told of it in its own paragraph.
        let near = self.scenes.before(site.sentence, site.block, is_harm(figure.effect));
        let mut near = near.filter(|scene| !figure.background || scene.block == site.block).filter_map(|scene| scene.place.as_ref());
        let near = near.find(|place| !to_date || is_wide(place.fact)).cloned();
        // All of the article may tell of another time.
        let main = match (figure.background, to_date) {
            (true, _) if !self.scenes.days.is_empty() => self.main.wide.filter(|_| figure.time.is_some()),
            (true, _) => self.main.any.or(self.main.most_named).filter(|_| figure.time.is_some()),
            (false, true) => self.main.wide.or(self.main.first).or(self.main.any).or(self.main.most_named),
            (false, false) => self.main.any.or(self.main.most_named),
        };
        let place = near.or_else(|| MainPlaces::place(main, self.cast))?;
        Some(EventPlace { origin: origin(place.span, site), ..place })
    }

    /// The time of a figure that its own clause does not date: that of the event before it in the same paragraph, else the day of the
    /// article's event, where the figure is of the same place.
    fn time(&self, figure: &CasualtyFigure, told: &Told) -> Option<EventTime> {
        let site = told.site;
        let known = |time: &EventTime| time.precision.is_some_and(|precision| precision <= Precision::Year);
        let near = self.scenes.before(site.sentence, site.block, is_harm(figure.effect));
        let near = near.filter(|scene| scene.block == site.block && site.sentence - scene.sentence <= LAST_TIME);
        let near = near.filter_map(|scene| scene.time.as_ref()).find(|time| known(time));
        let day = || self.day().filter(|_| self.is_of_main(figure, told));
        let time = near.or_else(day)?;
        Some(EventTime { origin: origin(time.span, site), ..time.clone() })
    }

    /// The day of the article's event: the first that is told of it where most of the article plays, or where no place is told.
    fn day(&self) -> Option<&EventTime> {
        let here = |place: &Option<EntityId>| place.is_none() || self.main.any.is_none() || self.is_around(*place, self.main.any);
        self.scenes.days.iter().find(|(_, place)| here(place)).map(|(time, _)| time)
    }

    /// Whether a figure is one of the article's event as far as can be told: people who came to harm at no other place.
    fn is_of_main(&self, figure: &CasualtyFigure, told: &Told) -> bool {
        // Who tells of one person's death in words of his own may speak of any day.
        let own = figure.implicit && told.quote.is_some();
        if own
            || figure.modifier == Modifier::NoneOf
            || !is_harm(figure.effect)
            || !matches!(figure.status, Status::Asserted | Status::Feared)
        {
            return false;
        }
        let place = figure.place.as_ref().and_then(|place| place.entity);
        place.is_none() || self.is_around(place, self.main.any.or(self.main.most_named))
    }

    /// Whether one event can be of both places: a town and its country, but not two towns.
    fn is_around(&self, one: Option<EntityId>, other: Option<EntityId>) -> bool {
        let entity = |id: Option<EntityId>| id.and_then(|id| self.cast.entities.get(id));
        let (Some(first), Some(second)) = (entity(one), entity(other)) else { return one == other };
        let country = |entity: &Entity| entity.place.and_then(|fact| fact.country);
        let agree = match (country(first), country(second)) {
            (Some(first), Some(second)) => first == second,
            _ => first.kind == EntityKind::Place && second.kind == EntityKind::Place,
        };
        // What no table has may be a street of a town that one has.
        let known = |entity: &Entity| entity.place.is_some_and(|fact| fact.coordinates.is_some());
        let wide = is_wide(first.place) || is_wide(second.place);
        one == other || agree && (wide || known(first) != known(second))
    }

    /// "another crash in May", "a year earlier, a similar fire", "a few months ago": an event set beside that of the article, and
    /// before it.
    fn is_compared(&self, figure: &CasualtyFigure, told: &Told) -> bool {
        let Some(time) = figure.time.as_ref().filter(|time| time.origin == Origin::Sentence) else { return false };
        let first = told.site.first().max(told.site.trigger.saturating_sub(COMPARED));
        let happening = class::CAUSE.union(class::HARM).union(class::SCENE);
        let happens = |at: usize| (at + 1..at + 4).any(|next| next <= told.site.trigger && self.reading.is(next, happening));
        let mut compared = (first..told.site.trigger).filter(|&at| COMPARING.contains(&self.reading.lower(at)));
        let compared = compared.any(happens);
        let day = self.day().and_then(|day| day.interval).map(|day| day.start);
        let Some(interval) = time.interval else {
            // "a few months ago" has no days, but is none of those of the article's event.
            let words = self.reading.document().tokens_in(time.span);
            let far = || words.range().any(|at| matches!(self.reading.lower(at), "months" | "years" | "decades"));
            return compared || day.is_some() && self.reading.lower((words.end as usize).wrapping_sub(1)) == "ago" && far();
        };
        let before = |day| days_between(interval.end, day);
        let apart = day.is_some_and(|day| before(day) > EARLIER) && !told.to_date && figure.scope != Scope::Cumulative;
        apart || compared && day.or(self.anchor.date).is_some_and(|day| before(day) > APART)
    }

    /// A figure dated long before the article: another event, told for comparison.
    fn is_long_ago(&self, figure: &CasualtyFigure, told: &Told) -> bool {
        let (Some(date), Some(time)) = (self.anchor.date, figure.time.as_ref()) else { return false };
        if time.interval.is_none_or(|interval| days_between(interval.end, date) <= LONG_AGO) {
            return false;
        }
        // "Since 2011", "began in 2011" open a span up to now: a toll to date is none of another time.
        let first = told.site.token_at(time.span.start());
        let opens = (first.saturating_sub(4)..first).any(|at| {
            matches!(
                self.reading.lower(at),
                "since" | "from" | "began" | "begun" | "started" | "erupted" | "broke" | "start" | "beginning" | "outbreak"
            )
        });
        !(opens || told.to_date || figure.scope == Scope::Cumulative && time.origin == Origin::Context)
    }
}

fn origin(span: ByteSpan, site: &Site) -> Origin {
    if site.span.contains(span) { Origin::Sentence } else { Origin::Context }
}

/// People killed, hurt or lost: arrests and flights may be told of another place right behind.
fn is_harm(effect: Effect) -> bool {
    matches!(effect, Effect::Killed | Effect::Injured | Effect::Missing | Effect::Casualties)
}
