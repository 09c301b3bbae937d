//! Temporal expressions: recognised, and resolved against the article's date.

use crate::fact::{Anchor, Number, TimeExpression};
use crate::lexicon::Reading;

/// Adds the temporal expressions of sentence `sentence` (an index) to `times`, unresolved where they are relative.
/// `numbers` are the numbers of that sentence.
pub fn tag(_reading: &Reading, _sentence: usize, _numbers: &[Number], _times: &mut Vec<TimeExpression>) {}

/// The day from which relative expressions count: the article's own date, or one inferred from `times`.
pub fn anchor(_reading: &Reading, _times: &[TimeExpression]) -> Anchor {
    Anchor::default()
}

/// Gives each relative expression its value and interval.
pub fn resolve(_reading: &Reading, _anchor: &Anchor, _times: &mut [TimeExpression]) {}
