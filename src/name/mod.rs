//! Names of people, organisations, places and peoples.
//!
//! A linear-chain model (see [`crate::knowledge`]) scores each token near a capital; what the document shows of the
//! same word elsewhere is added; the best sequence of labels gives spans; rules mend what is surely known better.

mod evidence;
mod features;
mod label;
mod rules;

#[cfg(test)]
mod tests;

pub use evidence::Evidence;
pub use features::{Extractor, Feature, word_hash};
pub use label::Label;

use crate::fact::NameMention;
use crate::knowledge::{self, Model, Scores};
use crate::lexicon::Reading;
use crate::text::{Sentence, TokenKind};

/// A token that the first pass has scored.
#[derive(Clone, Copy)]
struct Scored {
    token: u32,
    word: u32,
    shape: u8,
    /// Written with a capital.
    capital: bool,
    /// A capital stands right before it or behind it.
    company: bool,
    scores: Scores,
    /// These as probabilities, where it is written with a capital.
    probabilities: Scores,
}

/// Sums the weights of a token's features.
struct Summing<'m> {
    model: &'m Model,
    sum: knowledge::Sum,
}

impl features::Sink for Summing<'_> {
    #[inline]
    fn hashed(&mut self, hash: u32) {
        self.model.add(hash, &mut self.sum);
    }

    #[inline]
    fn few(&mut self, few: knowledge::Few, value: u32) {
        self.model.add_few(few, value, &mut self.sum);
    }

    #[inline]
    fn of(&mut self, _: knowledge::Text, entry: u32, slot: u16) {
        self.model.add_text(entry, slot, &mut self.sum);
    }
}

/// Finds names in two passes: sentence by sentence, then again with what the whole document has shown.
pub struct Tagger {
    /// Without one, that of the crate, decoded when it is first needed.
    model: Option<&'static Model>,
    extractor: Extractor,
    scored: Vec<Scored>,
    evidence: Evidence,
    /// How far the other mentions of a word weigh.
    pub consistency: f32,
}

impl Default for Tagger {
    fn default() -> Self {
        Self {
            model: None,
            extractor: Extractor::default(),
            scored: Vec::new(),
            evidence: Evidence::default(),
            consistency: evidence::CONSISTENCY,
        }
    }
}

impl Tagger {
    /// A tagger with this model.
    pub fn with(model: &'static Model) -> Self {
        Self { model: Some(model), ..Self::default() }
    }

