//! Numbers as the text words them, and quantities with units.

use super::{Confidence, Effect};
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

/// What a quantity counts or measures.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnitKind {
    /// A sum in a currency; the unit is its ISO 4217 code where known.
    Money,
    /// Parts of a hundred; the unit is `%`, or `pp` and `bp` for points and hundredths of points of it.
    Percent,
    /// A part of a whole: "two thirds of"; no unit.
    Share,
    /// A length; the unit is its usual short form.
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
    /// Energy or explosive yield.
    Energy,
    /// Power.
    Power,
    /// An amount of data or of pixels, or data a second.
    Data,
    /// How often in a second or a minute.
    Frequency,
    /// Pressure.
    Pressure,
    /// Another unit of measure: volts, degrees of an angle, miles a gallon.
    Measure,
    /// A length of time, which is among the times too; the unit is the singular: "day".
    Duration,
    /// An age; the unit is the singular: "year".
    Age,
    /// A count of people other than casualties.
    People,
    /// A count of weapons, vehicles or aircraft.
    Weapons,
    /// A count of other things; the unit is the noun.
    Things,
    /// A number by itself, or "one of" many; no unit, or the word that it stands before: "12-page".
    Number,
}

/// Which way something moved by a quantity.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Change {
    /// "rose 5 per cent", "up 12 points".
    Up,
    /// "fell 5 per cent".
    Down,
}

/// A quantity that is no casualty figure and no date.
#[derive(Clone, PartialEq, Debug)]
pub struct Quantity {
    /// Number, qualifier and unit.
    pub span: ByteSpan,
    /// How the wording bounds it.
    pub modifier: Modifier,
    /// The number as worded, scaled by "million" and the like; where it moved from one number to another, the first.
    pub value: f64,
    /// Lower bound.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// Which way something moved by it, or, for a range, from one end to the other. `None` for a level.
    pub change: Option<Change>,
    /// What it counts or measures.
    pub kind: UnitKind,
    /// The unit in its usual short form ("km", "USD", "jets"); empty where there is none.
    pub unit: String,
    /// What it is told for each of, in the singular: "month" of "$30 a month", "gal" of "3 pounds per gallon".
    pub per: Option<String>,
    /// What happened to the people counted, where it makes no casualties of them: affected, rescued, infected.
    pub effect: Option<Effect>,
    /// Name of the rule.
    pub rule: &'static str,
    /// How sure.
    pub confidence: Confidence,
}

impl Quantity {
    /// Whether a reader of the article wants it in a list of its figures: a measure, or a count of something named. Times
    /// and ages have places of their own, and a number by itself says nothing away from its sentence.
    pub fn is_telling(&self) -> bool {
        !matches!(self.kind, UnitKind::Duration | UnitKind::Age | UnitKind::Number)
    }
}
