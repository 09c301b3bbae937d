//! The weights of the name model: a linear-chain conditional random field over features of two kinds.
//!
//! - A feature of a word or a part of one ([`Text`]) belongs to its entry in a dictionary: which neighbour the word is
//!   ([`Slot`]), and up to ten bits of what stands around. Most words of a text have no entry, and then nothing more is
//!   looked up; no two features are taken for each other.
//! - Any other feature is known by its hash of [`HASH_BITS`].
//!
//! `model.bin` begins with the size of one step of a weight (f32) and 25 transition weights (i8 steps, from-label by
//! to-label). All the rest is one arithmetic code (see [`code`](super::code)): how many hashes, and each in rising order
//! by its distance from the one before, with its weights; then for each kind of text how many entries, and each as its
//! hash likewise, which slots it has, and their weights. Weights are steps from -63 to 63, each read in the light of the
//! signs before it.

use std::sync::OnceLock;

use super::code::{Bit, Decoder, Number};
use super::hashes::Table;

/// Number of labels: outside, person, organisation, place, other name.
pub(crate) const LABELS: usize = 5;

/// A weight or a score for each label.
pub(crate) type Scores = [f32; LABELS];

/// Weights of a feature in steps.
pub type Steps = [i8; LABELS];

/// A feature of no text that has few values: the model has the weights of each in a row, so that none is hashed and looked up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(usize)]
pub(crate) enum Few {
    /// The token's shape.
    Shape,
    /// The shape before it, with its own.
    ShapeBack,
    /// Its own, with the shape behind it.
    ShapeAhead,
    /// What the gazetteer knows of it.
    Known,
    /// Its lexicon classes, those of the one before and of the one behind, with the token's shape.
    Class,
    ClassBack,
    ClassAhead,
    /// Its word class, and those of its neighbours likewise.
    Like,
    LikeBack,
    LikeAhead,
}

impl Few {
    const ALL: [Self; 10] = [
        Self::Shape,
        Self::ShapeBack,
        Self::ShapeAhead,
        Self::Known,
        Self::Class,
        Self::ClassBack,
        Self::ClassAhead,
        Self::Like,
        Self::LikeBack,
        Self::LikeAhead,
    ];

    /// Values below so many bits stand in a row.
    const BITS: u32 = 12;

    /// A value of two parts, of which the second is a shape.
    pub(crate) fn pair(one: u32, shape: u32) -> u32 {
        one << 5 | shape
    }

    /// The hash of the feature with this value.
    pub(crate) fn hash(self, value: u32) -> u32 {
        let pair = |template: u32| hash(template, value >> 5, value & 31);
        match self {
            Self::Shape => hash(6, value, 0),
            Self::ShapeBack => pair(7),
            Self::ShapeAhead => pair(8),
            Self::Known => hash(12, value, 0),
            Self::Class => pair(17),
            Self::ClassBack => pair(18),
            Self::ClassAhead => pair(19),
            Self::Like => pair(23),
            Self::LikeBack => pair(24),
            Self::LikeAhead => pair(25),
        }
    }
}

/// Hashes keep this many bits.
pub const HASH_BITS: u32 = 22;

const HASH_MASK: u32 = (1 << HASH_BITS) - 1;

/// What of a word is in the dictionary.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Text {
    /// The whole word.
    Word,
    /// Its first letters.
    Prefix3,
    /// One more.
    Prefix4,
    /// Its last letters.
    Suffix2,
    /// One more.
    Suffix3,
    /// One more.
    Suffix4,
}

impl Text {
    /// All, in the order of the file.
    pub const ALL: [Self; 6] = [Self::Word, Self::Prefix3, Self::Prefix4, Self::Suffix2, Self::Suffix3, Self::Suffix4];

    /// The hash in the dictionary of a text with this hash of its own.
    pub(crate) fn hash(self, own: u32) -> u32 {
        mixed(64 + self as u32, own, 0)
    }

    /// That hash, apart from those of other kinds.
    fn key(self, hash: u32) -> u32 {
        (self as u32) << HASH_BITS | hash & HASH_MASK
    }

    /// The slots that it can have.
    pub fn slots(self) -> &'static [Slot] {
        match self {
            Self::Word => {
                &[Slot::Here, Slot::Back, Slot::Ahead, Slot::Back2, Slot::Ahead2, Slot::BackShaped, Slot::AheadShaped, Slot::RunShaped]
            }
            Self::Suffix3 => &[Slot::Here, Slot::HereBetween, Slot::BackShaped],
            _ => &[Slot::Here],
        }
    }
}

