//! Who says so: "according to X", "X said", "said X", and what kind of source X is.

use super::chunk::{Chunk, Parse, Phrase};
use crate::fact::{Attribution, SourceKind};
use crate::lexicon::en::class;
use crate::lexicon::en::source::SOURCES;
use crate::text::TokenSpan;

impl Parse<'_> {
    /// "according to X", "X said", "said X".
    pub fn source(&self, index: usize) -> Option<Attribution> {
        for at in self.first..self.end {
            if self.word(at) == "according" && self.word(at + 1) == "to" {
                let phrase = self.phrases.iter().filter(|phrase| phrase.first >= at + 2).min_by_key(|phrase| phrase.first)?;
                let verb = Some(self.reading.document().span_of(TokenSpan::new(at, at + 2)));
                return Some(Attribution { span: self.span(phrase), kind: self.source_kind(phrase), entity: None, verb });
            }
        }
        for (at, chunk) in self.chunks.iter().enumerate() {
            let Chunk::Verb(group) = chunk else { continue };
            let Some(verb) = group.verb.filter(|&verb| self.reading.is(verb, class::SPEECH) && !group.negated && at != index) else {
                continue;
            };
            let before = (at.saturating_sub(6)..at).rev().take_while(|&left| {
                !matches!(self.chunks[left], Chunk::Verb(_) | Chunk::Clause(_) | Chunk::Break | Chunk::Comma | Chunk::Relative(_))
            });
            let subject = before
                .filter_map(|left| self.noun_chunk(left).filter(|_| left == 0 || !matches!(self.chunks[left - 1], Chunk::Preposition(_))))
                .last()
                .or_else(|| self.noun_chunk(at + 1).filter(|_| at > 0 && matches!(self.chunks[at - 1], Chunk::Comma)));
            let Some(phrase) = subject.map(|phrase| &self.phrases[phrase]) else { continue };
            let verb = self.token(verb).map(|token| token.span);
            return Some(Attribution { span: self.span(phrase), kind: self.source_kind(phrase), entity: None, verb });
        }
        None
    }

    fn source_kind(&self, phrase: &Phrase) -> SourceKind {
        (phrase.first..phrase.end)
            .rev()
            .filter(|&at| self.reading.is(at, class::SOURCE))
            .find_map(|at| SOURCES.get(self.word(at)).copied())
            .map_or(SourceKind::Other, |kind| {
                // "a health ministry official" is a government, "a hospital official" a hospital.
                let special = (phrase.first..phrase.end).filter(|&at| self.reading.is(at, class::SOURCE)).find_map(|at| {
                    SOURCES.get(self.word(at)).copied().filter(|kind| !matches!(kind, SourceKind::Government | SourceKind::Unnamed))
                });
                let ministry = (phrase.first..phrase.end).any(|at| matches!(self.word(at), "ministry" | "minister" | "government"));
                if ministry { SourceKind::Government } else { special.unwrap_or(kind) }
            })
    }
}
