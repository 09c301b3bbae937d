//! What a sentence tells beside the figure: of whom the victims are, by what, whom it hit, who did it, when and where.

use super::Clues;
use super::attribution::source_kind;
use super::chunk::{Chunk, Parse, Phrase};
use super::placing::{Standing, standing};
use super::stage::Bearing;
use crate::fact::{
    CasualtyFigure, Effect, EventPlace, EventTime, NameMention, Origin, SourceKind, TimeExpression, TimeKind, VictimGroup, VictimStatus,
};
use crate::lexicon::Reading;
use crate::lexicon::en::cause::{CAUSES, Cause};
use crate::lexicon::en::class;
use crate::lexicon::en::effect::DWELLINGS;
use crate::lexicon::en::scene::REMEMBRANCE;
use crate::lexicon::en::victim::PEOPLE;
use crate::text::{ByteSpan, Token, TokenSpan};

impl Parse<'_> {
    /// Source, cause, target, actor, time and place as the sentence gives them.
    pub fn describe(&self, index: usize, figure: &mut CasualtyFigure) {
        figure.source = self.source(index);
        figure.cause = self.cause(index);
        figure.target = self.target();
        figure.actor = self.actor(index, figure);
        figure.outcome = self.outcome(figure);
        figure.time = self.time_of_harm(index, figure);
        figure.place = self.place_of_harm(index, figure);
        figure.background = self.is_remembered(index);
    }

    /// The time of the harm, or of what led to it.
    fn time_of_harm(&self, index: usize, figure: &CasualtyFigure) -> Option<EventTime> {
        let bearing = |time: &TimeExpression| {
            let bearing = self.bearing(self.host(self.token_at(time.span.start()))?, index, figure.effect)?;
            (bearing < Bearing::Finding).then_some(bearing)
        };
        let candidates = self.dates().filter_map(|time| Some((bearing(time)?, time)));
        let (_, time) = candidates.min_by_key(|(bearing, time)| (time.interval.is_none(), *bearing, gap(time.span, figure.span)))?;
        Some(event_time(time))
    }

    /// The place of the harm, or of what led to it.
    fn place_of_harm(&self, index: usize, figure: &CasualtyFigure) -> Option<EventPlace> {
        let candidates = self.names_read().filter_map(|name| {
            let (standing, host) = self.stands(name)?;
            // "left for Geneva, where he was arrested"
            let bearing = match self.where_clause(name) {
                Some(clause) if clause.contains(&index) => Some(Bearing::Own),
                _ => host.and_then(|host| self.bearing(host, index, figure.effect)),
            };
            let rank = match bearing {
                Some(Bearing::Own) if standing == AWAY => 0,
                Some(bearing) if standing < AWAY => standing + bearing as usize,
                None if standing == 0 && self.heads_sentence(name) => FRONT,
                _ => (standing < AWAY && self.is_seat(name)).then_some(SEAT)?,
            };
            Some((rank, gap(self.names[name].span, figure.span), name))
        });
        let (_, _, name) = candidates.min()?;
        Some(event_place(&self.names[name]))
    }

    /// Where and when the events of the sentence happened, as far as it tells: those that people come to harm in, else those that
    /// they are taken or driven away by.
    pub fn scene(&self) -> Scene {
        let events = |test: fn(&Self, usize) -> bool| (0..self.chunks.len()).filter(|&at| test(self, at)).take(EVENTS).collect::<Vec<_>>();
        // Where nobody was hurt is no place of the event.
        if self.phrases.iter().any(|phrase| phrase.none) {
            return Scene::default();
        }
        let harmful = events(Self::is_event);
        let (harm, events) = if harmful.is_empty() { (false, events(Self::is_taking)) } else { (true, harmful) };
        let bears = |event: usize, host: usize| {
            let effect = if harm { Effect::Killed } else { Effect::Detained };
            event == host
                || self.verb(event).is_some() && self.bearing(host, event, effect).is_some_and(|bearing| bearing < Bearing::Finding)
        };
        let happens = |host: usize| harm && self.is_event(host) || events.iter().any(|&event| bears(event, host));
        let place = self.names_read().filter_map(|name| {
            let (standing, host) = self.stands(name)?;
            (standing < AWAY && host.is_some_and(happens)).then_some((standing, name))
        });
        let place = place.min().map(|(_, name)| event_place(&self.names[name]));
        let mut times = self.dates();
        let time = times.find(|time| self.host(self.token_at(time.span.start())).is_some_and(happens));
        Scene { harm, place, time: time.map(event_time) }
    }

    /// The names of the sentence as far as it is read, without those of a dateline.
    fn names_read(&self) -> std::ops::Range<usize> {
        let body = self.body();
        let before = |end: usize| self.names.partition_point(|name| (name.tokens.first as usize) < end);
        before(body)..before(self.end.max(body))
    }

    /// The dates of the sentence as far as it is read, without those of a dateline.
    fn dates(&self) -> impl Iterator<Item = &TimeExpression> {
        let body = self.token(self.body()).map_or(0, |token| token.span.start());
        let end = self.token(self.end.saturating_sub(1)).map_or(0, |token| token.span.end());
        let times = self.times.iter().take_while(move |time| time.span.start() < end);
        times.filter(move |time| is_date(time) && time.span.start() >= body)
    }

    /// How well name number `name` can place an event, the best first, and the chunk of the event that it would place.
    fn stands(&self, name: usize) -> Option<(usize, Option<usize>)> {
        let first = self.names[name].tokens.first as usize;
        // Of a hospital only what befell it: "pronounced dead at", but "an explosion at".
        let ward = self.names[name].tokens.range().any(|at| self.reading.is(at, class::WARD));
        let host = || self.host(first).filter(|&host| !ward || self.noun_chunk(host).is_some() && self.is_event(host));
        match standing(self.reading, self.names, name) {
            Standing::Inside => Some((0, host())),
            Standing::Soil | Standing::Wider => Some((1, host())),
            Standing::Beside => Some((2, host())),
            Standing::Bare => self.undergoer(first).map(|verb| (1, Some(verb))).or_else(|| self.where_clause(name).map(|_| (AWAY, None))),
            // Only where a clause with "where" hangs on it.
            Standing::Away => self.where_clause(name).filter(|_| self.is_reached(name)).map(|_| (AWAY, None)),
        }
    }

    /// "shook northern Peru", "Mosul was shelled": the verb that tells what befell the place whose name begins at `first`.
    fn undergoer(&self, first: usize) -> Option<usize> {
        let chunk = self.starts.partition_point(|&start| start <= first).checked_sub(1)?;
        self.noun_chunk(chunk)?;
        let object = chunk.checked_sub(1).filter(|&verb| self.verb(verb).is_some_and(|group| !group.be) && self.is_event(verb));
        let subject = || {
            let verb = self.over_prepositions(chunk + 1);
            (self.verb(verb).is_some_and(|group| group.be) && self.is_event(verb) && self.chunk_harm(verb).is_none()).then_some(verb)
        };
        object.filter(|&verb| self.chunk_harm(verb).is_none()).or_else(subject)
    }

    /// "left for Geneva", "was taken to Geneva"
    fn is_reached(&self, name: usize) -> bool {
        let first = self.names[name].tokens.first as usize;
        matches!(self.word(first.wrapping_sub(1)), "to" | "for" | "into")
    }

    fn chunk_harm(&self, verb: usize) -> Option<Effect> {
        self.verb(verb)?.harm.map(|(_, harm)| harm.effect)
    }

    /// The chunks of a clause with "where" that hangs on a name.
    fn where_clause(&self, name: usize) -> Option<std::ops::Range<usize>> {
        let end = self.names[name].tokens.end as usize;
        let at = if self.word(end) == "," { end + 1 } else { end };
        if self.word(at) != "where" {
            return None;
        }
        let first = self.starts.partition_point(|&start| start <= at);
        let end = (first..self.chunks.len())
            .find(|&at| matches!(self.chunks[at], Chunk::Clause(_) | Chunk::Relative(_) | Chunk::Break))
            .unwrap_or(self.chunks.len());
        Some(first..end)
    }

    /// "In Mosul, officials said 12 people died": what opens a sentence holds for all that is said in it.
    fn heads_sentence(&self, name: usize) -> bool {
        let first = self.names[name].tokens.first as usize;
        let (host, front) = self.host_or_front(first);
        let opens = self.starts.partition_point(|&start| start < first) <= OPENING;
        opens
            && front
            && host.and_then(|host| self.verb(host)).and_then(|group| group.verb).is_some_and(|verb| self.reading.is(verb, class::SPEECH))
    }

    /// "Police in Oslo said": those who speak of what happens in their own town.
    fn is_seat(&self, name: usize) -> bool {
        let first = self.names[name].tokens.first as usize;
        let Some(preposition) = self.starts.partition_point(|&start| start < first).checked_sub(1) else { return false };
        let source = preposition.checked_sub(1).and_then(|at| self.noun_chunk(at)).map(|phrase| &self.phrases[phrase]);
        matches!(self.preposition_word(preposition), "in" | "at")
            && source.is_some_and(|source| {
                let words = TokenSpan::new(source.first, source.end);
                matches!(source_kind(self.reading, words), SourceKind::Police | SourceKind::Hospital | SourceKind::Witness)
            })
    }

    /// "the tenth anniversary of a fire that killed 12": told because it is remembered.
    fn is_remembered(&self, index: usize) -> bool {
        let Some(day) = (index.saturating_sub(REMEMBERED)..index).rev().find(|&at| REMEMBRANCE.iter().any(|word| self.chunk_has(at, word)))
        else {
            return false;
        };
        let between = &self.chunks[day + 1..index];
        // "On the anniversary of the fire, police arrested 12": another sentence begins behind the comma.
        !between.windows(2).any(|pair| matches!(pair, [Chunk::Comma, next] if !matches!(next, Chunk::Relative(_))))
            && !between.iter().any(|chunk| matches!(chunk, Chunk::Break))
    }

    fn chunk_has(&self, at: usize, word: &str) -> bool {
        match self.chunk(at) {
            Some(Chunk::Noun(phrase)) => self.phrases[*phrase].head.is_some_and(|head| self.word(head) == word),
            Some(Chunk::Verb(group)) => (group.first..group.end).any(|at| self.word(at) == word),
            _ => false,
        }
    }

    /// What the head words say of the victims.
    pub fn groups(&self, victims: Option<TokenSpan>) -> (VictimStatus, Vec<VictimGroup>) {
        let mut status = VictimStatus::Unknown;
        let mut groups = Vec::new();
        for at in victims.map_or(0..0, TokenSpan::range) {
            if matches!(self.word(at), "worker" | "workers")
                && matches!(self.word(at.wrapping_sub(1)), "aid" | "relief" | "humanitarian" | "health" | "rescue" | "medical")
                && !groups.contains(&VictimGroup::AidWorkers)
            {
                groups.push(VictimGroup::AidWorkers);
            }
            let Some(person) = self.reading.is(at, class::PERSON).then(|| PEOPLE.get(self.word(at))).flatten() else { continue };
            if person.status != VictimStatus::Unknown {
                status = if status == VictimStatus::Unknown || status == person.status { person.status } else { VictimStatus::Mixed };
            }
            if let Some(group) = person.group
                && !groups.contains(&group)
            {
                groups.push(group);
            }
        }
        (status, groups)
    }

    /// The word, where households, families or bodies are counted.
    pub fn unit(&self, victims: Option<TokenSpan>) -> Option<Token> {
        let at = victims?
            .range()
            .find(|&at| matches!(self.word(at), "families" | "households" | "bodies") || DWELLINGS.contains(&self.word(at)))?;
        self.token(at)
    }

    pub fn span(&self, phrase: &Phrase) -> ByteSpan {
        let mut first = phrase.first;
        if matches!(self.word(first), "the" | "a" | "an") && first + 1 < phrase.end {
            first += 1;
        }
        self.reading.document().span_of(TokenSpan::new(first, phrase.end))
    }

    /// The phrase of the nearest word of cause.
    fn cause(&self, index: usize) -> Option<ByteSpan> {
        let mut best: Option<(usize, ByteSpan)> = None;
        for (at, chunk) in self.chunks.iter().enumerate() {
            let Chunk::Noun(phrase) = chunk else { continue };
            let phrase = &self.phrases[*phrase];
            let Some(head) = phrase.head else { continue };
            let noun = self.reading.is(head, class::CAUSE) && matches!(CAUSES.get(self.word(head)), Some(Cause::Noun | Cause::Epidemic));
            let distance = at.abs_diff(index);
            let own = phrase.harm.is_some_and(|(_, harm)| harm.effect != Effect::Killed) || phrase.none;
            if noun && !own && phrase.number.is_none() && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, self.span(phrase)));
            }
        }
        best.map(|(_, span)| span)
    }

    /// "an attack on a mosque": what was hit.
    fn target(&self) -> Option<ByteSpan> {
        (0..self.chunks.len()).find_map(|at| {
            let phrase = &self.phrases[self.noun_chunk(at)?];
            let head = phrase.head?;
            let attack = matches!(
                self.word(head),
                "attack"
                    | "attacks"
                    | "strike"
                    | "strikes"
                    | "airstrike"
                    | "airstrikes"
                    | "raid"
                    | "raids"
                    | "bombing"
                    | "assault"
                    | "shelling"
                    | "ambush"
                    | "fire"
            );
            // "the shelling of a market" hits it, "the attack of the rebels" does not hit them.
            let of = matches!(self.word(head), "bombing" | "shelling" | "bombardment") && self.preposition_word(at + 1) == "of";
            let on = of || attack && matches!(self.preposition_word(at + 1), "on" | "against" | "at");
            let target = &self.phrases[self.noun_chunk(at + 2).filter(|_| on)?];
            // "an attack on Sunday" has no target.
            let time = target
                .head
                .is_some_and(|head| self.times.iter().any(|time| self.token(head).is_some_and(|token| time.span.overlaps(token.span))));
            (!time).then(|| self.span(target))
        })
    }
}

