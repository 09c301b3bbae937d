//! The tokens of one sentence with what tables and taggers say of them, looked up once: a parse asks for most of them again and again.

use super::Clues;
use crate::lexicon::Reading;
use crate::lexicon::en::class;
use crate::lexicon::en::effect::{HARM, Harm};
use crate::lexicon::en::grammar::{GRAMMAR, Role};
use crate::text::Token;

/// A token with what the tables say of it in its sentence.
#[derive(Clone, Copy)]
pub(super) struct Word<'r> {
    /// In lower case.
    pub lower: &'r str,
    pub token: Token,
    pub role: Option<Role>,
    pub harm: Option<Harm>,
    /// The number that begins with it.
    pub number: Option<u32>,
    /// The time that it stands in.
    pub time: Option<u32>,
}

/// Looks tokens `first..end` up.
pub(super) fn look_up<'r>(reading: &'r Reading, clues: &Clues, first: usize, end: usize) -> Vec<Word<'r>> {
    let tokens = reading.document().tokens().get(first..end).unwrap_or_default();
    let mut time = 0;
    let word = |(at, &token): (usize, &Token)| {
        let lower = reading.lower(first + at);
        let role = if reading.is(first + at, class::GRAMMAR) { role_of(lower, token.is_capitalised(), at == 0) } else { None };
        while clues.times.get(time).is_some_and(|time| time.span.end() <= token.span.start()) {
            time += 1;
        }
        let holds = clues.times.get(time).is_some_and(|time| time.span.contains(token.span));
        Word { lower, token, role, harm: None, number: None, time: holds.then_some(time as u32) }
    };
    let mut words: Vec<Word> = tokens.iter().enumerate().map(word).collect();
    for at in (0..words.len()).filter(|at| reading.is(first + at, class::HARM)) {
        words[at].harm = harm_of(&words[at..]);
    }
    for (at, number) in clues.numbers.iter().enumerate() {
        if let Some(word) = words.get_mut((number.tokens.first as usize).wrapping_sub(first)) {
            word.number = Some(at as u32);
        }
    }
    words
}

/// What a word of grammar does: "May" the month and "March" are told by the capital inside a sentence.
fn role_of(word: &str, capital: bool, opens: bool) -> Option<Role> {
    match GRAMMAR.get(word).copied() {
        Some(Role::Modal) if word == "may" && capital && !opens => Some(Role::Time),
        Some(Role::Modal) if word == "will" && capital && !opens => None,
        Some(Role::Time) if !capital && matches!(word, "march" | "august") => None,
        role => role,
    }
}

/// The harm that the first of these words tells.
fn harm_of(words: &[Word]) -> Option<Harm> {
    let word = |ahead: usize| words.get(ahead).map_or("", |word| word.lower);
    match word(0) {
        // "rounded up", but "rounded to"
        "rounded" | "rounding" if word(1) != "up" => None,
        // "blew himself up", but "blew up a bridge"
        "blew" | "blow" | "blowing" if !matches!(word(1), "himself" | "herself" | "themselves") || word(2) != "up" => None,
        harm => HARM.get(harm).copied(),
    }
}
