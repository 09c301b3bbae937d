//! Long work as passes over lists, each of which can stop at any item.

/// A pass over a list, one item a call.
pub struct Pass<State, Input> {
    /// An item takes about as long as reading so many bytes of text.
    bytes: usize,
    /// Takes the item of this number, and says whether there was one.
    take: fn(&mut State, &Input, usize) -> bool,
}

/// A pass whose items each take about as long as reading `bytes` bytes of text. `take` takes the item of a number, counted up from 0,
/// and says whether there was one.
pub const fn pass<State, Input>(bytes: usize, take: fn(&mut State, &Input, usize) -> bool) -> Pass<State, Input> {
    Pass { bytes, take }
}

/// How far a row of passes has come.
#[derive(Clone, Copy, Default)]
pub struct Progress {
    pass: usize,
    next: usize,
}

impl Progress {
    /// Goes on with `passes`, which are always the same, for as long as reading `bytes` bytes takes. Returns whether work is left.
    pub fn advance<State, Input>(&mut self, passes: &[Pass<State, Input>], state: &mut State, input: &Input, bytes: usize) -> bool {
        let mut left = bytes;
        while let Some(pass) = passes.get(self.pass) {
            if left == 0 {
                return true;
            }
            if (pass.take)(state, input, self.next) {
                self.next += 1;
            } else {
                *self = Self { pass: self.pass + 1, next: 0 };
            }
            left = left.saturating_sub(pass.bytes);
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// List and number of what was taken.
    type Taken = Vec<(usize, usize)>;

    /// Takes item `at` of a list of as many as `count` says.
    fn take(taken: &mut Taken, list: usize, count: usize, at: usize) -> bool {
        if at < count {
            taken.push((list, at));
        }
        at < count
    }

    #[test]
    fn every_item_is_taken_once_and_no_slice_takes_more_than_it_may() {
        let passes: [Pass<Taken, [usize; 3]>; 3] = [
            pass(4, |taken, counts, at| take(taken, 0, counts[0], at)),
            pass(4, |taken, counts, at| take(taken, 1, counts[1], at)),
            pass(4, |taken, counts, at| take(taken, 2, counts[2], at)),
        ];
        let all: Vec<_> = (0..5).map(|at| (0, at)).chain((0..7).map(|at| (2, at))).collect();
        for (bytes, most) in [(1, 1), (4, 1), (9, 3), (usize::MAX, 12)] {
            let (mut progress, mut taken) = (Progress::default(), Taken::new());
            loop {
                let before = taken.len();
                let more = progress.advance(&passes, &mut taken, &[5, 0, 7], bytes);
                assert!(taken.len() - before <= most, "{bytes} bytes");
                if !more {
                    break;
                }
            }
            assert_eq!(taken, all);
        }
    }
}
