//! A light analysis of one sentence: noun phrases, verb groups, and the words between them.
//!
//! No parser: one pass over the tokens, by small word classes and suffixes. A noun phrase runs from its determiner,
//! number or first content word to its last noun; "of" is inside where it stands behind a bare number ("four of its
//! workers", "dozens of people"). A verb group takes its auxiliaries ("may have been", "were reported"), so that voice,
//! modality and negation are read off it. Adverbs and quotation marks are dropped.

use crate::fact::{Number, NumberForm, TimeExpression};
use crate::lexicon::Reading;
use crate::lexicon::en::class;
use crate::lexicon::en::effect::{Frame, HARM, Harm};
use crate::lexicon::en::grammar::{GRAMMAR, Role};
use crate::lexicon::en::victim::{PEOPLE, Person};
use crate::text::{Token, TokenKind};

/// How a noun phrase begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Opening {
    #[default]
    Bare,
    /// "a", "an"
    Indefinite,
    /// "the", "this"
    Definite,
    /// "his", "its"
    Possessive,
    /// "another"
    Another,
    /// "both"
    Both,
    /// "all", "every", "some"
    Quantifier,
}

/// A noun phrase.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Phrase {
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    pub opening: Opening,
    /// Index into the sentence's numbers.
    pub number: Option<usize>,
    /// "no", "none", "nobody".
    pub none: bool,
    /// The last noun; none for a bare number or a pronoun.
    pub head: Option<usize>,
    /// What a word of it says about people: the head, else the last such word.
    pub person: Option<Person>,
    /// The head is a word for things.
    pub thing: bool,
    /// The head is written with a capital.
    pub proper: bool,
    /// "he", "her"
    pub one_person: bool,
    /// "they", "it"
    pub pronoun: bool,
    /// Behind "of" stands a definite group: "two of the men", "two of them".
    pub partitive: bool,
    /// "of" stands behind the number.
    pub of: bool,
    /// "third": one of a row.
    pub ordinal: bool,
    /// An age stands in it: "16-year-old".
    pub age: bool,
    /// The phrase before the possessive.
    pub possessor: Option<usize>,
    /// The head is a word of harm: "deaths", "refugees".
    pub harm: Option<(usize, Harm)>,
    /// A word of harm before the head: "wounded soldiers".
    pub attribute: Option<(usize, Harm)>,
}

/// A verb with its auxiliaries.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Group {
    pub first: usize,
    pub end: usize,
    pub be: bool,
    pub have: bool,
    pub modal: Option<usize>,
    pub negated: bool,
    /// "to kill"
    pub infinitive: bool,
    /// The first verb that is neither auxiliary nor harm: "feared", "shot", "found".
    pub verb: Option<usize>,
    /// The word of harm.
    pub harm: Option<(usize, Harm)>,
    /// "left", "saw": what follows is left or seen in a state.
    pub leaving: bool,
}

/// One piece of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) enum Chunk {
    /// Index into [`Parse::phrases`].
    Noun(usize),
    Verb(Group),
    Preposition(usize),
    And,
    /// "along with", "as well as"
    AlongWith,
    Or,
    Comma,
    Relative(usize),
    Clause(usize),
    Including,
    /// A temporal expression.
    Time,
    Open,
    Close,
    /// A dash: opens or closes an insertion.
    Dash,
    /// ";", ":"
    Break,
}

/// A sentence in pieces.
pub(super) struct Parse<'r> {
    pub reading: &'r Reading,
    pub numbers: &'r [Number],
    pub times: &'r [TimeExpression],
    pub first: usize,
    pub end: usize,
    pub chunks: Vec<Chunk>,
    pub phrases: Vec<Phrase>,
}

/// Nouns in "-ing" that could pass for verbs.
const NOUNS_IN_ING: &[&str] = &[
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
    "neighboring",
    "neighbouring",
    "warring",
    "visiting",
    "opposing",
];

impl<'r> Parse<'r> {
    /// Cuts tokens `first..end` into pieces.
    pub fn new(reading: &'r Reading, numbers: &'r [Number], times: &'r [TimeExpression], first: usize, end: usize) -> Self {
        let mut parse = Self { reading, numbers, times, first, end, chunks: Vec::new(), phrases: Vec::new() };
        let mut at = first;
        while at < end {
            at = parse.next(at).max(at + 1);
        }
        parse
    }

