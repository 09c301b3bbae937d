//! Quotation marks of a block, paired: which words stand in quotes.

use std::ops::Range;

use crate::text::{Document, TokenKind};

/// A stretch of a block in quotation marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quotation {
    /// Index of the opening mark's (first) token.
    pub open: usize,
    /// First token inside.
    pub first: usize,
    /// One past the last token inside.
    pub end: usize,
    /// One past the closing mark; the same as `end` where none stands.
    pub close: usize,
}

impl Quotation {
    /// Whether a closing mark stands there.
    pub fn is_closed(&self) -> bool {
        self.close > self.end
    }
}

/// Which closing marks end a quotation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Family {
    /// “ ” „ " `` ''
    Double,
    /// « »
    Guillemet,
    /// ‘ ’ '
    Single,
}

/// What a mark can be where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Role {
    Opens(Family),
    Closes(Family),
    /// A straight mark that touches words on both sides or on none.
    Either(Family),
}

/// How far ahead a single mark looks for the one that closes it, in tokens.
const SINGLE_WINDOW: usize = 300;

/// Pairs the marks of the tokens of one block. Marks nested in a quotation are part of its words. A quotation that is
/// never closed runs to the end of the block when it begins the block or a sentence; any other stray mark is dropped.
pub fn pair(document: &Document, tokens: Range<usize>) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut open: Option<(Quotation, Family)> = None;
    // Marks of another shape open inside the quotation: “…” inside "…".
    let mut nested = 0usize;
    let mut at = tokens.start;
    while at < tokens.end {
        let Some((role, width)) = role(document, at, tokens.clone()) else {
            at += 1;
            continue;
        };
        match (open, role) {
            (None, Role::Opens(family) | Role::Either(family)) => {
                if family != Family::Single || single_closes(document, at + 1, tokens.end) {
                    open = Some((begin(at, width), family));
                    nested = 0;
                }
            }
            (None, Role::Closes(_)) => {}
            (Some((quotation, _)), Role::Closes(_))
                if nested > 0 && document.surface(at) == "”" && document.surface(quotation.open) != "“" =>
            {
                nested -= 1;
            }
            (Some((quotation, family)), Role::Closes(other) | Role::Either(other)) => {
                if family == other && (family != Family::Single || is_certain(document, at)) {
                    found.push(Quotation { end: at, close: at + width, ..quotation });
                    open = None;
                }
            }
            (Some((quotation, family)), Role::Opens(other)) => {
                // The same mark opens again where a sentence has just ended: the first was never closed.
                let same = document.surface(at) == document.surface(quotation.open);
                nested += usize::from(family == other && !same);
                if same && family != Family::Single && ends_sentence(document, at.wrapping_sub(1)) {
                    found.push(Quotation { end: at, close: at, ..quotation });
                    open = Some((begin(at, width), family));
                }
            }
        }
        at += width;
    }
    if let Some((quotation, family)) = open
        && family != Family::Single
        && (quotation.open == tokens.start || ends_sentence(document, quotation.open.wrapping_sub(1)))
    {
        found.push(Quotation { end: tokens.end, close: tokens.end, ..quotation });
    }
    found.retain(|quotation| quotation.first < quotation.end);
    found
}

fn begin(at: usize, width: usize) -> Quotation {
    Quotation { open: at, first: at + width, end: at + width, close: at + width }
}

