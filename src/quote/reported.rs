//! Reported speech without quotation marks: "X said (that) …", "…, X said", "according to X, …", "Police: …".

use std::ops::Range;

use super::attribution::{self, speech};
use super::complement::{self, Report, begins_clause, can_speak, next_report, skip_circumstances, words};
use super::marks::Quotation;
use super::phrase::Phrases;
use super::subject::Subject;
use super::words::{REPORTING, is, is_according_to, is_adverb, is_capital, is_dash, is_mark, is_possessive, is_word, outside, trimmed};
use crate::fact::{Confidence, EntityKind, Quote, QuoteForm};
use crate::lexicon::en::class;
use crate::lexicon::en::joint::Joint;
use crate::lexicon::en::report::Frame;
use crate::lexicon::{Classes, Reading};
use crate::text::{ByteSpan, Shape, TokenSpan};

/// Tokens around a verb that are looked at: a "sentence" of thousands of words is a list or a table.
const REACH: usize = 300;

/// Words that can report what somebody says or thinks, besides "according to".
const TELLING: Classes = REPORTING.union(class::SAYING).union(class::OPINION);

/// Tokens of a dateline at most.
const DATELINE: usize = 16;

/// Fewer words than this are no report.
const SHORTEST: usize = 2;

/// Words that a report before its verb needs, if no verb is seen among them: "In the town, X said" reports nothing.
const PHRASE: usize = 4;

/// Tokens between a comma and the last name or noun of the subject behind it.
const TITLE: usize = 14;

/// Tokens before a colon that names who says what follows.
const LABEL: usize = 4;

/// Adds the reports of one sentence, given as tokens.
pub fn tag(phrases: &Phrases, quotations: &[Quotation], sentence: Range<usize>, quotes: &mut Vec<Quote>) {
    let reading = phrases.reading;
    let document = reading.document();
    let last = content_end(phrases, &sentence);
    let mut at = sentence.start;
    // What stands before this token belongs to an earlier attribution.
    let mut free = None;
    while at < last {
        if !(reading.is(at, TELLING) || is_according_to(reading, at)) {
            at += 1;
            continue;
        }
        let free = free.get_or_insert_with(|| behind_dateline(phrases, &sentence));
        let start = at.saturating_sub(REACH).max(*free).min(at);
        let end = last.min(at + REACH);
        if !outside(quotations, at) {
            at += 1;
            continue;
        }
        if is_according_to(reading, at) {
            if let Some((parts, speaker)) = according(phrases, quotations, at, start..end) {
                let verb = document.span_of(TokenSpan::new(at, at + 2));
                push(phrases, quotations, parts, speaker, verb, ("according-to", Confidence::High), quotes);
            }
            at += 2;
            continue;
        }
        if let Some((content, speaker, rule)) = nominal(phrases, quotations, at, &(start..end)) {
            push(phrases, quotations, [content, 0..0], speaker, document.tokens()[at].span, (rule, Confidence::Medium), quotes);
        }
        let Some(frame) = speech(phrases, at).filter(|_| reports(phrases, at, sentence.start)) else {
            at += 1;
            continue;
        };
        let verb = document.tokens()[at].span;
        if let Some((comma, speaker)) = inverted(phrases, frame, at, start..end) {
            push(phrases, quotations, [start..comma, 0..0], speaker, verb, ("trailing", Confidence::Medium), quotes);
            *free = at + 1;
        } else {
            let low = sentence.start.max(at.saturating_sub(REACH));
            let speaker = attribution::subject(phrases, quotations, low, at, at + 1);
            if let Some(Report { content, rule, personal }) = complement::behind(phrases, quotations, at, frame, &(low..end), speaker) {
                let personal = personal || is_participial(phrases, at);
                // "Asked if X discussed it": nothing is said of what X did.
                let asked =
                    |speaker: ByteSpan| matches!(reading.lower(phrases.token_at(speaker.start()).wrapping_sub(1)), "if" | "whether");
                if let Some(speaker) = speaker.filter(|&speaker| (!personal || can_speak(phrases, speaker)) && !asked(speaker)) {
                    push(phrases, quotations, [content, 0..0], speaker, verb, (rule, Confidence::Medium), quotes);
                }
            } else if let Some((parts, speaker)) = trailing(phrases, quotations, frame, at, start..end) {
                *free = skip_circumstances(phrases, at + 1, end, frame);
                push(phrases, quotations, parts, speaker, verb, ("trailing", Confidence::Medium), quotes);
            }
        }
        at += 1;
    }
}

