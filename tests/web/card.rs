//! The card: tags on the page, the fact card, the hover card, and a page left as it was.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Reflect};
use sidelight::card::{Card, Facts, Kind, Notice, Renderer, Setup, Subject, Tag, flatten, near, tag_at};
use sidelight::fact::{
    Analysis, CasualtyFigure, Confidence, Effect, Entity, EntityKind, Mention, MentionForm, Modifier, Quote, QuoteForm, Reading, Scope,
    Status, VictimStatus,
};
use sidelight::page::Collector;
use sidelight::text::{Article, ByteSpan, Document as Cut};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{AbortController, Document, Element, HtmlElement, ShadowRoot};

const STORY: &str = "<h1>Ferry sinks off the northern coast</h1>\
<p>At least 40 people drowned on Monday when the ferry <em>Halcyon</em> sank, the coast guard said.</p>\
<p>Among them were nine children. Doctors in Port Amity spoke of 52 dead.</p>\
<p>&ldquo;Mr. Okello told us that he saw no one leave the ship,&rdquo; the captain said.</p>\
<p>More than 100 were rescued by <a href=\"#boats\">fishing boats</a>, and Okello thanked them for it.</p>";

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a document")
}

async fn sleep(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let window = web_sys::window().expect("a window");
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds).expect("a timer");
    });
    JsFuture::from(promise).await.expect("a moment");
}

/// Calls a function of `x` and `y`, written in JavaScript.
fn js(body: &str, x: &JsValue, y: &JsValue) -> JsValue {
    Function::new_with_args("x, y", body).call2(&JsValue::NULL, x, y).expect(body)
}

/// A page with a card.
struct Stage {
    page: Element,
    card: Option<Card>,
    chosen: Rc<RefCell<Vec<Subject>>>,
}

impl Stage {
    fn on(html: &str) -> Self {
        let page = document().create_element("article").expect("an element");
        page.set_inner_html(html);
        document().body().expect("a body").append_child(&page).expect("a child");
        Self { page, card: None, chosen: Rc::default() }
    }

    fn with(html: &str, renderer: Renderer, analysis: impl Fn(&Article) -> Analysis) -> Self {
        let mut stage = Self::on(html);
        let card = stage.empty_card(renderer);
        card.show(stage.facts(analysis));
        while card.paint(16) {}
        stage.card = Some(card);
        stage
    }

    fn story(renderer: Renderer) -> Self {
        Self::with(STORY, renderer, story)
    }

    fn empty_card(&self, renderer: Renderer) -> Card {
        let chosen = Rc::clone(&self.chosen);
        let select = Box::new(move |_: &Facts, subject| chosen.borrow_mut().push(subject));
        let signal = AbortController::new().expect("a controller").signal();
        Card::new(Setup { root: self.page.clone(), signal, renderer, kinds: Vec::new(), select }).expect("a card")
    }

    fn facts(&self, analysis: impl Fn(&Article) -> Analysis) -> Facts {
        let page = Collector::new(Some(self.page.clone())).finish().expect("an article");
        let analysis = analysis(&page.article);
        Facts::new(Rc::new(page.article), Rc::new(analysis), Rc::new(page.map))
    }

    fn card(&self) -> &Card {
        self.card.as_ref().expect("a card")
    }

    fn shadow(&self) -> ShadowRoot {
        // The newest host: that of this stage.
        let hosts = document().query_selector_all("[data-sidelight-host]").expect("a selector");
        let host: Element = hosts.item(hosts.length() - 1).expect("a host").unchecked_into();
        host.shadow_root().expect("a shadow root")
    }

    fn find(&self, selector: &str) -> HtmlElement {
        self.shadow().query_selector(selector).expect("a selector").unwrap_or_else(|| panic!("no {selector}")).unchecked_into()
    }

    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.shadow().query_selector_all(selector).expect("a selector");
        (0..found.length()).map(|at| found.item(at).expect("an element").unchecked_into()).collect()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(|element| element.text_content().unwrap_or_default()).collect()
    }

    fn key(&self, target: &JsValue, key: &str) {
        js("x.dispatchEvent(new KeyboardEvent('keydown', { key: y, bubbles: true, composed: true }))", target, &key.into());
    }

    /// The middle of the first occurrence of some words in the page.
    fn middle_of(&self, words: &str) -> JsValue {
        js(
            "const walker = document.createTreeWalker(x, 4); let node;
             while (node = walker.nextNode()) { const at = node.data.indexOf(y); if (at < 0) continue;
               const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + y.length);
               const box = range.getClientRects()[0]; return [box.left + box.width / 2, box.top + box.height / 2] }
             throw new Error('no ' + y)",
            &self.page,
            &words.into(),
        )
    }

    fn pointer(&self, event: &str, at: &JsValue) {
        js(
            "const target = document.elementFromPoint(...x) ?? document.body;
             const init = { clientX: x[0], clientY: x[1], bubbles: true, composed: true, cancelable: true, button: 0, detail: 1 };
             return target.dispatchEvent(y === 'click' ? new MouseEvent(y, init) : new PointerEvent(y, { ...init, pointerType: 'mouse' }))",
            at,
            &event.into(),
        );
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.card.take();
        self.page.remove();
    }
}

