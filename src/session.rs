//! One article on a page: collected, analysed, painted, in slices; read again when the page changes its text.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Date, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, CustomEvent, CustomEventInit, Element, EventTarget, Node};

use crate::Analyzer;
use crate::card::{Card, Facts, Gathering, Kind, Notice, Renderer, Setup, Subject, Timer};
use crate::export::wire::{AnalysisObject, Unit};
use crate::export::{self, Format};
use crate::fact::{Analysis, Reading};
use crate::page::{Collector, NotAnArticle, Observer, Page, TextMap, observe};
use crate::text::{Article, ByteSpan, DateSource, OffsetMap, Published};

/// What the caller wants of a session.
pub struct Options {
    /// When the article was published, where the caller knows better than the page.
    pub published: Option<jiff::civil::Date>,
    /// The article's language, likewise.
    pub language: Option<String>,
    /// Its headline, likewise.
    pub title: Option<String>,
    /// Its address, likewise.
    pub url: Option<String>,
    /// How words are marked.
    pub renderer: Renderer,
    /// What is marked and listed; empty for everything.
    pub kinds: Vec<Kind>,
    /// Whether the fact card is open at first.
    pub open: bool,
}

impl Options {
    /// What the caller says of the article goes before what the page says.
    pub fn apply(&self, article: &mut Article) {
        let given = |value: &Option<String>, field: &mut Option<String>| {
            if value.is_some() {
                field.clone_from(value);
            }
        };
        given(&self.language, &mut article.language);
        given(&self.title, &mut article.title);
        given(&self.url, &mut article.url);
        if let Some(date) = self.published {
            article.published = Some(Published { date, source: DateSource::Given });
        }
    }
}

/// What is done next.
enum Stage {
    /// Reading the page.
    Collect(Collector),
    /// Hanging the card beside the article, which makes the browser lay the page out.
    Hang(Box<Page>),
    /// Reading the text.
    Analyse(Box<(Analyzer, TextMap)>),
    /// Gathering what the card shows.
    Gather(Box<Gathering>),
    /// Showing it.
    Show(Box<Facts>),
    /// Putting tags on the page.
    Paint,
    /// Looking up where the words stand now that marks have cut the page's text nodes.
    Relocate(Collector),
    /// Nothing.
    Rest,
}

/// What a reading came to.
struct Outcome {
    article: Rc<Article>,
    analysis: Rc<Analysis>,
    refused: Option<NotAnArticle>,
}

/// DOM nodes are looked at faster than text is analysed: a node for each so many bytes of a slice.
const BYTES_A_NODE: usize = 24;
/// Painting likewise covers this many times the bytes of a slice.
const PAINTING: usize = 8;
/// A re-reading works in slices of this size, with a pause between, since nobody drives it.
const OWN_SLICE: usize = 16 * 1024;
/// A page that changes all the time is read again ever more seldom: a second, doubled up to this many times …
const PATIENCE: u32 = 6;
/// … and a quiet minute makes it quick again.
const QUIET: f64 = 60_000.0;

/// A session.
pub struct Session {
    me: Weak<Session>,
    root: Option<Element>,
    options: Options,
    signal: AbortSignal,
    /// Told after each reading that nobody drove.
    renewed: Function,
    stage: RefCell<Stage>,
    card: RefCell<Option<Rc<Card>>>,
    /// Where the card's article lies.
    article_root: RefCell<Option<Element>>,
    outcome: RefCell<Option<Rc<Outcome>>>,
    observer: RefCell<Option<Observer>>,
    again: Timer,
    rereadings: Cell<u32>,
    last_reading: Cell<f64>,
}

