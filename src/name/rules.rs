//! From labels to spans, and what rules know better than the model.

use super::label::Label;
use crate::fact::{Confidence, EntityKind, NameMention, PlacePrecision};
use crate::knowledge::{self, Known};
use crate::lexicon::Reading;
use crate::lexicon::en::{class, name};
use crate::text::{Shape, TokenKind, TokenSpan};

/// A token with the model's label.
#[derive(Clone, Copy)]
pub(super) struct Labelled {
    pub(super) token: usize,
    pub(super) label: Label,
    /// Probability of the label by the token's own scores.
    pub(super) sureness: f32,
}

/// Adds the names of a sentence, in text order.
pub(super) fn spans(reading: &Reading, labelled: &mut [Labelled], names: &mut Vec<NameMention>) {
    for labelled in labelled.iter_mut() {
        if is_no_name(reading, labelled.token) {
            labelled.label = Label::Outside;
        }
    }
    for run in labelled.chunk_by(|one, next| one.label == next.label && one.token + 1 == next.token) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let sureness = run.iter().map(|labelled| labelled.sureness).sum::<f32>() / run.len() as f32;
        let span = TokenSpan::new(first.token, last.token + 1);
        match first.label.kind() {
            Some(kind) => add(reading, kind, span, sureness, names),
            None => add_known(reading, span, names),
        }
    }
}

/// "Wayne, N.J.": behind a comma the short form of a state is one, and what stands before it lies there.
pub(super) fn mark_states(reading: &Reading, labelled: &mut [Labelled]) {
    for at in 0..labelled.len() {
        let token = labelled[at].token;
        let document = reading.document();
        let short = document.tokens()[token].shape.has(Shape::PERIOD) || document.surface(token + 1) == ".";
        let behind = token > 1 && reading.lower(token - 1) == "," && document.tokens()[token - 2].is_capitalised();
        if !(short && behind && is_state(document.surface(token))) {
            continue;
        }
        (labelled[at].label, labelled[at].sureness) = (Label::Place, 1.0);
        let before = labelled[..at].iter().rposition(|before| before.token + 2 == token);
        if let Some(before) = before.filter(|&before| matches!(labelled[before].label, Label::Person | Label::Outside | Label::Other)) {
            let label = labelled[before].label;
            let mut next = token - 1;
            for name in labelled[..=before].iter_mut().rev() {
                if name.label != label || name.token + 1 != next || !document.tokens()[name.token].is_capitalised() {
                    break;
                }
                (name.label, next) = (Label::Place, name.token);
            }
        }
    }
}

fn is_state(word: &str) -> bool {
    knowledge::places(word).first().is_some_and(|place| place.precision == PlacePrecision::Region && place.country == Some(*b"US"))
}

/// Days, months, and words that have a capital only because a sentence begins.
fn is_no_name(reading: &Reading, token: usize) -> bool {
    // "I'm", "We’ve": a word that opens a sentence, with a verb behind.
    if let Some((word, _)) = reading.lower(token).split_once(['\'', '’'])
        && matches!(
            word,
            "i" | "you" | "he" | "she" | "it" | "we" | "they" | "that" | "there" | "what" | "who" | "don" | "let" | "here" | "can" | "won"
        )
    {
        return true;
    }
    let document = reading.document();
    match document.tokens().get(token) {
        Some(token) if token.kind == TokenKind::Address => return true,
        Some(_) => {}
        None => return true,
    }
    // "May", "March", "April", "June", "August" are names of people too: only the model can tell.
    let person = matches!(reading.lower(token), "may" | "april" | "june" | "august" | "march");
    // So are "Jan" and "Jun" before another name.
    let next = document.tokens().get(token + 1);
    let given =
        matches!(reading.lower(token), "jan" | "jun") && next.is_some_and(|next| next.kind == TokenKind::Word && next.is_capitalised());
    reading.is(token, class::CALENDAR) && !person && !given
}