/// Which neighbour's text a feature is of, and what is joined with it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Slot {
    /// The token itself.
    Here,
    /// The one before.
    Back,
    /// The one behind.
    Ahead,
    /// Two before.
    Back2,
    /// Two behind.
    Ahead2,
    /// The token itself, with the shapes behind it and before it.
    HereBetween,
    /// The one before, with the token's shape.
    BackShaped,
    /// The one behind, with the token's shape.
    AheadShaped,
    /// The last of the run of capitals, with the token's shape.
    RunShaped,
}

impl Slot {
    const JOINED_BITS: u32 = 10;

    /// How many bits are joined: none, one shape, or two.
    pub fn bits(self) -> u32 {
        match self {
            Self::BackShaped | Self::AheadShaped | Self::RunShaped => 5,
            Self::HereBetween => 10,
            _ => 0,
        }
    }

    /// The slot with what is joined, as the model keeps it.
    pub(crate) fn with(self, joined: u32) -> u16 {
        (self as u16) << Self::JOINED_BITS | joined as u16 & ((1 << Self::JOINED_BITS) - 1)
    }
}

static SHIPPED: &[u8] = include_bytes!("model.bin");

/// The model of the crate.
pub(super) fn shipped() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| Model::decode(SHIPPED).unwrap_or_default())
}

/// Five sums of steps side by side in one number: adding two adds each of them. Sums from -2,048 to 2,047 fit, which
/// thirty-two features of the greatest weight would just fill.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Sum(i64);

impl Sum {
    const BITS: u32 = 12;

    fn of(steps: Steps) -> Self {
        Self(steps.iter().rev().fold(0, |sum, &step| (sum << Self::BITS) + i64::from(step)))
    }

    fn add(&mut self, other: Self) {
        self.0 = self.0.wrapping_add(other.0);
    }

    fn steps(self) -> [i32; LABELS] {
        let mut rest = self.0;
        std::array::from_fn(|_| {
            // A negative sum has borrowed one of the sums above it.
            let sum = rest << (64 - Self::BITS) >> (64 - Self::BITS);
            rest = rest.wrapping_sub(sum) >> Self::BITS;
            sum as i32
        })
    }
}

/// A text of the dictionary: its number, and above it a bit for each slot that it has. Most slots asked for are none of
/// them, which this tells without looking further.
#[derive(Clone, Copy, Default)]
struct Entry(u32);

impl Entry {
    const NUMBER_BITS: u32 = 20;

    fn new(number: usize, slots: u32) -> Self {
        Self(number as u32 | slots << Self::NUMBER_BITS)
    }

    fn number(self) -> usize {
        (self.0 & ((1 << Self::NUMBER_BITS) - 1)) as usize
    }

    fn has(self, slot: u16) -> bool {
        self.0 >> (Self::NUMBER_BITS + u32::from(slot >> Slot::JOINED_BITS)) & 1 == 1
    }
}

/// Weights by feature.
pub struct Model {
    hashed: Table<Sum>,
    /// Weights of the values of each of [`Few`], one row behind the other.
    few: Vec<Sum>,
    /// The entry of each text.
    texts: Table<Entry>,
    /// Where the features of each entry begin; one more at the end.
    first: Vec<u32>,
    /// Slot and what is joined, of each feature of a text; in rising order within an entry.
    slots: Vec<u16>,
    /// Weights of these features.
    weights: Vec<Sum>,
    step: f32,
    /// From-label by to-label.
    pub(crate) transitions: [Scores; LABELS],
}

impl Default for Model {
    fn default() -> Self {
        Self {
            hashed: Table::new(&[]),
            few: Vec::new(),
            texts: Table::new(&[]),
            first: vec![0],
            slots: Vec::new(),
            weights: Vec::new(),
            step: 1.0,
            transitions: [[0.0; LABELS]; LABELS],
        }
    }
}

/// Probabilities while weights are read or written.
#[derive(Clone)]
pub struct WeightCode {
    /// Is it 0, is it negative: by label and by the signs before it.
    pub zero: [[Bit; 81]; LABELS],
    /// Likewise.
    pub negative: [[Bit; 81]; LABELS],
    /// Does its size go on: by label, by the greatest size before it up to 5, and by the size so far.
    pub more: [[[Bit; 64]; 6]; LABELS],
}