    fn model(&self) -> &'static Model {
        self.model.unwrap_or_else(knowledge::model)
    }

    /// First pass over sentence `sentence` (an index).
    pub fn read(&mut self, reading: &Reading, sentence: usize) {
        let Some(sentence) = reading.sentences().get(sentence) else { return };
        let model = self.model();
        self.extractor.prepare(reading, sentence, model);
        let tokens = reading.document().tokens();
        let capital = |index: usize| tokens.get(index).is_some_and(|token| token.kind == TokenKind::Word && token.is_capitalised());
        for (at, index) in sentence.tokens.range().enumerate() {
            let capitalised = capital(index);
            if !capitalised && tokens[index].kind == TokenKind::Word {
                self.evidence.note_lower(word_hash(reading.lower(index)));
            }
            if !self.extractor.is_inspected(at) {
                continue;
            }
            let mut summing = Summing { model, sum: knowledge::Sum::default() };
            self.extractor.visit(at, &mut summing);
            let scores = model.scores(summing.sum);
            let word = self.extractor.word(at);
            let (before, behind) = (at > 0 && capital(index - 1), sentence.tokens.holds(index + 1) && capital(index + 1));
            let mut probabilities = Scores::default();
            if capitalised {
                probabilities = label::probabilities(&scores);
                self.evidence.note_capital(word, behind && !before, before && !behind, &probabilities);
            }
            self.scored.push(Scored {
                token: index as u32,
                word,
                shape: self.extractor.shape(at) as u8,
                capital: capitalised,
                company: before || behind,
                scores,
                probabilities,
            });
        }
    }

    /// Second pass over sentence `sentence`, after every sentence was read: adds its names, in text order.
    pub fn tag(&self, reading: &Reading, sentence: usize, names: &mut Vec<NameMention>) {
        let Some(sentence) = reading.sentences().get(sentence) else { return };
        let from = self.scored.partition_point(|scored| scored.token < sentence.tokens.first);
        let to = self.scored.partition_point(|scored| scored.token < sentence.tokens.end);
        let scored = &self.scored[from..to];
        let mut labelled: Vec<rules::Labelled> = Vec::with_capacity(scored.len());
        let (mut scores, mut back, mut labels) = (Vec::new(), Vec::new(), Vec::new());
        for run in scored.chunk_by(|one, next| one.token + 1 == next.token) {
            scores.clear();
            scores.extend(run.iter().map(|scored| self.scores(scored)));
            label::best(self.model(), &scores, &mut back, &mut labels);
            for ((scored, &label), scores) in run.iter().zip(&labels).zip(&scores) {
                // Nobody asks how sure it is that something is no name.
                let sureness = if label == Label::Outside { 1.0 } else { label::probabilities(scores)[label as usize] };
                labelled.push(rules::Labelled { token: scored.token as usize, label, sureness });
            }
        }
        mark_dateline(reading, sentence, &mut labelled);
        rules::mark_states(reading, &mut labelled);
        rules::spans(reading, &mut labelled, names);
    }

    /// The first scores with the document's evidence added.
    fn scores(&self, scored: &Scored) -> Scores {
        if !scored.capital {
            return scored.scores;
        }
        let model = self.model();
        let mut summing = Summing { model, sum: knowledge::Sum::default() };
        self.evidence.visit(scored.word, u32::from(scored.shape), !scored.company, &mut summing);
        let added = model.scores(summing.sum);
        let mut scores: Scores = std::array::from_fn(|label| scored.scores[label] + added[label]);
        self.evidence.weigh(scored.word, &mut scores, &scored.probabilities, self.consistency, !scored.company);
        scores
    }

    /// For the trainer: the features of each inspected token of the document's sentences, as runs of neighbours. Each
    /// token comes with its index and its features, those of the document included.
    pub fn training_runs(reading: &Reading, mut visit: impl FnMut(&[(usize, Vec<Feature>)])) {
        let mut tagger = Self::with(Box::leak(Box::default()));
        for sentence in 0..reading.sentences().len() {
            tagger.read(reading, sentence);
        }
        let mut scored = tagger.scored.as_slice();
        let mut run = Vec::new();
        for sentence in reading.sentences() {
            tagger.extractor.prepare(reading, sentence, &features::Every);
            let length = scored.partition_point(|scored| scored.token < sentence.tokens.end);
            let (here, rest) = scored.split_at(length);
            scored = rest;
            for tokens in here.chunk_by(|one, next| one.token + 1 == next.token) {
                run.clear();
                for scored in tokens {
                    let mut features = Vec::with_capacity(32);
                    tagger.extractor.visit(scored.token as usize - sentence.tokens.first as usize, &mut features);
                    if scored.capital {
                        tagger.evidence.visit(scored.word, u32::from(scored.shape), !scored.company, &mut features);
                    }
                    run.push((scored.token as usize, features));
                }
                visit(&run);
            }
        }
    }
}

/// "CALAPAN, May 3 (Agency) —": what a dateline begins with, up to a comma or a bracket, is a place, whatever its capitals look like.
fn mark_dateline(reading: &Reading, sentence: &Sentence, labelled: &mut [rules::Labelled]) {
    let document = reading.document();
    let Some(dateline) = document.dateline(sentence.block as usize).filter(|dateline| dateline.first == sentence.tokens.first) else {
        return;
    };
    let end = dateline.range().find(|&at| matches!(reading.lower(at), "," | "(")).unwrap_or(dateline.first as usize);
    for name in labelled.iter_mut().filter(|name| name.token < end && name.label != Label::Outside) {
        (name.label, name.sureness) = (Label::Place, 1.0);
    }
}
