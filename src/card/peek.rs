//! The hover card: what a tag says, beside the sentence it stands in.
//!
//! It opens when the pointer rests on a tag and stays while the pointer is on the tag, on the card or on the way between; a click or
//! a tap on a tag pins it. It never keeps a link or a selection of the page from working.

use std::cell::{Cell, RefCell};
use std::rc::Weak;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CaretPosition, Document, DomRect, Element, Event, HtmlElement, MouseEvent, Node, PointerEvent, Range, Window};

use super::View;
use super::element::{Make, clear};
use super::entry::{Entries, Setting};
use super::listen::{Frame, Timer};
use super::locale::Strings;
use super::panel::{focus, set_hidden};
use super::tags::{Tag, tag_at};
use super::wording::Wording;
use crate::text::{ByteSpan, decimal};

/// Resting time before it opens, and grace before it closes, in milliseconds: those of Wikipedia's page previews.
const OPEN_AFTER: i32 = 500;
const CLOSE_AFTER: i32 = 300;
/// Room between the sentence and the card, and between the card and the window's edge, in pixels.
const GAP: f64 = 8.0;

/// The hover card and what the pointer is at.
pub(super) struct Peek {
    element: HtmlElement,
    content: Element,
    /// The tag that the pointer rests on, not shown yet.
    wanted: Cell<Option<Tag>>,
    /// The tag that is shown.
    shown: Cell<Option<Tag>>,
    pinned: Cell<bool>,
    /// The last known place of the pointer, in the window, and whether it was over the card.
    pointer: Cell<(f64, f64)>,
    over_card: Cell<bool>,
    /// Where the pointer may be on its way from the tag to the card.
    corridor: RefCell<Option<[f64; 4]>>,
    look: Frame,
    open: Timer,
    close: Timer,
}

impl Peek {
    pub fn new(window: &Window, document: &Document, strings: &Strings, view: &Weak<View>) -> Self {
        let close = document.button("close", "close-peek").attr("aria-label", strings.close_peek).text("✕");
        let content = document.el("div").class("content");
        let element = document
            .el("div")
            .class("peek")
            .attr("part", "peek")
            .attr("role", "dialog")
            .attr("aria-label", strings.peek)
            .attr("hidden", "");
        Self {
            content: content.clone().done(),
            element: element.child(content).child(close).html(),
            wanted: Cell::default(),
            shown: Cell::default(),
            pinned: Cell::default(),
            pointer: Cell::default(),
            over_card: Cell::default(),
            corridor: RefCell::default(),
            look: Frame::new(window, view, |view| view.look_under_pointer()),
            open: Timer::new(window, view, |view| {
                if let Some(tag) = view.peek.wanted.take() {
                    view.open_peek(tag, false);
                }
            }),
            close: Timer::new(window, view, |view| view.close_peek()),
        }
    }

    pub fn element(&self) -> &HtmlElement {
        &self.element
    }

    pub fn is_open(&self) -> bool {
        self.shown.get().is_some()
    }
}

/// `document.caretPositionFromPoint`, or what older browsers have; `None` outside text.
fn caret(document: &Document, x: f64, y: f64) -> Option<(Node, u32)> {
    let method = |name: &str| Reflect::get(document, &name.into()).ok()?.dyn_into::<Function>().ok();
    let at = |method: Function| method.call2(document, &JsValue::from_f64(x), &JsValue::from_f64(y)).ok();
    if let Some(method) = method("caretPositionFromPoint") {
        let position: CaretPosition = at(method)?.dyn_into().ok()?;
        return Some((position.offset_node()?, position.offset()));
    }
    let range: Range = at(method("caretRangeFromPoint")?)?.dyn_into().ok()?;
    Some((range.start_container().ok()?, range.start_offset().ok()?))
}

fn rects(range: &Range) -> Vec<DomRect> {
    let Some(list) = range.get_client_rects() else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.item(at)).collect()
}

fn pixels(length: f64) -> String {
    format!("{}px", decimal::written(length))
}

