//! The sentence that a figure stands in, in which tokens are found sooner than in the whole text.

use crate::fact::CasualtyFigure;
use crate::lexicon::Reading;
use crate::text::{ByteSpan, Token, TokenSpan};

/// Where a figure stands.
pub(super) struct Site<'a> {
    reading: &'a Reading,
    /// Number of its sentence.
    pub sentence: usize,
    /// Number of the block.
    pub block: u32,
    /// The bytes of the sentence.
    pub span: ByteSpan,
    /// The tokens of the sentence.
    pub tokens: TokenSpan,
    /// Token of the word of harm.
    pub trigger: usize,
}

impl<'a> Site<'a> {
    /// Where `figure` stands.
    pub fn of(reading: &'a Reading, figure: &CasualtyFigure) -> Self {
        let sentences = reading.sentences();
        let sentence = sentences.partition_point(|sentence| sentence.span.end() <= figure.span.start());
        let (span, tokens, block) = sentences.get(sentence).map(|found| (found.span, found.tokens, found.block)).unwrap_or_default();
        let site = Self { reading, sentence, block, span, tokens, trigger: 0 };
        Self { trigger: site.token_at(figure.trigger.start()), ..site }
    }

    /// The first token of the sentence.
    pub fn first(&self) -> usize {
        self.tokens.first as usize
    }

    /// Index of the first token of the text that ends behind byte `byte`.
    pub fn token_at(&self, byte: usize) -> usize {
        self.reading.document().token_near(self.tokens, byte)
    }

    /// The tokens of the text that `span` touches.
    pub fn tokens_in(&self, span: ByteSpan) -> TokenSpan {
        if !self.span.contains(span) {
            return self.reading.document().tokens_in(span);
        }
        let end = self.first() + self.own().partition_point(|token| token.span.start() < span.end());
        TokenSpan::new(self.token_at(span.start()), end)
    }

    fn own(&self) -> &'a [Token] {
        self.reading.document().tokens().get(self.tokens.range()).unwrap_or_default()
    }
}
