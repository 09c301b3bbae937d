//! The one pass that makes the article's text and, with it, the way back to the page's text nodes.

use std::collections::VecDeque;

use jiff::civil::Date;

use crate::text::{Block, BlockKind, ByteSpan};

use super::date;
use super::line::Line;
use super::mark::Marks;
use super::note;
use super::root::Plan;
use super::segment::{Segment, Segments};
use super::tag::Tag;
use super::tree::{Content, Element, NodeIndex, Style, Tree, WhiteSpace};

/// Running text, in characters, below which an element with the mark of a byline or a credit is left out.
const LINE: u32 = 200;

/// A cell with as many characters is running text: the table only lays out the page.
const LAYOUT_CELL: usize = 100;

/// The finished text.
pub struct Assembly {
    /// The blocks' words, a line break between two.
    pub text: String,
    /// The blocks in order.
    pub blocks: Vec<Block>,
    /// The way back.
    pub segments: Segments,
}

/// Walks the parts of a [`Plan`] and makes text of them, in slices.
pub struct Assembler {
    ranges: VecDeque<(NodeIndex, NodeIndex)>,
    at: NodeIndex,
    end: NodeIndex,
    open: Vec<Open>,
    writer: Writer,
}

/// An element that is not yet at its end.
#[derive(Clone, Copy)]
struct Open {
    end: NodeIndex,
    block: bool,
    kind: BlockKind,
    link: bool,
    paragraph: bool,
    style: Style,
    published: Option<Date>,
}

impl Assembler {
    /// Starts before the first part.
    pub fn new(tree: &Tree, plan: &Plan) -> Self {
        let mut ranges = VecDeque::new();
        ranges.extend(plan.headline.filter(|&headline| headline != plan.root).map(|headline| (headline, tree.end(headline))));
        ranges.extend(plan.leads.iter().map(|&lead| (lead, tree.end(lead))));
        ranges.push_back((plan.root, tree.end(plan.root)));
        Self { ranges, at: 0, end: 0, open: Vec::new(), writer: Writer::default() }
    }

    /// Reads up to `nodes` more nodes. Returns whether any are left.
    pub fn advance(&mut self, tree: &Tree, plan: &Plan, nodes: usize) -> bool {
        for _ in 0..nodes {
            while let Some(open) = self.open.last().filter(|open| open.end <= self.at) {
                if open.block {
                    self.writer.end_block();
                }
                self.open.pop();
            }
            if self.at >= self.end {
                while let Some(open) = self.open.pop() {
                    if open.block {
                        self.writer.end_block();
                    }
                }
                self.writer.end_block();
                match self.ranges.pop_front() {
                    Some((start, end)) => (self.at, self.end) = (start, end),
                    None => return false,
                }
            }
            self.step(tree, plan);
        }
        true
    }

    /// The text, after [`Assembler::advance`] said that nothing is left.
    pub fn finish(mut self) -> Assembly {
        self.writer.end_block();
        self.writer.text.truncate(self.writer.text.trim_end_matches('\n').len());
        Assembly { text: self.writer.text, blocks: self.writer.blocks, segments: Segments::new(self.writer.segments) }
    }

    fn step(&mut self, tree: &Tree, plan: &Plan) {
        let Some(node) = tree.nodes().get(self.at as usize) else {
            self.at = self.end;
            return;
        };
        match &node.content {
            Content::Text(text) => {
                if let Some(open) = self.open.last() {
                    self.writer.begin(open.kind, open.published);
                    if open.style.visible {
                        self.writer.write(text, self.at, open.style.white_space, open.link);
                    }
                }
                self.at += 1;
            }
            Content::Element(element) if self.skips(tree, plan, element) => {
                if element.style.block {
                    self.writer.end_block();
                }
                self.at = node.end;
            }
            Content::Element(element) => {
                let open = self.opened(tree, plan, element, node.end);
                if open.block {
                    self.writer.end_block();
                }
                if element.tag == Tag::Break {
                    self.writer.line_break();
                }
                self.open.push(open);
                self.at += 1;
            }
        }
    }

