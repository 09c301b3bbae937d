//! Which event an adverbial of time or place belongs to, and whether that is the harm, what led to it, or another.
//!
//! A time or a place belongs to the verb or the noun of an event right before it in its clause; at the start of a clause to
//! the verb that follows. It is the harm's own where that is the word of harm. Else it counts where the other event led to the
//! harm: a word of cause, a verb with a subject of that kind, a verb that is coordinated with the harm's, or one in a clause
//! with "when". A verb that has the harm in its complement, or in what modifies its objects, tells another event: that
//! somebody spoke, searched, mourned or judged.

use std::ops::Range;

use super::chunk::{Chunk, Group, Parse};
use crate::fact::Effect;
use crate::lexicon::en::cause::{CAUSES, Cause};
use crate::lexicon::en::class;
use crate::lexicon::en::effect::Frame;
use crate::lexicon::en::scene::{SCENES, Scene};
use crate::lexicon::{Classes, Reading};

/// Chunks that are looked through on either side.
const REACH: usize = 40;

/// Chunks of a clause up to its verb.
const CLAUSE: usize = 12;

/// How far an event is from the harm; the order is that of preference.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Bearing {
    /// The harm itself.
    Own,
    /// What led to it.
    Cause,
    /// What is told to have gone on with it: "when …".
    While,
    /// The finding of the dead, which tells where and not when.
    Finding,
}

