//! Chance that is the same every time.

/// Numbers in a fixed order that looks random (xorshift of 64 bits; Marsaglia, Journal of Statistical Software 8/14, 2003).
/// Begins with any number but 0.
pub struct Dice(pub u64);

impl Dice {
    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `limit`; 0 where that is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.number() >> 11) as usize % limit.max(1)
    }

    /// A number from 0 up to, not including, 1.
    pub fn chance(&mut self) -> f64 {
        (self.number() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// One of the words; nothing where there is none.
    pub fn pick<'t>(&mut self, words: &'t [String]) -> &'t str {
        words.get(self.below(words.len())).map_or("", String::as_str)
    }
}
