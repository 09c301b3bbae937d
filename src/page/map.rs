//! The way between the article's text and the live page.

use js_sys::{Array, Map};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Node, Range, Text};

use crate::extract::{Piece, Segments, reads_as};
use crate::text::{Article, ByteSpan};

/// Where every word of the article's text stands in the page. Spans are bytes of [`Article::text`], offsets in the page
/// UTF-16 code units of a text node. Whatever the page has changed since is answered with nothing.
pub struct TextMap {
    text: String,
    segments: Segments,
    /// Text nodes by their index in the tree.
    texts: Map,
    /// The index in the tree by text node.
    indices: Map,
}

impl TextMap {
    /// A map that knows no node yet.
    pub(super) fn begin(article: &Article, segments: Segments) -> Self {
        Self { text: article.text.clone(), segments, texts: Map::new(), indices: Map::new() }
    }

    /// Takes the nodes of up to `count` segments, from segment number `from` on, out of `nodes`, all of the tree by index. Returns
    /// whether segments are left.
    pub(super) fn add(&mut self, nodes: &Array, from: usize, count: usize) -> bool {
        for index in self.segments.nodes(from, count) {
            let node = nodes.get(index);
            self.texts.set(&JsValue::from(index), &node);
            self.indices.set(&node, &JsValue::from(index));
        }
        from.saturating_add(count) < self.segments.len()
    }

    /// The range over `span` in the live page; none where the page no longer reads as the article's text does.
    pub fn range(&self, span: ByteSpan) -> Option<Range> {
        let mut edges: Option<((Text, u32), (Text, u32))> = None;
        for piece in self.segments.pieces(&self.text, span) {
            let text = self.live(&piece)?;
            let end = (text.clone(), piece.end);
            edges = Some(match edges {
                Some((start, _)) => (start, end),
                None => ((text, piece.start), end),
            });
        }
        let ((first, start), (last, end)) = edges?;
        let range = first.owner_document()?.create_range().ok()?;
        range.set_start(&first, start).ok()?;
        range.set_end(&last, end).ok()?;
        // An end in another tree, or before the start, has moved the start there.
        let holds = range.start_container().ok()?.is_same_node(Some(&first)) && !range.collapsed();
        holds.then_some(range)
    }

    /// The text nodes under `span`, each with its first and its end code unit; empty where the page has changed.
    pub fn text_nodes(&self, span: ByteSpan) -> Vec<(Text, u32, u32)> {
        let pieces = self.segments.pieces(&self.text, span).map(|piece| Some((self.live(&piece)?, piece.start, piece.end)));
        // Parts of one node that only an invisible character parts are one.
        let mut joined: Vec<(Text, u32, u32)> = Vec::new();
        for piece in pieces {
            let Some((text, start, end)) = piece else { return Vec::new() };
            match joined.last_mut() {
                Some((last, _, until)) if *last == text => *until = end,
                _ => joined.push((text, start, end)),
            }
        }
        joined
    }

    /// The byte of the text under code unit `unit` of `node`; none where the node is no part of the article.
    pub fn position(&self, node: &Node, unit: u32) -> Option<usize> {
        let index = self.indices.get(node).as_f64()?;
        self.segments.byte_at(&self.text, index as u32, unit)
    }

    /// The text node of a piece, if it is still in the page and still reads the same.
    fn live(&self, piece: &Piece) -> Option<Text> {
        // Made of text nodes alone; no `instanceof`, which fails for nodes that came from a frame.
        let text = Some(self.texts.get(&JsValue::from(piece.node))).filter(|node| !node.is_undefined())?.unchecked_into::<Text>();
        let now = text.substring_data(piece.start, piece.end - piece.start).ok()?;
        (text.is_connected() && reads_as(&now, piece.words)).then_some(text)
    }
}
