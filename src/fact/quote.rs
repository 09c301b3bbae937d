//! Who said what.

use super::{Confidence, EntityId};
use crate::text::ByteSpan;

/// How words are quoted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum QuoteForm {
    /// Whole sentences in quotation marks.
    Direct,
    /// Some words in quotation marks inside a sentence of the article's.
    Partial,
    /// Reported without quotation marks, or with a partial quote inside, which is then a quote of its own.
    Indirect,
}

/// Words that somebody said.
#[derive(Clone, PartialEq, Debug)]
pub struct Quote {
    /// The words, without quotation marks.
    pub span: ByteSpan,
    /// How they are quoted.
    pub form: QuoteForm,
    /// The words that name the speaker: a name, a role or a pronoun.
    pub speaker_span: Option<ByteSpan>,
    /// The speaker, where the article names one.
    pub speaker: Option<EntityId>,
    /// The verb or phrase of speech: "said", "according to".
    pub verb: Option<ByteSpan>,
    /// Index of the quote whose words go on in this one: the second part of a quotation that the attribution
    /// interrupts ("…," she said. "…"), or the next paragraph of a long one.
    pub continues: Option<usize>,
    /// Name of the rule.
    pub rule: &'static str,
    /// How sure.
    pub confidence: Confidence,
}
