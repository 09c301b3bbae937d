//! Values by hash.

/// Values of hashes, found by open addressing.
pub(super) struct Table<T> {
    /// A hash and one more, which leaves 0 for a free place. Apart from the values, since most look-ups find nothing.
    keys: Vec<u32>,
    values: Vec<T>,
}

impl<T: Copy + Default> Table<T> {
    /// A table of these hashes, which are below 2³² - 1, and their values.
    pub(super) fn new(rows: &[(u32, T)]) -> Self {
        let places = (rows.len() * 3 / 2).next_power_of_two().max(2);
        let mut table = Self { keys: vec![0; places], values: vec![T::default(); places] };
        for &(hash, value) in rows {
            let place = table.place(hash);
            table.keys[place] = hash + 1;
            table.values[place] = value;
        }
        table
    }

    /// The place of `hash`, or the free one where it would stand.
    fn place(&self, hash: u32) -> usize {
        let mask = self.keys.len() - 1;
        let mut at = hash.wrapping_mul(0x9e37_79b1) as usize >> 7 & mask;
        while self.keys[at] != 0 && self.keys[at] != hash + 1 {
            at = (at + 1) & mask;
        }
        at
    }

    /// The value of `hash`.
    pub(super) fn get(&self, hash: u32) -> Option<T> {
        let place = self.place(hash);
        (self.keys[place] != 0).then(|| self.values[place])
    }

    #[cfg(test)]
    pub(super) fn values(&self) -> impl Iterator<Item = T> {
        self.keys.iter().zip(&self.values).filter(|(key, _)| **key != 0).map(|(_, value)| *value)
    }
}
