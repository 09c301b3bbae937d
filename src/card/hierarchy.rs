//! Which figures stand under which in the card: parts under their whole, what was replaced under what replaced it.

use std::collections::BTreeMap;

use crate::fact::{Analysis, CasualtyFigure};

/// The order of an analysis's figures. Filled pass by pass; each takes one figure a call, all in order, and says whether there was one.
#[derive(Default)]
pub struct Hierarchy {
    /// For each figure that was replaced the first one that replaced it.
    newer: BTreeMap<usize, usize>,
    /// For each figure the one that it stands under.
    host: Vec<Option<usize>>,
    /// For each figure that has any, those that stand under it and are not told before, in text order.
    under: BTreeMap<usize, Vec<usize>>,
}

impl Hierarchy {
    /// Notes which figure was replaced by figure number `index`.
    pub(super) fn note(&mut self, analysis: &Analysis, index: usize) -> bool {
        let Some(figure) = analysis.figures.get(index) else { return false };
        if let Some(older) = figure.supersedes {
            self.newer.entry(older).or_insert(index);
        }
        true
    }

    /// Finds the figure that figure number `index` stands under, when all are noted.
    pub(super) fn seat(&mut self, analysis: &Analysis, index: usize) -> bool {
        let Some(figure) = analysis.figures.get(index) else { return false };
        let host = figure.part_of.or_else(|| self.newer.get(&index).copied()).filter(|&host| {
            // One level deep, and only while both tell of the same time.
            let fits = |other: &CasualtyFigure| other.same_as.is_none() && other.background == figure.background && other.part_of.is_none();
            host != index && analysis.figures.get(host).is_some_and(fits)
        });
        self.host.push(host);
        true
    }

    /// Puts figure number `index` under that figure.
    pub(super) fn put_under(&mut self, analysis: &Analysis, index: usize) -> bool {
        let Some(figure) = analysis.figures.get(index) else { return false };
        if let Some(host) = self.host(index)
            && figure.same_as.is_none()
        {
            self.under.entry(host).or_default().push(index);
        }
        true
    }

    /// The figure that figure `index` stands under; `None` for one that stands by itself.
    pub fn host(&self, index: usize) -> Option<usize> {
        self.host.get(index).copied().flatten()
    }

    /// The figures that stand under figure `index`.
    pub fn under(&self, index: usize) -> &[usize] {
        self.under.get(&index).map_or(&[], Vec::as_slice)
    }
}
