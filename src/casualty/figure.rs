//! From the victims of a word of harm to figures, each with all that its sentence tells.

use super::chunk::Opening;
use super::count::Count;
use super::finder::Finder;
use super::frame::Victims;
use crate::fact::{CasualtyFigure, Confidence, Effect, Modifier, Scope, Status, VictimStatus};
use crate::lexicon::en::effect::{Frame, Harm};
use crate::text::TokenSpan;

impl Finder<'_, '_, '_> {
    /// Adds the figures of one word of harm.
    pub fn add(&mut self, index: usize, token: usize, harm: Harm, victims: &Victims) {
        let first = self.found.len();
        let mut singles: Vec<(usize, Count)> = Vec::new();
        let mut group: Option<u64> = None;
        let mut previous: Option<usize> = None;
        let numbered = |phrase: &usize| self.parse.phrases[*phrase].number.is_some();
        let beside_counted = victims.whole.len() > 1 && victims.whole.iter().any(numbered);
        for &phrase in &victims.whole {
            if self.taken.contains(&(phrase, harm.effect)) {
                previous = Some(phrase);
                continue;
            }
            // "his mother and ten others died": one of a counted row.
            let harm = Harm { violent: harm.violent || beside_counted, ..harm };
            let count = self.countable(phrase, index, token, harm).or_else(|| self.listed(&singles, previous, phrase));
            let Some(mut count) = count else {
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
                // "her uncle, three neighbours and a guard": those before the counted ones and those behind stand apart.
                self.add_singles(index, token, harm, victims.rule, &std::mem::take(&mut singles));
                group = count.best.filter(|_| count.modifier == Modifier::Exact);
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
        let named = singles.iter().all(|(phrase, _)| self.parse.phrases[*phrase].proper)
            && singles.first().is_some_and(|(phrase, _)| {
                matches!(self.parse.word(self.parse.phrases[*phrase].first.wrapping_sub(1)), "," | ":" | "namely" | "—" | "–")
            });
        if !(named && singles.len() > 1 && group == Some(singles.len() as u64)) {
            self.add_singles(index, token, harm, victims.rule, &singles);
        }
        let whole = (first < self.found.len()).then_some(self.base + first);
        let parts = self.found.len();
        singles.clear();
        let mut previous: Option<usize> = None;
        for &phrase in &victims.parts {
            if self.taken.contains(&(phrase, harm.effect)) {
                continue;
            }
            let count = self.countable(phrase, index, token, harm).or_else(|| self.listed(&singles, previous, phrase));
            let Some(count) = count else { continue };
            // "killed 18, including 2,000 people were affected": torn text, no part is larger than its whole.
            if parts > first
                && count
                    .best
                    .is_some_and(|part| self.found[first..parts].iter().all(|whole| whole.high < Some(part) && whole.high.is_some()))
            {
                continue;
            }
            // "Ana Ruiz, 31, a nurse, and": one person.
            if count.implicit && previous.is_some_and(|before| self.is_apposition(before, phrase)) {
                continue;
            }
            previous = Some(phrase);
            if count.implicit {
                singles.push((phrase, count));
            } else {
                self.push(index, token, harm, "part", phrase, count);
            }
        }
        // "including a nurse and her son" are two.
        self.add_singles(index, token, harm, "part", &singles);
        for figure in self.found.get_mut(parts..).unwrap_or_default() {
            figure.scope = Scope::Part;
            figure.part_of = whole;
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

    /// "a man, woman and young boy": the article of the first serves them all.
    fn listed(&self, singles: &[(usize, Count)], previous: Option<usize>, phrase: usize) -> Option<Count> {
        let found = &self.parse.phrases[phrase];
        let one = found.person.is_some_and(|person| !person.plural) && found.opening == Opening::Bare && !found.proper && !found.thing;
        let (last, _) = singles.last()?;
        let words = TokenSpan::new(found.first, found.end);
        (one && previous == Some(*last)).then(|| Count::one(words, Some(words)))
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
        // "Ruiz was arrested and executed": who was arrested is somebody.
        let somebody = self.taken.iter().any(|(taken, effect)| *taken == phrase && effect.is_casualty() && !effect.is_of_homes());
        let harm = Harm { strict: harm.strict && !somebody, ..harm };
        let count = self.parse.count(phrase, harm)?;
        let found = &self.parse.phrases[phrase];
        if self.is_age(phrase, &count) {
            return None;
        }
        // "to ensure that nobody dies" tells of no event.
        if found.none && self.parse.is_purpose(token) {
            return None;
        }
        if harm.effect == Effect::Injured && self.parse.is_sport() {
            return None;
        }
        // "hospitalised with a fever": in hospital, and nobody told hurt.
        if self.parse.word(token).starts_with("hospitali") && !self.parse.is_violence_near() {
            return None;
        }
        // One who was shot is told of again, dead or alive; and "shot 67" counts strokes.
        let open = harm.effect == Effect::Casualties && self.parse.struck(token).is_some();
        if open && (count.implicit || found.person.is_none() && found.first > token) {
            return None;
        }
        if count.implicit
            && (!self.parse.single_harm(index, token, harm, found) || count.best == Some(1) && self.parse.is_many(phrase, index))
        {
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
    pub fn figure(&self, index: usize, token: usize, harm: Harm, rule: &'static str, count: Count) -> Option<CasualtyFigure> {
        let parse = self.parse;
        let document = parse.reading.document();
        let trigger = parse.token(token)?.span;
        // "30 more": more of whom, the article has said before.
        let told = count.victims.filter(|words| !(words.len() == 1 && parse.word(words.first as usize) == "more"));
        let victims = told.map(|words| document.span_of(words));
        let (victim_status, victim_groups) = parse.groups(count.victims);
        let status = parse.status(index, token);
        // A threat against one person, or an attempt on a life, is no figure.
        if count.implicit && status == Status::Hypothetical && parse.is_threat_or_attempt(token) {
            return None;
        }
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
            scope: if count.implicit || count.modifier == Modifier::NoneOf { Scope::Incident } else { parse.scope(token) },
            implicit: count.implicit,
            unit: parse.unit(count.victims).map(|token| token.span),
            source: None,
            cause: None,
            target: None,
            actor: None,
            outcome: None,
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
        parse.describe(index, &mut figure);
        if figure.victim_status == VictimStatus::Unknown && harm.effect == Effect::Detained && parse.word(token) == "pows" {
            figure.victim_status = VictimStatus::Combatant;
        }
        Some(figure)
    }
}
