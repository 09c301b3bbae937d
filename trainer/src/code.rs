//! Writing the arithmetic code that `sidelight` reads: the mirror image of its `knowledge/code.rs`.

use sidelight::training::{Bit, Number};

/// A code in the making.
pub struct Encoder {
    low: u64,
    range: u32,
    /// The last byte, held back as long as a carry can change it, and how many 255s stand behind it.
    held: Option<u8>,
    full: usize,
    out: Vec<u8>,
}

impl Encoder {
    pub fn new() -> Self {
        Self { low: 0, range: u32::MAX, held: None, full: 0, out: Vec::new() }
    }

    fn shift(&mut self) {
        if self.low < 0xff00_0000 || self.low > 0xffff_ffff {
            let carry = (self.low >> 32) as u8;
            if let Some(held) = self.held {
                self.out.push(held.wrapping_add(carry));
            }
            self.out.extend(std::iter::repeat_n(0xffu8.wrapping_add(carry), self.full));
            self.full = 0;
            self.held = Some((self.low >> 24) as u8);
        } else {
            self.full += 1;
        }
        self.low = (self.low & 0x00ff_ffff) << 8;
    }

    fn put(&mut self, bound: u32, bit: bool) {
        if bit {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
    }

    pub fn bit(&mut self, bit: &mut Bit, value: bool) {
        self.put(bit.bound(self.range), value);
        bit.learn(value);
    }

    pub fn even(&mut self, bits: u32, value: u32) {
        for at in (0..bits).rev() {
            self.put(self.range >> 1, value >> at & 1 == 1);
        }
    }

    pub fn tree(&mut self, bits: u32, nodes: &mut [Bit], value: u32) {
        let mut node = 1;
        for at in (0..bits).rev() {
            let bit = value >> at & 1 == 1;
            self.bit(&mut nodes[node], bit);
            node = node << 1 | usize::from(bit);
        }
    }

    pub fn number(&mut self, number: &mut Number, value: u32) {
        let length = (value + 1).ilog2();
        let top = length.min(Number::TOP);
        let head = (value + 1) >> (length - top);
        self.tree(5, &mut number.length, length);
        self.tree(top, &mut number.top[length as usize], head - (1 << top));
        self.even(length - top, (value + 1) & ((1 << (length - top)) - 1));
    }

    /// The finished code; zeros at its end are left out, since reading goes on with zeros there.
    pub fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        while self.out.last() == Some(&0) {
            self.out.pop();
        }
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sidelight::training::Decoder;

    #[test]
    fn what_is_written_is_read() {
        let numbers: Vec<u32> =
            (0..20_000u32).map(|at| at.wrapping_mul(0x9e37_79b1) >> (at % 31 + 1)).chain([0, 1, 2, (1 << 31) - 2]).collect();
        let mut encoder = Encoder::new();
        let (mut bit, mut nodes, mut number) = (Bit::default(), [Bit::default(); 32], Number::default());
        for &value in &numbers {
            encoder.bit(&mut bit, value % 7 == 0);
            encoder.tree(5, &mut nodes, value & 31);
            encoder.even(3, value & 7);
            encoder.number(&mut number, value);
        }
        let code = encoder.finish();
        let mut decoder = Decoder::new(&code);
        let (mut bit, mut nodes, mut number) = (Bit::default(), [Bit::default(); 32], Number::default());
        for &value in &numbers {
            assert_eq!(decoder.bit(&mut bit), value % 7 == 0);
            assert_eq!(decoder.tree(5, &mut nodes), value & 31);
            assert_eq!(decoder.even(3), value & 7);
            assert_eq!(decoder.number(&mut number), value);
        }
    }

    #[test]
    fn a_skewed_bit_takes_less_than_a_bit() {
        let mut encoder = Encoder::new();
        let mut bit = Bit::default();
        for at in 0..80_000 {
            encoder.bit(&mut bit, at % 100 == 0);
        }
        let size = encoder.finish().len();
        assert!((800..1000).contains(&size), "{size}: the entropy is 808 bytes");
    }
}
