//! The names that exports give the values of the fact model: snake case, stable.

use crate::fact::{
    AnchorSource, Change, Confidence, Effect, EntityKind, MentionForm, Modifier, Origin, OutcomeKind, PlacePrecision, Precision, QuoteForm,
    Reading, Scope, SourceKind, Status, TimeAnchor, TimeKind, TimeModifier, UnitKind, VictimGroup, VictimStatus,
};
use crate::text::DateSource;

/// A value with a stable name in the exports.
pub trait Named {
    /// Its name.
    fn name(&self) -> &'static str;
}

macro_rules! names {
    ($($kind:ident { $($pattern:pat => $name:literal),* $(,)? })*) => {$(
        impl Named for $kind {
            fn name(&self) -> &'static str {
                use $kind::*;
                match self { $($pattern => $name),* }
            }
        }
    )*};
}

names! {
    Effect { Killed => "killed", Injured => "injured", Missing => "missing", Displaced => "displaced", Detained => "detained", Abducted => "abducted", Casualties => "casualties", HousingDestroyed => "housing_destroyed", HousingDamaged => "housing_damaged", Affected => "affected", Rescued => "rescued", Infected => "infected" }
    Modifier { Exact => "exact", AtLeast => "at_least", AtMost => "at_most", Approximately => "approximately", Range => "range", Vague => "vague", Fraction => "fraction", NoneOf => "none_of" }
    Status { Asserted => "asserted", Feared => "feared", Hypothetical => "hypothetical", Denied => "denied", Planned => "planned" }
    Scope { Incident => "incident", Cumulative => "cumulative", Part => "part", Unknown => "unknown" }
    VictimStatus { Civilian => "civilian", Combatant => "combatant", SecurityForce => "security_force", Mixed => "mixed", Unknown => "unknown" }
    VictimGroup { Children => "children", Women => "women", Men => "men", Elderly => "elderly", Journalists => "journalists", AidWorkers => "aid_workers", Migrants => "migrants", Prisoners => "prisoners", Attackers => "attackers" }
    SourceKind { Government => "government", Military => "military", ArmedGroup => "armed_group", Hospital => "hospital", Police => "police", UnitedNations => "united_nations", NonGovernmental => "non_governmental", Monitor => "monitor", Witness => "witness", Media => "media", Unnamed => "unnamed", Other => "other" }
    OutcomeKind { Freed => "freed", Rescued => "rescued", Returned => "returned", Escaped => "escaped", Found => "found" }
    Origin { Sentence => "sentence", Context => "context" }
    Confidence { Low => "low", Medium => "medium", High => "high" }
    EntityKind { Person => "person", Organization => "organization", Place => "place", Nationality => "nationality", Miscellaneous => "miscellaneous" }
    MentionForm { Name => "name", Role => "role", Pronoun => "pronoun" }
    PlacePrecision { Point => "point", City => "city", Region => "region", Country => "country", Continent => "continent" }
    QuoteForm { Direct => "direct", Partial => "partial", Indirect => "indirect" }
    TimeKind { Date => "DATE", Time => "TIME", Duration => "DURATION", Set => "SET" }
    TimeModifier { Before => "BEFORE", After => "AFTER", LessThan => "LESS_THAN", MoreThan => "MORE_THAN", EqualOrLess => "EQUAL_OR_LESS", EqualOrMore => "EQUAL_OR_MORE", Start => "START", Mid => "MID", End => "END", Approx => "APPROX" }
    TimeAnchor { Explicit => "explicit", Publication => "publication", Previous(_) => "previous_date", Utterance(_) => "utterance", None => "none" }
    Precision { Minute => "minute", PartOfDay => "part_of_day", Day => "day", Week => "week", Month => "month", Quarter => "quarter", Year => "year", Decade => "decade", Century => "century" }
    UnitKind { Money => "money", Percent => "percent", Share => "share", Length => "length", Area => "area", Mass => "mass", Volume => "volume", Speed => "speed", Temperature => "temperature", Energy => "energy", Power => "power", Data => "data", Frequency => "frequency", Pressure => "pressure", Measure => "measure", Duration => "duration", Age => "age", People => "people", Weapons => "weapons", Things => "things", Number => "number" }
    Change { Up => "up", Down => "down" }
    DateSource { Given => "given", JsonLd => "json_ld", Meta => "meta", TimeElement => "time_element", Byline => "byline", Url => "url" }
    Reading { Analysed => "analysed", Empty => "empty", OtherLanguage(_) => "other_language" }
}

impl Named for AnchorSource {
    fn name(&self) -> &'static str {
        match self {
            Self::Published(source) => source.name(),
            Self::Inferred(_) => "inferred",
        }
    }
}
