//! Words that join the parts of a clause, as the readers of quotes need them told apart.

use super::class;
use crate::lexicon::{Table, table};

/// What a word can do in a clause: a set, since many do several things.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Joint(u16);

impl Joint {
    /// A pronoun that can be a subject: "she".
    pub const PRONOUN: Self = Self(1);
    /// Begins a subordinate clause or a question: "where".
    pub const OPENER: Self = Self(2);
    /// A form of be, have, do or a modal verb.
    pub const AUXILIARY: Self = Self(4);
    /// A preposition that can stand behind the head of a noun phrase: "of".
    pub const PREPOSITION: Self = Self(8);
    /// An article, a demonstrative or a possessive: "the".
    pub const DETERMINER: Self = Self(16);
    /// Names a day or a part of time as news puts it behind a verb: "said Monday".
    pub const DAY: Self = Self(32);
    /// An adverb that stands between a verb and its subject: "later".
    pub const ADVERB: Self = Self(64);
    /// Joins a clause to a noun: "whose".
    pub const RELATIVE: Self = Self(128);
    /// Joins two clauses of one rank: "but".
    pub const CONJUNCTION: Self = Self(256);
    /// Begins a clause that the main clause follows: "While X said …, Y did".
    pub const SUBORDINATE: Self = Self(512);

    /// A verb before "to" and a verb of speech, which then says something: "began to insist".
    pub const PHASE: Self = Self(1024);

    /// A pronoun that is always one, and never stands before a noun: "they".
    pub const PERSONAL: Self = Self(2048);
    /// A pronoun that is an object: "them".
    pub const OBJECT: Self = Self(4096);

    /// Every way of joining.
    pub const fn all() -> Self {
        Self(u16::MAX)
    }