/// The nth occurrence, from 0, of some words.
fn nth(article: &Article, words: &str, n: usize) -> ByteSpan {
    let (at, found) = article.text.match_indices(words).nth(n).unwrap_or_else(|| panic!("no {words}"));
    ByteSpan::new(at, at + found.len())
}

fn figure(article: &Article, words: &str, modifier: Modifier, best: u64, trigger: &str) -> CasualtyFigure {
    CasualtyFigure {
        span: nth(article, words, 0),
        effect: Effect::Killed,
        modifier,
        low: Some(best),
        high: None,
        best: Some(best),
        fraction: None,
        fraction_of: None,
        trigger: nth(article, trigger, 0),
        victims: None,
        victim_status: VictimStatus::Unknown,
        victim_groups: Vec::new(),
        status: Status::Asserted,
        scope: Scope::Incident,
        implicit: false,
        unit: None,
        source: None,
        cause: None,
        target: None,
        actor: None,
        outcome: None,
        time: None,
        place: None,
        part_of: None,
        same_as: None,
        conflicts_with: Vec::new(),
        supersedes: None,
        background: false,
        rule: "passive verb",
        confidence: Confidence::High,
    }
}

fn entity(kind: EntityKind, name: &str, mentions: Vec<ByteSpan>) -> Entity {
    Entity {
        kind,
        name: name.to_owned(),
        aliases: Vec::new(),
        roles: Vec::new(),
        mentions: mentions.into_iter().map(|span| Mention { span, form: MentionForm::Name }).collect(),
        place: None,
        identifiers: Vec::new(),
        dateline: false,
        confidence: Confidence::High,
    }
}

/// Facts of [`STORY`] by hand.
fn story(article: &Article) -> Analysis {
    let mut analysis = Analysis::empty(Reading::Analysed);
    analysis.sentences = Cut::new(article.clone()).sentences().iter().map(|sentence| sentence.span).collect();
    let first = CasualtyFigure { conflicts_with: vec![2], ..figure(article, "At least 40", Modifier::AtLeast, 40, "drowned") };
    let part = CasualtyFigure { part_of: Some(0), ..figure(article, "nine", Modifier::Exact, 9, "Among them") };
    let other = CasualtyFigure { conflicts_with: vec![0], ..figure(article, "52", Modifier::Exact, 52, "dead") };
    analysis.figures = vec![first, part, other];
    let okello = entity(EntityKind::Person, "Okello", vec![nth(article, "Okello", 0), nth(article, "Okello", 1)]);
    analysis.entities = vec![okello, entity(EntityKind::Place, "Port Amity", vec![nth(article, "Port Amity", 0)])];
    let words = nth(article, "Mr. Okello told us that he saw no one leave the ship", 0);
    analysis.quotes = vec![Quote {
        span: words,
        form: QuoteForm::Direct,
        speaker_span: None,
        speaker: None,
        verb: None,
        rule: "marks",
        continues: None,
        confidence: Confidence::High,
    }];
    analysis
}

/// How many ranges are painted under a key, or -1 where there is no such key.
fn painted(key: &str) -> f64 {
    js("return CSS.highlights.get('sidelight-' + x)?.size ?? -1", &key.into(), &JsValue::NULL).as_f64().expect("a number")
}

#[wasm_bindgen_test]
fn of_overlapping_tags_the_figure_wins_and_the_quote_keeps_the_rest() {
    let tag = |start, end, kind, index| Tag { span: ByteSpan::new(start, end), kind, subject: Subject::Quote(index) };
    let tags = [tag(0, 20, Kind::Quote, 0), tag(2, 5, Kind::Person, 1), tag(4, 10, Kind::Casualty, 2), tag(30, 31, Kind::Time, 3)];
    let flat: Vec<_> = flatten(&tags).iter().map(|tag| (tag.span.start(), tag.span.end(), tag.kind)).collect();
    assert_eq!(flat, [(0, 2, Kind::Quote), (2, 4, Kind::Person), (4, 10, Kind::Casualty), (10, 20, Kind::Quote), (30, 31, Kind::Time)]);
    let at = |byte| tag_at(&tags, byte, |_| true).map(|tag| tag.kind);
    assert_eq!(
        [at(0), at(3), at(4), at(15), at(20)],
        [Some(Kind::Quote), Some(Kind::Person), Some(Kind::Casualty), Some(Kind::Quote), None]
    );
    assert_eq!(tag_at(&tags, 4, |kind| kind != Kind::Casualty).map(|tag| tag.kind), Some(Kind::Person));
}

#[wasm_bindgen_test]
fn highlights_change_no_element_and_go_without_touching_others() {
    js("CSS.highlights.set('page-own', new Highlight())", &JsValue::NULL, &JsValue::NULL);
    let sheets = document().adopted_style_sheets().length();
    let stage = Stage::on(STORY);
    let before = stage.page.outer_html();
    let card = stage.empty_card(Renderer::Highlight);
    card.show(stage.facts(story));
    while card.paint(16) {}
    assert_eq!(painted("casualty"), 3.0);
    assert_eq!(painted("person"), 2.0);
    assert_eq!(painted("organization"), -1.0, "a key without a tag");
    assert_eq!(stage.page.outer_html(), before);
    assert_eq!(document().adopted_style_sheets().length(), sheets + 1);
    drop(card);
    assert_eq!(painted("casualty"), -1.0);
    assert_eq!(stage.page.outer_html(), before);
    assert_eq!(document().adopted_style_sheets().length(), sheets);
    assert!(document().query_selector("[data-sidelight-host]").expect("a selector").is_none());
    let kept = js("return CSS.highlights.delete('page-own')", &JsValue::NULL, &JsValue::NULL);
    assert!(kept.is_truthy(), "the page's own highlight went");
}

