//! Quantities: which numbers are one, and what each is made of. What a number measures is read in [`measure`](super::measure),
//! what it counts in [`counted`](super::counted), which way something moved by it in [`change`](super::change), and two of
//! them that are the ends of one stretch are joined in [`stretch`](super::stretch).

use super::core::Reader;
use super::measure::{Measure, measured};
use super::{change, counted, qualify_before, stretch};
use crate::fact::{
    CasualtyFigure, Change, Confidence, Effect, Modifier, NameMention, Number, NumberForm, Quantity, TimeExpression, TimeKind, UnitKind,
};
use crate::lexicon::Reading;
use crate::lexicon::en::grammar::{GRAMMAR, Role};
use crate::lexicon::en::numeral::Numeral;
use crate::text::{ByteSpan, Sentence, TokenKind, TokenSpan};

/// What is known of a sentence: each list holds its own items of the sentence, in text order.
pub struct Around<'a> {
    /// Its numbers.
    pub numbers: &'a [Number],
    /// Its temporal expressions: a date is no quantity.
    pub times: &'a [TimeExpression],
    /// Its names: "Group of 20" counts nothing.
    pub names: &'a [NameMention],
    /// Its casualty figures, which stay apart.
    pub figures: &'a [CasualtyFigure],
    /// Counts of people of whom something else is told, and what.
    pub beside: &'a [(ByteSpan, Effect)],
}

/// A quantity in the making.
pub(super) struct Found {
    /// The number; its tokens reach over qualifier, sign and currency.
    pub number: Number,
    /// One past the last token of number and unit.
    pub end: usize,
    pub kind: UnitKind,
    pub unit: String,
    pub per: Option<String>,
    pub rule: &'static str,
    pub change: Option<Change>,
}

impl Found {
    pub fn first(&self) -> usize {
        self.number.tokens.first as usize
    }

    /// A number of people or things.
    pub fn is_count(&self) -> bool {
        matches!(self.kind, UnitKind::People | UnitKind::Weapons | UnitKind::Things)
    }
}

/// Adds the quantities of one sentence: what its numbers measure and count that is no date and no casualty figure.
pub fn quantities(reading: &Reading, sentence: &Sentence, around: &Around, quantities: &mut Vec<Quantity>) {
    if around.numbers.is_empty() {
        return;
    }
    let range = sentence.tokens.range();
    let reader = Reader { reading, first: range.start, end: range.end };
    let mut found: Vec<Found> = around.numbers.iter().filter_map(|number| read(&reader, number, around)).collect();
    stretch::join(&reader, &mut found);
    change::mark(&reader, &mut found);
    for Found { number, end, kind, unit, per, rule, change } in found {
        let effect = around.beside.iter().find(|(span, _)| span.overlaps(number.span)).map(|&(_, effect)| effect);
        // "Some 12 were rescued": people, whom no noun names.
        let kind = if effect.is_some() { UnitKind::People } else { kind };
        let certain = !matches!(kind, UnitKind::Things | UnitKind::Number | UnitKind::Share);
        quantities.push(Quantity {
            span: reading.document().span_of(TokenSpan::new(number.tokens.first as usize, end)),
            modifier: number.modifier,
            value: number.value,
            low: number.low,
            high: number.high,
            change,
            kind,
            unit,
            per,
            effect,
            rule,
            confidence: if certain { Confidence::High } else { Confidence::Medium },
        });
    }
}