/// What the mark at token `at` can be, and how many tokens it takes.
fn role(document: &Document, at: usize, tokens: Range<usize>) -> Option<(Role, usize)> {
    let token = document.tokens().get(at)?;
    if token.kind != TokenKind::Mark {
        return None;
    }
    let doubled = || at + 1 < tokens.end && document.surface(at + 1) == document.surface(at) && !spaced(document, at + 1);
    let shape = |family, width| {
        let left = at == tokens.start || token.is_spaced() || opens_bracket(document, at - 1);
        let right = at + width >= tokens.end || spaced(document, at + width);
        match (left, right) {
            (true, false) => Role::Opens(family),
            (false, true) => Role::Closes(family),
            // Glued on both sides: behind end marks it closes, behind a number it is a unit (inches) or closes.
            (false, false) => Role::Closes(family),
            (true, true) => Role::Either(family),
        }
    };
    Some(match document.surface(at) {
        "“" if doubled() => (Role::Opens(Family::Double), 2),
        "“" | "„" => (Role::Opens(Family::Double), 1),
        "\"" | "”" if doubled() => (shape(Family::Double, 2), 2),
        "\"" | "＂" | "”" | "‟" => (shape(Family::Double, 1), 1),
        "«" | "»" | "‹" | "›" => (shape(Family::Guillemet, 1), 1),
        "`" if doubled() => (Role::Opens(Family::Double), 2),
        "'" if doubled() => (shape(Family::Double, 2), 2),
        "‘" => (Role::Opens(Family::Single), 1),
        "'" | "`" => (shape(Family::Single, 1), 1),
        "’" => (Role::Closes(Family::Single), 1),
        _ => return None,
    })
}

fn spaced(document: &Document, at: usize) -> bool {
    document.tokens().get(at).is_none_or(|token| token.is_spaced())
}

fn opens_bracket(document: &Document, at: usize) -> bool {
    matches!(document.surface(at), "(" | "[" | "—" | "–" | "-" | "/" | "“" | "\"" | "‘" | "'" | ":")
}

fn ends_sentence(document: &Document, at: usize) -> bool {
    matches!(document.surface(at), "." | "!" | "?" | "…" | "”" | "\"" | ":")
}

/// Whether the single mark at `at` closes for certain: a plural possessive ("the rebels' camp") looks the same.
fn is_certain(document: &Document, at: usize) -> bool {
    let before = document.lower(at.wrapping_sub(1));
    let next = document.tokens().get(at + 1);
    let behind_mark = matches!(before, "." | "," | "!" | "?" | "…");
    let ends = next.is_none_or(|token| token.kind == TokenKind::Mark && !token.is_spaced());
    behind_mark || ends || !before.ends_with('s') || !next.is_some_and(|token| token.kind == TokenKind::Word)
}

/// Whether a single mark that opens before token `from` is closed soon. Without this "the '90s" would open a quote.
fn single_closes(document: &Document, from: usize, end: usize) -> bool {
    let first = document.lower(from);
    if first.starts_with(|c: char| c.is_ascii_digit()) || matches!(first, "em" | "til" | "cause" | "tis" | "twas" | "n" | "round") {
        return false;
    }
    (from + 1..end.min(from + SINGLE_WINDOW)).any(|at| {
        matches!(document.surface(at), "'" | "’")
            && !spaced(document, at)
            && (at + 1 >= end || spaced(document, at + 1) || document.tokens()[at + 1].kind == TokenKind::Mark)
            && is_certain(document, at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Article;

    fn quoted(text: &str) -> Vec<String> {
        let document = Document::new(Article::from_text(text));
        let tokens = 0..document.tokens().len();
        pair(&document, tokens)
            .iter()
            .map(|quotation| document.words(document.span_of(crate::text::TokenSpan::new(quotation.first, quotation.end))).to_owned())
            .collect()
    }

    #[test]
    fn marks_of_every_family() {
        for text in [
            "He “left early” again",
            "He \"left early\" again",
            "He «left early» again",
            "He ``left early'' again",
            "He ‘left early’ again",
        ] {
            assert_eq!(quoted(text), ["left early"], "{text}");
        }
    }

    #[test]
    fn apostrophes_are_no_marks() {
        assert!(quoted("The rebels' camp of the '90s wasn't the generals' idea").is_empty());
        assert_eq!(quoted("He called it 'the rebels' camp' twice."), ["the rebels' camp"]);
    }

    #[test]
    fn nested_and_unbalanced_marks() {
        assert_eq!(quoted("“She told me ‘no’ and ‘never’ today,” he said"), ["She told me ‘no’ and ‘never’ today,"]);
        assert_eq!(quoted("\"One. Two."), ["One. Two."]);
        assert!(quoted("The 5\" shell fell and a stray ” stood there").is_empty());
        assert_eq!(quoted("“We left. “We came back,” he said"), ["We left.", "We came back,"]);
    }
}
