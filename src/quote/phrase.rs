//! The words that name a speaker: the noun phrase before or behind a verb of speech.

use std::ops::Range;

use crate::fact::{EntityKind, NameMention};
use crate::lexicon::Reading;
use crate::lexicon::en::class;
use crate::text::{ByteSpan, Shape, TokenKind, TokenSpan};

/// Longest noun phrase that is looked at, in tokens.
const LONGEST: usize = 24;

/// The text with its names, for finding noun phrases.
#[derive(Clone, Copy)]
pub struct Phrases<'a> {
    /// The text.
    pub reading: &'a Reading,
    /// Names of the whole text, in order.
    pub names: &'a [NameMention],
}

impl Phrases<'_> {
    /// The subject of the verb at `verb`, looked for leftwards down to token `low`.
    pub fn before(&self, low: usize, verb: usize) -> Subject {
        let Some(mut at) = self.skip_left(low, verb) else { return Subject::Missing };
        let word = self.reading.lower(at);
        if matches!(word, "and" | "but" | "or" | "&") {
            return Subject::Shared;
        }
        if word == "as" {
            // "quoted X as saying", "was quoted as saying"
            let Some(next) = self.skip_left(low, at) else { return Subject::Missing };
            at = next;
        }
        if matches!(word, "who" | "which") {
            let Some(next) = at.checked_sub(1).filter(|&next| next >= low) else { return Subject::Missing };
            at = if self.reading.lower(next) == "," { next.saturating_sub(1).max(low) } else { next };
            let name = self.names.partition_point(|name| (name.tokens.end as usize) <= at);
            if let Some(name) = self.names.get(name).filter(|name| name.tokens.end as usize == at + 1 && name.tokens.first as usize >= low)
            {
                return Subject::Named(name.span);
            }
            return self.ending_at(low, at);
        }
        if word == ")" {
            let Some(next) = self.open_bracket(low, at) else { return Subject::Missing };
            at = next;
        }
        if self.reading.lower(at) == "," {
            if self.is_participle(verb) {
                return Subject::Shared;
            }
            return self.before_apposition(low, at);
        }
        self.ending_at(low, at)
    }

    /// The noun phrase that begins at token `first` and ends before `high`: "said [the mayor of the town], …".
    pub fn starting_at(&self, first: usize, high: usize) -> Option<ByteSpan> {
        let reading = self.reading;
        if first >= high {
            return None;
        }
        if is_pronoun(reading.lower(first)) {
            return self.span(first, first + 1);
        }
        let high = high.min(first + LONGEST);
        let mut end = first;
        while end < high {
            let word = reading.lower(end);
            let token = reading.document().tokens()[end];
            let inner_mark = matches!(word, "-" | "&" | "/" | "." | "'" | "’") && !token.is_spaced();
            let stop = match token.kind {
                TokenKind::Mark => !inner_mark || (word == "." && end + 1 >= high),
                TokenKind::Word => {
                    end > first
                        && (is_clause_opener(word)
                            || is_auxiliary(word)
                            || is_time(word)
                            || matches!(
                                word,
                                "in" | "on"
                                    | "at"
                                    | "during"
                                    | "after"
                                    | "before"
                                    | "to"
                                    | "by"
                                    | "from"
                                    | "about"
                                    | "over"
                                    | "with"
                                    | "and"
                                    | "near"
                            ))
                }
                TokenKind::Number => false,
                TokenKind::Address => end > first,
            };
            if stop {
                break;
            }
            end += 1;
        }
        (end > first && self.begins_phrase(first)).then(|| self.narrow(first, end))
    }

    /// The subject noun phrase whose last token is `last`.
    fn ending_at(&self, low: usize, last: usize) -> Subject {
        let reading = self.reading;
        if reading.document().tokens().get(last).is_none_or(|token| token.kind == TokenKind::Mark) {
            return Subject::Missing;
        }
        if is_pronoun(reading.lower(last)) {
            return self.span(last, last + 1).map_or(Subject::Missing, Subject::Named);
        }
        let mut first = last + 1;
        while first > low && last + 1 - first < LONGEST {
            let at = first - 1;
            let word = reading.lower(at);
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
                    if is_clause_opener(word)
                        || is_auxiliary(word)
                        || is_pronoun(word)
                        || matches!(word, "but" | "and" | "or" | "to" | "by" | "than" | "not" | "quoted" | "cited")
                        || reading.is(at, class::SPEECH) && !token.is_capitalised() =>
                {
                    // "Smith and Jones said", "the army and the rebels said" stay one phrase.
                    let joins = word == "and" && at > low && self.joins_names(at);
                    if !joins {
                        break;
                    }
                }
                _ => {}
            }
            first = at;
            if is_determiner(word) && !(at > low && is_preposition(reading.lower(at - 1))) {
                break;
            }
        }
        while first <= last && (is_preposition(reading.lower(first)) || is_time(reading.lower(first))) {
            first += 1;
        }
        // "fishermen who live near the wreck said": what stands behind "who" is its clause, and the subject before it.
        if first > low + 1
            && reading.lower(first - 1) == "who"
            && last > first + 1
            && !reading.is(first, class::SOURCE.union(class::ROLE).union(class::PERSON))
            && !reading.document().tokens().get(first).is_some_and(|token| token.is_capitalised())
            && !is_determiner(reading.lower(first))
        {
            return self.ending_at(low, first - 2);
        }
        if first > last || !self.begins_phrase(first) {
            return Subject::Missing;
        }
        Subject::Named(self.narrow(first, last + 1))
    }

    /// The subject before the comma `at`, which closes an apposition: "X, the head of Y, said", "X, who fled, said".
    fn before_apposition(&self, low: usize, at: usize) -> Subject {
        let reading = self.reading;
        let mut close = at;
        for _ in 0..4 {
            let Some(open) = (low.max(close.saturating_sub(40))..close).rev().find(|&comma| reading.lower(comma) == ",") else {
                // One comma only: "Still, X, said" cannot be told; "In the town, said" neither. The name before it counts.
                return self.ending_at(low, close.saturating_sub(1).max(low));
            };
            let word = reading.lower(open + 1);
            let describes = is_determiner(word)
                || matches!(word, "who" | "which" | "whose" | "of" | "from" | "with" | "in" | "head" | "director" | "president" | "former")
                || reading.document().tokens().get(open + 1).is_some_and(|token| token.kind == TokenKind::Number)
                || self.is_participle(open + 1)
                || reading.is(open + 1, class::ROLE);
            if describes {
                return self.ending_at(low, open.saturating_sub(1).max(low));
            }
            if (open + 1..close).all(|inner| self.is_name_like(inner)) {
                return self.ending_at(open + 1, close - 1);
            }
            close = open;
        }
        Subject::Missing
    }

    /// The first noun phrase of the clause that begins at `low`: who acts, when a later verb shares its subject.
    pub fn first(&self, low: usize, high: usize) -> Option<ByteSpan> {
        let reading = self.reading;
        let mut first = low;
        let opening = reading.lower(first);
        if is_preposition(opening) || is_clause_opener(opening) || self.is_participle(first) || opening.ends_with("ly") {
            let comma = (first..high.min(first + 30)).find(|&at| reading.lower(at) == ",")?;
            first = comma + 1;
        }
        while first < high && matches!(reading.lower(first), "and" | "but" | "yet" | "so" | "also" | "then" | "later") {
            first += 1;
        }
        if first >= high {
            return None;
        }
        let name = self.names.partition_point(|name| (name.tokens.first as usize) < first);
        if let Some(name) = self.names.get(name)
            && name.tokens.first as usize <= first + 6
            && name.kind == EntityKind::Person
            && (name.tokens.end as usize) < high
        {
            return Some(name.span);
        }
        if is_pronoun(reading.lower(first)) {
            return self.span(first, first + 1);
        }
        let mut end = first;
        while end < high.min(first + 6) {
            let word = reading.lower(end);
            let verb = is_auxiliary(word) || reading.is(end, class::SPEECH) || end > first + 1 && word.ends_with("ed");
            if verb || is_clause_opener(word) || reading.document().tokens()[end].kind != TokenKind::Word {
                break;
            }
            end += 1;
        }
        (end > first && self.begins_phrase(first)).then(|| self.narrow(first, end))
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
            let lower_case = !reading.document().tokens()[at].is_capitalised();
            let adverb = lower_case
                && (word.len() > 4 && word.ends_with("ly")
                    || matches!(
                        word,
                        "also"
                            | "then"
                            | "later"
                            | "earlier"
                            | "again"
                            | "once"
                            | "already"
                            | "still"
                            | "now"
                            | "never"
                            | "often"
                            | "first"
                            | "even"
                            | "just"
                            | "quoted"
                            | "soon"
                            | "who's"
                    ));
            let auxiliary = is_auxiliary(word);
            if word == "to" {
                // "went on to say", "continued to insist"; but "refused to say" says nothing.
                let verb = reading.lower(at.saturating_sub(1));
                if matches!(verb, "continued" | "continues" | "began" | "hastened") {
                    at = at.checked_sub(2)?;
                } else if verb == "on" && matches!(reading.lower(at.saturating_sub(2)), "went" | "goes") {
                    at = at.checked_sub(3)?;
                } else {
                    return None;
                }
                continue;
            }
            if is_time(word) {
                at = at.checked_sub(1)?;
                if at >= low && matches!(reading.lower(at), "on" | "last" | "this" | "late" | "early") {
                    at = at.checked_sub(1)?;
                }
                continue;
            }
            if !adverb && !auxiliary {
                return Some(at);
            }
            at = at.checked_sub(1)?;
        }
        None
    }

    /// The token before the bracket that `close` closes.
    fn open_bracket(&self, low: usize, close: usize) -> Option<usize> {
        let open = (low.max(close.saturating_sub(14))..close).rev().find(|&at| self.reading.lower(at) == "(")?;
        open.checked_sub(1).filter(|&at| at >= low)
    }

    /// Whether "and" at `at` joins two nouns of one subject: the word behind it is capitalised or has its own article.
    fn joins_names(&self, at: usize) -> bool {
        let tokens = self.reading.document().tokens();
        let capital = |index: usize| tokens.get(index).is_some_and(|token| token.is_capitalised());
        capital(at + 1) && capital(at - 1)
    }

    fn is_name_like(&self, at: usize) -> bool {
        let Some(token) = self.reading.document().tokens().get(at) else { return false };
        token.is_capitalised()
            || matches!(token.kind, TokenKind::Mark) && matches!(self.reading.lower(at), "-" | "." | "’" | "'")
            || matches!(
                self.reading.lower(at),
                "de" | "al" | "el" | "von" | "van" | "bin" | "der" | "la" | "le" | "da" | "di" | "jr" | "sr"
            )
    }

    fn is_participle(&self, at: usize) -> bool {
        let word = self.reading.lower(at);
        let capital = self.reading.document().tokens().get(at).is_some_and(|token| token.is_capitalised());
        word.len() > 4 && word.ends_with("ing") && (!capital || self.reading.is(at, class::SPEECH))
    }

    /// Whether a noun phrase can begin with token `at`.
    fn begins_phrase(&self, at: usize) -> bool {
        let word = self.reading.lower(at);
        self.reading.document().tokens().get(at).is_some_and(|token| token.kind != TokenKind::Mark)
            && !is_clause_opener(word)
            && !is_preposition(word)
            && !is_auxiliary(word)
            && !matches!(word, "not" | "so" | "there" | "then" | "and" | "but" | "or" | "what" | "how" | "here")
    }

    /// The phrase without appositions, brackets and modifiers behind its head; the name alone where a name is the head.
    fn narrow(&self, first: usize, end: usize) -> ByteSpan {
        let reading = self.reading;
        let mut head = first;
        while head < end {
            let word = reading.lower(head);
            if head > first && (matches!(word, "," | "(") || is_preposition(word) && !self.inside_name(head)) {
                break;
            }
            head += 1;
        }
        let name = self.names.partition_point(|name| (name.tokens.end as usize) < head);
        let name = self.names[name..].iter().take(2).find(|name| name.tokens.end as usize == head && name.tokens.first as usize >= first);
        if let Some(name) = name
            && (name.kind != EntityKind::Nationality)
        {
            return name.span;
        }
        let kept = if head < end && matches!(reading.lower(head), "," | "(") { head } else { end };
        self.span(first, kept).unwrap_or_default()
    }

    fn inside_name(&self, at: usize) -> bool {
        let next = self.names.partition_point(|name| name.tokens.end as usize <= at);
        self.names.get(next).is_some_and(|name| name.tokens.holds(at))
    }

    fn span(&self, first: usize, end: usize) -> Option<ByteSpan> {
        let span = self.reading.document().span_of(TokenSpan::new(first, end));
        (!span.is_empty()).then_some(span)
    }
}

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

