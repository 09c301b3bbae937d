//! Training of the linear-chain model: AdaGrad with regularised dual averaging, which keeps few weights, then a choice
//! of the strongest features and a second training on those alone. No threads and no random numbers from outside, so
//! that the same data gives the same bytes.

use std::collections::HashMap;

use sidelight::training::Feature;

use crate::corpus::{Allowed, Run};
use crate::dice::Dice;

pub const LABELS: usize = 5;
type Scores = [f32; LABELS];

/// Settings of one training.
#[derive(Clone, Copy)]
pub struct Settings {
    pub rate: f32,
    pub l1: f32,
    pub epochs: usize,
}

/// Sentences with their features as indices.
pub struct Examples {
    /// Each feature, by index.
    pub features: Vec<Feature>,
    runs: Vec<(Vec<Vec<u32>>, Vec<Allowed>)>,
}

impl Examples {
    /// Numbers the features that occur at least `least` times.
    pub fn new(runs: &[Run], least: u32) -> Self {
        let mut counts: HashMap<Feature, u32> = HashMap::new();
        for run in runs {
            for (features, _) in &run.tokens {
                for &feature in features {
                    *counts.entry(feature).or_default() += 1;
                }
            }
        }
        let mut known: Vec<Feature> = counts.iter().filter(|(_, count)| **count >= least).map(|(feature, _)| *feature).collect();
        known.sort_unstable();
        let runs = runs
            .iter()
            .map(|run| {
                let features = run.tokens.iter().map(|(features, _)| indices(&known, features)).collect();
                (features, run.tokens.iter().map(|(_, allowed)| *allowed).collect())
            })
            .collect();
        Self { features: known, runs }
    }

    /// The same sentences with only the features `kept` (by index).
    pub fn keep(&self, kept: &[u32]) -> Self {
        let mut new = vec![u32::MAX; self.features.len()];
        for (at, &old) in kept.iter().enumerate() {
            new[old as usize] = at as u32;
        }
        let runs = self.runs.iter().map(|(tokens, labels)| {
            let tokens = tokens
                .iter()
                .map(|features| features.iter().map(|&old| new[old as usize]).filter(|&new| new != u32::MAX).collect())
                .collect();
            (tokens, labels.clone())
        });
        Self { features: kept.iter().map(|&old| self.features[old as usize]).collect(), runs: runs.collect() }
    }
}

fn indices(known: &[Feature], features: &[Feature]) -> Vec<u32> {
    features.iter().filter_map(|feature| known.binary_search(feature).ok().map(|at| at as u32)).collect()
}

/// Sums of gradients and of their squares.
#[derive(Clone, Copy, Default)]
struct Cell {
    sum: f32,
    squares: f32,
}

impl Cell {
    fn weight(self, settings: Settings, time: f32) -> f32 {
        let size = self.sum.abs() - settings.l1 * time;
        if size <= 0.0 { 0.0 } else { -self.sum.signum() * settings.rate * size / (1e-6 + self.squares).sqrt() }
    }

    fn learn(&mut self, gradient: f32) {
        self.sum += gradient;
        self.squares += gradient * gradient;
    }
}

/// Weights by feature index, and transitions.
pub struct Weights {
    pub features: Vec<Scores>,
    pub transitions: [Scores; LABELS],
}

/// Trains on all examples.
pub fn train(examples: &Examples, settings: Settings) -> Weights {
    let mut cells = vec![[Cell::default(); LABELS]; examples.features.len()];
    let mut edges = [[Cell::default(); LABELS]; LABELS];
    let mut order: Vec<usize> = (0..examples.runs.len()).collect();
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let mut time = 0.0f32;
    for epoch in 0..settings.epochs {
        for at in (1..order.len()).rev() {
            order.swap(at, (dice.number() % (at as u64 + 1)) as usize);
        }
        let mut loss = 0.0f64;
        for &at in &order {
            let (tokens, labels) = &examples.runs[at];
            time += 1.0;
            loss += f64::from(step(tokens, labels, &mut cells, &mut edges, settings, time));
        }
        eprintln!("  epoch {} loss {:.0}", epoch + 1, loss);
    }
    Weights {
        features: cells.iter().map(|cell| cell.map(|cell| cell.weight(settings, time))).collect(),
        transitions: edges.map(|row| row.map(|cell| cell.weight(EDGE, time))).map(|row| row.map(|w| w * settings.rate / EDGE.rate)),
    }
}

/// Transitions are few: none is dropped.
const EDGE: Settings = Settings { rate: 0.1, l1: 0.0, epochs: 0 };

