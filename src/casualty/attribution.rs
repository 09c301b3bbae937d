//! Who says so, and what kind of source that is.
//!
//! A source is found by the clause that it governs, never by nearness: "X said that …", "X reported 12 deaths", "X put
//! the toll at 12", "…, X said", "…, said X", "according to X", "X: …", "…: X". A figure takes the innermost clause of
//! speech that it stands in, else the first attribution behind it, else one that opens the sentence.

use super::chunk::{Chunk, Group, Parse, Phrase};
use super::frame::Victims;
use crate::fact::{Attribution, SourceKind};
use crate::lexicon::Reading;
use crate::lexicon::en::class;
use crate::lexicon::en::effect::Frame;
use crate::lexicon::en::source::{BODIES, SOURCES};
use crate::lexicon::en::speech::{Speech, VERBS};
use crate::text::TokenSpan;

/// Chunks of circumstance between a verb of speech and its clause.
const CIRCUMSTANCES: usize = 6;

/// The words of a source and the chunk in which they begin.
#[derive(Clone, Copy)]
struct Speaker {
    words: TokenSpan,
    chunk: usize,
}

impl Parse<'_> {
    /// The source of the figure whose word of harm stands in chunk `index`.
    pub fn source(&self, index: usize) -> Option<Attribution> {
        self.governing(index).or_else(|| self.trailing(index)).or_else(|| self.leading(index))
    }

    fn attribution(&self, speaker: Speaker, verb: Option<TokenSpan>) -> Attribution {
        let words = self.to_the_end_of_name(speaker.words);
        let document = self.reading.document();
        let first = words.first as usize + usize::from(matches!(self.word(words.first as usize), "the" | "a" | "an") && words.len() > 1);
        Attribution {
            span: document.span_of(TokenSpan::new(first, words.end as usize)),
            kind: source_kind(self.reading, words),
            entity: None,
            verb: verb.map(|verb| document.span_of(verb)),
        }
    }

    /// A name at the end of the words is taken in whole: "the Observatory [for Human Rights]", "[Save the] Children".
    fn to_the_end_of_name(&self, words: TokenSpan) -> TokenSpan {
        let end = words.end as usize;
        let crossing = self.names.iter().find(|name| (name.tokens.first as usize) < end && (name.tokens.end as usize) >= end);
        crossing.map_or(words, |name| TokenSpan { first: words.first.min(name.tokens.first), end: words.end.max(name.tokens.end) })
    }

    /// The innermost verb of speech before the figure in whose clause it stands.
    fn governing(&self, index: usize) -> Option<Attribution> {
        (0..index).rev().find_map(|at| {
            let (verb, frame) = self.speech(at, index).or_else(|| self.tally(at))?;
            let reach = self.complement(at, frame)?;
            if index < reach.start
                || index >= reach.end
                || (at + 1..index).any(|at| matches!(self.chunks[at], Chunk::Break) && at > reach.start)
            {
                return None;
            }
            let lives =
                self.noun_chunk(index).and_then(|phrase| self.phrases[phrase].harm).is_some_and(|(_, harm)| harm.frame == Frame::Lives);
            if lives && self.word(verb).starts_with("claim") {
                return None;
            }
            let speaker = self.speaker_before(at).filter(|speaker| self.speaks(*speaker, verb))?;
            Some(self.attribution(speaker, Some(TokenSpan::new(verb, verb + 1))))
        })
    }

    /// "…, X said", "…, said X", "…, according to X", "… reported by X", "…: X".
    fn trailing(&self, index: usize) -> Option<Attribution> {
        for at in index + 1..self.chunks.len() {
            if matches!(self.chunks[at], Chunk::Break) {
                return self.headline_source(at + 1).filter(|_| at + 2 >= self.chunks.len());
            }
            if let Some(found) = self.according(at).or_else(|| self.said_behind(at, index)) {
                return Some(found);
            }
        }
        None
    }

    /// The attribution of the verb of speech in chunk `at`, where that is all that its clause says.
    fn said_behind(&self, at: usize, index: usize) -> Option<Attribution> {
        let (verb, frame) = self.speech(at, index)?;
        let words = Some(TokenSpan::new(verb, verb + 1));
        if self.preposition_word(at + 1) == "by" {
            let speaker = self.speaker_at(at + 2).filter(|speaker| self.speaks(*speaker, verb))?;
            return Some(self.attribution(speaker, words));
        }
        let plain = matches!(frame, Speech::Clause | Speech::Addressee)
            || ["report", "note", "state", "wr"].iter().any(|stem| self.word(verb).starts_with(stem));
        let inverted = self.is_inverted(at);
        let speaker = if inverted { self.speaker_at(at + 1) } else { self.speaker_before(at) }.filter(|_| plain)?;
        let parted = inverted || speaker.chunk.checked_sub(1).is_some_and(|before| self.parts(before));
        let over = inverted || self.complement(at, frame).is_none();
        (parted && over && speaker.chunk > index && self.speaks(speaker, verb)).then(|| self.attribution(speaker, words))
    }

    /// "According to X, …", "X: …".
    fn leading(&self, index: usize) -> Option<Attribution> {
        let colon =
            || (0..index).find(|&at| matches!(self.chunks[at], Chunk::Break)).filter(|&at| at == 1).and_then(|_| self.headline_source(0));
        (0..index).rev().find_map(|at| self.according(at)).or_else(colon)
    }

    /// Whether the chunk parts an attribution from what is said: a comma, a dash, a bracket, ", as".
    fn parts(&self, at: usize) -> bool {
        match self.chunks[at] {
            Chunk::Comma | Chunk::Dash | Chunk::Close | Chunk::Break => true,
            Chunk::Clause(token) => self.word(token) == "as",
            _ => false,
        }
    }

    /// "according to X", with X in chunk `at`.
    fn according(&self, at: usize) -> Option<Attribution> {
        let first = self.phrases[self.noun_chunk(at)?].first;
        let verb = first.checked_sub(2)?;
        if self.word(verb) != "according" || self.word(verb + 1) != "to" {
            return None;
        }
        Some(self.attribution(self.speaker_at(at)?, Some(TokenSpan::new(verb, verb + 2))))
    }

    /// "Police: …", "…: police": a source that headlines set apart by a colon.
    fn headline_source(&self, at: usize) -> Option<Attribution> {
        let phrase = &self.phrases[self.noun_chunk(at)?];
        let colon = self.word(phrase.first.wrapping_sub(1)) == ":" || self.word(phrase.end) == ":";
        let source = phrase.head.is_some_and(|head| self.reading.is(head, class::SOURCE)) && phrase.number.is_none();
        (colon && source).then(|| self.attribution(Speaker { words: TokenSpan::new(phrase.first, phrase.end), chunk: at }, None))
    }

    /// The verb of speech in chunk `at`, where somebody says something there: not "was said", not the figure's own verb.
    fn speech(&self, at: usize, index: usize) -> Option<(usize, Speech)> {
        let group = self.verb(at)?;
        let verb = group.verb.filter(|&verb| self.reading.is(verb, class::SPEECH))?;
        let frame = *VERBS.get(self.word(verb))?;
        let by = self.preposition_word(at + 1) == "by";
        // "too early to say"
        let bare = group.infinitive && !group.have;
        let fits = matches!(frame, Speech::Clause | Speech::ThatClause | Speech::Addressee) && !group.negated && !bare && at != index;
        (fits && (!self.is_passive(group, verb) || by)).then_some((verb, frame))
    }

    /// "put the toll at", "counted seven bodies": a verb that tells a number, with a noun of harm as its object.
    fn tally(&self, at: usize) -> Option<(usize, Speech)> {
        let group = self.verb(at)?;
        let verb = group.verb?;
        if self.speaks_of(at) {
            return Some((verb, Speech::Clause));
        }
        let tells = matches!(
            self.word(verb),
            "put"
                | "puts"
                | "counted"
                | "counts"
                | "recorded"
                | "records"
                | "documented"
                | "registered"
                | "tallied"
                | "listed"
                | "raised"
                | "revised"
        );
        let object = self.phrases[self.noun_chunk(at + 1)?];
        // "He said he had counted seven bodies": who "he" is, the outer clause tells.
        let pronoun = at.checked_sub(1).and_then(|before| self.noun_chunk(before)).is_some_and(|phrase| {
            let phrase = &self.phrases[phrase];
            phrase.one_person || phrase.pronoun
        });
        let harm = object.harm.is_some_and(|(_, harm)| matches!(harm.frame, Frame::Count | Frame::Deed | Frame::Toll | Frame::Body));
        let number = object.head.is_some_and(|head| self.word(head) == "number");
        (tells && !pronoun && (harm || number) && !self.is_passive(group, verb)).then_some((verb, Speech::ThatClause))
    }

    /// "spoke of 52 dead"
    fn speaks_of(&self, at: usize) -> bool {
        let verb = self.verb(at).filter(|group| !group.be && !group.negated).and_then(|group| group.verb);
        verb.is_some_and(|verb| matches!(self.word(verb), "spoke" | "speaks" | "speak" | "spoken" | "talked"))
            && self.preposition_word(at + 1) == "of"
    }

    fn is_passive(&self, group: &Group, verb: usize) -> bool {
        group.be && !self.word(verb).ends_with("ing")
    }

    /// The chunks of what the verb in chunk `at` reports, where it stands behind the verb.
    fn complement(&self, at: usize, frame: Speech) -> Option<std::ops::Range<usize>> {
        let end = self.chunks.len();
        let group = self.verb(at)?;
        let quoted =
            matches!(self.word(group.end), ":") || matches!(self.word(group.end + 1), "“" | "\"" | "‘") && self.word(group.end) == ",";
        if quoted {
            return Some(at + 1..end);
        }
        if self.is_inverted(at) {
            return None;
        }
        if self.speaks_of(at) {
            let stop = (at + 1..end).find(|&at| matches!(self.chunks[at], Chunk::Clause(_) | Chunk::Break | Chunk::Relative(_)));
            return Some(at + 1..stop.unwrap_or(end));
        }
        let that = (at + 1..end.min(at + 1 + CIRCUMSTANCES))
            .take_while(|&next| !matches!(self.chunks[next], Chunk::Verb(_) | Chunk::Comma | Chunk::Break))
            .find(|&next| matches!(self.chunks[next], Chunk::Clause(token) if self.word(token) == "that"));
        if let Some(that) = that {
            return Some(that..end);
        }
        // Who finds bodies reports nothing yet; who finds that 12 died does.
        if group.verb.is_some_and(|verb| matches!(self.word(verb), "find" | "finds" | "found" | "finding")) {
            return None;
        }
        let mut next = self.over_prepositions(at + 1);
        if frame == Speech::Addressee && self.noun_chunk(next).is_some() {
            next = self.over_prepositions(next + 1);
        }
        match self.chunks.get(next)? {
            Chunk::Noun(_) if self.says(group) || self.is_subject(next) => Some(next..end),
            // "reported 17 deaths": an object, and what belongs to it.
            Chunk::Noun(_) if self.reports(group) => {
                let stop =
                    (next..end).find(|&at| matches!(self.chunks[at], Chunk::Clause(_) | Chunk::Break | Chunk::Comma | Chunk::Relative(_)));
                Some(next..stop.unwrap_or(end))
            }
            // "claimed to have killed 40", but not "agreed to free 40".
            Chunk::Verb(infinitive) if infinitive.infinitive && frame == Speech::Clause => Some(next..end),
            Chunk::Clause(token) if matches!(self.word(*token), "how" | "that") => Some(next..end),
            _ => None,
        }
    }

    /// "said", "says", "told": verbs whose subject can but speak.
    fn says(&self, group: &Group) -> bool {
        group.verb.is_some_and(|verb| matches!(self.word(verb), "say" | "says" | "said" | "saying" | "told" | "tell" | "tells"))
    }

    /// Verbs that may have what is reported as their object: "reported 17 deaths", but "agreed to free 17 prisoners".
    fn reports(&self, group: &Group) -> bool {
        const STEMS: &[&str] = &[
            "report",
            "confirm",
            "announc",
            "record",
            "estimat",
            "count",
            "put",
            "claim",
            "den",
            "admit",
            "acknowledg",
            "document",
            "register",
            "tall",
            "list",
            "rais",
            "revis",
            "declar",
            "not",
            "stat",
            "disclos",
            "reveal",
        ];
        group.verb.is_some_and(|verb| STEMS.iter().any(|stem| self.word(verb).starts_with(stem)))
    }

    /// "…, said X": what stands behind the verb is its subject and not what is said.
    fn is_inverted(&self, at: usize) -> bool {
        let Some(phrase) = self.noun_chunk(at + 1).map(|phrase| &self.phrases[phrase]) else { return false };
        let parted = at > 0 && matches!(self.chunks[at - 1], Chunk::Comma | Chunk::Dash);
        let plain = self.verb(at).is_some_and(|group| !group.be && !group.have && group.modal.is_none());
        parted && plain && phrase.number.is_none() && phrase.harm.is_none() && !phrase.none && !self.is_subject(at + 1)
    }

    /// The subject of the verb of speech in chunk `at`, over insertions: "a spokesman, Ali Khan, said".
    fn speaker_before(&self, at: usize) -> Option<Speaker> {
        let mut left = at.checked_sub(1)?;
        if matches!(self.chunks[left], Chunk::Time) {
            left = left.checked_sub(1)?;
        }
        if matches!(self.chunks[left], Chunk::Close) {
            left = (0..left).rev().find(|&open| matches!(self.chunks[open], Chunk::Open))?.checked_sub(1)?;
        }
        // "witnesses who said", "Ali Khan, who said"
        if matches!(self.chunks[left], Chunk::Relative(_)) {
            left = left.checked_sub(1)?;
            if self.comma(left) {
                left = left.checked_sub(1)?;
            }
        } else if self.comma(left) {
            left = self.parenthesis(left, &mut Victims::default())?.checked_sub(1)?;
        } else if self.joins(left) || self.verb(left).is_some() {
            // "arrived and said", "told reporters, adding"
            return self.subject_from(at).whole.last().and_then(|&phrase| self.speaker_of(phrase));
        }
        // Over "of the ministry", "in Baghdad" to the noun that they belong to.
        while left >= 2
            && self.noun_chunk(left).is_some()
            && !self.preposition_word(left - 1).is_empty()
            && self.noun_chunk(left - 2).is_some()
        {
            left -= 2;
        }
        self.speaker_at(left)
    }

    fn speaker_of(&self, phrase: usize) -> Option<Speaker> {
        self.speaker_at((0..self.chunks.len()).find(|&at| self.noun_chunk(at) == Some(phrase))?)
    }

    /// The source whose words begin with the noun phrase in chunk `at`: "spokesman [for the army]".
    fn speaker_at(&self, at: usize) -> Option<Speaker> {
        let phrase = &self.phrases[self.noun_chunk(at)?];
        let mut end = phrase.end;
        let mut next = at + 1;
        // "the most [recent news release]"
        if phrase.head.is_none()
            && !phrase.pronoun
            && !phrase.one_person
            && let Some(behind) = self.noun_chunk(next).map(|behind| &self.phrases[behind])
        {
            end = behind.end;
            next += 1;
        }
        while matches!(self.preposition_word(next), "of" | "for" | "with")
            && let Some(inner) = self.noun_chunk(next + 1).map(|inner| &self.phrases[inner])
            && inner.number.is_none()
        {
            end = inner.end;
            next += 2;
        }
        Some(Speaker { words: TokenSpan::new(phrase.first, end), chunk: at })
    }

    /// Whether a subject can be a source with this verb: no harm, nothing, and no hazard that "began" or "claimed".
    fn speaks(&self, speaker: Speaker, verb: usize) -> bool {
        let Some(phrase) = self.noun_chunk(speaker.chunk).map(|phrase| &self.phrases[phrase]) else { return false };
        let hazard = phrase.head.is_some_and(|head| self.reading.is(head, class::CAUSE) && !self.reading.is(head, class::SOURCE));
        let says = matches!(self.word(verb), "say" | "says" | "said" | "told" | "tells");
        let harmed = phrase.harm.is_some_and(|(_, harm)| harm.frame != Frame::Group) || phrase.none;
        !harmed && (says || !hazard && !self.is_thing(phrase))
    }

    fn is_thing(&self, phrase: &Phrase) -> bool {
        phrase.thing && phrase.head.is_some_and(|head| !self.reading.is(head, class::SOURCE))
    }
}

/// The kind of source that words name: a body known by several words, else by its nouns, the special before the general
/// ("a hospital official" speaks for a hospital), a ministry before all.
pub fn source_kind(reading: &Reading, words: TokenSpan) -> SourceKind {
    let body = words.range().find_map(|at| {
        let word = reading.lower(at);
        BODIES.iter().find(|(body, _)| body.first() == Some(&word) && reading.reads(at, body))
    });
    if let Some(&(_, kind)) = body {
        return kind;
    }
    if words.range().any(|at| matches!(reading.lower(at), "ministry" | "minister" | "government")) {
        return SourceKind::Government;
    }
    let kinds = || words.range().filter(|&at| reading.is(at, class::SOURCE)).filter_map(|at| SOURCES.get(reading.lower(at)).copied());
    kinds()
        .find(|kind| !matches!(kind, SourceKind::Government | SourceKind::Unnamed | SourceKind::Other))
        .or_else(|| kinds().next_back())
        .unwrap_or(SourceKind::Other)
}
