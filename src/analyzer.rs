//! The order of the rooms: one article through all taggers, in slices.

use std::ops::Range;

use crate::casualty::Clues;
use crate::fact::{Analysis, Anchor, Number, Reading as Verdict};
use crate::lexicon::Reading;
use crate::story::Findings;
use crate::text::{Article, ByteSpan, Sentence};
use crate::{casualty, name, number, quote, story, time};

/// Reads the whole article at once.
pub fn analyze(article: &Article) -> Analysis {
    let mut analyzer = Analyzer::new(article.clone());
    while analyzer.advance(usize::MAX) {}
    analyzer.finish().1
}

/// What is done next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stage {
    /// Cutting tokens and sentences.
    Cut,
    /// Numbers, temporal expressions, first pass of names.
    Mentions,
    /// Second pass of names.
    Names,
    /// Figures and quotes.
    Figures,
    /// All sentences are read.
    Done,
}

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
    anchor: Anchor,
    quotes: quote::Tagger,
    findings: Findings,
}

impl Analyzer {
    /// Takes the article and reads nothing yet.
    pub fn new(article: Article) -> Self {
        Self {
            reading: Reading::begin(article),
            stage: Stage::Cut,
            verdict: Verdict::Analysed,
            next: 0,
            names: name::Tagger::default(),
            numbers: Vec::new(),
            times: Vec::new(),
            anchor: Anchor::default(),
            quotes: quote::Tagger::default(),
            findings: Findings::default(),
        }
    }

    /// Works on about `bytes` more of the text, counting each stage. Returns whether work is left.
    pub fn advance(&mut self, bytes: usize) -> bool {
        let mut spent = 0;
        while spent < bytes && self.stage != Stage::Done {
            if self.stage == Stage::Cut {
                if !self.reading.advance(bytes - spent) {
                    self.verdict = story::verdict(&self.reading);
                    self.enter(if self.verdict == Verdict::Analysed { Stage::Mentions } else { Stage::Done });
                }
                // Cutting is fast: a slice of it and a slice of the next stage fit one call.
                spent = bytes / 2;
                continue;
            }
            let Some(sentence) = self.reading.sentences().get(self.next).copied() else {
                self.enter(match self.stage {
                    Stage::Mentions => Stage::Names,
                    Stage::Names => Stage::Figures,
                    _ => Stage::Done,
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
        if stage == Stage::Names {
            self.anchor = time::anchor(&self.reading, &self.times);
            self.findings.times = time::resolve(&self.reading, &self.anchor, &self.times);
        }
        self.stage = stage;
        self.next = 0;
    }

    fn read(&mut self, sentence: &Sentence) {
        let Self { reading, names, numbers, times, quotes, findings, .. } = self;
        match self.stage {
            Stage::Mentions => {
                let first = numbers.len();
                number::tag(reading, sentence, numbers);
                time::tag(reading, self.next, &numbers[first..], times);
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
                casualty::tag(reading, self.next, &clues, &mut findings.figures);
                number::quantities(reading, sentence, clues.numbers, clues.times, &findings.figures[first..], &mut findings.quantities);
                quotes.tag(reading, self.next, &findings.names, &mut findings.quotes);
            }
            Stage::Cut | Stage::Done => {}
        }
    }

    /// Puts everything together. The article comes back with its analysis.
    pub fn finish(mut self) -> (Article, Analysis) {
        while self.advance(usize::MAX) {}
        if self.verdict != Verdict::Analysed {
            return (self.reading.into_article(), Analysis::empty(self.verdict));
        }
        let analysis = story::tell(&self.reading, self.anchor, self.findings);
        (self.reading.into_article(), analysis)
    }
}

/// The items of a list in text order that lie in `span`.
fn within<T>(items: &[T], span: ByteSpan, of: impl Fn(&T) -> ByteSpan) -> Range<usize> {
    let first = items.partition_point(|item| of(item).start() < span.start());
    let end = items.partition_point(|item| of(item).start() < span.end());
    first..end.max(first)
}
