//! Harm told by nouns: deaths and their victims, tolls and their numbers, lives, injuries, homes and shelters.

use super::chunk::{Chunk, Group, Opening, Parse};
use super::frame::Victims;
use crate::fact::{CasualtyFigure, Modifier};
use crate::lexicon::en::effect::Frame;
use crate::lexicon::en::fate::{FINDING, SUFFERING, TAKING_LIVES};

impl Parse<'_> {
    /// The victims of a noun of harm in chunk `index`: behind "of", or before a possessive.
    pub fn victims_of_deed(&self, index: usize) -> Victims {
        let mut victims = Victims { rule: "noun-of-harm", ..Victims::default() };
        let Some(phrase) = self.noun_chunk(index) else { return victims };
        let mut at = index + 1;
        while matches!(self.chunk(at), Some(Chunk::Time | Chunk::Open)) {
            at += 1;
        }
        let of = self.preposition_word(at);
        if (of == "of" || (of == "for" && self.word(self.phrases[phrase].end.wrapping_sub(1)) == "evacuation"))
            && let inside = self.over_parenthesis(at + 1)
            && let Some(inner) = self.noun_chunk(inside)
        {
            victims.whole.push(inner);
            self.gather_right(inside, &mut victims);
            return victims;
        }
        // "the king's executions" are those that he ordered, "the king's execution" is his own.
        let one_deed = self.phrases[phrase].harm.is_none_or(|(_, harm)| harm.frame != Frame::Count);
        if let Some(possessor) = self.phrases[phrase].possessor.filter(|_| one_deed) {
            victims.whole.push(possessor);
        } else if let Some(Chunk::Relative(token)) = index.checked_sub(1).and_then(|at| self.chunk(at))
            && self.word(*token) == "whose"
        {
            return Victims { rule: "whose", ..self.subject(index, 0) };
        } else if self.phrases[phrase].opening == Opening::Possessive
            && self.word(self.phrases[phrase].first) == "their"
            && let Some(found) = self.antecedent(index)
        {
            return found;
        }
        victims
    }

    /// "the evacuation of, by the latest count, 300 people": the chunk behind what stands between commas from chunk `at` on.
    fn over_parenthesis(&self, at: usize) -> usize {
        if !self.comma(at) {
            return at;
        }
        (at + 1..self.chunks.len().min(at + 9)).find(|&close| self.comma(close)).map_or(at, |close| close + 1)
    }

    /// The number of a toll: "death toll of 45", "the toll rose from 40 to 45", "brought the toll to 45".
    pub fn toll(&self, index: usize) -> Option<usize> {
        let mut from = false;
        if matches!(self.chunk(index + 1), Some(Chunk::Break))
            && let Some(phrase) = self.noun_chunk(index + 2)
        {
            return self.phrases[phrase].number.map(|_| phrase);
        }
        for at in index + 1..self.chunks.len().min(index + 12) {
            match self.chunks[at] {
                // "killed since May"
                Chunk::Clause(_) if matches!(self.chunk(at + 1), Some(Chunk::Time)) => {}
                Chunk::Break | Chunk::Clause(_) | Chunk::Relative(_) => return None,
                Chunk::Preposition(token) => from = self.word(token) == "from" || self.word(token) == "by",
                Chunk::Noun(phrase) => {
                    let found = &self.phrases[phrase];
                    let plain = found.head.is_none() || found.person.is_some() || found.harm.is_some();
                    if found.number.is_some() && plain && !from {
                        return Some(phrase);
                    }
                    if found.number.is_some() && !plain && !from {
                        return None;
                    }
                    from = from && found.number.is_some();
                }
                _ => {}
            }
        }
        None
    }

    /// "brings the toll up to 13": so far it has come, and no bound; "a toll of up to 13" is one.
    pub fn reach(&self, figure: &mut CasualtyFigure) {
        let first = self.token_at(figure.span.start());
        let bound = self.word(first) != "up" || matches!(self.word(first.wrapping_sub(1)), "of" | "to");
        if figure.modifier == Modifier::AtMost && !bound {
            (figure.modifier, figure.low, figure.high) = (Modifier::Exact, figure.best, figure.best);
        }
    }

    /// "the toll rose to 45 from 40": the number that it had been.
    pub fn earlier_toll(&self, index: usize) -> Option<usize> {
        let moved = self.verb(index + 1).and_then(|group| group.verb).is_some_and(|verb| {
            matches!(
                self.word(verb),
                "rose" | "risen" | "rise" | "raised" | "revised" | "climbed" | "increased" | "jumped" | "lowered" | "fell"
            )
        });
        let end = self.chunks.len().min(index + 12);
        (index + 2..end)
            .find(|&at| self.preposition_word(at) == "from")
            .and_then(|at| self.noun_chunk(at + 1))
            .filter(|&phrase| moved && self.phrases[phrase].number.is_some() && self.phrases[phrase].head.is_none())
    }

    /// "the number of people killed is 45", "brought to nine the number of people held": the number, where the phrase that
    /// is harmed stands behind "number of".
    pub fn number_of(&self, phrase: usize, index: usize) -> Option<usize> {
        let at = (0..self.chunks.len()).find(|&at| self.noun_chunk(at) == Some(phrase))?;
        let is_number = |phrase: usize| self.phrases[phrase].head.is_some_and(|head| self.word(head) == "number");
        let at = if is_number(phrase) {
            at + 2
        } else {
            let outer = at.checked_sub(2).and_then(|at| self.noun_chunk(at))?;
            if !is_number(outer) || self.preposition_word(at - 1) != "of" {
                return None;
            }
            at
        };
        let left = || {
            let number = at.checked_sub(3).and_then(|at| self.noun_chunk(at))?;
            (self.preposition_word(at.checked_sub(4)?) == "to" && self.phrases[number].number.is_some()).then_some(number)
        };
        left().or_else(|| self.toll(index))
    }

    /// "number of", "toll": what stands before says that a number of the noun follows.
    pub fn is_numbered(&self, index: usize) -> bool {
        let Some(phrase) = self.noun_chunk(index) else { return false };
        let toll = self.phrases[phrase].harm.is_some_and(|(_, harm)| harm.frame == Frame::Toll);
        toll || self.is_numbered_at(index)
    }

    /// "number of …" stands right before chunk `index`.
    pub fn is_numbered_at(&self, index: usize) -> bool {
        index >= 2 && self.preposition_word(index - 1) == "of" && self.chunk_word(index - 2) == "number"
    }

    /// "deaths fell 12 per cent": a change and no count.
    pub fn is_change(&self, index: usize) -> bool {
        let Some(phrase) = self.noun_chunk(index) else { return false };
        let head = self.phrases[phrase].end;
        matches!(self.word(head), "rate" | "rates")
    }

    /// "no reports of damage or injuries": nothing is said to have happened.
    pub fn none_reported(&self, index: usize) -> Option<usize> {
        let mut at = index;
        for _ in 0..5 {
            at = at.checked_sub(1)?;
            match self.chunks.get(at)? {
                Chunk::Noun(phrase) => {
                    let found = &self.phrases[*phrase];
                    let head = found.head.map_or("", |head| self.word(head));
                    if found.none && matches!(head, "reports" | "report" | "indication" | "indications" | "sign" | "signs" | "mention") {
                        return Some(*phrase);
                    }
                }
                Chunk::Preposition(_) | Chunk::Or | Chunk::And | Chunk::Comma => {}
                _ => return None,
            }
        }
        None
    }

    /// "suffered injuries", "escaped with injuries", "treated for injuries": who did.
    pub fn sufferers(&self, index: usize) -> Victims {
        let Some(mut at) = index.checked_sub(1) else { return Victims::default() };
        let with = self.preposition_word(at) == "with";
        if matches!(self.preposition_word(at), "with" | "for") && at > 0 {
            at -= 1;
            // "were taken [to a hospital] [on Sunday] with injuries"
            while at >= 2 {
                match self.chunks[at] {
                    Chunk::Noun(_) if !self.preposition_word(at - 1).is_empty() => at -= 2,
                    Chunk::Time | Chunk::Preposition(_) => at -= 1,
                    _ => break,
                }
            }
        }
        // "suffered various degrees of injuries"
        if self.preposition_word(at) == "of"
            && at > 0
            && matches!(self.chunk_word(at - 1), "degrees" | "kinds" | "types" | "range" | "variety")
        {
            at = at.saturating_sub(2);
        }
        // "found four people with gunshot wounds", "three more are in hospital with burns and injuries"
        if with
            && let Some(phrase) = self.noun_chunk(at)
            && (self.phrases[phrase].number.is_some() || self.phrases[phrase].opening == Opening::Indefinite)
            && (self.phrases[phrase].person.is_some() || self.phrases[phrase].harm.is_some_and(|(_, harm)| harm.frame == Frame::Group))
        {
            return Victims { whole: vec![phrase], parts: Vec::new(), rule: "suffered-injuries" };
        }
        let is = |group: &Group| (with && group.be || !with && group.have) && group.verb.is_none() && group.harm.is_none();
        if self.verb(at).is_some_and(is) {
            return Victims { rule: "suffered-injuries", ..self.subject_of(at) };
        }
        let suffers = self.verb(at).and_then(|group| group.verb).is_some_and(|verb| SUFFERING.contains(&self.word(verb)));
        if suffers { Victims { rule: "suffered-injuries", ..self.subject_of(at) } } else { Victims::default() }
    }

    /// Homes that are left or lost, shelters that are sought: who does, and with what words.
    pub fn uprooted(&self, index: usize, frame: Frame) -> Victims {
        let Some(phrase) = self.noun_chunk(index) else { return Victims::default() };
        let found = &self.phrases[phrase];
        let own = found.opening == Opening::Possessive && found.possessor.is_none() && found.number.is_none();
        let Some(mut at) = index.checked_sub(1) else { return Victims::default() };
        if frame == Frame::Homes && !own {
            return Victims::default();
        }
        if frame == Frame::Refuge {
            let head = found.head.map_or("", |head| self.word(head));
            let fit = matches!(head, "shelter" | "shelters" | "safety")
                || (found.first..found.end).any(|at| {
                    matches!(
                        self.word(at),
                        "safer" | "safe" | "higher" | "relief" | "evacuation" | "displacement" | "emergency" | "temporary" | "transit"
                    )
                });
            if !fit || found.number.is_some() && head != "shelters" {
                return Victims::default();
            }
        }
        let mut governed = false;
        while at > 0 && matches!(self.chunks.get(at), Some(Chunk::Preposition(_))) {
            governed = true;
            at -= 1;
        }
        let verb_word = |at: usize| self.verb(at).and_then(|group| group.verb).map_or("", |verb| self.word(verb));
        let leaves = |word: &str| match frame {
            Frame::Homes if governed => {
                matches!(word, "forced" | "driven" | "drove" | "forcing" | "driving" | "pushed" | "displaced" | "moved")
            }
            Frame::Homes => matches!(
                word,
                "left"
                    | "leave"
                    | "leaving"
                    | "lost"
                    | "lose"
                    | "losing"
                    | "abandoned"
                    | "abandon"
                    | "abandoning"
                    | "vacate"
                    | "vacated"
                    | "fled"
            ),
            _ if governed => {
                matches!(
                    word,
                    "moved"
                        | "shifted"
                        | "taken"
                        | "brought"
                        | "sheltered"
                        | "sheltering"
                        | "housed"
                        | "accommodated"
                        | "staying"
                        | "living"
                        | "forced"
                        | "placed"
                        | "transferred"
                        | "put"
                        | "sought"
                        | "remain"
                        | "remained"
                        | "seeking"
                )
            }
            _ => matches!(word, "took" | "taken" | "sought" | "seek" | "seeking" | "take" | "taking"),
        };
        let mut victims = Victims { rule: "left-home", ..Victims::default() };
        if leaves(verb_word(at)) {
            let Some(group) = self.verb(at) else { return victims };
            let before = at.checked_sub(1).and_then(|at| self.noun_chunk(at));
            let pushed = matches!(
                verb_word(at),
                "forced" | "driven" | "drove" | "moved" | "shifted" | "taken" | "brought" | "placed" | "housed" | "accommodated"
            ) && governed;
            // "people forced out of their homes", "forcing 200 to leave their homes", and the plain subject.
            if pushed && !group.be && !group.have || group.infinitive && group.verb.is_some() && !group.be && !group.have {
                victims.whole.extend(before);
            } else {
                victims = Victims { rule: "left-home", ..self.subject_of(at) };
            }
        } else if governed
            && let Some(object) = self.noun_chunk(at)
            && at > 0
            && leaves(verb_word(at - 1))
        {
            // "forced 2,500 people out of their homes"
            victims.whole.push(object);
        }
        victims
    }

    /// Whether a body is said to be found, and not one of the government.
    pub fn is_found(&self) -> bool {
        (self.first..self.end).any(|at| FINDING.contains(&self.word(at)))
    }

    /// Whether a verb that takes or loses lives stands near chunk `index`.
    pub fn lives_lost(&self, index: usize) -> bool {
        // "at the cost of 40 lives"
        let dear =
            index >= 2 && self.preposition_word(index - 1) == "of" && matches!(self.chunk_word(index - 2), "cost" | "loss" | "price");
        let near = index.saturating_sub(3)..self.chunks.len().min(index + 4);
        dear || near.filter_map(|at| self.verb(at)).any(|group| group.verb.is_some_and(|verb| TAKING_LIVES.contains(&self.word(verb))))
    }
}
