//! The order of the rooms: one article through all taggers, in slices.

use std::ops::Range;

use crate::casualty::Clues;
use crate::fact::{Analysis, Anchor, Number, Reading as Verdict};
use crate::lexicon::Reading;
use crate::story::{Findings, Teller};
use crate::text::{Article, ByteSpan, Sentence};
use crate::{casualty, knowledge, lexicon, name, number, quote, story, time};

/// Reads the whole article at once.
pub fn analyze(article: &Article) -> Analysis {
    let mut analyzer = Analyzer::new(article.clone());
    while analyzer.advance(usize::MAX) {}
    analyzer.finish().1
}

/// What is done next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stage {
    /// Decoding what the crate knows, one of [`PREPARATIONS`] a call.
    Prepare,
    /// Cutting tokens and sentences.
    Cut,
    /// Numbers, temporal expressions, first pass of names.
    Mentions,
    /// Values of temporal expressions.
    Times,
    /// Second pass of names.
    Names,
    /// Figures and quotes.
    Figures,
    /// Putting the mentions together.
    Story,
    /// All is read.
    Done,
}

/// A preparation counts as so many bytes of text: more than a slice asks for.
const PREPARATION: usize = 1 << 20;

/// So many bytes are cut into tokens while one is read.
const CUTTING: usize = 8;

/// Resolving a temporal expression takes as long as reading so many bytes.
const RESOLVING: usize = 32;

/// What the first analysis has to decode. Each takes some 10 ms in code that a browser has not yet optimised: a slice of its own.
const PREPARATIONS: [fn(); 3] = [lexicon::prepare, knowledge::prepare, || {
    knowledge::model();
}];

/// An analysis in slices, so that a page stays responsive while a long text is read.
pub struct Analyzer {
    reading: Reading,
    stage: Stage,
    verdict: Verdict,
    /// The next sentence of the stage.
    next: usize,
    names: name::Tagger,
    numbers: Vec<Number>,
    times: Vec<time::Candidate>,
    layout: time::Layout,
    anchor: Anchor,
    resolution: time::Resolution,
    quotes: quote::Tagger,
    findings: Findings,
    teller: Option<Teller>,
}

impl Analyzer {
    /// Takes the article and reads nothing yet.
    pub fn new(article: Article) -> Self {
        Self {
            reading: Reading::begin(article),
            stage: Stage::Prepare,
            verdict: Verdict::Analysed,
            next: 0,
            names: name::Tagger::default(),
            numbers: Vec::new(),
            times: Vec::new(),
            layout: time::Layout::default(),
            anchor: Anchor::default(),
            resolution: time::Resolution::default(),
            quotes: quote::Tagger::default(),
            findings: Findings::default(),
            teller: None,
        }
    }

    /// Works on about `bytes` more of the text, counting each stage. Returns whether work is left.
    pub fn advance(&mut self, bytes: usize) -> bool {
        let mut spent = 0;
        while spent < bytes && self.stage != Stage::Done {
            if self.stage == Stage::Prepare {
                PREPARATIONS[self.next]();
                self.next += 1;
                if self.next == PREPARATIONS.len() {
                    self.enter(Stage::Cut);
                }
                // The whole of a slice, but for `advance(usize::MAX)`, which does all.
                spent = spent.saturating_add(PREPARATION);
                continue;
            }
            if self.stage == Stage::Cut {
                if self.reading.advance((bytes - spent).saturating_mul(CUTTING)) {
                    return true;
                }
                self.verdict = story::verdict(&self.reading);
                self.enter(if self.verdict == Verdict::Analysed { Stage::Mentions } else { Stage::Done });
                // Half a call is left for the next stage.
                spent = bytes / 2;
                continue;
            }
            if self.stage == Stage::Times {
                if !self.resolution.advance(&self.reading, &self.times, &mut self.findings.times) {
                    self.enter(Stage::Names);
                }
                spent = spent.saturating_add(RESOLVING);
                continue;
            }
            if self.stage == Stage::Story {
                if self.teller.as_mut().is_some_and(|teller| teller.advance(&self.reading, bytes - spent)) {
                    return true;
                }
                self.enter(Stage::Done);
                continue;
            }
            let Some(sentence) = self.reading.sentences().get(self.next).copied() else {
                self.enter(match self.stage {
                    Stage::Mentions => Stage::Times,
                    Stage::Names => Stage::Figures,
                    _ => Stage::Story,
                });
                continue;
            };
            self.read(&sentence);
            self.next += 1;
            spent = spent.saturating_add(sentence.span.len());
        }
        self.stage != Stage::Done
    }

