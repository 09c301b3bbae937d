//! Verb groups: a verb with its auxiliaries ("may have been", "were reported"), so that voice, modality and negation are
//! read off it; and the tests that tell a verb from a noun.

use super::chunk::{Chunk, Group, Parse};
use crate::fact::Effect;
use crate::lexicon::en::class;
use crate::lexicon::en::effect::{Frame, Harm};
use crate::lexicon::en::grammar::Role;
use crate::text::TokenKind;

/// Nouns in "-ing" that could pass for verbs.
pub(super) const NOUNS_IN_ING: &[&str] = &[
    "bombing",
    "shooting",
    "shelling",
    "fighting",
    "stabbing",
    "building",
    "crossing",
    "evening",
    "morning",
    "meeting",
    "flooding",
    "wedding",
    "gathering",
    "housing",
    "mining",
    "poisoning",
    "sinking",
    "outing",
    "hearing",
    "training",
    "hiking",
    "capsizing",
    "bleeding",
    "dwelling",
    "king",
    "being",
    "spring",
    "during",
    "nothing",
    "something",
    "everything",
    "ring",
    "wing",
    "string",
    "remaining",
    "surviving",
    "existing",
    "threatening",
    "neighboring",
    "neighbouring",
    "warring",
    "visiting",
    "opposing",
];

