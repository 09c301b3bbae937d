//! Notice of changes: the article's text was changed, or the reader went to another article without a new page.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{
    AbortSignal, AddEventListenerOptions, Element, EventTarget, MutationObserver, MutationObserverInit, MutationRecord, Node, Window,
};

/// Milliseconds without a change before the callback runs.
const QUIET: i32 = 300;

/// Milliseconds of unbroken change after which the callback runs all the same, once.
const PATIENCE: f64 = 3000.0;

/// Watches until it is dropped or its signal aborts.
pub struct Observer {
    state: Rc<State>,
    /// Kept alive as long as the browser may call them.
    _changed: Closure<dyn FnMut(js_sys::Array)>,
    _settled: Closure<dyn FnMut()>,
    moved: Closure<dyn FnMut()>,
    stop: Closure<dyn FnMut()>,
    /// Where those two listen: the browser must not call them when they are gone.
    moves: Vec<(EventTarget, &'static str)>,
    signal: AbortSignal,
}

struct State {
    window: Window,
    observer: RefCell<Option<MutationObserver>>,
    timer: Cell<Option<i32>>,
    since: Cell<f64>,
    callback: RefCell<Option<Box<dyn FnMut()>>>,
    settled: RefCell<Option<js_sys::Function>>,
    address: RefCell<String>,
}

/// Calls `callback` when the text below `root` has changed and then stayed for a moment, and when the page's address
/// changes beyond its fragment. Changes below elements for which `is_own` holds are nobody's business.
pub fn observe(
    root: &Element,
    signal: &AbortSignal,
    is_own: impl Fn(&Node) -> bool + 'static,
    callback: impl FnMut() + 'static,
) -> Option<Observer> {
    let window = web_sys::window()?;
    let state = Rc::new(State {
        address: RefCell::new(address(&window)),
        window: window.clone(),
        observer: RefCell::new(None),
        timer: Cell::new(None),
        since: Cell::new(0.0),
        callback: RefCell::new(Some(Box::new(callback))),
        settled: RefCell::new(None),
    });

    let settled = Closure::<dyn FnMut()>::new({
        let state = Rc::clone(&state);
        move || state.fire()
    });
    state.settled.replace(Some(settled.as_ref().unchecked_ref::<js_sys::Function>().clone()));

    let changed = Closure::<dyn FnMut(js_sys::Array)>::new({
        let state = Rc::clone(&state);
        move |records: js_sys::Array| {
            let foreign =
                records.iter().filter_map(|record| record.dyn_into::<MutationRecord>().ok()).any(|record| is_foreign(&record, &is_own));
            if foreign {
                state.wait();
            }
        }
    });
    let observer = MutationObserver::new(changed.as_ref().unchecked_ref()).ok()?;
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_character_data(true);
    options.set_subtree(true);
    observer.observe_with_options(root, &options).ok()?;
    state.observer.replace(Some(observer));

    let moved = Closure::<dyn FnMut()>::new({
        let state = Rc::clone(&state);
        move || {
            let now = address(&state.window);
            if state.address.replace(now.clone()) != now {
                state.wait();
            }
        }
    });
    let listening = AddEventListenerOptions::new();
    listening.set_signal(signal);
    let mut moves = Vec::new();
    let mut listen = |target: &EventTarget, event: &'static str| {
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(event, moved.as_ref().unchecked_ref(), &listening);
        moves.push((target.clone(), event));
    };
    listen(&window, "popstate");
    // Where the Navigation API is missing, a page that moves by `pushState` is noticed by its change of text.
    if let Ok(navigation) = js_sys::Reflect::get(&window, &"navigation".into())
        && let Ok(navigation) = navigation.dyn_into::<EventTarget>()
    {
        listen(&navigation, "navigatesuccess");
        listen(&navigation, "currententrychange");
    }
    let stop = Closure::<dyn FnMut()>::new({
        let state = Rc::clone(&state);
        move || state.stop()
    });
    let _ = signal.add_event_listener_with_callback("abort", stop.as_ref().unchecked_ref());
    Some(Observer { state, _changed: changed, _settled: settled, moved, stop, moves, signal: signal.clone() })
}

impl Drop for Observer {
    fn drop(&mut self) {
        self.state.stop();
        let _ = self.signal.remove_event_listener_with_callback("abort", self.stop.as_ref().unchecked_ref());
        for (target, event) in &self.moves {
            let _ = target.remove_event_listener_with_callback(event, self.moved.as_ref().unchecked_ref());
        }
    }
}

impl State {
    /// Runs the callback after a quiet moment from now.
    fn wait(&self) {
        let now = js_sys::Date::now();
        match self.timer.take() {
            // The page never rests: the timer already set stays.
            Some(timer) if now - self.since.get() > PATIENCE => {
                self.timer.set(Some(timer));
                return;
            }
            Some(timer) => self.window.clear_timeout_with_handle(timer),
            None => self.since.set(now),
        }
        if let Some(settled) = &*self.settled.borrow() {
            self.timer.set(self.window.set_timeout_with_callback_and_timeout_and_arguments_0(settled, QUIET).ok());
        }
    }

    fn fire(&self) {
        self.timer.set(None);
        // Taken out for the call, so that a callback that drops the observer finds nothing borrowed.
        let callback = self.callback.borrow_mut().take();
        if let Some(mut callback) = callback {
            callback();
            if self.observer.borrow().is_some() {
                self.callback.replace(Some(callback));
            }
        }
    }

    fn stop(&self) {
        if let Some(observer) = self.observer.borrow_mut().take() {
            observer.disconnect();
        }
        if let Some(timer) = self.timer.take() {
            self.window.clear_timeout_with_handle(timer);
        }
        self.settled.replace(None);
    }
}

fn address(window: &Window) -> String {
    let address = window.location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Whether a change is the page's and touches text.
fn is_foreign(record: &MutationRecord, is_own: &impl Fn(&Node) -> bool) -> bool {
    let Some(target) = record.target() else { return false };
    if is_own(&target) {
        return false;
    }
    if record.type_() == "characterData" {
        return true;
    }
    let nodes = |list: web_sys::NodeList| (0..list.length()).filter_map(move |index| list.item(index));
    nodes(record.added_nodes())
        .chain(nodes(record.removed_nodes()))
        .any(|node| !is_own(&node) && node.text_content().is_some_and(|text| !text.trim().is_empty()))
}
