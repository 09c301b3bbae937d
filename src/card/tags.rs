//! The tags of an analysis: which words are marked as what.

use std::cmp::Reverse;

use super::Kind;
use crate::fact::{Analysis, MentionForm, QuoteForm};
use crate::text::ByteSpan;
use crate::text::order::{self, Sorting};

/// What a tag or an entry of the card stands for: an index into one list of the [`Analysis`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Subject {
    /// Into `figures`.
    Figure(usize),
    /// Into `entities`.
    Entity(usize),
    /// Into `times`.
    Time(usize),
    /// Into `quantities`.
    Quantity(usize),
    /// Into `quotes`.
    Quote(usize),
}

impl Subject {
    /// As an attribute's value: `figure-3`.
    pub fn key(self) -> String {
        let (name, index) = match self {
            Self::Figure(index) => ("figure", index),
            Self::Entity(index) => ("entity", index),
            Self::Time(index) => ("time", index),
            Self::Quantity(index) => ("quantity", index),
            Self::Quote(index) => ("quote", index),
        };
        format!("{name}-{index}")
    }

    /// The subject of such a value.
    pub fn from_key(key: &str) -> Option<Self> {
        let (name, index) = key.split_once('-')?;
        let index = index.parse().ok()?;
        Some(match name {
            "figure" => Self::Figure(index),
            "entity" => Self::Entity(index),
            "time" => Self::Time(index),
            "quantity" => Self::Quantity(index),
            "quote" => Self::Quote(index),
            _ => return None,
        })
    }
}

/// Marked words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tag {
    /// The words.
    pub span: ByteSpan,
    /// What they are.
    pub kind: Kind,
    /// What they speak of.
    pub subject: Subject,
}

/// Tags in the making. Each pass takes one item a call, all in order, and says whether there was one.
#[derive(Default)]
pub(super) struct Tagging {
    /// As they were found, and their order.
    found: Vec<Tag>,
    order: Sorting,
    /// By start; of two that start together the longer first.
    tags: Vec<Tag>,
}

impl Tagging {
    fn add(&mut self, span: ByteSpan, kind: Kind, subject: Subject) {
        if !span.is_empty() {
            self.found.push(Tag { span, kind, subject });
            self.order.push(order::key(span.rank_longest_first(), kind.look().priority as u64));
        }
    }

    /// Tags figure number `at`.
    pub fn figure(&mut self, analysis: &Analysis, at: usize) -> bool {
        let Some(figure) = analysis.figures.get(at) else { return false };
        self.add(figure.span, Kind::Casualty, Subject::Figure(at));
        true
    }

    /// Tags the names of entity number `at`.
    pub fn entity(&mut self, analysis: &Analysis, at: usize) -> bool {
        let Some(entity) = analysis.entities.get(at) else { return false };
        let Some(kind) = Kind::of_entity(entity.kind) else { return true };
        // Pronouns and roles are counted as mentions, but marking each would bury the page.
        for mention in entity.mentions.iter().filter(|mention| mention.form == MentionForm::Name) {
            self.add(mention.span, kind, Subject::Entity(at));
        }
        true
    }

    /// Tags temporal expression number `at`.
    pub fn time(&mut self, analysis: &Analysis, at: usize) -> bool {
        let Some(time) = analysis.times.get(at) else { return false };
        self.add(time.span, Kind::Time, Subject::Time(at));
        true
    }

    /// Tags quantity number `at`.
    pub fn quantity(&mut self, analysis: &Analysis, at: usize) -> bool {
        let Some(quantity) = analysis.quantities.get(at) else { return false };
        if quantity.is_telling() {
            self.add(quantity.span, Kind::Quantity, Subject::Quantity(at));
        }
        true
    }

    /// Tags quote number `at`.
    pub fn quote(&mut self, analysis: &Analysis, at: usize) -> bool {
        let Some(quote) = analysis.quotes.get(at) else { return false };
        if quote.form != QuoteForm::Indirect {
            self.add(quote.span, Kind::Quote, Subject::Quote(at));
        }
        true
    }

    /// Goes on putting the tags in order.
    pub fn sort(&mut self) -> bool {
        self.order.advance()
    }

    /// Places number `at` of the tags, when they are sorted.
    pub fn place(&mut self, at: usize) -> bool {
        let Some(&tag) = self.order.sorted().get(at).and_then(|&(_, from)| self.found.get(from)) else { return false };
        self.tags.push(tag);
        true
    }

    /// The tags, when all are placed.
    pub fn finish(self) -> Vec<Tag> {
        self.tags
    }
}

/// The tag that a pointer over byte `byte` means: of all that cover it the one of the highest priority, then the shortest.
pub fn tag_at(tags: &[Tag], byte: usize, shown: impl Fn(Kind) -> bool) -> Option<&Tag> {
    let end = tags.partition_point(|tag| tag.span.start() <= byte);
    tags.get(..end)?
        .iter()
        .filter(|tag| byte < tag.span.end() && shown(tag.kind))
        .max_by_key(|tag| (tag.kind.look().priority, Reverse(tag.span.len())))
}

/// The same tags without overlap: where several cover the same words, the one of the highest priority keeps them.
pub fn flatten(tags: &[Tag]) -> Vec<Tag> {
    let mut flat: Vec<Tag> = Vec::with_capacity(tags.len());
    // Tags open at the cursor; few at a time, as a quote with a name in it.
    let mut open: Vec<Tag> = Vec::new();
    let mut cursor = 0;
    let mut advance = |open: &mut Vec<Tag>, cursor: &mut usize, to: usize| {
        while *cursor < to {
            open.retain(|tag| tag.span.end() > *cursor);
            let Some(winner) = open.iter().max_by_key(|tag| (tag.kind.look().priority, Reverse(tag.span.len()))).copied() else {
                *cursor = to;
                break;
            };
            let until = open.iter().map(|tag| tag.span.end()).min().unwrap_or(to).min(to);
            match flat.last_mut() {
                Some(last) if last.subject == winner.subject && last.span.end() == *cursor && winner.span.contains(last.span) => {
                    last.span = ByteSpan::new(last.span.start(), until);
                }
                _ => flat.push(Tag { span: ByteSpan::new(*cursor, until), ..winner }),
            }
            *cursor = until;
        }
    };
    for tag in tags {
        advance(&mut open, &mut cursor, tag.span.start());
        open.push(*tag);
    }
    let end = open.iter().map(|tag| tag.span.end()).max().unwrap_or(0);
    advance(&mut open, &mut cursor, end);
    flat
}
