//! Two quantities that are the ends of one: "between $62 and $68", "from 240 to 273", "$3 billion to $5 billion", "25 – 40min".

use super::core::Reader;
use super::quantity::Found;
use crate::fact::{Modifier, Number, NumberForm, UnitKind};
use crate::lexicon::en::class;
use crate::lexicon::en::numeral::{GLUED_SCALES, Numeral};
use crate::text::{TokenKind, TokenSpan};

/// Words that may stand between the first end and its "to": "from 21 mpg combined to 23", "from 20 in 2008 to 29".
const REACH: usize = 3;

/// Joins neighbours that are the two ends of a range.
pub(super) fn join(reader: &Reader, found: &mut Vec<Found>) {
    let mut index = 0;
    while index + 1 < found.len() {
        let joined = match (found.get(index), found.get(index + 1)) {
            (Some(low), Some(high)) => joined(reader, low, high),
            _ => None,
        };
        if let Some(joined) = joined {
            found.remove(index + 1);
            if let Some(place) = found.get_mut(index) {
                *place = joined;
            }
        }
        index += 1;
    }
}

#[inline(never)]
fn joined(reader: &Reader, one: &Found, other: &Found) -> Option<Found> {
    let plain =
        |number: &Number| matches!(number.modifier, Modifier::Exact | Modifier::Approximately) && number.form != NumberForm::Fraction;
    let open = other.number.modifier == Modifier::AtMost && reader.word(other.first()) == "up";
    if !plain(&one.number) || !(plain(&other.number) || open) {
        return None;
    }
    let first = one.first();
    let opening = reader.before(first, 1);
    let from = opening == "from";
    let between = first.checked_sub(1).filter(|_| opening == "between");
    let joint = other.first().checked_sub(1)?;
    let gap = joint.checked_sub(one.end);
    let linked = match reader.word(joint) {
        "and" => between.is_some() && gap == Some(0),
        "to" | "until" if from => gap.is_some_and(|gap| gap <= REACH) && (one.end..joint).all(|at| is_aside(reader, at)),
        "to" => gap == Some(0) && !follows_move(reader, first),
        "-" | "–" | "—" => {
            let apart = reader.spaced(joint) && !other.is_count() && one.number.value < other.number.value;
            gap == Some(0) && reader.spaced(joint) == reader.spaced(other.first()) && (one.kind == UnitKind::Number || apart)
        }
        _ => open && from && (one.end..other.first()).all(|at| is_aside(reader, at)),
    };
    let same = one.kind == other.kind && (one.unit == other.unit || one.unit.is_empty() || other.unit.is_empty());
    let inherits = one.kind == UnitKind::Number || other.kind == UnitKind::Number;
    if !linked || !(same || inherits) {
        return None;
    }
    let mut start = one.number.value;
    let end = other.number.value;
    // "from $10 to $15 billion": both are billions.
    let scale = scale(reader, &other.number);
    if scale > 1.0 && self::scale(reader, &one.number) == 1.0 && start < 1000.0 && start < end / scale {
        start *= scale;
    }
    // Only where it is told as a move may it go down.
    if end == start || (end < start && !from) {
        return None;
    }
    let bearer = if one.kind == UnitKind::Number { other } else { one };
    Some(Found {
        number: Number {
            tokens: TokenSpan::new(between.unwrap_or(first), other.number.tokens.end as usize),
            core: TokenSpan::new(one.number.core.first as usize, other.number.core.end as usize),
            modifier: Modifier::Range,
            value: start,
            low: Some(start.min(end)),
            high: Some(start.max(end)),
            ..one.number
        },
        end: other.end,
        kind: bearer.kind,
        unit: bearer.unit.clone(),
        per: one.per.clone().or_else(|| other.per.clone()),
        rule: "stretch",
        change: None,
    })
}

/// Whether a token may stand between an end of a stretch and "to": no verb of its own, no mark.
fn is_aside(reader: &Reader, at: usize) -> bool {
    reader.token(at).is_some_and(|token| token.kind != TokenKind::Mark) && !reader.reading.is(at, class::TENSE.union(class::SPEECH))
}

/// "rose 5 points to 80": the first is by how much, the second where it ended.
fn follows_move(reader: &Reader, first: usize) -> bool {
    (1..=2).any(|back| first.checked_sub(back).is_some_and(|at| at >= reader.first && reader.reading.is(at, class::MOVE)))
}

/// The multipliers of a number: a million for "1.5 million", 1 without any.
#[inline(never)]
pub(super) fn scale(reader: &Reader, number: &Number) -> f64 {
    number.core.range().fold(1.0, |scale, at| match reader.numeral(at) {
        Some(Numeral::Scale(value)) => scale * value,
        _ if at > number.core.first as usize && !reader.spaced(at) => {
            GLUED_SCALES.iter().find(|row| row.0 == reader.word(at)).map_or(scale, |row| scale * row.1)
        }
        _ => scale,
    })
}
