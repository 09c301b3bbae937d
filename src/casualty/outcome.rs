//! What became of the people: prisoners who were freed, refugees who returned. They stay figures of what had happened to them.

use super::chunk::{Chunk, Group, Parse};
use crate::fact::{CasualtyFigure, Effect, Outcome, OutcomeKind, Status};
use crate::lexicon::en::class;
use crate::lexicon::en::outcome::OUTCOMES;

impl Parse<'_> {
    /// The outcome that the clause of a figure tells of its people.
    pub fn outcome(&self, figure: &CasualtyFigure) -> Option<Outcome> {
        if !matches!(figure.effect, Effect::Detained | Effect::Abducted | Effect::Displaced | Effect::Missing) {
            return None;
        }
        let people = (0..self.chunks.len()).find(|&at| {
            self.noun_chunk(at).is_some_and(|phrase| {
                let span = self.reading.document().span_of(self.words_of(phrase));
                span.overlaps(figure.span)
            })
        })?;
        self.outcome_before(people).or_else(|| self.outcome_behind(people)).filter(|outcome| fits(figure.effect, outcome.kind))
    }

    /// "freed 12 hostages", "the release of 200 prisoners"
    fn outcome_before(&self, people: usize) -> Option<Outcome> {
        let before = people.checked_sub(1)?;
        if let Some(group) = self.verb(before) {
            return group.verb.filter(|_| !group.be).and_then(|verb| self.told(verb, Some(group)));
        }
        let noun = self.noun_chunk(before.checked_sub(1)?).filter(|_| self.preposition_word(before) == "of")?;
        self.told(self.phrases[noun].head?, None)
    }

    /// "12 hostages were freed", "the 40 families who returned"
    fn outcome_behind(&self, people: usize) -> Option<Outcome> {
        let next = self.over_prepositions(people + 1);
        let next = next + usize::from(matches!(self.chunk(next), Some(Chunk::Relative(_))));
        let group = self.verb(next)?;
        self.told(group.verb?, Some(group))
    }

    /// The outcome that the word at `token` tells, and whether it is still to come.
    fn told(&self, token: usize, group: Option<&Group>) -> Option<Outcome> {
        let kind = self.reading.is(token, class::OUTCOME).then(|| OUTCOMES.get(self.word(token))).flatten()?;
        if group.is_some_and(|group| group.negated) {
            return None;
        }
        let planned = group.is_some_and(|group| group.modal.is_some() || group.infinitive);
        Some(Outcome { kind: *kind, span: self.token(token)?.span, status: if planned { Status::Planned } else { Status::Asserted } })
    }
}

/// Prisoners and hostages come free, refugees return, the missing are found.
fn fits(effect: Effect, kind: OutcomeKind) -> bool {
    match kind {
        OutcomeKind::Freed | OutcomeKind::Escaped => matches!(effect, Effect::Detained | Effect::Abducted),
        OutcomeKind::Rescued => effect != Effect::Displaced,
        OutcomeKind::Returned => effect == Effect::Displaced,
        OutcomeKind::Found => effect == Effect::Missing,
    }
}
