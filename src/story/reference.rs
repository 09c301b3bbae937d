//! Who is meant by "he", "her" and "the Russian president": one pass over the text with those last spoken of at hand.

use std::collections::VecDeque;

use super::cast::Cast;
use super::role::{Offices, country_in};
use crate::fact::{EntityId, EntityKind, Mention, MentionForm, NameMention, Quote, QuoteForm};
use crate::lexicon::Reading;
use crate::lexicon::en::class;
use crate::lexicon::en::gender::{self, Gender};
use crate::lexicon::en::role::{ROLES, RoleNoun};
use crate::text::{ByteSpan, Sentence, Shape, TokenKind, TokenSpan};

/// How many sentences back a pronoun reaches.
const REACH: usize = 3;

/// People of one sentence kept in mind at most.
const CROWD: usize = 32;

/// A person spoken of in a sentence.
#[derive(Clone, Copy)]
struct Person {
    entity: EntityId,
    /// One past its last token.
    end: usize,
    /// Acts in the sentence: neither in the genitive nor behind a preposition.
    acts: bool,
}

/// Who was last spoken of, up to a sentence.
#[derive(Default)]
pub struct Memory {
    /// The people of the last sentences, the latest first.
    recent: VecDeque<Vec<Person>>,
    next_name: usize,
    /// The next quote that may reach into a sentence.
    next_quote: usize,
    /// The next that does not begin before it.
    next_begun: usize,
    /// The last token at which each entity was spoken of.
    last_seen: Vec<usize>,
}

impl Memory {
    /// Adds to the cast the mentions by pronoun and by role in sentence number `at`, if there is one; all sentences are read in order.
    pub fn resolve(
        &mut self,
        reading: &Reading,
        at: usize,
        names: &[NameMention],
        quotes: &[Quote],
        offices: &Offices,
        cast: &mut Cast,
    ) -> bool {
        let Some(sentence) = reading.sentences().get(at) else { return false };
        self.last_seen.resize(cast.entities.len(), 0);
        let over = |quote: &Quote| quote.form != QuoteForm::Direct || quote.span.end() <= sentence.span.start();
        self.next_quote += quotes.get(self.next_quote..).unwrap_or_default().iter().take_while(|quote| over(quote)).count();
        let mut quoted: Vec<ByteSpan> = Vec::new();
        while let Some(quote) = quotes.get(self.next_quote)
            && quote.span.start() < sentence.span.end()
        {
            if quote.form == QuoteForm::Direct {
                quoted.push(quote.span);
                if quote.span.end() > sentence.span.end() {
                    break;
                }
            }
            self.next_quote += 1;
        }
        let Self { recent, next_name, next_begun, last_seen, .. } = self;
        // Reports lie within a sentence; quotes are in text order.
        let before = |quote: &&Quote| quote.span.start() < sentence.span.start();
        *next_begun += quotes.get(*next_begun..).unwrap_or_default().iter().take_while(before).count();
        let inner = quotes[*next_begun..].iter().take_while(|quote| quote.span.start() < sentence.span.end());
        let mut told: Vec<(ByteSpan, ByteSpan)> =
            inner.filter(|quote| quote.form != QuoteForm::Direct).filter_map(|quote| Some((quote.speaker_span?, quote.span))).collect();
        told.sort_unstable_by_key(|(speaker, words)| (speaker.start(), words.start()));
        let people = Resolver { reading, names, offices, cast, told, next_name, last_seen }.read(sentence, &quoted, recent);
        if !people.is_empty() {
            recent.push_front(people);
            recent.truncate(REACH);
        }
        true
    }
}

struct Resolver<'a> {
    reading: &'a Reading,
    names: &'a [NameMention],
    offices: &'a Offices,
    cast: &'a mut Cast,
    /// The words that name a speaker in the sentence, in order, with those that he or she is said to have said.
    told: Vec<(ByteSpan, ByteSpan)>,
    next_name: &'a mut usize,
    last_seen: &'a mut [usize],
}

