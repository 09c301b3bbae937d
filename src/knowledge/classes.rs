//! Word classes: words that stand in like surroundings in a great deal of text, found by the trainer.
//!
//! `classes.bin` is one arithmetic code (see [`code`](super::code)): how many words, and each in rising order of its hash
//! by the distance from the one before, with its class.

use std::sync::OnceLock;

use super::code::{Bit, Decoder, Number};
use super::hashes::Table;

static CLASSES: &[u8] = include_bytes!("classes.bin");

/// Words are kept as hashes of this many bits: of other words one in seventy passes for one of them.
pub const CLASS_BITS: u32 = 21;

/// Bits of the number of a class.
pub const CLASS_NUMBER_BITS: u32 = 7;

/// The class of the word with this hash, from 1; 0 where it has none.
pub(crate) fn word_class(word: u32) -> u32 {
    u32::from(classes().get(class_hash(word)).unwrap_or_default())
}

/// What the table knows a word of this hash by.
pub fn class_hash(word: u32) -> u32 {
    word.wrapping_mul(0x9e37_79b1) >> (32 - CLASS_BITS)
}

/// The classes of words, from 1, by hash.
fn classes() -> &'static Table<u8> {
    static TABLE: OnceLock<Table<u8>> = OnceLock::new();
    TABLE.get_or_init(|| read(CLASSES))
}

fn read(bytes: &[u8]) -> Table<u8> {
    let mut decoder = Decoder::new(bytes);
    let (mut distance, mut nodes) = (Number::default(), const { [Bit::FRESH; 1 << CLASS_NUMBER_BITS] });
    let (mut words, mut hash) = (Vec::new(), 0u32);
    for _ in 0..decoder.number(&mut Number::default()).min(1 << CLASS_BITS) {
        hash = hash.wrapping_add(decoder.number(&mut distance));
        words.push((hash & ((1 << CLASS_BITS) - 1), decoder.tree(CLASS_NUMBER_BITS, &mut nodes) as u8 + 1));
    }
    Table::new(&words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_class() {
        let words = classes().values().count();
        assert!(words > 10_000, "{words}");
        assert!(classes().values().all(|class| class > 0));
    }
}
