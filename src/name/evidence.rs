//! What the whole document shows of a word: how it is written elsewhere and what it was taken for there.

use rustc_hash::FxHashMap;

use super::features::Sink;
use super::label::Label;
use crate::knowledge::{LABELS, Scores, model_hash};

/// Bits of the set of lower-case words, as a power of two. A set that is too full only weakens a feature.
const SET_BITS: u32 = 18;

/// How far the other mentions of a word weigh.
pub const CONSISTENCY: f32 = 0.7;

/// How far a full name elsewhere weighs for a family name that stands alone.
pub const FAMILY_NAME: f32 = 3.0;

/// What is known of a word that was seen with a capital.
#[derive(Clone, Copy, Default)]
struct Seen {
    count: f32,
    /// Sum of the probabilities of each label.
    mass: Scores,
    /// The greatest probability of being a person's among the runs that it ended: a family name.
    family: f32,
    /// It ended, or began, a run of several capitals.
    ended: bool,
    began: bool,
}

/// The evidence of one document.
#[derive(Default)]
pub struct Evidence {
    capitals: FxHashMap<u32, Seen>,
    /// Hashes of words seen without a capital.
    lower: Vec<u64>,
}

impl Evidence {
    /// Notes a word without a capital.
    pub fn note_lower(&mut self, word: u32) {
        if self.lower.is_empty() {
            self.lower.resize(1 << (SET_BITS - 6), 0);
        }
        let at = word.wrapping_mul(0x9e37_79b1) >> (32 - SET_BITS);
        self.lower[(at >> 6) as usize] |= 1 << (at & 63);
    }

    /// Notes a word with a capital, where it stood in a run of several, and the model's first probabilities for it.
    pub fn note_capital(&mut self, word: u32, began: bool, ended: bool, probabilities: &Scores) {
        let seen = self.capitals.entry(word).or_default();
        seen.count += 1.0;
        seen.began |= began;
        seen.ended |= ended;
        if ended {
            seen.family = seen.family.max(probabilities[Label::Person as usize]);
        }
        for (mass, probability) in seen.mass.iter_mut().zip(probabilities) {
            *mass += probability;
        }
    }

    fn is_lower(&self, word: u32) -> bool {
        let at = word.wrapping_mul(0x9e37_79b1) >> (32 - SET_BITS);
        self.lower.get((at >> 6) as usize).is_some_and(|bits| bits >> (at & 63) & 1 == 1)
    }

    /// Gives the document features of a word with this shape to `sink`; `alone` where no capital stands beside it.
    pub(super) fn visit(&self, word: u32, shape: u32, alone: bool, sink: &mut impl Sink) {
        let seen = self.capitals.get(&word).copied().unwrap_or_default();
        let bits = u32::from(self.is_lower(word))
            | u32::from(seen.ended) << 1
            | u32::from(seen.began) << 2
            | u32::from(seen.count > 1.0) << 3
            | u32::from(alone) << 4;
        sink.hashed(model_hash(40, bits, shape));
        sink.hashed(model_hash(41, bits, 0));
    }

    /// Adds to `scores` what the word was taken for elsewhere in the document.
    /// Where it stands alone and ended a person's full name elsewhere, it is likely that person.
    pub fn weigh(&self, word: u32, scores: &mut Scores, own: &Scores, alpha: f32, alone: bool) {
        let Some(seen) = self.capitals.get(&word).filter(|seen| seen.count > 1.5) else { return };
        let others = seen.count - 1.0;
        for label in 0..LABELS {
            let mean = ((seen.mass[label] - own[label]) / others).max(0.0);
            scores[label] += alpha * (mean + 0.02).ln();
        }
        if alone && seen.family > 0.4 {
            scores[Label::Person as usize] += FAMILY_NAME;
        }
    }
}