impl Resolver<'_> {
    fn read(&mut self, sentence: &Sentence, quoted: &[ByteSpan], recent: &VecDeque<Vec<Person>>) -> Vec<Person> {
        let mut people: Vec<Person> = Vec::new();
        let mut at = sentence.tokens.first as usize;
        let end = sentence.tokens.end as usize;
        while at < end {
            while self.names.get(*self.next_name).is_some_and(|name| (name.tokens.first as usize) < at) {
                *self.next_name += 1;
            }
            let Some(&token) = self.reading.document().tokens().get(at) else { break };
            let inside = || inside_any(quoted, token.span);
            if let Some(name) = self.names.get(*self.next_name)
                && name.tokens.first as usize == at
            {
                let (id, after) = (self.cast.of_name[*self.next_name], name.tokens.end as usize);
                if name.kind == EntityKind::Person {
                    self.last_seen[id] = at;
                    if !inside() {
                        let acts = self.acts(at, after);
                        people.push(Person { entity: id, end: after, acts });
                    }
                }
                at = after.max(at + 1);
                continue;
            }
            if token.kind != TokenKind::Word {
                at += 1;
                continue;
            }
            if self.reading.is(at, class::ROLE) && !token.shape.has(Shape::POSSESSIVE) {
                if let Some((id, span)) = self.role(at, sentence) {
                    self.mention(id, span, MentionForm::Role, at);
                    if !inside() {
                        let acts = self.acts(self.reading.document().token_at(span.start()), at + 1);
                        people.push(Person { entity: id, end: at + 1, acts });
                    }
                }
            } else if token.span.len() <= 7
                && let Some((gender, possessive)) = pronoun(self.reading.lower(at))
                && !inside()
                && let Some((id, certain)) = self.antecedent(at, sentence, gender, possessive, &people, recent)
            {
                self.mention(id, token.span, MentionForm::Pronoun, at);
                if certain {
                    self.cast.genders[id] = self.cast.genders[id].or(Some(gender));
                }
                if !possessive {
                    people.push(Person { entity: id, end: at + 1, acts: true });
                }
            }
            at += 1;
            if people.len() >= CROWD {
                // Who acts first in the sentence stays, the others as far as they are near.
                people.drain(1..CROWD / 2);
            }
        }
        people
    }

    fn mention(&mut self, id: EntityId, span: ByteSpan, form: MentionForm, at: usize) {
        self.cast.entities[id].mentions.push(Mention { span, form });
        self.last_seen[id] = at;
    }

    /// Whether a phrase acts: no possessive behind it, no preposition before it.
    fn acts(&self, first: usize, end: usize) -> bool {
        let possessive = self.reading.document().tokens().get(end).is_some_and(|token| token.shape.has(Shape::POSSESSIVE));
        // Titles and articles stand between a preposition and a name.
        let mut before = first;
        for _ in 0..5 {
            let Some(previous) = before.checked_sub(1) else { break };
            let word = self.reading.lower(previous);
            let title = self.reading.is(previous, class::ROLE.union(class::TITLE)) || matches!(word, "the" | "a" | "an");
            let people = self.names.get(self.next_name.wrapping_sub(1)).is_some_and(|name| name.tokens.holds(previous));
            if !title && !people {
                break;
            }
            before = previous;
        }
        let word = self.reading.lower(before.wrapping_sub(1));
        let preposition = matches!(
            word,
            "of" | "with"
                | "by"
                | "to"
                | "for"
                | "from"
                | "against"
                | "about"
                | "on"
                | "over"
                | "between"
                | "like"
                | "behind"
                | "if"
                | "under"
        );
        !possessive && !preposition
    }

    fn fits(&self, id: EntityId, gender: Gender) -> bool {
        self.cast.genders[id].is_none_or(|known| known == gender)
    }

    /// Who a pronoun at `at` means, and whether nobody else comes into question.
    fn antecedent(
        &self,
        at: usize,
        sentence: &Sentence,
        gender: Gender,
        possessive: bool,
        people: &[Person],
        recent: &VecDeque<Vec<Person>>,
    ) -> Option<(EntityId, bool)> {
        let pick = |pool: &[Person]| -> Option<EntityId> {
            let fitting = || pool.iter().filter(|person| self.fits(person.entity, gender));
            // "she": an unknown person yields to one known to be a woman.
            let known = fitting().find(|person| gender == Gender::Female && self.cast.genders[person.entity] == Some(gender));
            known.or_else(|| fitting().find(|person| person.acts)).or_else(|| fitting().next_back()).map(|person| person.entity)
        };
        let sole =
            |id: EntityId, pool: &[Person]| pool.iter().filter(|person| self.fits(person.entity, gender)).all(|person| person.entity == id);
        if possessive
            && let Some(person) = people.last().filter(|person| self.fits(person.entity, gender))
            && self.relative(person.end, at)
        {
            return Some((person.entity, false));
        }
        // "Ann Bell would win, she said": who speaks is looked for outside of what is said, at first.
        let document = self.reading.document();
        let pronoun = document.tokens().get(at).map_or(ByteSpan::default(), |token| token.span);
        let first = self.told.partition_point(|(speaker, _)| speaker.start() < pronoun.start());
        let said: Vec<ByteSpan> =
            self.told[first..].iter().take_while(|(speaker, _)| *speaker == pronoun).map(|(_, words)| *words).collect();
        if !said.is_empty() {
            let spoken =
                |person: &Person| document.tokens().get(person.end.wrapping_sub(1)).is_some_and(|last| inside_any(&said, last.span));
            let outside: Vec<Person> = people.iter().copied().filter(|person| !spoken(person)).collect();
            let before = pick(&outside).map(|id| (id, sole(id, &outside)));
            let actor = || recent.front().and_then(|pool| pool.iter().find(|person| person.acts && self.fits(person.entity, gender)));
            if let Some(found) = before.or_else(|| actor().map(|person| (person.entity, false))) {
                return Some(found);
            }
        }
        if let Some(id) = pick(people) {
            return Some((id, sole(id, people)));
        }
        if let Some(id) = self.ahead(at, sentence).filter(|&id| self.fits(id, gender)) {
            return Some((id, false));
        }
        for (back, pool) in recent.iter().enumerate() {
            if let Some(id) = pick(pool) {
                return Some((id, back == 0 && sole(id, pool)));
            }
        }
        None
    }

    /// Whether "who" stands behind a person and no comma between it and `at`: "with X, who voiced his readiness".
    fn relative(&self, end: usize, at: usize) -> bool {
        let who = end + usize::from(self.reading.lower(end) == ",");
        self.reading.lower(who) == "who" && at > who && at < who + 12 && (who..at).all(|token| self.reading.lower(token) != ",")
    }

    /// The subject behind the opening phrase in which the pronoun stands: "In his speech, X said".
    fn ahead(&self, at: usize, sentence: &Sentence) -> Option<EntityId> {
        let first = sentence.tokens.first as usize;
        let opening = self.reading.lower(first);
        let opens = opening.ends_with("ing") && opening.len() > 4
            || matches!(
                opening,
                "in" | "after"
                    | "before"
                    | "during"
                    | "despite"
                    | "while"
                    | "when"
                    | "as"
                    | "with"
                    | "on"
                    | "at"
                    | "for"
                    | "since"
                    | "asked"
            );
        if !opens || at > first + 20 {
            return None;
        }
        let comma = (at..(sentence.tokens.end as usize).min(at + 30)).find(|&token| self.reading.lower(token) == ",")?;
        let next = self.names.partition_point(|name| (name.tokens.first as usize) <= comma);
        let name = self.names.get(next).filter(|name| name.kind == EntityKind::Person)?;
        let title = (comma + 1..name.tokens.first as usize).all(|token| self.reading.is(token, class::ROLE.union(class::TITLE)));
        (title && (name.tokens.first as usize) < comma + 4).then(|| self.cast.of_name[next])
    }

    /// Who "the Russian president" or "the president" is, by the noun at `at`; with the words.
    fn role(&self, at: usize, sentence: &Sentence) -> Option<(EntityId, ByteSpan)> {
        let reading = self.reading;
        let document = reading.document();
        let noun = reading.lower(at);
        let candidates = self.offices.with(noun);
        if candidates.is_empty() {
            return None;
        }
        let low = sentence.tokens.first as usize;
        let mut first = at;
        while first > low && at - first < 5 && !matches!(reading.lower(first), "the" | "his" | "her") {
            let before = document.tokens().get(first - 1)?;
            if before.kind == TokenKind::Mark && reading.lower(first - 1) != "-" {
                return None;
            }
            first -= 1;
        }
        if reading.lower(first) != "the" {
            return None;
        }
        // The noun heads the phrase: no other noun of office and no name behind it ("the minister X", "the police chief's").
        let next_name = self.names.partition_point(|name| (name.tokens.first as usize) <= at);
        let named = self.names.get(next_name).is_some_and(|name| {
            let start = name.tokens.first as usize;
            name.kind == EntityKind::Person
                && (start == at + 1
                    || start == at + 2
                        && reading.lower(at + 1) == ","
                        && !document.tokens().get(name.tokens.end as usize).is_some_and(|token| token.shape.has(Shape::POSSESSIVE)))
        });
        if named || reading.is(at + 1, class::ROLE) {
            return None;
        }
        let mut end = at + 1;
        if reading.lower(end) == "of"
            && let Some(name) = self.names.get(next_name)
            && name.tokens.first as usize <= end + 2
            && name.kind == EntityKind::Place
        {
            end = name.tokens.end as usize;
        }
        let tokens = TokenSpan::new(first, end);
        let country = country_in(reading, self.names, tokens);
        let common = ROLES.get(noun).is_some_and(|kind| matches!(kind, RoleNoun::Occupation | RoleNoun::Kin)) || noun == "leader";
        let qualified = at > first + 1;
        let found = match country {
            Some(country) => {
                candidates.iter().filter(|office| office.country == Some(country)).max_by_key(|office| self.last_seen[office.holder])
            }
            None if common || qualified => {
                candidates.first().filter(|one| !qualified && candidates.iter().all(|office| office.holder == one.holder))
            }
            None => candidates.iter().filter(|office| self.last_seen[office.holder] > 0).max_by_key(|office| self.last_seen[office.holder]),
        };
        let holder = found?.holder;
        // Only someone spoken of before.
        (self.last_seen[holder] < at).then(|| (holder, document.span_of(tokens)))
    }
}

/// He or she, and whether in the genitive.
fn pronoun(word: &str) -> Option<(Gender, bool)> {
    match word {
        "he" | "him" | "himself" | "his" | "she" | "her" | "herself" | "hers" => {
            Some((gender::of_word(word)?, matches!(word, "his" | "her" | "hers")))
        }
        _ => None,
    }
}

/// Whether one of the spans, in text order and apart, holds `span`.
fn inside_any(spans: &[ByteSpan], span: ByteSpan) -> bool {
    let next = spans.partition_point(|other| other.end() <= span.start());
    spans.get(next).is_some_and(|other| other.contains(span))
}