impl Session {
    /// A session on the article in `root`, or on the one found in the page. Nothing is read yet.
    ///
    /// # Errors
    /// Where there is no window, as in a worker.
    pub fn new(root: Option<Element>, options: Options, signal: AbortSignal, renewed: Function) -> Result<Rc<Self>, JsValue> {
        let window = web_sys::window().ok_or("a session needs a page; `analyze` reads text anywhere")?;
        Ok(Rc::new_cyclic(|me| Self {
            me: Weak::clone(me),
            stage: RefCell::new(Stage::Collect(Collector::new(root.clone()))),
            root,
            options,
            signal,
            renewed,
            card: RefCell::default(),
            article_root: RefCell::default(),
            outcome: RefCell::default(),
            observer: RefCell::default(),
            again: Timer::new(&window, me, |session| session.read_on()),
            rereadings: Cell::new(0),
            last_reading: Cell::new(0.0),
        }))
    }

    /// Works on about `bytes` more. Returns whether work is left.
    ///
    /// # Errors
    /// When the card cannot be made.
    pub fn advance(&self, bytes: usize) -> Result<bool, JsValue> {
        // Taken out: a card may dispatch events, and whoever hears them may call back.
        let stage = self.stage.replace(Stage::Rest);
        let next = match stage {
            Stage::Collect(mut collector) => {
                if collector.advance((bytes / BYTES_A_NODE).max(8)) {
                    Stage::Collect(collector)
                } else {
                    self.collected(collector)?
                }
            }
            Stage::Hang(page) => self.hang(*page)?,
            Stage::Analyse(mut work) => {
                if work.0.advance(bytes) {
                    Stage::Analyse(work)
                } else {
                    let (analyzer, map) = *work;
                    let (article, analysis) = analyzer.finish();
                    self.analysed(Rc::new(article), Rc::new(analysis), map)?
                }
            }
            Stage::Gather(mut gathering) => {
                if gathering.advance(bytes) {
                    Stage::Gather(gathering)
                } else {
                    Stage::Show(Box::new(gathering.finish()))
                }
            }
            Stage::Show(facts) => {
                self.card().ok_or("the session was closed")?.show(*facts);
                Stage::Paint
            }
            Stage::Paint => self.paint(bytes.saturating_mul(PAINTING)),
            Stage::Relocate(mut collector) => {
                if collector.advance((bytes / BYTES_A_NODE).max(8)) {
                    Stage::Relocate(collector)
                } else {
                    if let (Ok(page), Some(card)) = (collector.finish(), self.card()) {
                        card.relocate(Rc::new(page.map));
                    }
                    Stage::Rest
                }
            }
            Stage::Rest => return Ok(false),
        };
        let left = !matches!(next, Stage::Rest);
        self.stage.replace(next);
        if !left {
            self.watch();
        }
        Ok(left)
    }

    fn card(&self) -> Option<Rc<Card>> {
        self.card.borrow().clone()
    }

    fn collected(&self, collector: Collector) -> Result<Stage, JsValue> {
        match collector.finish() {
            Ok(page) => Ok(Stage::Hang(Box::new(page))),
            Err(reason) => {
                let document = web_sys::window().and_then(|window| window.document());
                let root = self.root.clone().or_else(|| document?.document_element()).ok_or("the page is empty")?;
                let mut article = Article::default();
                self.options.apply(&mut article);
                self.outcome.replace(Some(Rc::new(Outcome {
                    article: Rc::new(article),
                    analysis: Rc::new(Analysis::empty(Reading::Empty)),
                    refused: Some(reason),
                })));
                self.card_at(&root)?.tell(Notice::NotAnArticle);
                Ok(Stage::Rest)
            }
        }
    }

    fn hang(&self, page: Page) -> Result<Stage, JsValue> {
        let Page { mut article, map, root } = page;
        self.options.apply(&mut article);
        self.card_at(&root)?;
        let same = self.outcome.borrow().as_ref().filter(|outcome| *outcome.article == article).map(|outcome| Rc::clone(&outcome.analysis));
        match same {
            // Only the page's nodes changed: the facts hold.
            Some(analysis) => self.analysed(Rc::new(article), analysis, map),
            None => Ok(Stage::Analyse(Box::new((Analyzer::new(article), map)))),
        }
    }

