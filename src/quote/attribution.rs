//! Who speaks the words in quotation marks: the attribution behind, before, around them.

use std::ops::Range;

use super::marks::Quotation;
use super::phrase::Phrases;
use super::subject::Subject;
use super::words::{Joins, REPORTING, is, is_according_to, is_adverb, is_capital, is_mark, is_possessive, is_word, outside};
use crate::fact::Confidence;
use crate::lexicon::en::class;
use crate::lexicon::en::joint::Joint;
use crate::lexicon::en::report::{self, FRAMES, Frame};
use crate::lexicon::en::speech::{NOUNS, VERBS};
use crate::text::{ByteSpan, TokenKind, TokenSpan};

/// How far a verb of speech may stand from the words, in tokens.
const WINDOW: usize = 45;

/// Tokens of a noun phrase before its verb.
const TITLE: usize = 10;

/// Tokens of a bracket in a clause.
const BRACKET: usize = 14;

/// Who says it, and how that is known.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Attribution {
    /// The words that name the speaker.
    pub speaker: Option<ByteSpan>,
    /// The verb or phrase of speech.
    pub verb: Option<ByteSpan>,
    /// One past the last token of verb and speaker.
    pub end: usize,
    /// Name of the rule.
    pub rule: &'static str,
    /// How sure.
    pub confidence: Confidence,
}

/// How the verb at token `at` reports speech; `None` for other words, for nouns of the same form and inside names.
pub fn speech(phrases: &Phrases, at: usize) -> Option<Frame> {
    let reading = phrases.reading;
    if !reading.is(at, REPORTING) {
        return None;
    }
    let word = reading.lower(at);
    let frame = if reading.is(at, class::REPORT) { FRAMES.get(word).copied() } else { None };
    let frame = frame.or_else(|| VERBS.get(word).map(|&speech| speech.into()))?;
    (!is_named(phrases, at) && !is_noun(phrases, at)).then_some(frame)
}

/// Whether a word with a capital is part of a name: "United States". At the head of a sentence and in a headline, where all words have
/// capitals, it need not be.
fn is_named(phrases: &Phrases, at: usize) -> bool {
    let reading = phrases.reading;
    if !is_capital(reading, at) {
        return false;
    }
    let sentences = reading.sentences();
    let sentence = sentences.partition_point(|sentence| sentence.tokens.range().end <= at);
    let Some(tokens) = sentences.get(sentence).map(|sentence| sentence.tokens.range()) else { return true };
    let name = phrases.name_at(at);
    if tokens.start == at {
        return name.is_some() && reading.lower(at) != "said" || is_capital(reading, at + 1) && reading.lower(at) != "said";
    }
    let around = tokens.start.max(at.saturating_sub(6))..tokens.end.min(at + 7);
    let mut long =
        around.filter(|&near| near != at && is_word(reading, near) && reading.lower(near).len() > 3 && !reading.is(near, class::JOINT));
    name.is_some() || !long.all(|near| is_capital(reading, near))
}

/// Whether a form that can be a noun or an adjective is one here: "state media", "peace talks", "the most promising".
fn is_noun(phrases: &Phrases, at: usize) -> bool {
    let reading = phrases.reading;
    let word = reading.lower(at);
    let before = at.wrapping_sub(1);
    let (previous, joins) = (reading.lower(before), Joins::of(reading, before));
    let modified = joins.any(Joint::DETERMINER) && !matches!(previous, "that" | "this")
        || joins.any(Joint::DETERMINER) && is_form_of_noun(word)
        || joins.any(Joint::PREPOSITION) && previous != "to" && !word.ends_with("ing")
        || matches!(previous, "most" | "more" | "no" | "such" | "very" | "each" | "every" | "own")
        || matches!(previous, "some" | "many" | "all") && (is_form_of_noun(word) || word.ends_with("ing"))
        || is_possessive(reading, before);
    if previous == "such" {
        return true;
    }
    if word.ends_with("ed") || matches!(word, "said" | "says" | "told" | "wrote" | "spoke" | "swore" | "sang" | "began" | "found") {
        return false;
    }
    if modified {
        return true;
    }
    if !is_form_of_noun(word) {
        return false;
    }
    // After a pronoun, "who", a plural, a name or a document the form is a verb: "officials report", "Doe claims", "the letter reads".
    let subject = joins.any(Joint::PRONOUN.and(Joint::AUXILIARY))
        || matches!(previous, "who" | "to" | "also" | "you" | "not")
        || previous == "and"
            && (is(reading, at + 1, Joint::DETERMINER.and(Joint::PRONOUN).and(Joint::OPENER)) || reading.lower(at + 1) == "to")
        || previous.ends_with('s')
        || reading.is(before, class::DOCUMENT)
        || reading.is(before, class::ROLE.union(class::PERSON)) && word.ends_with('s')
        || is_mark(reading, at + 1) && written(phrases, at)
        || is_word(reading, before) && is_capital(reading, before) && word.ends_with('s');
    !subject
}

