//! What the reader sees: tags on the page, a hover card over a tag, and the fact card beside the text.
//!
//! ```text
//! facts    one reading of an article          tellings      what it tells more than once
//! kind     how tags look                      tags          which words are marked as what
//! wording  facts in words, locale/ the words  sections      what stands where in the card
//! entry    one fact as elements               panel, peek   fact card and hover card, in one shadow root
//! paint    highlight or mark on the page      near          which tags are on it
//! journey  from an entry to its words and back
//! ```
//!
//! The page's elements are left alone (but by [`Renderer::Mark`]): the card hangs in one shadow root of a host of its own, text goes
//! in as text, styles as constructable sheets.

mod element;
mod entry;
mod facts;
mod hierarchy;
mod highlight;
mod journey;
mod kind;
mod listen;
mod locale;
mod mark;
mod near;
mod paint;
mod panel;
mod peek;
mod sections;
mod style;
mod tags;
mod tellings;
mod wording;

pub use facts::{Facts, Gathering};
pub use kind::Kind;
pub(crate) use listen::Timer;
pub use near::near;
pub use panel::Notice;
pub use tags::{Subject, Tag, flatten, tag_at};

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    AbortSignal, Document, Element, Event, HtmlElement, KeyboardEvent, MouseEvent, ShadowRoot, ShadowRootInit, ShadowRootMode, Window,
};

use element::{Make, carrying};
use journey::Journey;
use listen::{Listeners, Size};
use locale::{Formats, Strings, strings};
use paint::Painter;
use panel::{Panel, set_hidden};
use peek::Peek;

use crate::page::TextMap;

/// Pixels between the text and the card.
const MARGIN: f64 = 8.0;

/// The least width, in pixels, at which the card can be read; where there is less room beside the text it lies over it.
const NARROWEST: f64 = 264.0;

/// How words are marked on the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Renderer {
    /// Painted over, without touching the page's elements.
    #[default]
    Highlight,
    /// Wrapped in `<mark class="sidelight">`.
    Mark,
}

/// Told when the reader goes to a fact.
pub type Select = Box<dyn Fn(&Facts, Subject)>;

/// What a card needs to begin.
pub struct Setup {
    /// The article on the page; events are dispatched on it.
    pub root: Element,
    /// Ends all listening when it is aborted.
    pub signal: AbortSignal,
    /// How words are marked.
    pub renderer: Renderer,
    /// What is marked and listed; empty for everything.
    pub kinds: Vec<Kind>,
    /// What to tell when the reader goes to a fact.
    pub select: Select,
}

/// The card of one article. Dropping it takes everything back.
pub struct Card {
    view: Rc<View>,
}

/// Everything that the card's listeners reach.
///
/// No borrow of a cell is held while an event may fire or a callback may run: those may call right back into the card.
struct View {
    me: Weak<View>,
    window: Window,
    document: Document,
    root: Element,
    strings: &'static Strings,
    formats: Formats,
    host: HtmlElement,
    shadow: ShadowRoot,
    panel: Panel,
    fill: Timer,
    peek: Peek,
    painter: Painter,
    journey: Journey,
    listeners: Listeners,
    _size: Size,
    facts: RefCell<Option<Rc<Facts>>>,
    notice: RefCell<Option<Notice>>,
    open: Cell<bool>,
    /// Where the pointer went down, to tell a click from the end of a selection.
    pressed: Cell<(i32, i32)>,
    select: Select,
}

