//! Casualty figures: who was harmed, how, how many, and who says so.

use super::{Confidence, EntityId, Interval, Modifier, PlaceFact, Precision};
use crate::text::ByteSpan;

/// What happened to people, or to the homes that they live in. Effects are never added up.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Effect {
    /// Killed, died.
    Killed,
    /// Wounded, hurt.
    Injured,
    /// Missing.
    Missing,
    /// Displaced, evacuated, fled, homeless, refugees.
    Displaced,
    /// Arrested, imprisoned.
    Detained,
    /// Kidnapped, held hostage.
    Abducted,
    /// Killed and injured not told apart.
    Casualties,
    /// Homes destroyed: what recorders of displacement count where nobody counts the people.
    HousingDestroyed,
    /// Homes damaged.
    HousingDamaged,
    /// Affected, stranded, trapped: no casualties. Counts of them are quantities, as those of the next two are.
    Affected,
    /// Rescued, saved.
    Rescued,
    /// Infected, fallen ill.
    Infected,
}

impl Effect {
    /// Whether homes are counted and not people.
    pub const fn is_of_homes(self) -> bool {
        matches!(self, Self::HousingDestroyed | Self::HousingDamaged)
    }

    /// Whether a count of it is a casualty figure; else it is a quantity.
    pub const fn is_casualty(self) -> bool {
        !matches!(self, Self::Affected | Self::Rescued | Self::Infected)
    }
}

/// How certain the article says it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Status {
    /// Said to be so.
    #[default]
    Asserted,
    /// "feared", "believed", "may have".
    Feared,
    /// "could", "would have", "if".
    Hypothetical,
    /// Said not to be so.
    Denied,
    /// Intended.
    Planned,
}

/// What the figure covers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Scope {
    /// One event.
    #[default]
    Incident,
    /// A toll to date, over a war or a year.
    Cumulative,
    /// A part of another figure.
    Part,
    /// Not to be told.
    Unknown,
}

/// Whether the victims fought. Never guessed from "people".
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum VictimStatus {
    /// Said to be civilians.
    Civilian,
    /// Fighters of any side but security forces.
    Combatant,
    /// Soldiers, police, guards.
    SecurityForce,
    /// Several of these.
    Mixed,
    /// The article does not say.
    #[default]
    Unknown,
}

/// A group that recorders count apart.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum VictimGroup {
    /// Children, boys, girls, babies, students of a school.
    Children,
    /// Women.
    Women,
    /// Men.
    Men,
    /// Elderly people.
    Elderly,
    /// Journalists.
    Journalists,
    /// Aid and health workers, rescuers.
    AidWorkers,
    /// Migrants and refugees.
    Migrants,
    /// Prisoners and detainees.
    Prisoners,
    /// Attackers, suicide bombers.
    Attackers,
}

/// What kind of source gives a figure.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SourceKind {
    /// A government, a ministry, an official.
    Government,
    /// An army.
    Military,
    /// An armed group.
    ArmedGroup,
    /// A hospital, medics, health workers.
    Hospital,
    /// Police.
    Police,
    /// The United Nations and its agencies.
    UnitedNations,
    /// Another organisation that is no government: aid, rights.
    NonGovernmental,
    /// A monitor that counts casualties.
    Monitor,
    /// Witnesses, residents, survivors.
    Witness,
    /// News media.
    Media,
    /// A source that is not named.
    Unnamed,
    /// A named person or body whose kind the article does not tell.
    Other,
}

/// Who says so.
#[derive(Clone, PartialEq, Debug)]
pub struct Attribution {
    /// The words that name the source.
    pub span: ByteSpan,
    /// Its kind.
    pub kind: SourceKind,
    /// The entity, where the source is named.
    pub entity: Option<EntityId>,
    /// The verb or phrase: "said", "according to".
    pub verb: Option<ByteSpan>,
}

