//! What a verb of speech reports: the clause, the infinitive or the noun phrase behind it.

use std::ops::Range;

use super::attribution::speech;
use super::marks::Quotation;
use super::phrase::Phrases;
use super::words::{REPORTING, is, is_according_to, is_adverb, is_capital, is_dash, is_mark, is_possessive, is_word, outside};
use crate::lexicon::Reading;
use crate::lexicon::en::class;
use crate::lexicon::en::joint::Joint;
use crate::lexicon::en::report::{Frame, PARTICLES};
use crate::text::{ByteSpan, TokenKind};

/// Fewer words than this are no report, in a clause and as a noun phrase: "condemned the attack" tells nothing.
const SHORTEST: usize = 2;
const SHORTEST_OBJECT: usize = 3;

/// Tokens in which a clause shows its verb, and a verb of asking its "to".
const SOON: usize = 16;

/// Tokens of an opening subordinate clause before its verb of speech.
const OPENING: usize = 12;

/// Words that a verb reports.
pub struct Report {
    /// The words, as tokens.
    pub content: Range<usize>,
    /// Name of the rule.
    pub rule: &'static str,
    /// Only somebody who can speak, or something written, is said to do so by this verb.
    pub personal: bool,
}

/// What the verb at `verb` reports behind itself; `speaker` is its subject where one is known.
pub fn behind(
    phrases: &Phrases,
    quotations: &[Quotation],
    verb: usize,
    frame: Frame,
    sentence: &Range<usize>,
    speaker: Option<ByteSpan>,
) -> Option<Report> {
    let reading = phrases.reading;
    let end = clause_end(phrases, quotations, verb, sentence);
    let found = |content: Range<usize>, rule: &'static str, personal: bool| {
        let least = if matches!(rule, "said-object" | "said-of" | "said-to") { SHORTEST_OBJECT } else { SHORTEST };
        (words(phrases, &content, least) >= least).then_some(Report { content, rule, personal })
    };
    // "spoke warmly of"
    let particle = verb + 1 + usize::from(is_adverb(reading, verb + 1));
    if PARTICLES.get(reading.lower(verb)).is_some_and(|particles| particles.contains(&reading.lower(particle))) {
        let content = particle + 1..object_end(phrases, quotations, particle + 1, end);
        let asks = reading.lower(particle) != "on" || infinitive(phrases, content.start, content.end).is_some();
        let begins = begins_object(phrases, content.start) || phrases.is_participle(content.start);
        let content = if reading.lower(content.start) == "what" { content.start..end } else { content };
        return found(content, "said-of", true).filter(|_| asks && (begins || reading.lower(particle + 1) == "what"));
    }
    let (verb, frame) = match frame {
        Frame::Particle if reading.lower(verb + 1) == "out" => (verb + 1, Frame::Statement),
        Frame::Particle => return None,
        _ => (verb, frame),
    };
    if matches!(frame, Frame::Utterance) {
        return None;
    }
    let start = skip_circumstances(phrases, verb + 1, end, frame);
    if start >= end {
        return None;
    }
    let word = reading.lower(start);
    let clauses = !matches!(frame, Frame::Description | Frame::Judgement | Frame::Naming);
    let thought = frame == Frame::Wish;
    if clauses && word == "that" {
        return found(start + 1..end, "said-that", thought);
    }
    let asks = matches!(frame, Frame::Infinitive) || reading.lower(verb).starts_with("wonder");
    if clauses
        && start == verb + 1
        && (matches!(word, "whether" | "how" | "why") || asks && matches!(word, "if" | "what" | "when" | "where" | "who"))
        || matches!(frame, Frame::Addressee | Frame::Clause) && start > verb + 1 && matches!(word, "whether" | "how" | "why" | "what")
    {
        return found(start..end, "said-whether", thought);
    }
    let acts = matches!(frame, Frame::Vow | Frame::Wish | Frame::Infinitive | Frame::Addressee);
    if acts && let Some(to) = infinitive(phrases, start, end) {
        let own = to == start;
        let other = matches!(frame, Frame::Infinitive | Frame::Addressee) || matches!(frame, Frame::Wish) && phrases.begins_phrase(start);
        let begins = if frame == Frame::Addressee { verb + 1 } else { start };
        if (own && frame != Frame::Addressee) || (other && !own && begins_object(phrases, start)) || (own && start > verb + 1) {
            return found(begins..object_end(phrases, quotations, start, end), "said-to", true);
        }
    }
    let bare = begins_clause(phrases, start)
        && match frame {
            Frame::Clause | Frame::Statement | Frame::Vow => is_plain(phrases, verb) || is_clause(phrases, start, end),
            // "told the crowd, “…”" introduces a quotation.
            Frame::Addressee => {
                let mut own = (start..end).filter(|&at| outside(quotations, at));
                start > verb + 1 && ((start..end).all(|at| outside(quotations, at)) || own.any(|at| phrases.is_verb(at)))
            }
            Frame::ThatClause | Frame::Thought => is_clause(phrases, start, end),
            Frame::Wish => reading.lower(verb).starts_with("hop") && is_clause(phrases, start, end),
            _ => false,
        };
    if bare {
        return found(start..end, "said", thought);
    }
    let written = || speaker.is_some_and(|speaker| holds(phrases, speaker, |at| reading.is(at, class::DOCUMENT)));
    let object = match frame {
        Frame::Statement | Frame::Judgement => true,
        Frame::Naming => names(phrases, start, end),
        Frame::ThatClause => written(),
        _ => false,
    };
    if start == verb + 1 && begins_object(phrases, start) {
        let content = start..object_end(phrases, quotations, start, end);
        let next = quotations.partition_point(|quotation| quotation.close <= content.start);
        let quoted = quotations.get(next).is_some_and(|quotation| quotation.open > content.start && quotation.close <= end);
        if object || quoted && matches!(frame, Frame::Description | Frame::Naming) {
            return found(content, "said-object", true);
        }
    }
    None
}