#[wasm_bindgen_test]
fn two_cards_share_a_key_and_take_back_their_own() {
    let one = Stage::story(Renderer::Highlight);
    let two = Stage::story(Renderer::Highlight);
    assert_eq!(painted("casualty"), 6.0);
    drop(one);
    assert_eq!(painted("casualty"), 3.0);
    drop(two);
    assert_eq!(painted("casualty"), -1.0);
}

#[wasm_bindgen_test]
fn marks_wrap_and_restore_markup_and_text_nodes() {
    let stage = Stage::on(STORY);
    // Text nodes as a page may have them: two side by side, an empty one, and words that run across an element.
    let paragraph = stage.page.query_selector("p").expect("a selector").expect("a paragraph");
    let first: web_sys::Text = paragraph.first_child().expect("a text").unchecked_into();
    first.split_text(4).expect("a cut");
    paragraph.append_child(&document().create_text_node("")).expect("a child");
    let nodes = |page: &Element| {
        js("const walker = document.createTreeWalker(x, 4), all = []; while (walker.nextNode()) all.push(walker.currentNode, walker.currentNode.data); return all", page, &JsValue::NULL)
            .unchecked_into::<Array>()
    };
    let (before, texts) = (stage.page.inner_html(), nodes(&stage.page));
    let card = stage.empty_card(Renderer::Mark);
    card.show(stage.facts(story));
    while card.paint(16) {}
    let marks = stage.page.query_selector_all("mark.sidelight[data-sidelight]").expect("a selector").length();
    assert!(marks >= 7, "{marks} marks");
    assert_ne!(stage.page.inner_html(), before);
    assert_eq!(stage.page.text_content(), {
        let plain = document().create_element("div").expect("an element");
        plain.set_inner_html(&before);
        plain.text_content()
    });
    // The words are found again after the page's text nodes were cut.
    card.relocate(Rc::new(Collector::new(Some(stage.page.clone())).finish().expect("an article").map));
    let facts = card.facts().expect("facts");
    let range = facts.map.range(facts.analysis.figures[0].span).expect("a range");
    assert_eq!(String::from(range.to_string()), "At least 40");
    drop(card);
    assert_eq!(stage.page.inner_html(), before);
    let after = nodes(&stage.page);
    assert_eq!(after.length(), texts.length());
    for (is, was) in after.iter().zip(texts.iter()) {
        assert!(js_sys::Object::is(&is, &was), "another text node, or another text in it");
    }
}

#[wasm_bindgen_test]
fn an_entry_shows_the_figure_with_its_bound_its_source_and_its_sentence() {
    let stage = Stage::story(Renderer::Highlight);
    stage.card().open();
    let entry = "[data-subject=figure-0]";
    assert_eq!(stage.find(&format!("{entry} .number")).text_content().as_deref(), Some("≥ 40"));
    assert_eq!(stage.find(&format!("{entry} .title .spoken")).text_content().as_deref(), Some("at least 40"));
    assert_eq!(stage.find(&format!("{entry} .missing")).text_content().as_deref(), Some("No source given"));
    let evidence = stage.find(&format!("{entry} .evidence"));
    assert_eq!(
        evidence.text_content().as_deref(),
        Some("At least 40 people drowned on Monday when the ferry Halcyon sank, the coast guard said.")
    );
    assert_eq!(evidence.query_selector("em").expect("a selector").and_then(|em| em.text_content()).as_deref(), Some("drowned"));
    // A part stands under its total, and tolls that differ stand side by side.
    assert_eq!(stage.texts(&format!("{entry} .parts .number")), ["9"]);
    assert_eq!(stage.texts(".differ > ul > li > .head .number"), ["≥ 40", "52"]);
    assert_eq!(stage.texts("section.person .name"), ["Okello"]);
}

#[wasm_bindgen_test]
fn only_words_that_were_quoted_stand_in_quotation_marks() {
    let shown = |form| {
        let stage = Stage::with(STORY, Renderer::Highlight, |article| {
            let mut analysis = story(article);
            analysis.quotes[0].form = form;
            analysis
        });
        stage.card().open();
        (stage.texts("[data-subject=quote-0] q").len(), stage.texts("[data-subject=quote-0] .chip"))
    };
    assert_eq!(shown(QuoteForm::Direct), (1, Vec::new()));
    assert_eq!(shown(QuoteForm::Partial), (1, Vec::new()));
    assert_eq!(shown(QuoteForm::Indirect), (0, vec!["Not word for word".to_owned()]));
}

