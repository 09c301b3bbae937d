//! A light analysis of one sentence: noun phrases, verb groups, and the words between them.
//!
//! No parser: one pass over the tokens, by small word classes and suffixes. What a noun phrase and a verb group take in
//! is told in [`noun_phrase`](super::noun_phrase) and [`verb_group`](super::verb_group). Adverbs and quotation marks are
//! dropped.

use super::Clues;
use super::word::{Word, look_up};
use crate::fact::{NameMention, Number, TimeExpression};
use crate::lexicon::Reading;
use crate::lexicon::en::class;
use crate::lexicon::en::effect::{Frame, Harm};
use crate::lexicon::en::grammar::Role;
use crate::lexicon::en::victim::Person;
use crate::text::{Shape, Token, TokenKind, TokenSpan};

/// Noun phrases that most sentences have at most.
const PHRASES: usize = 8;

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
    pub names: &'r [NameMention],
    pub first: usize,
    pub end: usize,
    /// Tokens `first..end`.
    words: Vec<Word<'r>>,
    pub chunks: Vec<Chunk>,
    /// The token at which each piece was found.
    pub starts: Vec<usize>,
    pub phrases: Vec<Phrase>,
}

impl<'r> Parse<'r> {
    /// Cuts tokens `first..end` into pieces.
    pub fn new(reading: &'r Reading, clues: &Clues<'r>, first: usize, end: usize) -> Self {
        let Clues { numbers, times, names } = *clues;
        let words = look_up(reading, clues, first, end);
        let (chunks, starts, phrases) = (Vec::with_capacity(words.len()), Vec::with_capacity(words.len()), Vec::with_capacity(PHRASES));
        let mut parse = Self { reading, numbers, times, names, first, end, words, chunks, starts, phrases };
        let mut at = first;
        while at < end {
            let next = parse.next(at).max(at + 1);
            parse.starts.resize(parse.chunks.len(), at);
            at = next;
        }
        parse
    }

    /// The first token that is none of a dateline.
    pub fn body(&self) -> usize {
        self.reading.document().behind_dateline(self.first)
    }

