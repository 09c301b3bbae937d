//! What the card shows: one article with its analysis, its tags, and where its words stand on the page.

use std::rc::Rc;

use super::tags::{Tag, tags};
use crate::fact::Analysis;
use crate::page::TextMap;
use crate::text::Article;

/// One reading of one article.
pub struct Facts {
    /// The text that the spans count in.
    pub article: Article,
    /// What was found.
    pub analysis: Analysis,
    /// The tags by start.
    pub tags: Vec<Tag>,
    /// The way back to the page.
    pub map: Rc<TextMap>,
}

impl Facts {
    /// Facts of an article read from a page.
    pub fn new(article: Article, analysis: Analysis, map: Rc<TextMap>) -> Self {
        let tags = tags(&analysis);
        Self { article, analysis, tags, map }
    }
}
