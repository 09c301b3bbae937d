//! The article out of a live page, and the way back to it.

use sidelight::page::{Collector, NotAnArticle, Page};
use sidelight::text::{BlockKind, ByteSpan, Document as Cut};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, Element, Node, Text};

const PROSE: &str = "The river rose in the night, and by the morning the lower town, which lies behind the old wall, was under water for the third time this year.";

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a document")
}

/// A piece of page that goes away with the test.
pub struct Fixture(Element);

impl Fixture {
    /// Puts `html` at the end of the page.
    pub fn new(html: &str) -> Self {
        // A test that failed has left its piece behind.
        while let Some(left) = document().query_selector("[data-fixture]").expect("a selector") {
            left.remove();
        }
        let element = document().create_element("div").expect("an element");
        element.set_attribute("data-fixture", "").expect("an attribute");
        element.set_inner_html(html);
        document().body().expect("a body").append_child(&element).expect("a child");
        Self(element)
    }

    /// Reads the fixture as the reader named it, in small slices, and checks what must always hold.
    fn read(&self) -> Page {
        let before = self.html();
        let mut collector = Collector::new(Some(self.0.clone()));
        while collector.advance(7) {}
        let page = collector.finish().expect("an article");
        assert_eq!(self.html(), before, "the page was changed");
        every_token_is_found_again(&page);
        page
    }

    fn text(&self) -> String {
        self.read().article.text
    }

    /// The page's source as it is now.
    pub fn html(&self) -> String {
        self.0.outer_html()
    }

    /// The first element that a selector names.
    pub fn first(&self, selector: &str) -> Element {
        self.0.query_selector(selector).expect("a selector").expect("an element")
    }
}

