//! The walk over a sentence's words of harm: verbs and states, nouns, attributes.

use super::Clues;
use super::chunk::{Chunk, Opening, Parse};
use super::count::Count;
use super::frame::Victims;
use crate::fact::{CasualtyFigure, Effect, EntityKind, Modifier};
use crate::lexicon::en::effect::{Frame, Harm};
use crate::text::TokenSpan;

/// Finds the figures of one sentence.
pub(super) struct Finder<'p, 'r, 'c> {
    pub parse: &'p Parse<'r>,
    pub clues: &'p Clues<'c>,
    pub found: Vec<CasualtyFigure>,
    /// Phrases that already stand in a figure, with the effect.
    pub taken: Vec<(usize, Effect)>,
    /// Figures of the document before this sentence.
    pub base: usize,
}

impl<'p, 'r, 'c> Finder<'p, 'r, 'c> {
    /// `base`: figures of the document before this sentence.
    pub fn new(parse: &'p Parse<'r>, clues: &'p Clues<'c>, base: usize) -> Self {
        Self { parse, clues, found: Vec::new(), taken: Vec::new(), base }
    }

    /// All figures of the sentence, not in text order.
    pub fn find(mut self) -> Vec<CasualtyFigure> {
        self.labels();
        self.predicates();
        self.nouns();
        self.attributes();
        self.wards();
        self.losses();
        self.drop_told_further();
        self.found
    }
}

