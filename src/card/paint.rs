//! Tags on the page, by highlights or by marks, in slices.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::{Document, Element, Range};

use super::facts::Facts;
use super::highlight::{self, Layer};
use super::kind::{ACTIVE_PRIORITY, Ground, tag_rules};
use super::locale::Strings;
use super::mark::Marks;
use super::style::PageSheet;
use super::tags::flatten;
use super::{Kind, Renderer, Tag};

enum Brush {
    /// One layer a kind, in the order of [`Kind::ALL`].
    Highlights(Vec<Layer>),
    Marks(Marks),
    /// The browser has no highlights, and the page is not to be changed.
    Nothing,
}

/// The tags of one session.
pub(super) struct Painter {
    brush: Brush,
    active: Layer,
    /// What is still to be painted, the next at the end.
    queue: RefCell<Vec<Tag>>,
    /// Kinds that the reader switched off, one bit each.
    hidden: Cell<u8>,
    _sheet: Option<PageSheet>,
}

impl Painter {
    pub fn new(article: &Element, renderer: Renderer, ground: Ground) -> Self {
        let brush = match renderer {
            Renderer::Mark => Brush::Marks(Marks::default()),
            Renderer::Highlight if highlight::supported() => {
                Brush::Highlights(Kind::ALL.iter().map(|kind| Layer::new(kind.key(), kind.look().priority)).collect())
            }
            Renderer::Highlight => Brush::Nothing,
        };
        let mut css = tag_rules(ground, |key| format!("::highlight(sidelight-{key})"));
        if matches!(brush, Brush::Marks(_)) {
            css.push_str("mark.sidelight{background:none;color:inherit;font:inherit;padding:0;margin:0;border:0}");
            css.push_str(&tag_rules(ground, |key| format!("mark.sidelight-{key}:not(.sidelight-off)")));
        }
        Self {
            brush,
            active: Layer::new("active", ACTIVE_PRIORITY),
            queue: RefCell::default(),
            hidden: Cell::new(0),
            _sheet: PageSheet::adopt(article, &css),
        }
    }

    /// Whether tags can be seen on the page at all.
    pub fn can_paint(&self) -> bool {
        !matches!(self.brush, Brush::Nothing)
    }

    /// Whether painting cuts the page's text nodes, so that a map of them made before no longer holds.
    pub fn changes_page(&self) -> bool {
        matches!(self.brush, Brush::Marks(_))
    }

    /// Takes everything off and queues the tags of `facts` that `wanted` asks for.
    pub fn begin(&self, facts: &Facts, wanted: impl Fn(Kind) -> bool) {
        self.clear();
        let mut tags: Vec<Tag> = match &self.brush {
            Brush::Highlights(_) => facts.tags.to_vec(),
            Brush::Marks(_) => flatten(&facts.tags),
            Brush::Nothing => Vec::new(),
        };
        tags.retain(|tag| wanted(tag.kind));
        // Marks go from the end of the text to its start, highlights as it is read.
        if !self.changes_page() {
            tags.reverse();
        }
        self.queue.replace(tags);
    }

    /// Paints tags over about `bytes` of text. Returns whether any are left.
    pub fn advance(&self, document: &Document, facts: &Rc<Facts>, strings: &Strings, bytes: usize) -> bool {
        let mut queue = self.queue.borrow_mut();
        let first = queue.last().map_or(0, |tag| tag.span.start());
        while let Some(tag) = queue.last().copied() {
            if tag.span.start().abs_diff(first) > bytes {
                return true;
            }
            queue.pop();
            match &self.brush {
                Brush::Highlights(layers) => {
                    if let (Some(layer), Some(range)) = (layers.get(tag.kind as usize), facts.map.range(tag.span)) {
                        layer.add(range);
                    }
                }
                Brush::Marks(marks) => marks.wrap(document, facts.map.text_nodes(tag.span), tag, (strings.kind)(tag.kind)),
                Brush::Nothing => {}
            }
        }
        if let Brush::Highlights(layers) = &self.brush {
            layers.iter().for_each(Layer::reveal);
        }
        false
    }

    /// Whether the reader has this kind switched on.
    pub fn shown(&self, kind: Kind) -> bool {
        self.hidden.get() & kind.bit() == 0
    }

    pub fn show(&self, kind: Kind, shown: bool) {
        let hidden = self.hidden.get();
        self.hidden.set(if shown { hidden & !kind.bit() } else { hidden | kind.bit() });
        match &self.brush {
            Brush::Highlights(layers) => layers.get(kind as usize).into_iter().for_each(|layer| layer.show(shown)),
            Brush::Marks(marks) => marks.show(kind, shown),
            Brush::Nothing => {}
        }
    }

    /// Lights the mention that the reader went to.
    pub fn light(&self, range: &Range) {
        self.active.clear();
        self.active.add(range.clone());
        self.active.reveal();
    }

    pub fn unlight(&self) {
        self.active.clear();
    }

    /// Leaves the page as it was before painting.
    pub fn clear(&self) {
        self.queue.borrow_mut().clear();
        self.active.clear();
        match &self.brush {
            Brush::Highlights(layers) => layers.iter().for_each(Layer::clear),
            Brush::Marks(marks) => marks.clear(),
            Brush::Nothing => {}
        }
    }
}
