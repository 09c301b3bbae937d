//! Building elements: a few words instead of a dozen calls. Text goes in as text nodes only, so page text is never markup.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Node};

/// An element being built.
#[derive(Clone)]
pub(super) struct Build {
    element: Element,
}

/// Makes elements of a document.
pub(super) trait Make {
    /// An empty element; `name` is a literal of this room.
    fn el(&self, name: &str) -> Build;
    /// A button that carries an action for the listener on the shadow root.
    fn button(&self, class: &str, action: &str) -> Build;
}

impl Make for Document {
    fn el(&self, name: &str) -> Build {
        // Fails only for a name that is none.
        let element = self.create_element(name).unwrap_or_else(|_| self.create_element("div").expect("a document makes elements"));
        Build { element }
    }

    fn button(&self, class: &str, action: &str) -> Build {
        self.el("button").attr("type", "button").class(class).attr("data-action", action)
    }
}

impl Build {
    pub fn class(self, class: &str) -> Self {
        self.element.set_class_name(class);
        self
    }

    pub fn attr(self, name: &str, value: &str) -> Self {
        let _ = self.element.set_attribute(name, value);
        self
    }

    /// Text after what is there already.
    pub fn text(self, text: &str) -> Self {
        if let Some(document) = self.element.owner_document() {
            let _ = self.element.append_child(&document.create_text_node(text));
        }
        self
    }

    pub fn child(self, child: Build) -> Self {
        let _ = self.element.append_child(&child.element);
        self
    }

    pub fn maybe(self, child: Option<Build>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    pub fn children(self, children: impl IntoIterator<Item = Build>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    pub fn done(self) -> Element {
        self.element
    }

    pub fn html(self) -> HtmlElement {
        self.element.unchecked_into()
    }
}

/// Takes all children out.
pub(super) fn clear(parent: &Node) {
    while let Some(child) = parent.first_child() {
        let _ = parent.remove_child(&child);
    }
}

/// The nearest element at or above an event's target that carries attribute `name`, and its value.
pub(super) fn carrying(target: Option<web_sys::EventTarget>, name: &str) -> Option<(Element, String)> {
    let element: Element = target?.dyn_into().ok()?;
    let found = element.closest(&format!("[{name}]")).ok()??;
    let value = found.get_attribute(name)?;
    Some((found, value))
}