/// How many words stand in `content`, counted up to `enough`.
pub fn words(phrases: &Phrases, content: &Range<usize>, enough: usize) -> usize {
    content.clone().filter(|&at| is_word(phrases.reading, at)).take(enough).count()
}

/// Whether some token of `span` is of a kind.
fn holds(phrases: &Phrases, span: ByteSpan, of: impl Fn(usize) -> bool) -> bool {
    let tokens = phrases.reading.document().tokens();
    let touched = |at: &usize| tokens.get(*at).is_some_and(|token| token.span.start() < span.end());
    (phrases.token_at(span.start())..).take_while(touched).any(of)
}

/// Whether these words name somebody who can speak, or something written: a pronoun, a name, a word for people, a body, a document.
pub fn can_speak(phrases: &Phrases, speaker: ByteSpan) -> bool {
    let reading = phrases.reading;
    let first = phrases.token_at(speaker.start());
    let opens = || first == 0 || reading.document().sentence_of(first) != reading.document().sentence_of(first - 1);
    holds(phrases, speaker, |at| {
        reading.is(at, class::PERSON.union(class::ROLE).union(class::SOURCE).union(class::DOCUMENT).union(class::COLLECTIVE))
            || is(reading, at, Joint::PRONOUN)
            || is_capital(reading, at) && !(at == first && (opens() || is(reading, at, Joint::DETERMINER)))
            || phrases.name_at(at).is_some()
    })
}

/// A verb that takes a bare clause of any shape: "say", "add", "tell". Behind the others the clause must show its verb: "denied the charges".
pub fn is_plain(phrases: &Phrases, verb: usize) -> bool {
    let word = phrases.reading.lower(verb);
    word.starts_with("sa") || word.starts_with("add")
}