    /// The card of the article in `root`; an earlier one moves on, unless the article now lies elsewhere.
    fn card_at(&self, root: &Element) -> Result<Rc<Card>, JsValue> {
        if let Some(card) = self.card().filter(|_| self.article_root.borrow().as_ref() == Some(root)) {
            return Ok(card);
        }
        let was_open = self.card().map(|card| card.is_open());
        self.card.replace(None);
        let events: EventTarget = match (&self.root, root.owner_document()) {
            (None, Some(document)) => document.into(),
            _ => root.clone().into(),
        };
        let card = Rc::new(Card::new(Setup {
            root: root.clone(),
            signal: self.signal.clone(),
            renderer: self.options.renderer,
            kinds: self.options.kinds.clone(),
            select: Box::new(move |facts, subject| dispatch(&events, "select", &selected(facts, subject))),
        })?);
        if was_open.unwrap_or(self.options.open) {
            card.open();
        }
        self.article_root.replace(Some(root.clone()));
        self.card.replace(Some(Rc::clone(&card)));
        Ok(card)
    }

    fn analysed(&self, article: Rc<Article>, analysis: Rc<Analysis>, map: TextMap) -> Result<Stage, JsValue> {
        let card = self.card().ok_or("the session was closed")?;
        let next = match &analysis.reading {
            Reading::Analysed => Stage::Gather(Box::new(Gathering::new(Rc::clone(&article), Rc::clone(&analysis), Rc::new(map)))),
            Reading::Empty => {
                card.tell(Notice::Empty);
                Stage::Rest
            }
            Reading::OtherLanguage(tag) => {
                card.tell(Notice::OtherLanguage(tag.clone()));
                Stage::Rest
            }
        };
        self.outcome.replace(Some(Rc::new(Outcome { article, analysis, refused: None })));
        Ok(next)
    }

    fn paint(&self, bytes: usize) -> Stage {
        let Some(card) = self.card() else { return Stage::Rest };
        if card.paint(bytes) {
            return Stage::Paint;
        }
        if card.changed_page() {
            let root = self.article_root.borrow().clone();
            return Stage::Relocate(Collector::new(root.filter(|_| self.root.is_some())));
        }
        Stage::Rest
    }

    /// Reads again when the page has changed its text.
    fn watch(&self) {
        let Some(root) = self.article_root.borrow().clone() else { return };
        let me = Weak::clone(&self.me);
        let observer = observe(&root, &self.signal, is_own, move || {
            if let Some(session) = me.upgrade() {
                session.page_changed();
            }
        });
        self.observer.replace(observer);
    }

    fn page_changed(&self) {
        let now = Date::now();
        let count = if now - self.last_reading.replace(now) > QUIET { 0 } else { self.rereadings.get() + 1 };
        self.rereadings.set(count);
        let wait = if count == 0 { 0 } else { 500 << count.min(PATIENCE) };
        self.again.set(wait);
    }

    /// A slice of a re-reading, and the next one after a pause.
    fn read_on(&self) {
        if self.signal.aborted() {
            return;
        }
        if matches!(&*self.stage.borrow(), Stage::Rest) {
            // Our own changes are no news, and marks must not be read as the page's.
            self.observer.replace(None);
            if let Some(card) = self.card().filter(|card| card.changed_page()) {
                card.lift();
            }
            self.stage.replace(Stage::Collect(Collector::new(self.root.clone())));
        }
        match self.advance(OWN_SLICE) {
            Ok(true) => self.again.set(0),
            Ok(false) => {
                let _ = self.renewed.call0(&JsValue::UNDEFINED);
            }
            Err(error) => {
                if let Some(card) = self.card() {
                    card.tell(Notice::Failed(error.as_string().unwrap_or_default()));
                }
            }
        }
    }