#[wasm_bindgen_test]
fn a_share_is_shown_in_the_words_that_give_it() {
    let text = "<p>More than half of the population fled. A third of the ships were lost with their crews, and 12.5% of the town.</p>";
    let stage = Stage::with(text, Renderer::Highlight, |article| {
        let share = |words, fraction, of: &str| CasualtyFigure {
            low: None,
            best: None,
            fraction: Some(fraction),
            fraction_of: Some(nth(article, of, 0)),
            ..figure(article, words, Modifier::Fraction, 0, "fled")
        };
        let mut analysis = Analysis::empty(Reading::Analysed);
        analysis.sentences = Cut::new(article.clone()).sentences().iter().map(|sentence| sentence.span).collect();
        analysis.figures =
            vec![share("More than half", 0.5, "population"), share("A third", 1.0 / 3.0, "ships"), share("12.5%", 0.125, "town")];
        analysis
    });
    stage.card().open();
    assert_eq!(stage.texts(".title .number"), ["More than half of population", "A third of ships", "12.5% of town"]);
    assert_eq!(stage.texts(".title .note"), [" 50 %", " ≈ 33.3 %"]);
}

#[wasm_bindgen_test]
fn an_article_that_the_page_took_away_is_no_failure() {
    let stage = Stage::on(STORY);
    let card = stage.empty_card(Renderer::Highlight);
    let facts = stage.facts(story);
    stage.page.remove();
    card.show(facts);
    while card.paint(16) {}
    card.open();
    assert!(card.is_open());
}

#[wasm_bindgen_test]
fn what_a_screen_reader_needs_is_there() {
    let stage = Stage::story(Renderer::Highlight);
    stage.card().open();
    assert_eq!(stage.find("aside").get_attribute("aria-label").as_deref(), Some("Facts in this article"));
    assert!(!stage.find("[role=status]").text_content().unwrap_or_default().is_empty());
    for button in stage.all("button") {
        let label = button.get_attribute("aria-label").or_else(|| button.text_content()).unwrap_or_default();
        assert!(!label.trim().is_empty(), "a button without a name: {}", button.outer_html());
    }
    let title = stage.find("[data-subject=figure-0] .title").text_content().unwrap_or_default();
    assert!(title.ends_with(" killed. Show in the text"), "{title}");
    // Whoever speaks to the browser says what is to be read on the button.
    let launcher = stage.find(".launcher");
    let (seen, name) = (launcher.text_content().unwrap_or_default(), launcher.get_attribute("aria-label").unwrap_or_default());
    assert!(name.starts_with(&seen), "{name} does not begin with {seen}");
    for section in stage.all("section") {
        let id = section.get_attribute("aria-labelledby").expect("a label");
        assert!(stage.shadow().get_element_by_id(&id).is_some(), "{id} labels nothing");
    }
    let lists = js(
        "return [...x.querySelectorAll('ul')].every(list => [...list.children].every(child => child.tagName === 'LI'))",
        &stage.shadow(),
        &JsValue::NULL,
    );
    assert!(lists.is_truthy(), "a list holds something else than items");
}

#[wasm_bindgen_test]
fn a_filter_hides_the_section_and_the_tags() {
    let stage = Stage::story(Renderer::Highlight);
    stage.card().open();
    let filter = stage.find("[data-kind=person]");
    filter.click();
    assert_eq!(filter.get_attribute("aria-pressed").as_deref(), Some("false"));
    assert!(stage.find("section.person").has_attribute("hidden"));
    assert_eq!(painted("person"), -1.0);
    assert_eq!(painted("casualty"), 3.0);
    filter.click();
    assert_eq!(filter.get_attribute("aria-pressed").as_deref(), Some("true"));
    assert!(!stage.find("section.person").has_attribute("hidden"));
    assert_eq!(painted("person"), 2.0);
}

#[wasm_bindgen_test]
async fn an_entry_leads_to_its_words_and_back() {
    let tall = format!("<div style=\"height:3000px\"></div>{STORY}<div style=\"height:3000px\"></div>");
    let stage = Stage::with(&tall, Renderer::Highlight, story);
    let window = web_sys::window().expect("a window");
    window.scroll_to_with_x_and_y(0.0, 10.0);
    stage.card().open();
    stage.find("section.person .title").click();
    assert_eq!(painted("active"), 1.0);
    assert_eq!(*stage.chosen.borrow(), [Subject::Entity(0)]);
    sleep(1200).await;
    let words = js(
        "const box = [...CSS.highlights.get('sidelight-active')][0].getBoundingClientRect(); return box.top > 0 && box.bottom < innerHeight",
        &JsValue::NULL,
        &JsValue::NULL,
    );
    assert!(words.is_truthy(), "the words are out of sight");
    stage.find("[data-subject=entity-0] [data-action=next]").click();
    assert_eq!(stage.find("[data-subject=entity-0] .at").text_content().as_deref(), Some("2 of 2"));
    let back = stage.find(".back");
    assert!(!back.has_attribute("hidden"));
    back.focus().expect("the focus");
    back.click();
    let focused = stage.shadow().active_element().and_then(|element| element.closest("[data-subject]").ok().flatten());
    assert_eq!(focused.and_then(|entry| entry.get_attribute("data-subject")).as_deref(), Some("entity-0"));
    sleep(1200).await;
    assert!((window.scroll_y().expect("a place") - 10.0).abs() < 2.0);
    assert!(back.has_attribute("hidden"));
    window.scroll_to_with_x_and_y(0.0, 0.0);
}