/// Adds one name, without what does not belong to it.
fn add(reading: &Reading, kind: EntityKind, span: TokenSpan, sureness: f32, names: &mut Vec<NameMention>) {
    let Some(span) = trim(reading, kind, span).map(|span| complete(reading, kind, span)) else { return };
    let taken = names.last().map_or(0, |name| name.tokens.end);
    let span = TokenSpan { first: span.first.max(taken), end: span.end };
    if span.first >= span.end {
        return;
    }
    let confidence = match sureness {
        s if s >= 0.95 => Confidence::High,
        s if s >= 0.7 => Confidence::Medium,
        _ => Confidence::Low,
    };
    let document = reading.document();
    let words = document.words(document.span_of(span));
    let demonym = span.len() <= 3 && knowledge::is_demonym(words);
    let (kind, rule) = match kind {
        EntityKind::Miscellaneous if demonym => (EntityKind::Nationality, "model"),
        EntityKind::Place | EntityKind::Organization if demonym && knowledge::places(words).is_empty() => {
            (EntityKind::Nationality, "demonym")
        }
        EntityKind::Place if span.len() > 1 && is_body(reading, span) => (EntityKind::Organization, "head"),
        _ => (kind, "model"),
    };
    names.push(NameMention { span: document.span_of(span), tokens: span, kind, confidence, rule });
}

/// Whether the last word of a name is one that only bodies are called by: "Varnia Monitoring Centre", "Kent Fisheries Agency".
fn is_body(reading: &Reading, span: TokenSpan) -> bool {
    let last = span.end as usize - 1;
    match reading.lower(last) {
        // A shopping centre or a town's centre is a place.
        "centre" | "center" => matches!(
            reading.lower(last - 1),
            "monitoring" | "research" | "studies" | "policy" | "information" | "documentation" | "media" | "press" | "rights" | "crisis"
        ),
        "agency" | "association" | "authority" | "commission" | "committee" | "council" | "federation" | "foundation" | "institute"
        | "ministry" | "observatory" | "organisation" | "organization" | "party" | "service" => true,
        _ => false,
    }
}

/// The span without articles, titles, possessives, marks and words that open a sentence.
fn trim(reading: &Reading, kind: EntityKind, span: TokenSpan) -> Option<TokenSpan> {
    let tokens = reading.document().tokens();
    let (mut first, mut end) = (span.first as usize, span.end as usize);
    while first < end {
        let token = tokens[first];
        let lower = !token.is_capitalised();
        let mark = token.kind == TokenKind::Mark || token.shape.has(Shape::POSSESSIVE);
        let opener = reading.is(first, class::OPENER) && !token.shape.has(Shape::ALL_CAPS) && (lower || end - first == 1);
        let article = lower && matches!(reading.lower(first), "the" | "a" | "an");
        let title = kind == EntityKind::Person && end - first > 1 && strips(reading, first);
        if !(mark || opener || article || title) {
            break;
        }
        first += 1;
    }
    while end > first {
        let token = tokens[end - 1];
        if !(token.kind == TokenKind::Mark || token.shape.has(Shape::POSSESSIVE)) {
            break;
        }
        end -= 1;
    }
    let capital = tokens[first..end].iter().any(|token| token.is_capitalised() || token.kind == TokenKind::Number);
    (first < end && capital).then(|| TokenSpan::new(first, end))
}

