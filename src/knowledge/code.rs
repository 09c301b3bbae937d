//! Reading numbers back from a binary arithmetic code whose probabilities adapt to what was read: a range coder after
//! Martin, 1979. What it has packed no general compressor makes smaller. The trainer holds the writing half.

/// The probability that a bit is 0, learnt at two speeds. Kept as what it has above an even chance (as two's complement):
/// fresh ones are all zeros, of which a table is nothing but blank memory.
#[derive(Clone, Copy, Debug)]
pub struct Bit {
    fast: u16,
    slow: u16,
    seen: u8,
}

impl Default for Bit {
    fn default() -> Self {
        Self::FRESH
    }
}

impl Bit {
    /// Nothing learnt yet: 0 and 1 are as likely.
    pub const FRESH: Self = Self { fast: 0, slow: 0, seen: 0 };

    const EVEN: u16 = 1 << 15;

    /// The part of `range` that stands for 0; neither nothing nor all of it where `range` is 2²⁴ or more.
    pub fn bound(self, range: u32) -> u32 {
        let [fast, slow] = [self.fast, self.slow].map(|above| u32::from(above ^ Self::EVEN));
        (range >> 16) * ((fast + slow) >> 1)
    }

    /// Takes a bit into account.
    pub fn learn(&mut self, bit: bool) {
        self.seen = (self.seen + 1).min(7);
        for (above, speed) in [(&mut self.fast, self.seen.min(4)), (&mut self.slow, self.seen)] {
            let mut probability = *above ^ Self::EVEN;
            if bit {
                probability -= probability >> speed;
            } else {
                probability += (u16::MAX - probability) >> speed;
            }
            *above = probability ^ Self::EVEN;
        }
    }
}

/// Probabilities of a number of any size.
#[derive(Clone, Debug)]
pub struct Number {
    /// Of how many bits stand behind its leading one.
    pub length: [Bit; 32],
    /// Of the first [`TOP`](Self::TOP) of those, by their count.
    pub top: [[Bit; 1 << Self::TOP]; 32],
}

impl Number {
    /// So many bits behind the leading one are learnt; the rest are as good as even.
    pub const TOP: u32 = 3;
}

impl Default for Number {
    fn default() -> Self {
        // A constant is copied in one go; an array that is made here would be filled field by field, unrolled.
        const FRESH: Number = Number { length: [Bit::FRESH; 32], top: [[Bit::FRESH; 1 << Number::TOP]; 32] };
        FRESH
    }
}

/// Reads a code. Behind its end everything is zeros, so that no bytes whatever can make it fail.
pub struct Decoder<'b> {
    rest: &'b [u8],
    range: u32,
    code: u32,
}

impl<'b> Decoder<'b> {
    /// Begins at the first byte.
    pub fn new(bytes: &'b [u8]) -> Self {
        let mut decoder = Self { rest: bytes, range: u32::MAX, code: 0 };
        for _ in 0..4 {
            decoder.shift();
        }
        decoder
    }

    fn shift(&mut self) {
        let (byte, rest) = self.rest.split_first().unwrap_or((&0, &[]));
        self.rest = rest;
        self.code = self.code << 8 | u32::from(*byte);
    }

    fn take(&mut self, bound: u32) -> bool {
        let bit = self.code >= bound;
        if bit {
            self.code -= bound;
            self.range -= bound;
        } else {
            self.range = bound;
        }
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
        bit
    }

    /// The next bit.
    pub fn bit(&mut self, bit: &mut Bit) -> bool {
        let taken = self.take(bit.bound(self.range));
        bit.learn(taken);
        taken
    }

    /// A number of `bits` bits that are as likely 0 as 1.
    pub fn even(&mut self, bits: u32) -> u32 {
        (0..bits).fold(0, |number, _| number << 1 | u32::from(self.take(self.range >> 1)))
    }

    /// A number of `bits` bits, each learnt by those before it: `nodes` has 2^`bits` places.
    pub fn tree(&mut self, bits: u32, nodes: &mut [Bit]) -> u32 {
        let number = (0..bits).fold(1, |node, _| node << 1 | usize::from(self.bit(&mut nodes[node])));
        number as u32 - (1 << bits)
    }

    /// A number from 0 to 2³¹ - 2.
    pub fn number(&mut self, number: &mut Number) -> u32 {
        let length = self.tree(5, &mut number.length).min(30);
        let top = length.min(Number::TOP);
        let head = 1 << top | self.tree(top, &mut number.top[length as usize]);
        (head << (length - top) | self.even(length - top)) - 1
    }
}
