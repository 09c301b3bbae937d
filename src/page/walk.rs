//! The live DOM in document order, in slices and without recursion.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSlotElement, Node};

use crate::extract::{Descent, NodeIndex, Tree};

/// Nodes read at most: beyond them a page is no article, and what was read so far must do.
const MOST_NODES: usize = 400_000;

/// Fills a [`Tree`] from the DOM, with the shadow trees that are open.
pub struct Walker {
    /// What is to be read next, one entry an open element.
    ahead: Vec<Ahead>,
    pub tree: Tree,
    /// The DOM node of every node of the tree.
    pub nodes: Array,
    /// The element that the caller named as root.
    wanted: Option<Element>,
    pub given: Option<NodeIndex>,
}

/// The children of an element that are still to be read.
enum Ahead {
    Siblings(Option<Node>),
    List(std::vec::IntoIter<Node>),
}

impl Ahead {
    fn next(&mut self) -> Option<Node> {
        match self {
            Ahead::Siblings(next) => {
                let node = next.take()?;
                *next = node.next_sibling();
                Some(node)
            }
            Ahead::List(nodes) => nodes.next(),
        }
    }
}

impl Walker {
    /// Starts at `top`. The index of `wanted` is kept when the walk meets it.
    pub fn new(top: Node, wanted: Option<Element>) -> Self {
        let ahead = vec![Ahead::List(vec![top].into_iter())];
        Self { ahead, tree: Tree::default(), nodes: Array::new(), wanted, given: None }
    }

    /// Reads up to `count` nodes. Returns whether any are left.
    pub fn advance(&mut self, count: usize) -> bool {
        for _ in 0..count {
            let Some(ahead) = self.ahead.last_mut() else {
                self.tree.close_all();
                return false;
            };
            match ahead.next() {
                Some(node) => self.read(node),
                None => {
                    self.ahead.pop();
                    if !self.ahead.is_empty() {
                        self.tree.close();
                    }
                }
            }
            if self.tree.nodes().len() > MOST_NODES {
                self.ahead.clear();
            }
        }
        true
    }

    fn read(&mut self, node: Node) {
        match node.node_type() {
            Node::TEXT_NODE | Node::CDATA_SECTION_NODE => {
                self.nodes.push(&node);
                // A lone surrogate becomes U+FFFD on the way: one unit as before.
                self.tree.text(node.node_value().unwrap_or_default());
            }
            Node::ELEMENT_NODE => {
                let element = node.unchecked_into::<Element>();
                if self.wanted.as_ref().is_some_and(|wanted| wanted.is_same_node(Some(&element))) {
                    self.given = Some(self.tree.nodes().len() as NodeIndex);
                }
                self.enter(element);
            }
            _ => {}
        }
    }

    fn enter(&mut self, element: Element) {
        self.nodes.push(&element);
        let name = element.local_name();
        let bare = !element.has_attributes();
        let asked = |attribute: &str| if bare { None } else { element.get_attribute(attribute) };
        match self.tree.open(&name, asked) {
            Descent::Enter => {
                let children = children(&element, &name);
                self.ahead.push(children);
            }
            Descent::Pass => self.tree.close(),
            Descent::Data => {
                self.tree.data(element.text_content().unwrap_or_default());
                self.tree.close();
            }
        }
    }
}

/// What is shown inside an element: its open shadow tree, what its slot was given, or its children.
fn children(element: &Element, name: &str) -> Ahead {
    if name == "slot"
        && let Some(slot) = element.dyn_ref::<HtmlSlotElement>()
    {
        let given = slot.assigned_nodes();
        if given.length() > 0 {
            let nodes: Vec<Node> = given.iter().filter_map(|node| node.dyn_into().ok()).collect();
            return Ahead::List(nodes.into_iter());
        }
    }
    match element.shadow_root() {
        Some(shadow) => Ahead::Siblings(shadow.first_child()),
        None => Ahead::Siblings(element.first_child()),
    }
}
