//! Recursive descent over tokens: which words are a temporal expression, and what they fix.
//!
//! At each token that may begin one ([`STARTS`] or a number) all readings are tried and the longest wins; what begins
//! earlier wins over what begins later. Nothing here knows the article's date.

mod clock;
mod deixis;
mod length;
mod named;
mod numeral;
mod numeric;
mod period;
mod range;
mod relative;
mod year;

use super::candidate::{Candidate, Meaning, TimeOfDay};
use crate::fact::TimeModifier;
use crate::lexicon::en::class;
use crate::lexicon::{Classes, Reading};
use crate::text::{Shape, TokenKind, TokenSpan};

/// Classes of words of which every expression has one: what it is about, and not how it begins.
const CORES: Classes = class::MONTH
    .union(class::WEEKDAY)
    .union(class::TIME_UNIT)
    .union(class::SEASON)
    .union(class::DAY_PART)
    .union(class::DEICTIC)
    .union(class::HOLIDAY);

/// Classes of words with which an expression may begin.
const STARTS: Classes = CORES.union(class::LEADER).union(class::COUNT).union(class::ORDINAL);

/// At most so many tokens an expression has up to its core and with it: "the beginning of the last quarter" has six. In 33,000
/// expressions of news, history and talk seven were the most.
const REACH: usize = 8;

/// An expression as read: tokens up to `end`, and what they mean.
#[derive(Clone, PartialEq, Debug)]
struct Parsed {
    end: usize,
    meaning: Meaning,
    clock: Option<TimeOfDay>,
    modifier: Option<TimeModifier>,
    rule: &'static str,
}

impl Parsed {
    fn new(end: usize, meaning: Meaning, rule: &'static str) -> Self {
        Self { end, meaning, clock: None, modifier: None, rule }
    }

    fn modified(self, modifier: TimeModifier) -> Self {
        Self { modifier: Some(modifier), ..self }
    }
}

/// Adds the expressions of one sentence to `found`.
pub(super) fn read(reading: &Reading, sentence: usize, found: &mut Vec<Candidate>) {
    let Some(tokens) = reading.sentences().get(sentence).map(|sentence| sentence.tokens.range()) else { return };
    let parser = Parser { reading, first: tokens.start, end: tokens.end };
    let mut at = tokens.start;
    while at < tokens.end {
        if !parser.may_start(at) {
            at += 1;
            continue;
        }
        if let Some(end) = parser.no_time(at) {
            at = end.max(at + 1);
            continue;
        }
        let Some(parsed) = parser.expression(at).filter(|parsed| parsed.end > at) else {
            at += 1;
            continue;
        };
        let further = parser.further_days(&parsed).into_iter().chain(parser.last_year(&parsed));
        let mut start = at;
        for parsed in std::iter::once(parsed).chain(further) {
            // A further day of a list begins behind its comma or "and".
            while start > at && !parser.is_number(start) && start + 1 < parsed.end {
                start += 1;
            }
            let tokens = TokenSpan::new(start, parsed.end);
            at = parsed.end;
            start = parsed.end + 1;
            found.push(Candidate {
                span: reading.document().span_of(tokens),
                tokens,
                sentence,
                meaning: parsed.meaning,
                clock: parsed.clock,
                modifier: parsed.modifier,
                rule: parsed.rule,
            });
            range::share_year(reading, found);
        }
    }
}

/// One sentence under the grammar. Positions are token indices; those outside the sentence read as nothing.
struct Parser<'r> {
    reading: &'r Reading,
    first: usize,
    end: usize,
}

impl<'r> Parser<'r> {
    fn may_start(&self, at: usize) -> bool {
        (self.reading.is(at, STARTS) || self.is_number(at) || matches!(self.low(at), "'" | "’" | "½")) && self.has_core(at)
            || self.short_quarter(at).is_some()
    }