/// Where and when a sentence puts its events.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    /// People come to harm in it; else they are taken or driven away.
    pub harm: bool,
    /// Where.
    pub place: Option<EventPlace>,
    /// When.
    pub time: Option<EventTime>,
}

/// Chunks between the word for the day and the harm that it is kept for.
const REMEMBERED: usize = 24;

/// Worse than any place of an event.
const SEAT: usize = 8;

/// A place at the head of a sentence that reports.
const FRONT: usize = 6;

/// Pieces of an adverbial before its name: "on the outskirts of".
const OPENING: usize = 3;

/// Events of one sentence that its places and times are held against.
const EVENTS: usize = 12;

/// No place at all.
const AWAY: usize = 9;

/// Whether a day or a place is told that an event could have; without both a parse finds none.
pub(super) fn holds_setting(reading: &Reading, clues: &Clues) -> bool {
    let placed = |name: usize| standing(reading, clues.names, name) != Standing::Away;
    clues.times.iter().any(is_date) || (0..clues.names.len()).any(placed)
}

fn is_date(time: &TimeExpression) -> bool {
    matches!(time.kind, TimeKind::Date | TimeKind::Time)
}

fn event_time(time: &TimeExpression) -> EventTime {
    EventTime { span: time.span, interval: time.interval, precision: time.precision, origin: Origin::Sentence }
}

fn event_place(name: &NameMention) -> EventPlace {
    EventPlace { span: name.span, entity: None, fact: None, origin: Origin::Sentence }
}

/// Bytes between a figure and an adverbial, which stands rather behind it than before it.
fn gap(adverbial: ByteSpan, figure: ByteSpan) -> usize {
    if adverbial.start() > figure.start() {
        adverbial.start().saturating_sub(figure.end())
    } else {
        figure.start().saturating_sub(adverbial.end()) * 3
    }
}
