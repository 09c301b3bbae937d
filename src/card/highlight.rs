//! Tags by the CSS Custom Highlight API: words are painted, and the page's elements stay as they are.

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Range;

// Not the bindings of web-sys: those need an unstable build flag.
#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);
    #[wasm_bindgen(method)]
    fn delete(this: &Highlight, range: &Range) -> bool;
    #[wasm_bindgen(method, getter)]
    fn size(this: &Highlight) -> u32;
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    type HighlightRegistry;
    #[wasm_bindgen(method)]
    fn get(this: &HighlightRegistry, key: &str) -> Option<Highlight>;
    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, key: &str, highlight: &Highlight);
    #[wasm_bindgen(method)]
    fn delete(this: &HighlightRegistry, key: &str) -> bool;

    // `typeof CSS` is looked up too: a browser may have neither.
    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static HIGHLIGHTS: Option<HighlightRegistry>;
}

/// Whether this browser can paint words.
pub(super) fn supported() -> bool {
    HIGHLIGHTS.with(Option::is_some)
}

/// Ranges painted under one key of ours. Several sessions share a key: each takes back only its own ranges.
pub(super) struct Layer {
    key: String,
    priority: i32,
    /// Each with the number of its tag; the first `seen` are on the page, unless the layer is switched off.
    ranges: RefCell<Vec<(usize, Range)>>,
    seen: Cell<usize>,
    /// Ranges that the page does not show yet, while it shows none: while it does, a browser looks at all of them again for every frame.
    unseen: RefCell<Option<Highlight>>,
    shown: Cell<bool>,
}

impl Layer {
    pub fn new(key: &str, priority: i32) -> Self {
        let (ranges, seen, unseen) = Default::default();
        Self { key: format!("sidelight-{key}"), priority, ranges, seen, unseen, shown: true.into() }
    }

    fn make(&self) -> Highlight {
        let highlight = Highlight::new();
        highlight.set_priority(self.priority);
        highlight
    }

    /// Adds a tag's range, to be painted with [`Layer::reveal`].
    pub fn add(&self, tag: usize, range: Range) {
        if self.shown.get() && self.seen.get() == 0 {
            self.unseen.borrow_mut().get_or_insert_with(|| self.make()).add(&range);
        }
        self.ranges.borrow_mut().push((tag, range));
    }

    /// Paints what was added.
    pub fn reveal(&self) {
        let unseen = self.unseen.take();
        let ranges = self.ranges.borrow();
        let new = ranges.get(self.seen.replace(ranges.len())..).unwrap_or_default();
        if new.is_empty() || !self.shown.get() {
            return;
        }
        HIGHLIGHTS.with(|registry| {
            let Some(registry) = registry else { return };
            match (registry.get(&self.key), unseen) {
                // Ours, or another session's that are painted under the key.
                (Some(highlight), _) => new.iter().for_each(|(_, range)| highlight.add(range)),
                (None, Some(unseen)) => registry.set(&self.key, &unseen),
                (None, None) => self.set(registry, new),
            }
        });
    }

    fn set(&self, registry: &HighlightRegistry, ranges: &[(usize, Range)]) {
        let highlight = self.make();
        ranges.iter().for_each(|(_, range)| highlight.add(range));
        registry.set(&self.key, &highlight);
    }

    /// Paints the ranges or takes them off, and keeps them either way.
    pub fn show(&self, shown: bool) {
        if self.shown.get() == shown {
            return;
        }
        if shown {
            self.shown.set(true);
            self.seen.set(0);
            self.reveal();
        } else {
            let ranges = self.ranges.borrow();
            self.take_off(ranges.get(..self.seen.get()).unwrap_or_default());
            self.shown.set(false);
        }
    }

    /// Forgets the ranges of all tags but those that stay.
    pub fn keep(&self, stays: impl Fn(usize) -> bool) {
        let seen = self.seen.get();
        let mut gone = Vec::new();
        let (mut at, mut still_seen) = (0, 0);
        self.ranges.borrow_mut().retain(|(tag, range)| {
            let (was_seen, stays) = (at < seen, stays(*tag));
            at += 1;
            match (was_seen, stays) {
                (true, true) => still_seen += 1,
                (true, false) => gone.push((*tag, range.clone())),
                (false, true) => {}
                (false, false) => {
                    if let Some(unseen) = &*self.unseen.borrow() {
                        unseen.delete(range);
                    }
                }
            }
            stays
        });
        self.take_off(&gone);
        self.seen.set(still_seen);
    }

    /// Forgets all ranges.
    pub fn clear(&self) {
        let ranges = self.ranges.take();
        self.unseen.take();
        self.take_off(ranges.get(..self.seen.replace(0)).unwrap_or_default());
    }

    /// Takes ranges off the page that are on it.
    fn take_off(&self, ranges: &[(usize, Range)]) {
        if ranges.is_empty() || !self.shown.get() {
            return;
        }
        HIGHLIGHTS.with(|registry| {
            let Some(registry) = registry else { return };
            let Some(highlight) = registry.get(&self.key) else { return };
            // Where no others are there, they go at once.
            if highlight.size() as usize != ranges.len() {
                for (_, range) in ranges {
                    highlight.delete(range);
                }
                if highlight.size() > 0 {
                    return;
                }
            }
            registry.delete(&self.key);
        });
    }
}

impl Drop for Layer {
    fn drop(&mut self) {
        self.clear();
    }
}