#[wasm_bindgen_test]
async fn the_hover_card_opens_after_a_rest_beside_its_sentence_and_closes_on_escape() {
    let stage = Stage::story(Renderer::Highlight);
    stage.page.scroll_into_view();
    let peek = stage.find(".peek");
    let words = stage.middle_of("At least 40");
    stage.pointer("pointermove", &words);
    sleep(250).await;
    assert!(peek.has_attribute("hidden"), "opened without a rest");
    sleep(700).await;
    assert!(!peek.has_attribute("hidden"), "did not open");
    assert_eq!(stage.texts(".peek .number"), ["≥ 40"]);
    let apart = js(
        "const paragraph = x.querySelector('p').getBoundingClientRect(), card = y.getBoundingClientRect(); return card.top >= paragraph.bottom || card.bottom <= paragraph.top",
        &stage.page,
        &peek,
    );
    assert!(apart.is_truthy(), "the card covers its sentence");
    stage.key(&document().body().expect("a body"), "Escape");
    assert!(peek.has_attribute("hidden"));

    stage.pointer("pointermove", &words);
    sleep(900).await;
    assert!(!peek.has_attribute("hidden"));
    stage.pointer("pointermove", &Array::of2(&1.0.into(), &1.0.into()));
    sleep(700).await;
    assert!(peek.has_attribute("hidden"), "stayed after the pointer had left");
}

#[wasm_bindgen_test]
fn a_click_pins_the_hover_card_and_leads_to_the_entry() {
    let stage = Stage::story(Renderer::Highlight);
    stage.page.scroll_into_view();
    stage.pointer("pointerdown", &stage.middle_of("Port Amity"));
    stage.pointer("click", &stage.middle_of("Port Amity"));
    let peek = stage.find(".peek");
    assert!(!peek.has_attribute("hidden") && peek.class_list().contains("pinned"));
    assert_eq!(*stage.chosen.borrow(), [Subject::Entity(1)]);
    stage.find(".reveal").click();
    assert!(peek.has_attribute("hidden"));
    assert!(stage.card().is_open());
    let active = stage.shadow().active_element().expect("a focus");
    assert_eq!(
        active.closest("[data-subject]").expect("a selector").and_then(|entry| entry.get_attribute("data-subject")).as_deref(),
        Some("entity-1")
    );
}

#[wasm_bindgen_test]
fn links_of_the_page_stay_the_pages() {
    let stage = Stage::with(STORY, Renderer::Highlight, |article| {
        let mut analysis = story(article);
        analysis.entities.push(entity(EntityKind::Organization, "fishing boats", vec![nth(article, "fishing boats", 0)]));
        analysis
    });
    stage.page.scroll_into_view();
    let at = stage.middle_of("fishing boats");
    let followed = js(
        "const link = document.elementFromPoint(...x); return link.dispatchEvent(new MouseEvent('click', { clientX: x[0], clientY: x[1], bubbles: true, cancelable: true }))",
        &at,
        &JsValue::NULL,
    );
    assert!(followed.is_truthy(), "the link was kept from working");
    assert!(stage.find(".peek").has_attribute("hidden"));
    js("history.replaceState(null, '', location.pathname)", &JsValue::NULL, &JsValue::NULL);
}

#[wasm_bindgen_test]
fn launcher_and_escape_move_the_focus_there_and_back() {
    let stage = Stage::story(Renderer::Highlight);
    let launcher = stage.find(".launcher");
    launcher.click();
    assert!(stage.card().is_open() && launcher.has_attribute("hidden"));
    let focused = || stage.shadow().active_element().map(|element| element.class_name()).unwrap_or_default();
    assert_eq!(focused(), "headline");
    stage.key(&stage.find(".headline"), "Escape");
    assert!(!stage.card().is_open() && !launcher.has_attribute("hidden"));
    assert_eq!(focused(), "launcher");
}

#[wasm_bindgen_test]
fn the_card_says_why_it_is_empty() {
    let stage = Stage::on(STORY);
    let card = stage.empty_card(Renderer::Highlight);
    card.open();
    let notice = |notice| {
        card.tell(notice);
        stage.find(".notice h3").text_content().unwrap_or_default()
    };
    assert_eq!(notice(Notice::NotAnArticle), "This does not look like an article");
    assert_eq!(notice(Notice::OtherLanguage(Some("ar".to_owned()))), "This article is in Arabic");
    assert_eq!(notice(Notice::OtherLanguage(None)), "This article is in another language");
    assert_eq!(notice(Notice::Failed("too deep".to_owned())), "The article could not be read");
    card.show(stage.facts(|_| Analysis::empty(Reading::Analysed)));
    assert_eq!(stage.find(".notice h3").text_content().as_deref(), Some("No facts found"));
}

