//! The pages of `tests/hostile/`, each of which says itself what must come out.

use serde_json::Value;
use sidelight::page::Collector;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Fixture, every_token_is_found_again};

fn check(html: &str) {
    let page = Fixture::new(html);
    let before = page.html();
    let mut collector = Collector::new(None);
    while collector.advance(20) {}
    let read = collector.finish().expect("an article");
    assert_eq!(page.html(), before, "the page was changed");
    every_token_is_found_again(&read);

    let expected: Value = serde_json::from_str(&page.first("[data-expect]").text_content().expect("a text")).expect("JSON");
    let article = &read.article;
    let blocks: Vec<Vec<String>> = article
        .blocks
        .iter()
        .map(|block| {
            let mut row = vec![format!("{:?}", block.kind), block.span.of(&article.text).replace('\u{A0}', " ")];
            row.extend(block.published.map(|date| date.to_string()));
            row
        })
        .collect();
    let wanted: Vec<Vec<String>> = serde_json::from_value(expected["blocks"].clone()).expect("blocks");
    assert_eq!(blocks, wanted);
    assert_eq!(article.published.map(|published| published.date.to_string()).as_deref(), expected["date"].as_str());
    assert_eq!(article.title.as_deref(), expected["title"].as_str());
    if let Some(publisher) = expected["publisher"].as_str() {
        assert_eq!(article.publisher.as_deref(), Some(publisher));
    }
}

macro_rules! pages {
    ($($name:ident: $file:literal;)*) => {
        $(
            #[wasm_bindgen_test]
            fn $name() {
                check(include_str!(concat!("../hostile/", $file)));
            }
        )*
    };
}

pages! {
    inline_marks: "inline-marks.html";
    an_old_page_laid_out_by_a_table: "old-table-page.html";
    a_crowded_page: "crowded.html";
    two_stories_on_a_page: "two-stories.html";
    scripts_of_the_world: "scripts.html";
    a_page_that_waits_for_its_style: "veiled.html";
    a_live_page_with_dated_posts: "live.html";
}
