//! Putting things in order, by one sort for all of them: the standard library's is compiled anew for each type of thing, a few
//! kilobytes each that every page would load.

/// A key of two parts, of which the first decides.
pub fn key(first: u64, then: u64) -> u128 {
    u128::from(first) << 64 | u128::from(then)
}

/// The numbers below `count` in rising order of their keys; of those with one key the lower first.
pub fn order(count: usize, key: impl Fn(usize) -> u128) -> Vec<usize> {
    let mut keyed: Vec<(u128, usize)> = (0..count).map(|at| (key(at), at)).collect();
    rise(&mut keyed);
    keyed.into_iter().map(|(_, at)| at).collect()
}

/// Brings items into rising order of their keys; those with one key stay as they stand.
pub fn sort<T>(items: &mut [T], key: impl Fn(&T) -> u128) {
    let order = order(items.len(), |at| key(&items[at]));
    let mut place = vec![0; order.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new;
    }
    for at in 0..place.len() {
        while place[at] != at {
            let to = place[at];
            items.swap(at, to);
            place.swap(at, to);
        }
    }
}

/// So many items are put in order by themselves before they are merged, and so many are merged a step.
const RUN: usize = 64;

/// A sort in steps of about the same size, so that a long list is not sorted in one breath: runs first, then merges of two, four,
/// eight runs.
#[derive(Default)]
pub struct Sorting {
    /// Key and number of each item, in order within each `run`.
    keyed: Vec<(u128, usize)>,
    /// What is merged so far.
    merged: Vec<(u128, usize)>,
    /// Length of the runs that are in order; 0 while the first ones are made.
    run: usize,
    /// Up to here they are made.
    made: usize,
    /// The next items of the two runs that are merged, the second beginning where the first ends.
    left: usize,
    right: usize,
}

impl Sorting {
    /// Adds an item; its number is how many were added before it. Not after [`Sorting::advance`].
    pub fn push(&mut self, key: u128) {
        self.keyed.push((key, self.keyed.len()));
    }

    /// Goes on for a step. Returns whether work is left.
    pub fn advance(&mut self) -> bool {
        let count = self.keyed.len();
        if self.made < count {
            let end = count.min(self.made + RUN);
            rise(&mut self.keyed[self.made..end]);
            self.made = end;
            if end == count {
                self.begin(RUN);
            }
        } else if self.run < count {
            self.merge(count.min(self.merged.len() + RUN));
            if self.merged.len() == count {
                std::mem::swap(&mut self.keyed, &mut self.merged);
                self.begin(self.run * 2);
            }
        }
        self.made < count || self.run < count
    }

    /// Begins merging runs of this length.
    fn begin(&mut self, run: usize) {
        self.run = run;
        self.merged.clear();
        self.merged.reserve(self.keyed.len());
    }

    /// Merges until `end` items are.
    fn merge(&mut self, end: usize) {
        let count = self.keyed.len();
        while self.merged.len() < end {
            let inside = self.merged.len() % (2 * self.run);
            let first = self.merged.len() - inside;
            let (middle, last) = (count.min(first + self.run), count.min(first + 2 * self.run));
            if inside == 0 {
                (self.left, self.right) = (first, middle);
            }
            let from_left = self.left < middle && (self.right == last || self.keyed[self.left] <= self.keyed[self.right]);
            let next = if from_left { &mut self.left } else { &mut self.right };
            self.merged.push(self.keyed[*next]);
            *next += 1;
        }
    }

    /// The items as key and number, in rising order of their keys, of those with one key the lower first: once no work is left.
    pub fn sorted(&self) -> &[(u128, usize)] {
        &self.keyed
    }
}

#[inline(never)]
fn rise(keyed: &mut [(u128, usize)]) {
    keyed.sort_unstable();
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(mut items in proptest::collection::vec((0u64..9, any::<u64>()), 0..80)) {
            let mut expected = items.clone();
            expected.sort_by_key(|(first, _)| *first);
            sort(&mut items, |(first, _)| key(*first, 0));
            prop_assert_eq!(&items, &expected);
            expected.sort();
            sort(&mut items, |(first, then)| key(*first, *then));
            prop_assert_eq!(items, expected);
        }

        #[test]
        fn sorts_the_same_in_steps(keys in proptest::collection::vec(0u128..500, 0..900)) {
            let mut sorting = Sorting::default();
            keys.iter().for_each(|key| sorting.push(*key));
            let mut steps = 1;
            while sorting.advance() {
                steps += 1;
            }
            prop_assert!(steps >= keys.len() / RUN, "no step sorts everything");
            let numbers: Vec<usize> = sorting.sorted().iter().map(|(_, number)| *number).collect();
            prop_assert_eq!(numbers, order(keys.len(), |at| keys[at]));
        }
    }
}