/// Where a value of the event was found.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Origin {
    /// In the figure's own sentence.
    Sentence,
    /// In the text around it.
    Context,
}

/// Where it happened.
#[derive(Clone, PartialEq, Debug)]
pub struct EventPlace {
    /// The words.
    pub span: ByteSpan,
    /// The entity.
    pub entity: Option<EntityId>,
    /// What is known of it.
    pub fact: Option<PlaceFact>,
    /// Sentence or context.
    pub origin: Origin,
}

/// When it happened.
#[derive(Clone, PartialEq, Debug)]
pub struct EventTime {
    /// The words.
    pub span: ByteSpan,
    /// The days.
    pub interval: Option<Interval>,
    /// How fine.
    pub precision: Option<Precision>,
    /// Sentence or context.
    pub origin: Origin,
}

/// Who is said to have done it.
#[derive(Clone, PartialEq, Debug)]
pub struct Actor {
    /// The words.
    pub span: ByteSpan,
    /// The entity, where it is named.
    pub entity: Option<EntityId>,
}

/// What became of people who were held, taken, driven out or missing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum OutcomeKind {
    /// Prisoners or hostages were let go.
    Freed,
    /// Brought to safety by others.
    Rescued,
    /// Refugees went or were taken home.
    Returned,
    /// Got away by themselves.
    Escaped,
    /// The missing were found.
    Found,
}

/// What became of the people of a figure, as its clause tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outcome {
    /// What.
    pub kind: OutcomeKind,
    /// The word.
    pub span: ByteSpan,
    /// Asserted, or planned: "agreed to free".
    pub status: Status,
}

/// A reported casualty figure with its evidence.
#[derive(Clone, PartialEq, Debug)]
pub struct CasualtyFigure {
    /// The number with its modifier words; for an implicit figure the words that name the victims.
    pub span: ByteSpan,
    /// What happened.
    pub effect: Effect,
    /// How the wording bounds the number.
    pub modifier: Modifier,
    /// Lower bound.
    pub low: Option<u64>,
    /// Upper bound.
    pub high: Option<u64>,
    /// The number as worded, where the wording gives one: 250,000 for "at least a quarter of a million".
    pub best: Option<u64>,
    /// 0.5 for "half of".
    pub fraction: Option<f64>,
    /// What the fraction is of.
    pub fraction_of: Option<ByteSpan>,
    /// The word that shows the effect.
    pub trigger: ByteSpan,
    /// The head words for who.
    pub victims: Option<ByteSpan>,
    /// Whether they fought.
    pub victim_status: VictimStatus,
    /// Groups counted apart.
    pub victim_groups: Vec<VictimGroup>,
    /// How certain.
    pub status: Status,
    /// What it covers.
    pub scope: Scope,
    /// No number word stands there: "a policeman was killed".
    pub implicit: bool,
    /// Counted in households, families or bodies and not in people: the word.
    pub unit: Option<ByteSpan>,
    /// Who says so; `None`: no source given.
    pub source: Option<Attribution>,
    /// Weapon or hazard.
    pub cause: Option<ByteSpan>,
    /// What was hit.
    pub target: Option<ByteSpan>,
    /// Who is said to have done it.
    pub actor: Option<Actor>,
    /// What became of the people: prisoners freed, refugees returned.
    pub outcome: Option<Outcome>,
    /// When.
    pub time: Option<EventTime>,
    /// Where.
    pub place: Option<EventPlace>,
    /// Index of the figure that this one is a part of.
    pub part_of: Option<usize>,
    /// Index of the first figure that says the same.
    pub same_as: Option<usize>,
    /// Indices of figures of the same event and effect that differ.
    pub conflicts_with: Vec<usize>,
    /// Index of the earlier figure that this one replaces.
    pub supersedes: Option<usize>,
    /// A figure of another time than the article's event.
    pub background: bool,
    /// Name of the rule.
    pub rule: &'static str,
    /// How sure.
    pub confidence: Confidence,
}
