//! The article cut into tokens and sentences.

use super::{Article, BlockKind, ByteSpan, Sentence, Shape, Token, TokenKind, TokenSpan, sentence, token};

/// Tokens of a dateline.
const DATELINE: usize = 16;

/// Words of names that are written without a capital.
const PARTICLES: &[&str] = &["of", "de", "al", "the", "and", "el", "la", "’s", "'s"];

/// An article with its tokens and sentences. Built block by block, so that long texts can be cut in slices.
pub struct Document {
    article: Article,
    /// The text with ASCII letters in lower case: the same length, so that every span fits both.
    folded: String,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    /// The dateline of each block that is cut; empty where it has none.
    datelines: Vec<TokenSpan>,
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
        Self { article, folded, tokens: Vec::new(), sentences: Vec::new(), datelines: Vec::new() }
    }

    /// Cuts further blocks, at least one and about `bytes` of text. Returns whether blocks are left.
    pub fn cut(&mut self, bytes: usize) -> bool {
        let mut spent = 0;
        while spent < bytes
            && let Some(block) = self.article.blocks.get(self.datelines.len())
        {
            let first = self.tokens.len();
            token::tokenize(&self.article.text, block.span, &mut self.tokens);
            sentence::split(&self.article.text, &self.tokens, first, self.datelines.len(), &mut self.sentences);
            spent += block.span.len().max(1);
            let dateline = if block.kind == BlockKind::Heading { None } else { self.dateline_at(first) };
            self.datelines.push(dateline.unwrap_or_default());
        }
        self.datelines.len() < self.article.blocks.len()
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

    /// The tokens of the dateline that block number `block` begins with, its dash included: "GENEVA, March 14 (Agency) —". What it
    /// names is where and when somebody wrote, not where and when anything happened.
    pub fn dateline(&self, block: usize) -> Option<TokenSpan> {
        self.datelines.get(block).copied().filter(|dateline| !dateline.is_empty())
    }

    /// The dateline that begins at token `first`.
    ///
    /// It is what stands before a dash, all names, numbers and marks, and it is told from other words before a dash by capital
    /// letters throughout its first word, by a bracket, or by the capital that begins the sentence behind the dash. Where it tells the
    /// day, a colon or the agency in brackets may end it.
    fn dateline_at(&self, first: usize) -> Option<TokenSpan> {
        let loud = self.tokens.get(first)?.shape.has(Shape::ALL_CAPS);
        let (mut bracket, mut open, mut dated) = (false, false, false);
        for at in first..self.tokens.len().min(first + DATELINE) {
            let token = self.tokens[at];
            let next = self.tokens.get(at + 1);
            let capital = next.is_some_and(|next| next.is_capitalised() || next.kind == TokenKind::Mark);
            match (token.kind, self.lower(at)) {
                (TokenKind::Mark, mark @ ("—" | "–" | "―" | "_" | "-" | "--")) => {
                    // "Al-Shabaab", "1914–1918": a part of a word.
                    let glued = !token.is_spaced() && next.is_some_and(|next| !next.is_spaced() && self.lower(at + 1) != mark);
                    if !glued || mark == "—" && (bracket || loud) {
                        let end = if self.lower(at + 1) == mark { at + 2 } else { at + 1 };
                        let begins = mark != "-" && self.tokens.get(end).is_some_and(|next| next.is_capitalised());
                        return (at > first && (loud || bracket || begins)).then(|| TokenSpan::new(first, end));
                    }
                }
                (TokenKind::Mark, "(") => (bracket, open) = (true, true),
                (TokenKind::Mark, ")") => {
                    open = false;
                    if loud && dated && capital && next.is_some_and(|next| next.kind == TokenKind::Word) {
                        return Some(TokenSpan::new(first, at + 1));
                    }
                }
                (TokenKind::Mark, ":") if loud && dated => return Some(TokenSpan::new(first, at + 1)),
                (TokenKind::Mark, "," | "." | "/" | ";" | "'" | "’") => {}
                (TokenKind::Number, _) => dated = true,
                (TokenKind::Word, word) if token.is_capitalised() || open || PARTICLES.contains(&word) => {}
                _ => return None,
            }
        }
        None
    }

    /// Whether words stand in a dateline.
    pub fn is_in_dateline(&self, span: ByteSpan) -> bool {
        let block = self.article.blocks.partition_point(|block| block.span.end() <= span.start());
        self.dateline(block).is_some_and(|dateline| span.end() <= self.span_of(dateline).end())
    }

    /// The first token of a sentence that is none of a dateline: `first` itself where no dateline stands before the sentence's words.
    pub fn behind_dateline(&self, first: usize) -> usize {
        let Some(token) = self.tokens.get(first) else { return first };
        let block = self.article.blocks.partition_point(|block| block.span.end() <= token.span.start());
        self.dateline(block).filter(|dateline| dateline.holds(first)).map_or(first, |dateline| dateline.end as usize)
    }

    /// Index of the first token that ends behind byte `byte`.
    pub fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.span.end() <= byte)
    }

    /// The same, looked for sooner where it stands among the tokens of `run`, as most often it does.
    pub fn token_near(&self, run: TokenSpan, byte: usize) -> usize {
        match self.tokens.get(run.range()) {
            Some(tokens @ [first, .., last]) if (first.span.start()..last.span.end()).contains(&byte) => {
                run.first as usize + tokens.partition_point(|token| token.span.end() <= byte)
            }
            _ => self.token_at(byte),
        }
    }

    /// The tokens that a byte span touches.
    pub fn tokens_in(&self, span: ByteSpan) -> TokenSpan {
        let first = self.token_at(span.start());
        let end = self.tokens.partition_point(|token| token.span.start() < span.end());
        TokenSpan::new(first, end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_ends_where_the_words_begin() {
        for (text, expected) in [
            ("GENEVA, March 14, 2016 (Agency) — Talks began.", "GENEVA, March 14, 2016 (Agency) —"),
            ("KABUL (Agency) - Talks began.", "KABUL (Agency) -"),
            ("SAN MARINO -- Talks began.", "SAN MARINO --"),
            ("OSLO _ Talks began.", "OSLO _"),
            ("Nairobi, Kenya – Talks began.", "Nairobi, Kenya –"),
            ("Lima (Agency) — Talks began.", "Lima (Agency) —"),
            ("RIGA, 3 May: Talks began.", "RIGA, 3 May:"),
            ("QUITO, April 5 (Agency) Talks began.", "QUITO, April 5 (Agency)"),
            ("Talks began in Geneva — at last.", ""),
            ("NATO: talks began.", ""),
            ("Al-Shabaab – which rules the town – has left.", ""),
            ("March 14, 2016: talks began.", ""),
            ("The Hague's court (ICC) met.", ""),
        ] {
            let document = Document::new(Article::from_text(text));
            let found = document.dateline(0).map_or("", |dateline| document.words(document.span_of(dateline)));
            assert_eq!(found, expected, "{text}");
            let behind = document.tokens()[document.behind_dateline(0)].span.start();
            assert_eq!(text[behind..].starts_with("Talks"), !expected.is_empty() || text.starts_with("Talks"), "{text}");
            assert!(!document.is_in_dateline(ByteSpan::new(text.len() - 4, text.len())), "{text}");
        }
    }
}
