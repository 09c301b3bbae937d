//! What a sentence tells beside the figure: of whom the victims are, by what, whom it hit, who did it, when and where.

use super::Clues;
use super::chunk::{Chunk, Parse, Phrase};
use crate::fact::{CasualtyFigure, Effect, EntityKind, EventPlace, EventTime, Origin, TimeKind, VictimGroup, VictimStatus};
use crate::lexicon::en::cause::{CAUSES, Cause};
use crate::lexicon::en::class;
use crate::lexicon::en::effect::DWELLINGS;
use crate::lexicon::en::victim::PEOPLE;
use crate::text::{ByteSpan, Token, TokenSpan};

impl Parse<'_> {
    /// Source, cause, target, actor, time and place as the sentence gives them.
    pub fn describe(&self, index: usize, clues: &Clues, figure: &mut CasualtyFigure) {
        figure.source = self.source(index);
        figure.cause = self.cause(index);
        figure.target = self.target();
        figure.actor = self.actor(index, figure);
        figure.outcome = self.outcome(figure);
        let trigger = figure.trigger;
        figure.time = clues
            .times
            .iter()
            .filter(|time| matches!(time.kind, TimeKind::Date | TimeKind::Time) && !self.reading.document().is_in_dateline(time.span))
            .min_by_key(|time| (time.interval.is_none(), gap(time.span, trigger)))
            .map(|time| EventTime { span: time.span, interval: time.interval, precision: time.precision, origin: Origin::Sentence });
        let body = self.behind_dateline();
        figure.place = clues
            .names
            .iter()
            .filter(|name| name.kind == EntityKind::Place && name.span.start() >= body && self.is_located(name.tokens.first as usize))
            .min_by_key(|name| gap(name.span, trigger))
            .map(|name| EventPlace { span: name.span, entity: None, fact: None, origin: Origin::Sentence });
    }

    /// What the head words say of the victims.
    pub fn groups(&self, victims: Option<TokenSpan>) -> (VictimStatus, Vec<VictimGroup>) {
        let mut status = VictimStatus::Unknown;
        let mut groups = Vec::new();
        for at in victims.map_or(0..0, TokenSpan::range) {
            if matches!(self.word(at), "worker" | "workers")
                && matches!(self.word(at.wrapping_sub(1)), "aid" | "relief" | "humanitarian" | "health" | "rescue" | "medical")
                && !groups.contains(&VictimGroup::AidWorkers)
            {
                groups.push(VictimGroup::AidWorkers);
            }
            let Some(person) = self.reading.is(at, class::PERSON).then(|| PEOPLE.get(self.word(at))).flatten() else { continue };
            if person.status != VictimStatus::Unknown {
                status = if status == VictimStatus::Unknown || status == person.status { person.status } else { VictimStatus::Mixed };
            }
            if let Some(group) = person.group
                && !groups.contains(&group)
            {
                groups.push(group);
            }
        }
        (status, groups)
    }

    /// The word, where households, families or bodies are counted.
    pub fn unit(&self, victims: Option<TokenSpan>) -> Option<Token> {
        let at = victims?
            .range()
            .find(|&at| matches!(self.word(at), "families" | "households" | "bodies") || DWELLINGS.contains(&self.word(at)))?;
        self.token(at)
    }

    /// Whether a preposition of place governs the name at `first`, over articles and words in between.
    fn is_located(&self, first: usize) -> bool {
        for back in 1..7 {
            let Some(at) = first.checked_sub(back) else { return false };
            match self.word(at) {
                "in" | "at" | "near" | "outside" | "inside" | "around" | "across" | "throughout" | "within" | "on" | "off" => return true,
                "," | "." | ";" | "" | "and" | "by" | "against" | "with" | "from" | "toward" | "towards" => return false,
                "to" if !matches!(self.word(at.wrapping_sub(1)), "close" | "next" | "adjacent") => return false,
                _ => {}
            }
        }
        false
    }

    /// The byte behind a dateline ("KABUL (AP) —"); the start of the sentence where there is none.
    fn behind_dateline(&self) -> usize {
        let dash = (self.first..self.end.min(self.first + 14)).find(|&at| {
            matches!(self.word(at), "—" | "–")
                || (self.word(at) == "-" && (self.word(at + 1) == "-" || self.token(at).is_some_and(|token| token.is_spaced())))
        });
        let capital = self.token(self.first).is_some_and(|token| token.is_capitalised());
        dash.filter(|_| capital).and_then(|at| self.token(at)).map_or(0, |token| token.span.start())
    }

    pub fn span(&self, phrase: &Phrase) -> ByteSpan {
        let mut first = phrase.first;
        if matches!(self.word(first), "the" | "a" | "an") && first + 1 < phrase.end {
            first += 1;
        }
        self.reading.document().span_of(TokenSpan::new(first, phrase.end))
    }

    /// The phrase of the nearest word of cause.
    fn cause(&self, index: usize) -> Option<ByteSpan> {
        let mut best: Option<(usize, ByteSpan)> = None;
        for (at, chunk) in self.chunks.iter().enumerate() {
            let Chunk::Noun(phrase) = chunk else { continue };
            let phrase = &self.phrases[*phrase];
            let Some(head) = phrase.head else { continue };
            let noun = self.reading.is(head, class::CAUSE) && matches!(CAUSES.get(self.word(head)), Some(Cause::Noun | Cause::Epidemic));
            let distance = at.abs_diff(index);
            let own = phrase.harm.is_some_and(|(_, harm)| harm.effect != Effect::Killed) || phrase.none;
            if noun && !own && phrase.number.is_none() && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, self.span(phrase)));
            }
        }
        best.map(|(_, span)| span)
    }

    /// "an attack on a mosque": what was hit.
    fn target(&self) -> Option<ByteSpan> {
        (0..self.chunks.len()).find_map(|at| {
            let phrase = &self.phrases[self.noun_chunk(at)?];
            let head = phrase.head?;
            let attack = matches!(
                self.word(head),
                "attack"
                    | "attacks"
                    | "strike"
                    | "strikes"
                    | "airstrike"
                    | "airstrikes"
                    | "raid"
                    | "raids"
                    | "bombing"
                    | "assault"
                    | "shelling"
                    | "ambush"
                    | "fire"
            );
            // "the shelling of a market" hits it, "the attack of the rebels" does not hit them.
            let of = matches!(self.word(head), "bombing" | "shelling" | "bombardment") && self.preposition_word(at + 1) == "of";
            let on = of || attack && matches!(self.preposition_word(at + 1), "on" | "against" | "at");
            let target = &self.phrases[self.noun_chunk(at + 2).filter(|_| on)?];
            // "an attack on Sunday" has no target.
            let time = target
                .head
                .is_some_and(|head| self.times.iter().any(|time| self.token(head).is_some_and(|token| time.span.overlaps(token.span))));
            (!time).then(|| self.span(target))
        })
    }
}

/// Bytes between two spans.
fn gap(one: ByteSpan, other: ByteSpan) -> usize {
    if one.start() > other.start() { one.start().saturating_sub(other.end()) } else { other.start().saturating_sub(one.end()) }
}
