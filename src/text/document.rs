//! The article cut into tokens and sentences.

use super::{Article, ByteSpan, Sentence, Token, TokenKind, TokenSpan, sentence, token};

/// Tokens of a dateline.
const DATELINE: usize = 16;

/// An article with its tokens and sentences. Built block by block, so that long texts can be cut in slices.
pub struct Document {
    article: Article,
    /// The text with ASCII letters in lower case: the same length, so that every span fits both.
    folded: String,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    /// Blocks already cut.
    done: usize,
}

impl Document {
    /// Cuts the whole article.
    pub fn new(article: Article) -> Self {
        let mut document = Self::begin(article);
        while document.cut(usize::MAX) {}
        document
    }

    /// Takes the article and cuts nothing yet.
    pub fn begin(article: Article) -> Self {
        let folded = article.text.to_ascii_lowercase();
        Self { article, folded, tokens: Vec::new(), sentences: Vec::new(), done: 0 }
    }

    /// Cuts further blocks, at least one and about `bytes` of text. Returns whether blocks are left.
    pub fn cut(&mut self, bytes: usize) -> bool {
        let mut spent = 0;
        while spent < bytes
            && let Some(block) = self.article.blocks.get(self.done)
        {
            let first = self.tokens.len();
            token::tokenize(&self.article.text, block.span, &mut self.tokens);
            sentence::split(&self.article.text, &self.tokens, first, self.done, &mut self.sentences);
            spent += block.span.len().max(1);
            self.done += 1;
        }
        self.done < self.article.blocks.len()
    }

    /// The article it was made from.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// Gives the article back.
    pub fn into_article(self) -> Article {
        self.article
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.article.text
    }

    /// All tokens, in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// All sentences, in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The words of token `index` as written; empty where there is none.
    pub fn surface(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| token.span.of(&self.article.text))
    }

    /// The words of token `index` with ASCII letters in lower case; empty where there is none.
    pub fn lower(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| token.span.of(&self.folded))
    }

    /// The bytes from the first to the last of a run of tokens.
    pub fn span_of(&self, tokens: TokenSpan) -> ByteSpan {
        match (self.tokens.get(tokens.first as usize), self.tokens.get((tokens.end as usize).wrapping_sub(1))) {
            (Some(first), Some(last)) if !tokens.is_empty() => first.span.cover(last.span),
            _ => ByteSpan::default(),
        }
    }

    /// The words of a span as written.
    pub fn words(&self, span: ByteSpan) -> &str {
        span.of(&self.article.text)
    }

    /// Index of the sentence that holds token `index`.
    pub fn sentence_of(&self, index: usize) -> Option<usize> {
        let at = self.sentences.partition_point(|sentence| sentence.tokens.end as usize <= index);
        self.sentences.get(at).filter(|sentence| sentence.tokens.holds(index)).map(|_| at)
    }

    /// Whether words stand in a dateline: before the dash that the first words of a block, all with capitals, run up to, as in
    /// "GENEVA, March 14 (Agency) —". What it names is where and when somebody wrote, not where and when anything happened.
    pub fn is_in_dateline(&self, span: ByteSpan) -> bool {
        let blocks = &self.article.blocks;
        let block = blocks.partition_point(|block| block.span.end() <= span.start());
        let Some(first) = blocks.get(block).map(|block| self.token_at(block.span.start())) else { return false };
        let dash = (first..self.tokens.len().min(first + DATELINE)).find(|&at| matches!(self.surface(at), "—" | "–" | "--"));
        dash.and_then(|dash| self.tokens.get(first..dash)).is_some_and(|tokens| {
            let before = tokens.last().is_some_and(|last| span.end() <= last.span.end());
            before && tokens.iter().all(|token| token.kind != TokenKind::Word || token.is_capitalised())
        })
    }

    /// Index of the first token that ends behind byte `byte`.
    pub fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.span.end() <= byte)
    }

    /// The tokens that a byte span touches.
    pub fn tokens_in(&self, span: ByteSpan) -> TokenSpan {
        let first = self.token_at(span.start());
        let end = self.tokens.partition_point(|token| token.span.start() < span.end());
        TokenSpan::new(first, end)
    }
}