fn is_form_of_noun(word: &str) -> bool {
    NOUNS.contains(&word) || report::NOUNS.contains(&word)
}

/// Whether something written is spoken of shortly before: "a study of the harbour [shows]".
fn written(phrases: &Phrases, at: usize) -> bool {
    let mut near = (at.saturating_sub(TITLE)..at).rev().take_while(|&near| phrases.reading.lower(near) != ",");
    near.any(|near| phrases.reading.is(near, class::DOCUMENT))
}

/// The attribution behind a quotation: "…," said X · "…," X said · "…" – X.
pub fn behind(phrases: &Phrases, quotation: &Quotation, limit: usize) -> Option<Attribution> {
    let reading = phrases.reading;
    let document = reading.document();
    let last = reading.lower(quotation.end - 1);
    let mut at = quotation.close;
    let comma = reading.lower(at) == ",";
    if comma {
        at += 1;
    }
    if at >= limit {
        return None;
    }
    // Pull quotes: "…" — Jane Doe
    if matches!(reading.lower(at), "―" | "—" | "–" | "-") && document.tokens().get(at + 1).is_some_and(|token| token.is_capitalised())
    {
        let speaker = phrases.starting_at(at + 1, limit)?;
        let dashed = is_word(reading, quotation.end - 1) || matches!(last, "." | "!" | "?" | "…");
        let alone = document.sentence_of(quotation.open) != document.sentence_of(at + 1) || at + 12 >= limit;
        return (dashed && alone).then_some(Attribution {
            speaker: Some(speaker),
            verb: None,
            end: limit,
            rule: "dash",
            confidence: Confidence::Medium,
        });
    }
    let stopped = last == "." && !comma;
    let end = clause_end(phrases, at, limit);
    let mut verb = at;
    // "…," later said X
    if is_adverb(reading, verb) || matches!(reading.lower(verb), "also" | "then" | "later") {
        verb += 1;
    }
    if speech(phrases, verb).is_some_and(|frame| !matches!(frame, Frame::Description | Frame::Judgement | Frame::Naming | Frame::Wish))
        && !document.tokens()[verb].is_capitalised()
    {
        let speaker = phrases.starting_at(verb + 1, end);
        return speaker.map(|speaker| Attribution {
            speaker: Some(speaker),
            verb: Some(document.tokens()[verb].span),
            end: phrases.token_at(speaker.end().saturating_sub(1)) + 1,
            rule: "behind-inverted",
            confidence: Confidence::High,
        });
    }
    if is_according_to(reading, at) {
        let speaker = phrases.starting_at(at + 2, end)?;
        let verb = document.span_of(TokenSpan::new(at, at + 2));
        return Some(Attribution { speaker: Some(speaker), verb: Some(verb), end, rule: "according-to", confidence: Confidence::High });
    }
    if is(reading, at, Joint::OPENER) || matches!(reading.lower(at), "and" | "or" | "but" | "in" | "to" | "of" | "for" | "is" | "was") {
        return None;
    }
    for verb in at + 1..end {
        let Some(frame) = speech(phrases, verb) else { continue };
        if matches!(frame, Frame::Description | Frame::Judgement | Frame::Naming | Frame::Wish | Frame::Particle)
            && !matches!(reading.lower(verb), "called" | "calls")
        {
            continue;
        }
        let Subject::Named(speaker) = phrases.before(at, verb) else { continue };
        // Behind a full stop a new sentence begins: it attributes only when it says nothing of its own.
        if stopped && (end > verb + 8 || has_own_words(phrases, verb, end)) {
            return None;
        }
        if speaker.start() > document.tokens()[at].span.start() + 160 {
            return None;
        }
        return Some(Attribution {
            speaker: Some(speaker),
            verb: Some(document.tokens()[verb].span),
            end: verb + 1,
            rule: "behind",
            confidence: Confidence::High,
        });
    }
    None
}

/// Whether a verb of speech has a clause or an object of its own behind it.
fn has_own_words(phrases: &Phrases, verb: usize, end: usize) -> bool {
    let word = phrases.reading.lower(verb + 1);
    verb + 1 < end
        && !(is(phrases.reading, verb + 1, Joint::DAY.and(Joint::PREPOSITION))
            || matches!(word, "." | "," | "me" | "us" | "reporters" | "later"))
}

