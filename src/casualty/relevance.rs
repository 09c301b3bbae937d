//! Whether a harm is a casualty to be told at all: no natural death of one person, no flight of robbers, no wish.

use super::chunk::{Opening, Parse, Phrase};
use crate::fact::{Effect, VictimGroup, VictimStatus};
use crate::lexicon::en::cause::{CAUSES, Cause};
use crate::lexicon::en::class;
use crate::lexicon::en::effect::{Frame, Harm};
use crate::lexicon::en::fate::{NATURAL, SPORT};

impl Parse<'_> {
    /// Whether the sentence tells of a match.
    pub fn is_sport(&self) -> bool {
        // No word of grammar is one of a match, and those are every other word.
        (self.first..self.end).any(|at| !self.reading.is(at, class::GRAMMAR) && SPORT.contains(&self.word(at)))
    }

    /// Whether the harm of one person is a casualty: every killing is; of deaths only those of violence, accident or
    /// disaster; arrests and abductions unless only wished for; evacuations of one person are none.
    pub fn single_harm(&self, index: usize, token: usize, harm: Harm, victim: &Phrase) -> bool {
        if harm.effect == Effect::Displaced {
            return false;
        }
        if harm.frame == Frame::Deed || harm.frame == Frame::Count {
            let before = |back: usize| index.checked_sub(back).map_or("", |at| self.chunk_word(at));
            // "information leading to X's arrest", "a warrant for the arrest of X"
            let sought = matches!(before(1), "to" | "for")
                && (matches!(before(2), "leading" | "warrant" | "calls" | "called" | "search" | "reward") || before(2).starts_with("lead"));
            if sought {
                return false;
            }
        }
        if harm.violent {
            return true;
        }
        let cause = |at: usize| self.reading.is(at, class::CAUSE).then(|| CAUSES.get(self.word(at))).flatten();
        let violent = (self.first..self.end).any(|at| {
            cause(at).is_some() || at != token && self.harm(at).is_some_and(|other| other.violent && other.effect != Effect::Displaced)
        });
        match (harm.effect, harm.frame) {
            (Effect::Missing, _) => victim.one_person || victim.person.is_some() || victim.proper,
            (_, Frame::State) => {
                let group = self.verb(index);
                // "found the motorcyclist dead"
                let found = || {
                    index
                        .checked_sub(2)
                        .and_then(|at| self.verb(at))
                        .and_then(|group| group.verb)
                        .is_some_and(|verb| self.word(verb) == "found")
                };
                group.is_some_and(|group| group.verb.is_some() || violent || found()) && !self.is_idiom(token)
            }
            (_, Frame::Toll) => false,
            _ => {
                let natural = (self.first..self.end).any(|at| {
                    NATURAL.contains(&self.word(at))
                        || (self.word(at) == "health"
                            && matches!(self.word(at.wrapping_sub(1)), "ill" | "poor" | "bad" | "failing" | "declining"))
                        || (self.word(at) == "birth" && self.word(at.wrapping_sub(1)) == "giving")
                        || (self.word(at) == "the" && self.word(at + 1) == "age" && self.word(at + 2) == "of")
                });
                let epidemic = || (self.first..self.end).any(|at| cause(at) == Some(&Cause::Epidemic));
                if natural && (victim.one_person || victim.proper || !epidemic()) {
                    return false;
                }
                let young = victim.person.is_some_and(|person| person.group == Some(VictimGroup::Children))
                    || victim.head.is_some_and(|head| matches!(self.word(head), "son" | "daughter"));
                let stranger =
                    victim.person.is_some() && !victim.proper && matches!(victim.opening, Opening::Indefinite | Opening::Another);
                // A soldier's death is told as one of a war, where no illness is named.
                let fights = victim.person.is_some_and(|person| person.status == VictimStatus::Combatant);
                young || stranger || fights || victim.ordinal || violent || self.is_counted_person(index)
            }
        }
    }

    /// "the third person to die from": one of a row of deaths.
    fn is_counted_person(&self, index: usize) -> bool {
        index.checked_sub(1).and_then(|at| self.noun_chunk(at)).is_some_and(|phrase| self.phrases[phrase].ordinal)
    }

    fn is_idiom(&self, token: usize) -> bool {
        matches!(self.word(token + 1), "heat" | "end" | "line" | "sea" | "body" | "weight")
    }

    /// Whether those who fled were driven out: attackers flee from a scene, and a family may flee once upon a time.
    pub fn is_flight(&self, index: usize, victim: &Phrase) -> bool {
        let attackers = victim.person.is_some_and(|person| person.group == Some(VictimGroup::Attackers))
            || victim.head.is_some_and(|head| {
                matches!(self.word(head), "suspects" | "thieves" | "inmates" | "prisoners" | "criminals" | "robbers" | "occupants")
            });
        let scene = (index + 1..index + 4).any(|at| {
            matches!(self.chunk_word(at), "scene" | "foot" | "motorcycle" | "motorbike" | "vehicle" | "car" | "prison" | "jail" | "custody")
        });
        !attackers && !scene
    }

    /// "did not cause any injuries"
    pub fn negated_before(&self, index: usize) -> bool {
        (0..index).rev().take(3).any(|at| self.verb(at).is_some_and(|group| group.negated))
            || (0..index).rev().take(3).any(|at| self.preposition_word(at) == "without")
    }

    /// "to ensure that no one is killed", "so that no one dies"
    pub fn is_purpose(&self, token: usize) -> bool {
        (self.first..token)
            .any(|at| matches!(self.word(at), "ensure" | "ensures" | "ensuring" | "guarantee" | "hope" | "hopes" | "hoping" | "wants"))
    }
}