    /// Whether what an expression is about stands near enough for one to begin here. Most that might begin with "the" or "a" do not.
    fn has_core(&self, at: usize) -> bool {
        self.is(at, CORES)
            || self.is_number(at)
            || (at + 1..at + REACH).any(|at| {
                // "nineteen ninety-six" has no number in digits.
                self.is(at, CORES.union(class::COUNT)) || self.is_number(at) || matches!(self.low(at), "time" | "period" | "past")
            })
    }

    /// The longest reading that begins here.
    fn expression(&self, at: usize) -> Option<Parsed> {
        let relative = self.relative(at);
        let pointing = self.pointing(at, relative.clone());
        let readings = [self.timed(at), self.framed(at), relative, self.length(at), pointing];
        let mut best: Option<Parsed> = None;
        for parsed in readings.into_iter().flatten() {
            if best.as_ref().is_none_or(|best| parsed.end > best.end) {
                best = Some(parsed);
            }
        }
        best
    }

    /// Words that look like time and are none: the end of what is to be passed over.
    fn no_time(&self, at: usize) -> Option<usize> {
        // "a 20-year-old": a property of a person, not a time.
        let count = self.numeral(at)?;
        let unit = self.hyphen(count.end);
        let after = self.hyphen(unit + 1);
        let old = matches!(self.low(after), "old" | "olds") && matches!(self.low(unit), "year" | "years" | "yr");
        (old && (after > unit + 1 || unit > count.end)).then_some(after + 1)
    }

    // -- tokens -------------------------------------------------------------------------------------------------

    fn inside(&self, at: usize) -> bool {
        self.first <= at && at < self.end
    }

    fn low(&self, at: usize) -> &'r str {
        if self.inside(at) { self.reading.lower(at) } else { "" }
    }

    fn surface(&self, at: usize) -> &'r str {
        if self.inside(at) { self.reading.surface(at) } else { "" }
    }

    fn is(&self, at: usize, classes: Classes) -> bool {
        self.inside(at) && self.reading.is(at, classes)
    }

    fn reads(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.low(at + offset) == *word)
    }

    fn shape(&self, at: usize) -> Shape {
        if self.inside(at) {
            self.reading.document().tokens().get(at).map_or(Shape::default(), |token| token.shape)
        } else {
            Shape::default()
        }
    }

    fn is_kind(&self, at: usize, kind: TokenKind) -> bool {
        self.inside(at) && self.reading.document().tokens().get(at).is_some_and(|token| token.kind == kind)
    }

    fn is_number(&self, at: usize) -> bool {
        self.is_kind(at, TokenKind::Number)
    }

    fn is_word(&self, at: usize) -> bool {
        self.is_kind(at, TokenKind::Word)
    }

    fn is_capitalised(&self, at: usize) -> bool {
        self.shape(at).has(Shape::CAPITALISED)
    }

    /// Whether no white space stands between this token and the one before.
    fn is_glued(&self, at: usize) -> bool {
        self.inside(at) && !self.shape(at).has(Shape::SPACED)
    }

    /// The position behind a hyphen inside a word, or `at` where there is none.
    fn hyphen(&self, at: usize) -> usize {
        if matches!(self.low(at), "-" | "‑" | "–") && self.is_glued(at) && self.is_glued(at + 1) { at + 1 } else { at }
    }

    /// The position behind a comma, or `at` where there is none.
    fn comma(&self, at: usize) -> usize {
        if self.low(at) == "," { at + 1 } else { at }
    }

    /// The position behind a possessive `'s` or a lone apostrophe, or `None`.
    fn possessive(&self, at: usize) -> Option<usize> {
        (self.shape(at).has(Shape::POSSESSIVE) || (matches!(self.low(at), "'" | "’") && self.is_glued(at))).then_some(at + 1)
    }

    /// A word of a name mid-sentence: capitalised where nothing but a name has a capital.
    fn is_name_word(&self, at: usize) -> bool {
        self.is_word(at)
            && self.is_capitalised(at)
            && at > self.first
            && !self.is(at, class::MONTH.union(class::WEEKDAY).union(class::TIME_UNIT).union(class::SEASON).union(class::DAY_PART))
    }
}