    /// The analysis as a plain object, with `state`: `reading` while work is left, then `ready`, `not_an_article`, `other_language`
    /// or `empty`.
    ///
    /// # Errors
    /// When the object cannot be made.
    pub fn facts(&self) -> Result<JsValue, JsValue> {
        let outcome = self.outcome.borrow().clone();
        let nothing = (Article::default(), Analysis::empty(Reading::Empty));
        let (article, analysis) = outcome.as_ref().map_or((&nothing.0, &nothing.1), |outcome| (&*outcome.article, &*outcome.analysis));
        let facts = to_js(&AnalysisObject::new(article, analysis, Unit::Utf16))?;
        let state = match outcome.as_ref().map(|outcome| (&outcome.refused, &outcome.analysis.reading)) {
            None => "reading",
            Some((Some(_), _)) => "not_an_article",
            Some((None, Reading::Analysed)) => "ready",
            Some((None, Reading::Empty)) => "empty",
            Some((None, Reading::OtherLanguage(_))) => "other_language",
        };
        Reflect::set(&facts, &"state".into(), &state.into())?;
        Ok(facts)
    }

    /// The analysis in one of the export's forms.
    pub fn export(&self, format: Format) -> String {
        let outcome = self.outcome.borrow().clone();
        match outcome {
            Some(outcome) => export::render(format, &outcome.article, &outcome.analysis),
            None => export::render(format, &Article::default(), &Analysis::empty(Reading::Empty)),
        }
    }

    /// Opens the fact card, now or as soon as there is one.
    pub fn open_card(&self) {
        if let Some(card) = self.card() {
            card.open();
        }
    }

    /// Closes the fact card.
    pub fn close_card(&self) {
        if let Some(card) = self.card() {
            card.close();
        }
    }

    /// Whether the fact card is open.
    pub fn is_card_open(&self) -> bool {
        self.card().is_some_and(|card| card.is_open())
    }

    /// Takes everything back.
    pub fn close(&self) {
        self.again.stop();
        self.observer.replace(None);
        self.stage.replace(Stage::Rest);
        self.card.replace(None);
    }
}

/// A plain object of plain data: numbers are numbers, missing is `null`.
///
/// # Errors
/// When a value cannot be told in JavaScript.
pub fn to_js(value: &impl serde::Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// Whether a node of the page is ours: a tag or the card's host.
fn is_own(node: &Node) -> bool {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element());
    element.is_some_and(|element| element.closest("[data-sidelight],[data-sidelight-host]").ok().flatten().is_some())
}

fn dispatch(target: &EventTarget, name: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(&format!("sidelight:{name}"), &init) {
        let _ = target.dispatch_event(&event);
    }
}

/// What the reader went to: the list and index in the facts, the words and where they stand.
fn selected(facts: &Facts, subject: Subject) -> JsValue {
    let analysis = &facts.analysis;
    let (list, index, span) = match subject {
        Subject::Figure(index) => ("figures", index, analysis.figures.get(index).map(|figure| figure.span)),
        Subject::Entity(index) => {
            ("entities", index, analysis.entities.get(index).and_then(|entity| entity.mentions.first()).map(|mention| mention.span))
        }
        Subject::Time(index) => ("times", index, analysis.times.get(index).map(|time| time.span)),
        Subject::Quantity(index) => ("quantities", index, analysis.quantities.get(index).map(|quantity| quantity.span)),
        Subject::Quote(index) => ("quotes", index, analysis.quotes.get(index).map(|quote| quote.span)),
    };
    let span: ByteSpan = span.unwrap_or_default();
    let units = OffsetMap::new(&facts.article.text).utf16(span);
    let detail = Object::new();
    let pairs: [(&str, JsValue); 5] = [
        ("list", list.into()),
        ("index", (index as f64).into()),
        ("start", units.start().into()),
        ("end", units.end().into()),
        ("text", span.of(&facts.article.text).into()),
    ];
    for (name, value) in pairs {
        let _ = Reflect::set(&detail, &name.into(), &value);
    }
    detail.into()
}
