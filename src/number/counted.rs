//! What a number counts, and numbers that stand by themselves.

use super::core::Reader;
use super::measure::{Measure, each, is_hyphen};
use super::quantity::{is_few, is_one};
use crate::fact::{EntityKind, Modifier, NameMention, Number, UnitKind};
use crate::lexicon::en::class;
use crate::lexicon::en::grammar::{GRAMMAR, Role};
use crate::lexicon::en::numeral::{ADDRESSES, LABELS, Numeral};
use crate::lexicon::en::unit::UNITS;
use crate::lexicon::en::victim::PEOPLE;
use crate::text::TokenKind;

/// How far behind the number the noun may stand: "12 heavily armed rebel patrol boats".
const REACH: usize = 7;

/// What the number counts, or that it stands by itself; `None` where it is a label, a score, a year or a part of a name.
pub(super) fn counted(reader: &Reader, number: &Number, names: &[NameMention]) -> Option<Measure> {
    let first = number.core.first as usize;
    let end = number.tokens.end as usize;
    let noun = noun(reader, number, end, names);
    if is_few(reader, number) || is_label(reader, number, names, noun.is_some()) || is_bare_mark(reader, number, noun.is_some()) {
        return None;
    }
    if is_one(reader, number) {
        return one(reader, number, end, names);
    }
    if is_hyphen(reader, end) && reader.token(end + 1).is_some_and(|token| token.kind != TokenKind::Mark) {
        // "a 12-page report"; "7-Eleven" and "2-1" are something else.
        let word = reader.token(end + 1).filter(|token| token.kind == TokenKind::Word && !token.is_capitalised())?;
        return (word.span.len() > 1).then(|| Measure::new(UnitKind::Number, reader.word(end + 1), end + 2, "number"));
    }
    if number.digits && reader.token(end).is_some_and(|token| token.kind == TokenKind::Word && !token.is_spaced()) {
        // Letters close behind that are no unit: "5G", "737s", "14's".
        return None;
    }
    if let Some(noun) = noun {
        return Some(each(reader, noun));
    }
    let digits = number.digits && number.core.len() == 1;
    let year = digits && reader.word(first).len() == 4 && (1500.0..=2100.0).contains(&number.value);
    // "about 2000 - 2500" goes on.
    let year = year && matches!(number.modifier, Modifier::Exact | Modifier::Approximately) && !matches!(reader.word(end), "-" | "–");
    let labelled = digits && (reader.before(first, 1) == ":" || is_capital_behind(reader, end));
    let unit = whole(reader, number, end, names).unwrap_or_else(|| attribute(reader, end).to_owned());
    (!year && !labelled).then(|| each(reader, Measure::new(UnitKind::Number, unit, end, "number")))
}

/// "one of the", "one in 12", "one plan"; the pronoun and "one day" are none.
fn one(reader: &Reader, number: &Number, end: usize, names: &[NameMention]) -> Option<Measure> {
    let found = |unit: &str| Some(Measure::new(UnitKind::Number, unit, end, "number"));
    if reader.word(end) == "of" {
        return found(&whole(reader, number, end, names).unwrap_or_default());
    }
    if reader.word(end) == "in" && reader.token(end + 1).is_some_and(|token| token.kind == TokenKind::Number) {
        return found("");
    }
    let noun = attribute(reader, end);
    let verb = noun.ends_with('s') && !noun.ends_with("ss");
    // "the one thing", "each one": which, and not how many.
    let pronoun = matches!(GRAMMAR.get(reader.before(end - 1, 1)), Some(Role::Determiner | Role::Relative));
    (!noun.is_empty() && !verb && !pronoun && !reader.reading.is(end, class::HARM)).then(|| found(noun)).flatten()
}