fn read(reader: &Reader, number: &Number, around: &Around) -> Option<Found> {
    if number.form == NumberForm::Ordinal
        || number.modifier == Modifier::NoneOf
        || around.figures.iter().any(|figure| figure.span.overlaps(number.span))
    {
        return None;
    }
    let mut number = *number;
    let core = reader.reading.document().span_of(number.core);
    let time = around.times.iter().find(|time| time.span.overlaps(core));
    let hidden = around.names.iter().any(|name| name.span.overlaps(core));
    let (lead, negative) = lead(reader, number.core.first as usize)?;
    let measure = measured(reader, &number);
    let Measure { kind, unit, per, before, end, rule } = match (measure, time) {
        (Some(measure), None) => measure,
        // "3 years" is a time and a quantity; "one day last week" is no length of time, and the 5 of "5 May 2,000 people" none.
        (Some(measure), Some(time)) => {
            let length = matches!(measure.kind, UnitKind::Duration | UnitKind::Age);
            let lasting = matches!(time.kind, TimeKind::Duration | TimeKind::Set) || !is_one(reader, &number);
            let marked = measure.rule != "share" && !length;
            (length && lasting || marked).then_some(measure)?
        }
        (None, Some(_)) => return None,
        (None, None) if hidden || matches!(number.form, NumberForm::Fraction | NumberForm::Percent) => return None,
        (None, None) => counted::counted(reader, &number, around.names)?,
    };
    if number.form == NumberForm::Fraction {
        // That it is a part of a whole is what its kind says; its words may bound it as any number.
        number.modifier = Modifier::Exact;
        number.form = NumberForm::Cardinal;
        number.tokens = TokenSpan::new(number.core.first as usize, number.tokens.end as usize);
        qualify_before(reader, &mut number);
    }
    let start = before.unwrap_or(number.core.first as usize).min(lead);
    if start < number.tokens.first as usize {
        number.tokens = TokenSpan::new(start, number.tokens.end as usize);
        qualify_before(reader, &mut number);
    }
    if let Some(sign) = before.and_then(|at| at.checked_sub(1)).filter(|&at| is_minus(reader, at)) {
        number.tokens = TokenSpan::new(sign.min(number.tokens.first as usize), number.tokens.end as usize);
        negate(&mut number);
    } else if negative {
        negate(&mut number);
    }
    // Nothing is counted below zero: a stray hyphen.
    if number.value < 0.0 && matches!(kind, UnitKind::People | UnitKind::Weapons | UnitKind::Things) {
        return None;
    }
    if reader.before(number.core.first as usize, 2) == "sub" {
        number.tokens = TokenSpan::new(number.core.first as usize - 2, number.tokens.end as usize);
        (number.modifier, number.low) = (Modifier::AtMost, None);
    }
    let change = (reader.before(number.core.first as usize, 1) == "+" && !reader.spaced(number.core.first as usize)).then_some(Change::Up);
    Some(Found { end: end.max(number.tokens.end as usize), number, kind, unit, per, rule, change })
}

/// Whether a number says "one" and nothing more.
pub(super) fn is_one(reader: &Reader, number: &Number) -> bool {
    number.core.len() == 1 && reader.word(number.core.first as usize) == "one"
}

/// Whether a number is one of the small vague ones: "several", "a few".
pub(super) fn is_few(reader: &Reader, number: &Number) -> bool {
    matches!(reader.numeral((number.core.end as usize).saturating_sub(1)), Some(Numeral::Few(..)))
}

/// A minus: a sign that stands close before what it belongs to and apart from what is before it.
fn is_minus(reader: &Reader, at: usize) -> bool {
    matches!(reader.word(at), "-" | "−" | "–") && (reader.spaced(at) || reader.before(at, 1) == "(") && !reader.spaced(at + 1)
}

/// Where the number with its sign begins, and whether it is negative. `None` where something else is glued before it, which
/// makes it a part of a name, a score, a clock time or a code: "COVID-19", "2-1", "4:39".
fn lead(reader: &Reader, first: usize) -> Option<(usize, bool)> {
    let Some(last) = first.checked_sub(1).filter(|&last| last >= reader.first) else { return Some((first, false)) };
    if reader.spaced(first) {
        return Some(if matches!(reader.word(last), "minus" | "negative") { (last, true) } else { (first, false) });
    }
    match reader.word(last) {
        "-" | "−" | "–" if is_minus(reader, last) => Some((last, true)),
        "-" | "−" | "–" => match reader.before(last, 1) {
            "minus" => Some((last - 1, true)),
            "sub" => Some((first, false)),
            // "the then-18-year-old": an adverb; any other word makes it a name or a part of one.
            _ if last > reader.first && GRAMMAR.get(reader.word(last - 1)) == Some(&Role::Adverb) => Some((first, false)),
            _ => None,
        },
        "/" | ":" | "." | "," | "'" | "’" | "#" | "_" | "@" | "*" | "×" => None,
        _ => match reader.token(last)?.kind {
            // Letters close before digits are a name, but for the codes of currencies.
            TokenKind::Word => super::measure::is_currency_code(reader, last).then_some((first, false)),
            _ => Some((first, false)),
        },
    }
}

fn negate(number: &mut Number) {
    number.value = -number.value;
    (number.low, number.high) = (number.high.map(|high| -high), number.low.map(|low| -low));
}