#[wasm_bindgen_test]
fn a_long_list_is_made_a_stretch_at_a_time() {
    let words: String =
        (0..500).map(|number| format!("<p>In village number {number} some said that three people had died there.</p>")).collect();
    let stage = Stage::with(&words, Renderer::Highlight, |article| {
        let mut analysis = Analysis::empty(Reading::Analysed);
        analysis.sentences = Cut::new(article.clone()).sentences().iter().map(|sentence| sentence.span).collect();
        let one = figure(article, "three", Modifier::Exact, 3, "died");
        analysis.figures = article
            .text
            .match_indices("three")
            .map(|(at, found)| CasualtyFigure { span: ByteSpan::new(at, at + found.len()), ..one.clone() })
            .collect();
        analysis
    });
    assert_eq!(painted("casualty"), 500.0);
    assert!(stage.all("li").is_empty(), "made before it was opened");
    stage.card().open();
    let first = stage.all("li.entry").len();
    assert!((20..100).contains(&first), "{first} entries at once");
    stage.find("button.more").click();
    assert!(stage.all("li.entry").len() > first);
    let subject = stage
        .shadow()
        .active_element()
        .and_then(|title| title.closest("li").ok().flatten())
        .and_then(|entry| entry.get_attribute("data-subject"));
    assert_eq!(subject, stage.all("li.entry")[first].get_attribute("data-subject"), "the focus is not on the first new entry");
}

#[wasm_bindgen_test]
fn near_tags_are_found_by_halving_and_are_all_where_the_text_does_not_run_down() {
    // Windows of 100 pixels over 10,000 tags, ten pixels apart, the first of them so many above the window.
    let found = |above: f64, place: &dyn Fn(usize) -> Option<f64>| {
        let looked = std::cell::Cell::new(0);
        let range = near(10_000, 100.0, |tag| {
            looked.set(looked.get() + 1);
            Some(place(tag)? - above)
        });
        assert!(looked.get() < 400, "{} looked at", looked.get());
        range
    };
    let down = |tag: usize| Some(tag as f64 * 10.0);
    assert_eq!(found(0.0, &down), 0..51);
    assert_eq!(found(50_000.0, &down), 4960..5051);
    assert_eq!(found(99_900.0, &down), 9950..10_000);
    assert_eq!(found(500_000.0, &down), 10_000..10_000, "far below the text");
    // Half of the words have no place, then a long stretch in the middle, then all of them.
    assert_eq!(found(50_000.0, &|tag| down(tag).filter(|_| tag % 2 == 0)), 4960..5051);
    assert_eq!(found(20_000.0, &|tag| down(tag).filter(|_| !(3000..9000).contains(&tag))), 1960..2051);
    assert!(found(0.0, &|_| None).is_empty());
    // Cells side by side, columns, and newest first.
    assert_eq!(found(50_000.0, &|tag| Some((tag / 4 * 40 + tag % 2 * 7) as f64)), 4960..5052);
    assert_eq!(found(10_000.0, &|tag| down(tag % 5000)), 0..10_000);
    assert_eq!(found(10_000.0, &|tag| down(10_000 - tag)), 0..10_000);
}

/// Many paragraphs with a figure each, and some of other kinds.
fn long_story(article: &Article) -> Analysis {
    let mut analysis = Analysis::empty(Reading::Analysed);
    analysis.sentences = Cut::new(article.clone()).sentences().iter().map(|sentence| sentence.span).collect();
    let one = figure(article, "three", Modifier::Exact, 3, "died");
    let spans = |words: &str| -> Vec<ByteSpan> {
        article.text.match_indices(words).map(|(at, found)| ByteSpan::new(at, at + found.len())).collect()
    };
    analysis.figures = spans("three").into_iter().map(|span| CasualtyFigure { span, ..one.clone() }).collect();
    analysis.entities = vec![entity(EntityKind::Person, "Okello", spans("Okello"))];
    analysis
}

fn long_page(before: &str, after: &str) -> String {
    let words: String =
        (0..1500).map(|number| format!("<p>In village number {number} some said that three people had died there.</p>")).collect();
    format!("{before}<p>Okello began.</p>{words}<p>Okello ended.</p>{after}")
}

/// Where the ranges of a key stand: how many of them are in the window, and how many screens the farthest is away.
fn seen(key: &str) -> (f64, f64) {
    let found: Array = js(
        "const tops = [...(CSS.highlights.get('sidelight-' + x) ?? [])].map((range) => range.getBoundingClientRect().top);
         return [tops.filter((top) => top >= 0 && top < innerHeight).length, Math.max(0, ...tops.map((top) => Math.max(-top, top - innerHeight))) / innerHeight]",
        &key.into(),
        &JsValue::NULL,
    )
    .unchecked_into();
    (found.get(0).as_f64().expect("a number"), found.get(1).as_f64().expect("a number"))
}

