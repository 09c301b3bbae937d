//! The fact card: its frame, and its sections, made when it is first opened and a stretch at a time.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Node};

use super::Kind;
use super::element::{Build, Make, clear};
use super::entry::{Entries, Setting};
use super::facts::Facts;
use super::locale::{Formats, Strings, fill};
use super::sections::{Heading, Item, Section, Topic, count};
use super::wording::Wording;

/// Items of a section made at once; the rest comes when it is asked for.
const STRETCH: usize = 40;
/// Items of all sections made in one go before the page gets its turn.
const GO: usize = 60;

/// Why there are no facts to show.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Notice {
    /// The page is no article.
    NotAnArticle,
    /// Another language than the analysis reads; a BCP 47 tag where it is known.
    OtherLanguage(Option<String>),
    /// No words to read.
    Empty,
    /// The text was read and holds no facts.
    Nothing,
    /// Reading failed; the message says how.
    Failed(String),
}

/// The elements of the card that change, and what is in them.
pub(super) struct Panel {
    document: Document,
    strings: &'static Strings,
    pub frame: HtmlElement,
    pub launcher: HtmlElement,
    launcher_count: Element,
    headline: Element,
    byline: Element,
    filters: Element,
    pub body: Element,
    pub back: HtmlElement,
    status: Element,
    sections: RefCell<Rc<Vec<Section>>>,
    /// Made from the facts that are shown now.
    made: Cell<bool>,
    /// So many of the sections are made.
    filled: Cell<usize>,
}

impl Panel {
    pub fn new(document: &Document, strings: &'static Strings) -> Self {
        let html = |build: &Build| build.clone().html();
        let back = document.button("back", "back").attr("hidden", "").text(strings.back);
        let close = document.button("close", "close").attr("aria-label", strings.close).text("✕");
        let brand = document.el("span").class("brand").text("Sidelight");
        let bar = document.el("div").class("bar").child(brand).child(back.clone()).child(close);
        let headline = document.el("h2").class("headline").attr("id", "headline").attr("tabindex", "-1").attr("dir", "auto");
        let byline = document.el("p").class("byline");
        let filters = document.el("div").class("filters").attr("role", "group").attr("aria-label", strings.filters);
        let header = document.el("header").child(bar).child(headline.clone()).child(byline.clone());
        let body = document.el("div").class("body").child(filters.clone());
        let status = document.el("p").class("spoken").attr("role", "status");
        let footnote = document.el("footer").text(strings.footnote);
        let frame = document
            .el("aside")
            .class("panel")
            .attr("part", "panel")
            .attr("aria-label", strings.landmark)
            .attr("hidden", "")
            .child(header)
            .child(body.clone())
            .child(footnote)
            .child(status.clone());
        let launcher_count = document.el("span").class("count");
        let launcher = document.button("launcher", "open").attr("part", "launcher").attr("hidden", "");
        let launcher = launcher.child(document.el("span").class("label").text(strings.launcher)).text(" ").child(launcher_count.clone());
        Self {
            document: document.clone(),
            strings,
            frame: html(&frame),
            launcher: html(&launcher),
            launcher_count: launcher_count.done(),
            headline: headline.done(),
            byline: byline.done(),
            filters: filters.done(),
            body: body.done(),
            back: html(&back),
            status: status.done(),
            sections: RefCell::default(),
            made: Cell::new(false),
            filled: Cell::new(0),
        }
    }

    /// Says something once to assistive technology.
    pub fn say(&self, message: &str) {
        self.status.set_text_content(Some(message));
    }

    /// New facts or a new notice: what was made from the old ones is stale. Returns the number of facts.
    pub fn renew(&self, facts: Option<&Facts>, formats: &Formats) -> usize {
        let sections = facts.map(|facts| Rc::clone(&facts.sections)).unwrap_or_default();
        let count = sections.iter().map(|section| section.count).sum();
        self.sections.replace(sections);
        self.made.set(false);
        self.launcher_count.set_text_content((count > 0).then(|| formats.number(count as f64)).as_deref());
        let _ = self.launcher.set_attribute("aria-label", &self.strings.count(self.strings.launcher_label, count, formats));
        count
    }