/// A number that tells one of its kind apart: "phase 2", "iPhone 14", "Room 101".
fn is_label(reader: &Reader, number: &Number, names: &[NameMention], counts: bool) -> bool {
    let first = number.tokens.first as usize;
    let Some(last) = first.checked_sub(1).filter(|&last| last >= reader.first && number.tokens.first == number.core.first) else {
        return false;
    };
    if number.digits && number.value <= 31.0 && reader.reading.is(last, class::MONTH) {
        return true;
    }
    let block = number.digits && ADDRESSES.contains(&reader.word(number.tokens.end as usize));
    if block || (number.core.len() == 1 && LABELS.binary_search(&reader.word(last)).is_ok() && !reader.word(last + 1).contains(',')) {
        return true;
    }
    let Some(token) = reader.token(last).filter(|token| token.kind == TokenKind::Word) else { return false };
    // A capital inside its word tells a name too: "iPhone".
    let capital = token.is_capitalised() || reader.reading.surface(last).bytes().skip(1).any(|b| b.is_ascii_uppercase());
    let opens = last == reader.first;
    let known = class::GRAMMAR.union(class::NUMERAL).union(class::QUALIFIER).union(class::CALENDAR);
    let known = if opens { known.union(class::OPENER) } else { known };
    let named = names.iter().find(|name| name.tokens.holds(last));
    // "In Kenya 12 schools closed" counts.
    let place = counts && named.is_some_and(|name| matches!(name.kind, EntityKind::Place | EntityKind::Nationality));
    // "Channel Five": a numeral with a capital of its own.
    let written = number.digits || (!counts && reader.token(last + 1).is_some_and(|token| token.is_capitalised()));
    written && capital && !reader.reading.is(last, known) && !place && (!opens || named.is_some())
}

/// A number alone in brackets is a number on a shirt or of a list.
fn is_bare_mark(reader: &Reader, number: &Number, counts: bool) -> bool {
    let (first, end) = (number.core.first as usize, number.core.end as usize);
    let before = reader.before(first, 1);
    // An age behind a name: "Ann Roe, 54, said".
    let age = before == "," && number.digits && number.value < 120.0 && matches!(reader.word(end), "," | "." | ";" | ")") && {
        first.checked_sub(2).and_then(|at| reader.token(at)).is_some_and(|token| token.is_capitalised())
    };
    let score = matches!(reader.word(end), "-" | "–" | ":" | "/" | "×") && is_close(reader, end) && {
        reader.token(end + 1).is_some_and(|token| token.kind == TokenKind::Number)
    };
    // "7. The list", "10) Ada Roe": the number of a line.
    let line = first == reader.first && number.digits && number.core.len() == 1 && matches!(reader.word(end), "." | ")");
    // A small pair is a score, and three digits with four behind them are a telephone number.
    let pair = number.modifier == Modifier::Range && number.core.len() == 3 && !reader.spaced(first + 1) && !reader.spaced(first + 2);
    let telephone = reader.word(first).len() == 3 && reader.word(first + 2).len() == 4;
    let pair = pair && (number.high.is_some_and(|high| high < 10.0) || telephone || before == ")");
    let alone = matches!((before, reader.word(end)), ("(", ")") | ("[", "]")) && number.core.len() == 1;
    (alone && reader.token(first).is_some_and(|token| token.kind == TokenKind::Number)) || line || age || score || (pair && !counts)
}

fn is_close(reader: &Reader, at: usize) -> bool {
    !reader.spaced(at) && !reader.spaced(at + 1)
}

fn is_capital_behind(reader: &Reader, at: usize) -> bool {
    reader.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.is_capitalised() && token.span.len() > 1)
}