fn holds([left, top, right, bottom]: [f64; 4], x: f64, y: f64) -> bool {
    left <= x && x <= right && top <= y && y <= bottom
}

impl View {
    pub(super) fn pointer_moved(&self, event: &Event) {
        let Some(pointer) = event.dyn_ref::<PointerEvent>() else { return };
        // A finger has no hover; its taps arrive as clicks. While a button is down the reader selects.
        if pointer.pointer_type() == "touch" || pointer.buttons() != 0 {
            return;
        }
        self.peek.pointer.set((f64::from(pointer.client_x()), f64::from(pointer.client_y())));
        let over_card = event.composed_path().includes(self.peek.element.as_ref(), 0);
        self.peek.over_card.set(over_card || event.target().as_ref() == Some(self.host.as_ref()));
        self.peek.look.ask();
    }

    /// Once a frame: what is the pointer at?
    fn look_under_pointer(&self) {
        let peek = &self.peek;
        let (x, y) = peek.pointer.get();
        let tag = if peek.over_card.get() { None } else { self.tag_under(x, y) };
        if peek.pinned.get() {
            return;
        }
        match (tag, peek.shown.get()) {
            (Some(tag), Some(shown)) if tag == shown => {
                peek.wanted.set(None);
                peek.open.stop();
                peek.close.stop();
            }
            (Some(tag), _) => {
                if peek.wanted.replace(Some(tag)) != Some(tag) {
                    peek.open.set(OPEN_AFTER);
                }
                // On the way to the card other tags are passed over; the timer opens one only where the pointer rests.
            }
            (None, shown) => {
                peek.wanted.set(None);
                peek.open.stop();
                let near = peek.over_card.get() || peek.corridor.borrow().is_some_and(|corridor| holds(corridor, x, y));
                if shown.is_some() && near {
                    peek.close.stop();
                } else if shown.is_some() {
                    peek.close.set(CLOSE_AFTER);
                    // Not again and again: the grace counts from the first step outside.
                    peek.corridor.replace(None);
                }
            }
        }
    }

    /// The tag whose words are at a point of the window.
    fn tag_under(&self, x: f64, y: f64) -> Option<Tag> {
        let facts = self.current().0?;
        let (node, offset) = caret(&self.document, x, y)?;
        let at = facts.map.position(&node, offset)?;
        let shown = |kind| self.painter.paints(kind);
        // The caret stands between two characters: the one before it counts too.
        let found = [at, at.wrapping_sub(1)].into_iter().filter_map(|byte| tag_at(&facts.tags, byte, shown)).find(|tag| {
            // The caret snaps to the nearest text from far away: only words really under the point count.
            let range = facts.map.range(tag.span);
            range.is_some_and(|range| {
                rects(&range).iter().any(|rect| holds([rect.left(), rect.top() - 1.0, rect.right(), rect.bottom() + 3.0], x, y))
            })
        });
        found.copied()
    }

