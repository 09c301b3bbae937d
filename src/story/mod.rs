//! The document level: who is who, one figure told twice, figures that differ, where and when things happened.

mod cast;
mod place;

use cast::Cast;

use crate::fact::{Analysis, Anchor, CasualtyFigure, NameMention, Quantity, Quote, Reading as Verdict, TimeExpression};
use crate::lexicon::Reading;

/// The mentions that the taggers found, in text order each.
#[derive(Default)]
pub struct Findings {
    /// Names.
    pub names: Vec<NameMention>,
    /// Temporal expressions, resolved.
    pub times: Vec<TimeExpression>,
    /// Casualty figures of sentences.
    pub figures: Vec<CasualtyFigure>,
    /// Other quantities.
    pub quantities: Vec<Quantity>,
    /// Quotes without speaker entities.
    pub quotes: Vec<Quote>,
}

/// Puts the mentions of one article together.
pub fn tell(reading: &Reading, anchor: Anchor, findings: Findings) -> Analysis {
    let mut cast = Cast::of(reading, &findings.names);
    let datelines = place::datelines(reading, &findings.names);
    place::locate(reading, &findings.names, &datelines, &mut cast);
    Analysis {
        anchor,
        entities: cast.entities,
        figures: findings.figures,
        quantities: findings.quantities,
        times: findings.times,
        quotes: findings.quotes,
        sentences: reading.sentences().iter().map(|sentence| sentence.span).collect(),
        ..Analysis::empty(Verdict::Analysed)
    }
}
