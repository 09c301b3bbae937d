//! The fact model: what an analysis says, as plain data. `ByteSpan`s count bytes of the article's text.
//!
//! Conventions for values follow the records kept by casualty recorders: bounds stay open where the wording leaves
//! them open, a qualifier is never lost, effects are never added up.

mod casualty;
mod entity;
mod quantity;
mod quote;
mod time;

pub use casualty::{
    Actor, Attribution, CasualtyFigure, Effect, EventPlace, EventTime, Origin, Outcome, OutcomeKind, Scope, SourceKind, Status,
    VictimGroup, VictimStatus,
};
pub use entity::{Entity, EntityId, EntityKind, Identifier, Mention, MentionForm, NameMention, PlaceFact, PlacePrecision, Role};
pub use quantity::{Change, Modifier, Number, NumberForm, Quantity, UnitKind};
pub use quote::{Quote, QuoteForm};
pub use time::{Anchor, AnchorSource, Interval, Precision, TimeAnchor, TimeExpression, TimeKind, TimeModifier};

use crate::text::ByteSpan;

/// How sure a rule is of its reading.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Confidence {
    /// A guess worth showing as one.
    Low,
    /// Usually right.
    #[default]
    Medium,
    /// The wording leaves little doubt.
    High,
}

/// Whether the text was read at all.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reading {
    /// English, and analysed.
    Analysed,
    /// No words to read.
    Empty,
    /// Another language: nothing is tagged. A BCP 47 tag where it is known.
    OtherLanguage(Option<String>),
}

/// Everything found in one article.
#[derive(Clone, PartialEq, Debug)]
pub struct Analysis {
    /// Whether the text was read.
    pub reading: Reading,
    /// The date that relative dates are counted from.
    pub anchor: Anchor,
    /// Casualty figures in text order.
    pub figures: Vec<CasualtyFigure>,
    /// Other quantities in text order.
    pub quantities: Vec<Quantity>,
    /// Dates, times, durations and sets in text order.
    pub times: Vec<TimeExpression>,
    /// People, organisations, places and nationalities, each once, by first mention. An [`EntityId`] indexes this.
    pub entities: Vec<Entity>,
    /// Quotes in text order.
    pub quotes: Vec<Quote>,
    /// The sentences of the article, for showing evidence.
    pub sentences: Vec<ByteSpan>,
}

impl Analysis {
    /// An analysis that found nothing.
    pub fn empty(reading: Reading) -> Self {
        Self {
            reading,
            anchor: Anchor::default(),
            figures: Vec::new(),
            quantities: Vec::new(),
            times: Vec::new(),
            entities: Vec::new(),
            quotes: Vec::new(),
            sentences: Vec::new(),
        }
    }

    /// The sentence around a span; the span itself where no sentence holds it.
    pub fn sentence_of(&self, span: ByteSpan) -> ByteSpan {
        let at = self.sentences.partition_point(|sentence| sentence.end() <= span.start());
        self.sentences.get(at).copied().filter(|sentence| sentence.contains(span)).unwrap_or(span)
    }
}
