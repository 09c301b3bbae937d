//! Listeners and timers that end with what owns them.
//!
//! Listeners also carry the session's `AbortSignal`, so that the page's script can silence them when this module cannot.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AbortSignal, AddEventListenerOptions, Element, Event, EventTarget, ResizeObserver, Window};

struct Listener {
    target: EventTarget,
    event: &'static str,
    capture: bool,
    closure: Closure<dyn Fn(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.event, self.closure.as_ref().unchecked_ref(), self.capture);
    }
}

/// A set of listeners; dropping it removes them.
pub(super) struct Listeners {
    signal: AbortSignal,
    all: RefCell<Vec<Listener>>,
}

impl Listeners {
    pub fn new(signal: &AbortSignal) -> Self {
        Self { signal: signal.clone(), all: RefCell::new(Vec::new()) }
    }

    /// Calls `work` on every `event` at `target` while `owner` lives. All listeners are passive: they never keep the page from acting.
    pub fn on<O: 'static>(&self, target: &EventTarget, event: &'static str, owner: &Weak<O>, work: fn(&Rc<O>, &Event)) {
        let owner = Weak::clone(owner);
        let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            if let Some(owner) = owner.upgrade() {
                work(&owner, &event);
            }
        });
        let options = AddEventListenerOptions::new();
        options.set_signal(&self.signal);
        options.set_passive(true);
        let capture = event == "scroll";
        options.set_capture(capture);
        if target.add_event_listener_with_callback_and_add_event_listener_options(event, closure.as_ref().unchecked_ref(), &options).is_ok()
        {
            self.all.borrow_mut().push(Listener { target: target.clone(), event, capture, closure });
        }
    }
}

/// Notice of the size of an element.
pub(super) struct Size {
    observer: Option<ResizeObserver>,
    _closure: Closure<dyn Fn()>,
}

impl Size {
    /// Calls `work` for `owner` now and whenever the element has become another size.
    pub fn new<O: 'static>(element: &Element, owner: &Weak<O>, work: fn(&Rc<O>)) -> Self {
        let closure = later(owner, work);
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok();
        observer.iter().for_each(|observer| observer.observe(element));
        Self { observer, _closure: closure }
    }
}

impl Drop for Size {
    fn drop(&mut self) {
        self.observer.iter().for_each(ResizeObserver::disconnect);
    }
}

/// `work` for `owner`, as long as there is one.
fn later<O: 'static>(owner: &Weak<O>, work: fn(&Rc<O>)) -> Closure<dyn Fn()> {
    let owner = Weak::clone(owner);
    Closure::new(move || {
        if let Some(owner) = owner.upgrade() {
            work(&owner);
        }
    })
}

/// One thing to do later; setting it again replaces what was to be done, dropping it calls it off.
pub(crate) struct Timer {
    window: Window,
    id: Cell<Option<i32>>,
    closure: Closure<dyn Fn()>,
}

impl Timer {
    /// A timer that does `work` for `owner` when it is set and runs out.
    pub fn new<O: 'static>(window: &Window, owner: &Weak<O>, work: fn(&Rc<O>)) -> Self {
        Self { window: window.clone(), id: Cell::new(None), closure: later(owner, work) }
    }

    pub fn set(&self, milliseconds: i32) {
        self.stop();
        let id = self.window.set_timeout_with_callback_and_timeout_and_arguments_0(self.closure.as_ref().unchecked_ref(), milliseconds);
        self.id.set(id.ok());
    }

    pub fn stop(&self) {
        if let Some(id) = self.id.take() {
            self.window.clear_timeout_with_handle(id);
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.stop();
    }
}

/// At most one call a frame, however often it is asked for.
pub(super) struct Frame {
    window: Window,
    asked: Rc<Cell<Option<i32>>>,
    closure: Closure<dyn Fn()>,
}

impl Frame {
    pub fn new<O: 'static>(window: &Window, owner: &Weak<O>, work: fn(&Rc<O>)) -> Self {
        let owner = Weak::clone(owner);
        let asked = Rc::new(Cell::new(None));
        let done = Rc::clone(&asked);
        let closure = Closure::<dyn Fn()>::new(move || {
            done.set(None);
            if let Some(owner) = owner.upgrade() {
                work(&owner);
            }
        });
        Self { window: window.clone(), asked, closure }
    }

    pub fn ask(&self) {
        if self.asked.get().is_none() {
            self.asked.set(self.window.request_animation_frame(self.closure.as_ref().unchecked_ref()).ok());
        }
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        if let Some(id) = self.asked.take() {
            let _ = self.window.cancel_animation_frame(id);
        }
    }
}
