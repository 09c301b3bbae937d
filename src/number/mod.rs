//! Numbers in digits and words, with the words that qualify them; quantities with units.
//!
//! A number begins at a digit token or at a word of the numeral table, so the work is linear in the tokens. From there
//! the reading goes: the number itself (`core`), a second number that makes it a range, qualifiers behind and before.
//!
//! | wording | bounds |
//! |---|---|
//! | 12 · five · a dozen | exact |
//! | about, some, nearly N · N or so | approximately: both bounds N |
//! | at least, more than, over N · N or more · N-plus | at least: upper bound open |
//! | up to, as many as, fewer than N · N or less | at most: lower bound open |
//! | 20 to 30 · between 20 and 30 · 20-30 · four or five | range |
//! | several, dozens, tens of thousands | vague: what the word stands for |
//! | half of, two thirds of · 80% | fraction, per cent |
//!
//! "many", "numerous" and "a number of" are no numbers.
//!
//! What is asked in many places here is kept out of line: inlined in each, it cost a page 4 KB and gained nothing.

mod change;
mod core;
mod counted;
mod measure;
mod quantity;
mod stretch;

pub use quantity::{Around, quantities};

use self::core::{Core, Reader};
use crate::fact::{Modifier, Number, NumberForm};
use crate::lexicon::Reading;
use crate::lexicon::en::class;
use crate::lexicon::en::qualifier::{BEFORE, BEHIND, BETWEEN, SIGNS};
use crate::text::{Sentence, TokenKind, TokenSpan};

/// The most that is taken as an integer: beyond it a float no longer counts people.
const LARGEST: f64 = 9e15;

/// Adds the numbers of one sentence to `numbers`, in text order, not overlapping.
pub fn tag(reading: &Reading, sentence: &Sentence, numbers: &mut Vec<Number>) {
    let range = sentence.tokens.range();
    let tokens = reading.document().tokens();
    let mut reader = Reader { reading, first: range.start, end: range.end };
    let mut at = range.start;
    while at < range.end {
        let starts = match tokens.get(at).map(|token| token.kind) {
            Some(TokenKind::Number) => true,
            Some(TokenKind::Word) => reading.is(at, class::NUMERAL),
            Some(TokenKind::Mark) => matches!(reading.surface(at), "½" | "¼" | "¾" | "⅓" | "⅔"),
            _ => false,
        };
        if starts && let Some(number) = number_at(&reader, at) {
            at = (number.tokens.end as usize).max(at + 1);
            // What one number has taken, the next one may not.
            reader.first = at;
            numbers.push(number);
        } else {
            at += 1;
        }
    }
}

fn number_at(reader: &Reader, at: usize) -> Option<Number> {
    let core = reader.core(at)?;
    if core.first < reader.first || !core.low.is_finite() || core.high > LARGEST || is_name_of_nobody(reader, &core) {
        return None;
    }
    let (core, range) = ranged(reader, core);
    let mut number = Number {
        span: reader.reading.document().span_of(TokenSpan::new(core.first, core.end)),
        tokens: TokenSpan::new(core.first, core.end),
        core: TokenSpan::new(core.first, core.end),
        form: core.form,
        modifier: if range {
            Modifier::Range
        } else if core.vague {
            Modifier::Vague
        } else if core.form == NumberForm::Fraction {
            Modifier::Fraction
        } else {
            Modifier::Exact
        },
        value: core.low,
        low: Some(core.low),
        high: Some(core.high),
        digits: core.digits,
    };
    qualify(reader, &mut number);
    number.span = reader.reading.document().span_of(number.tokens);
    Some(number)
}

/// "no one", "one another", "this one": a pronoun and no number.
fn is_name_of_nobody(reader: &Reader, core: &Core) -> bool {
    let at = core.first;
    reader.word(at) == "one"
        && core.end == at + 1
        && (matches!(reader.before(at, 1), "no" | "any" | "every" | "some")
            || matches!(reader.word(at + 1), "another" | "'s" | "’s")
            || (matches!(reader.before(at, 1), "this" | "that" | "which" | "each")
                && reader.word(at + 1) != "of"
                && !reader.reading.is(at + 1, class::PERSON)))
}

/// A second number behind the first: "20 to 30", "20-30", "four or five", "between 20 and 30".
fn ranged(reader: &Reader, core: Core) -> (Core, bool) {
    if !matches!(core.form, NumberForm::Cardinal | NumberForm::Percent) || core.vague {
        return (core, false);
    }
    let joint = core.end;
    let behind = joint + 1;
    let before = reader.before(core.first, 1);
    let joined = match reader.word(joint) {
        "-" | "–" | "—" => !reader.spaced(joint) && !reader.spaced(behind) && !is_year(reader, &core),
        "to" => before != "from" && reader.spaced(joint),
        "or" => true,
        "and" => before == "between",
        _ => false,
    };
    if !joined {
        return (core, false);
    }
    let Some(other) = reader.core(behind).filter(|other| other.first >= behind && !other.vague) else { return (core, false) };
    let mut low = core.low;
    if other.scale > 1.0 && core.scale == 1.0 && low < 1000.0 && low < other.high / other.scale {
        low *= other.scale;
    }
    let same = other.form == core.form || (core.form == NumberForm::Cardinal && other.form == NumberForm::Percent);
    // "rose 6 per cent in 2018 to 3 million": a year and what came of it.
    if other.scale > 1.0 && is_year(reader, &core) {
        return (core, false);
    }
    // "one or two" is a range; "five or 500" hardly.
    if !same || other.high <= low || (reader.word(joint) == "or" && other.high > low * 10.0) {
        return (core, false);
    }
    (Core { end: other.end, low, high: other.high, form: other.form, digits: false, ..core }, true)
}

