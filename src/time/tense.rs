//! Past or future: which way a name on the calendar points, from the verb nearest to it.

use crate::lexicon::Reading;
use crate::lexicon::en::class;
use crate::lexicon::en::deixis::{TENSES, Tense};
use crate::text::{TokenKind, TokenSpan};

/// How many tokens away a verb may stand.
const REACH: usize = 14;

/// The tense at an expression: the preposition before it, else the nearest verb before it in its clause, else the
/// first one behind it. `None` where there is no verb.
pub(super) fn at(reading: &Reading, sentence: TokenSpan, expression: TokenSpan) -> Option<Tense> {
    let (first, end) = (sentence.first as usize, sentence.end as usize);
    let (from, to) = (expression.first as usize, expression.end as usize);
    if from > first && matches!(reading.lower(from - 1), "until" | "till" | "by" | "beginning" | "starting" | "effective" | "payable") {
        // "By Wednesday, most had left."
        let told = (first.max(from.saturating_sub(REACH))..end.min(to + REACH))
            .any(|index| matches!(reading.lower(index), "had" | "were" | "was"));
        return Some(if told { Tense::Past } else { Tense::Future });
    }
    if from > first + 1 && reading.lower(from - 1) == "as" && matches!(reading.lower(from - 2), "soon" | "early") {
        return Some(Tense::Future);
    }
    if from > first && matches!(reading.lower(from - 1), "since") {
        return Some(Tense::Past);
    }
    for index in (first.max(from.saturating_sub(REACH))..from).rev() {
        if let Some(tense) = of(reading, index) {
            return Some(chain(reading, first, index, tense));
        }
        if index > first && is_plan(reading, index) {
            return Some(Tense::Future);
        }
        if matches!(reading.lower(index), ";" | "“" | "\"") {
            break;
        }
    }
    (to..end.min(to + REACH)).find_map(|index| of(reading, index))
}

/// Whether the infinitive at `to` is of a plan: "is to brief", "were due to meet", "is expected to rule".
fn is_plan(reading: &Reading, to: usize) -> bool {
    let verb = reading.document().tokens().get(to + 1).is_some_and(|token| token.kind == TokenKind::Word && !token.is_capitalised());
    reading.lower(to) == "to"
        && verb
        && !matches!(reading.lower(to + 1), "the" | "a" | "an" | "his" | "her" | "their" | "its" | "this" | "that" | "have")
        && matches!(
            reading.lower(to - 1),
            "is" | "are"
                | "was"
                | "were"
                | "due"
                | "set"
                | "scheduled"
                | "expected"
                | "planned"
                | "planning"
                | "plan"
                | "plans"
                | "likely"
                | "about"
                | "supposed"
        )
}

/// The tense of a chain of verbs is that of its first auxiliary: "will be held", "is to be opened", "was expected".
fn chain(reading: &Reading, first: usize, verb: usize, tense: Tense) -> Tense {
    let mut index = verb;
    let mut perfect = false;
    while index > first && verb - index < 4 {
        index -= 1;
        match reading.lower(index) {
            "to" => return Tense::Future,
            "be" | "been" | "not" | "also" | "then" => {}
            "have" | "has" | "had" if tense == Tense::Past => perfect = true,
            "is" | "are" | "was" | "were" | "being" if tense == Tense::Past => {}
            "will" | "would" | "shall" | "won't" | "won’t" | "'ll" | "’ll" => return Tense::Future,
            // "should be finished in October", but "may have been sold in March". "could not be reached" is past.
            "should" | "must" | "may" | "might" | "can" | "cannot" if !perfect && tense == Tense::Past => return Tense::Future,
            _ => return tense,
        }
    }
    tense
}

fn of(reading: &Reading, index: usize) -> Option<Tense> {
    let word = reading.lower(index);
    if reading.is(index, class::TENSE) {
        // "to be held", "to meet": the infinitive of a plan; "have" and "be" alone tell nothing more.
        return TENSES.get(word).copied();
    }
    if word.len() > 4 && word.ends_with("ed") {
        return Some(Tense::Past);
    }
    matches!(word, "'ll" | "’ll").then_some(Tense::Future)
}