impl Default for WeightCode {
    fn default() -> Self {
        const FRESH: WeightCode =
            WeightCode { zero: [[Bit::FRESH; 81]; LABELS], negative: [[Bit::FRESH; 81]; LABELS], more: [[[Bit::FRESH; 64]; 6]; LABELS] };
        FRESH
    }
}

impl WeightCode {
    fn read(&mut self, decoder: &mut Decoder) -> Steps {
        let mut steps = Steps::default();
        let (mut signs, mut greatest) = (0, 0);
        for (label, step) in steps.iter_mut().enumerate() {
            if !decoder.bit(&mut self.zero[label][signs]) {
                let negative = decoder.bit(&mut self.negative[label][signs]);
                let mut size = 1;
                while size < 63 && decoder.bit(&mut self.more[label][greatest.min(5)][size]) {
                    size += 1;
                }
                greatest = greatest.max(size);
                *step = if negative { -(size as i8) } else { size as i8 };
            }
            signs = Self::signs(signs, *step);
        }
        steps
    }

    /// The context after a further weight; of the fifth nobody asks.
    pub fn signs(signs: usize, step: i8) -> usize {
        (signs * 3 + (step.signum() + 1) as usize) % 81
    }
}

/// Probabilities of the dictionary's entries while one kind of text is read or written.
#[derive(Clone)]
pub struct EntryCode {
    /// Distance to the next hash.
    pub distance: Number,
    /// Has it a slot, and a further one of the kind: by slot and by how many it has so far, of slots up to 3.
    pub has: [[[Bit; 4]; 4]; 9],
    /// What is joined with a slot.
    pub joined: Vec<Bit>,
}

impl Default for EntryCode {
    /// Nothing read yet.
    fn default() -> Self {
        const FRESH: [[[Bit; 4]; 4]; 9] = [[[Bit::FRESH; 4]; 4]; 9];
        Self { distance: Number::default(), has: FRESH, joined: vec![Bit::FRESH; 9 << 10] }
    }
}

impl Model {
    /// Reads the format above; nothing where its head is cut short or it would be too large.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        /// Far above any model that was trained.
        const MOST: u32 = 1 << Entry::NUMBER_BITS;
        let (step, rest) = bytes.split_first_chunk::<4>()?;
        let step = f32::from_le_bytes(*step);
        let (edges, rest) = rest.split_first_chunk::<{ LABELS * LABELS }>()?;
        let mut transitions = [[0.0; LABELS]; LABELS];
        for (weight, &edge) in transitions.iter_mut().flatten().zip(edges) {
            *weight = f32::from(edge as i8) * step;
        }
        let mut decoder = Decoder::new(rest);
        let mut count = Number::default();
        let mut code = WeightCode::default();
        let mut hashed = Vec::new();
        let (mut distance, mut hash) = (Number::default(), 0u32);
        for _ in 0..Some(decoder.number(&mut count)).filter(|count| *count < MOST)? {
            hash = hash.wrapping_add(decoder.number(&mut distance));
            hashed.push((hash & HASH_MASK, Sum::of(code.read(&mut decoder))));
        }
        let mut texts = Vec::new();
        let (mut first, mut slots, mut weights) = (vec![0], Vec::new(), Vec::new());
        for text in Text::ALL {
            let (mut entry, mut hash) = (EntryCode::default(), 0u32);
            for _ in 0..Some(decoder.number(&mut count)).filter(|count| *count < MOST)? {
                hash = hash.wrapping_add(decoder.number(&mut entry.distance));
                let (mut had, mut has) = (0usize, 0);
                for &slot in text.slots() {
                    let mut times = 0;
                    while decoder.bit(&mut entry.has[slot as usize][had.min(3)][times.min(3)]) {
                        let joined = decoder.tree(slot.bits(), &mut entry.joined[(slot as usize) << 10..]);
                        slots.push(slot.with(joined));
                        weights.push(Sum::of(code.read(&mut decoder)));
                        times += 1;
                        if slot.bits() == 0 || slots.len() > MOST as usize {
                            break;
                        }
                    }
                    had += usize::from(times > 0);
                    has |= u32::from(times > 0) << slot as u32;
                }
                texts.push((text.key(hash), Entry::new(first.len() - 1, has)));
                first.push(slots.len() as u32);
            }
        }
        let hashed = Table::new(&hashed);
        let values = Few::ALL.iter().flat_map(|few| (0..1 << Few::BITS).map(|value| few.hash(value)));
        let few = values.map(|hash| hashed.get(hash).unwrap_or_default()).collect();
        Some(Self { hashed, few, texts: Table::new(&texts), first, slots, weights, step, transitions })
    }

    /// The entry of a text; 0 where it has none.
    pub(crate) fn entry(&self, text: Text, own: u32) -> u32 {
        self.texts.get(text.key(text.hash(own))).unwrap_or_default().0
    }

    /// Adds the weights of a feature of the text `entry`, if the model has it, to `sum`.
    pub(crate) fn add_text(&self, entry: u32, slot: u16, sum: &mut Sum) {
        let entry = Entry(entry);
        if !entry.has(slot) {
            return;
        }
        let range = self.first[entry.number()] as usize..self.first[entry.number() + 1] as usize;
        if let Ok(feature) = self.slots[range.clone()].binary_search(&slot) {
            sum.add(self.weights[range.start + feature]);
        }
    }

    /// Adds the weights of the feature `hash`, if the model has it, to `sum`.
    pub(crate) fn add(&self, hash: u32, sum: &mut Sum) {
        if let Some(weights) = self.hashed.get(hash) {
            sum.add(weights);
        }
    }

    /// Adds the weights of a feature of few values to `sum`.
    pub(crate) fn add_few(&self, few: Few, value: u32, sum: &mut Sum) {
        if value >> Few::BITS != 0 {
            self.add(few.hash(value), sum);
        } else if let Some(weights) = self.few.get((few as usize) << Few::BITS | value as usize) {
            sum.add(*weights);
        }
    }

    /// Sums of steps as scores.
    pub(crate) fn scores(&self, sum: Sum) -> Scores {
        sum.steps().map(|steps| steps as f32 * self.step)
    }
}