/// One sentence: probabilities by forward and backward sums, and the gradient. Returns the loss.
fn step(
    tokens: &[Vec<u32>],
    labels: &[Allowed],
    cells: &mut [[Cell; LABELS]],
    edges: &mut [[Cell; LABELS]; LABELS],
    settings: Settings,
    time: f32,
) -> f32 {
    let transitions = edges.map(|row| row.map(|cell| cell.weight(EDGE, time) * settings.rate / EDGE.rate));
    let scores: Vec<Scores> = tokens
        .iter()
        .map(|features| {
            let mut sum = [0.0; LABELS];
            for &feature in features {
                for (total, cell) in sum.iter_mut().zip(&cells[feature as usize]) {
                    if cell.squares > 0.0 {
                        *total += cell.weight(settings, time);
                    }
                }
            }
            sum
        })
        .collect();
    let free = Lattice::new(scores.clone(), &transitions);
    // The same with only the labels that the annotation allows.
    let mut held = scores;
    for (scores, allowed) in held.iter_mut().zip(labels) {
        for (label, score) in scores.iter_mut().enumerate() {
            if allowed >> label & 1 == 0 {
                *score = -1e4;
            }
        }
    }
    let held = Lattice::new(held, &transitions);
    for (at, features) in tokens.iter().enumerate() {
        let (expected, wanted) = (free.label(at), held.label(at));
        for &feature in features {
            for (label, cell) in cells[feature as usize].iter_mut().enumerate() {
                let gradient = expected[label] - wanted[label];
                if gradient.abs() > 1e-4 {
                    cell.learn(gradient);
                }
            }
        }
        for (from, edges) in edges.iter_mut().enumerate() {
            for (to, edge) in edges.iter_mut().enumerate() {
                let gradient = free.edge(at, from, to, &transitions) - held.edge(at, from, to, &transitions);
                if gradient.abs() > 1e-6 {
                    edge.learn(gradient);
                }
            }
        }
    }
    free.total - held.total
}

/// Sums over all paths through a sentence.
struct Lattice {
    scores: Vec<Scores>,
    forward: Vec<Scores>,
    backward: Vec<Scores>,
    total: f32,
}

impl Lattice {
    fn new(scores: Vec<Scores>, transitions: &[Scores; LABELS]) -> Self {
        let length = scores.len();
        let mut forward: Vec<Scores> = Vec::with_capacity(length);
        let mut before: Scores = transitions[0];
        for (at, score) in scores.iter().enumerate() {
            if at > 0 {
                before = std::array::from_fn(|to| log_sum(&std::array::from_fn(|from| forward[at - 1][from] + transitions[from][to])));
            }
            forward.push(std::array::from_fn(|label| before[label] + score[label]));
        }
        let mut backward = vec![[0.0; LABELS]; length];
        for at in (0..length.saturating_sub(1)).rev() {
            backward[at] = std::array::from_fn(|from| {
                log_sum(&std::array::from_fn(|to| transitions[from][to] + scores[at + 1][to] + backward[at + 1][to]))
            });
        }
        let total = forward.last().map_or(0.0, log_sum);
        Self { scores, forward, backward, total }
    }

    /// Probability of each label of a token.
    fn label(&self, at: usize) -> Scores {
        std::array::from_fn(|label| (self.forward[at][label] + self.backward[at][label] - self.total).exp())
    }

    /// Probability of a transition into a token; the first token's is from outside.
    fn edge(&self, at: usize, from: usize, to: usize, transitions: &[Scores; LABELS]) -> f32 {
        match at.checked_sub(1) {
            Some(before) => {
                (self.forward[before][from] + transitions[from][to] + self.scores[at][to] + self.backward[at][to] - self.total).exp()
            }
            None if from == 0 => (self.forward[0][to] + self.backward[0][to] - self.total).exp(),
            None => 0.0,
        }
    }
}

fn log_sum(values: &Scores) -> f32 {
    let top = values.iter().copied().fold(f32::MIN, f32::max);
    top + values.iter().map(|value| (value - top).exp()).sum::<f32>().ln()
}

/// The indices of the `count` features with the greatest weight, in order.
pub fn strongest(weights: &Weights, count: usize) -> Vec<u32> {
    let mut sizes: Vec<(u32, u32)> = weights
        .features
        .iter()
        .enumerate()
        .map(|(at, scores)| (scores.iter().fold(0.0f32, |top, weight| top.max(weight.abs())).to_bits(), at as u32))
        .filter(|(size, _)| *size > 0)
        .collect();
    sizes.sort_unstable_by(|one, other| (other.0, one.1).cmp(&(one.0, other.1)));
    sizes.truncate(count);
    let mut kept: Vec<u32> = sizes.into_iter().map(|(_, at)| at).collect();
    kept.sort_unstable();
    kept
}
