//! A document with the lexical classes of each token.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::{Classes, en};
use crate::text::{Article, Document, Sentence, TokenKind};

/// A document whose tokens are looked up in the lexicon, once, as they are cut.
pub struct Reading {
    document: Document,
    classes: Vec<Classes>,
}

impl Reading {
    /// Reads the whole article.
    pub fn new(article: Article) -> Self {
        let mut reading = Self::begin(article);
        while reading.advance(usize::MAX) {}
        reading
    }

    /// Takes the article and reads nothing yet.
    pub fn begin(article: Article) -> Self {
        Self { document: Document::begin(article), classes: Vec::new() }
    }

    /// Reads about `bytes` more of the text. Returns whether some is left.
    pub fn advance(&mut self, bytes: usize) -> bool {
        let more = self.document.cut(bytes);
        let words = words();
        for index in self.classes.len()..self.document.tokens().len() {
            let class = match self.document.tokens()[index].kind {
                TokenKind::Word => words.get(self.document.lower(index)).copied().unwrap_or_default(),
                _ => Classes::NONE,
            };
            self.classes.push(class);
        }
        more
    }

    /// The document.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Gives the article back.
    pub fn into_article(self) -> Article {
        self.document.into_article()
    }

    /// The classes of token `index`; none where there is no such token.
    pub fn classes(&self, index: usize) -> Classes {
        self.classes.get(index).copied().unwrap_or_default()
    }

    /// Whether token `index` stands in a table of one of the classes.
    pub fn is(&self, index: usize, classes: Classes) -> bool {
        self.classes(index).any(classes)
    }

    /// Token `index` with ASCII letters in lower case; empty where there is none.
    pub fn lower(&self, index: usize) -> &str {
        self.document.lower(index)
    }

    /// Token `index` as written; empty where there is none.
    pub fn surface(&self, index: usize) -> &str {
        self.document.surface(index)
    }

    /// Whether the tokens from `index` on are these lower-case words.
    pub fn reads(&self, index: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.lower(index + offset) == *word)
    }

    /// The sentences.
    pub fn sentences(&self) -> &[Sentence] {
        self.document.sentences()
    }
}

/// Indexes the words of all tables now; they are indexed at first use otherwise.
pub fn prepare() {
    words();
}

/// All words of all tables.
fn words() -> &'static FxHashMap<&'static str, Classes> {
    static WORDS: OnceLock<FxHashMap<&'static str, Classes>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut all = FxHashMap::default();
        for table in en::TABLES {
            let class = table.class();
            table.visit(&mut |word| {
                let entry: &mut Classes = all.entry(word).or_default();
                *entry = entry.union(class);
            });
        }
        all
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_lower_case_and_stands_once_in_its_table() {
        for table in en::TABLES {
            let mut seen = std::collections::HashSet::new();
            table.visit(&mut |word| {
                assert_eq!(word, word.to_lowercase(), "in lower case");
                assert!(!word.is_empty() && seen.insert(word), "`{word}` stands twice");
            });
        }
    }
}
