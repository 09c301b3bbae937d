//! Noun phrases that name a speaker: where they begin and end, and which of their words are kept.

use super::words::{Joins, REPORTING, is, is_adverb, is_capital, is_mark, is_possessive};
use crate::fact::{EntityKind, NameMention};
use crate::lexicon::Reading;
use crate::lexicon::en::class;
use crate::lexicon::en::grammar::{GRAMMAR, Role};
use crate::lexicon::en::joint::Joint;
use crate::text::{ByteSpan, TokenKind, TokenSpan};

/// Longest noun phrase that is looked at, in tokens.
pub const LONGEST: usize = 24;

/// The text with its names, for finding noun phrases.
#[derive(Clone, Copy)]
pub struct Phrases<'a> {
    /// The text.
    pub reading: &'a Reading,
    /// Names of the block and of the line below, in order.
    pub names: &'a [NameMention],
    /// The tokens of the block.
    pub tokens: TokenSpan,
}

impl Phrases<'_> {
    /// The noun phrase that begins at token `first` and ends before `high`: "said [the mayor of the town], …".
    pub fn starting_at(&self, first: usize, high: usize) -> Option<ByteSpan> {
        let reading = self.reading;
        if first >= high {
            return None;
        }
        // "one officer", "some of the crew": no pronoun.
        let alone =
            is_mark(reading, first + 1) || is(reading, first + 1, Joint::all()) && reading.lower(first + 1) != "of" || first + 1 == high;
        if is(reading, first, Joint::PRONOUN) && (alone || is(reading, first, Joint::PERSONAL)) {
            return self.span(first, first + 1);
        }
        let high = high.min(first + LONGEST);
        let mut end = first;
        while end < high {
            let word = reading.lower(end);
            let token = reading.document().tokens()[end];
            let inner_mark = matches!(word, "-" | "&" | "/" | "." | "'" | "’") && !token.is_spaced();
            let stop = match token.kind {
                TokenKind::Mark => !inner_mark || (word == "." && end + 1 >= high),
                TokenKind::Word => {
                    let joins = Joins::of(reading, end);
                    end > first
                        && token.is_spaced()
                        && (joins.any(Joint::OPENER.and(Joint::AUXILIARY).and(Joint::DAY))
                            || word == "and"
                            || joins.any(Joint::PREPOSITION) && !matches!(word, "of" | "for"))
                }
                TokenKind::Number => false,
                TokenKind::Address => end > first,
            };
            if stop {
                break;
            }
            end += 1;
        }
        (end > first && self.begins_phrase(first)).then(|| self.narrow(first, end))
    }

    /// The first noun phrase of the clause that begins at `low`: who acts, when a later verb shares its subject.
    pub fn first(&self, low: usize, high: usize) -> Option<ByteSpan> {
        let reading = self.reading;
        let mut first = low;
        if is(reading, first, Joint::PREPOSITION.and(Joint::OPENER)) || self.is_participle(first) || is_adverb(reading, first) {
            let comma = (first..high.min(first + 30)).find(|&at| reading.lower(at) == ",")?;
            first = comma + 1;
        }
        while first < high && is(reading, first, Joint::CONJUNCTION.and(Joint::ADVERB)) {
            first += 1;
        }
        if first >= high {
            return None;
        }
        let name = self.names.partition_point(|name| (name.tokens.first as usize) < first);
        if let Some(name) = self.names.get(name)
            && name.tokens.first as usize <= first + 6
            && name.kind == EntityKind::Person
            && (name.tokens.end as usize) < high
            && !is_possessive(reading, name.tokens.end as usize)
            && (first..name.tokens.first as usize).all(|at| !self.is_verb(at))
        {
            return Some(name.span);
        }
        if is(reading, first, Joint::PRONOUN) {
            return self.span(first, first + 1);
        }
        let mut end = first;
        // A run of capitals is a name, and what follows it the verb.
        let named = is_capital(reading, first) && !reading.is(first, class::OPENER);
        while named && end < high.min(first + 6) && self.is_name_like(end) {
            end += 1;
        }
        // One word at the head of a sentence has its capital from there: "Small groups".
        let named = named && (end > first + 1 || self.is_verb(end) || is_mark(reading, end));
        while end < high.min(first + 6) && (!named || end == first) {
            let verb = self.is_verb(end) || is(reading, end, Joint::AUXILIARY) || reading.is(end, REPORTING) && end > first;
            if verb || is(reading, end, Joint::OPENER) || is_mark(reading, end) {
                break;
            }
            end += 1;
            let people = class::ROLE.union(class::SOURCE).union(class::PERSON).union(class::COLLECTIVE);
            if reading.is(end - 1, people) && !reading.is(end, people) {
                break;
            }
        }
        (end > first && self.begins_phrase(first)).then(|| self.narrow(first, end))
    }

    /// The token before the bracket that `close` closes.
    pub fn open_bracket(&self, low: usize, close: usize) -> Option<usize> {
        let open = (low.max(close.saturating_sub(14))..close).rev().find(|&at| self.reading.lower(at) == "(")?;
        open.checked_sub(1).filter(|&at| at >= low)
    }

    /// Whether token `at` can be part of a person's or a body's name.
    pub fn is_name_like(&self, at: usize) -> bool {
        let Some(token) = self.reading.document().tokens().get(at) else { return false };
        token.is_capitalised()
            || token.kind == TokenKind::Mark && matches!(self.reading.lower(at), "-" | "." | "’" | "'")
            || self.reading.is(at, class::PARTICLE)
    }

    /// Whether token `at` is a form in -ing that no name holds.
    pub fn is_participle(&self, at: usize) -> bool {
        let word = self.reading.lower(at);
        word.len() > 4 && word.ends_with("ing") && (!is_capital(self.reading, at) || self.reading.is(at, REPORTING))
    }

    /// Whether token `at` is a finite verb or a past participle, as far as its form or the table of grammar tells.
    pub fn is_verb(&self, at: usize) -> bool {
        let Some(token) = self.reading.document().tokens().get(at).filter(|token| !token.is_capitalised()) else { return false };
        if token.kind == TokenKind::Mark {
            return false;
        }
        let word = self.reading.lower(at);
        let form = || {
            GRAMMAR
                .get(word)
                .is_some_and(|role| matches!(role, Role::Verb | Role::Leaving | Role::Be | Role::Have | Role::Do | Role::Modal))
        };
        is(self.reading, at, Joint::AUXILIARY)
            || word.len() > 4 && word.ends_with("ed") && !matches!(word, "united" | "armed" | "hundred" | "seed" | "speed" | "breed")
            || self.reading.is(at, class::GRAMMAR) && form()
    }

    /// Whether token `at` is a preposition by the table of grammar.
    pub fn is_preposition(&self, at: usize) -> bool {
        self.reading.is(at, class::GRAMMAR) && GRAMMAR.get(self.reading.lower(at)) == Some(&Role::Preposition)
    }

    /// Whether a noun phrase can begin with token `at`.
    pub fn begins_phrase(&self, at: usize) -> bool {
        let reading = self.reading;
        let joins = Joins::of(reading, at);
        !is_mark(reading, at)
            && (!joins.any(Joint::DAY) || is_possessive(reading, at + 1))
            && (!joins.any(Joint::OPENER.and(Joint::PREPOSITION).and(Joint::AUXILIARY).and(Joint::CONJUNCTION).and(Joint::ADVERB))
                || joins.any(Joint::DETERMINER))
            && !matches!(reading.lower(at), "not" | "there" | "what" | "how" | "here" | "that")
    }

    /// The phrase without appositions, brackets and modifiers behind its head; the name alone where a name is the head.
    pub fn narrow(&self, first: usize, end: usize) -> ByteSpan {
        let reading = self.reading;
        let mut head = first;
        while head < end {
            if head > first
                && (matches!(reading.lower(head), "," | "(") || is(reading, head, Joint::PREPOSITION) && self.name_at(head).is_none())
            {
                break;
            }
            head += 1;
        }
        let name = self.names.partition_point(|name| (name.tokens.end as usize) < head);
        let name = self.names[name..].iter().take(2).find(|name| name.tokens.end as usize == head && name.tokens.first as usize >= first);
        if let Some(name) = name
            && name.kind != EntityKind::Nationality
        {
            return name.span;
        }
        let kept = if head < end && matches!(reading.lower(head), "," | "(") { head } else { end };
        self.span(first, kept).unwrap_or_default()
    }

    /// The name that holds token `at`.
    pub fn name_at(&self, at: usize) -> Option<&NameMention> {
        let next = self.names.partition_point(|name| name.tokens.end as usize <= at);
        self.names.get(next).filter(|name| name.tokens.holds(at))
    }

    /// Index of the first token of the text that ends behind byte `byte`, looked for in the block first.
    pub fn token_at(&self, byte: usize) -> usize {
        self.reading.document().token_near(self.tokens, byte)
    }

    /// The bytes of some tokens.
    pub fn span(&self, first: usize, end: usize) -> Option<ByteSpan> {
        let span = self.reading.document().span_of(TokenSpan::new(first, end));
        (!span.is_empty()).then_some(span)
    }
}