/// Steps over times, places and addressees between the verb and its clause: "said [Monday] that", "told [reporters]".
pub fn skip_circumstances(phrases: &Phrases, from: usize, end: usize, frame: Frame) -> usize {
    let reading = phrases.reading;
    // An explicit "that" soon settles it, where a clause follows it.
    let clauses = !matches!(frame, Frame::Description | Frame::Judgement | Frame::Naming) && infinitive(phrases, from, end) != Some(from);
    // Behind an object "that" belongs to it, "stressed the need that …", unless it is one who listens: "warned the villagers that …".
    let free = matches!(frame, Frame::Addressee | Frame::Infinitive) || !phrases.begins_phrase(from);
    let listens = |at: usize| {
        reading.is(at, class::PERSON.union(class::ROLE).union(class::SOURCE).union(class::COLLECTIVE))
            || is_capital(reading, at)
            || is(reading, at, Joint::DAY.and(Joint::OBJECT))
    };
    for at in from..end.min(from + if clauses { SOON } else { 0 }) {
        let clause = || at + 2 < end && begins_clause(phrases, at + 1);
        match reading.lower(at) {
            "that" if (at == from || free || listens(at - 1)) && !is(reading, at.wrapping_sub(1), Joint::PREPOSITION) && clause() => {
                return at;
            }
            // "told the envoy, Ann Bell, that …"
            "," if frame == Frame::Addressee => {}
            "," | ";" | ":" | "who" | "which" | "when" | "where" | "if" => break,
            _ if at > from && (phrases.is_verb(at) || is(reading, at, Joint::PRONOUN)) => break,
            _ => {}
        }
    }
    let mut at = from;
    if frame == Frame::Addressee {
        if is(reading, at, Joint::OBJECT)
            || reading.lower(at) == "you"
            || reading.is(at, class::PERSON.union(class::SOURCE)) && !is_capital(reading, at)
        {
            at += 1;
        } else {
            at += usize::from(is(reading, at, Joint::DETERMINER));
            while at < end
                && (is_capital(reading, at)
                    || reading.is(at, class::SOURCE.union(class::PERSON).union(class::ROLE))
                    || is_possessive(reading, at))
            {
                at += 1;
            }
        }
    }
    for _ in 0..3 {
        let word = reading.lower(at);
        let owned = is_possessive(reading, at + 1);
        if is(reading, at, Joint::DAY) && !owned || matches!(word, "later" | "earlier" | "recently" | "again" | "publicly") {
            at += 1;
        } else if matches!(word, "on" | "late" | "early" | "last" | "this") && is(reading, at + 1, Joint::DAY) {
            at += 2;
            at += usize::from(is(reading, at, Joint::DAY));
        } else if is(reading, at, Joint::PREPOSITION) || phrases.is_verb(at) && at > from {
            // "in a statement released Monday", "at a news conference on Friday"
            let occasion = (at + 1..end.min(at + 9))
                .take_while(|&next| !matches!(reading.lower(next), "," | "that"))
                .take_while(|&next| !is(reading, next, Joint::AUXILIARY.and(Joint::PRONOUN)))
                .find(|&next| reading.is(next, class::OCCASION));
            match occasion {
                Some(occasion) => at = occasion + 1,
                None => break,
            }
        } else {
            break;
        }
    }
    at
}

/// Whether a clause can begin at `at`: a subject, not an object or the end.
pub fn begins_clause(phrases: &Phrases, at: usize) -> bool {
    let reading = phrases.reading;
    let Some(token) = reading.document().tokens().get(at) else { return false };
    match token.kind {
        TokenKind::Mark => opens_quotation(reading, at) || matches!(reading.lower(at), "$" | "€" | "£"),
        TokenKind::Number => true,
        TokenKind::Address => false,
        TokenKind::Word => {
            let day = is(reading, at, Joint::DAY) && !is_possessive(reading, at + 1);
            // "said about 20 people died", "said at least 20 died"
            let bound =
                reading.is(at, class::QUALIFIER) || reading.is(at + 1, class::QUALIFIER) && matches!(reading.lower(at), "at" | "up");
            let number = |at: usize| {
                reading.is(at, class::NUMERAL) || reading.document().tokens().get(at).is_some_and(|token| token.kind == TokenKind::Number)
            };
            if bound && (number(at + 1) || number(at + 2)) && reading.lower(at) != "by" {
                return true;
            }
            let joint = phrases.is_preposition(at)
                || is(reading, at, Joint::PREPOSITION.and(Joint::CONJUNCTION).and(Joint::SUBORDINATE).and(Joint::AUXILIARY));
            !joint && !day && !matches!(reading.lower(at), "through" | "when" | "than")
        }
    }
}

