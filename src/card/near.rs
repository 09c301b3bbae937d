//! Which tags are on the page: all of a usual article's, of a long one's those near the window. For each frame after any change of the
//! page a browser goes through all ranges that it paints, seen or not.

use std::ops::Range;

/// Up to so many tags are all on the page.
const FEW: usize = 1000;
/// Screens above and below the window that are painted …
const REACH: f64 = 4.0;
/// … and that must be, else it is time to go on. The difference is how far a reader scrolls before anything is to be done: each time, too,
/// a browser goes through all ranges, and in a page of many elements that takes it longer than a frame.
const NEED: f64 = 1.0;
/// So many stretches of the text are looked at to see whether it runs down the page.
const STRETCHES: usize = 32;

/// How many of an article's tags are on the page and which are to be, by their numbers, in the order of the text.
#[derive(Default)]
pub(super) struct Near {
    count: usize,
    made: Range<usize>,
    wanted: Range<usize>,
    /// Whether the page may have moved since it was last looked at.
    moved: bool,
    /// Whether tags are on the page that are no longer among the made ones.
    lost: bool,
}

impl Near {
    /// None of `count` tags is on the page yet.
    pub fn new(count: usize) -> Self {
        let is_long = count > FEW;
        Self { count, made: 0..0, wanted: 0..if is_long { 0 } else { count }, moved: is_long, lost: false }
    }

    /// Notes that the page may have moved. Returns whether that matters.
    pub fn page_moved(&mut self) -> bool {
        self.moved = self.count > FEW;
        self.moved
    }

    /// Wants all tags, near or not, until [`Near::want_near`].
    pub fn want_all(&mut self) {
        self.wanted = 0..self.count;
        self.moved = false;
    }

    /// Wants those near the window and no others. Returns whether that matters.
    pub fn want_near(&mut self) -> bool {
        if self.page_moved() {
            self.wanted = self.made.start..self.made.start;
        }
        self.moved
    }

    /// Where the page has moved and nothing is left to be put on it, looks at which tags are wanted now. `height` is that of the window,
    /// `top` tells how far below its upper edge a tag's words begin, and nothing where they have no place.
    pub fn look(&mut self, height: f64, top: impl Fn(usize) -> Option<f64>) {
        if self.next().is_some() || !std::mem::take(&mut self.moved) {
            return;
        }
        let Range { start, end } = self.wanted;
        let beyond_above = || start.checked_sub(1).is_none_or(|last| top(last).is_some_and(|top| top < -NEED * height));
        let beyond_below = || end == self.count || top(end).is_some_and(|top| top > (1.0 + NEED) * height);
        if start < end && beyond_above() && beyond_below() {
            return;
        }
        self.wanted = near(self.count, height, top);
        let Range { start, end } = self.wanted;
        let kept = self.made.start.max(start)..self.made.end.min(end);
        let kept = if kept.is_empty() { start..start } else { kept };
        self.lost |= kept != self.made;
        self.made = kept;
    }

    /// Whether there is something to look at.
    pub fn has_moved(&self) -> bool {
        self.moved
    }

    /// Whether tags are on the page that are no longer wanted, asked once. They go when all others are there: a browser then goes through
    /// its ranges once.
    pub fn take_lost(&mut self) -> bool {
        std::mem::take(&mut self.lost)
    }

    /// Whether a tag is among those that stay.
    pub fn holds(&self, tag: usize) -> bool {
        self.made.contains(&tag)
    }

    /// The next tag to be put on the page.
    pub fn next(&self) -> Option<usize> {
        if self.made.end < self.wanted.end {
            Some(self.made.end)
        } else {
            self.made.start.checked_sub(1).filter(|_| self.made.start > self.wanted.start)
        }
    }

    /// Notes that it is there.
    pub fn step(&mut self) {
        if self.made.end < self.wanted.end {
            self.made.end += 1;
        } else {
            self.made.start -= 1;
        }
    }
}

/// The tags from four screens above the window to four screens below it, of `count` in the order of the text: found by halving where the
/// text runs down the page. In columns, backwards, or in any other order it is all of them. Of words without a place nothing is known.
pub fn near(count: usize, height: f64, top: impl Fn(usize) -> Option<f64>) -> Range<usize> {
    let (above, below) = (-REACH * height, (1.0 + REACH) * height);
    let (mut from, mut until) = (0, count);
    let mut lowest = f64::NEG_INFINITY;
    for stretch in 0..=STRETCHES {
        let at = stretch * count.saturating_sub(1) / STRETCHES;
        let Some(top) = top(at) else { continue };
        // Cells of a row and words of a line stand side by side; the reach makes up for that.
        if top < lowest - height {
            return 0..count;
        }
        lowest = lowest.max(top);
        if top < above {
            from = at;
        } else if top > below {
            until = until.min(at);
        }
    }
    // Words without a place at either end are left out: of a part that the page has folded away there may be many.
    let (_, start) = edge(from..until, |at| Some(top(at)? >= above));
    let (end, _) = edge(start..until, |at| Some(top(at)? > below));
    start..end
}

/// Where something begins to hold that then holds on: behind the last number for which it is known not to, and at the first for which it
/// is known to. Between the two nothing is known.
fn edge(Range { start, end }: Range<usize>, holds: impl Fn(usize) -> Option<bool>) -> (usize, usize) {
    let (mut low, mut high, mut known) = (start, end, end);
    while low < high {
        let middle = low + (high - low) / 2;
        let at = next_known(middle..high, &holds);
        match at.and_then(&holds) {
            Some(false) => low = at.unwrap_or(middle) + 1,
            Some(true) => (high, known) = (middle, at.unwrap_or(middle)),
            None => high = middle,
        }
    }
    (low, known)
}

/// The first number for which something is known, of a range that begins with some for which it is not: found by ever larger steps, then
/// by halving.
fn next_known(Range { start, end }: Range<usize>, holds: impl Fn(usize) -> Option<bool>) -> Option<usize> {
    let (mut unknown, mut at) = (start, start);
    while holds(at).is_none() {
        if at + 1 >= end {
            return None;
        }
        unknown = at;
        at = (start + 2 * (at - start) + 1).min(end - 1);
    }
    while unknown + 1 < at {
        let middle = unknown + (at - unknown) / 2;
        if holds(middle).is_some() {
            at = middle;
        } else {
            unknown = middle;
        }
    }
    Some(at)
}
