//! Numbers in digits and words, with the words that qualify them; quantities with units.

use crate::fact::Number;
use crate::lexicon::Reading;
use crate::text::Sentence;

/// Adds the numbers of one sentence to `numbers`, in text order, not overlapping.
pub fn tag(_reading: &Reading, _sentence: &Sentence, _numbers: &mut Vec<Number>) {}
