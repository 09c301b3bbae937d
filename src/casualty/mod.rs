//! Casualty figures of a sentence: effect, bounds, victims, status, scope, source words.
//!
//! A sentence without a word of harm costs one look at its tokens' classes. Else it is cut into noun phrases and verb
//! groups (`chunk`); each word of harm is taken to its victims by the structure of its clause (`frame`), never by
//! distance; each phrase found is counted, if it stands for a certain number of people (`count`); then it is judged how
//! certain the sentence says it is and what it covers (`judge`), and who says so, by what, where and when (`detail`).
//!
//! What is deliberately no figure: a plural without a number; a natural death of a named person; a sentence or threat
//! of death; animals, houses, vehicles, sums, distances, ages; people who were rescued, affected, shot at.

mod chunk;
mod count;
mod detail;
mod frame;
mod judge;

use self::chunk::{Chunk, Opening, Parse};
use self::count::Count;
use self::frame::Victims;
use crate::fact::{
    CasualtyFigure, Confidence, Effect, EntityKind, Modifier, NameMention, Number, Scope, Status, TimeExpression, VictimStatus,
};
use crate::lexicon::Reading;
use crate::lexicon::en::class;
use crate::lexicon::en::effect::{Frame, Harm};
use crate::text::TokenSpan;

/// What is known of a sentence when its casualty figures are read.
pub struct Clues<'a> {
    /// Numbers of the sentence.
    pub numbers: &'a [Number],
    /// Temporal expressions of the sentence.
    pub times: &'a [TimeExpression],
    /// Names of the sentence.
    pub names: &'a [NameMention],
}

/// Adds the casualty figures of sentence `sentence` (an index), in text order. Document-level links (same figure, part
/// of a figure in another sentence, conflict, entity ids, place and time from context) are left to `story`.
pub fn tag(reading: &Reading, sentence: usize, clues: &Clues, figures: &mut Vec<CasualtyFigure>) {
    let Some(sentence) = reading.sentences().get(sentence) else { return };
    let range = sentence.tokens.range();
    if !range.clone().any(|at| reading.is(at, class::HARM)) {
        return;
    }
    // A "sentence" of thousands of words is a list or a table: what is read of it stays bounded.
    let end = range.end.min(range.start + LONGEST);
    let parse = Parse::new(reading, clues.numbers, clues.times, range.start, end);
    let mut finder = Finder { parse: &parse, clues, found: Vec::new(), taken: Vec::new(), base: figures.len() };
    finder.predicates();
    finder.nouns();
    finder.attributes();
    let mut found = finder.found;
    // In text order; links of parts to wholes are indices and move along.
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|&at| (found[at].span.start(), found[at].trigger.start()));
    let base = figures.len();
    let mut place = vec![0; found.len()];
    for (new, &old) in order.iter().enumerate() {
        if let Some(slot) = place.get_mut(old) {
            *slot = base + new;
        }
    }
    for figure in &mut found {
        figure.part_of = figure.part_of.and_then(|old| place.get(old.wrapping_sub(base)).copied());
    }
    let mut sorted: Vec<Option<CasualtyFigure>> = found.into_iter().map(Some).collect();
    figures.extend(order.into_iter().filter_map(|old| sorted.get_mut(old).and_then(Option::take)));
}

/// Tokens of one sentence that are read at most.
const LONGEST: usize = 400;

struct Finder<'p, 'r, 'c> {
    parse: &'p Parse<'r>,
    clues: &'p Clues<'c>,
    found: Vec<CasualtyFigure>,
    /// Phrases that already stand in a figure, with the effect.
    taken: Vec<(usize, Effect)>,
    /// Figures of the document before this sentence.
    base: usize,
}

