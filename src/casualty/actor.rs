//! Who is said to have done it.
//!
//! "by X" behind the harm; else the subject of an active verb, also over what stands between: "gunmen stormed the inn, killing
//! four", "the man who shot the guard", "he is accused of killing two". A bomb or a flood is a cause and no actor.

use super::chunk::{Chunk, Parse, Phrase};
use crate::fact::{Actor, CasualtyFigure};
use crate::lexicon::en::class;
use crate::lexicon::en::effect::Frame;

impl Parse<'_> {
    /// The actor of the harm in chunk `index`, as far as its sentence tells.
    pub fn actor(&self, index: usize, figure: &CasualtyFigure) -> Option<Actor> {
        let group = self.verb(index)?;
        let (_, harm) = group.harm?;
        if matches!(harm.frame, Frame::Happened | Frame::Happen) || harm.frame == Frame::State && !group.be && group.verb.is_none() {
            return None;
        }
        let by = self.doer_behind(index);
        let active = !group.be && !matches!(harm.frame, Frame::State);
        let phrase = &self.phrases[by.or_else(|| active.then(|| self.doer_before(index)).flatten())?];
        let span = self.span(phrase);
        (self.may_act(phrase) && !span.overlaps(figure.span) && !figure.victims.is_some_and(|victims| victims.overlaps(span)))
            .then_some(Actor { span, entity: None })
    }

    /// "killed [in Paris] [on Monday] by gunmen"
    fn doer_behind(&self, index: usize) -> Option<usize> {
        let by = (index + 1..self.chunks.len().min(index + 6))
            .take_while(|&at| matches!(self.chunks[at], Chunk::Preposition(_) | Chunk::Noun(_) | Chunk::Time))
            .find(|&at| self.preposition_word(at) == "by")?;
        self.noun_chunk(by + 1)
    }

    /// The subject of an active harm.
    fn doer_before(&self, index: usize) -> Option<usize> {
        let before = index.checked_sub(1)?;
        let verb_before = || (index.saturating_sub(14)..before).rev().find(|&at| self.verb(at).is_some());
        let gerund = self.verb(index).and_then(|group| group.harm).is_some_and(|(_, harm)| harm.frame == Frame::Doing);
        let joined = self.comma(before) || matches!(self.chunks[before], Chunk::And);
        // "accused of killing two": whoever is accused.
        let of = gerund && matches!(self.preposition_word(before), "of" | "with" | "for" | "by" | "before" | "after");
        let mut from = index;
        if of || joined {
            // ", killing four", "and wounded 12": the subject of the verb before.
            from = verb_before()?;
        } else if gerund {
            return None;
        }
        let passive = self.verb(from).is_some_and(|group| group.be && group.harm.is_some());
        if passive && from != index {
            return None;
        }
        let chained = from != index && self.verb(from).and_then(|group| group.harm).is_some_and(|(_, harm)| harm.frame == Frame::Doing);
        if chained {
            return self.doer_before(from);
        }
        let subject = *self.subject_from(from).whole.first()?;
        // "an air strike by the coalition killed nine"
        let at = (0..from).rev().find(|&at| self.noun_chunk(at) == Some(subject))?;
        let cause = self.phrases[subject].head.is_some_and(|head| self.reading.is(head, class::CAUSE));
        if cause && self.preposition_word(at + 1) == "by" { self.noun_chunk(at + 2) } else { Some(subject) }
    }

    /// Whether a phrase names somebody who acts: a person, a force, a name that is no cause.
    fn may_act(&self, phrase: &Phrase) -> bool {
        let Some(head) = phrase.head else { return phrase.one_person || self.word(phrase.first) == "they" };
        let somebody = phrase.person.is_some() || phrase.proper || self.reading.is(head, class::SOURCE.union(class::ROLE));
        somebody
            && !phrase.thing
            && !self.reading.is(head, class::CAUSE)
            && !matches!(self.word(head), "reports" | "report" | "other" | "others" | "both" | "each")
    }
}
