//! The subject of a verb of speech: the noun phrase before it, across appositions, relative clauses and brackets.

use super::attribution;
use super::phrase::{LONGEST, Phrases};
use super::words::{Joins, REPORTING, is, is_adverb, is_capital, is_dash, is_mark, is_possessive};
use crate::fact::EntityKind;
use crate::lexicon::en::class;
use crate::lexicon::en::joint::Joint;
use crate::text::{ByteSpan, TokenKind};

/// Tokens between a noun and the verb of its main clause, with a relative clause between them.
const RELATIVE: usize = 16;

/// Tokens of an apposition.
const APPOSITION: usize = 40;

/// What stands where the subject of a verb is looked for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Subject {
    /// These words.
    Named(ByteSpan),
    /// That of an earlier verb: "he warned …, and described …", "…, adding that".
    Shared,
    /// Nothing that can be read as one.
    Missing,
}

impl Phrases<'_> {
    /// The subject of the verb at `verb`, looked for leftwards down to token `low`.
    pub fn before(&self, low: usize, verb: usize) -> Subject {
        let reading = self.reading;
        let Some(mut at) = self.skip_left(low, verb) else { return Subject::Missing };
        let word = reading.lower(at);
        if matches!(word, "and" | "but" | "or" | "&")
            || matches!(word, "while" | "when" | "after" | "before" | "by") && self.is_participle(verb)
        {
            return Subject::Shared;
        }
        if word == "as" {
            // "quoted X as saying", "was quoted as saying"
            let Some(next) = self.skip_left(low, at) else { return Subject::Missing };
            // "was quoted by the agency as saying"
            let quoted = (low.max(at.saturating_sub(LONGEST / 2))..at).rev().find(|&at| matches!(reading.lower(at), "quoted" | "cited"));
            let by = quoted.filter(|&quoted| reading.lower(quoted + 1) == "by" && is(reading, quoted.wrapping_sub(1), Joint::AUXILIARY));
            at = match by {
                Some(quoted) => {
                    let Some(next) = self.skip_left(low, quoted) else { return Subject::Missing };
                    next
                }
                None => next,
            };
        }
        if matches!(word, "who" | "which") {
            return self.antecedent(low, at);
        }
        if word == ")" {
            let Some(next) = self.open_bracket(low, at) else { return Subject::Missing };
            at = next;
        }
        if reading.lower(at) == "," {
            if self.is_participle(verb) {
                return Subject::Shared;
            }
            return self.before_apposition(low, at);
        }
        // "X -- the head of Y -- said"
        let dash = if is_dash(reading, at) {
            Some(at)
        } else {
            at.checked_sub(1).filter(|&first| first >= low && is_dash(reading, first) && is_mark(reading, at))
        };
        if let Some(close) = dash {
            let open = (low.max(close.saturating_sub(APPOSITION))..close).rev().find(|&at| is_dash(reading, at));
            return open.map_or(Subject::Missing, |open| self.before_mark(low, open));
        }
        self.ending_at(low, at)
    }

    /// The subject noun phrase whose last token is `last`.
    pub fn ending_at(&self, low: usize, last: usize) -> Subject {
        let reading = self.reading;
        if is_mark(reading, last) && reading.lower(last) != ")" {
            return Subject::Missing;
        }
        if is(reading, last, Joint::PRONOUN) {
            return self.span(last, last + 1).map_or(Subject::Missing, Subject::Named);
        }
        if is_possessive(reading, last) {
            return Subject::Missing;
        }
        // "those close to him said": an object, inside of the subject.
        let object = is(reading, last, Joint::OBJECT);
        let mut first = last + 1;
        while first > low && last + 1 - first < LONGEST {
            let at = first - 1;
            let (word, joins) = (reading.lower(at), Joins::of(reading, at));
            let token = reading.document().tokens()[at];
            match token.kind {
                TokenKind::Mark => {
                    if word == ")" {
                        match self.open_bracket(low, at) {
                            Some(before) => {
                                first = before + 1;
                                continue;
                            }
                            None => break,
                        }
                    }
                    let next_glued = reading.document().tokens().get(at + 1).is_some_and(|next| !next.is_spaced());
                    if !matches!(word, "-" | "–" | "&" | "/" | "'" | "’") || !next_glued {
                        break;
                    }
                }
                TokenKind::Address if at < last => break,
                TokenKind::Word
                    // "Smith and Jones said", "the army and the rebels said" stay one phrase.
                    if (joins.any(Joint::OPENER.and(Joint::AUXILIARY).and(Joint::PRONOUN).and(Joint::CONJUNCTION))
                        && !(joins.any(Joint::DETERMINER) && at < last && !joins.any(Joint::OPENER))
                        || matches!(word, "to" | "by") && !(object && at + 1 == last)
                        || matches!(word, "than" | "not" | "quoted" | "cited")
                        || reading.is(at, REPORTING) && !token.is_capitalised() && attribution::speech(self, at).is_some())
                        && !(word == "and" && at > low && self.joins(low, at)) =>
                {
                    break;
                }
                _ => {}
            }
            first = at;
            if joins.any(Joint::DETERMINER) && !(at > low && is(reading, at - 1, Joint::PREPOSITION)) {
                break;
            }
        }
        while first <= last && is(reading, first, Joint::PREPOSITION.and(Joint::DAY)) {
            first += 1;
        }
        // "the farmers who were driven out said": what stands behind "who" is its clause, and the subject before it.
        if let Some(joint) = self.relative(low, first, last) {
            return self.antecedent(low, joint);
        }
        if first > last || !self.begins_phrase(first) {
            return Subject::Missing;
        }
        if first > low && is(reading, first - 1, Joint::AUXILIARY) && self.is_verb(first) {
            return Subject::Missing;
        }
        Subject::Named(self.narrow(first, last + 1))
    }

    /// The "who", "whose" or "which" in whose clause the words before a verb end, if they do: the phrase from `first` to `last` is
    /// then no subject of the main clause.
    fn relative(&self, low: usize, first: usize, last: usize) -> Option<usize> {
        let reading = self.reading;
        let from = low.max(last.saturating_sub(RELATIVE));
        let joint = (from..=last).rev().take_while(|&at| !matches!(reading.lower(at), "," | ";" | ":")).find(|&at| {
            matches!(reading.lower(at), "who" | "whose" | "which")
                || reading.lower(at) == "that" && self.is_verb(at + 1) && self.is_people(at.wrapping_sub(1))
        })?;
        let noun = joint.checked_sub(1).filter(|&at| at >= low && !is_mark(reading, at))?;
        let own = (joint + 1..=last).any(|at| self.is_verb(at));
        let anew = self.begins_anew(joint + 1) || is(reading, joint + 1, Joint::PRONOUN);
        (joint < last && first > joint && !is(reading, noun, Joint::OPENER.and(Joint::CONJUNCTION)) && (own || !anew)).then_some(joint)
    }

    /// Whether a phrase of its own stands behind "who": "the man who [the police said]".
    fn begins_anew(&self, at: usize) -> bool {
        let reading = self.reading;
        reading.is(at, class::SOURCE.union(class::ROLE).union(class::PERSON))
            || is_capital(reading, at)
            || is(reading, at, Joint::DETERMINER)
    }

    /// The noun that the relative pronoun at `joint` stands for.
    fn antecedent(&self, low: usize, joint: usize) -> Subject {
        let reading = self.reading;
        let Some(mut last) = joint.checked_sub(1).filter(|&at| at >= low) else { return Subject::Missing };
        if reading.lower(last) == "," || is_dash(reading, last) || reading.lower(last) == "-" && is_dash(reading, last.saturating_sub(1)) {
            last -= usize::from(!is_dash(reading, last) && last > low && reading.lower(last) == "-");
            let Some(before) = last.checked_sub(1).filter(|&at| at >= low) else { return Subject::Missing };
            last = before;
        }
        let next = self.names.partition_point(|name| (name.tokens.end as usize) <= last);
        if let Some(name) = self.names.get(next).filter(|name| name.tokens.end as usize == last + 1 && name.tokens.first as usize >= low)
            && name.kind == EntityKind::Person
        {
            return Subject::Named(name.span);
        }
        // "left for the women, who": the nearest noun is meant where it is one for people.
        if self.is_people(last) {
            let mut first = last;
            while first > low && last - first < 6 && !is_mark(reading, first - 1) && !is(reading, first, Joint::DETERMINER) {
                if is(reading, first - 1, Joint::PREPOSITION.and(Joint::OPENER).and(Joint::CONJUNCTION))
                    && !is(reading, first - 1, Joint::DETERMINER)
                {
                    break;
                }
                if self.is_verb(first - 1) {
                    break;
                }
                first -= 1;
            }
            return self.span(first, last + 1).map_or(Subject::Missing, Subject::Named);
        }
        self.ending_at(low, last)
    }

    fn is_people(&self, at: usize) -> bool {
        self.reading.is(at, class::PERSON.union(class::ROLE))
    }

    /// The subject before the comma `close`, which closes an apposition: "X, the head of Y, said", "X, who fled, said".
    fn before_apposition(&self, low: usize, close: usize) -> Subject {
        let reading = self.reading;
        let comma_before =
            |close: usize| (low.max(close.saturating_sub(APPOSITION))..close).rev().find(|&comma| reading.lower(comma) == ",");
        let mut close = close;
        for stripped in 0..6 {
            let Some(open) = comma_before(close) else {
                // One comma only: "In the town, said" cannot be told; the words before the comma count behind an apposition.
                return if stripped > 0 { self.before_mark(low, close) } else { Subject::Missing };
            };
            let word = reading.lower(open + 1);
            let before = comma_before(open).map_or(low, |comma| comma + 1);
            let adverbial = before == low
                && (is(reading, low, Joint::PREPOSITION.and(Joint::SUBORDINATE).and(Joint::DAY))
                    || self.is_participle(low)
                    || is_adverb(reading, low));
            let opens = is(reading, open + 1, Joint::DETERMINER)
                || reading.is(open + 1, class::ROLE)
                || (open + 1..close).all(|inner| self.is_name_like(inner));
            if opens && adverbial && !matches!(word, "who" | "which" | "whose") {
                return self.before_mark(open + 1, close);
            }
            // "a spokesman for the group, Ann Bell, said"
            let next = self.names.partition_point(|name| (name.tokens.first as usize) <= open);
            if let Some(name) = self.names.get(next).filter(|name| {
                name.kind == EntityKind::Person && name.tokens.first as usize == open + 1 && name.tokens.end as usize == close
            }) {
                return Subject::Named(name.span);
            }
            let number = reading.document().tokens().get(open + 1).is_some_and(|token| token.kind == TokenKind::Number);
            let described = is(reading, open + 1, Joint::DETERMINER.and(Joint::RELATIVE))
                || matches!(word, "of" | "from" | "with" | "in" | "former" | "one" | "now" | "then" | "also" | "himself" | "herself")
                || number
                || self.is_participle(open + 1)
                || reading.is(open + 1, class::ROLE)
                || (open + 1..close).any(|at| reading.is(at, class::ROLE))
                    && !is_capital(reading, open + 1)
                    && !(open + 1..close).any(|at| self.is_verb(at));
            // A place or a party behind a name or a place: "of Springfield, Va.", "X, R-Ky.".
            let short =
                close - open <= 6 && (open + 1..close).all(|inner| self.is_name_like(inner)) && is_capital(reading, open.wrapping_sub(1));
            if described || short && (before..open).all(|at| !self.is_verb(at)) {
                close = open;
                continue;
            }
            return if stripped > 0 || (open + 1..close).all(|inner| self.is_name_like(inner)) {
                self.before_mark(open + 1, close)
            } else {
                Subject::Missing
            };
        }
        Subject::Missing
    }

    /// The subject whose last token stands before the mark at `mark`.
    fn before_mark(&self, low: usize, mark: usize) -> Subject {
        let Some(last) = mark.checked_sub(1).filter(|&last| last >= low) else { return Subject::Missing };
        if self.reading.lower(last) == ")" {
            return self.open_bracket(low, last).map_or(Subject::Missing, |last| self.ending_at(low, last));
        }
        self.ending_at(low, last)
    }

    /// Steps left over adverbs, auxiliaries and times between a verb and its subject.
    fn skip_left(&self, low: usize, verb: usize) -> Option<usize> {
        let reading = self.reading;
        let mut at = verb.checked_sub(1)?;
        for _ in 0..8 {
            if at < low {
                return None;
            }
            let word = reading.lower(at);
            if word == "to" {
                // "went on to say", "continued to insist"; but "refused to say" says nothing.
                let verb = reading.lower(at.saturating_sub(1));
                if is(reading, at.saturating_sub(1), Joint::PHASE) {
                    at = at.checked_sub(2)?;
                } else if verb == "on" && matches!(reading.lower(at.saturating_sub(2)), "went" | "goes") {
                    at = at.checked_sub(3)?;
                } else {
                    return None;
                }
                continue;
            }
            let joins = Joins::of(reading, at);
            if joins.any(Joint::DAY) {
                at = at.checked_sub(1)?;
                if at >= low && matches!(reading.lower(at), "on" | "last" | "this" | "late" | "early") {
                    at = at.checked_sub(1)?;
                }
                continue;
            }
            let adverb = !is_capital(reading, at) && (is_adverb(reading, at) || joins.any(Joint::ADVERB));
            if !adverb && !joins.any(Joint::AUXILIARY) {
                return Some(at);
            }
            at = at.checked_sub(1)?;
        }
        None
    }

    /// Whether "and" at `at` joins two nouns of one subject: both are capitalised, or no verb stands before it in its clause.
    fn joins(&self, low: usize, at: usize) -> bool {
        let reading = self.reading;
        if is_capital(reading, at + 1) && is_capital(reading, at - 1) {
            return true;
        }
        let from = low.max(at.saturating_sub(LONGEST / 2));
        let mut clause = (from..at).rev().take_while(|&before| !is_mark(reading, before) || reading.lower(before) == "-");
        let mut least = at;
        let nouns = clause.all(|before| {
            least = before;
            !self.is_verb(before) && !is(reading, before, Joint::OPENER.and(Joint::PRONOUN)) && !reading.is(before, REPORTING)
        });
        nouns && least < at && (least == low || is_mark(reading, least.wrapping_sub(1)))
    }
}
