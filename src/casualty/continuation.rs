//! A sentence that only says who was among those that the one before has counted: "Among them were four children.",
//! "They included a nurse.", "Three of them were soldiers."

use super::Clues;
use super::chunk::{Chunk, Parse};
use super::finder::Finder;
use super::frame::Victims;
use crate::fact::{CasualtyFigure, Scope, Status};
use crate::lexicon::Reading;
use crate::lexicon::en::effect::{Frame, Harm};

/// Longest sentence of this kind, in tokens.
const SHORT: usize = 60;

/// Adds the parts that sentence `sentence` tells of the one figure of the sentence before.
pub(super) fn tag(reading: &Reading, sentence: usize, clues: &Clues, figures: &mut Vec<CasualtyFigure>) {
    let sentences = reading.sentences();
    let (Some(here), Some(before)) = (sentences.get(sentence), sentence.checked_sub(1).and_then(|before| sentences.get(before))) else {
        return;
    };
    let first = here.tokens.first as usize;
    let opens = match reading.lower(first) {
        "among" => matches!(reading.lower(first + 1), "them" | "those" | "these"),
        "they" => matches!(reading.lower(first + 1), "included" | "include"),
        _ => (first..first + 6).any(|at| reading.reads(at, &["of", "them"])),
    };
    if !opens || here.block != before.block || here.tokens.range().len() > SHORT {
        return;
    }
    // Of several effects, or several groups, nobody can tell whose part is meant.
    let mut whole = None;
    for (at, figure) in figures.iter().enumerate().rev().take_while(|(_, figure)| figure.span.start() >= before.span.start()) {
        if figure.scope == Scope::Part {
            continue;
        }
        if whole.is_some() || figure.implicit || !matches!(figure.status, Status::Asserted | Status::Feared) {
            return;
        }
        whole = Some(at);
    }
    let Some(whole) = whole else { return };
    let parse = Parse::new(reading, clues, first, here.tokens.end as usize);
    let Some((index, victims)) = parse.continued() else { return };
    let harm = Harm { effect: figures[whole].effect, frame: Frame::State, strict: true, violent: true };
    let mut finder = Finder::new(&parse, clues, figures.len());
    finder.add(index, parse.chunk_start(index), harm, &victims);
    let status = figures[whole].status;
    let most = figures[whole].best.or(figures[whole].high);
    for mut part in finder.found {
        if most.is_none_or(|most| part.best.is_some_and(|best| best <= most)) {
            part.part_of = Some(whole);
            part.status = status;
            figures.push(part);
        }
    }
}

impl Parse<'_> {
    /// The chunk that opens the continuation, and the parts that it tells.
    fn continued(&self) -> Option<(usize, Victims)> {
        let mut victims = Victims { rule: "among", ..Victims::default() };
        let including = self.chunks.iter().take(3).position(|chunk| matches!(chunk, Chunk::Including));
        if let Some(at) = including {
            self.parts_behind(at, &mut victims);
            return Some((at, victims));
        }
        // "Three of them were soldiers."
        let counted = self.noun_chunk(0).filter(|&phrase| self.phrases[phrase].partitive && self.phrases[phrase].number.is_some())?;
        let are = self.verb(1).is_some_and(|group| group.be && group.verb.is_none() && !group.negated);
        let people =
            self.noun_chunk(2).is_some_and(|phrase| self.phrases[phrase].person.is_some() && self.phrases[phrase].number.is_none());
        victims.parts.push(counted);
        (are && people).then_some((1, victims))
    }

    /// The first token of chunk `index`, as far as it has one of its own.
    fn chunk_start(&self, index: usize) -> usize {
        match self.chunks.get(index) {
            Some(Chunk::Verb(group)) => group.first,
            Some(Chunk::Noun(phrase)) => self.phrases[*phrase].first,
            _ => (self.first..self.end).find(|&at| matches!(self.word(at), "among" | "included" | "include")).unwrap_or(self.first),
        }
    }
}