    fn enter(&mut self, stage: Stage) {
        if stage == Stage::Times {
            self.anchor = time::anchor(&self.reading, &self.layout, &self.times);
            self.resolution = time::Resolution::begin(&self.anchor, &self.times);
        }
        if stage == Stage::Story {
            self.teller = Some(Teller::new(self.anchor, std::mem::take(&mut self.findings)));
        }
        self.stage = stage;
        self.next = 0;
    }

    fn read(&mut self, sentence: &Sentence) {
        let Self { reading, names, numbers, times, layout, quotes, findings, .. } = self;
        match self.stage {
            Stage::Mentions => {
                number::tag(reading, sentence, numbers);
                time::tag(reading, self.next, times);
                layout.read(reading, sentence);
                names.read(reading, self.next);
            }
            Stage::Names => names.tag(reading, self.next, &mut findings.names),
            Stage::Figures => {
                let clues = Clues {
                    numbers: &numbers[within(numbers, sentence.span, |number| number.span)],
                    times: &findings.times[within(&findings.times, sentence.span, |time| time.span)],
                    names: &findings.names[within(&findings.names, sentence.span, |name| name.span)],
                };
                let first = findings.figures.len();
                let beside = casualty::tag(reading, self.next, &clues, &mut findings.figures);
                let figures = &findings.figures[first..];
                let around = number::Around { numbers: clues.numbers, times: clues.times, names: clues.names, figures, beside: &beside };
                number::quantities(reading, sentence, &around, &mut findings.quantities);
                quotes.tag(reading, self.next, &findings.names, &mut findings.quotes);
            }
            Stage::Prepare | Stage::Cut | Stage::Times | Stage::Story | Stage::Done => {}
        }
    }

    /// Puts everything together. The article comes back with its analysis.
    pub fn finish(mut self) -> (Article, Analysis) {
        while self.advance(usize::MAX) {}
        let analysis = match self.teller {
            Some(teller) => teller.finish(&self.reading),
            None => Analysis::empty(self.verdict),
        };
        (self.reading.into_article(), analysis)
    }
}

/// The items of a list in text order that lie in `span`.
fn within<T>(items: &[T], span: ByteSpan, of: impl Fn(&T) -> ByteSpan) -> Range<usize> {
    let first = items.partition_point(|item| of(item).start() < span.start());
    let end = items.partition_point(|item| of(item).start() < span.end());
    first..end.max(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_does_no_more_than_it_is_asked_for_at_any_stage() {
        const SLICE: usize = 512;
        let told = "LIMA (Agency) — At least 12 people were killed on Monday in Peru, Ana Silva said. “We left,” she added.\n\n";
        let mut analyzer = Analyzer::new(Article::from_text(told.repeat(1000)));
        let mut slices: Vec<(Stage, usize)> = Vec::new();
        loop {
            let stage = analyzer.stage;
            match slices.last_mut() {
                Some((last, count)) if *last == stage => *count += 1,
                _ => slices.push((stage, 1)),
            }
            if !analyzer.advance(SLICE) {
                break;
            }
        }
        let (_, analysis) = analyzer.finish();
        assert_eq!(analysis.figures.len(), 1000);
        let least = |stage: Stage| match stage {
            Stage::Prepare => PREPARATIONS.len(),
            Stage::Cut => told.len() * 1000 / (SLICE * CUTTING),
            Stage::Times => 1000 * RESOLVING / SLICE,
            Stage::Story => 1000 * 50 / SLICE,
            _ => told.len() * 1000 / SLICE,
        };
        for (stage, count) in slices {
            // A slice ends behind the block, sentence or item that it began, so a few less will do.
            assert!(count * 4 >= least(stage) * 3, "{stage:?} took {count} slices of about {}", least(stage));
        }
    }
}
