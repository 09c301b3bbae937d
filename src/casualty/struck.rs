//! People hit and people brought to hospital: harm that no word of harm tells.
//!
//! "Five people were shot" says that they were hit and not what became of them: the figure is of killed and injured not told
//! apart, and the document level settles it. "Four were taken to hospital" counts wounded where an accident or an attack is told.

use super::chunk::{Chunk, Parse};
use super::finder::Finder;
use super::frame::Victims;
use crate::fact::{Effect, VictimStatus};
use crate::lexicon::en::class;
use crate::lexicon::en::effect::{Frame, HARM, Harm, STRUCK};
use crate::lexicon::en::fate::BRINGING;
use crate::lexicon::en::grammar::Role;
use crate::text::TokenKind;

impl Parse<'_> {
    /// The harm that a word of hitting tells, where no word behind it tells more.
    pub fn struck(&self, index: usize) -> Option<Harm> {
        self.token(index)?;
        if self.reading.is(index, class::STRUCK) { STRUCK.get(self.word(index)).copied() } else { None }
    }

    /// Whether what stands behind "shot" tells more ("shot dead", "shot and wounded", "shot to death"), or that nobody need be hit
    /// ("shot at the officers", "shot down", "shot himself").
    pub fn is_told_further(&self, verb: usize) -> bool {
        let after = verb + 1;
        match self.word(after) {
            "dead" | "down" | "up" | "off" | "back" | "himself" | "herself" | "themselves" | "itself" => true,
            "to" => self.word(after + 1) == "death",
            "and" | "or" | "," => {
                let next = (after + 1..after + 4).find(|&at| !self.is_adverb(at) && self.role(at) != Some(Role::And)).unwrap_or(after);
                self.harm(next).is_some()
            }
            // "shot at a bar" tells where, "shot at officers" at whom.
            "at" => {
                let ahead = || (after + 1..after + 5).take_while(|&at| self.token(at).is_some_and(|token| token.kind != TokenKind::Mark));
                ahead().next().is_none()
                    || ahead()
                        .take_while(|&at| self.role(at) != Some(Role::Preposition))
                        .any(|at| self.reading.is(at, class::PERSON) || matches!(self.role(at), Some(Role::Pronoun | Role::OnePerson)))
            }
            _ => false,
        }
    }

    /// "the fatal shooting of a protester", "the stabbing of two men": an assault as a noun, deadly or open.
    pub fn assault(&self, phrase: usize) -> Option<(usize, Harm)> {
        let found = &self.phrases[phrase];
        let head = found.head?;
        let fatal = (found.first..head).any(|at| matches!(self.word(at), "fatal" | "deadly"));
        let beating = fatal && matches!(self.word(head), "beating" | "attack" | "mauling" | "crash");
        let struck = self.struck(head).filter(|harm| harm.frame == Frame::Doing).is_some();
        let effect = if fatal { Effect::Killed } else { Effect::Casualties };
        (struck || beating).then_some((head, Harm { effect, frame: Frame::Deed, strict: !fatal, violent: fatal }))
    }

    /// The verb that brings people to the ward in chunk `index`, and whom.
    pub fn brought(&self, index: usize) -> Option<(usize, Victims)> {
        let prepositions = ["to", "in", "into", "at"];
        let mut at = index.checked_sub(1).filter(|&at| prepositions.contains(&self.preposition_word(at)))?;
        while at > 0 && matches!(self.chunks.get(at), Some(Chunk::Preposition(_) | Chunk::Time)) {
            at -= 1;
        }
        let inside = self.preposition_word(index - 1) == "in";
        let verb = |at: usize| {
            let group = self.verb(at)?;
            // "went to the hospital", "are in hospital"
            let bare = (group.be && group.verb.is_none() && group.harm.is_none()).then_some(group.end.wrapping_sub(1));
            let token = group.verb.or(bare)?;
            (BRINGING.contains(&self.word(token)) || bare.is_some() && inside).then_some(token)
        };
        let rule = "taken-to-hospital";
        if let Some(object) = self.noun_chunk(at) {
            let token = at.checked_sub(1).and_then(verb)?;
            return Some((token, Victims { whole: vec![object], parts: Vec::new(), rule }));
        }
        let token = verb(at)?;
        let passive = self.verb(at).is_some_and(|group| group.be) || self.word(token) == "went";
        passive.then(|| (token, Victims { rule, ..self.subject_of(at) }))
    }

    /// Whether this sentence, or the eighty tokens before it, tells of an attack, an accident or people harmed.
    pub fn is_violence_near(&self) -> bool {
        const BACK: usize = 80;
        (self.first.saturating_sub(BACK)..self.end).any(|at| {
            let violent = || HARM.get(self.reading.lower(at)).is_some_and(|harm| harm.violent && harm.effect != Effect::Displaced);
            self.reading.is(at, class::CAUSE.union(class::STRUCK)) || self.reading.is(at, class::HARM) && violent()
        })
    }
}

impl Finder<'_, '_, '_> {
    /// "four people were taken to hospital" behind a crash or a shooting: a count of wounded where nobody says the word.
    pub fn wards(&mut self) {
        let ward = |index: &usize| {
            let phrase = self.parse.noun_chunk(*index).map(|phrase| self.parse.phrases[phrase]);
            phrase.is_some_and(|phrase| (phrase.first..phrase.end).any(|at| self.parse.reading.is(at, class::WARD)))
        };
        let wards: Vec<usize> = (0..self.parse.chunks.len()).filter(ward).collect();
        if wards.is_empty() || !self.parse.is_violence_near() {
            return;
        }
        for index in wards {
            let Some((token, victims)) = self.parse.brought(index) else { continue };
            let harm = Harm { effect: Effect::Injured, frame: Frame::Refuge, strict: true, violent: true };
            let counted = |phrase: &usize| self.parse.phrases[*phrase].number.is_some();
            if victims.whole.iter().all(counted) {
                self.add(index, token, harm, &victims);
            }
        }
    }

    /// "lost 490 soldiers": who fights and is lost is dead, as far as the words go. Workers and members are lost otherwise.
    pub fn losses(&mut self) {
        for index in 0..self.parse.chunks.len().saturating_sub(1) {
            let Some(group) = self.parse.verb(index).filter(|group| group.harm.is_none() && !group.be && !group.negated) else { continue };
            let Some(token) = group.verb.filter(|&verb| matches!(self.parse.word(verb), "lost" | "losing")) else { continue };
            let object = self.parse.noun_chunk(index + 1).map(|phrase| (phrase, self.parse.phrases[phrase]));
            let Some((phrase, found)) = object else { continue };
            let fights = found.person.is_some_and(|person| matches!(person.status, VictimStatus::Combatant | VictimStatus::SecurityForce));
            // "lost 20 officers to retirement"
            let fights = fights && self.parse.preposition_word(index + 2) != "to";
            if fights && found.number.is_some() && found.harm.is_none() {
                let harm = Harm { effect: Effect::Killed, frame: Frame::Done, strict: true, violent: true };
                self.add(index, token, harm, &Victims { whole: vec![phrase], parts: Vec::new(), rule: "lost-fighters" });
            }
        }
    }

    /// "the bodies of two men who had been shot": who is told to be dead or wounded is no open case besides.
    pub fn drop_told_further(&mut self) {
        let told: Vec<_> = self
            .found
            .iter()
            .filter(|figure| matches!(figure.effect, Effect::Killed | Effect::Injured))
            .map(|figure| figure.span)
            .collect();
        self.found.retain(|figure| figure.effect != Effect::Casualties || !told.contains(&figure.span));
    }
}
