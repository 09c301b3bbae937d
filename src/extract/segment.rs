//! The way from bytes of the article's text to characters of text nodes, and back.

use crate::text::{ByteSpan, order};

use super::tree::NodeIndex;

/// A run of characters that stand in the text as in their node; white space may be written as a space.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Segment {
    /// First byte in the text.
    pub byte: u32,
    /// Bytes in the text.
    pub bytes: u32,
    /// The text node.
    pub node: NodeIndex,
    /// First UTF-16 code unit in the node.
    pub unit: u32,
    /// UTF-16 code units in the node.
    pub units: u32,
}

/// A stretch of one text node and the words that the article's text has for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Piece<'t> {
    /// The text node.
    pub node: NodeIndex,
    /// First UTF-16 code unit in the node.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words in the article's text.
    pub words: &'t str,
}

/// All segments of an article, in the order of its text.
#[derive(Clone, Debug, Default)]
pub struct Segments {
    segments: Vec<Segment>,
    /// Indices of `segments`, ordered by node and place in the node.
    by_node: Vec<u32>,
}

impl Segments {
    pub(super) fn new(segments: Vec<Segment>) -> Self {
        let by_node = order::order(segments.len(), |at| order::key(segments[at].node as u64, u64::from(segments[at].unit)));
        let by_node = by_node.into_iter().map(|at| at as u32).collect();
        Self { segments, by_node }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.segments.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// The text nodes of up to `count` segments from number `from` on, in their order, each once in a row.
    pub fn nodes(&self, from: usize, count: usize) -> impl Iterator<Item = NodeIndex> {
        let mut last = None;
        self.segments.iter().skip(from).take(count).map(|segment| segment.node).filter(move |&node| last.replace(node) != Some(node))
    }

    /// The stretches of text nodes that `span` of `text` covers, in order.
    pub fn pieces<'t>(&'t self, text: &'t str, span: ByteSpan) -> impl Iterator<Item = Piece<'t>> {
        let first = self.segments.partition_point(|segment| (segment.byte + segment.bytes) as usize <= span.start());
        self.segments[first..].iter().take_while(move |segment| (segment.byte as usize) < span.end()).filter_map(move |segment| {
            let start = span.start().max(segment.byte as usize);
            let end = span.end().min((segment.byte + segment.bytes) as usize);
            let words = text.get(start..end)?;
            let before = text.get(segment.byte as usize..start)?;
            let unit = segment.unit + wide(before);
            Some(Piece { node: segment.node, start: unit, end: unit + wide(words), words })
        })
    }

    /// The byte of `text` that stands for UTF-16 code unit `unit` of a node. A unit that was left out, as a soft hyphen
    /// or collapsed white space, is taken for the next one of the same node; none where the node has no more.
    pub fn byte_at(&self, text: &str, node: NodeIndex, unit: u32) -> Option<usize> {
        let at = self.by_node.partition_point(|&index| {
            let segment = &self.segments[index as usize];
            (segment.node, segment.unit + segment.units) <= (node, unit)
        });
        let segment = self.segments.get(*self.by_node.get(at)? as usize).filter(|segment| segment.node == node)?;
        let words = text.get(segment.byte as usize..(segment.byte + segment.bytes) as usize)?;
        let mut units = segment.unit;
        for (byte, c) in words.char_indices() {
            units += c.len_utf16() as u32;
            if units > unit {
                return Some(segment.byte as usize + byte);
            }
        }
        None
    }
}

/// Length in UTF-16 code units.
fn wide(words: &str) -> u32 {
    if words.is_ascii() { words.len() as u32 } else { words.chars().map(|c| c.len_utf16() as u32).sum() }
}

/// Whether the characters of a text node still read as `words`; white space of any kind may stand for a space.
pub fn reads_as(live: &str, words: &str) -> bool {
    live == words || {
        let mut live = live.chars();
        words.chars().all(|word| live.next().is_some_and(|live| live == word || word == ' ' && live.is_ascii_whitespace()))
            && live.next().is_none()
    }
}
