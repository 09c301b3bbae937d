//! Notice of changes in the page.

use std::cell::Cell;
use std::rc::Rc;

use sidelight::page::observe;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{AbortController, Element, Node};

fn window() -> web_sys::Window {
    web_sys::window().expect("a window")
}

async fn sleep(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds).expect("a timer");
    });
    JsFuture::from(promise).await.expect("a moment");
}

fn element(html: &str) -> Element {
    let document = window().document().expect("a document");
    let element = document.create_element("div").expect("an element");
    element.set_inner_html(html);
    document.body().expect("a body").append_child(&element).expect("a child");
    element
}

#[wasm_bindgen_test]
async fn changes_of_text_are_told_once_and_own_changes_never() {
    let root = element("<p>One</p><div id=own></div>");
    let own = root.query_selector("#own").expect("a selector").expect("an element");
    let abort = AbortController::new().expect("a controller");
    let calls = Rc::new(Cell::new(0));
    let observer = observe(
        &root,
        &abort.signal(),
        {
            let own = own.clone();
            move |node: &Node| own.contains(Some(node))
        },
        {
            let calls = Rc::clone(&calls);
            move || calls.set(calls.get() + 1)
        },
    );
    own.set_text_content(Some("ours"));
    root.set_attribute("data-x", "1").expect("an attribute");
    sleep(500).await;
    assert_eq!(calls.get(), 0, "our own change, or one without text, was told");
    let paragraph = root.query_selector("p").expect("a selector").expect("an element");
    paragraph.first_child().expect("a text").unchecked_into::<web_sys::Text>().set_data("Two");
    paragraph.set_text_content(Some("Three"));
    sleep(500).await;
    assert_eq!(calls.get(), 1);
    paragraph.set_text_content(Some("Four"));
    sleep(500).await;
    assert_eq!(calls.get(), 2);
    abort.abort();
    paragraph.set_text_content(Some("Five"));
    sleep(500).await;
    assert_eq!(calls.get(), 2, "told after the end");
    drop(observer);
    root.remove();
}
