//! Tags on the page, by highlights or by marks, in slices.

use std::cell::{Cell, RefCell};
use std::rc::Weak;

use web_sys::{Document, Element, Range, Window};

use super::facts::Facts;
use super::highlight::{self, Layer};
use super::kind::{ACTIVE_PRIORITY, Ground, tag_rules};
use super::listen::Frame;
use super::locale::Strings;
use super::mark::Marks;
use super::near::Near;
use super::style::PageSheet;
use super::tags::flatten;
use super::{Kind, Renderer, Tag, View};

/// What is painted a frame by itself, in bytes of text, while the reader scrolls.
const FRAME: usize = 32 * 1024;

enum Brush {
    /// One layer a kind, in the order of [`Kind::ALL`].
    Highlights(Vec<Layer>, RefCell<Near>),
    /// And what is still to be marked, the next at the end.
    Marks(Marks, RefCell<Vec<Tag>>),
    /// The browser has no highlights, and the page is not to be changed.
    Nothing,
}

/// The tags of one session.
pub(super) struct Painter {
    window: Window,
    brush: Brush,
    active: Layer,
    /// Kinds that are painted, one bit each …
    wanted: u8,
    /// … and those of them that the reader switched off.
    hidden: Cell<u8>,
    next: Frame,
    _sheet: Option<PageSheet>,
}

impl Painter {
    pub fn new(window: &Window, view: &Weak<View>, article: &Element, renderer: Renderer, wanted: u8, ground: Ground) -> Self {
        let brush = match renderer {
            Renderer::Mark => Brush::Marks(Marks::default(), RefCell::default()),
            Renderer::Highlight if highlight::supported() => {
                let layers = Kind::ALL.iter().map(|kind| Layer::new(kind.key(), kind.look().priority)).collect();
                Brush::Highlights(layers, RefCell::default())
            }
            Renderer::Highlight => Brush::Nothing,
        };
        let mut css = tag_rules(ground, |key| format!("::highlight(sidelight-{key})"));
        if matches!(brush, Brush::Marks(..)) {
            css.push_str("mark.sidelight{background:none;color:inherit;font:inherit;padding:0;margin:0;border:0}");
            css.push_str(&tag_rules(ground, |key| format!("mark.sidelight-{key}:not(.sidelight-off)")));
        }
        Self {
            window: window.clone(),
            brush,
            active: Layer::new("active", ACTIVE_PRIORITY),
            wanted,
            hidden: Cell::new(0),
            next: Frame::new(window, view, |view| view.paint_on()),
            _sheet: PageSheet::adopt(article, &css),
        }
    }

    /// Whether tags can be seen on the page at all.
    pub fn can_paint(&self) -> bool {
        !matches!(self.brush, Brush::Nothing)
    }

    /// Whether painting cuts the page's text nodes, so that a map of them made before no longer holds.
    pub fn changes_page(&self) -> bool {
        matches!(self.brush, Brush::Marks(..))
    }

    /// Takes everything off and begins with the tags of `facts`.
    pub fn begin(&self, facts: &Facts) {
        self.clear();
        match &self.brush {
            Brush::Highlights(_, near) => *near.borrow_mut() = Near::new(facts.tags.len()),
            Brush::Marks(_, queue) => {
                let mut tags = flatten(&facts.tags);
                tags.retain(|tag| self.wants(tag.kind));
                queue.replace(tags);
            }
            Brush::Nothing => {}
        }
    }

    fn wants(&self, kind: Kind) -> bool {
        self.wanted & kind.bit() != 0
    }