impl Parse<'_> {
    pub fn is_adverb(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() > 4
            && word.ends_with("ly")
            && !matches!(word, "family" | "elderly" | "assembly" | "italy" | "early" | "july" | "ally" | "daily")
    }

    /// A word that no table knows and that its suffix makes a verb, standing where a verb may stand.
    pub fn looks_like_verb(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let word = self.word(at);
        if token.kind != TokenKind::Word || token.is_capitalised() || self.reading.is(at, class::PERSON.union(class::THING)) {
            return false;
        }
        let past = word.len() > 4 && word.ends_with("ed") && !matches!(word, "hundred" | "wicked" | "naked" | "indeed" | "speed");
        let gerund = word.len() > 5 && word.ends_with("ing") && !NOUNS_IN_ING.contains(&word);
        // "Ana Ruiz, 17, suffered injuries": never an attribute.
        if matches!(word, "suffered" | "sustained" | "received") && !matches!(self.last(), Some(Chunk::Preposition(_))) {
            return true;
        }
        match self.last() {
            Some(Chunk::Preposition(_)) => false,
            Some(Chunk::Noun(_) | Chunk::Relative(_) | Chunk::Verb(_)) => past || gerund,
            // "damaged houses" at the start is a noun phrase, "and damaged 12 houses" a verb.
            _ => (past && !self.noun_like(at + 1)) || gerund,
        }
    }

    /// Whether a content word stands at `at` that may go on a noun phrase.
    pub fn noun_like(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        token.kind == TokenKind::Word
            && self.role(at).is_none()
            && !self.is_adverb(at)
            && match self.harm(at) {
                Some(harm) => matches!(
                    harm.frame,
                    Frame::Group | Frame::Body | Frame::Count | Frame::Deed | Frame::Homes | Frame::Refuge | Frame::Doer
                ),
                None => self.number_at(at).is_none() && (self.reading.is(at, class::PERSON) || !self.word(at).ends_with("ed")),
            }
    }

    pub fn verb_like(&self, at: usize) -> bool {
        let frame = self.harm(at).map(|harm| harm.frame);
        matches!(
            self.role(at),
            Some(Role::Be | Role::Have | Role::Do | Role::Modal | Role::Verb | Role::Leaving | Role::Adverb | Role::Including)
        ) || matches!(frame, Some(Frame::Done | Frame::Do | Frame::Doing | Frame::Happened | Frame::Happen))
            || (frame.is_none() && self.word(at).ends_with("ed"))
            || self.is_adverb(at)
    }

    pub fn takes_object(&self, at: usize) -> bool {
        self.number_at(at).is_some()
            || matches!(self.role(at), Some(Role::Determiner | Role::OnePerson | Role::Pronoun))
            || self.noun_like(at)
    }

    /// A word of harm outside of a noun phrase: a verb, a state, or the beginning of a noun phrase (`None`).
    pub fn harm_word(&mut self, at: usize, harm: Harm) -> Option<usize> {
        let after_noun = self.last_is_noun();
        let before_of = self.word(at + 1) == "of";
        match harm.frame {
            Frame::Doing | Frame::Do if matches!(self.last(), Some(Chunk::Relative(token)) if self.word(*token) == "whose") => {
                Some(self.noun(at))
            }
            Frame::Doing if before_of || matches!(self.last(), Some(Chunk::Preposition(_))) && !self.takes_object(at + 1) => None,
            Frame::Do if matches!(self.last(), Some(Chunk::Preposition(_))) => None,
            // "the prisoner abuse scandal", "a security prisoner", but "took the guard prisoner"
            Frame::State
                if matches!(self.word(at), "prisoner" | "hostage" | "captive") && (self.noun_like(at + 1) || self.is_compound(at)) =>
            {
                None
            }
            Frame::Done | Frame::Happened | Frame::State
                if !after_noun
                    && !matches!(self.last(), Some(Chunk::Relative(_) | Chunk::Verb(_)))
                    && self.noun_like(at + 1)
                    && self.reading.is(at + 1, class::PERSON) =>
            {
                None
            }
            Frame::Done | Frame::Happened | Frame::State | Frame::Do | Frame::Doing | Frame::Happen => Some(self.group(at)),
            _ => None,
        }
    }

    /// Whether the word at `at` goes on the noun phrase before it, which tells of nobody.
    fn is_compound(&self, at: usize) -> bool {
        let Some(Chunk::Noun(phrase)) = self.last() else { return false };
        let before = &self.phrases[*phrase];
        before.end == at && before.person.is_none() && before.number.is_none() && !before.one_person && !before.pronoun && !before.proper
    }

    /// A verb group.
    pub fn group(&mut self, first: usize) -> usize {
        let mut group = Group { first, end: first, ..Group::default() };
        let mut at = first;
        while at < self.end {
            if let Some(harm) = self.harm(at) {
                let verbal = !harm.frame.is_noun()
                    || ((group.infinitive || group.modal.is_some()) && matches!(self.word(at), "arrest" | "murder" | "massacre"));
                // "were wounded soldiers", "found dead bodies": an attribute of what follows.
                let attribute = matches!(harm.frame, Frame::State | Frame::Done)
                    && at > first
                    && self.reading.is(at + 1, class::PERSON)
                    && self.noun_like(at + 1)
                    && !(group.have && harm.frame == Frame::Done);
                if verbal && !attribute {
                    let frame = if harm.frame == Frame::Deed { Frame::Do } else { harm.frame };
                    group.harm = Some((at, Harm { frame, ..harm }));
                    group.end = at + 1;
                }
                break;
            }
            if self.in_time(at).is_some() || self.number_at(at).is_some() {
                break;
            }
            match self.role(at) {
                Some(Role::Be) => group.be = true,
                Some(Role::Have) => group.have = true,
                Some(Role::Modal) => group.modal = Some(at),
                Some(Role::Do) => {}
                Some(Role::Not) => group.negated = true,
                Some(Role::Adverb) => {
                    at += 1;
                    continue;
                }
                Some(Role::Preposition) if self.word(at) == "to" && (at == first || self.verb_like(at + 1)) => group.infinitive = true,
                Some(role @ (Role::Verb | Role::Leaving)) => {
                    if group.verb.is_some() {
                        break;
                    }
                    group.verb = Some(at);
                    group.leaving = role == Role::Leaving;
                }
                None if self.is_adverb(at) => {
                    at += 1;
                    continue;
                }
                None if group.verb.is_none() => {
                    let token = self.token(at);
                    let word = self.word(at);
                    let lower = token.is_some_and(|token| token.kind == TokenKind::Word && !token.is_capitalised());
                    let known = self.reading.is(at, class::PERSON.union(class::THING));
                    let form = (word.ends_with("ed") && word.len() > 3)
                        || (word.ends_with("ing") && word.len() > 4 && (!NOUNS_IN_ING.contains(&word) || self.struck(at).is_some()));
                    let bare = (group.modal.is_some() || group.infinitive) && !group.be && !group.have;
                    if !lower || known || !(form || bare) || (group.be && form && self.noun_like(at + 1)) {
                        break;
                    }
                    group.verb = Some(at);
                }
                _ => break,
            }
            if self.word(at).ends_with("n't") || self.word(at).ends_with("n’t") || self.word(at) == "cannot" {
                group.negated = true;
            }
            at += 1;
            group.end = at;
        }
        if group.end == first {
            return self.noun(first);
        }
        // "fatally shot", "fatally stabbing"
        if group.harm.is_none()
            && let Some(verb) = group.verb.filter(|&verb| matches!(self.word(verb.wrapping_sub(1)), "fatally" | "mortally"))
        {
            let frame = if self.word(verb).ends_with("ing") { Frame::Doing } else { Frame::Done };
            group.harm = Some((verb, Harm { effect: Effect::Killed, frame, strict: false, violent: true }));
        }
        if group.harm.is_none()
            && let Some(verb) = group.verb
            && let Some(harm) = self.struck(verb).filter(|_| !self.is_told_further(verb))
        {
            group.harm = Some((verb, harm));
        }
        self.chunks.push(Chunk::Verb(group));
        group.end
    }

    /// A state behind a verb group belongs to it; behind a noun it stands alone.
    pub fn state(&mut self, first: usize, token: usize, harm: Harm) {
        if let Some(Chunk::Verb(group)) = self.chunks.last_mut()
            && group.harm.is_none()
        {
            group.harm = Some((token, harm));
            group.end = token + 1;
        } else {
            self.chunks.push(Chunk::Verb(Group { first, end: token + 1, harm: Some((token, harm)), ..Group::default() }));
        }
    }

    /// "beaten to death" is a killing, "sentenced to death" is none.
    pub fn death_by(&mut self, at: usize) -> usize {
        let sentenced = (1..10).any(|back| {
            at.checked_sub(back).is_some_and(|index| {
                matches!(
                    self.word(index),
                    "sentenced" | "sentence" | "sentences" | "sentencing" | "condemned" | "condemning" | "scared" | "bored"
                )
            })
        });
        if !sentenced && let Some(harm) = self.harm(at + 1) {
            self.state(at, at + 1, Harm { frame: Frame::State, violent: true, ..harm });
        }
        at + 2
    }
}
