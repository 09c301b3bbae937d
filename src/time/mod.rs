//! Temporal expressions: recognised, and resolved against the article's date.
//!
//! ```text
//! tokens ─► grammar ─► Candidate (what the words fix) ─► anchor (which day speech counts from) ─► resolve ─► TimeExpression
//! ```
//!
//! The grammar knows no date; the anchor is the article's own date or one inferred from the candidates; the resolver
//! goes through the candidates once, in text order, and keeps the time that the text has come to.

mod anchor;
mod calendar;
mod candidate;
mod grammar;
mod resolve;
mod tense;
mod value;

pub use anchor::Layout;
pub use candidate::Candidate;
pub use resolve::Resolution;

/// Rule of a number that is a year only in texts about times before Christ.
const ANCIENT_YEAR: &str = "ancient-year";

use crate::fact::Anchor;
use crate::lexicon::Reading;

/// Adds the temporal expressions of sentence `sentence` (an index) to `candidates`, in text order, not overlapping.
pub fn tag(reading: &Reading, sentence: usize, candidates: &mut Vec<Candidate>) {
    grammar::read(reading, sentence, candidates);
}

/// The day from which relative expressions count: the article's own date, or one inferred from the candidates.
pub fn anchor(reading: &Reading, layout: &Layout, candidates: &[Candidate]) -> Anchor {
    anchor::find(reading, layout, candidates)
}

#[cfg(test)]
mod tests;