/// The span with the parts of a name that its neighbours must be: "al-" and other particles before it, the second
/// half of a given name behind it ("Ing-wen").
fn complete(reading: &Reading, kind: EntityKind, span: TokenSpan) -> TokenSpan {
    let tokens = reading.document().tokens();
    let (mut first, mut end) = (span.first as usize, span.end as usize);
    let glued = |index: usize| tokens.get(index).is_some_and(|token| !token.is_spaced());
    let hyphen = |index: usize| matches!(reading.surface(index), "-" | "‐" | "‑") && glued(index) && glued(index + 1);
    if first > 1
        && hyphen(first - 1)
        && matches!(
            reading.lower(first - 2),
            "al" | "el"
                | "as"
                | "ash"
                | "ad"
                | "an"
                | "ar"
                | "at"
                | "az"
                | "abu"
                | "bin"
                | "ul"
                | "ur"
                | "ud"
                | "abd"
                | "tal"
                | "sub"
                | "trans"
        )
    {
        first -= 2;
    }
    if kind == EntityKind::Person {
        while first > 0 && is_particle(reading.surface(first - 1)) && tokens[first].is_spaced() {
            first -= 1;
        }
        // A family name stands before the given name of two parts, so one capital alone is none: "Assad-backed".
        if end - first > 1 && tokens[end - 1].is_capitalised() && hyphen(end) {
            let part = reading.surface(end + 1);
            let second = tokens.get(end + 1).is_some_and(|token| token.kind == TokenKind::Word && !token.is_capitalised());
            if second && part.len() <= 6 && part.is_ascii() && !part.ends_with("ed") && !is_second_half_of_an_adjective(part) {
                end += 2;
            }
        }
    }
    TokenSpan::new(first, end)
}

/// Particles of family names that, before a name, are no English word.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "del"
            | "della"
            | "di"
            | "da"
            | "dos"
            | "das"
            | "du"
            | "la"
            | "le"
            | "van"
            | "von"
            | "der"
            | "den"
            | "bin"
            | "ibn"
            | "bint"
            | "al"
            | "el"
            | "ter"
            | "zu"
            | "abu"
            | "ben"
    )
}

/// Second halves of adjectives like "Trump-era".
fn is_second_half_of_an_adjective(word: &str) -> bool {
    matches!(
        word,
        "era"
            | "led"
            | "like"
            | "style"
            | "run"
            | "born"
            | "held"
            | "themed"
            | "type"
            | "area"
            | "made"
            | "free"
            | "only"
            | "owned"
            | "based"
            | "linked"
            | "in"
            | "on"
            | "to"
            | "and"
            | "the"
            | "a"
            | "is"
            | "who"
            | "said"
            | "esque"
    )
}

/// Whether the token is a title that is never part of the name behind it.
fn strips(reading: &Reading, token: usize) -> bool {
    reading.is(token, class::TITLE)
        && match name::TITLES.get(reading.lower(token)) {
            Some(name::Title::Office | name::Title::Rank) => true,
            Some(name::Title::Address) => {
                matches!(
                    reading.lower(token).trim_end_matches('.'),
                    "mr" | "mrs" | "ms" | "miss" | "dr" | "prof" | "professor" | "rev" | "sir"
                )
            }
            None => false,
        }
}

/// Adds demonyms and countries that the model left outside.
fn add_known(reading: &Reading, span: TokenSpan, names: &mut Vec<NameMention>) {
    let document = reading.document();
    let tokens = document.tokens();
    let mut at = span.first as usize;
    let end = span.end as usize;
    while at < end {
        if !tokens[at].is_capitalised() || reading.is(at, class::OPENER) && !tokens[at].shape.has(Shape::ALL_CAPS) {
            at += 1;
            continue;
        }
        let mut from = tokens[at].span.start();
        let words = tokens[at..end].iter().map(|token| {
            let start = from;
            from = token.span.end();
            document.text().get(start..from).unwrap_or("")
        });
        let found = knowledge::longest(words);
        let kind = if found.known.any(Known::DEMONYM.union(Known::PEOPLE)) {
            Some(EntityKind::Nationality)
        } else if found.known.any(Known::COUNTRY) {
            Some(EntityKind::Place)
        } else {
            None
        };
        match kind.filter(|_| !found.known.any(Known::SURNAME) && !found.first.any(Known::FIRST_NAME.union(Known::SURNAME))) {
            Some(kind) => {
                let tokens = TokenSpan::new(at, at + found.words);
                let rule = if kind == EntityKind::Place { "country" } else { "demonym" };
                names.push(NameMention { span: document.span_of(tokens), tokens, kind, confidence: Confidence::Medium, rule });
                at += found.words;
            }
            None => at += found.words.max(1),
        }
    }
}
