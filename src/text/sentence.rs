//! Sentences: where a full stop, a question or an exclamation mark ends one.

use super::abbreviation;
use super::{ByteSpan, Shape, Token, TokenKind, TokenSpan};

/// A sentence of one block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// Bytes from its first to its last token.
    pub span: ByteSpan,
    /// Its tokens.
    pub tokens: TokenSpan,
    /// Index of its block in the article.
    pub block: u32,
}

/// Adds the sentences of one block, whose tokens are `tokens[first..]`, to `sentences`.
pub(super) fn split(text: &str, tokens: &[Token], first: usize, block: usize, sentences: &mut Vec<Sentence>) {
    let mut start = first;
    let mut index = first;
    while index < tokens.len() {
        let end = index + 1;
        if ends_sentence(text, tokens, index, start) {
            let end = closers(text, tokens, end);
            push(tokens, start, end, block, sentences);
            start = end;
            index = end;
        } else {
            index = end;
        }
    }
    push(tokens, start, tokens.len(), block, sentences);
}

fn push(tokens: &[Token], start: usize, end: usize, block: usize, sentences: &mut Vec<Sentence>) {
    if let (Some(head), Some(tail)) = (tokens.get(start), tokens.get(end.wrapping_sub(1)))
        && start < end
    {
        let span = head.span.cover(tail.span);
        sentences.push(Sentence { span, tokens: TokenSpan::new(start, end), block: block as u32 });
    }
}

/// Closing quotes and brackets glued behind the end mark belong to the sentence.
fn closers(text: &str, tokens: &[Token], mut index: usize) -> usize {
    while let Some(token) = tokens.get(index) {
        let mark = token.span.of(text);
        if token.is_spaced() || !matches!(mark, "\"" | "”" | "’" | "'" | ")" | "]" | "»" | "." | "!" | "?" | "…") {
            break;
        }
        index += 1;
    }
    index
}

fn ends_sentence(text: &str, tokens: &[Token], index: usize, start: usize) -> bool {
    let token = tokens[index];
    let surface = token.span.of(text);
    let mark = token.kind == TokenKind::Mark && matches!(surface, "." | "!" | "?" | "…" | "。" | "؟" | "।");
    let abbreviated = token.kind == TokenKind::Word && token.shape.has(Shape::PERIOD);
    if !mark && !abbreviated {
        return false;
    }
    let next = closers(text, tokens, index + 1);
    let Some(follower) = tokens.get(next) else { return true };
    // A sentence ends before white space; `…`, `?!` and a closing quote glued to the next word go on.
    if !follower.is_spaced() {
        return false;
    }
    let opens = match follower.kind {
        TokenKind::Word => follower.is_capitalised() || !follower.span.of(text).starts_with(|c: char| c.is_lowercase()),
        TokenKind::Number | TokenKind::Address => true,
        TokenKind::Mark => {
            matches!(follower.span.of(text), "\"" | "“" | "‘" | "'" | "«" | "(" | "[" | "-" | "–" | "—" | "•" | "$" | "£" | "€" | "¿" | "¡")
        }
    };
    if !opens {
        return false;
    }
    if !abbreviated {
        return true;
    }
    if follower.kind != TokenKind::Word {
        // `at 5 p.m. 12 people`: rare; `No. 5`, `Jan. 5`: common.
        return follower.kind == TokenKind::Mark && !abbreviation::leads_on(surface);
    }
    if abbreviation::leads_on(surface) {
        return false;
    }
    let letters = surface.chars().filter(|c| c.is_alphabetic()).count();
    let previous = (index > start).then(|| tokens[index - 1]);
    match letters {
        // An initial: `J. Doe` goes on, `plan B. The` ends.
        1 => previous.is_some_and(|p| p.kind == TokenKind::Word && !p.is_capitalised()) && begins_sentence(follower.span.of(text)),
        // `the U.N. said` never comes here; `in the U.S. The` ends, `the U.S. Senate` goes on.
        _ => begins_sentence(follower.span.of(text)),
    }
}

/// Words that, capitalised behind an acronym, show that a new sentence has begun.
fn begins_sentence(word: &str) -> bool {
    const OPENERS: &[&str] = &[
        "A",
        "After",
        "All",
        "Also",
        "Although",
        "An",
        "And",
        "As",
        "At",
        "Before",
        "But",
        "By",
        "During",
        "Earlier",
        "Even",
        "For",
        "From",
        "He",
        "Her",
        "His",
        "How",
        "However",
        "I",
        "If",
        "In",
        "It",
        "Its",
        "Last",
        "Later",
        "Many",
        "Meanwhile",
        "More",
        "Most",
        "No",
        "Nor",
        "Not",
        "Now",
        "On",
        "One",
        "Only",
        "Or",
        "Other",
        "Our",
        "She",
        "Since",
        "So",
        "Some",
        "Such",
        "That",
        "The",
        "Their",
        "Then",
        "There",
        "These",
        "They",
        "This",
        "Those",
        "Though",
        "To",
        "Two",
        "Under",
        "Until",
        "We",
        "What",
        "When",
        "Where",
        "While",
        "Who",
        "Why",
        "With",
        "Yet",
        "You",
    ];
    OPENERS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::Article;
    use super::super::Document;

    fn sentences(text: &str) -> Vec<String> {
        let document = Document::new(Article::from_text(text));
        document.sentences().iter().map(|s| s.span.of(text).to_owned()).collect()
    }

    #[test]
    fn titles_initials_and_acronyms_do_not_end_one() {
        assert_eq!(sentences("Gen. J. Roe left the U.S. Senate at 5 p.m. on Sept. 5. He flew home.").len(), 2);
        assert_eq!(sentences("They met in the U.S. The talks failed.").len(), 2);
        assert_eq!(sentences("There is no plan B. The talks must go on.").len(), 2);
    }

    #[test]
    fn closing_quotes_belong_to_the_sentence() {
        assert_eq!(sentences("“We will rebuild.” The mayor left."), ["“We will rebuild.”", "The mayor left."]);
        assert_eq!(sentences("\"Is it over?\" she asked.").len(), 1);
    }

    #[test]
    fn decimals_and_blocks() {
        assert_eq!(sentences("It rose 3.5 per cent\nNew line").len(), 2);
    }
}