    fn opened(&self, tree: &Tree, plan: &Plan, element: &Element, end: NodeIndex) -> Open {
        let around = self.open.last().copied();
        let mut kind = around.map_or(BlockKind::Paragraph, |open| open.kind);
        let small = |limit: u32| plan.survey.story(tree, self.at) < limit;
        kind = match element.tag {
            _ if plan.headline == Some(self.at) => BlockKind::Headline,
            Tag::Title | Tag::Heading => BlockKind::Heading,
            Tag::Item => BlockKind::ListItem,
            Tag::Quotation => BlockKind::Quotation,
            Tag::Caption => BlockKind::Caption,
            Tag::Figure if small(1000) => BlockKind::Caption,
            Tag::Cell => BlockKind::TableCell,
            Tag::Paragraph if kind == BlockKind::TableCell => BlockKind::Paragraph,
            _ if element.marks.any(Marks::CAPTION) && small(1000) => BlockKind::Caption,
            _ => kind,
        };
        let post = matches!(element.tag, Tag::Article | Tag::Item | Tag::Block) && self.at != plan.root;
        Open {
            end,
            // A drop cap is laid out as a block and belongs to the word all the same.
            block: element.style.block && (element.tag.is_block() || !is_drop_cap(tree, self.at)),
            kind,
            link: around.is_some_and(|open| open.link) || element.tag == Tag::Link,
            paragraph: around.is_some_and(|open| open.paragraph && !element.style.block) || element.tag == Tag::Paragraph,
            style: Style { white_space: element.style.white_space, ..element.style },
            published: if post { post_date(tree, self.at) } else { None }.or(around.and_then(|open| open.published)),
        }
    }

    fn skips(&self, tree: &Tree, plan: &Plan, element: &Element) -> bool {
        let headline = plan.headline == Some(self.at);
        if element.tag == Tag::Silent || element.marks.any(Marks::HIDDEN) {
            return true;
        }
        if headline {
            // It was read first; met again in the root it stays out.
            return !self.open.is_empty();
        }
        if plan.survey.is_beside(self.at) && plan.root != self.at {
            return true;
        }
        let inline = self.open.last().is_some_and(|open| open.paragraph) && !element.style.block;
        let in_headline = self.open.first().is_some_and(|open| open.kind == BlockKind::Headline);
        let line = element.marks.any(Marks::BYLINE.with(Marks::DATE).with(Marks::CREDIT)) || element.tag == Tag::Time;
        if line
            && !inline
            && !in_headline
            && plan.root != self.at
            && plan.survey.story(tree, self.at) < LINE
            && !holds_headline(tree, plan, self.at)
        {
            return true;
        }
        (element.tag == Tag::Superscript || element.marks.any(Marks::NOTE)) && note::is_note(&tree.words(self.at, 24), self.writer.tail())
    }
}

fn holds_headline(tree: &Tree, plan: &Plan, index: NodeIndex) -> bool {
    plan.headline.is_some_and(|headline| tree.holds(index, headline))
}

fn is_drop_cap(tree: &Tree, index: NodeIndex) -> bool {
    let words = tree.words(index, 12);
    let letters = words.chars().filter(|c| c.is_alphanumeric()).count();
    letters == 1 && words.chars().count() <= 2
}

/// The date of a post of a live blog: a `<time>` among the first elements of an element that holds several nodes.
fn post_date(tree: &Tree, index: NodeIndex) -> Option<Date> {
    let element = tree.element(index)?;
    if element.tag != Tag::Article && !element.marks.any(Marks::ARTICLE) {
        return None;
    }
    (index + 1..tree.end(index).min(index + 24)).find_map(|inner| {
        let element = tree.element(inner).filter(|element| element.tag == Tag::Time && !element.marks.any(Marks::CHANGED))?;
        date::parse_stamp(element.datetime.as_deref()?).map(|stamp| stamp.date)
    })
}

/// A character that waits until the next visible one.
#[derive(Clone, Copy, PartialEq, Default)]
enum Pending {
    #[default]
    Nothing,
    Space(NodeIndex, u32),
    Line,
}

/// Writes characters into blocks.
#[derive(Default)]
struct Writer {
    text: String,
    blocks: Vec<Block>,
    segments: Vec<Segment>,
    pending: Pending,
    kind: BlockKind,
    published: Option<Date>,
    /// Where the current block starts in the text and in the segments.
    start: usize,
    first_segment: usize,
    linked: usize,
    /// Whether running text was written before.
    begun: bool,
}