    /// Paints tags over about `bytes` of text. Returns whether any are left.
    pub fn advance(&self, document: &Document, facts: &Facts, strings: &Strings, bytes: usize) -> bool {
        let mut first = None;
        let mut is_beyond = |tag: &Tag| tag.span.start().abs_diff(*first.get_or_insert(tag.span.start())) > bytes;
        match &self.brush {
            Brush::Highlights(layers, near) => {
                let mut near = near.borrow_mut();
                let height = self.window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
                near.look(height, |tag| top(facts, tag));
                while let Some((number, tag)) = near.next().and_then(|number| Some((number, facts.tags.get(number)?))) {
                    if is_beyond(tag) {
                        return true;
                    }
                    near.step();
                    if let (Some(layer), true) = (layers.get(tag.kind as usize), self.wants(tag.kind))
                        && let Some(range) = facts.map.range(tag.span)
                    {
                        layer.add(number, range);
                    }
                }
                let lost = near.take_lost();
                for layer in layers {
                    if lost {
                        layer.keep(|tag| near.holds(tag));
                    }
                    layer.reveal();
                }
                return near.has_moved();
            }
            Brush::Marks(marks, queue) => {
                // From the end of the text to its start, so that no mark moves the words of the next.
                let mut queue = queue.borrow_mut();
                while let Some(tag) = queue.last().copied() {
                    if is_beyond(&tag) {
                        return true;
                    }
                    queue.pop();
                    marks.wrap(document, facts.map.text_nodes(tag.span), tag, (strings.kind)(tag.kind));
                }
            }
            Brush::Nothing => {}
        }
        false
    }

    /// The page may have moved: with the next frame, tags that have come near are painted.
    pub fn follow(&self) {
        if let Brush::Highlights(_, near) = &self.brush
            && near.borrow_mut().page_moved()
        {
            self.next.ask();
        }
    }

    /// All tags are needed.
    pub fn want_all(&self) {
        if let Brush::Highlights(_, near) = &self.brush {
            near.borrow_mut().want_all();
        }
    }

    /// Those near the window are enough.
    pub fn want_near(&self) {
        if let Brush::Highlights(_, near) = &self.brush
            && near.borrow_mut().want_near()
        {
            self.next.ask();
        }
    }

    /// Whether tags of this kind are wanted and switched on.
    pub fn paints(&self, kind: Kind) -> bool {
        self.wants(kind) && self.shown(kind)
    }

    /// Whether the reader has this kind switched on.
    pub fn shown(&self, kind: Kind) -> bool {
        self.hidden.get() & kind.bit() == 0
    }

    pub fn show(&self, kind: Kind, shown: bool) {
        let hidden = self.hidden.get();
        self.hidden.set(if shown { hidden & !kind.bit() } else { hidden | kind.bit() });
        match &self.brush {
            Brush::Highlights(layers, _) => layers.get(kind as usize).into_iter().for_each(|layer| layer.show(shown)),
            Brush::Marks(marks, _) => marks.show(kind, shown),
            Brush::Nothing => {}
        }
    }

    /// Lights the mention that the reader went to.
    pub fn light(&self, range: &Range) {
        self.active.clear();
        self.active.add(0, range.clone());
        self.active.reveal();
    }

    pub fn unlight(&self) {
        self.active.clear();
    }

    /// Leaves the page as it was before painting.
    pub fn clear(&self) {
        self.active.clear();
        match &self.brush {
            Brush::Highlights(layers, near) => {
                near.take();
                layers.iter().for_each(Layer::clear);
            }
            Brush::Marks(marks, queue) => {
                queue.take();
                marks.clear();
            }
            Brush::Nothing => {}
        }
    }
}

/// How far below the window's upper edge a tag's words begin; nothing where they are not laid out.
fn top(facts: &Facts, tag: usize) -> Option<f64> {
    let words = facts.map.range(facts.tags.get(tag)?.span)?.get_bounding_client_rect();
    (words.width() > 0.0 || words.height() > 0.0).then(|| words.top())
}

impl View {
    /// Goes on painting, a frame's worth.
    fn paint_on(&self) {
        if self.current().0.is_some_and(|facts| self.painter.advance(&self.document, &facts, self.strings, FRAME)) {
            self.painter.next.ask();
        }
    }

    /// On paper there is no window that tags could be near to: before the page is printed all are painted at once.
    pub(super) fn begin_print(&self) {
        let Some(facts) = self.current().0 else { return };
        let finish = || while self.painter.advance(&self.document, &facts, self.strings, usize::MAX) {};
        finish();
        self.painter.want_all();
        finish();
    }
}
