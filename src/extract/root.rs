//! Which element holds the story.
//!
//! What the page says itself comes first: `itemprop="articleBody"`, `<article>`, `<main>`. Else the walk goes down
//! from the top as long as one child holds nearly all running text, so that no first paragraph is left outside.

use std::fmt;
use std::ops::Range;

use super::mark::Marks;
use super::survey::Survey;
use super::tag::Tag;
use super::tree::{Content, Declaration, Element, NodeIndex, Tree};

/// Least running text of an article, in characters.
const LEAST_TEXT: u32 = 200;

/// Elements looked at as headlines.
const HEADLINES: usize = 300;

/// Most letters and digits of a headline.
const LONGEST_HEADLINE: usize = 300;

/// Why a page is not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotAnArticle {
    /// There is no text to read.
    NoText,
    /// There is too little running text.
    TooLittleText {
        /// How many characters there are.
        characters: u32,
    },
    /// The page is a list of links and teasers.
    Teasers,
}

impl fmt::Display for NotAnArticle {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::NoText => write!(f, "There is no text to read here."),
            Self::TooLittleText { characters } => {
                write!(f, "This does not look like an article: it has only {characters} characters of running text.")
            }
            Self::Teasers => write!(f, "This looks like a list of articles, not like one article."),
        }
    }
}

impl std::error::Error for NotAnArticle {}

/// What is read of a page.
pub struct Plan {
    /// The element that holds the story.
    pub root: NodeIndex,
    /// The story's headline, inside the root or before it.
    pub headline: Option<NodeIndex>,
    /// Paragraphs between the headline and the root.
    pub leads: Vec<NodeIndex>,
    /// The measures that the choice rests on.
    pub survey: Survey,
}

/// Finds what to read. With `given`, exactly that element is read, however little it holds.
pub fn plan(tree: &Tree, given: Option<NodeIndex>) -> Result<Plan, NotAnArticle> {
    if let Some(root) = given {
        let headline = headline(tree, root..tree.end(root));
        let survey = Survey::new(tree, Some(root));
        return if survey.texts(tree, root).0 == 0 {
            Err(NotAnArticle::NoText)
        } else {
            Ok(Plan { root, headline, leads: Vec::new(), survey })
        };
    }
    let headline = headline(tree, 0..tree.nodes().len() as NodeIndex);
    let survey = Survey::new(tree, headline);
    let finder = Finder { tree, survey: &survey, headline };
    let root = finder.root();
    let leads = finder.leads(root);
    finder.gate(root)?;
    Ok(Plan { root, headline, leads, survey })
}

struct Finder<'t> {
    tree: &'t Tree,
    survey: &'t Survey,
    headline: Option<NodeIndex>,
}

