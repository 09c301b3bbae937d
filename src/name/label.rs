//! Labels of tokens, and the best sequence of them.

use crate::fact::EntityKind;
use crate::knowledge::{LABELS, Model, Scores};

/// What a token is part of. The numbers are those of the model.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[repr(usize)]
pub enum Label {
    /// No name.
    #[default]
    Outside,
    /// A person's name.
    Person,
    /// An organisation's.
    Organization,
    /// A place's.
    Place,
    /// Any other.
    Other,
}

impl Label {
    /// All labels, by number.
    pub const ALL: [Self; LABELS] = [Self::Outside, Self::Person, Self::Organization, Self::Place, Self::Other];

    /// The kind of name; none outside.
    pub(super) fn kind(self) -> Option<EntityKind> {
        Some(match self {
            Self::Outside => return None,
            Self::Person => EntityKind::Person,
            Self::Organization => EntityKind::Organization,
            Self::Place => EntityKind::Place,
            Self::Other => EntityKind::Miscellaneous,
        })
    }
}

/// Scores as probabilities.
pub(super) fn probabilities(scores: &Scores) -> Scores {
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let powers = scores.map(|score| (score - top).exp());
    let sum: f32 = powers.iter().sum();
    powers.map(|power| power / sum)
}

/// The best labels (Viterbi) of a run of tokens that stands between tokens outside any name.
pub(super) fn best(model: &Model, scores: &[Scores], back: &mut Vec<[u8; LABELS]>, labels: &mut Vec<Label>) {
    labels.clear();
    back.clear();
    let Some((first, rest)) = scores.split_first() else { return };
    let mut reached: Scores = std::array::from_fn(|label| first[label] + model.transitions[0][label]);
    for scores in rest {
        let mut from = [0u8; LABELS];
        let next = std::array::from_fn(|label| {
            let mut best = f32::MIN;
            for (before, &score) in reached.iter().enumerate() {
                let score = score + model.transitions[before][label];
                if score > best {
                    best = score;
                    from[label] = before as u8;
                }
            }
            best + scores[label]
        });
        reached = next;
        back.push(from);
    }
    let mut label = (1..LABELS).fold(0, |best, label| if reached[label] > reached[best] { label } else { best });
    labels.push(Label::ALL[label]);
    for from in back.iter().rev() {
        label = usize::from(from[label]);
        labels.push(Label::ALL[label]);
    }
    labels.reverse();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transitions_outweigh_a_weak_token() {
        let mut model = Model::default();
        for label in 0..LABELS {
            for other in 0..LABELS {
                model.transitions[label][other] = if label == other { 1.0 } else { -1.0 };
            }
        }
        let person = [0.0, 3.0, 0.0, 0.0, 0.0];
        let doubtful = [0.2, 0.0, 0.3, 0.0, 0.0];
        let mut labels = Vec::new();
        best(&model, &[person, doubtful, person], &mut Vec::new(), &mut labels);
        assert_eq!(labels, [Label::Person; 3]);
        best(&model, &[], &mut Vec::new(), &mut labels);
        assert!(labels.is_empty());
    }
}
