//! Temporal expressions as TIMEX3 has them, and what they resolve to.

use jiff::civil::Date;

use super::Confidence;
use crate::text::{ByteSpan, DateSource};

/// The four TIMEX3 types.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TimeKind {
    /// A day, a month, a year, a decade …
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that repeats.
    Set,
}

/// TIMEX3 `mod`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TimeModifier {
    /// "before"
    Before,
    /// "after"
    After,
    /// "less than", "nearly"
    LessThan,
    /// "more than"
    MoreThan,
    /// "at most"
    EqualOrLess,
    /// "at least"
    EqualOrMore,
    /// "early", "the start of"
    Start,
    /// "mid-"
    Mid,
    /// "late", "the end of"
    End,
    /// "about"
    Approx,
}

/// The smallest unit that the wording fixes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Precision {
    /// A clock time.
    Minute,
    /// A part of a day.
    PartOfDay,
    /// A day.
    Day,
    /// A week or a weekend.
    Week,
    /// A month.
    Month,
    /// A quarter or a season.
    Quarter,
    /// A year.
    Year,
    /// A decade.
    Decade,
    /// A century.
    Century,
}

/// Days from `start` to `end`, both included.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Interval {
    /// First day.
    pub start: Date,
    /// Last day; never before `start`.
    pub end: Date,
}

/// What a relative expression was counted from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TimeAnchor {
    /// Nothing: the expression says it all.
    Explicit,
    /// The article's date (or that of its post).
    Publication,
    /// A date before it in the text, whose words these are.
    Previous(ByteSpan),
    /// The day on which the quoted words were spoken, named by these words.
    Utterance(ByteSpan),
    /// Nothing to count from: unresolved.
    None,
}

/// A temporal expression.
#[derive(Clone, PartialEq, Debug)]
pub struct TimeExpression {
    /// Its extent, without a leading preposition.
    pub span: ByteSpan,
    /// Its TIMEX3 type.
    pub kind: TimeKind,
    /// Its TIMEX3 value: `2016-03-14`, `2016-W11`, `P5M`, `PAST_REF`, `XXXX-WXX-2` …
    pub value: String,
    /// Its TIMEX3 mod.
    pub modifier: Option<TimeModifier>,
    /// The days it covers, for a resolved date or time.
    pub interval: Option<Interval>,
    /// How fine it is; `None` for durations, sets and vague references.
    pub precision: Option<Precision>,
    /// What it was counted from.
    pub anchor: TimeAnchor,
    /// Name of the rule.
    pub rule: &'static str,
    /// How sure.
    pub confidence: Confidence,
}

/// Where the anchor of relative dates comes from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum AnchorSource {
    /// The page or the caller says when it was published.
    Published(DateSource),
    /// Concluded from dates in the text; the words are the evidence.
    Inferred(ByteSpan),
}

/// The day that "Monday" and "yesterday" are counted from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Anchor {
    /// The day; `None` leaves relative dates unresolved.
    pub date: Option<Date>,
    /// Where it comes from; `None` together with no date.
    pub source: Option<AnchorSource>,
}