    /// Makes what the frame shows above the sections, unless it is there already.
    pub fn make(
        &self,
        facts: Option<&Rc<Facts>>,
        notice: Option<&Notice>,
        formats: &Formats,
        shows: impl Fn(Kind) -> bool,
        can_paint: bool,
    ) {
        if self.made.replace(true) {
            return;
        }
        clear(&self.byline);
        clear(&self.filters);
        while let Some(last) = self.body.last_element_child()
            && last != self.filters
        {
            last.remove();
        }
        let article = facts.map(|facts| &facts.article);
        let title = article.and_then(|article| article.title.clone()).unwrap_or_else(|| self.strings.landmark.to_owned());
        self.headline.set_text_content(Some(&title));
        if let Some(language) = article.and_then(|article| article.language.as_deref()) {
            let _ = self.headline.set_attribute("lang", language);
        }
        let mut parts = Vec::new();
        if let Some(facts) = facts {
            let wording = Wording { facts, strings: self.strings, formats };
            if let Some(publisher) = &facts.article.publisher {
                parts.push(self.document.el("span").class("publisher").text(publisher));
            }
            if notice.is_none() {
                let (dated, evidence) = wording.anchor(&facts.analysis.anchor);
                parts.push(match evidence {
                    Some(span) => {
                        self.document.button("anchor", "anchor").attr("data-span", &format!("{}-{}", span.start(), span.end())).text(&dated)
                    }
                    None => self.document.el("span").class("anchor").text(&dated),
                });
            }
        }
        for part in parts {
            let _ = self.byline.append_child(&part.done());
        }
        if let Some(notice) = notice {
            let _ = self.body.append_child(&self.notice(notice, formats).done());
        }
        if !can_paint && notice.is_none() {
            let _ = self.body.append_child(&self.document.el("p").class("hint").text(self.strings.no_highlights).done());
        }
        self.filled.set(0);
        let sections = self.sections.borrow();
        for kind in Kind::ALL {
            let number = count(&sections, kind);
            if number > 0 {
                let _ = self.filters.append_child(&self.filter(kind, number, formats, shows(kind)).done());
            }
        }
    }

    /// Makes the next few sections. Returns whether any are left.
    pub fn fill(&self, facts: &Facts, formats: &Formats, shows: impl Fn(Kind) -> bool) -> bool {
        let sections = self.sections.borrow();
        let mut items = 0;
        while let Some(section) = sections.get(self.filled.get()) {
            if items >= GO {
                return true;
            }
            let index = self.filled.replace(self.filled.get() + 1);
            items += section.items.len().min(STRETCH);
            let element = self.section(section, index, facts, formats).done();
            set_hidden(&element, section.topic.kind().is_some_and(|kind| !shows(kind)));
            let _ = self.body.append_child(&element);
        }
        false
    }

    fn filter(&self, kind: Kind, number: usize, formats: &Formats, pressed: bool) -> Build {
        let name = (self.strings.kind)(kind);
        let number = formats.number(number as f64);
        let sample = self.document.el("span").class(&format!("kind kind-{}", kind.key())).text(name);
        self.document
            .button("filter", "filter")
            .attr("data-kind", kind.key())
            .attr("aria-pressed", if pressed { "true" } else { "false" })
            .child(sample)
            .text(" ")
            .child(self.document.el("span").class("count").text(&number))
    }

    fn notice(&self, notice: &Notice, formats: &Formats) -> Build {
        let strings = self.strings;
        let (title, more) = match notice {
            Notice::NotAnArticle => (strings.not_an_article.to_owned(), strings.not_an_article_more),
            Notice::OtherLanguage(tag) => {
                let name = tag.as_ref().map(|tag| formats.language(tag).unwrap_or_else(|| tag.clone()));
                let title = name.map_or_else(|| strings.other_language_unknown.to_owned(), |name| fill(strings.other_language, &[&name]));
                (title, strings.other_language_more)
            }
            Notice::Empty => (strings.empty.to_owned(), ""),
            Notice::Nothing => (strings.nothing.to_owned(), strings.nothing_more),
            Notice::Failed(message) => (strings.failed.to_owned(), message.as_str()),
        };
        let more = (!more.is_empty()).then(|| self.document.el("p").text(more));
        self.document.el("div").class("notice").child(self.document.el("h3").text(&title)).maybe(more)
    }

    fn section(&self, section: &Section, index: usize, facts: &Facts, formats: &Formats) -> Build {
        let id = format!("section-{index}");
        let heading = self
            .document
            .el("h3")
            .attr("id", &id)
            .text(self.title(section.topic))
            .child(self.document.el("span").class("count").text(&formats.number(section.count as f64)));
        let items = self.document.el("div").class("items");
        let list = items.clone().done();
        let build = self
            .document
            .el("section")
            .class(section.topic.kind().map_or("other", Kind::key))
            .attr("aria-labelledby", &id)
            .attr("data-section", &index.to_string());
        let build = if section.topic.is_folded() {
            let summary = self.document.el("summary").child(heading);
            build.child(self.document.el("details").class("folded").child(summary).child(items))
        } else {
            build.child(heading).child(items)
        };
        self.stretch(&list, section, 0, facts, formats);
        build
    }