#[wasm_bindgen_test]
async fn of_a_long_article_only_the_tags_near_the_window_are_painted() {
    let window = web_sys::window().expect("a window");
    let stage = Stage::with(&long_page("", ""), Renderer::Highlight, long_story);
    let scroll = |place: f64| window.scroll_to_with_x_and_y(0.0, place);
    let is_near = |what: &str| {
        let (inside, farthest) = seen("casualty");
        assert!(inside >= 5.0, "{what}: {inside} in the window");
        // Four screens when they were painted, three that were scrolled since without need for others, and a step of the scrolling.
        assert!((1.0..9.0).contains(&farthest), "{what}: {farthest} screens away");
        assert!(painted("casualty") < 1000.0, "{what}: {} painted", painted("casualty"));
    };
    is_near("at first");
    assert_eq!(painted("person"), 1.0);
    scroll(1e6);
    sleep(200).await;
    is_near("at the end");
    assert_eq!(painted("person"), 1.0);
    // Step by step: what comes into the window was painted before.
    for _ in 0..20 {
        window.scroll_by_with_x_and_y(0.0, -300.0);
        let (inside, _) = seen("casualty");
        assert!(inside >= 5.0, "{inside} in the window");
        sleep(50).await;
    }
    is_near("on the way back");
    assert_eq!(painted("person"), -1.0, "a kind without a tag nearby");
    // What the page does to itself moves the text as well.
    let first = stage.page.query_selector("p:nth-child(400)").expect("a selector").expect("a paragraph");
    js("for (let p = x.previousElementSibling; p; p = p.previousElementSibling) p.style.display = y", &first, &"none".into());
    scroll(0.0);
    sleep(200).await;
    is_near("with the beginning hidden");
    js("for (let p = x.previousElementSibling; p; p = p.previousElementSibling) p.style.display = y", &first, &"".into());
    scroll(0.0);
    sleep(200).await;
    is_near("with the beginning back");
    assert_eq!(painted("person"), 1.0);
    // On paper there is no window.
    js("dispatchEvent(new Event('beforeprint'))", &JsValue::NULL, &JsValue::NULL);
    assert_eq!((painted("casualty"), painted("person")), (1500.0, 2.0));
    js("dispatchEvent(new Event('afterprint'))", &JsValue::NULL, &JsValue::NULL);
    sleep(200).await;
    is_near("after printing");
    drop(stage);
    sleep(50).await;
    assert_eq!((painted("casualty"), painted("person"), painted("active")), (-1.0, -1.0, -1.0));
}

#[wasm_bindgen_test]
async fn a_jump_to_words_far_away_paints_them_and_what_is_around() {
    let window = web_sys::window().expect("a window");
    let stage = Stage::with(&long_page("", ""), Renderer::Highlight, long_story);
    stage.card().open();
    stage.find("[data-subject=entity-0] [data-action=previous]").click();
    assert_eq!(painted("active"), 1.0, "lit before it is reached");
    sleep(2000).await;
    let (inside, farthest) = seen("casualty");
    assert!(inside >= 5.0 && farthest < 9.0, "{inside} in the window, {farthest} screens away");
    assert_eq!(painted("person"), 1.0);
    // A kind that is switched off comes back where the reader is then.
    stage.find("[data-kind=casualty]").click();
    assert_eq!(painted("casualty"), -1.0);
    window.scroll_to_with_x_and_y(0.0, 0.0);
    sleep(200).await;
    assert_eq!((painted("casualty"), painted("person")), (-1.0, 1.0));
    stage.find("[data-kind=casualty]").click();
    let (inside, farthest) = seen("casualty");
    assert!(inside >= 5.0 && farthest < 9.0, "{inside} in the window, {farthest} screens away");
}

#[wasm_bindgen_test]
async fn the_tags_of_a_long_article_follow_a_scroller_and_are_all_there_in_columns() {
    // A scroller in a shadow root around the article: neither the window nor the document hears of it.
    let stage = Stage::on("");
    let scroller = js(
        "const tree = x.attachShadow({ mode: 'open' }); tree.innerHTML = '<div style=\"height:400px;overflow:auto\"><slot></slot></div>';
         x.innerHTML = `<main>${y}</main>`; return tree.firstChild",
        &stage.page,
        &long_page("", "").into(),
    );
    let main: Element = stage.page.first_element_child().expect("the article");
    let facts = || {
        let page = Collector::new(Some(main.clone())).finish().expect("an article");
        let analysis = long_story(&page.article);
        Facts::new(Rc::new(page.article), Rc::new(analysis), Rc::new(page.map))
    };
    let signal = AbortController::new().expect("a controller").signal();
    let setup = Setup { root: main.clone(), signal, renderer: Renderer::Highlight, kinds: Vec::new(), select: Box::new(|_, _| {}) };
    let card = Card::new(setup).expect("a card");
    card.show(facts());
    while card.paint(16) {}
    assert!(painted("casualty") < 1000.0);
    js("x.scrollTop = 20000", &scroller, &JsValue::NULL);
    sleep(200).await;
    let (inside, _) = seen("casualty");
    assert!(inside >= 5.0, "{inside} in the window");
    js("x.firstElementChild.style.columns = 2; x.shadowRoot.firstChild.style.overflow = 'visible'", &stage.page, &JsValue::NULL);
    card.show(facts());
    while card.paint(16) {}
    assert_eq!(painted("casualty"), 1500.0);
    drop(card);
    assert_eq!(painted("casualty"), -1.0);
}

#[wasm_bindgen_test]
fn two_cards_with_a_kind_switched_off_do_not_take_each_others_tags() {
    let one = Stage::story(Renderer::Highlight);
    one.card().open();
    one.find("[data-kind=casualty]").click();
    let two = Stage::story(Renderer::Highlight);
    assert_eq!(painted("casualty"), 3.0);
    drop(one);
    assert_eq!(painted("casualty"), 3.0, "the other card's tags went");
    drop(two);
    assert_eq!(painted("casualty"), -1.0);
}

