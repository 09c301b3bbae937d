//! From a word of harm to its victims, by the structure of the clause.
//!
//! | frame | victims |
//! |---|---|
//! | passive, state, "died" | the subject, its coordinates, and parts ("including …") |
//! | active, "-ing" | the object with the same |
//! | bare participle ("12 killed", "people killed in") | the noun phrase right before it |
//! | "death of", "X's murder" | the phrase behind "of", or the possessor |
//! | participles joined ("shot and wounded") | the victims of the first |

use super::chunk::{Chunk, Group, Opening, Parse};
use crate::fact::Effect;
use crate::lexicon::en::class;
use crate::lexicon::en::effect::Frame;

/// The victims of one word of harm: phrases of the whole, and of parts of it.
#[derive(Default, Debug)]
pub(super) struct Victims {
    /// Phrases, in text order.
    pub whole: Vec<usize>,
    /// Phrases that are counted in `whole`.
    pub parts: Vec<usize>,
    /// Name of the frame.
    pub rule: &'static str,
}

impl Parse<'_> {
    fn chunk(&self, index: usize) -> Option<&Chunk> {
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

    pub fn preposition_word(&self, index: usize) -> &str {
        match self.chunk(index) {
            Some(Chunk::Preposition(token)) => self.word(*token),
            _ => "",
        }
    }

    fn is(&self, index: usize, test: impl Fn(&Chunk) -> bool) -> bool {
        self.chunk(index).is_some_and(test)
    }

    fn joins(&self, index: usize) -> bool {
        self.is(index, |chunk| matches!(chunk, Chunk::And | Chunk::Or | Chunk::AlongWith))
    }

    fn comma(&self, index: usize) -> bool {
        self.is(index, |chunk| matches!(chunk, Chunk::Comma))
    }

    /// The victims of the verb group in chunk `index`, with the parts that are told behind it.
    pub fn victims_of(&self, index: usize) -> Victims {
        let mut victims = self.harmed(index);
        if !victims.whole.is_empty() && !matches!(victims.rule, "active" | "active-perfect" | "gerund" | "active-joined") {
            self.told_behind(index, &mut victims);
        }
        victims
    }

    /// Behind a passive or a state: "…, including five children", "…, three of them children", "… in one town and 30 in
    /// another".
    fn told_behind(&self, index: usize, victims: &mut Victims) {
        let at = self.over_prepositions(index + 1);
        let comma = self.comma(at);
        let next = at + usize::from(comma);
        if matches!(self.chunk(next), Some(Chunk::Including)) {
            self.parts_behind(next, victims);
            return;
        }
        let along = matches!(self.chunk(next), Some(Chunk::AlongWith));
        let and = self.joins(next);
        let next = next + usize::from(and);
        let Some(phrase) = self.noun_chunk(next).filter(|_| comma || and) else { return };
        if along {
            victims.whole.push(phrase);
            return;
        }
        let found = &self.phrases[phrase];
        if found.number.is_none() || self.is_subject(next) {
            return;
        }
        let located = matches!(self.preposition_word(next + 1), "in" | "at" | "near" | "to" | "from" | "on" | "due");
        if found.partitive && comma && !and || (comma && !and && found.head.is_none() && located) {
            victims.parts.push(phrase);
        } else if and && found.head.is_none() && located && at > index + 1 {
            victims.whole.push(phrase);
        }
    }

    /// "those killed include two men", "the dead were two men", "two men were among the dead": parts, told beside a noun of
    /// harm in chunk `index`.
    pub fn told_beside(&self, index: usize) -> Victims {
        let mut victims = Victims { rule: "among", ..Victims::default() };
        let behind = self.over_prepositions(index + 1);
        let led = index > 0 && matches!(self.chunk(index - 1), Some(Chunk::Including));
        let are = self.verb(behind).is_some_and(|group| group.be && group.verb.is_none() && group.harm.is_none());
        let includes = matches!(self.chunk(behind), Some(Chunk::Including)) && !led;
        if includes || (are && self.noun_chunk(behind + 1).is_some()) {
            self.parts_behind(behind, &mut victims);
        } else if led && index >= 2 && self.verb(index - 2).is_some_and(|group| group.be) {
            victims.parts = self.subject(index - 2, 0).whole;
        }
        victims
    }

    /// The phrases behind "including" in chunk `at`.
    fn parts_behind(&self, at: usize, victims: &mut Victims) {
        let mut next = at + 1;
        while let Some(phrase) = self.noun_chunk(next) {
            victims.parts.push(phrase);
            next = self.over_prepositions(next + 1);
            let mut link = next;
            link += usize::from(self.comma(link));
            link += usize::from(self.joins(link));
            if link == next || self.is_subject(link) {
                break;
            }
            next = link;
        }
    }

    /// The victims of the verb group in chunk `index`.
    fn harmed(&self, index: usize) -> Victims {
        let Some(group) = self.verb(index) else { return Victims::default() };
        let Some((_, harm)) = group.harm else { return Victims::default() };
        let subject = |rule| {
            let mut victims = self.subject(index, 0);
            victims.rule = rule;
            victims
        };
        let object = |rule| {
            let mut victims = self.object(index);
            victims.rule = rule;
            victims
        };
        match harm.frame {
            Frame::Happened | Frame::Happen => {
                if group.infinitive && !group.be && !group.have {
                    // "the third person to die"
                    return index.checked_sub(1).and_then(|at| self.noun_chunk(at)).map_or_else(Victims::default, |phrase| {
                        let phrase = self.predicate_of(index - 1).unwrap_or(phrase);
                        Victims { whole: vec![phrase], parts: Vec::new(), rule: "person-to-die" }
                    });
                }
                if group.be || group.have || harm.frame == Frame::Happen {
                    subject("subject-of-happening")
                } else {
                    self.bare(index, "subject-of-happening")
                }
            }
            Frame::State => {
                if group.be {
                    subject("subject-in-state")
                } else {
                    self.bare(index, "noun-in-state")
                }
            }
            Frame::Done if group.be => subject("passive"),
            Frame::Done if group.have => object("active-perfect"),
            Frame::Done => self.bare_done(index),
            Frame::Doing if !group.be || self.noun_chunk(index + 1).is_some() => object("gerund"),
            // "were forced to evacuate", "had to evacuate", "forced 200 people to evacuate"
            Frame::Do if harm.effect == Effect::Displaced && group.infinitive && self.is_made_to(group) => subject("forced-to"),
            Frame::Do if harm.effect == Effect::Displaced && group.infinitive && self.is_forced(index) => {
                let whole = index.checked_sub(1).and_then(|at| self.noun_chunk(at)).into_iter().collect();
                Victims { whole, parts: Vec::new(), rule: "forced-to" }
            }
            Frame::Do => object("active"),
            _ => Victims::default(),
        }
    }

    /// "were forced to", "had to", but not "is preparing to".
    fn is_made_to(&self, group: &Group) -> bool {
        match group.verb {
            Some(verb) => group.be && self.word(verb).ends_with("ed") && self.word(verb) != "expected",
            None => group.have || group.be,
        }
    }

    /// Whether the noun phrase right before chunk `index` is the object of "forced".
    fn is_forced(&self, index: usize) -> bool {
        let verb = index.checked_sub(2).and_then(|at| self.verb(at)).and_then(|group| group.verb);
        verb.is_some_and(|verb| ["forc", "oblig", "compel", "caus", "prompt", "order"].iter().any(|stem| self.word(verb).starts_with(stem)))
    }

    /// "He is the third person to die": the subject of "is", for the noun phrase in chunk `index` behind it.
    fn predicate_of(&self, index: usize) -> Option<usize> {
        let verb = index.checked_sub(1)?;
        let group = self.verb(verb)?;
        if !group.be || group.harm.is_some() {
            return None;
        }
        self.noun_chunk(verb.checked_sub(1)?)
    }

    /// A past form without auxiliary: active where an object follows, else a participle of what stands before.
    fn bare_done(&self, index: usize) -> Victims {
        let next = index + 1;
        let object_next = self.noun_chunk(next).is_some_and(|phrase| self.may_be_victim(phrase));
        // "3 killed, 12 wounded" without the comma; "were shot and killed".
        let counted_before = index
            .checked_sub(1)
            .and_then(|at| self.noun_chunk(at))
            .is_some_and(|phrase| self.phrases[phrase].number.is_some() && self.phrases[phrase].head.is_none());
        let headline = counted_before
            && self.noun_chunk(next).is_some_and(|phrase| self.phrases[phrase].number.is_some())
            && self.verb(next + 1).is_some_and(|group| group.harm.is_some() && !group.be);
        if object_next && !headline {
            return Victims { rule: "active", ..self.object(index) };
        }
        // "killed or wounded 12 people": the object of the last verb.
        if self.joins(next)
            && let Some(group) = self.verb(next + 1)
            && group.harm.is_some_and(|(_, harm)| harm.frame == Frame::Done)
            && !group.be
            && self.noun_chunk(next + 2).is_some_and(|phrase| self.may_be_victim(phrase))
        {
            return Victims { rule: "active-joined", ..self.object(next + 1) };
        }
        self.bare(index, "participle")
    }

    fn may_be_victim(&self, phrase: usize) -> bool {
        let phrase = &self.phrases[phrase];
        phrase.number.is_some()
            || matches!(phrase.opening, Opening::Another | Opening::Both)
            || phrase.none
            || phrase.one_person
            || phrase.pronoun
            || phrase.head.is_some()
    }

    /// A participle or state without auxiliary belongs to the noun phrase right before it.
    fn bare(&self, index: usize, rule: &'static str) -> Victims {
        let Some(before) = index.checked_sub(1) else { return Victims::default() };
        if matches!(self.chunk(before), Some(Chunk::And | Chunk::Or)) && index >= 2 && self.verb(index - 2).is_some() {
            return Victims { rule, ..self.subject(index, 0) };
        }
        // "the dead and wounded numbered 30": not told here.
        let mut at = before;
        while matches!(self.chunk(at), Some(Chunk::Time)) && at > 0 {
            at -= 1;
        }
        if let Some(phrase) = self.noun_chunk(at) {
            let found = &self.phrases[phrase];
            // "five members of his family killed": the number stands before "of".
            if found.number.is_none()
                && at >= 2
                && self.preposition_word(at - 1) == "of"
                && let Some(outer) = self.noun_chunk(at - 2)
                && self.phrases[outer].number.is_some()
            {
                return Victims { whole: vec![outer], parts: Vec::new(), rule };
            }
            if found.number.is_none() && !self.preposition_word(at.wrapping_sub(1)).is_empty() && !self.is_single(phrase) {
                return Victims { rule, ..self.subject(index, 0) };
            }
            let mut victims = Victims { whole: vec![phrase], parts: Vec::new(), rule };
            self.gather_left(at, &mut victims);
            return victims;
        }
        Victims { rule, ..self.subject(index, 0) }
    }

    fn is_single(&self, phrase: usize) -> bool {
        let phrase = &self.phrases[phrase];
        phrase.one_person || phrase.proper || (phrase.person.is_some_and(|person| !person.plural) && phrase.opening != Opening::Bare)
    }

    /// What stands before chunk `index` as its subject.
    pub fn subject_from(&self, index: usize) -> Victims {
        self.subject(index, 0)
    }

    /// The subject of the verb group in chunk `index`, walking left over what stands between.
    fn subject(&self, index: usize, depth: usize) -> Victims {
        let mut victims = Victims::default();
        if depth > 4 {
            return victims;
        }
        let mut at = index;
        let mut antecedent = false;
        let mut steps = 0;
        while at > 0 && steps < 40 {
            steps += 1;
            at -= 1;
            match self.chunks[at] {
                Chunk::Time | Chunk::Open => {}
                Chunk::Close => {
                    while at > 0 && !matches!(self.chunks[at], Chunk::Open) {
                        at -= 1;
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
                    Some(start) => at = start,
                    None => return victims,
                },
                Chunk::AlongWith => return victims,
                Chunk::And | Chunk::Or => {
                    let Some(mut before) = at.checked_sub(1) else { return victims };
                    // "opened fire and was shot", "disappeared at sea and were presumed dead": the verb before.
                    let mut back = 0;
                    while back < 10
                        && before > 0
                        && matches!(self.chunks[before], Chunk::Noun(_) | Chunk::Preposition(_) | Chunk::Time | Chunk::Comma)
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
                Chunk::Noun(phrase) => {
                    let before = at.checked_sub(1);
                    let governed = before.is_some_and(|before| matches!(self.chunks[before], Chunk::Preposition(_)));
                    if governed && !(antecedent && (self.phrases[phrase].number.is_some() || self.phrases[phrase].person.is_some())) {
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
    fn relative_before(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        for _ in 0..7 {
            match self.chunks.get(at)? {
                Chunk::Verb(group) => {
                    let speaks = group.verb.is_some_and(|verb| self.reading.is(verb, class::SPEECH)) || group.leaving;
                    if speaks || (at == verb && group.harm.is_some() && !group.be) {
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

    fn victims_of_depth(&self, index: usize, depth: usize) -> Victims {
        if depth > 3 {
            return Victims::default();
        }
        match self.verb(index).and_then(|group| group.harm) {
            Some((_, harm)) if harm.frame == Frame::Done => {
                let object = self.noun_chunk(index + 1).is_some();
                if object { Victims::default() } else { self.bare(index, "participle") }
            }
            Some((_, harm)) if harm.frame == Frame::State => self.bare(index, "noun-in-state"),
            _ => Victims::default(),
        }
    }

    /// At a comma before a verb: skips the insertion that it closes. Returns the comma (or bracket) that opens it.
    fn parenthesis(&self, close: usize, victims: &mut Victims) -> Option<usize> {
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

    /// Coordinates to the left of the noun phrase in chunk `at`: "five Taliban and three policemen were killed".
    fn gather_left(&self, at: usize, victims: &mut Victims) {
        let mut at = at;
        let mut joined = false;
        while at >= 2 {
            let link = at - 1;
            let and = matches!(self.chunks[link], Chunk::And | Chunk::AlongWith);
            if !(and || joined && self.comma(link)) {
                if matches!(self.chunks[link], Chunk::Including) {
                    victims.parts.append(&mut victims.whole);
                    let mut left = link;
                    while left > 0 && !matches!(self.chunks[left], Chunk::Noun(_)) {
                        left -= 1;
                    }
                    if let Chunk::Noun(phrase) = self.chunks[left] {
                        victims.whole.push(phrase);
                    }
                }
                return;
            }
            // The phrase before the link, over its prepositional phrases.
            let mut left = link - 1;
            if and && self.comma(left) && left > 0 {
                left -= 1;
            }
            // "Rahul (26), Jamshed (23) and Prince (24)"
            if matches!(self.chunks[left], Chunk::Close) {
                while left > 0 && !matches!(self.chunks[left], Chunk::Open) {
                    left -= 1;
                }
                left = left.saturating_sub(1);
            }
            while left >= 2 && matches!(self.chunks[left], Chunk::Noun(_)) && matches!(self.chunks[left - 1], Chunk::Preposition(_)) {
                left -= 2;
            }
            let Chunk::Noun(phrase) = self.chunks[left] else { return };
            if left > 0 {
                match self.chunks[left - 1] {
                    Chunk::Preposition(_) => return,
                    // The object of another verb: "killed 12 and five were hurt".
                    Chunk::Verb(group) if group.harm.is_some() => return,
                    _ => {}
                }
            }
            joined = true;
            victims.whole.insert(0, phrase);
            at = left;
        }
    }

    /// The object of the verb group in chunk `index`.
    fn object(&self, index: usize) -> Victims {
        let mut victims = Victims::default();
        let mut at = index + 1;
        while matches!(self.chunk(at), Some(Chunk::Time | Chunk::Open | Chunk::Close)) {
            at += 1;
        }
        let Some(phrase) = self.noun_chunk(at) else {
            // "killing or wounding 12"
            if self.joins(at) && self.verb(at + 1).is_some_and(|group| group.harm.is_some()) && self.noun_chunk(at + 2).is_some() {
                return self.object(at + 1);
            }
            return victims;
        };
        victims.whole.push(phrase);
        self.gather_right(at, &mut victims);
        victims
    }

    /// Coordinates and parts to the right of the noun phrase in chunk `at`.
    pub fn gather_right(&self, at: usize, victims: &mut Victims) {
        let mut start = at;
        let mut at = self.over_prepositions(at + 1);
        for _ in 0..12 {
            let comma = self.comma(at);
            let mut next = at + usize::from(comma);
            let and = self.joins(next);
            next += usize::from(and);
            match self.chunk(next) {
                Some(Chunk::Including) => {
                    self.parts_behind(next, victims);
                    return;
                }
                Some(&Chunk::Noun(phrase)) if comma || and => {
                    let found = &self.phrases[phrase];
                    if self.is_subject(next) {
                        return;
                    }
                    if comma && !and && (found.partitive || self.is_part_of_toll(phrase)) && found.number.is_some() {
                        victims.parts.push(phrase);
                        return;
                    }
                    // "from the coast and four small islands": the list is inside of the prepositional phrase.
                    if at > start + 1 && found.head.is_some() && found.person.is_none() {
                        return;
                    }
                    // A comma alone is a list only when "and" comes later, or in front of a name in apposition.
                    if comma && !and && !self.list_goes_on(next) {
                        return;
                    }
                    victims.whole.push(phrase);
                    start = next;
                    at = self.over_prepositions(next + 1);
                }
                _ => return,
            }
        }
    }

    /// "47 deaths, at least 19 due to flooding": a bare number behind a comma.
    fn is_part_of_toll(&self, phrase: usize) -> bool {
        let found = &self.phrases[phrase];
        found.number.is_some() && found.head.is_none() && !self.word(found.end).is_empty() && self.word(found.end) != ","
    }

    fn list_goes_on(&self, at: usize) -> bool {
        let mut next = self.over_prepositions(at + 1);
        for _ in 0..8 {
            next += usize::from(self.comma(next));
            if self.joins(next) {
                return self.noun_chunk(next + 1).is_some() && !self.is_subject(next + 1);
            }
            if self.noun_chunk(next).is_none() {
                return false;
            }
            next = self.over_prepositions(next + 1);
        }
        false
    }

    /// The chunk behind prepositional phrases and times from `at` on.
    fn over_prepositions(&self, mut at: usize) -> usize {
        loop {
            match self.chunk(at) {
                Some(Chunk::Preposition(_)) if self.noun_chunk(at + 1).is_some() => at += 2,
                Some(Chunk::Preposition(_)) if matches!(self.chunk(at + 1), Some(Chunk::Time)) => at += 2,
                Some(Chunk::Time) => at += 1,
                _ => return at,
            }
        }
    }

    /// Whether the noun phrase in chunk `at` is the subject of a verb behind it.
    fn is_subject(&self, at: usize) -> bool {
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

    /// The victims of a noun of harm in chunk `index`: behind "of", or before a possessive.
    pub fn victims_of_deed(&self, index: usize) -> Victims {
        let mut victims = Victims { rule: "noun-of-harm", ..Victims::default() };
        let Some(phrase) = self.noun_chunk(index) else { return victims };
        let mut at = index + 1;
        while matches!(self.chunk(at), Some(Chunk::Time)) {
            at += 1;
        }
        let of = self.preposition_word(at);
        if (of == "of" || (of == "for" && self.word(self.phrases[phrase].end.wrapping_sub(1)) == "evacuation"))
            && let Some(inner) = self.noun_chunk(at + 1)
        {
            victims.whole.push(inner);
            self.gather_right(at + 1, &mut victims);
            return victims;
        }
        if let Some(possessor) = self.phrases[phrase].possessor {
            victims.whole.push(possessor);
        } else if let Some(Chunk::Relative(token)) = index.checked_sub(1).and_then(|at| self.chunk(at))
            && self.word(*token) == "whose"
        {
            return Victims { rule: "whose", ..self.subject(index, 0) };
        } else if self.phrases[phrase].opening == Opening::Possessive
            && self.word(self.phrases[phrase].first) == "their"
            && let Some(found) = self.antecedent(index)
        {
            return found;
        }
        victims
    }

    /// "X and seven others were freed hours after their abduction": the subject of the clause before.
    fn antecedent(&self, index: usize) -> Option<Victims> {
        let verb = (0..index).rev().find(|&at| self.verb(at).is_some_and(|group| group.be))?;
        let victims = self.subject(verb, 1);
        (!victims.whole.is_empty()).then_some(Victims { rule: "their-harm", ..victims })
    }

    /// The number of a toll: "death toll of 45", "the toll rose from 40 to 45", "brought the toll to 45".
    pub fn toll(&self, index: usize) -> Option<usize> {
        let mut from = false;
        if matches!(self.chunk(index + 1), Some(Chunk::Break))
            && let Some(phrase) = self.noun_chunk(index + 2)
        {
            return self.phrases[phrase].number.map(|_| phrase);
        }
        for at in index + 1..self.chunks.len().min(index + 12) {
            match self.chunks[at] {
                Chunk::Break | Chunk::Clause(_) | Chunk::Relative(_) => return None,
                Chunk::Preposition(token) => from = self.word(token) == "from" || self.word(token) == "by",
                Chunk::Noun(phrase) => {
                    let found = &self.phrases[phrase];
                    let plain = found.head.is_none() || found.person.is_some() || found.harm.is_some();
                    if found.number.is_some() && plain && !from {
                        return Some(phrase);
                    }
                    if found.number.is_some() && !plain && !from {
                        return None;
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// "the number of people killed is 45", "brought to nine the number of people held": the number, where the phrase that
    /// is harmed stands behind "number of".
    pub fn number_of(&self, phrase: usize, index: usize) -> Option<usize> {
        let at = (0..self.chunks.len()).find(|&at| self.noun_chunk(at) == Some(phrase))?;
        let is_number = |phrase: usize| self.phrases[phrase].head.is_some_and(|head| self.word(head) == "number");
        let at = if is_number(phrase) {
            at + 2
        } else {
            let outer = at.checked_sub(2).and_then(|at| self.noun_chunk(at))?;
            if !is_number(outer) || self.preposition_word(at - 1) != "of" {
                return None;
            }
            at
        };
        let left = || {
            let number = at.checked_sub(3).and_then(|at| self.noun_chunk(at))?;
            (self.preposition_word(at.checked_sub(4)?) == "to" && self.phrases[number].number.is_some()).then_some(number)
        };
        left().or_else(|| self.toll(index))
    }

    /// Whether a verb that takes or loses lives stands near chunk `index`.
    pub fn lives_lost(&self, index: usize) -> bool {
        let near = index.saturating_sub(3)..self.chunks.len().min(index + 4);
        near.filter_map(|at| self.verb(at)).any(|group| {
            group.verb.is_some_and(|verb| {
                matches!(
                    self.word(verb),
                    "claimed"
                        | "claim"
                        | "claims"
                        | "claiming"
                        | "cost"
                        | "costs"
                        | "costing"
                        | "took"
                        | "taken"
                        | "take"
                        | "takes"
                        | "taking"
                        | "lost"
                        | "lose"
                        | "loses"
                        | "losing"
                )
            })
        })
    }

    /// Whether the noun of the phrase counts people and not things, as far as the words tell.
    pub fn is_unit(&self, token: usize) -> bool {
        self.reading.is(token, class::UNIT)
    }
}