    pub fn word(&self, index: usize) -> &str {
        if index < self.first || index >= self.end { "" } else { self.reading.lower(index) }
    }

    pub fn token(&self, index: usize) -> Option<Token> {
        if index < self.first || index >= self.end { None } else { self.reading.document().tokens().get(index).copied() }
    }

    pub fn role(&self, index: usize) -> Option<Role> {
        self.token(index)?;
        // "May" the month and "March" are told by the capital inside a sentence.
        if !self.reading.is(index, class::GRAMMAR) {
            return None;
        }
        let role = GRAMMAR.get(self.word(index)).copied();
        let capital = self.token(index).is_some_and(|token| token.is_capitalised());
        match role {
            Some(Role::Modal) if self.word(index) == "may" && capital && index > self.first => Some(Role::Time),
            Some(Role::Modal) if self.word(index) == "will" && capital && index > self.first => None,
            Some(Role::Time) if !capital && matches!(self.word(index), "march" | "august") => None,
            _ => role,
        }
    }

    pub fn harm(&self, index: usize) -> Option<Harm> {
        self.token(index)?;
        if self.reading.is(index, class::HARM) { HARM.get(self.word(index)).copied() } else { None }
    }

    /// Index of the number that begins at token `index`.
    fn number_at(&self, index: usize) -> Option<usize> {
        let found = self.numbers.binary_search_by_key(&(index as u32), |number| number.tokens.first).ok()?;
        Some(found)
    }

    fn in_time(&self, index: usize) -> Option<usize> {
        let span = self.token(index)?.span;
        let at = self.times.partition_point(|time| time.span.end() <= span.start());
        self.times.get(at).filter(|time| time.span.contains(span)).map(|_| at)
    }

    fn last(&self) -> Option<&Chunk> {
        self.chunks.last()
    }

    fn last_is_noun(&self) -> bool {
        matches!(self.last(), Some(Chunk::Noun(_)))
    }

    /// Reads one piece at `at`; returns the token behind it.
    fn next(&mut self, at: usize) -> usize {
        let Some(token) = self.token(at) else { return at + 1 };
        match token.kind {
            TokenKind::Mark => return self.mark(at),
            TokenKind::Address => return at + 1,
            TokenKind::Number | TokenKind::Word => {}
        }
        if let Some(end) = self.time(at) {
            return end;
        }
        if self.reading.reads(at, &["along", "with"]) || self.reading.reads(at, &["together", "with"]) {
            return self.push(Chunk::AlongWith, at + 2);
        }
        if self.reading.reads(at, &["as", "well", "as"]) {
            return self.push(Chunk::AlongWith, at + 3);
        }
        if self.number_at(at).is_some() {
            return self.noun(at);
        }
        if let Some(harm) = self.harm(at)
            && let Some(end) = self.harm_word(at, harm)
        {
            return end;
        }
        match self.role(at) {
            Some(Role::Determiner | Role::None | Role::Pronoun) => self.noun(at),
            Some(Role::OnePerson) => self.noun(at),
            Some(Role::Preposition) => self.preposition(at),
            Some(Role::Be | Role::Have | Role::Do | Role::Modal | Role::Not | Role::Verb | Role::Leaving) => self.group(at),
            Some(Role::Adverb) => at + 1,
            Some(Role::And) => self.push(Chunk::And, at + 1),
            Some(Role::Or) => self.push(Chunk::Or, at + 1),
            Some(Role::Relative) => self.relative(at),
            Some(Role::Clause) => self.push(Chunk::Clause(at), at + 1),
            Some(Role::Including) => self.push(Chunk::Including, at + 1),
            Some(Role::Time) => self.push(Chunk::Time, at + 1),
            None if self.is_adverb(at) => at + 1,
            None if self.looks_like_verb(at) => self.group(at),
            None => self.noun(at),
        }
    }

    fn push(&mut self, chunk: Chunk, end: usize) -> usize {
        self.chunks.push(chunk);
        end
    }

