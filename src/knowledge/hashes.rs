//! Hashes with numbers.

/// Numbers of hashes, found by open addressing.
pub(super) struct Table {
    /// A hash and its number from 1, which leaves 0 for a free place.
    places: Vec<u64>,
}

impl Table {
    pub(super) fn new(hashes: Vec<u32>) -> Self {
        let mut table = Self { places: vec![0; (hashes.len() * 3 / 2).next_power_of_two().max(2)] };
        for (at, hash) in hashes.into_iter().enumerate() {
            let place = table.place(hash);
            table.places[place] = u64::from(hash) << 32 | (at as u64 + 1);
        }
        table
    }

    /// The place of `hash`, or the free one where it would stand.
    fn place(&self, hash: u32) -> usize {
        let mask = self.places.len() - 1;
        let mut at = hash.wrapping_mul(0x9e37_79b1) as usize >> 7 & mask;
        while self.places[at] != 0 && (self.places[at] >> 32) as u32 != hash {
            at = (at + 1) & mask;
        }
        at
    }

    /// The number of `hash` from 1, or 0.
    pub(super) fn number(&self, hash: u32) -> usize {
        self.places[self.place(hash)] as u32 as usize
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.places.iter().filter(|place| **place != 0).count()
    }
}
