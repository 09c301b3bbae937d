//! What a number measures: per cent, shares, money, units, time, each with what it is told for each of ("a month", "per litre").

use super::core::Reader;
use super::quantity::{is_few, is_one};
use super::stretch::scale;
use crate::fact::{Number, NumberForm, UnitKind};
use crate::lexicon::en::calendar::{TIME_UNITS, TimeUnit};
use crate::lexicon::en::class;
use crate::lexicon::en::grammar::{GRAMMAR, Role};
use crate::lexicon::en::numeral::{HALVES, Numeral};
use crate::lexicon::en::unit::{CURRENCY_CODES, CURRENCY_SIGNS, CURRENCY_WORDS, LETTER_UNITS, SHORT_TIMES, UNITS};
use crate::text::{Shape, TokenKind};

/// From here on, an amount of pounds is money.
const SUM: f64 = 1e5;

/// A number's unit.
pub(super) struct Measure {
    pub kind: UnitKind,
    pub unit: String,
    pub per: Option<String>,
    /// The token before the number that belongs to it: the currency sign.
    pub before: Option<usize>,
    /// One past the last token that belongs to it.
    pub end: usize,
    pub rule: &'static str,
}

impl Measure {
    pub fn new(kind: UnitKind, unit: impl Into<String>, end: usize, rule: &'static str) -> Self {
        Self { kind, unit: unit.into(), per: None, before: None, end, rule }
    }
}

/// A unit as read: what it measures, its short form, one past its last token.
struct Unit {
    kind: UnitKind,
    name: String,
    end: usize,
}

/// What the number measures; `None` where no unit tells.
pub(super) fn measured(reader: &Reader, number: &Number) -> Option<Measure> {
    let first = number.core.first as usize;
    let end = number.tokens.end as usize;
    let found = match number.form {
        NumberForm::Percent => Measure::new(UnitKind::Percent, "%", end, "per-cent"),
        NumberForm::Fraction => return share(reader, number),
        _ => match currency_before(reader, first) {
            Some((unit, start)) => {
                let end = if is_dollar_of(reader, end) { end + 1 } else { end };
                let unit = dollar_of(reader, end.checked_sub(1).filter(|_| end > number.tokens.end as usize)).unwrap_or(unit);
                Measure { before: Some(start), ..Measure::new(UnitKind::Money, unit, end, "currency-before") }
            }
            None => behind(reader, number, end)?,
        },
    };
    Some(each(reader, found))
}

/// "half of which", "two thirds of the seats"; "half a mile" measures.
fn share(reader: &Reader, number: &Number) -> Option<Measure> {
    let (first, end) = (number.core.first as usize, number.tokens.end as usize);
    if matches!(reader.word(end), "a" | "an")
        && let Some(unit) = unit(reader, end + 1)
    {
        return Some(Measure::new(unit.kind, unit.name, unit.end, "unit"));
    }
    let word = reader.word(first);
    if word == "half" || reader.word(end - 1) == "half" {
        // "the second half", "half past", "half hidden": no amount.
        let before = reader.before(first, 1);
        let ordinal = first.checked_sub(1).is_some_and(|at| matches!(reader.numeral(at), Some(Numeral::Ordinal(_))));
        let of_whole = reader.word(end) == "of" || GRAMMAR.get(reader.word(end)) == Some(&Role::Determiner);
        if ordinal || HALVES.contains(&before) || !of_whole {
            return None;
        }
    }
    Some(Measure::new(UnitKind::Share, "", end, "share"))
}

/// A unit behind the number.
fn behind(reader: &Reader, number: &Number, end: usize) -> Option<Measure> {
    let mut at = end;
    let hyphen = is_hyphen(reader, at);
    if hyphen {
        at += 1;
    }
    // "tens of thousands of dollars", "a couple of miles".
    if reader.word(at) == "of" && matches!(reader.numeral(at - 1), Some(Numeral::Many(..) | Numeral::Few(..))) {
        at += 1;
    }
    let token = reader.token(at)?;
    if token.kind == TokenKind::Mark {
        let sign = CURRENCY_SIGNS.iter().find(|row| row.0 == reader.word(at)).filter(|_| !token.is_spaced() && !is_amount(reader, at + 1));
        if let Some(&(_, code)) = sign {
            return Some(Measure::new(UnitKind::Money, code, at + 1, "currency-behind"));
        }
    }
    if let Some(found) = money(reader, number, at) {
        return Some(found);
    }
    if let Some(found) = unit(reader, at) {
        return Some(Measure::new(found.kind, found.name, found.end, "unit"));
    }
    length_of_time(reader, number, at, hyphen)
}

