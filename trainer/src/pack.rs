//! The bytes of a model. Their format is told in `sidelight`'s `knowledge/model.rs`, which reads them.

use sidelight::training::{EntryCode, Feature, Number, Steps, Text, WeightCode};

use crate::code::Encoder;
use crate::train::Weights;

/// Steps that the format can hold.
const MOST: f32 = 63.0;

/// Packs weights as steps of the size `step`; those of fewer steps than `least` become 0, which costs little.
pub fn model(features: &[Feature], weights: &Weights, step: f32, least: i8) -> Vec<u8> {
    let steps = |weight: f32| (weight / step).round().clamp(-MOST, MOST) as i8;
    let rows: Vec<(Feature, Steps)> = features
        .iter()
        .zip(&weights.features)
        .map(|(feature, scores)| (*feature, lean(scores.map(steps), least)))
        .filter(|(_, steps)| steps.iter().any(|step| *step != 0))
        .collect();
    let mut out = Vec::from(step.to_le_bytes());
    out.extend(weights.transitions.iter().flatten().map(|weight| steps(*weight) as u8));
    let mut writer = Writer { code: Encoder::new(), count: Number::default(), weights: WeightCode::default() };
    let hashed = rows.iter().filter_map(|(feature, steps)| if let Feature::Hashed(hash) = feature { Some((*hash, *steps)) } else { None });
    writer.hashed(&hashed.collect::<Vec<_>>());
    for text in Text::ALL {
        let of = rows.iter().filter_map(|(feature, steps)| match feature {
            Feature::Of(kind, hash, slot) if *kind == text => Some((*hash, *slot, *steps)),
            _ => None,
        });
        writer.texts(text, &of.collect::<Vec<_>>());
    }
    out.extend(writer.code.finish());
    out
}

/// What is added to the weights of all labels alike changes no sequence of labels: so much is taken from each that they
/// are cheapest to write. Then small ones are dropped.
fn lean(steps: Steps, least: i8) -> Steps {
    let bits = |step: i8| if step == 0 { 0.0 } else { 1.0 + f32::from(step.unsigned_abs() + 1).log2() };
    let moved = |by: i8| steps.map(|step| step.saturating_sub(by));
    let cost = |by: &i8| moved(*by).into_iter().map(bits).sum::<f32>();
    let best = (-8..=8).min_by(|one, other| cost(one).total_cmp(&cost(other))).unwrap_or(0);
    moved(best).map(|step| if step.abs() < least { 0 } else { step.clamp(-(MOST as i8), MOST as i8) })
}

struct Writer {
    code: Encoder,
    count: Number,
    weights: WeightCode,
}

impl Writer {
    /// Features of no text, by rising hash.
    fn hashed(&mut self, rows: &[(u32, Steps)]) {
        self.code.number(&mut self.count, rows.len() as u32);
        let (mut distance, mut last) = (Number::default(), 0);
        for (hash, steps) in rows {
            self.code.number(&mut distance, hash - last);
            last = *hash;
            self.steps(steps);
        }
    }

    /// Features of one kind of text, by rising hash and slot.
    fn texts(&mut self, text: Text, rows: &[(u32, u16, Steps)]) {
        let entries: Vec<&[(u32, u16, Steps)]> = rows.chunk_by(|one, other| one.0 == other.0).collect();
        self.code.number(&mut self.count, entries.len() as u32);
        let (mut context, mut last) = (EntryCode::default(), 0);
        for entry in entries {
            self.code.number(&mut context.distance, entry[0].0 - last);
            last = entry[0].0;
            let mut had = 0usize;
            for &slot in text.slots() {
                let contexts = &mut context.has[slot as usize][had.min(3)];
                let mut times = 0;
                for (_, tag, steps) in entry.iter().filter(|(_, tag, _)| tag >> 10 == slot as u16) {
                    self.code.bit(&mut contexts[times.min(3)], true);
                    self.code.tree(slot.bits(), &mut context.joined[(slot as usize) << 10..], u32::from(tag & 1023));
                    self.steps(steps);
                    times += 1;
                }
                if slot.bits() > 0 || times == 0 {
                    self.code.bit(&mut contexts[times.min(3)], false);
                }
                had += usize::from(times > 0);
            }
        }
    }

    fn steps(&mut self, steps: &Steps) {
        let (mut signs, mut greatest) = (0, 0);
        for (label, &step) in steps.iter().enumerate() {
            self.code.bit(&mut self.weights.zero[label][signs], step == 0);
            if step != 0 {
                self.code.bit(&mut self.weights.negative[label][signs], step < 0);
                let size = usize::from(step.unsigned_abs());
                for so_far in 1..=size.min(62) {
                    self.code.bit(&mut self.weights.more[label][greatest.min(5)][so_far], so_far < size);
                }
                greatest = greatest.max(size);
            }
            signs = WeightCode::signs(signs, step);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cheapest_of_equal_weights() {
        assert_eq!(lean([3, 3, 3, 3, 9], 2), [0, 0, 0, 0, 6]);
        assert_eq!(lean([0, 1, 5, 0, -1], 2), [0, 0, 5, 0, 0]);
        assert_eq!(lean([127, -127, 0, 0, 0], 2), [63, -63, 0, 0, 0]);
    }
}
