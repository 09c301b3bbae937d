//! Which day the article speaks from.

use crate::fact::{Anchor, AnchorSource};
use crate::lexicon::Reading;

use super::candidate::Candidate;

/// The article's own date, or one inferred.
pub(super) fn find(reading: &Reading, _candidates: &[Candidate]) -> Anchor {
    if let Some(published) = reading.document().article().published {
        return Anchor { date: Some(published.date), source: Some(AnchorSource::Published(published.source)) };
    }
    Anchor::default()
}