/// "110 yen", "10 million Australian dollars", "300 Swiss francs", "5 million pounds".
fn money(reader: &Reader, number: &Number, at: usize) -> Option<Measure> {
    let of = |at: usize| UNITS.get(reader.word(at)).filter(|row| row.0 == UnitKind::Money).map(|row| row.1);
    let pounds = matches!(reader.word(at), "pounds" | "pound");
    if pounds && (reader.word(at + 1) == "sterling" || (number.value >= SUM && scale(reader, number) > 1.0)) {
        let end = if reader.word(at + 1) == "sterling" { at + 2 } else { at + 1 };
        return Some(Measure::new(UnitKind::Money, "GBP", end, "currency-behind"));
    }
    if let Some(code) = of(at) {
        return Some(Measure::new(UnitKind::Money, code, at + 1, "currency-behind"));
    }
    // Whose currency it is: a name, or letters.
    if !reader.token(at)?.is_capitalised() {
        return None;
    }
    let last = if of(at + 1).is_some() { at + 1 } else { at + 2 };
    let code = of(last).filter(|_| last == at + 1 || reader.token(at + 1).is_some_and(|token| token.is_capitalised()))?;
    let code = if code == "USD" { dollar_of(reader, Some(at)).unwrap_or("dollar") } else { code };
    Some(Measure::new(UnitKind::Money, code, last + 1, "currency-behind"))
}

/// Whether the token behind a sum says whose dollar it is: "$76 US".
fn is_dollar_of(reader: &Reader, at: usize) -> bool {
    dollar_of(reader, Some(at)).is_some() && reader.token(at).is_some_and(|token| token.shape.has(Shape::ALL_CAPS) && token.is_spaced())
}

#[inline(never)]
fn dollar_of(reader: &Reader, at: Option<usize>) -> Option<&'static str> {
    let word = reader.word(at?);
    let word = if word.trim_end_matches('.') == "u.s" { "us" } else { word };
    CURRENCY_WORDS.iter().find(|row| row.0 == word).map(|row| row.1)
}

/// The currency before a number: its code and the token where it begins.
fn currency_before(reader: &Reader, first: usize) -> Option<(&'static str, usize)> {
    let last = first.checked_sub(1).filter(|&last| last >= reader.first)?;
    let word = reader.word(last);
    if is_currency_code(reader, last) {
        return CURRENCY_CODES.iter().find(|row| row.0 == word).map(|row| (row.1, last));
    }
    // "Y=100": the yen of a keyboard without its sign.
    if word == "=" && reader.before(last, 1) == "y" && !reader.spaced(last) {
        return Some(("JPY", last - 1));
    }
    let &(_, code) = CURRENCY_SIGNS.iter().find(|row| row.0 == word)?;
    let letters = last.checked_sub(1).filter(|&at| at >= reader.first && reader.token(at).is_some_and(|token| token.is_capitalised()));
    // Glued, or the letters alone: "US$5", "US $5", but no "A $5 coin".
    let close = !reader.spaced(last) || letters.is_some_and(|at| reader.word(at).len() > 1 || reader.word(at) == "s");
    match dollar_of(reader, letters).filter(|_| word == "$" && close) {
        Some(code) => Some((code, last - 1)),
        None => Some((code, last)),
    }
}

/// Whether the token at `at` is the code of a currency, written as one.
pub(super) fn is_currency_code(reader: &Reader, at: usize) -> bool {
    let word = reader.word(at);
    reader.token(at).is_some_and(|token| token.is_capitalised())
        && CURRENCY_CODES.iter().any(|row| row.0 == word)
        && (reader.reading.surface(at).bytes().all(|b| b.is_ascii_uppercase()) || word.len() <= 3 && word.contains('s'))
}