    fn mark(&mut self, at: usize) -> usize {
        let spaced = self.token(at + 1).is_none_or(|token| token.is_spaced());
        match self.word(at) {
            "," => self.push(Chunk::Comma, at + 1),
            ";" | ":" | "…" | "?" | "!" => self.push(Chunk::Break, at + 1),
            "—" | "–" => self.push(Chunk::Dash, at + 1),
            "-" if self.word(at + 1) == "-" => self.push(Chunk::Dash, at + 2),
            "-" if spaced => self.push(Chunk::Dash, at + 1),
            "." if at + 1 < self.end => self.push(Chunk::Break, at + 1),
            "(" | "[" => self.push(Chunk::Open, at + 1),
            ")" | "]" => self.push(Chunk::Close, at + 1),
            _ => at + 1,
        }
    }

    /// A temporal expression stands apart, unless it is part of a noun phrase ("Monday's attack", "two years of war").
    fn time(&mut self, at: usize) -> Option<usize> {
        let time = self.in_time(at)?;
        let span = self.times.get(time)?.span;
        let end = self.reading.document().tokens_in(span).range().end.min(self.end);
        if matches!(self.word(end), "'s" | "’s") || (self.word(end) == "-" && self.token(end + 1).is_some_and(|t| !t.is_spaced())) {
            return None;
        }
        self.chunks.push(Chunk::Time);
        Some(end)
    }

    fn is_adverb(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() > 4
            && word.ends_with("ly")
            && !matches!(word, "family" | "elderly" | "assembly" | "italy" | "early" | "july" | "ally" | "daily")
    }

    /// A word that no table knows and that its suffix makes a verb, standing where a verb may stand.
    fn looks_like_verb(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let word = self.word(at);
        if token.kind != TokenKind::Word || token.is_capitalised() || self.reading.is(at, class::PERSON.union(class::THING)) {
            return false;
        }
        let past = word.len() > 4 && word.ends_with("ed") && !matches!(word, "hundred" | "wicked" | "naked" | "indeed" | "speed");
        let gerund = word.len() > 5 && word.ends_with("ing") && !NOUNS_IN_ING.contains(&word);
        match self.last() {
            Some(Chunk::Preposition(_)) => false,
            Some(Chunk::Noun(_) | Chunk::Relative(_) | Chunk::Verb(_)) => past || gerund,
            // "damaged houses" at the start is a noun phrase, "and damaged 12 houses" a verb.
            _ => (past && !self.noun_like(at + 1)) || gerund,
        }
    }

    /// Whether a content word stands at `at` that may go on a noun phrase.
    fn noun_like(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        token.kind == TokenKind::Word
            && self.role(at).is_none()
            && !self.is_adverb(at)
            && match self.harm(at) {
                Some(harm) => matches!(harm.frame, Frame::Group | Frame::Body | Frame::Count | Frame::Deed | Frame::Homes | Frame::Refuge),
                None => self.number_at(at).is_none() && (self.reading.is(at, class::PERSON) || !self.word(at).ends_with("ed")),
            }
    }

    fn relative(&mut self, at: usize) -> usize {
        let next_is_verb = self.verb_like(at + 1);
        match self.word(at) {
            "that" if matches!(self.last(), Some(Chunk::Verb(_)) | None) => self.push(Chunk::Clause(at), at + 1),
            "that" if self.last_is_noun() && next_is_verb => self.push(Chunk::Relative(at), at + 1),
            "that" if self.last_is_noun() || matches!(self.last(), Some(Chunk::Comma | Chunk::And)) => self.push(Chunk::Clause(at), at + 1),
            "that" => self.noun(at),
            _ => self.push(Chunk::Relative(at), at + 1),
        }
    }

    fn verb_like(&self, at: usize) -> bool {
        let frame = self.harm(at).map(|harm| harm.frame);
        matches!(
            self.role(at),
            Some(Role::Be | Role::Have | Role::Do | Role::Modal | Role::Verb | Role::Leaving | Role::Adverb | Role::Including)
        ) || matches!(frame, Some(Frame::Done | Frame::Do | Frame::Doing | Frame::Happened | Frame::Happen))
            || (frame.is_none() && self.word(at).ends_with("ed"))
            || self.is_adverb(at)
    }

