//! What the article tells more than once: the card lists it once, with all places that speak of it.

use std::collections::BTreeMap;

use crate::fact::Analysis;

/// Figures and times by their first telling. Filled pass by pass; each takes one item a call, all in order, and says whether there was
/// one.
#[derive(Default)]
pub(super) struct Tellings {
    /// For each figure that is told again its later tellings, in text order.
    figures: BTreeMap<usize, Vec<usize>>,
    /// For each temporal expression the first of the same value and days.
    first: Vec<usize>,
    /// For each such first one all of them, in text order.
    times: BTreeMap<usize, Vec<usize>>,
    /// The first ones by their value; one value may stand for different days.
    values: BTreeMap<String, Vec<usize>>,
}

impl Tellings {
    /// Takes figure number `at`.
    pub fn figure(&mut self, analysis: &Analysis, at: usize) -> bool {
        let Some(figure) = analysis.figures.get(at) else { return false };
        if let Some(first) = figure.same_as {
            self.figures.entry(first).or_default().push(at);
        }
        true
    }

    /// Takes temporal expression number `at`. Told in other words or not, the same value is one entry of the timeline.
    pub fn time(&mut self, analysis: &Analysis, at: usize) -> bool {
        let Some(time) = analysis.times.get(at) else { return false };
        if !self.values.contains_key(&time.value) {
            self.values.insert(time.value.clone(), Vec::new());
        }
        let Some(alike) = self.values.get_mut(&time.value) else { return true };
        let days = |other: usize| analysis.times.get(other).is_some_and(|other| other.interval == time.interval);
        let first = alike.iter().copied().find(|other| days(*other)).unwrap_or_else(|| {
            alike.push(at);
            at
        });
        self.first.push(first);
        self.times.entry(first).or_default().push(at);
        true
    }

    /// The later tellings of figure `index`.
    pub fn of_figure(&self, index: usize) -> &[usize] {
        self.figures.get(&index).map_or(&[], Vec::as_slice)
    }

    /// The first telling of time `index`.
    pub fn first_time(&self, index: usize) -> usize {
        self.first.get(index).copied().unwrap_or(index)
    }

    /// All tellings of the same as time `index`.
    pub fn of_time(&self, index: usize) -> &[usize] {
        self.times.get(&self.first_time(index)).map_or(&[], Vec::as_slice)
    }
}
