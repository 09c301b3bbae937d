//! Quotes: the words, who speaks them, the verb.

use crate::fact::{NameMention, Quote};
use crate::lexicon::Reading;

/// Adds the quotes that begin in sentence `sentence` (an index). A quotation may run over several sentences of its
/// block. The speaker's entity is left to `story`.
pub fn tag(_reading: &Reading, _sentence: usize, _names: &[NameMention], _quotes: &mut Vec<Quote>) {}