/// Whether the verb at `at` is a participle without an auxiliary, which any noun may have behind it: "a road leading", "it is worth noting".
fn is_participial(phrases: &Phrases, at: usize) -> bool {
    phrases.reading.lower(at).ends_with("ing") && !is(phrases.reading, at.wrapping_sub(1), Joint::AUXILIARY)
}

/// Adds a report in one part or in two, which the attribution stands between.
fn push(
    phrases: &Phrases,
    quotations: &[Quotation],
    parts: [Range<usize>; 2],
    speaker: ByteSpan,
    verb: ByteSpan,
    (rule, confidence): (&'static str, Confidence),
    quotes: &mut Vec<Quote>,
) {
    let mut continues = None;
    let second = !parts[1].is_empty();
    for content in parts {
        if words(phrases, &content, SHORTEST) < if second { 1 } else { SHORTEST } || is_quoted(quotations, &content) {
            continue;
        }
        let Some(span) = trimmed(phrases.reading, content).filter(|span| !span.overlaps(speaker)) else { continue };
        quotes.push(Quote {
            span,
            form: QuoteForm::Indirect,
            speaker_span: Some(speaker),
            speaker: None,
            verb: Some(verb),
            continues,
            rule,
            confidence,
        });
        continues = Some(quotes.len() - 1);
    }
}

/// One past the last token of the words of a sentence that ends with an end mark.
fn content_end(phrases: &Phrases, sentence: &Range<usize>) -> usize {
    let mut end = sentence.end;
    while end > sentence.start && matches!(phrases.reading.lower(end - 1), "." | "!" | "?" | "…") {
        end -= 1;
    }
    end
}

/// Whether the verb at `verb` says that something was said: not in the passive, whose subject is told, and not denied.
fn reports(phrases: &Phrases, verb: usize, low: usize) -> bool {
    let reading = phrases.reading;
    if verb == low {
        return true;
    }
    let adverb = verb > low + 1 && is_adverb(reading, verb - 1);
    let before = reading.lower(verb - 1 - usize::from(adverb));
    let passive = matches!(before, "was" | "were" | "been" | "being" | "be" | "is" | "are") && !reading.lower(verb).ends_with("ing");
    !passive
        && !matches!(before, "the" | "a" | "an" | "of" | "his" | "her" | "their" | "its" | "no" | "not" | "never")
        && !before.ends_with("n't")
        && !before.ends_with("n’t")
}

/// "…, said X": the comma and X. The words behind the verb then hold no verb, those before it do.
fn inverted(phrases: &Phrases, frame: Frame, verb: usize, sentence: Range<usize>) -> Option<(usize, ByteSpan)> {
    let reading = phrases.reading;
    let comma = verb.checked_sub(1).filter(|&comma| comma > sentence.start && reading.lower(comma) == ",")?;
    if !matches!(frame, Frame::Clause | Frame::Statement | Frame::ThatClause) || reading.lower(verb).ends_with("ing") {
        return None;
    }
    let speaker = phrases.starting_at(verb + 1, sentence.end)?;
    let after = (verb + 1..sentence.end).take_while(|&at| !matches!(reading.lower(at), "," | "—") && !is(reading, at, Joint::OPENER));
    let plain = complement::is_plain(phrases, verb);
    let told = (sentence.start..comma).any(|at| phrases.is_verb(at))
        || plain && words(phrases, &(sentence.start..comma), 2 * PHRASE) >= 2 * PHRASE;
    let told = told && (plain || can_speak(phrases, speaker));
    (told && !after.into_iter().any(|at| phrases.is_verb(at))).then_some((comma, speaker))
}

/// "…, X said (on Monday)" and "…, X said, …": the words before the comma, and those behind the attribution.
fn trailing(
    phrases: &Phrases,
    quotations: &[Quotation],
    frame: Frame,
    verb: usize,
    sentence: Range<usize>,
) -> Option<([Range<usize>; 2], ByteSpan)> {
    let reading = phrases.reading;
    if !matches!(frame, Frame::Clause | Frame::Statement | Frame::ThatClause | Frame::Addressee | Frame::Thought) {
        return None;
    }
    let after = skip_circumstances(phrases, verb + 1, sentence.end, frame);
    if after < sentence.end && begins_clause(phrases, after) {
        return None;
    }
    let Subject::Named(speaker) = phrases.before(sentence.start, verb) else { return None };
    let subject = phrases.token_at(speaker.start());
    let low = sentence.start.max(subject.saturating_sub(TITLE));
    // The comma, or a quotation that ends with one.
    let comma = (low..subject).rev().find(|&at| {
        let quoted = || {
            quotations.get(quotations.partition_point(|quotation| quotation.close <= at)).is_some_and(|quotation| {
                at + 1 == quotation.close && reading.lower(at.wrapping_sub(quotation.close - quotation.end)) == ","
            })
        };
        reading.lower(at) == "," && outside(quotations, at) || is_dash(reading, at) && at > low || quoted()
    })?;
    let phrase = (comma + 1..subject).all(|at| !phrases.is_verb(at) && !is(reading, at, Joint::OPENER) && speech(phrases, at).is_none());
    if !phrase || is(reading, comma + 1, Joint::CONJUNCTION) {
        return None;
    }
    let first = sentence.start..comma + usize::from(!outside(quotations, comma));
    let second = second_half(phrases, quotations, after, sentence.end);
    let introduces = (after..sentence.end.min(after + 2)).any(|at| !outside(quotations, at));
    let second = if is_quoted(quotations, &first) { 0..0 } else { second };
    // "In the town, X said" reports nothing; "At least five died, X said" does.
    let bounds = reading.is(first.start, class::QUALIFIER) || reading.is(first.start + 1, class::QUALIFIER);
    let opens = is(reading, first.start, Joint::PREPOSITION.and(Joint::SUBORDINATE).and(Joint::DAY)) && !bounds;
    let opens = opens && !first.clone().any(|at| reading.lower(at) == ",");
    let tells = first.clone().any(|at| phrases.is_verb(at)) && !opens
        || words(phrases, &first, 2 * PHRASE) >= if opens { 2 * PHRASE } else { PHRASE };
    (!introduces && (tells || !second.is_empty())).then_some(([first, second], speaker))
}

/// What goes on behind the comma at `comma`, which closes an attribution.
fn second_half(phrases: &Phrases, quotations: &[Quotation], comma: usize, end: usize) -> Range<usize> {
    let reading = phrases.reading;
    let start = comma + 1;
    if start >= end || reading.lower(comma) != "," || !outside(quotations, start) {
        return 0..0;
    }
    let other = phrases.is_participle(start)
        || is(reading, start, Joint::RELATIVE.and(Joint::SUBORDINATE)) && reading.lower(start) != "that"
        || is_according_to(reading, start);
    let content = start..next_report(phrases, quotations, start, end);
    // "…, X said, but Y denied it": the rest has a speaker of its own.
    let spoken = content
        .clone()
        .any(|at| outside(quotations, at) && speech(phrases, at).is_some_and(|frame| matches!(frame, Frame::Clause | Frame::Addressee)));
    if other || spoken || words(phrases, &content, SHORTEST) < SHORTEST { 0..0 } else { content }
}

/// "X's claim that …", "her fear that …" and "X is afraid that …": a noun or an adjective of speech or thought.
fn nominal(
    phrases: &Phrases,
    quotations: &[Quotation],
    at: usize,
    sentence: &Range<usize>,
) -> Option<(Range<usize>, ByteSpan, &'static str)> {
    let reading = phrases.reading;
    if !reading.is(at, class::SAYING.union(class::OPINION)) || reading.lower(at + 1) != "that" {
        return None;
    }
    let content = at + 2..complement::clause_end(phrases, quotations, at, sentence);
    if !begins_clause(phrases, content.start) {
        return None;
    }
    let before = at.checked_sub(1).filter(|&before| before >= sentence.start)?;
    let adverb = before > sentence.start && is_adverb(reading, before);
    let before = before - usize::from(adverb);
    if reading.is(at, class::OPINION) && is(reading, before, Joint::AUXILIARY.and(Joint::PHASE)) {
        let Subject::Named(speaker) = phrases.before(sentence.start, at) else { return None };
        // "It is clear that …" is nobody's opinion.
        let people = can_speak(phrases, speaker) && reading.lower(phrases.token_at(speaker.start())) != "it";
        return people.then_some((content, speaker, "opinion"));
    }
    // An adjective may stand between: "his earlier claim".
    let owner = (sentence.start.max(at.saturating_sub(3))..at).rev().find(|&near| is_possessive(reading, near) || is_own(reading, near))?;
    let speaker = if is_possessive(reading, owner) {
        match phrases.ending_at(sentence.start, owner.checked_sub(1)?) {
            Subject::Named(speaker) => speaker,
            _ => return None,
        }
    } else {
        phrases.span(owner, owner + 1)?
    };
    reading.is(at, class::SAYING).then_some((content, speaker, "saying"))
}

/// Whether token `at` is a possessive pronoun of people.
fn is_own(reading: &Reading, at: usize) -> bool {
    matches!(reading.lower(at), "his" | "her" | "their")
}

/// "According to X, …", "…, according to X" and "…, according to X, …".
fn according(phrases: &Phrases, quotations: &[Quotation], at: usize, sentence: Range<usize>) -> Option<([Range<usize>; 2], ByteSpan)> {
    let reading = phrases.reading;
    let document = reading.document();
    let speaker = phrases.starting_at(at + 2, sentence.end)?;
    let after = || (at + 2..sentence.end).find(|&next| reading.lower(next) == "," && document.tokens()[next].span.start() >= speaker.end());
    if at <= sentence.start + 1 {
        let mut comma = after()?;
        // "According to Ann Bell, the mayor of Leeds, …": an apposition is not what she says.
        if let Some(close) = (comma + 1..sentence.end.min(comma + 16)).find(|&next| reading.lower(next) == ",")
            && is(reading, comma + 1, Joint::DETERMINER.and(Joint::RELATIVE))
            && (matches!(reading.lower(comma + 1), "who" | "which" | "whose") || (comma + 1..close).all(|at| !phrases.is_verb(at)))
        {
            comma = close;
        }
        return Some(([comma + 1..next_report(phrases, quotations, comma + 1, sentence.end), 0..0], speaker));
    }
    let second = after().map_or(0..0, |comma| second_half(phrases, quotations, comma, sentence.end));
    // Behind a whole clause, what follows is an apposition of the speaker's more often than the rest of the report.
    let whole = (sentence.start..at).any(|at| phrases.is_verb(at));
    Some(([sentence.start..at, if whole { 0..0 } else { second }], speaker))
}

/// "Police: …", "Poll: …" and "DOE: …" at the head of a block, in headlines and transcripts: the words behind the colon.
pub fn labelled(phrases: &Phrases, quotations: &[Quotation], block: Range<usize>, quotes: &mut Vec<Quote>) {
    let reading = phrases.reading;
    let Some(colon) = (block.start + 1..block.end.min(block.start + LABEL + 1)).find(|&at| reading.lower(at) == ":") else { return };
    let label = block.start..colon;
    let person = phrases.name_at(block.start).is_some_and(|name| name.kind == EntityKind::Person && name.tokens.end as usize == colon);
    let kind =
        reading.is(colon - 1, class::DOCUMENT.union(class::SOURCE)) && label.clone().all(|at| is_word(reading, at) && !phrases.is_verb(at));
    let content = colon + 1..content_end(phrases, &block);
    if !(person || kind && is_capital(reading, colon + 1)) || words(phrases, &content, PHRASE) < PHRASE - 1 || is_mark(reading, colon + 1) {
        return;
    }
    let Some(speaker) = phrases.span(label.start, label.end) else { return };
    let mark = reading.document().tokens()[colon].span;
    push(phrases, quotations, [content, 0..0], speaker, mark, ("labelled", Confidence::Low), quotes);
}

/// The token behind a dateline ("KABUL (Agency) —"), else the first of the sentence.
fn behind_dateline(phrases: &Phrases, sentence: &Range<usize>) -> usize {
    let reading = phrases.reading;
    let tokens = reading.document().tokens();
    let Some(dash) = (sentence.start..sentence.end.min(sentence.start + DATELINE)).find(|&at| is_dash(reading, at)) else {
        return sentence.start;
    };
    let mut bracket = false;
    let names = (sentence.start..dash).all(|at| {
        bracket |= reading.lower(at) == "(";
        is_capital(reading, at)
            || !is_word(reading, at)
            || tokens[at].shape.has(Shape::DIGIT)
            || is(reading, at, Joint::DAY)
            || reading.is(at, class::PARTICLE)
            || bracket
    });
    let capitals = tokens.get(sentence.start).is_some_and(|token| token.shape.has(Shape::ALL_CAPS));
    if names && (bracket || capitals) { dash + 1 + usize::from(reading.lower(dash + 1) == "-") } else { sentence.start }
}

/// Whether the whole content stands in quotation marks: then it is a direct quote, told elsewhere.
fn is_quoted(quotations: &[Quotation], content: &Range<usize>) -> bool {
    let next = quotations.partition_point(|quotation| quotation.close <= content.start);
    quotations.get(next).is_some_and(|quotation| {
        let whole = quotation.close + 1 >= content.end;
        quotation.open <= content.start && (whole || quotation.end.saturating_sub(quotation.first) * 2 > content.len())
    })
}
