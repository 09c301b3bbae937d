//! Words that are numbers or parts of one, with the bounds that the vague ones stand for.

use super::class;
use crate::lexicon::{Table, table};

/// What a numeral is worth and how it combines.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Numeral {
    /// "one" to "nineteen".
    Unit(f64),
    /// "twenty" to "ninety".
    Ten(f64),
    /// Multiplies what stands before it: "hundred", "dozen", "lakh".
    Scale(f64),
    /// A vague count by itself, from and to: "dozens". The last value multiplies ("tens of thousands").
    Many(f64, f64, f64),
    /// A small vague count that may stand before a scale: "several", "a few".
    Few(f64, f64),
    /// A part of a whole: "half", "quarter", "thirds".
    Part(f64),
    /// A place in a row: "third". Before "of" it may be a part.
    Ordinal(f64),
}

use Numeral::{Few, Many, Ordinal, Part, Scale, Ten, Unit};

/// The numerals.
pub static NUMERALS: Table<Numeral> = table!(
    Numeral,
    class::NUMERAL,
    &[
        ("one", Unit(1.0)),
        ("two", Unit(2.0)),
        ("three", Unit(3.0)),
        ("four", Unit(4.0)),
        ("five", Unit(5.0)),
        ("six", Unit(6.0)),
        ("seven", Unit(7.0)),
        ("eight", Unit(8.0)),
        ("nine", Unit(9.0)),
        ("ten", Unit(10.0)),
        ("eleven", Unit(11.0)),
        ("twelve", Unit(12.0)),
        ("thirteen", Unit(13.0)),
        ("fourteen", Unit(14.0)),
        ("fifteen", Unit(15.0)),
        ("sixteen", Unit(16.0)),
        ("seventeen", Unit(17.0)),
        ("eighteen", Unit(18.0)),
        ("nineteen", Unit(19.0)),
        ("twenty", Ten(20.0)),
        ("thirty", Ten(30.0)),
        ("forty", Ten(40.0)),
        ("fourty", Ten(40.0)),
        ("fifty", Ten(50.0)),
        ("sixty", Ten(60.0)),
        ("seventy", Ten(70.0)),
        ("eighty", Ten(80.0)),
        ("ninety", Ten(90.0)),
        ("dozen", Scale(12.0)),
        ("hundred", Scale(100.0)),
        ("thousand", Scale(1e3)),
        ("lakh", Scale(1e5)),
        ("lakhs", Scale(1e5)),
        ("million", Scale(1e6)),
        ("mn", Scale(1e6)),
        ("mln", Scale(1e6)),
        ("crore", Scale(1e7)),
        ("crores", Scale(1e7)),
        ("billion", Scale(1e9)),
        ("bn", Scale(1e9)),
        ("trillion", Scale(1e12)),
        ("quadrillion", Scale(1e15)),
        ("quintillion", Scale(1e18)),
        ("tens", Many(20.0, 99.0, 10.0)),
        ("dozens", Many(24.0, 99.0, 12.0)),
        ("scores", Many(40.0, 99.0, 20.0)),
        ("hundreds", Many(200.0, 999.0, 100.0)),
        ("thousands", Many(2e3, 9_999.0, 1e3)),
        ("millions", Many(2e6, 9_999_999.0, 1e6)),
        ("billions", Many(2e9, 9_999_999_999.0, 1e9)),
        ("trillions", Many(2e12, 9_999_999_999_999.0, 1e12)),
        ("couple", Few(2.0, 2.0)),
        ("few", Few(3.0, 9.0)),
        ("several", Few(3.0, 9.0)),
        ("handful", Few(3.0, 9.0)),
        ("half", Part(0.5)),
        ("halves", Part(0.5)),
        ("thirds", Part(1.0 / 3.0)),
        ("quarter", Part(0.25)),
        ("quarters", Part(0.25)),
        ("fifths", Part(0.2)),
        ("sixths", Part(1.0 / 6.0)),
        ("eighths", Part(0.125)),
        ("tenths", Part(0.1)),
        ("first", Ordinal(1.0)),
        ("second", Ordinal(2.0)),
        ("third", Ordinal(3.0)),
        ("fourth", Ordinal(4.0)),
        ("fifth", Ordinal(5.0)),
        ("sixth", Ordinal(6.0)),
        ("seventh", Ordinal(7.0)),
        ("eighth", Ordinal(8.0)),
        ("ninth", Ordinal(9.0)),
        ("tenth", Ordinal(10.0)),
        ("eleventh", Ordinal(11.0)),
        ("twelfth", Ordinal(12.0)),
        ("thirteenth", Ordinal(13.0)),
        ("fourteenth", Ordinal(14.0)),
        ("fifteenth", Ordinal(15.0)),
        ("sixteenth", Ordinal(16.0)),
        ("seventeenth", Ordinal(17.0)),
        ("eighteenth", Ordinal(18.0)),
        ("nineteenth", Ordinal(19.0)),
        ("twentieth", Ordinal(20.0)),
        ("thirtieth", Ordinal(30.0)),
        ("fortieth", Ordinal(40.0)),
        ("fiftieth", Ordinal(50.0)),
        ("hundredth", Ordinal(100.0)),
        ("thousandth", Ordinal(1000.0)),
    ],
);

/// Letters glued behind digits that multiply them, and whether they could mean a unit as well ("2m").
pub static GLUED_SCALES: &[(&str, f64, bool)] = &[
    ("k", 1e3, false),
    ("m", 1e6, true),
    ("mn", 1e6, false),
    ("mln", 1e6, false),
    ("mil", 1e6, false),
    ("million", 1e6, false),
    ("billion", 1e9, false),
    ("bn", 1e9, false),
    ("b", 1e9, true),
    ("tn", 1e12, false),
];

/// What stands before "half" when it is a part of a game or a match and no amount.
pub static HALVES: &[&str] = &["other", "better", "latter", "back", "front", "top", "bottom", "this", "that", "each", "either"];

/// Words behind a number that is part of an address: "the 3100 block of".
pub static ADDRESSES: &[&str] = &["block"];

/// Words that a number behind them tells apart from others of their kind: "page 12", "phase 2". Sorted.
pub static LABELS: &[&str] = &[
    "#",
    "article",
    "category",
    "channel",
    "chapter",
    "class",
    "clause",
    "day",
    "episode",
    "exhibit",
    "figure",
    "flight",
    "game",
    "gate",
    "grade",
    "group",
    "highway",
    "image",
    "item",
    "lane",
    "level",
    "line",
    "no.",
    "nos.",
    "number",
    "page",
    "pages",
    "paragraph",
    "part",
    "phase",
    "photo",
    "platform",
    "question",
    "rank",
    "ranked",
    "room",
    "round",
    "route",
    "rule",
    "season",
    "section",
    "seed",
    "seeded",
    "size",
    "slide",
    "stage",
    "step",
    "table",
    "tier",
    "title",
    "type",
    "version",
    "volume",
    "ward",
    "week",
    "year",
    "zone",
];

#[cfg(test)]
mod tests {
    #[test]
    fn labels_are_sorted() {
        assert!(super::LABELS.is_sorted());
    }
}
