//! A page as the extraction sees it: elements and texts in document order, filled by whoever can read a page.

use super::mark::{self, Marks};
use super::tag::{self, Tag};

/// Index of a node of a [`Tree`], in document order.
pub type NodeIndex = u32;

/// How an element is laid out, where the reader knows better than the element's name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Style {
    /// In lines of its own.
    pub block: bool,
    /// Its own text is shown (`visibility`).
    pub visible: bool,
    /// What becomes of white space.
    pub white_space: WhiteSpace,
}

/// What becomes of white space in the source.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum WhiteSpace {
    /// Runs become one space.
    #[default]
    Collapse,
    /// Runs become one space, line breaks stay.
    KeepLines,
    /// All stays.
    Keep,
}

/// An element of the page.
#[derive(Clone, Debug)]
pub struct Element {
    /// What its name says.
    pub tag: Tag,
    /// What its attributes say.
    pub marks: Marks,
    /// How it is laid out.
    pub style: Style,
    /// The value of `datetime` or of a date's `content`.
    pub datetime: Option<String>,
}

/// An element or a text.
#[derive(Clone, Debug)]
pub enum Content {
    /// An element; its descendants follow it.
    Element(Element),
    /// A text node's characters.
    Text(String),
}

/// One node with its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// The element around it; the root names itself.
    pub parent: NodeIndex,
    /// One past its last descendant.
    pub end: NodeIndex,
    /// What it is.
    pub content: Content,
}

/// Whether the reader goes on into an element's children.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Descent {
    /// The children are to be read.
    Enter,
    /// The children are not to be read; [`Tree::close`] follows at once.
    Pass,
    /// Only the text is wanted, by [`Tree::data`]: a data script, the page's title.
    Data,
}

/// What an element of the page's head says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Declaration {
    /// `<meta>`: its name or property in lower case, and its content.
    Meta(String, String),
    /// `<script type="application/ld+json">`.
    JsonLd(String),
    /// `<title>`.
    Title(String),
    /// `<link rel="canonical">`.
    Canonical(String),
    /// `<html lang>`.
    Language(String),
}

/// The page in document order. Nodes are added between `open` and `close`, as a parser meets them.
#[derive(Default)]
pub struct Tree {
    nodes: Vec<Node>,
    open: Vec<NodeIndex>,
    declarations: Vec<Declaration>,
    /// What the next data text belongs to.
    pending: Option<fn(String) -> Declaration>,
}

/// Longest data script that is kept: beyond it is no description of an article.
const DATA_LIMIT: usize = 2 << 20;

