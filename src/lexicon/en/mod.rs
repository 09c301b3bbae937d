//! English. A new table: a file, a class bit here, a line in [`TABLES`].

use super::table::Words;

pub mod calendar;
pub mod cause;
pub mod change;
pub mod deixis;
pub mod effect;
pub mod fate;
pub mod gender;
pub mod grammar;
pub mod holidays;
pub mod joint;
pub mod name;
pub mod numeral;
pub mod outcome;
pub mod qualifier;
pub mod report;
pub mod role;
pub mod scene;
pub mod source;
pub mod speech;
pub mod unit;
pub mod victim;

/// The class of each table.
pub mod class {
    use crate::lexicon::Classes;

    /// Verbs and nouns of speech: `said`.
    pub const SPEECH: Classes = Classes::bit(0);
    /// Nouns of office, occupation and kin: `minister`.
    pub const ROLE: Classes = Classes::bit(1);
    /// Nouns of what is written or counted: `report`.
    pub const DOCUMENT: Classes = Classes::bit(2);
    /// Nouns of what somebody speaks in or at: `briefing`.
    pub const OCCASION: Classes = Classes::bit(3);
    /// Words that join the parts of a clause: `whose`.
    pub const JOINT: Classes = Classes::bit(4);
    /// Nouns of what somebody says: `claim`.
    pub const SAYING: Classes = Classes::bit(5);
    /// Adjectives of what somebody thinks: `afraid`.
    pub const OPINION: Classes = Classes::bit(6);
    /// Nouns of bodies and circles of people: `family`.
    pub const COLLECTIVE: Classes = Classes::bit(7);
    /// Words that are numbers or parts of one: `dozen`.
    pub const NUMERAL: Classes = Classes::bit(8);
    /// Words before a number that bound it: `least`.
    pub const QUALIFIER: Classes = Classes::bit(9);
    /// Units of measure and currencies: `km`.
    pub const UNIT: Classes = Classes::bit(10);
    /// Verbs and particles of rise and fall: `fell`.
    pub const MOVE: Classes = Classes::bit(11);
    /// Months: `March`, `Sept.`.
    pub const MONTH: Classes = Classes::bit(20);
    /// Weekdays: `Friday`.
    pub const WEEKDAY: Classes = Classes::bit(21);
    /// Units of time: `hours`.
    pub const TIME_UNIT: Classes = Classes::bit(22);
    /// Seasons: `autumn`.
    pub const SEASON: Classes = Classes::bit(23);
    /// Parts of the day: `morning`.
    pub const DAY_PART: Classes = Classes::bit(24);
    /// Words that point in time by themselves: `yesterday`, `now`.
    pub const DEICTIC: Classes = Classes::bit(25);
    /// Words that may begin a temporal expression: `last`, `early`.
    pub const LEADER: Classes = Classes::bit(26);
    /// Cardinals in words: `five`.
    pub const COUNT: Classes = Classes::bit(27);
    /// Ordinals in words: `third`.
    pub const ORDINAL: Classes = Classes::bit(28);
    /// Verbs that tell the tense: `will`, `was`.
    pub const TENSE: Classes = Classes::bit(29);
    /// First words of holidays: `Christmas`.
    pub const HOLIDAY: Classes = Classes::bit(30);
    /// Words that show that people were harmed: `killed`.
    pub const HARM: Classes = Classes::bit(32);
    /// Words for people: `soldiers`.
    pub const PERSON: Classes = Classes::bit(33);
    /// Words for what is no person: `houses`.
    pub const THING: Classes = Classes::bit(34);
    /// Words that carry the grammar of a sentence: `which`.
    pub const GRAMMAR: Classes = Classes::bit(35);
    /// Weapons, hazards and violent events: `blast`.
    pub const CAUSE: Classes = Classes::bit(36);
    /// Nouns that tell what kind of source speaks: `hospital`.
    pub const SOURCE: Classes = Classes::bit(37);
    /// Verbs that tell that people were hit: `shot`.
    pub const STRUCK: Classes = Classes::bit(38);
    /// Where the wounded are brought: `hospital`.
    pub const WARD: Classes = Classes::bit(39);
    /// What became of people: `freed`.
    pub const OUTCOME: Classes = Classes::bit(40);
    /// Words of events and of what goes on about them: `overturned`.
    pub const SCENE: Classes = Classes::bit(42);
    /// Words before the name of a place: `near`.
    pub const LEAD: Classes = Classes::bit(43);
    /// Titles and roles: `President`, `Gen.`.
    pub const TITLE: Classes = Classes::bit(44);
    /// Heads of the names of organisations: `Ministry`.
    pub const ORGANIZATION_WORD: Classes = Classes::bit(45);
    /// Heads of the names of places: `River`.
    pub const PLACE_WORD: Classes = Classes::bit(46);
    /// Heads of the names of events, laws and works: `Treaty`.
    pub const EVENT_WORD: Classes = Classes::bit(47);
    /// Particles of names: `bin`, `de`.
    pub const PARTICLE: Classes = Classes::bit(48);
    /// Days and months.
    pub const CALENDAR: Classes = Classes::bit(49);
    /// Words that open a sentence and are no name: `The`.
    pub const OPENER: Classes = Classes::bit(50);
    /// Verbs that report what is said, thought or wanted, beyond those of speech: `hopes`.
    pub const REPORT: Classes = Classes::bit(60);
    // Bits by room, so that no two rooms take the same: 0-7 and 60-63 quote, 8-19 number, 20-31 time, 32-43 casualty, 44-59 name.
}

/// Every table whose words get a class.
pub static TABLES: &[&dyn Words] = &[
    &speech::VERBS,
    &report::FRAMES,
    &report::PARTICLES,
    &report::DOCUMENTS,
    &report::OCCASIONS,
    &report::SAYINGS,
    &report::OPINIONS,
    &report::COLLECTIVES,
    &joint::JOINTS,
    &role::ROLES,
    &numeral::NUMERALS,
    &qualifier::BEFORE,
    &unit::UNITS,
    &change::MOVES,
    &calendar::MONTHS,
    &calendar::WEEKDAYS,
    &calendar::SEASONS,
    &calendar::DAY_PARTS,
    &calendar::TIME_UNITS,
    &calendar::DECADES,
    &deixis::DEICTICS,
    &deixis::LEADERS,
    &deixis::COUNTS,
    &deixis::ORDINALS,
    &deixis::TENSES,
    &holidays::HEADS,
    &effect::HARM,
    &effect::STRUCK,
    &effect::WARDS,
    &outcome::OUTCOMES,
    &victim::PEOPLE,
    &victim::THINGS,
    &grammar::GRAMMAR,
    &cause::CAUSES,
    &scene::SCENES,
    &scene::LEADS,
    &source::SOURCES,
    &name::TITLES,
    &name::ORGANIZATION_WORDS,
    &name::PLACE_WORDS,
    &name::EVENT_WORDS,
    &name::PARTICLES,
    &name::CALENDAR,
    &name::OPENERS,
];
