//! The sentence that something stands in, in which tokens are found sooner than in the whole text.

use crate::lexicon::Reading;
use crate::text::{ByteSpan, Sentence, Token, TokenSpan};

/// A sentence that is searched before the text is.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    reading: &'a Reading,
    /// Number of the sentence.
    pub at: usize,
    /// The sentence.
    pub sentence: &'a Sentence,
}

impl<'a> Site<'a> {
    /// The sentence that `span` begins in.
    pub fn of(reading: &'a Reading, span: ByteSpan) -> Option<Self> {
        let sentences = reading.sentences();
        let at = sentences.partition_point(|sentence| sentence.span.end() <= span.start());
        Some(Self { reading, at, sentence: sentences.get(at)? })
    }

    /// The first token of the sentence.
    pub fn first(&self) -> usize {
        self.sentence.tokens.first as usize
    }

    /// Index of the first token of the text that ends behind byte `byte`.
    pub fn token_at(&self, byte: usize) -> usize {
        if !(self.sentence.span.start()..self.sentence.span.end()).contains(&byte) {
            return self.reading.document().token_at(byte);
        }
        self.first() + self.tokens().partition_point(|token| token.span.end() <= byte)
    }

    /// The tokens of the text that `span` touches.
    pub fn tokens_in(&self, span: ByteSpan) -> TokenSpan {
        if !self.sentence.span.contains(span) {
            return self.reading.document().tokens_in(span);
        }
        let end = self.first() + self.tokens().partition_point(|token| token.span.start() < span.end());
        TokenSpan::new(self.token_at(span.start()), end)
    }

    fn tokens(&self) -> &'a [Token] {
        self.reading.document().tokens().get(self.sentence.tokens.range()).unwrap_or_default()
    }
}
