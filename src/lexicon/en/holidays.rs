//! Holidays whose day the calendar fixes.

use super::class;
use crate::lexicon::{Table, table};

/// How the day of a holiday is found in a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    /// Month and day.
    Fixed(u8, u8),
    /// Month, weekday (Monday = 1), which of the month (-1: the last).
    Weekday(u8, u8, i8),
    /// So many days from Easter Sunday (Western).
    Easter(i16),
    /// The Tuesday after the first Monday of November.
    ElectionDay,
}

/// Holidays in lower case, the longest first among those that begin alike; a possessive `'s` counts as a word of its own.
pub static HOLIDAYS: &[(&[&str], Rule)] = &[
    (&["christmas", "eve"], Rule::Fixed(12, 24)),
    (&["christmas", "day"], Rule::Fixed(12, 25)),
    (&["christmas"], Rule::Fixed(12, 25)),
    (&["xmas", "eve"], Rule::Fixed(12, 24)),
    (&["xmas", "day"], Rule::Fixed(12, 25)),
    (&["xmas"], Rule::Fixed(12, 25)),
    (&["boxing", "day"], Rule::Fixed(12, 26)),
    (&["new", "year", "'s", "eve"], Rule::Fixed(12, 31)),
    (&["new", "year", "'s", "day"], Rule::Fixed(1, 1)),
    (&["new", "year", "'s"], Rule::Fixed(1, 1)),
    (&["new", "years", "eve"], Rule::Fixed(12, 31)),
    (&["new", "years", "day"], Rule::Fixed(1, 1)),
    (&["thanksgiving", "day"], Rule::Weekday(11, 4, 4)),
    (&["thanksgiving"], Rule::Weekday(11, 4, 4)),
    (&["halloween"], Rule::Fixed(10, 31)),
    (&["easter", "sunday"], Rule::Easter(0)),
    (&["easter", "monday"], Rule::Easter(1)),
    (&["easter"], Rule::Easter(0)),
    (&["good", "friday"], Rule::Easter(-2)),
    (&["maundy", "thursday"], Rule::Easter(-3)),
    (&["ash", "wednesday"], Rule::Easter(-46)),
    (&["shrove", "tuesday"], Rule::Easter(-47)),
    (&["palm", "sunday"], Rule::Easter(-7)),
    (&["independence", "day"], Rule::Fixed(7, 4)),
    (&["valentine", "'s", "day"], Rule::Fixed(2, 14)),
    (&["labor", "day"], Rule::Weekday(9, 1, 1)),
    (&["memorial", "day"], Rule::Weekday(5, 1, -1)),
    (&["veterans", "day"], Rule::Fixed(11, 11)),
    (&["armistice", "day"], Rule::Fixed(11, 11)),
    (&["remembrance", "day"], Rule::Fixed(11, 11)),
    (&["columbus", "day"], Rule::Weekday(10, 1, 2)),
    (&["election", "day"], Rule::ElectionDay),
    (&["may", "day"], Rule::Fixed(5, 1)),
    (&["bastille", "day"], Rule::Fixed(7, 14)),
    (&["earth", "day"], Rule::Fixed(4, 22)),
    (&["mother", "'s", "day"], Rule::Weekday(5, 7, 2)),
    (&["father", "'s", "day"], Rule::Weekday(6, 7, 3)),
    (&["st.", "patrick", "'s", "day"], Rule::Fixed(3, 17)),
    (&["international", "women", "'s", "day"], Rule::Fixed(3, 8)),
];

/// First words of [`HOLIDAYS`].
pub static HEADS: Table<()> = table!(
    (),
    class::HOLIDAY,
    &[
        ("christmas", ()),
        ("xmas", ()),
        ("boxing", ()),
        ("new", ()),
        ("thanksgiving", ()),
        ("halloween", ()),
        ("easter", ()),
        ("good", ()),
        ("maundy", ()),
        ("ash", ()),
        ("shrove", ()),
        ("palm", ()),
        ("independence", ()),
        ("valentine", ()),
        ("labor", ()),
        ("memorial", ()),
        ("veterans", ()),
        ("armistice", ()),
        ("remembrance", ()),
        ("columbus", ()),
        ("election", ()),
        ("may", ()),
        ("bastille", ()),
        ("earth", ()),
        ("mother", ()),
        ("father", ()),
        ("st.", ()),
        ("international", ()),
    ],
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_holiday_is_found_by_its_first_word() {
        for (words, _) in HOLIDAYS {
            assert!(HEADS.get(words[0]).is_some(), "{words:?}");
        }
    }
}
