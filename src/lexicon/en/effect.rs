//! Words that show that people were harmed, and how the word takes its victims.

use super::class;
use crate::fact::Effect::{
    self, Abducted, Affected, Casualties, Detained, Displaced, HousingDamaged, HousingDestroyed, Infected, Injured, Killed, Missing,
    Rescued,
};
use crate::lexicon::{Table, table};

/// How a word of harm stands to its victims.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Frame {
    /// Past tense or participle of a verb with victims as its object: "killed".
    Done,
    /// Its base or present form: "kill".
    Do,
    /// Its "-ing" form: "killing".
    Doing,
    /// Past tense or participle of a verb with victims as its subject: "died".
    Happened,
    /// Its other forms: "die", "dying".
    Happen,
    /// A state of the victims: "dead", "missing", "hostage".
    State,
    /// A noun that is counted: "deaths", "arrests".
    Count,
    /// A noun that names its victims with "of" or a possessive: "death", "abduction".
    Deed,
    /// A sum: "toll".
    Toll,
    /// A noun for the people themselves: "refugees", "hostages".
    Group,
    /// "body", "bodies".
    Body,
    /// "lives" that are lost, claimed or cost.
    Lives,
    /// "homes" that people leave or lose.
    Homes,
    /// "shelters", "safety": where people are brought.
    Refuge,
    /// "killers", who names the victims as the deed does: "the killers of six priests".
    Doer,
}

impl Frame {
    /// Whether the word is a noun, whatever stands around it.
    pub const fn is_noun(self) -> bool {
        matches!(
            self,
            Self::Count | Self::Deed | Self::Toll | Self::Group | Self::Body | Self::Lives | Self::Homes | Self::Refuge | Self::Doer
        )
    }
}

/// A word of harm.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Harm {
    /// What happens to the victims.
    pub effect: Effect,
    /// How it takes them.
    pub frame: Frame,
    /// The word is also used of things ("captured", "hurt", "lost"): the victims must be known to be people.
    pub strict: bool,
    /// The word by itself tells violence: "murdered", not "died".
    pub violent: bool,
}

const fn harm(effect: Effect, frame: Frame) -> Harm {
    Harm { effect, frame, strict: false, violent: true }
}

const fn loose(effect: Effect, frame: Frame) -> Harm {
    Harm { effect, frame, strict: true, violent: true }
}

/// Of people who are no casualties.
const fn beside(effect: Effect, frame: Frame) -> Harm {
    Harm { effect, frame, strict: true, violent: false }
}

/// Of homes: the count takes no people.
const fn housing(effect: Effect, frame: Frame) -> Harm {
    Harm { effect, frame, strict: true, violent: false }
}

const fn mild(effect: Effect, frame: Frame) -> Harm {
    Harm { effect, frame, strict: false, violent: false }
}

use Frame::{Body, Count, Deed, Do, Doer, Doing, Done, Group, Happen, Happened, Homes, Lives, Refuge, State, Toll};