    /// Both sets together.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any member of `other` is in the set.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The words.
pub static JOINTS: Table<Joint> = table!(
    Joint,
    class::JOINT,
    &[
        ("a", Joint::DETERMINER),
        ("about", Joint::PREPOSITION),
        ("after", Joint::PREPOSITION.and(Joint::SUBORDINATE)),
        ("afternoon", Joint::DAY),
        ("again", Joint::ADVERB),
        ("against", Joint::PREPOSITION),
        ("already", Joint::ADVERB),
        ("also", Joint::ADVERB),
        ("although", Joint::OPENER.and(Joint::SUBORDINATE)),
        ("amid", Joint::PREPOSITION),
        ("among", Joint::PREPOSITION),
        ("an", Joint::DETERMINER),
        ("and", Joint::CONJUNCTION),
        ("another", Joint::DETERMINER),
        ("any", Joint::DETERMINER),
        ("are", Joint::AUXILIARY),
        ("aren't", Joint::AUXILIARY),
        ("aren’t", Joint::AUXILIARY),
        ("as", Joint::OPENER.and(Joint::SUBORDINATE)),
        ("at", Joint::PREPOSITION),
        ("be", Joint::AUXILIARY),
        ("because", Joint::OPENER.and(Joint::SUBORDINATE)),
        ("been", Joint::AUXILIARY),
        ("before", Joint::PREPOSITION.and(Joint::SUBORDINATE)),
        ("behind", Joint::PREPOSITION),
        ("being", Joint::AUXILIARY),
        ("between", Joint::PREPOSITION),
        ("both", Joint::PRONOUN),
        ("but", Joint::CONJUNCTION),
        ("by", Joint::PREPOSITION),
        ("can", Joint::AUXILIARY),
        ("can't", Joint::AUXILIARY),
        ("cannot", Joint::AUXILIARY),
        ("can’t", Joint::AUXILIARY),
        ("could", Joint::AUXILIARY),
        ("couldn't", Joint::AUXILIARY),
        ("couldn’t", Joint::AUXILIARY),
        ("day", Joint::DAY),
        ("despite", Joint::PREPOSITION),
        ("did", Joint::AUXILIARY),
        ("didn't", Joint::AUXILIARY),
        ("didn’t", Joint::AUXILIARY),
        ("do", Joint::AUXILIARY),
        ("does", Joint::AUXILIARY),
        ("doesn't", Joint::AUXILIARY),
        ("doesn’t", Joint::AUXILIARY),
        ("don't", Joint::AUXILIARY),
        ("don’t", Joint::AUXILIARY),
        ("during", Joint::PREPOSITION),
        ("earlier", Joint::ADVERB),
        ("even", Joint::ADVERB),
        ("evening", Joint::DAY),
        ("first", Joint::ADVERB),
        ("for", Joint::PREPOSITION),
        ("friday", Joint::DAY),
        ("from", Joint::PREPOSITION),
        ("further", Joint::ADVERB),
        ("had", Joint::AUXILIARY),
        ("hadn't", Joint::AUXILIARY),
        ("hadn’t", Joint::AUXILIARY),
        ("has", Joint::AUXILIARY),
        ("hasn't", Joint::AUXILIARY),
        ("hasn’t", Joint::AUXILIARY),
        ("have", Joint::AUXILIARY),
        ("haven't", Joint::AUXILIARY),
        ("haven’t", Joint::AUXILIARY),
        ("having", Joint::AUXILIARY),
        ("he", Joint::PRONOUN.and(Joint::PERSONAL)),
        ("her", Joint::DETERMINER.and(Joint::OBJECT)),
        ("his", Joint::DETERMINER),
        ("i", Joint::PRONOUN.and(Joint::PERSONAL)),
        ("if", Joint::OPENER.and(Joint::SUBORDINATE)),
        ("in", Joint::PREPOSITION),
        ("inside", Joint::PREPOSITION),
        ("into", Joint::PREPOSITION),
        ("is", Joint::AUXILIARY),
        ("isn't", Joint::AUXILIARY),
        ("isn’t", Joint::AUXILIARY),
        ("it", Joint::PRONOUN.and(Joint::PERSONAL)),
        ("its", Joint::DETERMINER),
        ("just", Joint::ADVERB),
        ("later", Joint::ADVERB),
        ("many", Joint::PRONOUN),
        ("may", Joint::AUXILIARY),
        ("might", Joint::AUXILIARY),
        ("mightn't", Joint::AUXILIARY),
        ("mightn’t", Joint::AUXILIARY),
        ("monday", Joint::DAY),
        ("month", Joint::DAY),
        ("morning", Joint::DAY),
        ("must", Joint::AUXILIARY),
        ("mustn't", Joint::AUXILIARY),
        ("mustn’t", Joint::AUXILIARY),
        ("my", Joint::DETERMINER),
        ("near", Joint::PREPOSITION),
        ("never", Joint::ADVERB),
        ("night", Joint::DAY),
        ("now", Joint::ADVERB),
        ("of", Joint::PREPOSITION),
        ("often", Joint::ADVERB),
        ("on", Joint::PREPOSITION),
        ("once", Joint::ADVERB),
        ("one", Joint::PRONOUN),
        ("or", Joint::CONJUNCTION),
        ("others", Joint::PRONOUN),
        ("our", Joint::DETERMINER),
        ("outside", Joint::PREPOSITION),
        ("over", Joint::PREPOSITION),
        ("quoted", Joint::ADVERB),
        ("saturday", Joint::DAY),
        ("several", Joint::DETERMINER),
        ("shall", Joint::AUXILIARY),
        ("she", Joint::PRONOUN.and(Joint::PERSONAL)),
        ("should", Joint::AUXILIARY),
        ("shouldn't", Joint::AUXILIARY),
        ("shouldn’t", Joint::AUXILIARY),
        ("since", Joint::OPENER.and(Joint::SUBORDINATE)),
        ("so", Joint::CONJUNCTION),
        ("some", Joint::PRONOUN),
        ("soon", Joint::ADVERB),
        ("still", Joint::ADVERB),
        ("sunday", Joint::DAY),
        ("that", Joint::OPENER.and(Joint::DETERMINER).and(Joint::RELATIVE)),
        ("the", Joint::DETERMINER),
        ("their", Joint::DETERMINER),
        ("then", Joint::ADVERB),
        ("these", Joint::DETERMINER),
        ("they", Joint::PRONOUN.and(Joint::PERSONAL)),
        ("this", Joint::DETERMINER),
        ("those", Joint::DETERMINER),
        ("though", Joint::OPENER.and(Joint::SUBORDINATE)),
        ("through", Joint::PREPOSITION),
        ("thursday", Joint::DAY),
        ("to", Joint::PREPOSITION),
        ("today", Joint::DAY),
        ("tonight", Joint::DAY),
        ("tuesday", Joint::DAY),
        ("under", Joint::PREPOSITION),
        ("unless", Joint::SUBORDINATE),
        ("until", Joint::OPENER),
        ("was", Joint::AUXILIARY),
        ("wasn't", Joint::AUXILIARY),
        ("wasn’t", Joint::AUXILIARY),
        ("we", Joint::PRONOUN.and(Joint::PERSONAL)),
        ("wednesday", Joint::DAY),
        ("week", Joint::DAY),
        ("were", Joint::AUXILIARY),
        ("weren't", Joint::AUXILIARY),
        ("weren’t", Joint::AUXILIARY),
        ("when", Joint::OPENER.and(Joint::SUBORDINATE)),
        ("where", Joint::OPENER),
        ("whether", Joint::OPENER),
        ("which", Joint::OPENER.and(Joint::RELATIVE)),
        ("while", Joint::OPENER.and(Joint::SUBORDINATE)),
        ("who", Joint::OPENER.and(Joint::RELATIVE)),
        ("who's", Joint::ADVERB),
        ("whom", Joint::RELATIVE),
        ("whose", Joint::OPENER.and(Joint::RELATIVE)),
        ("will", Joint::AUXILIARY),
        ("with", Joint::PREPOSITION),
        ("won't", Joint::AUXILIARY),
        ("won’t", Joint::AUXILIARY),
        ("would", Joint::AUXILIARY),
        ("wouldn't", Joint::AUXILIARY),
        ("wouldn’t", Joint::AUXILIARY),
        ("year", Joint::DAY),
        ("yesterday", Joint::DAY),
        ("yet", Joint::CONJUNCTION),
        ("you", Joint::PRONOUN.and(Joint::PERSONAL)),
        ("appeared", Joint::PHASE),
        ("appears", Joint::PHASE),
        ("began", Joint::PHASE),
        ("continued", Joint::PHASE),
        ("continues", Joint::PHASE),
        ("hastened", Joint::PHASE),
        ("hurried", Joint::PHASE),
        ("proceeded", Joint::PHASE),
        ("rushed", Joint::PHASE),
        ("seemed", Joint::PHASE),
        ("seems", Joint::PHASE),
        ("started", Joint::PHASE),
        ("tried", Joint::PHASE),
        ("tries", Joint::PHASE),
        ("him", Joint::OBJECT),
        ("them", Joint::OBJECT),
        ("me", Joint::OBJECT),
        ("us", Joint::OBJECT),
    ],
);
