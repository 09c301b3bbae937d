//! What JavaScript calls. Plain data in and out, sessions by number, no classes that would need `free()`.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Function, Object};
use serde::Deserialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};
use web_sys::{AbortSignal, Element};

use crate::card::{Kind, Renderer};
use crate::export::wire::{AnalysisObject, Unit};
use crate::export::{self, Format};
use crate::session::{Options, Session, to_js};
use crate::text::{Article, day};

thread_local! {
    static SESSIONS: RefCell<BTreeMap<u32, Rc<Session>>> = RefCell::default();
    static LAST_ID: Cell<u32> = const { Cell::new(0) };
}

/// Options as JavaScript gives them.
#[derive(Deserialize, Default)]
#[serde(default)]
struct GivenOptions {
    published: Option<String>,
    language: Option<String>,
    title: Option<String>,
    url: Option<String>,
    renderer: Option<String>,
    kinds: Option<Vec<String>>,
    card: Option<String>,
}

/// The names above: the reader of plain objects skips what it does not know, and a misspelt option should be told.
const OPTION_NAMES: [&str; 7] = ["published", "language", "title", "url", "renderer", "kinds", "card"];

fn read_options(given: &JsValue) -> Result<Options, JsError> {
    let options: GivenOptions = if given.is_undefined() || given.is_null() {
        GivenOptions::default()
    } else {
        if let Some(object) = Object::try_from(given) {
            for name in Object::keys(object).iter().filter_map(|name| name.as_string()) {
                if !OPTION_NAMES.contains(&name.as_str()) {
                    return Err(JsError::new(&format!("there is no option `{name}`; there are {}", OPTION_NAMES.join(", "))));
                }
            }
        }
        serde_wasm_bindgen::from_value(given.clone()).map_err(|error| JsError::new(&format!("options: {error}")))?
    };
    let one_of = |name: &str, value: &str, allowed: &str| JsError::new(&format!("option `{name}` is \"{value}\"; it takes {allowed}"));
    let published = match &options.published {
        Some(day) => Some(day::read(day).ok_or_else(|| one_of("published", day, "a date such as \"2016-03-14\""))?),
        None => None,
    };
    let renderer = match options.renderer.as_deref() {
        None | Some("highlight") => Renderer::Highlight,
        Some("mark") => Renderer::Mark,
        Some(other) => return Err(one_of("renderer", other, "\"highlight\" or \"mark\"")),
    };
    let open = match options.card.as_deref() {
        None | Some("closed") => false,
        Some("open") => true,
        Some(other) => return Err(one_of("card", other, "\"closed\" or \"open\"")),
    };
    let known = || Kind::ALL.map(Kind::key).join(", ");
    let kinds: Result<Vec<Kind>, JsError> =
        options.kinds.iter().flatten().map(|key| Kind::from_key(key).ok_or_else(|| one_of("kinds", key, &known()))).collect();
    Ok(Options { published, language: options.language, title: options.title, url: options.url, renderer, kinds: kinds?, open })
}

fn read_format(name: &str) -> Result<Format, JsError> {
    Format::named(name).ok_or_else(|| JsError::new(&format!("there is no format \"{name}\"; there are {}", Format::NAMES.join(", "))))
}

fn session(id: u32) -> Result<Rc<Session>, JsError> {
    SESSIONS
        .with_borrow(|sessions| sessions.get(&id).cloned())
        .ok_or_else(|| JsError::new(&format!("there is no session {id}: it was closed")))
}

fn thrown(error: JsValue) -> JsError {
    JsError::new(&error.as_string().unwrap_or_else(|| format!("{error:?}")))
}

fn article(text: String, options: &Options) -> Article {
    let mut article = Article::from_text(text);
    options.apply(&mut article);
    article
}

/// Runs once, when the module is started.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// The facts of a plain text as an object; offsets count UTF-16 code units.
#[wasm_bindgen]
pub fn analyze(text: String, options: JsValue) -> Result<JsValue, JsError> {
    let article = article(text, &read_options(&options)?);
    let analysis = crate::analyze(&article);
    to_js(&AnalysisObject::new(&article, &analysis, Unit::Utf16)).map_err(thrown)
}

/// The facts of a plain text in one of the export's forms.
#[wasm_bindgen]
pub fn export_text(text: String, options: JsValue, format: &str) -> Result<String, JsError> {
    let format = read_format(format)?;
    let article = article(text, &read_options(&options)?);
    let analysis = crate::analyze(&article);
    Ok(export::render(format, &article, &analysis))
}

/// Opens a session on the article in `root`, or on the one found in the page, and returns its number. All listeners hang on `signal`;
/// `renewed` is called when the article was read again because the page changed it.
#[wasm_bindgen]
pub fn open_session(root: Option<Element>, options: JsValue, signal: AbortSignal, renewed: Function) -> Result<u32, JsError> {
    let session = Session::new(root, read_options(&options)?, signal, renewed).map_err(thrown)?;
    let id = LAST_ID.get() + 1;
    LAST_ID.set(id);
    SESSIONS.with_borrow_mut(|sessions| sessions.insert(id, session));
    Ok(id)
}

/// Works on about `bytes` more of the article. Returns whether work is left.
#[wasm_bindgen]
pub fn advance(id: u32, bytes: u32) -> Result<bool, JsError> {
    session(id)?.advance(bytes as usize).map_err(thrown)
}

/// The facts found so far as an object; its `state` says whether there is an article at all.
#[wasm_bindgen]
pub fn facts(id: u32) -> Result<JsValue, JsError> {
    session(id)?.facts().map_err(thrown)
}

/// Opens the fact card.
#[wasm_bindgen]
pub fn open_card(id: u32) -> Result<(), JsError> {
    session(id)?.open_card();
    Ok(())
}

/// Closes the fact card; the tags stay.
#[wasm_bindgen]
pub fn close_card(id: u32) -> Result<(), JsError> {
    session(id)?.close_card();
    Ok(())
}

/// Whether the fact card is open.
#[wasm_bindgen]
pub fn is_card_open(id: u32) -> Result<bool, JsError> {
    Ok(session(id)?.is_card_open())
}

/// The facts in one of the export's forms.
#[wasm_bindgen]
pub fn export_session(id: u32, format: &str) -> Result<String, JsError> {
    let format = read_format(format)?;
    Ok(session(id)?.export(format))
}

/// Ends a session: tags and card go, the page is as it was. Closing twice does nothing.
#[wasm_bindgen]
pub fn close_session(id: u32) {
    let session = SESSIONS.with_borrow_mut(|sessions| sessions.remove(&id));
    if let Some(session) = session {
        session.close();
    }
}