/// Whether `word` (lower case) is a pronoun that can be a subject.
pub fn is_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "it" | "i" | "we" | "one" | "some" | "many" | "others" | "both")
}

/// Whether `word` begins a subordinate clause or a question.
pub fn is_clause_opener(word: &str) -> bool {
    matches!(
        word,
        "that"
            | "when"
            | "as"
            | "while"
            | "because"
            | "if"
            | "where"
            | "who"
            | "which"
            | "whose"
            | "although"
            | "though"
            | "since"
            | "until"
            | "whether"
    )
}

/// Whether `word` is a form of be, have, do or a modal verb.
pub fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "being"
            | "has"
            | "have"
            | "had"
            | "having"
            | "do"
            | "does"
            | "did"
            | "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "should"
            | "shall"
    )
}

/// Whether `word` is a preposition that can stand behind the head of a noun phrase.
pub fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "of" | "for"
            | "in"
            | "at"
            | "from"
            | "with"
            | "on"
            | "by"
            | "to"
            | "near"
            | "about"
            | "during"
            | "after"
            | "before"
            | "under"
            | "over"
            | "against"
            | "between"
            | "into"
            | "through"
            | "behind"
            | "inside"
            | "outside"
            | "among"
            | "amid"
            | "despite"
    )
}

/// Whether `word` is an article, a demonstrative or a possessive.
pub fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "this"
            | "that"
            | "these"
            | "those"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "another"
            | "several"
            | "any"
    )
}

