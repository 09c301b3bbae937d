//! Numbers as the text words them, and quantities with units.

use super::Confidence;
use crate::text::{ByteSpan, TokenSpan};

/// How the wording bounds a number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Modifier {
    /// "12", "a dozen".
    #[default]
    Exact,
    /// "at least", "more than", "or more".
    AtLeast,
    /// "up to", "fewer than".
    AtMost,
    /// "about", "nearly", "some".
    Approximately,
    /// "20 to 30", "four or five".
    Range,
    /// "dozens", "several", "tens of thousands".
    Vague,
    /// "half of", "80% of".
    Fraction,
    /// "no one", "none".
    NoneOf,
}

/// What kind of number stands there.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum NumberForm {
    /// "12", "a quarter of a million", "dozens".
    #[default]
    Cardinal,
    /// "third", "21st".
    Ordinal,
    /// "half", "two thirds", "a quarter" of something.
    Fraction,
    /// "80%", "80 per cent": the value is in per cent.
    Percent,
}

/// A number with its qualifier words.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Number {
    /// Number and qualifier words: "At least a quarter of a million".
    pub span: ByteSpan,
    /// The same as tokens.
    pub tokens: TokenSpan,
    /// The number alone, without qualifier: "a quarter of a million".
    pub core: TokenSpan,
    /// What kind of number.
    pub form: NumberForm,
    /// How the wording bounds it.
    pub modifier: Modifier,
    /// The number itself, before its qualifier opens a bound: 250,000; for a range or a vague word its lower end.
    /// For a fraction 0.5; for per cent 80.
    pub value: f64,
    /// Lower bound; `None` where the wording gives none.
    pub low: Option<f64>,
    /// Upper bound; `None` where the wording gives none.
    pub high: Option<f64>,
    /// Written in digits only, without words: such a number may be a year, an age or a score.
    pub digits: bool,
}

/// What a unit measures.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnitKind {
    /// A sum in a currency; the unit is its ISO 4217 code where known.
    Money,
    /// A length; the unit is as written.
    Length,
    /// An area.
    Area,
    /// A mass.
    Mass,
    /// A volume.
    Volume,
    /// A speed.
    Speed,
    /// A temperature.
    Temperature,
    /// Energy, power or explosive yield.
    Energy,
    /// Parts of a hundred.
    Percent,
    /// A count of people other than casualties.
    People,
    /// A count of weapons, vehicles or aircraft.
    Weapons,
    /// A count of other things; the unit is the noun.
    Things,
}

/// A quantity that is no casualty figure, date or duration.
#[derive(Clone, PartialEq, Debug)]
pub struct Quantity {
    /// Number, qualifier and unit.
    pub span: ByteSpan,
    /// How the wording bounds it.
    pub modifier: Modifier,
    /// The number as worded, scaled by "million" and the like.
    pub value: f64,
    /// Lower bound.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// What the unit measures.
    pub kind: UnitKind,
    /// The unit in its usual short form ("km", "USD", "jets").
    pub unit: String,
    /// Name of the rule.
    pub rule: &'static str,
    /// How sure.
    pub confidence: Confidence,
}