impl Drop for Fixture {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// What a range says, without the characters that have no width.
fn visible(range: &web_sys::Range) -> String {
    let text = range.to_string().as_string().unwrap_or_default();
    text.chars().filter(|c| !matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{200E}' | '\u{200F}')).collect()
}

pub fn every_token_is_found_again(page: &Page) {
    let cut = Cut::new(page.article.clone());
    for token in cut.tokens() {
        let words = cut.words(token.span);
        let range = page.map.range(token.span).unwrap_or_else(|| panic!("no range for {words:?}"));
        // Raised marks between two letters of a word are the only thing that a range may have more.
        assert_eq!(visible(&range), words);
        let nodes = page.map.text_nodes(token.span);
        assert!(!nodes.is_empty(), "{words:?}");
        let (first, start, _) = &nodes[0];
        assert_eq!(page.map.position(first, *start), Some(token.span.start()), "{words:?}");
    }
}

fn span_of(page: &Page, words: &str) -> ByteSpan {
    let start = page.article.text.find(words).expect("the words");
    ByteSpan::new(start, start + words.len())
}

#[wasm_bindgen_test]
fn blocks_breaks_and_inline_elements() {
    let page = Fixture::new(
        "<p>Two  <b>men</b>\n were<i> hurt</i>.</p><ul><li>One<li>Two</ul>Bare <em>text</em><br>goes on<br><br>and ends<hr>here",
    );
    assert_eq!(page.text(), "Two men were hurt.\nOne\nTwo\nBare text\ngoes on\nand ends\nhere");
}

#[wasm_bindgen_test]
fn words_across_elements_and_drop_caps() {
    let page = Fixture::new(
        "<style>.cap{float:left;display:block}</style><p><span class=cap>W</span>hen the dam b<b>ur</b>st, 1<wbr>2 peo&shy;ple were in<span>side</span>.</p>",
    );
    assert_eq!(page.text(), "When the dam burst, 12 people were inside.");
}

#[wasm_bindgen_test]
fn spaces_of_all_kinds() {
    let page = Fixture::new(
        "<p> 1&nbsp;200&#8239;000 people\u{200B}&zwnj; <span> </span> <span> fled </span> \n</p><p style='white-space:pre-line'> a  b \n c</p>",
    );
    assert_eq!(page.text(), "1\u{A0}200\u{202F}000 people fled\na b\nc");
}

#[wasm_bindgen_test]
fn emoji_joiners_combining_marks_and_right_to_left() {
    let page = Fixture::new(
        "<p>👩\u{200D}🚒 12 e\u{301}te\u{301} 𝒳 <b>3</b> 🏳\u{FE0F}\u{200D}🌈 end</p><p dir=rtl>قتل <b>12</b> شخصا في الهجوم می\u{200C}خواهم</p><p>दो <i>लोग</i></p>",
    );
    let read = page.read();
    assert!(read.article.text.contains("👩\u{200D}🚒 12 e\u{301}te\u{301} 𝒳 3 🏳"));
    assert!(read.article.text.contains("می\u{200C}خواهم"));
    let three = read.map.text_nodes(span_of(&read, "3 🏳"));
    assert_eq!(three.len(), 2);
}

#[wasm_bindgen_test]
fn lone_surrogates_keep_their_place() {
    let page = Fixture::new("<p>x</p>");
    let text: Text = page.first("p").first_child().expect("a text").unchecked_into();
    let broken = js_sys::eval("'bad \\ud83d half, then 12 dead'").expect("a string");
    js_sys::Reflect::set(&text, &"data".into(), &broken).expect("set");
    let read = page.read();
    assert_eq!(read.article.text, "bad \u{FFFD} half, then 12 dead");
    let nodes = read.map.text_nodes(span_of(&read, "12"));
    assert_eq!((nodes[0].1, nodes[0].2), (17, 19));
}

#[wasm_bindgen_test]
fn footnote_marks_are_no_digits() {
    let page = Fixture::new(
        "<p>It killed 25<sup>3</sup> people<sup><a href='#n1'>[1]</a></sup> and hurt 40<a class=footnote-ref href='#n2'>2</a> on 300 m<sup>2</sup> on the 5<sup>th</sup>.</p>",
    );
    assert_eq!(page.text(), "It killed 25 people and hurt 40 on 300 m2 on the 5th.");
}

#[wasm_bindgen_test]
fn hidden_text_is_not_read() {
    let page = Fixture::new(
        "<style>.gone{display:none}.unseen{visibility:hidden}.seen{visibility:visible}</style><p>Kept.</p><p class=gone>No</p><p class=unseen>No <b class=seen>but this</b></p><p hidden>No</p><p aria-hidden=true>No</p><p class=sr-only>No</p><details><summary>Sum</summary></details>",
    );
    assert_eq!(page.text(), "Kept.\nbut this\nSum");
}

#[wasm_bindgen_test]
fn what_is_beside_the_story() {
    let page = Fixture::new(
        "<p>Kept.</p><nav>No</nav><aside>No</aside><footer>No</footer><form>No <input value=No><label>No</label><textarea>No</textarea></form><div contenteditable>No</div><pre>No</pre><p>Kept <code>No</code>too.</p><script>No</script><noscript>No</noscript><template>No</template><svg><text>No</text></svg><iframe srcdoc=No></iframe><div class='article__share-tools'>No</div><section id=comments><p>No</p></section><ins class=adsbygoogle>No</ins><p><a href=x>No, see here</a></p><p>Also read: No</p><p>Next Story</p><p>Printable version | Mar 3, 2020 1:02:03 pm</p><div class=newsletter-signup><p>No</p></div><button>No</button>",
    );
    assert_eq!(page.text(), "Kept.\nKept too.");
}

#[wasm_bindgen_test]
fn kinds_of_blocks() {
    let page = Fixture::new(
        "<h1>River floods the town</h1><p class=byline>By Jane Doe</p><h2>What is known</h2><blockquote><p>Two</p></blockquote><figure><img><figcaption>Three <span class=credit>Photo by Ann Roe</span></figcaption></figure><table><tr><td>4 dead<td>5 hurt</table>",
    );
    let read = page.read();
    let blocks: Vec<_> = read.article.blocks.iter().map(|block| (block.kind, block.span.of(&read.article.text))).collect();
    use BlockKind::*;
    assert_eq!(
        blocks,
        [
            (Headline, "River floods the town"),
            (Heading, "What is known"),
            (Quotation, "Two"),
            (Caption, "Three"),
            (TableCell, "4 dead"),
            (TableCell, "5 hurt")
        ]
    );
}

#[wasm_bindgen_test]
fn shadow_trees_and_slots() {
    let page = Fixture::new("<div id=host><b slot=a>slotted</b> unslotted</div><p>After</p>");
    let host = page.first("#host");
    let shadow = host.attach_shadow(&web_sys::ShadowRootInit::new(web_sys::ShadowRootMode::Open)).expect("a shadow root");
    shadow.set_inner_html("<p>Inside <slot name=a>nothing</slot></p>");
    let read = page.read();
    assert_eq!(read.article.text, "Inside slotted\nAfter");
}

#[wasm_bindgen_test]
fn changed_text_has_no_range() {
    let page = Fixture::new("<p>It killed 25 people.</p><p>Another 12 were hurt.</p>");
    let read = page.read();
    let (killed, hurt) = (span_of(&read, "25"), span_of(&read, "12"));
    let text: Text = page.first("p").first_child().expect("a text").unchecked_into();
    text.set_data("It killed 26 people.");
    assert!(read.map.range(killed).is_none());
    assert!(read.map.text_nodes(killed).is_empty());
    assert!(read.map.range(hurt).is_some());
    page.first("p:last-of-type").remove();
    assert!(read.map.range(hurt).is_none());
}

#[wasm_bindgen_test]
fn positions_of_hits() {
    let page = Fixture::new("<p>  A <b>cat</b> sat\u{AD}isfied </p><nav>menu</nav>");
    let read = page.read();
    let bold: Node = page.first("b").first_child().expect("a text");
    assert_eq!(read.map.position(&bold, 1), Some(3));
    assert_eq!(read.map.position(&bold, 3), None, "behind its last character");
    let menu: Node = page.first("nav").first_child().expect("a text");
    assert_eq!(read.map.position(&menu, 1), None);
}

#[wasm_bindgen_test]
fn the_story_is_found_in_the_page() {
    let page = Fixture::new(&format!(
        "<header><p>{PROSE}</p></header><div class=wrap><h1>River floods town</h1><p class=meta>By Jane Doe | March 14, 2016 10:00 IST | Updated: March 15, 2016</p><div><p>First. {PROSE}</p></div><div><p>{PROSE}</p><p>{PROSE}</p></div></div><div class=related-stories><p>{PROSE}</p></div><div id=comments><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p></div>"
    ));
    let mut collector = Collector::new(None);
    while collector.advance(50) {}
    let read = collector.finish().expect("an article");
    assert!(page.0.contains(Some(&read.root)));
    assert_eq!(read.article.text, format!("River floods town\nFirst. {PROSE}\n{PROSE}\n{PROSE}"));
    assert_eq!(read.article.published.map(|published| published.date.to_string()).as_deref(), Some("2016-03-14"));
    every_token_is_found_again(&read);
}

#[wasm_bindgen_test]
fn a_page_without_an_article_is_refused() {
    let _page = Fixture::new("<h1>Sign in to go on</h1><form><label>Name</label><input></form>");
    let reason = Collector::new(None).finish().err().expect("a reason");
    assert!(matches!(reason, NotAnArticle::TooLittleText { .. } | NotAnArticle::NoText), "{reason}");
    let empty = document().create_element("div").expect("an element");
    assert_eq!(Collector::new(Some(empty)).finish().err(), Some(NotAnArticle::NoText));
}

#[wasm_bindgen_test]
fn a_given_root_outside_the_document() {
    let element = document().create_element("div").expect("an element");
    element.set_inner_html("<p>Twelve people were hurt.</p>");
    let page = Collector::new(Some(element)).finish().expect("an article");
    assert_eq!(page.article.text, "Twelve people were hurt.");
}

#[wasm_bindgen_test]
fn deep_and_wide_pages_are_read_in_slices() {
    let page = Fixture::new("");
    let mut inner = page.0.clone();
    for _ in 0..10_000 {
        let next = document().create_element("span").expect("an element");
        inner.append_child(&next).expect("a child");
        inner = next;
    }
    inner.set_text_content(Some("Deep text."));
    for _ in 0..30_000 {
        let next = document().create_element("p").expect("an element");
        next.set_text_content(Some("Wide text."));
        page.0.append_child(&next).expect("a child");
    }
    let mut collector = Collector::new(Some(page.0.clone()));
    let mut slices = 0;
    while collector.advance(1000) {
        slices += 1;
    }
    let read = collector.finish().expect("an article");
    assert!(slices > 100);
    assert_eq!(read.article.blocks.len(), 30_001);
}
