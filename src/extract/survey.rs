//! Where running text stands on the page: how much of it each element holds, and what is beside the story.

use super::mark::Marks;
use super::tag::Tag;
use super::tree::{Content, NodeIndex, Tree};

/// Shortest text of a block, in characters, that counts as running text.
const SHORTEST: u32 = 40;

/// Measures of every element of a tree, made in two passes over it.
pub struct Survey {
    /// Characters of running text before each node, and one more at the end.
    all: Vec<u32>,
    /// The same without what is beside the story.
    story: Vec<u32>,
    /// Blocks of running text before each node, without what is beside the story.
    blocks: Vec<u32>,
    /// Characters of any text before each node.
    any: Vec<u32>,
    /// Characters of links before each node.
    links: Vec<u32>,
    beside: Vec<bool>,
}

/// What is known of a node from those around it.
#[derive(Clone, Copy, Default)]
struct Context {
    block: NodeIndex,
    link: bool,
    silent: bool,
    beside: bool,
    article: bool,
}

impl Survey {
    /// Measures `tree`. What holds `headline` is never beside the story.
    pub fn new(tree: &Tree, headline: Option<NodeIndex>) -> Self {
        let count = tree.nodes().len();
        let mut text = vec![0u32; count];
        let mut linked = vec![0u32; count];
        let (mut any, mut links) = (vec![0u32; count + 1], vec![0u32; count + 1]);
        let mut contexts: Vec<Context> = Vec::with_capacity(count);
        for (index, node) in tree.nodes().iter().enumerate() {
            let mut context = contexts.get(node.parent as usize).copied().unwrap_or_default();
            any[index + 1] = any[index];
            links[index + 1] = links[index];
            match &node.content {
                Content::Element(element) => {
                    if element.style.block || matches!(element.tag, Tag::Body) {
                        context.block = index as NodeIndex;
                    }
                    context.link |= element.tag == Tag::Link;
                    context.silent |= element.tag == Tag::Silent || element.marks.any(Marks::HIDDEN);
                }
                Content::Text(words) if !context.silent => {
                    let length = words.trim_ascii().chars().filter(|&c| !c.is_ascii_control()).count() as u32;
                    text[context.block as usize] += length;
                    any[index + 1] += length;
                    if context.link {
                        linked[context.block as usize] += length;
                        links[index + 1] += length;
                    }
                }
                Content::Text(_) => {}
            }
            contexts.push(context);
        }
        let runs = |index: usize| if text[index] >= SHORTEST && linked[index] * 5 < text[index] * 2 { text[index] } else { 0 };
        let all = sums(count, runs);
        let mut survey = Self { all, story: Vec::new(), blocks: Vec::new(), any, links, beside: vec![false; count] };
        survey.find_beside(tree, headline, &mut contexts);
        survey.story = sums(count, |index| if survey.beside[index] { 0 } else { runs(index) });
        survey.blocks = sums(count, |index| u32::from(!survey.beside[index] && runs(index) > 0));
        survey
    }

    fn find_beside(&mut self, tree: &Tree, headline: Option<NodeIndex>, contexts: &mut [Context]) {
        let bodies = sums(contexts.len(), |index| {
            u32::from(
                tree.element(index as NodeIndex)
                    .is_some_and(|element| element.tag == Tag::Main || element.marks.any(Marks::BODY.with(Marks::MAIN))),
            )
        });
        let total = self.all.last().copied().unwrap_or(0);
        for (index, node) in tree.nodes().iter().enumerate() {
            let parent = contexts[node.parent as usize];
            let mut beside = index > 0 && parent.beside;
            let mut article = index > 0 && parent.article;
            if let Content::Element(element) = &node.content {
                article |= matches!(element.tag, Tag::Article | Tag::Main) || element.marks.any(Marks::ARTICLE.with(Marks::BODY));
                let named = element.tag == Tag::Beside
                    || element.marks.any(Marks::BESIDE.with(Marks::COMMENTS))
                    || element.tag == Tag::Header && !article;
                if named && !beside {
                    let end = node.end as usize;
                    let holds_story = headline.is_some_and(|headline| tree.holds(index as NodeIndex, headline))
                        || bodies[end] > bodies[index]
                        || element.tag == Tag::Body
                        || !element.marks.any(Marks::COMMENTS) && (self.all[end] - self.all[index]) * 2 > total && total > 0;
                    beside = !holds_story;
                }
            }
            self.beside[index] = beside;
            contexts[index].beside = beside;
            contexts[index].article = article;
        }
    }

    /// Characters of running text in the story's part of `index`.
    pub fn story(&self, tree: &Tree, index: NodeIndex) -> u32 {
        difference(&self.story, tree, index)
    }

    /// Blocks of running text in the story's part of `index`.
    pub fn blocks(&self, tree: &Tree, index: NodeIndex) -> u32 {
        difference(&self.blocks, tree, index)
    }

    /// Characters of any text in `index`, and how many of them are links.
    pub fn texts(&self, tree: &Tree, index: NodeIndex) -> (u32, u32) {
        (difference(&self.any, tree, index), difference(&self.links, tree, index))
    }

    /// Characters of running text that stand in `index` itself, not in a block inside it.
    pub fn own(&self, index: NodeIndex) -> u32 {
        let at = index as usize;
        match (self.story.get(at), self.story.get(at + 1)) {
            (Some(before), Some(behind)) => behind - before,
            _ => 0,
        }
    }

    /// Whether `index` is beside the story.
    pub fn is_beside(&self, index: NodeIndex) -> bool {
        self.beside.get(index as usize).copied().unwrap_or(false)
    }
}

fn sums(count: usize, value: impl Fn(usize) -> u32) -> Vec<u32> {
    let mut sums = Vec::with_capacity(count + 1);
    let mut sum = 0u32;
    sums.push(0);
    for index in 0..count {
        sum = sum.saturating_add(value(index));
        sums.push(sum);
    }
    sums
}

fn difference(sums: &[u32], tree: &Tree, index: NodeIndex) -> u32 {
    match (sums.get(index as usize), sums.get(tree.end(index) as usize)) {
        (Some(before), Some(behind)) => behind - before,
        _ => 0,
    }
}