impl Parse<'_> {
    /// The chunk of the event that an adverbial belongs to which begins at token `at`.
    pub fn host(&self, at: usize) -> Option<usize> {
        self.host_or_front(at).0
    }

    /// The same, and whether the adverbial opens its clause.
    pub fn host_or_front(&self, at: usize) -> (Option<usize>, bool) {
        let here = self.starts.partition_point(|&start| start <= at);
        // "Monday's attack", "the Kunduz bombing"
        if let Some(inside) = here.checked_sub(1)
            && let Some(phrase) = self.noun_chunk(inside).map(|phrase| &self.phrases[phrase])
            && phrase.first <= at
            && at < phrase.end
            && phrase.head.is_some_and(|head| head > at)
            && (self.in_time(at).is_some() || self.is_event(inside))
        {
            return (Some(inside), false);
        }
        let behind = self.starts.partition_point(|&start| start < at);
        let before = behind.saturating_sub(REACH)..behind;
        let mut front = true;
        for index in before.clone().rev() {
            match self.chunks[index] {
                Chunk::Preposition(_) | Chunk::Time => {}
                Chunk::Noun(_) if self.is_event(index) || self.is_deed(index) => return (Some(index), false),
                // "On the outskirts of Mosul"
                Chunk::Noun(_) if self.preposition_word(index + 1) == "of" => {}
                Chunk::Noun(_) | Chunk::Including => front = false,
                // "in custody in Eritrea": the state of those who are told of.
                Chunk::Verb(group) if group.verb.is_none() && !group.be && self.is_held(&group) => front = false,
                Chunk::Verb(_) => return (Some(index), false),
                Chunk::And | Chunk::Or | Chunk::AlongWith if front => break,
                Chunk::Comma if front && self.is_followed_by_clause(here) => break,
                // ", officials in Delhi said"
                Chunk::Comma if !front && self.verb(self.over_prepositions(here)).is_some_and(|group| self.is_finite(group)) => break,
                Chunk::Clause(_) | Chunk::Relative(_) if self.opens_clause(index) => break,
                Chunk::Break | Chunk::Dash => break,
                _ => {}
            }
        }
        let verb = self.next_verb(here);
        // "A court on Thursday sentenced": between a subject and its verb stands nothing else.
        let between = |verb: usize| self.chunks[here..verb].iter().all(|chunk| !matches!(chunk, Chunk::Verb(_) | Chunk::And | Chunk::Dash));
        if !front && verb.is_some_and(|verb| !between(verb)) {
            return (None, false);
        }
        let event = || (here..self.chunks.len().min(here + REACH)).chain(before.rev()).find(|&index| self.is_event(index));
        (verb.or_else(event), front)
    }

    /// The verb of the clause that goes on at chunk `from`, over clauses inserted in it.
    fn next_verb(&self, from: usize) -> Option<usize> {
        let mut inserted = false;
        for index in from..self.chunks.len().min(from + REACH) {
            match self.chunks[index] {
                Chunk::Break => return None,
                Chunk::Clause(_) | Chunk::Relative(_) if self.opens_clause(index) => inserted = true,
                Chunk::Comma | Chunk::Dash => inserted = false,
                Chunk::Verb(group) if !inserted && self.is_finite(&group) => return Some(index),
                // "officers who had searched concluded": the clause of "who" ends with its verb.
                Chunk::Verb(_) if matches!(self.chunks[index - 1], Chunk::Relative(_)) => inserted = false,
                _ => {}
            }
        }
        None
    }

    /// Whether a clause begins with chunk `index`; not with the "since" of "since 1993", nor with "after the quake".
    fn opens_clause(&self, index: usize) -> bool {
        match self.chunk(index) {
            Some(Chunk::Relative(_)) => true,
            Some(Chunk::Clause(_)) if matches!(self.chunk(index + 1), Some(Chunk::Time)) => false,
            Some(Chunk::Clause(_)) => {
                let rest = self.chunks.iter().skip(index + 1).take(CLAUSE);
                rest.take_while(|chunk| !matches!(chunk, Chunk::Comma | Chunk::Break | Chunk::Clause(_)))
                    .any(|chunk| matches!(chunk, Chunk::Verb(_)))
            }
            _ => false,
        }
    }

    /// How the event in chunk `host` bears on the harm of chunk `index`.
    pub fn bearing(&self, host: usize, index: usize, effect: Effect) -> Option<Bearing> {
        if host == index {
            let finding = self.verb(index).is_some_and(|group| self.is_aside(group));
            return Some(if finding { Bearing::Finding } else { Bearing::Own });
        }
        let (low, high) = (host.min(index), host.max(index));
        if high - low > REACH {
            return None;
        }
        let between = &self.chunks[low + 1..high];
        let parted = (low + 1..high).any(|index| self.parts_events(index));
        // "kidnapped and killed"
        let row = between.iter().all(|chunk| matches!(chunk, Chunk::Comma | Chunk::And | Chunk::Or | Chunk::Verb(_)));
        let Some(group) = self.verb(host) else {
            let harm = self.effect(host).is_none_or(|other| are_alike(other, effect));
            // "arrested over the bombing in Cali"
            let about = !is_harm(effect)
                && effect != Effect::Displaced
                && !matches!(self.preposition_word(host.wrapping_sub(1)), "in" | "during" | "by" | "amid");
            return (harm && (self.is_event(host) && !about || self.is_deed(host))).then_some(Bearing::Cause);
        };
        if let Some(other) = self.effect(host) {
            let same = are_alike(other, effect) || row;
            return (same && !parted && !self.is_aside(group)).then_some(Bearing::Cause);
        }
        let noun = self.noun_chunk(index).is_some();
        if self.is_aside(group) && !self.is_event(host) {
            let body =
                self.noun_chunk(index).and_then(|phrase| self.phrases[phrase].harm).is_some_and(|(_, harm)| harm.frame == Frame::Body);
            return (body && !parted && self.word(self.main_word(group)) != "buried").then_some(Bearing::Finding);
        }
        let harm = self.noun_chunk(index).and_then(|phrase| self.phrases[phrase].harm).map(|(_, harm)| harm);
        if self.reading.is(self.main_word(group), class::SPEECH) && !self.is_event(host) {
            // "No injuries were reported in Manila"
            return (harm.is_some() && group.be && index < host && !parted).then_some(Bearing::Finding);
        }
        // "On Saturday they freed 37 prisoners": what is told of those who were taken or driven away.
        let held = harm.is_some_and(|harm| matches!(harm.frame, Frame::Group | Frame::Homes | Frame::Refuge) && !is_harm(harm.effect));
        if held && !parted {
            return Some(Bearing::While);
        }
        let light = group.leaving
            || group.verb.is_none() && group.be
            || self.reading.is(self.main_word(group), class::SCENE) && self.told_by(group) == Some(Scene::Light);
        if light && !parted && (noun || host < index) {
            return Some(Bearing::Own);
        }
        if self.is_event(host) {
            return Some(Bearing::Cause);
        }
        if host < index {
            // "stormed the village and killed", "overturned, killing", "fell, leaving 12 dead"
            let start = match index.checked_sub(2).and_then(|at| self.verb(at)) {
                Some(leaving) if leaving.leaving && index - 2 > host => index - 2,
                _ => index,
            };
            let joined = start > host + 1 && matches!(self.chunks[start - 1], Chunk::Comma | Chunk::And);
            if !parted && !noun && joined {
                return Some(Bearing::Cause);
            }
            // "The truce ended in May, and 11 were killed", "lasted until May before a rocket killed"
            let auxiliary = self.verb(index).is_some_and(|group| group.be || group.have);
            let then = |at: usize| match self.chunks[at] {
                Chunk::And => !parted && (auxiliary || self.comma(at - 1)),
                Chunk::Clause(token) => matches!(self.word(token), "before" | "until"),
                _ => false,
            };
            return (!noun && (low + 1..high).any(then)).then_some(Bearing::While);
        }
        if matches!(self.chunks[host - 1], Chunk::And) && !parted {
            return Some(Bearing::Cause);
        }
        let clause = between.iter().rev().find_map(|chunk| match chunk {
            Chunk::Clause(token) | Chunk::Relative(token) => Some(self.word(*token)),
            _ => None,
        });
        let meanwhile = match clause {
            Some("when" | "as" | "while" | "after" | "because" | "where") => true,
            // "killed two boys who were herding goats near"
            Some("who") => {
                let be = |group: &Group| group.be && group.verb.is_none_or(|verb| self.word(verb).ends_with("ing"));
                be(group) || self.word(self.main_word(group)).ends_with("ing") && self.verb(host - 1).is_some_and(be)
            }
            _ => false,
        };
        meanwhile.then_some(Bearing::While)
    }

    /// Whether chunk `index` tells that people came to harm, or what by.
    pub fn is_event(&self, index: usize) -> bool {
        match self.chunk(index) {
            Some(Chunk::Noun(phrase)) => {
                let phrase = &self.phrases[*phrase];
                let harm = phrase
                    .harm
                    .is_some_and(|(_, harm)| matches!(harm.frame, Frame::Deed | Frame::Count | Frame::Toll) && is_harm(harm.effect));
                harm || phrase.head.is_some_and(|head| self.is_event_noun(head))
            }
            Some(Chunk::Verb(group)) => {
                let harm = group.harm.is_some_and(|(_, harm)| is_harm(harm.effect));
                let verb = group.verb.is_some_and(|verb| {
                    self.reading.is(verb, class::STRUCK)
                        || self.reading.is(verb, class::CAUSE) && CAUSES.get(self.word(verb)) == Some(&Cause::Verb)
                });
                let own = harm || verb || self.told_by(group) == Some(Scene::Event);
                own && !self.is_aside(group) || self.has_event_subject(index, group)
            }
            _ => false,
        }
    }

    /// "his capture", "the arrests"
    fn is_deed(&self, index: usize) -> bool {
        let harm = self.noun_chunk(index).and_then(|phrase| self.phrases[phrase].harm);
        harm.is_some_and(|(_, harm)| matches!(harm.frame, Frame::Deed | Frame::Count))
    }

    /// Whether chunk `index` tells that people were taken or driven away.
    pub fn is_taking(&self, index: usize) -> bool {
        self.effect(index).is_some_and(|effect| !is_harm(effect)) && (self.is_deed(index) || self.verb(index).is_some())
    }

    fn is_event_noun(&self, head: usize) -> bool {
        self.reading.is(head, class::CAUSE) && matches!(CAUSES.get(self.word(head)), Some(Cause::Noun | Cause::Epidemic))
            || self.reading.is(head, class::SCENE) && SCENES.get(self.word(head)) == Some(&Scene::Event)
    }

    /// "A strong earthquake shook", "an explosion at a factory levelled"; not "the attack was condemned".
    fn has_event_subject(&self, index: usize, group: &Group) -> bool {
        let main = self.main_word(group);
        // "went off" tells of it, "was condemned" and "were quiet" do not.
        let state = group.be && (group.verb.is_some() || self.word(main) != "went");
        if state || self.reading.is(main, class::SPEECH) {
            return false;
        }
        let mut at = index;
        while let Some(noun) = at.checked_sub(1).and_then(|noun| self.noun_chunk(noun)) {
            let noun = &self.phrases[noun];
            if noun.head.is_some_and(|head| self.is_event_noun(head)) {
                return true;
            }
            if at < 3 || self.preposition_word(at - 2).is_empty() {
                return false;
            }
            at -= 2;
        }
        false
    }

    fn is_followed_by_clause(&self, from: usize) -> bool {
        let next = from + usize::from(self.comma(from));
        self.noun_chunk(next).is_some() && self.verb(self.over_prepositions(next + 1)).is_some()
    }

    /// "killed", "was", "overturned", but not "riding" alone.
    fn is_finite(&self, group: &Group) -> bool {
        let word = self.word(self.main_word(group));
        group.be || group.have || group.modal.is_some() || !group.infinitive && !word.ends_with("ing")
    }

    fn is_held(&self, group: &Group) -> bool {
        group.harm.is_some_and(|(_, harm)| harm.frame == Frame::State && !is_harm(harm.effect))
    }

    /// The word that tells what a verb group says.
    fn main_word(&self, group: &Group) -> usize {
        group.verb.or(group.harm.map(|(token, _)| token)).unwrap_or(group.first)
    }

    fn told_by(&self, group: &Group) -> Option<Scene> {
        let verb = self.main_word(group);
        self.reading.is(verb, class::SCENE).then(|| SCENES.get(self.word(verb)).copied()).flatten()
    }

    fn is_aside(&self, group: &Group) -> bool {
        self.told_by(group) == Some(Scene::Aside)
    }

    fn effect(&self, index: usize) -> Option<Effect> {
        match self.chunk(index)? {
            Chunk::Noun(phrase) => self.phrases[*phrase].harm,
            Chunk::Verb(group) => group.harm,
            _ => None,
        }
        .map(|(_, harm)| harm.effect)
    }

    /// A clause begins here that tells another event than the one around it.
    fn parts_events(&self, index: usize) -> bool {
        match self.chunks[index] {
            Chunk::Relative(_) | Chunk::Break => true,
            Chunk::Clause(token) => self.opens_clause(index) && !matches!(self.word(token), "when" | "as" | "while" | "because" | "where"),
            _ => false,
        }
    }
}

/// Whether a word among `tokens` can tell an event: without one a parse finds none.
pub(super) fn holds_event(reading: &Reading, mut tokens: Range<usize>) -> bool {
    const EVENTS: Classes = class::HARM.union(class::STRUCK).union(class::CAUSE);
    let told = tokens.clone().fold(Classes::NONE, |told, at| told.union(reading.classes(at)));
    if told.any(EVENTS) || !told.any(class::SCENE) {
        return told.any(EVENTS);
    }
    // Any verb behind "fatally" is a killing.
    tokens.any(|at| {
        let word = reading.lower(at);
        matches!(word, "fatally" | "mortally") || reading.is(at, class::SCENE) && SCENES.get(word) == Some(&Scene::Event)
    })
}

/// Whether one event can have both effects.
fn are_alike(one: Effect, other: Effect) -> bool {
    let taken = |effect: Effect| matches!(effect, Effect::Detained | Effect::Abducted);
    one == other || is_harm(one) && is_harm(other) || taken(one) && taken(other)
}

/// People killed, hurt or lost, or their homes.
fn is_harm(effect: Effect) -> bool {
    matches!(effect, Effect::Killed | Effect::Injured | Effect::Missing | Effect::Casualties) || effect.is_of_homes()
}
