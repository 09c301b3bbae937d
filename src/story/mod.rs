//! The document level: who is who, one figure told twice, figures that differ, where and when things happened.

mod cast;
mod circumstance;
mod place;
mod reference;
mod role;
mod speaker;
#[cfg(test)]
mod tests;
mod toll;

use cast::Cast;
use circumstance::Circumstances;
use speaker::Mentions;

use crate::fact::{Analysis, Anchor, CasualtyFigure, NameMention, Quantity, Quote, Reading as Verdict, TimeExpression};
use crate::lexicon::Reading;
use crate::text::{TokenKind, language};

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
pub fn tell(reading: &Reading, anchor: Anchor, mut findings: Findings) -> Analysis {
    let mut cast = Cast::of(reading, &findings.names);
    let datelines = place::datelines(reading, &findings.names);
    place::locate(reading, &findings.names, &datelines, &mut cast);
    let offices = role::assign(reading, &findings.names, &mut cast);
    reference::resolve(reading, &findings.names, &findings.quotes, &offices, &mut cast);
    let mentions = Mentions::of(&cast);
    speaker::speakers(reading, &mut findings.quotes, &mentions, &cast);
    speaker::first_persons(reading, &findings.quotes, &mut cast);
    cast.settle();
    let circumstances = Circumstances {
        reading,
        names: &findings.names,
        datelines: &datelines,
        times: &findings.times,
        anchor,
        quotes: &findings.quotes,
        cast: &cast,
    };
    circumstances.fill(&mut findings.figures, &mentions);
    toll::link(reading, &mut findings.figures);
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

/// Whether the text is one to analyse: it has words, and they are English as far as can be told.
pub fn verdict(reading: &Reading) -> Verdict {
    let document = reading.document();
    if !document.tokens().iter().any(|token| token.kind == TokenKind::Word) {
        return Verdict::Empty;
    }
    let named = document.article().language.as_deref().and_then(|tag| tag.split(['-', '_']).next()).map(str::to_ascii_lowercase);
    // What the words show counts more than what the page says.
    match language::detect(document.text()).map(str::to_owned).or(named) {
        Some(found) if found != "en" && !found.is_empty() => Verdict::OtherLanguage(Some(found)),
        _ => Verdict::Analysed,
    }
}
