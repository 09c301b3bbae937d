//! Which way something moved by a quantity: "rose 5 per cent", "shares up 12 points", "cut prices by a third".

use super::apply;
use super::core::Reader;
use super::quantity::Found;
use crate::fact::{Change, Modifier, UnitKind};
use crate::lexicon::en::change::{LEVELS, MOVES, PHRASAL};
use crate::lexicon::en::class;
use crate::text::TokenKind;

/// How far before "by" its verb may stand: "grow its sales abroad by 35 per cent".
const REACH: usize = 5;

/// Says of each quantity which way something moved by it.
pub(super) fn mark(reader: &Reader, found: &mut [Found]) {
    for index in 0..found.len() {
        let told = found.get(index).and_then(|quantity| quantity.change.or_else(|| told(reader, quantity)));
        // "fell 60 points, or 2 per cent", "by 1 degree Celsius (1.8 Fahrenheit)": the same once more.
        let again = index.checked_sub(1).and_then(|last| {
            let (before, this) = (found.get(last)?, found.get(index)?);
            let same = !this.is_count() && is_restated(reader, before.end, this.first());
            // "more than 100 kilometres (60 miles)": bounded the same way.
            let alike = before.kind == this.kind && reader.word(before.end) == "(" && this.number.modifier == Modifier::Exact;
            same.then_some((before.change, before.number.modifier, alike))
        });
        let Some(quantity) = found.get_mut(index) else { continue };
        quantity.change = told.or(again.and_then(|(change, ..)| change));
        if let Some((_, modifier @ (Modifier::AtLeast | Modifier::AtMost | Modifier::Approximately), true)) = again {
            apply(&mut quantity.number, modifier);
        }
    }
}

fn is_restated(reader: &Reader, end: usize, first: usize) -> bool {
    let end = if reader.word(end) == ")" { end + 1 } else { end };
    match first.saturating_sub(end) {
        1 => matches!(reader.word(end), "(" | "or"),
        2 => reader.word(end) == "," && reader.word(end + 1) == "or",
        _ => false,
    }
}

#[inline(never)]
fn told(reader: &Reader, quantity: &Found) -> Option<Change> {
    if matches!(quantity.kind, UnitKind::Duration | UnitKind::Age) || LEVELS.contains(&reader.word(quantity.first())) {
        return None;
    }
    let mut at = quantity.first();
    let mut by = false;
    // What may stand between the verb and the amount.
    for _ in 0..4 {
        at = at.checked_sub(1).filter(|&at| at >= reader.first)?;
        let word = reader.word(at);
        if reader.reading.is(at, class::MOVE) {
            return moved(reader, at, quantity, by);
        }
        let ranges = quantity.number.modifier == Modifier::Range && matches!(word, "from" | "between");
        match word {
            "by" => by = true,
            "a" if reader.word(at + 1) == "further" => {}
            "another" | "further" | "additional" | "just" | "only" | "some" | "as" | "much" | "more" | "than" => {}
            _ if ranges || word.ends_with("ly") => {}
            _ => break,
        }
        if by && word == "by" {
            break;
        }
    }
    if !by {
        return None;
    }
    for _ in 0..REACH {
        at = at.checked_sub(1).filter(|&at| at >= reader.first)?;
        if reader.token(at)?.kind == TokenKind::Mark {
            return None;
        }
        if reader.reading.is(at, class::MOVE) {
            return moved(reader, at, quantity, true);
        }
    }
    None
}

/// The verb or particle at `at`, where it speaks of this amount.
#[inline(never)]
fn moved(reader: &Reader, at: usize, quantity: &Found, by: bool) -> Option<Change> {
    let &found = MOVES.get(reader.word(at))?;
    let before = reader.before(at, 1);
    // "a rise", "made up", "signed down".
    if matches!(before, "a" | "an" | "the" | "its" | "their" | "this" | "that") || PHRASAL.contains(&before) {
        return None;
    }
    let points = quantity.unit == "points";
    let sum = matches!(quantity.kind, UnitKind::Money | UnitKind::Number);
    let amount = by || !found.of_measure || points || !(quantity.is_count() || sum);
    // "grew 4,000 tonnes of rice", "dropped 3 bombs", "up 40 steps": a count is an object, unless it says by how much.
    let object = quantity.is_count() && !points && !by;
    (amount && !object).then_some(found.change)
}
