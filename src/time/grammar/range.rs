//! What the beginning of a range takes from its end: "from May to July 1944" began in that year, too.

use super::super::candidate::{Candidate, Meaning, Part, Point, Year};
use crate::lexicon::Reading;

/// Gives the last but one expression the year of the last, if the two are joined and only the last has a year of its own.
pub(super) fn share_year(reading: &Reading, found: &mut [Candidate]) {
    let [.., first, last] = found else { return };
    let Meaning::Point(Point { year: Year::Is(year), part: end, .. }) = last.meaning else { return };
    let Meaning::Point(beginning @ Point { year: Year::Open, step: None, weekday: None, .. }) = &mut first.meaning else { return };
    let joined = first.sentence == last.sentence
        && first.tokens.end + 1 == last.tokens.first
        && matches!(reading.lower(first.tokens.end as usize), "to" | "until" | "till" | "through" | "and" | "or" | "-" | "–" | "—");
    let (Some(from), Some(to)) = (month_and_day(beginning.part), month_and_day(end)) else { return };
    if joined {
        // "from November to March 1944" began in the year before.
        beginning.year = Year::Is(if from <= to { year } else { year - 1 });
    }
}

/// In the order of the calendar, as far as both have it.
fn month_and_day(part: Part) -> Option<(u8, u8)> {
    match part {
        Part::Month(month) => Some((month, 0)),
        Part::Day(month, day) => Some((month, day)),
        _ => None,
    }
}
