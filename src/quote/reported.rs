//! Reported speech without quotation marks: "X said (that) …", "…, X said", "according to X, …".

use std::ops::Range;

use super::attribution::{self, speech};
use super::marks::Quotation;
use super::phrase::{self, Phrases, Subject, trimmed};
use crate::fact::{Confidence, Quote, QuoteForm};
use crate::lexicon::en::speech::Speech;
use crate::text::{ByteSpan, Shape, TokenKind, TokenSpan};

/// Tokens around a verb that are looked at: a "sentence" of thousands of words is a list or a table.
const REACH: usize = 300;

/// Tokens of a dateline at most.
const DATELINE: usize = 14;

/// Fewer words than this are no report.
const SHORTEST: usize = 2;

/// Adds the reports of one sentence, given as tokens.
pub fn tag(phrases: &Phrases, quotations: &[Quotation], sentence: Range<usize>, quotes: &mut Vec<Quote>) {
    let reading = phrases.reading;
    let document = reading.document();
    let last = content_end(phrases, &sentence);
    let mut at = sentence.start;
    while at < last {
        let sentence = sentence.start.max(at.saturating_sub(REACH))..sentence.end;
        let end = last.min(at + REACH);
        if !phrase::outside(quotations, at) {
            at += 1;
            continue;
        }
        if reading.reads(at, &["according", "to"]) {
            if let Some(quote) = according(phrases, quotations, at, sentence.start..end) {
                quotes.push(quote);
            }
            at += 2;
            continue;
        }
        let Some(frame) = speech(phrases, at) else {
            at += 1;
            continue;
        };
        if let Some((content, rule)) = content(phrases, quotations, at, frame, sentence.start..end)
            && words(phrases, &content) >= SHORTEST
            && !is_quoted(quotations, &content)
            && let Some(span) = trimmed(reading, content.clone())
        {
            let speaker = attribution::subject(phrases, quotations, sentence.start, at, content.start.max(at + 1));
            let inverted = speaker.is_none() && content.end <= at;
            let speaker = if inverted { phrases.starting_at(at + 1, end) } else { speaker };
            if let Some(speaker) = speaker.filter(|speaker| !speaker.overlaps(span)) {
                quotes.push(quote(span, speaker, document.tokens()[at].span, rule, Confidence::Medium));
            }
        }
        at += 1;
    }
}

/// Adds nothing to a sentence that ends with an end mark: one past the last token of its words.
fn content_end(phrases: &Phrases, sentence: &Range<usize>) -> usize {
    let mut end = sentence.end;
    while end > sentence.start && matches!(phrases.reading.lower(end - 1), "." | "!" | "?" | "…") {
        end -= 1;
    }
    end
}

fn quote(span: ByteSpan, speaker: ByteSpan, verb: ByteSpan, rule: &'static str, confidence: Confidence) -> Quote {
    Quote {
        span,
        form: QuoteForm::Indirect,
        speaker_span: Some(speaker),
        speaker: None,
        verb: Some(verb),
        continues: None,
        rule,
        confidence,
    }
}

/// The clause that the verb at `verb` reports.
fn content(
    phrases: &Phrases,
    quotations: &[Quotation],
    verb: usize,
    frame: Speech,
    sentence: Range<usize>,
) -> Option<(Range<usize>, &'static str)> {
    let reading = phrases.reading;
    if matches!(frame, Speech::Description | Speech::Utterance) {
        return None;
    }
    let before = reading.lower(verb.wrapping_sub(1));
    if verb > sentence.start && matches!(before, "the" | "a" | "an" | "of" | "his" | "her" | "their" | "its" | "no" | "not") {
        return None; // a noun, or nothing was said
    }
    // "had been ordered", "was told": who says so is not told.
    if matches!(before, "was" | "were" | "been" | "being" | "be") && !reading.lower(verb).ends_with("ing") {
        return None;
    }
    let mut clause = next_report(phrases, quotations, verb + 1, sentence.end);
    // "While X said that …, Y did": the report ends with the subordinate clause.
    if matches!(reading.lower(sentence.start), "while" | "although" | "though" | "as" | "when" | "after" | "if" | "because" | "since")
        && verb < sentence.start + 12
        && let Some(comma) = (verb + 1..clause).find(|&at| reading.lower(at) == "," && phrase::outside(quotations, at))
    {
        clause = comma;
    }
    let start = skip_circumstances(phrases, verb + 1, clause, frame);
    if start < clause && reading.lower(start) == "that" {
        return Some((start + 1..clause, "said-that"));
    }
    let bare = matches!(frame, Speech::Clause | Speech::Addressee) || before == "who";
    if bare
        && start < clause
        && begins_clause(phrases, start)
        && (frame != Speech::Addressee || start > verb + 1)
        && !is_loose(phrases, verb)
    {
        return Some((start..clause, "said"));
    }
    // Trailing: "…, X said (on Monday)." The verb has no clause of its own and a comma stands before its subject.
    if matches!(frame, Speech::Clause | Speech::ThatClause | Speech::Addressee) && !begins_clause(phrases, start.min(clause)) {
        let subject = match phrases.before(sentence.start, verb) {
            Subject::Named(span) => reading.document().token_at(span.start()),
            _ if reading.lower(verb.wrapping_sub(1)) == "," => verb, // "…, said X"
            _ => return None,
        };
        let comma = (sentence.start..subject).rev().take(24).find(|&at| reading.lower(at) == ",")?;
        let between_is_phrase =
            (comma + 1..subject).all(|at| !phrase::is_clause_opener(reading.lower(at)) && speech(phrases, at).is_none());
        if between_is_phrase && subject <= comma + 8 {
            return Some((behind_dateline(phrases, &sentence)..comma, "trailing"));
        }
    }
    None
}