impl Card {
    /// Hangs an empty, closed card into the page of `setup.root`.
    ///
    /// # Errors
    /// When there is no window, or the host element cannot be made.
    pub fn new(setup: Setup) -> Result<Self, JsValue> {
        let Setup { root, signal, renderer, kinds, select } = setup;
        let window = web_sys::window().ok_or("the card needs a window")?;
        let document = root.owner_document().ok_or("the article has no document")?;
        let strings = strings(&window.navigator().language().unwrap_or_default());

        let host: HtmlElement = document.create_element("div")?.unchecked_into();
        host.set_attribute("data-sidelight-host", "")?;
        let shadow = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
        let ground = style::ground(&window, &root);
        let sheet = style::sheet(concat!(include_str!("card.css"), include_str!("entry.css"), include_str!("peek.css")))
            .ok_or("no constructable style sheets")?;
        let legend = style::sheet(&legend()).ok_or("no constructable style sheets")?;
        style::dress(&shadow, &[&sheet, &legend]);

        let panel = Panel::new(&document, strings);
        let surface = document.el("div").class("surface").attr("lang", strings.tag).attr("dir", strings.direction).done();
        let wanted = if kinds.is_empty() { u8::MAX } else { kinds.iter().fold(0, |bits, kind| bits | kind.bit()) };
        let view = Rc::new_cyclic(|me| View {
            me: Weak::clone(me),
            fill: Timer::new(&window, me, |view| view.fill_on()),
            peek: Peek::new(&window, &document, strings, me),
            journey: Journey::new(&window, me),
            painter: Painter::new(&window, me, &root, renderer, wanted, ground),
            listeners: Listeners::new(&signal),
            _size: Size::new(&root, me, |view| view.painter.follow()),
            formats: Formats::new(strings.tag),
            panel,
            window,
            document,
            root,
            strings,
            host,
            shadow,
            facts: RefCell::default(),
            notice: RefCell::default(),
            open: Cell::new(false),
            pressed: Cell::default(),
            select,
        });
        surface.append_child(&view.panel.launcher)?;
        surface.append_child(&view.panel.frame)?;
        surface.append_child(view.peek.element())?;
        view.shadow.append_child(&surface)?;
        view.document.document_element().ok_or("the document is empty")?.append_child(&view.host)?;
        view.listen();
        Ok(Self { view })
    }

    /// Shows a new reading: what was shown and painted of an earlier one goes. Call [`Card::paint`] until nothing is left.
    pub fn show(&self, facts: Facts) {
        let facts = Rc::new(facts);
        let view = &self.view;
        view.painter.begin(&facts);
        view.facts.replace(Some(facts));
        view.notice.replace(None);
        view.renew();
    }

    /// Shows why there is nothing to show.
    pub fn tell(&self, notice: Notice) {
        let view = &self.view;
        view.painter.clear();
        view.facts.replace(None);
        view.notice.replace(Some(notice));
        view.renew();
    }

    /// Paints tags over about `bytes` more of the text. Returns whether any are left.
    pub fn paint(&self, bytes: usize) -> bool {
        let facts = self.view.facts.borrow().clone();
        facts.is_some_and(|facts| self.view.painter.advance(&self.view.document, &facts, self.view.strings, bytes))
    }

    /// Takes the tags off the page and leaves the card as it is.
    pub fn lift(&self) {
        self.view.painter.clear();
    }

    /// Whether painting wrapped words in elements, so that places in the page's text nodes are to be looked up anew.
    pub fn changed_page(&self) -> bool {
        self.view.painter.changes_page()
    }

    /// The same facts at new places, after the page's text nodes changed and its text did not.
    pub fn relocate(&self, map: Rc<TextMap>) {
        let facts = self.view.facts.borrow().clone();
        if let Some(facts) = facts {
            self.view.facts.replace(Some(Rc::new(facts.moved(map))));
        }
    }

    /// What is shown, where there is anything.
    pub fn facts(&self) -> Option<Rc<Facts>> {
        self.view.facts.borrow().clone()
    }

    /// Opens the fact card. The focus stays where it is.
    pub fn open(&self) {
        self.view.set_open(true, false);
    }

    /// Closes the fact card; the launcher stays.
    pub fn close(&self) {
        self.view.set_open(false, false);
    }

    /// Whether the fact card is open.
    pub fn is_open(&self) -> bool {
        self.view.open.get()
    }
}

