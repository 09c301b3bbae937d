//! Figures told as in a table: "Killed: 12, injured: 30", "Houses destroyed: 45", "Deaths: 5".

use super::chunk::{Chunk, Parse};
use super::finder::Finder;
use super::frame::Victims;
use crate::lexicon::en::effect::{Frame, Harm};

impl Finder<'_, '_, '_> {
    /// The figures behind labels.
    pub fn labels(&mut self) {
        for index in 0..self.parse.chunks.len() {
            let Some((token, harm, number)) = self.parse.label(index) else { continue };
            self.add(index, token, harm, &Victims { whole: vec![number], parts: Vec::new(), rule: "label" });
        }
    }
}

impl Parse<'_> {
    /// The word of harm of a label that ends with chunk `index`, and the bare number behind its colon.
    pub fn label(&self, index: usize) -> Option<(usize, Harm, usize)> {
        // Asked of every chunk, and hardly ever so.
        if matches!(self.chunk(index + 1), Some(Chunk::Break)) { self.label_at_break(index) } else { None }
    }

    fn label_at_break(&self, index: usize) -> Option<(usize, Harm, usize)> {
        let number = self.noun_chunk(index + 2)?;
        let told = &self.phrases[number];
        let bare = told.number.is_some() && told.head.is_none() && self.word(told.first.wrapping_sub(1)) == ":";
        let ends = matches!(self.chunk(index + 3), None | Some(Chunk::Comma | Chunk::Break | Chunk::Open | Chunk::And));
        let (first, token, harm) = self.labelled(index)?;
        let opens = first
            .checked_sub(1)
            .is_none_or(|before| matches!(self.chunks[before], Chunk::Comma | Chunk::Break | Chunk::And | Chunk::Close));
        (bare && ends && opens).then_some((token, harm, number))
    }

    /// "killed", "people killed", "destroyed houses", "evacuated people", "deaths": the first chunk, the word and its harm.
    fn labelled(&self, index: usize) -> Option<(usize, usize, Harm)> {
        let is_noun = |at: usize| self.noun_chunk(at).is_some_and(|phrase| self.phrases[phrase].number.is_none());
        let state = |at: usize| {
            let group = self.verb(at)?;
            let (token, harm) = group.harm?;
            (!group.be && !group.have && group.modal.is_none() && matches!(harm.frame, Frame::Done | Frame::State)).then_some((token, harm))
        };
        if let Some((token, harm)) = state(index) {
            let first = index - usize::from(index > 0 && is_noun(index - 1));
            return Some((first, token, harm));
        }
        let phrase = &self.phrases[self.noun_chunk(index)?];
        if let Some((token, harm)) = index.checked_sub(1).and_then(state) {
            return Some((index - 1, token, harm));
        }
        let (token, harm) = phrase.attribute.or(phrase.harm.filter(|(_, harm)| matches!(harm.frame, Frame::Count | Frame::Group)))?;
        phrase.number.is_none().then_some((index, token, harm))
    }
}
