//! The weights of the name model: a linear-chain conditional random field over hashed features.
//!
//! `model.bin`, all numbers little-endian: number of features (u32); size of one step of a weight (f32); 25
//! transition weights (i8 steps, from-label by to-label); the features' 24-bit hashes in rising order, each as its
//! distance from the one before in 7-bit groups, low group first; and for each label a plane of i8 steps.

use std::sync::OnceLock;

/// Number of labels: outside, person, organisation, place, other name.
pub(crate) const LABELS: usize = 5;

/// A weight or a score for each label.
pub(crate) type Scores = [f32; LABELS];

/// Hashes keep this many bits.
const HASH_BITS: u32 = 24;

static SHIPPED: &[u8] = include_bytes!("model.bin");

/// The model of the crate.
pub(super) fn shipped() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| Model::decode(SHIPPED).unwrap_or_default())
}

/// Weights by feature, in an open-addressing table: the hash and its five weights share a word of 64 bits.
pub struct Model {
    slots: Vec<u64>,
    step: f32,
    /// From-label by to-label.
    pub(crate) transitions: [Scores; LABELS],
}

impl Default for Model {
    fn default() -> Self {
        Self { slots: vec![0; 2], step: 1.0, transitions: [[0.0; LABELS]; LABELS] }
    }
}

impl Model {
    /// Reads the format above; nothing where it is cut short.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (count, rest) = bytes.split_first_chunk::<4>()?;
        let count = u32::from_le_bytes(*count) as usize;
        let (step, rest) = rest.split_first_chunk::<4>()?;
        let step = f32::from_le_bytes(*step);
        let (edges, mut rest) = rest.split_first_chunk::<{ LABELS * LABELS }>()?;
        let mut transitions = [[0.0; LABELS]; LABELS];
        for (weight, &edge) in transitions.iter_mut().flatten().zip(edges) {
            *weight = f32::from(edge as i8) * step;
        }
        // A feature takes at least a byte for its hash and one for each label.
        if count > bytes.len() {
            return None;
        }
        let mut hashes = Vec::with_capacity(count);
        let mut hash = 0u32;
        for _ in 0..count {
            let mut distance = 0;
            let mut shift = 0;
            loop {
                let (&group, next) = rest.split_first()?;
                rest = next;
                distance |= u32::from(group & 127) << shift;
                shift += 7;
                if group < 128 {
                    break;
                }
                if shift > 21 {
                    return None;
                }
            }
            hash = hash.wrapping_add(distance) & ((1 << HASH_BITS) - 1);
            hashes.push(hash);
        }
        if rest.len() != count * LABELS {
            return None;
        }
        let mut model = Self { slots: vec![0; (count.max(1) * 3 / 2).next_power_of_two().max(2)], step, transitions };
        for (index, &hash) in hashes.iter().enumerate() {
            let mut slot = u64::from(hash);
            for label in 0..LABELS {
                slot |= u64::from(rest[label * count + index]) << (HASH_BITS as usize + 8 * label);
            }
            let at = model.find(hash);
            model.slots[at] = slot;
        }
        Some(model)
    }

    /// The slot of `hash`, or the free one where it would stand.
    fn find(&self, hash: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash.wrapping_mul(0x9e37_79b1) as usize >> 4 & mask;
        while let Some(&slot) = self.slots.get(at)
            && slot != 0
            && slot as u32 & ((1 << HASH_BITS) - 1) != hash
        {
            at = (at + 1) & mask;
        }
        at
    }

    /// Adds the steps of the feature `hash`, if the model has it, to `sum`.
    pub(crate) fn add(&self, hash: u32, sum: &mut [i32; LABELS]) {
        let slot = self.slots[self.find(hash)];
        if slot != 0 {
            for (label, total) in sum.iter_mut().enumerate() {
                *total += i32::from((slot >> (HASH_BITS as usize + 8 * label)) as u8 as i8);
            }
        }
    }

    /// Sums of steps as scores.
    pub(crate) fn scores(&self, sum: &[i32; LABELS]) -> Scores {
        sum.map(|steps| steps as f32 * self.step)
    }
}

/// The 24-bit hash of a feature: a template and up to two values. Never 0, which marks a free slot.
pub(crate) fn hash(template: u32, one: u32, other: u32) -> u32 {
    let mut hash = one.wrapping_mul(0x85eb_ca6b) ^ other.rotate_left(13).wrapping_mul(0xc2b2_ae35) ^ template.wrapping_mul(0x9e37_79b1);
    hash ^= hash >> 15;
    hash = hash.wrapping_mul(0x2c1b_3c6d);
    hash ^= hash >> 12;
    hash = hash.wrapping_mul(0x297a_2d39);
    hash ^= hash >> 15;
    (hash & ((1 << HASH_BITS) - 1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_is_read_and_looked_up() {
        let mut bytes = Vec::from(2u32.to_le_bytes());
        bytes.extend(0.5f32.to_le_bytes());
        bytes.extend([2u8; LABELS * LABELS]);
        bytes.extend([7, 200, 1]);
        for steps in [[1i8, 2], [0, -3], [0, 0], [0, 0], [4, 0]] {
            bytes.extend(steps.map(|step| step as u8));
        }
        let model = Model::decode(&bytes).expect("well formed");
        assert_eq!(model.transitions[3][4], 1.0);
        let mut sum = [0; LABELS];
        model.add(7, &mut sum);
        model.add(8, &mut sum);
        assert_eq!(sum, [1, 0, 0, 0, 4]);
        model.add(207, &mut sum);
        assert_eq!(model.scores(&sum), [1.5, -1.5, 0.0, 0.0, 2.0]);
        for cut in 0..bytes.len() {
            assert!(Model::decode(&bytes[..cut]).is_none(), "cut at {cut}");
        }
    }

    #[test]
    fn the_shipped_model_is_whole() {
        let model = Model::decode(SHIPPED).expect("well formed");
        assert!(model.slots.iter().filter(|slot| **slot != 0).count() > 10_000);
    }
}
