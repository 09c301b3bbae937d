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

    #[test]
    fn every_item_is_taken_once_and_no_slice_takes_more_than_it_may() {
        let passes: [Pass<Vec<usize>, [usize; 3]>; 3] = [0, 1, 2].map(|list| {
            let takes: [fn(&mut Vec<usize>, &[usize; 3], usize) -> bool; 3] = [
                |taken, counts, at| {
                    at < counts[0] && {
                        taken.push(at);
                        true
                    }
                },
                |taken, counts, at| {
                    at < counts[1] && {
                        taken.push(100 + at);
                        true
                    }
                },
                |taken, counts, at| {
                    at < counts[2] && {
                        taken.push(200 + at);
                        true
                    }
                },
            ];
            pass(4, takes[list])
        });
        let counts = [5, 0, 7];
        for (bytes, most) in [(1, 1), (4, 1), (9, 3), (usize::MAX, 12)] {
            let (mut progress, mut taken) = (Progress::default(), Vec::new());
            loop {
                let before = taken.len();
                let more = progress.advance(&passes, &mut taken, &counts, bytes);
                assert!(taken.len() - before <= most, "{bytes} bytes");
                if !more {
                    break;
                }
            }
            assert_eq!(taken, (0..5).chain(200..207).collect::<Vec<_>>());
        }
    }
}