impl Tree {
    /// Begins an element. `attribute` gives the value of an attribute by its name in lower case.
    pub fn open(&mut self, name: &str, attribute: impl Fn(&str) -> Option<String>) -> Descent {
        let tag = tag::of(name);
        let is = |wanted: &str| name.eq_ignore_ascii_case(wanted);
        let marks = mark::of_attributes(&attribute);
        let mut datetime = None;
        let mut descent = Descent::Enter;
        if tag == Tag::Time || marks.any(Marks::DATE) {
            datetime = attribute("datetime").or_else(|| attribute("content")).or_else(|| attribute("data-datetime"));
        }
        if is("meta") {
            let content = attribute("content").unwrap_or_default();
            for key in ["property", "name", "itemprop", "http-equiv"] {
                if let Some(key) = attribute(key) {
                    self.declarations.push(Declaration::Meta(key.to_ascii_lowercase(), content.clone()));
                }
            }
        } else if is("link") {
            if attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"))
                && let Some(address) = attribute("href")
            {
                self.declarations.push(Declaration::Canonical(address));
            }
        } else if is("html") {
            if let Some(language) = attribute("lang").or_else(|| attribute("xml:lang")) {
                self.declarations.push(Declaration::Language(language));
            }
        } else if is("title") && self.pending.is_none() && !self.declarations.iter().any(|known| matches!(known, Declaration::Title(_))) {
            self.pending = Some(Declaration::Title);
            descent = Descent::Data;
        } else if is("script") && attribute("type").is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json")) {
            self.pending = Some(Declaration::JsonLd);
            descent = Descent::Data;
        }
        if descent == Descent::Enter && (tag == Tag::Silent && !is("head") || marks.any(Marks::HIDDEN)) {
            descent = Descent::Pass;
        }
        let style = Style { block: tag.is_block(), visible: true, white_space: WhiteSpace::Collapse };
        self.push(Content::Element(Element { tag, marks, style, datetime }));
        self.open.push(self.last());
        descent
    }

    /// Adds a text node.
    pub fn text(&mut self, text: String) {
        self.push(Content::Text(text));
        self.seal(self.last());
    }

    /// The text of the element just opened, where [`Tree::open`] asked for it by [`Descent::Data`].
    pub fn data(&mut self, text: String) {
        if let Some(declaration) = self.pending.take()
            && text.len() <= DATA_LIMIT
        {
            self.declarations.push(declaration(text));
        }
    }

    /// Ends the element opened last.
    pub fn close(&mut self) {
        self.pending = None;
        if let Some(index) = self.open.pop() {
            self.seal(index);
        }
    }

    /// Ends every element still open.
    pub fn close_all(&mut self) {
        while !self.open.is_empty() {
            self.close();
        }
    }

    fn push(&mut self, content: Content) {
        let index = self.nodes.len() as NodeIndex;
        let parent = self.open.last().copied().unwrap_or(index);
        self.nodes.push(Node { parent, end: index + 1, content });
    }

    fn seal(&mut self, index: NodeIndex) {
        let end = self.nodes.len() as NodeIndex;
        if let Some(node) = self.nodes.get_mut(index as usize) {
            node.end = end;
        }
    }

    fn last(&self) -> NodeIndex {
        self.nodes.len().saturating_sub(1) as NodeIndex
    }

    /// All nodes, in document order.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// What the page's head says, in order.
    pub fn declarations(&self) -> &[Declaration] {
        &self.declarations
    }

    /// The element at `index`; none for a text.
    pub fn element(&self, index: NodeIndex) -> Option<&Element> {
        match &self.nodes.get(index as usize)?.content {
            Content::Element(element) => Some(element),
            Content::Text(_) => None,
        }
    }

    /// Sets how the element at `index` is laid out.
    pub fn restyle(&mut self, index: NodeIndex, style: Option<Style>) {
        if let Some(Node { content: Content::Element(element), .. }) = self.nodes.get_mut(index as usize) {
            match style {
                Some(style) => element.style = style,
                None => element.marks.set(Marks::HIDDEN),
            }
        }
    }

    /// One past the last descendant of `index`.
    pub fn end(&self, index: NodeIndex) -> NodeIndex {
        self.nodes.get(index as usize).map_or(index, |node| node.end)
    }

    /// The element around `index`; the root's is itself.
    pub fn parent(&self, index: NodeIndex) -> NodeIndex {
        self.nodes.get(index as usize).map_or(index, |node| node.parent)
    }

    /// Whether `inner` is `outer` or stands inside it.
    pub fn holds(&self, outer: NodeIndex, inner: NodeIndex) -> bool {
        outer <= inner && inner < self.end(outer)
    }

    /// The words below `index`, white space collapsed, cut at `limit` bytes; hidden elements are left out.
    pub fn words(&self, index: NodeIndex, limit: usize) -> String {
        let mut words = String::new();
        // Empty elements without end must not cost more than words would.
        let (mut at, end) = (index, self.end(index).min(index.saturating_add(2048)));
        let mut blocks: Vec<NodeIndex> = Vec::new();
        while at < end && words.len() < limit {
            while blocks.pop_if(|block| *block <= at).is_some() {
                words.push(' ');
            }
            match &self.nodes[at as usize].content {
                Content::Element(element) if element.marks.any(Marks::HIDDEN) || element.tag == Tag::Silent => {
                    at = self.end(at);
                    continue;
                }
                Content::Element(element) if element.style.block || element.tag == Tag::Break => {
                    words.push(' ');
                    blocks.push(self.end(at));
                }
                Content::Element(_) => {}
                Content::Text(text) => words.extend(text.chars().take(limit).map(|c| if c.is_whitespace() { ' ' } else { c })),
            }
            at += 1;
        }
        words.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_of_nodes_and_their_words() {
        let mut tree = Tree::default();
        tree.open("div", |_| None);
        tree.open("p", |_| None);
        tree.text("One\n two".into());
        tree.close();
        assert_eq!(tree.open("script", |_| None), Descent::Pass);
        tree.close();
        tree.text("three".into());
        tree.close_all();
        assert_eq!(tree.end(0), 5);
        assert_eq!(tree.end(1), 3);
        assert_eq!(tree.words(0, 100), "One two three");
    }
}