    fn preposition(&mut self, at: usize) -> usize {
        let word = self.word(at);
        let next = self.word(at + 1);
        if word == "to" {
            let infinitive = matches!(self.role(at + 1), Some(Role::Be | Role::Have | Role::Do | Role::Verb | Role::Leaving))
                || matches!(self.harm(at + 1).map(|harm| harm.frame), Some(Frame::Do | Frame::Happen))
                || (next == "arrest" || next == "murder" || next == "massacre")
                || (self.role(at + 1).is_none()
                    && self.harm(at + 1).is_none()
                    && self.number_at(at + 1).is_none()
                    && self.token(at + 1).is_some_and(|token| token.kind == TokenKind::Word && !token.is_capitalised())
                    && !self.reading.is(at + 1, class::PERSON.union(class::THING))
                    && matches!(self.role(at + 2), Some(Role::Determiner | Role::OnePerson | Role::Pronoun | Role::Preposition)));
            if infinitive {
                return self.group(at);
            }
            if next == "death" {
                return self.death_by(at);
            }
        }
        // "in custody", "under arrest", "into detention": a state.
        let state = matches!(word, "in" | "into" | "under")
            && (matches!(next, "custody" | "detention" | "arrest" | "captivity")
                || (matches!(next, "police" | "house" | "military") && matches!(self.word(at + 2), "custody" | "arrest" | "detention")));
        if state {
            let token = if matches!(next, "police" | "house" | "military") { at + 2 } else { at + 1 };
            if let Some(harm) = self.harm(token)
                && !matches!(self.word(at.wrapping_sub(1)), "sentenced" | "committed")
            {
                self.state(at, token, Harm { frame: Frame::State, ..harm });
                return token + 1;
            }
        }
        self.push(Chunk::Preposition(at), at + 1)
    }