    fn found(&self, index: usize) -> Option<&Word<'r>> {
        self.words.get(index.wrapping_sub(self.first))
    }

    pub fn word(&self, index: usize) -> &'r str {
        self.found(index).map_or("", |word| word.lower)
    }

    pub fn token(&self, index: usize) -> Option<Token> {
        self.found(index).map(|word| word.token)
    }

    pub fn role(&self, index: usize) -> Option<Role> {
        self.found(index)?.role
    }

    pub fn harm(&self, index: usize) -> Option<Harm> {
        self.found(index)?.harm
    }

    /// The first token of the sentence that ends behind byte `byte`.
    pub fn token_at(&self, byte: usize) -> usize {
        self.first + self.words.partition_point(|word| word.token.span.end() <= byte)
    }

    /// The token behind time number `time`.
    pub fn time_end(&self, time: usize) -> usize {
        let end = self.times[time].span.end();
        self.first + self.words.partition_point(|word| word.token.span.start() < end)
    }

    /// Index of the number that begins at token `index`.
    pub fn number_at(&self, index: usize) -> Option<usize> {
        match self.found(index) {
            Some(word) => word.number.map(|number| number as usize),
            // Behind what is read of a long sentence.
            None => self.numbers.binary_search_by_key(&(index as u32), |number| number.tokens.first).ok(),
        }
    }

    /// The name that token `index` stands in.
    pub fn name_of(&self, index: usize) -> Option<&NameMention> {
        let at = self.names.partition_point(|name| name.tokens.end as usize <= index);
        self.names.get(at).filter(|name| name.tokens.holds(index))
    }

    pub fn in_time(&self, index: usize) -> Option<usize> {
        self.found(index)?.time.map(|time| time as usize)
    }

    pub fn chunk(&self, index: usize) -> Option<&Chunk> {
        self.chunks.get(index)
    }

    pub fn verb(&self, index: usize) -> Option<&Group> {
        match self.chunk(index)? {
            Chunk::Verb(group) => Some(group),
            _ => None,
        }
    }

    pub fn noun_chunk(&self, index: usize) -> Option<usize> {
        match self.chunk(index)? {
            Chunk::Noun(phrase) => Some(*phrase),
            _ => None,
        }
    }

    /// The tokens of a phrase.
    pub fn words_of(&self, phrase: usize) -> TokenSpan {
        let phrase = &self.phrases[phrase];
        TokenSpan::new(phrase.first, phrase.end.max(phrase.first + 1))
    }

    pub fn preposition_word(&self, index: usize) -> &str {
        match self.chunk(index) {
            Some(Chunk::Preposition(token)) => self.word(*token),
            _ => "",
        }
    }

    pub fn chunk_word(&self, index: usize) -> &str {
        match self.chunks.get(index) {
            Some(Chunk::Preposition(token) | Chunk::Clause(token) | Chunk::Relative(token)) => self.word(*token),
            Some(Chunk::Noun(phrase)) => self.phrases[*phrase].head.map_or("", |head| self.word(head)),
            Some(Chunk::Verb(group)) => group.verb.map_or("", |verb| self.word(verb)),
            _ => "",
        }
    }

    fn is(&self, index: usize, test: impl Fn(&Chunk) -> bool) -> bool {
        self.chunk(index).is_some_and(test)
    }

    pub fn joins(&self, index: usize) -> bool {
        self.is(index, |chunk| matches!(chunk, Chunk::And | Chunk::Or | Chunk::AlongWith))
    }

    pub fn comma(&self, index: usize) -> bool {
        self.is(index, |chunk| matches!(chunk, Chunk::Comma))
    }

    /// The chunk behind prepositional phrases and times from `at` on.
    pub fn over_prepositions(&self, mut at: usize) -> usize {
        loop {
            match self.chunk(at) {
                Some(Chunk::Preposition(_)) if self.noun_chunk(at + 1).is_some() => at += 2,
                Some(Chunk::Preposition(_)) if matches!(self.chunk(at + 1), Some(Chunk::Time)) => at += 2,
                Some(Chunk::Time) => at += 1,
                // "43 in the delta since 2003, 12 on the coast"
                Some(Chunk::Clause(token)) if self.word(*token) == "since" && matches!(self.chunk(at + 1), Some(Chunk::Time)) => at += 2,
                _ => return at,
            }
        }
    }

    pub fn last(&self) -> Option<&Chunk> {
        self.chunks.last()
    }

    pub fn last_is_noun(&self) -> bool {
        matches!(self.last(), Some(Chunk::Noun(_)))
    }

    /// Reads one piece at `at`; returns the token behind it.
    fn next(&mut self, at: usize) -> usize {
        let Some(&Word { lower, token, role, harm, number, time }) = self.found(at) else { return at + 1 };
        match token.kind {
            TokenKind::Mark => return self.mark(at),
            TokenKind::Address => return at + 1,
            TokenKind::Number | TokenKind::Word => {}
        }
        if let Some(end) = time.and_then(|time| self.time(time as usize)) {
            return end;
        }
        match lower {
            "along" | "together" if self.reading.lower(at + 1) == "with" => return self.push(Chunk::AlongWith, at + 2),
            "as" if self.reading.reads(at + 1, &["well", "as"]) => return self.push(Chunk::AlongWith, at + 3),
            _ => {}
        }
        if number.is_some() {
            return self.noun(at);
        }
        // "it's 45": the verb.
        if token.shape.has(Shape::POSSESSIVE) && matches!(self.word(at.wrapping_sub(1)), "it" | "that" | "there" | "he" | "she" | "what") {
            return self.push(Chunk::Verb(Group { first: at, end: at + 1, be: true, ..Group::default() }), at + 1);
        }
        if let Some(harm) = harm
            && let Some(end) = self.harm_word(at, harm)
        {
            return end;
        }
        // "charged with shooting six people", but "a shooting", "the shooting of six people"
        if self.struck(at).is_some_and(|harm| harm.frame == Frame::Doing)
            && matches!(self.last(), Some(Chunk::Preposition(_) | Chunk::Comma | Chunk::Verb(_) | Chunk::And))
            && self.takes_object(at + 1)
        {
            return self.group(at);
        }
        match role {
            Some(Role::Determiner | Role::None | Role::Pronoun) => self.noun(at),
            Some(Role::OnePerson) => self.noun(at),
            Some(Role::Preposition) => self.preposition(at),
            Some(Role::Be | Role::Have | Role::Do | Role::Modal | Role::Not | Role::Verb | Role::Leaving) => self.group(at),
            Some(Role::Adverb) => at + 1,
            Some(Role::And) => self.push(Chunk::And, at + 1),
            Some(Role::Or) => self.push(Chunk::Or, at + 1),
            Some(Role::Relative) => self.relative(at),
            Some(Role::Clause) => match self.harm(at + 1).filter(|harm| harm.frame == Frame::State && !self.noun_like(at + 2)) {
                // "are still listed as missing"
                Some(harm) if self.word(at) == "as" && matches!(self.last(), Some(Chunk::Verb(_))) => {
                    self.state(at, at + 1, harm);
                    at + 2
                }
                _ => self.push(Chunk::Clause(at), at + 1),
            },
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
    fn time(&mut self, time: usize) -> Option<usize> {
        let end = self.time_end(time);
        if matches!(self.word(end), "'s" | "’s" | "old") || (self.word(end) == "-" && self.token(end + 1).is_some_and(|t| !t.is_spaced()))
        {
            return None;
        }
        self.chunks.push(Chunk::Time);
        Some(end)
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

    fn preposition(&mut self, at: usize) -> usize {
        let word = self.word(at);
        let next = self.word(at + 1);
        if word == "to" {
            let infinitive = matches!(self.role(at + 1), Some(Role::Be | Role::Have | Role::Do | Role::Verb | Role::Leaving))
                || matches!(self.harm(at + 1).map(|harm| harm.frame), Some(Frame::Do | Frame::Happen))
                || (next == "arrest" || next == "murder" || next == "massacre")
                // "to free 300 prisoners"
                || self.reading.is(at + 1, class::OUTCOME) && self.takes_object(at + 2)
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
        let released =
            matches!(word, "from" | "to") && (next == "house" || next == "captivity" || next == "custody" || next == "detention");
        let state = (released || matches!(word, "in" | "into" | "under"))
            && (matches!(next, "custody" | "detention" | "arrest" | "captivity")
                || matches!(self.word(at + 2), "custody" | "detention") && self.noun_like(at + 1)
                || matches!(next, "police" | "house" | "military") && self.word(at + 2) == "arrest");
        if state {
            let token = if matches!(self.word(at + 2), "custody" | "arrest" | "detention") { at + 2 } else { at + 1 };
            if let Some(harm) = self.harm(token)
                && !matches!(self.word(at.wrapping_sub(1)), "sentenced" | "committed")
            {
                self.state(at, token, Harm { frame: Frame::State, ..harm });
                return token + 1;
            }
        }
        self.push(Chunk::Preposition(at), at + 1)
    }
}
