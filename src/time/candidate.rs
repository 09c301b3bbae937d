//! What the grammar hands to the resolver: an expression, and which parts of its time the wording fixes.

use crate::fact::TimeModifier;
use crate::lexicon::en::calendar::{DayPart, Season, TimeUnit};
use crate::lexicon::en::holidays::Rule;
use crate::text::{ByteSpan, TokenSpan};

/// A temporal expression as read, not yet placed on the calendar.
#[derive(Clone, PartialEq, Debug)]
pub struct Candidate {
    pub(super) span: ByteSpan,
    pub(super) tokens: TokenSpan,
    /// Index of its sentence.
    pub(super) sentence: usize,
    pub(super) meaning: Meaning,
    /// The time of day that comes with it.
    pub(super) clock: Option<TimeOfDay>,
    pub(super) modifier: Option<TimeModifier>,
    /// Name of the rule.
    pub(super) rule: &'static str,
}

/// What kind of time the words mean.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Meaning {
    /// A place on the calendar by name.
    Point(Point),
    /// A stretch of the calendar counted from another: "last week" is (Week, -1).
    Unit { unit: TimeUnit, offset: i32, from: From },
    /// So much before or after: "two days ago".
    Shift { amount: Amount, unit: TimeUnit, ahead: bool, from: From },
    /// No place on the calendar.
    Vague(Vague),
    /// A length of time; up to two units ("two hours and ten minutes").
    Duration { amount: Amount, unit: TimeUnit, rest: Option<(Amount, TimeUnit)> },
    /// Something that repeats.
    Set(Frequency),
}

/// What an expression is counted from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum From {
    /// The day of speech: the article's date, or that of a quoted utterance.
    Speech,
    /// The time that the text has come to.
    Text,
}

/// A named place on the calendar with the fields that the wording fixes.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Point {
    pub year: Year,
    pub part: Part,
    /// "last", "next", "this" before the name.
    pub step: Option<Step>,
    /// The weekday that the wording gives beside a date: evidence for the year.
    pub weekday: Option<u8>,
}

impl Point {
    pub fn new(year: Year, part: Part) -> Self {
        Self { year, part, step: None, weekday: None }
    }

    /// Year, month and day, where all are said.
    pub fn full_date(&self) -> Option<(i32, u8, u8)> {
        match (self.year, self.part) {
            (Year::Is(year), Part::Day(month, day)) => Some((year, month, day)),
            _ => None,
        }
    }
}

/// The year of a [`Point`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Year {
    /// Not said.
    Open,
    /// Said; astronomical before Christ.
    Is(i32),
    /// "this year's", "of that year".
    Offset(i32, From),
}

/// Which part of the year a [`Point`] is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Part {
    /// All of it.
    Whole,
    Half(u8),
    /// A quarter; `None` for "the quarter" without its number.
    Quarter(Option<u8>),
    Season(Season),
    Month(u8),
    /// Month and day.
    Day(u8, u8),
    DayOfMonth(u8),
    Weekday(u8),
    Holiday(Rule),
    /// The decade that begins with the year; with an open year, its two last digits.
    Decade(u8),
    /// The century that begins with the year.
    Century,
}

/// "last Monday", "next March".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Step {
    Last,
    This,
    Next,
    /// "that", "the same"
    Same,
    /// "the following"
    Following,
    /// "the previous"
    Previous,
}

/// How many.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Amount {
    Exactly(f64),
    /// "several", or a bare plural: `X` in the value.
    Unknown,
}

/// TIMEX3's references without a place on the calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Vague {
    Past,
    Present,
    Future,
}

/// How something repeats.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Frequency {
    /// Every so many units.
    Every(f64, TimeUnit),
    /// On this day of each week, perhaps at a part of the day.
    Weekday(u8),
    Month(u8),
    Season(Season),
    /// At this part of each day.
    Part(DayPart),
    Weekend,
}

/// A time of day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum TimeOfDay {
    Clock { hour: u8, minute: u8, second: Option<u8>, utc: bool },
    Part(DayPart),
}
