//! Names of people, organisations, places and peoples.

use crate::fact::NameMention;
use crate::lexicon::Reading;

/// Finds names in two passes: sentence by sentence, then again with what the whole document has shown.
#[derive(Default)]
pub struct Tagger {}

impl Tagger {
    /// First pass over sentence `sentence` (an index).
    pub fn read(&mut self, _reading: &Reading, _sentence: usize) {}

    /// Second pass over sentence `sentence`, after every sentence was read: adds its names, in text order.
    pub fn tag(&self, _reading: &Reading, _sentence: usize, _names: &mut Vec<NameMention>) {}
}
