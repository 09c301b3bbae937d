//! Which figures stand under which in the card: parts under their whole, what was replaced under what replaced it.

use std::collections::BTreeMap;

use crate::fact::Analysis;

/// The order of an analysis's figures.
#[derive(Clone, Default)]
pub struct Hierarchy {
    /// For each figure the one that it stands under.
    host: Vec<Option<usize>>,
    /// For each figure that has any, those that stand under it and are not told before, in text order.
    under: BTreeMap<usize, Vec<usize>>,
}

impl Hierarchy {
    /// The order of these figures.
    pub fn of(analysis: &Analysis) -> Self {
        let figures = &analysis.figures;
        let mut newer: BTreeMap<usize, usize> = BTreeMap::new();
        for (index, figure) in figures.iter().enumerate() {
            if let Some(older) = figure.supersedes {
                newer.entry(older).or_insert(index);
            }
        }
        let host: Vec<Option<usize>> = figures
            .iter()
            .enumerate()
            .map(|(index, figure)| {
                let host = figure.part_of.or_else(|| newer.get(&index).copied())?;
                let other = figures.get(host)?;
                // One level deep, and only while both tell of the same time.
                let fits = host != index && other.same_as.is_none() && other.background == figure.background && other.part_of.is_none();
                fits.then_some(host)
            })
            .collect();
        let mut under: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, (figure, host)) in figures.iter().zip(&host).enumerate() {
            if let Some(host) = host
                && figure.same_as.is_none()
            {
                under.entry(*host).or_default().push(index);
            }
        }
        Self { host, under }
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