/// The words.
pub static HARM: Table<Harm> = table!(
    Harm,
    class::HARM,
    &[
        // Killed.
        ("killed", harm(Killed, Done)),
        ("kill", harm(Killed, Do)),
        ("kills", harm(Killed, Do)),
        ("killing", harm(Killed, Doing)),
        ("killings", harm(Killed, Count)),
        ("murdered", harm(Killed, Done)),
        ("murders", harm(Killed, Count)),
        ("murder", harm(Killed, Deed)),
        ("murdering", harm(Killed, Doing)),
        ("assassinated", harm(Killed, Done)),
        ("assassinating", harm(Killed, Doing)),
        ("assassination", harm(Killed, Deed)),
        ("executed", loose(Killed, Done)),
        ("executing", loose(Killed, Doing)),
        ("execution", harm(Killed, Deed)),
        ("executions", harm(Killed, Count)),
        ("homicide", harm(Killed, Deed)),
        ("homicides", harm(Killed, Count)),
        ("massacred", harm(Killed, Done)),
        ("massacring", harm(Killed, Doing)),
        ("massacre", harm(Killed, Deed)),
        ("slaughtered", loose(Killed, Done)),
        ("slaughtering", loose(Killed, Doing)),
        ("slaughter", loose(Killed, Deed)),
        ("slain", harm(Killed, Done)),
        ("slaying", harm(Killed, Doing)),
        ("slayings", harm(Killed, Count)),
        ("beheaded", harm(Killed, Done)),
        ("beheading", harm(Killed, Doing)),
        ("hanged", harm(Killed, Done)),
        ("hanging", loose(Killed, Deed)),
        ("lynched", harm(Killed, Done)),
        ("lynching", harm(Killed, Deed)),
        ("gunned", harm(Killed, Done)),
        ("gunning", harm(Killed, Doing)),
        ("electrocuted", harm(Killed, Done)),
        ("asphyxiated", harm(Killed, Done)),
        ("strangled", harm(Killed, Done)),
        ("drowned", harm(Killed, Happened)),
        ("drown", harm(Killed, Happen)),
        ("drowning", harm(Killed, Deed)),
        ("drownings", harm(Killed, Count)),
        ("died", mild(Killed, Happened)),
        ("die", mild(Killed, Happen)),
        ("dies", mild(Killed, Happen)),
        ("dying", mild(Killed, Happen)),
        ("blew", harm(Killed, Happened)),
        ("blow", harm(Killed, Happen)),
        ("blowing", harm(Killed, Happen)),
        ("perished", harm(Killed, Happened)),
        ("perish", harm(Killed, Happen)),
        ("perishing", harm(Killed, Happen)),
        ("succumbed", mild(Killed, Happened)),
        ("dead", mild(Killed, State)),
        ("deceased", mild(Killed, State)),
        ("lifeless", mild(Killed, State)),
        ("deaths", mild(Killed, Count)),
        ("fatalities", harm(Killed, Count)),
        ("fatality", harm(Killed, Count)),
        ("death", mild(Killed, Deed)),
        ("toll", mild(Killed, Toll)),
        ("bodies", mild(Killed, Body)),
        ("body", mild(Killed, Body)),
        ("corpses", mild(Killed, Body)),
        ("corpse", mild(Killed, Body)),
        ("remains", mild(Killed, Body)),
        ("lives", mild(Killed, Lives)),
        ("life", mild(Killed, Lives)),
        ("killer", harm(Killed, Doer)),
        ("killers", harm(Killed, Doer)),
        ("murderer", harm(Killed, Doer)),
        ("murderers", harm(Killed, Doer)),
        ("assassin", harm(Killed, Doer)),
        ("assassins", harm(Killed, Doer)),
        ("kidnapper", harm(Abducted, Doer)),
        ("kidnappers", harm(Abducted, Doer)),
        ("abductors", harm(Abducted, Doer)),
        ("captors", harm(Abducted, Doer)),
        // Injured.
        ("injured", harm(Injured, Done)),
        ("injure", harm(Injured, Do)),
        ("injures", harm(Injured, Do)),
        ("injuring", harm(Injured, Doing)),
        ("injuries", harm(Injured, Count)),
        ("injury", harm(Injured, Deed)),
        ("wounded", harm(Injured, Done)),
        ("wound", loose(Injured, Do)),
        ("wounds", loose(Injured, Do)),
        ("wounding", harm(Injured, Doing)),
        ("hurt", loose(Injured, Done)),
        ("hurting", loose(Injured, Doing)),
        ("maimed", harm(Injured, Done)),
        ("maiming", harm(Injured, Doing)),
        ("maimings", harm(Injured, Count)),
        ("burns", harm(Injured, Count)),
        ("hospitalised", mild(Injured, Done)),
        ("hospitalized", mild(Injured, Done)),
        // Missing.
        ("missing", mild(Missing, State)),
        ("unaccounted", mild(Missing, State)),
        ("disappeared", Harm { effect: Missing, frame: Happened, strict: true, violent: false }),
        ("vanished", Harm { effect: Missing, frame: Happened, strict: true, violent: false }),
        ("disappearances", mild(Missing, Count)),
        ("disappearance", Harm { effect: Missing, frame: Deed, strict: true, violent: false }),
        // Displaced.
        ("displaced", loose(Displaced, Done)),
        ("displace", loose(Displaced, Do)),
        ("displaces", loose(Displaced, Do)),
        ("displacing", loose(Displaced, Doing)),
        ("displacement", loose(Displaced, Deed)),
        ("evacuated", loose(Displaced, Done)),
        ("evacuate", loose(Displaced, Do)),
        ("evacuates", loose(Displaced, Do)),
        ("evacuating", loose(Displaced, Doing)),
        ("evacuation", loose(Displaced, Deed)),
        ("evacuations", loose(Displaced, Count)),
        ("uprooted", loose(Displaced, Done)),
        ("uprooting", loose(Displaced, Doing)),
        ("relocated", loose(Displaced, Done)),
        ("relocate", loose(Displaced, Do)),
        ("houses", loose(Displaced, Homes)),
        ("evicted", loose(Displaced, Done)),
        ("fled", loose(Displaced, Happened)),
        ("flee", loose(Displaced, Happen)),
        ("flees", loose(Displaced, Happen)),
        ("fleeing", loose(Displaced, Happen)),
        ("homeless", mild(Displaced, State)),
        ("homes", loose(Displaced, Homes)),
        ("home", loose(Displaced, Homes)),
        ("shelter", loose(Displaced, Refuge)),
        ("shelters", loose(Displaced, Refuge)),
        ("camps", loose(Displaced, Refuge)),
        ("centers", loose(Displaced, Refuge)),
        ("centres", loose(Displaced, Refuge)),
        ("safety", loose(Displaced, Refuge)),
        ("places", loose(Displaced, Refuge)),
        ("areas", loose(Displaced, Refuge)),
        ("ground", loose(Displaced, Refuge)),
        ("relocation", loose(Displaced, Deed)),
        ("resettled", loose(Displaced, Done)),
        ("exodus", mild(Displaced, Deed)),
        ("refugees", mild(Displaced, Group)),
        ("refugee", mild(Displaced, Group)),
        ("evacuees", mild(Displaced, Group)),
        ("idps", mild(Displaced, Group)),
        // Detained.
        ("arrested", harm(Detained, Done)),
        ("arrest", harm(Detained, Deed)),
        ("arresting", harm(Detained, Doing)),
        ("arrests", harm(Detained, Count)),
        ("detained", harm(Detained, Done)),
        ("detain", harm(Detained, Do)),
        ("detaining", harm(Detained, Doing)),
        ("detention", harm(Detained, Deed)),
        ("detentions", harm(Detained, Count)),
        ("rounded", loose(Detained, Done)),
        ("rounding", loose(Detained, Doing)),
        ("apprehended", loose(Detained, Done)),
        ("apprehending", loose(Detained, Doing)),
        ("nabbed", loose(Detained, Done)),
        ("incarcerated", harm(Detained, Done)),
        ("interned", loose(Detained, Done)),
        ("imprisoned", harm(Detained, Done)),
        ("imprisoning", harm(Detained, Doing)),
        ("imprisonment", harm(Detained, Deed)),
        ("jailed", harm(Detained, Done)),
        ("jailing", harm(Detained, Doing)),
        ("captured", loose(Detained, Done)),
        ("capturing", loose(Detained, Doing)),
        ("custody", harm(Detained, State)),
        ("prisoners", harm(Detained, Group)),
        ("prisoner", harm(Detained, State)),
        ("detainees", harm(Detained, Group)),
        ("pows", harm(Detained, Group)),
        // Abducted.
        ("kidnapped", harm(Abducted, Done)),
        ("kidnapping", harm(Abducted, Doing)),
        ("kidnappings", harm(Abducted, Count)),
        ("kidnap", harm(Abducted, Do)),
        ("abducted", harm(Abducted, Done)),
        ("abduct", harm(Abducted, Do)),
        ("abducting", harm(Abducted, Doing)),
        ("abduction", harm(Abducted, Deed)),
        ("abductions", harm(Abducted, Count)),
        ("hijacked", loose(Abducted, Done)),
        ("hostages", harm(Abducted, Group)),
        ("hostage", harm(Abducted, State)),
        ("captive", harm(Abducted, State)),
        ("captives", harm(Abducted, Group)),
        // Homes.
        ("destroyed", housing(HousingDestroyed, Done)),
        ("destroy", housing(HousingDestroyed, Do)),
        ("destroys", housing(HousingDestroyed, Do)),
        ("destroying", housing(HousingDestroyed, Doing)),
        ("destruction", housing(HousingDestroyed, Deed)),
        ("demolished", housing(HousingDestroyed, Done)),
        ("demolishing", housing(HousingDestroyed, Doing)),
        ("demolition", housing(HousingDestroyed, Deed)),
        ("razed", housing(HousingDestroyed, Done)),
        ("razing", housing(HousingDestroyed, Doing)),
        ("flattened", housing(HousingDestroyed, Done)),
        ("flattening", housing(HousingDestroyed, Doing)),
        ("gutted", housing(HousingDestroyed, Done)),
        ("levelled", housing(HousingDestroyed, Done)),
        ("leveled", housing(HousingDestroyed, Done)),
        ("wrecked", housing(HousingDestroyed, Done)),
        ("torched", housing(HousingDestroyed, Done)),
        ("collapsed", housing(HousingDestroyed, Happened)),
        ("damaged", housing(HousingDamaged, Done)),
        ("damages", housing(HousingDamaged, Do)),
        ("damaging", housing(HousingDamaged, Doing)),
        // No casualties.
        ("affected", beside(Affected, Done)),
        ("affecting", beside(Affected, Doing)),
        ("affects", beside(Affected, Do)),
        ("affect", beside(Affected, Do)),
        ("impacted", beside(Affected, Done)),
        ("impacting", beside(Affected, Doing)),
        ("stranded", beside(Affected, Done)),
        ("stranding", beside(Affected, Doing)),
        ("trapped", beside(Affected, Done)),
        ("trapping", beside(Affected, Doing)),
        ("rescued", beside(Rescued, Done)),
        ("rescuing", beside(Rescued, Doing)),
        ("infected", beside(Infected, Done)),
        ("infecting", beside(Infected, Doing)),
        ("sickened", beside(Infected, Done)),
        ("sickening", beside(Infected, Doing)),
        // Not told apart.
        ("casualties", harm(Casualties, Count)),
        ("casualty", harm(Casualties, Count)),
        ("victims", harm(Casualties, Group)),
        ("victim", harm(Casualties, Group)),
    ],
);

/// Verbs that tell that people were hit and not what became of them: "five people were shot". Apart from [`HARM`], since a word
/// behind them often tells more ("shot dead", "shot and wounded").
pub static STRUCK: Table<Harm> = table!(
    Harm,
    class::STRUCK,
    &[
        ("shot", loose(Casualties, Done)),
        ("shooting", loose(Casualties, Doing)),
        ("shoot", loose(Casualties, Do)),
        ("shoots", loose(Casualties, Do)),
        ("stabbed", loose(Casualties, Done)),
        ("stabbing", loose(Casualties, Doing)),
        ("stabs", loose(Casualties, Do)),
        ("knifed", loose(Casualties, Done)),
    ],
);

/// Where the wounded are brought.
pub static WARDS: Table<()> =
    table!((), class::WARD, &[("hospital", ()), ("hospitals", ()), ("clinic", ()), ("clinics", ()), ("infirmary", ()), ("medical", ())]);

/// Where people live, in the plural and as a mass.
pub static DWELLINGS: &[&str] = &[
    "homes",
    "houses",
    "dwellings",
    "apartments",
    "flats",
    "residences",
    "huts",
    "cottages",
    "bungalows",
    "shacks",
    "households",
    "housing",
];