/// A unit of measure that begins at `at`, with what may belong to it: "square miles", "degrees Celsius", "kV/cm", "lb-ft".
#[inline(never)]
fn unit(reader: &Reader, at: usize) -> Option<Unit> {
    let word = reader.word(at);
    if matches!(word, "square" | "sq" | "sq." | "cubic") {
        let from = if reader.word(at + 1) == "." || is_hyphen(reader, at + 1) { at + 2 } else { at + 1 };
        let metre = reader.word(from) == "m";
        let metre = metre.then(|| Unit { kind: UnitKind::Length, name: "m".to_owned(), end: from + 1 });
        let inner = metre.or_else(|| simple(reader, from)).filter(|inner| inner.kind == UnitKind::Length)?;
        return Some(if word == "cubic" {
            Unit { kind: UnitKind::Volume, name: format!("cu {}", inner.name), end: inner.end }
        } else {
            Unit { kind: UnitKind::Area, name: format!("sq {}", inner.name), end: inner.end }
        });
    }
    if matches!(reader.word(at + 1), "point" | "points") {
        let points = match word {
            "percentage" => "pp",
            "basis" => "bp",
            _ => "",
        };
        if !points.is_empty() {
            return Some(Unit { kind: UnitKind::Percent, name: points.to_owned(), end: at + 2 });
        }
    }
    let mut found = simple(reader, at)?;
    if found.name == "°" {
        let degrees = found.end;
        if let Some(scale) = simple(reader, degrees).filter(|scale| scale.kind == UnitKind::Temperature) {
            return Some(scale);
        }
        return Some(found);
    }
    // "pound-feet", "megawatt-hours".
    if is_hyphen(reader, found.end) {
        let behind = found.end + 1;
        if let Some(second) = simple(reader, behind) {
            found = Unit { kind: UnitKind::Measure, name: format!("{}-{}", found.name, second.name), end: second.end };
        } else if found.kind == UnitKind::Power && matches!(time_unit(reader, behind), Some((TimeUnit::Hour, _))) {
            found = Unit { kind: UnitKind::Energy, name: format!("{}h", found.name), end: behind + 1 };
        }
    }
    // "kV/cm": divided by a unit that is no time.
    if reader.word(found.end) == "/"
        && !reader.spaced(found.end)
        && !reader.spaced(found.end + 1)
        && let Some(under) = simple(reader, found.end + 1)
        && under.kind != UnitKind::Data
    {
        found = Unit { kind: UnitKind::Measure, name: format!("{}/{}", found.name, under.name), end: under.end };
    }
    Some(found)
}

#[inline(never)]
fn simple(reader: &Reader, at: usize) -> Option<Unit> {
    let token = reader.token(at)?;
    let as_read = |kind: UnitKind, name: &str| Some(Unit { kind, name: name.to_owned(), end: at + 1 });
    if token.kind == TokenKind::Mark {
        return if reader.word(at) == "°" { as_read(UnitKind::Measure, "°") } else { None };
    }
    let written = reader.reading.surface(at);
    let after_digits = at.checked_sub(1).and_then(|last| reader.token(last)).is_some_and(|last| last.kind != TokenKind::Word);
    let letters = if written.len() <= 3 { LETTER_UNITS.iter().find(|row| row.0 == written) } else { None };
    if let Some(&(_, kind, name, glued)) = letters {
        let temperature = kind == UnitKind::Temperature;
        return if (!glued || !token.is_spaced()) && (after_digits || temperature) { as_read(kind, name) } else { None };
    }
    if !reader.reading.is(at, class::UNIT) {
        return None;
    }
    let &(kind, name) = UNITS.get(reader.word(at))?;
    as_read(kind, name)
}

#[inline(never)]
fn time_unit(reader: &Reader, at: usize) -> Option<(TimeUnit, bool)> {
    if reader.reading.is(at, class::TIME_UNIT) { TIME_UNITS.get(reader.word(at)).copied() } else { None }
}

fn singular(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Second => "second",
        TimeUnit::Minute => "minute",
        TimeUnit::Hour => "hour",
        TimeUnit::Day => "day",
        TimeUnit::Weekend => "weekend",
        TimeUnit::Week => "week",
        TimeUnit::Fortnight => "fortnight",
        TimeUnit::Month => "month",
        TimeUnit::Quarter => "quarter",
        TimeUnit::Year => "year",
        TimeUnit::Decade => "decade",
        TimeUnit::Century => "century",
        TimeUnit::Millennium => "millennium",
    }
}

