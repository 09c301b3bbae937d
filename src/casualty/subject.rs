//! The subject of a verb group: walking left from it over times, insertions, relative clauses and other verbs.

use super::chunk::{Chunk, Parse, Phrase};
use super::frame::Victims;
use crate::fact::EntityKind;
use crate::lexicon::en::class;
use crate::lexicon::en::effect::Frame;
use crate::lexicon::en::speech::{Speech, VERBS};

impl Parse<'_> {
    /// The subject of the verb group in chunk `index`, whatever the verb is.
    pub fn subject_of(&self, index: usize) -> Victims {
        let Some(before) = index.checked_sub(1) else { return Victims::default() };
        // "with 200 people sheltering in": a bare participle belongs to the noun before it.
        let bare = self.verb(index).is_some_and(|group| {
            !group.be && !group.have && group.modal.is_none() && group.verb.is_some_and(|verb| self.word(verb).ends_with("ing"))
        });
        if bare && let Some(phrase) = self.noun_chunk(before) {
            return Victims { whole: vec![phrase], parts: Vec::new(), rule: "participle" };
        }
        self.subject_from(index)
    }

    /// What stands before chunk `index` as its subject.
    pub fn subject_from(&self, index: usize) -> Victims {
        self.subject(index, 0)
    }

    /// The subject of the verb group in chunk `index`, walking left over what stands between.
    pub fn subject(&self, index: usize, depth: usize) -> Victims {
        let mut victims = Victims::default();
        if depth > 4 {
            return victims;
        }
        let mut at = index;
        let mut antecedent = false;
        // A comma was passed that may close an insertion.
        let mut closed = false;
        // A finite verb was passed, whose subject stands next.
        let mut embedded = false;
        let mut steps = 0;
        while at > 0 && steps < 40 {
            steps += 1;
            at -= 1;
            match self.chunks[at] {
                Chunk::Time | Chunk::Open => {}
                Chunk::Close => {
                    let close = at;
                    while at > 0 && !matches!(self.chunks[at], Chunk::Open) {
                        at -= 1;
                    }
                    // "eight others (three soldiers and five nuns) were hurt", but not "200 people (40 families)"
                    let told: Vec<usize> = (at..close)
                        .filter_map(|at| self.noun_chunk(at))
                        .filter(|&phrase| self.phrases[phrase].number.is_some() && self.phrases[phrase].person.is_some())
                        .collect();
                    if told.len() > 1 {
                        victims.parts.extend(told);
                    }
                }
                Chunk::Relative(_) => antecedent = true,
                // "six priests, five of them Spaniards, who were killed"
                Chunk::Comma if antecedent => {
                    if at >= 3
                        && let Some(phrase) = self.noun_chunk(at - 1)
                        && self.phrases[phrase].partitive
                        && self.phrases[phrase].number.is_some()
                        && self.comma(at - 2)
                    {
                        victims.parts.push(phrase);
                        at -= 2;
                    }
                }
                Chunk::Comma => match self.parenthesis(at, &mut victims) {
                    Some(start) => {
                        at = start;
                        closed = true;
                    }
                    None => return victims,
                },
                Chunk::AlongWith => return victims,
                Chunk::And | Chunk::Or => {
                    let Some(mut before) = at.checked_sub(1) else { return victims };
                    // "opened fire and was shot", "disappeared at sea and were presumed dead": the verb before.
                    let mut back = 0;
                    while back < 10
                        && before > 0
                        && (matches!(self.chunks[before], Chunk::Noun(_) | Chunk::Preposition(_) | Chunk::Time | Chunk::Comma)
                            || back > 0 && self.verb(before).is_some_and(|group| group.infinitive && !group.be && !group.have))
                    {
                        before -= 1;
                        back += 1;
                    }
                    if back > 0
                        && let Some(group) = self.verb(before).copied()
                    {
                        let passive = self.verb(index).is_some_and(|group| group.be || group.have);
                        if passive && !group.infinitive {
                            return self.subject(before, depth + 1);
                        }
                        return victims;
                    }
                    // "were shot and wounded", "was captured, tried and executed".
                    if let Some(group) = self.verb(before).copied() {
                        let same = group.be || group.have || group.harm.is_some_and(|(_, harm)| harm.frame == Frame::Happened);
                        if group.verb.is_some() || group.harm.is_some() {
                            let found = if same || group.harm.is_none() {
                                self.subject(before, depth + 1)
                            } else {
                                self.victims_of_depth(before, depth + 1)
                            };
                            victims.whole.extend(found.whole);
                            victims.parts.extend(found.parts);
                        }
                    }
                    return victims;
                }
                Chunk::Noun(_) if self.is_inserted_age(at) => at -= 1,
                // "250 fighters, who he said were killed"
                Chunk::Noun(_)
                    if at + 1 == index
                        && at > 0
                        && matches!(self.chunks[at - 1], Chunk::Relative(_))
                        && self.verb(index).is_some_and(|group| self.takes_clause(group.first) && group.end > group.first + 1) => {}
                // "a house where three people were killed": who was killed is not who is told of.
                Chunk::Noun(_)
                    if embedded && at > 0 && matches!(self.chunks[at - 1], Chunk::Clause(token) if self.word(token) == "where") =>
                {
                    at -= 1;
                    embedded = false;
                }
                Chunk::Noun(phrase) => {
                    let before = at.checked_sub(1);
                    let governed = before.is_some_and(|before| matches!(self.chunks[before], Chunk::Preposition(_)));
                    let somebody =
                        |phrase: &Phrase| phrase.number.is_some() || phrase.age || phrase.person.is_some() || self.names_person(phrase);
                    if governed && !(antecedent && somebody(&self.phrases[phrase])) {
                        at -= 1;
                        // "a total of 12", "a group of men": the number may stand inside.
                        if at == 0 && self.phrases[phrase].number.is_some() {
                            victims.whole.push(phrase);
                            return victims;
                        }
                        continue;
                    }
                    // "the men who attacked the post were killed"
                    // "two men guarding the post were killed"
                    if let Some(before) = before
                        && before > 0
                        && self.noun_chunk(before - 1).is_some()
                        && self.verb(before).is_some_and(|group| {
                            !group.be
                                && !group.have
                                && group.harm.is_none()
                                && group.verb.is_some_and(|verb| self.word(verb).ends_with("ing"))
                        })
                    {
                        at = before;
                        continue;
                    }
                    if let Some(relative) = before.and_then(|before| self.relative_before(before)) {
                        at = relative + 1;
                        continue;
                    }
                    // "Khan, who moved millions with his songs, died"
                    if closed && let Some(comma) = before.and_then(|before| self.inserted_relative(before)) {
                        at = comma;
                        continue;
                    }
                    victims.whole.push(phrase);
                    self.gather_left(at, &mut victims);
                    return victims;
                }
                Chunk::Verb(group) => {
                    // A chain of verbs without a noun between: "are said to have been killed".
                    if group.harm.is_some() && !group.be {
                        return victims;
                    }
                    antecedent = false;
                    embedded = group.be || group.have;
                }
                Chunk::Including => {
                    // "Five people, including two women, were": reached only without commas.
                    victims.parts.append(&mut victims.whole);
                }
                Chunk::Preposition(_) => {}
                Chunk::Dash => {
                    let open = (at.saturating_sub(14)..at).rev().find(|&left| matches!(self.chunks[left], Chunk::Dash));
                    let Some(open) = open.filter(|&open| matches!(self.chunks[open + 1], Chunk::Including | Chunk::Noun(_))) else {
                        return victims;
                    };
                    at = open;
                }
                Chunk::Clause(_) | Chunk::Break => return victims,
            }
        }
        victims
    }

    /// "Peruvians who were killed": the verb says that its subject is more than one.
    pub fn is_many(&self, phrase: usize, index: usize) -> bool {
        let Some(group) = self.verb(index).filter(|group| group.be) else { return false };
        let plural = group.modal.is_none() && matches!(self.word(group.first), "were" | "are" | "have" | "weren't" | "aren't");
        let relative = index >= 2 && matches!(self.chunks[index - 1], Chunk::Relative(_));
        let subject = index.wrapping_sub(if relative { 2 } else { 1 });
        plural && self.noun_chunk(subject) == Some(phrase) && !self.joins(subject.wrapping_sub(1))
    }

    /// "Zalina, 58, who": a bare number between commas behind a name.
    fn is_inserted_age(&self, at: usize) -> bool {
        let Some(phrase) = self.noun_chunk(at) else { return false };
        let found = &self.phrases[phrase];
        found.number.is_some()
            && found.head.is_none()
            && at >= 2
            && self.comma(at - 1)
            && self.comma(at + 1)
            && self.noun_chunk(at - 2).is_some_and(|before| self.phrases[before].number.is_none())
            && self.numbers.get(found.number.unwrap_or(usize::MAX)).is_some_and(|number| number.digits && number.value < 120.0)
    }

    /// The relative pronoun of the clause whose verb stands in chunk `verb`: "the men who attacked the post".
    pub fn relative_before(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        for _ in 0..7 {
            match self.chunks.get(at)? {
                Chunk::Verb(group) => {
                    let speaks = group.verb.is_some_and(|verb| self.takes_clause(verb)) || group.leaving;
                    if speaks {
                        return None;
                    }
                }
                Chunk::Noun(_) | Chunk::Preposition(_) | Chunk::Time => {}
                Chunk::Relative(_) => return (at > 0 && self.noun_chunk(at - 1).is_some()).then_some(at),
                _ => return None,
            }
            at = at.checked_sub(1)?;
        }
        None
    }

    /// The comma before "who" or "which" of the clause whose verb stands in chunk `verb`, behind a noun.
    fn inserted_relative(&self, verb: usize) -> Option<usize> {
        let relative = (verb.saturating_sub(3)..=verb).rev().find(|&at| matches!(self.chunks[at], Chunk::Relative(_)))?;
        let comma = relative.checked_sub(1).filter(|&at| self.comma(at))?;
        self.verb(verb)?;
        self.noun_chunk(comma.checked_sub(1)?).map(|_| comma)
    }

    /// Whether the head of a phrase stands in a name of a person.
    pub fn names_person(&self, phrase: &Phrase) -> bool {
        phrase.head.and_then(|head| self.name_of(head)).is_some_and(|name| name.kind == EntityKind::Person)
    }

    /// A verb of speech that a clause may follow: "said", but not "attacked".
    fn takes_clause(&self, verb: usize) -> bool {
        self.reading.is(verb, class::SPEECH) && !matches!(VERBS.get(self.word(verb)), Some(Speech::Description | Speech::Infinitive))
    }

    /// At a comma before a verb: skips the insertion that it closes. Returns the comma (or bracket) that opens it.
    pub fn parenthesis(&self, close: usize, victims: &mut Victims) -> Option<usize> {
        let open =
            (close.saturating_sub(24)..close).rev().find(|&at| matches!(self.chunks[at], Chunk::Comma) && !self.noun_list_comma(at))?;
        // What stands before it must be a noun phrase, or a prepositional phrase behind one.
        let before = open.checked_sub(1)?;
        if !matches!(self.chunks[before], Chunk::Noun(_) | Chunk::Time | Chunk::Close) {
            return None;
        }
        match self.chunks[open + 1] {
            Chunk::Including => {
                for at in open + 2..close {
                    if let Chunk::Noun(phrase) = self.chunks[at]
                        && !matches!(self.chunks[at - 1], Chunk::Preposition(_))
                    {
                        victims.parts.push(phrase);
                    }
                }
            }
            Chunk::Noun(phrase) if self.phrases[phrase].partitive && self.phrases[phrase].number.is_some() => victims.parts.push(phrase),
            Chunk::Clause(_) => return None,
            Chunk::Noun(_) if (open + 1..close).any(|at| matches!(self.chunks[at], Chunk::Verb(group) if group.be || group.have)) => {
                return None;
            }
            // "three others, a nurse and two drivers, were wounded"
            Chunk::Noun(_) if (open + 1..close).any(|at| matches!(self.chunks[at], Chunk::And)) => {
                let told: Vec<usize> = (open + 1..close)
                    .filter(|&at| !matches!(self.chunks[at - 1], Chunk::Preposition(_)))
                    .filter_map(|at| self.noun_chunk(at))
                    .collect();
                let people = told.iter().all(|&phrase| self.phrases[phrase].person.is_some());
                if people && told.iter().any(|&phrase| self.phrases[phrase].number.is_some()) {
                    victims.parts.extend(told);
                }
            }
            _ => {}
        }
        Some(open)
    }

    /// Whether the comma stands inside the list of an "including" phrase.
    fn noun_list_comma(&self, at: usize) -> bool {
        let mut back = at;
        while back > 0 && at - back < 8 {
            back -= 1;
            match self.chunks[back] {
                Chunk::Including => return true,
                Chunk::Noun(_) | Chunk::And | Chunk::Preposition(_) => {}
                _ => return false,
            }
        }
        false
    }

    /// "X and seven others were freed hours after their abduction": the subject of the clause before.
    pub fn antecedent(&self, index: usize) -> Option<Victims> {
        let verb = (0..index).rev().find(|&at| self.verb(at).is_some_and(|group| group.be))?;
        let victims = self.subject(verb, 1);
        (!victims.whole.is_empty()).then_some(Victims { rule: "their-harm", ..victims })
    }

    /// Whether the noun phrase in chunk `at` is the subject of a verb behind it.
    pub fn is_subject(&self, at: usize) -> bool {
        let next = self.over_prepositions(at + 1);
        match self.chunk(next) {
            Some(Chunk::Verb(group)) => {
                // "and injured 12" is another predicate, "the man carrying" is no clause.
                let gerund = group.verb.is_some_and(|verb| self.word(verb).ends_with("ing")) && !group.be;
                let doing = group.harm.is_some_and(|(_, harm)| harm.frame == Frame::Doing) && !group.be;
                !(gerund || doing || (group.infinitive && !group.be && !group.have))
            }
            _ => false,
        }
    }
}