/// Whether the words from `start` on show a subject and a verb before the next mark.
pub fn is_clause(phrases: &Phrases, start: usize, end: usize) -> bool {
    let reading = phrases.reading;
    if is(reading, start, Joint::PERSONAL) || reading.lower(start) == "there" {
        return true;
    }
    (start + 1..end.min(start + SOON))
        .take_while(|&at| !matches!(reading.lower(at), "," | ";" | ":") && !is(reading, at, Joint::OPENER.and(Joint::RELATIVE)))
        .take_while(|&at| reading.lower(at) != "to")
        .any(|at| {
            phrases.is_verb(at)
                && (is(reading, at, Joint::AUXILIARY) || !is_mark(reading, at - 1))
                && !matches!(reading.lower(at - 1), "the" | "a" | "an")
        })
}

/// Whether a second noun phrase says what the first is called: "called [the vote] [a farce]"; not "called an ambulance".
fn names(phrases: &Phrases, start: usize, end: usize) -> bool {
    let reading = phrases.reading;
    (start + 1..end.min(start + 2 * SOON)).take_while(|&at| reading.lower(at) != ",").any(|at| {
        let before = at - 1;
        let joins = is(reading, before, Joint::PREPOSITION.and(Joint::CONJUNCTION).and(Joint::DETERMINER).and(Joint::OPENER))
            || phrases.is_verb(before);
        matches!(reading.lower(at), "a" | "an") && is_word(reading, before) && !joins && !is(reading, at + 1, Joint::DAY)
    })
}

fn opens_quotation(reading: &Reading, at: usize) -> bool {
    matches!(reading.lower(at), "“" | "\"" | "‘" | "`" | "'" | "«")
}

/// Whether a noun phrase that sums up what was said can begin at `at`.
fn begins_object(phrases: &Phrases, at: usize) -> bool {
    let reading = phrases.reading;
    let pronoun = is(reading, at, Joint::PERSONAL.and(Joint::OBJECT)) && !is(reading, at, Joint::DETERMINER);
    !pronoun && (phrases.begins_phrase(at) || opens_quotation(reading, at))
}

/// The "to" of an infinitive: at `start`, or behind a noun phrase there that no verb or comma interrupts.
fn infinitive(phrases: &Phrases, start: usize, end: usize) -> Option<usize> {
    let reading = phrases.reading;
    let to = (start..end.min(start + SOON))
        .take_while(|&at| reading.lower(at) != "," && !phrases.is_verb(at))
        .find(|&at| reading.lower(at) == "to")?;
    let verb = !is_mark(reading, to + 1)
        && !is_capital(reading, to + 1)
        && !is(reading, to + 1, Joint::DETERMINER.and(Joint::PRONOUN).and(Joint::PREPOSITION));
    let number = reading.document().tokens().get(to + 1).is_some_and(|token| token.kind == TokenKind::Number);
    (verb && !number && to + 1 < end).then_some(to)
}

/// Where the clause that the verb at `verb` reports ends at the latest.
pub fn clause_end(phrases: &Phrases, quotations: &[Quotation], verb: usize, sentence: &Range<usize>) -> usize {
    let reading = phrases.reading;
    let end = next_report(phrases, quotations, verb + 1, sentence.end);
    // A concession is the article's: "…, but the road is open".
    let end = (verb + 2..end)
        .find(|&at| {
            is_mark(reading, at)
                && reading.lower(at) == ","
                && matches!(reading.lower(at + 1), "but" | "although" | "though")
                && reading.lower(at + 2) != "that"
                && outside(quotations, at)
        })
        .unwrap_or(end);
    // "While X said that …, Y did": the report ends with the subordinate clause.
    if is(reading, sentence.start, Joint::SUBORDINATE)
        && verb < sentence.start + OPENING
        && let Some(comma) = (verb + 1..end).find(|&at| reading.lower(at) == "," && outside(quotations, at))
    {
        return comma;
    }
    end
}