    fn title(&self, topic: Topic) -> &'static str {
        match topic {
            Topic::Of(kind) => (self.strings.section)(kind),
            Topic::Background => self.strings.background,
            Topic::OtherNames => self.strings.other_names,
        }
    }

    fn heading<'f>(&self, heading: Heading, facts: &'f Facts) -> &'f str {
        match heading {
            Heading::Effect(effect) => (self.strings.effect)(effect),
            Heading::Speaker(speaker) => {
                speaker.and_then(|id| facts.analysis.entities.get(id)).map_or(self.strings.no_speaker, |entity| &entity.name)
            }
            Heading::OtherTimes => self.strings.other_times,
        }
    }

    /// Makes the items of a section from number `from` on, a stretch of them.
    fn stretch(&self, items: &Element, section: &Section, from: usize, facts: &Facts, formats: &Formats) {
        let wording = Wording { facts, strings: self.strings, formats };
        let entries = Entries { document: &self.document, wording: &wording, setting: Setting::List };
        let mut list = items.last_element_child().filter(|last| last.tag_name() == "UL");
        for item in section.items.iter().skip(from).take(STRETCH) {
            let entry = match item {
                Item::Heading(heading) => {
                    let text = self.heading(*heading, facts);
                    let _ = items.append_child(&self.document.el("h4").attr("dir", "auto").text(text).done());
                    list = None;
                    continue;
                }
                Item::Entry(subject) => entries.entry(*subject),
                Item::Differ(subjects) => {
                    let rivals = self.document.el("ul").children(subjects.iter().filter_map(|subject| entries.entry(*subject)));
                    let label = self.document.el("p").class("label").text(self.strings.differ);
                    Some(self.document.el("li").class("differ").child(label).child(rivals))
                }
            };
            let list = list.get_or_insert_with(|| self.document.el("ul").done());
            if list.parent_node().is_none() {
                let _ = items.append_child(list);
            }
            if let Some(entry) = entry {
                let _ = list.append_child(&entry.done());
            }
        }
        let left = section.items.len().saturating_sub(from + STRETCH);
        if left > 0 {
            let more = fill(self.strings.show_more, &[&formats.number(left as f64)]);
            let _ = items
                .append_child(&self.document.button("more", "more").attr("data-from", &(from + STRETCH).to_string()).text(&more).done());
        }
    }

    /// Makes the next stretch in place of the button that asked for it, and moves the focus to what is new.
    pub fn more(&self, button: &Element, facts: &Facts, formats: &Formats) {
        let from = button.get_attribute("data-from").and_then(|from| from.parse().ok());
        let index = button
            .closest("[data-section]")
            .ok()
            .flatten()
            .and_then(|section| section.get_attribute("data-section")?.parse::<usize>().ok());
        let (Some(from), Some(index), Some(items)) = (from, index, button.parent_element()) else { return };
        button.remove();
        let before = items.query_selector_all("li.entry").map_or(0, |entries| entries.length());
        if let Some(section) = self.sections.borrow().get(index) {
            self.stretch(&items, section, from, facts, formats);
        }
        let first_new = items.query_selector_all("li.entry .title").ok().and_then(|titles| titles.item(before));
        focus(first_new.as_ref());
    }

    /// Shows or hides the sections of a kind and marks its filter.
    pub fn show(&self, kind: Kind, shown: bool) {
        if let Ok(Some(filter)) = self.filters.query_selector(&format!("[data-kind={}]", kind.key())) {
            let _ = filter.set_attribute("aria-pressed", if shown { "true" } else { "false" });
        }
        let Ok(sections) = self.body.query_selector_all(&format!("section.{}", kind.key())) else { return };
        for at in 0..sections.length() {
            if let Some(section) = sections.item(at).and_then(|section| section.dyn_into::<Element>().ok()) {
                set_hidden(&section, !shown);
            }
        }
    }

    /// The entry of a subject, where it is made.
    pub fn find(&self, key: &str) -> Option<Element> {
        self.body.query_selector(&format!("[data-subject={key}]")).ok().flatten()
    }

    /// The entry of a subject in the sections that are made, made if it was not yet.
    pub fn entry(&self, key: &str, facts: &Facts, formats: &Formats) -> Option<Element> {
        loop {
            if let Some(entry) = self.find(key) {
                return Some(entry);
            }
            let more = self.body.query_selector("button.more").ok()??;
            self.more(&more, facts, formats);
        }
    }

    pub fn focus_headline(&self) {
        focus(Some(&self.headline));
    }
}

/// Hides an element from everyone, or shows it.
pub(super) fn set_hidden(element: &Element, hidden: bool) {
    let _ = element.toggle_attribute_with_force("hidden", hidden);
}

/// Moves the focus.
pub(super) fn focus(node: Option<&Node>) {
    if let Some(element) = node.and_then(|node| node.dyn_ref::<HtmlElement>()) {
        let _ = element.focus();
    }
}