/// Whether a number looks like a year: four digits, no grouping.
fn is_year(reader: &Reader, core: &Core) -> bool {
    core.digits && core.end == core.first + 1 && reader.word(core.first).len() == 4 && (1000.0..2200.0).contains(&core.low)
}

/// Widens the number over its qualifiers and applies them.
fn qualify(reader: &Reader, number: &mut Number) {
    if number.form == NumberForm::Ordinal {
        return;
    }
    let behind = number.tokens.end as usize;
    for (words, modifier) in BEHIND {
        let glued = matches!(words.first(), Some(&("-" | "+")));
        // "five plus two", "12 at least 20": the words belong to the next number.
        let next = behind + words.len();
        let of_next = reader.numeral(next).is_some() || reader.token(next).is_some_and(|token| token.kind == TokenKind::Number);
        let follows = words.iter().enumerate().all(|(offset, word)| reader.word(behind + offset) == *word);
        let follows = follows && (!glued || !reader.spaced(behind)) && (words.first() == Some(&"or") || !of_next);
        if follows {
            number.tokens = TokenSpan::new(number.tokens.first as usize, behind + words.len());
            apply(number, *modifier);
            break;
        }
    }
    if number.modifier == Modifier::Range && reader.before(number.tokens.first as usize, 1) == "between" {
        number.tokens = TokenSpan::new(number.tokens.first as usize - 1, number.tokens.end as usize);
    }
    qualify_before(reader, number);
}

/// Widens the number over the qualifiers that end right before it.
fn qualify_before(reader: &Reader, number: &mut Number) {
    // Twice, for "at least about 200".
    for _ in 0..2 {
        let first = number.tokens.first as usize;
        let Some((start, modifier)) = qualifier_before(reader, first) else { return };
        number.tokens = TokenSpan::new(start, number.tokens.end as usize);
        apply(number, modifier);
    }
}

/// Verbs whose "over" is no "more than": "handed over six men", "ran over two".
const OVER_VERBS: &[&str] = &[
    "hand", "handed", "handing", "hands", "turn", "turned", "turning", "turns", "ran", "run", "running", "runs", "signed", "signing",
    "knocked", "drove", "driving", "rolled",
];

/// The qualifier that ends right before token `first`: where it begins and what it means.
fn qualifier_before(reader: &Reader, first: usize) -> Option<(usize, Modifier)> {
    let mut last = first.checked_sub(1)?;
    if last >= reader.first
        && let Some(&(_, modifier)) = SIGNS.iter().find(|row| row.0 == reader.word(last))
    {
        return Some((last, modifier));
    }
    let mut between = 0;
    while between < 2 && BETWEEN.contains(&reader.word(last)) {
        last = last.checked_sub(1)?;
        between += 1;
    }
    if last < reader.first || !reader.reading.is(last, class::QUALIFIER) {
        return None;
    }
    let wordings = BEFORE.get(reader.word(last))?;
    let (words, modifier) =
        wordings.iter().find(|(words, _)| words.iter().rev().enumerate().all(|(back, word)| reader.before(last, back + 1) == *word))?;
    // "some of the 200", "the other 12": only a qualifier that opens or closes a bound reaches over other words.
    if between > 0 && !matches!(modifier, Modifier::AtLeast | Modifier::AtMost) && reader.word(last + 1) != "another" {
        return None;
    }
    if between > 0 && words.is_empty() {
        return None;
    }
    let start = last - words.len();
    // "handed over six men": a part of the verb.
    let particle = words.is_empty() && reader.word(last) == "over" && OVER_VERBS.contains(&reader.before(last, 1));
    (start >= reader.first && !particle).then_some((start, *modifier))
}

/// What a qualifier does to the bounds. An open or closed bound wins over "about"; a range or a vague word keeps its own.
fn apply(number: &mut Number, modifier: Modifier) {
    match modifier {
        Modifier::AtLeast => {
            number.high = None;
            number.low = Some(number.value);
        }
        Modifier::AtMost => {
            if let Some(high) = number.high {
                number.value = high;
            }
            number.low = None;
        }
        _ => {}
    }
    let fraction = matches!(number.form, NumberForm::Fraction);
    number.modifier = match (number.modifier, modifier) {
        (_, _) if fraction => Modifier::Fraction,
        (current @ (Modifier::AtLeast | Modifier::AtMost), _) => current,
        (current @ (Modifier::Range | Modifier::Vague), Modifier::Approximately) => current,
        (_, new) => new,
    };
    // Where an earlier qualifier opened a bound it stays open.
    match number.modifier {
        Modifier::AtLeast => number.high = None,
        Modifier::AtMost => number.low = None,
        _ => {}
    }
}

#[cfg(test)]
mod tests;
