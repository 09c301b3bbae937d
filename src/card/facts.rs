//! What the card shows: one article with its analysis, its tags, what stands where in the card, and where its words stand on the page.

use std::rc::Rc;

use super::hierarchy::Hierarchy;
use super::sections::{Section, Sectioning};
use super::tags::{Subject, Tag, Tagging};
use super::tellings::Tellings;
use crate::fact::Analysis;
use crate::page::TextMap;
use crate::text::{Article, ByteSpan, Pass, Progress, pass};

/// One reading of one article.
pub struct Facts {
    /// The text that the spans count in.
    pub article: Rc<Article>,
    /// What was found.
    pub analysis: Rc<Analysis>,
    /// The tags by start.
    pub tags: Rc<Vec<Tag>>,
    /// Which figures stand under which.
    pub hierarchy: Rc<Hierarchy>,
    /// What is told more than once.
    tellings: Rc<Tellings>,
    /// The sections of the card that hold anything, in its order.
    pub(super) sections: Rc<Vec<Section>>,
    /// The way back to the page.
    pub map: Rc<TextMap>,
}

impl Facts {
    /// Facts of an article read from a page.
    pub fn new(article: Rc<Article>, analysis: Rc<Analysis>, map: Rc<TextMap>) -> Self {
        let mut gathering = Gathering::new(article, analysis, map);
        while gathering.advance(usize::MAX) {}
        gathering.finish()
    }

    /// The same facts where the words stand now.
    pub(super) fn moved(&self, map: Rc<TextMap>) -> Self {
        let Self { article, analysis, tags, hierarchy, tellings, sections, .. } = self;
        let (article, analysis, tags) = (Rc::clone(article), Rc::clone(analysis), Rc::clone(tags));
        let (hierarchy, tellings, sections) = (Rc::clone(hierarchy), Rc::clone(tellings), Rc::clone(sections));
        Self { article, analysis, tags, hierarchy, tellings, sections, map }
    }

    /// The subject that the card lists for this one: a figure or a date told again stands under its first telling.
    pub(super) fn listed(&self, subject: Subject) -> Subject {
        match subject {
            Subject::Figure(index) => Subject::Figure(self.analysis.figures.get(index).and_then(|figure| figure.same_as).unwrap_or(index)),
            Subject::Time(index) => Subject::Time(self.tellings.first_time(index)),
            other => other,
        }
    }

    /// The places in the text that speak of it, in text order.
    pub(super) fn mentions(&self, subject: Subject) -> Vec<ByteSpan> {
        let analysis = &self.analysis;
        let figure = |index: usize| analysis.figures.get(index).map(|figure| figure.span);
        let time = |index: usize| analysis.times.get(index).map(|time| time.span);
        match subject {
            Subject::Figure(index) => {
                figure(index).into_iter().chain(self.tellings.of_figure(index).iter().filter_map(|again| figure(*again))).collect()
            }
            Subject::Entity(index) => {
                analysis.entities.get(index).map(|entity| entity.mentions.iter().map(|mention| mention.span).collect()).unwrap_or_default()
            }
            Subject::Time(index) => self.tellings.of_time(index).iter().filter_map(|again| time(*again)).collect(),
            Subject::Quantity(index) => analysis.quantities.get(index).map(|quantity| quantity.span).into_iter().collect(),
            Subject::Quote(index) => analysis.quotes.get(index).map(|quote| quote.span).into_iter().collect(),
        }
    }
}

/// Facts in the making, so that those of a long article are not gathered in one breath.
pub struct Gathering {
    progress: Progress,
    article: Rc<Article>,
    analysis: Rc<Analysis>,
    map: Rc<TextMap>,
    tags: Tagging,
    hierarchy: Hierarchy,
    tellings: Tellings,
    sections: Sectioning,
}

/// In order: each uses what those before it gathered.
const PASSES: [Pass<Gathering, Analysis>; 19] = [
    pass(2, |facts, analysis, figure| facts.tags.figure(analysis, figure)),
    pass(16, |facts, analysis, entity| facts.tags.entity(analysis, entity)),
    pass(2, |facts, analysis, time| facts.tags.time(analysis, time)),
    pass(2, |facts, analysis, quantity| facts.tags.quantity(analysis, quantity)),
    pass(2, |facts, analysis, quote| facts.tags.quote(analysis, quote)),
    pass(16, |facts, _, _| facts.tags.sort()),
    pass(1, |facts, _, tag| facts.tags.place(tag)),
    pass(1, |facts, analysis, figure| facts.hierarchy.note(analysis, figure)),
    pass(1, |facts, analysis, figure| facts.hierarchy.seat(analysis, figure)),
    pass(1, |facts, analysis, figure| facts.hierarchy.put_under(analysis, figure)),
    pass(1, |facts, analysis, figure| facts.tellings.figure(analysis, figure)),
    pass(4, |facts, analysis, time| facts.tellings.time(analysis, time)),
    pass(2, |facts, analysis, figure| facts.sections.figure(analysis, &facts.hierarchy, figure)),
    pass(1, |facts, analysis, entity| facts.sections.weigh(analysis, entity)),
    pass(16, |facts, _, _| facts.sections.sort()),
    pass(1, |facts, analysis, entity| facts.sections.entity(analysis, entity)),
    pass(4, |facts, analysis, time| facts.sections.time(analysis, time)),
    pass(2, |facts, analysis, quote| facts.sections.quote(analysis, quote)),
    pass(1, |facts, analysis, quantity| facts.sections.quantity(analysis, quantity)),
];

impl Gathering {
    /// Takes what was read and gathers nothing yet.
    pub fn new(article: Rc<Article>, analysis: Rc<Analysis>, map: Rc<TextMap>) -> Self {
        let (progress, tags, hierarchy, tellings, sections) = Default::default();
        Self { progress, article, analysis, map, tags, hierarchy, tellings, sections }
    }

    /// Goes on for as long as reading `bytes` bytes of text takes. Returns whether work is left.
    pub fn advance(&mut self, bytes: usize) -> bool {
        let (mut progress, analysis) = (self.progress, Rc::clone(&self.analysis));
        let more = progress.advance(&PASSES, self, &*analysis, bytes);
        self.progress = progress;
        more
    }

    /// The facts, when no work is left.
    pub fn finish(self) -> Facts {
        let Self { article, analysis, map, tags, hierarchy, tellings, sections, .. } = self;
        let (tags, hierarchy, tellings) = (Rc::new(tags.finish()), Rc::new(hierarchy), Rc::new(tellings));
        Facts { article, analysis, tags, hierarchy, tellings, sections: Rc::new(sections.finish()), map }
    }
}