#[wasm_bindgen_test]
async fn the_sections_of_a_card_full_of_facts_are_made_one_after_the_other() {
    let stage = Stage::with(&long_page("", ""), Renderer::Highlight, |article| {
        let mut analysis = long_story(article);
        let kinds = [EntityKind::Person, EntityKind::Organization, EntityKind::Place, EntityKind::Nationality];
        analysis.entities = (0..400)
            .map(|number| entity(kinds[number % kinds.len()], &format!("N{number}"), vec![nth(article, &format!("number {number} "), 0)]))
            .collect();
        analysis
    });
    stage.page.scroll_into_view();
    let at = stage.middle_of("number 3 ");
    stage.pointer("pointerdown", &at);
    stage.pointer("click", &at);
    stage.card().open();
    let sections = || stage.all("section").len();
    let at_first = sections();
    assert!(stage.all("li[data-subject=entity-3]").is_empty(), "everything was made at once");
    // What is asked for is made at once.
    stage.find(".reveal").click();
    assert_eq!(stage.all("li[data-subject=entity-3]").len(), 1);
    stage.card().close();
    stage.card().open();
    sleep(300).await;
    assert!(at_first < sections(), "{at_first} at first, {} at last", sections());
    assert_eq!(sections(), 5);
    let headings = stage.texts("section h3");
    assert!(headings.iter().all(|heading| headings.iter().filter(|other| *other == heading).count() == 1), "made twice: {headings:?}");
}

#[wasm_bindgen_test]
fn aborting_the_signal_silences_the_card() {
    let mut stage = Stage::on(STORY);
    let abort = AbortController::new().expect("a controller");
    let select = Box::new(|_: &Facts, _| panic!("called"));
    let setup =
        Setup { root: stage.page.clone(), signal: abort.signal(), renderer: Renderer::Highlight, kinds: vec![Kind::Person], select };
    let card = Card::new(setup).expect("a card");
    card.show(stage.facts(story));
    while card.paint(1000) {}
    assert_eq!((painted("person"), painted("casualty")), (2.0, -1.0), "only the kinds asked for");
    stage.card = Some(card);
    abort.abort();
    stage.find(".launcher").click();
    assert!(!stage.card().is_open());
}

#[wasm_bindgen_test]
async fn a_session_reads_paints_rereads_and_leaves_nothing() {
    use sidelight::wasm::{advance, close_session, facts, is_card_open, open_card, open_session};
    let stage = Stage::on("<h1>Two die in a mine</h1><p>Two miners were killed in the Aldwark pit on Friday, the company said.</p>");
    let before = stage.page.outer_html();
    let abort = AbortController::new().expect("a controller");
    let options = js("return { published: '2024-03-09', card: 'open' }", &JsValue::NULL, &JsValue::NULL);
    let renewed = js("window.heard = 0; return () => { window.heard += 1 }", &JsValue::NULL, &JsValue::NULL);
    let id = open_session(Some(stage.page.clone()), options, abort.signal(), renewed.unchecked_into()).expect("a session");
    let get = |name: &str| Reflect::get(&facts(id).expect("facts"), &name.into()).expect(name);
    assert_eq!(get("state").as_string().as_deref(), Some("reading"));
    while advance(id, 64).expect("work") {}
    assert_eq!(get("state").as_string().as_deref(), Some("ready"));
    assert!(is_card_open(id).expect("a session"));
    let text = |facts: JsValue| js("return JSON.stringify(x)", &facts, &JsValue::NULL).as_string().unwrap_or_default();
    assert!(text(facts(id).expect("facts")).contains("2024-03-08"), "Friday was not counted from the date given");

    let paragraph = stage.page.query_selector("p").expect("a selector").expect("a paragraph");
    paragraph.set_text_content(Some("Three miners were killed in the Aldwark pit on Thursday, the company said."));
    sleep(1500).await;
    assert!(text(facts(id).expect("facts")).contains("2024-03-07"), "the change was not read");
    assert_eq!(js("return window.heard", &JsValue::NULL, &JsValue::NULL).as_f64(), Some(1.0));
    paragraph.set_text_content(Some("Two miners were killed in the Aldwark pit on Friday, the company said."));

    open_card(id).expect("a card");
    close_session(id);
    close_session(id);
    assert!(open_card(id).is_err());
    assert_eq!(stage.page.outer_html(), before);
    assert!(document().query_selector("[data-sidelight-host]").expect("a selector").is_none());
    assert_eq!([painted("time"), painted("casualty"), painted("person")], [-1.0; 3]);
}

#[wasm_bindgen_test]
fn wrong_options_are_told() {
    use sidelight::wasm::{analyze, export_text};
    let options = |code: &str| js(&format!("return {code}"), &JsValue::NULL, &JsValue::NULL);
    let message = |code: &str| {
        let error = JsValue::from(analyze("Five died.".to_owned(), options(code)).expect_err(code));
        Reflect::get(&error, &"message".into()).ok().and_then(|message| message.as_string()).unwrap_or_default()
    };
    assert!(message("{ publised: '2024-01-01' }").contains("publised"));
    assert!(message("{ published: 'yesterday' }").contains("yesterday"));
    assert!(message("{ renderer: 'ink' }").contains("highlight"));
    assert!(message("{ kinds: ['person', 'ship'] }").contains("ship"));
    assert!(message("{ kinds: 'person' }").contains("options"));
    assert!(analyze("Five died.".to_owned(), JsValue::UNDEFINED).is_ok());
    assert!(export_text("Five died.".to_owned(), JsValue::NULL, "pdf").is_err());
}