/// Verbs that rarely take a bare clause with a noun phrase first: "denied the charges", "confirmed the deaths".
fn is_loose(phrases: &Phrases, verb: usize) -> bool {
    let word = phrases.reading.lower(verb);
    let strong = ["sa", "add", "insist", "claim", "warn", "tell", "told", "tweet", "argu", "alleg", "acknowledg", "predict"];
    let next = phrases.reading.lower(verb + 1);
    if strong[..2].iter().any(|stem| word.starts_with(stem)) || word.starts_with("told") || word.starts_with("tell") {
        return false;
    }
    !(strong.iter().any(|stem| word.starts_with(stem))
        && (phrase::is_pronoun(next) || phrases.reading.document().tokens().get(verb + 1).is_some_and(|t| t.is_capitalised())))
}

/// Steps over times, places and addressees between the verb and its clause: "said [Monday] that", "told [reporters]".
fn skip_circumstances(phrases: &Phrases, from: usize, end: usize, frame: Speech) -> usize {
    let reading = phrases.reading;
    // An explicit "that" soon settles it.
    for at in from..end.min(from + 14) {
        match reading.lower(at) {
            "that" if at == from || !phrase::is_preposition(reading.lower(at - 1)) => return at,
            "," | ";" | ":" | "who" | "which" | "when" | "where" | "if" => break,
            _ => {}
        }
    }
    let mut at = from;
    if frame == Speech::Addressee {
        let pronoun =
            matches!(reading.lower(at), "him" | "her" | "them" | "me" | "us" | "reporters" | "journalists" | "lawmakers" | "residents");
        if pronoun {
            at += 1;
        } else {
            if matches!(reading.lower(at), "the" | "a" | "an" | "his" | "her") {
                at += 1;
            }
            let tokens = reading.document().tokens();
            while at < end
                && (tokens[at].is_capitalised()
                    || matches!(reading.lower(at), "news" | "agency" | "newspaper" | "television" | "tv" | "radio" | "press"))
            {
                at += 1;
            }
        }
    }
    for _ in 0..3 {
        let word = reading.lower(at);

        let owned = |at: usize| reading.document().tokens().get(at + 1).is_some_and(|token| token.shape.has(Shape::POSSESSIVE));
        if phrase::is_time(word) && !owned(at) || matches!(word, "later" | "earlier" | "recently" | "again" | "publicly") {
            at += 1;
        } else if matches!(word, "on" | "late" | "early" | "last" | "this") && phrase::is_time(reading.lower(at + 1)) {
            at += 2;
        } else if matches!(word, "in" | "at" | "during") && matches!(reading.lower(at + 1), "a" | "an" | "the") {
            // "in a statement", "at a news conference on Friday"
            let stop = (at + 2..end.min(at + 9)).find(|&next| {
                matches!(
                    reading.lower(next),
                    "statement"
                        | "interview"
                        | "conference"
                        | "briefing"
                        | "speech"
                        | "tweet"
                        | "report"
                        | "letter"
                        | "email"
                        | "post"
                        | "message"
                        | "address"
                )
            });
            match stop {
                Some(stop) => at = stop + 1,
                None => break,
            }
        } else {
            break;
        }
    }
    at
}