/// The plural noun that a number counts: "12 armoured vehicles", "2,000 houses", "eight World Cups".
#[inline(never)]
fn noun(reader: &Reader, number: &Number, at: usize, names: &[NameMention]) -> Option<Measure> {
    let vague = number.modifier != Modifier::Exact && reader.word(at - 1).ends_with('s');
    let mut index = if vague && reader.word(at) == "of" { at + 1 } else { at };
    let capital = |at: usize| reader.token(at).is_some_and(|token| token.is_capitalised());
    let end = at + REACH;
    while index < end {
        let token = reader.token(index)?;
        let word = reader.word(index);
        let inside = index > at;
        match token.kind {
            // "Model 3 sedans": inside a name. "8 million 250ml bottles": a measure of what is counted.
            TokenKind::Number if is_glued(reader, index + 1) || (inside && capital(index - 1)) => {
                index += if is_glued(reader, index + 1) { 2 } else { 1 };
                continue;
            }
            TokenKind::Word => {}
            _ => return None,
        }
        // "coal-fired power plants", "gas-only cars": a word of two parts is no noun of its own.
        if is_hyphen(reader, index + 1) {
            index += 3;
            continue;
        }
        // "Kia and Hyundai cars", "digital and printed copies".
        if matches!(word, "other" | "further" | "additional" | "more")
            || (word == "and" && inside && capital(index - 1) == capital(index + 1))
        {
            index += 1;
            continue;
        }
        if reader.reading.is(index, class::GRAMMAR.union(class::NUMERAL)) || (word.len() < 2 && !token.is_capitalised()) {
            return None;
        }
        if let Some(kind) = plural(reader, index, names) {
            let unit = if token.is_capitalised() { reader.reading.surface(index) } else { word };
            return Some(Measure::new(kind, unit, index + 1, "counted-noun"));
        }
        index += 1;
    }
    None
}

/// What a plural at `index` counts; `None` for another word, and for a plural before another that speaks of people.
fn plural(reader: &Reader, index: usize, names: &[NameMention]) -> Option<UnitKind> {
    let word = reader.word(index);
    let many = |at: usize| reader.reading.is(at, class::PERSON) && PEOPLE.get(reader.word(at)).is_some_and(|person| person.plural);
    let person = many(index);
    let by_form = word.ends_with('s') && word.len() > 2 && !word.ends_with("ss") && !word.ends_with("us");
    if !person && !by_form {
        return None;
    }
    if !person && many(index + 1) {
        return None;
    }
    let people =
        reader.token(index)?.is_capitalised() && names.iter().any(|name| name.tokens.holds(index) && name.kind == EntityKind::Nationality);
    Some(if person || people {
        UnitKind::People
    } else if UNITS.get(word).is_some_and(|row| row.0 == UnitKind::Weapons) {
        UnitKind::Weapons
    } else if word == "times" {
        UnitKind::Number
    } else {
        UnitKind::Things
    })
}

/// The noun of a group that the number is a part of: "two of the bakers", "one of Ada's most loved songs".
#[inline(never)]
fn whole(reader: &Reader, number: &Number, end: usize, names: &[NameMention]) -> Option<String> {
    if reader.word(end) != "of" {
        return None;
    }
    let owner = (end + 1..end + 4).find(|&at| matches!(reader.word(at), "'s" | "’s"));
    let determined = GRAMMAR.get(reader.word(end + 1)) == Some(&Role::Determiner);
    let from = owner.or(determined.then_some(end + 1))? + 1;
    // "the most loved", "the first".
    let skip = usize::from(matches!(reader.word(from), "most") || matches!(reader.numeral(from), Some(Numeral::Ordinal(_))));
    noun(reader, number, from + skip, names).map(|found| found.unit)
}

/// The singular behind a number that is told of another noun: "the 12 page plan", "one hand".
#[inline(never)]
fn attribute<'r>(reader: &'r Reader, at: usize) -> &'r str {
    let word = reader.word(at);
    let other = class::GRAMMAR.union(class::SPEECH).union(class::TENSE).union(class::NUMERAL).union(class::DEICTIC).union(class::LEADER);
    let noun = reader.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.is_spaced() && !token.is_capitalised());
    let modifier = ["ly", "ed", "ing", "er", "est"].iter().any(|end| word.ends_with(end)) && !reader.reading.is(at, class::PERSON);
    if noun && word.len() > 2 && !modifier && !reader.reading.is(at, other) { word } else { "" }
}

fn is_glued(reader: &Reader, at: usize) -> bool {
    reader.token(at).is_some_and(|token| token.kind == TokenKind::Word && !token.is_spaced())
}
