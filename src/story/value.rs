//! What two figures count, held against each other: the same, a vague word that a number fits, or what cannot both be right.

use crate::fact::{CasualtyFigure, Modifier};

/// What a figure counts, apart from whom.
#[derive(Clone, Copy)]
pub(super) struct Value {
    modifier: Modifier,
    low: Option<u64>,
    high: Option<u64>,
    /// The number as worded.
    pub best: Option<u64>,
    fraction: Option<f64>,
    /// No number word stands there.
    pub implicit: bool,
}

impl Value {
    /// What `figure` counts.
    pub fn of(figure: &CasualtyFigure) -> Self {
        let &CasualtyFigure { modifier, low, high, best, fraction, implicit, .. } = figure;
        Self { modifier, low, high, best, fraction, implicit }
    }

    /// Whether both are one number, or one range.
    pub fn is_same(&self, other: &Self) -> bool {
        self.best == other.best
            && self.fraction == other.fraction
            && (self.best.is_some() || self.low == other.low && self.high == other.high)
    }

    /// Whether both can tell the same number: one number, one range, or "dozens" and "42".
    pub fn tells_the_same(&self, other: &Self) -> bool {
        if self.implicit != other.implicit {
            return false;
        }
        if self.best.is_some() && self.best == other.best || self.fraction.is_some() && self.fraction == other.fraction {
            return true;
        }
        if self.best.is_none() && other.best.is_none() && self.low.is_some() && self.low == other.low && self.high == other.high {
            return true;
        }
        self.is_vaguely(other) || other.is_vaguely(self)
    }

    /// Whether this is a vague word that the number of the other fits.
    fn is_vaguely(&self, exact: &Self) -> bool {
        self.modifier == Modifier::Vague
            && exact.modifier != Modifier::Vague
            && matches!((self.low, self.high, exact.best), (Some(low), Some(high), Some(best)) if low <= best && best <= high)
    }

    /// Whether the bounds of the two cannot both hold.
    pub fn is_apart(&self, other: &Self) -> bool {
        match (self.bounds(), other.bounds()) {
            (Some(one), Some(two)) => one.1 < two.0 || two.1 < one.0,
            _ => false,
        }
    }

    fn bounds(&self) -> Option<(u64, u64)> {
        match self.modifier {
            // "at least 12" against "at least 20": both hold, yet they differ; a conflict needs one that closes.
            Modifier::Approximately => self.best.map(|best| (best - best / 10, best + best / 10)),
            _ => Some((self.low.unwrap_or(0), self.high.unwrap_or(u64::MAX))),
        }
    }
}