/// "3 years", "seven straight months", "90 min"; "65-year-old" and "aged 65" are ages.
fn length_of_time(reader: &Reader, number: &Number, at: usize, hyphen: bool) -> Option<Measure> {
    let first = number.core.first as usize;
    if matches!(reader.before(first, 1), "aged" | "age" | "ages") && number.value < 130.0 {
        return Some(Measure::new(UnitKind::Age, "year", number.tokens.end as usize, "age"));
    }
    // "9.8s" are seconds, "the 60s" and "two 737s" none.
    let glued = |letter: &str| !reader.spaced(at) && (letter != "s" || number.value.fract() != 0.0);
    let short = SHORT_TIMES.iter().find(|row| row.0 == reader.word(at)).filter(|row| row.0.len() > 1 || glued(row.0));
    if let Some(&(_, unit)) = short {
        return Some(Measure::new(UnitKind::Duration, unit, at + 1, "duration"));
    }
    let mut here = at;
    if time_unit(reader, here).is_none() && !hyphen {
        let lower = reader.token(here).is_some_and(|token| token.kind == TokenKind::Word && !token.is_capitalised());
        if !lower || reader.reading.is(here, class::GRAMMAR.union(class::NUMERAL).union(class::PERSON)) {
            return None;
        }
        // "three full days": one word between, and never a noun of many.
        here += 1;
        if reader.word(at).ends_with('s') && reader.word(at) != "previous" && reader.word(at) != "business" {
            return None;
        }
    }
    let (unit, plural) = time_unit(reader, here)?;
    let year = number.digits && (1500.0..2200.0).contains(&number.value) && reader.word(first).len() == 4 && !plural;
    // "a few days" is no number, "one second" is one.
    if year || is_few(reader, number) || (here > at && !plural) || (is_one(reader, number) && here > at) {
        return None;
    }
    let mut end = here + 1;
    let old = if is_hyphen(reader, end) { end + 1 } else { end };
    let kind = if matches!(reader.word(old), "old" | "olds") {
        end = old + 1;
        UnitKind::Age
    } else if reader.word(end) == "of" && reader.word(end + 1) == "age" {
        end += 2;
        UnitKind::Age
    } else {
        UnitKind::Duration
    };
    Some(Measure::new(kind, singular(unit), end, if kind == UnitKind::Age { "age" } else { "duration" }))
}

/// Adds what a measure is told for each of: "per share", "a month", "/h", "-a-day".
#[inline(never)]
pub(super) fn each(reader: &Reader, mut found: Measure) -> Measure {
    let end = found.end;
    let close = |at: usize| reader.word(at) == "-" && !reader.spaced(at);
    let mut at = match reader.word(end) {
        "/" if !reader.spaced(end) && !reader.spaced(end + 1) => end + 1,
        "per" => end + 1,
        "a" | "an" if !matches!(found.kind, UnitKind::Duration | UnitKind::Age) => end + 1,
        "-" if close(end) && matches!(reader.word(end + 1), "a" | "an" | "per") && close(end + 2) => end + 3,
        _ => return found,
    };
    let article = matches!(reader.word(at - 1), "a" | "an");
    if close(at) {
        at += 1;
    }
    let short = SHORT_TIMES.iter().find(|row| row.0 == reader.word(at)).map(|row| row.1);
    let time = short.or_else(|| time_unit(reader, at).filter(|row| !row.1).map(|row| singular(row.0)));
    let (name, end) = if let Some(time) = time {
        // "$5 a year ago", "2 points a day earlier".
        if article && matches!(reader.word(at + 1), "ago" | "earlier" | "later" | "after" | "before") {
            return found;
        }
        (time.to_owned(), at + 1)
    } else if let Some(unit) = unit(reader, at).filter(|unit| unit.kind != UnitKind::Weapons) {
        (unit.name, unit.end)
    } else if !article && reader.token(at).is_some_and(|token| token.kind == TokenKind::Word) && !reader.reading.is(at, class::GRAMMAR) {
        (reader.word(at).to_owned(), at + 1)
    } else {
        return found;
    };
    found.end = end;
    let letter = match name.as_str() {
        "hour" => "h",
        "second" => "s",
        "minute" => "min",
        _ => "",
    };
    match found.kind {
        UnitKind::Length if !letter.is_empty() => {
            found.kind = UnitKind::Speed;
            found.unit = format!("{}/{letter}", found.unit);
        }
        UnitKind::Length if found.unit == "mi" && name == "gal" => {
            found.kind = UnitKind::Measure;
            "mpg".clone_into(&mut found.unit);
        }
        _ => found.per = Some(name),
    }
    found
}

/// A hyphen that stands close on both sides.
#[inline(never)]
pub(super) fn is_hyphen(reader: &Reader, at: usize) -> bool {
    matches!(reader.word(at), "-" | "‑") && !reader.spaced(at) && !reader.spaced(at + 1)
}

fn is_amount(reader: &Reader, at: usize) -> bool {
    reader.token(at).is_some_and(|token| token.kind == TokenKind::Number && !token.is_spaced())
}