/// The attribution before the quotation at `open`, in the words from token `low` on: X said: "…" · X called it "…".
/// `shared` is the subject of the last verb of speech before `low`, if any.
pub fn before(phrases: &Phrases, quotations: &[Quotation], low: usize, open: usize) -> Option<Attribution> {
    let reading = phrases.reading;
    let document = reading.document();
    let from = low.max(open.saturating_sub(WINDOW));
    for verb in (from..open).rev() {
        if !outside(quotations, verb) {
            continue;
        }
        if reading.lower(verb) == ";" {
            return None;
        }
        if is_according_to(reading, verb) {
            let speaker = phrases.starting_at(verb + 2, open)?;
            let span = document.span_of(TokenSpan::new(verb, verb + 2));
            return Some(Attribution {
                speaker: Some(speaker),
                verb: Some(span),
                end: open,
                rule: "according-to",
                confidence: Confidence::High,
            });
        }
        let Some(frame) = speech(phrases, verb) else { continue };
        let near = open - verb <= 3;
        let introduces = matches!(reading.lower(open - 1), "," | ":" | "that" | "as");
        if frame == Frame::Utterance && !near && !introduces {
            continue;
        }
        let speaker = match subject(phrases, quotations, low, verb, open) {
            Some(speaker) => Some(speaker),
            // Said X: "…"
            None if verb == low && matches!(frame, Frame::Clause | Frame::Statement) => phrases.starting_at(verb + 1, open),
            None if near => None,
            None => continue,
        };
        let confidence = if near || introduces { Confidence::High } else { Confidence::Medium };
        return Some(Attribution { speaker, verb: Some(document.tokens()[verb].span), end: open, rule: "before", confidence });
    }
    if reading.lower(open - 1) == ":" && open > low + 1 {
        // X, on the plan: "…"
        let speaker = phrases.first(low, open - 1);
        return speaker.map(|speaker| Attribution {
            speaker: Some(speaker),
            verb: None,
            end: open,
            rule: "colon",
            confidence: Confidence::Low,
        });
    }
    None
}

/// The subject of the verb of speech at `verb`; for a verb that shares it, that of the verb before; the agent of a passive.
pub fn subject(phrases: &Phrases, quotations: &[Quotation], low: usize, verb: usize, high: usize) -> Option<ByteSpan> {
    let reading = phrases.reading;
    let low = low.max(verb.saturating_sub(300));
    if matches!(reading.lower(verb.wrapping_sub(1)), "was" | "were" | "is" | "are" | "been" | "being")
        && matches!(speech(phrases, verb), Some(Frame::Description | Frame::Judgement | Frame::Naming))
    {
        let by = (verb + 1..high.min(verb + 6)).find(|&at| reading.lower(at) == "by")?;
        return phrases.starting_at(by + 1, high);
    }
    match phrases.before(low, verb) {
        Subject::Named(span) => Some(span),
        Subject::Shared => {
            let earlier = (low..verb).rev().filter(|&at| outside(quotations, at) && speech(phrases, at).is_some()).take(3);
            for at in earlier {
                if let Subject::Named(span) = phrases.before(low, at) {
                    return Some(span);
                }
            }
            phrases.first(low, verb)
        }
        Subject::Missing => None,
    }
}

/// Where the clause that begins at `at` ends: an end mark outside brackets, a semicolon, the next opening quote, or the limit.
pub fn clause_end(phrases: &Phrases, at: usize, limit: usize) -> usize {
    let reading = phrases.reading;
    let limit = limit.min(at + WINDOW);
    let mut at = at;
    while at < limit {
        if reading.document().tokens().get(at).is_some_and(|token| token.kind == TokenKind::Mark) {
            match reading.lower(at) {
                // "R-Ky.,": the full stop of an abbreviation.
                "." if reading.lower(at + 1) == "," => {}
                "." | "!" | "?" | ";" | "“" | "\"" | "„" | "«" => return at,
                // "(D-Wis.)": its full stop ends nothing.
                "(" => at = (at..limit.min(at + BRACKET)).find(|&close| reading.lower(close) == ")").unwrap_or(at),
                _ => {}
            }
        }
        at += 1;
    }
    limit
}

/// Sentences of the block as runs of tokens, joined where a quotation crosses their border.
pub fn outer_sentences(phrases: &Phrases, sentences: Range<usize>, quotations: &[Quotation]) -> Vec<Range<usize>> {
    let mut outer: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for sentence in phrases.reading.sentences().get(sentences).unwrap_or_default() {
        let range = sentence.tokens.range();
        match outer.last_mut() {
            Some(last) if open => last.end = range.end,
            _ => outer.push(range.clone()),
        }
        let next = quotations.partition_point(|quotation| quotation.close <= range.end);
        open = quotations.get(next).is_some_and(|quotation| quotation.open < range.end);
    }
    outer
}
