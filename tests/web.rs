//! Tests in a real browser, by `wasm-pack test`: what the module does with live pages.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

#[path = "web/hostile.rs"]
mod hostile;

#[path = "web/page.rs"]
mod page;

#[path = "web/observe.rs"]
mod observe;

#[path = "web/card.rs"]
mod card;
