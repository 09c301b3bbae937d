//! Small tests of tokens, and the words of a stretch of them.

use std::ops::Range;

use super::marks::Quotation;
use crate::lexicon::en::class;
use crate::lexicon::en::joint::{JOINTS, Joint};
use crate::lexicon::{Classes, Reading};
use crate::text::{ByteSpan, Shape, TokenKind, TokenSpan};

/// Verbs of speech, thought and want.
pub const REPORTING: Classes = class::SPEECH.union(class::REPORT);

/// The ways in which a token can join clauses, looked up once to be asked for several.
#[derive(Clone, Copy)]
pub struct Joins(Option<Joint>);

impl Joins {
    /// Those of token `at`.
    pub fn of(reading: &Reading, at: usize) -> Self {
        Self(if reading.is(at, class::JOINT) { JOINTS.get(reading.lower(at)).copied() } else { None })
    }

    /// Whether it can in one of these ways.
    pub fn any(self, joint: Joint) -> bool {
        self.0.is_some_and(|own| own.any(joint))
    }
}

/// Whether token `at` can join clauses in one of these ways.
pub fn is(reading: &Reading, at: usize, joint: Joint) -> bool {
    Joins::of(reading, at).any(joint)
}

/// Whether "according to" begins at token `at`.
pub fn is_according_to(reading: &Reading, at: usize) -> bool {
    // Asked of every token: its length decides sooner than its letters.
    const FIRST: &str = "according";
    let long = reading.document().tokens().get(at).is_some_and(|token| token.span.len() == FIRST.len());
    long && reading.reads(at, &[FIRST, "to"])
}

/// Whether a token is a number or a word, which counts as content.
pub fn is_word(reading: &Reading, at: usize) -> bool {
    reading
        .document()
        .tokens()
        .get(at)
        .is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number) && !token.shape.has(Shape::POSSESSIVE))
}

/// Whether the first letter of token `at` is upper case.
pub fn is_capital(reading: &Reading, at: usize) -> bool {
    reading.document().tokens().get(at).is_some_and(|token| token.is_capitalised())
}

/// Whether token `at` is the possessive 's.
pub fn is_possessive(reading: &Reading, at: usize) -> bool {
    reading.document().tokens().get(at).is_some_and(|token| token.shape.has(Shape::POSSESSIVE))
}

/// Whether token `at` is a mark of punctuation.
pub fn is_mark(reading: &Reading, at: usize) -> bool {
    reading.document().tokens().get(at).is_none_or(|token| token.kind == TokenKind::Mark)
}

/// Whether token `at` is an adverb by its form: "warmly"; not "family", "assembly".
pub fn is_adverb(reading: &Reading, at: usize) -> bool {
    let word = reading.lower(at);
    let noun = class::PERSON.union(class::ROLE).union(class::SOURCE).union(class::COLLECTIVE).union(REPORTING);
    word.len() > 4 && word.ends_with("ly") && !reading.is(at, noun)
}

/// Whether a dash stands at token `at`: a long one, or the first hyphen of two, or one between spaces.
pub fn is_dash(reading: &Reading, at: usize) -> bool {
    let spaced = |at: usize| reading.document().tokens().get(at).is_some_and(|token| token.is_spaced());
    if !is_mark(reading, at) {
        return false;
    }
    match reading.lower(at) {
        "—" | "–" | "―" => true,
        "-" => spaced(at) && (spaced(at + 1) || reading.lower(at + 1) == "-"),
        _ => false,
    }
}

/// Whether a token is outside all quotations.
pub fn outside(quotations: &[Quotation], at: usize) -> bool {
    let next = quotations.partition_point(|quotation| quotation.close <= at);
    quotations.get(next).is_none_or(|quotation| at < quotation.open)
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