/// Where the reported clause ends: before ", adding that", "and warned that", ", but he noted", ", according to", or at `end`.
pub fn next_report(phrases: &Phrases, quotations: &[Quotation], from: usize, end: usize) -> usize {
    let reading = phrases.reading;
    let ends = |at: usize| is_mark(reading, at) && reading.lower(at) == ";";
    for at in from..end {
        let told = reading.is(at, REPORTING) || is_according_to(reading, at) || ends(at);
        if !told || !outside(quotations, at) {
            continue;
        }
        if ends(at) {
            return at;
        }
        if is_according_to(reading, at) && reading.lower(at - 1) == "," {
            return at - 1;
        }
        let Some(frame) = speech(phrases, at) else { continue };
        if at <= from || matches!(frame, Frame::Infinitive | Frame::Thought | Frame::Wish | Frame::Particle) {
            continue;
        }
        // "and repeatedly says"
        let first = at - usize::from(at > from + 1 && is_adverb(reading, at - 1));
        let (before, finite) = (reading.lower(first - 1), reading.lower(at));
        if matches!(before, "and" | "but")
            && (reading.lower(at + 1) == "that"
                || matches!(frame, Frame::Description | Frame::Judgement | Frame::Naming | Frame::Clause | Frame::Statement | Frame::Vow))
        {
            return if reading.lower(first.wrapping_sub(2)) == "," { first - 2 } else { first - 1 };
        }
        if before == "," && finite.ends_with("ing") {
            return first - 1;
        }
        // "…, sources said": those words have an attribution of their own.
        if at + 1 >= end
            && let Some(comma) = (from.max(at.saturating_sub(SOON / 2))..at).rev().find(|&at| reading.lower(at) == ",")
        {
            return comma;
        }
        // ", but the mayor noted": a clause with a speaker of its own.
        let low = from.max(at.saturating_sub(SOON / 2));
        let joint = (low..at).rev().take_while(|&at| !phrases.is_verb(at) || is(reading, at, Joint::AUXILIARY)).find(|&at| {
            let marked = is_mark(reading, at.wrapping_sub(1));
            is(reading, at, Joint::CONJUNCTION.and(Joint::SUBORDINATE))
                && at > from
                && (marked || is_capital(reading, at + 1) && frame.is_said() && !finite.ends_with("ing"))
        });
        if let Some(joint) = joint.filter(|&joint| joint + 1 < at && reading.lower(joint + 1) != "that") {
            let marked = is_mark(reading, joint - 1) && outside(quotations, joint - 1);
            return joint - usize::from(marked);
        }
    }
    end
}

/// Where a noun phrase or an infinitive ends at the latest: at a comma behind which something else begins. Times at its end are the verb's.
fn object_end(phrases: &Phrases, quotations: &[Quotation], from: usize, end: usize) -> usize {
    let reading = phrases.reading;
    let mut stop = (from..end)
        .find(|&at| {
            let other = is(reading, at + 1, Joint::RELATIVE.and(Joint::SUBORDINATE).and(Joint::PRONOUN).and(Joint::OPENER))
                || reading.lower(at + 1) == "but"
                || is(reading, at + 1, Joint::CONJUNCTION) && (is(reading, at + 2, Joint::PRONOUN) || phrases.is_verb(at + 2))
                || phrases.is_participle(at + 1 + usize::from(is_adverb(reading, at + 1) || is(reading, at + 1, Joint::ADVERB)));
            // "…, the mayor said": those words have a verb of speech of their own.
            let spoken = || {
                let mut next = (at + 1..end.min(at + SOON / 2)).take_while(|&at| reading.lower(at) != ",");
                next.any(|at| matches!(speech(phrases, at), Some(Frame::Clause | Frame::Statement)))
            };
            outside(quotations, at)
                && (reading.lower(at) == "," && (other || spoken()) || is_dash(reading, at) && at > from + SHORTEST_OBJECT)
        })
        .unwrap_or(end);
    while stop > from + 1 && is(reading, stop - 1, Joint::DAY) && !is(reading, stop - 2, Joint::DETERMINER) {
        stop -= 1;
        if matches!(reading.lower(stop - 1), "on" | "last" | "late" | "early" | "this") {
            stop -= 1;
        }
    }
    stop
}