    /// "beaten to death" is a killing, "sentenced to death" is none.
    fn death_by(&mut self, at: usize) -> usize {
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

    /// A state behind a verb group belongs to it; behind a noun it stands alone.
    fn state(&mut self, first: usize, token: usize, harm: Harm) {
        if let Some(Chunk::Verb(group)) = self.chunks.last_mut()
            && group.harm.is_none()
        {
            group.harm = Some((token, harm));
            group.end = token + 1;
        } else {
            self.chunks.push(Chunk::Verb(Group { first, end: token + 1, harm: Some((token, harm)), ..Group::default() }));
        }
    }

    /// A word of harm outside of a noun phrase: a verb, a state, or the beginning of a noun phrase (`None`).
    fn harm_word(&mut self, at: usize, harm: Harm) -> Option<usize> {
        let after_noun = self.last_is_noun();
        let before_of = self.word(at + 1) == "of";
        match harm.frame {
            Frame::Doing | Frame::Do if matches!(self.last(), Some(Chunk::Relative(token)) if self.word(*token) == "whose") => {
                Some(self.noun(at))
            }
            Frame::Doing if before_of || matches!(self.last(), Some(Chunk::Preposition(_))) && !self.takes_object(at + 1) => None,
            Frame::Do if matches!(self.last(), Some(Chunk::Preposition(_))) => None,
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

    fn takes_object(&self, at: usize) -> bool {
        self.number_at(at).is_some()
            || matches!(self.role(at), Some(Role::Determiner | Role::OnePerson | Role::Pronoun))
            || self.noun_like(at)
    }

    /// A verb group.
    fn group(&mut self, first: usize) -> usize {
        let mut group = Group { first, end: first, ..Group::default() };
        let mut at = first;
        while at < self.end {
            if let Some(harm) = self.harm(at) {
                let verbal = !matches!(
                    harm.frame,
                    Frame::Count | Frame::Deed | Frame::Toll | Frame::Group | Frame::Body | Frame::Lives | Frame::Homes | Frame::Refuge
                ) || (group.infinitive && matches!(self.word(at), "arrest" | "murder" | "massacre"));
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
                        || (word.ends_with("ing") && word.len() > 4 && !NOUNS_IN_ING.contains(&word));
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
        self.chunks.push(Chunk::Verb(group));
        group.end
    }

    /// A noun phrase.
    fn noun(&mut self, first: usize) -> usize {
        let mut phrase = Phrase { first, end: first, ..Phrase::default() };
        let mut at = first;
        while at < self.end {
            let Some(token) = self.token(at) else { break };
            if token.kind == TokenKind::Mark {
                match self.phrase_mark(at, &mut phrase) {
                    Some(next) => at = next,
                    None => break,
                }
                continue;
            }
            if token.kind == TokenKind::Address || (at > first && self.in_time(at).is_some() && self.starts_time(at)) {
                break;
            }
            if let Some(number) = self.number_at(at) {
                match self.phrase_number(at, number, &mut phrase) {
                    Some(next) => at = next,
                    None => break,
                }
                continue;
            }
            if matches!(self.word(at), "'s" | "’s") {
                at = self.possessive(at, &mut phrase);
                continue;
            }
            if let Some(harm) = self.harm(at) {
                if !self.phrase_harm(at, harm, &mut phrase) {
                    break;
                }
                at += 1;
                continue;
            }
            let bare_number = phrase.head.is_none() && (phrase.number.is_some() || phrase.none);
            match self.role(at) {
                Some(Role::Determiner | Role::None) if phrase.end == at && phrase.head.is_none() && phrase.number.is_none() => {
                    self.open(at, &mut phrase)
                }
                Some(Role::OnePerson) if at == first => {
                    if self.word(at) == "her" && (self.noun_like(at + 1) || self.number_at(at + 1).is_some()) {
                        phrase.opening = Opening::Possessive;
                    } else {
                        phrase.one_person = true;
                        phrase.end = at + 1;
                        break;
                    }
                }
                // "five of them children"
                Some(Role::Pronoun) if phrase.of && phrase.head.is_none() && phrase.number.is_some() && self.noun_like(at + 1) => {
                    phrase.partitive = true;
                }
                Some(Role::Pronoun) if phrase.head.is_none() => {
                    phrase.pronoun = phrase.number.is_none();
                    phrase.end = at + 1;
                    break;
                }
                // "four of its workers", "none of the passengers".
                Some(Role::Preposition) if self.word(at) == "of" && bare_number => {
                    let definite = matches!(self.role(at + 1), Some(Role::Determiner | Role::Pronoun | Role::OnePerson | Role::Relative));
                    phrase.partitive |= definite;
                    phrase.of = true;
                    if matches!(self.role(at + 1), Some(Role::Determiner | Role::OnePerson)) && self.word(at + 1) != "him" {
                        at += 1;
                    }
                }
                // "a total of 12 people", "a group of eight men".
                Some(Role::Preposition)
                    if self.word(at) == "of"
                        && self.number_at(at + 1).is_some()
                        && phrase.head.is_some_and(|head| matches!(self.word(head), "total" | "group" | "crew" | "team" | "further")) =>
                {
                    phrase = Phrase { first: at + 1, end: at + 1, ..Phrase::default() };
                    at += 1;
                    continue;
                }
                Some(Role::Verb) if phrase.head.is_none() && !bare_number && phrase.opening != Opening::Bare && self.noun_like(at + 1) => {}
                // "no early reports", "the fears of": a noun that could be a verb.
                Some(Role::Verb)
                    if (phrase.opening != Opening::Bare || phrase.none)
                        && phrase.person.is_none()
                        && matches!(
                            self.word(at),
                            "report"
                                | "reports"
                                | "claim"
                                | "claims"
                                | "fear"
                                | "fears"
                                | "cost"
                                | "costs"
                                | "cause"
                                | "causes"
                                | "rise"
                                | "lead"
                                | "show"
                        )
                        && (phrase.head.is_none() || matches!(self.word(at + 1), "of" | "about" | "that" | "from")) =>
                {
                    self.content(at, &mut phrase);
                }
                Some(_) => break,
                None if self.is_adverb(at) => {
                    // "Three seriously wounded men" goes on, "12 people mostly" ends.
                    if phrase.head.is_some() {
                        break;
                    }
                }
                None if phrase.head.is_some() && self.ends_phrase(at) => break,
                None if phrase.head.is_none() && phrase.number.is_some() && self.ends_phrase(at) && !self.noun_like(at + 1) => break,
                None => self.content(at, &mut phrase),
            }
            at += 1;
            phrase.end = at;
        }
        if phrase.end == first && phrase.number.is_none() {
            return first + 1;
        }
        let end = phrase.end.max(at.min(phrase.end));
        self.phrases.push(phrase);
        self.chunks.push(Chunk::Noun(self.phrases.len() - 1));
        end
    }

    fn starts_time(&self, at: usize) -> bool {
        let Some(time) = self.in_time(at) else { return false };
        let Some(span) = self.times.get(time).map(|time| time.span) else { return false };
        self.token(at).is_some_and(|token| token.span.start() == span.start())
            && !matches!(self.word(self.reading.document().tokens_in(span).range().end), "'s" | "’s")
    }

    /// A verb in "-ed" or "-ing" behind a noun ends the phrase.
    fn ends_phrase(&self, at: usize) -> bool {
        let word = self.word(at);
        let lower = self.token(at).is_some_and(|token| !token.is_capitalised());
        lower
            && !self.reading.is(at, class::PERSON.union(class::THING))
            && ((word.len() > 4 && word.ends_with("ed")) || (word.len() > 5 && word.ends_with("ing") && !NOUNS_IN_ING.contains(&word)))
    }

    fn open(&self, at: usize, phrase: &mut Phrase) {
        phrase.opening = match self.word(at) {
            "a" | "an" => Opening::Indefinite,
            "his" | "their" | "its" | "our" | "my" | "your" => Opening::Possessive,
            "another" => Opening::Another,
            "both" => Opening::Both,
            "all" | "every" | "some" | "any" | "each" | "many" | "most" | "such" => Opening::Quantifier,
            "no" | "none" | "nobody" | "zero" | "neither" => {
                phrase.none = true;
                Opening::Bare
            }
            _ if phrase.opening == Opening::Quantifier => Opening::Quantifier,
            _ => Opening::Definite,
        };
        phrase.end = at + 1;
    }

    fn content(&self, at: usize, phrase: &mut Phrase) {
        let capital = self.token(at).is_some_and(|token| token.is_capitalised());
        if phrase.none && self.word(at) == "one" {
            return;
        }
        phrase.head = Some(at);
        phrase.harm = None;
        phrase.thing = self.reading.is(at, class::THING);
        phrase.proper = capital;
        if self.reading.is(at, class::PERSON) {
            phrase.person = PEOPLE.get(self.word(at)).copied();
        } else if !capital {
            phrase.person = None;
        }
    }

    /// Marks inside of a phrase: hyphens go on, quotation marks are passed over.
    fn phrase_mark(&self, at: usize, phrase: &mut Phrase) -> Option<usize> {
        let glued = self.token(at).is_some_and(|token| !token.is_spaced()) && self.token(at + 1).is_some_and(|token| !token.is_spaced());
        match self.word(at) {
            "-" | "‑" if glued && at > phrase.first => {
                if self.word(at + 1) == "year" || self.word(at + 1) == "month" {
                    phrase.age = true;
                }
                let number = self.number_at(at + 1).and_then(|index| self.numbers.get(index));
                let next = number.map_or(at + 2, |number| number.tokens.end as usize);
                // "execution-style killing", "year-old boy": what stands behind the hyphen may be the head.
                if self.harm(at + 1).is_none() && self.role(at + 1).is_none() && number.is_none() {
                    self.content(at + 1, phrase);
                }
                phrase.end = next.min(self.end);
                Some(phrase.end)
            }
            "'" | "’" if self.token(at).is_some_and(|token| !token.is_spaced()) && self.word(at.wrapping_sub(1)).ends_with('s') => None,
            "\"" | "“" | "”" | "‘" | "’" | "'" if self.noun_like(at + 1) || self.harm(at + 1).is_some() => Some(at + 1),
            "/" if glued => Some(at + 1),
            _ => None,
        }
    }

    /// A number inside of a phrase. `None` where a new phrase begins.
    fn phrase_number(&self, at: usize, index: usize, phrase: &mut Phrase) -> Option<usize> {
        let number = self.numbers.get(index)?;
        let end = (number.tokens.end as usize).min(self.end);
        if number.form == NumberForm::Ordinal {
            if phrase.head.is_some() || phrase.number.is_some() {
                return None;
            }
            phrase.ordinal = true;
            phrase.end = end;
            return Some(end);
        }
        let before = at.checked_sub(1).map_or("", |index| self.word(index));
        let fits = phrase.number.is_none()
            && (phrase.end == phrase.first
                || phrase.head.is_none()
                || matches!(
                    before,
                    "other"
                        | "remaining"
                        | "additional"
                        | "further"
                        | "'s"
                        | "’s"
                        | "last"
                        | "next"
                        | "surviving"
                        | "missing"
                        | "extra"
                        | "same"
                        | "fellow"
                ));
        if !fits {
            return None;
        }
        let hyphen = matches!(self.word(end), "-" | "‑") && self.token(end).is_some_and(|token| !token.is_spaced());
        if hyphen && self.token(end + 1).is_some_and(|token| !token.is_spaced()) {
            // "a 16-year-old girl", "the 12-storey block": an attribute and no count.
            phrase.end = end;
            return Some(end);
        }
        if matches!(self.word(end), "year" | "month") && self.word(end + 1) == "old" {
            phrase.age = true;
            phrase.end = end + 2;
            return Some(end + 2);
        }
        phrase.number = Some(index);
        phrase.end = end;
        phrase.head = None;
        Some(end)
    }

    fn possessive(&mut self, at: usize, phrase: &mut Phrase) -> usize {
        let end = phrase.end;
        self.phrases.push(Phrase { end, ..*phrase });
        let possessor = Some(self.phrases.len() - 1);
        let (number, none) = if phrase.of { (phrase.number, phrase.none) } else { (None, false) };
        let first = phrase.first;
        let of = phrase.of;
        *phrase = Phrase { first, end: at + 1, opening: Opening::Possessive, number, none, of, possessor, ..Phrase::default() };
        at + 1
    }

    /// A word of harm inside of a phrase: its head, an attribute, or (false) the verb behind it.
    fn phrase_harm(&self, at: usize, harm: Harm, phrase: &mut Phrase) -> bool {
        let began = phrase.head.is_some() || phrase.number.is_some() || phrase.opening != Opening::Bare || phrase.none;
        let noun_next = self.noun_like(at + 1) && !self.token(at + 1).is_some_and(|token| token.is_capitalised() && phrase.head.is_some());
        match harm.frame {
            Frame::Count | Frame::Deed | Frame::Toll | Frame::Group | Frame::Body | Frame::Lives | Frame::Homes | Frame::Refuge => {}
            Frame::Doing => {
                let deed = (phrase.opening != Opening::Bare || phrase.possessor.is_some() || !began || self.word(at + 1) == "of")
                    && phrase.number.is_none();
                if !deed || (phrase.head.is_some() && self.takes_object(at + 1)) {
                    return false;
                }
            }
            Frame::Done | Frame::State | Frame::Happened => {
                if phrase.head.is_some() && !self.adjectives_only(phrase) {
                    return false;
                }
                if noun_next {
                    phrase.attribute = Some((at, harm));
                    phrase.end = at + 1;
                    return true;
                }
                // "the wounded", "the dead"
                if phrase.number.is_some() || phrase.opening != Opening::Definite || phrase.head.is_some() {
                    return false;
                }
            }
            Frame::Do | Frame::Happen => return false,
        }
        self.content(at, phrase);
        let frame = match harm.frame {
            Frame::Doing => Frame::Deed,
            Frame::Done | Frame::State | Frame::Happened => Frame::Group,
            frame => frame,
        };
        phrase.harm = Some((at, Harm { frame, ..harm }));
        phrase.end = at + 1;
        true
    }

    /// Whether nothing in the phrase so far is known to be a noun.
    fn adjectives_only(&self, phrase: &Phrase) -> bool {
        phrase.person.is_none()
            && !phrase.thing
            && phrase.head.is_some_and(|head| matches!(self.word(head), "other" | "more" | "additional" | "further"))
    }
}