impl Finder<'_> {
    fn story(&self, index: NodeIndex) -> u32 {
        self.survey.story(self.tree, index)
    }

    fn root(&self) -> NodeIndex {
        if let Some(root) = self.declared_body().or_else(|| self.main_article()) {
            return self.descend(root, 95);
        }
        let main = self.outermost(|tag, marks| tag == Tag::Main || marks.any(Marks::MAIN));
        let top = main.into_iter().max_by_key(|&index| self.story(index)).filter(|&main| self.story(main) * 2 > self.story(0));
        self.descend(top.unwrap_or(0), 80)
    }

    /// Elements that fulfil `test` and stand in no other that does, with running text in them.
    fn outermost(&self, test: impl Fn(Tag, Marks) -> bool) -> Vec<NodeIndex> {
        let mut found: Vec<NodeIndex> = Vec::new();
        for (index, node) in self.tree.nodes().iter().enumerate() {
            let index = index as NodeIndex;
            if let Content::Element(element) = &node.content
                && test(element.tag, element.marks)
                && self.story(index) > 0
                && !found.last().is_some_and(|&last| self.tree.holds(last, index))
            {
                found.push(index);
            }
        }
        found
    }

    /// The body as `itemprop` names it. A body in parts is what holds the parts.
    fn declared_body(&self) -> Option<NodeIndex> {
        let bodies = self.outermost(|_, marks| marks.any(Marks::BODY));
        let first = *bodies.first()?;
        let all: u32 = bodies.iter().map(|&body| self.story(body)).sum();
        let around = bodies.iter().fold(first, |around, &body| self.common(around, body));
        let root = if self.story(around) * 10 <= all * 13 { around } else { bodies.into_iter().max_by_key(|&body| self.story(body))? };
        (self.story(root) >= LEAST_TEXT && self.story(root) * 4 > self.story(0)).then(|| self.widen(root))
    }

    /// The one article among those of the page: it holds the headline, or more text than all others together.
    fn main_article(&self) -> Option<NodeIndex> {
        let articles = self.outermost(|tag, marks| tag == Tag::Article || marks.any(Marks::ARTICLE));
        let all: u32 = articles.iter().map(|&article| self.story(article)).sum();
        let with_headline = articles
            .iter()
            .copied()
            .find(|&article| self.headline.is_some_and(|headline| self.tree.holds(article, headline)) && self.story(article) >= LEAST_TEXT);
        let largest = articles.into_iter().max_by_key(|&article| self.story(article))?;
        let chosen = with_headline.unwrap_or(largest);
        let dominant = self.story(chosen) * 2 > all && self.story(chosen) * 5 > self.story(0) * 2;
        (self.story(chosen) >= LEAST_TEXT && (with_headline.is_some() || dominant)).then_some(chosen)
    }

    /// Goes up while that adds a little: a first paragraph that stands before the marked body.
    fn widen(&self, mut root: NodeIndex) -> NodeIndex {
        loop {
            let parent = self.tree.parent(root);
            let stop = self.tree.element(parent).is_none_or(|element| matches!(element.tag, Tag::Body | Tag::Main));
            if parent == root || stop || self.story(parent) * 4 > self.story(root) * 5 {
                return root;
            }
            root = parent;
        }
    }

    /// Goes down while one child holds `share` per cent of the running text, or half of it and the name of a body.
    fn descend(&self, mut root: NodeIndex, share: u32) -> NodeIndex {
        loop {
            let whole = self.story(root);
            let mut child = root + 1;
            let mut next = None;
            while child < self.tree.end(root) {
                if let Some(element) = self.tree.element(child) {
                    let part = self.story(child);
                    let likely = element.marks.any(Marks::LIKELY.with(Marks::BODY));
                    if element.tag.is_block() && part * 100 >= whole * if likely { 60 } else { share } && part > 0 {
                        next = Some(child);
                    }
                }
                child = self.tree.end(child);
            }
            match next {
                // Not into the one long paragraph of a story; into the one cell that holds it, text bare between breaks.
                Some(child) if self.survey.blocks(self.tree, child) > 1 || self.survey.own(child) == 0 || self.is_cell(child) => {
                    root = child
                }
                _ => return root,
            }
        }
    }

    fn is_cell(&self, index: NodeIndex) -> bool {
        self.tree.element(index).is_some_and(|element| element.tag == Tag::Cell)
    }

    fn common(&self, mut a: NodeIndex, b: NodeIndex) -> NodeIndex {
        while !self.tree.holds(a, b) && self.tree.parent(a) != a {
            a = self.tree.parent(a);
        }
        a
    }

    /// Paragraphs between the headline and the root, where they are fewer than the story's own.
    fn leads(&self, root: NodeIndex) -> Vec<NodeIndex> {
        let Some(headline) = self.headline.filter(|&headline| headline < root && !self.tree.holds(root, headline)) else {
            return Vec::new();
        };
        let leads: Vec<NodeIndex> = (self.tree.end(headline)..root)
            .filter(|&index| self.survey.own(index) > 0 && self.tree.element(index).is_some_and(is_lead))
            .collect();
        let length: u32 = leads.iter().map(|&lead| self.survey.own(lead)).sum();
        if length * 2 <= self.story(root) { leads } else { Vec::new() }
    }

    fn gate(&self, root: NodeIndex) -> Result<(), NotAnArticle> {
        let characters = self.story(root);
        let (any, links) = self.survey.texts(self.tree, root);
        if any == 0 {
            return Err(NotAnArticle::NoText);
        }
        if characters < LEAST_TEXT {
            return Err(NotAnArticle::TooLittleText { characters });
        }
        let blocks = self.survey.blocks(self.tree, root).max(1);
        let short = characters / blocks < 160;
        let linked = links * 2 > characters;
        let teasers = self.outermost(|tag, marks| tag == Tag::Article || marks.any(Marks::ARTICLE)).len() > 3;
        if short && linked || short && teasers && self.headline.is_none() { Err(NotAnArticle::Teasers) } else { Ok(()) }
    }
}

/// Whether running text in this element is a paragraph, a standfirst or the words under a picture.
fn is_lead(element: &Element) -> bool {
    matches!(element.tag, Tag::Paragraph | Tag::Heading | Tag::Caption) || element.marks.any(Marks::CAPTION)
}

/// The headline among the nodes of `range`: the `h1`, or what carries the page's title.
fn headline(tree: &Tree, range: Range<NodeIndex>) -> Option<NodeIndex> {
    let titles: Vec<String> = tree
        .declarations()
        .iter()
        .filter_map(|declaration| match declaration {
            Declaration::Meta(name, content) if matches!(name.as_str(), "og:title" | "twitter:title") => Some(letters(content)),
            Declaration::Title(title) => Some(letters(title)),
            _ => None,
        })
        .filter(|title| !title.is_empty())
        .collect();
    let mut best: Option<(u32, NodeIndex)> = None;
    let candidates = range.filter_map(|index| {
        let element = tree.element(index)?;
        let named = element.marks.any(Marks::HEADLINE);
        let candidate = matches!(element.tag, Tag::Title | Tag::Heading) || named;
        (candidate && !element.marks.any(Marks::HIDDEN)).then_some((index, element.tag, named))
    });
    for (index, tag, named) in candidates.take(HEADLINES) {
        let words = letters(&tree.words(index, 400));
        // A heading that the page never closed holds the whole story.
        if words.len() < 8 || words.chars().count() > LONGEST_HEADLINE {
            continue;
        }
        let matches = titles
            .iter()
            .any(|title| words.len() >= 12 && title.contains(&words) || title.len() >= 12 && words.starts_with(title.as_str()));
        let score = 4 * u32::from(matches) + 2 * u32::from(tag == Tag::Title) + u32::from(named);
        if (matches || tag == Tag::Title) && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, index));
        }
    }
    best.map(|(_, index)| index)
}

/// Letters and digits in lower case: the same title with other quotes and dashes is the same.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(400).collect()
}
