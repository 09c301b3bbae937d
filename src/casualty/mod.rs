//! Casualty figures of a sentence: effect, bounds, victims, status, scope, source words.
//!
//! A sentence without a word of harm costs one look at its tokens' classes. Else it is cut into noun phrases and verb
//! groups (`chunk`, `noun_phrase`, `verb_group`). Each word of harm (`finder`) is taken to its victims by the structure of
//! its clause, never by distance: verbs and states in `frame` by their `subject` or object, nouns in `nominal`, and with
//! them what is coordinated (`coordination`); labels as in a table (`label`) are read first. Each phrase found is counted, if it stands for a certain number of people
//! (`count`) and the harm is one to be told (`relevance`), and becomes a figure (`figure`): how certain the sentence says
//! it is and what it covers (`judge`), who says so (`attribution`), by what, where and when (`circumstance`, which asks `stage` and
//! `placing`). A sentence that only
//! says who was among those that the one before has counted is read by `continuation`.
//!
//! What is deliberately no figure: a plural without a number; a natural death of a named person; a sentence or threat
//! of death; animals, houses, vehicles, sums, distances, ages; people who were rescued, affected, shot at.

mod actor;
mod attribution;
mod chunk;
mod circumstance;
mod continuation;
mod coordination;
mod count;
mod figure;
mod finder;
mod frame;
mod judge;
mod label;
mod nominal;
mod noun_phrase;
mod outcome;
mod placing;
mod relevance;
mod stage;
mod struck;
mod subject;
mod verb_group;
mod word;

pub use self::attribution::source_kind;
use self::chunk::Parse;
pub use self::circumstance::Scene;
use self::circumstance::holds_setting;
use self::finder::Finder;
pub use self::placing::{Standing, standing};
use self::stage::holds_event;
use crate::fact::{CasualtyFigure, Effect, NameMention, Number, TimeExpression};
use crate::lexicon::en::class;
use crate::lexicon::{Classes, Reading};
use crate::text::{ByteSpan, order};

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
/// of a figure in another sentence, conflict, entity ids, place and time from context) are left to `story`. Returns the counts
/// of people of whom something else is told ("40 were rescued"), which are quantities.
pub fn tag(reading: &Reading, sentence: usize, clues: &Clues, figures: &mut Vec<CasualtyFigure>) -> Vec<(ByteSpan, Effect)> {
    let Some(range) = reading.sentences().get(sentence).map(|sentence| sentence.tokens.range()) else { return Vec::new() };
    const SIGNS: Classes = class::HARM.union(class::STRUCK).union(class::WARD);
    let told = |at: usize| reading.is(at, class::GRAMMAR) && matches!(reading.lower(at), "fatally" | "lost" | "losing");
    let sign = |at: usize| reading.is(at, SIGNS) || told(at);
    if !range.clone().any(sign) {
        continuation::tag(reading, sentence, clues, figures);
        return Vec::new();
    }
    // A "sentence" of thousands of words is a list or a table: what is read of it stays bounded.
    let end = range.end.min(range.start + LONGEST);
    let parse = Parse::new(reading, clues, range.start, end);
    let mut found = Finder::new(&parse, clues, figures.len()).find();
    // Mostly one or none: there is nothing to put in order.
    if let [] | [CasualtyFigure { part_of: None, .. }] = found[..]
        && found.iter().all(|figure| figure.effect.is_casualty())
    {
        figures.append(&mut found);
        return Vec::new();
    }
    // In text order; links of parts to wholes are indices and move along.
    let mut order = order::order(found.len(), |at| order::key(found[at].span.start() as u64, found[at].trigger.start() as u64));
    let beside = found.iter().filter(|figure| !figure.effect.is_casualty() && !figure.implicit);
    let beside = beside.map(|figure| (figure.span, figure.effect)).collect();
    order.retain(|&at| found[at].effect.is_casualty());
    let base = figures.len();
    let mut place = vec![None; found.len()];
    for (new, &old) in order.iter().enumerate() {
        if let Some(slot) = place.get_mut(old) {
            *slot = Some(base + new);
        }
    }
    for figure in &mut found {
        figure.part_of = figure.part_of.and_then(|old| place.get(old.wrapping_sub(base)).copied().flatten());
    }
    let mut sorted: Vec<Option<CasualtyFigure>> = found.into_iter().map(Some).collect();
    figures.extend(order.into_iter().filter_map(|old| sorted.get_mut(old).and_then(Option::take)));
    beside
}

/// Where and when sentence `sentence` (an index) puts the events that it tells of, with or without figures.
pub fn scene(reading: &Reading, sentence: usize, clues: &Clues) -> Scene {
    let Some(range) = reading.sentences().get(sentence).map(|sentence| sentence.tokens.range()) else { return Scene::default() };
    let read = range.start..range.end.min(range.start + LONGEST);
    // Few sentences hold both, and only those are worth cutting into pieces.
    if !holds_event(reading, read.clone()) || !holds_setting(reading, clues) {
        return Scene::default();
    }
    Parse::new(reading, clues, read.start, read.end).scene()
}

/// Tokens of one sentence that are read at most.
const LONGEST: usize = 400;

#[cfg(test)]
mod tests;
