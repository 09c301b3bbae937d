//! Quantities: numbers with a unit, a currency or a noun that tells what was counted.

use super::core::Reader;
use crate::fact::{CasualtyFigure, Confidence, Modifier, Number, NumberForm, Quantity, TimeExpression, UnitKind};
use crate::lexicon::Reading;
use crate::lexicon::en::class;
use crate::lexicon::en::unit::{CURRENCY_CODES, CURRENCY_SIGNS, CURRENCY_WORDS, UNITS};
use crate::text::{Sentence, TokenKind};

/// Adds the quantities of one sentence: what `numbers` count that is no date, duration or casualty figure.
pub fn quantities(
    reading: &Reading,
    sentence: &Sentence,
    numbers: &[Number],
    times: &[TimeExpression],
    figures: &[CasualtyFigure],
    quantities: &mut Vec<Quantity>,
) {
    let range = sentence.tokens.range();
    let reader = Reader { reading, first: range.start, end: range.end };
    for number in numbers {
        let taken =
            times.iter().any(|time| time.span.overlaps(number.span)) || figures.iter().any(|figure| figure.span.overlaps(number.span));
        if taken || matches!(number.form, NumberForm::Ordinal | NumberForm::Fraction) || number.modifier == Modifier::NoneOf {
            continue;
        }
        if let Some(found) = measured(&reader, number) {
            let mut span = number.span;
            for part in [found.before, found.behind].into_iter().flatten() {
                span = span.cover(reader.token(part).map_or(span, |token| token.span));
            }
            quantities.push(Quantity {
                span,
                modifier: number.modifier,
                value: number.value,
                low: number.low,
                high: number.high,
                kind: found.kind,
                unit: found.unit,
                rule: found.rule,
                confidence: if found.kind == UnitKind::Things { Confidence::Medium } else { Confidence::High },
            });
        }
    }
}

struct Measure {
    kind: UnitKind,
    unit: String,
    /// The token before the number that belongs to it: the currency sign.
    before: Option<usize>,
    /// The last token behind the number that belongs to it.
    behind: Option<usize>,
    rule: &'static str,
}

fn measured(reader: &Reader, number: &Number) -> Option<Measure> {
    if number.form == NumberForm::Percent {
        return Some(Measure { kind: UnitKind::Percent, unit: "%".to_owned(), before: None, behind: None, rule: "per-cent" });
    }
    let first = number.core.first as usize;
    if let Some((unit, start)) = currency_before(reader, first) {
        return Some(Measure { kind: UnitKind::Money, unit: unit.to_owned(), before: Some(start), behind: None, rule: "currency-before" });
    }
    let mut at = number.tokens.end as usize;
    // "a 12-mile stretch", "two square miles".
    if reader.word(at) == "-" && !reader.spaced(at) {
        at += 1;
    }
    let square = matches!(reader.word(at), "square" | "sq" | "cubic");
    if square {
        at += 1;
    }
    let word = reader.word(at);
    if word == "°" {
        let unit = if reader.word(at + 1) == "f" { "°F" } else { "°C" };
        return Some(Measure { kind: UnitKind::Temperature, unit: unit.to_owned(), before: None, behind: Some(at + 1), rule: "unit" });
    }
    if word == "m" && !reader.spaced(at) {
        return Some(Measure { kind: UnitKind::Length, unit: "m".to_owned(), before: None, behind: Some(at), rule: "unit" });
    }
    if let Some(&(kind, unit)) = UNITS.get(word) {
        let per_hour = kind == UnitKind::Length
            && ((reader.word(at + 1) == "per" && matches!(reader.word(at + 2), "hour" | "second"))
                || (reader.word(at + 1) == "an" && reader.word(at + 2) == "hour")
                || (reader.word(at + 1) == "/" && reader.word(at + 2) == "h"));
        let (kind, unit, behind) = match (kind, square) {
            (UnitKind::Length, true) => (UnitKind::Area, format!("sq {unit}"), at),
            _ if per_hour => (UnitKind::Speed, format!("{unit}/h"), at + 2),
            _ => (kind, unit.to_owned(), at),
        };
        return Some(Measure { kind, unit, before: None, behind: Some(behind), rule: "unit" });
    }
    counted(reader, at)
}

/// The currency before a number: its code and the token where it begins.
fn currency_before(reader: &Reader, first: usize) -> Option<(&'static str, usize)> {
    let last = first.checked_sub(1)?;
    let word = reader.word(last);
    if let Some(&(_, code)) = CURRENCY_CODES.iter().find(|row| row.0 == word) {
        return Some((code, last));
    }
    let &(_, code) = CURRENCY_SIGNS.iter().find(|row| row.0 == word)?;
    let before = reader.before(last, 1).trim_end_matches('.');
    let glued = word == "$" && !reader.spaced(last);
    let before = if before == "u.s" { "us" } else { before };
    match CURRENCY_WORDS.iter().find(|row| glued && row.0 == before) {
        Some(&(_, code)) => Some((code, last - 1)),
        None => Some((code, last)),
    }
}

/// The plural noun that a number counts: "12 armoured vehicles", "2,000 houses".
fn counted(reader: &Reader, at: usize) -> Option<Measure> {
    for index in at..at + 3 {
        let token = reader.token(index)?;
        let word = reader.word(index);
        if token.kind != TokenKind::Word || reader.reading.is(index, class::GRAMMAR.union(class::NUMERAL)) || word.len() < 3 {
            return None;
        }
        // "four other ships"
        if matches!(word, "other" | "further" | "additional") {
            continue;
        }
        let person = reader.reading.is(index, class::PERSON);
        let plural = (word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")) || person;
        if plural && !token.is_capitalised() {
            let kind = if person {
                UnitKind::People
            } else if UNITS.get(word).is_some_and(|row| row.0 == UnitKind::Weapons) {
                UnitKind::Weapons
            } else {
                UnitKind::Things
            };
            return Some(Measure { kind, unit: word.to_owned(), before: None, behind: Some(index), rule: "counted-noun" });
        }
    }
    None
}
