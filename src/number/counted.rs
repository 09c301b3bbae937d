//! What a number counts, and numbers that stand by themselves.

use super::core::Reader;
use super::measure::{Measure, each, is_hyphen};
use super::quantity::{is_few, is_one};
use crate::fact::{EntityKind, Modifier, NameMention, Number, UnitKind};
use crate::lexicon::en::class;
use crate::lexicon::en::numeral::{ADDRESSES, LABELS};
use crate::lexicon::en::unit::UNITS;
use crate::lexicon::en::victim::PEOPLE;
use crate::text::TokenKind;

/// How far behind the number the noun may stand: "12 heavily armed rebel patrol boats".
const REACH: usize = 6;

/// What the number counts, or that it stands by itself; `None` where it is a label, a score, a year or a part of a name.
pub(super) fn counted(reader: &Reader, number: &Number, names: &[NameMention]) -> Option<Measure> {
    let first = number.core.first as usize;
    let end = number.tokens.end as usize;
    let noun = noun(reader, number, end, names);
    if is_few(reader, number) || is_label(reader, number, names, noun.is_some()) || is_bare_mark(reader, number, noun.is_some()) {
        return None;
    }
    if is_one(reader, number) {
        return one(reader, end);
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
    (!year && !labelled).then(|| each(reader, Measure::new(UnitKind::Number, "", end, "number")))
}

/// "one of the", "one plan"; the pronoun and "one day" are none.
fn one(reader: &Reader, end: usize) -> Option<Measure> {
    let number = || Some(Measure::new(UnitKind::Number, "", end, "number"));
    let before = reader.before(end - 1, 1);
    if reader.word(end) == "of" || (reader.word(end) == "in" && reader.token(end + 1).is_some_and(|token| token.kind == TokenKind::Number))
    {
        return number();
    }
    let token = reader.token(end)?;
    let word = reader.word(end);
    let blocked = class::GRAMMAR.union(class::SPEECH).union(class::HARM).union(class::TENSE).union(class::DEICTIC).union(class::LEADER);
    let noun = token.kind == TokenKind::Word && token.is_spaced() && !token.is_capitalised() && !reader.reading.is(end, blocked);
    let verb = word.ends_with("ed") || word.ends_with("ing") || (word.ends_with('s') && !word.ends_with("ss"));
    let pronoun = matches!(before, "the" | "this" | "that" | "each" | "every" | "another" | "any" | "which" | "new" | "big" | "last");
    (noun && !verb && !pronoun && word.len() > 2).then(number).flatten()
}

/// A number that tells one of its kind apart: "phase 2", "iPhone 14", "Room 101".
fn is_label(reader: &Reader, number: &Number, names: &[NameMention], counts: bool) -> bool {
    let first = number.tokens.first as usize;
    let Some(last) = first.checked_sub(1).filter(|&last| last >= reader.first && number.tokens.first == number.core.first) else {
        return false;
    };
    let block = number.digits && ADDRESSES.contains(&reader.word(number.tokens.end as usize));
    if block || (LABELS.contains(&reader.word(last)) && number.core.len() == 1) {
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
    // A small pair is a score, and three digits with four behind them are a telephone number.
    let pair = number.modifier == Modifier::Range && number.core.len() == 3 && !reader.spaced(first + 1) && !reader.spaced(first + 2);
    let telephone = reader.word(first).len() == 3 && reader.word(first + 2).len() == 4;
    let pair = pair && (number.high.is_some_and(|high| high < 10.0) || telephone || before == ")");
    let alone = matches!((before, reader.word(end)), ("(", ")") | ("[", "]")) && number.core.len() == 1;
    (alone && reader.token(first).is_some_and(|token| token.kind == TokenKind::Number)) || age || score || (pair && !counts)
}

fn is_close(reader: &Reader, at: usize) -> bool {
    !reader.spaced(at) && !reader.spaced(at + 1)
}

fn is_capital_behind(reader: &Reader, at: usize) -> bool {
    reader.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.is_capitalised() && token.span.len() > 1)
}

/// The plural noun that a number counts: "12 armoured vehicles", "2,000 houses", "eight World Cups".
fn noun(reader: &Reader, number: &Number, at: usize, names: &[NameMention]) -> Option<Measure> {
    let at = if reader.word(at) == "of" && number.modifier != Modifier::Exact && reader.word(at - 1).ends_with('s') { at + 1 } else { at };
    for index in at..at + REACH {
        let token = reader.token(index)?;
        let word = reader.word(index);
        let capital = token.is_capitalised();
        match token.kind {
            // "Model 3 sedans", "Kia and Hyundai cars": inside a name.
            TokenKind::Number if index > at && is_capital_behind(reader, index - 1) => continue,
            TokenKind::Mark if is_hyphen(reader, index) && index > at => continue,
            TokenKind::Word => {}
            _ => return None,
        }
        let capitals = [index.wrapping_sub(1), index + 1].map(|near| reader.token(near).is_some_and(|token| token.is_capitalised()));
        if word == "and" && index > at && capitals[0] == capitals[1] {
            continue;
        }
        if matches!(word, "other" | "further" | "additional" | "more") {
            continue;
        }
        if reader.reading.is(index, class::GRAMMAR.union(class::NUMERAL)) || (word.len() < 2 && !capital) {
            return None;
        }
        let person = reader.reading.is(index, class::PERSON) && PEOPLE.get(word).is_some_and(|person| person.plural);
        let plural = (word.ends_with('s') && word.len() > 2 && !word.ends_with("ss") && !word.ends_with("us")) || person;
        // The last plural of a row is what is counted: "sales figures".
        let goes_on = reader.token(index + 1).is_some_and(|next| next.kind == TokenKind::Word && !next.is_capitalised())
            && index + 1 < at + REACH
            && reader.word(index + 1).ends_with('s')
            && reader.reading.is(index + 1, class::PERSON);
        if plural && !goes_on {
            let people = capital && names.iter().any(|name| name.tokens.holds(index) && name.kind == EntityKind::Nationality);
            let kind = if person || people {
                UnitKind::People
            } else if UNITS.get(word).is_some_and(|row| row.0 == UnitKind::Weapons) {
                UnitKind::Weapons
            } else if word == "times" {
                UnitKind::Number
            } else {
                UnitKind::Things
            };
            return Some(Measure::new(kind, if capital { reader.reading.surface(index) } else { word }, index + 1, "counted-noun"));
        }
    }
    None
}
