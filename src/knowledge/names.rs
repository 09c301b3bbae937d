//! Given names and surnames, as hashes.
//!
//! `names.bin` is an arithmetic code (see [`code`](super::code)), which the trainer writes.

use super::Folded;
use super::code::{Bit, Decoder, Number};
use super::gazetteer::Known;
use super::hashes::Table;

static NAMES: &[u8] = include_bytes!("names.bin");

/// Given names and surnames are kept as hashes of this many bits: one other word in 300 passes for a name.
pub const NAME_BITS: u32 = 22;

/// Given names and surnames.
pub(super) struct Names(Table<Known>);

impl Names {
    pub(super) fn shipped() -> Self {
        Self::read(NAMES)
    }

    /// Reads how many names there are, and each as the distance of its hash from the one before and as one of three:
    /// both given name and surname, given name, surname.
    fn read(bytes: &[u8]) -> Self {
        let mut decoder = Decoder::new(bytes);
        let (mut distance, mut kind) = (Number::default(), const { [Bit::FRESH; 4] });
        let (mut names, mut hash) = (Vec::new(), 0u32);
        for _ in 0..decoder.number(&mut Number::default()).min(1 << NAME_BITS) {
            hash = hash.wrapping_add(decoder.number(&mut distance));
            let kind = match decoder.tree(2, &mut kind) {
                0 => Known::FIRST_NAME.union(Known::SURNAME),
                1 => Known::FIRST_NAME,
                _ => Known::SURNAME,
            };
            names.push((hash & ((1 << NAME_BITS) - 1), kind));
        }
        Self(Table::new(&names))
    }

    pub(super) fn known(&self, name: Folded) -> Known {
        self.0.get(name.bits(NAME_BITS)).unwrap_or(Known::NOTHING)
    }
}