    pub(super) fn page_clicked(&self, event: &Event) {
        let Some(mouse) = event.dyn_ref::<MouseEvent>() else { return };
        if event.target().as_ref() == Some(self.host.as_ref()) {
            return;
        }
        let on_control = event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|element| {
            element
                .closest("a[href],button,input,select,textarea,label,summary,video,audio,[contenteditable],[role=button],[role=link]")
                .ok()
                .flatten()
                .is_some()
        });
        let selecting =
            self.was_dragged(event) || self.window.get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
        if on_control
            || selecting
            || event.default_prevented()
            || mouse.button() != 0
            || mouse.ctrl_key()
            || mouse.meta_key()
            || mouse.shift_key()
        {
            return;
        }
        match self.tag_under(f64::from(mouse.client_x()), f64::from(mouse.client_y())) {
            Some(tag) => {
                self.open_peek(tag, true);
                if let Some(facts) = self.current().0 {
                    (self.select)(&facts, tag.subject);
                }
            }
            None => self.close_peek(),
        }
    }

    pub(super) fn scrolled(&self, event: &Event) {
        // Its place is bound to the words; scrolling inside the card is no reason to go.
        let inside = event.target().as_ref() == Some(self.host.as_ref());
        if inside {
            return;
        }
        self.painter.follow();
        if self.peek.is_open() {
            self.close_peek();
        }
    }

    fn open_peek(&self, tag: Tag, pinned: bool) {
        let Some(facts) = self.current().0 else { return };
        let Some(range) = facts.map.range(tag.span) else { return };
        let peek = &self.peek;
        peek.open.stop();
        peek.close.stop();
        peek.wanted.set(None);
        peek.pinned.set(pinned);
        if peek.shown.replace(Some(tag)) != Some(tag) {
            let wording = Wording { facts: &facts, strings: self.strings, formats: &self.formats };
            let entries = Entries { document: &self.document, wording: &wording, setting: Setting::Hover };
            clear(&peek.content);
            let _ = peek.content.append_child(&entries.kind(tag.kind).done());
            if let Some(entry) = entries.entry(tag.subject) {
                let reveal =
                    self.document.button("reveal", "reveal").attr("data-subject", &tag.subject.key()).text(self.strings.show_in_card);
                let _ = peek.content.append_child(&entry.child(reveal).done());
            }
            peek.content.set_scroll_top(0);
        }
        let _ = peek.element.class_list().toggle_with_force("pinned", pinned);
        set_hidden(&peek.element, false);
        self.place(&range, facts.analysis.sentence_of(tag.span));
    }

    /// Below the sentence, or above it, or where there is more room; never over the words themselves.
    fn place(&self, words: &Range, sentence: ByteSpan) {
        let peek = &self.peek;
        let size = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
        let (width, height) = (size(self.window.inner_width()), size(self.window.inner_height()));
        let style = peek.element.style();
        let _ = style.remove_property("max-height");
        let card = peek.element.get_bounding_client_rect();
        let first = rects(words).first().cloned().unwrap_or_else(|| words.get_bounding_client_rect());
        let around = self
            .current()
            .0
            .and_then(|facts| facts.map.range(sentence))
            .map_or_else(|| words.get_bounding_client_rect(), |range| range.get_bounding_client_rect());

        let fits_below = |bottom: f64| bottom + GAP + card.height() <= height - GAP;
        let fits_above = |top: f64| top - GAP - card.height() >= GAP;
        let (top, room) = if fits_below(around.bottom()) {
            (around.bottom() + GAP, None)
        } else if fits_above(around.top()) {
            (around.top() - GAP - card.height(), None)
        } else if height - first.bottom() >= first.top() {
            // A sentence that fills the window: next to the line at least.
            let room = height - first.bottom() - 2.0 * GAP;
            (first.bottom() + GAP, Some(room))
        } else {
            let room = first.top() - 2.0 * GAP;
            ((first.top() - GAP - card.height().min(room)).max(GAP), Some(room))
        };
        if let Some(room) = room {
            let _ = style.set_property("max-height", &pixels(room));
        }
        let left = first.left().min(width - card.width() - GAP).max(GAP);
        let _ = style.set_property("left", &pixels(left));
        let _ = style.set_property("top", &pixels(top));

        let card = peek.element.get_bounding_client_rect();
        let corridor = [
            first.left().min(card.left()) - GAP,
            first.top().min(card.top()) - GAP,
            first.right().max(card.right()) + GAP,
            first.bottom().max(card.bottom()) + GAP,
        ];
        peek.corridor.replace(Some(corridor));
    }

    pub(super) fn close_peek(&self) {
        let peek = &self.peek;
        peek.open.stop();
        peek.close.stop();
        peek.wanted.set(None);
        peek.pinned.set(false);
        peek.corridor.replace(None);
        if peek.shown.take().is_none() {
            return;
        }
        let had_focus = self.shadow.active_element().is_some_and(|active| peek.element.contains(Some(&active)));
        set_hidden(&peek.element, true);
        if had_focus && self.open.get() {
            self.panel.focus_headline();
        } else if had_focus {
            focus(Some(&self.panel.launcher));
        }
    }
}