impl Finder<'_, '_, '_> {
    /// Verbs and states.
    fn predicates(&mut self) {
        let mut skip = None;
        for index in 0..self.parse.chunks.len() {
            if skip == Some(index) || self.parse.label(index).is_some() {
                continue;
            }
            let Some(group) = self.parse.verb(index) else { continue };
            let Some((token, harm)) = group.harm else { continue };
            let mut victims = self.parse.victims_of(index);
            let mut effect = harm.effect;
            // "mortally wounded" people died.
            if effect == Effect::Injured && matches!(self.parse.word(token.wrapping_sub(1)), "mortally" | "fatally") {
                effect = Effect::Killed;
            }
            if index >= 2 && self.parse.is_numbered_at(index) {
                victims = Victims { whole: self.parse.toll(index).into_iter().collect(), parts: Vec::new(), rule: "number-of" };
            } else if let Some(number) = self.number_told(&victims, index) {
                victims.whole = vec![number];
                victims.rule = "number-of";
            }
            // "damaged or destroyed 12 homes": damaged they are in any case.
            let damaged =
                |at: usize| self.parse.verb(at).and_then(|group| group.harm).is_some_and(|(_, harm)| harm.effect == Effect::HousingDamaged);
            let joined = |at: usize| matches!(self.parse.chunks.get(at), Some(Chunk::Or));
            if harm.effect == Effect::HousingDestroyed
                && (joined(index + 1) && damaged(index + 2) || index >= 2 && joined(index - 1) && damaged(index - 2))
            {
                continue;
            }
            // "killed or wounded 12", "several missing or injured": not told apart.
            let or = matches!(self.parse.chunks.get(index + 1), Some(Chunk::Or));
            if let Some(Chunk::And | Chunk::Or) = self.parse.chunks.get(index + 1)
                && let Some((_, other)) = self.parse.verb(index + 2).and_then(|group| group.harm)
                && other.effect != effect
                && [effect, other.effect]
                    .iter()
                    .all(|effect| matches!(effect, Effect::Killed | Effect::Injured | Effect::Missing) || or && *effect == Effect::Detained)
                && self.parse.verb(index + 2).is_some_and(|group| group.verb.is_none() && (or || !group.be && !group.have))
            {
                let ahead = self.parse.victims_of(index + 2);
                // "left three dead and injured another": the second has victims of its own.
                let own = !victims.whole.is_empty() && self.parse.noun_chunk(index + 3).is_some() && !victims.rule.starts_with("active");
                if !own && (victims.whole.is_empty() || ahead.whole.is_empty() || ahead.whole == victims.whole) {
                    if victims.whole.is_empty() {
                        victims = ahead;
                    }
                    effect = Effect::Casualties;
                    skip = Some(index + 2);
                }
            }
            if group.negated {
                // "was not hurt": no zero about a group is certain, and no figure.
                if !victims.whole.iter().any(|&phrase| self.parse.phrases[phrase].none) && !self.any_of(&victims) {
                    continue;
                }
            }
            self.add(index, token, Harm { effect, ..harm }, &victims);
        }
    }

    /// "the number of people killed is 45": the number, where the victims found have none of their own.
    fn number_told(&self, victims: &Victims, index: usize) -> Option<usize> {
        let [phrase] = victims.whole[..] else { return None };
        self.parse.number_of(phrase, index).filter(|_| self.parse.phrases[phrase].number.is_none())
    }

    /// "did not kill anyone", "did not injure any people".
    fn any_of(&self, victims: &Victims) -> bool {
        victims.whole.iter().any(|&phrase| matches!(self.parse.word(self.parse.phrases[phrase].first), "any" | "anyone" | "anybody"))
    }

    /// Nouns of harm: deaths, tolls, groups, bodies, lives.
    fn nouns(&mut self) {
        for index in 0..self.parse.chunks.len() {
            let Some(phrase) = self.parse.noun_chunk(index) else { continue };
            let found = self.parse.phrases[phrase];
            let Some((token, harm)) = found.harm.or_else(|| self.parse.assault(phrase)) else { continue };
            if self.parse.label(index).is_some() {
                continue;
            }
            // "two counts of attempted murder"
            if self.parse.word(token.wrapping_sub(1)) == "attempted" {
                continue;
            }
            let counted = found.number.is_some() || found.none;
            let own = Victims { whole: vec![phrase], parts: Vec::new(), rule: "counted-noun" };
            match harm.frame {
                Frame::Count | Frame::Deed if counted => {
                    if self.parse.is_change(index) {
                        continue;
                    }
                    let mut victims = own;
                    self.parse.gather_right(index, &mut victims);
                    // "12 deaths and 30 injuries": each noun has its own figure.
                    victims.whole.truncate(1);
                    self.add(index, token, Harm { strict: false, ..harm }, &victims);
                }
                Frame::Count | Frame::Deed => {
                    let negated = self.parse.word(found.first) == "any" && self.parse.negated_before(index);
                    // "did not suffer any serious injuries" leaves lighter ones open.
                    if negated && self.parse.is_graded(phrase) {
                        continue;
                    }
                    if negated {
                        self.zero(index, token, harm, phrase);
                        continue;
                    }
                    if let Some(none) = self.parse.none_reported(index) {
                        self.zero(index, token, harm, none);
                        continue;
                    }
                    // "no deaths or injuries"
                    if found.opening == Opening::Bare
                        && index >= 2
                        && self.parse.joins(index - 1)
                        && let Some(none) = self.parse.noun_chunk(index - 2).filter(|&before| self.parse.phrases[before].none)
                        && self.parse.phrases[none].harm.is_some()
                    {
                        self.zero(index, token, harm, none);
                        continue;
                    }
                    if harm.effect == Effect::Injured {
                        let victims = self.parse.sufferers(index);
                        self.add(index, token, harm, &victims);
                    }
                    let victims = self.parse.victims_of_deed(index);
                    if victims.whole.is_empty()
                        && harm.violent
                        && harm.frame == Frame::Deed
                        && let Some(name) = self.named_before(token).or_else(|| self.owned(phrase))
                    {
                        if let Some(figure) = self.figure(index, token, harm, "name-of-harm", Count::one(name, Some(name))) {
                            self.found.push(figure);
                        }
                        continue;
                    }
                    if victims.whole.is_empty()
                        && harm.violent
                        && let Some(count) = self.multiple(phrase)
                    {
                        self.found.extend(self.figure(index, token, harm, "multiple", count));
                        continue;
                    }
                    let victims = if victims.whole.is_empty() && harm.frame == Frame::Count { self.tolled(index) } else { victims };
                    self.add(index, token, harm, &victims);
                }
                Frame::Toll => {
                    let victims = self.tolled(index);
                    let first = self.found.len();
                    self.add(index, token, harm, &victims);
                    self.found[first..].iter_mut().for_each(|figure| self.parse.reach(figure));
                    let earlier = self.parse.earlier_toll(index).filter(|_| !victims.whole.is_empty());
                    self.add(
                        index,
                        token,
                        harm,
                        &Victims { whole: earlier.into_iter().collect(), parts: Vec::new(), rule: "earlier-toll" },
                    );
                }
                Frame::Group if counted && self.is_taken(phrase) => {}
                // "one of the victims said": no count of victims.
                Frame::Group if found.partitive && harm.effect == Effect::Casualties && !self.parse.is_share(phrase) => {}
                // "former prisoners" are free.
                Frame::Group if counted && (found.first..token).any(|at| self.parse.word(at) == "former") => {}
                Frame::Group if counted => {
                    let effect = if self.of_killing(index) { Effect::Killed } else { harm.effect };
                    let harm = Harm { effect, ..harm };
                    let mut victims = own;
                    self.parse.gather_right(index, &mut victims);
                    victims.whole.truncate(1);
                    self.add(index, token, Harm { strict: false, ..harm }, &victims);
                }
                Frame::Group => {
                    // "are registered as refugees"
                    if let Some(Chunk::Clause(_)) = index.checked_sub(1).and_then(|at| self.parse.chunks.get(at))
                        && index >= 2
                        && self.parse.verb(index - 2).is_some_and(|group| group.be || group.verb.is_some())
                    {
                        let victims = self.parse.subject_of(index - 2);
                        self.add(index, token, harm, &victims);
                    } else if self.parse.is_numbered(index) {
                        let victims = self.tolled(index);
                        self.add(index, token, harm, &victims);
                    } else if matches!(self.parse.word(found.first), "those" | "the") && harm.effect != Effect::Displaced {
                        let victims = self.parse.told_beside(index);
                        self.add(index, token, Harm { violent: true, ..harm }, &victims);
                    }
                }
                Frame::Homes | Frame::Refuge => {
                    let mut victims = self.parse.uprooted(index, harm.frame);
                    if let Some(number) = self.number_told(&victims, index) {
                        victims.whole = vec![number];
                    }
                    self.add(index, token, Harm { strict: false, ..harm }, &victims);
                }
                Frame::Doer => {
                    // "their kidnappers" tells of whom there was talk before, not of how many.
                    let told = self.parse.preposition_word(index + 1) == "of" || found.possessor.is_some();
                    if told {
                        let victims = self.parse.victims_of_deed(index);
                        self.add(index, token, harm, &Victims { rule: "doer", ..victims });
                    }
                }
                Frame::Body => self.bodies(index, token, harm, phrase),
                Frame::Lives => self.lives(index, token, harm, phrase),
                _ => {}
            }
        }
    }

    fn is_taken(&self, phrase: usize) -> bool {
        self.taken.iter().any(|(taken, _)| *taken == phrase)
    }

    /// "the 21 victims of the massacre": of a deed that nobody outlives.
    fn of_killing(&self, index: usize) -> bool {
        let deed = (self.parse.preposition_word(index + 1) == "of").then(|| self.parse.noun_chunk(index + 2)).flatten();
        let harm = deed.and_then(|phrase| self.parse.phrases[phrase].harm);
        harm.is_some_and(|(_, harm)| harm.effect == Effect::Killed && matches!(harm.frame, Frame::Deed | Frame::Count))
    }

    /// "the Hariri murder": a person's name right before the word of harm.
    fn named_before(&self, token: usize) -> Option<TokenSpan> {
        let name = self.clues.names.iter().find(|name| name.tokens.end as usize == token)?;
        (name.kind == EntityKind::Person).then_some(name.tokens)
    }

    /// "a double murder", "twin killings": how many the adjective counts.
    fn multiple(&self, phrase: usize) -> Option<Count> {
        let found = self.parse.phrases[phrase];
        (found.first..found.end).find_map(|at| {
            let number = match self.parse.word(at) {
                "double" | "twin" => 2,
                "triple" => 3,
                "quadruple" => 4,
                "quintuple" => 5,
                _ => return None,
            };
            let one = Count::one(TokenSpan::new(at, at + 1), None);
            Some(Count { low: Some(number), high: Some(number), best: Some(number), implicit: false, ..one })
        })
    }

    /// "his arrest", "her murder": the one who is meant.
    fn owned(&self, phrase: usize) -> Option<TokenSpan> {
        let found = self.parse.phrases[phrase];
        let one = found.possessor.is_none() && matches!(self.parse.word(found.first), "his" | "her");
        one.then(|| TokenSpan::new(found.first, found.first + 1))
    }

    fn tolled(&self, index: usize) -> Victims {
        let whole = if self.parse.is_numbered(index) { self.parse.toll(index).into_iter().collect() } else { Vec::new() };
        Victims { whole, parts: Vec::new(), rule: "toll" }
    }

    fn bodies(&mut self, index: usize, token: usize, harm: Harm, phrase: usize) {
        let found = self.parse.phrases[phrase];
        let of = self.parse.victims_of_deed(index);
        let people = of.whole.iter().any(|&inner| {
            let inner = &self.parse.phrases[inner];
            // "a body of several organisations" is none of people.
            inner.person.is_some() || inner.number.is_some() && self.parse.word(token) != "body" || inner.one_person
        });
        if found.number.is_some() {
            let mut victims = Victims { whole: vec![phrase], parts: Vec::new(), rule: "bodies" };
            if self.parse.verb(index + 1).is_some() {
                self.parse.told_behind(index + 1, &mut victims);
            }
            self.add(index, token, harm, &victims);
        } else if people && !of.whole.is_empty() && found.possessor.is_none() {
            // "the body of the woman was found" tells a death, whoever she is.
            let harm = Harm { violent: harm.violent || self.parse.is_found(), ..harm };
            self.add(index, token, harm, &Victims { rule: "bodies-of", ..of });
        } else if matches!(self.parse.word(token), "body" | "corpse" | "remains")
            && (matches!(found.opening, Opening::Indefinite | Opening::Another) || self.is_body_of_one(phrase))
            && self.parse.is_found()
            && let Some(figure) = self.figure(index, token, harm, "body", Count::one(TokenSpan::new(found.first, found.end), None))
        {
            self.found.push(figure);
        }
    }

    /// "his body", "the driver's body", "the body": of one person.
    fn is_body_of_one(&self, phrase: usize) -> bool {
        let found = self.parse.phrases[phrase];
        if let Some(possessor) = found.possessor {
            let of = self.parse.phrases[possessor];
            return of.number.is_none() && (of.proper || of.person.is_some_and(|person| !person.plural));
        }
        let opener = self.parse.word(found.first);
        let whole = found.head.is_some_and(|head| matches!(self.parse.word(head), "body" | "corpse"));
        matches!(opener, "his" | "her") || whole && opener == "the" && found.end == found.first + 2
    }

    fn lives(&mut self, index: usize, token: usize, harm: Harm, phrase: usize) {
        let found = self.parse.phrases[phrase];
        if !self.parse.lives_lost(index) {
            return;
        }
        if found.number.is_some() {
            self.add(index, token, Harm { violent: true, ..harm }, &Victims { whole: vec![phrase], parts: Vec::new(), rule: "lives" });
        } else if found.opening == Opening::Possessive && index > 0 && self.parse.verb(index - 1).is_some() {
            // "lost their lives", "lost his life"
            let victims = self.parse.subject_of(index - 1);
            self.add(index, token, Harm { violent: true, ..harm }, &Victims { rule: "lost-lives", ..victims });
        } else if let Some(possessor) = found.possessor
            && self.parse.phrases[possessor].number.is_some()
        {
            self.add(index, token, harm, &Victims { whole: vec![possessor], parts: Vec::new(), rule: "lives-of" });
        } else if self.parse.preposition_word(index + 1) == "of" {
            let victims = self.parse.victims_of_deed(index);
            self.add(index, token, harm, &Victims { rule: "lives-of", ..victims });
        }
    }

    fn zero(&mut self, index: usize, token: usize, harm: Harm, phrase: usize) {
        let found = self.parse.phrases[phrase];
        let none = Count {
            modifier: Modifier::NoneOf,
            low: Some(0),
            high: Some(0),
            best: Some(0),
            implicit: false,
            ..Count::one(TokenSpan::new(found.first, found.first + 1), None)
        };
        if let Some(figure) = self.figure(index, token, harm, "none", none) {
            self.found.push(figure);
        }
    }

    /// "three wounded soldiers", where no predicate has taken the phrase.
    fn attributes(&mut self) {
        for index in 0..self.parse.chunks.len() {
            let Some(phrase) = self.parse.noun_chunk(index) else { continue };
            let found = self.parse.phrases[phrase];
            let Some((token, harm)) = found.attribute else { continue };
            if found.number.is_none() && self.parse.is_numbered_at(index) {
                let victims = Victims { whole: self.parse.toll(index).into_iter().collect(), parts: Vec::new(), rule: "number-of" };
                self.add(index, token, harm, &victims);
            }
            if found.number.is_some() && !self.is_taken(phrase) {
                // "43 missing payments"
                let harm = Harm { strict: harm.strict || harm.effect == Effect::Missing, ..harm };
                self.add(index, token, harm, &Victims { whole: vec![phrase], parts: Vec::new(), rule: "attribute" });
            }
            // "the wounded driver", "jailed reporter Ana Ruiz"
            let one = found.person.is_some_and(|person| !person.plural)
                && (found.proper || matches!(found.opening, Opening::Definite | Opening::Indefinite));
            if one && found.number.is_none() && harm.violent && !self.is_taken(phrase) {
                self.add(index, token, harm, &Victims { whole: vec![phrase], parts: Vec::new(), rule: "attribute" });
            }
        }
    }
}
