//! What the card shows: one article with its analysis, its tags, and where its words stand on the page.

use std::rc::Rc;

use super::hierarchy::Hierarchy;
use super::tags::{Tag, tags};
use crate::fact::Analysis;
use crate::page::TextMap;
use crate::text::Article;

/// One reading of one article.
pub struct Facts {
    /// The text that the spans count in.
    pub article: Rc<Article>,
    /// What was found.
    pub analysis: Rc<Analysis>,
    /// The tags by start.
    pub tags: Vec<Tag>,
    /// Which figures stand under which.
    pub hierarchy: Hierarchy,
    /// The way back to the page.
    pub map: Rc<TextMap>,
}

impl Facts {
    /// Facts of an article read from a page.
    pub fn new(article: Rc<Article>, analysis: Rc<Analysis>, map: Rc<TextMap>) -> Self {
        let (tags, hierarchy) = (tags(&analysis), Hierarchy::of(&analysis));
        Self { article, analysis, tags, hierarchy, map }
    }
}