/// Whether a clause can begin at `at`: a subject, not an object or the end.
fn begins_clause(phrases: &Phrases, at: usize) -> bool {
    let reading = phrases.reading;
    let Some(token) = reading.document().tokens().get(at) else { return false };
    let word = reading.lower(at);
    match token.kind {
        TokenKind::Mark => matches!(word, "“" | "\"" | "$" | "€" | "£"),
        TokenKind::Number => true,
        TokenKind::Address => false,
        TokenKind::Word => {
            !(matches!(
                word,
                "in" | "on"
                    | "at"
                    | "of"
                    | "to"
                    | "about"
                    | "with"
                    | "by"
                    | "during"
                    | "through"
                    | "from"
                    | "and"
                    | "but"
                    | "or"
                    | "so"
                    | "as"
                    | "when"
                    | "while"
                    | "after"
                    | "before"
                    | "because"
            ) || phrase::is_auxiliary(word)
                || phrase::is_time(word) && !reading.document().tokens().get(at + 1).is_some_and(|next| next.shape.has(Shape::POSSESSIVE)))
        }
    }
}

/// Where the reported clause ends: before ", adding that", "and warned that", ", according to", or at `end`.
fn next_report(phrases: &Phrases, quotations: &[Quotation], from: usize, end: usize) -> usize {
    let reading = phrases.reading;
    for at in from..end {
        if !phrase::outside(quotations, at) {
            continue;
        }
        if reading.lower(at) == ";" {
            return at;
        }
        if reading.reads(at, &["according", "to"]) && reading.lower(at - 1) == "," {
            return at - 1;
        }
        let Some(frame) = speech(phrases, at) else { continue };
        if frame == Speech::Infinitive || at <= from {
            continue;
        }
        let before = reading.lower(at - 1);
        if matches!(before, "and" | "but") && (reading.lower(at + 1) == "that" || matches!(frame, Speech::Description | Speech::Clause)) {
            return if reading.lower(at.wrapping_sub(2)) == "," { at - 2 } else { at - 1 };
        }
        if before == "," && reading.lower(at).ends_with("ing") {
            return at - 1;
        }
    }
    end
}

/// "According to X, …" and "…, according to X".
fn according(phrases: &Phrases, quotations: &[Quotation], at: usize, sentence: Range<usize>) -> Option<Quote> {
    let reading = phrases.reading;
    let document = reading.document();
    let speaker = phrases.starting_at(at + 2, sentence.end)?;
    let verb = document.span_of(TokenSpan::new(at, at + 2));
    let content = if at <= sentence.start + 1 {
        let comma =
            (at + 2..sentence.end).find(|&next| reading.lower(next) == "," && document.tokens()[next].span.start() >= speaker.end())?;
        comma + 1..sentence.end
    } else {
        behind_dateline(phrases, &sentence)..at
    };
    if words(phrases, &content) < SHORTEST || is_quoted(quotations, &content) {
        return None;
    }
    Some(quote(trimmed(reading, content)?, speaker, verb, "according-to", Confidence::High))
}

/// The token behind a dateline ("KABUL (Agency) —"), else the first of the sentence.
fn behind_dateline(phrases: &Phrases, sentence: &Range<usize>) -> usize {
    let reading = phrases.reading;
    let tokens = reading.document().tokens();
    let capitals = tokens.get(sentence.start).is_some_and(|token| token.shape.has(Shape::ALL_CAPS));
    let dash = (sentence.start..sentence.end.min(sentence.start + DATELINE)).find(|&at| matches!(reading.lower(at), "—" | "–"));
    dash.filter(|_| capitals).map_or(sentence.start, |dash| dash + 1)
}

fn words(phrases: &Phrases, content: &Range<usize>) -> usize {
    content.clone().filter(|&at| phrase::is_word(phrases.reading, at)).take(SHORTEST).count()
}

/// Whether the whole content stands in quotation marks: then it is a direct quote, told elsewhere.
fn is_quoted(quotations: &[Quotation], content: &Range<usize>) -> bool {
    let next = quotations.partition_point(|quotation| quotation.close <= content.start);
    quotations.get(next).is_some_and(|quotation| quotation.open <= content.start && quotation.close + 1 >= content.end)
        || quotations
            .get(next)
            .is_some_and(|quotation| quotation.open <= content.start && quotation.end.saturating_sub(quotation.first) * 2 > content.len())
}
