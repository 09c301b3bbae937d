//! From a word of harm to its victims, by the structure of the clause.
//!
//! | frame | victims |
//! |---|---|
//! | passive, state, "died" | the subject, its coordinates, and parts ("including …") |
//! | active, "-ing" | the object with the same |
//! | bare participle ("12 killed", "people killed in") | the noun phrase right before it |
//! | "death of", "X's murder" | the phrase behind "of", or the possessor |
//! | participles joined ("shot and wounded") | the victims of the first |

use super::chunk::{Chunk, Group, Opening, Parse};
use crate::fact::{Effect, EntityKind};
use crate::lexicon::en::effect::Frame;
use crate::lexicon::en::fate::BODY_PARTS;
use crate::lexicon::en::grammar::Role;

/// The victims of one word of harm: phrases of the whole, and of parts of it.
#[derive(Default, Debug)]
pub(super) struct Victims {
    /// Phrases, in text order.
    pub whole: Vec<usize>,
    /// Phrases that are counted in `whole`.
    pub parts: Vec<usize>,
    /// Name of the frame.
    pub rule: &'static str,
}

impl Parse<'_> {
    /// The victims of the verb group in chunk `index`, with the parts that are told behind it.
    pub fn victims_of(&self, index: usize) -> Victims {
        let mut victims = self.harmed(index);
        if !victims.whole.is_empty() && !matches!(victims.rule, "active" | "active-perfect" | "gerund" | "active-joined") {
            self.told_behind(index, &mut victims);
        }
        victims
    }

    /// The victims of the verb group in chunk `index`.
    fn harmed(&self, index: usize) -> Victims {
        let Some(group) = self.verb(index) else { return Victims::default() };
        let Some((_, harm)) = group.harm else { return Victims::default() };
        let subject = |rule| {
            let mut victims = self.subject(index, 0);
            victims.rule = rule;
            victims
        };
        let object = |rule| {
            let mut victims = self.object(index);
            victims.rule = rule;
            victims
        };
        // "40 people being shot dead": a clause without a subject of its own.
        if group.be && self.word(group.first) == "being" && matches!(harm.frame, Frame::Done | Frame::State) {
            let mut victims = Victims { rule: "passive", ..Victims::default() };
            if let Some(phrase) = index.checked_sub(1).and_then(|at| self.noun_chunk(at)) {
                victims.whole.push(phrase);
                self.gather_left(index - 1, &mut victims);
            }
            return victims;
        }
        if harm.effect == Effect::Injured && !group.be && self.is_own_body(index + 1) {
            return subject("own-body");
        }
        match harm.frame {
            Frame::Happened | Frame::Happen => {
                if group.infinitive && !group.be && !group.have {
                    // "the third person to die"
                    return index.checked_sub(1).and_then(|at| self.noun_chunk(at)).map_or_else(Victims::default, |phrase| {
                        let phrase = self.predicate_of(index - 1).unwrap_or(phrase);
                        Victims { whole: vec![phrase], parts: Vec::new(), rule: "person-to-die" }
                    });
                }
                // "the group that kidnapped four men fled"
                let inside = index >= 2 && self.verb(index - 2).is_some() && self.relative_before(index - 2).is_some();
                if group.be || group.have || inside || harm.frame == Frame::Happen {
                    subject("subject-of-happening")
                } else {
                    self.bare(index, "subject-of-happening")
                }
            }
            Frame::State => {
                let shot = group.verb.is_some_and(|verb| matches!(self.word(verb), "shot" | "shoot" | "shoots" | "shooting"));
                if group.be {
                    subject("subject-in-state")
                } else if shot && self.noun_chunk(index + 1).is_some_and(|phrase| self.may_be_victim(phrase)) {
                    // "shot dead two guards"
                    object("active")
                } else {
                    self.bare(index, "noun-in-state")
                }
            }
            // "is known to have killed nine"
            Frame::Done if group.be && self.is_perfect_infinitive(group) => object("active-perfect"),
            Frame::Done if group.be => subject("passive"),
            Frame::Done if group.have => object("active-perfect"),
            Frame::Done => self.bare_done(index),
            Frame::Doing if !group.be || self.noun_chunk(index + 1).is_some() => object("gerund"),
            // "were forced to evacuate", "had to evacuate", "forced 200 people to evacuate"
            Frame::Do if harm.effect == Effect::Displaced && group.infinitive && self.is_made_to(group) => subject("forced-to"),
            Frame::Do if harm.effect == Effect::Displaced && group.infinitive && self.is_forced(index) => {
                let whole = index.checked_sub(1).and_then(|at| self.noun_chunk(at)).into_iter().collect();
                Victims { whole, parts: Vec::new(), rule: "forced-to" }
            }
            Frame::Do => object("active"),
            _ => Victims::default(),
        }
    }

    /// "injured his back": the object is a part of who stands before.
    fn is_own_body(&self, object: usize) -> bool {
        self.noun_chunk(object).map(|phrase| &self.phrases[phrase]).is_some_and(|phrase| {
            let owned = phrase.opening == Opening::Possessive && phrase.possessor.is_none();
            owned && phrase.head.is_some_and(|head| BODY_PARTS.contains(&self.word(head)))
        })
    }

    /// "to have killed", but "to have been killed".
    fn is_perfect_infinitive(&self, group: &Group) -> bool {
        let to = (group.first..group.end).rev().find(|&at| self.word(at) == "to");
        group.infinitive
            && group.have
            && to.is_some_and(|to| to > group.first && !(to..group.end).any(|at| self.role(at) == Some(Role::Be)))
    }

    /// "were forced to", "had to", but not "is preparing to".
    fn is_made_to(&self, group: &Group) -> bool {
        match group.verb {
            Some(verb) => group.be && (self.word(verb).ends_with("ed") || self.word(verb) == "told") && self.word(verb) != "expected",
            None => group.have || group.be,
        }
    }

    /// Whether the noun phrase right before chunk `index` is the object of "forced".
    fn is_forced(&self, index: usize) -> bool {
        let verb = index.checked_sub(2).and_then(|at| self.verb(at)).and_then(|group| group.verb);
        verb.is_some_and(|verb| ["forc", "oblig", "compel", "caus", "prompt", "order"].iter().any(|stem| self.word(verb).starts_with(stem)))
    }

    /// "He is the third person to die": the subject of "is", for the noun phrase in chunk `index` behind it.
    fn predicate_of(&self, index: usize) -> Option<usize> {
        let verb = index.checked_sub(1)?;
        let group = self.verb(verb)?;
        if !group.be || group.harm.is_some() {
            return None;
        }
        self.noun_chunk(verb.checked_sub(1)?)
    }

    /// A past form without auxiliary: active where an object follows, else a participle of what stands before.
    fn bare_done(&self, index: usize) -> Victims {
        let next = index + 1;
        let object_next = self.noun_chunk(next).is_some_and(|phrase| self.may_be_victim(phrase));
        let numbered_next = self.noun_chunk(next).is_some_and(|phrase| {
            let phrase = &self.phrases[phrase];
            phrase.number.is_some() || phrase.person.is_some() || phrase.proper || phrase.one_person || phrase.opening != Opening::Bare
        });
        // "3 killed, 12 wounded" without the comma; "were shot and killed".
        let counted_before = index
            .checked_sub(1)
            .and_then(|at| self.noun_chunk(at))
            .is_some_and(|phrase| self.phrases[phrase].number.is_some() && self.phrases[phrase].head.is_none());
        let headline = counted_before
            && self.noun_chunk(next).is_some_and(|phrase| self.phrases[phrase].number.is_some())
            && self.verb(next + 1).is_some_and(|group| group.harm.is_some() && !group.be);
        // "31 dead and 12 injured “deserve …”": what follows a bare number's participle is its object only if it is someone.
        if object_next && !headline && (numbered_next || !counted_before) {
            return Victims { rule: "active", ..self.object(index) };
        }
        // "Also injured in the crash were three men"
        let were = self.over_prepositions(next);
        if (index == 0 || matches!(self.chunks[index - 1], Chunk::Break | Chunk::Dash))
            && self.verb(were).is_some_and(|group| group.be && group.verb.is_none() && group.harm.is_none())
            && self.noun_chunk(were + 1).is_some()
        {
            return Victims { rule: "inverted", ..self.object(were) };
        }
        // "killed or wounded 12 people": the object of the last verb.
        if self.joins(next)
            && let Some(group) = self.verb(next + 1)
            && group.harm.is_some_and(|(_, harm)| harm.frame == Frame::Done)
            && !group.be
            && self.noun_chunk(next + 2).is_some_and(|phrase| self.may_be_victim(phrase))
        {
            return Victims { rule: "active-joined", ..self.object(next + 1) };
        }
        self.bare(index, "participle")
    }

    fn may_be_victim(&self, phrase: usize) -> bool {
        let phrase = &self.phrases[phrase];
        phrase.number.is_some()
            || matches!(phrase.opening, Opening::Another | Opening::Both)
            || phrase.none
            || phrase.one_person
            || phrase.pronoun
            || phrase.head.is_some()
    }

    /// A participle or state without auxiliary belongs to the noun phrase right before it.
    fn bare(&self, index: usize, rule: &'static str) -> Victims {
        let Some(before) = index.checked_sub(1) else { return Victims::default() };
        // "seven pupils, kidnapped by gunmen, are …"
        if self.comma(before)
            && self.preposition_word(index + 1) == "by"
            && let Some(phrase) = before.checked_sub(1).and_then(|at| self.noun_chunk(at))
            && self.phrases[phrase].number.is_some()
            && self.phrases[phrase].head.is_some()
        {
            return Victims { whole: vec![phrase], parts: Vec::new(), rule };
        }
        // "4 shot, wounded near a school"
        let struck = |at: usize| self.verb(at).and_then(|group| group.verb).is_some_and(|verb| self.struck(verb).is_some());
        let joined = matches!(self.chunk(before), Some(Chunk::And | Chunk::Or));
        if index >= 2 && (joined && self.verb(index - 2).is_some() || self.comma(before) && struck(index - 2)) {
            return Victims { rule, ..self.subject(index, 0) };
        }
        // "the dead and wounded numbered 30": not told here.
        let mut at = before;
        while matches!(self.chunk(at), Some(Chunk::Time)) && at > 0 {
            at -= 1;
        }
        if let Some(phrase) = self.noun_chunk(at) {
            let found = &self.phrases[phrase];
            // "five members of his family killed": the number stands before "of".
            if found.number.is_none()
                && at >= 2
                && self.preposition_word(at - 1) == "of"
                && let Some(outer) = self.noun_chunk(at - 2)
                && self.phrases[outer].number.is_some()
            {
                return Victims { whole: vec![outer], parts: Vec::new(), rule };
            }
            if found.number.is_none() && !self.preposition_word(at.wrapping_sub(1)).is_empty() && !self.is_single(phrase) {
                return Victims { rule, ..self.subject(index, 0) };
            }
            let mut victims = Victims { whole: vec![phrase], parts: Vec::new(), rule };
            self.gather_left(at, &mut victims);
            // "killed 10, including a guard, and more than 30 injured": more than the whole is no part of it.
            let value = |phrase: usize| self.number_in(phrase).map(|number| number.value);
            let largest = victims.whole.iter().filter_map(|&phrase| value(phrase)).fold(0.0, f64::max);
            if victims.parts.contains(&phrase) && value(phrase).is_some_and(|value| value > largest) {
                return Victims { whole: vec![phrase], parts: Vec::new(), rule };
            }
            return victims;
        }
        Victims { rule, ..self.subject(index, 0) }
    }

    fn is_single(&self, phrase: usize) -> bool {
        let phrase = &self.phrases[phrase];
        // "a man in Lima died"
        let place = phrase.head.and_then(|head| self.name_of(head)).is_some_and(|name| name.kind == EntityKind::Place);
        phrase.one_person
            || phrase.proper && !place
            || (phrase.person.is_some_and(|person| !person.plural) && phrase.opening != Opening::Bare)
    }

    pub fn victims_of_depth(&self, index: usize, depth: usize) -> Victims {
        if depth > 3 {
            return Victims::default();
        }
        match self.verb(index).and_then(|group| group.harm) {
            Some((_, harm)) if harm.frame == Frame::Done => {
                let object = self.noun_chunk(index + 1).is_some();
                if object { Victims::default() } else { self.bare(index, "participle") }
            }
            Some((_, harm)) if harm.frame == Frame::State => self.bare(index, "noun-in-state"),
            _ => Victims::default(),
        }
    }
}
