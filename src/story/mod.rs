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
use role::Offices;
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

/// Puts the mentions of one article together, a step at a time: each goes once over the whole article, so that a long one is not told
/// in a single breath.
pub struct Teller {
    /// The next of [`STEPS`].
    next: usize,
    anchor: Anchor,
    findings: Findings,
    cast: Cast,
    datelines: Vec<bool>,
    offices: Offices,
    mentions: Mentions,
}

type Step = fn(&mut Teller, &Reading);

/// In order: each uses what those before it found.
const STEPS: [Step; 8] = [
    |teller, reading| teller.cast = Cast::of(reading, &teller.findings.names),
    |teller, reading| {
        teller.datelines = place::datelines(reading, &teller.findings.names);
        place::locate(reading, &teller.findings.names, &teller.datelines, &mut teller.cast);
    },
    |teller, reading| teller.offices = role::assign(reading, &teller.findings.names, &mut teller.cast),
    |teller, reading| {
        reference::resolve(reading, &teller.findings.names, &teller.findings.quotes, &teller.offices, &mut teller.cast);
        teller.mentions = Mentions::of(&teller.cast);
    },
    |teller, reading| speaker::speakers(reading, &mut teller.findings.quotes, &teller.mentions, &teller.cast),
    |teller, reading| {
        speaker::first_persons(reading, &teller.findings.quotes, &mut teller.cast);
        teller.cast.settle();
    },
    |teller, reading| {
        let Findings { names, times, figures, quotes, .. } = &mut teller.findings;
        Circumstances { reading, names, datelines: &teller.datelines, times, anchor: teller.anchor, quotes, cast: &teller.cast }
            .fill(figures, &teller.mentions);
    },
    |teller, reading| toll::link(reading, &mut teller.findings.figures),
];

impl Teller {
    /// Takes the mentions and does nothing yet.
    pub fn new(anchor: Anchor, findings: Findings) -> Self {
        let (cast, datelines, offices, mentions) = Default::default();
        Self { next: 0, anchor, findings, cast, datelines, offices, mentions }
    }

    /// Takes one step. Returns whether any are left.
    pub fn advance(&mut self, reading: &Reading) -> bool {
        if let Some(step) = STEPS.get(self.next) {
            step(self, reading);
            self.next += 1;
        }
        self.next < STEPS.len()
    }

    /// Takes what steps are left and hands the analysis over.
    pub fn finish(mut self, reading: &Reading) -> Analysis {
        while self.advance(reading) {}
        Analysis {
            anchor: self.anchor,
            entities: self.cast.entities,
            figures: self.findings.figures,
            quantities: self.findings.quantities,
            times: self.findings.times,
            quotes: self.findings.quotes,
            sentences: reading.sentences().iter().map(|sentence| sentence.span).collect(),
            ..Analysis::empty(Verdict::Analysed)
        }
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
