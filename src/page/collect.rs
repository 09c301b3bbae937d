//! The live page read in slices: its nodes, their layout, the text.

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Document, Element, Node, Window};

use crate::extract::{self, Assembler, Content, NodeIndex, NotAnArticle, Plan, Style, Tag, WhiteSpace};
use crate::text::Article;

use super::map::TextMap;
use super::walk::Walker;

/// The article of a page, and the way back to it.
pub struct Page {
    /// Text, blocks and metadata.
    pub article: Article,
    /// Where the text stands in the page.
    pub map: TextMap,
    /// The element that holds the story; changes of the article are changes below it.
    pub root: Element,
}

/// Reads the article of the page the module runs in. Changes nothing in it.
pub struct Collector {
    walker: Walker,
    window: Option<Window>,
    document: Option<Document>,
    stage: Stage,
    /// The whole story is invisible for now, as pages are that wait for their style: then `visibility` says nothing.
    veiled: bool,
}

enum Stage {
    /// Reading the nodes.
    Walk,
    /// Asking for the layout of the elements of the story, from this node on.
    Style(Plan, NodeIndex),
    /// Making the text.
    Assemble(Plan, Assembler),
    /// Noting the nodes that its words stand in, from this segment on.
    Map(Box<Page>, usize),
    Refused(NotAnArticle),
}

impl Collector {
    /// With `root`, exactly that element is read; without, the story is looked for in the page.
    pub fn new(root: Option<Element>) -> Self {
        let window = web_sys::window();
        let document = window.as_ref().and_then(Window::document);
        // The head is read in any case: it has the date.
        let top = document.as_ref().and_then(Document::document_element);
        let inside = root.as_ref().is_none_or(|root| top.as_ref().is_some_and(|top| top.contains(Some(root))));
        let top: Option<Node> = if inside { top.map(Into::into) } else { root.clone().map(Into::into) };
        let walker = Walker::new(top.unwrap_or_else(|| js_sys::Object::new().unchecked_into()), root);
        Self { walker, window, document, stage: Stage::Walk, veiled: false }
    }

    /// Reads up to `nodes` nodes more, or does one further step. Returns whether work is left.
    pub fn advance(&mut self, nodes: usize) -> bool {
        let nodes = nodes.max(1);
        match &mut self.stage {
            Stage::Walk => {
                if !self.walker.advance(nodes) {
                    self.plan();
                }
                true
            }
            Stage::Style(plan, at) => {
                let end = plan_end(plan, &self.walker);
                let mut next = *at;
                for _ in 0..nodes {
                    if next >= end {
                        break;
                    }
                    next = restyle(&mut self.walker, self.window.as_ref(), plan, next, self.veiled);
                }
                *at = next;
                if next >= end {
                    self.begin_text();
                }
                true
            }
            Stage::Assemble(plan, assembler) => {
                if !assembler.advance(&self.walker.tree, plan, nodes) {
                    self.begin_map();
                }
                true
            }
            Stage::Map(page, at) => {
                let more = page.map.add(&self.walker.nodes, *at, nodes);
                *at = at.saturating_add(nodes);
                more
            }
            Stage::Refused(_) => false,
        }
    }

    /// The page, after [`Collector::advance`] said that no work is left (what is left is done at once).
    pub fn finish(mut self) -> Result<Page, NotAnArticle> {
        while self.advance(usize::MAX) {}
        match self.stage {
            Stage::Map(page, _) => Ok(*page),
            Stage::Refused(reason) => Err(reason),
            Stage::Walk | Stage::Style(..) | Stage::Assemble(..) => Err(NotAnArticle::NoText),
        }
    }

    fn plan(&mut self) {
        self.stage = match extract::plan(&self.walker.tree, self.walker.given) {
            Ok(plan) => {
                let root = self.walker.nodes.get(plan.root).unchecked_into::<Element>();
                let computed = self.window.as_ref().and_then(|window| window.get_computed_style(&root).ok().flatten());
                self.veiled = computed.and_then(|computed| layout(&computed)).is_some_and(|style| !style.visible);
                let first = plan.headline.into_iter().chain(plan.leads.iter().copied()).chain([plan.root]).min().unwrap_or(plan.root);
                Stage::Style(plan, first)
            }
            Err(reason) => Stage::Refused(reason),
        };
    }

    fn begin_text(&mut self) {
        let stage = std::mem::replace(&mut self.stage, Stage::Refused(NotAnArticle::NoText));
        if let Stage::Style(plan, _) = stage {
            let assembler = Assembler::new(&self.walker.tree, &plan);
            self.stage = Stage::Assemble(plan, assembler);
        }
    }

    fn begin_map(&mut self) {
        let stage = std::mem::replace(&mut self.stage, Stage::Refused(NotAnArticle::NoText));
        if let Stage::Assemble(plan, assembler) = stage {
            let address = self.document.as_ref().and_then(|document| document.document_uri().ok());
            self.stage = match extract::finish(&self.walker.tree, &plan, assembler, address.as_deref()) {
                Ok((article, segments)) => {
                    let root = self.walker.nodes.get(plan.root).unchecked_into::<Element>();
                    let map = TextMap::begin(&article, segments);
                    Stage::Map(Box::new(Page { article, map, root }), 0)
                }
                Err(reason) => Stage::Refused(reason),
            };
        }
    }
}

fn plan_end(plan: &Plan, walker: &Walker) -> NodeIndex {
    walker.tree.end(plan.root)
}

/// Takes over the computed style of the element at `at`, where its text is read. Returns the node to go on with.
fn restyle(walker: &mut Walker, window: Option<&Window>, plan: &Plan, at: NodeIndex, veiled: bool) -> NodeIndex {
    let Some(node) = walker.tree.nodes().get(at as usize) else { return at + 1 };
    let Content::Element(element) = &node.content else { return at + 1 };
    let end = node.end;
    if element.tag == Tag::Silent || plan.survey.is_beside(at) && at != plan.root && !walker.tree.holds(at, plan.root) {
        return end;
    }
    if plan.survey.texts(&walker.tree, at).0 == 0 {
        return end;
    }
    let live = walker.nodes.get(at).unchecked_into::<Element>();
    let Some(computed) = window.and_then(|window| window.get_computed_style(&live).ok().flatten()) else { return at + 1 };
    let style = layout(&computed).map(|style| Style { visible: style.visible || veiled, ..style });
    let hidden = style.is_none();
    walker.tree.restyle(at, style);
    if hidden { end } else { at + 1 }
}

/// How an element is laid out; none where it is not shown at all.
fn layout(computed: &CssStyleDeclaration) -> Option<Style> {
    let value = |property: &str| computed.get_property_value(property).unwrap_or_default();
    let display = value("display");
    if display == "none" {
        return None;
    }
    // `contents` has no box; `inline-block`, `ruby` and the like flow in the line.
    let block = !(display.starts_with("inline") || display.starts_with("ruby") || display == "contents");
    let visible = matches!(value("visibility").as_str(), "visible" | "");
    let white_space = match value("white-space-collapse").as_str() {
        "preserve" | "break-spaces" => WhiteSpace::Keep,
        "preserve-breaks" => WhiteSpace::KeepLines,
        "" => match value("white-space").as_str() {
            "pre" | "pre-wrap" | "break-spaces" => WhiteSpace::Keep,
            "pre-line" => WhiteSpace::KeepLines,
            _ => WhiteSpace::Collapse,
        },
        _ => WhiteSpace::Collapse,
    };
    Some(Style { block, visible, white_space })
}
