//! Nouns that say what someone is: offices, ranks, occupations, kin.

use super::class;
use crate::lexicon::{Table, table};

/// What a role tells of the one who has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RoleNoun {
    /// The head of a country: "leader" means each of these.
    Ruler,
    /// Another office that one person at a time holds in a body: "foreign minister", "spokesman" …
    Office,
    /// A rank, an occupation, a part in the story: many have it.
    Occupation,
    /// Kin.
    Kin,
}

/// The nouns, singular.
#[rustfmt::skip]
pub static ROLES: Table<RoleNoun> = table!(RoleNoun, class::ROLE, &[
    ("president", RoleNoun::Ruler), ("premier", RoleNoun::Ruler), ("leader", RoleNoun::Ruler), ("king", RoleNoun::Ruler), ("queen", RoleNoun::Ruler),
    ("emir", RoleNoun::Ruler), ("sultan", RoleNoun::Ruler), ("emperor", RoleNoun::Ruler), ("chancellor", RoleNoun::Ruler), ("pope", RoleNoun::Ruler),
    ("dictator", RoleNoun::Ruler), ("prince", RoleNoun::Ruler), ("princess", RoleNoun::Ruler),
    ("minister", RoleNoun::Office), ("secretary", RoleNoun::Office), ("envoy", RoleNoun::Office), ("ambassador", RoleNoun::Office),
    ("spokesman", RoleNoun::Office), ("spokeswoman", RoleNoun::Office), ("spokesperson", RoleNoun::Office), ("governor", RoleNoun::Office),
    ("mayor", RoleNoun::Office), ("chief", RoleNoun::Office), ("director", RoleNoun::Office), ("chairman", RoleNoun::Office),
    ("chairwoman", RoleNoun::Office), ("chair", RoleNoun::Office), ("chairperson", RoleNoun::Office), ("head", RoleNoun::Office),
    ("commander", RoleNoun::Office), ("commissioner", RoleNoun::Office), ("speaker", RoleNoun::Office), ("coordinator", RoleNoun::Office),
    ("prosecutor", RoleNoun::Office), ("superintendent", RoleNoun::Office), ("sheriff", RoleNoun::Office), ("founder", RoleNoun::Office),
    ("ceo", RoleNoun::Office), ("owner", RoleNoun::Office), ("manager", RoleNoun::Office), ("editor", RoleNoun::Office), ("deputy", RoleNoun::Office),
    ("representative", RoleNoun::Office), ("delegate", RoleNoun::Office), ("consul", RoleNoun::Office), ("bishop", RoleNoun::Office),
    ("archbishop", RoleNoun::Office), ("patriarch", RoleNoun::Office), ("imam", RoleNoun::Office), ("negotiator", RoleNoun::Office),
    ("coach", RoleNoun::Office), ("captain", RoleNoun::Office), ("adviser", RoleNoun::Office), ("advisor", RoleNoun::Office), ("administrator", RoleNoun::Office),
    ("congressman", RoleNoun::Office), ("congresswoman", RoleNoun::Office), ("senator", RoleNoun::Office), ("lawmaker", RoleNoun::Office),
    ("justice", RoleNoun::Office), ("judge", RoleNoun::Office), ("coroner", RoleNoun::Office), ("principal", RoleNoun::Office), ("rapporteur", RoleNoun::Office),
    ("officer", RoleNoun::Occupation), ("official", RoleNoun::Occupation), ("general", RoleNoun::Occupation), ("colonel", RoleNoun::Occupation),
    ("lieutenant", RoleNoun::Occupation), ("sergeant", RoleNoun::Occupation), ("admiral", RoleNoun::Occupation), ("detective", RoleNoun::Occupation),
    ("inspector", RoleNoun::Occupation), ("journalist", RoleNoun::Occupation), ("reporter", RoleNoun::Occupation), ("photographer", RoleNoun::Occupation),
    ("correspondent", RoleNoun::Occupation), ("analyst", RoleNoun::Occupation), ("activist", RoleNoun::Occupation), ("doctor", RoleNoun::Occupation),
    ("nurse", RoleNoun::Occupation), ("surgeon", RoleNoun::Occupation), ("professor", RoleNoun::Occupation), ("lawyer", RoleNoun::Occupation),
    ("attorney", RoleNoun::Occupation), ("researcher", RoleNoun::Occupation), ("expert", RoleNoun::Occupation), ("historian", RoleNoun::Occupation),
    ("scientist", RoleNoun::Occupation), ("resident", RoleNoun::Occupation), ("witness", RoleNoun::Occupation), ("survivor", RoleNoun::Occupation),
    ("teacher", RoleNoun::Occupation), ("farmer", RoleNoun::Occupation), ("driver", RoleNoun::Occupation), ("worker", RoleNoun::Occupation),
    ("volunteer", RoleNoun::Occupation), ("student", RoleNoun::Occupation), ("soldier", RoleNoun::Occupation), ("fighter", RoleNoun::Occupation),
    ("warlord", RoleNoun::Occupation), ("cleric", RoleNoun::Occupation), ("priest", RoleNoun::Occupation), ("pastor", RoleNoun::Occupation),
    ("politician", RoleNoun::Occupation), ("businessman", RoleNoun::Occupation), ("businesswoman", RoleNoun::Occupation), ("billionaire", RoleNoun::Occupation),
    ("actor", RoleNoun::Occupation), ("actress", RoleNoun::Occupation), ("singer", RoleNoun::Occupation), ("author", RoleNoun::Occupation),
    ("writer", RoleNoun::Occupation), ("nominee", RoleNoun::Office), ("candidate", RoleNoun::Office), ("diplomat", RoleNoun::Occupation),
    ("suspect", RoleNoun::Occupation), ("gunman", RoleNoun::Occupation), ("attacker", RoleNoun::Occupation), ("victim", RoleNoun::Occupation),
    ("narrator", RoleNoun::Occupation), ("announcer", RoleNoun::Occupation), ("host", RoleNoun::Occupation), ("aide", RoleNoun::Occupation),
    ("strategist", RoleNoun::Occupation), ("economist", RoleNoun::Occupation), ("engineer", RoleNoun::Occupation), ("pilot", RoleNoun::Occupation),
    ("monitor", RoleNoun::Occupation), ("veteran", RoleNoun::Occupation), ("opponent", RoleNoun::Occupation), ("rival", RoleNoun::Occupation),
    ("ally", RoleNoun::Occupation), ("member", RoleNoun::Occupation), ("fellow", RoleNoun::Occupation), ("man", RoleNoun::Occupation), ("woman", RoleNoun::Occupation),
    ("boy", RoleNoun::Occupation), ("girl", RoleNoun::Occupation), ("neighbor", RoleNoun::Occupation), ("neighbour", RoleNoun::Occupation),
    ("father", RoleNoun::Kin), ("mother", RoleNoun::Kin), ("brother", RoleNoun::Kin), ("sister", RoleNoun::Kin), ("son", RoleNoun::Kin),
    ("daughter", RoleNoun::Kin), ("wife", RoleNoun::Kin), ("husband", RoleNoun::Kin), ("uncle", RoleNoun::Kin), ("aunt", RoleNoun::Kin),
    ("cousin", RoleNoun::Kin), ("nephew", RoleNoun::Kin), ("niece", RoleNoun::Kin), ("widow", RoleNoun::Kin), ("widower", RoleNoun::Kin),
    ("grandfather", RoleNoun::Kin), ("grandmother", RoleNoun::Kin), ("parent", RoleNoun::Kin),
]);
