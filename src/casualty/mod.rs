//! Casualty figures of a sentence: effect, bounds, victims, status, scope, source words.

use crate::fact::{CasualtyFigure, NameMention, Number, TimeExpression};
use crate::lexicon::Reading;

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
pub fn tag(_reading: &Reading, _sentence: usize, _clues: &Clues, _figures: &mut Vec<CasualtyFigure>) {}
