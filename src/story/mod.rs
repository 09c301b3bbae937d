//! The document level: who is who, one figure told twice, figures that differ, where and when things happened.

mod cast;
mod circumstance;
mod main_place;
mod place;
mod reference;
mod role;
mod scene;
mod share;
mod site;
mod speaker;
mod spelling;
mod struck;
#[cfg(test)]
mod tests;
mod told;
mod toll;
mod value;

use cast::{Cast, Casting};
use circumstance::Circumstances;
use main_place::MainPlaces;
use place::{Datelines, Evidence};
use reference::Memory;
use role::Roles;
use scene::Scenes;
use share::Shared;
use site::Site;
use speaker::Mentions;
use spelling::Spellings;
use toll::Tolls;

use crate::fact::{Analysis, Anchor, CasualtyFigure, NameMention, Quantity, Quote, Reading as Verdict, TimeExpression};
use crate::lexicon::Reading;
use crate::text::{Pass, Progress, TokenKind, language, pass};

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

/// Puts the mentions of one article together, in passes over them of which each can stop anywhere.
#[derive(Default)]
pub struct Teller {
    progress: Progress,
    anchor: Anchor,
    findings: Findings,
    spellings: Spellings,
    casting: Casting,
    cast: Cast,
    datelines: Datelines,
    evidence: Evidence,
    roles: Roles,
    memory: Memory,
    mentions: Mentions,
    main: MainPlaces,
    scenes: Scenes,
    tolls: Tolls,
    shared: Shared,
}

/// In order: each uses what those before it found.
const PASSES: [Pass<Teller, Reading>; 22] = [
    pass(2, |teller, reading, name| teller.spellings.read(reading, &teller.findings.names, name)),
    pass(8, |teller, _, spelling| teller.spellings.index(spelling)),
    pass(4, |teller, reading, spelling| teller.spellings.join(reading, &teller.findings.names, spelling)),
    pass(2, |teller, _, spelling| teller.casting.index(&mut teller.spellings, spelling)),
    pass(2, |teller, reading, name| teller.casting.cast(reading, &teller.findings.names, &teller.spellings, name, &mut teller.cast)),
    pass(2, |teller, reading, entity| teller.casting.name(reading, &teller.findings.names, &teller.spellings, entity, &mut teller.cast)),
    pass(4, |teller, reading, sentence| {
        teller.evidence.read(reading, &teller.findings.names, sentence, &mut teller.datelines, &teller.cast)
    }),
    pass(8, |teller, _, entity| place::locate(&teller.evidence, entity, &mut teller.cast) && teller.main.note(entity, &teller.cast)),
    pass(2, |teller, reading, name| teller.roles.assign(reading, &teller.findings.names, name, &mut teller.cast)),
    pass(4, |teller, reading, sentence| {
        let Findings { names, quotes, .. } = &teller.findings;
        teller.memory.resolve(reading, sentence, names, quotes, &teller.roles.offices, &mut teller.cast)
    }),
    pass(1, |teller, reading, name| teller.main.count(reading, &teller.findings.names, name, &teller.datelines, &teller.cast)),
    pass(16, |teller, reading, sentence| {
        teller.scenes.read(reading, sentence, &teller.findings, teller.anchor, &teller.cast, &mut teller.main)
    }),
    pass(8, |teller, _, entity| teller.mentions.take(entity, &mut teller.cast)),
    pass(8, |teller, _, _| teller.mentions.sort()),
    pass(1, |teller, _, mention| teller.mentions.place(mention)),
    pass(4, |teller, reading, quote| teller.mentions.listen(reading, &mut teller.findings.quotes, quote, &teller.cast)),
    pass(8, |teller, _, _| teller.mentions.sort_spoken()),
    pass(1, |teller, _, _| teller.mentions.settle(&mut teller.cast)),
    pass(16, |teller, reading, figure| teller.place(reading, figure)),
    pass(16, |teller, reading, figure| {
        let Teller { mentions, cast, findings, tolls, .. } = teller;
        tolls.link(reading, &mut findings.figures, figure, |words| mentions.entity(reading, words, cast))
    }),
    pass(1, |teller, _, figure| teller.shared.note(&teller.findings.figures, figure)),
    pass(1, |teller, _, figure| teller.shared.hand_on(&mut teller.findings.figures, figure)),
];

impl Teller {
    /// Takes the mentions and does nothing yet.
    pub fn new(anchor: Anchor, findings: Findings) -> Self {
        Self { anchor, findings, ..Self::default() }
    }

    /// Goes on for as long as reading `bytes` bytes takes. Returns whether work is left.
    pub fn advance(&mut self, reading: &Reading, bytes: usize) -> bool {
        let mut progress = self.progress;
        let more = progress.advance(&PASSES, self, reading, bytes);
        self.progress = progress;
        more
    }

    /// Gives figure number `at`, if there is one, its entities, place and time, and notes what is told of it.
    fn place(&mut self, reading: &Reading, at: usize) -> bool {
        let Findings { names, figures, quotes, .. } = &mut self.findings;
        let Some(figure) = figures.get_mut(at) else { return false };
        let Self { cast, mentions, main, scenes, tolls, .. } = self;
        let site = Site::of(reading, figure);
        let circumstances = Circumstances { reading, names, anchor: self.anchor, quotes, cast, mentions, main, scenes };
        circumstances.fill(figure, &site);
        tolls.note(reading, figure, &site);
        true
    }

    /// Tells what is left and hands the analysis over.
    pub fn finish(mut self, reading: &Reading) -> Analysis {
        while self.advance(reading, usize::MAX) {}
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
