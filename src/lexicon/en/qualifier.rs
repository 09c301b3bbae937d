//! Words that open, close or soften a number. Rows are keyed by the word that stands nearest to the number; the words
//! before it follow, nearest last.

use super::class;
use crate::fact::Modifier::{self, Approximately, AtLeast, AtMost};
use crate::lexicon::{Table, table};

/// The wordings that end (or, behind a number, begin) with a word: the other words, and what they mean.
pub type Wordings = &'static [(&'static [&'static str], Modifier)];

/// Before the number: "at least", "more than", "an estimated".
pub static BEFORE: Table<Wordings> = table!(
    Wordings,
    class::QUALIFIER,
    &[
        ("about", &[(&[], Approximately)]),
        ("above", &[(&[], AtLeast)]),
        ("almost", &[(&[], Approximately)]),
        ("approx", &[(&[], Approximately)]),
        ("approximately", &[(&[], Approximately)]),
        ("around", &[(&[], Approximately)]),
        ("approaching", &[(&[], Approximately)]),
        (
            "as",
            &[
                (&["as", "many"], AtMost),
                (&["as", "high"], AtMost),
                (&["as", "low"], AtLeast),
                (&["as", "much"], AtMost),
                (&["as", "few"], AtLeast),
                (&["as", "little"], AtLeast),
            ],
        ),
        ("barely", &[(&[], Approximately)]),
        ("below", &[(&[], AtMost)]),
        ("beyond", &[(&[], AtLeast)]),
        ("by", &[(&["close"], Approximately)]),
        ("circa", &[(&[], Approximately)]),
        ("estimated", &[(&["an"], Approximately), (&[], Approximately)]),
        ("exceeding", &[(&[], AtLeast)]),
        ("least", &[(&["at", "the", "very"], AtLeast), (&["at"], AtLeast)]),
        ("maybe", &[(&[], Approximately)]),
        ("minimum", &[(&["a"], AtLeast)]),
        ("most", &[(&["at", "the"], AtMost), (&["at"], AtMost)]),
        ("nearly", &[(&[], Approximately)]),
        (
            "of",
            &[
                (&["upwards"], AtLeast),
                (&["upward"], AtLeast),
                (&["in", "excess"], AtLeast),
                (&["north"], AtLeast),
                (&["short"], AtMost),
                (&["shy"], AtMost),
                (&["a", "minimum"], AtLeast),
                (&["a", "maximum"], AtMost),
                (&["an", "estimated", "total"], Approximately),
            ],
        ),
        ("over", &[(&["just"], AtLeast), (&["well"], AtLeast), (&[], AtLeast)]),
        ("perhaps", &[(&[], Approximately)]),
        ("roughly", &[(&[], Approximately)]),
        ("some", &[(&[], Approximately)]),
        (
            "than",
            &[
                (&["no", "fewer"], AtLeast),
                (&["no", "less"], AtLeast),
                (&["not", "fewer"], AtLeast),
                (&["not", "less"], AtLeast),
                (&["no", "more"], AtMost),
                (&["not", "more"], AtMost),
                (&["no", "greater"], AtMost),
                (&["a", "little", "more"], AtLeast),
                (&["far", "more"], AtLeast),
                (&["much", "more"], AtLeast),
                (&["more"], AtLeast),
                (&["greater"], AtLeast),
                (&["higher"], AtLeast),
                (&["larger"], AtLeast),
                (&["fewer"], AtMost),
                (&["less"], AtMost),
                (&["lower"], AtMost),
            ],
        ),
        ("to", &[(&["anywhere", "up"], AtMost), (&["up"], AtMost), (&["close"], Approximately)]),
        ("toward", &[(&[], Approximately)]),
        ("towards", &[(&[], Approximately)]),
        ("under", &[(&["just"], AtMost), (&["well"], AtMost), (&[], AtMost)]),
        ("virtually", &[(&[], Approximately)]),
    ],
);

/// Signs close before the number.
pub static SIGNS: &[(&str, Modifier)] =
    &[("~", Approximately), ("≈", Approximately), ("±", Approximately), (">", AtLeast), ("≥", AtLeast), ("<", AtMost), ("≤", AtMost)];

/// Behind the number: "or more", "or so", "plus". The first word is looked up, the rest must follow.
pub static BEHIND: Wordings = &[
    (&["or", "more"], AtLeast),
    (&["or", "so"], Approximately),
    (&["or", "thereabouts"], Approximately),
    (&["or", "fewer"], AtMost),
    (&["or", "less"], AtMost),
    (&["at", "least"], AtLeast),
    (&["at", "most"], AtMost),
    (&["and", "counting"], AtLeast),
    (&["+"], AtLeast),
    (&["-", "plus"], AtLeast),
    (&["plus"], AtLeast),
    (&["-", "odd"], Approximately),
    (&["odd"], Approximately),
];

/// Words that may stand between a qualifier and its number: "at least another 50".
pub static BETWEEN: &[&str] = &["another", "further", "additional", "an", "a", "other", "the", "all"];