impl Drop for Card {
    fn drop(&mut self) {
        self.view.painter.clear();
        self.view.host.remove();
    }
}

/// The lines of the tags for the legend, on the card's own ground.
fn legend() -> String {
    let rules = |ground| kind::tag_rules(ground, |key| format!(".kind-{key}"));
    format!("{}@media (prefers-color-scheme:dark){{{}}}", rules(kind::Ground::Light), rules(kind::Ground::Dark))
}

impl View {
    fn listen(&self) {
        let on = |target: &web_sys::EventTarget, event, work| self.listeners.on(target, event, &self.me, work);
        on(&self.shadow, "click", |view, event| view.clicked(event));
        on(&self.shadow, "keydown", |view, event| view.key_in_card(event));
        on(&self.shadow, "pointerdown", |view, event| view.press(event));
        on(&self.document, "pointermove", |view, event| view.pointer_moved(event));
        on(&self.document, "pointerdown", |view, event| view.press(event));
        on(&self.document, "click", |view, event| view.page_clicked(event));
        on(&self.document, "keydown", |view, event| view.key_in_page(event));
        on(&self.document, "scroll", |view, event| view.scrolled(event));
        on(&self.window, "resize", |view, _| {
            view.close_peek();
            view.beside_the_text();
            view.painter.follow();
        });
        on(&self.window, "beforeprint", |view, _| view.begin_print());
        on(&self.window, "afterprint", |view, _| view.painter.want_near());
        // A shadow root keeps to itself what scrolls in it.
        let mut here = Some(self.root.clone());
        while let Some(element) = here {
            let above = element.assigned_slot().map(Into::into).or_else(|| element.parent_element());
            here = above.or_else(|| {
                let tree = element.get_root_node().dyn_into::<ShadowRoot>().ok()?;
                on(&tree, "scroll", |view, event| view.scrolled(event));
                Some(tree.host())
            });
        }
    }

    fn current(&self) -> (Option<Rc<Facts>>, Option<Notice>) {
        (self.facts.borrow().clone(), self.notice.borrow().clone())
    }

    /// Whether sections of this kind are shown: tags that cannot be painted are switched in the list alone.
    fn shows(&self, kind: Kind) -> bool {
        self.painter.shown(kind)
    }

    fn renew(&self) {
        self.close_peek();
        let (facts, _) = self.current();
        let count = self.panel.renew(facts.as_deref(), &self.formats);
        if count == 0 && facts.is_some() {
            self.notice.replace(Some(Notice::Nothing));
        }
        set_hidden(&self.panel.launcher, self.open.get());
        if self.open.get() {
            self.fill_panel();
        }
        self.panel.say(&self.strings.count(self.strings.facts_found, count, &self.formats));
    }

    fn fill_panel(&self) {
        let (facts, notice) = self.current();
        self.panel.make(facts.as_ref(), notice.as_ref(), &self.formats, |kind| self.shows(kind), self.painter.can_paint());
        self.fill_on();
    }

    /// Makes some sections of the open card, and the next ones later.
    fn fill_on(&self) {
        if let Some(facts) = self.current().0.filter(|_| self.open.get())
            && self.panel.fill(&facts, &self.formats, |kind| self.shows(kind))
        {
            self.fill.set(0);
        }
    }

    /// The entry of a subject, made if it was not yet.
    fn entry(&self, key: &str, facts: &Facts) -> Option<Element> {
        while self.panel.find(key).is_none() && self.panel.fill(facts, &self.formats, |kind| self.shows(kind)) {}
        self.panel.entry(key, facts, &self.formats)
    }

    fn set_open(&self, open: bool, by_reader: bool) {
        if self.open.replace(open) == open {
            return;
        }
        if open {
            self.fill_panel();
            self.beside_the_text();
        }
        set_hidden(&self.panel.frame, !open);
        set_hidden(&self.panel.launcher, open);
        if by_reader && open {
            self.panel.focus_headline();
        } else if by_reader {
            panel::focus(Some(&self.panel.launcher));
        }
    }

