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
    }
}
