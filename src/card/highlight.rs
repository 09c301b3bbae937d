//! Tags by the CSS Custom Highlight API: words are painted, and the page's elements stay as they are.

use std::cell::RefCell;

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
    ranges: RefCell<Vec<Range>>,
    /// Ranges that the page does not show yet: while it does, a browser looks at all of them again for every frame.
    unseen: RefCell<Option<Highlight>>,
    shown: std::cell::Cell<bool>,
}

impl Layer {
    pub fn new(key: &str, priority: i32) -> Self {
        Self { key: format!("sidelight-{key}"), priority, ranges: RefCell::default(), unseen: RefCell::default(), shown: true.into() }
    }

    fn make(&self) -> Highlight {
        let highlight = Highlight::new();
        highlight.set_priority(self.priority);
        highlight
    }

    /// Calls `work` with what is painted under the key, which is made if need be and `make` says so.
    fn with_highlight(&self, make: bool, work: impl FnOnce(&HighlightRegistry, &Highlight)) {
        HIGHLIGHTS.with(|registry| {
            let Some(registry) = registry else { return };
            let highlight = registry.get(&self.key).or_else(|| {
                make.then(|| {
                    let highlight = self.make();
                    registry.set(&self.key, &highlight);
                    highlight
                })
            });
            if let Some(highlight) = highlight {
                work(registry, &highlight);
            }
        });
    }

    /// Adds a range, to be painted with [`Layer::reveal`].
    pub fn add(&self, range: Range) {
        if self.shown.get() {
            self.unseen.borrow_mut().get_or_insert_with(|| self.make()).add(&range);
        }
        self.ranges.borrow_mut().push(range);
    }

    /// Paints what was added.
    pub fn reveal(&self) {
        let Some(unseen) = self.unseen.take() else { return };
        HIGHLIGHTS.with(|registry| {
            let Some(registry) = registry else { return };
            match registry.get(&self.key) {
                // Another session's ranges are painted under the key.
                Some(highlight) => self.ranges.borrow().iter().for_each(|range| highlight.add(range)),
                None => registry.set(&self.key, &unseen),
            }
        });
    }

    /// Paints the ranges or takes them off, and keeps them either way.
    pub fn show(&self, shown: bool) {
        if self.shown.replace(shown) == shown {
            return;
        }
        let ranges = self.ranges.borrow();
        if shown && !ranges.is_empty() {
            self.with_highlight(true, |_, highlight| ranges.iter().for_each(|range| highlight.add(range)));
        } else {
            self.take_off(&ranges);
        }
    }

    /// Forgets all ranges.
    pub fn clear(&self) {
        let ranges = self.ranges.take();
        self.take_off(&ranges);
    }

    fn take_off(&self, ranges: &[Range]) {
        self.unseen.take();
        self.with_highlight(false, |registry, highlight| {
            // Where all are ours, as with one session, they go at once.
            if highlight.size() as usize != ranges.len() {
                for range in ranges {
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