/// Whether `word` names a day as news puts it behind a verb: "said Monday".
pub fn is_time(word: &str) -> bool {
    matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "yesterday"
            | "today"
            | "tonight"
            | "week"
            | "month"
            | "year"
            | "night"
            | "morning"
            | "afternoon"
            | "evening"
            | "day"
    )
}

/// The tokens of a range that are outside all quotations, as a test.
pub fn outside(quotations: &[super::marks::Quotation], at: usize) -> bool {
    let next = quotations.partition_point(|quotation| quotation.close <= at);
    quotations.get(next).is_none_or(|quotation| at < quotation.open)
}

/// Whether a token is a number or a word, which counts as content.
pub fn is_word(reading: &Reading, at: usize) -> bool {
    reading
        .document()
        .tokens()
        .get(at)
        .is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number) && !token.shape.has(Shape::POSSESSIVE))
}

/// The words of a range of tokens as bytes, without marks at its edges.
pub fn trimmed(reading: &Reading, tokens: Range<usize>) -> Option<ByteSpan> {
    let (mut first, mut end) = (tokens.start, tokens.end);
    while first < end && matches!(reading.lower(first), "," | ":" | ";" | "-" | "–" | "—" | ".") {
        first += 1;
    }
    while end > first && matches!(reading.lower(end - 1), "," | ":" | ";" | "-" | "–" | "—" | "." | "!") {
        end -= 1;
    }
    let span = reading.document().span_of(TokenSpan::new(first, end));
    (!span.is_empty()).then_some(span)
}