    /// Puts the card on the side of the article that has more room, as narrow as that room as long as it can be read.
    fn beside_the_text(&self) {
        let width = self.document.document_element().map_or(0.0, |root| f64::from(root.client_width()));
        let article = self.root.get_bounding_client_rect();
        let (before, behind) = (article.left(), width - article.right());
        let frame = &self.panel.frame;
        let _ = frame.class_list().toggle_with_force("at-left", before > behind + 1.0);
        let room = before.max(behind) - MARGIN;
        // An empty value takes the property away.
        let room = if room >= NARROWEST { format!("{}px", room as u32) } else { String::new() };
        let _ = frame.style().set_property("--room", &room);
    }

    fn clicked(&self, event: &Event) {
        let Some((element, action)) = carrying(event.target(), "data-action") else { return };
        let subject = || Subject::from_key(&carrying(event.target(), "data-subject")?.1);
        match action.as_str() {
            "open" => self.set_open(true, true),
            "close" => self.set_open(false, true),
            "back" => self.go_back(),
            "close-peek" => self.close_peek(),
            "filter" => {
                if let Some(kind) = element.get_attribute("data-kind").and_then(|key| Kind::from_key(&key)) {
                    let shown = !self.shows(kind);
                    self.painter.show(kind, shown);
                    self.panel.show(kind, shown);
                }
            }
            "more" => {
                if let Some(facts) = self.current().0 {
                    self.panel.more(&element, &facts, &self.formats);
                }
            }
            "anchor" => self.go_to_span(element.get_attribute("data-span").as_deref()),
            "reveal" => {
                if let Some(subject) = subject() {
                    self.reveal(subject);
                }
            }
            "jump" if !self.was_dragged(event) => {
                if let Some(subject) = subject() {
                    self.go_to(subject, 0, None);
                }
            }
            "previous" | "next" => {
                if let Some(subject) = subject() {
                    self.go_to(subject, if action == "next" { 1 } else { -1 }, Some(&element));
                }
            }
            _ => {}
        }
    }

    /// Shows the entry of a subject in the fact card and moves the focus to it.
    fn reveal(&self, subject: Subject) {
        let Some(facts) = self.current().0 else { return };
        self.close_peek();
        self.set_open(true, false);
        let key = facts.listed(subject).key();
        let Some(entry) = self.entry(&key, &facts) else { return };
        if let Ok(Some(folded)) = entry.closest("details.folded") {
            let _ = folded.set_attribute("open", "");
        }
        entry.scroll_into_view();
        let title = entry.query_selector(".title").ok().flatten();
        panel::focus(title.as_ref().map(AsRef::as_ref));
    }

    fn press(&self, event: &Event) {
        if let Some(mouse) = event.dyn_ref::<MouseEvent>() {
            self.pressed.set((mouse.client_x(), mouse.client_y()));
        }
    }

    /// Whether the pointer moved between press and click: the reader selects text.
    fn was_dragged(&self, event: &Event) -> bool {
        let Some(mouse) = event.dyn_ref::<MouseEvent>() else { return false };
        // A click by the keyboard has no press.
        let (x, y) = self.pressed.get();
        mouse.detail() > 0 && (mouse.client_x() - x).abs() + (mouse.client_y() - y).abs() > 6
    }

    fn key_in_card(&self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if key.key() != "Escape" {
            return;
        }
        if self.peek.is_open() {
            self.close_peek();
        } else {
            self.set_open(false, true);
        }
    }

    fn key_in_page(&self, event: &Event) {
        // From inside the card it comes here too, with the host as target, and was dealt with.
        let from_card = event.target().is_some_and(|target| &target == self.host.as_ref() as &web_sys::EventTarget);
        if !from_card && event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape") {
            self.close_peek();
        }
    }
}