/// The hash of a feature that is of no text: a template and up to two values.
pub(crate) fn hash(template: u32, one: u32, other: u32) -> u32 {
    mixed(template, one, other)
}

fn mixed(template: u32, one: u32, other: u32) -> u32 {
    let mut hash = one.wrapping_mul(0x85eb_ca6b) ^ other.rotate_left(13).wrapping_mul(0xc2b2_ae35) ^ template.wrapping_mul(0x9e37_79b1);
    hash ^= hash >> 15;
    hash = hash.wrapping_mul(0x2c1b_3c6d);
    hash ^= hash >> 12;
    hash = hash.wrapping_mul(0x297a_2d39);
    hash ^= hash >> 15;
    hash & HASH_MASK
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_bytes_are_read_without_a_failure() {
        let mut bytes: Vec<u8> = SHIPPED[..2000].to_vec();
        for cut in 0..100 {
            let model = Model::decode(&bytes[..cut]);
            assert!(model.is_none() || cut >= 29, "cut at {cut}");
        }
        for at in 29..60 {
            bytes[at] ^= 0x5a;
            if let Some(model) = Model::decode(&bytes) {
                model.add(at as u32, &mut Sum::default());
                model.add_text(model.entry(Text::Word, at as u32), Slot::Here.with(0), &mut Sum::default());
            }
        }
    }

    #[test]
    fn the_shipped_model_is_whole() {
        let model = Model::decode(SHIPPED).expect("well formed");
        assert!(model.hashed.values().count() > 1_000 && model.weights.len() > 10_000);
        assert_eq!(model.first.len(), model.texts.values().count() + 1, "no hash stands twice");
        for entry in model.texts.values() {
            let at = model.first[entry.number()] as usize..model.first[entry.number() + 1] as usize;
            assert!(!at.is_empty(), "an entry without a feature");
            assert!(model.slots[at.clone()].is_sorted_by(|one, next| one < next), "a slot once, in order");
            for feature in at {
                let mut sum = Sum::default();
                model.add_text(entry.0, model.slots[feature], &mut sum);
                assert_eq!(sum, model.weights[feature]);
            }
        }
    }

    #[test]
    fn sums_stand_side_by_side() {
        let all: [Steps; 4] = [[63, -63, 0, 1, -1], [-63, -63, 63, 63, -63], [0, 0, 0, 0, -1], [-1, 63, -1, 0, 63]];
        let (mut sum, mut expected) = (Sum::default(), [0; LABELS]);
        for steps in all.iter().cycle().take(32) {
            sum.add(Sum::of(*steps));
            for (total, &step) in expected.iter_mut().zip(steps) {
                *total += i32::from(step);
            }
            assert_eq!(sum.steps(), expected);
        }
    }
}