impl Finder<'_, '_, '_> {
    /// Verbs and states.
    fn predicates(&mut self) {
        let mut skip = None;
        for index in 0..self.parse.chunks.len() {
            if skip == Some(index) {
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
            } else if let [phrase] = victims.whole[..]
                && self.parse.phrases[phrase].number.is_none()
                && let Some(number) = self.parse.number_of(phrase, index)
            {
                victims.whole = vec![number];
                victims.rule = "number-of";
            }
            // "killed or wounded 12", "several missing or injured": not told apart.
            if let Some(Chunk::And | Chunk::Or) = self.parse.chunks.get(index + 1)
                && let Some((_, other)) = self.parse.verb(index + 2).and_then(|group| group.harm)
                && other.effect != effect
                && [effect, other.effect].iter().all(|effect| matches!(effect, Effect::Killed | Effect::Injured | Effect::Missing))
                && self.parse.verb(index + 2).is_some_and(|group| group.verb.is_none() && !group.be && !group.have)
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

    /// "did not kill anyone", "did not injure any people".
    fn any_of(&self, victims: &Victims) -> bool {
        victims.whole.iter().any(|&phrase| matches!(self.parse.word(self.parse.phrases[phrase].first), "any" | "anyone" | "anybody"))
    }

    /// Nouns of harm: deaths, tolls, groups, bodies, lives.
    fn nouns(&mut self) {
        for index in 0..self.parse.chunks.len() {
            let Some(phrase) = self.parse.noun_chunk(index) else { continue };
            let found = self.parse.phrases[phrase];
            let Some((token, harm)) = found.harm else { continue };
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
                    if negated {
                        self.zero(index, token, harm, phrase);
                        continue;
                    }
                    if let Some(none) = self.parse.none_reported(index) {
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
                        && let Some(name) = self.named_before(token)
                    {
                        if let Some(figure) = self.figure(
                            index,
                            token,
                            harm,
                            "name-of-harm",
                            Count { victims: Some(name), ..self.one(name.first as usize, name.end as usize) },
                        ) {
                            self.found.push(figure);
                        }
                        continue;
                    }
                    let victims = if victims.whole.is_empty() && harm.frame == Frame::Count { self.tolled(index) } else { victims };
                    self.add(index, token, harm, &victims);
                }
                Frame::Toll => {
                    let victims = self.tolled(index);
                    self.add(index, token, harm, &victims);
                }
                Frame::Group if counted && self.is_taken(phrase) => {}
                // "one of the victims said": no count of victims.
                Frame::Group if found.partitive && harm.effect == Effect::Casualties => {}
                Frame::Group if counted => self.add(index, token, Harm { strict: false, ..harm }, &own),
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
                    let victims = self.parse.uprooted(index, harm.frame);
                    self.add(index, token, Harm { strict: false, ..harm }, &victims);
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

    /// "the Hariri murder": a person's name right before the word of harm.
    fn named_before(&self, token: usize) -> Option<TokenSpan> {
        let name = self.clues.names.iter().find(|name| name.tokens.end as usize == token)?;
        (name.kind == EntityKind::Person).then_some(name.tokens)
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
            inner.person.is_some() || inner.number.is_some() || inner.one_person
        });
        if found.number.is_some() {
            self.add(index, token, harm, &Victims { whole: vec![phrase], parts: Vec::new(), rule: "bodies" });
        } else if people && !of.whole.is_empty() && found.possessor.is_none() {
            self.add(index, token, harm, &Victims { rule: "bodies-of", ..of });
        } else if matches!(self.parse.word(token), "body" | "corpse")
            && matches!(found.opening, Opening::Indefinite | Opening::Another)
            && self.parse.is_found()
            && let Some(figure) = self.figure(index, token, harm, "body", self.one(found.first, found.end))
        {
            self.found.push(figure);
        }
    }

    fn one(&self, first: usize, end: usize) -> Count {
        Count {
            words: TokenSpan::new(first, end),
            modifier: Modifier::Exact,
            low: Some(1),
            high: Some(1),
            best: Some(1),
            fraction: None,
            implicit: true,
            victims: None,
        }
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
            ..self.one(found.first, found.first + 1)
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
                self.add(index, token, harm, &Victims { whole: vec![phrase], parts: Vec::new(), rule: "attribute" });
            }
        }
    }

    /// Adds the figures of one word of harm.
    fn add(&mut self, index: usize, token: usize, harm: Harm, victims: &Victims) {
        let first = self.found.len();
        let mut singles: Vec<(usize, Count)> = Vec::new();
        let mut previous: Option<usize> = None;
        for &phrase in &victims.whole {
            if self.taken.contains(&(phrase, harm.effect)) {
                previous = Some(phrase);
                continue;
            }
            let Some(mut count) = self.countable(phrase, index, token, harm) else {
                self.also_of(previous, phrase, first);
                previous = Some(phrase);
                continue;
            };
            if count.implicit {
                if previous.is_some_and(|before| self.is_apposition(before, phrase)) {
                    continue;
                }
                singles.push((phrase, count));
            } else {
                if let Some(member) = self.parse.phrases[phrase].head
                    && count.victims.is_none()
                    && self.parse.phrases[phrase].harm.is_none()
                {
                    count.victims = Some(TokenSpan::new(member, member + 1));
                }
                self.push(index, token, harm, victims.rule, phrase, count);
            }
            previous = Some(phrase);
        }
        // "Two men, A and B, were killed": the names tell who the two are.
        let told = self.found.get(first..).is_some_and(|found| {
            singles.len() > 1 && found.iter().any(|figure| figure.best == Some(singles.len() as u64) && figure.modifier == Modifier::Exact)
        });
        if !told {
            self.add_singles(index, token, harm, victims.rule, &singles);
        }
        let whole = (first < self.found.len()).then_some(self.base + first);
        for &phrase in &victims.parts {
            if self.taken.contains(&(phrase, harm.effect)) {
                continue;
            }
            let Some(count) = self.countable(phrase, index, token, harm) else { continue };
            self.push(index, token, harm, "part", phrase, count);
            if let Some(figure) = self.found.last_mut() {
                figure.scope = Scope::Part;
                figure.part_of = whole;
            }
        }
    }

    fn push(&mut self, index: usize, token: usize, harm: Harm, rule: &'static str, phrase: usize, count: Count) {
        if let Some(figure) = self.figure(index, token, harm, rule, count) {
            self.taken.push((phrase, harm.effect));
            self.found.push(figure);
        }
    }

    /// Single persons named in a row are one figure: "another soldier and a marine" are two.
    fn add_singles(&mut self, index: usize, token: usize, harm: Harm, rule: &'static str, singles: &[(usize, Count)]) {
        let (Some((_, head)), Some((_, tail))) = (singles.first(), singles.last()) else { return };
        let sum: u64 = singles.iter().filter_map(|(_, count)| count.best).sum();
        let words = TokenSpan { first: head.words.first.min(tail.words.first), end: head.words.end.max(tail.words.end) };
        let count = Count { words, low: Some(sum), high: Some(sum), best: Some(sum), victims: Some(words), ..*head };
        if let Some(figure) = self.figure(index, token, harm, rule, count) {
            self.taken.extend(singles.iter().map(|(phrase, _)| (*phrase, harm.effect)));
            self.found.push(figure);
        }
    }

    /// "12 women and children": a plural without a number behind a counted one belongs to its victims.
    fn also_of(&mut self, previous: Option<usize>, phrase: usize, first: usize) {
        let found = &self.parse.phrases[phrase];
        let plural = found.person.is_some_and(|person| person.plural) && found.opening == Opening::Bare;
        let Some(before) = previous else { return };
        let adjacent = found.first == self.parse.phrases[before].end + 1;
        if plural
            && adjacent
            && self.found.len() > first
            && let Some(figure) = self.found.last_mut()
            && let Some(victims) = figure.victims
        {
            figure.victims = Some(victims.cover(self.parse.reading.document().span_of(TokenSpan::new(found.first, found.end))));
        }
    }

    /// "the minister, Raad Khan, and": a name behind a comma names the one before.
    fn is_apposition(&self, before: usize, phrase: usize) -> bool {
        let (before, phrase) = (&self.parse.phrases[before], &self.parse.phrases[phrase]);
        self.parse.word(phrase.first.wrapping_sub(1)) == "," && before.number.is_none() && (phrase.proper != before.proper)
    }

    /// The count of a phrase, where the harm is one to be told: a natural death of one person is none.
    fn countable(&self, phrase: usize, index: usize, token: usize, harm: Harm) -> Option<Count> {
        let count = self.parse.count(phrase, harm)?;
        let found = &self.parse.phrases[phrase];
        if self.is_age(phrase, &count) {
            return None;
        }
        // "to ensure that nobody dies" tells of no event.
        if found.none && self.parse.is_purpose(token) {
            return None;
        }
        if count.implicit && !self.parse.single_harm(index, token, harm, found) {
            return None;
        }
        if matches!(harm.frame, Frame::Happened | Frame::Happen) && harm.effect == Effect::Displaced && !self.parse.is_flight(index, found)
        {
            return None;
        }
        Some(count)
    }

    fn is_age(&self, phrase: usize, count: &Count) -> bool {
        let found = &self.parse.phrases[phrase];
        let (before, after) = (self.parse.word(found.first.wrapping_sub(1)), self.parse.word(found.end));
        found.head.is_none()
            && !count.implicit
            && count.best.is_some_and(|value| value < 120)
            && ((before == "," && matches!(after, "," | ";" | "." | "")) || (before == "(" && after == ")") || before == "aged")
    }

    /// A figure with all that the sentence tells of it.
    fn figure(&self, index: usize, token: usize, harm: Harm, rule: &'static str, count: Count) -> Option<CasualtyFigure> {
        let parse = self.parse;
        let document = parse.reading.document();
        let trigger = parse.token(token)?.span;
        let victims = count.victims.map(|words| document.span_of(words));
        let (victim_status, victim_groups) = parse.groups(count.victims);
        let status = parse.status(index, token);
        let confidence = match (count.implicit, harm.strict, status) {
            (false, false, Status::Asserted | Status::Denied) => Confidence::High,
            (true, true, _) => Confidence::Low,
            _ => Confidence::Medium,
        };
        let mut figure = CasualtyFigure {
            span: document.span_of(count.words),
            effect: harm.effect,
            modifier: count.modifier,
            low: count.low,
            high: count.high,
            best: count.best,
            fraction: count.fraction,
            fraction_of: count.fraction.and(victims),
            trigger,
            victims,
            victim_status,
            victim_groups,
            status,
            scope: parse.scope(token),
            implicit: count.implicit,
            unit: parse.unit(count.victims).map(|token| token.span),
            source: None,
            cause: None,
            target: None,
            actor: None,
            time: None,
            place: None,
            part_of: None,
            same_as: None,
            conflicts_with: Vec::new(),
            supersedes: None,
            background: false,
            rule,
            confidence,
        };
        parse.describe(index, self.clues, &mut figure);
        if figure.victim_status == VictimStatus::Unknown && harm.effect == Effect::Detained && parse.word(token) == "pows" {
            figure.victim_status = VictimStatus::Combatant;
        }
        Some(figure)
    }
}

#[cfg(test)]
mod tests;