impl Writer {
    fn begin(&mut self, kind: BlockKind, published: Option<Date>) {
        if self.text.len() == self.start {
            self.kind = kind;
            self.published = published;
        }
    }

    /// The end of the current block's text.
    fn tail(&self) -> &str {
        if self.pending == Pending::Nothing { self.text.get(self.start..).unwrap_or("") } else { "" }
    }

    fn write(&mut self, text: &str, node: NodeIndex, white_space: WhiteSpace, link: bool) {
        let mut offset = 0u32;
        for c in text.chars() {
            let width = c.len_utf16() as u32;
            match c {
                ' ' | '\t' | '\n' | '\r' | '\u{C}' => {
                    let kept = match white_space {
                        WhiteSpace::Collapse => false,
                        WhiteSpace::KeepLines => c == '\n',
                        WhiteSpace::Keep => true,
                    };
                    if kept && self.text.len() > self.start {
                        if white_space == WhiteSpace::KeepLines {
                            self.pending = Pending::Nothing;
                        }
                        self.flush();
                        self.push(if c == '\n' { '\n' } else { ' ' }, node, offset);
                    } else if self.text.len() > self.start && self.pending == Pending::Nothing && !self.text.ends_with([' ', '\n']) {
                        self.pending = Pending::Space(node, offset);
                    }
                }
                _ if is_invisible(c, self.text.chars().next_back()) => {}
                _ => {
                    self.flush();
                    self.push(c, node, offset);
                    self.linked += usize::from(link);
                }
            }
            offset += width;
        }
    }

    fn flush(&mut self) {
        match std::mem::take(&mut self.pending) {
            Pending::Nothing => {}
            Pending::Space(node, offset) => self.push(' ', node, offset),
            Pending::Line => self.text.push('\n'),
        }
    }

    fn push(&mut self, c: char, node: NodeIndex, offset: u32) {
        let (byte, bytes, units) = (self.text.len() as u32, c.len_utf8() as u32, c.len_utf16() as u32);
        self.text.push(c);
        let begun = self.segments.len() > self.first_segment;
        match self.segments.last_mut() {
            Some(last) if begun && last.node == node && last.unit + last.units == offset && last.byte + last.bytes == byte => {
                last.bytes += bytes;
                last.units += units;
            }
            _ => self.segments.push(Segment { byte, bytes, node, unit: offset, units }),
        }
    }

    /// One break goes on in the block; two, as old pages write them, part paragraphs.
    fn line_break(&mut self) {
        let line = self.text.get(self.start..).and_then(|text| text.rsplit_once('\n'));
        let blank = line.is_some_and(|(_, line)| line.trim().is_empty());
        if self.pending == Pending::Line || blank {
            self.end_block();
        } else if self.text.len() > self.start {
            self.pending = Pending::Line;
        }
    }

    fn end_block(&mut self) {
        self.pending = Pending::Nothing;
        let words = self.text.get(self.start..).unwrap_or("").trim();
        if words.is_empty() {
            self.drop_block();
            return;
        }
        let from = self.start + (self.text.len() - self.start - self.text[self.start..].trim_start().len());
        let span = ByteSpan::new(from, from + words.len());
        let length = words.chars().count();
        let kind = if self.kind == BlockKind::TableCell && length >= LAYOUT_CELL { BlockKind::Paragraph } else { self.kind };
        if (Line { text: words, kind, linked: self.linked, begun: self.begun }).is_beside() {
            self.drop_block();
            return;
        }
        self.begun |= matches!(kind, BlockKind::Paragraph | BlockKind::Quotation) && length > 80;
        self.blocks.push(Block { span, kind, published: self.published });
        self.text.push('\n');
        self.start = self.text.len();
        self.first_segment = self.segments.len();
        self.linked = 0;
    }

    fn drop_block(&mut self) {
        self.text.truncate(self.start);
        self.segments.truncate(self.first_segment);
        self.linked = 0;
    }
}

/// Characters without width. Joiners stay where letters change by them: in emoji, Persian, Indic scripts.
fn is_invisible(c: char, before: Option<char>) -> bool {
    match c {
        '\u{AD}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => true,
        '\u{200C}' | '\u{200D}' => before.is_none_or(|before| before < '\u{590}'),
        _ => c.is_ascii_control(),
    }
}
